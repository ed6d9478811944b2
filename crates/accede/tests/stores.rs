//! One ledger in files or in a database, several nodes upon it, and copies of it.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../../store/tests/common/cluster.rs"]
mod cluster;
mod common;

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::{Duration, Instant};

use cluster::{Cluster, PASSWORD};
use common::cable::Cable;
use common::server::Server;
use common::{Accede, Run};
use people::cabinet::{Becomes, Change, Drawer};
use serde_json::Value;
use store::Location;

/// A node that serves from the database at `url`.
fn node(accede: &Accede, url: &str) -> Server {
    let mut child = accede
        .command(["serve", "--listen", "127.0.0.1:0"])
        .env_remove("ACCEDE_DATA")
        .env("ACCEDE_DATABASE_URL", url)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    let address = line
        .trim()
        .strip_prefix("Accede stands at http://")
        .unwrap();
    Server {
        address: address.to_owned(),
        child,
    }
}

fn entries(node: &Server) -> u64 {
    let (status, json) = node.get("/treaties/ccm.json");
    assert_eq!(status, 200);
    serde_json::from_str::<Value>(&json).unwrap()["head"]["entries"]
        .as_u64()
        .unwrap()
}

/// Until the node has `expected` entries; how long that took.
fn until(node: &Server, expected: u64, patience: Duration) -> Duration {
    let begun = Instant::now();
    while entries(node) < expected {
        assert!(
            begun.elapsed() < patience,
            "it does not show after {patience:?}"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    begun.elapsed()
}

fn run(accede: &Accede, url: &str, line: &str) -> Run {
    let mut command = accede.command(line.split_whitespace());
    Run(command
        .env_remove("ACCEDE_DATA")
        .env("ACCEDE_DATABASE_URL", url)
        .output()
        .unwrap())
}

#[test]
fn two_nodes_on_one_database_follow_each_other_and_survive_a_cut() {
    let Some(cluster) = Cluster::start("two_nodes_on_one_database") else {
        return;
    };
    let accede = Accede::without_acts();
    let url = cluster.database("accede");
    accede.ok(&format!(
        "migrate-store --from {} --to {url}",
        accede.data().display()
    ));
    let near = node(&accede, &url);
    let cable = Cable::to(cluster.port);
    let far = node(
        &accede,
        &cluster.address("accede", PASSWORD, cable.port, "accede"),
    );
    let before = entries(&near);
    assert_eq!(entries(&far), before);

    // A third process records; both show it.
    let file = accede.file(
        "new.csv",
        "treaty,iso3,act,date\nccm,ITA,signature,2008-12-03\n",
    );
    let recorded = run(
        &accede,
        &url,
        &format!("import acts {} --json", file.display()),
    );
    let added: Value = serde_json::from_str(&recorded.ok()).unwrap();
    assert_eq!(added["added"], 1, "{added}");
    let begun = Instant::now();
    until(&near, before + 1, Duration::from_secs(2));
    until(&far, before + 1, Duration::from_secs(2));
    assert!(begun.elapsed() < Duration::from_secs(2));
    // The page it was read from is kept where every node has it.
    assert_eq!(
        cluster
            .psql("accede", "SELECT count(*) FROM accede.documents")
            .unwrap(),
        "1"
    );

    // Cut off, a node goes on answering; mended, it catches up.
    cable.cut();
    run(&accede, &url, "retract 1 --why test").ok();
    until(&near, before + 2, Duration::from_secs(10));
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(entries(&far), before + 1);
    assert_eq!(far.get("/").0, 200);
    cable.mend();
    until(&far, before + 2, Duration::from_secs(20));
    let verified: Value =
        serde_json::from_str(&run(&accede, &url, "verify --json").ok()).unwrap();
    assert_eq!(
        (&verified["holds"], &verified["entries"]),
        (&true.into(), &(before + 2).into())
    );
    assert!(!verified.to_string().contains(PASSWORD));
}

#[test]
fn a_ledger_moves_to_a_database_and_back_and_is_the_same() {
    let Some(cluster) = Cluster::start("a_ledger_moves_to_a_database_and_back") else {
        return;
    };
    let accede = Accede::without_acts();
    let file = accede.file(
        "new.csv",
        "treaty,iso3,act,date\nccm,ITA,signature,2008-12-03\n",
    );
    accede.ok(&format!("import acts {}", file.display()));
    let (entries, head) = accede.head();
    let url = cluster.database("moved");
    let data = accede.data().display().to_string();
    // What is known of persons lies beside it, and goes with it.
    let anna = Change {
        drawer: Drawer::Persons,
        key: "anna".to_owned(),
        seen: None,
        becomes: Becomes::Content(b"Anna".to_vec()),
    };
    let persons = |place: &str| {
        let place: Location = place.parse().unwrap();
        let cabinet = place.cabinet_if_any().unwrap();
        cabinet.map(|cabinet| {
            let list = cabinet.list(Drawer::Persons, "").unwrap().into_iter();
            list.map(|(_, sheet)| sheet.content).collect::<Vec<_>>()
        })
    };
    assert_eq!(persons(&data), None);
    let place: Location = data.parse().unwrap();
    place.cabinet().unwrap().commit(&[anna]).unwrap();
    let there = accede.json(&format!("migrate-store --from {data} --to {url}"));
    assert_eq!(there["copied"], entries);
    assert_eq!(there["head"], head.as_str());
    assert_eq!(
        (&there["documents"], &there["verified"]),
        (&1.into(), &true.into())
    );
    assert!(!there.to_string().contains(PASSWORD));
    // Once more: nothing is left to do.
    assert_eq!(
        accede.json(&format!("migrate-store --from {data} --to {url}"))["copied"],
        0
    );
    let back = accede.folder().join("back");
    let here = accede.json(&format!(
        "migrate-store --from {url} --to {}",
        back.display()
    ));
    assert_eq!(
        (&here["copied"], &here["head"]),
        (&there["copied"], &there["head"])
    );
    for place in [&url, &back.display().to_string()] {
        assert_eq!(persons(place), Some(vec![b"Anna".to_vec()]), "{place}");
    }
    let verified = accede.json(&format!("verify --data {}", back.display()));
    assert_eq!(verified["head"], head.as_str());
    // What grew is copied on; what is another ledger is not touched.
    accede.ok("retract 1 --why test");
    assert_eq!(
        accede.json(&format!("migrate-store --from {data} --to {url}"))["copied"],
        1
    );
    let other = Accede::unused("law");
    other.ok("retract 2 --why other");
    let other = other.data().display().to_string();
    accede.fails(
        &format!("migrate-store --from {other} --to {url}"),
        4,
        &["another ledger", "nothing was written"],
    );
    let wrong = url.replace(PASSWORD, "wrong-secret");
    let failed = accede.fails(
        &format!("verify --database-url {wrong}"),
        4,
        &["the password is wrong"],
    );
    assert!(!failed.stderr().contains("wrong-secret"));
    // A backup from the database is a file like one from the directory.
    let run = run(&accede, &url, "backup --out from-database.sqlite --json");
    let made: Value = serde_json::from_str(&run.ok()).unwrap();
    assert_eq!(
        (&made["entries"], &made["documents"]),
        (&(entries + 1).into(), &1.into())
    );
}

#[test]
fn a_backup_is_one_file_and_restores_to_any_moment() {
    let accede = Accede::without_acts();
    let (before, head) = accede.head();
    let file = accede.file(
        "new.csv",
        "treaty,iso3,act,date\nccm,ITA,signature,2008-12-03\n",
    );
    accede.ok(&format!("import acts {}", file.display()));
    let server = Server::start(&accede);
    let made = accede.json("backup --out backup.sqlite");
    assert_eq!(made["entries"], before + 1);
    assert_eq!(made["documents"], 1);
    assert_eq!(server.get("/").0, 200, "it is made while others serve");
    drop(server);
    let beside: Vec<_> = std::fs::read_dir(accede.folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("backup"))
        .collect();
    assert_eq!(beside, ["backup.sqlite"]);
    accede.fails(
        "backup --out backup.sqlite",
        4,
        &["there is a ledger at", "already"],
    );
    accede.fails(
        "restore backup.sqlite",
        2,
        &["there is a ledger of", "nothing was restored"],
    );

    let restored = accede.json("restore backup.sqlite --data whole");
    assert_eq!(
        (&restored["entries"], &restored["documents"]),
        (&made["entries"], &1.into())
    );
    assert_eq!(accede.json("verify --data whole")["head"], made["head"]);
    let earlier = accede.json(&format!(
        "restore backup.sqlite --data earlier --until {before}"
    ));
    assert_eq!(
        (&earlier["entries"], &earlier["head"]),
        (&before.into(), &head.as_str().into())
    );
    // Within the first batch there is no whole batch: nothing is restored halfway.
    let none = accede.json("restore backup.sqlite --data none --until 3");
    assert_eq!(none["entries"], 0);
    let past = accede.json("restore backup.sqlite --data past --until 2020-01-01");
    assert_eq!(past["entries"], 0);
    let now = accede.json("restore backup.sqlite --data now --until 2026-11-21T12:00:00Z");
    assert_eq!(now["entries"], made["entries"]);
    accede.fails(
        "restore nothing.sqlite --data new",
        4,
        &["there is no ledger at"],
    );
    accede.fails("restore new.csv --data new", 4, &["is not a ledger"]);
    accede.fails(
        "backup --out x.sqlite --until soon",
        2,
        &["neither the number of an entry"],
    );
}
