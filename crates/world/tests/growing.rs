//! A world that grows is the world folded anew: whatever was recorded, by whomever, in whatever steps
//! it came, and whatever was asked in between.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use common::{chain, code, day, entry, id};
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::body::{Correction, Dispute, Retraction};
use ledger::{Audience, Body, Entry, EntryId, Recorded};
use proptest::prelude::*;
use serde_json::{Value, json};
use treaty::participant::Status;
use treaty::{Act, Confidence, Kind, Lang, Names, PartialDate, Participant};
use world::view::Weights;
use world::{ApproachFilter, FollowUp, NEAR_DAYS, Near, Next, Viewer, World};

const TREATIES: [&str; 2] = ["ccm", "ctbt"];
const STATES: [&str; 4] = ["XAA", "XAB", "XAC", "XAD"];
const DAYS: [&str; 5] = ["2021-03-01", "2022-06-15", "2022-06", "2023", "2031-01-05"];

/// The files of two treaties as shipped, and four invented States.
fn ground() -> &'static [Entry] {
    static GROUND: OnceLock<Vec<Entry>> = OnceLock::new();
    GROUND.get_or_init(|| {
        let shipped = shipped::entries().unwrap().into_iter();
        let laws = shipped.map(|one| one.body).filter(|body| match body {
            Body::Treaty(file) => TREATIES.contains(&file.treaty.as_str()),
            _ => false,
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
        let bodies = laws.chain(states);
        bodies.zip(0..).map(|(body, n)| entry(n, body)).collect()
    })
}

/// What somebody records; numbers choose among what is there.
#[derive(Debug, Clone)]
enum Deed {
    Approach(Approach),
    /// Other words for an earlier entry, or for one that is not there.
    Correct(usize, Approach),
    /// What was to be done is done.
    Done(usize),
    TakeBack(usize),
    Dispute(usize, bool),
    /// The correction of a correction.
    CorrectAgain(usize, Approach),
    /// An approach turned into a stage.
    Turn(usize),
    /// An approach turned into a retraction of another.
    Twist(usize, usize),
    Stage(usize, usize),
    Pledge(usize, usize),
    Credit(usize, usize),
    Released(usize, usize),
    Campaign,
    Act(usize),
    Meeting,
}

#[derive(Debug, Clone)]
struct Approach {
    treaties: Vec<usize>,
    by: usize,
    to: Vec<usize>,
    state: usize,
    on: Option<usize>,
    more: usize,
}

fn an_approach() -> impl Strategy<Value = Approach> {
    let treaties = prop::collection::vec(0_usize..2, 1..3);
    let to = prop::collection::vec(0_usize..4, 0..3);
    let on = prop::option::weighted(0.9, 0_usize..DAYS.len());
    let state = prop_oneof![4 => Just(0_usize), 1 => 1_usize..4];
    (treaties, 0_usize..4, to, state, on, 0_usize..64).prop_map(
        |(mut treaties, by, to, state, on, more)| {
            treaties.sort_unstable();
            treaties.dedup();
            Approach {
                treaties,
                by,
                to,
                state,
                on,
                more,
            }
        },
    )
}

fn a_deed() -> impl Strategy<Value = Deed> {
    let at = || 0_usize..1_000;
    prop_oneof![
        8 => an_approach().prop_map(Deed::Approach),
        4 => (at(), an_approach()).prop_map(|(of, one)| Deed::Correct(of, one)),
        4 => at().prop_map(Deed::Done),
        3 => at().prop_map(Deed::TakeBack),
        2 => (at(), any::<bool>()).prop_map(|(of, counts)| Deed::Dispute(of, counts)),
        1 => (at(), an_approach()).prop_map(|(of, one)| Deed::CorrectAgain(of, one)),
        1 => at().prop_map(Deed::Turn),
        1 => (at(), at()).prop_map(|(of, other)| Deed::Twist(of, other)),
        2 => (at(), at()).prop_map(|(by, of)| Deed::Stage(by, of)),
        2 => (at(), at()).prop_map(|(by, of)| Deed::Pledge(by, of)),
        2 => (at(), at()).prop_map(|(of, act)| Deed::Credit(of, act)),
        1 => (at(), at()).prop_map(|(of, extract)| Deed::Released(of, extract)),
        1 => Just(Deed::Campaign),
        1 => at().prop_map(Deed::Act),
        1 => Just(Deed::Meeting),
    ]
}

fn an_audience() -> impl Strategy<Value = Audience> {
    let teams = |teams: &[&str]| Audience::of_teams(teams.iter().copied()).unwrap();
    prop::sample::select(vec![
        Audience::Public,
        Audience::SignedIn,
        teams(&["a"]),
        teams(&["a"]),
        teams(&["b"]),
        teams(&["a", "b"]),
    ])
}

fn viewers() -> [Viewer; 4] {
    [
        Viewer::public(),
        Viewer::member::<&str>([]),
        Viewer::member(["a"]),
        Viewer::member(["a", "b"]),
    ]
}

fn body(said: Value) -> Body {
    serde_json::from_value(said).unwrap()
}

fn said(one: &Approach) -> Body {
    let to = one.to.iter().map(|to| json!({"participant": STATES[*to]}));
    let states = ["done", "planned", "draft", "dropped"];
    let mut said = json!({
        "treaties": one.treaties.iter().map(|at| TREATIES[*at]).collect::<Vec<_>>(),
        "state": states[one.state], "kind": (["letter", "visit", "internal_coordination"][one.more % 3]),
        "by": [{"participant": STATES[one.by]}], "to": to.collect::<Vec<_>>(),
        "answer": (["Après l’été", "the file is in parliament", "no"][one.more / 3 % 3]),
    });
    if let Some(on) = one.on {
        said["on"] = json!(DAYS[on]);
    }
    if one.more & 1 == 0 {
        said["outcomes"] = json!(["positive_signal", "question_asked"]);
        said["place"] = json!("Vienna");
    }
    if one.more & 2 == 0 {
        let due = ["2022-02-01", "2022-09", "2030-01-01"][one.more % 3];
        said["next"] = json!([{"what": "send the model law", "by": due}]);
    }
    if one.more & 4 == 0 {
        said["obstacles"] = json!(["capacity"]);
        said["asked"] = json!(["legal_advice"]);
    }
    body(json!({ "approach": said }))
}

/// The entry of each deed, after the ground; `true`: from a weak source.
fn record(deeds: &[(Deed, Audience, bool)]) -> Vec<Entry> {
    let mut all: Vec<Entry> = ground().to_vec();
    for ((deed, audience, weak), n) in deeds.iter().zip(100..) {
        let said = told(deed, &all);
        let mut one = entry(n, said);
        one.audience = audience.clone();
        one.source.confidence = weak.then_some(Confidence::Low);
        all.push(one);
    }
    all
}

fn told(deed: &Deed, all: &[Entry]) -> Body {
    let before = &all[ground().len()..];
    // One in a few names what is not there.
    let missing = EntryId(uuid::Uuid::from_u128(77));
    let of = |at: usize| {
        before
            .get(at % (before.len() + 1))
            .map_or(missing, |one| one.id)
    };
    let among = |at: usize, fits: fn(&Body) -> bool| {
        let those: Vec<_> = before.iter().filter(|one| fits(&one.body)).collect();
        let one = those.get(at % those.len().max(1));
        one.map_or_else(|| of(at), |one| one.id)
    };
    let approach = |at| among(at, |body| matches!(body, Body::Approach(_)));
    let correction = |of, body| {
        Body::Correction(Correction {
            of,
            why: "mistaken".to_owned(),
            body: Box::new(body),
        })
    };
    let retraction = |of| {
        Body::Retraction(Retraction {
            of,
            why: "not so".to_owned(),
        })
    };
    match deed {
        Deed::Approach(one) => said(one),
        Deed::Correct(at, one) => correction(approach(*at), said(one)),
        Deed::Done(at) => {
            let of = approach(*at);
            let known = before.iter().find(|one| one.id == of).map(|one| &one.body);
            let Some(Body::Approach(one)) = known else {
                return retraction(of);
            };
            let mut one = one.clone();
            for step in &mut one.next {
                step.done = Some(PartialDate::Day(day("2022-07-01")));
            }
            correction(of, Body::Approach(one))
        }
        Deed::TakeBack(at) => retraction(of(*at)),
        Deed::Dispute(at, counts) => Body::Dispute(Dispute {
            of: of(*at),
            why: "others say otherwise".to_owned(),
            counts: *counts,
        }),
        Deed::CorrectAgain(at, one) => {
            let of = among(*at, |body| matches!(body, Body::Correction(_)));
            correction(of, said(one))
        }
        Deed::Turn(at) => correction(
            approach(*at),
            body(
                json!({"stage": {"treaty": "ccm", "by": "XAA", "stage": "aware", "on": "2022"}}),
            ),
        ),
        Deed::Twist(at, other) => correction(approach(*at), retraction(approach(*other))),
        Deed::Stage(by, of) => body(json!({"stage": {
            "treaty": TREATIES[by % 2], "by": STATES[by % 4], "stage": "parliament",
            "on": DAYS[of % 5], "approach": approach(*of),
        }})),
        Deed::Pledge(by, of) => body(json!({"pledge": {
            "treaty": TREATIES[by % 2], "by": STATES[by % 4], "kind": "join", "what": "to join",
            "state": "open", "on": DAYS[of % 5], "approach": approach(*of),
            "next": [{"what": "ask again", "by": "2022-12-01"}],
        }})),
        Deed::Credit(of, act) => {
            let act = among(*act, |body| matches!(body, Body::Act(_) | Body::Stage(_)));
            body(json!({"attribution": {
                "approach": approach(*of), "act": act, "confidence": "probable", "why": "it said so",
            }}))
        }
        Deed::Released(of, extract) => body(json!({"release": {
            "of": approach(*of), "extract": approach(*extract), "members": ["on"],
        }})),
        Deed::Campaign => body(json!({"campaign": {
            "campaign": "push", "title": "The push", "treaties": ["ccm", "ctbt"],
            "aim": {"these": ["XAA", "XAB", "XAC"]}, "by": ["XAD"],
        }})),
        Deed::Act(by) => Body::Act(Act::new(
            id(TREATIES[by % 2]),
            code(STATES[by % 4]),
            Kind::Ratification,
            DAYS[by % 5].parse().unwrap(),
        )),
        Deed::Meeting => body(json!({"meeting": {
            "treaty": "ccm", "kind": "MSP", "number": "11", "start": "2023-09-11",
            "end": "2023-09-14", "place": "Geneva",
        }})),
    }
}

fn json(view: impl serde::Serialize) -> Value {
    serde_json::to_value(view).unwrap()
}

/// Which approaches are asked for, by which name.
fn filters() -> BTreeMap<&'static str, ApproachFilter> {
    let none = ApproachFilter::default;
    let with = |text: &str| ApproachFilter {
        text: Some(text.to_owned()),
        ..none()
    };
    BTreeMap::from([
        ("all", none()),
        (
            "treaty",
            ApproachFilter {
                treaty: Some(id("ccm")),
                ..none()
            },
        ),
        (
            "state",
            ApproachFilter {
                state: Some(code("XAA")),
                ..none()
            },
        ),
        (
            "to",
            ApproachFilter {
                to: Some(code("XAB")),
                treaty: Some(id("ctbt")),
                ..none()
            },
        ),
        (
            "open",
            ApproachFilter {
                follow_up: Some(FollowUp::Open),
                ..none()
            },
        ),
        (
            "due",
            ApproachFilter {
                follow_up: Some(FollowUp::Due(day("2022-12-31"))),
                ..none()
            },
        ),
        ("words", with("apres l'ete")),
        ("names", with("state xac")),
        ("neither", with("parliament \u{e9}t\u{e9}")),
    ])
}

/// What is answered of approaches and of the work of campaigns, on a day.
fn work(world: &World, on: Date) -> Value {
    let lang = Lang::En;
    let found = filters().into_iter().map(|(name, filter)| {
        let view = world.approaches_view(world.approaches(&filter), lang);
        (name, json(view))
    });
    let found: BTreeMap<_, _> = found.collect();
    let treaties = TREATIES.map(id);
    let states = STATES.map(|state| {
        let state = code(state);
        let near = Near {
            treaties: &treaties,
            states: &[state],
            day: PartialDate::Day(on),
            days: NEAR_DAYS,
            but: None,
        };
        let briefs = treaties.each_ref();
        json!([
            json(world.approached(state, on, lang)),
            json(world.contacts_near(&near, lang)),
            json(briefs.map(|treaty| world.brief(state, treaty, on, lang))),
            json(["ccm", "ctbt", "push"].map(|of| world.campaign_state(of, state, on, lang))),
        ])
    });
    let weights = Weights::default();
    let campaigns = ["ccm", "ctbt", "push"].map(|name| {
        json!([
            json(world.campaign(name, on, lang)),
            json(world.campaign_contacts(name, (None, None), None, on, lang)),
            json(world.campaign_planned(name, on, lang)),
            json(world.campaign_calendar(name, (day("2020-01-01"), on), on, lang)),
            json(world.next(Next::Campaign(name), on, &weights, lang)),
        ])
    });
    let next = treaties
        .each_ref()
        .map(|treaty| json(world.next(Next::Treaty(treaty), on, &weights, lang)));
    let for_any = treaties
        .each_ref()
        .map(|treaty| world.is_approached_for(treaty));
    json!([
        found,
        states,
        campaigns,
        next,
        for_any,
        json(world.campaigns(on, lang))
    ])
}

/// What is answered of the rest.
fn rest(world: &World, on: Date) -> Value {
    let lang = Lang::En;
    let ledger = world.ledger(None, 1_000);
    let entries = ledger.entries.iter().map(|one| {
        let beside = world.beside(one.seq).unwrap();
        json!([
            json(world.entry(one.seq)),
            json(world.approach_told(one.seq, lang)),
            json(beside),
            json(world.id_of(one.seq).map(|id| world.stands_as(id))),
        ])
    });
    let entries: Vec<_> = entries.collect();
    let kept = world.kept().map(|one| {
        json!([
            json(one.entry),
            json(one.body),
            json(one.source),
            one.disputed,
            one.counts
        ])
    });
    json!([
        entries,
        kept.collect::<Vec<_>>(),
        json(world.known()),
        json(world.head()),
        json(world.first_recorded()),
        json(world.findings()),
        json(world.uncertain()),
        json(world.matrix(on, lang)),
        json(TREATIES.map(|treaty| world.status(&id(treaty), on, lang))),
        json(world.meetings(None, on, lang)),
        json(world.news(None, None, on, None, 100, lang)),
        json(world.search("state", on, lang, 50)),
        json(["test", "nobody"].map(|author| world.last_contact(author, Some("a")))),
    ])
}

const ON: [&str; 2] = ["2022-12-31", "2026-11-21"];

fn answers(world: &World) -> Vec<Value> {
    let all = ON.map(|on| [work(world, day(on)), rest(world, day(on))]);
    all.into_iter().flatten().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_world_that_grew_is_the_one_folded_anew(
        deeds in prop::collection::vec((a_deed(), an_audience(), prop::bool::weighted(0.1)), 1..24),
        steps in prop::collection::vec((1_usize..8, 0_u8..4), 1..8),
    ) {
        let record: Vec<_> = chain(record(&deeds)).into_iter().map(Arc::new).collect();
        for viewer in viewers() {
            grow(&record, &viewer, &steps)?;
        }
    }
}

/// Lets the world of a viewer grow in steps, after some of which it is asked all, or half, or nothing.
fn grow(
    record: &[Arc<Recorded>],
    viewer: &Viewer,
    steps: &[(usize, u8)],
) -> Result<(), TestCaseError> {
    let mut at = ground().len();
    let mut world = World::fold_shared(&record[..at], viewer, Timestamp::MAX);
    answers(&world);
    for (step, asked) in steps.iter().cycle() {
        if at == record.len() {
            break;
        }
        let end = record.len().min(at + step);
        world = world.extended(&record[at..end], viewer, Timestamp::MAX);
        at = end;
        match asked {
            0 => {}
            1 => {
                work(&world, day(ON[0]));
            }
            2 => {
                rest(&world, day(ON[1]));
            }
            _ => {
                let anew = World::fold_shared(&record[..at], viewer, Timestamp::MAX);
                prop_assert_eq!(answers(&world), answers(&anew), "{:?}", viewer);
            }
        }
    }
    let anew = World::fold_shared(record, viewer, Timestamp::MAX);
    prop_assert_eq!(answers(&world), answers(&anew), "{:?}", viewer);
    Ok(())
}

fn done(to: usize) -> Deed {
    Deed::Approach(Approach {
        treaties: vec![0],
        by: 3,
        to: vec![to],
        state: 0,
        on: Some(0),
        more: 0,
    })
}

fn team(name: &str) -> Audience {
    Audience::of_teams([name]).unwrap()
}

/// What a world was made of that somebody may not see is not in the one that grows from it for him.
#[test]
fn who_sees_less_gets_less() {
    let deeds = [
        (done(0), team("a"), false),
        (done(1), Audience::Public, false),
    ];
    let record: Vec<_> = chain(record(&deeds)).into_iter().map(Arc::new).collect();
    let (before, more) = record.split_at(ground().len() + 1);
    let theirs = World::fold_shared(before, &Viewer::member(["a"]), Timestamp::MAX);
    assert!(theirs.is_approached_for(&id("ccm")));
    for viewer in [Viewer::public(), Viewer::member(["b"])] {
        let grown = theirs.extended(more, &viewer, Timestamp::MAX);
        let anew = World::fold_shared(&record, &viewer, Timestamp::MAX);
        assert_eq!(answers(&grown), answers(&anew), "{viewer:?}");
    }
}

/// A moment before the one that the world was folded for takes its later entries away.
#[test]
fn a_moment_before_is_folded_anew() {
    let deeds = [0, 1, 2].map(|to| (done(to), team("a"), false));
    let record: Vec<_> = chain(record(&deeds)).into_iter().map(Arc::new).collect();
    let viewer = Viewer::member(["a"]);
    let (before, more) = record.split_at(record.len() - 1);
    let world = World::fold_shared(before, &viewer, Timestamp::MAX);
    let known = before[before.len() - 2].entry.recorded;
    let grown = world.extended(more, &viewer, known);
    let anew = World::fold_shared(&record, &viewer, known);
    assert_eq!(answers(&grown), answers(&anew));
    assert_eq!(grown.approaches(&ApproachFilter::default()).counts.total, 1);
}

/// More than a few at once, of which the indexes are made anew.
#[test]
fn many_at_once_are_the_same() {
    let deeds: Vec<_> = (0..620).map(|n| (done(n % 4), team("a"), false)).collect();
    let record: Vec<_> = chain(record(&deeds)).into_iter().map(Arc::new).collect();
    let viewer = Viewer::member(["a"]);
    let (before, more) = record.split_at(ground().len() + 10);
    let world = World::fold_shared(before, &viewer, Timestamp::MAX);
    work(&world, day(ON[1]));
    let grown = world.extended(more, &viewer, Timestamp::MAX);
    let anew = World::fold_shared(&record, &viewer, Timestamp::MAX);
    assert_eq!(work(&grown, day(ON[1])), work(&anew, day(ON[1])));
}
