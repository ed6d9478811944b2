//! Reports: what the record says of a period or a day, part by part, as sentences and tables.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::EntryRef;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::TreatyId;

use super::campaign::NamedState;
use super::sentence::{Instrument, Said, Sentence};
use super::{HeadView, SourceRef};

/// The kinds of report. Each has a file of its own in `world::report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// What those who hold the office, and others, did for a treaty between two days, and what came about.
    Progress,
    /// Where everybody stood under a treaty at the end of a day.
    Status,
}

/// A word that names no kind of report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is none of: progress, status")]
pub struct UnknownReport(
    /// What was given.
    pub String,
);

impl ReportKind {
    /// All of them.
    pub const ALL: [ReportKind; 2] = [ReportKind::Progress, ReportKind::Status];

    /// Its word on the command line, in addresses and in the keys of its texts.
    pub fn word(self) -> &'static str {
        match self {
            ReportKind::Progress => "progress",
            ReportKind::Status => "status",
        }
    }
}

impl fmt::Display for ReportKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for ReportKind {
    type Err = UnknownReport;

    fn from_str(word: &str) -> Result<ReportKind, UnknownReport> {
        let found = ReportKind::ALL.into_iter().find(|kind| kind.word() == word);
        found.ok_or_else(|| UnknownReport(word.to_owned()))
    }
}

/// A report, as plain data. What its viewer may not see was not in the world it was made from, and nothing
/// of it was left out afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportView {
    /// Of which kind.
    pub kind: ReportKind,
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title in the language asked for.
    pub title: String,
    /// What it is by its title, which its sentences call it.
    pub instrument: Instrument,
    /// The first day, included; `null` for what is about one day.
    pub from: Option<Date>,
    /// The last day, included, or the day.
    pub to: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Those of whose term of office it tells, by English name; none where the record names none.
    pub by: Vec<NamedState>,
    /// The body.
    pub parts: Vec<ReportPart>,
    /// What is annexed.
    pub annexes: Vec<ReportTable>,
    /// The sources of all entries it rests on, each once.
    pub sources: Vec<SourceRef>,
}

/// A part of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportPart {
    /// What it is called in each making of the report: `status`.
    pub key: &'static str,
    /// The key of its heading.
    pub heading: &'static str,
    /// How deep: 1 for a part of the body.
    pub level: u8,
    /// Its passages, in their order.
    pub passages: Vec<Passage>,
}

/// Sentences that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Passage {
    /// What it is called in each making of the report: `approaches-ita`.
    pub key: String,
    /// How it is set.
    pub form: PassageForm,
    /// Its sentences.
    pub sentences: Vec<ReportSentence>,
}

/// How a passage is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PassageForm {
    /// With a number through the whole body.
    Numbered,
    /// With a number of its own under a numbered one; it names what follows.
    Sub,
    /// With a bullet under either.
    Bullet,
}

/// A sentence, and which question has the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportSentence {
    /// What it says.
    #[serde(flatten)]
    pub says: Sentence,
    /// Which question about the treaty of the report answers the same.
    pub asks: Option<Asks>,
}

impl From<Sentence> for ReportSentence {
    fn from(says: Sentence) -> ReportSentence {
        ReportSentence { says, asks: None }
    }
}

/// A question about the treaty of a report, at the report's moment of knowledge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Asks {
    /// Where everybody stood on a day.
    Status {
        /// The day.
        on: Date,
    },
    /// What entry into force needed on a day.
    Force {
        /// The day.
        on: Date,
    },
    /// What was done under it between two days.
    Changes {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// Who approached whom for it between two days.
    Approaches {
        /// Those by this participant alone.
        by: Option<treaty::ParticipantId>,
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
}

/// A table that is annexed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportTable {
    /// What it is called in each making of the report: `status`.
    pub key: &'static str,
    /// Its heading, which tells what it shows.
    pub heading: Sentence,
    /// Its columns.
    pub columns: Vec<ReportColumn>,
    /// Whether its rows are of one State each, which the first cell names: such a table is put in the
    /// alphabetical order of the language it is read in.
    pub by_state: bool,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<ReportCell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportColumn {
    /// The key of its head.
    pub head: &'static str,
    /// Its share of the width: shares are of what all columns of the table have together.
    pub share: u8,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportCell {
    /// What stands in it, one thing after the other.
    pub holds: Vec<Said>,
    /// The entries it rests on.
    pub entries: Vec<EntryRef>,
}
