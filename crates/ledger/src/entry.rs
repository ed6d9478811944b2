//! One entry of the ledger.

use std::fmt;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use treaty::Source;
use uuid::Uuid;

use crate::audience::Tlp;
use crate::canonical::{self, CanonicalError};
use crate::{Audience, Body, EntryRef, Head, Link, Origin, Seq};

/// The version of the payload format that this program writes, and the only one it reads: the
/// member `v` of each payload.
pub const FORMAT_VERSION: u32 = 1;

/// An entry's own name, by which corrections, retractions and disputes point at it: a UUIDv7, or a
/// UUIDv8 where whoever recorded it chose a key for it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct EntryId(pub Uuid);

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The place of an entry in the batch it was appended with. A ledger that ends between two
/// entries of a batch shows by it that it was cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// 0 for the first.
    pub at: u32,
    /// How many the batch has.
    pub of: u32,
}

/// What is written. Its sequence number, the hash of the entry before and its own are given by
/// its place in the chain and are not repeated inside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its own name.
    pub id: EntryId,
    /// When it was recorded; never earlier than the entry before.
    pub recorded: Timestamp,
    /// Who recorded it: a person's or program's name.
    pub author: String,
    /// Who may see it.
    pub audience: Audience,
    /// How far it may be passed on by those who see it. Absent: nothing was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Tlp>,
    /// Where it was taken over from. Absent: it was written here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Where what it says can be checked.
    pub source: Source,
    /// Its place in its batch.
    pub batch: Batch,
    /// What it says.
    pub body: Body,
}

/// An entry with its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its number, from 1.
    pub seq: Seq,
    /// Its hash.
    pub link: Link,
    /// Its number and hash among the entries with the same audience: its place in their strand.
    pub own: Head,
    /// The entry.
    pub entry: Entry,
}

impl Recorded {
    /// How it is called by those who may see it.
    pub fn name(&self) -> EntryRef {
        match &self.entry.audience {
            Audience::Public => EntryRef::Public(Seq(self.own.len)),
            Audience::SignedIn | Audience::Teams(_) => EntryRef::Own(self.entry.id),
        }
    }
}

/// A payload that this program cannot read as an entry.
#[derive(Debug, thiserror::Error)]
pub enum PayloadError {
    /// Written by a newer program.
    #[error(
        "the entry is written in version {found} of the format, and this program reads version {FORMAT_VERSION}; use a newer version of the program"
    )]
    UnknownVersion {
        /// The version it says.
        found: u64,
    },
    /// Not an entry, or damaged.
    #[error("the payload of {len} bytes is no entry")]
    Unreadable {
        /// Its length in bytes.
        len: usize,
        /// What is wrong with it.
        source: CanonicalError,
    },
}

/// A payload as it is written: the members of an entry and the version, side by side.
#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    id: EntryId,
    recorded: Timestamp,
    author: &'a str,
    audience: &'a Audience,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Tlp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'a Origin>,
    source: &'a Source,
    batch: Batch,
    body: &'a Body,
}

/// A payload as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    v: Version,
    id: EntryId,
    recorded: Timestamp,
    author: String,
    audience: Audience,
    #[serde(default)]
    label: Option<Tlp>,
    #[serde(default)]
    origin: Option<Origin>,
    source: Source,
    batch: Batch,
    body: Body,
}

/// The one version that is read.
#[derive(Deserialize)]
#[serde(try_from = "u64")]
struct Version;

impl TryFrom<u64> for Version {
    type Error = PayloadError;

    fn try_from(found: u64) -> Result<Version, PayloadError> {
        if found == u64::from(FORMAT_VERSION) {
            Ok(Version)
        } else {
            Err(PayloadError::UnknownVersion { found })
        }
    }
}

impl Entry {
    /// The canonical bytes of the entry, with the version of the format beside its members.
    ///
    /// # Errors
    ///
    /// [`CanonicalError::NotWritable`] for an entry nested more deeply than the format allows, as
    /// corrections of corrections can be.
    pub fn to_payload(&self) -> Result<Vec<u8>, CanonicalError> {
        canonical::to_bytes(&Written {
            v: FORMAT_VERSION,
            id: self.id,
            recorded: self.recorded,
            author: &self.author,
            audience: &self.audience,
            label: self.label,
            origin: self.origin.as_ref(),
            source: &self.source,
            batch: self.batch,
            body: &self.body,
        })
    }

    /// Reads an entry from the bytes of a payload. Trusts their form, which verification checks.
    ///
    /// # Errors
    ///
    /// [`PayloadError::UnknownVersion`] for the payload of another version of the format, else
    /// [`PayloadError::Unreadable`].
    pub fn from_payload(bytes: &[u8]) -> Result<Entry, PayloadError> {
        let Read {
            v: Version,
            id,
            recorded,
            author,
            audience,
            label,
            origin,
            source,
            batch,
            body,
        } = canonical::from_bytes(bytes).map_err(|source| refused(bytes, source))?;
        Ok(Entry {
            id,
            recorded,
            author,
            audience,
            label,
            origin,
            source,
            batch,
            body,
        })
    }
}

/// Why `bytes` are no entry: first of all because they are of another version, in which any
/// member may have another shape.
fn refused(bytes: &[u8], source: CanonicalError) -> PayloadError {
    #[derive(Deserialize)]
    struct OnlyVersion {
        v: u64,
    }
    match canonical::from_bytes::<OnlyVersion>(bytes) {
        Ok(OnlyVersion { v }) if v != u64::from(FORMAT_VERSION) => {
            PayloadError::UnknownVersion { found: v }
        }
        Ok(OnlyVersion { .. }) | Err(_) => PayloadError::Unreadable {
            len: bytes.len(),
            source,
        },
    }
}

/// Numbers `entries` as they are appended together: those of one audience that stand side by side
/// are one batch; the first gets 0, and each the number of all. A batch never reaches over
/// audiences, or its numbers would tell those who see a part of it that there is more.
///
/// # Panics
///
/// If there are more than `u32::MAX` of them.
pub fn number_batch(entries: &mut [Entry]) {
    for run in entries.chunk_by_mut(|one, next| one.audience == next.audience) {
        let of =
            u32::try_from(run.len()).expect("a batch of four thousand million is never built");
        for (at, entry) in (0..of).zip(run) {
            entry.batch = Batch { at, of };
        }
    }
}

#[cfg(test)]
mod tests;
