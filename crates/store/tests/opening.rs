//! What is opened, what is refused and why.

#![allow(clippy::unwrap_used, reason = "only tests stand here")]

mod common;

use std::fs;
use std::path::Path;
use std::sync::mpsc;
use std::thread;

use common::{batch, chain, read, write};
use ledger::verify::verify;
use ledger::{AppendError, Head, Seq, Store};
use store::{Cause, OpenError, Sqlite};

#[track_caller]
fn refused(path: &Path, what: &str) -> OpenError {
    let to_read = Sqlite::open_read_only(path).unwrap_err();
    let to_write = Sqlite::open(path).unwrap_err();
    assert_eq!(chain(&to_read), chain(&to_write));
    assert!(chain(&to_read).contains(what), "{}", chain(&to_read));
    to_write
}

#[test]
fn what_is_not_there_is_not_found() {
    let dir = tempfile::tempdir().unwrap();
    let error = refused(dir.path(), "there is no ledger at `");
    assert!(matches!(error, OpenError::NotFound(path) if path.ends_with("ledger.sqlite")));
    assert_eq!(
        fs::read_dir(dir.path()).unwrap().count(),
        0,
        "nothing was made"
    );
}

#[test]
fn what_is_no_ledger_is_refused_and_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("ledger.sqlite");
    let text = "Not a ledger, but a text of more than a hundred bytes. ".repeat(4);
    let other = dir.path().join("other.sqlite");
    rusqlite::Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE t (a)")
        .unwrap();
    let other = fs::read(&other).unwrap();
    for (bytes, what) in [
        (
            text.as_bytes(),
            "it does not begin as a database of SQLite does",
        ),
        (b"SQLite format 3\0", "it ends within its header"),
        (
            &[0xff; 5000],
            "it does not begin as a database of SQLite does",
        ),
        (&other, "it is the database of another program"),
    ] {
        fs::write(&file, bytes).unwrap();
        let error = refused(dir.path(), what);
        assert!(matches!(error, OpenError::NotALedger { .. }), "{error}");
        assert!(matches!(
            Sqlite::create(&file),
            Err(OpenError::AlreadyThere(_))
        ));
        assert_eq!(fs::read(&file).unwrap(), bytes);
    }
}

#[test]
fn an_empty_file_is_called_empty_and_may_become_a_ledger_if_it_never_was_one() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[1]);
    let file = dir.path().join("ledger.sqlite");
    fs::write(&file, "").unwrap();
    assert!(matches!(refused(&file, "is empty"), OpenError::Empty(_)));
    assert!(
        matches!(Sqlite::create(&file), Err(OpenError::Empty(_))),
        "a note says it was one"
    );
    fs::remove_file(dir.path().join("ledger.head")).unwrap();
    assert_eq!(Sqlite::create(&file).unwrap().head().unwrap(), Head::EMPTY);
}

#[test]
fn a_ledger_that_was_lost_is_not_begun_anew_in_silence() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[2]);
    fs::remove_file(dir.path().join("ledger.sqlite")).unwrap();
    let error = Sqlite::open_or_create(dir.path()).unwrap_err();
    let told =
        "it ends at entry 0, but entry 2 was noted as written; restore a backup, or remove";
    assert!(error.to_string().contains(told), "{error}");
}

#[test]
fn a_newer_format_asks_for_a_newer_program() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[1]);
    let raw = rusqlite::Connection::open(dir.path().join("ledger.sqlite")).unwrap();
    raw.pragma_update(None, "user_version", 2).unwrap();
    drop(raw);
    let error = refused(
        dir.path(),
        "is a ledger in format 2, and this program knows formats up to",
    );
    assert!(matches!(error, OpenError::Newer { found: 2, .. }));
}

#[test]
fn a_ledger_is_opened_or_created_once() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("deep/data");
    let (mut sqlite, created) = Sqlite::open_or_create(&path).unwrap();
    assert!(created);
    let head = sqlite.append(Head::EMPTY, &batch(1, 2)).unwrap();
    let (again, created) = Sqlite::open_or_create(&path).unwrap();
    assert!(!created);
    assert_eq!(again.head().unwrap(), head);
    assert!(matches!(
        Sqlite::create(&path),
        Err(OpenError::AlreadyThere(_))
    ));
}

#[test]
fn two_creators_make_one_ledger() {
    let dir = tempfile::tempdir().unwrap();
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..4 {
            let (send, path) = (send.clone(), dir.path());
            scope.spawn(move || {
                let (_, created) = Sqlite::open_or_create(path).unwrap();
                send.send(created).unwrap();
            });
        }
    });
    drop(send);
    assert_eq!(receive.into_iter().filter(|created| *created).count(), 1);
}

#[test]
fn nothing_changes_or_removes_an_entry_whatever_program_asks() {
    let dir = tempfile::tempdir().unwrap();
    let written = write(dir.path(), &[3]);
    let raw = rusqlite::Connection::open(dir.path().join("ledger.sqlite")).unwrap();
    for statement in [
        "UPDATE entries SET payload = x'00' WHERE seq = 2",
        "DELETE FROM entries",
        "DELETE FROM entries WHERE seq = 3",
        "INSERT OR REPLACE INTO entries SELECT 2, link, x'00' FROM entries WHERE seq = 2",
        "INSERT INTO entries SELECT 5, link, payload FROM entries WHERE seq = 1",
        "INSERT INTO entries SELECT 0, link, payload FROM entries WHERE seq = 1",
        "INSERT INTO entries SELECT NULL, link, payload FROM entries WHERE seq = 1",
        "UPDATE heads SET len = 1",
        "DELETE FROM heads",
        "INSERT OR REPLACE INTO heads SELECT len, x'00', recorded FROM heads",
    ] {
        let error = raw.execute(statement, []).unwrap_err().to_string();
        assert!(
            error.starts_with("a ledger is append-only"),
            "{statement}: {error}"
        );
    }
    drop(raw);
    let sqlite = Sqlite::open(dir.path()).unwrap();
    assert!(verify(&sqlite).holds());
    let payloads: Vec<_> = read(&sqlite)
        .into_iter()
        .map(|(_, _, payload)| payload)
        .collect();
    assert_eq!(payloads, written);
}

#[test]
fn a_ledger_opened_to_read_refuses_to_be_written() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[2]);
    let mut sqlite = Sqlite::open_read_only(dir.path()).unwrap();
    let error = sqlite
        .append(sqlite.head().unwrap(), &batch(3, 1))
        .unwrap_err();
    assert!(
        matches!(
            error,
            AppendError::Write {
                first: 3,
                last: 3,
                ..
            }
        ),
        "{error}"
    );
    assert!(
        chain(&error).contains("must not be written to"),
        "{}",
        chain(&error)
    );
    assert_eq!(sqlite.head().unwrap().len, 2);
}

#[test]
fn a_reader_sees_what_a_writer_has_finished_and_never_waits() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[2]);
    let mut writer = Sqlite::open(dir.path()).unwrap();
    let reader = Sqlite::open_read_only(dir.path()).unwrap();
    let head = writer.append(writer.head().unwrap(), &batch(3, 3)).unwrap();
    assert_eq!(reader.head().unwrap(), head);
    assert_eq!(read(&reader).len(), 5);
    let mut other = Sqlite::open(dir.path()).unwrap();
    let head = other.append(head, &batch(6, 1)).unwrap();
    let stale = writer.append(reader.head().unwrap(), &batch(7, 1));
    assert_eq!(stale.unwrap().len, 7);
    assert!(matches!(
        other.append(head, &batch(7, 1)),
        Err(AppendError::Moved { now: 7, .. })
    ));
    assert!(verify(&reader).holds());
}

#[test]
fn many_writers_interleave_whole_batches_and_lose_none() {
    let dir = tempfile::tempdir().unwrap();
    drop(Sqlite::create(dir.path()).unwrap());
    thread::scope(|scope| {
        for writer in 0..3_u64 {
            let path = dir.path();
            scope.spawn(move || {
                let mut sqlite = Sqlite::open(path).unwrap();
                for turn in 0..5 {
                    let text = format!("writer {writer}, turn {turn}");
                    let payloads = [
                        format!("{text}, 1").into_bytes(),
                        format!("{text}, 2").into(),
                    ];
                    loop {
                        let head = sqlite.head().unwrap();
                        match sqlite.append(head, &payloads) {
                            Ok(_) => break,
                            Err(AppendError::Moved { .. }) => {}
                            Err(error) => panic!("{}", chain(&error)),
                        }
                    }
                }
            });
        }
    });
    let sqlite = Sqlite::open(dir.path()).unwrap();
    let entries = read(&sqlite);
    assert_eq!(entries.len(), 30);
    for pair in entries.chunks(2) {
        let text = |n: usize| String::from_utf8(pair[n].2.clone()).unwrap();
        assert_eq!(
            text(0).strip_suffix('1'),
            text(1).strip_suffix('2'),
            "a batch is together"
        );
    }
    assert_eq!(sqlite.noted().unwrap().len(), 2);
    assert!(
        sqlite
            .noted()
            .unwrap()
            .iter()
            .all(|noted| noted.head.len == 30)
    );
}

#[test]
fn a_ledger_that_another_program_keeps_locked_says_so() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[1]);
    let raw = rusqlite::Connection::open(dir.path().join("ledger.sqlite")).unwrap();
    raw.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut sqlite = Sqlite::open(dir.path()).unwrap();
    let head = sqlite.head().unwrap();
    let error = sqlite.append(head, &batch(2, 1)).unwrap_err();
    let told =
        "could not write entries 2 to 2; nothing was written: another program is writing";
    assert!(chain(&error).starts_with(told), "{}", chain(&error));
    raw.execute_batch("ROLLBACK").unwrap();
    assert_eq!(sqlite.append(head, &batch(2, 1)).unwrap().len, 2);
}

#[test]
fn a_file_that_cannot_be_read_on_says_where() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[3]);
    let raw = rusqlite::Connection::open(dir.path().join("ledger.sqlite")).unwrap();
    raw.execute_batch(
        "PRAGMA ignore_check_constraints = ON; DROP TRIGGER entries_stay;
         UPDATE entries SET link = x'00' WHERE seq = 2;",
    )
    .unwrap();
    drop(raw);
    let sqlite = Sqlite::open_read_only(dir.path()).unwrap();
    let mut seen = 0;
    let error = sqlite.read(Seq(1), &mut |_, _, _| seen += 1).unwrap_err();
    assert_eq!((seen, error.at), (1, 2));
    let cause = error.source.downcast::<Cause>().unwrap();
    assert!(matches!(*cause, Cause::Row { seq: 2, .. }), "{cause}");
}

/// Permissions mean nothing to the administrator, so this runs itself again as nobody.
#[cfg(unix)]
mod permissions {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    use std::path::PathBuf;
    use std::process::Command;

    use super::*;

    /// What `nobody` is called by number on the systems we know.
    const NOBODY: u32 = 65_534;

    fn modes(dir: &Path, of_dir: u32, of_file: u32) {
        let set = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        };
        set(&dir.join("ledger.sqlite"), of_file);
        set(&dir.join("ledger.head"), of_file);
        set(dir, of_dir);
    }

    fn expectations(dir: &Path) {
        let error = Sqlite::open(dir).unwrap_err();
        assert!(
            matches!(error, OpenError::Denied { .. }),
            "{}",
            chain(&error)
        );
        assert!(chain(&error).contains("there is no permission to write to `"));
        let secret = dir.join("secret.sqlite");
        let error = Sqlite::open_read_only(&secret).unwrap_err();
        assert!(
            matches!(error, OpenError::Denied { .. }),
            "{}",
            chain(&error)
        );
        let error = Sqlite::create(dir.join("new.sqlite")).unwrap_err();
        assert!(
            matches!(error, OpenError::Denied { .. }),
            "{}",
            chain(&error)
        );
        let error = Sqlite::create(dir.join("below")).unwrap_err();
        assert!(
            matches!(error, OpenError::Denied { .. }),
            "{}",
            chain(&error)
        );
        let before: Vec<_> = fs::read_dir(dir).unwrap().collect();
        let sqlite = Sqlite::open_read_only(dir).unwrap();
        assert_eq!(read(&sqlite).len(), 3);
        assert!(verify(&sqlite).holds());
        assert!(store::examine(dir).unwrap().is_none());
        assert_eq!(fs::read_dir(dir).unwrap().count(), before.len());
    }

    #[test]
    fn a_directory_that_cannot_be_written_is_read_all_the_same() {
        const DIRECTORY: &str = "LEDGER_TEST_DIRECTORY";
        if let Some(dir) = std::env::var_os(DIRECTORY) {
            expectations(&PathBuf::from(dir));
            return;
        }
        let temporary = tempfile::tempdir().unwrap();
        // With a name that means something in an address.
        let dir = temporary.path().join("100% of? the #ledger");
        write(&dir, &[3]);
        fs::copy(dir.join("ledger.sqlite"), dir.join("secret.sqlite")).unwrap();
        fs::set_permissions(dir.join("secret.sqlite"), fs::Permissions::from_mode(0o000))
            .unwrap();
        fs::set_permissions(temporary.path(), fs::Permissions::from_mode(0o755)).unwrap();
        modes(&dir, 0o555, 0o444);
        if fs::write(dir.join("probe"), "").is_err() {
            expectations(&dir);
        } else {
            fs::remove_file(dir.join("probe")).unwrap();
            as_nobody(temporary.path(), &dir, DIRECTORY);
        }
        modes(&dir, 0o755, 0o644);
    }

    /// Runs this test again as nobody, from a copy of the program that nobody may read.
    fn as_nobody(temporary: &Path, dir: &Path, variable: &str) {
        let program = temporary.join("program");
        fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
        let ran = Command::new(&program)
            .args(["--exact", "--test-threads=1"])
            .arg("permissions::a_directory_that_cannot_be_written_is_read_all_the_same")
            .env(variable, dir)
            .env("TMPDIR", temporary)
            .current_dir(temporary)
            .gid(NOBODY)
            .uid(NOBODY)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&ran.stdout);
        let errors = String::from_utf8_lossy(&ran.stderr);
        assert!(
            ran.status.success() && told.contains("1 passed"),
            "{told}\n{errors}"
        );
    }
}
