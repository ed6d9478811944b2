//! The approach in which a stage or a promise came up.

use people::{Role, Scope};
use serde_json::{Value, json as said};

use crate::house::{House, Someone};
use crate::{house, json, records, with};

const RECORD: &str = "/campaigns/push/states/NPL/record";

/// An approach to Nepal that took place.
fn approach(house: &House, who: &Someone, audience: &Value, on: &str) -> String {
    let body = said!({"approach": {
        "treaties": ["ctbt"], "state": "done", "kind": "meeting_bilateral", "on": on,
        "by": [{"participant": "ITA"}], "to": [{"participant": "LKA"}, {"participant": "NPL"}],
    }});
    records(house, who, "italy", &body, audience)
}

#[test]
fn a_stage_and_a_promise_name_the_approach_in_which_they_came_up() {
    let (house, eve) = house();
    let own = said!({"teams": ["italy"]});
    let first = approach(&house, &eve, &own, "2026-03-12");
    let last = approach(&house, &eve, &own, "2026-05-01");
    let form = house.page(Some(&eve), RECORD).text;
    let at = |entry: &str| form.find(&format!("<option value=\"{entry}\">")).unwrap();
    assert!(at(&last) < at(&first), "the latest first");
    // The approach leads there, State by State, and is chosen already.
    let page = house.page(Some(&eve), &format!("/approaches/{first}")).text;
    let led = format!("{RECORD}?approach={first}");
    assert!(page.contains(&led), "{page}");
    assert!(page.contains("/campaigns/push/states/LKA/record"));
    let chosen = format!("value=\"{first}\" selected");
    assert_eq!(
        house.page(Some(&eve), &led).text.matches(&chosen).count(),
        2
    );
    for (fields, kind) in [
        (
            vec![
                ("what", "stage"),
                ("stage", "parliament"),
                ("on", "2026-05"),
            ],
            "stage",
        ),
        (
            vec![("what", "pledge"), ("kind", "join"), ("promised", "soon")],
            "pledge",
        ),
    ] {
        let named = with(&fields, &[("team", "italy"), ("came-up-in", &first)]);
        let done = house.send(&eve, RECORD, &named);
        assert_eq!(done.status, 303, "{}", done.text);
        let all = json(&house.page(Some(&eve), "/ledger.json?limit=1"));
        let body = &all["entries"][0]["body"][kind];
        assert_eq!(body["approach"], first, "{all}");
        let unknown = with(&named, &[("came-up-in", "1")]);
        let told = house.send(&eve, RECORD, &unknown);
        assert_eq!(told.status, 422);
        assert!(told.text.contains("Choose the approach"), "{}", told.text);
    }
    let story = house.page(Some(&eve), "/campaigns/push/states/NPL").text;
    assert!(story.contains(&format!("href=\"/approaches/{first}\">the approach")));
}

#[test]
fn what_names_an_approach_is_for_no_more_people_than_the_approach() {
    let (house, eve) = house();
    let both = ["italy", "south-africa"];
    let ada = house.person("Ada", &both.map(|team| (team, Role::Editor)));
    let own = said!({"teams": ["italy"]});
    let narrow = approach(&house, &eve, &own, "2026-03-12");
    let wide = approach(&house, &eve, &said!({"teams": both}), "2026-03-13");
    let stage = |team: &str, entry: &str| {
        let fields = [
            ("what", "stage"),
            ("stage", "aware"),
            ("on", "2026-05"),
            ("team", team),
            ("came-up-in", entry),
        ];
        house.send(&ada, RECORD, &fields)
    };
    let told = stage("south-africa", &narrow);
    assert_eq!(told.status, 422);
    assert!(
        told.text.contains("The approach is for The italy team"),
        "{}",
        told.text
    );
    // Those who may see the approach come first among whom one can choose.
    let form = house
        .page(Some(&ada), &format!("{RECORD}?approach={wide}"))
        .text;
    assert!(form.contains("value=\"italy,south-africa\""), "{form}");
    assert_eq!(stage("south-africa", &wide).status, 303);
    assert_eq!(stage("italy,south-africa", &wide).status, 303);
    assert_eq!(stage("italy", &narrow).status, 303);
    // Who sees no approach is shown none.
    let cem = house.person("Cem", &[("south-africa", Role::Editor)]);
    let theirs = house.page(Some(&cem), "/campaigns/ctbt/states/NPL/record");
    assert_eq!(theirs.status, 200);
    assert!(theirs.text.contains(&wide));
    assert!(!theirs.text.contains(&narrow));
    let sent = [
        ("what", "stage"),
        ("stage", "aware"),
        ("on", "2026-05"),
        ("team", "south-africa"),
        ("came-up-in", &narrow),
    ];
    let told = house.send(&cem, "/campaigns/ctbt/states/NPL/record", &sent);
    assert_eq!(told.status, 422);
    assert!(told.text.contains("Choose the approach"));
}

#[test]
fn of_many_approaches_the_latest_are_listed_and_the_one_that_is_named() {
    let (house, eve) = house();
    let own = said!({"teams": ["italy"]});
    let token = house.token(&eve, "italy", &[Scope::Write]);
    let oldest = approach(&house, &eve, &own, "2020-01-01");
    for at in 0..51 {
        let body = said!({"body": {"approach": {
            "treaties": ["ctbt"], "state": "done", "kind": "letter",
            "on": format!("2024-{:02}-{:02}", 1 + at / 28, 1 + at % 28),
            "by": [{"participant": "ITA"}], "to": [{"participant": "NPL"}],
        }}});
        let told = house.sends_json(Some(&token), &body.to_string());
        assert_eq!(told.status, 201, "{}", told.text);
    }
    let listed = |path: &str| {
        let page = house.page(Some(&eve), path).text;
        let field = page.split("id=\"came-stage\"").nth(1).unwrap().to_owned();
        let field = field.split("</select>").next().unwrap().to_owned();
        (
            field.matches("<option").count(),
            field.contains(&oldest),
            page,
        )
    };
    let (count, old, page) = listed(RECORD);
    assert_eq!((count, old), (51, false), "50, and none");
    assert!(page.contains("The latest 50 are listed"), "{page}");
    let (count, old, _) = listed(&format!("{RECORD}?approach={oldest}"));
    assert_eq!((count, old), (52, true));
}
