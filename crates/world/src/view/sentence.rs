//! A sentence as data: what it says, of what, and which entries it rests on. `words` has its text.

use std::collections::BTreeMap;

use ledger::EntryRef;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Kind, PartialDate};

use super::NamedState;

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sentence {
    /// Which sentence it is: the key of its text.
    pub says: &'static str,
    /// What it speaks of.
    pub of: BTreeMap<&'static str, Said>,
    /// The entries it rests on; none where it tells that there is none, or speaks of geography.
    pub entries: Vec<EntryRef>,
}

/// A value within a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// How many.
    Number(u32),
    /// When.
    Day(PartialDate),
    /// From when to when.
    Period {
        /// The first day, or its month or year.
        from: PartialDate,
        /// The last day, or its month or year.
        to: PartialDate,
    },
    /// A word of the vocabulary.
    Code {
        /// Of which list.
        list: CodeList,
        /// Which.
        code: String,
    },
    /// Words of the vocabulary.
    Codes {
        /// Of which list.
        list: CodeList,
        /// Which.
        codes: Vec<String>,
    },
    /// A kind of act.
    Act(Kind),
    /// Names, in the language asked for.
    Names(Vec<String>),
    /// States, said with their articles and in the alphabetical order of the reader's language.
    States(Vec<NamedState>),
    /// A group, by its code.
    Group(String),
    /// A meeting.
    Meeting {
        /// Of which treaty: its short name.
        short: String,
        /// Its kind.
        kind: String,
        /// Its number, where it has one.
        number: Option<String>,
    },
    /// Words as they are on record.
    Text(String),
}

/// The lists of the vocabulary that sentences draw on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CodeList {
    /// How somebody voted.
    Ballot,
    /// Through which channel.
    Channel,
    /// What an approach was.
    Kind,
    /// At which level somebody took part.
    Level,
    /// What stands in the way.
    Obstacle,
    /// What came of an approach.
    Outcome,
    /// What was promised.
    Pledge,
    /// How far somebody is.
    Stage,
    /// A step at home.
    Step,
    /// Help.
    Support,
}

impl Sentence {
    /// A sentence that speaks of nothing yet and rests on nothing.
    pub(crate) fn new(says: &'static str) -> Sentence {
        Sentence {
            says,
            of: BTreeMap::new(),
            entries: Vec::new(),
        }
    }

    /// The same, speaking of one thing more.
    pub(crate) fn with(mut self, name: &'static str, said: Said) -> Sentence {
        self.of.insert(name, said);
        self
    }

    pub(crate) fn count(self, name: &'static str, n: usize) -> Sentence {
        self.with(name, Said::Number(u32::try_from(n).unwrap_or(u32::MAX)))
    }

    pub(crate) fn day(self, name: &'static str, day: impl Into<PartialDate>) -> Sentence {
        self.with(name, Said::Day(day.into()))
    }

    pub(crate) fn text(self, name: &'static str, text: impl Into<String>) -> Sentence {
        self.with(name, Said::Text(text.into()))
    }

    pub(crate) fn code(
        self,
        name: &'static str,
        list: CodeList,
        code: &impl ToString,
    ) -> Sentence {
        let code = code.to_string();
        self.with(name, Said::Code { list, code })
    }

    /// The same, resting on an entry more.
    pub(crate) fn by(mut self, entry: EntryRef) -> Sentence {
        if !self.entries.contains(&entry) {
            self.entries.push(entry);
        }
        self
    }
}
