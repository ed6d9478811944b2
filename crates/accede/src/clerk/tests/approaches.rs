//! Approaches, releases, and entries about teams, people and keys.

use ledger::body::vocabulary::ApproachKind;
use ledger::body::{
    Approach, ApproachState, Correction, Key, Person, PersonId, Release, Seat, SeatRole, Side,
    Team,
};

use super::*;

const FILE: &str = include_str!("../../../../../facts/treaties/ccm.toml");

pub(super) fn approach(state: ApproachState) -> Approach {
    let side = Side {
        participant: Some("XAA".parse().unwrap()),
        ..Side::default()
    };
    Approach {
        treaties: vec!["ccm".parse().unwrap()],
        state,
        kind: ApproachKind::Letter,
        by: vec![side.clone()],
        to: vec![side],
        acted_as: None,
        on: None,
        until: None,
        channel: None,
        place: None,
        forum: None,
        meeting: None,
        themes: Vec::new(),
        points: None,
        answer: None,
        outcomes: Vec::new(),
        obstacles: Vec::new(),
        asked: Vec::new(),
        offered: Vec::new(),
        next: Vec::new(),
        documents: Vec::new(),
        note: None,
    }
}

pub(super) fn draft(body: Body, audience: Audience) -> Draft {
    Draft::new(Source::cited("a test"), body).seen_by(audience, None)
}

pub(super) fn team() -> Audience {
    Audience::of_teams(["italy"]).unwrap()
}

/// A clerk with the treaty on record.
pub(super) fn clerk() -> Clerk {
    let clerk = Shared::new().clerk("2030-01-02T00:00:00Z");
    let file = Body::Treaty(ledger::body::TreatyFile {
        treaty: "ccm".parse().unwrap(),
        text: FILE.to_owned(),
    });
    let first = once(vec![draft(file, Audience::Public)]);
    clerk.submit("a test", first).unwrap();
    clerk
}

#[track_caller]
pub(super) fn refused(clerk: &Clerk, drafts: Vec<Draft>, says: &str) {
    let viewer = Viewer::member(["italy"]);
    let error = clerk
        .submit_as(&viewer, "a test", once(drafts))
        .unwrap_err();
    let ClerkError::Refused { source, .. } = error else {
        panic!("{error:?}")
    };
    assert!(source.to_string().contains(says), "{source}");
}

#[test]
fn only_what_took_place_is_ever_public() {
    let clerk = clerk();
    for state in [
        ApproachState::Draft,
        ApproachState::Planned,
        ApproachState::Dropped,
    ] {
        let body = Body::Approach(Box::new(approach(state)));
        refused(
            &clerk,
            vec![draft(body.clone(), Audience::Public)],
            "is never public",
        );
        let of = EntryId(Uuid::from_u128(0x77));
        let done = Body::Approach(Box::new(approach(ApproachState::Done)));
        let mut first = draft(done, Audience::Public);
        first.id = Some(of);
        let correction = Body::Correction(Correction {
            of,
            body: Box::new(body.clone()),
            why: "not yet".to_owned(),
        });
        // Not even as a correction of one that took place.
        let second = once(vec![first]);
        if state == ApproachState::Draft {
            clerk.submit("a test", second).unwrap();
        }
        refused(
            &clerk,
            vec![draft(correction, Audience::Public)],
            "is never public",
        );
        let kept = once(vec![draft(body, team())]);
        clerk.submit("a test", kept).unwrap();
    }
}

#[test]
fn an_approach_says_for_what_who_and_whom() {
    let clerk = clerk();
    let with = |change: &dyn Fn(&mut Approach)| {
        let mut one = approach(ApproachState::Done);
        change(&mut one);
        vec![draft(Body::Approach(Box::new(one)), team())]
    };
    refused(
        &clerk,
        with(&|one| one.treaties.clear()),
        "for which treaty",
    );
    refused(&clerk, with(&|one| one.by.clear()), "who approached");
    refused(&clerk, with(&|one| one.to = vec![Side::default()]), "whom");
    let nobody = "XBB".parse().unwrap();
    refused(
        &clerk,
        with(&|one| one.to[0].participant = Some(nobody)),
        "`XBB` is not registered",
    );
    refused(
        &clerk,
        with(&|one| one.points = Some("RESTREINT UE/EU RESTRICTED".to_owned())),
        "not accredited",
    );
    refused(
        &clerk,
        with(&|one| one.note = Some("x".repeat(2 << 20))),
        "too long",
    );
}

#[test]
fn a_release_stands_beside_what_it_releases_and_the_extract_tells_nothing_of_it() {
    let clerk = clerk();
    let italy = Viewer::member(["italy"]);
    let [of, extract] = [1, 2].map(|n| EntryId(Uuid::from_u128(n)));
    let mut whole = approach(ApproachState::Done);
    whole.points = Some("Between us.".to_owned());
    let mut whole = draft(Body::Approach(Box::new(whole)), team());
    whole.id = Some(of);
    clerk
        .submit_as(&italy, "a test", once(vec![whole]))
        .unwrap();
    let mut shown = draft(
        Body::Approach(Box::new(approach(ApproachState::Done))),
        Audience::Public,
    );
    shown.id = Some(extract);
    let release = |audience| {
        let release = Release {
            of,
            extract,
            members: vec!["to".to_owned()],
        };
        draft(Body::Release(release), audience)
    };
    refused(
        &clerk,
        vec![shown.clone(), release(Audience::Public)],
        "would be shown to `public`",
    );
    let both = once(vec![shown, release(team())]);
    clerk.submit_as(&italy, "a test", both).unwrap();
    let record = clerk.record();
    let public: Vec<_> = record
        .entries()
        .filter(|one| one.entry.audience == Audience::Public)
        .collect();
    assert_eq!(public.last().unwrap().entry.id, extract);
    let payload = public.last().unwrap().entry.to_payload().unwrap();
    let payload = String::from_utf8(payload).unwrap();
    assert!(!payload.contains(&of.to_string()), "{payload}");
    assert!(payload.contains(r#""batch":{"at":0,"of":1}"#), "{payload}");
}

#[test]
fn ids_of_teams_keys_and_commitments_have_their_forms() {
    let clerk = clerk();
    let person = PersonId(Uuid::from_u128(9));
    for id in ["", "a", "A-team", "-a", "a-", "a--b", &"a".repeat(41), "é!"] {
        let team = Body::Team(Team {
            team: id.to_owned(),
            name: "A team".to_owned(),
            note: None,
        });
        refused(
            &clerk,
            vec![draft(team, Audience::SignedIn)],
            "no id of a team",
        );
        let seat = Body::Seat(Seat {
            person,
            team: id.to_owned(),
            role: Some(SeatRole::Reader),
        });
        let own = Audience::Teams(vec![id.to_owned()]);
        refused(&clerk, vec![draft(seat, own)], "no id of a team");
    }
    for hex in ["", "ab", &"AB".repeat(32), &"xy".repeat(32)] {
        let key = Body::Key(Key {
            public: hex.to_owned(),
            name: "The other side".to_owned(),
            trusted: true,
            note: None,
        });
        refused(&clerk, vec![draft(key, Audience::Public)], "64 digits");
        let person = Body::Person(Person {
            person,
            commitment: Some(hex.to_owned()),
        });
        refused(&clerk, vec![draft(person, Audience::SignedIn)], "64 digits");
    }
}

#[test]
fn seats_are_for_their_team_and_are_replaced_not_corrected() {
    let clerk = clerk();
    let seat = |team: &str| {
        Body::Seat(Seat {
            person: PersonId(Uuid::from_u128(9)),
            team: team.to_owned(),
            role: Some(SeatRole::Reader),
        })
    };
    for audience in [
        Audience::Public,
        Audience::SignedIn,
        Audience::of_teams(["italy", "south-africa"]).unwrap(),
    ] {
        let says = "for nobody else and no fewer";
        refused(&clerk, vec![draft(seat("italy"), audience)], says);
    }
    refused(
        &clerk,
        vec![draft(seat("south-africa"), team())],
        "for nobody else and no fewer",
    );
    let of = EntryId(Uuid::from_u128(0x99));
    let mut first = draft(seat("italy"), team());
    first.id = Some(of);
    clerk.submit("the door", once(vec![first])).unwrap();
    let why = "so".to_owned();
    for body in [
        Body::Retraction(Retraction {
            of,
            why: why.clone(),
        }),
        Body::Correction(Correction {
            of,
            body: Box::new(seat("italy")),
            why,
        }),
    ] {
        refused(
            &clerk,
            vec![draft(body, team())],
            "is changed by a further entry",
        );
    }
}
