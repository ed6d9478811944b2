//! Disks that are full: that of a ledger in a file, that of a database, that of a whole server.
//!
//! Each test makes itself a small disk, in a namespace of its own that ends with it, and fills it
//! with ballast. On a machine that allows no such thing it says that it is skipped.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use ledger::verify::verify;
use ledger::{Audience, Batch, Entry, EntryId, Head, Seq, Store, number_batch};
use store::Location;
use treaty::Source;

use crate::cluster::{self, Cluster};
use crate::common::{self, Accede};
use crate::{run, verified};

/// Names the small disk for a test that runs within the namespace that has it.
const DISK: &str = "ACCEDE_TEST_DISK";

/// A small disk.
struct Disk(PathBuf);

impl Disk {
    /// Writes until nothing more fits, and gives back `free` bytes.
    fn fill(&self, free: u64) {
        let mut ballast = fs::File::create(self.0.join("ballast")).unwrap();
        // A whole number of pages fits, so these are small.
        while ballast.write_all(&[b'x'; 4096]).is_ok() {}
        let len = ballast.metadata().unwrap().len();
        ballast.set_len(len - free).unwrap();
    }

    /// Takes the ballast away.
    fn make_room(&self) {
        fs::remove_file(self.0.join("ballast")).unwrap();
    }
}

/// The disk, within the namespace; without, runs the test again in a new one, of which `None`
/// is left to do. `kind` are the namespaces it needs.
fn small(test: &str, kind: &[&str], size: &str) -> Option<Disk> {
    if let Some(disk) = std::env::var_os(DISK) {
        return Some(Disk(disk.into()));
    }
    let place = tempfile::Builder::new()
        .prefix("accede-disk-")
        .tempdir_in("/tmp")
        .unwrap();
    let inside = |program: &[&str]| {
        let mut command = Command::new("unshare");
        command
            .args(kind)
            .args(["--mount", "sh", "-ec"])
            .arg("mount -t tmpfs -o mode=755,size=$1 tmpfs \"$2\"; shift 2; exec \"$@\"")
            .args(["sh", size])
            .arg(place.path())
            .args(program);
        command
    };
    let tried = inside(&["true"]).output();
    if !tried.is_ok_and(|tried| tried.status.success()) {
        common::skipped(test, "a file system of its own (unshare and mount)");
        return None;
    }
    let program = std::env::current_exe().unwrap();
    let again = [
        program.to_str().unwrap(),
        "--exact",
        &format!("disk::{test}"),
        "--nocapture",
        "--test-threads=1",
    ];
    let ran = inside(&again).env(DISK, place.path()).output().unwrap();
    // Past the test runner's capture: it may say that it was skipped.
    let told = String::from_utf8_lossy(&ran.stderr);
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{told}{said}");
    assert!(said.contains("1 passed"), "{said}");
    if told.contains("SKIPPED") {
        std::io::stderr().write_all(told.as_bytes()).unwrap();
    }
    None
}

/// A server needs another user than root, whom only root can become.
fn of_root(test: &str) -> bool {
    let root = cluster::is_root();
    if !root {
        common::skipped(
            test,
            "to be run by root, who starts a server on a disk of its own",
        );
    }
    root
}

/// A reason of 100 kB that cannot be packed into less.
fn long_reason(seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let letter = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        char::from(b' ' + 1 + u8::try_from(state % 90).unwrap())
    };
    (0..100_000).map(letter).collect()
}

/// Records until the disk is full, makes room, and records again; the ledger is at `place`.
fn a_full_disk_is_told(accede: &Accede, place: &str, disk: &Disk, says: &[&str]) {
    let retract = |number: u64| {
        let (entry, why) = (number.to_string(), long_reason(number));
        let why = format!("--why={why}");
        let mut command = accede.command(["retract", &entry, &why]);
        common::Run(at(&mut command, place).output().unwrap())
    };
    let ok = |args: &[&str]| {
        common::Run(at(&mut accede.command(args), place).output().unwrap()).ok()
    };
    let entries = || {
        let told: serde_json::Value = serde_json::from_str(&ok(&["verify", "--json"])).unwrap();
        assert_eq!(told["holds"], true, "{told}");
        (told["entries"].as_u64().unwrap(), told["head"].to_string())
    };
    retract(1).ok();
    let mut before = entries();
    for round in 0..2 {
        disk.fill(64 << 10);
        let mut refused = 0;
        for attempt in 0..3 {
            let ran = retract(10 * round + attempt + 2);
            if ran.status() == 0 {
                // It fitted into what was free within the files.
                before = entries();
                continue;
            }
            refused += 1;
            ran.fails(4, &["nothing was recorded", "the ledger is as it was"]);
            ran.fails(4, says);
            assert_eq!(entries(), before, "nothing is there by half");
        }
        assert!(refused > 0, "the disk was full");
        // Whoever asks is answered.
        ok(&["status", "ccm", "--json"]);
        disk.make_room();
        retract(10 * round + 9).ok();
        let after = entries();
        assert_eq!(after.0, before.0 + 1);
        before = after;
    }
}

/// A command upon the ledger at `place`.
fn at<'c>(command: &'c mut Command, place: &str) -> &'c mut Command {
    if place.starts_with("postgresql://") {
        return command
            .env_remove("ACCEDE_DATA")
            .env("ACCEDE_DATABASE_URL", place);
    }
    command.env("ACCEDE_DATA", place)
}

#[test]
fn the_disk_of_a_ledger_in_a_file_is_full() {
    let test = "the_disk_of_a_ledger_in_a_file_is_full";
    let Some(disk) = small(test, &["--user", "--map-root-user"], "6m") else {
        return;
    };
    let accede = Accede::unused("law");
    let place = disk.0.join("data").display().to_string();
    at(&mut accede.command(["treaty", "list"]), &place)
        .output()
        .unwrap();
    a_full_disk_is_told(&accede, &place, &disk, &["disk", "full"]);

    // Not a byte is left, not even for what readers and writers share: nothing is written, and
    // nobody is told that the ledger is damaged.
    let told =
        |args: &[&str]| common::Run(at(&mut accede.command(args), &place).output().unwrap());
    let entries = || {
        let told: serde_json::Value =
            serde_json::from_str(&told(&["verify", "--json"]).ok()).unwrap();
        told["entries"].as_u64().unwrap()
    };
    let before = entries();
    // A writer that ends takes away what was shared; one that only reads leaves it.
    told(&["retract", "39", "--why", "the last"]).ok();
    disk.fill(0);
    let refused = told(&["retract", "40", "--why", "no room"]);
    refused.fails(
        4,
        &["the ledger was not opened", "the disk is full", "make room"],
    );
    assert!(
        !refused.stderr().contains("damaged"),
        "{}",
        refused.stderr()
    );
    assert_eq!(entries(), before + 1);
    told(&["status", "ccm", "--json"]).ok();
    disk.make_room();
    told(&["retract", "40", "--why", "there is room"]).ok();
    assert_eq!(entries(), before + 2);
}

#[test]
fn the_disk_of_a_database_is_full() {
    let test = "the_disk_of_a_database_is_full";
    if !of_root(test) {
        return;
    }
    let Some(disk) = small(test, &[], "40m") else {
        return;
    };
    let Some(cluster) = Cluster::start(test) else {
        return;
    };
    let tight = disk.0.join("tight");
    fs::create_dir(&tight).unwrap();
    cluster::own(&tight);
    let space = format!("CREATE TABLESPACE tight LOCATION '{}'", tight.display());
    cluster.psql("postgres", &space).unwrap();
    cluster
        .psql("postgres", "CREATE DATABASE tight TABLESPACE tight")
        .unwrap();
    let url = cluster.address("accede", cluster::PASSWORD, cluster.port, "tight");
    let accede = Accede::without_acts();
    let data = accede.data().display().to_string();
    accede.ok(&format!("migrate-store --from {data} --to {url}"));
    a_full_disk_is_told(
        &accede,
        &url,
        &disk,
        &["the server's disk is full; make room"],
    );
}

/// The server itself goes down where its own log finds no room; what it acknowledged is there when
/// it stands again.
#[test]
fn the_disk_of_a_whole_server_is_full() {
    let test = "the_disk_of_a_whole_server_is_full";
    if !of_root(test) {
        return;
    }
    let Some(disk) = small(test, &[], "200m") else {
        return;
    };
    let Some(mut cluster) = Cluster::start_below(test, &disk.0) else {
        return;
    };
    let accede = Accede::without_acts();
    let url = cluster.database("whole");
    let data = accede.data().display().to_string();
    accede.ok(&format!("migrate-store --from {data} --to {url}"));
    for round in 0..2 {
        disk.fill(0);
        let acknowledged = append_until_refused(&url);
        disk.make_room();
        cluster.crash();
        let place: Location = url.parse().unwrap();
        let store = place.open_to_read().unwrap().unwrap();
        let report = verify(store.as_ref());
        assert!(report.holds(), "{:?}", report.broken);
        assert!(report.entries >= acknowledged.len, "round {round}");
        let mut there = false;
        let mut look = |seq: Seq, link, _: &[u8]| {
            there |= (seq.0, link) == (acknowledged.len, acknowledged.link);
        };
        store.read(Seq(acknowledged.len), &mut look).unwrap();
        assert!(there, "what was acknowledged is there");
        drop(store);
        let entries = verified(&accede, &url);
        run(
            &accede,
            &url,
            &[
                "retract",
                &(round + 1).to_string(),
                "--why",
                "there is room",
            ],
        )
        .ok();
        assert_eq!(verified(&accede, &url), entries + 1);
    }
}

/// Five long entries, as one batch.
fn long_batch(from: u64) -> Vec<Vec<u8>> {
    let mut entries: Vec<Entry> = (from..from + 5)
        .map(|number| Entry {
            id: EntryId(uuid::Uuid::from_u128(u128::from(number) + 1)),
            recorded: common::NOW.parse().unwrap(),
            author: "a test".to_owned(),
            audience: Audience::Public,
            label: None,
            origin: None,
            source: Source::cited("a test"),
            batch: Batch { at: 0, of: 1 },
            body: crate::alias(&long_reason(number)).body,
        })
        .collect();
    number_batch(&mut entries);
    let payloads = entries.iter().map(|entry| entry.to_payload().unwrap());
    payloads.collect()
}

/// An error with all its causes.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let told: Vec<_> = causes.map(ToString::to_string).collect();
    told.join(": ")
}

/// Appends batches until one is not acknowledged; gives the last head that was.
fn append_until_refused(url: &str) -> Head {
    let mut store = url.parse::<Location>().unwrap().open_or_create().unwrap();
    let mut head = store.head().unwrap();
    for _ in 0..400 {
        let payloads = long_batch(head.len);
        match store.append(head, &payloads) {
            Ok(after) => head = after,
            Err(error) => {
                let told = chain(&error);
                assert!(
                    ["disk is full", "was cut", "no PostgreSQL server answers"]
                        .iter()
                        .any(|words| told.contains(words)),
                    "{told}"
                );
                return head;
            }
        }
    }
    panic!("the disk was not full after {} entries", head.len)
}
