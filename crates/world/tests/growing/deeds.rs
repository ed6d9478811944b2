//! What people record: any deed, of any of them, about anything that is there or not.

use std::sync::OnceLock;

use ledger::body::{Correction, Dispute, Retraction};
use ledger::{Audience, Body, Entry, EntryId};
use proptest::prelude::*;
use serde_json::{Value, json};
use treaty::participant::Status;
use treaty::{Act, Confidence, Kind, Names, PartialDate, Participant};

use crate::common::{code, day, entry, id};

pub(crate) const TREATIES: [&str; 2] = ["ccm", "ctbt"];
pub(crate) const STATES: [&str; 4] = ["XAA", "XAB", "XAC", "XAD"];
pub(crate) const DAYS: [&str; 5] =
    ["2021-03-01", "2022-06-15", "2022-06", "2023", "2031-01-05"];

/// The files of two treaties as shipped, and four invented States.
pub(crate) fn ground() -> &'static [Entry] {
    static GROUND: OnceLock<Vec<Entry>> = OnceLock::new();
    GROUND.get_or_init(|| {
        let shipped = shipped::entries().unwrap().into_iter();
        let laws = shipped.map(|one| one.body).filter(
            |body| matches!(body, Body::Treaty(file) if TREATIES.contains(&file.treaty.as_str())),
        );
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
pub(crate) enum Deed {
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
pub(crate) struct Approach {
    pub(crate) treaties: Vec<usize>,
    pub(crate) by: usize,
    pub(crate) to: Vec<usize>,
    pub(crate) state: usize,
    pub(crate) on: Option<usize>,
    pub(crate) more: usize,
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

pub(crate) fn a_deed() -> impl Strategy<Value = Deed> {
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

pub(crate) fn an_audience() -> impl Strategy<Value = Audience> {
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
pub(crate) fn record(deeds: &[(Deed, Audience, bool)]) -> Vec<Entry> {
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
