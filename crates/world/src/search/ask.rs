//! A query, and what meets it.

use treaty::Lang;

use super::fold::{is_han, is_near, is_number, letters, words};
use super::index::{Index, Name, Thing, What};
use super::{Meets, Met};
use crate::view::Matched;

/// How many words of a query are read.
const MOST_WORDS: usize = 8;

/// Words that narrow nothing.
const FILLING: [&str; 19] = [
    "the", "of", "on", "and", "for", "in", "to", "de", "la", "le", "les", "des", "du", "d",
    "l", "el", "los", "y", "et",
];

/// A query and what each of its words meets.
pub(super) struct Asked<'i> {
    pub(super) index: &'i Index,
    words: Vec<String>,
    joined: String,
    /// For each thing, how each word meets it.
    met: Vec<Vec<Option<Meets>>>,
}

impl<'i> Asked<'i> {
    /// Meets each word of a query with everything that can be found.
    pub(super) fn of(index: &'i Index, q: &str) -> Asked<'i> {
        let mut all = words(q);
        let joined = all.concat();
        if all.iter().any(|word| !FILLING.contains(&word.as_str())) {
            all.retain(|word| !FILLING.contains(&word.as_str()));
        }
        all.truncate(MOST_WORDS);
        let mut asked = Asked {
            index,
            met: vec![vec![None; all.len()]; index.things.len()],
            words: all,
            joined,
        };
        for at in 0..asked.words.len() {
            let word = asked.words[at].clone();
            if is_han(&word) {
                asked.meet_within(at, &word);
            } else {
                asked.meet(at, &word);
            }
        }
        asked
    }

    fn note(&mut self, at: usize, thing: usize, meets: Meets) {
        let met = &mut self.met[thing][at];
        *met = Some(met.map_or(meets, |before| before.min(meets)));
    }

    /// The things that have a word, or one that it begins; where neither names a State or treaty,
    /// those of them that have one like it.
    fn meet(&mut self, at: usize, word: &str) {
        let index = self.index;
        let from = index
            .words
            .partition_point(|known| known.text.as_str() < word);
        let (mut named, mut any) = (false, false);
        for known in &index.words[from..] {
            if !known.text.starts_with(word) || (is_number(word) && known.text != word) {
                break;
            }
            let meets = match known.text == word {
                true => Meets::ByWords,
                false => Meets::ByBeginnings,
            };
            for &thing in &known.things {
                named |= is_named(&index.things[thing]);
                any = true;
                self.note(at, thing, meets);
            }
        }
        let chars: Vec<char> = word.chars().collect();
        let slips = match chars.len() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        if named || slips == 0 || is_number(word) {
            return;
        }
        let own = letters(word);
        for known in &index.words {
            let far = (known.letters ^ own).count_ones() as usize;
            let apart = known.chars.len().abs_diff(chars.len());
            if far > 2 * slips || apart > slips || !is_near(&chars, &known.chars, slips) {
                continue;
            }
            for &thing in &known.things {
                if !any || is_named(&index.things[thing]) {
                    self.note(at, thing, Meets::ByResemblance);
                }
            }
        }
    }

    /// The things in whose names a word stands, for scripts without blanks.
    fn meet_within(&mut self, at: usize, word: &str) {
        let index = self.index;
        for (thing, one) in index.things.iter().enumerate() {
            let mut best = None;
            for name in &one.names {
                if name.words.iter().any(|known| known == word) {
                    best = Some(Meets::ByWords);
                    break;
                }
                if name.joined.contains(word) {
                    best = Some(Meets::ByBeginnings);
                }
            }
            if let Some(meets) = best {
                self.note(at, thing, meets);
            }
        }
    }

    /// Everything that meets the query, each with how, and whether less well than others that do so:
    /// in another language alone, or by parts of longer names.
    pub(super) fn found(&self, lang: Lang) -> Vec<(Met, (Meets, bool))> {
        if self.joined.is_empty() {
            return Vec::new();
        }
        let mut whole: Vec<Option<(Meets, bool)>> = vec![None; self.index.things.len()];
        let names = &self.index.joined;
        let from = names.partition_point(|(name, _)| *name < self.joined);
        for (joined, (thing, name)) in &names[from..] {
            if !joined.starts_with(&self.joined) {
                break;
            }
            let exactly = *joined == self.joined;
            if !exactly && is_number(&self.joined) {
                continue;
            }
            let meets = match exactly {
                true => Meets::Exactly,
                false => Meets::FromTheStart,
            };
            let known = self.index.things[*thing].names[*name].lang;
            let found = (meets, known.is_some_and(|known| known != lang));
            let before = &mut whole[*thing];
            *before = Some(before.map_or(found, |before| before.min(found)));
        }
        let mut found: Vec<_> = (0..self.index.things.len())
            .filter_map(|thing| {
                let by_words = self.by_words(thing).map(|meets| (meets, false));
                let meets = whole[thing].into_iter().chain(by_words).min()?;
                Some((Met::Thing(thing), meets))
            })
            .collect();
        found.extend(self.participations());
        if found.is_empty() {
            found = self.in_part();
        }
        found
    }

    /// How all words meet a thing, if they do: as the one that meets worst.
    fn by_words(&self, thing: usize) -> Option<Meets> {
        let mut worst = None;
        for met in &self.met[thing] {
            worst = worst.max(Some((*met)?));
        }
        worst
    }

    /// The States and treaties that share the words between them: each word meets one of the two,
    /// and neither has all.
    fn participations(&self) -> Vec<(Met, (Meets, bool))> {
        let every = (1_u32 << self.words.len()) - 1;
        if self.words.len() < 2 {
            return Vec::new();
        }
        let (mut states, mut treaties) = (Vec::new(), Vec::new());
        for (thing, one) in self.index.things.iter().enumerate() {
            let sort = match &one.what {
                What::State(_) => &mut states,
                What::Treaty(_) => &mut treaties,
                What::Meeting(..)
                | What::Duty(..)
                | What::Plan(_)
                | What::Action(_)
                | What::Group(_)
                | What::Statement(_) => continue,
            };
            let mut mask = 0;
            let mut worst = Meets::ByWords;
            for (at, meets) in self.met[thing].iter().enumerate() {
                if let Some(meets) = meets {
                    mask |= 1 << at;
                    worst = worst.max(*meets);
                }
            }
            if mask != 0 && mask != every {
                sort.push((thing, mask, worst));
            }
        }
        let mut found = Vec::new();
        for (state, of_state, state_meets) in states {
            for (treaty, of_treaty, treaty_meets) in &treaties {
                if of_state | of_treaty == every {
                    let treaty = *treaty;
                    let meets = state_meets.max(*treaty_meets);
                    // Words that make up whole names go before words out of longer ones.
                    let whole =
                        self.is_name(state, of_state) && self.is_name(treaty, *of_treaty);
                    found.push((Met::Participation { state, treaty }, (meets, !whole)));
                }
            }
        }
        found
    }

    /// Whether some words of the query, put together, are a name of a thing.
    fn is_name(&self, thing: usize, mask: u32) -> bool {
        let words = self.words.iter().enumerate();
        let joined: String = words
            .filter(|(at, _)| mask & (1 << at) != 0)
            .map(|(_, word)| word.as_str())
            .collect();
        let mut names = self.index.things[thing].names.iter();
        names.any(|name| name.own && name.joined == joined)
    }

    /// Where nothing meets all words: what meets most of them, and at least half.
    fn in_part(&self) -> Vec<(Met, (Meets, bool))> {
        let met = |thing: &Vec<Option<Meets>>| thing.iter().flatten().count();
        let most = self.met.iter().map(met).max().unwrap_or(0);
        if most == 0 || 2 * most < self.words.len() {
            return Vec::new();
        }
        let things = self.met.iter().enumerate();
        things
            .filter(|(_, thing)| met(thing) == most)
            .map(|(thing, _)| (Met::Thing(thing), (Meets::InPart, false)))
            .collect()
    }

    /// The name by which a thing was found: the one that has most of the query, in the language
    /// asked for before others.
    pub(super) fn matched(&self, thing: &Thing, lang: Lang) -> Option<Matched> {
        let best = thing
            .names
            .iter()
            .filter(|name| name.own)
            .max_by_key(|name| {
                let whole = (
                    name.joined == self.joined,
                    name.joined.starts_with(&self.joined),
                );
                let preferred = name.lang == Some(lang);
                (
                    whole,
                    self.shared(name),
                    preferred,
                    name.lang == Some(Lang::En),
                )
            })?;
        (self.shared(best) > 0 || best.joined.starts_with(&self.joined)).then(|| Matched {
            name: best.text.clone(),
            lang: best.lang,
        })
    }

    /// How many words of the query a name has; whole ones count most, resembling ones least.
    fn shared(&self, name: &Name) -> usize {
        let share = |word: &String| {
            let chars: Vec<char> = word.chars().collect();
            let slips = chars.len() / 4;
            let of = |known: &String| {
                if known == word {
                    3
                } else if known.starts_with(word.as_str())
                    || (is_han(word) && known.contains(word))
                {
                    2
                } else {
                    let known: Vec<char> = known.chars().collect();
                    usize::from(slips > 0 && is_near(&chars, &known, slips.min(2)))
                }
            };
            name.words.iter().map(of).max().unwrap_or(0)
        };
        self.words.iter().map(share).sum()
    }
}

/// Whether a thing is a State or a treaty, which people look for first.
fn is_named(thing: &Thing) -> bool {
    match thing.what {
        What::State(_) | What::Treaty(_) => true,
        What::Meeting(..)
        | What::Duty(..)
        | What::Plan(_)
        | What::Action(_)
        | What::Group(_)
        | What::Statement(_) => false,
    }
}
