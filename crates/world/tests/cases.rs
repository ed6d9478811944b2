//! The case files: a record, a day and the expected answer in one file.
//!
//! `cases/good` holds records that add up, `cases/bad` such that do not, with the findings they
//! give. With `ACCEDE_BLESS` set, today's answers are written into the files; read the difference.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod case;
mod common;

use std::fs;
use std::path::{Path, PathBuf};

use case::{Case, Kept};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../cases")
        .join(name)
}

/// Checks every file of a folder, and gives back how many there were.
fn check(name: &str, adds_up: bool) -> usize {
    let mut files: Vec<_> = fs::read_dir(folder(name))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut wrong = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        let case = Case::parse(&text).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
        let Kept {
            text: answered,
            has_wrong,
        } = case.answer();
        assert_ne!(
            has_wrong,
            adds_up,
            "{}: a finding that something is wrong",
            file.display()
        );
        if answered == text {
            continue;
        }
        if std::env::var_os("ACCEDE_BLESS").is_some() {
            fs::write(file, answered).unwrap();
        } else {
            wrong.push(format!("{}\n--- now:\n{answered}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    files.len()
}

#[test]
fn records_that_add_up_give_their_answers() {
    assert!(check("good", true) >= 25);
}

#[test]
fn records_that_do_not_add_up_give_their_findings() {
    assert!(check("bad", false) >= 15);
}
