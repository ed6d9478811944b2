//! Bodies about those who use the program: teams, people, who sits where, and keys. Nothing in
//! them is personal: of a person there is an id and a commitment, and both say nothing once what
//! they were made from is erased.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use treaty::TreatyId;
use uuid::Uuid;

/// A person who uses the program: a UUIDv7 that means nothing anywhere else. What is known of the
/// person is kept beside the ledger and can be erased there.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct PersonId(pub Uuid);

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for PersonId {
    type Err = uuid::Error;

    fn from_str(s: &str) -> Result<PersonId, uuid::Error> {
        Uuid::parse_str(s).map(PersonId)
    }
}

/// A team: a ministry, a co-presidency, a secretariat. A later one with the same id replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Its id, which audiences name: 2 to 40 of `a-z`, `0-9` and inner hyphens.
    pub team: String,
    /// Its name.
    pub name: String,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Team {
    /// Whether an id has the form of one.
    pub fn is_id(id: &str) -> bool {
        let inner = !id.starts_with('-') && !id.ends_with('-') && !id.contains("--");
        let of = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        (2..=40).contains(&id.len()) && inner && id.bytes().all(of)
    }
}

/// That a person is known here, and a commitment to who it is: a SHA-256 over a salt and the name
/// and address given. Whoever has these can show that the entry speaks of that person; once they
/// are erased, it speaks of nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Who.
    pub person: PersonId,
    /// The commitment: 64 digits of `0-9a-f`. Absent: the person was erased, and the entry tells
    /// since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<String>,
}

/// What a person may do in a team from now on. A later one for the same person and team replaces
/// it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Who.
    pub person: PersonId,
    /// In which team.
    pub team: String,
    /// As what. Absent: no longer in the team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<SeatRole>,
}

/// What somebody is in a team, from the least to the most.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum SeatRole {
    /// Sees what the team sees.
    Reader,
    /// Records for the team, and corrects what they recorded themselves.
    Contributor,
    /// Corrects what anybody of the team recorded, and releases it.
    Editor,
    /// Invites people, gives roles, takes them.
    Administrator,
}

impl SeatRole {
    /// Every role, from the least to the most.
    pub const ALL: [SeatRole; 4] = [
        SeatRole::Reader,
        SeatRole::Contributor,
        SeatRole::Editor,
        SeatRole::Administrator,
    ];

    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            SeatRole::Reader => "reader",
            SeatRole::Contributor => "contributor",
            SeatRole::Editor => "editor",
            SeatRole::Administrator => "administrator",
        }
    }
}

/// Whether what is signed with a key is believed here. A later one for the same key replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The public key (Ed25519, RFC 8032): 64 digits of `0-9a-f`.
    pub public: String,
    /// Whose it is, in words.
    pub name: String,
    /// Whether people compared its fingerprint and found it right. `false`: no longer believed.
    pub trusted: bool,
    /// Why, or how the fingerprint was compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Whether a team agrees that what is its own is handed over to whoever has a key. A later one of the
/// same team for the same key replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// The team.
    pub team: String,
    /// The public key of whoever gets it (Ed25519, RFC 8032): 64 digits of `0-9a-f`.
    pub to: String,
    /// What is handed over: what is about these treaties. Empty: whatever it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub treaties: Vec<TreatyId>,
    /// Whether the team agrees. `false`: no longer.
    pub agreed: bool,
    /// Why, or for what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
