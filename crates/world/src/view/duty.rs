//! Duties, and the steps of a date.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Because, PartialDate, ParticipantId, TreatyId};

use super::{HeadView, SourceRef};

/// `due [--treaty T] [--state S] [--on D] [--from D --to D]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DutiesView {
    /// The day on which the standing of each duty is told.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Only duties due from this day …
    pub from: Option<Date>,
    /// … to this one.
    pub to: Option<Date>,
    /// The duties, by due day, treaty, article, name.
    pub duties: Vec<DutyStanding>,
}

/// One duty of one participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DutyStanding {
    /// The treaty.
    pub treaty: TreatyId,
    /// Who owes it.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// The article.
    pub article: String,
    /// What is owed.
    pub duty: String,
    /// When it is due, extensions included. `null`: continuing, dormant, on an event, not known.
    pub due: Option<Date>,
    /// When it was due before extensions.
    pub original_due: Option<Date>,
    /// The extensions.
    pub extensions: Vec<ExtensionView>,
    /// How it stands on the day.
    pub standing: DutyState,
    /// When it was fulfilled.
    pub fulfilled: Option<PartialDate>,
    /// How far ahead of the due day, or after it, it was fulfilled.
    pub margin: Option<Margin>,
    /// What was observed, for the reader.
    pub observed: Vec<String>,
    /// Whether it is agreed politically, not in the treaty.
    pub political: bool,
    /// The steps.
    pub because: Because,
    /// The entries it rests on.
    pub sources: Vec<SourceRef>,
}

/// How far from its day a duty was done; of a date of which only the month or year is known, both
/// ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Margin {
    /// Had it been done on the last day the date can mean.
    pub least: Distance,
    /// Had it been done on the first.
    pub most: Distance,
}

/// How far one day lies before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Distance {
    /// In days; negative where it lies after.
    pub days: i32,
    /// In whole years …
    pub years: u32,
    /// … and whole months beside …
    pub months: u32,
    /// … and the days that remain.
    pub rest: u32,
}

/// One granted extension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExtensionView {
    /// The new deadline.
    pub until: Date,
    /// When it was granted.
    pub granted: Option<PartialDate>,
    /// The entry.
    pub source: SourceRef,
}

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DutyState {
    /// Done.
    Fulfilled,
    /// Not done, and the day has not passed.
    Due,
    /// The day passed, and a source says, or a complete record shows, that it was not done.
    Overdue,
    /// Not done, the original day passed, an extension runs.
    Extended,
    /// The treaty is not in force.
    Dormant,
    /// Does not apply to it.
    NotApplicable,
    /// Not known whether it applies or was done.
    Unknown,
}

/// `explain TREATY S ARTICLE`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExplainView {
    /// The treaty.
    pub treaty: TreatyId,
    /// Who.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// What was asked: an article, or `in_force`, `left`.
    pub article: String,
    /// What it is about.
    pub what: String,
    /// The day that results.
    pub date: Option<Date>,
    /// The standing of the duty, for duties.
    pub standing: Option<DutyState>,
    /// The steps.
    pub because: Because,
    /// The entries it rests on.
    pub sources: Vec<SourceRef>,
}
