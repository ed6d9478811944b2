//! Obligations: late is told of those alone of whom the record says so.

use serde_json::json;
use treaty::PartialDate;
use world::view::{Asks, ReportKind, Said};

use super::common::{day, id};
use super::*;

/// Eight States bound from 1 March 2012, whose stocks were due on 1 March 2020 and whose first report on 28 August 2012.
fn record() -> Vec<Body> {
    let mut all = bound(&STATES, "2011-09-08");
    let done = |by: &str, on: &str| {
        body(json!({"fulfilment": {"treaty": "ccm", "article": "3(2)", "by": by, "on": on}}))
    };
    all.extend([
        done("XAA", "2015"),
        done("XAB", "2021-05"),
        seen("3(2)", "XAC", "2019-01-01", "applies", "has stocks"),
        body(json!({"extension": {
            "treaty": "ccm", "article": "3(2)", "by": "XAD", "until": "2023-09-01",
            "granted": "2019-09",
        }})),
        seen("3(2)", "XAE", "2019-01-01", "does_not_apply", "no stocks"),
        seen("7(1)", "XAF", "2022-12-31", "not_fulfilled", "overdue"),
        seen("7(1)", "XAG", "2015-06-18", "not_fulfilled", "overdue"),
    ]);
    all
}

fn stood(on: &str) -> ReportView {
    let ask = asked(ReportKind::Obligations, &[], None, on);
    told(&public(record()), &ask)
}

fn n(one: &ReportSentence, name: &str) -> u32 {
    match one.says.of.get(name) {
        Some(Said::Number(n)) => *n,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn late_is_who_a_source_says_is_late_and_no_other() {
    let view = stood("2022-06-30");
    assert_eq!(
        states(sentence(&view, "report-duty-done"), "states"),
        ["XAA", "XAB"]
    );
    assert_eq!(
        states(sentence(&view, "report-duty-done-after"), "states"),
        ["XAB"]
    );
    assert_eq!(
        states(sentence(&view, "report-duty-extended"), "states"),
        ["XAD"]
    );
    let heard = sentence(&view, "report-duty-heard-due");
    assert_eq!(states(heard, "states"), ["XAC"]);
    assert_eq!(
        heard.says.of["what"],
        Said::Quoted(vec!["has stocks".into()])
    );
    assert_eq!(
        states(sentence(&view, "report-duty-not-owed"), "states"),
        ["XAE"]
    );
    assert_eq!(n(sentence(&view, "report-duty-perhaps"), "n"), 3);
    // A source of a later day proves it for the days before, and one of an earlier day proves nothing of today.
    let late = sentence(&view, "report-duty-late");
    assert_eq!(states(late, "states"), ["XAF"]);
    assert_eq!(late.says.entries.len(), 1);
    let then = sentence(&view, "report-duty-late-then-a");
    assert_eq!(states(then, "states"), ["XAG"]);
    let seen: PartialDate = "2015-06-18".parse().unwrap();
    assert_eq!(then.says.of["seen"], Said::Day(seen));
    let silent = sentence(&view, "report-duty-silent");
    assert_eq!(
        states(silent, "states"),
        ["XAA", "XAB", "XAC", "XAD", "XAE", "XAH"]
    );
    assert_eq!(
        silent.asks,
        Some(Asks::Duties {
            from: None,
            on: day("2022-06-30")
        })
    );
    // 3(2): two done, one extended, one of which something is said; 7(1): one late, seven open; 7(2): eight each year.
    let sum = sentence(&view, "report-duty-sum");
    let counted = ["done", "late", "ahead", "open"].map(|name| n(sum, name));
    assert_eq!(counted, [2, 1, 9, 16]);
    let table = &view.annexes[0];
    assert!(table.by_state && table.rows.len() == 8);
    assert_eq!(
        table.columns.len(),
        4,
        "State, 3(2), 7(1), and 7(2) of one year"
    );
}

#[test]
fn before_a_day_has_come_it_is_ahead() {
    let view = stood("2012-08-01");
    assert!(all(&view, "report-duty-late").is_empty());
    let ahead = sentence(&view, "report-duty-ahead");
    assert_eq!(ahead.says.of["due"], Said::Day(day("2012-08-28").into()));
    assert_eq!(states(ahead, "states").len(), 8);
}

#[test]
fn of_a_period_what_fell_due_in_it() {
    let world = public(record());
    let of = |from, to| told(&world, &asked(ReportKind::Obligations, &[], Some(from), to));
    let view = of("2020-02-01", "2020-03-31");
    let sum = sentence(&view, "report-duty-sum-period");
    assert_eq!(n(sum, "all"), 2, "one done, one of which something is said");
    assert!(all(&view, "report-duty-late").is_empty());
    assert!(
        is_nothing(&of("2020-03-02", "2020-03-31")),
        "nothing fell due"
    );
}

#[test]
fn of_a_treaty_that_is_not_in_force_nothing_is_owed() {
    let mut ask = asked(ReportKind::Obligations, &[], None, "2022-06-30");
    ask.treaty = id("ctbt");
    let view = told(&public(Vec::new()), &ask);
    assert_eq!(says(&view)[0], "report-duty-dormant");
    assert!(view.annexes.is_empty());
    let nobody = told(
        &public(Vec::new()),
        &asked(ReportKind::Obligations, &[], None, "2022-06-30"),
    );
    assert!(
        all(&nobody, "report-duty-sum").is_empty(),
        "{:?}",
        says(&nobody)
    );
}

#[test]
fn what_a_team_saw_is_not_in_the_version_for_anyone() {
    let ask = asked(ReportKind::Obligations, &[], None, "2022-06-30");
    let of_team = [seen(
        "7(1)",
        "XAH",
        "2022-12-31",
        "not_fulfilled",
        "overdue, in confidence",
    )];
    knows_nothing_of_a_team(&ask, &record(), &of_team);
}
