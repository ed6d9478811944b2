//! The shipped facts, folded: what the depositaries announced comes out of queries.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{code, day, id, shipped_world};
use treaty::{Kind, Lang, ParticipantId};
use world::World;
use world::view::{DutyState, Standing, WhatIf};

fn codes(text: &str) -> Vec<ParticipantId> {
    text.split_whitespace().map(code).collect()
}

fn lacking(world: &World, on: &str) -> Vec<ParticipantId> {
    let force = world.force(&id("ctbt"), day(on), &[], Lang::En).unwrap();
    let mut lacking: Vec<_> = force.missing.iter().map(|row| row.iso3).collect();
    lacking.sort_unstable();
    lacking
}

#[test]
fn the_figures_of_the_progress_report_come_out() {
    let world = shipped_world();
    let counts = world.counts(&id("ctbt"), day("2023-09-22")).unwrap();
    assert_eq!(
        (counts.signatures, counts.consents, counts.parties),
        (187, 178, 0)
    );
    let changes = world.changes(
        Some(&id("ctbt")),
        day("2021-09-23"),
        day("2023-09-22"),
        Lang::En,
    );
    assert_eq!(changes.summary[&Kind::Signature], codes("DMA SOM"));
    assert_eq!(
        changes.summary[&Kind::Ratification],
        codes("DMA GMB GNQ LKA SLB STP TLS TUV")
    );
    assert_eq!(changes.summary.len(), 2, "{:?}", changes.summary);
    assert_eq!(
        lacking(&world, "2023-09-22"),
        codes("CHN EGY IND IRN ISR PAK PRK USA")
    );
    let force = world
        .force(&id("ctbt"), day("2023-09-22"), &[], Lang::En)
        .unwrap();
    assert_eq!(
        (force.required, force.have, force.met),
        (Some(44), 36, false)
    );
}

#[test]
fn the_russian_withdrawal_of_ratification_leaves_the_signature() {
    let world = shipped_world();
    assert_eq!(lacking(&world, "2023-11-02").len(), 8);
    assert_eq!(lacking(&world, "2024-06-01").len(), 9);
    let status = world
        .status(&id("ctbt"), day("2024-06-01"), Lang::En)
        .unwrap();
    let russia = status
        .participants
        .iter()
        .find(|row| row.iso3 == code("RUS"))
        .unwrap();
    assert_eq!((russia.standing, russia.left), (Standing::Signatory, None));
    assert_eq!(russia.because.steps().len(), 2, "{:?}", russia.because);
}

#[test]
fn italy_and_the_cluster_munition_convention() {
    let world = shipped_world();
    assert_eq!(world.find_participant("Italie"), Some(code("ITA")));
    let status = world
        .status(&id("ccm"), day("2024-01-01"), Lang::En)
        .unwrap();
    let italy = status
        .participants
        .iter()
        .find(|row| row.iso3 == code("ITA"))
        .unwrap();
    assert_eq!(italy.consented.unwrap().to_string(), "2011-09-21");
    assert_eq!(italy.in_force, Some(day("2012-03-01")));
    let duties = world.duties(
        Some(&id("ccm")),
        Some(code("ITA")),
        day("2026-11-21"),
        None,
        Lang::En,
    );
    let stocks = duties
        .duties
        .iter()
        .find(|row| row.article == "3(2)")
        .unwrap();
    assert_eq!(stocks.due, Some(day("2020-03-01")));
    assert_eq!(stocks.fulfilled.unwrap().to_string(), "2015");
    assert_eq!(stocks.standing, DutyState::Fulfilled);
}

#[test]
fn all_nine_depositing_on_one_day_bring_the_test_ban_into_force() {
    let world = shipped_world();
    let what_if: Vec<_> = codes("CHN EGY IND IRN ISR PRK PAK USA RUS")
        .into_iter()
        .map(|by| WhatIf {
            by,
            on: day("2027-02-01"),
        })
        .collect();
    let force = world
        .force(&id("ctbt"), day("2026-01-01"), &what_if, Lang::En)
        .unwrap();
    assert_eq!((force.met, force.date), (true, Some(day("2027-07-31"))));
}
