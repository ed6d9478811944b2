//! Approaches, and those who use the program.

use ledger::Body;
use ledger::body::vocabulary::{
    ActedAs, ApproachKind, Channel, Level, Obstacle, Outcome, Support, Theme,
};
use ledger::body::{
    Agreement, Approach, ApproachState, Key, MeetingRef, NextStep, Paper, Person, PersonId,
    Release, Seat, SeatRole, Side, Team,
};

use super::{id, on, some, treaty, who};

/// An approach with every member and every word of the lists that it has several of.
fn approach(kind: ApproachKind, at: usize) -> Approach {
    const STATES: [ApproachState; 4] = [
        ApproachState::Draft,
        ApproachState::Planned,
        ApproachState::Done,
        ApproachState::Dropped,
    ];
    let side = |code: &str| Side {
        participant: Some(who(code)),
        name: some("Ministry for Foreign Affairs"),
        person: some("A. B."),
        capacity: some("Director"),
        level: Some(Level::ALL[at % Level::ALL.len()]),
    };
    Approach {
        treaties: vec![treaty()],
        state: STATES[at % STATES.len()],
        kind,
        by: vec![side("XAA")],
        to: vec![side("XBB")],
        acted_as: Some(ActedAs::ALL[at % ActedAs::ALL.len()]),
        on: Some(on("2023-03-12")),
        until: Some(on("2023-03-13")),
        channel: Some(Channel::ALL[at % Channel::ALL.len()]),
        place: some("Vienna"),
        forum: some("unga_first_committee"),
        meeting: Some(MeetingRef {
            kind: "MSP".into(),
            number: some("2"),
        }),
        themes: Theme::ALL.to_vec(),
        points: some("That the treaty is light to carry."),
        answer: some("That parliament has it."),
        outcomes: Outcome::ALL.to_vec(),
        obstacles: Obstacle::ALL.to_vec(),
        asked: Support::ALL.to_vec(),
        offered: vec![Support::ModelLegislation],
        next: vec![NextStep {
            what: "Send a model law.".into(),
            owner: some("Desk"),
            by: Some(on("2023-05")),
            done: None,
        }],
        documents: vec![Paper {
            title: "A model law".into(),
            url: some("https://xaa.example/law"),
            sha256: Some("ef".repeat(32)),
        }],
        note: some("Invented."),
    }
}

/// An approach whose next step was done.
pub(super) fn with_a_step_done() -> Body {
    let mut approach = approach(ApproachKind::Letter, 2);
    for step in &mut approach.next {
        step.done = Some(on("2023-05-02"));
    }
    Body::Approach(Box::new(approach))
}

fn person(n: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(
        0x0189_0000_0000_7000_8000_0000_0000_0000 + n,
    ))
}

pub(super) fn bodies() -> Vec<Body> {
    let kinds = ApproachKind::ALL.iter().enumerate();
    let approaches = kinds.map(|(at, kind)| Body::Approach(Box::new(approach(*kind, at))));
    let seats = SeatRole::ALL.into_iter().map(Some).chain([None]);
    let seats = seats.map(|role| {
        Body::Seat(Seat {
            person: person(1),
            team: "inventia-mfa".into(),
            role,
        })
    });
    let others = [
        Body::Release(Release {
            of: id(40),
            extract: id(41),
            members: vec!["on".into(), "to".into()],
        }),
        Body::Team(Team {
            team: "inventia-mfa".into(),
            name: "Invented State, Ministry for Foreign Affairs".into(),
            note: some("Coordinates."),
        }),
        Body::Person(Person {
            person: person(1),
            commitment: Some("12".repeat(32)),
        }),
        Body::Person(Person {
            person: person(2),
            commitment: None,
        }),
        Body::Key(Key {
            public: "34".repeat(32),
            name: "The other coordinator".into(),
            trusted: true,
            note: some("Compared by telephone."),
        }),
    ];
    approaches.chain(seats).chain(others).collect()
}

/// A team agrees to hand over, and no longer.
pub(super) fn agreements() -> Vec<Body> {
    let agreement = |agreed: bool| {
        Body::Agreement(Agreement {
            team: "inventia-mfa".into(),
            to: "34".repeat(32),
            treaties: vec!["invented-2018".parse().unwrap()],
            agreed,
            note: some("For the next coordinators."),
        })
    };
    vec![agreement(true), agreement(false)]
}
