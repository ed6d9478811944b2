//! Teams and who is in them: what may become of a team, decided on who sits there now.
//!
//! Who may is for [`crate::policy`] to say. What holds whoever asks, the owner of the machine included,
//! is said here: a team that has members has an administrator, the office always has one, and nobody
//! makes himself more than he is.

use std::collections::BTreeMap;
use std::error::Error;

use jiff::Timestamp;
use ledger::Audience;
use serde::Serialize;
use uuid::Uuid;

use crate::policy::{Deed, Refusal, Role, Seats, may, may_found};
use crate::token::Token;
use crate::{DeskError, Email, PersonId, TeamId};

/// Who asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody signed in: he may what the policy says.
    Person(PersonId),
    /// Who owns the machine, at its command line, under the name he records by.
    Owner(String),
}

impl Actor {
    /// The person, if it is one.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Actor::Person(person) => Some(*person),
            Actor::Owner(_) => None,
        }
    }

    /// By whom an entry is that he has recorded.
    pub fn author(&self) -> String {
        match self {
            Actor::Person(person) => person.to_string(),
            Actor::Owner(name) => name.clone(),
        }
    }
}

/// Who asks, with what he is where it matters.
#[derive(Debug, Clone, Copy)]
pub enum By<'a> {
    /// A person with these seats.
    Person(PersonId, &'a Seats),
    /// The owner of the machine.
    Owner,
}

/// Why something about a team was not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotDone {
    /// The policy says no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is no such team.
    #[error("there is no such team")]
    NoTeam,
    /// A team is called so already.
    #[error("a team of this id is there already")]
    TeamThere,
    /// What is to be its name is none.
    #[error("a team is called by 1 to 120 characters, none of which is invisible")]
    BadName,
    /// Nobody of that name sits in the team.
    #[error("there is nobody of that name in the team")]
    NoMember,
    /// Who is to be invited sits there already.
    #[error("somebody in the team has this address already: change the role instead")]
    AlreadyIn,
    /// The team would have members and no administrator.
    #[error(
        "the team `{0}` would have no administrator any more: make somebody else administrator first"
    )]
    LastAdministrator(TeamId),
    /// Who is invited first becomes its administrator.
    #[error("the team has no administrator: who is invited into it first becomes one")]
    FirstAdministrator,
    /// It carries a marking of classified information, or is too long.
    #[error("the clerk did not take it: {0}")]
    NotTaken(String),
    /// Nobody makes himself more than he is.
    #[error("nobody invites himself, or makes himself more than he is")]
    Oneself,
}

/// Why it was not done, or is not known to be.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// It must not be.
    #[error(transparent)]
    Not(#[from] NotDone),
    /// The desk refused.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// It could not be recorded.
    #[error("it could not be recorded")]
    Ledger(#[source] Box<dyn Error + Send + Sync>),
}

/// What one may do with a team.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Can {
    /// See who is in it.
    pub see: bool,
    /// Invite into it in any role, and say who is what.
    pub invite: bool,
    /// Invite its first administrator.
    pub invite_first: bool,
    /// Name it, take people and tokens out, withdraw invitations.
    pub administrate: bool,
}

/// A team in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Its id.
    pub team: TeamId,
    /// What it is called.
    pub name: String,
    /// How many sit in it.
    pub members: usize,
    /// How many of them administrate it.
    pub administrators: usize,
    /// What the one who asks is in it.
    pub role: Option<Role>,
}

/// Somebody in a team.
#[derive(Debug, Clone, Serialize)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// What he is called; nothing, of one who was erased.
    pub name: Option<String>,
    /// His address, for those who administrate the team.
    pub email: Option<Email>,
    /// What he is there.
    pub role: Role,
    /// Since when.
    pub since: Timestamp,
}

/// A team, as one who may see it does.
#[derive(Debug, Clone, Serialize)]
pub struct Roster {
    /// Its id.
    pub team: TeamId,
    /// What it is called.
    pub name: String,
    /// Who is in it, by role from the highest, then by name.
    pub members: Vec<Member>,
    /// Who may still join, for those who administrate it.
    pub invitations: Vec<Invited>,
    /// What programs may ask in its members' names, for those who administrate it.
    pub tokens: Vec<TokenLine>,
    /// What the one who asks may do.
    pub can: Can,
}

/// An invitation that waits.
#[derive(Debug, Clone, Serialize)]
pub struct Invited {
    /// What it is called in addresses.
    pub id: Uuid,
    /// Whom.
    pub email: Option<Email>,
    /// As what.
    pub role: Role,
    /// By whom: his name, if he is a person who is known.
    pub by: Option<String>,
    /// When.
    pub made: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// A token, with whose it is.
#[derive(Debug, Clone, Serialize)]
pub struct TokenLine {
    /// What his owner is called.
    pub owner: Option<String>,
    /// The token, without its secret.
    pub token: Token,
}

/// The members of one team.
pub type Members = BTreeMap<PersonId, Role>;

/// What somebody may do with a team of these members.
pub fn can(by: By<'_>, team: &TeamId, members: &Members) -> Can {
    let audience = of(team);
    let (seats, owner) = match by {
        By::Person(_, seats) => (seats, false),
        By::Owner => return all(members),
    };
    let yes = |deed| owner || may(Some(seats), deed, &audience).is_ok();
    Can {
        see: yes(Deed::See),
        invite: yes(Deed::Invite),
        invite_first: may_found(Some(seats), is_administrated(members)).is_ok(),
        administrate: yes(Deed::Administrate),
    }
}

/// What the owner may.
fn all(members: &Members) -> Can {
    Can {
        see: true,
        invite: is_administrated(members),
        invite_first: !is_administrated(members),
        administrate: true,
    }
}

/// Whether he may found a team.
///
/// # Errors
///
/// [`Refusal`]
pub fn found(by: By<'_>) -> Result<(), NotDone> {
    match by {
        By::Person(_, seats) => Ok(may_found(Some(seats), false)?),
        By::Owner => Ok(()),
    }
}

/// Whether he may name a team, withdraw an invitation into it, or revoke a token.
///
/// # Errors
///
/// [`Refusal`]
pub fn administrate(by: By<'_>, team: &TeamId) -> Result<(), NotDone> {
    match by {
        By::Person(_, seats) => Ok(may(Some(seats), Deed::Administrate, &of(team))?),
        By::Owner => Ok(()),
    }
}

/// Whether he may invite into a team with these members.
///
/// # Errors
///
/// [`NotDone::FirstAdministrator`], or what the policy says.
pub fn invite(by: By<'_>, team: &TeamId, members: &Members, role: Role) -> Result<(), NotDone> {
    let can = can(by, team, members);
    if can.invite && is_administrated(members) {
        return Ok(());
    }
    if can.invite || can.invite_first {
        return match role {
            Role::Administrator => Ok(()),
            Role::Reader | Role::Contributor | Role::Editor => Err(NotDone::FirstAdministrator),
        };
    }
    Err(refused(by, team, Deed::Invite).into())
}

/// Whether he may make a member of a team something else there, or take him out (`None`).
///
/// # Errors
///
/// [`NotDone`] says why not.
pub fn seat(
    by: By<'_>,
    team: &TeamId,
    members: &Members,
    person: PersonId,
    to: Option<Role>,
) -> Result<(), NotDone> {
    let own = matches!(by, By::Person(who, _) if who == person && members.contains_key(&who));
    match (by, to) {
        // Whoever is in a team may leave it.
        (By::Owner, _) => {}
        (By::Person(..), None) if own => {}
        (By::Person(_, seats), None) => may(Some(seats), Deed::Administrate, &of(team))?,
        (By::Person(_, seats), Some(_)) => {
            if may(Some(seats), Deed::Invite, &of(team)).is_err() {
                return Err(refused(by, team, Deed::Invite).into());
            }
        }
    }
    let from = *members.get(&person).ok_or(NotDone::NoMember)?;
    if own && to > Some(from) {
        return Err(NotDone::Oneself);
    }
    stays_administrated(team, members, person, to)
}

/// Whether a team still has an administrator when one member becomes something else there. One that
/// nobody is in any more needs none, unless it is the office.
///
/// # Errors
///
/// [`NotDone::LastAdministrator`]
pub fn stays_administrated(
    team: &TeamId,
    members: &Members,
    person: PersonId,
    to: Option<Role>,
) -> Result<(), NotDone> {
    let was = members.get(&person) == Some(&Role::Administrator);
    if !was || to == Some(Role::Administrator) {
        return Ok(());
    }
    let mut others = members.iter().filter(|(one, _)| **one != person).peekable();
    let alone = others.peek().is_none() && to.is_none() && !team.is_office();
    if alone || others.any(|(_, role)| *role == Role::Administrator) {
        Ok(())
    } else {
        Err(NotDone::LastAdministrator(team.clone()))
    }
}

/// The name of a team, as it is kept.
///
/// # Errors
///
/// [`NotDone::BadName`]
pub fn name(text: &str) -> Result<String, NotDone> {
    crate::email::name(text).map_err(|_bad| NotDone::BadName)
}

fn of(team: &TeamId) -> Audience {
    Audience::Teams(vec![team.as_str().to_owned()])
}

/// Whether anybody administrates it.
pub fn is_administrated(members: &Members) -> bool {
    members.values().any(|role| *role == Role::Administrator)
}

/// What the policy says to somebody who may not. Who administrates the office knows that there is a
/// team, so that he is told what he lacks.
fn refused(by: By<'_>, team: &TeamId, deed: Deed) -> Refusal {
    let By::Person(_, seats) = by else {
        return Refusal::Hidden;
    };
    let needs = Role::Administrator;
    match may(Some(seats), deed, &of(team)) {
        Err(Refusal::Hidden) if may(Some(seats), Deed::Administrate, &of(team)).is_ok() => {
            Refusal::Role { needs }
        }
        Err(refusal) => refusal,
        Ok(()) => Refusal::Role { needs },
    }
}

#[cfg(test)]
mod tests;
