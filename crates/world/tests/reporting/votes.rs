//! The voting record: what each roll call lists, and what nobody may make of it.

use super::*;

fn call(resolution: &str, on: &str, more: Value) -> Body {
    let mut said = json!({
        "treaty": "ccm", "resolution": resolution, "title": "On munitions", "body": "plenary", "on": on,
    });
    let more: serde_json::Map<_, _> = serde_json::from_value(more).unwrap();
    let members = said.as_object_mut().unwrap();
    members.extend(more);
    members.retain(|_, value| !value.is_null());
    body(json!({ "roll_call": said }))
}

fn record(of: &[&str], calls: Vec<Body>) -> ReportView {
    let ask = asked(ReportKind::Votes, of, Some("2020-01-01"), "2022-12-31");
    told(&public(calls), &ask)
}

fn two() -> Vec<Body> {
    vec![
        call(
            "A/RES/75/1",
            "2020-12-07",
            json!({"yes": ["XAA"], "no": ["XAB"], "abstain": ["XAC"], "absent": ["XAD"]}),
        ),
        call(
            "A/RES/76/1",
            "2021-12-06",
            json!({"yes": ["XAA", "XAB"], "no": ["XAD"], "absent": ["XAC"]}),
        ),
    ]
}

fn parts(view: &ReportView) -> Vec<&str> {
    view.parts.iter().map(|part| part.key.as_str()).collect()
}

#[test]
fn who_did_not_vote_is_told_apart_and_took_no_position() {
    let view = record(&[], two());
    let absent = all(&view, "report-vote-absent");
    assert_eq!(states(absent[0], "states"), ["XAD"]);
    assert_eq!(
        states(all(&view, "report-vote-abstaining")[0], "states"),
        ["XAC"]
    );
    // XAC abstained and then did not vote, XAD the other way round: neither moved.
    let moved = all(&view, "report-vote-moved");
    assert_eq!(moved.len(), 1);
    assert_eq!(states(moved[0], "states"), ["XAB"]);
    assert_eq!(moved[0].says.entries.len(), 2);
}

#[test]
fn a_state_is_told_by_ballot_and_where_its_position_changed() {
    let mut calls = two();
    calls.push(call("A/RES/77/1", "2022-12-07", json!({"yes": ["XAC"]})));
    let of = |state| record(&[state], calls.clone());
    let moved = of("XAB");
    assert_eq!(
        says(&moved)[2..],
        [
            "report-cast-yes",
            "report-cast-no-next",
            "report-cast-moved-a",
            "report-cast-unlisted"
        ]
    );
    // Over a vote in which it did not take part.
    let over = of("XAC");
    assert_eq!(
        sentence(&over, "report-cast-moved-a").says.of["before"],
        Said::Text("A/RES/75/1 (2020)".to_owned())
    );
    assert!(says(&of("XAA")).contains(&"report-cast-kept"));
    assert!(says(&of("XAE")).contains(&"report-cast-nowhere"));
    let rows = &over
        .annexes
        .iter()
        .find(|one| one.key == "ballots")
        .unwrap()
        .rows;
    assert_eq!(rows.len(), 1, "the others were not asked for");
}

#[test]
fn paragraphs_bodies_and_titles_are_no_series_of_one_another() {
    let against = || json!({"yes": ["XAB"], "no": ["XAA"]});
    let and = |more: Value| {
        let mut lists = against();
        let more: serde_json::Map<_, _> = serde_json::from_value(more).unwrap();
        lists.as_object_mut().unwrap().extend(more);
        let first = call("A/RES/75/1", "2020-12-07", json!({"yes": ["XAA", "XAB"]}));
        record(&[], vec![first, call("A/RES/76/1", "2021-12-06", lists)])
    };
    let moves = |view: &ReportView| all(view, "report-vote-moved").len();
    let same = and(json!({}));
    assert_eq!((moves(&same), parts(&same)), (1, vec!["votes", "plenary"]));
    let part = and(json!({"part": "operative paragraph 2"}));
    assert_eq!(moves(&part), 0);
    assert_eq!(parts(&part), ["votes", "plenary", "paragraphs"]);
    let committee = and(json!({"body": "first_committee"}));
    assert_eq!(moves(&committee), 0);
    assert_eq!(parts(&committee), ["votes", "plenary", "committee"]);
    assert_eq!(moves(&and(json!({"title": "On other munitions"}))), 0);
    assert_eq!(moves(&and(json!({"title": null}))), 0);
}

#[test]
fn lists_that_are_not_whole_give_no_sum() {
    let view = record(
        &[],
        vec![call("A/RES/75/1", "2020-12-07", json!({"no": ["XAA"]}))],
    );
    assert!(says(&view).contains(&"report-vote-in-part"));
    let cells: Vec<_> = view.annexes[0].rows[0].iter().collect();
    let heads: Vec<_> = view.annexes[0]
        .columns
        .iter()
        .map(|one| one.head.says)
        .collect();
    assert!(!heads.contains(&"report-col-yes") && heads.contains(&"report-col-no"));
    assert_eq!(cells.len(), heads.len());
}

#[test]
fn only_what_was_surely_held_in_the_period_is_told() {
    let view = record(
        &[],
        vec![
            call("A/RES/74/1", "2019-12-12", json!({"yes": ["XAA"]})),
            call("A/RES/75/1", "2020", json!({"yes": ["XAB"]})),
            call(
                "A/RES/77/1",
                "2022-12-07",
                json!({"treaty": "ctbt", "yes": ["XAC"]}),
            ),
        ],
    );
    assert_eq!(
        sentence(&view, "report-votes").says.of["n"],
        Said::Number(1)
    );
    let ask = asked(ReportKind::Votes, &[], Some("2020-06-01"), "2022-12-31");
    let half = told(
        &public(vec![call("A/RES/75/1", "2020", json!({"yes": ["XAB"]}))]),
        &ask,
    );
    assert_eq!(says(&half), ["report-votes-uncertain"]);
    assert!(is_nothing(&record(&[], Vec::new())));
}

#[test]
fn what_is_recorded_twice_alike_is_one_roll_call() {
    let again = || {
        call(
            "A/RES/75/1",
            "2020-12-07",
            json!({"yes": ["XAA"], "no": ["XAB"]}),
        )
    };
    let view = record(&[], vec![again(), again()]);
    assert_eq!(
        sentence(&view, "report-votes").says.of["n"],
        Said::Number(1)
    );
    assert_eq!(sentence(&view, "report-votes").says.entries.len(), 2);
}

#[test]
fn the_version_for_anyone_knows_of_no_roll_call_of_a_team() {
    let ask = asked(ReportKind::Votes, &[], Some("2020-01-01"), "2022-12-31");
    let theirs = call("A/RES/77/1", "2022-12-07", json!({"yes": ["XAC"]}));
    knows_nothing_of_a_team(&ask, &two(), &[theirs]);
}
