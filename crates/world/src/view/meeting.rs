//! Meetings, and what falls on which day.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{PartialDate, ParticipantId, TreatyId};

use super::{Change, Counts, DutyState, HeadView, SourceRef, StatementView};

/// A meeting, as lists tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeetingView {
    /// Its own name in addresses: treaty, kind, number or first day, as in `ccm-msp-11`.
    pub id: String,
    /// The treaty.
    pub treaty: TreatyId,
    /// The treaty's short name.
    pub short: String,
    /// What kind: `MSP`, `RevCon`, `ArtXIV`.
    pub kind: String,
    /// Its number in its series, or year.
    pub number: Option<String>,
    /// The first day.
    pub start: PartialDate,
    /// The last day.
    pub end: Option<PartialDate>,
    /// Where.
    pub place: Option<String>,
    /// Who presided, as printed.
    pub presidents: Option<String>,
    /// Anything else the source says.
    pub note: Option<String>,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
    /// The treaty's counts at the end of its last day; `null` where the day is not known.
    pub counts: Option<Counts>,
    /// Where it is from.
    pub source: SourceRef,
}

/// Past and coming meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeetingsView {
    /// The day that parts past from coming.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Only of this treaty.
    pub treaty: Option<TreatyId>,
    /// On or after the day, the next first.
    pub coming: Vec<MeetingView>,
    /// Before the day, the latest first.
    pub past: Vec<MeetingView>,
}

/// One meeting: where the treaty stood, who joined since the one before, what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeetingPageView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The meeting.
    pub meeting: MeetingView,
    /// The meeting of the same series before it.
    pub before: Option<MeetingView>,
    /// The meeting of the same series after it.
    pub after: Option<MeetingView>,
    /// What happened after the one before and up to its last day.
    pub since: Vec<Change>,
    /// What was said there, as far as on record.
    pub statements: Vec<StatementView>,
}

/// What falls between two days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CalendarView {
    /// The legal day: duties are told as they stand on it.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// First day, included.
    pub from: Date,
    /// Last day, included.
    pub to: Date,
    /// Only of this treaty.
    pub treaty: Option<TreatyId>,
    /// Only of this participant; meetings of treaties it signed or is bound by stay.
    pub iso3: Option<ParticipantId>,
    /// By day, treaty, what, name.
    pub items: Vec<CalendarItem>,
}

/// What a day of the calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CalendarWhat {
    /// A meeting begins.
    Meeting,
    /// One participant's duty falls due.
    Duty,
    /// A yearly duty falls due for many.
    Yearly,
    /// The treaty enters into force for a participant.
    InForce,
    /// A withdrawal takes effect.
    Leaves,
}

/// Something on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CalendarItem {
    /// Its own name, the same as long as it means the same: for feeds.
    pub id: String,
    /// The day, or the month where only that is known.
    pub day: PartialDate,
    /// The last day, for what lasts.
    pub until: Option<PartialDate>,
    /// What it is.
    pub what: CalendarWhat,
    /// The treaty.
    pub treaty: TreatyId,
    /// The treaty's short name.
    pub short: String,
    /// Who, where it is about one.
    pub iso3: Option<ParticipantId>,
    /// Its name.
    pub name: Option<String>,
    /// The article of a duty.
    pub article: Option<String>,
    /// What is owed, or the kind of the meeting as on record.
    pub title: String,
    /// Its number, for a meeting.
    pub number: Option<String>,
    /// Where, for a meeting.
    pub place: Option<String>,
    /// [`MeetingView::id`], for a meeting.
    pub meeting: Option<String>,
    /// How many owe it, for a yearly duty.
    pub states: Option<u32>,
    /// How it stands, for a duty of one.
    pub standing: Option<DutyState>,
    /// Whether it is in doubt.
    pub disputed: bool,
    /// Where it is from; a day by rule has those of the acts it was reckoned from.
    pub sources: Vec<SourceRef>,
}
