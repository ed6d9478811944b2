//! Ledgers written by past versions open and verify for ever. A fixture is never written anew.

#![allow(clippy::unwrap_used, reason = "only tests stand here")]

mod samples;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ledger::store::Memory;
use ledger::verify::verify;
use ledger::{Body, Entry, Head, Store, canonical};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/ledgers")
}

/// The payloads of a past ledger, and the links it had.
fn past(name: &str) -> (Vec<Vec<u8>>, Vec<String>) {
    let payloads = fs::read_to_string(fixtures().join(name).with_extension("jsonl")).unwrap();
    let links = fs::read_to_string(fixtures().join(name).with_extension("links")).unwrap();
    let payloads: Vec<_> = payloads
        .lines()
        .map(|line| line.as_bytes().to_vec())
        .collect();
    let links: Vec<_> = links.lines().map(str::to_owned).collect();
    assert_eq!(payloads.len(), links.len());
    (payloads, links)
}

#[test]
fn every_past_ledger_opens_and_verifies_with_the_links_it_had() {
    let mut names: Vec<_> = fs::read_dir(fixtures())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "jsonl")
        })
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    assert!(names.contains(&"v1".to_owned()));
    for name in names {
        let (payloads, links) = past(&name);
        let mut head = Head::EMPTY;
        for (payload, link) in payloads.iter().zip(&links) {
            head = head.then(payload);
            assert_eq!(head.link.to_string(), *link, "{name}, entry {}", head.len);
            canonical::check(payload).unwrap();
            let entry = Entry::from_payload(payload).unwrap();
            assert_eq!(
                entry.to_payload().unwrap(),
                *payload,
                "{name}, entry {}",
                head.len
            );
        }
        let mut store = Memory::default();
        store.append(Head::EMPTY, &payloads).unwrap();
        let report = verify(&store);
        assert_eq!((report.broken, report.holds_to), (None, head), "{name}");
    }
}

#[test]
fn today_writes_the_bytes_that_version_1_wrote() {
    for (name, entries) in [
        ("v1", samples::first_entries()),
        ("v1-plans", samples::entries_before_teams()),
        ("v1-teams", samples::entries_before_handovers()),
        ("v1-handovers", samples::entries_before_campaigns()),
        ("v1-campaigns", samples::entries_before_reports()),
        ("v1-reports", samples::entries_before_reports_on_plans()),
        ("v1-reports-plan", samples::entries_before_documents()),
        ("v1-documents", samples::entries()),
    ] {
        let (payloads, _) = past(name);
        assert_eq!(payloads.len(), entries.len(), "{name}");
        for (payload, entry) in payloads.iter().zip(entries) {
            assert_eq!(Entry::from_payload(payload).unwrap(), entry);
            let today = String::from_utf8(entry.to_payload().unwrap()).unwrap();
            assert_eq!(today, String::from_utf8_lossy(payload));
        }
    }
}

#[test]
fn the_samples_have_every_kind_of_entry() {
    let kinds: BTreeSet<_> = samples::entries()
        .iter()
        .map(|entry| samples::word(&entry.body))
        .collect();
    // `word` has an arm for each kind, or it does not compile.
    let arms = include_str!("samples/mod.rs").matches("(_) => \"").count();
    assert_eq!(kinds.len(), arms, "{kinds:?}");
    for entry in samples::entries() {
        let bytes = canonical::to_bytes(&entry.body).unwrap();
        let written = format!("{{\"{}\":", samples::word(&entry.body));
        assert!(bytes.starts_with(written.as_bytes()), "{written}");
        assert_eq!(canonical::from_bytes::<Body>(&bytes).unwrap(), entry.body);
    }
}
