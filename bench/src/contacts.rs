//! An invented team that recorded very many approaches. Their sources say that they are invented.

use std::sync::Arc;

use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use ledger::body::vocabulary::{ApproachKind, Channel, Level, Obstacle, Outcome, Theme};
use ledger::body::{Approach, ApproachState, Correction, NextStep, Side};
use ledger::{Audience, Batch, Body, Entry, EntryId, Recorded};
use treaty::{PartialDate, ParticipantId, Source, TreatyId};
use uuid::Uuid;
use world::{Viewer, World};

use crate::record;

/// The team whose approaches they are.
pub const TEAM: &str = "bench";

/// Numbers that look random and are the same in each run (`SplitMix64`, Steele and others 2014).
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let below = u64::try_from(below).expect("a count fits");
        usize::try_from((z ^ (z >> 31)) % below).expect("below a count")
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.next(of.len())]
    }

    /// One in so many.
    fn seldom(&mut self, of: usize) -> bool {
        self.next(of) == 0
    }
}

const SAID: [&str; 6] = [
    "The bill is before parliament; a model law would help, and the text in the national language is not ready.",
    "La délégation a rappelé le vote favorable de la dernière session et demandé un calendrier de ratification.",
    "They asked who pays for the station, and what the yearly contribution would be for a country of their size.",
    "We recalled the obligations under Article 1, offered legal advice and left a non-paper on costs.",
    "The ministry of justice has the file; an answer is expected after the elections in the autumn.",
    "Le ministère consulte la défense avant de saisir le conseil des ministres ; les voisins ont déjà adhéré.",
];

/// What the team knows from some entries.
pub fn team(record: &[Arc<Recorded>]) -> World {
    World::fold_shared(record, &Viewer::member([TEAM]), Timestamp::MAX)
}

/// The shipped facts and `count` approaches; then one approach more, and after it the words that put
/// another right: what was to be done is done.
pub fn record(count: usize) -> (Vec<Arc<Recorded>>, [Arc<Recorded>; 2]) {
    let mut entries = shipped::entries().expect("the shipped facts can be read");
    let states: Vec<ParticipantId> = entries
        .iter()
        .filter_map(|entry| {
            let Body::Participant(one) = &entry.body else {
                return None;
            };
            one.until.is_none().then_some(one.id)
        })
        .collect();
    let mut random = Random(11);
    let approaches = (0..=count).map(|at| {
        let said = approach(&mut random, &states);
        entry(at, Body::Approach(Box::new(said)))
    });
    entries.extend(approaches);
    let open = entries.iter().rev().find_map(|entry| {
        let Body::Approach(one) = &entry.body else {
            return None;
        };
        let step = one.next.first().filter(|step| step.done.is_none())?;
        let mut one = one.clone();
        one.next = vec![NextStep {
            done: Some(PartialDate::Day(date(2026, 11, 21))),
            ..step.clone()
        }];
        Some((entry.id, one))
    });
    let (of, said) = open.expect("one in eight has something to be done");
    let done = Correction {
        of,
        why: "it was done".to_owned(),
        body: Box::new(Body::Approach(said)),
    };
    entries.push(entry(count + 1, Body::Correction(done)));
    let shared = record::chained(entries).into_iter().map(Arc::new);
    let mut shared: Vec<_> = shared.collect();
    let done = shared.pop().expect("it was put there");
    let one = shared.pop().expect("there is one more than asked for");
    (shared, [one, done])
}

fn approach(random: &mut Random, states: &[ParticipantId]) -> Approach {
    let on = date(2010, 1, 1)
        .checked_add(
            i32::try_from(random.next(6_000))
                .expect("a few thousand")
                .days(),
        )
        .expect("in this millennium");
    let treaty = random.one(&["ctbt", "ctbt", "ccm", "apmbc", "tpnw"]);
    let side = |random: &mut Random, participant, person: &str| Side {
        participant: Some(participant),
        person: Some(person.to_owned()),
        level: Some(random.one(Level::ALL)),
        ..Side::default()
    };
    let italy = "ITA".parse().expect("a code");
    let whom = random.one(states);
    let next = NextStep {
        what: "send the model law".to_owned(),
        owner: Some("the desk".to_owned()),
        by: Some(PartialDate::Day(on.checked_add(90.days()).unwrap_or(on))),
        done: (!random.seldom(4)).then_some(PartialDate::Day(on)),
    };
    Approach {
        treaties: vec![treaty.parse::<TreatyId>().expect("an id")],
        state: if random.seldom(10) {
            random.one(ApproachState::ALL)
        } else {
            ApproachState::Done
        },
        kind: random.one(ApproachKind::ALL),
        by: vec![side(random, italy, "Amb. A. Rossi")],
        to: vec![side(random, whom, "H. E. the Permanent Representative")],
        acted_as: None,
        on: Some(PartialDate::Day(on)),
        until: None,
        channel: Some(random.one(Channel::ALL)),
        place: Some("Vienna International Centre".to_owned()),
        forum: random.seldom(3).then(|| "unga_first_committee".to_owned()),
        meeting: None,
        themes: vec![random.one(Theme::ALL)],
        points: Some(random.one(&SAID).to_owned()),
        answer: Some(random.one(&SAID).to_owned()),
        outcomes: vec![random.one(Outcome::ALL)],
        obstacles: vec![random.one(Obstacle::ALL)],
        asked: vec![],
        offered: vec![],
        next: if random.seldom(2) { vec![next] } else { vec![] },
        documents: vec![],
        note: None,
    }
}

fn entry(at: usize, body: Body) -> Entry {
    let number = u128::try_from(at).expect("a count fits");
    Entry {
        id: id(number),
        // After the shipped facts: recording never goes back.
        recorded: shipped::recorded() + 1.second(),
        author: "bench".to_owned(),
        audience: Audience::of_teams([TEAM]).expect("a team"),
        label: None,
        origin: None,
        source: Source::cited("invented for measurement"),
        batch: Batch { at: 0, of: 1 },
        body,
    }
}

fn id(number: u128) -> EntryId {
    EntryId(Uuid::from_u128(
        0x0190_0000_0000_7000_9000_0000_0000_0000 | number,
    ))
}

/// What one of them is called.
pub fn one() -> String {
    id(4_711).to_string()
}
