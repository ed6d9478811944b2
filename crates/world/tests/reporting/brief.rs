//! The brief on States and the note for a meeting: made State by State, and for anyone without what a team knows.

use serde_json::json;
use treaty::Kind;
use world::view::{Asks, ReportKind, ReportOf, ReportRefused, ReportSpan};

use super::*;

fn record() -> Vec<Body> {
    let mut all = bound(&["XAA"], "2011-09-08");
    all.push(act("XAB", Kind::Signature, "2008-12-03"));
    all
}

fn approach(answer: &str) -> Body {
    body(json!({"approach": {
        "treaties": ["ccm"], "state": "done", "kind": "demarche_bilateral", "on": "2022-03-01",
        "by": [{"participant": "XAA"}], "to": [{"participant": "XAB"}], "answer": answer,
    }}))
}

fn headed(view: &ReportView) -> Vec<String> {
    let first = view.parts.iter().filter(|part| part.level == 1);
    first.map(|part| part.key.clone()).collect()
}

#[test]
fn each_state_begins_a_page_and_is_told_where_it_stands() {
    let world = public(record());
    for kind in [ReportKind::Brief, ReportKind::Bilateral] {
        let ask = asked(kind, &["XAC", "XAB", "XAA"], None, "2022-12-31");
        let view = told(&world, &ask);
        assert_eq!(headed(&view), ["xaa", "xab", "xac"]);
        let pages = view.parts.iter().filter(|part| part.begins_page);
        assert_eq!(pages.count(), 3);
        for (key, state) in [
            ("report-opening-in-since", "XAA"),
            ("report-opening-signatory-since", "XAB"),
            ("report-opening-outside", "XAC"),
        ] {
            assert_eq!(states(sentence(&view, key), "states"), [state]);
        }
        let nobody = asked(kind, &[], None, "2022-12-31");
        let refused = world.report(&nobody, Lang::En);
        assert_eq!(refused, Err(ReportRefused::NoState));
    }
}

#[test]
fn a_note_is_silent_where_a_brief_says_that_nothing_is_known() {
    let world = public(record());
    let of = |kind| told(&world, &asked(kind, &["XAB"], None, "2022-12-31"));
    let (brief, note) = (of(ReportKind::Brief), of(ReportKind::Bilateral));
    sentence(&brief, "brief-no-obstacle");
    assert!(all(&note, "brief-no-obstacle").is_empty());
    assert!(note.parts.iter().all(|part| part.key != "xab-obstacles"));
    assert!(brief.parts.iter().any(|part| part.key == "xab-obstacles"));
}

#[test]
fn what_was_raised_comes_before_what_lies_behind() {
    let mut all = record();
    all.push(approach("they will consider it"));
    let view = told(
        &public(all),
        &asked(ReportKind::Bilateral, &["XAB"], None, "2022-12-31"),
    );
    let place = |key: &str| view.parts.iter().position(|part| part.key == key);
    assert!(place("xab-approaches").is_some() && place("xab-approaches") < place("xab-across"));
    sentence(&view, "brief-answer");
}

#[test]
fn what_a_team_heard_is_not_in_the_version_for_anyone() {
    for kind in [ReportKind::Brief, ReportKind::Bilateral] {
        let ask = asked(kind, &["XAB"], None, "2022-12-31");
        knows_nothing_of_a_team(&ask, &record(), &[approach("in confidence")]);
    }
}

#[test]
fn those_to_be_met_are_named_by_plans_for_that_meeting_that_are_seen() {
    let meet = |state: &str, stage: &str, number: &str| {
        body(json!({"approach": {
            "treaties": ["ccm"], "state": stage, "kind": "meeting_bilateral", "on": "2023-09-11",
            "by": [{"participant": "XAA"}], "to": [{"participant": state}, {"name": "an observer"}],
            "meeting": {"kind": "MSP", "number": number},
        }}))
    };
    let mut open = record();
    for number in ["11", "12"] {
        open.push(body(json!({"meeting": {
            "treaty": "ccm", "kind": "MSP", "number": number, "start": "2023-09-11",
        }})));
    }
    let plans = vec![
        meet("XAC", "planned", "11"),
        meet("XAB", "planned", "11"),
        meet("XAB", "planned", "11"),
        meet("XAA", "planned", "12"),
        meet("XAA", "done", "11"),
    ];
    let all = with_a_team(open, plans);
    let team = folded(&all, &Viewer::member(["italy".to_owned()]));
    let met = team.to_be_met("ccm-msp-11").unwrap();
    assert_eq!(met, ["XAB", "XAC"].map(|code| code.parse().unwrap()));
    assert_eq!(team.to_be_met("ccm-msp-13"), None, "no such meeting");
    let anyone = folded(&all, &Viewer::public());
    assert_eq!(
        anyone.to_be_met("ccm-msp-11"),
        Some(Vec::new()),
        "plans are their team's"
    );
}

#[test]
fn no_sentence_is_without_its_question() {
    let world = public(record());
    for kind in ReportKind::ALL {
        let of: &[&str] = match kind.of() {
            ReportOf::All => &[],
            ReportOf::SomeOrAll | ReportOf::Some => &["XAB"],
        };
        let from = (kind.span() == ReportSpan::Period).then_some("2010-01-01");
        let view = told(&world, &asked(kind, of, from, "2022-12-31"));
        let passages = view.parts.iter().flat_map(|part| &part.passages);
        let mut said = passages.flat_map(|one| &one.sentences).peekable();
        assert!(said.peek().is_some(), "{kind} says nothing");
        assert!(said.all(|one| one.asks.is_some()), "{kind}");
    }
    let note = told(
        &world,
        &asked(ReportKind::Bilateral, &["XAB"], None, "2022-12-31"),
    );
    let first = &note.parts[0].passages[0].sentences[0];
    let state = "XAB".parse().unwrap();
    let on = "2022-12-31".parse().unwrap();
    assert_eq!(first.asks, Some(Asks::Participation { of: state, on }));
}

#[test]
fn where_nothing_is_on_record_a_report_says_so() {
    let world = public(record());
    for (kind, key) in [
        (ReportKind::Activities, "report-none-activities"),
        (ReportKind::Votes, "report-none-votes"),
        (ReportKind::Assistance, "report-none-assistance"),
    ] {
        let from = Some("2010-01-01");
        let view = told(&world, &asked(kind, &[], from, "2022-12-31"));
        sentence(&view, key);
        assert!(view.annexes.is_empty(), "{kind}");
    }
    let mut all = record();
    all.push(approach("they will consider it"));
    let ask = asked(
        ReportKind::Activities,
        &[],
        Some("2010-01-01"),
        "2022-12-31",
    );
    assert!(super::all(&told(&public(all), &ask), "report-none-activities").is_empty());
}

#[test]
fn what_stands_under_a_name_on_a_page_names_it_in_a_report() {
    let world = public(record());
    let view = told(
        &world,
        &asked(ReportKind::Brief, &["XAB"], None, "2022-12-31"),
    );
    let opening = sentence(&view, "report-opening-signatory-since");
    assert!(
        !opening.says.entries.is_empty(),
        "it rests on the signature"
    );
    // What the opening says stands in no point beside it.
    assert!(super::all(&view, "brief-point-signed").is_empty());
}
