//! The pages of campaigns as two teams see them, and what is recorded on them in the browser.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "common/house.rs"]
#[allow(dead_code, reason = "each test file uses its own part")]
mod house;

use house::{Answer, House, Someone};
use people::{Role, Scope};
use serde_json::{Value, json};

const TEAMS: [&str; 2] = ["italy", "south-africa"];
const NEPAL: &str = "/campaigns/push/states/NPL";
const RECORD: &str = "/campaigns/push/states/NPL/record";

/// A house with a campaign of Italy, in which Nepal was approached.
fn house() -> (House, Someone, String) {
    let house = House::with(&TEAMS);
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    let token = house.token(&eve, "italy", &[Scope::Write]);
    let record = |body: Value| {
        let told = house.sends_json(Some(&token), &json!({ "body": body }).to_string());
        assert_eq!(told.status, 201, "{}", told.text);
        told.json()["entry"].as_str().unwrap().to_owned()
    };
    record(json!({"campaign": {
        "campaign": "push", "title": "The quiet push", "treaties": ["ctbt"],
        "aim": {"these": ["NPL", "FJI", "LKA"]}, "from": "2021-09-23", "until": "2023-09-22",
    }}));
    let approach = record(json!({"approach": {
        "treaties": ["ctbt"], "state": "done", "kind": "meeting_bilateral", "on": "2022-03-12",
        "by": [{"participant": "ITA"}], "to": [{"participant": "LKA"}, {"participant": "NPL"}],
        "next": [{"what": "send the model law", "by": "2022-05"}],
    }}));
    (house, eve, approach)
}

fn json(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

/// In which column Nepal is, as somebody sees it.
fn nepal(house: &House, someone: &Someone, on: &str) -> (String, Value) {
    let board = json(&house.page(Some(someone), &format!("/campaigns/push.json?on={on}")));
    let mut states = board["states"].as_array().unwrap().iter();
    let row = states.find(|row| row["iso3"] == "NPL").unwrap();
    (row["column"].as_str().unwrap().to_owned(), row.clone())
}

#[test]
fn a_team_sees_its_campaign_and_nobody_else_does() {
    let (house, eve, _) = house();
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    for path in [
        "/campaigns/push",
        "/campaigns/push/table",
        "/campaigns/push/contacts",
        "/campaigns/push/planned",
        "/campaigns/push/calendar",
        "/campaigns/push/roles",
        NEPAL,
    ] {
        let on = |form: &str| format!("{path}{form}?on=2022-06-01");
        let own = house.page(Some(&eve), &on(""));
        assert_eq!(own.status, 200, "{path}: {}", own.text);
        assert!(own.text.contains("The quiet push"), "{path}");
        assert_eq!(house.page(Some(&eve), &on(".json")).status, 200, "{path}");
        for other in [None, Some(&cem)] {
            for form in ["", ".json"] {
                let told = house.page(other, &on(form));
                assert_eq!(told.status, 404, "{path}{form}");
                assert!(!told.text.contains("quiet"), "{path}{form}: {}", told.text);
            }
        }
    }
    assert!(
        house
            .page(Some(&eve), "/campaigns")
            .text
            .contains("The quiet push")
    );
    assert!(
        house
            .page(Some(&eve), "/treaties/ctbt")
            .text
            .contains("The quiet push")
    );
    for other in [None, Some(&cem)] {
        for path in [
            "/campaigns",
            "/treaties/ctbt",
            "/campaigns/ctbt/states/NPL?on=2022-06-01",
        ] {
            let told = house.page(other, path);
            assert_eq!(told.status, 200, "{path}");
            assert!(!told.text.contains("quiet push"), "{path}");
            assert!(!told.text.contains("model law"), "{path}");
        }
    }
}

#[test]
fn the_calendar_file_marks_what_is_not_for_anyone() {
    let (house, eve, _) = house();
    let path = "/campaigns/push/calendar.ics?on=2022-06-01";
    let file = house.page(Some(&eve), path);
    assert_eq!(file.status, 200, "{}", file.text);
    let event = file.text.split("BEGIN:VEVENT");
    let own: Vec<_> = event
        .filter(|event| event.contains("quiet push"))
        .filter(|event| event.contains("SUMMARY"))
        .collect();
    assert_eq!(own.len(), 1, "{}", file.text);
    assert!(own[0].contains("CLASS:CONFIDENTIAL"), "{}", own[0]);
    assert!(file.text.contains("CLASS:PUBLIC"), "{}", file.text);
}

#[test]
fn a_stage_a_promise_and_what_followed_are_recorded_on_the_page() {
    let (house, eve, approach) = house();
    assert_eq!(nepal(&house, &eve, "2022-06-01").0, "contacted");
    let shown = house.page(Some(&eve), NEPAL);
    assert!(
        shown.text.contains(RECORD),
        "the page of the State leads there"
    );
    assert_eq!(house.page(Some(&eve), RECORD).status, 200);
    let stage = [
        ("what", "stage"),
        ("team", "italy"),
        ("stage", "parliament"),
        ("step", "bill_tabled"),
        ("on", "2022-05"),
        ("evidence", "Gazette, no. 12"),
    ];
    let done = house.send(&eve, RECORD, &stage);
    assert_eq!(
        (done.status, done.location.as_str()),
        (303, NEPAL),
        "{}",
        done.text
    );
    let (column, row) = nepal(&house, &eve, "2022-06-01");
    assert_eq!(column, "parliament");
    assert_eq!(row["stage"]["step"], "bill_tabled");
    assert_eq!(row["stage"]["evidence"], "Gazette, no. 12");
    assert_eq!(nepal(&house, &eve, "2022-04-30").0, "contacted");

    let pledge = [
        ("what", "pledge"),
        ("team", "italy"),
        ("kind", "join"),
        ("promised", "to ratify this year"),
        ("on", "2022-05-01"),
        ("due", "2022-12"),
    ];
    assert_eq!(house.send(&eve, RECORD, &pledge).status, 303);
    let (_, row) = nepal(&house, &eve, "2023-01-01");
    assert_eq!(row["pledges"][0]["what"], "to ratify this year");
    assert_eq!(row["overdue"], true);

    // Sri Lanka deposited on 25 July 2023.
    let lanka = "/campaigns/push/states/LKA";
    let story = json(&house.page(Some(&eve), &format!("{lanka}.json")));
    let items = story["story"].as_array().unwrap().iter();
    let mut acts = items.filter_map(|item| item.get("act").filter(|act| !act.is_null()));
    let act = acts.find(|act| act["act"] == "ratification").unwrap()["entry"].to_string();
    let credit = [
        ("what", "attribution"),
        ("team", "italy"),
        ("approach", &approach),
        ("act", &act),
        ("confidence", "possible"),
        ("why", "they asked for the model law"),
    ];
    let done = house.send(&eve, &format!("{lanka}/record"), &credit);
    assert_eq!(done.status, 303, "{}", done.text);
    let pairs = json(&house.page(Some(&eve), "/campaigns/push/contacts.json?on=2023-09-22"));
    let mut pairs = pairs["pairs"].as_array().unwrap().iter();
    let pair = pairs.find(|pair| pair["iso3"] == "LKA").unwrap();
    assert_eq!(pair["pairing"], "approached_acted");
    assert_eq!(pair["attributions"][0]["confidence"], "possible");
}

#[test]
fn what_became_of_a_promise_is_said_there_too() {
    let (house, eve, _) = house();
    let pledge = [
        ("what", "pledge"),
        ("team", "italy"),
        ("kind", "join"),
        ("promised", "to ratify this year"),
        ("on", "2022-05-01"),
    ];
    assert_eq!(house.send(&eve, RECORD, &pledge).status, 303);
    let (_, row) = nepal(&house, &eve, "2023-01-01");
    let entry = row["pledges"][0]["entry"].as_str().unwrap().to_owned();
    let became = |entry: &str, state: &str, why: &str| {
        let fields = [
            ("what", "became"),
            ("pledge", entry),
            ("state", state),
            ("why", why),
        ];
        house.send(&eve, RECORD, &fields)
    };
    for (wrong, says) in [
        (became("1", "kept", "x"), "Choose the promise"),
        (became(&entry, "", "x"), "Say what became of it"),
        (became(&entry, "forgotten", "x"), "none of the words"),
        (became(&entry, "kept", " "), "Say upon what"),
    ] {
        assert_eq!(wrong.status, 422, "{}", wrong.text);
        assert!(wrong.text.contains(says), "{}", wrong.text);
    }
    let done = became(&entry, "lapsed", "the year ended");
    assert_eq!(done.status, 303, "{}", done.text);
    let (_, row) = nepal(&house, &eve, "2023-01-01");
    assert_eq!(row["pledges"], json!([]), "no longer open");
    let story = json(&house.page(Some(&eve), &format!("{NEPAL}.json")));
    let items = story["story"].as_array().unwrap().iter();
    let mut told = items.filter_map(|item| item["pledge"]["state"].as_str());
    assert_eq!(told.next(), Some("lapsed"));
}

#[test]
fn a_campaign_is_recorded_shared_and_put_right_in_the_browser() {
    let (house, eve, _) = house();
    let cem = house.person("Cem", &[("south-africa", Role::Editor)]);
    let rea = house.person("Rea", &[("italy", Role::Reader)]);
    const NEW: &str = "/campaigns/new";
    assert!(house.page(Some(&eve), "/campaigns").text.contains(NEW));
    assert_eq!(house.page(Some(&eve), NEW).status, 200);
    assert_eq!(house.page(None, NEW).status, 303, "one signs in first");
    assert_eq!(house.page(Some(&rea), NEW).status, 403);
    let with = |more: &[(&'static str, &'static str)]| {
        let mut fields = vec![
            ("campaign", "africa"),
            ("title", "All of Africa"),
            ("treaty", "ctbt"),
            ("from", "2025-09"),
            ("team", "italy"),
        ];
        for (name, value) in more {
            fields.retain(|(old, _)| old != name || *name == "team");
            fields.push((*name, *value));
        }
        fields
    };
    for (wrong, says) in [
        (with(&[]), "Choose what is to be reached"),
        (with(&[("aim", "consents"), ("what", "many")]), "a number"),
        (
            with(&[("aim", "group"), ("what", "NATO or so")]),
            "No group on record",
        ),
        (
            with(&[("aim", "these"), ("what", " ; ")]),
            "which States are to join",
        ),
        (with(&[("aim", "these"), ("what", "Atlantis")]), "Atlantis"),
        (
            with(&[("aim", "everybody"), ("by", "Atlantis")]),
            "Atlantis",
        ),
        (
            with(&[("aim", "everybody"), ("treaty", "none")]),
            "Choose the treaty",
        ),
        (
            with(&[("aim", "everybody"), ("title", " ")]),
            "Say what the campaign is called",
        ),
        (with(&[("aim", "everybody"), ("from", "soon")]), "no day"),
        (
            with(&[("aim", "everybody"), ("campaign", "new")]),
            "no name of a campaign",
        ),
    ] {
        let told = house.send(&eve, NEW, &wrong);
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(says), "{wrong:?}: {}", told.text);
        assert!(
            told.text.contains("2025-09") || says == "no day",
            "what was written stays"
        );
    }
    // For a team of others alone nobody records.
    let theirs = [
        ("campaign", "africa"),
        ("title", "All of Africa"),
        ("treaty", "ctbt"),
        ("aim", "everybody"),
        ("team", "south-africa"),
    ];
    assert_eq!(house.send(&eve, NEW, &theirs).status, 422);
    let mut good = with(&[
        ("aim", "group"),
        ("what", "au"),
        ("by", "ITA; South Africa"),
    ]);
    let done = house.send(&eve, NEW, &good);
    assert_eq!(
        (done.status, done.location.as_str()),
        (303, "/campaigns/africa"),
        "{}",
        done.text
    );
    let own = json(&house.page(Some(&eve), "/campaigns/africa.json"));
    assert_eq!(own["campaign"]["aim"], json!({"group": "AU"}));
    assert_eq!(house.page(Some(&cem), "/campaigns/africa").status, 404);
    // Put right, and shared: the form has what stands.
    let form = house.page(Some(&eve), &format!("{NEW}?of=africa"));
    assert!(form.text.contains("Italy; South Africa"), "{}", form.text);
    assert!(form.text.contains("All of Africa"));
    good.retain(|(name, _)| *name != "title");
    good.extend([("title", "Africa, whole"), ("team", "south-africa")]);
    let done = house.send(&eve, NEW, &good);
    assert_eq!(done.status, 303, "{}", done.text);
    for who in [&eve, &cem] {
        let told = json(&house.page(Some(who), "/campaigns/africa.json"));
        assert_eq!(told["campaign"]["title"], "Africa, whole");
    }
    // In a campaign for both a stage can be for both.
    let stage = [
        ("what", "stage"),
        ("team", "italy,south-africa"),
        ("stage", "aware"),
        ("on", "2025-10"),
    ];
    let done = house.send(&eve, "/campaigns/africa/states/EGY/record", &stage);
    assert_eq!(done.status, 303, "{}", done.text);
    let theirs = json(&house.page(
        Some(&cem),
        "/campaigns/africa/states/EGY.json?on=2025-12-01",
    ));
    assert_eq!(theirs["state"]["column"], "aware");
}

#[test]
fn what_is_not_said_well_is_told_beside_what_was_written() {
    let (house, eve, _) = house();
    for (wrong, why) in [
        (
            &[("what", "stage"), ("team", "italy"), ("on", "2022-05-01")][..],
            "Choose a stage",
        ),
        (
            &[
                ("what", "stage"),
                ("team", "italy"),
                ("stage", "aware"),
                ("on", "soon"),
            ],
            "no day",
        ),
        (
            &[
                ("what", "stage"),
                ("team", "south-africa"),
                ("stage", "aware"),
                ("on", "2022"),
            ],
            "Choose a team",
        ),
        (
            &[
                ("what", "stage"),
                ("team", "italy"),
                ("stage", "asleep"),
                ("on", "2022"),
            ],
            "none of the words",
        ),
        (
            &[("what", "pledge"), ("team", "italy"), ("kind", "join")],
            "Say what was promised",
        ),
        (
            &[
                ("what", "attribution"),
                ("team", "italy"),
                ("approach", "1"),
                ("act", "1"),
            ],
            "Choose the approach",
        ),
        (&[("team", "italy")], "what is to be recorded"),
    ] {
        let told = house.send(&eve, RECORD, wrong);
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(why), "{wrong:?}: {}", told.text);
    }
    let sent = [
        ("what", "stage"),
        ("team", "italy"),
        ("evidence", "a word of theirs"),
    ];
    assert!(
        house
            .send(&eve, RECORD, &sent)
            .text
            .contains("a word of theirs")
    );
    assert_eq!(nepal(&house, &eve, "2022-06-01").0, "contacted");
}

#[test]
fn who_may_not_record_is_not_led_there() {
    let (house, _, _) = house();
    let rea = house.person("Rea", &[("italy", Role::Reader)]);
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    assert!(!house.page(Some(&rea), NEPAL).text.contains(RECORD));
    let stage = [
        ("what", "stage"),
        ("team", "italy"),
        ("stage", "aware"),
        ("on", "2022"),
    ];
    assert_eq!(house.page(None, RECORD).status, 303, "one signs in first");
    for who in [&rea, &cem] {
        assert_eq!(house.page(Some(who), RECORD).status, 404);
        assert_eq!(house.send(who, RECORD, &stage).status, 404);
    }
    // For a team of his own, in a campaign that he sees.
    let theirs = house.send(&cem, "/campaigns/ctbt/states/NPL/record", &stage);
    assert_eq!(theirs.status, 422, "{}", theirs.text);
}
