//! One State under one treaty, States side by side, and standings over time.

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::EntryRef;
use ledger::body::Role;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Kind, PartialDate, ParticipantId, TreatyId};

use super::{
    ActView, AssistanceView, DutyStanding, Finding, HeadView, MeetingView, ParticipantStatus,
    Standing, StatementView,
};

/// One participant under one treaty: joining, duties, assistance, statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ParticipationView {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title.
    pub title: String,
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Where it stands.
    #[serde(flatten)]
    pub status: ParticipantStatus,
    /// Its standing over time; see [`TenureView::spans`].
    pub spans: Vec<Span>,
    /// What it did, by day. Act views carry their entries.
    pub acts: Vec<ActView>,
    /// Its duties, as of the day.
    pub duties: Vec<DutyStanding>,
    /// Its yearly duties, one row for each year, from the day the treaty bound it until a year
    /// after the day.
    pub reports: Vec<DutyStanding>,
    /// Its offices under the treaty.
    pub roles: Vec<Role>,
    /// Meetings whose place or president names it.
    pub meetings: Vec<MeetingView>,
    /// Assistance it gave.
    pub assistance_given: Vec<AssistanceView>,
    /// Assistance it received.
    pub assistance_received: Vec<AssistanceView>,
    /// What it said, newest first.
    pub statements: Vec<StatementView>,
    /// What does not add up.
    pub findings: Vec<Finding>,
}

/// Participants side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CompareView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Who, in the order asked.
    pub states: Vec<ComparedState>,
    /// One row per treaty on record.
    pub treaties: Vec<ComparedTreaty>,
}

/// A column of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComparedState {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// Under how many treaties its consent stands.
    pub consents: u32,
    /// How many of its duties are overdue.
    pub overdue: u32,
}

/// A row of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComparedTreaty {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title.
    pub title: String,
    /// Where each stands, in the order asked; `null` where the treaty is not open to it.
    pub statuses: Vec<Option<ParticipantStatus>>,
    /// Whether they do not all stand alike.
    pub differs: bool,
}

/// One participant's standings over time, treaty by treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TimelineView {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// The legal day, which the picture marks.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The treaties under which it ever acted, by the day of its first standing.
    pub treaties: Vec<TimelineTreaty>,
}

/// One participant's standings under one treaty over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TimelineTreaty {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title.
    pub title: String,
    /// From which day it stood where; see [`TenureView::spans`].
    pub spans: Vec<Span>,
    /// What it did, by day.
    pub acts: Vec<TimelineAct>,
}

/// An act on a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TimelineAct {
    /// The day.
    pub date: PartialDate,
    /// What.
    pub act: Kind,
    /// The entry.
    pub entry: EntryRef,
}

/// Who stood where, over all time, under a treaty: what dragging along the curve needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TenuresView {
    /// The treaty.
    pub treaty: TreatyId,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Everybody who ever had a standing or, as long as it exists, could join; by English name.
    pub participants: Vec<TenureView>,
}

/// One participant's standings over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TenureView {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// While it could join; `null` if it never could. Those who could and did not stand at `none`.
    pub open: Option<OpenSpan>,
    /// From which day it stood where, ascending; each lasts until the next begins. Before the
    /// first it had no standing.
    pub spans: Vec<Span>,
}

/// The days on which a participant exists to which a treaty is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenSpan {
    /// The first; `null` if it is older than what is recorded.
    pub from: Option<Date>,
    /// The last; `null` if it still exists.
    pub until: Option<Date>,
}

/// A standing from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The standing at its end.
    pub standing: Standing,
}
