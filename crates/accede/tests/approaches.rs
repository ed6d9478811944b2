//! Approaches on the command line: for whom they are, what is released of them, and what is refused.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::Accede;
use serde_json::{Value, json};

/// An approach for the team `italy`, and what its entry is called.
fn with_one() -> (Accede, String) {
    let accede = Accede::new();
    let recorded = accede.run([
        "--as",
        "italy",
        "--json",
        "approach",
        "add",
        "--treaty",
        "ctbt",
        "--kind",
        "meeting-bilateral",
        "--by",
        "Italy",
        "--to",
        "Népal",
        "--to",
        "org:ASEAN",
        "--on",
        "2023-03-12",
        "--channel",
        "vienna",
        "--place",
        "VIC, room M3",
        "--level",
        "deputy",
        "--outcome",
        "in-parliament",
        "--points",
        "Between us",
        "--answer",
        "A bill in May",
        "--next",
        "send the model law",
        "--next-by",
        "2023-05",
        "--seen-by",
        "italy",
        "--label",
        "amber+strict",
        "--source",
        "cable 12",
    ]);
    let recorded: Value = serde_json::from_str(&recorded.ok()).unwrap();
    let name = recorded["first"].as_str().unwrap().to_owned();
    (accede, name)
}

#[test]
fn who_else_approached_a_state_not_long_before_is_told_to_those_who_see_it() {
    let (accede, name) = with_one();
    let add = "approach add --treaty ctbt --kind letter --by Italy --to Nepal --seen-by italy,egypt --on";
    let told = |viewer: &str, day: &str| {
        let told = accede.run(format!("{viewer} {add} {day}").split_whitespace());
        let stderr = String::from_utf8(told.0.stderr.clone()).unwrap();
        assert_eq!(told.status(), 0, "{stderr}");
        stderr
    };
    let near = told("--as italy", "2023-05-01");
    assert!(
        near.contains(&name) && near.contains("12 March 2023"),
        "{near}"
    );
    assert!(
        !told("--as egypt", "2023-03-12").contains(&name),
        "not for them"
    );
    assert!(
        !told("--as italy", "2024-01-01").contains(&name),
        "long after"
    );
}

fn list(accede: &Accede, viewer: &str) -> Vec<Value> {
    let line = format!("{viewer} approach list --treaty ctbt");
    accede.json(line.trim())["approaches"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn an_approach_is_there_for_its_team_and_for_nobody_else() {
    let (accede, name) = with_one();
    for (viewer, sees) in [
        ("", 0),
        ("--as signed-in", 0),
        ("--as south-africa", 0),
        ("--as italy", 1),
        ("--as south-africa,italy", 1),
    ] {
        assert_eq!(list(&accede, viewer).len(), sees, "{viewer}");
        for command in ["approach show", "entry"] {
            let line = format!("{viewer} {command} {name}");
            if sees == 1 {
                let told = accede.ok(line.trim());
                assert!(told.contains("Between us"), "{told}");
            } else {
                let none = accede.fails(line.trim(), 2, &["there is no entry"]);
                assert!(!none.stderr().contains("Between us"));
            }
        }
        let changed = format!("{viewer} retract {name} --why typo");
        if sees == 0 {
            accede.fails(changed.trim(), 2, &["there is no entry"]);
        }
    }
    let told = accede.ok(&format!("--as italy approach show {name}"));
    insta::assert_snapshot!(told.replace(&name, "ID"), @r"
    what: Bilateral meeting
    for: ctbt
    state: Done
    by: Italy, level: Deputy
    to: Nepal; ASEAN
    on: 12 March 2023
    channel: Missions in Vienna
    place: VIC, room M3
    said: Between us
    answered: A bill in May
    outcome: Before parliament
    next: send the model law, by May 2023
    source: cable 12
    entry: ID, for italy, TLP:AMBER+STRICT
    ");
}

#[test]
fn what_is_released_is_what_was_named_and_tells_of_nothing_else() {
    let (accede, name) = with_one();
    accede.ok(&format!(
        "--as italy release {name} --to public --members on,levels"
    ));
    let public = list(&accede, "");
    assert_eq!(public.len(), 1);
    let mut said = public[0]["approach"].clone();
    assert_eq!(
        said,
        json!({
            "treaties": ["ctbt"], "state": "done", "kind": "meeting_bilateral", "on": "2023-03-12",
            "by": [{"participant": "ITA", "level": "deputy"}],
            "to": [{"participant": "NPL"}, {"name": "ASEAN"}],
        })
    );
    let whole = accede.json(&format!("entry {}", public[0]["entry"]));
    for secret in [
        name.as_str(),
        "Between us",
        "cable 12",
        "VIC",
        "model law",
        "italy",
    ] {
        assert!(!whole.to_string().contains(secret), "{secret}: {whole}");
    }
    // Its own readers are told what went out.
    let own = accede.json(&format!("--as italy approach show {name}"));
    assert_eq!(own["released_as"], json!([public[0]["entry"]]));
    // The team takes the extract back, and the approach stays as it was.
    let back = format!("--as italy retract {} --why premature", public[0]["entry"]);
    accede.ok(&back);
    assert_eq!(list(&accede, "").len(), 0);
    said = accede.json(&format!("--as italy approach show {name}"));
    assert_eq!(said["released_as"], json!([]));
    assert_eq!(said["approach"]["points"], "Between us");
}

#[test]
fn what_must_not_be_is_refused_and_nothing_is_recorded() {
    let (accede, name) = with_one();
    let before = accede.head();
    let add = "approach add --treaty ctbt --kind letter --by Italy --to Nepal";
    for (line, status, says) in [
        (format!("{add} --seen-by italy"), 2, "out of your sight"),
        (format!("--as italy {add} --seen-by south-africa"), 2, "out of your sight"),
        (format!("--as italy {add} --seen-by Italy!"), 2, "is no id of a team"),
        (format!("--as italy {add} --seen-by public --stage planned"), 3, "never public"),
        (format!("--as italy {add} --seen-by public --label red"), 3, "does not allow"),
        (format!("--as italy {add} --seen-by italy --outcome bribed"), 2, "is none of: no_answer"),
        (
            "--as italy approach add --treaty ctbt --kind letter --by Italy --to Nepaal --seen-by italy"
                .to_owned(),
            2,
            "nearest is",
        ),
        (
            "--as italy approach add --treaty ctbt --kind letter --by Italy --to org: --seen-by italy"
                .to_owned(),
            2,
            "needs the name",
        ),
        (format!("--as italy release {name} --to public --members secrets"), 2, "is none of: persons"),
        (format!("release {name} --to public"), 2, "there is no entry"),
        (format!("--as italy release {name} --to public --label red"), 3, "does not allow"),
        ("--as italy release 1 --to public".to_owned(), 2, "is no approach"),
        ("--as italy verify".to_owned(), 2, "leave --as out"),
        ("--as italy publish --out nowhere".to_owned(), 2, "leave --as out"),
        ("--as Nobody! status ccm".to_owned(), 2, "is no id of a team"),
    ] {
        accede.fails(&line, status, &[says]);
    }
    let planned = format!("--as italy --json {add} --seen-by italy --stage planned");
    let planned: Value = serde_json::from_str(&accede.ok(&planned)).unwrap();
    let planned = planned["first"].as_str().unwrap();
    let line = format!("--as italy release {planned} --to public");
    accede.fails(&line, 2, &["only what is done is released"]);
    let (after, _) = accede.head();
    assert_eq!(after, before.0 + 1);
    accede.ok("verify");
}
