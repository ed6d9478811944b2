//! Damages real files in every way, and holds the report to the truth.

#![allow(clippy::unwrap_used, reason = "only tests stand here")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use common::{chain, read, write};
use ledger::Head;
use ledger::verify::verify;
use proptest::prelude::*;
use store::{Damage, OpenError, SalvageError, Sqlite, examine, salvage};
use tempfile::TempDir;

/// A sound ledger: its bytes, those of its note, and what was written to it.
struct Sound {
    file: Vec<u8>,
    note: Vec<u8>,
    payloads: Vec<Vec<u8>>,
    /// The lengths of the ledger at which a batch ends.
    ends: Vec<u64>,
}

/// Large enough for a tree of pages two levels high, with payloads beyond a page.
fn sound() -> &'static Sound {
    static SOUND: OnceLock<Sound> = OnceLock::new();
    SOUND.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let lengths = [1, 40, 3, 1, 60, 2, 30, 5];
        let payloads = write(dir.path(), &lengths);
        assert!(
            !dir.path().join("ledger.sqlite-wal").exists(),
            "all is in one file"
        );
        let ends = lengths.iter().scan(0, |end, length| {
            *end += length;
            Some(*end)
        });
        Sound {
            file: fs::read(dir.path().join("ledger.sqlite")).unwrap(),
            note: fs::read(dir.path().join("ledger.head")).unwrap(),
            payloads,
            ends: [0].into_iter().chain(ends).collect(),
        }
    })
}

/// A directory with this file as its ledger, and the note of the sound one.
fn place(file: &[u8], note: bool) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ledger.sqlite");
    fs::write(&path, file).unwrap();
    if note {
        fs::write(dir.path().join("ledger.head"), &sound().note).unwrap();
    }
    (dir, path)
}

/// Examines a damaged file and checks that nothing is said that is not true: what is reported as
/// holding is what was written, byte for byte, and ends with a batch; and entries that were lost
/// are reported as lost.
#[track_caller]
fn examined(path: &Path) -> Damage {
    let sound = sound();
    let before = fs::read(path).unwrap();
    let damage = examine(path).unwrap();
    assert_eq!(fs::read(path).unwrap(), before, "examining changes nothing");
    let report = &damage.report;
    assert!(sound.ends.contains(&report.holds_to.len), "{report:?}");
    let len = usize::try_from(report.holds_to.len).unwrap();
    let written = sound.payloads[..len]
        .iter()
        .fold(Head::EMPTY, |head, p| head.then(p));
    assert_eq!(report.holds_to, written);
    if report.holds() {
        assert_eq!(len, sound.payloads.len(), "nothing is missing: {report:?}");
    } else {
        let told = damage.to_string();
        let until = format!("Entries 1 to {len} hold, the last of them recorded on ");
        let said = told.contains(&until)
            || told.contains("Entry 1 holds")
            || told.contains("agree with each other")
            || (len == 0 && told.contains("No entry before it is certain"))
            || (len == 0 && told.contains("no entry can be read"));
        assert!(said, "{told}");
    }
    damage
}

/// Examines the file with this byte altered; only a damaged number of its format may hide it.
fn examined_with(at: usize, flip: u8) -> Option<(TempDir, PathBuf, Damage)> {
    let mut file = sound().file.clone();
    file[at] ^= flip;
    let (dir, path) = place(&file, true);
    if (60..64).contains(&at) && matches!(examine(&path), Err(OpenError::Newer { .. })) {
        return None;
    }
    let damage = examined(&path);
    Some((dir, path, damage))
}

/// What is salvaged is what was reported.
#[track_caller]
fn saved(path: &Path, damage: &Damage) {
    let dir = tempfile::tempdir().unwrap();
    let saved = salvage(path, dir.path());
    if damage.report.holds_to.len == 0 {
        assert!(matches!(saved, Err(SalvageError::NothingHolds(_))));
        return;
    }
    assert_eq!(saved.unwrap().head, damage.report.holds_to);
    let new = Sqlite::open(dir.path()).unwrap();
    assert!(verify(&new).holds());
    let payloads: Vec<_> = read(&new)
        .into_iter()
        .map(|(_, _, payload)| payload)
        .collect();
    assert!(payloads == sound().payloads[..payloads.len()]);
}

#[test]
fn a_sound_ledger_is_reported_as_sound() {
    let (_dir, path) = place(&sound().file, true);
    let damage = examined(&path);
    saved(&path, &damage);
    assert!(damage.is_none(), "{damage}");
    assert!(
        damage.to_string().contains("all 142 entries hold"),
        "{damage}"
    );
}

#[test]
fn a_file_cut_short_anywhere_holds_no_more_than_is_left() {
    let file = &sound().file;
    let mut lengths: Vec<_> = (1..file.len()).step_by(4096 + 511).collect();
    lengths.extend((4096..file.len()).step_by(4096));
    lengths.extend([1, 15, 16, 99, 100, 4095, file.len() - 1]);
    let mut most = 0;
    for len in lengths {
        let (_dir, path) = place(&file[..len], true);
        let damage = examined(&path);
        if len % 3 == 0 {
            saved(&path, &damage);
        }
        assert!(!damage.is_none(), "cut to {len} bytes");
        most = most.max(damage.report.holds_to.len);
        let opened = Sqlite::open(&path);
        assert!(
            opened.is_err(),
            "a file cut to {len} bytes is not written to"
        );
    }
    assert!(most > 0, "something could be saved from some of them");
}

#[test]
fn a_file_cut_to_nothing_was_a_ledger_if_a_note_says_so() {
    let (_dir, path) = place(&[], true);
    let damage = examined(&path);
    let told = damage.to_string();
    assert!(told.contains("is empty"), "{told}");
    let (_dir, path) = place(&[], false);
    assert!(matches!(examine(&path), Err(OpenError::Empty(_))));
}

/// Where these bytes stand in the file.
fn find(file: &[u8], what: &[u8]) -> usize {
    file.windows(what.len())
        .position(|window| window == what)
        .expect("it is in the file")
}

#[test]
fn a_bit_flipped_in_a_payload_is_found_at_its_entry() {
    let mut file = sound().file.clone();
    let payload = &sound().payloads[49];
    let at = find(&file, payload);
    file[at + payload.len() / 2] ^= 4;
    let (_dir, path) = place(&file, true);
    let damage = examined(&path);
    saved(&path, &damage);
    assert_eq!(
        (damage.report.broken_at, damage.report.holds_to.len),
        (Some(50), 45)
    );
    let told = damage.to_string();
    assert!(
        told.contains("entry 50 was altered after it was written: its bytes do not"),
        "{told}"
    );
    let date = "Entries 1 to 45 hold, the last of them recorded on 16 November 2023.";
    assert!(told.contains(date), "{told}");
    assert_eq!(damage.file, [""; 0], "SQLite itself notices nothing");
}

#[test]
fn a_bit_flipped_in_a_link_is_found_at_its_entry() {
    let mut file = sound().file.clone();
    let head = sound().payloads[..50]
        .iter()
        .fold(Head::EMPTY, |head, p| head.then(p));
    let at = find(
        &file,
        &[head.link.0.as_slice(), &sound().payloads[49]].concat(),
    );
    file[at + 7] ^= 128;
    let (_dir, path) = place(&file, true);
    let damage = examined(&path);
    saved(&path, &damage);
    assert_eq!(damage.report.broken_at, Some(50));
    let told = damage.to_string();
    assert!(
        told.contains("the link stored with entry 50 was altered"),
        "{told}"
    );
}

#[test]
fn any_bit_flipped_in_the_header_of_any_page_is_survived() {
    let file = &sound().file;
    for page in (0..file.len()).step_by(3 * 4096) {
        // The header of the file stands before that of the first page.
        let bytes = if page == 0 { 0..112 } else { page..page + 12 };
        for at in bytes {
            if let Some((_dir, path, damage)) = examined_with(at, 1 << (at % 8))
                && at % 97 == 0
            {
                saved(&path, &damage);
            }
        }
    }
}

#[test]
fn a_bit_flipped_in_the_tree_above_the_entries_is_survived() {
    let file = &sound().file;
    // Pages of kind 5 only lead to others: the index of a table of SQLite.
    let inner: Vec<_> = (4096..file.len())
        .step_by(4096)
        .filter(|at| file[*at] == 5)
        .collect();
    assert!(
        !inner.is_empty(),
        "the ledger is large enough to have such pages"
    );
    let mut noticed = 0;
    for page in inner {
        // Every byte of the header of the page and of the first pointers, some of the others.
        let used = (page..page + 4096).filter(|at| file[*at] != 0);
        for at in used
            .enumerate()
            .filter(|(n, _)| *n < 24 || n % 5 == 0)
            .map(|(_, at)| at)
        {
            let (_dir, path, damage) = examined_with(at, 1 << (at % 8)).unwrap();
            noticed += u32::from(!damage.is_none());
            if at % 97 == 0 {
                saved(&path, &damage);
            }
        }
    }
    assert!(noticed > 0);
}

#[test]
fn half_a_batch_does_not_hold_and_a_missing_batch_is_missed() {
    // As somebody would do it who copies rows from one database to another.
    let copy = |rows: u64| {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("ledger.sqlite");
        fs::write(&path, &sound().file).unwrap();
        fs::write(dir.path().join("ledger.head"), &sound().note).unwrap();
        let raw = rusqlite::Connection::open(&path).unwrap();
        raw.execute_batch(&format!(
            "PRAGMA journal_mode = DELETE;
             DROP TRIGGER entries_remain; DROP TRIGGER heads_remain;
             DELETE FROM entries WHERE seq > {rows}; DELETE FROM heads WHERE len > {rows};"
        ))
        .unwrap();
        (dir, path)
    };
    let (_dir, path) = copy(50);
    let damage = examined(&path);
    saved(&path, &damage);
    assert_eq!(
        (damage.report.broken_at, damage.report.holds_to.len),
        (Some(51), 45)
    );
    let told = damage.to_string();
    assert!(
        told.contains("the ledger ends within a batch: entry 50 is number 5 of 60"),
        "{told}"
    );

    let (dir, path) = copy(107);
    let damage = examined(&path);
    saved(&path, &damage);
    assert_eq!(
        (damage.report.broken_at, damage.report.holds_to.len),
        (Some(108), 107)
    );
    let told = damage.to_string();
    let missed = "the ledger ends at entry 107, but entry 142, recorded on 20 November 2023, was noted in the file `";
    assert!(told.contains(missed), "{told}");
    let refused = Sqlite::open(&path).unwrap_err();
    assert!(matches!(refused, OpenError::NotAsNoted { .. }), "{refused}");
    assert!(
        refused
            .to_string()
            .contains("it ends at entry 107, but entry 142 was noted")
    );
    // To read it is allowed, and whoever knows why it is shorter can go on.
    assert_eq!(read(&Sqlite::open_read_only(&path).unwrap()).len(), 107);
    fs::remove_file(dir.path().join("ledger.head")).unwrap();
    assert!(Sqlite::open(&path).is_ok());
}

#[test]
fn an_older_copy_of_the_file_alone_is_missed_by_the_note() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[1, 40, 3]);
    fs::write(dir.path().join("ledger.head"), &sound().note).unwrap();
    let damage = examined(&dir.path().join("ledger.sqlite"));
    assert_eq!(
        (damage.report.broken_at, damage.report.holds_to.len),
        (Some(45), 44)
    );
}

#[test]
fn another_ledger_in_its_place_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let mut other = Sqlite::create(dir.path()).unwrap();
    let payloads: Vec<_> = (1_000..1_142).flat_map(|n| common::batch(n, 1)).collect();
    ledger::Store::append(&mut other, Head::EMPTY, &payloads).unwrap();
    drop(other);
    fs::write(dir.path().join("ledger.head"), &sound().note).unwrap();
    let told = examine(dir.path()).unwrap().to_string();
    assert!(
        told.contains("entry 142 is not the one, recorded on 20 November 2023,"),
        "{told}"
    );
    assert!(
        told.contains("it is not certain that they are the ones that were written"),
        "{told}"
    );
    assert!(matches!(
        Sqlite::open(dir.path()),
        Err(OpenError::NotAsNoted { .. })
    ));
}

#[test]
fn a_damaged_note_is_told_of() {
    for note in ["", "nonsense", "entries 142\nlink 00\nrecorded unknown\n"] {
        let (dir, path) = place(&sound().file, false);
        fs::write(dir.path().join("ledger.head"), note).unwrap();
        let damage = examined(&path);
        assert_eq!(damage.report.holds_to.len, 142);
        let told = damage.to_string();
        assert!(
            told.contains("the note of where the ledger ended when it was last"),
            "{told}"
        );
        assert!(matches!(
            Sqlite::open(&path),
            Err(OpenError::NotAsNoted { .. })
        ));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Any bit of the file.
    #[test]
    fn a_flipped_bit_never_makes_a_report_say_more_than_is_true(
        at in any::<prop::sample::Index>(),
        bit in 0..8_u8,
    ) {
        let damaged = examined_with(at.index(sound().file.len()), 1 << bit);
        if let Some((_dir, path, damage)) = damaged && at.index(16) == 0 {
            saved(&path, &damage);
        }
    }

    /// A sector that was never written, or holds something else.
    #[test]
    fn a_lost_sector_never_makes_a_report_say_more_than_is_true(
        sector in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
        zeros in any::<bool>(),
    ) {
        let mut file = sound().file.clone();
        let sectors = file.len() / 512;
        let (to, from) = (sector.index(sectors) * 512, other.index(sectors) * 512);
        let content = if zeros { vec![0; 512] } else { file[from..from + 512].to_vec() };
        file[to..to + 512].copy_from_slice(&content);
        let (_dir, path) = place(&file, true);
        match examine(&path) {
            Ok(_) => { examined(&path); }
            Err(error) => prop_assert!(to == 0, "sector at {}: {}", to, chain(&error)),
        }
    }
}
