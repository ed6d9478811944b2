//! Who a request is from, and ending sessions.

use jiff::Timestamp;
use rand_core::CryptoRng;

use super::{Desk, DeskError, Visit};
use crate::PersonId;
use crate::cabinet::{CabinetError, Change, Drawer};
use crate::credential::Credentials;
use crate::keep::{self, Attempt, KeepError, Seen};
use crate::person::{Person, Record};
use crate::session::{self, Session, SessionKey, Stage};
use crate::trail::{Mark, What};

/// Somebody signed in.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Who.
    pub person: Person,
    /// Since when.
    pub begun: jiff::Timestamp,
    /// Whether he proved who he is in the last ten minutes.
    pub fresh: bool,
    /// Whether he proved it by more than a password when he signed in, or since.
    pub sure: bool,
}

/// The sessions of a person.
pub type Sessions = Vec<session::Listed>;

/// A session that holds, with what it rests on.
pub(super) struct Held {
    pub(super) seen: Seen<Session>,
    pub(super) session: Session,
    pub(super) credentials: Seen<Credentials>,
    pub(super) known: Credentials,
}

impl Desk {
    /// Who a request with this key is from; nobody if the session is over.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn who(
        &self,
        key: &SessionKey,
        visit: &Visit<'_>,
    ) -> Result<Option<Signed>, DeskError> {
        let Some(held) = self.held(key, visit)? else {
            return Ok(None);
        };
        let record = self.record(key.person())?.value;
        let Some(person) = record.and_then(Record::person) else {
            return Ok(None);
        };
        if let Some(noted) = held.session.noted(visit.now) {
            let noted = self.cabinet.commit(&[held.seen.becomes(&noted)]);
            match noted {
                // Another request of the same minute has noted it, it has just been ended, or the store
                // only reads. What is not noted ends the earlier, and nothing else comes of it.
                Ok(())
                | Err(
                    CabinetError::Conflict
                    | CabinetError::Unsure(_)
                    | CabinetError::Trouble { .. },
                ) => {}
            }
        }
        Ok(Some(Signed {
            person,
            begun: held.session.begun,
            fresh: held.session.is_fresh(visit.now),
            sure: held.session.sure,
        }))
    }

    /// The session with this key, if it holds.
    fn held(&self, key: &SessionKey, visit: &Visit<'_>) -> Result<Option<Held>, KeepError> {
        let place = key.place();
        let seen = Seen::<Session>::read(self.cabinet.as_ref(), Drawer::Sessions, place)?;
        let Some(session) = seen.value.clone() else {
            return Ok(None);
        };
        let credentials = self.credentials(key.person())?;
        let Some(known) = credentials.value.clone() else {
            return Ok(None);
        };
        let holds = session.stage == Stage::Full && !session.is_over(known.epoch, visit.now);
        Ok(holds.then_some(Held {
            seen,
            session,
            credentials,
            known,
        }))
    }

    /// The session with this key.
    pub(super) fn signed(
        &self,
        key: &SessionKey,
        visit: &Visit<'_>,
    ) -> Result<Held, DeskError> {
        self.held(key, visit)?.ok_or(DeskError::NotSignedIn)
    }

    /// The session with this key, if its person proved who he is not long ago.
    pub(super) fn fresh(&self, key: &SessionKey, visit: &Visit<'_>) -> Result<Held, DeskError> {
        let held = self.signed(key, visit)?;
        if held.session.is_fresh(visit.now) {
            Ok(held)
        } else {
            Err(DeskError::NotFresh)
        }
    }

    /// The sessions of the person who asks, that asked last first.
    ///
    /// # Errors
    ///
    /// [`DeskError`]
    pub fn sessions(&self, key: &SessionKey, visit: &Visit<'_>) -> Result<Sessions, DeskError> {
        let epoch = self.signed(key, visit)?.known.epoch;
        let mut listed: Sessions = self
            .sessions_of(key.person())?
            .into_iter()
            .filter_map(|seen| {
                let name = session::name_in(seen.key());
                let session = seen.value?;
                let holds = session.stage == Stage::Full && !session.is_over(epoch, visit.now);
                holds.then(|| session::Listed {
                    this: name == key.name(),
                    name,
                    begun: session.begun,
                    seen: session.seen,
                    agent: session.agent,
                })
            })
            .collect();
        listed.sort_by(|a, b| b.seen.cmp(&a.seen).then_with(|| a.name.cmp(&b.name)));
        Ok(listed)
    }

    pub(super) fn sessions_of(
        &self,
        person: PersonId,
    ) -> Result<Vec<Seen<Session>>, KeepError> {
        let prefix = session::prefix(person);
        Seen::list(self.cabinet.as_ref(), Drawer::Sessions, &prefix)
    }

    /// Signs out: the session with this key is over.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn sign_out(&self, key: &SessionKey) -> Result<(), DeskError> {
        let attempt = || {
            let place = key.place();
            let seen = Seen::<Session>::read(self.cabinet.as_ref(), Drawer::Sessions, place)?;
            let changes = seen.value.iter().map(|_| seen.removed()).collect();
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Ends one of one's own sessions, by its name in the list.
    ///
    /// # Errors
    ///
    /// [`DeskError::Gone`] if there is none of that name.
    pub fn end_session(
        &self,
        key: &SessionKey,
        name: &str,
        visit: &Visit<'_>,
    ) -> Result<(), DeskError> {
        let attempt = || {
            self.fresh(key, visit)?;
            let mut all = self.sessions_of(key.person())?.into_iter();
            let named = all.find(|seen| session::name_in(seen.key()) == name);
            let changes = vec![named.ok_or(DeskError::Gone)?.removed()];
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Signs out everywhere else: every other session of the person who asks is over, and his own goes
    /// on under a new key.
    ///
    /// # Errors
    ///
    /// [`DeskError`]
    pub fn end_other_sessions(
        &self,
        key: &SessionKey,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SessionKey, DeskError> {
        let attempt = || {
            let held = self.fresh(key, visit)?;
            let mut known = held.known.clone();
            known.epoch += 1;
            let new = SessionKey::new(key.person(), chance);
            let session = Session {
                epoch: known.epoch,
                ..held.session.clone()
            };
            let mut changes = self.all_ended(key.person())?;
            changes.push(held.credentials.becomes(&known));
            let mark = Mark::of(What::SignedOutEverywhere, visit.now);
            let mark = mark.by(Some(key.person())).from(visit.from);
            changes.push(self.marked(&mark)?);
            changes.push(Seen::nothing(Drawer::Sessions, new.place()).becomes(&session));
            Ok(Attempt { changes, then: new })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Ends every session of somebody, as an administrator may.
    ///
    /// # Errors
    ///
    /// [`DeskError::Nobody`]
    pub fn end_all_sessions(&self, person: PersonId, now: Timestamp) -> Result<(), DeskError> {
        let attempt = || {
            let credentials = self.credentials(person)?;
            let mut known = credentials.value.clone().ok_or(DeskError::Nobody)?;
            known.epoch += 1;
            let mut changes = self.all_ended(person)?;
            changes.push(credentials.becomes(&known));
            let mark = Mark::of(What::SignedOutEverywhere, now).to(person);
            changes.push(self.marked(&mark)?);
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// The changes that remove every session of a person. One that is begun meanwhile is of an earlier
    /// epoch, or sees that the credentials have changed.
    pub(super) fn all_ended(&self, person: PersonId) -> Result<Vec<Change>, KeepError> {
        let all = self.sessions_of(person)?;
        Ok(all.iter().map(Seen::removed).collect())
    }
}
