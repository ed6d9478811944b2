//! Turning what was read into batches of entries, the same bytes every time.

use jiff::Timestamp;
use ledger::{Audience, Batch, Body, Entry, EntryId, number_batch};
use sha2::{Digest, Sha256};
use treaty::Source;
use uuid::Uuid;

use crate::AUTHOR;

/// Entries in the making, and where the batch that is being made begins.
#[derive(Debug)]
pub(crate) struct Making {
    recorded: Timestamp,
    entries: Vec<Entry>,
    begun: usize,
}

impl Making {
    /// No entry yet; all are recorded at `recorded`.
    pub(crate) fn new(recorded: Timestamp) -> Making {
        Making {
            recorded,
            entries: Vec::new(),
            begun: 0,
        }
    }

    /// Ends a batch; what is appended next begins another. Batches hold whole or not at all, so
    /// one a subject keeps the rest of a damaged ledger certain.
    pub(crate) fn next_batch(&mut self) {
        number_batch(&mut self.entries[self.begun..]);
        self.begun = self.entries.len();
    }

    /// Appends an entry and returns its name, for what points at it.
    pub(crate) fn push(&mut self, source: Source, body: Body) -> EntryId {
        let at = u32::try_from(self.entries.len()).expect("facts are far fewer than 2^32");
        let id = entry_id(self.recorded, at, &json(&body));
        self.entries.push(Entry {
            id,
            recorded: self.recorded,
            author: AUTHOR.to_owned(),
            audience: Audience::Public,
            label: None,
            origin: None,
            source,
            batch: Batch { at: 0, of: 1 },
            body,
        });
        id
    }

    /// The entries, each with its place in its batch.
    pub(crate) fn finish(mut self) -> Vec<Entry> {
        self.next_batch();
        self.entries
    }
}

/// What a body says, as one text: equal texts, equal bodies.
pub(crate) fn json(body: &Body) -> Vec<u8> {
    serde_json::to_vec(body).expect("a body has text keys alone, which JSON can write")
}

/// The name of the `at`th entry recorded at `recorded`, shaped as a UUIDv7 (RFC 9562, 5.7): the
/// milliseconds, then `at` as a counter of 26 bits (12 in `rand_a`, 14 at the head of `rand_b`),
/// then the first 48 bits of the SHA-256 of what it says. Nothing in it is random, so that every
/// ledger that starts from a release has the same names, and names sort as the entries do.
fn entry_id(recorded: Timestamp, at: u32, body: &[u8]) -> EntryId {
    let millis = u128::from(recorded.as_millisecond().unsigned_abs()) & ((1 << 48) - 1);
    let counter = u128::from(at) & ((1 << 26) - 1);
    let hash = Sha256::digest(body);
    let tail = hash
        .iter()
        .take(6)
        .fold(0u128, |tail, byte| tail << 8 | u128::from(*byte));
    let id = millis << 80
        | 0x7 << 76
        | (counter >> 14) << 64
        | 0b10 << 62
        | (counter & ((1 << 14) - 1)) << 48
        | tail;
    EntryId(Uuid::from_u128(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_version_7_and_sort_as_they_are_counted() {
        let name = |at| entry_id(crate::recorded(), at, b"the same").0;
        for at in [0, 1, 16_383, 16_384, 6_000] {
            assert_eq!(name(at).get_version_num(), 7);
            assert_eq!(name(at).get_variant(), uuid::Variant::RFC4122);
            assert!(name(at) < name(at + 1), "{at}");
        }
    }

    #[test]
    fn another_text_has_another_name() {
        let at = crate::recorded();
        assert_ne!(entry_id(at, 1, b"one"), entry_id(at, 1, b"two"));
    }
}
