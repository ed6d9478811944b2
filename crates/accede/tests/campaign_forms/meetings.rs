//! Meetings: recorded and put right.

use people::Role;
use serde_json::Value;

use crate::house::{House, Someone};
use crate::{hidden, house, json, with};

const MEETING: &str = "/meetings/new";

const CONFERENCE: [(&str, &str); 9] = [
    ("treaty", "ctbt"),
    ("kind", "ArtXIV"),
    ("number", "2031"),
    ("start", "2031-09-23"),
    ("end", "2031-09-25"),
    ("place", "Quito"),
    ("presidents", "Norway"),
    ("note", "to be confirmed"),
    ("seen-by", "italy"),
];

/// The meeting of that year that somebody sees.
fn met(house: &House, who: Option<&Someone>) -> Option<Value> {
    let all = json(&house.page(who, "/treaties/ctbt/meetings.json"));
    let coming = all["coming"].as_array().unwrap().clone();
    coming.into_iter().find(|one| one["number"] == "2031")
}

#[test]
fn a_meeting_is_recorded_and_put_right() {
    let (house, eve) = house();
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let rea = house.person("Rea", &[("italy", Role::Reader)]);
    for path in [
        "/meetings",
        "/treaties/ctbt/meetings",
        "/campaigns/push/calendar",
    ] {
        assert!(
            house.page(Some(&eve), path).text.contains(MEETING),
            "{path}"
        );
        for other in [None, Some(&rea)] {
            assert!(!house.page(other, path).text.contains(MEETING), "{path}");
        }
    }
    let form = house.page(Some(&eve), "/meetings/new?treaty=ctbt&campaign=push");
    assert!(
        form.text.contains("value=\"ctbt\" selected"),
        "{}",
        form.text
    );
    assert!(form.text.contains("Who takes part is not recorded"));
    assert_eq!(hidden(&form, "campaign"), "push");
    assert_eq!(house.page(Some(&rea), MEETING).status, 403);
    assert_eq!(house.page(None, MEETING).status, 303);
    for (wrong, says) in [
        (vec![("treaty", "none")], "Choose the treaty"),
        (vec![("kind", "")], "which series"),
        (vec![("start", "")], "when it begins"),
        (vec![("start", "soon")], "no day"),
        (vec![("end", "2031-09-22")], "before the first"),
        (vec![("seen-by", "south-africa")], "Choose a team"),
        (vec![("document-place", "p. 1")], "Name the document"),
    ] {
        let told = house.send(&eve, MEETING, &with(&CONFERENCE, &wrong));
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(says), "{wrong:?}: {}", told.text);
        assert!(told.text.contains("Quito"), "what was written stays");
    }
    let done = house.send(&eve, MEETING, &CONFERENCE);
    assert_eq!(
        (done.status, done.location.as_str()),
        (303, "/treaties/ctbt/meetings"),
        "{}",
        done.text
    );
    let own = met(&house, Some(&eve)).unwrap();
    assert_eq!(own["place"], "Quito");
    for other in [None, Some(&cem)] {
        assert_eq!(met(&house, other), None);
    }
    // Once more, it is on record.
    let twice = house.send(&eve, MEETING, &CONFERENCE);
    assert_eq!(twice.status, 422);
    let id = own["id"].as_str().unwrap();
    assert!(
        twice.text.contains(&format!("/meetings/{id}")),
        "{}",
        twice.text
    );
    // Whoever does not see it is not told that it is.
    let theirs = with(&CONFERENCE, &[("seen-by", "south-africa")]);
    let done = house.send(&cem, MEETING, &theirs);
    assert_eq!(done.status, 303, "{}", done.text);
    // It is put right.
    let edit = format!("/meetings/{id}/edit");
    assert!(
        house
            .page(Some(&eve), &format!("/meetings/{id}"))
            .text
            .contains(&edit)
    );
    let form = house.page(Some(&eve), &edit);
    let was = hidden(&form, "was");
    let right = [
        ("was", was.as_str()),
        ("start", "2031-10"),
        ("place", "Lima"),
        ("why", "postponed"),
    ];
    for (wrong, says) in [
        (vec![("start", "")], "when it begins"),
        (vec![("why", "")], "Say why"),
        (vec![("was", "0")], "changed this entry"),
    ] {
        let told = house.send(&eve, &edit, &with(&right, &wrong));
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(says), "{wrong:?}: {}", told.text);
    }
    let done = house.send(&eve, &edit, &right);
    assert_eq!(done.status, 303, "{}", done.text);
    let own = met(&house, Some(&eve)).unwrap();
    assert_eq!(own["start"], "2031-10");
    assert_eq!(own["place"], "Lima");
    assert_eq!(own["end"], Value::Null);
    assert_eq!(own["kind"], "ArtXIV");
    assert_eq!(house.page(Some(&rea), &edit).status, 403);
    assert_eq!(house.page(Some(&eve), "/meetings/nowhere/edit").status, 404);
}

#[test]
fn from_a_calendar_one_comes_back_to_it() {
    let (house, eve) = house();
    let from = with(&CONFERENCE, &[("campaign", "push")]);
    let done = house.send(&eve, MEETING, &from);
    assert_eq!(done.location, "/campaigns/push/calendar?from=2031-09-23");
    assert!(
        house
            .page(Some(&eve), &done.location)
            .text
            .contains("Quito")
    );
    let soon = [("number", "2027"), ("start", "2027-03-01"), ("end", "")];
    let done = house.send(&eve, MEETING, &with(&from, &soon));
    assert_eq!(done.location, "/campaigns/push/calendar");
    let own = house.page(Some(&eve), "/campaigns/push/calendar").text;
    assert!(own.contains("Quito"), "{own}");
}

#[test]
fn a_meeting_of_a_team_counts_for_whom_next_in_its_eyes_alone() {
    let (house, eve) = house();
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let soon = [
        ("number", "77"),
        ("start", "2027-01-11"),
        ("end", "2027-01-12"),
    ];
    let done = house.send(&eve, MEETING, &with(&CONFERENCE, &soon));
    assert_eq!(done.status, 303, "{}", done.text);
    let next = |who: Option<&Someone>| json(&house.page(who, "/campaigns/ctbt/next.json"));
    let told = next(Some(&eve)).to_string();
    assert!(told.contains("\"number\":\"77\""), "{told}");
    for other in [None, Some(&cem)] {
        assert!(!next(other).to_string().contains("\"number\":\"77\""));
    }
}
