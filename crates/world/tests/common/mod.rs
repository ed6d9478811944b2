//! What the tests of this crate share: worlds of the shipped facts and of small records.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::{Audience, Batch, Body, Entry, EntryId, Recorded};
use treaty::{ParticipantId, Source, TreatyId};
use world::{Viewer, World};

/// The world of the shipped facts, as anyone sees it.
pub(crate) fn shipped_world() -> World {
    let recorded = chain(shipped::entries().unwrap());
    World::fold(&recorded, &Viewer::public(), Timestamp::MAX)
}

/// Entries with their places in the chain.
pub(crate) fn chain(entries: Vec<Entry>) -> Vec<Recorded> {
    ledger::chain(entries).unwrap()
}

/// A public entry, the `n`-th second of the record.
pub(crate) fn entry(n: u64, body: Body) -> Entry {
    Entry {
        id: EntryId(uuid::Uuid::from_u128(u128::from(n) + 1)),
        recorded: Timestamp::new(1_600_000_000 + i64::try_from(n).unwrap(), 0).unwrap(),
        author: "test".to_owned(),
        audience: Audience::Public,
        label: None,
        origin: None,
        source: Source::cited(format!("source {n}")),
        batch: Batch { at: 0, of: 1 },
        body,
    }
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn id(text: &str) -> TreatyId {
    text.parse().unwrap()
}

pub(crate) fn code(text: &str) -> ParticipantId {
    text.parse().unwrap()
}
