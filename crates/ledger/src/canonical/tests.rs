use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;

fn written(value: &Value) -> String {
    String::from_utf8(to_bytes(value).unwrap()).unwrap()
}

#[test]
fn each_value_has_one_form() {
    #[track_caller]
    fn check_form(value: Value, form: &str) {
        assert_eq!(written(&value), form);
        check(form.as_bytes()).unwrap();
    }
    check_form(json!(null), "null");
    check_form(json!(true), "true");
    check_form(json!(-7), "-7");
    check_form(json!(i64::MIN), "-9223372036854775808");
    check_form(json!(u64::MAX), "18446744073709551615");
    check_form(json!([]), "[]");
    check_form(json!({}), "{}");
    check_form(json!([[], {}, [1, 2]]), "[[],{},[1,2]]");
    check_form(
        json!({"b": 1, "a": {"d": 2, "c": 3}}),
        r#"{"a":{"c":3,"d":2},"b":1}"#,
    );
    check_form(json!("/\u{7f}\u{2028}é"), "\"/\u{7f}\u{2028}é\"");
    check_form(json!("\"\\\u{8}\t\n\u{c}\r"), r#""\"\\\b\t\n\f\r""#);
    check_form(json!("\0\u{1}\u{b}\u{1f}"), r#""\u0000\u0001\u000b\u001f""#);
    // Composed: e and a combining acute accent are one letter.
    check_form(json!("e\u{301}"), "\"\u{e9}\"");
    // An escaped newline ends in the letter n, which must not be composed with what follows.
    check_form(json!("\n\u{303}"), "\"\\n\u{303}\"");
    // By bytes: beyond the Basic Multilingual Plane sorts after U+FFFD, unlike in UTF-16.
    check_form(
        json!({"\u{10000}": 1, "\u{fffd}": 2, "Z": 3, "a": 4}),
        "{\"Z\":3,\"a\":4,\"\u{fffd}\":2,\"\u{10000}\":1}",
    );
}

#[test]
fn every_way_to_say_it_otherwise_is_refused() {
    for bytes in [
        "",
        " 1",
        "1 ",
        "01",
        "-0",
        "+1",
        "1.0",
        "1e3",
        "0.5",
        "-",
        "18446744073709551616",
        "-9223372036854775809",
        "tru",
        "nul",
        "[1, 2]",
        "[1,]",
        "[",
        "{\"a\":1,}",
        "{\"a\" :1}",
        "{\"b\":1,\"a\":2}",
        "{\"a\":1,\"a\":2}",
        "{a:1}",
        "'a'",
        "\"",
        "\"\\",
        "\"\\/\"",
        "\"\\u0041\"",
        "\"\\u000A\"",
        "\"\\u000a\"",
        "\"\\u001F\"",
        "\"\\u00e9\"",
        "\"\\u001\"",
        "\"\\x\"",
        "\"\n\"",
        "\"e\u{301}\"",
        "{\"e\u{301}\":1}",
        "\u{feff}1",
        "11a",
        "NaN",
        "\"\\ud83d\\ude00\"",
        "[1]]",
    ] {
        assert!(check(bytes.as_bytes()).is_err(), "{bytes}");
    }
    assert!(check(b"\"\xff\"").is_err());
}

#[test]
fn what_needs_an_escape_is_noticed_wherever_it_stands() {
    for length in 0..40 {
        let plain = "~".repeat(length);
        check(format!("\"{plain}\"").as_bytes()).unwrap();
        for at in 0..length {
            for odd in ['\0', '\u{1f}', '"'] {
                let mut text = plain.clone();
                text.insert(at, odd);
                assert!(
                    check(format!("\"{text}\"").as_bytes()).is_err(),
                    "{odd:?} at {at}"
                );
                check(&to_bytes(&text).unwrap()).unwrap();
            }
            for other in [' ', '!', '#', '[', ']', '\u{7f}', 'é', '国'] {
                let mut text = plain.clone();
                text.insert(at, other);
                check(format!("\"{text}\"").as_bytes()).unwrap();
            }
        }
    }
}

#[test]
fn what_has_no_canonical_form_is_not_written() {
    for value in [json!(0.5), json!([1.0]), json!({"a": {"b": 1e300}})] {
        assert!(to_bytes(&value).is_err(), "{value}");
    }
    assert!(to_bytes(&f64::NAN).is_err());
    assert!(to_bytes(&f32::INFINITY).is_err());
    assert!(to_bytes(&u128::MAX).is_err());
    assert!(to_bytes(&BTreeMap::from([(1, 2)])).is_err());
    let alike = BTreeMap::from([("e\u{301}", 1), ("\u{e9}", 2)]);
    assert!(
        to_bytes(&alike)
            .unwrap_err()
            .to_string()
            .contains("two members are called `é`")
    );
}

#[test]
fn sixty_four_levels_are_the_limit_for_writer_and_checker_alike() {
    let nested = |levels: usize| (1..levels).fold(json!([]), |inner, _| json!([inner]));
    let deepest = to_bytes(&nested(MAX_DEPTH)).unwrap();
    check(&deepest).unwrap();
    assert!(to_bytes(&nested(MAX_DEPTH + 1)).is_err());
    let text = format!("{}{}", "[".repeat(MAX_DEPTH + 1), "]".repeat(MAX_DEPTH + 1));
    assert!(check(text.as_bytes()).is_err());
    assert!(check("[".repeat(1_000_000).as_bytes()).is_err());
}

#[test]
fn the_forms_of_serde_are_those_of_json() {
    #[derive(serde::Serialize)]
    struct Unit;
    #[derive(serde::Serialize)]
    struct Pair(u8, Option<char>);
    #[derive(serde::Serialize)]
    enum Shape {
        Point,
        Line(u8),
        Tuple(u8, u8),
        Struct { b: u8, a: () },
    }
    let all = (
        (Unit, Pair(1, Some('x')), None::<u8>),
        [
            Shape::Point,
            Shape::Line(1),
            Shape::Tuple(1, 2),
            Shape::Struct { b: 1, a: () },
        ],
    );
    let bytes = to_bytes(&all).unwrap();
    let expected = r#"[[null,[1,"x"],null],["Point",{"Line":1},{"Tuple":[1,2]},{"Struct":{"a":null,"b":1}}]]"#;
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn members_are_given_in_order_with_their_text() {
    let mut seen = Vec::new();
    members(br#"{"a":{"x":[1]},"b":"two"}"#, |name, text| {
        seen.push((name.to_owned(), text.to_owned()));
    })
    .unwrap();
    assert_eq!(
        seen,
        [
            ("a".into(), r#"{"x":[1]}"#.into()),
            ("b".into(), r#""two""#.into())
        ]
    );
    assert!(members(b"[1]", |_, _| ()).is_err());
}

/// The definition that the one-pass checker must agree with.
fn reads_and_writes_the_same(bytes: &[u8]) -> bool {
    serde_json::from_slice::<Value>(bytes)
        .is_ok_and(|value| to_bytes(&value).is_ok_and(|again| again == bytes))
}

/// Any JSON value, with the characters that make trouble more often than they deserve.
fn any_value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        "[a-c]{0,3}",
        any::<String>(),
        "[\\x00-\\x20\"\\\\/ne\u{301}\u{303}é\u{d55c}\u{1100}\u{1161}\u{10000}\u{fffd}]{0,6}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        text.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((text.clone(), inner), 0..5)
                .prop_map(|members| Value::from(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The value with its texts composed, for comparison.
fn composed(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(write::nfc(text).into_owned()),
        Value::Array(values) => values.iter().map(composed).collect(),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|(name, value)| (write::nfc(name).into_owned(), composed(value)))
                .collect(),
        ),
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_back_and_writes_the_same_again(value in any_value()) {
        if let Ok(bytes) = to_bytes(&value) {
            check(&bytes).unwrap();
            let again: Value = from_bytes(&bytes).unwrap();
            prop_assert_eq!(&again, &composed(&value));
            prop_assert_eq!(to_bytes(&again).unwrap(), bytes);
        }
    }

    #[test]
    fn the_order_in_which_members_come_does_not_matter(
        members in prop::collection::btree_map("[a-e\u{e9}]{0,3}", any::<i64>(), 0..8)
            .prop_map(|map| map.into_iter().collect::<Vec<_>>())
            .prop_shuffle()
    ) {
        struct InThisOrder(Vec<(String, i64)>);
        impl serde::Serialize for InThisOrder {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_map(self.0.iter().map(|(name, value)| (name, value)))
            }
        }
        let sorted: BTreeMap<_, _> = members.iter().cloned().collect();
        prop_assert_eq!(to_bytes(&InThisOrder(members)).unwrap(), to_bytes(&sorted).unwrap());
    }

    #[test]
    fn the_checker_agrees_with_read_write_and_compare(
        value in any_value(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        insert in any::<bool>(),
    ) {
        let Ok(mut bytes) = to_bytes(&value) else { return Ok(()) };
        let at = at.index(bytes.len());
        if insert { bytes.insert(at, byte) } else { bytes[at] = byte }
        prop_assert_eq!(check(&bytes).is_ok(), reads_and_writes_the_same(&bytes));
    }

    #[test]
    fn no_bytes_make_the_checker_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        prop_assert_eq!(check(&bytes).is_ok(), reads_and_writes_the_same(&bytes));
    }
}
