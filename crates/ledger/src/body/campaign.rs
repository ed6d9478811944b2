//! What a team wants to reach under a treaty, how far each State is, what was promised, and what an
//! approach is thought to have brought about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use treaty::{PartialDate, ParticipantId, TreatyId};

use super::vocabulary::{
    AttributionConfidence, DomesticStep, PledgeKind, PledgeState, StateStage,
};
use super::{MeetingRef, NextStep};
use crate::EntryId;

/// What somebody wants to reach under one treaty or several. A later one of the same name replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Its name in addresses, such as `ctbt-2021-2023`.
    pub campaign: String,
    /// Its title.
    pub title: String,
    /// Under which treaties: one at least. The aim is about the first.
    pub treaties: Vec<TreatyId>,
    /// What is to be reached.
    pub aim: CampaignAim,
    /// Its first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// Who runs it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<ParticipantId>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a campaign wants to reach. Each decides which participants it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CampaignAim {
    /// That the treaty enters into force: about those whose consent its rule still needs.
    EntryIntoForce,
    /// That so many consent to be bound: about everybody who may join and has not.
    Consents(u32),
    /// That everybody joins who may.
    Everybody,
    /// That every member of a group joins, such as `AU` or `un-african`.
    Group(String),
    /// That these join.
    These(Vec<ParticipantId>),
}

/// How far a participant is on its way to a treaty, as somebody reads it: what the depositary
/// recorded is an act, and no stage. The one with the latest day holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// The treaty.
    pub treaty: TreatyId,
    /// Who.
    pub by: ParticipantId,
    /// How far.
    pub stage: StateStage,
    /// The step at home that was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<DomesticStep>,
    /// When it was so.
    pub on: PartialDate,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// The approach in which it came up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approach: Option<EntryId>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Something a participant said it would do. A correction tells how it went on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pledge {
    /// The treaty.
    pub treaty: TreatyId,
    /// Who promised.
    pub by: ParticipantId,
    /// To do what.
    pub kind: PledgeKind,
    /// In the words of the source, or ours.
    pub what: String,
    /// What became of it.
    pub state: PledgeState,
    /// When it was promised. Absent: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// By when. Absent: no date was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<PartialDate>,
    /// At which meeting of the treaty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingRef>,
    /// The approach in which it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approach: Option<EntryId>,
    /// What is to be done about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<NextStep>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// That an act followed upon an approach, and how sure somebody is that the one has to do with the
/// other. No program makes one: it is a person's word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// The approach.
    pub approach: EntryId,
    /// The act that followed, or another entry that tells what the State did.
    pub act: EntryId,
    /// How sure.
    pub confidence: AttributionConfidence,
    /// Upon what.
    pub why: String,
}
