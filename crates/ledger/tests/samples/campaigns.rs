//! Campaigns, stages, pledges, attributions and roll calls.

use ledger::Body;
use ledger::body::vocabulary::{
    AttributionConfidence, DomesticStep, PledgeKind, PledgeState, RoleKind, StateStage,
    VotingBody,
};
use ledger::body::{
    Attribution, Campaign, CampaignAim, MeetingRef, NextStep, Pledge, Role, RollCall, Stage,
};

use super::{id, on, some, teams, treaty, who};

pub(super) fn bodies() -> Vec<Body> {
    [
        campaigns(),
        stages(),
        pledges(),
        attributions(),
        roles(),
        roll_calls(),
        vec![teams::with_a_step_done()],
    ]
    .concat()
}

fn campaigns() -> Vec<Body> {
    let aims = [
        CampaignAim::EntryIntoForce,
        CampaignAim::Consents(130),
        CampaignAim::Everybody,
        CampaignAim::Group("AU".into()),
        CampaignAim::These(vec![who("XAA"), who("XBB")]),
    ];
    let campaign = |aim| {
        Body::Campaign(Campaign {
            campaign: "invented-2021-2023".into(),
            title: "The invented treaty, 2021 to 2023".into(),
            treaties: vec![treaty()],
            aim,
            from: Some(on("2021-09-23")),
            until: Some(on("2023-09")),
            by: vec![who("XAA")],
            note: some("With XBB."),
        })
    };
    aims.into_iter().map(campaign).collect()
}

fn stages() -> Vec<Body> {
    let steps = DomesticStep::ALL.iter().cycle();
    let stages = StateStage::ALL.iter().zip(steps);
    let stage = |(&stage, &step)| {
        Body::Stage(Stage {
            treaty: treaty(),
            by: who("XBB"),
            stage,
            step: Some(step),
            on: on("2023-03"),
            evidence: some("Gazette, no. 12"),
            approach: Some(id(40)),
            note: some("Invented."),
        })
    };
    stages.map(stage).collect()
}

fn pledges() -> Vec<Body> {
    let states = PledgeState::ALL.iter().cycle();
    let pledges = PledgeKind::ALL.iter().zip(states);
    let pledge = |(&kind, &state)| {
        Body::Pledge(Pledge {
            treaty: treaty(),
            by: who("XBB"),
            kind,
            what: "To ratify before the next meeting.".into(),
            state,
            on: Some(on("2022-09-21")),
            due: Some(on("2023-09")),
            meeting: Some(MeetingRef {
                kind: "MSP".into(),
                number: some("2"),
            }),
            approach: Some(id(40)),
            next: vec![NextStep {
                what: "Ask again.".into(),
                owner: some("Desk"),
                by: Some(on("2023-05")),
                done: Some(on("2023-04-30")),
            }],
            note: some("Invented."),
        })
    };
    pledges.map(pledge).collect()
}

fn attributions() -> Vec<Body> {
    let attribution = |&confidence| {
        Body::Attribution(Attribution {
            approach: id(40),
            act: id(1),
            confidence,
            why: "They said so when they deposited.".into(),
        })
    };
    AttributionConfidence::ALL.iter().map(attribution).collect()
}

fn roles() -> Vec<Body> {
    let role = |&kind| {
        Body::Role(Role {
            treaty: treaty(),
            role: "envoy for universality".into(),
            kind: Some(kind),
            by: who("XAA"),
            person: some("A. B."),
            from: Some(on("2021-09-23")),
            until: None,
            note: None,
        })
    };
    RoleKind::ALL.iter().map(role).collect()
}

fn roll_calls() -> Vec<Body> {
    let roll_call = |&body| {
        Body::RollCall(RollCall {
            treaty: treaty(),
            resolution: "A/RES/76/66".into(),
            title: some("The invented treaty"),
            body,
            part: some("paragraph 3"),
            on: on("2021-12-06"),
            session: some("76"),
            yes: vec![who("XAA")],
            no: vec![who("XBB")],
            abstain: vec![who("XCC")],
            absent: vec![who("XDD")],
            note: some("Invented."),
        })
    };
    VotingBody::ALL.iter().map(roll_call).collect()
}
