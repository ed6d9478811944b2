//! The treaty files of the project, asked what the treaties' worked examples ask.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod conditions;
mod document;
mod duties;
mod files;
mod joiners;
mod mistakes;
mod openness;
mod properties;
mod record;

use jiff::civil::Date;
use treaty::clause::Duty;
use treaty::{Law, PartialDate};

/// The folder of the treaty files.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../facts/treaties");

/// The ids of `facts/treaties.csv`: the treaties that ship.
const ALL: [&str; 27] = [
    "ccm",
    "ctbt",
    "apmbc",
    "tpnw",
    "att",
    "cwc",
    "bwc",
    "npt",
    "ccw",
    "ccw-p1",
    "ccw-p2",
    "ccw-ap2",
    "ccw-p3",
    "ccw-p4",
    "ccw-p5",
    "ccw-a1",
    "enmod",
    "ptbt",
    "ost",
    "seabed",
    "gp1925",
    "tlatelolco",
    "rarotonga",
    "bangkok",
    "pelindaba",
    "canwfz",
    "antarctic",
];

fn text(id: &str) -> String {
    std::fs::read_to_string(format!("{FOLDER}/{id}.toml")).unwrap()
}

#[track_caller]
fn law(id: &str) -> Law {
    let name = format!("{id}.toml");
    Law::parse(&name, &text(id))
        .unwrap_or_else(|error| panic!("{:?}", miette::Report::new(error)))
}

#[track_caller]
fn duty<'l>(law: &'l Law, article: &str) -> &'l Duty {
    law.duties
        .iter()
        .find(|duty| duty.article == article)
        .unwrap_or_else(|| panic!("{} has no duty {article}", law.short))
}

#[track_caller]
fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[track_caller]
fn partial(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// The day from which a State that deposited on `deposit` is bound, in a treaty in force.
#[track_caller]
fn bound(law: &Law, deposit: &str) -> Date {
    let reckoned = law.in_force_for(partial(deposit), law.in_force.as_ref().map(|f| f.on));
    reckoned
        .day()
        .unwrap_or_else(|| panic!("{}: no day for {deposit}: {reckoned:?}", law.short))
}
