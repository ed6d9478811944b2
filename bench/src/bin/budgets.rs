//! Every budget of the design that applies so far, measured in one run, as one table.
//!
//! `budgets [ENTRIES]`: how long the invented ledger is, 1,000,000 if not said.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a report for a person"
)]

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use accede::record::Record;
use bench::program::{self, Serving};
use bench::{clock, http, record};
use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use ledger::verify::verify;
use ledger::{Head, Store};
use store::Sqlite;
use treaty::Lang;
use world::{Viewer, World};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    if cfg!(debug_assertions) {
        eprintln!("this is not a release build: its figures mean nothing");
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome<()> {
    let length = match std::env::args().nth(1) {
        Some(word) => word.parse()?,
        None => 1_000_000,
    };
    println!("{:<58} {:>14} {:>14}", "", "budget", "seen");
    questions();
    let folder = tempfile::tempdir()?;
    appending(&folder.path().join("small"))?;
    long_ledger(&folder.path().join("long"), length)?;
    processes(&folder.path().join("data"))
}

fn questions() {
    let shipped = record::shipped();
    let (fold, world) = clock::median(|| record::fold(&shipped));
    at_least(
        "fold the shipped facts, entries/s",
        500_000.0,
        rate(shipped.len(), fold),
    );
    let (matrix, _) = clock::median(|| world.matrix(date(2023, 9, 22), Lang::En));
    at_most(
        "all treaties x all participants on one day, ms",
        1.0,
        millis(matrix),
    );
}

fn appending(path: &Path) -> Outcome<()> {
    let mut store = Sqlite::create(path)?;
    let payloads: Vec<_> = record::invented(record::BATCH)
        .map(|entry| record::payload(&entry))
        .collect();
    let mut head = Head::EMPTY;
    let (one, appended) = clock::median(|| {
        let appended = store.append(head, &payloads[..1]);
        head = appended.as_ref().map_or(head, |head| *head);
        appended
    });
    appended?;
    at_most("append one entry durably, ms", 10.0, millis(one));
    let (batch, appended) = clock::once(|| store.append(head, &payloads));
    appended?;
    at_most(
        "append a batch of 10,000 durably, ms",
        1_000.0,
        millis(batch),
    );
    Ok(())
}

fn long_ledger(path: &Path, length: usize) -> Outcome<()> {
    let mut store = Sqlite::create(path)?;
    let mut head = Head::EMPTY;
    let mut entries = record::invented(length);
    loop {
        let batch: Vec<_> = entries
            .by_ref()
            .take(record::BATCH)
            .map(|e| record::payload(&e))
            .collect();
        if batch.is_empty() {
            break;
        }
        head = store.append(head, &batch)?;
    }
    drop(store);
    let count = usize::try_from(head.len)?;

    let (open, opened) = clock::once(|| -> Outcome<_> {
        let record = Record::read(&Sqlite::open_read_only(path)?)?;
        let world = World::fold(record.entries(), &Viewer::public(), Timestamp::MAX);
        Ok((record, world))
    });
    let (record, world) = opened?;
    at_most(
        &format!("open a ledger of {count} entries, s"),
        4.0,
        open.as_secs_f64(),
    );
    drop(world);
    let (fold, world) =
        clock::once(|| World::fold(record.entries(), &Viewer::public(), Timestamp::MAX));
    at_least(
        &format!("fold {count} entries, entries/s"),
        500_000.0,
        rate(count, fold),
    );
    let (matrix, view) = clock::once(|| world.matrix(date(2023, 9, 22), Lang::En));
    println!(
        "{:<58} {:>14} {:>14.3}",
        format!("  its matrix ({} treaties), ms", view.treaties.len()),
        "",
        millis(matrix)
    );
    drop((world, record));

    let store = Sqlite::open_read_only(path)?;
    let (time, report) = clock::once(|| verify(&store));
    if !report.holds() {
        return Err(format!("the ledger does not hold: {:?}", report.broken).into());
    }
    at_least(
        &format!("verify {count} entries, entries/s"),
        300_000.0,
        rate(count, time),
    );
    Ok(())
}

fn processes(data: &Path) -> Outcome<()> {
    let program = program::path()?;
    let status = ["status", "ctbt", "--on", "2023-09-22"];
    // The first run fills the data directory.
    let first = program::run(&program, data, &status)?;
    println!(
        "{:<58} {:>14} {:>14.1}",
        "  the first run ever, which writes the shipped facts, ms",
        "",
        millis(first)
    );
    let mut times = Vec::new();
    for _ in 0..21 {
        times.push(program::run(&program, data, &status)?);
    }
    times.sort();
    at_most(
        "accede status ctbt --on D, as a process, ms",
        50.0,
        millis(times[10]),
    );

    let serving = Serving::start(&program, data)?;
    at_most(
        "first page after start, ms",
        300.0,
        millis(serving.first_page),
    );
    // Each on another day, so that none was made before.
    let alone = http::load(&serving.host, fresh_page, 1, Duration::from_secs(2))?;
    at_most(
        "treaty page made anew, one connection, median ms",
        2.0,
        millis(alone.median),
    );
    let fresh = |number| fresh_page(number + 5_000);
    let load = http::load(&serving.host, fresh, 8, Duration::from_secs(5))?;
    at_least(
        "treaty pages made anew, 8 connections, answers/s",
        1_500.0,
        load.a_second,
    );
    at_most("  99 of 100 within, ms", 25.0, millis(load.p99));
    let again = |_| fresh_page(0);
    let load = http::load(&serving.host, again, 8, Duration::from_secs(2))?;
    at_least(
        "a treaty page asked for again and again, answers/s",
        1_500.0,
        load.a_second,
    );
    match serving.resident() {
        Some(mib) => at_most("memory after that, MiB", 150.0, mib),
        None => println!("memory: this system does not tell"),
    }
    Ok(())
}

/// The CTBT on one of 20,000 days before 2024.
fn fresh_page(number: usize) -> String {
    let days = i32::try_from(number % 20_000)
        .expect("less than 20,000")
        .days();
    let on = date(2023, 12, 31)
        .checked_sub(days)
        .expect("within the century before");
    format!("/treaties/ctbt?on={on}")
}

fn at_most(what: &str, budget: f64, seen: f64) {
    line(what, format!("<= {budget}"), seen, seen <= budget);
}

fn at_least(what: &str, budget: f64, seen: f64) {
    line(what, format!(">= {budget}"), seen, seen >= budget);
}

fn line(what: &str, budget: String, seen: f64, kept: bool) {
    let digits = if seen < 100.0 { 2 } else { 0 };
    let kept = if kept { "" } else { "  MISSED" };
    println!("{what:<58} {budget:>14} {seen:>14.digits$}{kept}");
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn rate(count: usize, time: Duration) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from) / time.as_secs_f64()
}
