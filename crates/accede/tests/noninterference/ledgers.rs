//! Random ledgers: what anyone may see, over the shipped facts, and what some alone may see,
//! recorded between.

use std::sync::OnceLock;

use jiff::{SignedDuration, Timestamp};
use ledger::body::{Correction, Dispute, Retraction};
use ledger::{Audience, Batch, Body, Entry, EntryId, number_batch};
use serde_json::Value;
use treaty::Source;
use uuid::Uuid;
use world::Viewer;

use crate::dice::Dice;
use crate::secrets;

/// The treaties of these ledgers; the pages that are asked for name them.
pub(crate) const TREATIES: [&str; 5] = ["apmbc", "ccm", "ctbt", "enmod", "npt"];
/// The States that are always there.
pub(crate) const STATES: [&str; 8] = ["AFG", "CHN", "ITA", "NOR", "RUS", "USA", "VUT", "ZAF"];
/// How many further ones are.
const FURTHER: usize = 6;
/// The teams that entries are for.
const TEAMS: [&str; 3] = ["blue", "green", "red"];

/// The moment at which the clock stands, after everything was recorded.
pub(crate) const NOW: &str = "2026-11-21T12:00:00Z";

/// What was recorded together.
pub(crate) type Step = Vec<Entry>;

/// A ledger with entries for anyone and for some.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ledger(pub(crate) Vec<Step>);

impl Ledger {
    /// The same ledger as it were, had nothing been recorded that `viewer` may not see.
    pub(crate) fn without_what_is_hidden_from(&self, viewer: &Viewer) -> Ledger {
        let seen = self.0.iter().filter(|step| seen(step, viewer));
        Ledger(seen.cloned().collect())
    }

    /// What `viewer` may not see of it.
    pub(crate) fn hidden_from(&self, viewer: &Viewer) -> Vec<Entry> {
        let hidden = self.0.iter().filter(|step| !seen(step, viewer));
        hidden.flatten().cloned().collect()
    }

    /// How many entries anyone may see.
    pub(crate) fn public(&self) -> usize {
        let all = self.0.iter().flatten();
        all.filter(|entry| entry.audience == Audience::Public)
            .count()
    }
}

/// Whether `viewer` may see a step. Entries that are recorded together have one audience here.
pub(crate) fn seen(step: &[Entry], viewer: &Viewer) -> bool {
    step.iter().all(|entry| viewer.sees(&entry.audience))
}

/// A random ledger with `secrets` entries that are not for anyone.
pub(crate) fn random(dice: &mut Dice, secrets: usize) -> Ledger {
    let public = public(dice);
    with_secrets(dice, public, secrets)
}

/// The same over one treaty and a few States.
pub(crate) fn small(dice: &mut Dice, secrets: usize) -> Ledger {
    let states = ["COD", "ITA", "VUT"].map(str::to_owned);
    let public = public_of(dice, &["ccm"], &states);
    with_secrets(dice, public, secrets)
}

/// Everything that ships, once.
pub(crate) fn shipped() -> &'static [Entry] {
    static SHIPPED: OnceLock<Vec<Entry>> = OnceLock::new();
    SHIPPED.get_or_init(|| shipped::entries().unwrap())
}

/// The law and a part of what happened under it, chosen by chance, with corrections, retractions
/// and disputes.
fn public(dice: &mut Dice) -> Vec<Step> {
    let states = states(dice);
    public_of(dice, &TREATIES, &states)
}

fn public_of(dice: &mut Dice, treaties: &[&str], states: &[String]) -> Vec<Step> {
    let mut bodies: Vec<(Source, Body)> = Vec::new();
    for entry in shipped() {
        let value = content(&entry.body);
        let law = match &entry.body {
            Body::Treaty(file) => treaties.contains(&file.treaty.as_str()),
            Body::Participant(one) => states.contains(&one.id.to_string()),
            _ => false,
        };
        let about = is_of(&value, "treaty", treaties) && is_of(&value, "by", states);
        let fact = about && in_facts(&entry.body) && dice.below(5) < 2;
        if law || fact {
            bodies.push((entry.source.clone(), entry.body.clone()));
        }
    }
    let mut clock = Clock::new();
    let mut steps: Vec<Step> = Vec::new();
    let mut rest = bodies.as_slice();
    let mut number = 0;
    while !rest.is_empty() {
        let (these, others) = rest.split_at((1 + dice.below(9)).min(rest.len()));
        rest = others;
        let at = clock.later(dice);
        let step = these.iter().map(|(source, body)| {
            number += 1;
            entry(id(0, number), at, source.clone(), body.clone())
        });
        steps.push(step.collect());
    }
    for _ in 0..10 {
        number += 1;
        let of = &dice.pick(&steps)[0];
        let body = about(dice, of, "put right in public");
        let one = entry(
            id(0, number),
            clock.later(dice),
            Source::cited("a note"),
            body,
        );
        steps.push(vec![one]);
    }
    steps.iter_mut().for_each(|step| number_batch(step));
    steps
}

/// `steps` with others between them, each for some alone.
fn with_secrets(dice: &mut Dice, steps: Vec<Step>, secrets: usize) -> Ledger {
    let mut places: Vec<usize> = (0..secrets).map(|_| dice.below(steps.len() + 1)).collect();
    // Some come before all others, and some after.
    places.extend([0, steps.len()]);
    places.sort_unstable();
    let mut all: Vec<Step> = Vec::new();
    let mut number = 0;
    let mut places = places.into_iter().peekable();
    for at in 0..=steps.len() {
        while places.next_if(|place| *place == at).is_some() {
            let step = secret_step(dice, &all, steps.get(at), number);
            number += step.len();
            all.push(step);
        }
        all.extend(steps.get(at).cloned());
    }
    Ledger(all)
}

/// One step that is not for anyone, recorded after `before` and not after `next`; `number` counts
/// the entries of those before it, so that none of the kinds is passed over.
fn secret_step(dice: &mut Dice, before: &[Step], next: Option<&Step>, number: usize) -> Step {
    let from = before
        .last()
        .map_or(Clock::new().0, |step| step[0].recorded);
    let to = next.map_or(from + SignedDuration::from_hours(30), |step| {
        step[0].recorded
    });
    let between =
        usize::try_from((to - from).total(jiff::Unit::Second).unwrap() as i64).unwrap();
    let at = from + SignedDuration::from_secs(dice.below(between + 1) as i64);
    let audience = audience(dice);
    let entries: Vec<&Entry> = before.iter().flatten().collect();
    let mut step: Step = (0..1 + dice.below(3))
        .map(|part| {
            let number = number + part;
            let made = secrets::body(dice, &entries, &audience, number);
            let mut one = entry(id(1, number), at, made.source, made.body);
            one.author = made.author;
            one.audience = audience.clone();
            one
        })
        .collect();
    number_batch(&mut step);
    step
}

/// A correction, retraction or dispute of an entry.
pub(crate) fn about(dice: &mut Dice, of: &Entry, why: &str) -> Body {
    let why = why.to_owned();
    match dice.below(4) {
        0 => Body::Correction(Correction {
            of: of.id,
            body: Box::new(secrets::marked(&of.body, "as put right")),
            why,
        }),
        1 => Body::Retraction(Retraction { of: of.id, why }),
        counts => Body::Dispute(Dispute {
            of: of.id,
            why,
            counts: counts == 2,
        }),
    }
}

fn audience(dice: &mut Dice) -> Audience {
    match dice.below(4) {
        0 => Audience::SignedIn,
        1 => Audience::of_teams([*dice.pick(&TEAMS), *dice.pick(&TEAMS)]).unwrap(),
        _ => Audience::of_teams([*dice.pick(&TEAMS)]).unwrap(),
    }
}

fn states(dice: &mut Dice) -> Vec<String> {
    let all: Vec<String> = shipped()
        .iter()
        .filter_map(|entry| match &entry.body {
            Body::Participant(one) => Some(one.id.to_string()),
            _ => None,
        })
        .collect();
    let further = (0..FURTHER).map(|_| dice.pick(&all).clone());
    let always = STATES.iter().map(|&state| state.to_owned());
    always.chain(further.collect::<Vec<_>>()).collect()
}

/// Whether a body is of a kind of which a part is taken.
fn in_facts(body: &Body) -> bool {
    !matches!(
        body,
        Body::Treaty(_) | Body::Participant(_) | Body::FactsRelease(_) | Body::Dispute(_)
    )
}

/// What a body says, without its kind.
pub(crate) fn content(body: &Body) -> Value {
    let Ok(Value::Object(mut kinds)) = serde_json::to_value(body) else {
        panic!("a body is an object with one member")
    };
    kinds.values_mut().next().unwrap().take()
}

/// Whether a member of `value`, where it is there, is one of these.
pub(crate) fn is_of<T: AsRef<str>>(value: &Value, member: &str, these: &[T]) -> bool {
    match value.get(member).and_then(Value::as_str) {
        Some(named) => these.iter().any(|one| one.as_ref() == named),
        None => true,
    }
}

/// An id that says to which side an entry belongs.
fn id(side: u128, number: usize) -> EntryId {
    let sides = [0x0190_0000, secrets::IDS];
    let side = u128::from(sides[usize::try_from(side).unwrap()]) << 96;
    EntryId(Uuid::from_u128(
        side | 0x7000_8000_0000_0000_0000 | number as u128,
    ))
}

fn entry(id: EntryId, recorded: Timestamp, source: Source, body: Body) -> Entry {
    Entry {
        id,
        recorded,
        author: "desk".to_owned(),
        audience: Audience::Public,
        label: None,
        origin: None,
        source,
        batch: Batch { at: 0, of: 1 },
        body,
    }
}

/// The moments of recording, from the first on.
struct Clock(Timestamp);

impl Clock {
    fn new() -> Clock {
        Clock("2026-01-01T00:00:00Z".parse().unwrap())
    }

    fn later(&mut self, dice: &mut Dice) -> Timestamp {
        self.0 += SignedDuration::from_secs(dice.below(7200) as i64);
        self.0
    }
}
