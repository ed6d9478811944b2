//! Reports: what the record says of a period or a day, part by part, as sentences and tables.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::EntryRef;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{ParticipantId, TreatyId};

use super::campaign::NamedState;
use super::sentence::{Instrument, Said, Sentence};
use super::{HeadView, SourceRef};

/// The kinds of report. Each has a file of its own in `world::report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// What those who hold the office, and others, did for a treaty between two days, and what came about.
    Progress,
    /// What States completed for a treaty between two days: bilaterally, globally, regionally.
    Activities,
    /// Where everybody stood under a treaty at the end of a day.
    Status,
    /// What States owe under a treaty, and how it stands at the end of a day.
    Obligations,
    /// An action plan: its goal beside where the treaty stands, and its actions.
    Plan,
    /// All that whoever speaks to a State should have read, State by State.
    Brief,
    /// What is needed in the room with a State: what to say to it first, what lies behind it after.
    Bilateral,
    /// How many stand where under a treaty, and who joined, in sentences for a statement.
    Sentence,
    /// How States voted on resolutions about a treaty between two days.
    Votes,
    /// Who helped whom under a treaty between two days, and which help was asked for.
    Assistance,
}

/// A word that names no kind of report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is none of: {}", ReportKind::ALL.map(ReportKind::word).join(", "))]
pub struct UnknownReport {
    /// What was given.
    pub word: String,
}

impl ReportKind {
    /// All of them.
    pub const ALL: [ReportKind; 10] = [
        ReportKind::Progress,
        ReportKind::Activities,
        ReportKind::Status,
        ReportKind::Obligations,
        ReportKind::Plan,
        ReportKind::Brief,
        ReportKind::Bilateral,
        ReportKind::Sentence,
        ReportKind::Votes,
        ReportKind::Assistance,
    ];

    /// Its word on the command line, in addresses and in the keys of its texts.
    pub fn word(self) -> &'static str {
        match self {
            ReportKind::Progress => "progress",
            ReportKind::Activities => "activities",
            ReportKind::Status => "status",
            ReportKind::Obligations => "obligations",
            ReportKind::Plan => "plan",
            ReportKind::Brief => "brief",
            ReportKind::Bilateral => "bilateral",
            ReportKind::Sentence => "sentence",
            ReportKind::Votes => "votes",
            ReportKind::Assistance => "assistance",
        }
    }

    /// Whether it tells of a day or of a period.
    pub fn span(self) -> ReportSpan {
        match self {
            ReportKind::Progress
            | ReportKind::Activities
            | ReportKind::Votes
            | ReportKind::Assistance => ReportSpan::Period,
            ReportKind::Status
            | ReportKind::Plan
            | ReportKind::Brief
            | ReportKind::Bilateral => ReportSpan::Day,
            ReportKind::Obligations | ReportKind::Sentence => ReportSpan::DayOrPeriod,
        }
    }

    /// Whether it is about States that are named.
    pub fn of(self) -> ReportOf {
        match self {
            ReportKind::Progress
            | ReportKind::Status
            | ReportKind::Obligations
            | ReportKind::Plan
            | ReportKind::Sentence => ReportOf::All,
            ReportKind::Activities | ReportKind::Votes | ReportKind::Assistance => {
                ReportOf::SomeOrAll
            }
            ReportKind::Brief | ReportKind::Bilateral => ReportOf::Some,
        }
    }
}

impl ReportAsk {
    /// Whether its kind takes what is given, and has what it needs.
    ///
    /// # Errors
    ///
    /// What is missing, or given and not taken.
    pub fn check(&self) -> Result<(), ReportRefused> {
        match (self.kind.span(), self.from) {
            (ReportSpan::Period, None) => return Err(ReportRefused::NoFirstDay),
            (ReportSpan::Day, Some(_)) => return Err(ReportRefused::OneDay),
            (ReportSpan::Period | ReportSpan::DayOrPeriod, Some(from)) if from > self.to => {
                return Err(ReportRefused::Disordered);
            }
            (ReportSpan::Period | ReportSpan::DayOrPeriod, Some(_))
            | (ReportSpan::Day | ReportSpan::DayOrPeriod, None) => {}
        }
        match self.kind.of() {
            ReportOf::All if !self.of.is_empty() => return Err(ReportRefused::AllStates),
            ReportOf::Some if self.of.is_empty() => return Err(ReportRefused::NoState),
            ReportOf::All | ReportOf::SomeOrAll | ReportOf::Some => {}
        }
        if self.plan.is_some() && self.kind != ReportKind::Plan {
            return Err(ReportRefused::TakesNoPlan);
        }
        Ok(())
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
        found.ok_or_else(|| UnknownReport {
            word: word.to_owned(),
        })
    }
}

/// What a report is asked about. Not every kind takes everything: [`ReportKind::span`] and [`ReportKind::of`] say what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportAsk {
    /// The kind.
    pub kind: ReportKind,
    /// The treaty.
    pub treaty: TreatyId,
    /// The States it is about; none: all.
    pub of: Vec<ParticipantId>,
    /// The first day, included, of a kind that tells of a period.
    pub from: Option<Date>,
    /// The last day, included, or the day.
    pub to: Date,
    /// The action plan that is meant, by its name in addresses, of the kind that tells of one; none: the last
    /// on record by the day.
    pub plan: Option<String>,
}

/// Whether a kind of report tells of a day or of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportSpan {
    /// Of the end of one day: it has no first day.
    Day,
    /// Of a period: it has a first day.
    Period,
    /// Of the end of a day, or of what falls between two, where a first one is given.
    DayOrPeriod,
}

/// Whether a kind of report is about States that are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportOf {
    /// It is about everybody; no State is named.
    All,
    /// About those that are named, or everybody where none is.
    SomeOrAll,
    /// About those that are named, one at least.
    Some,
}

/// Why a report cannot be made as it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReportRefused {
    /// The treaty is not on record at that moment of knowledge.
    #[error("nothing was known of this treaty at that moment")]
    NoTreaty,
    /// A kind that tells of a period, without a first day.
    #[error("a report of this kind begins on a day")]
    NoFirstDay,
    /// A kind that tells of a day, with a first day.
    #[error("a report of this kind is of one day")]
    OneDay,
    /// A first day after the last.
    #[error("the first day comes after the last")]
    Disordered,
    /// A kind that is about States, without one.
    #[error("a report of this kind is about a State")]
    NoState,
    /// An action plan that is not on record.
    #[error("no action plan of this name is on record under the treaty")]
    NoPlan,
    /// A kind that tells of no action plan, with one.
    #[error("a report of this kind tells of no action plan")]
    TakesNoPlan,
    /// A kind that is about everybody, with a State.
    #[error("a report of this kind is about all States")]
    AllStates,
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
    /// The States it is about, as they were asked for; none: all.
    pub of: Vec<NamedState>,
    /// The action plan that was asked for by its name; `null`: none was.
    pub plan: Option<String>,
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
    pub key: String,
    /// Its heading.
    pub heading: Sentence,
    /// The State it tells of, of a report that is made State by State: such parts are put in the alphabetical order of
    /// the language that they are read in.
    pub of: Option<NamedState>,
    /// How deep: 1 for a part of the body.
    pub level: u8,
    /// Whether it begins on a page of its own.
    pub begins_page: bool,
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
    /// The report itself, asked again: no other page has the answer.
    Report,
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
    /// What States owe under it, as it stands on a day.
    Duties {
        /// What fell due from this day on; `null`: whenever it did.
        from: Option<Date>,
        /// The day, and the last one of those.
        on: Date,
    },
    /// Where a State stood under it on a day, and what it did by then.
    Participation {
        /// The State.
        of: ParticipantId,
        /// The day.
        on: Date,
    },
    /// What whoever spoke to a State about it on a day should have read.
    Brief {
        /// The State.
        of: ParticipantId,
        /// The day.
        on: Date,
    },
    /// Where a State stood under all treaties on a day.
    Across {
        /// The State.
        of: ParticipantId,
        /// The day.
        on: Date,
    },
    /// Who approached whom for it between two days.
    Approaches {
        /// Those by this participant alone.
        by: Option<ParticipantId>,
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
    /// What stands at its head.
    pub head: Sentence,
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
