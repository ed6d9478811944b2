//! Whatever is typed gives an answer.

use library::{Ask, Field, Filter, Remark, Want};
use proptest::prelude::*;

use crate::shelf::{ask, items, stacks};

#[track_caller]
fn check(typed: &str, remarks: &[Remark], total: u64) {
    let found = ask(typed);
    assert_eq!(found.remarks, remarks, "{typed}");
    assert_eq!(found.total, total, "{typed}");
}

fn joins_nothing(word: &str) -> Remark {
    Remark::NothingToJoin {
        word: word.to_owned(),
    }
}

#[test]
fn what_is_not_understood_is_told_and_the_rest_is_answered() {
    let unclosed = Remark::UnclosedQuote {
        phrase: "without delay".to_owned(),
    };
    check("norm \"without delay", &[unclosed], 1);
    check("(norm delay", &[Remark::UnpairedParenthesis], 1);
    check("norm) delay", &[Remark::UnpairedParenthesis], 1);
    check("norm AND", &[joins_nothing("AND")], 1);
    check("AND norm", &[joins_nothing("AND")], 1);
    check("norm OR", &[joins_nothing("OR")], 1);
    check("norm NOT", &[joins_nothing("NOT")], 1);
    check(
        "norm state:",
        &[Remark::NoValue {
            field: Field::State,
        }],
        1,
    );
    let date = Remark::NoDate {
        field: Field::From,
        value: "soon".to_owned(),
    };
    check("norm from:soon", &[date], 1);
    check(
        "trains colour:land",
        &[
            Remark::NoSuchField {
                field: "colour".to_owned(),
            },
            Remark::FewHaveAll {
                all: 0,
                least: 1,
                of: 2,
            },
        ],
        1,
    );
    check(
        "n*",
        &[Remark::ShortBeginning {
            word: "n".to_owned(),
        }],
        0,
    );
    check("", &[], 8);
    check("  - * \" \" ( ) ", &[], 8);
}

#[test]
fn an_address_is_no_field() {
    let parsed = Ask::parse("https://example.org/a");
    assert!(parsed.remarks.is_empty());
    assert_eq!(
        parsed.want,
        Want::Words(vec![Want::Word("https://example.org/a".to_owned())])
    );
}

#[test]
fn what_is_typed_without_end_is_bounded() {
    let words = "land ".repeat(10_000);
    let found = ask(&words);
    assert!(
        found.remarks.contains(&Remark::TooLong { words: 48 }),
        "{:?}",
        found.remarks
    );
    assert_eq!(found.total, 1);
    ask(&"(".repeat(10_000));
    ask(&"-(".repeat(5_000));
    ask(&"NOT ".repeat(1_000));
    ask(&"a/".repeat(2_000));
    ask(&"集".repeat(4_000));
    ask(&format!("\"{}\"", "land ".repeat(800)));
}

fn typed() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        Just("AND".to_owned()),
        Just("OR".to_owned()),
        Just("NOT".to_owned()),
        Just("-".to_owned()),
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just("\"".to_owned()),
        Just("«".to_owned()),
        Just("*".to_owned()),
        Just("state:".to_owned()),
        Just("from:".to_owned()),
        Just("state:ITA".to_owned()),
        Just("2016".to_owned()),
        Just("land".to_owned()),
        Just("l'universalité".to_owned()),
        Just("集束弹药".to_owned()),
        Just("اتفاقية".to_owned()),
        Just(" ".to_owned()),
        Just("\0".to_owned()),
        Just("e\u{0301}".to_owned()),
        Just("İß".to_owned()),
        any::<String>(),
    ];
    proptest::collection::vec(sign, 0..14).prop_map(|signs| signs.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_string_gives_an_answer(typed in typed(), synonyms in any::<bool>(), language in "[a-z]{0,3}") {
        let stacks = shared();
        let ask = Ask { synonyms, language: Some(language), ..Ask::parse(&typed) };
        let found = stacks.search(&ask).unwrap();
        prop_assert!(found.total <= 8);
        for hit in &found.hits {
            prop_assert!(hit.score.is_finite());
        }
        for remark in &found.remarks {
            prop_assert!(!remark.to_string().is_empty());
        }
    }

    #[test]
    fn any_value_of_a_field_gives_an_answer(value in any::<String>(), at in 0..Field::ALL.len()) {
        let ask = Ask { filters: vec![Filter::new(Field::ALL[at], value)], ..Ask::default() };
        shared().search(&ask).unwrap();
    }

    /// Any text can stand on a shelf, and its passages are pieces of it.
    #[test]
    fn any_text_can_be_held_and_shown(text in any::<String>(), language in "[a-z]{2}") {
        let mut items = items();
        items.truncate(1);
        items[0].language = Some(language);
        items[0].text[0].text = format!("{text} needle {text}");
        let found = stacks(&items).search(&Ask::parse("needle")).unwrap();
        let passage = &found.hits[0].passages[0];
        let shown: String = passage.pieces.iter().map(|piece| piece.text.as_str()).collect();
        prop_assert!(items[0].text[0].text.contains(&shown));
        prop_assert!(shown.contains("needle"));
    }
}

/// One shelf for all cases.
fn shared() -> &'static library::Stacks {
    static SHARED: std::sync::OnceLock<library::Stacks> = std::sync::OnceLock::new();
    SHARED.get_or_init(|| stacks(&items()))
}
