//! How long an append takes, on any store: `appending LOCATION` with an empty directory or database.
//!
//! One entry fifty times, then a batch of 10,000 five times; the median of each. The store keeps them.
#![allow(clippy::print_stdout, reason = "a report for a person")]

use std::error::Error;
use std::time::{Duration, Instant};

use ledger::Head;
use store::Location;

/// Bytes of an entry: about as many as a real one has.
const LENGTH: usize = 600;

fn main() -> Result<(), Box<dyn Error>> {
    let place = std::env::args()
        .nth(1)
        .ok_or("name a directory or a database")?;
    let location: Location = place.parse()?;
    let mut store = location.open_or_create()?;
    let mut head = store.head()?;
    if head != Head::EMPTY {
        return Err(format!("{location} is not empty").into());
    }
    for (entries, times) in [(1, 50), (10_000, 5)] {
        let batch: Vec<Vec<u8>> = (0..entries)
            .map(|n| format!("{n:<LENGTH$}").into_bytes())
            .collect();
        let mut took = Vec::new();
        for _ in 0..times {
            let begun = Instant::now();
            head = store.append(head, &batch)?;
            took.push(begun.elapsed());
        }
        println!("{entries:>6} entries: {:?}", median(took));
    }
    let begun = Instant::now();
    let mut bytes = 0;
    store.read(ledger::Seq(1), &mut |_, _, payload| bytes += payload.len())?;
    println!(
        "{:>6} entries read, {bytes} bytes: {:?}",
        head.len,
        begun.elapsed()
    );
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
