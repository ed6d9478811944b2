//! What goes wrong with a store while it is used: cut cables, copies that are killed, full disks.
//! Nothing that was acknowledged is lost, nothing is there by half, and people are told what to do.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../../../store/tests/common/cluster.rs"]
mod cluster;
#[path = "../common/mod.rs"]
mod common;
mod disk;
mod migration;

use accede::clerk::{Clerk, ClerkError, Draft};
use accede::clock::Clock;
use accede::failure::Failure;
use accede::record::Record;
use cluster::{Cluster, PASSWORD};
use common::cable::Cable;
use common::{Accede, Run};
use ledger::Body;
use ledger::body::AliasGiven;
use store::Location;
use treaty::Source;

/// Runs a command line upon a database.
fn run(accede: &Accede, url: &str, args: &[&str]) -> Run {
    let mut command = accede.command(args);
    let command = command
        .env_remove("ACCEDE_DATA")
        .env("ACCEDE_DATABASE_URL", url);
    Run(command.output().unwrap())
}

/// How many entries there are, all of which hold.
#[track_caller]
fn verified(accede: &Accede, url: &str) -> u64 {
    let told = run(accede, url, &["verify", "--json"]).ok();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["holds"], true, "{told}");
    told["entries"].as_u64().unwrap()
}

/// Another name of Italy.
fn alias(name: &str) -> Draft {
    let by = "ITA".parse().unwrap();
    let name = name.to_owned();
    let body = Body::Alias(AliasGiven { by, name });
    Draft::new(Source::cited("a test"), body)
}

fn submit(clerk: &Clerk, name: &str) -> Result<(), ClerkError> {
    let draft = alias(name);
    let receipt = clerk.submit("a test", move |_| Ok((vec![draft.clone()], ())));
    receipt.map(|receipt| assert!(receipt.recorded.is_some()))
}

#[test]
fn a_writer_that_is_cut_off_is_told_so_and_goes_on_when_the_cable_is_mended() {
    let Some(cluster) = Cluster::start("a_writer_that_is_cut_off") else {
        return;
    };
    let accede = Accede::without_acts();
    let direct = cluster.database("accede");
    let data = accede.data().display().to_string();
    accede.ok(&format!("migrate-store --from {data} --to {direct}"));
    let before = verified(&accede, &direct);
    let cable = Cable::to(cluster.port);
    let far = cluster.address("accede", PASSWORD, cable.port, "accede");
    let location: Location = far.parse().unwrap();
    let store = location.open_or_create().unwrap();
    let record = Record::read(store.as_ref()).unwrap();
    let clock = Clock::stopped_at(common::NOW.parse().unwrap());
    let clerk = Clerk::start(store, record, clock);
    submit(&clerk, "Before the cut").unwrap();

    cable.cut();
    let refused = submit(&clerk, "While it was cut").unwrap_err();
    assert!(matches!(refused, ClerkError::Store(_)), "{refused:?}");
    let told = Failure::from(refused).to_string();
    for words in [
        "nothing was recorded",
        "the ledger is as it was",
        "try again",
    ] {
        assert!(told.contains(words), "`{words}` is not in:\n{told}");
    }
    assert!(!told.contains(PASSWORD), "{told}");
    // What it has read, it still answers from; what comes meanwhile, it does not know.
    let others = ["retract", "2", "--why", "meanwhile"];
    run(&accede, &direct, &others).ok();
    assert_eq!(clerk.record().head().len, before + 1);
    assert!(clerk.follow().is_err());
    let refused = run(&accede, &far, &["retract", "3", "--why", "cut off"]);
    refused.fails(4, &["PostgreSQL", "see that it runs"]);
    assert!(!refused.stderr().contains(PASSWORD));

    cable.mend();
    submit(&clerk, "After the cut").unwrap();
    assert_eq!(clerk.record().head().len, before + 3, "it caught up first");
    assert_eq!(verified(&accede, &direct), before + 3);
    let names = run(&accede, &direct, &["export", "names"]).ok();
    for (name, there) in [
        ("Before the cut", true),
        ("While it was cut", false),
        ("After the cut", true),
    ] {
        assert_eq!(names.contains(name), there, "{name}:\n{names}");
    }
}
