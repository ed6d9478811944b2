//! The grammar of the languages texts are written in: what no catalogue can hold.

pub(crate) mod english;
pub(crate) mod french;

use treaty::Lang;

use crate::Words;

/// The gender of what is counted, where a language asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// As *État* and *rapport*.
    Masculine,
    /// As *conférence* and *réunion*.
    Feminine,
}

/// Whose grammar a text follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grammar {
    English,
    French,
    /// A language whose grammar is not written here: names stand as they are, numbers in figures.
    Unwritten,
}

/// Beyond this, numbers stand in figures wherever they are.
const LAST_IN_WORDS: u64 = 999;

/// Numbers under this are said in words.
const FIRST_IN_FIGURES: u64 = 10;

impl Words {
    pub(crate) fn grammar(&self) -> Grammar {
        match self.text_lang() {
            Lang::En => Grammar::English,
            Lang::Fr => Grammar::French,
            Lang::Es | Lang::Ar | Lang::Zh | Lang::Ru => Grammar::Unwritten,
        }
    }

    /// How many, within a sentence: under ten in words, from ten on in figures (`nine`, `10`), as
    /// the United Nations' Editorial Manual has it. French counts in the masculine.
    pub fn count_word(&self, n: u64) -> String {
        match n < FIRST_IN_FIGURES {
            true => self.in_words(n),
            false => self.number(n),
        }
    }

    /// A number in words wherever it stands, as at the beginning of a sentence: `one hundred and
    /// eighty-seven`, `cent quatre-vingt-sept`. From a thousand on in figures.
    pub fn in_words(&self, n: u64) -> String {
        match self.grammar() {
            Grammar::English if n <= LAST_IN_WORDS => english::cardinal(n),
            Grammar::French if n <= LAST_IN_WORDS => french::cardinal(n),
            Grammar::English | Grammar::French | Grammar::Unwritten => self.number(n),
        }
    }

    /// The place in a series, in words: `twelfth`, `douzième`. From a thousand on in figures.
    pub fn ordinal(&self, n: u64, gender: Gender) -> String {
        match self.grammar() {
            Grammar::English if (1..=LAST_IN_WORDS).contains(&n) => english::ordinal(n),
            Grammar::French if (1..=LAST_IN_WORDS).contains(&n) => french::ordinal(n, gender),
            Grammar::English | Grammar::French | Grammar::Unwritten => {
                self.ordinal_figure(n, gender)
            }
        }
    }

    /// The place in a series, in figures: `12th`, `12e`, `1re`.
    pub fn ordinal_figure(&self, n: u64, gender: Gender) -> String {
        let end = match self.grammar() {
            Grammar::English => english::ordinal_end(n),
            Grammar::French => french::ordinal_end(n, gender),
            Grammar::Unwritten => "",
        };
        format!("{}{end}", self.number(n))
    }

    /// A text as it stands at the beginning of a sentence: `The Gambia`, `À la Barbade`.
    pub fn capital(&self, text: &str) -> String {
        let mut letters = text.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    }
}
