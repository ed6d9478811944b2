//! What the worlds of twenty teams cost beside the public one, over the shipped facts: the time to
//! fold them, and the memory of the process.
//!
//! `cargo run --release -p accede --example team_worlds`

#![allow(clippy::unwrap_used, reason = "a measurement ends where it fails")]
#![allow(clippy::print_stdout, reason = "it tells what it saw")]
#![allow(clippy::disallowed_methods, reason = "it measures time")]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use accede::clerk::Clerk;
use accede::clock::Clock;
use accede::record::Record;
use accede::standing::Standing;
use ledger::body::AliasGiven;
use ledger::store::Memory;
use ledger::{Audience, Batch, Body, Entry, EntryId, Store, number_batch};
use treaty::{Lang, Source};
use web::Worlds;
use world::Viewer;

const TEAMS: u32 = 20;
const VIEWERS: u32 = 200;
/// The entries of each team.
const EACH: u32 = 500;
const NOW: &str = "2026-11-22T12:00:00Z";

fn main() {
    let mut store = Memory::default();
    append(&mut store, &shipped::entries().unwrap());
    for team in 0..TEAMS {
        append(&mut store, &of_team(team));
    }
    let record = Record::read(&store).unwrap();
    let entries = record.head().len;
    let clock = Clock::stopped_at(NOW.parse().unwrap());
    let clerk = Clerk::start(Box::new(store), record, clock);
    let standing = Standing::new(clerk, clock);
    let public = standing.now(&Viewer::public()).head().entries;
    println!("{entries} entries, {public} of them public; {}", memory());
    let mut times = Vec::new();
    let mut worlds = BTreeSet::new();
    for viewer in 0..VIEWERS {
        let viewer = Viewer {
            signed_in: true,
            teams: vec![name(viewer % TEAMS)],
        };
        let begun = Instant::now();
        let world = standing.now(&viewer);
        times.push(begun.elapsed());
        worlds.insert(Arc::as_ptr(&world).addr());
    }
    let (folds, shared) = times.split_at(TEAMS as usize);
    let all: std::time::Duration = folds.iter().sum();
    println!(
        "{VIEWERS} viewers share {} worlds; each fold took {:.2?}, at most {:.2?}; {}",
        worlds.len(),
        all / TEAMS,
        folds.iter().max().unwrap(),
        memory()
    );
    println!("asked again, at most {:.2?}", shared.iter().max().unwrap());
    // What a world works out when it is first asked: its findings, deadlines and words.
    let today = standing.today();
    for team in 0..TEAMS {
        let viewer = Viewer {
            signed_in: true,
            teams: vec![name(team)],
        };
        let world = standing.now(&viewer);
        assert!(!world.findings().is_empty(), "the facts have some");
        let found = world.search("Name 1", today, Lang::En, 5);
        assert!(!found.hits.is_empty(), "a name of the team is found");
        world.calendar(None, None, today, today, today, Lang::En);
    }
    println!("all of them asked for everything once; {}", memory());
}

fn append(store: &mut Memory, entries: &[Entry]) {
    let mut entries = entries.to_vec();
    number_batch(&mut entries);
    let payloads: Vec<_> = entries
        .iter()
        .map(|one| one.to_payload().unwrap())
        .collect();
    store.append(store.head().unwrap(), &payloads).unwrap();
}

fn name(team: u32) -> String {
    format!("team-{team:02}")
}

fn of_team(team: u32) -> Vec<Entry> {
    let entry = |number: u32| Entry {
        id: EntryId(uuid::Uuid::from_u128(u128::from(team * EACH + number) + 1)),
        recorded: NOW.parse().unwrap(),
        author: "a measurement".to_owned(),
        audience: Audience::of_teams([name(team)]).unwrap(),
        label: None,
        source: Source::cited("a measurement"),
        origin: None,
        batch: Batch { at: 0, of: 1 },
        body: Body::Alias(AliasGiven {
            by: "ITA".parse().unwrap(),
            name: format!("Name {number} of {}", name(team)),
        }),
    };
    (0..EACH).map(entry).collect()
}

/// The memory that the system says the process has.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.map_or_else(
        || "memory not known".to_owned(),
        |line| line.split_whitespace().collect::<Vec<_>>().join(" "),
    )
}
