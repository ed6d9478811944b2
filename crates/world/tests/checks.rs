//! Every figure of `facts/checks.csv` and `facts/checks_single.csv` comes out of a query.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::{code, day, id, shipped_world};
use treaty::{Kind, Lang, ParticipantId};
use world::World;
use world::view::{Lacks, Standing};

type Row = BTreeMap<String, String>;

fn rows(name: &str) -> Vec<Row> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../facts")
        .join(name);
    let mut reader = csv::Reader::from_path(file).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn codes(text: &str) -> Vec<ParticipantId> {
    text.split_whitespace().map(code).collect()
}

#[test]
fn every_count_holds_on_its_day() {
    let world = shipped_world();
    let checks = rows("checks.csv");
    assert!(checks.len() >= 52, "{}", checks.len());
    for row in checks {
        let counts = world.counts(&id(&row["treaty"]), day(&row["on"])).unwrap();
        let computed = [
            ("signatures", counts.signatures),
            ("consents", counts.consents),
            ("signatories_only", counts.signatories_only),
        ];
        for (column, computed) in computed {
            let printed = &row[column];
            assert!(
                printed.is_empty() || *printed == computed.to_string(),
                "{} {} {column}: printed {printed}, computed {computed} ({})",
                row["treaty"],
                row["on"],
                row["who"],
            );
        }
    }
}

#[test]
fn every_single_fact_holds() {
    let world = shipped_world();
    let checks = rows("checks_single.csv");
    assert_eq!(checks.len(), 13);
    for row in checks {
        let (treaty, on) = (id(&row["treaty"]), day(&row["on"]));
        let mut states = codes(&row["states"]);
        states.sort_unstable();
        let who = &row["who"];
        match row["what"].as_str() {
            "act_on" => {
                let kind: Kind = row["act"].parse().unwrap();
                let acts = world.acts(&treaty, Some(states[0]));
                let act = acts.iter().find(|view| view.act.kind == kind).unwrap();
                assert_eq!(act.act.on.day(), Some(on), "{who}");
            }
            "signed_between" | "consented_between" => {
                let changes = world.changes(Some(&treaty), day(&row["from"]), on, Lang::En);
                let signing = row["what"] == "signed_between";
                let mut done: Vec<_> = changes
                    .summary
                    .iter()
                    .filter(|(kind, _)| {
                        if signing {
                            kind.is_signature()
                        } else {
                            kind.is_consent()
                        }
                    })
                    .flat_map(|(_, codes)| codes.clone())
                    .collect();
                done.sort_unstable();
                assert_eq!(done, states, "{who}");
            }
            "annex2_without_consent" | "annex2_without_signature" => {
                let force = world.force(&treaty, on, &[], Lang::En).unwrap();
                assert_eq!(force.named.len(), 44, "{who}");
                let both = row["what"] == "annex2_without_signature";
                let mut lacking: Vec<_> = force
                    .missing
                    .iter()
                    .filter(|row| !both || row.lacks == Lacks::SignatureAndRatification)
                    .map(|row| row.iso3)
                    .collect();
                lacking.sort_unstable();
                assert_eq!(lacking, states, "{who}");
            }
            "consents_reach" => {
                let count: u32 = row["count"].parse().unwrap();
                let consents = |on| world.counts(&treaty, on).unwrap().consents;
                assert!(consents(on.yesterday().unwrap()) < count, "{who}");
                assert!(count <= consents(on), "{who}");
            }
            other => panic!("`{other}` is no check of this test: add it"),
        }
    }
}

#[test]
fn every_printed_count_is_reproduced() {
    let world = shipped_world();
    let reconciled = world.reconcile(None);
    assert!(
        reconciled.holds,
        "{:?}",
        reconciled.reconciled.iter().find(|row| !row.holds)
    );
    assert!(reconciled.reconciled.len() >= 57);
    assert!(
        world
            .reconcile(Some(&id("ccm")))
            .reconciled
            .iter()
            .all(|row| row.treaty == id("ccm"))
    );
}

#[test]
fn the_names_behind_a_count_are_as_many_as_it_says() {
    let world = shipped_world();
    for law in world.treaties() {
        for on in ["1971-10-25", "1993-01-01", "2011-06-30", "2026-11-21"] {
            let status = world.status(&law.id, day(on), Lang::En).unwrap();
            let parties = status
                .participants
                .iter()
                .filter(|row| row.standing == Standing::Party)
                .count();
            assert_eq!(status.counts.parties as usize, parties, "{} {on}", law.id);
            check_sources(&world, &status.participants);
        }
    }
}

/// Whoever stands somewhere rests on entries that are there.
fn check_sources(world: &World, rows: &[world::view::ParticipantStatus]) {
    for row in rows.iter().filter(|row| row.standing != Standing::None) {
        assert!(!row.sources.is_empty(), "{}", row.iso3);
        assert!(!row.because.steps().is_empty(), "{}", row.iso3);
        assert!(
            row.sources
                .iter()
                .all(|source| world.entry(source.entry).is_some())
        );
    }
}
