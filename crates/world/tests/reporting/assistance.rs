//! Assistance: who helped whom, what has no day, what was asked for and promised.

use super::*;

fn gave(by: &str, more: Value) -> Body {
    let mut said = json!({"treaty": "ccm", "by": by, "what": "clearance"});
    let more: serde_json::Map<_, _> = serde_json::from_value(more).unwrap();
    said.as_object_mut().unwrap().extend(more);
    body(json!({ "assistance": said }))
}

fn talk(more: Value) -> Body {
    let mut said = json!({
        "treaties": ["ccm"], "state": "done", "kind": "meeting_bilateral", "on": "2022-03-01",
        "by": [{"participant": "XAA"}], "to": [{"participant": "XAB"}],
    });
    let more: serde_json::Map<_, _> = serde_json::from_value(more).unwrap();
    let members = said.as_object_mut().unwrap();
    members.extend(more);
    members.retain(|_, value| !value.is_null());
    body(json!({ "approach": said }))
}

fn of(states: &[&str], more: Vec<Body>) -> ReportView {
    let ask = asked(
        ReportKind::Assistance,
        states,
        Some("2022-01-01"),
        "2022-12-31",
    );
    told(&public(more), &ask)
}

#[test]
fn what_has_no_day_that_places_it_is_told_as_that() {
    let view = of(
        &[],
        vec![
            gave("XAA", json!({"to": "XAB", "on": "2022-03"})),
            gave("XAA", json!({"to": "XAC", "on": "2021-12-31"})),
            gave("XAA", json!({"to": "XAD"})),
            gave("XAA", json!({"to": "XAE"})),
            talk(json!({"kind": "training", "on": null})),
        ],
    );
    assert_eq!(
        sentence(&view, "report-given").says.of["n"],
        Said::Number(1)
    );
    assert_eq!(states(sentence(&view, "report-helped-a"), "to"), ["XAB"]);
    assert_eq!(
        sentence(&view, "report-undated").says.of["n"],
        Said::Number(2)
    );
    assert_eq!(
        states(sentence(&view, "report-helped-undated"), "to"),
        ["XAD", "XAE"]
    );
    assert_eq!(
        sentence(&view, "report-undated-deeds").says.of["n"],
        Said::Number(1)
    );
    let text = serde_json::to_string(&view).unwrap();
    assert!(!text.contains("State XAC"), "that was before");
    assert!(is_nothing(&of(&[], Vec::new())));
}

#[test]
fn help_is_told_with_who_received_it_as_far_as_that_is_on_record() {
    let view = of(
        &[],
        vec![
            gave("XAA", json!({"to": "XAB", "on": "2022-03-01"})),
            gave("XAA", json!({"to_name": "a territory", "on": "2022-03-01"})),
            gave("XAC", json!({"on": "2022-03-01"})),
            gave("XAD", json!({"to_name": "a territory", "on": "2022-03-01"})),
        ],
    );
    assert_eq!(states(sentence(&view, "report-helped-and"), "to"), ["XAB"]);
    assert_eq!(
        states(sentence(&view, "report-helped-nobody"), "by"),
        ["XAC"]
    );
    assert_eq!(
        states(sentence(&view, "report-helped-others"), "by"),
        ["XAD"]
    );
    assert_eq!(view.annexes[0].rows.len(), 4);
}

#[test]
fn of_several_nobody_is_said_to_have_asked() {
    let view = of(
        &[],
        vec![
            talk(json!({"asked": ["training"]})),
            talk(json!({
                "asked": ["training"], "to": [{"participant": "XAC"}, {"participant": "XAD"}],
            })),
            talk(json!({"outcomes": ["assistance_requested"]})),
            talk(json!({"offered": ["translation"]})),
            talk(
                json!({"asked": ["training"], "state": "planned", "to": [{"participant": "XAE"}]}),
            ),
        ],
    );
    assert_eq!(states(sentence(&view, "report-asked"), "to"), ["XAB"]);
    assert_eq!(
        states(sentence(&view, "report-asked-among"), "to"),
        ["XAC", "XAD"]
    );
    assert_eq!(all(&view, "report-asked-plain").len(), 1);
    assert_eq!(states(sentence(&view, "report-offered"), "by"), ["XAA"]);
    assert!(!serde_json::to_string(&view).unwrap().contains("State XAE"));
}

#[test]
fn it_is_of_those_who_gave_or_received_where_some_are_asked_for() {
    let all = vec![
        gave("XAA", json!({"to": "XAB", "on": "2022-03-01"})),
        gave("XAC", json!({"to": "XAD", "on": "2022-03-01"})),
    ];
    for state in ["XAA", "XAB"] {
        let view = of(&[state], all.clone());
        assert_eq!(states(sentence(&view, "report-given"), "by"), ["XAA"]);
    }
}

#[test]
fn promises_of_help_are_told_with_what_became_of_them() {
    let promise = |by: &str, state: &str, on: &str, kind: &str| {
        body(json!({"pledge": {
            "treaty": "ccm", "by": by, "kind": kind, "what": "an expert", "state": state, "on": on,
        }}))
    };
    let view = of(
        &[],
        vec![
            promise("XAA", "kept", "2022-02-01", "assist"),
            promise("XAB", "open", "2022-03-01", "assist"),
            promise("XAC", "open", "2021-03-01", "assist"),
            promise("XAD", "open", "2022-03-01", "join"),
        ],
    );
    assert_eq!(
        says(&view),
        [
            "report-promised-words",
            "report-promise-kept",
            "report-promised-words"
        ]
    );
}

#[test]
fn the_version_for_anyone_knows_of_no_help_of_a_team() {
    let ask = asked(
        ReportKind::Assistance,
        &[],
        Some("2022-01-01"),
        "2022-12-31",
    );
    let more = [gave("XAA", json!({"to": "XAB", "on": "2022-03-01"}))];
    let theirs = [
        gave("XAA", json!({"to": "XAC", "on": "2022-03-01"})),
        talk(json!({"asked": ["training"]})),
    ];
    knows_nothing_of_a_team(&ask, &more, &theirs);
}
