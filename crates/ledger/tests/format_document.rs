//! `docs/ledger-format.md` describes every kind of entry, every member and every word, and its
//! worked example is what this program does.

#![allow(clippy::unwrap_used, reason = "only tests stand here")]

mod samples;

use std::collections::{BTreeMap, BTreeSet};

use ledger::{Body, Entry, Head, canonical};
use serde_json::Value;

const DOCUMENT: &str = include_str!("../../../docs/ledger-format.md");

/// The text under a heading, up to the next.
#[track_caller]
fn section(heading: &str) -> &'static str {
    let start = format!("\n{heading}\n");
    let at = DOCUMENT
        .find(&start)
        .unwrap_or_else(|| panic!("no heading `{heading}`"));
    let text = &DOCUMENT[at + start.len()..];
    &text[..text
        .find("\n## ")
        .into_iter()
        .chain(text.find("\n### "))
        .min()
        .unwrap_or(text.len())]
}

/// The texts between backticks.
fn quoted(text: &'static str) -> BTreeSet<&'static str> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(|text| text.trim_matches('"'))
        .collect()
}

/// The names of members anywhere in a value.
fn names(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| {
            into.insert(name.clone());
            names(value, into);
        }),
        Value::Array(values) => values.iter().for_each(|value| names(value, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn value(body: &Body) -> Value {
    serde_json::from_slice(&canonical::to_bytes(body).unwrap()).unwrap()
}

/// The names of the members of each kind, from the samples.
fn members() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut members = BTreeMap::<_, BTreeSet<String>>::new();
    for entry in samples::entries() {
        let word = samples::word(&entry.body);
        let mut content = value(&entry.body)[word].take();
        // The inside of a correction is described with its kind.
        if let Body::Correction(_) = entry.body {
            content["body"].take();
        }
        names(&content, members.entry(word).or_default());
    }
    members
}

#[test]
fn every_kind_and_member_is_described_under_its_heading() {
    for (kind, members) in members() {
        let described = quoted(section(&format!("### {kind}")));
        for member in members {
            assert!(
                described.contains(member.as_str()),
                "`{member}` of `{kind}`"
            );
        }
    }
}

#[test]
fn every_member_described_is_one_that_is_written() {
    for (kind, members) in members() {
        let rows = section(&format!("### {kind}"));
        let rows = rows.lines().filter_map(|line| line.strip_prefix("| `"));
        for row in rows {
            let first = row.split('|').next().unwrap();
            for name in first
                .split('`')
                .step_by(2)
                .filter(|name| !name.trim().is_empty())
            {
                assert!(
                    members.contains(name),
                    "`{name}` of `{kind}` is never written"
                );
            }
        }
    }
}

#[test]
fn every_heading_of_a_kind_is_a_kind() {
    let kinds = members();
    let all = &DOCUMENT[DOCUMENT.find("\n## Kinds of entry").unwrap()..];
    for heading in all.lines().filter_map(|line| line.strip_prefix("### ")) {
        assert!(kinds.contains_key(heading), "{heading}");
    }
}

/// The members of an approach that hold words of lists.
const APPROACH: [&str; 11] = [
    "kind",
    "state",
    "by",
    "to",
    "acted_as",
    "channel",
    "themes",
    "outcomes",
    "obstacles",
    "asked",
    "offered",
];

/// The words in a member: one, several, the levels of sides or the forms of paragraphs.
fn words(member: &Value) -> Vec<&str> {
    match member {
        Value::Array(items) => items.iter().flat_map(words).collect(),
        Value::Object(side) => {
            let word = side.get("level").or(side.get("form"));
            word.into_iter().flat_map(words).collect()
        }
        Value::String(word) => vec![word],
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

#[test]
fn every_word_of_a_list_is_described() {
    for entry in samples::entries() {
        let kind = samples::word(&entry.body);
        let described = quoted(section(&format!("### {kind}")));
        let content = &value(&entry.body)[kind];
        for list in match &entry.body {
            Body::Act(_) => ["kind"].as_slice(),
            Body::Participant(_) => &["status"],
            Body::Observation(_) => &["bears"],
            Body::PrintedCount(_) => &["what"],
            Body::Seat(_) => &["role"],
            Body::Approach(_) => &APPROACH,
            Body::Role(_) => &["kind"],
            Body::Stage(_) => &["stage", "step"],
            Body::Pledge(_) => &["kind", "state"],
            Body::Attribution(_) => &["confidence"],
            Body::RollCall(_) => &["body"],
            Body::Report(_) => &["notes", "own"],
            Body::Document(_) => &["kind", "themes", "distribution"],
            Body::Treaty(_)
            | Body::Alias(_)
            | Body::Membership(_)
            | Body::Meeting(_)
            | Body::Fulfilment(_)
            | Body::Extension(_)
            | Body::Plan(_)
            | Body::PlanAction(_)
            | Body::Statement(_)
            | Body::Assistance(_)
            | Body::Quarantined(_)
            | Body::Correction(_)
            | Body::Retraction(_)
            | Body::Dispute(_)
            | Body::FactsRelease(_)
            | Body::Release(_)
            | Body::Team(_)
            | Body::Person(_)
            | Body::Key(_)
            | Body::Agreement(_)
            | Body::Campaign(_) => &[],
        } {
            for word in words(&content[*list]) {
                assert!(described.contains(word), "`{word}` of `{list}` of `{kind}`");
            }
        }
    }
}

#[test]
fn every_member_of_a_payload_and_its_source_is_described() {
    let described = quoted(section("## Payload"));
    let all = samples::entries();
    let entry = all.iter().find(|entry| entry.source.url.is_some()).unwrap();
    let mut payload: Value = serde_json::from_slice(&entry.to_payload().unwrap()).unwrap();
    payload["body"].take();
    let mut members = BTreeSet::new();
    names(&payload, &mut members);
    for member in members {
        let described = described.contains(member.as_str())
            || described
                .iter()
                .any(|text| text.contains(&format!("\"{member}\":")));
        assert!(described, "`{member}`");
    }
    for word in ["low", "medium", "high", "public", "signed-in"] {
        assert!(described.contains(word), "`{word}`");
    }
}

#[test]
fn the_worked_example_is_what_this_program_does() {
    let example = section("## A worked example");
    let blocks: Vec<_> = example.split("```").skip(1).step_by(2).collect();
    let text = |at: usize| blocks[at].trim_start_matches("text\n").trim_end();
    let mut head = Head::EMPTY;
    for first in [0, 3] {
        let (payload, hashed, link) = (text(first), text(first + 1), text(first + 2));
        let entry = Entry::from_payload(payload.as_bytes()).unwrap();
        assert_eq!(entry.to_payload().unwrap(), payload.as_bytes());
        assert!(example.contains(&format!("payload has {} bytes", payload.len())));
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        let part = |bytes: &[u8]| format!("{:016x} {}", bytes.len(), hex(bytes));
        let expected = [
            part(b"entry/1"),
            part(&head.link.0),
            format!("{:016x} {}…", payload.len(), hex(&payload.as_bytes()[..17])),
        ];
        assert_eq!(hashed, expected.join("\n"));
        head = head.then(payload.as_bytes());
        assert_eq!(link, head.link.to_string());
    }
    let note = section("## Files");
    assert!(note.contains(&format!("entries {}\nlink {}\n", head.len, head.link)));
}
