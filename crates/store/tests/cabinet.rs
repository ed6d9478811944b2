//! The cabinet keeps its promises in a file and in a database, whoever is killed and whatever is in
//! the way.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "only tests stand here")]
#![allow(
    clippy::print_stdout,
    reason = "a writer acknowledges on standard output"
)]

#[path = "common/cluster.rs"]
mod cluster;
mod common;

use std::fs;
use std::io::{BufRead, BufReader, Write as _};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use cluster::{Cluster, PASSWORD};
use common::chain;
use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use people::cabinet::{Becomes, Cabinet, CabinetError, Change, Drawer, contract};
use people::{Desk, DeskError, Joining, KeepError, Password, Visit};
use store::{
    DatabaseError, Location, Postgres, PostgresCabinet, SqliteCabinet, SqliteCabinetError,
};

fn change(drawer: Drawer, key: &str, seen: Option<u64>, becomes: Becomes) -> Change {
    Change {
        drawer,
        key: key.to_owned(),
        seen,
        becomes,
    }
}

fn put(cabinet: &dyn Cabinet, drawer: Drawer, key: &str, content: &[u8]) {
    let becomes = Becomes::Content(content.to_vec());
    cabinet
        .commit(&[change(drawer, key, None, becomes)])
        .unwrap();
}

/// A database with a ledger in it.
fn database(cluster: &Cluster, name: &str) -> String {
    let address = cluster.database(name);
    Postgres::open_or_create(&address.parse().unwrap()).unwrap();
    address
}

fn in_database(address: &str) -> Arc<PostgresCabinet> {
    Arc::new(PostgresCabinet::open(&address.parse().unwrap()).unwrap())
}

fn in_file(path: &Path) -> Arc<SqliteCabinet> {
    Arc::new(SqliteCabinet::open_or_create(path).unwrap())
}

#[test]
fn a_file_keeps_the_contract() {
    let dir = tempfile::tempdir().unwrap();
    let number = AtomicU32::new(0);
    let fresh = || {
        let number = number.fetch_add(1, Ordering::Relaxed);
        dir.path().join(format!("{number}.sqlite"))
    };
    contract::run(|| in_file(&fresh()));
    let shared = fresh();
    contract::one_of_two_wins(&[in_file(&shared), in_file(&shared), in_file(&shared)]);
}

#[test]
fn a_database_keeps_the_contract() {
    let Some(cluster) = Cluster::start("a_database_keeps_the_contract") else {
        return;
    };
    let number = AtomicU32::new(0);
    let fresh = || {
        let number = number.fetch_add(1, Ordering::Relaxed);
        database(&cluster, &format!("cabinet_{number}"))
    };
    contract::run(|| in_database(&fresh()));
    let shared = fresh();
    let doors = [(); 3].map(|()| in_database(&shared));
    contract::one_of_two_wins(&doors);
}

#[test]
fn a_place_says_where_its_cabinet_is() {
    let dir = tempfile::tempdir().unwrap();
    let place = Location::Files(dir.path().to_owned());
    put(
        place.cabinet().unwrap().as_ref(),
        Drawer::Settings,
        "a",
        b"1",
    );
    let again = place.cabinet().unwrap();
    assert_eq!(again.list(Drawer::Settings, "").unwrap().len(), 1);
    assert!(dir.path().join("people.sqlite").is_file());
    let Some(cluster) = Cluster::start("a_place_says_where_its_cabinet_is") else {
        return;
    };
    let empty: Location = cluster.database("empty").parse().unwrap();
    let error = empty.cabinet().err().unwrap();
    assert!(error.to_string().contains("there is no ledger"), "{error}");
    let place: Location = database(&cluster, "place").parse().unwrap();
    put(
        place.cabinet().unwrap().as_ref(),
        Drawer::Settings,
        "a",
        b"1",
    );
    let again = place.cabinet().unwrap();
    assert_eq!(again.list(Drawer::Settings, "").unwrap().len(), 1);
}

#[test]
fn what_is_known_of_persons_moves_with_the_ledger() {
    let dir = tempfile::tempdir().unwrap();
    let from = Location::Files(dir.path().join("one"));
    assert!(from.cabinet_if_any().unwrap().is_none());
    assert!(!dir.path().join("one").exists(), "asking makes nothing");
    let cabinet = from.cabinet().unwrap();
    Desk::at(cabinet.clone(), &mut UnwrapErr(SysRng)).unwrap();
    put(cabinet.as_ref(), Drawer::Persons, "a", b"Anna");
    let Some(cluster) = Cluster::start("what_is_known_of_persons_moves_with_the_ledger") else {
        return;
    };
    let to: Location = database(&cluster, "moved").parse().unwrap();
    assert!(to.cabinet_if_any().unwrap().is_none());
    let there = to.cabinet().unwrap();
    assert_eq!(
        store::copy_persons(cabinet.as_ref(), there.as_ref()).unwrap(),
        1
    );
    assert!(to.cabinet_if_any().unwrap().is_some());
    let back = Location::Files(dir.path().join("back")).cabinet().unwrap();
    store::copy_persons(there.as_ref(), back.as_ref()).unwrap();
    for drawer in Drawer::ALL {
        let content = |cabinet: &dyn Cabinet| -> Vec<_> {
            let list = cabinet.list(drawer, "").unwrap().into_iter();
            list.map(|(key, sheet)| (key, sheet.content)).collect()
        };
        assert_eq!(
            content(back.as_ref()),
            content(cabinet.as_ref()),
            "{drawer}"
        );
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn its_owner_alone_reads_the_file_and_what_lies_beside_it() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("people.sqlite");
    let cabinet = in_file(&path);
    put(cabinet.as_ref(), Drawer::Settings, "a", b"1");
    let beside: Vec<PathBuf> = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert!(beside.len() >= 2, "the log lies beside it: {beside:?}");
    for file in &beside {
        assert_eq!(mode(file), 0o600, "{}", file.display());
    }
    drop(cabinet);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let cabinet = in_file(&path);
    assert_eq!(
        mode(&path),
        0o600,
        "what others could read they can no more"
    );
    assert_eq!(cabinet.list(Drawer::Settings, "").unwrap().len(), 1);
}

/// Whether any file of a directory has these bytes.
fn anywhere(dir: &Path, bytes: &[u8]) -> bool {
    let mut entries = fs::read_dir(dir).unwrap();
    entries.any(|entry| {
        let content = fs::read(entry.unwrap().path()).unwrap();
        content.windows(bytes.len()).any(|some| some == bytes)
    })
}

/// What is erased is nowhere in the files, neither in a free page nor in the log.
#[test]
fn what_is_erased_is_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let cabinet = in_file(&dir.path().join("people.sqlite"));
    let name = b"Wilhelmina Featherstonehaugh".repeat(40);
    for number in 0..50 {
        put(
            cabinet.as_ref(),
            Drawer::Persons,
            &format!("{number}"),
            &name,
        );
    }
    assert!(anywhere(dir.path(), &name[..28]));
    for (key, sheet) in cabinet.list(Drawer::Persons, "").unwrap() {
        let becomes = match key.len() {
            1 => Becomes::Removed,
            _ => Becomes::Content(b"erased".to_vec()),
        };
        let change = change(Drawer::Persons, &key, Some(sheet.version), becomes);
        cabinet.commit(&[change]).unwrap();
    }
    assert!(
        !anywhere(dir.path(), &name[..28]),
        "the name is still in a file"
    );
    assert_eq!(cabinet.list(Drawer::Persons, "").unwrap().len(), 40);
}

#[test]
fn what_is_no_cabinet_is_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("people.sqlite");
    let refused = |content: Option<&[u8]>| {
        if let Some(content) = content {
            fs::write(&path, content).unwrap();
        }
        let before = fs::read(&path).unwrap();
        let error = SqliteCabinet::open_or_create(&path).unwrap_err();
        assert_eq!(fs::read(&path).unwrap(), before, "{}", chain(&error));
        error
    };
    let text = refused(Some(&b"not a database at all, but some text. ".repeat(200)));
    assert!(matches!(text, SqliteCabinetError::Damaged { .. }), "{text}");
    fs::remove_file(&path).unwrap();
    store::Sqlite::create(&path).unwrap();
    let ledger = refused(None);
    assert!(
        matches!(ledger, SqliteCabinetError::NotOurs { .. }),
        "{ledger}"
    );
    let newer = dir.path().join("newer.sqlite");
    drop(in_file(&newer));
    let connection = rusqlite::Connection::open(&newer).unwrap();
    connection.pragma_update(None, "user_version", 2).unwrap();
    drop(connection);
    let error = SqliteCabinet::open_or_create(&newer).unwrap_err();
    assert!(
        matches!(error, SqliteCabinetError::Newer { found: 2, .. }),
        "{error}"
    );
}

#[test]
fn a_damaged_file_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("people.sqlite");
    let cabinet = in_file(&path);
    for number in 0..100 {
        put(
            cabinet.as_ref(),
            Drawer::Persons,
            &format!("{number:03}"),
            &[7; 900],
        );
    }
    drop(cabinet);
    let mut bytes = fs::read(&path).unwrap();
    let len = bytes.len();
    bytes[4096..len].fill(0x5a);
    fs::write(&path, bytes).unwrap();
    let error = SqliteCabinet::open_or_create(&path)
        .map_err(|error| chain(&error))
        .and_then(|cabinet| {
            let list = cabinet.list(Drawer::Persons, "");
            list.map_err(|error| chain(&error))
        });
    assert!(
        error
            .as_ref()
            .is_err_and(|told| told.contains("is damaged")),
        "{error:?}"
    );
}

/// A sheet that somebody scribbled on is an error with its place, and others are read.
fn a_scribble_is_told(cabinet: Arc<dyn Cabinet>) {
    put(
        cabinet.as_ref(),
        Drawer::Settings,
        "keys",
        b"{\"v\":1,\"is\":{\"devi",
    );
    let error = Desk::at(cabinet, &mut UnwrapErr(SysRng)).unwrap_err();
    let told = chain(&error);
    assert!(
        matches!(
            error,
            DeskError::Keep(KeepError::Damaged {
                drawer: Drawer::Settings,
                ..
            })
        ),
        "{told}"
    );
    assert!(told.contains("`keys`") && !told.contains("devi"), "{told}");
}

#[test]
fn a_damaged_sheet_is_told() {
    let dir = tempfile::tempdir().unwrap();
    a_scribble_is_told(in_file(&dir.path().join("people.sqlite")));
    let Some(cluster) = Cluster::start("a_damaged_sheet_is_told") else {
        return;
    };
    a_scribble_is_told(in_database(&database(&cluster, "scribbled")));
}

#[test]
fn where_nothing_can_be_written_it_is_said_and_nothing_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("people.sqlite");
    // The directory is a file.
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    let error = SqliteCabinet::open_or_create(file.join("people.sqlite")).unwrap_err();
    assert!(
        matches!(error, SqliteCabinetError::Denied { .. }),
        "{}",
        chain(&error)
    );
    // A disk on which there is no more room: no file may grow beyond 64 KiB.
    let cabinet = in_file(&path);
    put(cabinet.as_ref(), Drawer::Persons, "a", b"1");
    drop(cabinet);
    let process = Command::new("sh")
        .arg("-c")
        // No signal, but an error at the end of it.
        .arg("ulimit -f 128; trap '' XFSZ; exec \"$0\" \"$@\"")
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "fills_up", "--nocapture", "--test-threads=1"])
        .env(FILLS, &path)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&process.stdout).into_owned();
    assert!(process.status.success(), "{told}");
    assert!(
        told.contains("what is kept about people could not be written"),
        "{told}"
    );
    let cabinet = in_file(&path);
    let list = cabinet.list(Drawer::Persons, "").unwrap();
    assert_eq!(list.len(), 1, "nothing by half");
    put(cabinet.as_ref(), Drawer::Persons, "b", b"2");
}

/// Names the file for a process that may write no more than a little.
const FILLS: &str = "CABINET_TEST_FILLS";

/// Writes more than it may.
#[test]
fn fills_up() {
    let Ok(path) = std::env::var(FILLS) else {
        return;
    };
    let cabinet = SqliteCabinet::open_or_create(path).unwrap();
    let big = change(
        Drawer::Persons,
        "big",
        None,
        Becomes::Content(vec![7; 1_000_000]),
    );
    let error = cabinet.commit(&[big]).unwrap_err();
    assert!(matches!(error, CabinetError::Trouble { .. }), "{error:?}");
    println!("{}", chain(&error));
}

#[test]
fn what_stands_in_the_way_of_a_database_is_said_without_the_password() {
    let Some(mut cluster) =
        Cluster::start("what_stands_in_the_way_of_a_database_is_said_without_the_password")
    else {
        return;
    };
    let address = database(&cluster, "cut");
    let cabinet = in_database(&address);
    put(cabinet.as_ref(), Drawer::Persons, "a", b"1");
    cluster
        .psql(
            "cut",
            "ALTER DATABASE cut SET default_transaction_read_only = on",
        )
        .unwrap();
    let reader = in_database(&address);
    let sheet = reader.read(Drawer::Persons, "a").unwrap().unwrap();
    let removed = change(Drawer::Persons, "a", Some(sheet.version), Becomes::Removed);
    let error = reader.commit(std::slice::from_ref(&removed)).unwrap_err();
    let told = chain(&error);
    assert!(told.contains("the server only reads"), "{told}");
    assert!(!format!("{told}{error:?}{reader:?}").contains(PASSWORD));
    cluster
        .psql(
            "postgres",
            "ALTER DATABASE cut RESET default_transaction_read_only",
        )
        .unwrap();
    // The server goes down and comes again: the next question goes through.
    cluster.crash();
    assert_eq!(cabinet.list(Drawer::Persons, "").unwrap().len(), 1);
    cluster.crash();
    cabinet.commit(&[removed]).unwrap();
    assert!(cabinet.list(Drawer::Persons, "").unwrap().is_empty());
    let error = PostgresCabinet::open(
        &cluster
            .address("accede", "no", cluster.port, "cut")
            .parse()
            .unwrap(),
    );
    assert!(matches!(error.unwrap_err(), DatabaseError::NotLetIn { .. }));
}

/// A user of the database without the right to lay anything out is told so.
#[test]
fn who_may_not_lay_out_the_table_is_told() {
    let Some(cluster) = Cluster::start("who_may_not_lay_out_the_table_is_told") else {
        return;
    };
    database(&cluster, "narrow");
    cluster
        .psql(
            "narrow",
            "CREATE USER narrow PASSWORD 'narrow'; GRANT USAGE ON SCHEMA accede TO narrow; \
             GRANT SELECT ON ALL TABLES IN SCHEMA accede TO narrow",
        )
        .unwrap();
    let address = cluster.address("narrow", "narrow", cluster.port, "narrow");
    let error = PostgresCabinet::open(&address.parse().unwrap()).unwrap_err();
    assert!(
        matches!(error, DatabaseError::NotPermitted(_)),
        "{}",
        chain(&error)
    );
}

/// Names the place for a writer that is to be killed.
const WRITER: &str = "CABINET_TEST_WRITER";
/// How often writers are killed.
const KILLS: u32 = 8;

/// Moves a number from one sheet to another until it is killed; each line acknowledges one move.
#[test]
fn writer() {
    let Ok(place) = std::env::var(WRITER) else {
        return;
    };
    let cabinet = place.parse::<Location>().unwrap().cabinet().unwrap();
    loop {
        let (from, to) = (
            number(cabinet.as_ref(), "from"),
            number(cabinet.as_ref(), "to"),
        );
        let said = |number: i64| Becomes::Content(number.to_string().into_bytes());
        let moved = cabinet.commit(&[
            change(Drawer::Persons, "from", from.0, said(from.1 - 1)),
            change(Drawer::Persons, "to", to.0, said(to.1 + 1)),
        ]);
        match moved {
            Ok(()) => {
                let mut out = std::io::stdout().lock();
                writeln!(out, "moved {}", to.1 + 1).unwrap();
                out.flush().unwrap();
            }
            Err(CabinetError::Conflict) => {}
            Err(error) => panic!("{}", chain(&error)),
        }
    }
}

fn number(cabinet: &dyn Cabinet, key: &str) -> (Option<u64>, i64) {
    match cabinet.read(Drawer::Persons, key).unwrap() {
        None => (None, 0),
        Some(sheet) => {
            let text = String::from_utf8(sheet.content).unwrap();
            (Some(sheet.version), text.parse().unwrap())
        }
    }
}

/// Kills two writers at once, again and again: every move acknowledged is there, none by half.
fn nothing_is_moved_by_half(place: &str) {
    let mut told = 0;
    for round in 0..KILLS {
        let mut children: Vec<_> = (0..2)
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
        let mut lines: Vec<_> = children
            .iter_mut()
            .map(|child| BufReader::new(child.stdout.take().unwrap()).lines())
            .collect();
        let mut take = |line: String| {
            if let Some(moved) = line.split("moved ").nth(1) {
                told = told.max(moved.parse().unwrap_or(0));
            }
        };
        let started = lines[0].by_ref().map(Result::unwrap);
        started
            .take_while(|line| !line.contains("moved "))
            .for_each(&mut take);
        thread::sleep(Duration::from_millis(u64::from(17 * (round % 4))));
        for child in &mut children {
            child.kill().unwrap();
            child.wait().unwrap();
        }
        for lines in lines {
            lines.map_while(Result::ok).for_each(&mut take);
        }
        let cabinet = place.parse::<Location>().unwrap().cabinet().unwrap();
        let (from, to) = (
            number(cabinet.as_ref(), "from"),
            number(cabinet.as_ref(), "to"),
        );
        assert_eq!(from.1 + to.1, 0, "half a move after kill {round}");
        assert!(
            to.1 >= told,
            "move {told} is lost after kill {round}: {}",
            to.1
        );
    }
    assert!(told > i64::from(KILLS), "writers wrote something: {told}");
}

#[test]
fn a_file_survives_killed_writers() {
    let dir = tempfile::tempdir().unwrap();
    nothing_is_moved_by_half(dir.path().to_str().unwrap());
}

#[test]
fn a_database_survives_killed_writers() {
    let Some(cluster) = Cluster::start("a_database_survives_killed_writers") else {
        return;
    };
    nothing_is_moved_by_half(&database(&cluster, "killed"));
}

/// Several nodes at one place: of all who use the first link, one joins.
fn one_of_many_joins(open: impl Fn() -> Arc<dyn Cabinet>) {
    let mut chance = UnwrapErr(SysRng);
    let now: jiff::Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
    let desk = Desk::at(open(), &mut chance).unwrap();
    let key = desk.setup(now, &mut chance).unwrap().unwrap();
    let threads: Vec<_> = (0..4)
        .map(|number| {
            let (node, key) = (Desk::at(open(), &mut chance).unwrap(), key.clone());
            thread::spawn(move || {
                let email = format!("p{number}@x.example");
                let joining = Joining {
                    name: "Somebody",
                    email: Some(&email),
                    password: &Password::new("the fog over Geneva lifts"),
                    language: "en",
                };
                let visit = Visit {
                    now,
                    from: [192, 0, 2, 1].into(),
                    device: None,
                    agent: "",
                };
                match node.join(&key, &joining, &visit, &mut UnwrapErr(SysRng)) {
                    Ok(_) => true,
                    Err(DeskError::NoInvitation) => false,
                    Err(error) => panic!("{}", chain(&error)),
                }
            })
        })
        .collect();
    let joined = threads
        .into_iter()
        .filter_map(|t| t.join().unwrap().then_some(()));
    assert_eq!(joined.count(), 1);
    assert_eq!(desk.persons().unwrap().len(), 1);
    assert_eq!(desk.unsettled().unwrap().len(), 1);
}

#[test]
fn of_several_nodes_one_lets_the_first_person_in() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("people.sqlite");
    one_of_many_joins(|| in_file(&path));
    let Some(cluster) = Cluster::start("of_several_nodes_one_lets_the_first_person_in") else {
        return;
    };
    let address = database(&cluster, "nodes");
    one_of_many_joins(|| in_database(&address));
}
