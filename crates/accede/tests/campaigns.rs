//! Campaigns, stages, pledges, offices, meetings and attributions from the command line.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::Accede;
use serde_json::{Value, json};

fn house() -> Accede {
    let accede = Accede::without_acts();
    accede.ok("team add italy --name Italy");
    accede
}

/// Records in the name of the team; gives what the entry is called.
fn recorded(accede: &Accede, args: &[&str]) -> String {
    let mut all = vec!["--as", "italy"];
    all.extend(args);
    all.push("--json");
    let told: Value = serde_json::from_str(&accede.run(all).ok()).unwrap();
    assert_eq!(told["first"], told["last"], "{told}");
    told["first"].as_str().unwrap().to_owned()
}

fn planned(accede: &Accede) -> String {
    recorded(
        accede,
        &[
            "approach",
            "add",
            "--treaty",
            "ctbt",
            "--kind",
            "meeting-bilateral",
            "--by",
            "Italy",
            "--to",
            "Nepal",
            "--stage",
            "planned",
            "--on",
            "2027-03",
            "--next",
            "send the model law",
            "--seen-by",
            "italy",
        ],
    )
}

fn held(accede: &Accede, on: &str) -> String {
    let line = "approach add --treaty ctbt --kind meeting-bilateral --by Italy --to Nepal --seen-by italy --on";
    recorded(accede, &line.split(' ').chain([on]).collect::<Vec<_>>())
}

fn shown(accede: &Accede, line: &str) -> Value {
    accede.json(&format!("--as italy {line}"))
}

#[test]
fn a_campaign_is_recorded_put_right_and_closed() {
    let accede = house();
    let add = [
        "campaign",
        "add",
        "asia",
        "--title",
        "Asia",
        "--treaty",
        "ctbt",
        "--aim",
        "these=Nepal,Tonga",
        "--by",
        "Italy",
    ];
    recorded(&accede, &add);
    let view = shown(&accede, "campaign show asia");
    let one = &view["campaign"];
    assert_eq!(one["aim"], json!({"these": ["NPL", "TON"]}));
    assert_eq!(
        (&one["audience"], &one["by"][0]["iso3"]),
        (&json!({"teams": ["italy"]}), &json!("ITA"))
    );
    assert_eq!(view["states"].as_array().unwrap().len(), 2);
    let told = accede.ok("--as italy campaign show asia");
    assert!(told.contains("that these join: Nepal, Tonga"), "{told}");
    let mut again = vec!["--as", "italy"];
    again.extend(add);
    accede
        .run(again)
        .fails(2, &["on record already", "campaign set"]);
    accede.ok("--as italy campaign set asia --aim consents=180 --from 2026");
    accede.ok("--as italy campaign close asia 2027-09");
    let one = &shown(&accede, "campaign show asia")["campaign"];
    assert_eq!(one["aim"], json!({"consents": 180}));
    assert_eq!(
        (&one["from"], &one["until"], &one["title"]),
        (&json!("2026"), &json!("2027-09"), &json!("Asia"))
    );
    accede.fails(
        "--as italy campaign close asia 2027-09",
        2,
        &["says so already"],
    );
    // To anyone else there is none.
    accede.fails("campaign show asia", 2, &["no campaign here", "--as"]);
    assert_eq!(accede.json("campaign list")["entries"], json!([]));
    for (aim, why) in [
        ("these=Atlantis", "no participant"),
        ("consents=0", "reached"),
    ] {
        let add = [
            "--as", "italy", "campaign", "add", "x2", "--title", "x", "--treaty", "ctbt",
            "--aim", aim,
        ];
        let run = accede.run(add);
        assert_ne!(run.status(), 0);
        assert!(run.stderr().contains(why), "{aim}: {}", run.stderr());
    }
}

#[test]
fn an_approach_that_was_planned_took_place_and_its_step_was_done() {
    let accede = house();
    let entry = planned(&accede);
    let list = shown(&accede, "approach list --stage planned");
    assert_eq!(list["approaches"].as_array().unwrap().len(), 1);
    accede.ok(&format!(
        "--as italy approach done {entry} --on 2027-03-12 --outcome in-parliament --next thank --next-owner Desk"
    ));
    accede.ok(&format!("--as italy approach edit {entry} --step-done 1"));
    let one = shown(&accede, &format!("approach show {entry}"));
    let says = &one["approach"];
    assert_eq!(
        (&says["state"], &says["on"], &says["outcomes"]),
        (
            &json!("done"),
            &json!("2027-03-12"),
            &json!(["in_parliament"])
        )
    );
    assert_eq!(says["next"][0]["done"], "2026-11-21");
    assert_eq!(says["next"][1], json!({"what": "thank", "owner": "Desk"}));
    accede.fails(
        &format!("--as italy approach done {entry}"),
        2,
        &["took place already"],
    );
    accede.fails(
        &format!("--as italy approach drop {entry}"),
        2,
        &["took place"],
    );
    accede.fails(
        &format!("--as italy approach edit {entry} --step-done 3"),
        2,
        &["no step 3", "has 2"],
    );
    let other = planned(&accede);
    accede.ok(&format!("--as italy approach drop {other} --why postponed"));
    let one = shown(&accede, &format!("approach show {other}"));
    assert_eq!(one["approach"]["state"], "dropped");
}

#[test]
fn a_stage_and_a_pledge_go_with_their_approach_and_credit_is_a_persons_word() {
    let accede = house();
    let approach = held(&accede, "2026-02");
    let stage = recorded(
        &accede,
        &[
            "stage",
            "add",
            "ctbt",
            "Nepal",
            "parliament",
            "--step",
            "bill-tabled",
            "--on",
            "2026-03",
            "--approach",
            &approach,
            "--label",
            "amber",
        ],
    );
    let one = shown(&accede, &format!("stage show {stage}"));
    assert_eq!(
        (&one["says"]["stage"], &one["says"]["step"], &one["label"]),
        (&json!("parliament"), &json!("bill_tabled"), &json!("AMBER"))
    );
    accede.ok(&format!("--as italy stage set {stage} --evidence Gazette"));
    let one = shown(&accede, &format!("stage show {stage}"));
    assert_eq!(one["says"]["evidence"], "Gazette");
    let pledge = recorded(
        &accede,
        &[
            "pledge",
            "add",
            "ctbt",
            "Nepal",
            "join",
            "to ratify",
            "--due",
            "2027-09",
            "--approach",
            &approach,
        ],
    );
    assert_eq!(
        shown(&accede, "pledge list --open --state Nepal")["entries"][0]["entry"],
        pledge
    );
    accede.ok(&format!(
        "--as italy pledge close {pledge} in-part --why half"
    ));
    assert_eq!(shown(&accede, "pledge list --open")["entries"], json!([]));
    let one = shown(&accede, &format!("pledge show {pledge}"));
    assert_eq!(one["says"]["state"], "in_part");
    // The approach is the team's: what speaks of it is for nobody else.
    let run = accede.run([
        "--as",
        "italy",
        "pledge",
        "add",
        "ctbt",
        "Nepal",
        "sign",
        "x",
        "--approach",
        &approach,
        "--seen-by",
        "public",
    ]);
    assert!(
        run.status() != 0 && run.stderr().contains("only to"),
        "{}",
        run.stderr()
    );

    let credit = recorded(
        &accede,
        &[
            "attribution",
            "add",
            &approach,
            &stage,
            "possible",
            "--because",
            "they said so",
        ],
    );
    accede.ok(&format!(
        "--as italy attribution set {credit} --confidence probable"
    ));
    let list = shown(&accede, &format!("attribution list --approach {approach}"));
    assert_eq!(list["entries"][0]["says"]["confidence"], "probable");
    let run = accede.run([
        "--as",
        "italy",
        "attribution",
        "add",
        &stage,
        &approach,
        "possible",
        "--because",
        "x",
    ]);
    assert!(run.stderr().contains("is no approach"), "{}", run.stderr());
    // What came first did not follow.
    let later = held(&accede, "2026-05");
    let run = accede.run([
        "--as",
        "italy",
        "attribution",
        "add",
        &later,
        &stage,
        "possible",
        "--because",
        "x",
    ]);
    assert!(run.stderr().contains("did not follow"), "{}", run.stderr());
    for list in ["stage list", "pledge list", "attribution list"] {
        assert_eq!(accede.json(list)["entries"], json!([]), "{list}");
    }
}

#[test]
fn offices_and_meetings_are_recorded_for_whom_it_is_said() {
    let accede = house();
    accede.fails(
        "role add ctbt Italy envoy",
        2,
        &["nobody said who may see it", "--as"],
    );
    accede.ok("role add ctbt Italy envoy --kind special-envoy --from 2026 --seen-by public");
    let entry = accede.json("role list --state Italy")["entries"][0]["entry"].to_string();
    accede.ok(&format!("role close {entry} 2026-12-31"));
    let csv = accede.ok("role list --state Italy --csv");
    assert!(
        csv.contains("special_envoy") && csv.contains("2026-12-31"),
        "{csv}"
    );
    accede.ok("meeting add ctbt ArtXIV 2027-09 --number 15 --seen-by public");
    let entry = accede.json("meeting list --treaty ctbt")["entries"][0]["entry"].to_string();
    accede.ok(&format!(
        "meeting set {entry} --place Vienna --start 2027-09-20"
    ));
    let told = accede.ok(&format!("meeting show {entry}"));
    assert!(
        told.contains("ArtXIV 15")
            && told.contains("20 September 2027")
            && told.contains("Vienna"),
        "{told}"
    );
    accede.fails(&format!("role show {entry}"), 2, &["is no role"]);
    accede.fails("stage show 99999", 2, &["no entry 99999"]);
}
