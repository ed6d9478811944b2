//! What the author of a treaty file sees who made a mistake.

use miette::{GraphicalReportHandler, GraphicalTheme};
use proptest::prelude::*;
use treaty::Law;

use crate::text;

const GOOD: &str = r#"id = "invented"
short = "Invented"
title = { en = "Invented Treaty" }
opened = { on = 2017-09-20, place = "New York" }

[entry-into-force]
article = "15(1)"
counts = ["ratification", "acceptance", "approval", "accession"]
number = 50
after = { days = 90 }

[later-joiner]
article = "15(2)"
switch = "threshold"
after = { days = 90 }

[withdrawal]
article = "17(3)"
after = { months = 12, short-month = "last-day" }

[[duty]]
article = "2(1)"
what = "declaration"
when = { yearly = { month = 4, day = 30, first-after-years = 1 } }
record-complete = false
"#;

/// What is shown for the good file with `wrong` in place of `right`.
#[track_caller]
fn shown(right: &str, wrong: &str) -> String {
    assert!(GOOD.contains(right), "{right} is not in the file");
    let error = Law::parse("invented.toml", &GOOD.replace(right, wrong)).unwrap_err();
    let mut out = String::new();
    GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor())
        .with_width(96)
        .render_report(&mut out, &error)
        .unwrap();
    out
}

#[test]
fn the_good_file_reads() {
    assert!(Law::parse("invented.toml", GOOD).is_ok());
}

#[test]
fn each_mistake_is_shown_at_its_place() {
    for (name, right, wrong) in [
        ("unknown-field", "number = 50", "nubmer = 50"),
        (
            "unknown-unit",
            "number = 50\nafter = { days",
            "number = 50\nafter = { day",
        ),
        (
            "months-without-short-month",
            ", short-month = \"last-day\"",
            "",
        ),
        (
            "days-with-short-month",
            "days = 90 }\n\n[w",
            "days = 90, short-month = \"last-day\" }\n\n[w",
        ),
        (
            "two-units",
            "{ days = 90 }\n\n[later",
            "{ days = 90, years = 1 }\n\n[later",
        ),
        ("zero-number", "number = 50", "number = 0"),
        (
            "zero-days",
            "number = 50\nafter = { days = 90 }",
            "number = 50\nafter = { days = 0 }",
        ),
        ("unknown-kind", "\"approval\"", "\"aproval\""),
        ("unknown-switch", "\"threshold\"", "\"treshold\""),
        ("day-of-no-calendar", "2017-09-20", "2017-02-31"),
        ("day-of-no-calendar-quoted", "2017-09-20", "\"2017-02-31\""),
        ("day-and-time", "2017-09-20", "2017-09-20T10:00:00"),
        ("month-for-day", "2017-09-20", "\"2017-09\""),
        ("bad-id", "\"invented\"", "\"In Vented\""),
        ("no-english-title", "{ en =", "{ fr ="),
        ("no-condition", "number = 50\n", ""),
        (
            "two-conditions",
            "number = 50",
            "number = 50\non-record-only = \"who knows\"",
        ),
        ("list-without-name", "number = 50", "named = [\"XAA\"]"),
        (
            "named-twice",
            "number = 50",
            "list = \"L\"\nnamed = [\"XAA\", \"XAA\"]",
        ),
        (
            "bad-participant",
            "number = 50",
            "list = \"L\"\nnamed = [\"Italy\"]",
        ),
        (
            "no-day-every-year",
            "month = 4, day = 30",
            "month = 2, day = 29",
        ),
        (
            "word-for-term",
            "number = 50\nafter = { days = 90 }",
            "number = 50\nafter = \"soon\"",
        ),
        ("not-toml", "[withdrawal]", "[withdrawal"),
        ("negative-number", "number = 50", "number = -50"),
        (
            "negative-term",
            "number = 50\nafter = { days = 90 }",
            "number = 50\nafter = { days = -90 }",
        ),
        (
            "endless-term",
            "{ days = 90 }\n\n[later",
            "{ days = 90000000 }\n\n[later",
        ),
        ("missing-field", "article = \"17(3)\"\n", ""),
        (
            "called-nothing",
            "[withdrawal]",
            "[called]\nsource = \"x\"\n\n[withdrawal]",
        ),
        (
            "same-duty-twice",
            "[[duty]]",
            "[[duty]]\narticle = \"2(1)\"\nwhat = \"x\"\nwhen = \"continuing\"\nrecord-complete = false\n\n[[duty]]",
        ),
        (
            "in-force-before-opened",
            "[withdrawal]",
            "[in-force]\non = 2011-01-01\nsource = \"x\"\n\n[withdrawal]",
        ),
        (
            "open-to-nobody",
            "[withdrawal]",
            "[[open]]\nacts = [\"signature\"]\nto = \"everybody\"\narticle = \"1\"\n\n[withdrawal]",
        ),
        (
            "opening-unknown",
            "opened = { on = 2017-09-20, place = \"New York\" }",
            "open = [{ acts = [\"signature\"], to = \"all\", from = \"opening\", article = \"1\" }]",
        ),
    ] {
        insta::assert_snapshot!(name, shown(right, wrong));
    }
}

#[test]
fn an_error_knows_its_line() {
    let error =
        Law::parse("invented.toml", &GOOD.replace("number = 50", "number = 0")).unwrap_err();
    assert_eq!(error.line(), Some(9));
    assert_eq!(error.what, "no treaty enters into force on 0 instruments");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Whatever is in a file, reading it ends in a law or in an error with a message.
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        if let Err(error) = Law::parse("any.toml", &text) {
            prop_assert!(!error.what.is_empty());
        }
    }

    /// A real file, damaged: bytes lost, doubled, or replaced by what means something in TOML.
    #[test]
    fn a_damaged_file_is_read_or_refused(
        id in prop::sample::select(crate::ALL.to_vec()),
        damage in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, "[\\[\\]{}=\"'\\.,0-9a-zé\\n -]{0,6}"), 1..5),
    ) {
        let mut text = text(id);
        for (at, lost, put) in damage {
            let from = floor(&text, at.index(text.len().max(1)));
            let to = floor(&text, (from + lost).min(text.len()));
            text.replace_range(from..to, &put);
        }
        match Law::parse(id, &text) {
            Ok(law) => prop_assert_eq!(law.text, text),
            Err(error) => {
                prop_assert!(!error.what.is_empty());
                // The pointer stays within the file, so that it can be shown.
                let mut out = String::new();
                GraphicalReportHandler::new().render_report(&mut out, &error).unwrap();
            }
        }
    }
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
