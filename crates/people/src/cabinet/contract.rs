//! The promises of [`Cabinet`], as tests that any implementation runs.
//!
//! Panics where a promise is broken; call it from a test.

use std::sync::Arc;
use std::thread;

use super::{Becomes, Cabinet, CabinetError, Change, Drawer};

/// Runs every promise, each against a fresh, empty cabinet from `new`.
///
/// # Panics
///
/// If a promise is broken.
pub fn run<C: Cabinet + 'static>(new: impl Fn() -> Arc<C>) {
    a_new_cabinet_is_empty(new().as_ref());
    what_is_read_is_what_was_written(new().as_ref());
    another_version_than_the_one_seen_changes_nothing(new().as_ref());
    a_commit_is_made_whole_or_not_at_all(new().as_ref());
    a_sheet_that_was_written_again_is_another(new().as_ref());
    what_a_commit_rests_on_is_held(new().as_ref());
    drawers_are_apart(new().as_ref());
    a_list_is_sorted_and_of_one_prefix(new().as_ref());
    any_content_is_kept(new().as_ref());
    nothing_is_a_commit_too(new().as_ref());
    let shared = new();
    one_of_two_wins(&[shared.clone(), shared]);
}

/// Writes a sheet that must not be there yet.
fn put(cabinet: &impl Cabinet, key: &str, content: &[u8]) -> u64 {
    let put = change(key, None, Becomes::Content(content.to_vec()));
    cabinet.commit(&[put]).expect("a new sheet is written");
    version(cabinet, key)
}

fn version(cabinet: &impl Cabinet, key: &str) -> u64 {
    let sheet = cabinet.read(Drawer::Persons, key).expect("readable");
    sheet.expect("a sheet").version
}

fn change(key: &str, seen: Option<u64>, becomes: Becomes) -> Change {
    Change {
        drawer: Drawer::Persons,
        key: key.to_owned(),
        seen,
        becomes,
    }
}

fn content(cabinet: &impl Cabinet, key: &str) -> Option<Vec<u8>> {
    let sheet = cabinet.read(Drawer::Persons, key).expect("readable");
    sheet.map(|sheet| sheet.content)
}

fn conflicts(cabinet: &impl Cabinet, changes: &[Change]) {
    let refused = cabinet.commit(changes);
    assert!(
        matches!(refused, Err(CabinetError::Conflict)),
        "{refused:?} instead of a conflict"
    );
}

fn a_new_cabinet_is_empty(cabinet: &impl Cabinet) {
    for drawer in Drawer::ALL {
        assert!(cabinet.list(drawer, "").expect("readable").is_empty());
        assert_eq!(cabinet.read(drawer, "a").expect("readable"), None);
    }
}

fn what_is_read_is_what_was_written(cabinet: &impl Cabinet) {
    let first = put(cabinet, "a", b"one");
    assert_eq!(content(cabinet, "a").as_deref(), Some(b"one".as_slice()));
    let two = change("a", Some(first), Becomes::Content(b"two".to_vec()));
    cabinet.commit(&[two]).expect("changed");
    assert_eq!(content(cabinet, "a").as_deref(), Some(b"two".as_slice()));
    let gone = change("a", Some(version(cabinet, "a")), Becomes::Removed);
    cabinet.commit(&[gone]).expect("removed");
    assert_eq!(content(cabinet, "a"), None);
}

fn another_version_than_the_one_seen_changes_nothing(cabinet: &impl Cabinet) {
    let seen = put(cabinet, "a", b"one");
    for becomes in [
        Becomes::Content(b"x".to_vec()),
        Becomes::Removed,
        Becomes::Same,
    ] {
        conflicts(cabinet, &[change("a", None, becomes.clone())]);
        conflicts(cabinet, &[change("a", Some(seen + 1), becomes.clone())]);
        conflicts(cabinet, &[change("b", Some(seen), becomes)]);
    }
    assert_eq!(version(cabinet, "a"), seen);
    assert_eq!(content(cabinet, "b"), None);
}

fn a_commit_is_made_whole_or_not_at_all(cabinet: &impl Cabinet) {
    let seen = put(cabinet, "m", b"one");
    let new = |key: &str| change(key, None, Becomes::Content(b"new".to_vec()));
    let stale = change("m", Some(seen + 7), Becomes::Removed);
    conflicts(cabinet, &[new("a"), stale, new("z")]);
    assert_eq!(
        cabinet.list(Drawer::Persons, "").expect("readable").len(),
        1
    );
    let gone = change("m", Some(seen), Becomes::Removed);
    cabinet
        .commit(&[new("z"), gone, new("a")])
        .expect("all are as seen");
    let list = cabinet.list(Drawer::Persons, "").expect("readable");
    let keys: Vec<_> = list.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["a", "z"]);
}

fn a_sheet_that_was_written_again_is_another(cabinet: &impl Cabinet) {
    let first = put(cabinet, "a", b"one");
    let gone = change("a", Some(first), Becomes::Removed);
    cabinet.commit(&[gone]).expect("removed");
    let second = put(cabinet, "a", b"one");
    assert_ne!(first, second, "a version is given once");
    conflicts(cabinet, &[change("a", Some(first), Becomes::Removed)]);
}

fn what_a_commit_rests_on_is_held(cabinet: &impl Cabinet) {
    let seen = put(cabinet, "a", b"one");
    let new = change("b", None, Becomes::Content(b"x".to_vec()));
    let rests_on = |seen| change("a", seen, Becomes::Same);
    conflicts(cabinet, &[rests_on(None), new.clone()]);
    conflicts(cabinet, &[rests_on(Some(seen + 1)), new.clone()]);
    assert_eq!(content(cabinet, "b"), None);
    let nothing_there = change("c", None, Becomes::Same);
    cabinet
        .commit(&[rests_on(Some(seen)), nothing_there, new])
        .expect("all is as seen");
    assert_eq!(version(cabinet, "a"), seen, "what stays keeps its version");
    assert_eq!(content(cabinet, "c"), None);
}

fn drawers_are_apart(cabinet: &impl Cabinet) {
    for drawer in Drawer::ALL {
        let put = Change {
            drawer,
            key: "a".to_owned(),
            seen: None,
            becomes: Becomes::Content(drawer.as_str().into()),
        };
        cabinet.commit(&[put]).expect("a drawer of its own");
    }
    for drawer in Drawer::ALL {
        let sheet = cabinet.read(drawer, "a").expect("readable");
        assert_eq!(sheet.expect("a sheet").content, drawer.as_str().as_bytes());
        assert_eq!(cabinet.list(drawer, "").expect("readable").len(), 1);
    }
}

fn a_list_is_sorted_and_of_one_prefix(cabinet: &impl Cabinet) {
    let keys = ["b/2", "a", "b/", "c", "b/10", "B/1", "b", "b%", "b_1", "é"];
    for key in keys {
        put(cabinet, key, key.as_bytes());
    }
    let list = |prefix: &str| -> Vec<String> {
        let list = cabinet.list(Drawer::Persons, prefix).expect("readable");
        list.into_iter()
            .map(|(key, sheet)| {
                assert_eq!(sheet.content, key.as_bytes());
                key
            })
            .collect()
    };
    assert_eq!(list("b/"), ["b/", "b/10", "b/2"]);
    assert_eq!(list("b%"), ["b%"]);
    assert_eq!(list("b_"), ["b_1"]);
    let mut all = keys.map(str::to_owned);
    all.sort();
    assert_eq!(list(""), all);
    assert!(list("x").is_empty());
}

fn any_content_is_kept(cabinet: &impl Cabinet) {
    let odd: [&[u8]; 4] = [b"", b"\0", b"'; DROP TABLE sheets; --\"\\", &[0xff; 70_000]];
    for (number, bytes) in odd.into_iter().enumerate() {
        let key = format!("'\"\\ {number}");
        put(cabinet, &key, bytes);
        assert_eq!(content(cabinet, &key).as_deref(), Some(bytes));
    }
}

fn nothing_is_a_commit_too(cabinet: &impl Cabinet) {
    cabinet.commit(&[]).expect("nothing is changed");
    a_new_cabinet_is_empty(cabinet);
}

/// Lets several threads count up one sheet, each with a cabinet of `doors`, which all lead to the
/// same one: nobody's turn is lost and none is counted twice. Then both take a thing that is there
/// once.
///
/// # Panics
///
/// If a promise is broken.
pub fn one_of_two_wins<C: Cabinet + 'static>(doors: &[Arc<C>]) {
    const TURNS: u32 = 25;
    let first = doors.first().expect("a door").clone();
    put(first.as_ref(), "count", b"0");
    put(first.as_ref(), "once", b"");
    let threads: Vec<_> = doors
        .iter()
        .cloned()
        .map(|cabinet| {
            thread::spawn(move || {
                for _ in 0..TURNS {
                    while !count_up(cabinet.as_ref()) {}
                }
                let once = cabinet.read(Drawer::Persons, "once").expect("readable");
                let Some(once) = once else { return false };
                let taken = change("once", Some(once.version), Becomes::Removed);
                cabinet.commit(&[taken]).is_ok()
            })
        })
        .collect();
    let took = threads
        .into_iter()
        .filter_map(|thread| thread.join().expect("no panic").then_some(()))
        .count();
    assert_eq!(took, 1, "what is there once is taken once");
    let turns = content(first.as_ref(), "count").expect("a count");
    let turns: u32 = String::from_utf8(turns)
        .expect("a number")
        .parse()
        .expect("a number");
    assert_eq!(turns as usize, TURNS as usize * doors.len());
}

/// One turn; `false` if another thread was faster.
fn count_up(cabinet: &impl Cabinet) -> bool {
    let sheet = cabinet.read(Drawer::Persons, "count").expect("readable");
    let sheet = sheet.expect("a count");
    let number: u32 = String::from_utf8(sheet.content)
        .expect("a number")
        .parse()
        .expect("a number");
    let content = (number + 1).to_string().into_bytes();
    let up = change("count", Some(sheet.version), Becomes::Content(content));
    match cabinet.commit(&[up]) {
        Ok(()) => true,
        Err(CabinetError::Conflict) => false,
        Err(error) => panic!("{error}"),
    }
}
