//! Symbols as they stand in voting records of the General Assembly, 1946 to 2025.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use treaty::Symbol;

/// A folder of data that is not part of the project: by `ACCEDE_SHARED`, or beside it. Says so where it is
/// absent; with `ACCEDE_REQUIRE_ALL=1` that is a failure.
fn shared(what: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let path = std::env::var_os("ACCEDE_SHARED")
        .map_or(beside, PathBuf::from)
        .join(what);
    if path.exists() {
        return Some(path);
    }
    let told = format!("SKIPPED: {what} needs the data folder (set ACCEDE_SHARED)\n");
    // Past the test runner's capture, so that it is seen.
    std::io::stderr()
        .write_all(told.as_bytes())
        .expect("the standard error is open");
    let required = std::env::var_os("ACCEDE_REQUIRE_ALL").is_some_and(|all| all == "1");
    assert!(
        !required,
        "{} is missing, and ACCEDE_REQUIRE_ALL is set",
        path.display()
    );
    None
}

#[test]
fn every_symbol_of_the_voting_records_is_read() {
    const COLUMNS: [&str; 4] = ["resolution", "draft", "meeting", "committee_report"];
    let mut told = String::from("file, column: symbols, refused, with unknown parts\n");
    let mut unknown = BTreeSet::new();
    for file in [
        "undl_ga_roll_calls.csv",
        "undl_ga_voting_bulk_sample.csv",
        "unga_disarmament.csv",
        "unga_disarmament_votes.csv",
    ] {
        let Some(path) = shared(&format!("data/{file}")) else {
            return;
        };
        let mut rows = csv::Reader::from_path(path).unwrap();
        let mut symbols: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for row in rows.deserialize::<BTreeMap<String, String>>() {
            let row = row.unwrap();
            for column in COLUMNS {
                let cell = row.get(column).map_or("", String::as_str);
                let all = cell.split('|').filter(|one| !one.is_empty());
                symbols
                    .entry(column)
                    .or_default()
                    .extend(all.map(str::to_owned));
            }
        }
        for (column, symbols) in symbols.iter().filter(|(_, symbols)| !symbols.is_empty()) {
            let read: Vec<Symbol> = symbols.iter().filter_map(|one| one.parse().ok()).collect();
            let partly = read.iter().filter(|one| !one.parts().unknown.is_empty());
            let partly: BTreeSet<String> = partly.map(ToString::to_string).collect();
            writeln!(
                told,
                "{file}, {column}: {}, {}, {}",
                symbols.len(),
                symbols.len() - read.len(),
                partly.len()
            )
            .unwrap();
            unknown.extend(partly);
            for symbol in &read {
                assert_eq!(symbol.as_str().parse::<Symbol>().as_ref(), Ok(symbol));
            }
        }
    }
    writeln!(told, "not wholly understood: {unknown:?}").unwrap();
    insta::assert_snapshot!(told);
}
