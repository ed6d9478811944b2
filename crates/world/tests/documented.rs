//! The document of findings names every kind there is, and no other.

use std::collections::BTreeSet;
use std::path::Path;

use world::view::FindingKind;

#[test]
fn every_kind_of_finding_is_documented_and_no_other() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/findings.md");
    let text = std::fs::read_to_string(path).unwrap();
    let documented: BTreeSet<String> = text
        .lines()
        .filter_map(|line| {
            line.strip_prefix("| `")?
                .split_once('`')
                .map(|(kind, _)| kind.to_owned())
        })
        .collect();
    let known: BTreeSet<String> = FindingKind::ALL
        .iter()
        .map(|kind| {
            serde_json::to_value(kind)
                .unwrap()
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(documented, known);
}
