//! A node upon a replica of its database, which follows by streaming and only reads.

use std::time::Duration;

use crate::cluster::{Cluster, PASSWORD};
use crate::common::{Accede, Run};
use crate::serving::{ADA, Serving, entries, until};

/// Runs a command line upon a database.
pub(crate) fn run(accede: &Accede, url: &str, line: &str) -> Run {
    let mut command = accede.command(line.split_whitespace());
    let command = command
        .env_remove("ACCEDE_DATA")
        .env("ACCEDE_DATABASE_URL", url);
    Run(command.output().unwrap())
}

#[test]
fn a_node_upon_a_replica_follows_and_answers_and_refuses_to_write() {
    let Some(primary) = Cluster::start("a_node_upon_a_replica") else {
        return;
    };
    let accede = Accede::without_acts();
    let url = primary.database("accede");
    let data = accede.data().display().to_string();
    accede.ok(&format!("migrate-store --from {data} --to {url}"));
    let near = Serving::new(&accede, &[], &[("ACCEDE_DATABASE_URL", &url)]);
    near.join(&[]);
    let signed = near.send("/sign-in", &[], &ADA);
    assert_eq!(signed.status(), 303);

    let replica = primary.standby();
    let recovering = replica.psql("accede", "SELECT pg_is_in_recovery()");
    assert_eq!(recovering.unwrap(), "t");
    let far = replica.address("accede", PASSWORD, replica.port, "accede");
    // Two minutes later, when it would be noted that somebody was here.
    let later = ("ACCEDE_NOW", "2026-11-21T12:02:00Z");
    let node = Serving::new(&accede, &[], &[("ACCEDE_DATABASE_URL", &far), later]);
    let before = entries(&node);
    assert_eq!(before, entries(&near));
    run(&accede, &url, "retract 1 --why test").ok();
    until(&node, before + 1, Duration::from_secs(20));

    // Whoever signed in elsewhere is known here too; signing in takes a server that writes.
    let cookies = signed.cookies();
    let own = node.get("/ledger", &[("Cookie", &cookies)]);
    assert_eq!(own.status(), 200, "{}", own.0);
    assert!(own.0.contains(ADA[0].1), "{}", own.0);
    assert_eq!(node.send("/sign-in", &[], &ADA).status(), 500);
    node.says("only reads");
    assert!(!node.said().contains(PASSWORD));

    let refused = run(&accede, &far, "retract 2 --why no");
    refused.fails(4, &["only reads", "write to the primary"]);
    assert!(!refused.stderr().contains(PASSWORD));
    assert_eq!(entries(&node), before + 1);
    // The replica holds the whole chain.
    let verified = run(&accede, &far, "verify --json").ok();
    assert!(
        verified.contains("\"holds\": true") || verified.contains("\"holds\":true"),
        "{verified}"
    );
}
