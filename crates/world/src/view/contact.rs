//! Views of approaches.

use ledger::body::Approach;
use ledger::body::vocabulary::Level;
use ledger::{Audience, EntryRef, Tlp};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::ParticipantId;

use super::SourceRef;

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
