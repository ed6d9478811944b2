//! What one may not see leaves no trace: every answer is the same, byte for byte, with what is
//! hidden from its reader and without it.
//!
//! A random ledger is made twice: whole, and without the entries that a viewer may not see. The
//! two grow step by step, are asked the same on the way and at the end, and must answer with the
//! same status, headers and bytes. The words of hidden entries are words that stand nowhere else,
//! and are looked for in every answer besides.
//!
//! `ACCEDE_LONG=N` asks N times as many ledgers.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]
#![allow(clippy::wildcard_enum_match_arm, reason = "a test takes what it needs")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_lossless,
    reason = "small numbers"
)]

mod asking;
mod commands;
#[path = "../common/mod.rs"]
mod common;
mod dice;
mod edition;
mod ledgers;
mod secrets;
mod site;

use std::io::Write as _;

use asking::Question;
use dice::Dice;
use ledger::Body;
use ledgers::{Ledger, seen};
use site::{Answer, Site};
use world::Viewer;

/// How many ledgers are made of each kind.
const LEDGERS: u64 = 2;
/// How often something is recorded for some alone in each: one to three entries.
const SECRETS: usize = 150;
/// How many questions are asked while a ledger grows.
const ON_THE_WAY: usize = 12;

/// The numbers of the ledgers to make.
fn seeds() -> std::ops::Range<u64> {
    let times = std::env::var("ACCEDE_LONG").ok();
    let times: u64 = times.map_or(1, |times| times.parse().unwrap());
    0..LEDGERS * times
}

/// The viewer of some teams.
fn of(teams: &[&str]) -> Viewer {
    Viewer {
        signed_in: true,
        teams: teams.iter().map(|&team| team.to_owned()).collect(),
    }
}

/// Two sites side by side: one of the whole ledger, one of what `viewer` may see of it.
struct Pair<'v> {
    viewer: &'v Viewer,
    whole: Site,
    seen: Site,
    told: String,
    compared: usize,
    /// How many answers tell of an entry that is not for anyone.
    of_some: usize,
}

impl<'v> Pair<'v> {
    /// Both, with the first `steps` of the ledger.
    fn new(ledger: &Ledger, steps: usize, viewer: &'v Viewer, seed: u64) -> Pair<'v> {
        let first = Ledger(ledger.0[..steps].to_vec());
        Pair {
            viewer,
            seen: Site::over(&first.without_what_is_hidden_from(viewer).0),
            whole: Site::over(&first.0),
            told: format!("ledger {seed}, {viewer:?}"),
            compared: 0,
            of_some: 0,
        }
    }

    /// Asks both, and compares.
    fn ask(&mut self, question: &Question) {
        let whole = self.whole.ask(question, self.viewer);
        let seen = self.seen.ask(question, self.viewer);
        self.compared += 1;
        let asked = format!("{} {} ({})", question.method, question.address, self.told);
        same(&asked, &whole, &seen);
        if question.names_a_secret() {
            return;
        }
        if *self.viewer == Viewer::public() {
            no_secret(&asked, &whole);
        } else {
            self.of_some += usize::from(tells(&whole.body));
        }
    }

    /// Others ask the whole one, and what they are answered must not be kept for our viewer.
    fn ask_as_another(&self, question: &Question, other: &Viewer) {
        self.whole.ask(question, other);
    }
}

#[track_caller]
fn same(asked: &str, whole: &Answer, seen: &Answer) {
    assert_eq!(whole.status, seen.status, "{asked}: the status differs");
    if whole.body != seen.body {
        let pairs = whole.body.iter().zip(&seen.body);
        let at = pairs.take_while(|(one, other)| one == other).count();
        let around = |body: &[u8]| {
            let part = body.get(at.saturating_sub(200)..body.len().min(at + 200));
            String::from_utf8_lossy(part.unwrap_or_default()).into_owned()
        };
        panic!(
            "{asked}: the bytes differ from {at} on\n--- with:\n{}\n--- without:\n{}",
            around(&whole.body),
            around(&seen.body)
        );
    }
    let text = |answer: &Answer| {
        let headers = answer.headers.iter();
        headers
            .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value)))
            .collect::<Vec<_>>()
    };
    assert_eq!(text(whole), text(seen), "{asked}: the headers differ");
}

/// No word of a hidden entry stands in what anyone is answered.
#[track_caller]
fn no_secret(asked: &str, answer: &Answer) {
    assert!(!tells(&answer.body), "{asked}: it tells of what is hidden");
}

/// Whether a word of an entry that is not for anyone stands in these bytes.
fn tells(body: &[u8]) -> bool {
    let body = String::from_utf8_lossy(body).to_lowercase();
    body.contains(&secrets::WORD.to_lowercase()) || body.contains(secrets::IDS_TEXT)
}

/// Says how much was compared, past the capture of the test runner.
fn tell(what: &str, compared: usize, secrets: usize) {
    let told = format!("{what}: {compared} answers compared, {secrets} entries hidden\n");
    std::io::stderr().write_all(told.as_bytes()).unwrap();
}

/// Lets a pair of sites grow and asks it, on the way and at the end.
fn interferes_with_nothing(seed: u64, viewer: &Viewer) -> Told {
    let dice = &mut Dice::new(seed);
    let ledger = ledgers::random(dice, SECRETS);
    // Drawn once: the picture is the one of the SVG file, and takes a second to draw.
    let pages = asking::every_page(seed == 0);
    let others = [
        of(&["blue"]),
        of(&["green", "red"]),
        of(&[]),
        Viewer::public(),
    ];
    let steps = ledger.0.len() / 2;
    let mut pair = Pair::new(&ledger, steps, viewer, seed);
    let every = (ledger.0.len() - steps) / ON_THE_WAY;
    for (at, step) in ledger.0[steps..].iter().enumerate() {
        pair.whole.grow(step);
        if seen(step, viewer) {
            pair.seen.grow(step);
        }
        if at.is_multiple_of(every) {
            pair.ask(dice.pick(&pages));
        }
    }
    let document = pair.seen.ask(&Question::get("/openapi.json"), viewer);
    let document = serde_json::from_slice(&document.body).unwrap();
    let table = asking::of_the_table(&document);
    let near = asking::near_secrets(dice, &ledger, viewer);
    for question in pages.iter().chain(&table).chain(&near) {
        if dice.below(8) == 0 {
            pair.ask_as_another(question, dice.pick(&others));
        }
        pair.ask(question);
    }
    if *viewer != Viewer::public() {
        let (told, of) = (pair.of_some, pair.compared);
        assert!(
            told > of / 4,
            "what is for it, a team is told: in {told} of {of} answers"
        );
    }
    let (whole, seen) = (pair.whole.world(viewer), pair.seen.world(viewer));
    assert_eq!(
        whole.head(),
        seen.head(),
        "the world has no entry beyond what its viewer may see, so nothing can take longer"
    );
    let hidden = ledger.hidden_from(viewer);
    let approaches = hidden.iter();
    let approaches = approaches.filter(|entry| matches!(entry.body, Body::Approach(_)));
    Told {
        compared: pair.compared,
        approaches: approaches.count(),
        hidden: hidden.len(),
    }
}

/// What was compared, and how much was hidden.
#[derive(Default)]
struct Told {
    compared: usize,
    hidden: usize,
    /// How many of the hidden entries are approaches.
    approaches: usize,
}

impl std::ops::AddAssign for Told {
    fn add_assign(&mut self, other: Told) {
        self.compared += other.compared;
        self.hidden += other.hidden;
        self.approaches += other.approaches;
    }
}

#[test]
fn anyone_is_answered_as_if_nothing_else_were_recorded() {
    let mut all = Told::default();
    for seed in seeds() {
        all += interferes_with_nothing(seed, &Viewer::public());
    }
    assert!(all.approaches >= 200, "only {} approaches", all.approaches);
    tell("anyone", all.compared, all.hidden);
}

#[test]
fn a_team_is_answered_as_if_no_other_team_recorded_anything() {
    let viewers = [of(&["blue"]), of(&[]), of(&["green", "red"])];
    let mut all = Told::default();
    for (seed, viewer) in seeds().zip(viewers.iter().cycle()) {
        all += interferes_with_nothing(1000 + seed, viewer);
    }
    tell("teams", all.compared, all.hidden);
}
