//! What people do on pages, asked for by members of another team: as if nobody had written what is hidden
//! from them. The pages are those that the source names, so that a new one is not forgotten.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "common/house.rs"]
#[expect(dead_code, reason = "not every test asks all of a house")]
mod house;

use std::collections::BTreeSet;

use accede::clerk::Draft;
use house::{Answer, House};
use ledger::{Audience, Body};
use people::Role;
use serde_json::json;
use treaty::Source;

/// Where the addresses of pages stand on which something is done, or which anyone reads.
const SOURCES: [&str; 3] = [
    include_str!("../../web/src/deeds.rs"),
    include_str!("../../web/src/deeds/approach.rs"),
    include_str!("../../web/src/lib.rs"),
];

/// A word that stands nowhere but in what is hidden.
const HIDDEN: &str = "zqxhidden";

/// Every address that names an entry.
fn of_entries() -> BTreeSet<&'static str> {
    let all = SOURCES
        .iter()
        .flat_map(|source| source.split(".route(").skip(1));
    let routes = all.filter_map(|after| after.split('"').nth(1));
    routes.filter(|route| route.contains("{seq}")).collect()
}

/// An answer without what it was asked by, and without its moments.
fn told(answer: &Answer, asked: &str) -> (u16, String, String) {
    let steady = |text: &str| text.replace(asked, "NAME");
    (
        answer.status,
        steady(&answer.location),
        steady(&answer.text),
    )
}

#[test]
fn a_member_of_another_team_is_answered_as_if_nobody_had_written_it() {
    let house = House::with(&["alpha", "beta"]);
    let approach = json!({"approach": {
        "treaties": ["ctbt"], "state": "done", "kind": "visit", "on": "2026-03-12",
        "by": [{"participant": "ITA", "person": HIDDEN}],
        "to": [{"participant": "NPL", "name": HIDDEN}],
        "place": HIDDEN, "points": HIDDEN, "answer": HIDDEN, "note": HIDDEN, "forum": HIDDEN,
        "next": [{"what": HIDDEN, "owner": HIDDEN, "by": "2026-05-01"}],
        "documents": [{"title": HIDDEN}],
    }});
    let body: Body = serde_json::from_value(approach).unwrap();
    let audience = Audience::of_teams(["alpha"]).unwrap();
    let draft = Draft::new(Source::cited(HIDDEN), body).seen_by(audience, None);
    let entry = house.record("test", draft);
    let own = house.person("Anna", &[("alpha", Role::Administrator)]);
    let other = house.person("Boris", &[("beta", Role::Administrator)]);
    let nobody = "01890000-0000-7000-9fff-ffffffffffff";
    let routes = of_entries();
    assert!(routes.len() > 4, "{routes:?}");
    let mut shown = 0;
    for route in routes {
        let of = |name: &str| route.replace("{campaign}", "ctbt").replace("{seq}", name);
        // Whose it is reads it there, so there is something to hide.
        shown += usize::from(house.page(Some(&own), &of(&entry)).text.contains(HIDDEN));
        for stranger in [None, Some(&other)] {
            let (hidden, free) = (of(&entry), of(nobody));
            let (asked, none) = (house.page(stranger, &hidden), house.page(stranger, &free));
            assert!(!asked.text.contains(HIDDEN), "{route}");
            assert_eq!(told(&asked, &entry), told(&none, nobody), "{route}");
        }
        // Nor does a form that is sent there say or do anything.
        let (hidden, free) = (of(&entry), of(nobody));
        let (sent, none) = (
            house.send(&other, &hidden, &[]),
            house.send(&other, &free, &[]),
        );
        assert_eq!(
            told(&sent, &entry),
            told(&none, nobody),
            "a form to {route}"
        );
    }
    assert!(shown > 3, "its own team is shown it at {shown} addresses");
    // A form that is begun from another entry, and what is kept for want of a network.
    for path in [
        format!("/approaches/new?like={entry}"),
        "/approaches/new".to_owned(),
        "/approaches/offline".to_owned(),
        "/approaches/worker.js".to_owned(),
        "/approaches".to_owned(),
        "/approaches?follow_up=open".to_owned(),
        "/search?q=zqxhid".to_owned(),
        "/states/NPL".to_owned(),
        "/campaigns/ctbt/contacts".to_owned(),
    ] {
        let answer = house.page(Some(&other), &path);
        assert!(!answer.text.contains(HIDDEN), "{path}");
    }
}

#[test]
fn an_office_and_a_meeting_of_another_team_are_not_there() {
    let house = House::with(&["alpha", "beta"]);
    let keep = |body: serde_json::Value| {
        let body: Body = serde_json::from_value(body).unwrap();
        let audience = Audience::of_teams(["alpha"]).unwrap();
        let draft = Draft::new(Source::cited(HIDDEN), body).seen_by(audience, None);
        house.record("test", draft)
    };
    let office = keep(json!({"role": {
        "treaty": "ctbt", "role": HIDDEN, "kind": "coordinator", "by": "ITA", "person": HIDDEN,
        "from": "2026-01-01", "note": HIDDEN,
    }}));
    keep(json!({"meeting": {
        "treaty": "ctbt", "kind": "ArtXIV", "number": "zzzz", "start": "2031-09-23",
        "place": HIDDEN, "presidents": HIDDEN, "note": HIDDEN,
    }}));
    let own = house.person("Anna", &[("alpha", Role::Administrator)]);
    let other = house.person("Boris", &[("beta", Role::Administrator)]);
    let nobody = "01890000-0000-7000-9fff-ffffffffffff";
    // As far from each meeting on record, those near to it are the same.
    let meeting = "/meetings/ctbt-artxiv-zzzz/edit";
    let (edit, none) = (
        format!("/campaigns/ctbt/roles/{office}/edit"),
        format!("/campaigns/ctbt/roles/{nobody}/edit"),
    );
    for (hidden, free, by, as_if) in [
        (edit.as_str(), none.as_str(), office.as_str(), nobody),
        (
            meeting,
            "/meetings/ctbt-artxiv-yyyy/edit",
            "ctbt-artxiv-zzzz",
            "ctbt-artxiv-yyyy",
        ),
    ] {
        let shown = house.page(Some(&own), hidden);
        assert!(shown.text.contains(HIDDEN), "{hidden}: {}", shown.text);
        for stranger in [None, Some(&other)] {
            let (asked, none) = (house.page(stranger, hidden), house.page(stranger, free));
            assert!(!asked.text.contains(HIDDEN), "{hidden}");
            assert_eq!(told(&asked, by), told(&none, as_if), "{hidden}");
        }
        let (sent, none) = (
            house.send(&other, hidden, &[]),
            house.send(&other, free, &[]),
        );
        assert_eq!(told(&sent, by), told(&none, as_if), "a form to {hidden}");
    }
    for path in [
        "/campaigns/ctbt/roles",
        "/campaigns/ctbt/roles/new",
        "/campaigns/ctbt/calendar?from=2031-09-01",
        "/campaigns/ctbt/next",
        "/meetings",
        "/meetings/new?treaty=ctbt",
        "/treaties/ctbt/meetings",
    ] {
        let answer = house.page(Some(&other), path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        assert!(!answer.text.contains(HIDDEN), "{path}");
    }
    // That it is on record already, only those are told who see it.
    let fields = [
        ("treaty", "ctbt"),
        ("kind", "ArtXIV"),
        ("number", "zzzz"),
        ("start", "2031-09-23"),
    ];
    let theirs = [&fields[..], &[("seen-by", "beta")]].concat();
    assert_eq!(house.send(&other, "/meetings/new", &theirs).status, 303);
    let ours = [&fields[..], &[("seen-by", "alpha")]].concat();
    let twice = house.send(&own, "/meetings/new", &ours);
    assert_eq!(twice.status, 422, "{}", twice.text);
}
