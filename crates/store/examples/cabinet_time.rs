//! How long it takes to say who a request is from, and to sign somebody in, at a place.
//!
//! `cargo run --release -p store --example cabinet_time -- DIR|URL`, a new place each time.

#![allow(clippy::print_stdout, reason = "an example says what it found")]

use std::time::{Duration, Instant};

use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use people::{Desk, Joining, Password, SignIn, Visit};
use store::Location;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let place = std::env::args().nth(1).ok_or("name a place")?;
    let place: Location = place.parse()?;
    drop(place.open_or_create()?);
    let mut chance = UnwrapErr(SysRng);
    let desk = Desk::at(place.cabinet()?, &mut chance)?;
    let mut visit = Visit {
        now: jiff::Timestamp::constant(1_800_000_000, 0),
        from: [192, 0, 2, 1].into(),
        device: None,
        agent: "example",
    };
    let words = Password::new("the fog over Geneva lifts");
    let key = desk.setup(visit.now, &mut chance)?;
    let joining = Joining {
        name: "Anna Smith",
        email: Some("anna@mfa.example"),
        password: &words,
        language: "en",
    };
    let key = key.ok_or("the place is not new")?;
    let (_, device) = desk.join(&key, &joining, &visit, &mut chance)?;
    visit.device = Some(device.reveal());
    let mut session = None;
    let mut took = Vec::new();
    for _ in 0..50 {
        let begun = Instant::now();
        let outcome = desk.sign_in("anna@mfa.example", &words, None, &visit, &mut chance)?;
        took.push(begun.elapsed());
        if let SignIn::Welcome(welcome) = outcome {
            session = Some(welcome.session);
        }
    }
    println!("a sign-in: {}", said(&mut took));
    let session = session.ok_or("nobody signed in")?;
    took.clear();
    for _ in 0..2_000 {
        let begun = Instant::now();
        desk.who(&session, &visit)?.ok_or("the session holds")?;
        took.push(begun.elapsed());
    }
    println!("who a request is from: {}", said(&mut took));
    took.clear();
    for _ in 0..200 {
        visit.now += jiff::SignedDuration::from_mins(1);
        let begun = Instant::now();
        desk.who(&session, &visit)?.ok_or("the session holds")?;
        took.push(begun.elapsed());
    }
    println!("the same, noted once a minute: {}", said(&mut took));
    Ok(())
}

fn said(took: &mut [Duration]) -> String {
    took.sort();
    let at = |percent: usize| {
        let at = (took.len() - 1) * percent / 100;
        took.get(at).copied().unwrap_or_default().as_secs_f64() * 1_000.0
    };
    format!("median {:.2} ms, p99 {:.2} ms", at(50), at(99))
}
