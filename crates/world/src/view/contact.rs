//! Views of approaches.

use std::collections::BTreeMap;

use jiff::Timestamp;
use ledger::body::vocabulary::{ApproachKind, AttributionConfidence, Level, Outcome};
use ledger::body::{Approach, ApproachState};
use ledger::{Audience, EntryRef, Tlp};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::ParticipantId;

use super::{HeadView, SourceRef};

/// Approaches that were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApproachesView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The record behind it.
    pub head: HeadView,
    /// How many there are of which sort, whatever part of the list is shown.
    pub counts: ApproachCounts,
    /// The approaches: newest first, those without a day last.
    pub approaches: Vec<ApproachView>,
}

/// How many approaches there are of which sort.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApproachCounts {
    /// All of them.
    pub total: u32,
    /// After how many something is still to be done.
    pub open: u32,
    /// By what they were.
    pub kinds: BTreeMap<ApproachKind, u32>,
    /// By whether they took place.
    pub stages: BTreeMap<ApproachState, u32>,
    /// By what came of them; one may have several.
    pub outcomes: BTreeMap<Outcome, u32>,
}

/// What there is of approaches with one participant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApproachedView {
    /// How many there are.
    pub total: u32,
    /// After how many something is still to be done.
    pub open: u32,
    /// The last that took place.
    pub last: Option<ApproachView>,
}

/// One approach with what was recorded of it since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApproachPageView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The record behind it.
    pub head: HeadView,
    /// The approach.
    #[serde(flatten)]
    pub approach: ApproachView,
    /// What is thought to have followed from it.
    pub followed: Vec<FollowedView>,
    /// Its entry, and those that put it right, take it back or dispute it, in the order of recording.
    pub history: Vec<NotedView>,
}

/// Something that followed upon an approach, and how sure somebody is that the two have to do with each
/// other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FollowedView {
    /// The entry that says it.
    pub entry: EntryRef,
    /// The entry of what followed.
    pub act: EntryRef,
    /// What followed, in a line.
    pub what: String,
    /// How sure.
    pub confidence: AttributionConfidence,
    /// Upon what.
    pub why: String,
    /// Why it is in doubt, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disputed: Option<String>,
}

/// Something that was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NotedView {
    /// What its entry is called.
    pub entry: EntryRef,
    /// What kind of entry it is.
    pub kind: &'static str,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// By whom.
    pub author: String,
    /// Why, where the entry says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// An approach, with the names of those who took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApproachView {
    /// What its entry is called.
    pub entry: EntryRef,
    /// Who may see it.
    pub audience: Audience,
    /// How far it may be passed on, where its author said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Tlp>,
    /// Who approached.
    pub by: Vec<SideView>,
    /// Whom.
    pub to: Vec<SideView>,
    /// What the entry says, corrections applied.
    pub approach: Approach,
    /// The entries that say what was released of it.
    pub released_as: Vec<EntryRef>,
    /// Why it is in doubt, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disputed: Option<String>,
    /// Its source.
    pub source: SourceRef,
}

/// One of those who took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SideView {
    /// Which participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso3: Option<ParticipantId>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The organisation, or the part of the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Who, in person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// In which function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<String>,
    /// At which level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
}
