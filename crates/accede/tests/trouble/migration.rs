//! `migrate-store`, killed in the middle and started again.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use ledger::body::AliasGiven;
use ledger::verify::verify;
use ledger::{Audience, Batch, Body, Entry, EntryId, Head, Store, number_batch};
use store::{Location, Sqlite};
use treaty::Source;

use crate::cluster::Cluster;
use crate::common::Accede;

/// The entries of a batch, and how many batches there are: some are on their way when others are
/// there.
const BATCH: u64 = 20;
const BATCHES: u64 = 30;

/// A ledger that is copied in several steps, for they end after 16 MiB.
fn long_ledger(path: &Path) -> Head {
    let mut store = Sqlite::create(path).unwrap();
    let mut head = Head::EMPTY;
    for batch in 0..BATCHES {
        let mut entries: Vec<Entry> = (0..BATCH).map(|at| entry(batch * BATCH + at)).collect();
        number_batch(&mut entries);
        let payloads: Vec<_> = entries
            .iter()
            .map(|entry| entry.to_payload().unwrap())
            .collect();
        head = store.append(head, &payloads).unwrap();
    }
    head
}

fn entry(number: u64) -> Entry {
    Entry {
        id: EntryId(uuid::Uuid::from_u128(u128::from(number) + 1)),
        recorded: crate::common::NOW.parse().unwrap(),
        author: "a test".to_owned(),
        audience: Audience::Public,
        label: None,
        origin: None,
        source: Source::cited("a test"),
        batch: Batch { at: 0, of: 1 },
        body: Body::Alias(AliasGiven {
            by: "ITA".parse().unwrap(),
            name: format!("{number} ").repeat(20_000),
        }),
    }
}

/// How many entries are at `place`, as far as can be told.
fn there(place: &Location) -> u64 {
    let store = place.open_to_read().ok().flatten();
    store
        .and_then(|store| store.head().ok())
        .map_or(0, |head| head.len)
}

/// Copies until something is there and not all, then kills; gives how much was there. `None`: it
/// was faster than we looked.
fn killed(accede: &Accede, from: &str, to: &str) -> Option<u64> {
    let place: Location = to.parse().unwrap();
    let mut copying = accede
        .command(["migrate-store", "--from", from, "--to", to])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while there(&place) == 0 && copying.try_wait().unwrap().is_none() {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "nothing is copied"
        );
        std::thread::sleep(Duration::from_millis(2));
    }
    // SIGKILL; it may have ended.
    let _ = copying.kill();
    copying.wait().unwrap();
    let store = place.open_to_read().unwrap().unwrap();
    let report = verify(store.as_ref());
    assert!(report.holds(), "{:?}", report.broken);
    assert_eq!(report.entries % BATCH, 0, "half a batch was copied");
    (report.entries < BATCHES * BATCH).then_some(report.entries)
}

/// Kills a copy on its way to one of `places`, and has the same command end it.
fn goes_on(accede: &Accede, from: &str, head: Head, places: impl Iterator<Item = String>) {
    for to in places {
        let Some(there) = killed(accede, from, &to) else {
            continue;
        };
        let told = accede.json(&format!("migrate-store --from {from} --to {to}"));
        assert_eq!(told["copied"], BATCHES * BATCH - there, "{told}");
        assert_eq!(
            (&told["entries"], &told["verified"], told["head"].as_str()),
            (
                &head.len.into(),
                &true.into(),
                Some(head.link.to_string().as_str())
            )
        );
        return;
    }
    panic!("each copy ended before it was killed");
}

#[test]
fn a_copy_that_was_killed_goes_on_where_it_stopped() {
    let accede = Accede::unused("law");
    let source = accede.folder().join("source");
    let head = long_ledger(&source);
    let source = source.display().to_string();
    let folder = accede.folder().display();
    goes_on(
        &accede,
        &source,
        head,
        (0..5).map(|n| format!("{folder}/copy-{n}")),
    );
    let Some(cluster) = Cluster::start("a_copy_that_was_killed") else {
        return;
    };
    let databases = (0..5).map(|n| cluster.database(&format!("copy_{n}")));
    goes_on(&accede, &source, head, databases);
}
