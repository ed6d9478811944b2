//! Answers.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::ask::{Field, Filter};

/// What was found, all of it reckoned from the shelves that were asked and nothing else.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Found {
    /// How many items match.
    pub total: u64,
    /// The best of them, in order: by score, then the later first, then by key.
    pub hits: Vec<Hit>,
    /// What matches, by field. Each is counted as if its own field had no filter, since that is what one
    /// chooses from.
    pub facets: Vec<Facet>,
    /// Words that were found nowhere, and what stands near them.
    pub suggestions: Vec<Suggestion>,
    /// What was not understood, or answered otherwise than asked.
    pub remarks: Vec<Remark>,
}

/// An item that matches.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Hit {
    /// Its key.
    pub key: String,
    /// How well it matches; comparable within one answer alone. 0 where no word was asked for.
    pub score: f64,
    /// Its title, with what matched.
    pub title: Vec<Piece>,
    /// Up to three passages that show why, in the order of the text.
    pub passages: Vec<Passage>,
    /// Which words were found, where and how.
    pub why: Vec<Reason>,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Passage {
    /// The anchor of the paragraph.
    pub anchor: String,
    /// Whether the paragraph begins before it.
    pub cut_before: bool,
    /// Whether the paragraph goes on after it.
    pub cut_after: bool,
    /// Its text, in pieces.
    pub pieces: Vec<Piece>,
}

/// A piece of text, and how it matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Piece {
    /// The text; the pieces one after another are the passage.
    pub text: String,
    /// How it matched; none where it did not.
    pub matched: Option<How>,
}

/// That a word was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Reason {
    /// The word or phrase, as it was asked for.
    pub word: String,
    /// Where it was found.
    pub part: Part,
    /// How.
    pub how: How,
}

/// A part of an item in which words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Its title.
    Title,
    /// Who speaks: State, group, speaker, post.
    Names,
    /// What the record says beside that: symbol, meeting, place, treaties, themes, kind.
    Record,
    /// Its text.
    Text,
}

impl Part {
    pub(crate) const ALL: [Part; 4] = [Part::Title, Part::Names, Part::Record, Part::Text];

    pub(crate) fn place(self) -> usize {
        match self {
            Part::Title => 0,
            Part::Names => 1,
            Part::Record => 2,
            Part::Text => 3,
        }
    }
}

/// How what stands in a text agrees with what was asked for; the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The same, case and accents apart.
    Exact,
    /// Another form of the word.
    Stem,
    /// A word that begins so.
    Beginning,
    /// A term of the field with the same sense.
    Synonym,
    /// A name that is spelt almost so.
    Typo,
}

impl How {
    pub(crate) const ALL: [How; 5] = [
        How::Exact,
        How::Stem,
        How::Beginning,
        How::Synonym,
        How::Typo,
    ];

    pub(crate) fn place(self) -> usize {
        match self {
            How::Exact => 0,
            How::Stem => 1,
            How::Beginning => 2,
            How::Synonym => 3,
            How::Typo => 4,
        }
    }
}

/// The values of a field among what matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Facet {
    /// The field.
    pub field: Field,
    /// Its values, the most frequent first, then by value; at most as many as were asked for.
    pub values: Vec<Value>,
    /// How many values there are beside these.
    pub further: usize,
}

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Value {
    /// The value.
    pub value: String,
    /// How many items have it.
    pub count: u64,
}

/// What may have been meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Suggestion {
    /// A word, as it was asked for.
    pub word: String,
    /// Words of these shelves that are spelt almost so, the nearest and most frequent first.
    pub instead: Vec<String>,
}

/// What was not understood, or answered otherwise than asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "remark")]
pub enum Remark {
    /// A quotation mark has no partner; the phrase was taken to reach to the end.
    UnclosedQuote {
        /// The phrase.
        phrase: String,
    },
    /// A parenthesis has no partner; it was taken to stand where it makes sense.
    UnpairedParenthesis,
    /// An `AND`, `OR` or `NOT` joins nothing; it was passed over.
    NothingToJoin {
        /// Which.
        word: String,
    },
    /// There is no such field; what was typed was taken for words.
    NoSuchField {
        /// What stands before the colon.
        field: String,
    },
    /// A field was given no value, and passed over.
    NoValue {
        /// The field.
        field: Field,
    },
    /// A date cannot be read, and was passed over.
    NoDate {
        /// The field.
        field: Field,
        /// What was given.
        value: String,
    },
    /// The beginning of a word is too short to look for, and was taken for a word.
    ShortBeginning {
        /// What was given.
        word: String,
    },
    /// Only so many words are looked for; the rest was passed over.
    TooLong {
        /// How many words were looked for.
        words: usize,
    },
    /// Parentheses stand deeper in one another than is read; the rest was passed over.
    TooDeep,
    /// No item here has that value.
    NothingHas {
        /// The filter.
        filter: Filter,
    },
    /// The word was found nowhere, and names that are spelt almost so were looked for.
    AlsoLookedFor {
        /// The word.
        word: String,
        /// The names.
        names: Vec<String>,
    },
    /// Terms of the field were looked for beside the word.
    AlsoMeant {
        /// The word.
        word: String,
        /// The terms.
        terms: Vec<String>,
    },
    /// Few items have all the words, so those were taken that have most of them.
    FewHaveAll {
        /// How many have all.
        all: u64,
        /// How many words each item has at least.
        least: usize,
        /// How many words there are.
        of: usize,
    },
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Remark::UnclosedQuote { phrase } => {
                write!(
                    f,
                    "a quotation mark is not closed; looked for the phrase `{phrase}`"
                )
            }
            Remark::UnpairedParenthesis => f.write_str("a parenthesis has no partner"),
            Remark::NothingToJoin { word } => {
                write!(f, "`{word}` joins nothing and was passed over")
            }
            Remark::NoSuchField { field } => {
                write!(f, "there is no field `{field}`; looked for the words")
            }
            Remark::NoValue { field } => write!(f, "`{}:` has no value", field.name()),
            Remark::NoDate { field, value } => write!(
                f,
                "`{}:{value}` is no date; write 2016, 2016-05 or 2016-05-12",
                field.name()
            ),
            Remark::ShortBeginning { word } => {
                write!(f, "`{word}*` is too short; looked for the word `{word}`")
            }
            Remark::TooLong { words } => write!(f, "looked for the first {words} words alone"),
            Remark::TooDeep => {
                f.write_str("too many parentheses in one another; the rest was passed over")
            }
            Remark::NothingHas { filter } => {
                write!(f, "nothing has `{}:{}`", filter.field.name(), filter.value)
            }
            Remark::AlsoLookedFor { word, names } => {
                write!(
                    f,
                    "`{word}` is found nowhere; also looked for {}",
                    quoted(names)
                )
            }
            Remark::AlsoMeant { word, terms } => {
                write!(f, "beside `{word}` also looked for {}", quoted(terms))
            }
            Remark::FewHaveAll { all, least, of } => write!(
                f,
                "{all} have all {of} words; shown are those that have {least} or more"
            ),
        }
    }
}

fn quoted(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}
