//! Whom next, and the brief: what each viewer is told, on pages, in data and on the command line.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;
#[allow(dead_code, reason = "each test file uses its own part")]
#[path = "common/house.rs"]
mod house;

use accede::clerk::Draft;
use common::Accede;
use house::House;
use ledger::Audience;
use people::Role;
use serde_json::{Value, json};
use treaty::Source;

const BRIEF: &str = "/states/NPL/brief?treaty=ctbt";
const NEXT: &str = "/campaigns/ctbt/next";

fn put(house: &House, body: Value) {
    let draft = Draft::new(
        Source::cited("a note of the team"),
        serde_json::from_value(body).unwrap(),
    );
    let italy = Audience::Teams(vec!["italy".to_owned()]);
    house.record("test", draft.seen_by(italy, None));
}

/// A house in which Italy's team spoke to Nepal and heard something.
fn spoken() -> House {
    let house = House::with(&["italy", "south-africa"]);
    put(
        &house,
        json!({"approach": {
            "treaties": ["ctbt"], "state": "done", "kind": "visit", "on": "2026-10-12",
            "by": [{"participant": "ITA"}], "to": [{"participant": "NPL", "level": "political"}],
            "place": "Kathmandu", "answer": "The bill waits for the winter session.",
            "outcomes": ["positive_signal"], "obstacles": ["legislative_queue"],
            "asked": ["model_legislation"], "offered": ["legal_advice"],
            "next": [{"what": "send the model law", "owner": "Rome", "by": "2026-11-01"}],
        }}),
    );
    put(
        &house,
        json!({"stage": {
            "treaty": "ctbt", "by": "NPL", "stage": "parliament", "step": "bill_tabled",
            "on": "2026-10-01", "evidence": "the gazette of parliament",
        }}),
    );
    put(
        &house,
        json!({"pledge": {
            "treaty": "ctbt", "by": "NPL", "kind": "join", "what": "ratify this winter",
            "state": "open", "due": "2026-10",
        }}),
    );
    house
}

/// What only Italy's team may know.
const SECRETS: [&str; 6] = [
    "Kathmandu",
    "winter session",
    "gazette of parliament",
    "ratify this winter",
    "send the model law",
    "a note of the team",
];

#[test]
fn each_viewer_has_a_brief_and_an_order_of_what_it_may_see() {
    let house = spoken();
    let anna = house.person("Anna", &[("italy", Role::Reader)]);
    let cem = house.person("Cem", &[("south-africa", Role::Reader)]);
    let brief = house.page(Some(&anna), BRIEF);
    assert_eq!(brief.status, 200);
    // Where no treaty is named, it is the one that Nepal was approached for, else one that it has signed.
    for who in [Some(&anna), None] {
        let unnamed = house.page(who, "/states/NPL/brief");
        assert!(
            unnamed.text.contains("Nepal and the CTBT: brief"),
            "{}",
            unnamed.text
        );
    }
    for told in SECRETS {
        assert!(brief.text.contains(told), "{told}");
    }
    for told in [
        "12 October 2026: Visit to the capital, by Italy.",
        "Asked for help on 12 October 2026: Model legislation. Offered so far: Legal advice.",
        "Should have been done by 1 November 2026: send the model law.",
        "Signed on 8 October 1996; its consent is lacking.",
        "No roll call on the resolution about the treaty is on record.",
    ] {
        assert!(brief.text.contains(told), "{told}");
    }
    let ours = house.page(Some(&anna), &format!("{NEXT}.json")).json();
    let theirs = house.page(Some(&cem), &format!("{NEXT}.json")).json();
    let anyones = house.page(None, &format!("{NEXT}.json")).json();
    // Nepal is not of Annex 2: the campaign for entry into force is about others.
    assert!(
        ours["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["iso3"] != "NPL")
    );
    assert_eq!(theirs["rows"], anyones["rows"]);
    for someone in [None, Some(&cem)] {
        for path in [
            BRIEF.to_owned(),
            "/states/NPL/brief.json?treaty=ctbt".to_owned(),
            "/states/NPL/brief.csv?treaty=ctbt".to_owned(),
            "/campaigns/ctbt/next".to_owned(),
            "/campaigns/ctbt/next.csv".to_owned(),
        ] {
            let told = house.page(someone, &path);
            assert_eq!(told.status, 200, "{path}");
            for secret in SECRETS {
                assert!(!told.text.contains(secret), "{path} tells {secret}");
            }
        }
    }
}

#[test]
fn the_order_of_a_campaign_follows_the_weights_and_refuses_what_is_none() {
    let house = spoken();
    put(
        &house,
        json!({"campaign": {
            "campaign": "asia", "title": "Asia", "treaties": ["ctbt"],
            "aim": {"these": ["NPL", "BTN"]}, "by": ["ITA"],
        }}),
    );
    let anna = house.person("Anna", &[("italy", Role::Reader)]);
    let page =
        |query: &str| house.page(Some(&anna), &format!("/campaigns/asia/next.json{query}"));
    let usual = page("").json();
    let names = |view: &Value| -> Vec<String> {
        let rows = view["rows"].as_array().unwrap();
        rows.iter()
            .map(|row| row["iso3"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(&usual), ["NPL", "BTN"]);
    let nepal = &usual["rows"][0];
    let signal = |name: &str| {
        let signals = nepal["signals"].as_array().unwrap();
        signals
            .iter()
            .find(|one| one["signal"] == name)
            .unwrap()
            .clone()
    };
    assert_eq!(signal("stage")["value"], 8);
    assert_eq!(
        signal("pledges")["why"][0]["says"],
        "next-why-pledge-overdue"
    );
    assert_eq!(signal("contact")["value"], 0);
    assert_eq!(nepal["messengers"][0]["iso3"], "ITA");
    // By the time since the last contact alone, the one nobody spoke to comes first.
    let contact = "?w.signatory=0&w.voted_yes=0&w.neighbours=0&w.groups=0&w.stage=0&w.pledges=0&w.meeting=0&w.eif=0&w.instruments=0&w.contact=9";
    assert_eq!(names(&page(contact).json()), ["BTN", "NPL"]);
    for wrong in [
        "?w.contact=11",
        "?w.contact=-1",
        "?w.contact=much",
        "?w.weather=1",
    ] {
        assert_eq!(page(wrong).status, 400, "{wrong}");
    }
    let html = house.page(Some(&anna), "/campaigns/asia/next?w.stage=7");
    assert!(
        html.text.contains("name=\"w.stage\" value=\"7\""),
        "{}",
        html.text
    );
    // Who may not see the campaign is told of none.
    assert_eq!(house.page(None, "/campaigns/asia/next").status, 404);
}

#[test]
fn the_command_line_tells_the_same_and_writes_briefs() {
    let accede = Accede::new();
    let told = accede.ok("next ctbt --on 2026-11-22 --top 3 --weight signatory=9");
    for expected in ["no probabilities", "signatory 9", "of 27", "Land borders"] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    accede.fails("next ctbt --weight weather=1", 2, &["no signal"]);
    accede.fails("next --campaign nowhere", 2, &["nowhere", "--as"]);
    let brief = accede.ok("brief Nepal --treaty ctbt --md --on 2026-11-22");
    assert!(brief.starts_with("# Nepal and the CTBT: brief"), "{brief}");
    assert!(
        brief.contains("- Signed on 8 October 1996; its consent is lacking. ["),
        "{brief}"
    );
    let json = accede.json("brief NPL --treaty ctbt --on 2026-11-22");
    assert_eq!(json["status"]["standing"], "signatory");
    let out = accede.folder().join("briefs");
    accede.ok(&format!(
        "brief --campaign ctbt --top 2 --on 2026-11-22 --out {}",
        out.display()
    ));
    let mut files: Vec<_> = std::fs::read_dir(&out)
        .unwrap()
        .map(|one| one.unwrap().file_name())
        .collect();
    files.sort();
    assert_eq!(files.len(), 2);
    assert!(files[0].to_str().unwrap().starts_with("001-"));
}
