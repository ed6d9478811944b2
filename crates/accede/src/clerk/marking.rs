//! Markings of classified information. Accede is accredited for none: what bears one is refused at
//! the door, wherever in an entry it stands, so that a new kind of entry cannot forget to look.

use intake::marking::in_text;
use serde::Serialize;
use serde_json::Value;

use super::Refused;

/// Looks for a marking in every text of `what`.
pub(super) fn nowhere_in(what: &impl Serialize) -> Result<(), Refused> {
    let value = serde_json::to_value(what).expect("what an entry says can be written as JSON");
    match find(&value) {
        Some(marking) => Err(Refused::Classified(marking)),
        None => Ok(()),
    }
}

fn find(value: &Value) -> Option<&'static str> {
    match value {
        Value::String(text) => in_text(text),
        Value::Array(items) => items.iter().find_map(find),
        Value::Object(members) => members.values().find_map(find),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marking_is_found_wherever_it_stands() {
        for text in [
            "RESTREINT UE/EU RESTRICTED",
            "(NATO\u{a0}SECRET)",
            "page 1\nUN\nCONFIDENTIAL\n",
            "ＮＡＴＯ ＳＥＣＲＥＴ",
        ] {
            let nested = serde_json::json!({"a": [1, {"b": text}]});
            assert!(nowhere_in(&nested).is_err(), "{text}");
        }
    }

    #[test]
    fn words_that_are_no_marking_pass() {
        for text in [
            "an EU restricted tender",
            "the top secret of a good report",
            "ALUN CONFIDENTIALITY",
            "TLP:RED",
        ] {
            assert!(nowhere_in(&text).is_ok(), "{text}");
        }
    }
}
