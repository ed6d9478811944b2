//! How participants voted on a resolution.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use treaty::{PartialDate, ParticipantId, TreatyId};

use super::vocabulary::VotingBody;

/// A recorded vote. A participant that stands in no list did not belong to the body, or nothing is
/// known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RollCall {
    /// The treaty that the resolution is about.
    pub treaty: TreatyId,
    /// The symbol of the resolution, such as `A/RES/76/66`; of a draft where none was adopted.
    pub resolution: String,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who voted.
    pub body: VotingBody,
    /// On which part of it: a paragraph, an amendment. Absent: on the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// When.
    pub on: PartialDate,
    /// The session, as the body counts them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// Who voted in favour.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub yes: Vec<ParticipantId>,
    /// Who voted against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub no: Vec<ParticipantId>,
    /// Who abstained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub abstain: Vec<ParticipantId>,
    /// Who did not vote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<ParticipantId>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
