//! The server: it says where it stands, answers, follows the ledger, and ends when asked to.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::time::{Duration, Instant};

use common::Accede;
use common::server::Server;
use serde_json::Value;

#[test]
fn pages_stand_at_the_address_and_give_the_same_answer_as_the_command() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    let (status, page) = server.get("/treaties/ctbt?on=2023-09-22");
    assert_eq!(status, 200);
    assert!(page.contains("187") && page.contains("178"));
    let (status, json) = server.get("/treaties/ctbt.json?on=2023-09-22");
    assert_eq!(status, 200);
    let served: Value = serde_json::from_str(&json).unwrap();
    let told = accede.json("status ctbt --on 2023-09-22");
    assert_eq!(served["counts"], told["counts"]);
    assert_eq!(served["participants"], told["participants"]);
    assert_eq!(server.get("/").0, 200);
    assert_eq!(server.get("/treaties/nosuch").0, 404);
}

#[test]
fn what_another_process_records_shows_without_a_restart() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    let entries = |server: &Server| {
        let (_, json) = server.get("/treaties/ccm.json");
        serde_json::from_str::<Value>(&json).unwrap()["head"]["entries"]
            .as_u64()
            .unwrap()
    };
    let before = entries(&server);
    accede.ok("retract 1 --why test");
    let begun = Instant::now();
    while entries(&server) == before {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "it does not show"
        );
        std::thread::yield_now();
    }
    assert_eq!(entries(&server), before + 1);
    // The day before, nobody had retracted anything: the old record still answers.
    let (_, json) = server.get("/treaties/ccm.json?known=2026-11-21T11:00:00Z");
    let then = serde_json::from_str::<Value>(&json).unwrap();
    assert_eq!(then["head"]["entries"].as_u64().unwrap(), before);
}

#[test]
fn many_moments_of_knowledge_do_not_fill_the_memory() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    for minute in 0..40 {
        let (status, _) = server.get(&format!(
            "/treaties/ccm.json?known=2026-11-21T11:{minute:02}:00Z"
        ));
        assert_eq!(status, 200);
    }
    #[cfg(target_os = "linux")]
    {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", server.child.id())).unwrap();
        let line = status
            .lines()
            .find(|line| line.starts_with("VmRSS"))
            .unwrap();
        let kilobytes: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
        assert!(kilobytes < 400_000, "{line}");
    }
}

#[test]
fn a_port_in_use_is_4_what_is_no_address_2_and_each_says_what_to_do() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    accede.fails(
        &format!("serve --listen {}", server.address),
        4,
        &["cannot listen", "--listen 127.0.0.1:8081"],
    );
    accede.fails(
        "serve --listen nonsense",
        2,
        &["cannot listen at nonsense", "--listen"],
    );
}

#[test]
#[cfg(unix)]
fn it_ends_well_when_asked_to() {
    for signal in ["-TERM", "-INT"] {
        let accede = Accede::new();
        let mut server = Server::start(&accede);
        assert_eq!(server.get("/").0, 200);
        server.signal(signal);
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = server.child.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "{signal}");
            std::thread::yield_now();
        };
        assert_eq!(status.code(), Some(0), "{signal}");
        accede.head();
    }
}

/// One answer, many forms: the rows of a page's CSV are those of the command.
#[test]
fn the_csv_of_a_page_is_that_of_the_command() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    let known = "2026-11-22T00:00:00Z";
    for (command, path) in [
        (
            "status ctbt --on 2023-09-22",
            "/treaties/ctbt.csv?on=2023-09-22&",
        ),
        (
            "status ccm --on 2010-07-31",
            "/treaties/ccm.csv?on=2010-07-31&",
        ),
        (
            "changes --from 2021-09-23 --to 2023-09-22",
            "/changes.csv?from=2021-09-23&to=2023-09-22&",
        ),
        (
            "state ITA --on 2024-01-01",
            "/states/ITA.csv?on=2024-01-01&",
        ),
        ("findings", "/findings.csv?"),
        ("uncertain", "/uncertain.csv?"),
        ("reconcile", "/reconcile.csv?"),
    ] {
        let said = accede.ok(&format!("{command} --csv --known {known}"));
        let (status, page) = server.get(&format!("{path}known={known}"));
        assert_eq!(status, 200, "{path}");
        assert!(said.lines().count() > 10, "{command}");
        assert_eq!(said, page, "{command} and {path}");
    }
}

#[test]
fn the_public_address_is_told_by_an_option_or_the_surroundings_and_must_be_one() {
    let accede = Accede::new();
    for args in [
        &["serve", "--address", "accede.example"][..],
        &["serve", "--address", "https://accede.example/there"],
    ] {
        let refused = accede.command(args).output().unwrap();
        assert_eq!(refused.status.code(), Some(2));
        let told = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(
            told.contains("--address") && told.contains("https://accede.example"),
            "{told}"
        );
    }
    let refused = accede
        .command(["status", "ctbt"])
        .env("ACCEDE_ADDRESS", "accede.example")
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(2));
    let mut child = accede
        .command([
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--address",
            "https://b.example",
        ])
        .env("ACCEDE_ADDRESS", "https://a.example")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines =
        std::io::BufRead::lines(std::io::BufReader::new(child.stdout.as_mut().unwrap()));
    assert!(
        lines
            .next()
            .unwrap()
            .unwrap()
            .starts_with("Accede stands at http://127.0.0.1:")
    );
    let first = lines.next().unwrap().unwrap();
    drop(lines);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(first.contains(": https://b.example/join/"), "{first}");
}
