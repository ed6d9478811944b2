//! Reports over small records: what enters one, what does not, and where one is silent.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "reports/activities.rs"]
mod activities;
mod common;

use common::{chain, code, day, entry, id};
use jiff::Timestamp;
use ledger::{Audience, Body, Entry};
use serde_json::{Value, json};
use treaty::participant::Status;
use treaty::{Act, Kind, Lang, Names, Participant};
use world::view::{
    Asks, ReportAsk, ReportKind, ReportRefused, ReportSentence, ReportView, Said,
};
use world::{Viewer, World};

const STATES: [&str; 6] = ["XAA", "XAB", "XAC", "XAD", "XAE", "XAF"];

/// The files of the CCM and the CTBT as shipped, and invented States.
fn ground() -> Vec<Body> {
    let laws = shipped::entries().unwrap().into_iter().filter_map(|one| {
        let wanted = matches!(&one.body, Body::Treaty(file) if ["ccm", "ctbt"].contains(&file.treaty.as_str()));
        wanted.then_some(one.body)
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
    laws.chain(states).collect()
}

fn body(said: Value) -> Body {
    serde_json::from_value(said).unwrap()
}

fn act(state: &str, kind: Kind, on: &str) -> Body {
    Body::Act(Act::new(id("ccm"), code(state), kind, on.parse().unwrap()))
}

/// An approach that took place on a day, with more said of it.
fn approach(by: &[&str], to: &str, on: &str, more: Value) -> Body {
    let by: Vec<_> = by.iter().map(|by| json!({ "participant": by })).collect();
    let mut said = json!({
        "treaties": ["ccm"], "state": "done", "kind": "demarche_bilateral", "on": on,
        "by": by, "to": [{"participant": to}],
    });
    let more: serde_json::Map<_, _> = serde_json::from_value(more).unwrap();
    let members = said.as_object_mut().unwrap();
    members.extend(more);
    members.retain(|_, value| !value.is_null());
    body(json!({ "approach": said }))
}

fn entries(more: Vec<Body>) -> Vec<Entry> {
    let all = ground().into_iter().chain(more);
    all.zip(0..).map(|(body, n)| entry(n, body)).collect()
}

fn folded(entries: Vec<Entry>, viewer: &Viewer) -> World {
    World::fold(&chain(entries), viewer, Timestamp::MAX)
}

fn progress(more: Vec<Body>) -> ReportView {
    let world = folded(entries(more), &Viewer::public());
    world.report(&of_2022("ccm"), Lang::En).unwrap()
}

/// The question for the progress under a treaty in 2022.
fn of_2022(treaty: &str) -> ReportAsk {
    ReportAsk {
        kind: ReportKind::Progress,
        treaty: id(treaty),
        of: Vec::new(),
        from: Some(day("2022-01-01")),
        to: day("2022-12-31"),
        plan: None,
    }
}

/// The question for the status under a treaty on a day.
fn status(treaty: &str, on: &str) -> ReportAsk {
    ReportAsk {
        kind: ReportKind::Status,
        from: None,
        to: day(on),
        ..of_2022(treaty)
    }
}

fn sentences(view: &ReportView) -> Vec<&ReportSentence> {
    let passages = view.parts.iter().flat_map(|part| &part.passages);
    passages.flat_map(|one| &one.sentences).collect()
}

fn says(view: &ReportView) -> Vec<&'static str> {
    sentences(view).iter().map(|one| one.says.says).collect()
}

fn sentence<'v>(view: &'v ReportView, key: &str) -> &'v ReportSentence {
    let all = sentences(view);
    let found = all.iter().find(|one| one.says.says == key);
    found.unwrap_or_else(|| panic!("no {key} in {:?}", says(view)))
}

fn states(one: &ReportSentence, name: &str) -> Vec<String> {
    match one.says.of.get(name) {
        Some(Said::States(states)) => states.iter().map(|one| one.iso3.to_string()).collect(),
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn where_there_is_nothing_to_say_that_is_said() {
    let view = progress(Vec::new());
    assert_eq!(says(&view), ["report-none"]);
    assert!(view.by.is_empty() && view.annexes.is_empty() && view.sources.is_empty());
    let world = folded(entries(Vec::new()), &Viewer::public());
    let refused = world.report(&status("nothing", "2022-01-01"), Lang::En);
    assert_eq!(refused, Err(ReportRefused::NoTreaty));
}

#[test]
fn what_a_kind_does_not_take_is_refused() {
    let world = folded(entries(Vec::new()), &Viewer::public());
    let asked = |ask: ReportAsk| world.report(&ask, Lang::En).unwrap_err();
    let progress = of_2022("ccm");
    let status = status("ccm", "2022-12-31");
    assert_eq!(
        asked(ReportAsk {
            from: None,
            ..progress.clone()
        }),
        ReportRefused::NoFirstDay
    );
    assert_eq!(
        asked(ReportAsk {
            from: Some(day("2023-01-01")),
            ..progress.clone()
        }),
        ReportRefused::Disordered
    );
    assert_eq!(
        asked(ReportAsk {
            of: vec!["ITA".parse().unwrap()],
            ..progress
        }),
        ReportRefused::AllStates
    );
    assert_eq!(
        asked(ReportAsk {
            from: Some(day("2022-01-01")),
            ..status
        }),
        ReportRefused::OneDay
    );
}

#[test]
fn only_what_was_done_within_the_days_for_sure_is_told() {
    let view = progress(vec![
        approach(&["XAA"], "XAB", "2022-03-01", json!({})),
        approach(&["XAA"], "XAC", "2022-03-01", json!({"state": "planned"})),
        approach(&["XAA"], "XAC", "2022-03-01", json!({"state": "dropped"})),
        approach(&["XAA"], "XAC", "2022-03-01", json!({"state": "draft"})),
        approach(&["XAA"], "XAD", "2021-12-31", json!({})),
        approach(&["XAA"], "XAD", "2023-01-01", json!({})),
        // Neither of these is in the year for sure, and each may be.
        approach(
            &["XAA"],
            "XAE",
            "2021-12-20",
            json!({"until": "2022-01-05"}),
        ),
        approach(&["XAA"], "XAF", "2022", json!({"until": "2023"})),
        approach(&["XAA"], "XAF", "2022", json!({"on": null})),
        // Of this only the month is known, and that is in it.
        approach(&["XAA"], "XAE", "2022-12", json!({})),
    ]);
    assert_eq!(
        states(sentence(&view, "report-approached-a"), "to"),
        ["XAB", "XAE"]
    );
    let uncertain = sentence(&view, "report-uncertain");
    assert_eq!(uncertain.says.of["n"], Said::Number(3));
    assert_eq!(uncertain.says.entries.len(), 3);
    assert_eq!(
        sentence(&view, "report-activities").says.of["n"],
        Said::Number(2)
    );
    let table = view
        .annexes
        .iter()
        .find(|one| one.key == "activities")
        .unwrap();
    assert_eq!(table.rows.len(), 2);
    let text = serde_json::to_string(&view).unwrap();
    assert!(
        !text.contains("State XAC") && !text.contains("State XAD"),
        "{text}"
    );
}

#[test]
fn acts_are_told_by_kind_and_rest_on_their_entries() {
    let view = progress(vec![
        act("XAA", Kind::Signature, "2008-12-03"),
        act("XAB", Kind::Signature, "2008-12-03"),
        act("XAA", Kind::Ratification, "2022-04-01"),
        act("XAC", Kind::Accession, "2022-05-01"),
        act("XAD", Kind::Accession, "2023-05-01"),
    ]);
    let ratified = sentence(&view, "report-act-ratification");
    assert_eq!(states(ratified, "by"), ["XAA"]);
    assert_eq!(ratified.says.entries.len(), 1);
    assert!(matches!(ratified.asks, Some(Asks::Changes { .. })));
    assert_eq!(
        states(sentence(&view, "report-act-accession"), "by"),
        ["XAC"]
    );
    let totals = sentence(&view, "report-totals");
    assert_eq!(totals.says.of["consents"], Said::Number(2));
    assert_eq!(totals.says.of["only"], Said::Number(1));
    // Whose word is only the signature has no day of consent; who came later is not there.
    let rows = &view.annexes[0].rows;
    assert_eq!(rows.len(), 3);
}

#[test]
fn what_entry_into_force_needs_is_told_by_name_while_it_needs_it() {
    let view = progress(Vec::new());
    assert!(
        !says(&view)
            .iter()
            .any(|key| key.starts_with("report-force")),
        "the CCM is in force"
    );
    let world = folded(entries(Vec::new()), &Viewer::public());
    let view = world
        .report(&status("ctbt", "2022-12-31"), Lang::En)
        .unwrap();
    assert_eq!(says(&view), ["report-force-annex", "report-force-sign"]);
    let needs = sentence(&view, "report-force-annex");
    assert_eq!(needs.says.of["n"], Said::Number(44));
    assert_eq!(needs.says.entries.len(), 1, "the treaty's own file");
    assert_eq!(
        states(sentence(&view, "report-force-sign"), "states").len(),
        44
    );
}

#[test]
fn approached_by_several_is_told_apart_from_approached_together() {
    let view = progress(vec![
        approach(&["XAA"], "XAC", "2022-03-01", json!({})),
        approach(&["XAB"], "XAC", "2022-04-01", json!({})),
        approach(&["XAA"], "XAD", "2022-03-01", json!({})),
        approach(&["XAB"], "XAD", "2022-04-01", json!({})),
        approach(
            &["XAA", "XAB"],
            "XAD",
            "2022-05-01",
            json!({"kind": "demarche_joint"}),
        ),
        act("XAC", Kind::Accession, "2022-06-01"),
        act("XAD", Kind::Accession, "2022-05"),
        act("XAE", Kind::Accession, "2022-06-01"),
    ]);
    let both = sentence(&view, "report-both");
    assert_eq!(
        (states(both, "by"), states(both, "states")),
        (
            vec!["XAA".to_owned(), "XAB".to_owned()],
            vec!["XAC".to_owned()],
        )
    );
    assert_eq!(
        states(sentence(&view, "report-demarche-joint"), "to"),
        ["XAD"]
    );
    let joined = sentence(&view, "report-join-joined");
    assert_eq!(states(joined, "states"), ["XAC", "XAD"]);
    assert_eq!(joined.says.of["all"], Said::Number(2));
    // Each act has an approach that was surely before it.
    assert!(
        !says(&view)
            .iter()
            .any(|key| key.starts_with("report-join-undated"))
    );
    assert_eq!(
        states(sentence(&view, "report-join-unnamed"), "states"),
        ["XAE"]
    );
    assert!(says(&view).contains(&"report-credit-none"));
    // The wordings of neighbours differ.
    assert!(
        says(&view).contains(&"report-approached-a")
            && says(&view).contains(&"report-approached-b")
    );
}

#[test]
fn an_act_is_credited_by_a_persons_word_alone() {
    let told = vec![
        approach(&["XAA"], "XAC", "2022-03-01", json!({})),
        act("XAC", Kind::Accession, "2022-06-01"),
    ];
    let mut all = entries(told);
    let (approach, act) = (all[all.len() - 2].id, all[all.len() - 1].id);
    for (confidence, key) in [
        ("sequence", "report-credit-none"),
        ("possible", "report-credit-possible"),
        ("acknowledged", "report-credit-acknowledged"),
    ] {
        let n = u64::try_from(all.len()).unwrap();
        all.push(entry(n, body(json!({"attribution": {
            "approach": approach, "act": act, "confidence": confidence, "why": "they said so",
        }}))));
        let world = folded(all.clone(), &Viewer::public());
        let view = world.report(&of_2022("ccm"), Lang::En).unwrap();
        assert!(says(&view).contains(&key), "{:?}", says(&view));
        assert!(
            !serde_json::to_string(&view)
                .unwrap()
                .contains("they said so")
        );
    }
}

#[test]
fn what_is_for_a_team_is_in_no_version_but_its_own() {
    let mut all = entries(vec![approach(&["XAA"], "XAB", "2022-03-01", json!({}))]);
    let n = u64::try_from(all.len()).unwrap();
    let secret = approach(
        &["XAA"],
        "XAC",
        "2022-03-02",
        json!({"kind": "media", "points": "in camera"}),
    );
    all.push(Entry {
        audience: Audience::Teams(vec!["italy".to_owned()]),
        ..entry(n, secret)
    });
    let asked = |viewer: &Viewer, all: Vec<Entry>| {
        let world = folded(all, viewer);
        world.report(&of_2022("ccm"), Lang::En).unwrap()
    };
    let theirs = asked(&Viewer::member(["italy"]), all.clone());
    assert!(
        serde_json::to_string(&theirs)
            .unwrap()
            .contains("in camera")
    );
    let without = all[..all.len() - 1].to_vec();
    for viewer in [Viewer::public(), Viewer::member(["south-africa"])] {
        assert_eq!(asked(&viewer, all.clone()), asked(&viewer, without.clone()));
    }
}

#[test]
fn an_office_handed_over_on_the_last_day_passes_to_those_who_take_it() {
    let role = |by: &str, from: &str, until: &str| {
        body(json!({"role": {
            "treaty": "ccm", "role": "universalization coordinator", "by": by,
            "from": from, "until": until,
        }}))
    };
    let view = progress(vec![
        role("XAA", "2020-01-01", "2022-01-01"),
        role("XAB", "2022-01-01", "2022-12-31"),
        role("XAC", "2022-01-01", "2022-12-31"),
        role("XAD", "2022-12-31", "2024-01-01"),
        body(
            json!({"role": {"treaty": "ccm", "role": "Friends of the CCM", "by": "XAE", "from": "2022-02"}}),
        ),
    ]);
    assert_eq!(states(sentence(&view, "report-held"), "by"), ["XAB", "XAC"]);
    assert_eq!(states(sentence(&view, "report-next"), "by"), ["XAD"]);
    assert_eq!(view.by.len(), 2);
}

#[test]
fn open_promises_and_steps_are_told_until_they_are_done() {
    let pledge = |by: &str, state: &str, on: &str| {
        body(json!({"pledge": {
            "treaty": "ccm", "by": by, "kind": "join", "what": "join this year", "state": state, "on": on,
        }}))
    };
    let step = |what: &str, done: Value| {
        let mut next = json!({"what": what, "by": "2023-02-01", "done": done});
        next.as_object_mut()
            .unwrap()
            .retain(|_, value| !value.is_null());
        json!({ "next": [next] })
    };
    let view = progress(vec![
        pledge("XAB", "open", "2022-02-01"),
        pledge("XAC", "open", "2022-02-01"),
        pledge("XAD", "kept", "2022-02-01"),
        pledge("XAE", "open", "2023-02-01"),
        approach(
            &["XAA"],
            "XAB",
            "2022-03-01",
            step("send the law", Value::Null),
        ),
        approach(
            &["XAA"],
            "XAB",
            "2022-03-01",
            step("call again", json!("2022-04-01")),
        ),
    ]);
    assert_eq!(
        states(sentence(&view, "report-promised"), "by"),
        ["XAB", "XAC"]
    );
    let steps: Vec<_> = says(&view)
        .into_iter()
        .filter(|key| key.starts_with("report-step"))
        .collect();
    assert_eq!(steps, ["report-step-due"]);
    assert!(
        !serde_json::to_string(&view.parts)
            .unwrap()
            .contains("call again")
    );
}
