//! The chain of hashes. Entries are bytes here.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::store::AppendError;

/// The number of an entry, from 1.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(transparent)]
pub struct Seq(pub u64);

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The hash of an entry and, through it, of all before it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Link(pub [u8; 32]);

impl Link {
    /// What stands before the first entry: 32 zero bytes.
    pub const ORIGIN: Link = Link([0; 32]);
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What was given is no link.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no link: it has 64 digits of 0-9 and a-f")]
pub struct BadLink(String);

impl std::str::FromStr for Link {
    type Err = BadLink;

    fn from_str(s: &str) -> Result<Link, BadLink> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let bytes: Option<Vec<u8>> = s
            .as_bytes()
            .chunks(2)
            .map(|pair| Some(digit(*pair.first()?)? * 16 + digit(*pair.get(1)?)?))
            .collect();
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
        bytes.map(Link).ok_or_else(|| BadLink(s.to_owned()))
    }
}

impl serde::Serialize for Link {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Link {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Link, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// How long a ledger is and its last link: what an appender must have seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The number of entries.
    pub len: u64,
    /// The link of the last one, or [`Link::ORIGIN`].
    pub link: Link,
}

impl Head {
    /// The head of a ledger without entries.
    pub const EMPTY: Head = Head {
        len: 0,
        link: Link::ORIGIN,
    };

    /// The head after `payload` is appended.
    pub fn then(self, payload: &[u8]) -> Head {
        Head {
            len: self.len + 1,
            link: link(&self.link, payload),
        }
    }

    /// Says whether this head of a store is the one an appender has seen.
    ///
    /// # Errors
    ///
    /// [`AppendError::Moved`] if the length differs, [`AppendError::Replaced`] if only the link.
    pub fn expect(self, seen: Head) -> Result<(), AppendError> {
        if self.len != seen.len {
            return Err(AppendError::Moved {
                expected: seen.len,
                now: self.len,
            });
        }
        if self.link != seen.link {
            return Err(AppendError::Replaced { len: self.len });
        }
        Ok(())
    }
}

/// The link of the entry that carries `payload` after the entry linked `prev`.
///
/// SHA-256 over the tag `entry/1`, `prev` and `payload`, each preceded by its length in bytes as
/// a big-endian `u64`. The lengths keep two different splits of the same bytes from hashing
/// alike. The recipe never changes; a new one gets a new tag. Frozen vectors:
/// `tests/chain_vectors.txt`.
pub fn link(prev: &Link, payload: &[u8]) -> Link {
    let mut hash = Sha256::new();
    for part in [b"entry/1".as_slice(), &prev.0, payload] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    Link(hash.finalize().into())
}
