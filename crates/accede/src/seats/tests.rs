use jiff::Timestamp;
use ledger::body::{Correction, Retraction, Seat, Team};
use ledger::{Batch, EntryId};
use people::Role;
use people::roster::is_administrated;
use treaty::Source;
use uuid::Uuid;

use super::*;

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn team(id: &str) -> Body {
    Body::Team(Team {
        team: id.to_owned(),
        name: format!("The {id}"),
        note: None,
    })
}

fn seat(who: u128, team: &str, role: Option<Role>) -> Body {
    Body::Seat(Seat {
        person: person(who),
        team: team.to_owned(),
        role,
    })
}

fn of(team: &str) -> Audience {
    Audience::of_teams([team]).unwrap()
}

fn seating(bodies: Vec<(Audience, Body)>) -> Seating {
    let entries = (1_u128..).zip(bodies).map(|(n, (audience, body))| Entry {
        id: EntryId(Uuid::from_u128(n)),
        recorded: Timestamp::UNIX_EPOCH,
        author: "a test".to_owned(),
        audience,
        label: None,
        origin: None,
        source: Source::cited("a test"),
        batch: Batch { at: 0, of: 1 },
        body,
    });
    Seating::of(ledger::chain(entries).unwrap().iter())
}

#[test]
fn what_was_said_last_holds() {
    let seating = seating(vec![
        (Audience::SignedIn, team("italy")),
        (of("italy"), seat(1, "italy", Some(Role::Administrator))),
        (of("italy"), seat(2, "italy", Some(Role::Reader))),
        (of("italy"), seat(2, "italy", Some(Role::Editor))),
        (of("italy"), seat(3, "italy", Some(Role::Reader))),
        (of("italy"), seat(3, "italy", None)),
        (of("office"), seat(4, "office", Some(Role::Administrator))),
    ]);
    let italy: TeamId = "italy".parse().unwrap();
    assert_eq!(
        seating.in_team(&italy),
        BTreeMap::from([(person(1), Role::Administrator), (person(2), Role::Editor)])
    );
    assert!(
        seating.since(&italy, person(2)).is_some()
            && seating.since(&italy, person(3)).is_none()
    );
    assert_eq!(seating.of_person(person(3)), Seats::default());
    let administrated = |team| is_administrated(&seating.in_team(team));
    assert!(administrated(&italy) && administrated(&TeamId::office()));
    let names: Vec<_> = seating
        .teams()
        .map(|(id, name)| (id.as_str(), name))
        .collect();
    assert_eq!(names, [("italy", "The italy"), ("office", "Office")]);
}

#[test]
fn a_seat_that_is_not_for_its_team_alone_gives_nobody_a_right() {
    for audience in [
        Audience::Public,
        Audience::SignedIn,
        of("south-africa"),
        Audience::of_teams(["italy", "south-africa"]).unwrap(),
    ] {
        let seating = seating(vec![
            (Audience::SignedIn, team("italy")),
            (audience, seat(1, "italy", Some(Role::Administrator))),
        ]);
        assert_eq!(seating.of_person(person(1)), Seats::default());
    }
    let unfounded = seating(vec![(of("italy"), seat(1, "italy", Some(Role::Reader)))]);
    assert_eq!(unfounded.of_person(person(1)), Seats::default());
}

#[test]
fn nobody_loses_or_gains_a_seat_by_a_correction_or_a_retraction() {
    let id = EntryId(Uuid::from_u128(2));
    let seating = seating(vec![
        (Audience::SignedIn, team("italy")),
        (of("italy"), seat(1, "italy", Some(Role::Reader))),
        (
            of("italy"),
            Body::Correction(Correction {
                of: id,
                body: Box::new(seat(1, "italy", Some(Role::Administrator))),
                why: "so".to_owned(),
            }),
        ),
        (
            of("italy"),
            Body::Retraction(Retraction {
                of: id,
                why: "so".to_owned(),
            }),
        ),
    ]);
    let italy: TeamId = "italy".parse().unwrap();
    assert_eq!(
        seating.in_team(&italy),
        BTreeMap::from([(person(1), Role::Reader)])
    );
}
