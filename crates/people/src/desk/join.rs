//! Joining.
//!
//! Cabinet and ledger cannot be written in one commit. So an invitation that was accepted stays, with
//! who accepted it, until the caller says that the ledger has the person and his seat
//! ([`Desk::settle`]); after a crash between the two, [`Desk::unsettled`] says what is still to be
//! recorded.

use jiff::Timestamp;
use ledger::body;
use rand_core::CryptoRng;
use uuid::Uuid;

use super::{Desk, DeskError, DeviceCookie, Visit};
use crate::cabinet::Change;
use crate::credential::Credentials;
use crate::email::{self, Email};
use crate::invitation::{Invitation, InvitationKey, State};
use crate::keep::{self, Attempt, Seen};
use crate::password::{self, Password};
use crate::person::{self, Person, Record};
use crate::session::SessionKey;
use crate::trail::{Mark, What};
use crate::{PersonId, Role, TeamId};

/// Somebody who was not here before.
#[derive(Debug)]
pub struct Joining<'a> {
    /// What he is called.
    pub name: &'a str,
    /// His address, for the very first one; everybody else has the one he was invited under.
    pub email: Option<&'a str>,
    /// The password he chose.
    pub password: &'a Password,
    /// The language he reads pages in.
    pub language: &'a str,
}

/// An invitation that was accepted, for the ledger.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// Which.
    pub invitation: Uuid,
    /// Who.
    pub person: Person,
    /// Into which team.
    pub team: TeamId,
    /// In which role.
    pub role: Role,
    /// Who invited him.
    pub by: Option<PersonId>,
}

impl Accepted {
    pub(super) fn of(invitation: &Invitation, person: &Person) -> Accepted {
        Accepted {
            invitation: invitation.id,
            person: person.clone(),
            team: invitation.team.clone(),
            role: invitation.role,
            by: invitation.by,
        }
    }

    /// What the ledger is to hold of it: the person, and his seat.
    pub fn bodies(&self) -> (body::Person, body::Seat) {
        let seat = body::Seat {
            person: self.person.id,
            team: self.team.as_str().to_owned(),
            role: Some(self.role),
        };
        (self.person.body(), seat)
    }
}

impl Desk {
    /// Accepts an invitation as somebody who was not here before. He signs in afterwards, and the
    /// device at which he joined is known to his account.
    ///
    /// # Errors
    ///
    /// [`DeskError::NoInvitation`], [`DeskError::Taken`], [`DeskError::Weak`] and what else is wrong
    /// with what he gave.
    pub fn join(
        &self,
        key: &InvitationKey,
        joining: &Joining<'_>,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<(Accepted, DeviceCookie), DeskError> {
        let name = email::name(joining.name)?;
        let language = person::language(joining.language)?;
        let (_, invitation) = self.open(key, visit.now)?;
        let email = invited(invitation, joining.email)?;
        password::accept(joining.password, &name, email.as_str())?;
        let mut known = Credentials::default();
        known.set_password(self.verifier.keep(joining.password, chance), visit.now);
        let person = Person::new(name, email, language, visit.now, chance);
        let accepted = self.joined(&key.place(), &person, &known, visit, || Ok(Vec::new()))?;
        let account = self.account(accepted.person.email().as_str());
        Ok((accepted, self.made_known(None, &account, visit.now, chance)))
    }

    /// Keeps somebody new, with what else becomes of it, in one commit.
    pub(super) fn joined(
        &self,
        place: &str,
        person: &Person,
        known: &Credentials,
        visit: &Visit<'_>,
        besides: impl Fn() -> Result<Vec<Change>, DeskError>,
    ) -> Result<Accepted, DeskError> {
        let attempt = || {
            let (seen, invitation) = self.open_at(place, visit.now)?;
            let holder = self.holder(&self.account(person.email().as_str()))?;
            if holder.value.is_some() {
                return Err(DeskError::Taken);
            }
            let record = self.record(person.id)?;
            let founded = self.founded()?;
            let (accepted, changed) = accepted(&seen, &invitation, person, visit.now);
            let mut changes = besides()?;
            changes.extend([
                changed,
                holder.becomes(&person.id),
                record.becomes(&Record::Person(person.clone())),
                self.credentials(person.id)?.becomes(known),
            ]);
            changes.push(self.marked(&joined_mark(&accepted, visit))?);
            changes.push(match founded.value {
                Some(_) => founded.same(),
                None => founded.becomes(&person.id),
            });
            Ok(Attempt {
                changes,
                then: accepted,
            })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Accepts an invitation as somebody who is signed in under the address it is for.
    ///
    /// # Errors
    ///
    /// [`DeskError::NoInvitation`], [`DeskError::NotForYou`], [`DeskError::NotSignedIn`]
    pub fn accept(
        &self,
        key: &InvitationKey,
        session: &SessionKey,
        visit: &Visit<'_>,
    ) -> Result<Accepted, DeskError> {
        let attempt = || {
            self.signed(session, visit)?;
            let record = self.record(session.person())?;
            let person = record.value.clone().and_then(Record::person);
            let person = person.ok_or(DeskError::NotSignedIn)?;
            let (seen, invitation) = self.open(key, visit.now)?;
            // Nor does anybody let himself in who took the address of whom he invited.
            let other = invitation.email.as_ref() != Some(person.email());
            if other || invitation.by == Some(person.id) {
                return Err(DeskError::NotForYou);
            }
            let (then, changed) = accepted(&seen, &invitation, &person, visit.now);
            let mark = self.marked(&joined_mark(&then, visit))?;
            let changes = vec![changed, record.same(), mark];
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }
}

/// The address of somebody who joins: the one that was invited; the very first one gives his own.
pub(super) fn invited(
    invitation: Invitation,
    given: Option<&str>,
) -> Result<Email, crate::BadEmail> {
    match invitation.email {
        Some(email) => Ok(email),
        None => Email::new(given.unwrap_or_default()),
    }
}

/// The mark of somebody who joined a team.
fn joined_mark(accepted: &Accepted, visit: &Visit<'_>) -> Mark {
    let mark = Mark::of(What::Joined, visit.now).by(Some(accepted.person.id));
    let mark = mark.in_team(&accepted.team, Some(accepted.role));
    mark.from(visit.from)
}

/// What comes of accepting an invitation, and the change that says so.
fn accepted(
    seen: &Seen<Invitation>,
    invitation: &Invitation,
    person: &Person,
    now: Timestamp,
) -> (Accepted, Change) {
    let after = Invitation {
        state: State::Accepted {
            person: person.id,
            at: now,
        },
        ..invitation.clone()
    };
    (Accepted::of(invitation, person), seen.becomes(&after))
}
