//! The overview of activities: at which level each is told, and what is not known.

use super::*;

fn overview(treaty: &str, of: &[&str], more: Vec<Body>) -> ReportView {
    let world = folded(entries(more), &Viewer::public());
    let ask = ReportAsk {
        kind: ReportKind::Activities,
        of: of.iter().map(|state| code(state)).collect(),
        ..of_2022(treaty)
    };
    world.report(&ask, Lang::En).unwrap()
}

/// The passages of a part by their keys.
fn keys<'v>(view: &'v ReportView, part: &str) -> Vec<&'v str> {
    let own = view.parts.iter().filter(|one| one.key == part);
    own.flat_map(|one| &one.passages)
        .map(|passage| passage.key.as_str())
        .collect()
}

fn rows(view: &ReportView, key: &str) -> usize {
    let found = view.annexes.iter().find(|table| table.key == key);
    found.map_or(0, |table| table.rows.len())
}

fn ctbt(to: &str) -> Body {
    approach(&["XAA"], to, "2022-03-01", json!({"treaties": ["ctbt"]}))
}

#[test]
fn states_of_annex_2_are_told_apart_while_the_treaty_needs_them() {
    let view = overview("ctbt", &[], vec![ctbt("EGY"), ctbt("XAB"), ctbt("XAC")]);
    assert_eq!(
        keys(&view, "bilateral"),
        [
            "bilateral",
            "listed",
            "listed-approaches-xaa",
            "other",
            "other-approaches-xaa"
        ]
    );
    assert_eq!((rows(&view, "listed"), rows(&view, "other")), (1, 2));
    let above = sentence(&view, "report-sub-annex");
    assert_eq!(
        above.says.of["list"],
        Said::Phrases(vec!["Annex 2".to_owned()])
    );
    // The CCM has no list.
    let view = overview(
        "ccm",
        &[],
        vec![approach(&["XAA"], "EGY", "2022-03-01", json!({}))],
    );
    assert_eq!(
        keys(&view, "bilateral"),
        ["bilateral", "bilateral-approaches-xaa"]
    );
}

#[test]
fn an_approach_to_both_kinds_of_states_is_one_activity() {
    let both = json!({
        "treaties": ["ctbt"], "to": [{"participant": "EGY"}, {"participant": "XAB"}],
    });
    let view = overview(
        "ctbt",
        &[],
        vec![approach(&["XAA"], "XAB", "2022-03-01", both)],
    );
    let counted = sentence(&view, "report-at-bilateral");
    assert_eq!(counted.says.of["n"], Said::Number(1));
    assert_eq!(counted.says.entries.len(), 1);
    assert_eq!((rows(&view, "listed"), rows(&view, "other")), (1, 1));
}

#[test]
fn the_level_is_what_forum_meeting_kind_and_papers_say_and_nothing_else() {
    let at = |more: Value| {
        let mut said = json!({"kind": "statement_national", "to": [{"name": "those present"}]});
        let more: serde_json::Map<_, _> = serde_json::from_value(more).unwrap();
        said.as_object_mut().unwrap().extend(more);
        let view = overview(
            "ccm",
            &[],
            vec![approach(&["XAA"], "XAB", "2022-03-01", said)],
        );
        let levels: Vec<_> = view.annexes.iter().map(|table| table.key).collect();
        assert_eq!(levels.len(), 2, "{levels:?}");
        levels[1]
    };
    for (more, level) in [
        (json!({"forum": "unga_first_committee"}), "global"),
        (json!({"forum": "msp"}), "global"),
        (
            json!({"meeting": {"kind": "RevCon", "number": "2"}}),
            "global",
        ),
        (json!({"forum": "au"}), "regional"),
        (json!({"forum": "g7"}), "untold"),
        (json!({"forum": "a forum of their own"}), "untold"),
        (json!({"place": "Rome"}), "untold"),
        (
            json!({"meeting": {"kind": "Workshop", "number": null}}),
            "untold",
        ),
        (
            json!({"kind": "vote", "documents": [{"title": "A/RES/77/79, On munitions"}]}),
            "global",
        ),
        (
            json!({"kind": "vote", "documents": [{"title": "On munitions"}]}),
            "untold",
        ),
        (
            json!({"kind": "workshop_regional", "forum": "unga_plenary"}),
            "regional",
        ),
        (json!({"kind": "demarche_regional_group"}), "regional"),
        (
            json!({"kind": "training", "to": [{"participant": "XAB"}]}),
            "bilateral",
        ),
        (
            json!({"kind": "training", "to": [{"participant": "XAB"}, {"participant": "XAC"}]}),
            "untold",
        ),
        (json!({"kind": "media"}), "public"),
        (json!({"kind": "letter"}), "bilateral"),
    ] {
        assert_eq!(at(more.clone()), level, "{more}");
    }
}

#[test]
fn only_what_states_completed_in_these_days_is_in_it() {
    let others = json!({"by": [{"name": "the Support Unit"}]});
    let view = overview(
        "ccm",
        &[],
        vec![
            approach(&["XAA"], "XAB", "2022-03-01", json!({})),
            approach(&["XAA"], "XAC", "2022-05-02", json!({})),
            approach(&["XAA"], "XAD", "2022-05-02", json!({"state": "planned"})),
            approach(&["XAA"], "XAD", "2022-05-02", others),
            approach(
                &["XAA"],
                "XAD",
                "2022-05-02",
                json!({"kind": "internal_coordination"}),
            ),
            approach(&["XAA"], "XAE", "2022-05-02", json!({"on": null})),
        ],
    );
    let opening = sentence(&view, "report-overview");
    assert_eq!(opening.says.of["n"], Said::Number(2));
    assert_eq!(
        sentence(&view, "report-uncertain").says.of["n"],
        Said::Number(1)
    );
    let days = sentence(&view, "report-days-between");
    assert_eq!(
        (&days.says.of["first"], &days.says.of["last"]),
        (
            &Said::Day(day("2022-03-01").into()),
            &Said::Day(day("2022-05-02").into())
        )
    );
    let text = serde_json::to_string(&view).unwrap();
    assert!(!text.contains("State XAD") && !text.contains("Support Unit"));
    let nothing = overview("ccm", &[], Vec::new());
    assert_eq!(nothing.parts.len(), 1);
    assert_eq!(nothing.parts[0].key, "none");
}

#[test]
fn it_is_of_the_states_that_are_asked_for() {
    let told = vec![
        approach(&["XAA"], "XAC", "2022-03-01", json!({})),
        approach(&["XAB"], "XAD", "2022-03-01", json!({})),
        approach(
            &["XAA", "XAB"],
            "XAE",
            "2022-03-01",
            json!({"kind": "demarche_joint"}),
        ),
    ];
    let view = overview("ccm", &["XAB"], told);
    assert_eq!(
        sentence(&view, "report-overview").says.of["n"],
        Said::Number(2)
    );
    let text = serde_json::to_string(&view).unwrap();
    assert!(!text.contains("State XAC") && text.contains("State XAE"));
    assert_eq!(rows(&view, "counts"), 1, "of XAB alone");
}
