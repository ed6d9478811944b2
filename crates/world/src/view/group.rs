//! A treaty by groups of States.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::TreatyId;

use super::HeadView;

/// Where the members of each group stood under a treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupsView {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// The legal day, for standings and memberships alike.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The groups of which a member may join, or stands somewhere: by sort, then name.
    pub groups: Vec<GroupStanding>,
}

/// What sort of group it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GroupSort {
    /// A regional group of the United Nations; each member belongs to one.
    Regional,
    /// A region of the United Nations' M49 standard; each State lies in one.
    Region,
    /// An organisation, a list, or another grouping; they overlap.
    Other,
    /// A subregion of the M49 standard.
    Subregion,
}

/// How many of a group's members stand where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupStanding {
    /// The group, such as `un-african`.
    pub group: String,
    /// What sort of group.
    pub sort: GroupSort,
    /// Members that may join, or stand somewhere.
    pub members: u32,
    /// Consent stands and the treaty is in force for it.
    pub parties: u32,
    /// Consent stands, not or not yet in force for it.
    pub contracting: u32,
    /// Signature stands, no consent stands.
    pub signatories_only: u32,
    /// Left, and not come back.
    pub withdrawn: u32,
    /// None of these.
    pub none: u32,
}
