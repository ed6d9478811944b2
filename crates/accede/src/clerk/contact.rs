//! What the clerk looks at in approaches, and in entries about teams, people and keys.

use ledger::body::{Agreement, Approach, ApproachState, Key, Person, Seat, Side, Team};
use ledger::{Audience, Body};

use super::Refused;

/// Drafts and plans are never public, however they are written down.
pub(super) fn not_before_its_time(body: &Body, audience: &Audience) -> Result<(), Refused> {
    if let Body::Correction(correction) = body {
        return not_before_its_time(&correction.body, audience);
    }
    if let Body::Approach(approach) = body
        && *audience == Audience::Public
        && approach.state != ApproachState::Done
    {
        return Err(Refused::NotDone(world::sheet::word(&approach.state)));
    }
    Ok(())
}

/// Teams and people are known to everybody signed in, seats to their team: no more and no less, so
/// that who counts them up counts all.
pub(super) fn for_whom_it_is(body: &Body, audience: &Audience) -> Result<(), Refused> {
    if let Body::Correction(correction) = body {
        return for_whom_it_is(&correction.body, audience);
    }
    let own = if let Body::Seat(seat) = body {
        Audience::Teams(vec![seat.team.clone()])
    } else if let Body::Agreement(one) = body {
        Audience::Teams(vec![one.team.clone()])
    } else if matches!(body, Body::Team(_) | Body::Person(_)) {
        Audience::SignedIn
    } else {
        return Ok(());
    };
    if *audience == own {
        return Ok(());
    }
    Err(Refused::OtherAudience(own))
}

/// Who sits where is changed by a further entry of its own, never by a correction: that is for those
/// who administrate a team, and corrections are for those who record.
pub(super) fn not_about_a_seat(about: Option<&Body>) -> Result<(), Refused> {
    let replaced = matches!(
        about,
        Some(
            Body::Team(_) | Body::Person(_) | Body::Seat(_) | Body::Key(_) | Body::Agreement(_)
        )
    );
    if replaced {
        return Err(Refused::OnlyReplaced);
    }
    Ok(())
}

/// An approach names a treaty, who, and whom.
pub(super) fn whole(approach: &Approach) -> Result<(), Refused> {
    let nobody = |sides: &[Side]| {
        let says = |side: &Side| {
            let texts = [&side.name, &side.person];
            let named = texts
                .into_iter()
                .flatten()
                .any(|text| !text.trim().is_empty());
            named || side.participant.is_some()
        };
        sides.is_empty() || !sides.iter().all(says)
    };
    let lacks = if approach.treaties.is_empty() {
        "for which treaty"
    } else if nobody(&approach.by) {
        "who approached"
    } else if nobody(&approach.to) {
        "whom"
    } else {
        return Ok(());
    };
    Err(Refused::Incomplete(lacks))
}

/// The texts of an approach.
pub(super) fn texts(approach: &Approach) -> impl Iterator<Item = &String> {
    let sides = approach.by.iter().chain(&approach.to);
    let of_sides = sides.flat_map(|side| [&side.name, &side.person, &side.capacity]);
    let steps = approach.next.iter();
    let papers = approach.documents.iter();
    let own = [
        &approach.place,
        &approach.forum,
        &approach.points,
        &approach.answer,
        &approach.note,
    ];
    own.into_iter()
        .chain(of_sides)
        .flatten()
        .chain(steps.flat_map(|step| std::iter::once(&step.what).chain(&step.owner)))
        .chain(papers.flat_map(|paper| {
            let more = paper.url.iter().chain(&paper.sha256);
            std::iter::once(&paper.title).chain(more)
        }))
}

/// A team's id is one, and it has a name.
pub(super) fn team(team: &Team) -> Result<(), Refused> {
    if !Team::is_id(&team.team) {
        return Err(Refused::NoTeamId(team.team.clone()));
    }
    if team.name.trim().is_empty() {
        return Err(Refused::Incomplete("what the team is called"));
    }
    Ok(())
}

/// A seat is in a team.
pub(super) fn seat(seat: &Seat) -> Result<(), Refused> {
    if Team::is_id(&seat.team) {
        Ok(())
    } else {
        Err(Refused::NoTeamId(seat.team.clone()))
    }
}

/// A commitment is 32 bytes.
pub(super) fn person(person: &Person) -> Result<(), Refused> {
    let well_formed = person.commitment.as_deref().is_none_or(is_32_bytes);
    well_formed.then_some(()).ok_or(Refused::NoHex)
}

/// A key is 32 bytes, and somebody's.
pub(super) fn key(key: &Key) -> Result<(), Refused> {
    if !is_32_bytes(&key.public) {
        return Err(Refused::NoHex);
    }
    if key.name.trim().is_empty() {
        return Err(Refused::Incomplete("whose the key is"));
    }
    Ok(())
}

/// An agreement is a team's, and for a key.
pub(super) fn agreement(one: &Agreement) -> Result<(), Refused> {
    if !Team::is_id(&one.team) {
        return Err(Refused::NoTeamId(one.team.clone()));
    }
    is_32_bytes(&one.to).then_some(()).ok_or(Refused::NoHex)
}

fn is_32_bytes(hex: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    hex.len() == 64 && hex.bytes().all(digit)
}
