//! How long a sign-in takes, and whether the time tells who is known.
//!
//! `cargo run -p people --example password_time`

#![allow(clippy::print_stdout, reason = "an example says what it found")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use people::{Desk, Joining, Password, SignIn, Visit, cabinet::Memory};

/// How often each is done.
const TIMES: u32 = 101;

fn main() -> Result<(), people::DeskError> {
    let mut chance = UnwrapErr(SysRng);
    let desk = Desk::at(Arc::new(Memory::default()), &mut chance)?;
    let words = Password::new("the fog over Geneva lifts");
    let mut visit = Visit {
        now: jiff::Timestamp::constant(1_800_000_000, 0),
        from: [192, 0, 2, 1].into(),
        device: None,
        agent: "example",
    };
    let key = desk.setup(visit.now, &mut chance)?;
    let key = key.expect("nobody has joined");
    let joining = Joining {
        name: "Anna Smith",
        email: Some("anna@mfa.example"),
        password: &words,
        language: "en",
    };
    desk.join(&key, &joining, &visit, &mut chance)?;
    let wrong = Password::new("another sentence of words");
    for (what, email, password) in [
        ("right password", "anna@mfa.example", &words),
        ("wrong password", "anna@mfa.example", &wrong),
        ("unknown address", "nobody@mfa.example", &wrong),
    ] {
        let mut took = Vec::new();
        for _ in 0..TIMES {
            // Late enough that nothing waits.
            visit.now += jiff::SignedDuration::from_hours(1);
            let begun = Instant::now();
            let outcome = desk.sign_in(email, password, None, &visit, &mut chance)?;
            took.push(begun.elapsed());
            assert!(!matches!(outcome, SignIn::Wait { .. }), "nothing waits");
        }
        took.sort();
        println!("{what}: {}", said(&took));
    }
    Ok(())
}

fn said(sorted: &[Duration]) -> String {
    let at = |percent: usize| {
        let at = (sorted.len() - 1) * percent / 100;
        sorted.get(at).copied().unwrap_or_default().as_secs_f64() * 1_000.0
    };
    format!(
        "median {:.1} ms, p5 {:.1}, p95 {:.1}",
        at(50),
        at(5),
        at(95)
    )
}
