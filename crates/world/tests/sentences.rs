//! What the steps and the conditions of the shipped treaties say, read as a lawyer would.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{code, day, id, shipped_world};
use treaty::Lang;
use world::World;
use world::view::{ForceView, WhatIf};

const TODAY: &str = "2026-11-21";

fn force(world: &World, treaty: &str, on: &str) -> ForceView {
    world.force(&id(treaty), day(on), &[], Lang::En).unwrap()
}

fn said(view: &ForceView) -> Vec<String> {
    let steps = view.because.steps().iter();
    steps.map(ToString::to_string).collect()
}

#[test]
fn conditions_are_english_sentences() {
    let world = shipped_world();
    let sentences = [
        (
            "ccm",
            "The treaty enters into force on the first day of the sixth month after the month in \
             which the 30th instrument of ratification, acceptance, approval or accession is \
             deposited (Article 17(1)).",
        ),
        (
            "ctbt",
            "The treaty enters into force 180 days after the day on which all 44 States of Annex 2 \
             have deposited instruments of ratification, but not before 2 years from its opening \
             for signature (Article XIV(1)).",
        ),
        (
            "antarctic",
            "The treaty enters into force on the day on which all 12 signatory States have \
             deposited instruments of ratification (Article XIII(5)).",
        ),
        (
            "npt",
            "The treaty enters into force on the day on which the 3 depositary Governments and 40 \
             others have deposited instruments of ratification (Article IX(3)).",
        ),
        (
            "canwfz",
            "The treaty enters into force 30 days after the day on which the fifth instrument of \
             ratification is deposited (text not read).",
        ),
        (
            "ccw",
            "The treaty enters into force 6 months after the day on which the 20th instrument of \
             ratification, acceptance, approval or accession is deposited (Article 5(1)).",
        ),
    ];
    for (treaty, sentence) in sentences {
        assert_eq!(force(&world, treaty, TODAY).condition, sentence);
    }
}

/// Today's table lacks the predecessors that counted then.
#[test]
fn a_condition_met_long_ago_is_told_with_the_instruments_of_its_day() {
    let world = shipped_world();
    for (treaty, have, met, by_term) in [
        ("ccw", 20, "1983-06-02", "1983-12-02"),
        ("enmod", 20, "1978-10-05", "1978-10-05"),
        ("apmbc", 40, "1998-09-16", "1999-03-01"),
    ] {
        let steps = said(&force(&world, treaty, TODAY));
        assert!(
            steps[0].ends_with(&format!("the condition is met on {met}")),
            "{steps:?}"
        );
        assert!(
            steps[0].contains(&format!("of {have} instruments")),
            "{steps:?}"
        );
        assert!(steps[1].ends_with(by_term), "{steps:?}");
        assert!(steps[2].starts_with("on record: "), "{steps:?}");
        assert_eq!(steps.len(), 3, "{steps:?}");
    }
}

#[test]
fn where_the_record_gives_another_day_the_steps_say_so() {
    let world = shipped_world();
    let steps = said(&force(&world, "ccw-ap2", TODAY));
    assert_eq!(
        steps.last().unwrap(),
        "the source prints 1998-12-03; the rule gives 1998-10-20"
    );
    for treaty in ["gp1925", "tlatelolco"] {
        let steps = said(&force(&world, treaty, TODAY));
        let recorded = steps
            .iter()
            .filter(|step| step.contains("entered into force"));
        assert_eq!(recorded.count(), 1, "{steps:?}");
    }
}

#[test]
fn what_is_supposed_is_told_with_names() {
    let world = shipped_world();
    let supposed = [WhatIf {
        by: code("RUS"),
        on: day("2027-02-01"),
    }];
    let view = world
        .force(&id("ctbt"), day(TODAY), &supposed, Lang::En)
        .unwrap();
    assert_eq!(
        said(&view)[0],
        "supposing that Russian Federation deposits on 2027-02-01"
    );
}

fn explained(world: &World, treaty: &str, state: &str, article: &str) -> Vec<String> {
    let view = world
        .explain(&id(treaty), code(state), article, day(TODAY), Lang::En)
        .unwrap();
    let steps = view.because.steps().iter();
    steps.map(ToString::to_string).collect()
}

#[test]
fn a_withdrawal_is_explained_from_its_notice() {
    let world = shipped_world();
    assert_eq!(
        explained(&world, "ccm", "LTU", "20"),
        [
            "Article 20: notice of withdrawal received on 2024-09-06",
            "Article 20: 2024-09-06 plus 6 months is 2025-03-06",
            "on record: effect of a withdrawal by Lithuania, 2025-03-06",
        ]
    );
}

#[test]
fn what_is_disputed_is_told_and_not_counted() {
    let world = shipped_world();
    let steps = explained(&world, "npt", "PRK", "X");
    assert_eq!(
        steps.last().unwrap(),
        "notification of withdrawal, in dispute and not counted: 2003-01-10"
    );
    let steps = explained(&world, "att", "ECU", "in_force");
    assert_eq!(steps, ["accession, in dispute and not counted: 2026"]);
}

#[test]
fn what_did_not_happen_is_not_called_a_duty() {
    let world = shipped_world();
    for (treaty, state, article) in [("ccm", "USA", "in_force"), ("apmbc", "UKR", "20")] {
        let steps = explained(&world, treaty, state, article);
        assert!(
            steps
                .last()
                .unwrap()
                .starts_with("nothing of the kind is on record for "),
            "{steps:?}"
        );
    }
    let steps = explained(&world, "att", "USA", "in_force");
    assert!(
        steps.contains(
            &"on record: notice of the intention not to become party by United States of America, \
              2019-07-18"
                .to_owned()
        ),
        "{steps:?}"
    );
}

#[test]
fn a_predecessor_is_named_as_it_was_called_then() {
    let world = shipped_world();
    let first = |state, treaty| explained(&world, treaty, state, "in_force")[0].clone();
    assert_eq!(
        first("SRB", "bwc"),
        "on record: succession by Yugoslavia (Federal Republic of), 2001-06-05"
    );
    assert_eq!(
        first("SRB", "ctbt"),
        "on record: ratification by Serbia and Montenegro, 2004-05-19"
    );
    assert_eq!(
        first("RUS", "bwc"),
        "on record: ratification by Union of Soviet Socialist Republics, 1975-03-26"
    );
}

#[test]
fn a_succession_is_reckoned_as_from_its_notice_and_says_so() {
    let world = shipped_world();
    let steps = explained(&world, "ccw", "CZE", "in_force");
    assert!(
        steps
            .last()
            .unwrap()
            .starts_with("presumed: that a succession takes effect as an accession"),
        "{steps:?}"
    );
}

#[test]
fn headings_of_explanations_need_no_grammar_of_names() {
    let world = shipped_world();
    let what = |treaty, article| {
        let view = world.explain(&id(treaty), code("RUS"), article, day(TODAY), Lang::En);
        view.unwrap().what
    };
    assert_eq!(what("cwc", "in_force"), "entry into force for the State");
    assert_eq!(what("cwc", "left"), "withdrawal");
}
