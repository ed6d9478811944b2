//! What stands in a text, word by word: dates, names on record, phrases of the vocabulary.

use std::ops::Range;

use jiff::civil::Date;
use treaty::{ParticipantId, TreatyId};

use super::dates::{When, date_at};
use super::text::{Ends, Word};
use super::words::{Meaning, phrase_at};
use super::{Asked, Names, Span};

/// Something that was recognised.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Its words.
    pub(super) words: Range<usize>,
    pub(super) at: Span,
    pub(super) what: What,
}

/// What it is.
#[derive(Debug, Clone)]
pub(super) enum What {
    Date(When),
    Participant(ParticipantId),
    /// It may be the name of one, or not.
    Perhaps(ParticipantId),
    Treaty(TreatyId),
    /// Those who write.
    We,
    Said(&'static [Meaning]),
}

impl What {
    /// What a phrase means, of one list.
    pub(super) fn meaning<T>(&self, of: impl Fn(Meaning) -> Option<T>) -> Option<T> {
        match self {
            What::Said(meanings) => meanings.iter().find_map(|one| of(*one)),
            What::Date(_)
            | What::Participant(_)
            | What::Perhaps(_)
            | What::Treaty(_)
            | What::We => None,
        }
    }
}

/// The words by which those who write name themselves.
const WE: [&str; 8] = ["we", "us", "our", "i", "nous", "notre", "nos", "je"];

/// Everything that is recognised in a text, in its order; nothing overlaps.
pub(super) fn marks(text: &str, words: &[Word<'_>], asked: &Asked<'_>) -> Vec<Mark> {
    let names = Finder::new(text, words, asked.names);
    let mut marks = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (length, what) = one(words, at, asked.today, &names);
        if let Some(what) = what {
            marks.push(Mark {
                words: at..at + length,
                at: Span {
                    from: words[at].at.from,
                    to: words[at + length - 1].at.to,
                },
                what,
            });
        }
        at += length;
    }
    marks
}

/// What begins at a word, and how many words it has: the longest; of what is as long, a date before a name
/// before a phrase.
fn one(
    words: &[Word<'_>],
    at: usize,
    today: Date,
    names: &Finder<'_, '_>,
) -> (usize, Option<What>) {
    let date = date_at(words, at, today).map(|(length, when)| (length, What::Date(when)));
    let phrase = phrase_at(words, at).map(|(length, of)| (length, What::Said(of)));
    let we = WE.contains(&words[at].folded.as_str()) && names.is_we(at);
    let we = we.then_some((1, What::We));
    let all = [
        date,
        names.participant_at(at),
        names.treaty_at(at),
        phrase,
        we,
    ];
    let mut best: Option<(usize, What)> = None;
    for one in all.into_iter().flatten() {
        if best.as_ref().is_none_or(|(length, _)| one.0 > *length) {
            best = Some(one);
        }
    }
    match best {
        Some((length, What::Said([Meaning::Nothing]))) => (length, None),
        Some((length, what)) => (length, Some(what)),
        None => (1, None),
    }
}

/// Finds names on record.
struct Finder<'t, 'n> {
    text: &'t str,
    words: &'t [Word<'t>],
    names: &'n dyn Names,
    /// Whether it is written in capitals throughout.
    shouted: bool,
    /// Whether it is written without capitals.
    small: bool,
}

/// The most words of a name.
const LONGEST: usize = 14;

/// Words inside names that are written small.
const LINKS: [&str; 20] = [
    "of", "the", "and", "de", "du", "des", "la", "le", "les", "et", "del", "los", "las", "y",
    "e", "d", "l", "da", "do", "former",
];

/// Codes and names of three letters or fewer that are words too: never taken for a name unasked.
const WORDS_TOO: [&str; 24] = [
    "and", "are", "can", "per", "mar", "est", "sur", "fin", "nor", "car", "us", "lie", "pan",
    "ago", "mus", "ton", "col", "son", "all", "dom", "sen", "gin", "vat", "aut",
];

/// What makes another place of a name that follows: `Northern Ireland`, `Gulf of Oman`.
const BEFORE: [&str; 28] = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "new",
    "inner", "outer", "lake", "gulf", "golfe", "sea", "mer", "lac", "nouvelle", "nouveau",
    "strait", "bay", "mr", "mrs", "ms", "dr", "mme", "m", "port",
];

/// The same, after it: `Panama City`, `Niger Delta`.
const AFTER: [&str; 9] = [
    "city",
    "ville",
    "delta",
    "river",
    "basin",
    "tech",
    "university",
    "conakry",
    "peninsula",
];

impl<'t, 'n> Finder<'t, 'n> {
    fn new(text: &'t str, words: &'t [Word<'t>], names: &'n dyn Names) -> Finder<'t, 'n> {
        let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
        let (small, capital) = (count(char::is_lowercase), count(char::is_uppercase));
        Finder {
            text,
            words,
            names,
            shouted: capital > 2 * small,
            small: capital == 0,
        }
    }

    /// `us` is a word, `US` a name; `I` too.
    fn is_we(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.folded != "us" || self.shouted || word.text != "US"
    }

    /// The longest name of a participant that begins at a word.
    fn participant_at(&self, at: usize) -> Option<(usize, What)> {
        if !self.may_begin(at) || self.cut_before(at) {
            return None;
        }
        let most = LONGEST.min(self.words.len() - at);
        let lengths = (1..=most).take_while(|length| self.runs_on(at, *length));
        let lengths: Vec<_> = lengths.collect();
        let found = lengths.into_iter().rev().find_map(|length| {
            let last = at + length - 1;
            if !self.spelled_as_a_name(at, length) || self.cut_after(last) {
                return None;
            }
            let name = &self.text[self.words[at].at.from..self.words[last].at.to];
            Some((length, self.names.participant(name)?))
        });
        let (length, id) = found?;
        let what = if self.in_doubt(at, length) {
            What::Perhaps(id)
        } else {
            What::Participant(id)
        };
        Some((length, what))
    }

    /// Names begin with a capital, in scripts that have them.
    fn may_begin(&self, at: usize) -> bool {
        let word = self.words[at].text;
        let cased = word.chars().next().is_some_and(|c| c.is_lowercase());
        !word.starts_with(|c: char| c.is_ascii_digit()) && (self.small || !cased)
    }

    /// Whether a name may run from a word over so many: blanks, hyphens, apostrophes, brackets, commas between.
    fn runs_on(&self, at: usize, length: usize) -> bool {
        if length == 1 {
            return true;
        }
        let [one, next] = [&self.words[at + length - 2], &self.words[at + length - 1]];
        let gap = &self.text[one.at.to..next.at.from];
        let fits = |c: char| c == ' ' || c == '\u{a0}' || "-‐‑–'’ʼ(),.&/".contains(c);
        gap.chars().all(fits) && (next.ends != Ends::Sentence || next.after_dash)
    }

    /// Whether words are written as a name is: small words only between, the short in capitals.
    fn spelled_as_a_name(&self, at: usize, length: usize) -> bool {
        let words = &self.words[at..at + length];
        let letters: usize = words.iter().map(|word| word.text.chars().count()).sum();
        let uncased = |word: &Word<'_>| {
            word.text
                .chars()
                .all(|c| !c.is_lowercase() && !c.is_uppercase())
        };
        if words.iter().all(uncased) {
            return true;
        }
        if letters <= 3 && words.iter().all(|word| word.text.is_ascii()) {
            let whitelisted = ["UK", "USA", "UAE", "DRC", "ROK", "EU"].contains(&words[0].text);
            let capitals = words
                .iter()
                .all(|word| word.text.chars().all(char::is_uppercase));
            return capitals && (!self.shouted || whitelisted);
        }
        if self.small {
            return words[0].text.chars().count() >= 3;
        }
        // `Guinée équatoriale`, and not `I ran`.
        let long = words[0].text.chars().count() >= 3;
        words.iter().enumerate().all(|(n, word)| {
            let capital = !word.text.starts_with(char::is_lowercase);
            capital || (n > 0 && (long || LINKS.contains(&word.folded.as_str())))
        })
    }

    /// Whether a name that begins here was cut out of a longer one: `Bissau` after `Guinea-`.
    fn cut_before(&self, at: usize) -> bool {
        at > 0
            && matches!(self.words[at].sign, Some('-' | '‐' | '‑'))
            && !self.is_name_or_word(at - 1)
    }

    fn cut_after(&self, last: usize) -> bool {
        self.words.get(last + 1).is_some_and(|next| {
            matches!(next.sign, Some('-' | '‐' | '‑')) && !self.is_name_or_word(last + 1)
        })
    }

    /// Whether the word beside a hyphen is a name by itself (`Italy-Nepal talks`).
    fn is_name_or_word(&self, at: usize) -> bool {
        self.names.participant(self.words[at].text).is_some() && self.spelled_as_a_name(at, 1)
    }

    /// Whether what was found may be no name: a word or place that is spelled alike.
    fn in_doubt(&self, at: usize, length: usize) -> bool {
        let last = at + length - 1;
        let name = &self.words[at];
        if length == 1 && WORDS_TOO.contains(&name.folded.as_str()) && name.text != "US" {
            return true;
        }
        let small = [
            "turkey", "chad", "china", "jordan", "georgia", "suisse", "chine", "grece",
            "maurice", "guinee",
        ];
        if self.small && length == 1 && small.contains(&name.folded.as_str()) {
            return true;
        }
        let before = at.checked_sub(1).map(|before| &self.words[before]);
        let touches = |word: &Word<'_>| word.ends == Ends::Nothing;
        let led = before.is_some_and(|before| {
            let of = ["of", "de", "du", "d"].contains(&before.folded.as_str());
            let word = if of {
                at.checked_sub(2).map(|at| &self.words[at])
            } else {
                Some(before)
            };
            let seas = [
                "gulf", "golfe", "sea", "mer", "strait", "bay", "lake", "lac", "ville", "city",
                "ciudad",
            ];
            word.is_some_and(|word| match of {
                true => seas.contains(&word.folded.as_str()),
                false => BEFORE.contains(&word.folded.as_str()),
            }) && touches(name)
        });
        let follows = self
            .words
            .get(last + 1)
            .is_some_and(|next| touches(next) && AFTER.contains(&next.folded.as_str()));
        led || follows
    }

    /// A treaty that is named: one word with two capitals, or a title.
    fn treaty_at(&self, at: usize) -> Option<(usize, What)> {
        let word = &self.words[at];
        let capitals = word.text.chars().filter(|c| c.is_uppercase()).count();
        if capitals >= 2
            && word.text.chars().count() >= 3
            && let Some(id) = self.names.treaty(word.text)
        {
            return Some((1, What::Treaty(id)));
        }
        if capitals == 0 {
            return None;
        }
        let most = LONGEST.min(self.words.len() - at);
        let lengths: Vec<_> = (1..=most)
            .take_while(|length| self.runs_on(at, *length))
            .collect();
        let title = |length: usize| {
            let of = ["treaty", "convention", "traite", "protocol", "protocole"];
            let mut words = self.words[at..at + length].iter();
            length > 1 && words.any(|word| of.contains(&word.folded.as_str()))
        };
        lengths
            .into_iter()
            .rev()
            .filter(|length| title(*length))
            .find_map(|length| {
                let name = &self.text[word.at.from..self.words[at + length - 1].at.to];
                Some((length, What::Treaty(self.names.treaty(name)?)))
            })
    }
}
