//! `docs/bundle-format.md` describes every member of the manifest, and its fingerprint is the one
//! this program prints.

#![allow(clippy::unwrap_used, reason = "only tests stand here")]

use ledger::Head;
use ledger::bundle::{self, Content, SecretKey, Strand};
use serde_json::Value;

const DOCUMENT: &str = include_str!("../../../docs/bundle-format.md");

fn secret() -> SecretKey {
    SecretKey::from_bytes(&[7; 32])
}

#[test]
fn the_fingerprint_of_the_document_is_the_one_printed() {
    let shown = secret().public().fingerprint().to_string();
    assert!(DOCUMENT.contains(&format!("\n{shown}\n")), "{shown}");
}

#[test]
fn every_member_of_the_manifest_is_described() {
    let content = Content {
        name: "Italy".into(),
        to: Some(bundle::Party {
            name: "Us".into(),
            key: secret().public(),
        }),
        made: "2026-11-22T08:00:00Z".parse().unwrap(),
        purpose: "A test".into(),
        strands: vec![Strand {
            audience: ledger::Audience::Public,
            before: Head::EMPTY,
            head: Head::EMPTY,
            whole: true,
        }],
        context: Vec::new(),
        payloads: Vec::new(),
        documents: vec![b"one".to_vec()],
        cover: Some("What is in it\n".into()),
    };
    let bytes = bundle::write(&content, &secret()).unwrap();
    let manifest = bundle::read(&bytes).unwrap().manifest;
    let Value::Object(members) = serde_json::to_value(&manifest).unwrap() else {
        panic!("a manifest is an object");
    };
    for name in members.keys() {
        assert!(DOCUMENT.contains(&format!("| `{name}` |")), "`{name}`");
    }
    let strand = serde_json::to_value(&manifest.strands[0]).unwrap();
    for name in strand.as_object().unwrap().keys() {
        assert!(
            DOCUMENT.contains(&format!("| `{name}` |")),
            "`{name}` of a strand"
        );
    }
}
