//! One entry of the ledger.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use treaty::Source;
use uuid::Uuid;

use crate::{Audience, Body, Link, Seq};

/// An entry's own name, by which corrections, retractions and disputes point at it: a UUIDv7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// The entry.
    pub entry: Entry,
}
