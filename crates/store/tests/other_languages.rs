//! A ledger that this program wrote is verified by one that shares no code with it.

#![allow(clippy::unwrap_used, reason = "only tests stand here")]
#![allow(clippy::print_stdout, reason = "a test that is skipped says so")]

mod common;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use common::{batch, write};
use ledger::{Head, Store};
use store::Sqlite;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/verify_ledger.py");

/// What the script says and whether it is content; `None` without Python.
fn verified(ledger: &Path) -> Option<(bool, String)> {
    // -B: it leaves no files of its own.
    match Command::new("python3")
        .args(["-B", SCRIPT])
        .arg(ledger)
        .output()
    {
        Ok(ran) => {
            let told = String::from_utf8_lossy(&ran.stdout).into_owned();
            let errors = String::from_utf8_lossy(&ran.stderr);
            assert!(errors.is_empty(), "{errors}");
            Some((ran.status.success(), told))
        }
        Err(error) => {
            let told =
                format!("SKIPPED: verifying in Python needs python3 on the path ({error})\n");
            // Past the test runner's capture, so that it is seen.
            std::io::stderr().write_all(told.as_bytes()).unwrap();
            let all = std::env::var("ACCEDE_REQUIRE_ALL").is_ok_and(|all| all == "1");
            assert!(!all, "ACCEDE_REQUIRE_ALL=1 and python3 is missing: {error}");
            None
        }
    }
}

#[track_caller]
fn refused(ledger: &Path, what: &str) {
    if let Some((holds, told)) = verified(ledger) {
        assert!(!holds && told.contains(what), "{told}");
    }
}

/// A directory with a sound ledger.
fn sound() -> (tempfile::TempDir, std::path::PathBuf, Head) {
    // With a name that means something in an address.
    let dir = tempfile::Builder::new()
        .prefix("a ledger? 100% #1 ")
        .tempdir()
        .unwrap();
    let mut sqlite = Sqlite::create(dir.path()).unwrap();
    let past = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/ledgers/v1.jsonl"
    );
    let past: Vec<_> = fs::read_to_string(past)
        .unwrap()
        .lines()
        .map(|line| line.as_bytes().to_vec())
        .collect();
    // Its batches are whole at its end, so it may be one append.
    let head = sqlite.append(Head::EMPTY, &past).unwrap();
    drop(sqlite);
    let path = dir.path().join("ledger.sqlite");
    (dir, path, head)
}

/// Alters the ledger as somebody would who has SQLite and bad intentions.
fn alter(ledger: &Path, statements: &str) {
    let raw = rusqlite::Connection::open(ledger).unwrap();
    let triggers = "DROP TRIGGER entries_stay; DROP TRIGGER entries_remain;
        DROP TRIGGER entries_follow; DROP TRIGGER heads_stay; DROP TRIGGER heads_remain;";
    raw.execute_batch(&format!("{triggers} {statements}"))
        .unwrap();
}

#[test]
fn python_verifies_a_sound_ledger_to_the_same_head() {
    let (_dir, path, head) = sound();
    if let Some((holds, told)) = verified(&path) {
        let expected = format!("{} entries hold; the head is {}\n", head.len, head.link);
        assert_eq!((holds, told), (true, expected));
    }
}

#[test]
fn python_reads_what_is_still_in_the_log_of_a_writer() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[2]);
    let mut writer = Sqlite::open(dir.path()).unwrap();
    writer.append(writer.head().unwrap(), &batch(3, 4)).unwrap();
    if let Some((holds, told)) = verified(writer.path()) {
        assert!(holds && told.starts_with("6 entries hold"), "{told}");
    }
}

#[test]
fn python_names_the_first_entry_that_does_not_hold() {
    let (_dir, path, _) = sound();
    alter(
        &path,
        "UPDATE entries SET payload = CAST(replace(payload, 'desk', 'disk') AS BLOB) WHERE seq > 20",
    );
    refused(
        &path,
        "entry 21 does not hold: its bytes do not give the link stored with it",
    );

    let (_dir, path, _) = sound();
    alter(
        &path,
        "UPDATE entries SET link = zeroblob(32) WHERE seq = 7",
    );
    refused(
        &path,
        "entry 7 does not hold: its bytes do not give the link stored with it",
    );

    let (_dir, path, _) = sound();
    alter(&path, "DELETE FROM entries WHERE seq = 9");
    refused(&path, "entry 9 is missing: entry 10 stands in its place");

    let (_dir, path, _) = sound();
    alter(&path, "DELETE FROM entries WHERE seq > 3");
    refused(&path, "the ledger ends within a batch");

    let (_dir, path, _) = sound();
    alter(&path, "DELETE FROM entries WHERE seq > 4");
    refused(&path, "the ledger ends at entry 4, but entry 48 was noted");
}

/// Chains these payloads as if they were entries, and lets the script look at their form.
#[test]
fn python_and_this_program_refuse_the_same_forms() {
    let good = String::from_utf8(batch(1, 1).remove(0)).unwrap();
    for altered in [
        good.replace("\"v\":1", "\"v\": 1"),
        good.replace("\"v\":1", "\"v\":1.0"),
        good.replace("\"v\":1", "\"v\":2"),
        good.replace("\"v\":1", "\"v\":true"),
        good.replace("\"v\":1", "\"v\":1,\"v\":1"),
        good.replace("\"author\":\"desk\"", "\"author\":\"d\\u0065sk\""),
        good.replace("\"author\":\"desk\"", "\"author\":\"e\u{301}\""),
        good.replace("\"at\":0", "\"at\":1"),
        good.replace("\"of\":1", "\"of\":2"),
        good.replace("-7000-", "-700-"),
        good.replace("\"recorded\":\"2023-11", "\"recorded\":\"2023-13"),
        good.replace("\"recorded\":\"2023-11-14", "\"recorded\":\"2023-02-30"),
        good.replace("Z\",\"source", "+00:00\",\"source"),
        good.replace("Z\",\"source", ".120Z\",\"source"),
        "[]".to_owned(),
        String::new(),
    ] {
        assert_ne!(altered, good);
        let dir = tempfile::tempdir().unwrap();
        let mut sqlite = Sqlite::create(dir.path()).unwrap();
        sqlite
            .append(Head::EMPTY, &[altered.clone().into_bytes()])
            .unwrap();
        assert!(!ledger::verify::verify(&sqlite).holds(), "{altered}");
        if let Some((holds, told)) = verified(sqlite.path()) {
            assert!(!holds, "{altered}: {told}");
        }
    }
}

#[test]
fn python_says_plainly_what_is_no_ledger() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("text.sqlite");
    fs::write(&path, "not a ledger").unwrap();
    refused(
        &path,
        "the file cannot be read as a ledger: file is not a database",
    );
    refused(
        &dir.path().join("nothing.sqlite"),
        "the file cannot be read as a ledger: unable to",
    );
}

/// The columns of a table, as SQLite describes them.
fn columns(database: &rusqlite::Connection, table: &str) -> Vec<(String, String, bool, i64)> {
    let mut columns = database
        .prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1)")
        .unwrap();
    let columns = columns
        .query_map([table], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap();
    columns.map(Result::unwrap).collect()
}

#[test]
fn the_tables_are_those_of_the_document() {
    let document = include_str!("../../../docs/ledger-format.md");
    let (_, from) = document.split_once("```sql\n").unwrap();
    let (tables, _) = from.split_once("```").unwrap();
    let described = rusqlite::Connection::open_in_memory().unwrap();
    described.execute_batch(tables).unwrap();
    let (_dir, path, _) = sound();
    let written = rusqlite::Connection::open(&path).unwrap();
    for table in ["entries", "heads"] {
        assert_eq!(columns(&described, table), columns(&written, table));
        assert!(!columns(&written, table).is_empty());
    }
    assert!(document.contains(&format!("`application_id` {} ", store::APPLICATION_ID)));
    assert!(document.contains(&format!("`user_version` {},", store::FORMAT)));
}
