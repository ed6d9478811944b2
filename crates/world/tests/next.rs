//! Whom to approach next: what the order rests on, and what must hold of it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use common::{chain, code, day, entry, id, shipped_world};
use jiff::Timestamp;
use ledger::{Audience, Body, Entry, Recorded};
use proptest::prelude::*;
use serde_json::json;
use treaty::Lang;
use treaty::participant::Status;
use treaty::{Names, Participant};
use world::view::{NextRow, NextView, Said, Sentence, Signal, Weights};
use world::{Next, Viewer, World};

const STATES: [&str; 5] = ["XAA", "XAB", "XAC", "XAD", "XAE"];

/// The files of three treaties and five invented States.
fn ground() -> &'static [Entry] {
    static GROUND: OnceLock<Vec<Entry>> = OnceLock::new();
    GROUND.get_or_init(|| {
        let files = shipped::entries()
            .unwrap()
            .into_iter()
            .map(|shipped| shipped.body)
            .filter(|body| {
                let file = if let Body::Treaty(file) = body {
                    Some(file)
                } else {
                    None
                };
                file.is_some_and(|file| ["ccm", "ctbt", "npt"].contains(&file.treaty.as_str()))
            });
        let states = STATES.iter().map(|state| {
            Body::Participant(Participant {
                id: code(state),
                status: Status::State,
                names: Names::english(format!("State {state}")),
                aliases: Vec::new(),
                m49: None,
                iso2: None,
                from: None,
                until: None,
                successors: Vec::new(),
                un_member_since: None,
            })
        });
        let all = files.chain(states).zip(0..);
        all.map(|(body, n)| entry(n, body)).collect()
    })
}

fn record(bodies: &[(Audience, Body)]) -> Vec<Recorded> {
    let more = bodies
        .iter()
        .zip(1000..)
        .map(|((audience, body), n)| Entry {
            audience: audience.clone(),
            ..entry(n, body.clone())
        });
    chain(ground().iter().cloned().chain(more).collect())
}

fn anyone(bodies: &[Body]) -> World {
    let all: Vec<_> = bodies
        .iter()
        .map(|body| (Audience::Public, body.clone()))
        .collect();
    World::fold(&record(&all), &Viewer::public(), Timestamp::MAX)
}

fn asked(world: &World, weights: &Weights) -> NextView {
    world
        .next(
            Next::Treaty(&id("ctbt")),
            day("2023-06-01"),
            weights,
            Lang::En,
        )
        .unwrap()
}

fn row<'v>(view: &'v NextView, state: &str) -> &'v NextRow {
    view.rows
        .iter()
        .find(|row| row.iso3 == code(state))
        .unwrap()
}

fn value(view: &NextView, state: &str, signal: Signal) -> Option<i8> {
    row(view, state).signal(signal).unwrap().value
}

fn why(view: &NextView, state: &str, signal: Signal) -> Vec<Sentence> {
    row(view, state).signal(signal).unwrap().why.clone()
}

fn says(view: &NextView, state: &str, signal: Signal) -> Vec<&'static str> {
    why(view, state, signal)
        .iter()
        .map(|sentence| sentence.says)
        .collect()
}

fn approach(to: &str, on: Option<&str>, outcomes: &[&str]) -> Body {
    let mut written = json!({
        "treaties": ["ctbt"], "state": "done", "kind": "meeting_bilateral",
        "by": [{"participant": "XAE"}], "to": [{"participant": to}],
        "channel": "vienna", "outcomes": outcomes,
    });
    if let Some(on) = on {
        written["on"] = json!(on);
    }
    Body::Approach(serde_json::from_value(written).unwrap())
}

fn stage(by: &str, stage: &str, on: &str) -> Body {
    Body::Stage(
        serde_json::from_value(json!({"treaty": "ctbt", "by": by, "stage": stage, "on": on}))
            .unwrap(),
    )
}

fn pledge(by: &str, due: Option<&str>) -> Body {
    let mut written =
        json!({"treaty": "ctbt", "by": by, "kind": "join", "what": "ratify", "state": "open"});
    if let Some(due) = due {
        written["due"] = json!(due);
    }
    Body::Pledge(serde_json::from_value(written).unwrap())
}

fn vote(resolution: &str, on: &str, yes: &[&str], abstain: &[&str]) -> Body {
    Body::RollCall(
        serde_json::from_value(json!({
            "treaty": "ctbt", "resolution": resolution, "body": "plenary", "on": on,
            "yes": yes, "abstain": abstain,
        }))
        .unwrap(),
    )
}

fn act(by: &str, kind: &str, on: &str) -> Body {
    Body::Act(
        serde_json::from_value(json!({"treaty": "ctbt", "by": by, "kind": kind, "on": on}))
            .unwrap(),
    )
}

#[test]
fn under_the_ctbt_the_record_gives_what_it_has_and_says_what_it_has_not() {
    let world = shipped_world();
    let view = asked(&world, &Weights::default());
    assert!(view.rows.len() > 15, "{}", view.rows.len());
    // Nepal signed; both its neighbours had not ratified; nobody recorded votes or stages.
    assert_eq!(value(&view, "NPL", Signal::Signatory), Some(10));
    assert_eq!(value(&view, "NPL", Signal::Neighbours), Some(0));
    assert_eq!(value(&view, "NPL", Signal::Contact), Some(10));
    assert_eq!(says(&view, "NPL", Signal::Contact), ["next-why-never"]);
    for signal in [Signal::VotedYes, Signal::Stage, Signal::Pledges] {
        assert_eq!(value(&view, "NPL", signal), None, "{signal}");
    }
    assert_eq!(value(&view, "IND", Signal::Eif), Some(10));
    assert_eq!(value(&view, "NPL", Signal::Eif), Some(0));
    assert_eq!(value(&view, "IND", Signal::Signatory), Some(0));
    // Not in means not in.
    assert!(view.rows.iter().all(|row| row.iso3 != code("ITA")));
    // Every sentence that tells an act, an office or a membership rests on entries.
    for row in &view.rows {
        for messenger in &row.messengers {
            assert!(messenger.why.len() <= 5);
            assert_ne!(messenger.iso3, row.iso3);
        }
    }
}

#[test]
fn a_contact_counts_from_its_last_day_and_what_is_unknown_is_said() {
    let world = anyone(&[
        approach("XAA", Some("2023-05-20"), &["noted_no_position"]),
        approach("XAB", Some("2019"), &["positive_signal"]),
        approach("XAC", None, &[]),
        // Later than the day asked about.
        approach("XAD", Some("2024-01-01"), &["positive_signal"]),
    ]);
    let view = asked(&world, &Weights::default());
    assert_eq!(value(&view, "XAA", Signal::Contact), Some(0));
    assert_eq!(value(&view, "XAB", Signal::Contact), Some(10));
    assert_eq!(value(&view, "XAC", Signal::Contact), None);
    assert_eq!(says(&view, "XAC", Signal::Contact), ["next-why-undated"]);
    assert_eq!(says(&view, "XAD", Signal::Contact), ["next-why-never"]);
    let told = &why(&view, "XAA", Signal::Contact)[0];
    assert_eq!(told.of["days"], Said::Number(12));
    assert_eq!(told.entries.len(), 1);
    assert_eq!(row(&view, "XAA").venues[0].says, "next-where-channel");
}

#[test]
fn votes_stages_and_pledges_are_read_as_they_stand_on_the_day() {
    let world = anyone(&[
        vote("A/RES/76/1", "2021-12-06", &["XAB"], &["XAA", "XAC"]),
        vote("A/RES/77/1", "2022-12-07", &["XAA", "XAB"], &["XAC"]),
        vote("A/RES/78/1", "2023-12-07", &[], &["XAA", "XAB"]),
        stage("XAA", "process_open", "2022-03"),
        stage("XAA", "parliament", "2023-01-10"),
        stage("XAB", "blocked", "2022"),
        stage("XAC", "approved", "2024-01-01"),
        pledge("XAA", Some("2023-01")),
        pledge("XAB", Some("2023-12-31")),
        pledge("XAC", None),
    ]);
    let view = asked(&world, &Weights::default());
    assert_eq!(value(&view, "XAA", Signal::VotedYes), Some(10));
    assert_eq!(
        says(&view, "XAA", Signal::VotedYes),
        ["next-why-vote-moved"]
    );
    assert_eq!(value(&view, "XAB", Signal::VotedYes), Some(8));
    assert_eq!(value(&view, "XAC", Signal::VotedYes), Some(3));
    assert_eq!(
        says(&view, "XAD", Signal::VotedYes),
        ["next-why-not-listed"]
    );
    assert_eq!(value(&view, "XAA", Signal::Stage), Some(8));
    assert_eq!(value(&view, "XAB", Signal::Stage), Some(-5));
    assert_eq!(value(&view, "XAC", Signal::Stage), None);
    assert_eq!(value(&view, "XAA", Signal::Pledges), Some(10));
    assert_eq!(
        says(&view, "XAA", Signal::Pledges),
        ["next-why-pledge-overdue"]
    );
    assert_eq!(value(&view, "XAB", Signal::Pledges), Some(8));
    assert_eq!(value(&view, "XAC", Signal::Pledges), Some(6));
    assert_eq!(value(&view, "XAD", Signal::Pledges), None);
    // Weight times value, in tenths.
    let stage = row(&view, "XAB").signal(Signal::Stage).unwrap();
    assert_eq!(stage.points, -15);
}

#[test]
fn a_campaign_asks_about_those_it_is_about_and_the_last_of_its_name_holds() {
    let campaign = |aim: serde_json::Value| {
        Body::Campaign(
            serde_json::from_value(json!({
                "campaign": "two", "title": "Two States", "treaties": ["ctbt"], "aim": aim,
            }))
            .unwrap(),
        )
    };
    let these = campaign(json!({"these": ["XAA", "XAB"]}));
    let world = anyone(&[
        campaign(json!("everybody")),
        these,
        act("XAB", "accession", "2020-01-01"),
    ]);
    let weights = Weights::default();
    let view = world
        .next(Next::Campaign("two"), day("2023-06-01"), &weights, Lang::En)
        .unwrap();
    let rows: Vec<_> = view.rows.iter().map(|row| row.iso3.to_string()).collect();
    assert_eq!(rows, ["XAA"]);
    assert_eq!(view.campaign.unwrap().title, "Two States");
    // Before XAB acceded it was one of them.
    let before = world
        .next(Next::Campaign("two"), day("2019-06-01"), &weights, Lang::En)
        .unwrap();
    assert_eq!(before.rows.len(), 2);
    assert!(
        world
            .next(
                Next::Campaign("none"),
                day("2023-06-01"),
                &weights,
                Lang::En
            )
            .is_none()
    );
}

#[test]
fn whoever_moved_a_state_before_is_suggested_first() {
    let world = anyone(&[
        act("XAE", "accession", "2020-01-01"),
        approach("XAA", Some("2021-05-20"), &["positive_signal"]),
        approach("XAB", Some("2021-05-20"), &["no_answer"]),
    ]);
    let view = asked(&world, &Weights::default());
    let first = &row(&view, "XAA").messengers[0];
    assert_eq!(first.iso3, code("XAE"));
    assert_eq!(first.why[0].says, "next-who-moved");
    assert!(row(&view, "XAB").messengers.is_empty());
}

fn any_body() -> impl Strategy<Value = Body> {
    let who = prop::sample::select(STATES.to_vec());
    let date = prop::sample::select(vec![
        "2019",
        "2021-03",
        "2022-12-01",
        "2023-05-01",
        "2024-02-02",
    ]);
    prop_oneof![
        (
            who.clone(),
            date.clone(),
            prop::sample::select(vec!["positive_signal", "negative", "no_answer"])
        )
            .prop_map(|(who, date, outcome)| approach(who, Some(date), &[outcome])),
        (
            who.clone(),
            date.clone(),
            prop::sample::select(vec!["aware", "parliament", "blocked", "withdrew"])
        )
            .prop_map(|(who, date, how)| stage(who, how, date)),
        (who.clone(), prop::option::of(date.clone())).prop_map(|(who, due)| pledge(who, due)),
        (who.clone(), who.clone(), 2018..2023_i32).prop_map(|(yes, abstain, year)| {
            vote(
                &format!("A/RES/{year}"),
                &format!("{year}-12-05"),
                &[yes],
                &[abstain],
            )
        }),
        (
            who,
            prop::sample::select(vec!["signature", "accession"]),
            date
        )
            .prop_map(|(who, kind, date)| act(who, kind, date)),
    ]
}

fn any_weights() -> impl Strategy<Value = Weights> {
    prop::collection::vec(0..=Weights::MOST, Signal::ALL.len()).prop_map(|all| {
        let mut weights = Weights::default();
        for (signal, weight) in Signal::ALL.into_iter().zip(all) {
            weights.set(signal, weight);
        }
        weights
    })
}

fn order(view: &NextView) -> Vec<(String, i32)> {
    view.rows
        .iter()
        .map(|row| (row.iso3.to_string(), row.points))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn raising_a_weight_never_lowers_who_has_most_of_it(
        bodies in prop::collection::vec(any_body(), 0..14),
        weights in any_weights(),
        signal in prop::sample::select(Signal::ALL.to_vec()),
        more in 1..=Weights::MOST,
    ) {
        let world = anyone(&bodies);
        let before = asked(&world, &weights);
        let mut raised = weights.clone();
        raised.set(signal, weights.of(signal).saturating_add(more));
        let after = asked(&world, &raised);
        let worth = |row: &NextRow| row.signal(signal).and_then(|one| one.value).unwrap_or_default();
        let most = before.rows.iter().map(worth).max();
        for row in before.rows.iter().filter(|row| Some(worth(row)) == most) {
            let now = after.rows.iter().find(|other| other.iso3 == row.iso3).unwrap();
            prop_assert!(now.place <= row.place, "{} fell from {} to {}", row.iso3, row.place, now.place);
        }
    }

    #[test]
    fn points_are_weight_times_value_and_what_is_not_known_adds_none(
        bodies in prop::collection::vec(any_body(), 0..14),
        weights in any_weights(),
    ) {
        let view = asked(&anyone(&bodies), &weights);
        prop_assert_eq!(view.most, weights.sum() * 10);
        for row in &view.rows {
            for signal in &row.signals {
                let value = i32::from(signal.value.unwrap_or(0));
                prop_assert!((-10..=10).contains(&value));
                prop_assert_eq!(signal.points, i32::from(weights.of(signal.signal)) * value);
                prop_assert!(!signal.why.is_empty());
            }
            let sum: i32 = row.signals.iter().map(|signal| signal.points).sum();
            prop_assert_eq!(row.points, sum);
            prop_assert!(row.points <= i32::try_from(view.most).unwrap());
        }
    }

    #[test]
    fn the_order_is_the_same_whatever_was_recorded_first(
        (bodies, shuffled) in prop::collection::vec(any_body(), 0..14)
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        weights in any_weights(),
    ) {
        let (one, other) = (asked(&anyone(&bodies), &weights), asked(&anyone(&shuffled), &weights));
        prop_assert_eq!(order(&one), order(&other));
        let again = asked(&anyone(&bodies), &weights);
        prop_assert_eq!(
            serde_json::to_string(&one).unwrap(),
            serde_json::to_string(&again).unwrap()
        );
    }

    #[test]
    fn whoever_sees_fewer_approaches_has_an_order_made_of_these_alone(
        bodies in prop::collection::vec((any_body(), any::<bool>()), 0..14),
        weights in any_weights(),
    ) {
        let italy = || Audience::Teams(["italy".to_owned()].into());
        let all: Vec<_> = bodies
            .iter()
            .map(|(body, own)| (if *own { italy() } else { Audience::Public }, body.clone()))
            .collect();
        let public: Vec<_> = all.iter().filter(|(audience, _)| *audience == Audience::Public).cloned().collect();
        let (all, public) = (record(&all), record(&public));
        let outside = World::fold(&all, &Viewer::public(), Timestamp::MAX);
        let alone = World::fold(&public, &Viewer::public(), Timestamp::MAX);
        let (seen, alone) = (asked(&outside, &weights), asked(&alone, &weights));
        prop_assert_eq!(order(&seen), order(&alone));
        // The team's own entries are named to it alone.
        let hidden: BTreeSet<_> = all
            .iter()
            .filter(|recorded| recorded.entry.audience != Audience::Public)
            .map(|recorded| recorded.entry.id.to_string())
            .collect();
        let told = serde_json::to_string(&seen).unwrap();
        prop_assert!(hidden.iter().all(|id| !told.contains(id)));
    }
}
