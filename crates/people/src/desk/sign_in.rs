//! Signing in.

use rand_core::CryptoRng;

use super::begin::{Charged, DeviceCookie, Entering};
use super::{Desk, DeskError, Visit};
use crate::PersonId;
use crate::cabinet::Drawer;
use crate::credential::{Credentials, Second};
use crate::keep::{self, Attempt, Seen};
use crate::password::{Password, Phc, Verified};
use crate::session::{Session, SessionKey, Stage};
use crate::throttle;

/// How a sign-in ended.
#[derive(Debug)]
pub enum SignIn {
    /// He is signed in.
    Welcome(Welcome),
    /// The password was right, and a code of the authenticator app is needed beside it. He has five
    /// minutes to give it, with this key in his cookie, which lets him do nothing else.
    CodeNeeded(SessionKey),
    /// Something was wrong; what, and whether there is such a person, is not told.
    Refused,
    /// There were too many attempts; nothing was looked at.
    Wait {
        /// When he may try again.
        until: jiff::Timestamp,
    },
}

/// Somebody signed in.
#[derive(Debug)]
pub struct Welcome {
    /// Who.
    pub person: PersonId,
    /// What to put into the cookie of the session, instead of what was there.
    pub session: SessionKey,
    /// What to put into the cookie of the device, for 180 days.
    pub device: DeviceCookie,
    /// By what he proved a second time who he is.
    pub second: Option<Second>,
}

/// The hash that a password was found to be right for, so that it is worked out once.
struct Right {
    phc: Phc,
    stronger: Option<Phc>,
}

impl Desk {
    /// Signs somebody in. `code` is of his authenticator app, or a recovery code; without one, who has
    /// an app is asked for it.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn sign_in(
        &self,
        email: &str,
        password: &Password,
        code: Option<&str>,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SignIn, DeskError> {
        let charged = match self.charge(self.account(email), visit)? {
            Ok(charged) => charged,
            Err(wait) => return Ok(wait),
        };
        let mut right: Option<Right> = None;
        let attempt = || {
            let person = self.holder(&charged.account)?.value;
            // Who is unknown costs as many questions as who is known.
            let credentials = match person {
                Some(person) => self.credentials(person)?,
                None => Seen::read(self.cabinet.as_ref(), Drawer::Credentials, "nobody")?,
            };
            let known = credentials.value.clone().unwrap_or_default();
            let same = |right: &Right| known.password() == Some(&right.phc);
            if !right.as_ref().is_some_and(same) {
                right = self.right(password, known.password(), chance);
            }
            let (Some(person), Some(right)) = (person, &right) else {
                return Ok(Attempt::nothing(SignIn::Refused));
            };
            let mut known = known;
            if let Some(stronger) = &right.stronger {
                known.strengthen(stronger);
            }
            let second = match (known.has_second(), code) {
                (false, _) => None,
                (true, None) => {
                    let entering = Entering {
                        person,
                        credentials: &credentials,
                        known: &known,
                        charged: &charged,
                        sure: false,
                    };
                    return self.halfway(&entering, visit, chance);
                }
                (true, Some(code)) => match known.use_code(code, visit.now) {
                    None => return Ok(Attempt::nothing(SignIn::Refused)),
                    second @ Some(_) => second,
                },
            };
            let entering = Entering {
                person,
                credentials: &credentials,
                known: &known,
                charged: &charged,
                sure: second.is_some(),
            };
            self.welcome(&entering, second, visit, chance)
        };
        let end = keep::until_kept::<_, DeskError>(attempt, self.cabinet.as_ref())?;
        if matches!(end, SignIn::Refused) {
            let person = self.holder(&charged.account)?.value;
            self.mark_failed(person, &charged.counters, visit)?;
        }
        Ok(end)
    }

    /// Signs in somebody whose password was right, by a code.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotSignedIn`] if he took too long, or [`DeskError::Keep`]
    pub fn sign_in_with_code(
        &self,
        key: &SessionKey,
        code: &str,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SignIn, DeskError> {
        let person = key.person();
        self.halfway_of(key, visit)?;
        let record = self.record(person)?.value;
        let record = record.and_then(crate::person::Record::person);
        let account = self.account(record.ok_or(DeskError::NotSignedIn)?.email().as_str());
        let charged = match self.charge(account, visit)? {
            Ok(charged) => charged,
            Err(wait) => return Ok(wait),
        };
        let attempt = || {
            let (halfway, credentials) = self.halfway_of(key, visit)?;
            let mut known = credentials.value.clone().unwrap_or_default();
            let Some(second) = known.use_code(code, visit.now) else {
                return Ok(Attempt::nothing(SignIn::Refused));
            };
            let entering = Entering {
                person,
                credentials: &credentials,
                known: &known,
                charged: &charged,
                sure: true,
            };
            let mut attempt = self.welcome(&entering, Some(second), visit, chance)?;
            attempt.changes.push(halfway.removed());
            Ok(attempt)
        };
        let end = keep::until_kept::<_, DeskError>(attempt, self.cabinet.as_ref())?;
        if matches!(end, SignIn::Refused) {
            self.mark_failed(Some(person), &charged.counters, visit)?;
        }
        Ok(end)
    }

    /// The session of somebody whose password was right, with his credentials.
    fn halfway_of(
        &self,
        key: &SessionKey,
        visit: &Visit<'_>,
    ) -> Result<(Seen<Session>, Seen<Credentials>), DeskError> {
        let credentials = self.credentials(key.person())?;
        let epoch = credentials.value.as_ref().map_or(0, |known| known.epoch);
        let seen = Seen::<Session>::read(self.cabinet.as_ref(), Drawer::Sessions, key.place())?;
        let holds = seen.value.as_ref().is_some_and(|session| {
            session.stage == Stage::Halfway && !session.is_over(epoch, visit.now)
        });
        if holds {
            Ok((seen, credentials))
        } else {
            Err(DeskError::NotSignedIn)
        }
    }

    fn right(
        &self,
        password: &Password,
        kept: Option<&Phc>,
        chance: &mut dyn CryptoRng,
    ) -> Option<Right> {
        match (self.verifier.verify(password, kept), kept) {
            (Verified::Right { weak }, Some(phc)) => Some(Right {
                phc: phc.clone(),
                stronger: weak.then(|| self.verifier.keep(password, chance)),
            }),
            (Verified::Right { .. } | Verified::Wrong, _) => None,
        }
    }

    fn halfway(
        &self,
        entering: &Entering<'_>,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<Attempt<SignIn>, DeskError> {
        // The password alone is no reason to forget failures of a device: the code may be guessed.
        let mut changes = match entering.charged.device {
            Some(_) => Vec::new(),
            None => throttle::give_back(self.cabinet.as_ref(), &entering.charged.counters)?,
        };
        let key = SessionKey::new(entering.person, chance);
        changes.extend(self.begun(entering, &key, Stage::Halfway, visit)?);
        let then = SignIn::CodeNeeded(key);
        Ok(Attempt { changes, then })
    }

    fn welcome(
        &self,
        entering: &Entering<'_>,
        second: Option<Second>,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<Attempt<SignIn>, DeskError> {
        let Attempt { changes, then } = self.entered(entering, second, visit, chance)?;
        let then = SignIn::Welcome(then);
        Ok(Attempt { changes, then })
    }

    /// The changes by which somebody is in, who proved who he is.
    pub(super) fn entered(
        &self,
        entering: &Entering<'_>,
        second: Option<Second>,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<Attempt<Welcome>, DeskError> {
        let Charged {
            account,
            device,
            counters,
        } = entering.charged;
        let mut changes = throttle::give_back(self.cabinet.as_ref(), counters)?;
        let key = SessionKey::new(entering.person, chance);
        changes.extend(self.begun(entering, &key, Stage::Full, visit)?);
        let device = self.made_known(device.clone(), account, visit.now, chance);
        let then = Welcome {
            person: entering.person,
            session: key,
            device,
            second,
        };
        Ok(Attempt { changes, then })
    }
}
