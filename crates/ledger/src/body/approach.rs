//! That somebody approached somebody for a treaty, and what may be shown of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use treaty::{PartialDate, ParticipantId, TreatyId};

use super::MeetingRef;
use super::vocabulary::{
    ActedAs, ApproachKind, Channel, Level, Obstacle, Outcome, Support, Theme, words,
};
use crate::EntryId;

/// One contact for a treaty: who, whom, how, and what came of it. A correction tells how it went
/// on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approach {
    /// For which treaties: one at least.
    pub treaties: Vec<TreatyId>,
    /// Whether it took place.
    pub state: ApproachState,
    /// What it was.
    pub kind: ApproachKind,
    /// Who approached: one at least.
    pub by: Vec<Side>,
    /// Whom: one at least.
    pub to: Vec<Side>,
    /// In which capacity those acted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acted_as: Option<ActedAs>,
    /// When, or its first day. Absent: not known, or not fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// Its last day, of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// Through which channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// At which forum, such as `unga_first_committee`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forum: Option<String>,
    /// At which meeting of the first treaty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingRef>,
    /// With which arguments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<String>,
    /// What was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
    /// What stands in the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub obstacles: Vec<Obstacle>,
    /// Help that was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Support>,
    /// Help that was offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offered: Vec<Support>,
    /// What is to be done next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<NextStep>,
    /// Papers that go with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Paper>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

words! {
    /// Whether an approach took place.
    ApproachState {
        /// Not ready to be relied on.
        Draft,
        /// It is to take place.
        Planned,
        /// It took place. Only these may ever be public.
        Done,
        /// It will not take place.
        Dropped,
    }
}

/// One of those who approach or are approached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// Which participant, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<ParticipantId>,
    /// The organisation or group, where it is no participant, or a part of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who, in person. Personal data: it is for the entry's audience, and never needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// In which function.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<String>,
    /// At which level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
}

/// Something that is to be done after an approach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    /// What.
    pub what: String,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PartialDate>,
    /// When it was done. Absent: it is still to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<PartialDate>,
}

/// A paper that goes with an approach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// Where it is to be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// SHA-256 of its bytes, where they are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// What was released of an entry: for whom the extract is, its own audience says. It stands beside
/// the entry, for those who see that; the extract itself tells nothing of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The entry of which something was released.
    pub of: EntryId,
    /// The entry that says it.
    pub extract: EntryId,
    /// The members that were released, by name.
    pub members: Vec<String>,
}
