//! The frozen recipe of the chain, and the line that keeps it from knowing kinds of entry.

#![allow(clippy::unwrap_used, reason = "only tests stand here")]

use std::fs;
use std::path::{Path, PathBuf};

use ledger::Link;
use ledger::link::link;

fn bytes(hex: &str) -> Vec<u8> {
    if hex == "-" {
        return Vec::new();
    }
    let digits = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
    (0..hex.len()).step_by(2).map(digits).collect()
}

#[test]
fn links_are_those_that_were_frozen() {
    let vectors = include_str!("chain_vectors.txt");
    let lines: Vec<_> = vectors
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    assert_eq!(lines.len(), 10);
    for line in lines {
        let [before, payload, expected] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let before: Link = before.parse().unwrap();
        assert_eq!(
            link(&before, &bytes(payload)).to_string(),
            expected,
            "{line}"
        );
    }
}

/// The files of a module: `name.rs` and those in `name/`, but for its tests, which write samples.
fn files(module: &str) -> Vec<PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![src.join(format!("{module}.rs"))];
    if let Ok(inner) = fs::read_dir(src.join(module)) {
        files.extend(inner.map(|entry| entry.unwrap().path()));
    }
    files
}

#[test]
fn the_chain_its_verification_and_the_store_know_no_kinds_of_entry() {
    for module in ["canonical", "link", "envelope", "verify", "store"] {
        for file in files(module) {
            let text = fs::read_to_string(&file).unwrap();
            let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
            let named = words.find(|word| matches!(*word, "body" | "Body" | "treaty"));
            assert_eq!(named, None, "{}", file.display());
        }
    }
}
