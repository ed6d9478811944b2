//! Proving once more who one is, and changing how one does.

use rand_core::CryptoRng;

use super::admit::Held;
use super::{Desk, DeskError, Visit};
use crate::cabinet::{Change, Drawer};
use crate::credential::{Credentials, Listed};
use crate::email::Email;
use crate::keep::{self, Attempt, Seen};
use crate::password::{self, Password, Verified};
use crate::person::Record;
use crate::session::{Session, SessionKey};
use crate::throttle::{self, Door};
use crate::totp::{self, RecoveryCode, Seed};
use crate::trail::{Mark, What};

/// By what somebody proves once more who he is.
#[derive(Debug, Clone, Copy)]
pub struct Proof<'a> {
    /// His password.
    pub password: &'a Password,
    /// A code of his authenticator app, if he has one, or a recovery code.
    pub code: Option<&'a str>,
}

/// An authenticator app about to be added. Never printed.
#[derive(Clone)]
pub struct Adding {
    /// As it is typed by hand.
    text: String,
    /// As it is shown as a picture.
    uri: String,
}

impl Adding {
    pub(super) fn of(seed: &Seed, issuer: &str, email: &Email) -> Adding {
        Adding {
            text: seed.text(),
            uri: seed.uri(issuer, email.as_str()),
        }
    }

    /// What to type into the app.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The address to show as a picture.
    pub fn uri(&self) -> &str {
        &self.uri
    }
}

impl std::fmt::Debug for Adding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Adding(…)")
    }
}

impl Desk {
    /// Somebody signed in proves once more who he is. His session goes on under a new key, and for
    /// ten minutes he may change how he signs in.
    ///
    /// # Errors
    ///
    /// [`DeskError::Wrong`], and [`DeskError::Wait`] after some of these.
    pub fn confirm(
        &self,
        key: &SessionKey,
        proof: Proof<'_>,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SessionKey, DeskError> {
        self.proved(key, proof, visit, chance, |_known, _chance| Ok(()))
    }

    /// Takes a new password, with the old one as proof. Every other session of the person is over.
    ///
    /// # Errors
    ///
    /// [`DeskError::Weak`] before anything is looked at, [`DeskError::Wrong`], [`DeskError::Wait`].
    pub fn change_password(
        &self,
        key: &SessionKey,
        proof: Proof<'_>,
        new: &Password,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SessionKey, DeskError> {
        let record = self.record(key.person())?.value;
        let person = record.and_then(Record::person);
        let person = person.ok_or(DeskError::NotSignedIn)?;
        password::accept(new, person.name(), person.email().as_str())?;
        self.proved(key, proof, visit, chance, |known, chance| {
            known.set_password(self.verifier.keep(new, chance), visit.now);
            known.epoch += 1;
            Ok(())
        })
    }

    /// Verifies, does `change` to the credentials, and gives the session a new key, in one commit.
    fn proved(
        &self,
        key: &SessionKey,
        proof: Proof<'_>,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
        change: impl Fn(&mut Credentials, &mut dyn CryptoRng) -> Result<(), DeskError>,
    ) -> Result<SessionKey, DeskError> {
        self.signed(key, visit)?;
        let counters = throttle::of_session(&key.name());
        match throttle::charge(self.cabinet.as_ref(), &counters, visit.now)? {
            Door::Shut { until } => return Err(DeskError::Wait { until }),
            Door::Open => {}
        }
        let attempt = || {
            let mut held = self.signed(key, visit)?;
            let mut known = held.known.clone();
            match self.verifier.verify(proof.password, known.password()) {
                Verified::Wrong => return Err(DeskError::Wrong),
                Verified::Right { .. } => {}
            }
            if known.has_second() {
                let code = proof.code.ok_or(DeskError::Wrong)?;
                known.use_code(code, visit.now).ok_or(DeskError::Wrong)?;
            }
            let more = known.has_second();
            held.session = held.session.proved_now(more, visit.now);
            change(&mut known, chance)?;
            let (new, mut changes) = self.renewed(key, &held, &known, visit, chance)?;
            changes.extend(throttle::give_back(self.cabinet.as_ref(), &counters)?);
            Ok(Attempt { changes, then: new })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// The changes by which credentials become `known` and a session goes on under a new key. Where the
    /// epoch went up, the others end. That somebody could do something does not prove who he is: how
    /// long ago he did stays as it is.
    pub(super) fn renewed(
        &self,
        key: &SessionKey,
        held: &Held,
        known: &Credentials,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<(SessionKey, Vec<Change>), DeskError> {
        let new = SessionKey::new(key.person(), chance);
        let session = Session {
            epoch: known.epoch,
            seen: visit.now,
            ..held.session.clone()
        };
        let mut changes = if known.epoch == held.known.epoch {
            vec![held.seen.removed()]
        } else {
            self.all_ended(key.person())?
        };
        changes.push(held.credentials.becomes(known));
        changes.push(Seen::nothing(Drawer::Sessions, new.place()).becomes(&session));
        let before = &held.known;
        if known.epoch != before.epoch || known.all.len() != before.all.len() {
            let mark = Mark::of(What::ProofsChanged, visit.now).by(Some(key.person()));
            changes.push(self.marked(&mark.from(visit.from))?);
        }
        Ok((new, changes))
    }

    /// What somebody proves by who he is, without what is secret.
    ///
    /// # Errors
    ///
    /// [`DeskError`]
    pub fn credentials_listed(
        &self,
        key: &SessionKey,
        visit: &Visit<'_>,
    ) -> Result<Vec<Listed>, DeskError> {
        Ok(self.signed(key, visit)?.known.listed())
    }

    /// Begins to add an authenticator app. It is added once a code of it was right.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`]
    pub fn add_app(
        &self,
        key: &SessionKey,
        issuer: &str,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<Adding, DeskError> {
        let record = self.record(key.person())?.value;
        let person = record.and_then(Record::person);
        let person = person.ok_or(DeskError::NotSignedIn)?;
        let seed = Seed::new(chance);
        let attempt = || {
            let held = self.fresh(key, visit)?;
            let session = Session {
                adding: Some(seed.clone()),
                ..held.session.clone()
            };
            let changes = vec![held.seen.becomes(&session), held.credentials.same()];
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept::<_, DeskError>(attempt, self.cabinet.as_ref())?;
        Ok(Adding::of(&seed, issuer, person.email()))
    }

    /// Adds the app, for a code of it was right, instead of one he had. Gives the recovery codes, which
    /// are shown this once.
    ///
    /// # Errors
    ///
    /// [`DeskError::Wrong`]; [`DeskError::Gone`] if none was about to be added.
    pub fn app_added(
        &self,
        key: &SessionKey,
        code: &str,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<(SessionKey, Vec<RecoveryCode>), DeskError> {
        let attempt = || {
            let held = self.fresh(key, visit)?;
            let seed = held.session.adding.clone().ok_or(DeskError::Gone)?;
            let step = seed.step_of(code, visit.now, None);
            let step = step.ok_or(DeskError::Wrong)?;
            let (codes, kept) = totp::recovery_codes(chance);
            let mut known = held.known.clone();
            known.set_second(seed, step, kept, visit.now);
            known.epoch += 1;
            let mut held = held;
            held.session.adding = None;
            held.session.sure = true;
            let (new, changes) = self.renewed(key, &held, &known, visit, chance)?;
            let then = (new, codes);
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Removes the authenticator app and the recovery codes.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`]
    pub fn remove_app(
        &self,
        key: &SessionKey,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SessionKey, DeskError> {
        let attempt = || {
            let held = self.fresh(key, visit)?;
            let mut known = held.known.clone();
            known.remove_second();
            known.epoch += 1;
            let (then, changes) = self.renewed(key, &held, &known, visit, chance)?;
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }
}
