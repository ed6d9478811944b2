//! What must hold of every record.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use common::{chain, code, day, entry, id};
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::body::{Dispute, Retraction, TreatyFile};
use ledger::{Audience, Body, Entry, Recorded};
use proptest::prelude::*;
use serde_json::Value;
use treaty::participant::Status;
use treaty::{Act, Kind, Lang, Names, PartialDate, Participant};
use world::view::{Standing, WhatIf};
use world::{Viewer, World};

const TREATIES: [&str; 5] = ["att", "ccm", "ctbt", "enmod", "npt"];
const STATES: [&str; 4] = ["XAA", "XAB", "XAC", "XAD"];

/// The treaty files as shipped and four invented States, recorded before everything else.
fn ground() -> &'static [Entry] {
    static GROUND: OnceLock<Vec<Entry>> = OnceLock::new();
    GROUND.get_or_init(|| {
        let laws = shipped::entries()
            .unwrap()
            .into_iter()
            .filter_map(|shipped| {
                let Body::Treaty(file) = shipped.body else {
                    return None;
                };
                TREATIES
                    .contains(&file.treaty.as_str())
                    .then_some(Body::Treaty(TreatyFile { ..file }))
            });
        let states = STATES.iter().map(|state| {
            Body::Participant(Participant {
                id: code(state),
                status: Status::State,
                names: Names::english(format!("State {state}")),
                aliases: Vec::new(),
                m49: None,
                iso2: None,
                from: None,
                until: None,
                successors: Vec::new(),
                un_member_since: None,
            })
        });
        laws.chain(states)
            .zip(0..)
            .map(|(body, n)| entry(n, body))
            .collect()
    })
}

/// The ground, and after it what is given, recorded in that order.
fn record(bodies: &[Body]) -> Vec<Recorded> {
    let more = bodies
        .iter()
        .zip(100..)
        .map(|(body, n)| entry(n, body.clone()));
    chain(ground().iter().cloned().chain(more).collect())
}

fn fold(entries: &[Recorded]) -> World {
    World::fold(entries, &Viewer::public(), Timestamp::MAX)
}

fn world(acts: &[Act]) -> World {
    fold(&record(&bodies(acts)))
}

fn bodies(acts: &[Act]) -> Vec<Body> {
    acts.iter().cloned().map(Body::Act).collect()
}

/// Any day, month or year from 1900 to 2200, most of them in the life of the treaties.
fn a_date() -> impl Strategy<Value = PartialDate> {
    let year = prop_oneof![1 => 1900_i16..=2200, 3 => 1965_i16..=2030];
    (year, 1_i8..=12, 1_i8..=31, 0_u8..10).prop_map(|(year, month, day, exact)| match exact {
        0 => PartialDate::Year(year),
        1 => PartialDate::Month(year, month),
        _ => PartialDate::Day(
            Date::new(year, month, day).unwrap_or_else(|_| Date::new(year, month, 28).unwrap()),
        ),
    })
}

fn a_kind() -> impl Strategy<Value = Kind> {
    let likely = [
        Kind::Signature,
        Kind::Ratification,
        Kind::Accession,
        Kind::WithdrawalNotified,
        Kind::WithdrawalEffective,
        Kind::RatificationWithdrawn,
    ];
    prop_oneof![
        prop::sample::select(likely.to_vec()),
        prop::sample::select(Kind::ALL.to_vec())
    ]
}

fn an_act() -> impl Strategy<Value = Act> {
    let depositary = prop::option::of(prop::sample::select(vec!["London", "Moscow"]));
    let treaty = prop::sample::select(TREATIES.to_vec());
    let state = prop::sample::select(STATES.to_vec());
    (treaty, state, a_kind(), a_date(), depositary).prop_map(
        |(treaty, state, kind, on, depositary)| {
            let mut act = Act::new(id(treaty), code(state), kind, on);
            act.depositary = depositary.map(str::to_owned);
            act
        },
    )
}

fn a_record() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec(an_act(), 0..24)
}

/// Days on which to ask: those of the acts, the day before and after, and two fixed ones.
fn days(acts: &[Act]) -> BTreeSet<Date> {
    let of = acts.iter().flat_map(|act| {
        let day = act.on.latest();
        [day.yesterday().unwrap(), day, day.tomorrow().unwrap()]
    });
    of.chain([day("1900-01-01"), day("2026-11-21")]).collect()
}

/// Answers without what depends on the place of entries in the ledger.
fn without_places(mut value: Value) -> Value {
    match &mut value {
        Value::Object(fields) => {
            for place in [
                "head", "known", "sources", "source", "entry", "entries", "findings",
            ] {
                fields.remove(place);
            }
            for field in fields.values_mut() {
                *field = without_places(field.take());
            }
        }
        Value::Array(items) => {
            for item in items.iter_mut() {
                *item = without_places(item.take());
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    value
}

fn json(view: impl serde::Serialize) -> Value {
    without_places(serde_json::to_value(view).unwrap())
}

/// Everything that is answered about a day, the places of entries aside.
fn answers(world: &World, on: Date) -> Vec<Value> {
    let mut answers = vec![
        json(world.matrix(on, Lang::En)),
        json(world.field(on, Lang::En)),
    ];
    answers.push(json(world.changes(None, day("1900-01-01"), on, Lang::En)));
    answers.push(json(world.duties(None, None, on, None, Lang::En)));
    for treaty in TREATIES {
        answers.push(json(world.status(&id(treaty), on, Lang::En)));
        let what_if = [WhatIf {
            by: code("XAA"),
            on,
        }];
        answers.push(json(world.force(&id(treaty), on, &what_if, Lang::En)));
        answers.push(json(world.curve(&id(treaty))));
    }
    answers
}

/// The findings as sentences; which of two equal entries is named first is left aside.
fn sentences(world: &World) -> Vec<String> {
    let mut sentences: Vec<_> = world
        .findings()
        .iter()
        .map(|finding| finding.text.clone())
        .collect();
    sentences.sort();
    sentences
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any act on any day from 1900 to 2200 is folded, and every question answered.
    #[test]
    fn nothing_panics(acts in a_record(), on in a_date()) {
        let world = world(&acts);
        let on = on.earliest();
        answers(&world, on);
        world.findings();
        world.uncertain();
        world.reconcile(None);
        world.ledger(None, 50);
        for state in STATES {
            world.participant_view(code(state), on, Lang::Fr);
            for treaty in TREATIES {
                for article in ["in_force", "left", "3(2)", "17(2)", "XIV", ""] {
                    world.explain(&id(treaty), code(state), article, on, Lang::En);
                }
            }
        }
    }

    /// Notifications reach us late and out of order.
    #[test]
    fn the_order_of_recording_does_not_matter(
        (acts, shuffled) in a_record().prop_flat_map(|acts| {
            let shuffled = Just(acts.clone()).prop_shuffle();
            (Just(acts), shuffled)
        }),
    ) {
        let (one, other) = (world(&acts), world(&shuffled));
        for on in days(&acts).into_iter().step_by(7) {
            prop_assert_eq!(answers(&one, on), answers(&other, on));
        }
        prop_assert_eq!(sentences(&one), sentences(&other));
    }

    /// What was known at a moment is what a ledger that ended there says.
    #[test]
    fn known_in_the_past_is_the_ledger_as_it_was(acts in a_record(), cut in 0_usize..24) {
        let all = record(&bodies(&acts));
        let prefix = &all[..all.len().min(ground().len() + cut)];
        let known = prefix.last().unwrap().entry.recorded;
        let then = World::fold(&all, &Viewer::public(), known);
        let cut = World::fold(prefix, &Viewer::public(), known);
        let on = day("2026-11-21");
        prop_assert_eq!(then.head(), cut.head());
        prop_assert_eq!(then.findings(), cut.findings());
        for treaty in TREATIES {
            prop_assert_eq!(
                then.status(&id(treaty), on, Lang::En),
                cut.status(&id(treaty), on, Lang::En)
            );
        }
    }

    /// What may not be seen leaves no trace in what is seen.
    #[test]
    fn restricted_entries_change_no_public_answer(
        acts in a_record(),
        restricted in prop::collection::vec((an_act(), 0_usize..40, any::<bool>()), 0..12),
    ) {
        let public = record(&bodies(&acts));
        let mut mixed: Vec<Entry> = public.iter().map(|recorded| recorded.entry.clone()).collect();
        for ((act, at, meddles), n) in restricted.into_iter().zip(500..) {
            let at = at.min(mixed.len());
            // Half of them are words on a public entry.
            let body = match mixed.first().filter(|_| meddles) {
                Some(first) if at % 2 == 0 => {
                    Body::Retraction(Retraction { of: first.id, why: "restricted".to_owned() })
                }
                Some(first) => Body::Dispute(Dispute {
                    of: mixed.get(at).unwrap_or(first).id,
                    why: "restricted".to_owned(),
                    counts: false,
                }),
                None => Body::Act(act),
            };
            let mut hidden = entry(n, body);
            hidden.audience = Audience::Teams(vec!["team".to_owned()]);
            hidden.recorded = mixed[at.saturating_sub(1)].recorded;
            mixed.insert(at, hidden);
        }
        let (plain, seen) = (fold(&public), fold(&chain(mixed)));
        for on in days(&acts).into_iter().step_by(5) {
            prop_assert_eq!(answers(&plain, on), answers(&seen, on));
        }
        prop_assert_eq!(sentences(&plain), sentences(&seen));
        prop_assert_eq!(plain.head().entries, seen.head().entries);
    }

    /// An act that takes effect later changes nothing about a day before it, unless it is about a
    /// notice of withdrawal that was running: the recorded effect replaces the reckoned one.
    #[test]
    fn what_takes_effect_later_does_not_change_a_day(
        acts in a_record(),
        later in prop::collection::vec(an_act(), 1..8),
        on in a_date(),
    ) {
        let on = on.latest();
        let about_a_notice =
            [Kind::WithdrawalHeldBack, Kind::WithdrawalRescinded, Kind::WithdrawalEffective];
        let later: Vec<_> = later
            .into_iter()
            .filter(|act| on < act.on.earliest() && !about_a_notice.contains(&act.kind))
            .collect();
        let before = world(&acts);
        let after = world(&[acts.clone(), later].concat());
        for treaty in TREATIES {
            let counts = |world: &World| world.counts(&id(treaty), on).unwrap();
            prop_assert_eq!(counts(&before), counts(&after));
            let standings = |world: &World| -> Vec<_> {
                let status = world.status(&id(treaty), on, Lang::En).unwrap();
                let rows = status.participants.into_iter();
                rows.map(|row| (row.iso3, row.standing, row.signed, row.consented, row.left)).collect()
            };
            prop_assert_eq!(standings(&before), standings(&after));
        }
    }

    /// The counts are those of the rows listed, and the curve ends where the last day does.
    #[test]
    fn counts_are_those_of_the_names_behind_them(acts in a_record()) {
        let world = world(&acts);
        for on in days(&acts) {
            for treaty in TREATIES {
                let status = world.status(&id(treaty), on, Lang::En).unwrap();
                let of = |standing| {
                    let rows = status.participants.iter().filter(|row| row.standing == standing);
                    u32::try_from(rows.count()).unwrap()
                };
                let counts = status.counts;
                prop_assert_eq!(counts.parties, of(Standing::Party));
                prop_assert_eq!(counts.consents, of(Standing::Party) + of(Standing::Contracting));
                prop_assert_eq!(counts.signatories_only, of(Standing::Signatory));
                prop_assert_eq!(counts.withdrawn, of(Standing::Withdrawn));
                prop_assert_eq!(world.counts(&id(treaty), on), Some(counts));
            }
        }
    }

    /// More knowledge adds acts and takes none away, unless one is retracted.
    #[test]
    fn knowledge_grows_unless_something_is_retracted(acts in a_record(), cut in 0_usize..24) {
        let all = record(&bodies(&acts));
        let prefix = fold(&all[..all.len().min(ground().len() + cut)]);
        let whole = fold(&all);
        for treaty in TREATIES {
            let known: Vec<_> = whole.acts(&id(treaty), None).into_iter().map(|view| view.act).collect();
            for view in prefix.acts(&id(treaty), None) {
                prop_assert!(known.contains(&view.act));
            }
        }
        if let Some(last) = all.last().filter(|last| matches!(last.entry.body, Body::Act(_))) {
            let mut entries: Vec<_> = all.iter().map(|recorded| recorded.entry.clone()).collect();
            let retraction = Retraction { of: last.entry.id, why: "mistaken".to_owned() };
            entries.push(entry(900, Body::Retraction(retraction)));
            let (without, retracted) = (fold(&all[..all.len() - 1]), fold(&chain(entries)));
            let on = day("2026-11-21");
            prop_assert_eq!(answers(&without, on), answers(&retracted, on));
        }
    }

    /// Without withdrawals a consent stands from its day on, whoever counts it and how.
    #[test]
    fn joining_is_a_set(acts in a_record(), on in a_date()) {
        let joins = |act: &&Act| act.kind.is_signature() || act.kind.is_consent();
        let acts: Vec<_> = acts.iter().filter(joins).cloned().collect();
        let (world, on) = (world(&acts), on.latest());
        for treaty in TREATIES {
            let by = |chosen: fn(Kind) -> bool| {
                let done = acts.iter().filter(|act| {
                    act.treaty == id(treaty) && chosen(act.kind) && act.on.latest() <= on
                });
                done.map(|act| act.by).collect::<BTreeSet<_>>().len()
            };
            let counts = world.counts(&id(treaty), on).unwrap();
            prop_assert_eq!(counts.signatures as usize, by(Kind::is_signature));
            prop_assert_eq!(counts.consents as usize, by(Kind::is_consent));
        }
    }
}
