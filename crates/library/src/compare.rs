//! Two texts side by side: what stayed, what changed, what came and went, paragraph by paragraph.
//!
//! Paragraphs that both have once, word for word, are found first, as many as stand in the same order (Cohen's patience
//! diff). Between them, those that are alike are paired so that the likenesses add up to most, in order (Needleman and
//! Wunsch, 1970); what remains is looked for elsewhere, where it may have been moved. The words of a pair are compared
//! after Myers, "An O(ND) difference algorithm" (1986). What would take too long is not paired, and shown as gone and new.

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use transcribe::Text;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::analysis::fold;

/// How alike two paragraphs must be to be one that was changed, as a share of their words: half of both together.
const ALIKE: f64 = 0.5;
/// How many words are looked at in all, counted again for each paragraph that theirs is held against: about a second.
/// Two statements of 300 paragraphs of 100 words, of which none is the same, take 24 million.
const EFFORT: u64 = 1 << 28;
/// For how many words holding two paragraphs against each other counts beside their own: each pair takes memory, and so
/// all of them never more than 64 MiB, however short paragraphs are.
const PAIR: u64 = 64;

/// Two texts, paragraph by paragraph, in the order of the second; what the second does not have stands where it stood.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// The paragraphs.
    pub rows: Vec<Compared>,
    /// How many are the same.
    pub same: usize,
    /// How many are in other words.
    pub changed: usize,
    /// How many the second has and the first has not.
    pub new: usize,
    /// How many the first has and the second has not.
    pub gone: usize,
}

/// A paragraph of one or both.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Compared {
    /// What became of it.
    pub what: Became,
    /// Whether it stands elsewhere among the others than it stood.
    pub moved: bool,
    /// Its anchor in the first; `null` where the first has it not.
    pub first: Option<String>,
    /// Its anchor in the second; `null` where the second has it not.
    pub second: Option<String>,
    /// Its words.
    pub pieces: Vec<Words>,
}

/// What became of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// Both have it, word for word; capitals, signs and blanks apart.
    Same,
    /// Both have it, in other words.
    Changed,
    /// The second has it, the first has not.
    New,
    /// The first has it, the second has not.
    Gone,
}

/// Words of a paragraph, and who has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Words {
    /// The words, with the signs and blanks between them.
    pub text: String,
    /// Who has them.
    pub of: Whose,
}

/// Who has a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Both, as the second writes it.
    Both,
    /// The first alone.
    First,
    /// The second alone.
    Second,
}

/// A paragraph, cut into words.
struct Cut<'a> {
    anchor: String,
    /// Words with what follows them, up to the next word.
    words: Vec<&'a str>,
    /// The words without capitals and accents, each as a number.
    numbers: Vec<u32>,
    /// How often each number is there, in their order.
    counted: Vec<(u32, u32)>,
}

/// How much may still be looked at.
struct Effort(u64);

impl Effort {
    /// Whether so much can still be done; then it counts as done.
    fn allows(&mut self, words: u64) -> bool {
        let left = self.0.checked_sub(words);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

/// A length as a number that can be multiplied.
fn long(len: usize) -> u64 {
    u64::try_from(len).expect("lengths fit into 64 bits")
}

/// Compares two texts.
pub fn compare(first: &Text, second: &Text) -> Comparison {
    let mut numbers = BTreeMap::new();
    let (first, second) = (cuts(first, &mut numbers), cuts(second, &mut numbers));
    let mut effort = Effort(EFFORT);
    let pairs = Pairing::of(&first, &second, &mut effort).pairs;
    let rows = rows(&first, &second, &pairs, &mut effort);
    let count = |what| rows.iter().filter(|row| row.what == what).count();
    Comparison {
        same: count(Became::Same),
        changed: count(Became::Changed),
        new: count(Became::New),
        gone: count(Became::Gone),
        rows,
    }
}

fn cuts<'a>(text: &'a Text, numbers: &mut BTreeMap<String, u32>) -> Vec<Cut<'a>> {
    let blocks = text.blocks.iter().enumerate();
    let blocks = blocks.map(|(at, block)| (Text::anchor(at), block.text.as_str()));
    let notes = (1..).zip(&text.notes);
    let notes = notes.map(|(n, note): (usize, _)| (format!("n{n}"), note.text.as_str()));
    let all = blocks.chain(notes);
    all.map(|(anchor, text)| Cut::of(anchor, text, numbers))
        .collect()
}

impl<'a> Cut<'a> {
    fn of(anchor: String, text: &'a str, known: &mut BTreeMap<String, u32>) -> Cut<'a> {
        let mut starts: Vec<(usize, String)> = text
            .unicode_word_indices()
            .map(|(at, word)| (at, fold(word)))
            .collect();
        match starts.first_mut() {
            // What stands before the first word goes with it.
            Some(first) => first.0 = 0,
            // A paragraph without a word, a row of dashes, is one.
            None => starts.push((0, text.to_owned())),
        }
        let ends = starts.iter().skip(1).map(|(at, _)| *at);
        let ends = ends.chain([text.len()]);
        let words = starts.iter().zip(ends);
        let words = words.map(|((from, _), to)| &text[*from..to]).collect();
        let mut number = |word: String| {
            let next = u32::try_from(known.len()).expect("texts have fewer words");
            *known.entry(word).or_insert(next)
        };
        let numbers: Vec<u32> = starts.into_iter().map(|(_, word)| number(word)).collect();
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        let same = sorted.chunk_by(|one, other| one == other);
        let counted = same.map(|same| {
            let times = u32::try_from(same.len()).expect("texts have fewer words");
            (same[0], times)
        });
        Cut {
            anchor,
            words,
            counted: counted.collect(),
            numbers,
        }
    }

    /// How alike two are: of their words together, the share that both have (Dice's coefficient, words counted).
    fn alike(&self, other: &Cut<'_>) -> f64 {
        let mut common = 0.0;
        let mut theirs = other.counted.iter().peekable();
        for (number, times) in &self.counted {
            while theirs.next_if(|(other, _)| other < number).is_some() {}
            if let Some((_, other)) = theirs.next_if(|(other, _)| other == number) {
                common += f64::from(*times.min(other));
            }
        }
        let words = |cut: &Cut<'_>| cut.counted.iter().map(|(_, n)| f64::from(*n)).sum::<f64>();
        2.0 * common / (words(self) + words(other))
    }
}

/// Which paragraph of the first is which of the second.
struct Pairing<'a> {
    first: &'a [Cut<'a>],
    second: &'a [Cut<'a>],
    /// By the place in the first: the place in the second, and whether it was moved there.
    pairs: BTreeMap<usize, (usize, bool)>,
}

impl<'a> Pairing<'a> {
    fn of(first: &'a [Cut<'a>], second: &'a [Cut<'a>], effort: &mut Effort) -> Pairing<'a> {
        let mut pairing = Pairing {
            first,
            second,
            pairs: BTreeMap::new(),
        };
        let (mut one, mut other) = (0, 0);
        for (at, to) in in_order(first, second) {
            pairing.between(one..at, other..to, effort);
            pairing.pairs.insert(at, (to, false));
            (one, other) = (at + 1, to + 1);
        }
        pairing.between(one..first.len(), other..second.len(), effort);
        pairing.moved(effort);
        pairing
    }

    fn alike(&self, one: usize, other: usize) -> Option<f64> {
        Some(self.first[one].alike(&self.second[other])).filter(|how| *how >= ALIKE)
    }

    /// How many words are looked at when each of some is held against each of others.
    fn cost(&self, some: &[usize], others: &[usize]) -> u64 {
        let words = |cuts: &[Cut<'_>], at: &[usize]| -> u64 {
            at.iter().map(|at| long(cuts[*at].counted.len())).sum()
        };
        let of_first = words(self.first, some).saturating_mul(long(others.len()));
        let of_second = words(self.second, others).saturating_mul(long(some.len()));
        let pairs = long(some.len()).saturating_mul(long(others.len()));
        let of_both = of_first.saturating_add(of_second);
        of_both.saturating_add(pairs.saturating_mul(PAIR))
    }

    /// Pairs what went with what came between two that are the same, in order, so that the likenesses add up to most.
    fn between(&mut self, some: Range<usize>, others: Range<usize>, effort: &mut Effort) {
        let (gone, come): (Vec<usize>, Vec<usize>) = (some.collect(), others.collect());
        if !effort.allows(self.cost(&gone, &come)) {
            return;
        }
        let width = come.len() + 1;
        let mut likeness = vec![0.0_f64; gone.len() * come.len()];
        let mut best = vec![0.0_f64; (gone.len() + 1) * width];
        for (row, one) in gone.iter().enumerate().rev() {
            for (column, other) in come.iter().enumerate().rev() {
                let how = self.alike(*one, *other);
                likeness[row * come.len() + column] = how.unwrap_or(0.0);
                let without =
                    best[(row + 1) * width + column].max(best[row * width + column + 1]);
                let with = how.map_or(0.0, |how| how + best[(row + 1) * width + column + 1]);
                best[row * width + column] = without.max(with);
            }
        }
        let (mut row, mut column) = (0, 0);
        while row < gone.len() && column < come.len() {
            let how = likeness[row * come.len() + column];
            let here = best[row * width + column];
            if how > 0.0 && here <= how + best[(row + 1) * width + column + 1] {
                self.pairs.insert(gone[row], (come[column], false));
                (row, column) = (row + 1, column + 1);
            } else if here <= best[(row + 1) * width + column] {
                row += 1;
            } else {
                column += 1;
            }
        }
    }

    /// Pairs what is left wherever it stands, the most alike first: it was moved.
    fn moved(&mut self, effort: &mut Effort) {
        let left = (0..self.first.len()).filter(|one| !self.pairs.contains_key(one));
        let gone: Vec<usize> = left.collect();
        let mut taken = vec![false; self.second.len()];
        for (other, _) in self.pairs.values() {
            taken[*other] = true;
        }
        let come: Vec<usize> = (0..taken.len()).filter(|at| !taken[*at]).collect();
        if !effort.allows(self.cost(&gone, &come)) {
            return;
        }
        let mut likely = Vec::new();
        for one in &gone {
            let alike = come.iter();
            likely.extend(alike.filter_map(|to| Some((self.alike(*one, *to)?, *one, *to))));
        }
        likely.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, one, other) in likely {
            if !self.pairs.contains_key(&one) && !taken[other] {
                self.pairs.insert(one, (other, true));
                taken[other] = true;
            }
        }
    }
}

/// Paragraphs that both have once, as many as stand in the same order in both.
fn in_order(first: &[Cut<'_>], second: &[Cut<'_>]) -> Vec<(usize, usize)> {
    /// Where each paragraph stands; `None` where it stands twice.
    fn places<'a>(cuts: &'a [Cut<'a>]) -> BTreeMap<&'a [u32], Option<usize>> {
        let mut places = BTreeMap::new();
        for (at, cut) in cuts.iter().enumerate() {
            let place = places.entry(cut.numbers.as_slice());
            place.and_modify(|at| *at = None).or_insert(Some(at));
        }
        places
    }
    let (ours, theirs) = (places(first), places(second));
    let mut both: Vec<(usize, usize)> = ours
        .into_iter()
        .filter_map(|(key, at)| Some((at?, (*theirs.get(key)?)?)))
        .collect();
    both.sort_unstable();
    // The longest run that rises: of each length the end that is lowest, and what stood before each.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (at, (_, to)) in both.iter().enumerate() {
        let len = ends.partition_point(|end| both[*end].1 < *to);
        before.push(len.checked_sub(1).map(|len| ends[len]));
        match ends.get_mut(len) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut run: Vec<(usize, usize)> =
        std::iter::successors(ends.last().copied(), |at| before[*at])
            .map(|at| both[at])
            .collect();
    run.reverse();
    run
}

/// In the order of the second; what went stands after what it stood after.
fn rows(
    first: &[Cut<'_>],
    second: &[Cut<'_>],
    pairs: &BTreeMap<usize, (usize, bool)>,
    effort: &mut Effort,
) -> Vec<Compared> {
    let of_second: BTreeMap<usize, (usize, bool)> = pairs
        .iter()
        .map(|(one, (other, moved))| (*other, (*one, *moved)))
        .collect();
    // What went, by the paragraph of the second after which it stands; 0 is before all.
    let mut went: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut after = 0;
    for one in 0..first.len() {
        match pairs.get(&one) {
            Some((other, false)) => after = other + 1,
            Some((_, true)) => {}
            None => went.entry(after).or_default().push(one),
        }
    }
    let mut rows = Vec::new();
    let gone = |at: usize| {
        went.get(&at)
            .into_iter()
            .flatten()
            .map(|one| gone(&first[*one]))
    };
    rows.extend(gone(0));
    for (at, cut) in second.iter().enumerate() {
        rows.push(match of_second.get(&at) {
            Some((one, moved)) => both(&first[*one], cut, *moved, effort),
            None => alone(cut, Became::New),
        });
        rows.extend(gone(at + 1));
    }
    rows
}

fn gone(cut: &Cut<'_>) -> Compared {
    alone(cut, Became::Gone)
}

/// A paragraph of one of them.
fn alone(cut: &Cut<'_>, what: Became) -> Compared {
    let is_first = what == Became::Gone;
    let of = if is_first {
        Whose::First
    } else {
        Whose::Second
    };
    Compared {
        what,
        moved: false,
        first: is_first.then(|| cut.anchor.clone()),
        second: (!is_first).then(|| cut.anchor.clone()),
        pieces: vec![Words {
            text: cut.words.concat(),
            of,
        }],
    }
}

/// A paragraph of both, word by word; as a whole where that would take too long.
fn both(one: &Cut<'_>, other: &Cut<'_>, moved: bool, effort: &mut Effort) -> Compared {
    let mut pieces: Vec<Words> = Vec::new();
    let mut push = |words: &[&str], of: Whose| match pieces.last_mut() {
        Some(last) if last.of == of => last.text.push_str(&words.concat()),
        Some(_) | None => pieces.push(Words {
            text: words.concat(),
            of,
        }),
    };
    let is_same = one.numbers == other.numbers;
    let cost = long(one.words.len()).saturating_mul(long(other.words.len()));
    if is_same {
        push(&other.words, Whose::Both);
    } else if effort.allows(cost) {
        for op in capture_diff_slices(Algorithm::Myers, &one.numbers, &other.numbers) {
            let (first, second) = (op.old_range(), op.new_range());
            if let DiffOp::Equal { .. } = op {
                push(&other.words[second], Whose::Both);
                continue;
            }
            if !first.is_empty() {
                push(&one.words[first], Whose::First);
            }
            if !second.is_empty() {
                push(&other.words[second], Whose::Second);
            }
        }
    } else {
        push(&one.words, Whose::First);
        push(&other.words, Whose::Second);
    }
    Compared {
        what: if is_same {
            Became::Same
        } else {
            Became::Changed
        },
        moved,
        first: Some(one.anchor.clone()),
        second: Some(other.anchor.clone()),
        pieces,
    }
}
