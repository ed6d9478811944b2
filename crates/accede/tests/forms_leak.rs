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
        let of = |name: &str| route.replace("{seq}", name);
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
