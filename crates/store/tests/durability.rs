//! Writers killed in the middle, on both stores: what was acknowledged is there, nothing is there by half.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "only tests stand here")]
#![allow(
    clippy::print_stdout,
    reason = "a writer acknowledges on standard output"
)]

#[path = "common/cluster.rs"]
mod cluster;
mod common;

use std::io::{BufRead, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;

use cluster::Cluster;
use common::batch;
use ledger::verify::verify;
use ledger::{AppendError, Store};
use store::Location;

/// Names the store for a writer that is to be killed.
const WRITER: &str = "LEDGER_TEST_WRITER";
/// How often writers are killed.
const KILLS: u64 = 12;
/// The entries of a batch.
const BATCH: u64 = 3;

/// Appends until it is killed; each line acknowledges the entries up to its number.
#[test]
fn writer() {
    let Ok(place) = std::env::var(WRITER) else {
        return;
    };
    let mut store = place.parse::<Location>().unwrap().open_or_create().unwrap();
    loop {
        let head = store.head().unwrap();
        match store.append(head, &batch(head.len + 1, BATCH)) {
            Ok(head) => {
                let mut out = std::io::stdout().lock();
                writeln!(out, "acknowledged {} {}", head.len, head.link).unwrap();
                out.flush().unwrap();
            }
            Err(AppendError::Moved { .. }) => {}
            Err(error) => panic!("{}", common::chain(&error)),
        }
    }
}

/// Starts `writers` at once, kills them after a while, and gives what they had acknowledged.
fn killed(place: &str, writers: u64, after: Duration) -> Vec<(u64, String)> {
    let mut children: Vec<_> = (0..writers)
        .map(|_| {
            Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "writer", "--nocapture", "--test-threads=1"])
                .env(WRITER, place)
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    let mut told = Vec::new();
    let mut readers: Vec<_> = children
        .iter_mut()
        .map(|child| BufReader::new(child.stdout.take().unwrap()))
        .collect();
    let mut take = |reader: &mut BufReader<_>| {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap() == 0 {
            return false;
        }
        let words: Vec<_> = line.split_whitespace().collect();
        // A line that was cut by the kill acknowledges nothing.
        if let (["acknowledged", len, link], true) = (words.as_slice(), line.ends_with('\n')) {
            told.push((len.parse().unwrap(), (*link).to_owned()));
        }
        true
    };
    // The first must have begun.
    for _ in 0..8 {
        take(&mut readers[0]);
    }
    std::thread::sleep(after);
    for child in &mut children {
        // SIGKILL.
        child.kill().unwrap();
        child.wait().unwrap();
    }
    for reader in &mut readers {
        while take(reader) {}
    }
    told
}

/// Kills writers again and again, and looks each time.
fn nothing_is_lost(place: &str) {
    let mut acknowledged = 0;
    for round in 0..KILLS {
        let told = killed(
            place,
            1 + round % 2,
            Duration::from_millis(13 * (round % 5)),
        );
        let store = place
            .parse::<Location>()
            .unwrap()
            .open_to_read()
            .unwrap()
            .unwrap();
        let report = verify(store.as_ref());
        assert!(report.holds(), "after kill {round}: {:?}", report.broken);
        assert_eq!(report.entries % BATCH, 0, "half a batch after kill {round}");
        let entries = common::read(store.as_ref());
        for (len, link) in told {
            let at = usize::try_from(len).unwrap() - 1;
            let kept = entries.get(at).map(|(_, link, _)| link.to_string());
            assert_eq!(kept.as_ref(), Some(&link), "entry {len} after kill {round}");
            acknowledged += 1;
        }
    }
    assert!(acknowledged > KILLS, "the writers wrote: {acknowledged}");
}

#[test]
fn writers_killed_again_and_again_lose_nothing_in_a_file() {
    let dir = tempfile::tempdir().unwrap();
    nothing_is_lost(dir.path().to_str().unwrap());
}

#[test]
fn writers_killed_again_and_again_lose_nothing_in_a_database() {
    let Some(cluster) = Cluster::start("writers_killed_in_a_database") else {
        return;
    };
    nothing_is_lost(&cluster.database("killed"));
}

/// The server itself is killed under a writer, who is told that it is not known, or that it failed.
#[test]
fn a_server_killed_under_a_writer_loses_nothing() {
    let Some(mut cluster) = Cluster::start("a_server_killed_under_a_writer") else {
        return;
    };
    let address = cluster.database("killed");
    // On a busy machine the first writer might not come to it before the server is killed.
    let place: Location = address.parse().unwrap();
    place.open_or_create().unwrap();
    for round in 0..3 {
        let place = address.clone();
        let writer = std::thread::spawn(move || {
            // The server may be killed before the writer has begun.
            let mut store = place.parse::<Location>().unwrap().open_or_create().ok()?;
            let mut last = None;
            loop {
                let Ok(head) = store.head() else {
                    return last;
                };
                match store.append(head, &batch(head.len + 1, BATCH)) {
                    Ok(head) => last = Some(head),
                    Err(_not_acknowledged) => return last,
                }
            }
        });
        std::thread::sleep(Duration::from_millis(150 + 70 * round));
        cluster.crash();
        let last = writer.join().unwrap();
        let store = address
            .parse::<Location>()
            .unwrap()
            .open_to_read()
            .unwrap()
            .unwrap();
        let report = verify(store.as_ref());
        assert!(report.holds(), "{:?}", report.broken);
        assert_eq!(report.entries % BATCH, 0);
        if let Some(last) = last {
            let entries = common::read(store.as_ref());
            let at = usize::try_from(last.len).unwrap() - 1;
            assert_eq!(entries[at].1, last.link, "what was acknowledged is there");
        }
    }
}
