//! A program that ships other facts than the ledger began with.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::Accede;
use ledger::body::FactsRelease;
use ledger::{Body, Head, Store, number_batch};
use store::Sqlite;

/// A data directory as a program of another release would have made it: the shipped facts but for
/// the last 100 acts, under the mark of `release`.
fn begun_with(release: &str) -> (Accede, u64) {
    let accede = Accede::unused("all");
    let mut entries = shipped::entries().unwrap();
    let acts: Vec<usize> = (0..entries.len())
        .filter(|at| {
            // What is doubted is left, since its doubt names it.
            let doubted = entries
                .get(at + 1)
                .is_some_and(|next| matches!(next.body, Body::Dispute(_)));
            matches!(entries[*at].body, Body::Act(_)) && !doubted
        })
        .collect();
    for at in acts.iter().rev().take(100) {
        entries.remove(*at);
    }
    let mark = FactsRelease {
        release: release.to_owned(),
        sha256: "0".repeat(64),
    };
    entries.last_mut().unwrap().body = Body::FactsRelease(mark);
    number_batch(&mut entries);
    let payloads: Vec<_> = entries
        .iter()
        .map(|entry| entry.to_payload().unwrap())
        .collect();
    let mut store = Sqlite::create(accede.data()).unwrap();
    store.append(Head::EMPTY, &payloads).unwrap();
    (accede, u64::try_from(payloads.len()).unwrap())
}

fn acts(accede: &Accede) -> usize {
    let text = accede.ok("export acts --format json");
    serde_json::from_str::<Vec<serde_json::Value>>(&text)
        .unwrap()
        .len()
}

#[test]
fn what_a_ledger_of_an_earlier_release_lacks_is_added_once() {
    let (accede, len) = begun_with("2020-01-01");
    assert_eq!(acts(&accede), acts(&Accede::new()));
    let (after, head) = accede.head();
    // The acts that were missing, and the mark of this release.
    assert_eq!(after, len + 101);
    accede.ok("status ccm");
    assert_eq!(accede.head(), (after, head), "only once");
    // What was known before is answered as before.
    let then = accede.json("status ccm --known 2026-11-21T00:00:00Z");
    assert_eq!(then["head"]["entries"].as_u64().unwrap(), len);
}

#[test]
fn several_processes_bring_newer_facts_once() {
    let (accede, len) = begun_with("2020-01-01");
    let children: Vec<_> = (0..3)
        .map(|_| {
            accede
                .command(["treaty", "list", "--csv"])
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(accede.head().0, len + 101);
}

#[test]
fn an_older_program_leaves_newer_facts_alone() {
    let (accede, len) = begun_with("2099-01-01");
    assert_eq!(acts(&accede), acts(&Accede::new()) - 100);
    assert_eq!(accede.head().0, len);
}

#[test]
fn a_ledger_without_shipped_facts_is_left_alone() {
    let accede = Accede::unused("all");
    let mut entries = shipped::entries().unwrap();
    entries.retain(|entry| matches!(entry.body, Body::Treaty(_) | Body::Participant(_)));
    number_batch(&mut entries);
    let payloads: Vec<_> = entries
        .iter()
        .map(|entry| entry.to_payload().unwrap())
        .collect();
    Sqlite::create(accede.data())
        .unwrap()
        .append(Head::EMPTY, &payloads)
        .unwrap();
    assert_eq!(accede.json("status ccm")["counts"]["consents"], 0);
    assert_eq!(accede.head().0, u64::try_from(payloads.len()).unwrap());
}

#[test]
fn a_directory_filled_with_the_law_alone_stays_without_acts() {
    let accede = Accede::without_acts();
    assert_eq!(acts(&accede), 0);
    let before = accede.head();
    // Also where a later run does not say so again.
    let mut command = accede.command(["status", "ccm", "--json"]);
    command.env_remove("ACCEDE_FACTS");
    let view: serde_json::Value =
        serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
    assert_eq!(view["counts"]["consents"], 0);
    assert_eq!(accede.head(), before);
}
