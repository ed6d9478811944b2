//! Offices: recorded, put right and ended, for whom the policy lets them be.

use people::Role;
use serde_json::Value;

use crate::house::{House, Someone};
use crate::{hidden, house, json, with};

const OFFICES: &str = "/campaigns/push/roles";
const OFFICE: &str = "/campaigns/push/roles/new";

/// The offices of a kind that somebody sees in a campaign.
fn offices(house: &House, who: Option<&Someone>, role: &str) -> Vec<Value> {
    let all = json(&house.page(who, "/campaigns/ctbt/roles.json"));
    let all = all["roles"].as_array().unwrap().clone();
    all.into_iter().filter(|one| one["role"] == role).collect()
}

const GOOD: [(&str, &str); 6] = [
    ("by", "Italy; South Africa"),
    ("role", "keeper of the list"),
    ("kind", "coordinator"),
    ("from", "2025-09"),
    ("until", "2027"),
    ("seen-by", "italy"),
];

#[test]
fn an_office_is_recorded_put_right_and_ended() {
    let (house, eve) = house();
    let cem = house.person("Cem", &[("south-africa", Role::Editor)]);
    assert!(house.page(Some(&eve), OFFICES).text.contains(OFFICE));
    assert_eq!(house.page(Some(&eve), OFFICE).status, 200);
    let more = [
        ("document", "Note verbale 12"),
        ("document-url", "https://mfa.example/12"),
        ("document-place", "p. 2"),
    ];
    let done = house.send(&eve, OFFICE, &with(&GOOD, &more));
    assert_eq!(
        (done.status, done.location.as_str()),
        (303, OFFICES),
        "{}",
        done.text
    );
    let held = offices(&house, Some(&eve), "keeper of the list");
    let by: Vec<_> = held
        .iter()
        .map(|one| one["iso3"].as_str().unwrap())
        .collect();
    assert_eq!(by, ["ITA", "ZAF"], "one entry each");
    assert_eq!(held[0]["held"], "now");
    assert_eq!(held[0]["source"]["title"], "Note verbale 12");
    assert_eq!(held[0]["source"]["place"], "p. 2");
    for other in [None, Some(&cem)] {
        assert!(offices(&house, other, "keeper of the list").is_empty());
    }
    // It is put right, and what was recorded of it stays as it is.
    let entry = held[0]["entry"].as_str().unwrap();
    let edit = format!("{OFFICES}/{entry}/edit");
    assert!(house.page(Some(&eve), OFFICES).text.contains(&edit));
    let form = house.page(Some(&eve), &edit);
    assert!(form.text.contains("keeper of the list"), "{}", form.text);
    let was = hidden(&form, "was");
    let right = [
        ("what", "right"),
        ("was", &was),
        ("role", "keeper of the lists"),
        ("kind", "champion"),
        ("person", "H.E. Ms Rossi"),
        ("from", "2025-10-01"),
        ("note", "with South Africa"),
        ("why", "there are two lists"),
    ];
    let done = house.send(&eve, &edit, &right);
    assert_eq!(done.status, 303, "{}", done.text);
    let held = offices(&house, Some(&eve), "keeper of the lists");
    assert_eq!(held[0]["entry"], *entry);
    assert_eq!(held[0]["person"], "H.E. Ms Rossi");
    assert_eq!(held[0]["kind"], "champion");
    assert_eq!(held[0]["until"], Value::Null);
    // Whoever looked at it before is told that it changed.
    let late = house.send(&eve, &edit, &with(&right, &[("role", "another")]));
    assert_eq!(late.status, 422);
    assert!(late.text.contains("changed this entry"), "{}", late.text);
    // And ended.
    let was = hidden(&house.page(Some(&eve), &edit), "was");
    let end = [
        ("what", "end"),
        ("was", was.as_str()),
        ("until", "2026-06-30"),
        ("why", "the term ended"),
    ];
    for (wrong, says) in [
        (with(&end, &[("until", "")]), "on which day"),
        (with(&end, &[("until", "2025-09-30")]), "before the first"),
        (with(&end, &[("why", " ")]), "Say why"),
        (with(&end, &[("what", "")]), "what is to be recorded"),
    ] {
        let told = house.send(&eve, &edit, &wrong);
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(says), "{wrong:?}: {}", told.text);
    }
    let done = house.send(&eve, &edit, &end);
    assert_eq!(done.status, 303, "{}", done.text);
    let held = offices(&house, Some(&eve), "keeper of the lists");
    assert_eq!(held[0]["held"], "past");
    let same = house.send(&eve, &edit, &{
        let was = hidden(&house.page(Some(&eve), &edit), "was");
        let was: &'static str = Box::leak(was.into_boxed_str());
        with(&end, &[("was", was)])
    });
    assert!(same.text.contains("Nothing was changed"), "{}", same.text);
}

#[test]
fn what_an_office_lacks_is_said_beside_what_was_written() {
    let (house, eve) = house();
    for (wrong, says) in [
        (vec![("by", " ; ")], "which State holds it"),
        (vec![("by", "Atlantis")], "Atlantis"),
        (vec![("role", " ")], "what the office is called"),
        (vec![("kind", "king")], "none of the words"),
        (vec![("from", "soon")], "no day"),
        (vec![("until", "2024")], "before the first"),
        (vec![("person", "Ms Rossi")], "for one State"),
        (vec![("by", "OIC; OSCE")], "At most 60"),
        (vec![("seen-by", "south-africa")], "Choose a team"),
        (vec![("seen-by", "")], "Choose a team"),
        (
            vec![("document-url", "https://a.example")],
            "Name the document",
        ),
        (
            vec![("document", "A note"), ("document-url", "javascript:1")],
            "https://",
        ),
    ] {
        let sent = with(&GOOD, &wrong);
        let told = house.send(&eve, OFFICE, &sent);
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(says), "{wrong:?}: {}", told.text);
    }
    let long = "x".repeat(401);
    let told = house.send(&eve, OFFICE, &with(&GOOD, &[("role", &long)]));
    assert_eq!(told.status, 422);
    assert!(told.text.contains("at most 400 characters"));
    let told = house.send(&eve, OFFICE, &with(&GOOD, &[("from", "soon")]));
    assert!(told.text.contains("keeper of the list"), "it stays written");
    assert!(offices(&house, Some(&eve), "keeper of the list").is_empty());
}

#[test]
fn a_group_is_recorded_member_by_member_in_one_go() {
    let (house, eve) = house();
    let groups = with(&GOOD, &[("by", "opanal-none; Italy"), ("kind", "friend")]);
    assert_eq!(house.send(&eve, OFFICE, &groups).status, 422);
    assert!(
        offices(&house, Some(&eve), "keeper of the list").is_empty(),
        "all of them, or none"
    );
    let group = with(&GOOD, &[("by", "au; ITA"), ("kind", "friend")]);
    let done = house.send(&eve, OFFICE, &group);
    assert_eq!(done.status, 303, "{}", done.text);
    let all = offices(&house, Some(&eve), "keeper of the list");
    assert!(all.len() > 50, "{}", all.len());
    assert!(all.iter().any(|one| one["iso3"] == "EGY"));
}

#[test]
fn an_office_is_for_whom_the_policy_lets_it_be() {
    let (house, eve) = house();
    let kim = house.person("Kim", &[("italy", Role::Contributor)]);
    let rea = house.person("Rea", &[("italy", Role::Reader)]);
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let public = with(&GOOD, &[("seen-by", "public")]);
    // To record for anyone is as much as to make public: for editors.
    assert!(
        !house
            .page(Some(&kim), OFFICE)
            .text
            .contains("value=\"public\"")
    );
    assert_eq!(house.send(&kim, OFFICE, &public).status, 422);
    assert!(
        house
            .page(Some(&eve), OFFICE)
            .text
            .contains("value=\"public\"")
    );
    assert_eq!(house.send(&eve, OFFICE, &public).status, 303);
    let held = offices(&house, None, "keeper of the list");
    assert_eq!(held.len(), 2);
    let public = format!("{OFFICES}/{}/edit", held[0]["entry"]);
    // What one recorded oneself a contributor may end, and nothing else.
    let own = with(&GOOD, &[("by", "Italy"), ("role", "clerk of the list")]);
    assert_eq!(house.send(&kim, OFFICE, &own).status, 303);
    let own = offices(&house, Some(&kim), "clerk of the list");
    let own = format!("{OFFICES}/{}/edit", own[0]["entry"].as_str().unwrap());
    assert_eq!(house.page(Some(&kim), &own).status, 200);
    assert_eq!(house.page(Some(&kim), &public).status, 403);
    assert!(!house.page(Some(&kim), OFFICES).text.contains(&public));
    assert_eq!(house.page(Some(&eve), &own).status, 200);
    // Readers record nothing; others see nothing; whoever is not signed in signs in first.
    assert_eq!(house.page(Some(&rea), OFFICE).status, 403);
    assert_eq!(house.page(Some(&rea), &own).status, 403);
    assert!(!house.page(Some(&rea), OFFICES).text.contains("/edit"));
    assert!(!house.page(Some(&rea), OFFICES).text.contains(OFFICE));
    for path in [OFFICE, &own] {
        assert_eq!(house.page(Some(&cem), path).status, 404);
        assert_eq!(house.send(&cem, path, &GOOD).status, 404);
        assert_eq!(house.page(None, path).status, 303);
    }
    let elsewhere = own.replace("/push/", "/ctbt/");
    assert_eq!(house.page(Some(&cem), &elsewhere).status, 404);
    // An entry of another kind is no office.
    assert_eq!(
        house.page(Some(&eve), &format!("{OFFICES}/1/edit")).status,
        404
    );
}
