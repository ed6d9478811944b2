//! Action plans: which is meant, where the treaty stands beside its goal, and what is not on record of its actions.

use serde_json::json;
use treaty::Kind;
use world::view::{ReportKind, ReportRefused, Said};

use super::common::{day, id};
use super::*;

fn plan(name: &str, adopted: &str, goal: Option<u32>) -> Body {
    let goal = goal.map(|n| json!({"parties": n, "by": "2020", "what": "so many"}));
    let mut said = json!({
        "treaty": "ccm", "plan": name, "title": format!("{name} Plan"), "adopted": adopted,
        "until": "the next conference",
    });
    if let Some(goal) = goal {
        said["goal"] = goal;
    }
    body(json!({ "plan": said }))
}

fn action(plan: &str, number: &str, text: Option<&str>) -> Body {
    let mut said = json!({"treaty": "ccm", "plan": plan, "number": number});
    if let Some(text) = text {
        said["text"] = json!(text);
        said["due"] = json!("in time");
    }
    body(json!({ "plan_action": said }))
}

fn record() -> Vec<Body> {
    let mut all = bound(&["XAA", "XAB"], "2011-09-08");
    all.extend([
        act("XAC", Kind::Accession, "2016-02-02"),
        act("XAD", Kind::Accession, "2022-02-02"),
        plan("early", "2015-09-11", Some(5)),
        plan("late", "2021-09-21", None),
        action("early", "1", Some("do it")),
        action("early", "2", None),
        action("early", "3", None),
        action("early", "10", None),
        body(json!({"statement": {
            "treaty": "ccm", "by": "XAA", "on": "2020-06-29", "meeting": "a meeting",
            "title": "Elements for the late Plan",
        }})),
    ]);
    all
}

fn of(name: Option<&str>, on: &str) -> ReportAsk {
    ReportAsk {
        plan: name.map(str::to_owned),
        ..asked(ReportKind::Plan, &[], None, on)
    }
}

fn n(one: &ReportSentence, name: &str) -> u32 {
    match one.says.of.get(name) {
        Some(Said::Number(n)) => *n,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn the_plan_is_the_last_that_was_adopted_by_the_day() {
    let world = public(record());
    let key = |ask: &ReportAsk| -> Vec<String> {
        let view = told(&world, ask);
        view.parts.iter().map(|part| part.key.clone()).collect()
    };
    assert_eq!(key(&of(None, "2021-09-20")), ["plan-early"]);
    assert_eq!(key(&of(None, "2021-09-21")), ["plan-late"]);
    assert_eq!(key(&of(Some("early"), "2022-12-31")), ["plan-early"]);
    assert_eq!(key(&of(None, "2015-09-10")), ["none"], "none was adopted");
    let refused = world.report(&of(Some("never"), "2022-12-31"), Lang::En);
    assert_eq!(refused, Err(ReportRefused::NoPlan));
    let status = ReportAsk {
        kind: ReportKind::Status,
        ..of(Some("early"), "2022-12-31")
    };
    let refused = world.report(&status, Lang::En);
    assert_eq!(refused, Err(ReportRefused::TakesNoPlan));
}

#[test]
fn a_goal_is_told_beside_where_the_treaty_stands() {
    let view = told(&public(record()), &of(Some("early"), "2022-12-31"));
    let then = sentence(&view, "report-plan-stood-then");
    assert_eq!(then.says.of["day"], Said::Day(day("2020-12-31").into()));
    assert_eq!([n(then, "parties"), n(then, "short")], [3, 2]);
    let now = sentence(&view, "report-plan-stood");
    assert_eq!([n(now, "parties"), n(now, "short")], [4, 1]);
    let joined = sentence(&view, "report-plan-joined");
    assert_eq!(states(joined, "states"), ["XAC", "XAD"]);
    assert_eq!(joined.says.entries.len(), 2);
    let before = told(&public(record()), &of(Some("early"), "2016-12-31"));
    assert!(
        all(&before, "report-plan-stood-then").is_empty(),
        "its time had not run"
    );
    assert!(all(&before, "report-plan-followed").is_empty());
    sentence(&view, "report-plan-followed");
}

#[test]
fn what_is_not_on_record_of_an_action_is_told_as_such() {
    let view = told(&public(record()), &of(Some("early"), "2022-12-31"));
    let actions = sentence(&view, "report-plan-actions");
    assert_eq!([n(actions, "n"), n(actions, "unread")], [4, 3]);
    assert_eq!(actions.says.of["numbers"], Said::Names(vec!["2–10".into()]));
    assert_eq!(all(&view, "report-plan-action").len(), 1);
    assert_eq!(all(&view, "report-plan-due").len(), 1);
    assert_eq!(view.annexes[0].rows.len(), 4);
    assert!(
        all(&view, "report-plan-said-a").is_empty(),
        "it named the other"
    );
    let late = told(&public(record()), &of(None, "2022-12-31"));
    assert_eq!(states(sentence(&late, "report-plan-said-a"), "by"), ["XAA"]);
    assert!(late.annexes.is_empty());
}

#[test]
fn of_a_treaty_without_a_plan_nothing_is_said() {
    let mut ask = of(None, "2022-12-31");
    ask.treaty = id("ctbt");
    let view = told(&public(record()), &ask);
    assert!(is_nothing(&view));
}

#[test]
fn what_a_team_holds_of_a_plan_is_not_in_the_version_for_anyone() {
    let ask = of(None, "2022-12-31");
    let of_team = [
        action("late", "1", Some("in confidence")),
        act("XAE", Kind::Accession, "2022-03-03"),
    ];
    knows_nothing_of_a_team(&ask, &record(), &of_team);
}
