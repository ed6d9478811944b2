//! Identifiers: checked once at the edge, then trusted.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A treaty's short name in addresses, treaty files and entries, such as `tpnw`.
///
/// Always 2 to 60 of `a-z`, `0-9` and inner hyphens, so it needs no escaping.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$", "examples" = ["ctbt"]))]
pub struct TreatyId(String);

/// What was given is no treaty id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a treaty id: use 2 to 60 of a-z, 0-9 and inner hyphens, as in `rome-statute`"
)]
pub struct BadTreatyId(String);

impl FromStr for TreatyId {
    type Err = BadTreatyId;

    fn from_str(s: &str) -> Result<Self, BadTreatyId> {
        let fits = (2..=60).contains(&s.len())
            && !s.starts_with('-')
            && !s.ends_with('-')
            && s.bytes()
                .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if fits {
            Ok(Self(s.to_owned()))
        } else {
            Err(BadTreatyId(s.to_owned()))
        }
    }
}

/// A participant's code: ISO 3166-1 alpha-3 for States that have one, ISO 3166-3 or
/// a code of our own (documented in `facts/participants.csv`) for the others.
///
/// Three capital letters, kept inline: a participant id is copied, never allocated.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[A-Z]{3}$", "examples" = ["ITA"]))]
pub struct ParticipantId([u8; 3]);

/// What was given is no participant code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a participant code: use three capital letters, as in `ITA`")]
pub struct BadParticipantId(String);

impl ParticipantId {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("only A to Z are ever stored")
    }

    /// The letters as one number, in the same order.
    fn number(self) -> u32 {
        let [a, b, c] = self.0;
        u32::from_be_bytes([0, a, b, c])
    }
}

/// By code. Maps by participant are searched thousands of times a page: one number is compared
/// quicker than three letters.
impl Ord for ParticipantId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number().cmp(&other.number())
    }
}

impl PartialOrd for ParticipantId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for ParticipantId {
    type Err = BadParticipantId;

    fn from_str(s: &str) -> Result<Self, BadParticipantId> {
        match s.as_bytes() {
            &[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(Self([a, b, c])),
            _ => Err(BadParticipantId(s.to_owned())),
        }
    }
}

impl fmt::Debug for ParticipantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for ParticipantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl TryFrom<String> for ParticipantId {
    type Error = BadParticipantId;

    fn try_from(s: String) -> Result<Self, BadParticipantId> {
        s.parse()
    }
}

impl From<ParticipantId> for String {
    fn from(id: ParticipantId) -> String {
        id.as_str().to_owned()
    }
}

impl TreatyId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TreatyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for TreatyId {
    type Error = BadTreatyId;

    fn try_from(s: String) -> Result<Self, BadTreatyId> {
        s.parse()
    }
}

impl From<TreatyId> for String {
    fn from(id: TreatyId) -> String {
        id.0
    }
}
