//! Links by which somebody joins a team.
//!
//! A link is for one e-mail address, one team and one role, holds for a week, and is used once. The
//! very first one, *setup*, is for whoever starts the instance: it makes him administrator of the
//! office, and holds only while there is nobody.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::chance::Secret;
use crate::{Email, PersonId, Role, TeamId};

/// The keys of all invitations begin so.
pub(crate) const PLACE: &str = "join/";
/// How long a link holds.
pub(crate) const HOLDS: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What the link of an invitation says. Never printed but in the link.
#[derive(Clone)]
pub struct InvitationKey(Secret);

/// That is no key of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that is no link of an invitation; copy it whole")]
pub struct BadInvitationKey;

impl InvitationKey {
    pub(crate) fn new(chance: &mut dyn CryptoRng) -> InvitationKey {
        InvitationKey(Secret::new(chance))
    }

    /// What to put into the link.
    pub fn reveal(&self) -> String {
        self.0.reveal()
    }

    /// Under which key it is kept.
    pub(crate) fn place(&self) -> String {
        format!("{PLACE}{}", self.0.kept().hex())
    }
}

impl FromStr for InvitationKey {
    type Err = BadInvitationKey;

    fn from_str(text: &str) -> Result<InvitationKey, BadInvitationKey> {
        Secret::read(text.trim())
            .map(InvitationKey)
            .ok_or(BadInvitationKey)
    }
}

impl fmt::Debug for InvitationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InvitationKey(…)")
    }
}

/// An invitation, as those may see it who may invite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// What it is called in addresses.
    pub id: Uuid,
    /// To which team.
    pub team: TeamId,
    /// In which role.
    pub role: Role,
    /// Whom; nobody in particular for the first one.
    pub email: Option<Email>,
    /// By whom; nobody for the first one.
    pub by: Option<PersonId>,
    /// When.
    pub made: Timestamp,
    /// What became of it.
    pub state: State,
}

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It waits.
    Open,
    /// It was accepted. The ledger may not know yet: see [`crate::Desk::unsettled`].
    Accepted {
        /// By whom.
        person: PersonId,
        /// When.
        at: Timestamp,
    },
}

impl Invitation {
    /// The very first one.
    pub(crate) fn setup(now: Timestamp, chance: &mut dyn CryptoRng) -> Invitation {
        Invitation {
            id: crate::ids::uuid_v7(now, chance),
            team: TeamId::office(),
            role: Role::Administrator,
            email: None,
            by: None,
            made: now,
            state: State::Open,
        }
    }

    /// Whether it is the very first one.
    pub fn is_setup(&self) -> bool {
        self.by.is_none() && self.email.is_none()
    }

    /// Until when it holds.
    pub fn expires(&self) -> Timestamp {
        self.made.saturating_add(HOLDS).unwrap_or(Timestamp::MAX)
    }

    /// Whether it can still be accepted.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.state == State::Open && now < self.expires()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    #[test]
    fn an_invitation_holds_for_a_week() {
        let made: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
        let mut invitation = Invitation::setup(made, &mut Fixed::of(1));
        assert!(invitation.is_setup() && invitation.is_open(made));
        let second = SignedDuration::from_secs(1);
        assert!(invitation.is_open(made + HOLDS - second));
        assert!(!invitation.is_open(made + HOLDS));
        let person = crate::ids::new_person(made, &mut Fixed::of(2));
        invitation.state = State::Accepted { person, at: made };
        assert!(!invitation.is_open(made));
    }

    #[test]
    fn a_link_is_read_back_and_never_printed() {
        let key = InvitationKey::new(&mut Fixed::of(1));
        let read: InvitationKey = format!(" {}\n", key.reveal()).parse().unwrap();
        assert_eq!(read.place(), key.place());
        assert_eq!(format!("{key:?}"), "InvitationKey(…)");
        assert!("x".parse::<InvitationKey>().is_err());
    }
}
