//! Markings of classified information. Accede is accredited for none: what bears one is refused at
//! the door, wherever in an entry it stands, so that a new kind of entry cannot forget to look.

use serde::Serialize;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::Refused;

/// Markings as they are printed: in capitals. Those of the European Union (Council Decision
/// 2013/488/EU), of NATO and of the United Nations (ST/SGB/2007/6), and of some States.
const MARKINGS: &[&str] = &[
    "RESTREINT UE",
    "EU RESTRICTED",
    "CONFIDENTIEL UE",
    "EU CONFIDENTIAL",
    "SECRET UE",
    "EU SECRET",
    "EU TOP SECRET",
    "NATO RESTRICTED",
    "NATO CONFIDENTIAL",
    "NATO SECRET",
    "COSMIC TOP SECRET",
    "UN CONFIDENTIAL",
    "UN STRICTLY CONFIDENTIAL",
    "DIFFUSION RESTREINTE",
    "VS-NUR FÜR DEN DIENSTGEBRAUCH",
    "STRENG GEHEIM",
    "RISERVATISSIMO",
    "SEGRETISSIMO",
    "TOP SECRET",
];

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

/// Compatibility forms and blanks of any kind are one: a marking is not hidden by a line break.
fn in_text(text: &str) -> Option<&'static str> {
    let plain: String = text.nfkc().collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let marking = MARKINGS.iter().find(|marking| {
        plain.match_indices(**marking).any(|(at, found)| {
            let before = plain[..at].chars().next_back();
            let after = plain[at + found.len()..].chars().next();
            // `UN CONFIDENTIAL` does not stand in `ALUN CONFIDENTIALITY`.
            [before, after]
                .into_iter()
                .flatten()
                .all(|next| !next.is_alphanumeric())
        })
    });
    marking.copied()
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
