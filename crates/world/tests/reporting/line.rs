//! The sentence for a statement: how many, who joined last, whom to welcome.

use super::*;

fn on(from: Option<&str>, to: &str, acts: Vec<Body>) -> ReportView {
    told(&public(acts), &asked(ReportKind::Sentence, &[], from, to))
}

fn joined() -> Vec<Body> {
    vec![
        act("XAA", Kind::Signature, "2008-12-03"),
        act("XAA", Kind::Ratification, "2015-01-05"),
        act("XAB", Kind::Signature, "2008-12-03"),
        act("XAC", Kind::Accession, "2016-03-01"),
        act("XAD", Kind::Accession, "2022-11-01"),
    ]
}

#[test]
fn those_that_are_bound_later_are_told_apart_from_states_parties() {
    let view = on(None, "2022-12-31", joined());
    let short = sentence(&view, "report-line-parties");
    assert_eq!(short.says.of["parties"], Said::Number(2));
    assert_eq!(short.says.of["only"], Said::Number(1));
    // From the first day of the sixth month after the month of deposit.
    let later = sentence(&view, "report-line-later");
    assert_eq!(states(later, "by"), ["XAD"]);
    assert_eq!(later.says.of["day"], Said::Day(day("2023-05-01").into()));
    let last = sentence(&view, "report-line-latest");
    assert_eq!(states(last, "by"), ["XAD"]);
    assert!(
        !says(&view)
            .iter()
            .any(|key| key.starts_with("report-line-welcome"))
    );
}

#[test]
fn those_who_joined_since_a_day_are_named_and_welcomed() {
    let mut acts = joined();
    acts.push(act("XAE", Kind::Signature, "2008-12-03"));
    acts.push(act("XAE", Kind::Ratification, "2022-02-01"));
    let view = on(Some("2022-01-01"), "2022-12-31", acts);
    assert_eq!(
        states(sentence(&view, "report-line-ratified"), "by"),
        ["XAE"]
    );
    assert_eq!(
        states(sentence(&view, "report-line-acceded-next"), "by"),
        ["XAD"]
    );
    let welcome = sentence(&view, "report-line-welcome");
    assert_eq!(states(welcome, "by"), ["XAD", "XAE"]);
    assert_eq!(welcome.says.entries.len(), 2);
    let rose = sentence(&view, "report-line-parties-rose");
    assert_eq!(
        (&rose.says.of["was"], &rose.says.of["is"]),
        (&Said::Number(2), &Said::Number(3))
    );
}

#[test]
fn where_nobody_joined_it_says_so_and_who_was_last() {
    let view = on(Some("2019-01-01"), "2019-12-31", joined());
    assert!(says(&view).contains(&"report-line-nobody"));
    assert_eq!(states(sentence(&view, "report-line-latest"), "by"), ["XAC"]);
    assert!(!view.parts.iter().any(|part| part.key == "welcome"));
    assert!(is_nothing(&on(None, "2022-12-31", Vec::new())));
}

#[test]
fn nobody_is_welcomed_who_left_again() {
    let mut acts = joined();
    acts.push(act("XAC", Kind::WithdrawalEffective, "2017-03-01"));
    let view = on(Some("2016-01-01"), "2017-12-31", acts);
    assert_eq!(states(sentence(&view, "report-act-left"), "by"), ["XAC"]);
    assert!(
        !says(&view)
            .iter()
            .any(|key| key.starts_with("report-line-welcome"))
    );
}

#[test]
fn the_version_for_anyone_counts_no_act_of_a_team() {
    let ask = asked(ReportKind::Sentence, &[], Some("2022-01-01"), "2022-12-31");
    let theirs = act("XAF", Kind::Accession, "2022-05-01");
    knows_nothing_of_a_team(&ask, &joined(), &[theirs]);
}
