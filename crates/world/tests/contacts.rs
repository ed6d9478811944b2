//! Approaches near to one another: the same State, the same treaty, and not many days between.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::{chain, code, entry, id};
use jiff::Timestamp;
use ledger::body::{Approach, Correction, Retraction};
use ledger::{Audience, Body, Entry};
use serde_json::json;
use treaty::{Lang, PartialDate};
use world::{NEAR_DAYS, Near, Viewer, World};

/// An approach of invented States.
fn approach(treaty: &str, to: &[&str], state: &str, on: Option<&str>) -> Approach {
    let to: Vec<_> = to.iter().map(|to| json!({"participant": to})).collect();
    let mut said = json!({
        "treaties": [treaty], "state": state, "kind": "letter",
        "by": [{"participant": "XAA"}], "to": to,
    });
    if let Some(on) = on {
        said["on"] = json!(on);
    }
    serde_json::from_value(said).unwrap()
}

fn said(n: u64, one: Approach) -> Entry {
    entry(n, Body::Approach(Box::new(one)))
}

/// The sources of those near, in their order.
fn near(entries: &[Entry], on: &str, viewer: &Viewer) -> Vec<(String, Option<u16>)> {
    let recorded = chain(entries.to_vec());
    let world = World::fold(&recorded, viewer, Timestamp::MAX);
    let day: PartialDate = on.parse().unwrap();
    let (treaties, states) = ([id("xt")], [code("XBB")]);
    let near = Near {
        treaties: &treaties,
        states: &states,
        day,
        days: NEAR_DAYS,
        but: None,
    };
    let found = world.contacts_near(&near, Lang::En).into_iter();
    found
        .map(|one| {
            let source = world.entry(one.entry).unwrap().source.title;
            (source, one.apart)
        })
        .collect()
}

fn anyone(entries: &[Entry], on: &str) -> Vec<(String, Option<u16>)> {
    near(entries, on, &Viewer::public())
}

fn source(n: u64, apart: Option<u16>) -> (String, Option<u16>) {
    (format!("source {n}"), apart)
}

#[test]
fn ninety_days_are_near_and_one_more_is_not() {
    let one = |on| [said(1, approach("xt", &["XBB"], "done", Some(on)))];
    for (on, apart) in [
        ("2026-05-10", Some(0)),
        ("2026-02-09", Some(90)),
        ("2026-02-08", None),
        ("2026-08-08", Some(90)),
        ("2026-08-09", None),
        // Of a month or a year it is enough that a day of it is near.
        ("2026-02", Some(71)),
        ("2026", Some(0)),
        ("2025", None),
    ] {
        let found = anyone(&one(on), "2026-05-10");
        let expected: Vec<_> = apart
            .map(|apart| source(1, Some(apart)))
            .into_iter()
            .collect();
        assert_eq!(found, expected, "{on}");
    }
    assert_eq!(anyone(&one("2026-05-10"), "2026-02"), [source(1, Some(71))]);
}

#[test]
fn another_state_or_treaty_is_not_the_same() {
    let day = Some("2026-05-10");
    let entries = [
        said(1, approach("xu", &["XBB"], "done", day)),
        said(2, approach("xt", &["XCC"], "done", day)),
        said(3, approach("xt", &["XCC", "XBB"], "done", day)),
    ];
    assert_eq!(anyone(&entries, "2026-05-10"), [source(3, Some(0))]);
}

#[test]
fn what_is_planned_is_told_and_what_was_dropped_is_not() {
    let day = Some("2026-05-12");
    let entries = [
        said(1, approach("xt", &["XBB"], "draft", day)),
        said(2, approach("xt", &["XBB"], "dropped", day)),
        said(3, approach("xt", &["XBB"], "planned", day)),
        said(4, approach("xt", &["XBB"], "planned", None)),
        said(5, approach("xt", &["XBB"], "done", None)),
    ];
    let expected = [source(4, None), source(3, Some(2))];
    assert_eq!(anyone(&entries, "2026-05-10"), expected);
}

#[test]
fn several_days_are_near_by_the_nearest() {
    let mut long = approach("xt", &["XBB"], "done", Some("2026-01-01"));
    long.until = Some("2026-03-01".parse().unwrap());
    let short = approach("xt", &["XBB"], "done", Some("2026-03-05"));
    let entries = [said(1, long), said(2, short)];
    let expected = [source(2, Some(66)), source(1, Some(70))];
    assert_eq!(anyone(&entries, "2026-05-10"), expected);
    let within = [source(1, Some(0)), source(2, Some(18))];
    assert_eq!(anyone(&entries, "2026-02-15"), within);
}

#[test]
fn what_was_put_right_or_taken_back_counts_as_it_stands() {
    let first = said(1, approach("xt", &["XCC"], "done", Some("2026-05-10")));
    let right = Correction {
        of: first.id,
        body: Box::new(Body::Approach(Box::new(approach(
            "xt",
            &["XBB"],
            "done",
            Some("2026-05-11"),
        )))),
        why: "another State".to_owned(),
    };
    let mut entries = vec![first.clone(), entry(2, Body::Correction(right))];
    let found = anyone(&entries, "2026-05-10");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].1, Some(1));
    let back = Retraction {
        of: first.id,
        why: "it did not take place".to_owned(),
    };
    entries.push(entry(3, Body::Retraction(back)));
    assert!(anyone(&entries, "2026-05-10").is_empty());
}

#[test]
fn what_a_viewer_may_not_see_is_near_nothing() {
    let mut hidden = said(1, approach("xt", &["XBB"], "done", Some("2026-05-10")));
    hidden.audience = Audience::Teams(vec!["red".to_owned()]);
    let entries = [hidden];
    assert!(anyone(&entries, "2026-05-10").is_empty());
    let other = Viewer::member(["blue"]);
    assert!(near(&entries, "2026-05-10", &other).is_empty());
    let red = Viewer::member(["red"]);
    assert_eq!(near(&entries, "2026-05-10", &red), [source(1, Some(0))]);
}
