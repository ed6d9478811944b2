//! Action plans, statements and assistance: what was agreed, said and given.

use jiff::Timestamp;
use ledger::body::vocabulary::DocumentTheme;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{PartialDate, ParticipantId, TreatyId};

use super::{HeadView, SourceRef};

/// An action plan in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanSummary {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its name in addresses, such as `lausanne`.
    pub plan: String,
    /// Its title.
    pub title: String,
    /// Its short name in use, such as `LAP`.
    pub short: Option<String>,
    /// When it was adopted.
    pub adopted: Option<PartialDate>,
    /// Until when it runs, as far as known.
    pub until: Option<String>,
    /// How many actions it has on record. Named so in data, since a plan's own page has its
    /// `actions` themselves.
    #[serde(rename = "actions_on_record")]
    pub actions: u32,
    /// Of how many of them the text was read.
    pub read: u32,
}

/// An action plan, action by action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The plan.
    #[serde(flatten)]
    pub plan: PlanSummary,
    /// How many parties the treaty was to have by when.
    pub goal: Option<GoalView>,
    /// What the source says of it beside.
    pub note: Option<String>,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
    /// Where the plan is from.
    pub source: SourceRef,
    /// Its actions, in their order.
    pub actions: Vec<PlanActionView>,
}

/// How many parties a treaty was to have by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GoalView {
    /// In the words of the source.
    pub label: String,
    /// How many.
    pub parties: u32,
    /// By when, as far as known.
    pub by: Option<PartialDate>,
    /// Where it is from.
    pub source: SourceRef,
}

/// One action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanActionView {
    /// Its number as printed: `11`, `1.3`, `10(c)`.
    pub number: String,
    /// The section it stands in.
    pub theme: Option<String>,
    /// What it asks, in our words; `null`: its text was not read.
    pub text: Option<String>,
    /// Its indicator or target.
    pub indicator: Option<String>,
    /// By when, as printed.
    pub due: Option<String>,
    /// What the source says of it beside.
    pub note: Option<String>,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
    /// Where it is from.
    pub source: SourceRef,
}

/// A statement that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatementView {
    /// The entry.
    pub entry: ledger::EntryRef,
    /// In whose name.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// The treaty it was made under.
    pub treaty: TreatyId,
    /// [`super::MeetingView::id`] of the meeting on record, where it is one.
    pub meeting: Option<String>,
    /// The meeting as the source names it.
    pub meeting_title: String,
    /// The day, or what is known of it.
    pub date: PartialDate,
    /// Its title or theme, as printed; `null`: not named.
    pub title: Option<String>,
    /// What it spoke of.
    pub themes: Vec<DocumentTheme>,
    /// Who spoke, as printed.
    pub speaker: Option<String>,
    /// In which function, as printed.
    pub post: Option<String>,
    /// The names of those with whose statements it aligned itself.
    pub aligned_with: Vec<String>,
    /// Where the text is to be read, if known.
    pub url: Option<String>,
    /// What the source says of it beside.
    pub note: Option<String>,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
    /// Where it is from.
    pub source: SourceRef,
}

/// Assistance that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AssistanceView {
    /// The entry.
    pub entry: ledger::EntryRef,
    /// Who gave it.
    pub by: ParticipantId,
    /// Its name.
    pub by_name: String,
    /// Who received it, where that is a participant.
    pub to: Option<ParticipantId>,
    /// The receiver's name; for a territory, as printed.
    pub to_name: String,
    /// The treaty it is told under.
    pub treaty: TreatyId,
    /// What it was, as the source says.
    pub what: String,
    /// When, as far as known.
    pub date: Option<PartialDate>,
    /// What the source says of it beside.
    pub note: Option<String>,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
    /// Where it is from.
    pub source: SourceRef,
}
