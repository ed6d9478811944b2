//! Invented ledgers on disk.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "only tests use it")]

use std::path::Path;

use ledger::store::Store;
use ledger::{Audience, Batch, Body, Entry, EntryId, Head, Link, Seq, number_batch};
use store::Sqlite;
use treaty::{Act, Kind, Source};

/// An entry with the number `n`, as long as real ones are; every seventh is much longer than a
/// page of the file.
pub(crate) fn entry(n: u64) -> Entry {
    let mut act = Act::new(
        "invented".parse().unwrap(),
        ["XAA", "XBB", "XCC"][usize::try_from(n % 3).unwrap()]
            .parse()
            .unwrap(),
        Kind::Declaration,
        "2018-05-08".parse().unwrap(),
    );
    act.text =
        Some("An invented declaration. ".repeat(if n.is_multiple_of(7) { 400 } else { 4 }));
    Entry {
        id: EntryId(format!("01890000-0000-7000-8000-{n:012x}").parse().unwrap()),
        recorded: jiff::Timestamp::constant(1_700_000_000 + n.cast_signed() * 3600, 0),
        author: "desk".into(),
        audience: Audience::Public,
        label: None,
        origin: None,
        source: Source::cited("An invented note"),
        batch: Batch { at: 0, of: 1 },
        body: Body::Act(act),
    }
}

/// The payloads of a batch of entries, the first with the number `first`.
pub(crate) fn batch(first: u64, entries: u64) -> Vec<Vec<u8>> {
    let mut entries: Vec<_> = (first..first + entries).map(entry).collect();
    number_batch(&mut entries);
    entries
        .iter()
        .map(|entry| entry.to_payload().unwrap())
        .collect()
}

/// Writes batches of these lengths to a new ledger, and gives all payloads.
pub(crate) fn write(path: &Path, lengths: &[u64]) -> Vec<Vec<u8>> {
    let mut sqlite = Sqlite::create(path).unwrap();
    let mut head = Head::EMPTY;
    let mut all = Vec::new();
    for length in lengths {
        let payloads = batch(head.len + 1, *length);
        head = sqlite.append(head, &payloads).unwrap();
        all.extend(payloads);
    }
    all
}

/// Everything that can be read.
pub(crate) fn read(store: &dyn Store) -> Vec<(u64, Link, Vec<u8>)> {
    let mut all = Vec::new();
    let read = store.read(Seq(1), &mut |seq, link, payload| {
        all.push((seq.0, link, payload.to_vec()));
    });
    read.unwrap();
    all
}

/// The error with all its causes, as a program prints it.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
