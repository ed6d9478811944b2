//! Views of what was done near to an approach.

use ledger::body::ApproachState;
use ledger::body::vocabulary::ApproachKind;
use ledger::{Audience, EntryRef};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::PartialDate;

use super::SideView;

/// An approach to the same State for the same treaty, not long before or after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NearContact {
    /// What its entry is called.
    pub entry: EntryRef,
    /// Who recorded it.
    pub author: String,
    /// Who may see it.
    pub audience: Audience,
    /// Whether it took place, or is to.
    pub state: ApproachState,
    /// What it was.
    pub kind: ApproachKind,
    /// When, or its first day; absent: not fixed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// Its last day, of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// How many days lie between, at least; absent where no day is fixed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apart: Option<u16>,
    /// Who approached.
    pub by: Vec<SideView>,
    /// The names of those whom both approach.
    pub to: Vec<String>,
}
