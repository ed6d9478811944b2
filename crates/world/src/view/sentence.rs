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
    /// The treaty a sentence is about, by what it is: `the Treaty`, `the Convention`.
    Treaty(Instrument),
    /// Texts by their keys, joined.
    Keys(Vec<String>),
    /// Turns of phrase that were recorded, joined: in the reader's language where the catalogue has them,
    /// else quoted.
    Phrases(Vec<String>),
    /// Words that were recorded, each quoted; in the reader's language where the catalogue has them.
    Quoted(Vec<String>),
    /// Titles of papers, each quoted but for the symbol it begins with.
    Titles(Vec<String>),
    /// A person, with the functions that were recorded.
    Person {
        /// The name.
        name: String,
        /// The functions, with `;` between them.
        capacity: Option<String>,
    },
    /// Where something was said or done: fora, meetings, and whom it was addressed to.
    Venues(Vec<Venue>),
    /// Through which channels, and where.
    Ways(Vec<Way>),
}

/// What a treaty is by its title, which its sentences call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Instrument {
    /// A treaty.
    Treaty,
    /// A convention.
    Convention,
    /// A protocol.
    Protocol,
    /// An amendment.
    Amendment,
}

/// Where something was said or done, as far as it is on record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Venue {
    /// The forum, by its code or in its own words.
    pub forum: Option<String>,
    /// The meeting that is meant, where one is on record or was named.
    pub meeting: Option<VenueMeeting>,
    /// What those addressed are called who are no participants.
    pub whom: Option<String>,
}

/// A meeting as a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct VenueMeeting {
    /// The treaty.
    pub treaty: treaty::TreatyId,
    /// Its short name.
    pub short: String,
    /// The meeting's kind.
    pub kind: String,
    /// Its number.
    pub number: Option<String>,
}

/// Through which channel, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Way {
    /// The code of the channel.
    pub channel: Option<String>,
    /// The place as it was recorded.
    pub place: Option<String>,
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

    /// The same, speaking of States.
    pub(crate) fn states(self, name: &'static str, states: Vec<NamedState>) -> Sentence {
        self.with(name, Said::States(states))
    }

    /// The same, resting on entries more.
    pub(crate) fn by_all(self, entries: impl IntoIterator<Item = EntryRef>) -> Sentence {
        entries.into_iter().fold(self, Sentence::by)
    }

    /// The same, resting on an entry more.
    pub(crate) fn by(mut self, entry: EntryRef) -> Sentence {
        if !self.entries.contains(&entry) {
            self.entries.push(entry);
        }
        self
    }
}
