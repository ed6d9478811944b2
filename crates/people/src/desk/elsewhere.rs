//! What comes of an issuer vouching for somebody.

use jiff::{SignedDuration, Timestamp};
use rand_core::CryptoRng;

use super::join::invited;
use super::{Accepted, Desk, DeskError, SignIn, Visit, Welcome};
use crate::PersonId;
use crate::cabinet::{Change, Drawer};
use crate::credential::{Credential, Credentials};
use crate::elsewhere::{Elsewhere, Vouched};
use crate::errand::Errand;
use crate::keep::{self, Attempt, KeepError, Seen};
use crate::person::{Person, Record};
use crate::session::{FRESH, Session, SessionKey, Stage};
use crate::throttle::Device;

/// How far an issuer's clock may be behind.
const LEEWAY: SignedDuration = SignedDuration::from_mins(1);

impl Credentials {
    /// The account at this issuer.
    fn at(&self, issuer: &str) -> Option<&Elsewhere> {
        self.elsewhere().find(|linked| linked.issuer == issuer)
    }

    fn elsewhere(&self) -> impl Iterator<Item = &Elsewhere> {
        self.all.iter().filter_map(|credential| match credential {
            Credential::Issuer { elsewhere, .. } => Some(elsewhere),
            Credential::Password { .. }
            | Credential::Totp { .. }
            | Credential::Recovery { .. }
            | Credential::Passkey(_) => None,
        })
    }

    fn link(&mut self, elsewhere: &Elsewhere, now: Timestamp) {
        self.all.push(Credential::Issuer {
            elsewhere: elsewhere.clone(),
            added: now,
            last_used: None,
        });
    }

    /// Notes that somebody came in by it; says whether it is there.
    fn used(&mut self, came_by: &Elsewhere, now: Timestamp) -> bool {
        self.all.iter_mut().any(|credential| match credential {
            Credential::Issuer {
                elsewhere,
                last_used,
                ..
            } if elsewhere == came_by => {
                *last_used = Some(now);
                true
            }
            Credential::Issuer { .. }
            | Credential::Password { .. }
            | Credential::Totp { .. }
            | Credential::Recovery { .. }
            | Credential::Passkey(_) => false,
        })
    }

    fn unlink(&mut self, gone: &Elsewhere) {
        self.all.retain(|credential| match credential {
            Credential::Issuer { elsewhere, .. } => elsewhere != gone,
            Credential::Password { .. }
            | Credential::Totp { .. }
            | Credential::Recovery { .. }
            | Credential::Passkey(_) => true,
        });
    }
}

impl Desk {
    /// Who has an account at an issuer. No key says which issuer or account.
    fn linked(&self, elsewhere: &Elsewhere) -> Result<Seen<PersonId>, KeepError> {
        let Elsewhere { issuer, subject } = elsewhere;
        let parts: [&[u8]; 3] = [b"issuer", issuer.as_bytes(), subject.as_bytes()];
        let place = self.keys.names.seal(&parts).hex();
        Seen::read(self.cabinet.as_ref(), Drawer::ByIssuer, place)
    }

    /// The changes after which nobody is found by these.
    pub(super) fn unlinked(
        &self,
        known: Option<&Credentials>,
    ) -> Result<Vec<Change>, KeepError> {
        let all = known.into_iter().flat_map(Credentials::elsewhere);
        all.map(|elsewhere| Ok(self.linked(elsewhere)?.removed()))
            .collect()
    }

    /// Signs in whom an issuer vouches for, if the account there is linked to somebody here. What else an
    /// account here has, an app say, is not asked for: how one signs in there is for the issuer to
    /// see, and for whoever runs the instance to demand of it.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn sign_in_from(
        &self,
        vouched: &Vouched,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SignIn, DeskError> {
        let attempt = || {
            let Some(person) = self.linked(&vouched.elsewhere)?.value else {
                return Ok(Attempt::nothing(SignIn::Refused));
            };
            let credentials = self.credentials(person)?;
            let mut known = credentials.value.clone().unwrap_or_default();
            let record = self.record(person)?.value.and_then(Record::person);
            let (Some(record), true) = (record, known.used(&vouched.elsewhere, visit.now))
            else {
                return Ok(Attempt::nothing(SignIn::Refused));
            };
            let key = SessionKey::new(person, chance);
            let mut session = Session::new(Stage::Full, known.epoch, visit.agent, visit.now);
            session.proved = proved(vouched, visit.now);
            session.sure = true;
            let mut changes = self.room_for(person, known.epoch, Stage::Full, visit)?;
            changes.extend(self.errand_done(visit)?);
            changes.push(credentials.becomes(&known));
            changes.push(Seen::nothing(Drawer::Sessions, key.place()).becomes(&session));
            changes.push(self.marked_signed_in(person, visit)?);
            let account = self.account(record.email().as_str());
            let device = visit.device.and_then(|cookie| {
                Device::known(cookie, &self.keys.devices, &account, visit.now)
            });
            let device = self.made_known(device, &account, visit.now, chance);
            let then = SignIn::Welcome(Welcome {
                person,
                session: key,
                device,
                second: None,
            });
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Accepts an invitation as somebody who was not here before, with the account he has at an issuer
    /// and no password.
    ///
    /// # Errors
    ///
    /// [`DeskError::NoErrand`] if he went for something else, [`DeskError::NoInvitation`],
    /// [`DeskError::Taken`], [`DeskError::Linked`].
    pub fn join_from(
        &self,
        errand: &Errand,
        vouched: &Vouched,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<Accepted, DeskError> {
        let Errand::Join {
            invitation: place,
            name,
            email,
            language,
        } = errand
        else {
            return Err(DeskError::NoErrand);
        };
        let (_, invitation) = self.open_at(place, visit.now)?;
        let email = invited(invitation, email.as_deref())?;
        let person = Person::new(name.clone(), email, language.clone(), visit.now, chance);
        let mut known = Credentials::default();
        known.link(&vouched.elsewhere, visit.now);
        self.joined(place, &person, &known, visit, || {
            let linked = self.linked(&vouched.elsewhere)?;
            if linked.value.is_some() {
                return Err(DeskError::Linked);
            }
            Ok(vec![linked.becomes(&person.id)])
        })
    }

    /// Links the account that somebody signed in has at an issuer. His other sessions are over, as whenever
    /// it changes how he signs in.
    ///
    /// # Errors
    ///
    /// [`DeskError::NoErrand`] if another session went for it, [`DeskError::Linked`],
    /// [`DeskError::NotSignedIn`].
    pub fn link(
        &self,
        key: &SessionKey,
        errand: &Errand,
        vouched: &Vouched,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SessionKey, DeskError> {
        match errand {
            Errand::Add { session } if *session == key.place() => {}
            Errand::Add { .. }
            | Errand::SignIn { .. }
            | Errand::Join { .. }
            | Errand::Confirm { .. } => return Err(DeskError::NoErrand),
        }
        let attempt = || {
            let mut held = self.signed(key, visit)?;
            let linked = self.linked(&vouched.elsewhere)?;
            let mut known = held.known.clone();
            if linked.value.is_some() || known.at(&vouched.elsewhere.issuer).is_some() {
                return Err(DeskError::Linked);
            }
            held.session.sure = true;
            known.link(&vouched.elsewhere, visit.now);
            known.epoch += 1;
            let (then, mut changes) = self.renewed(key, &held, &known, visit, chance)?;
            changes.extend(self.errand_done(visit)?);
            changes.push(linked.becomes(&key.person()));
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Forgets the account at an issuer. His other sessions are over.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`], [`DeskError::Gone`], [`DeskError::LastProof`]
    pub fn unlink(
        &self,
        key: &SessionKey,
        issuer: &str,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SessionKey, DeskError> {
        let attempt = || {
            let held = self.fresh(key, visit)?;
            let mut known = held.known.clone();
            let gone = known.at(issuer).cloned().ok_or(DeskError::Gone)?;
            known.unlink(&gone);
            if !known.lets_in() {
                return Err(DeskError::LastProof);
            }
            known.epoch += 1;
            let (then, mut changes) = self.renewed(key, &held, &known, visit, chance)?;
            changes.push(self.linked(&gone)?.removed());
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Somebody signed in has proved once more who he is, at an issuer: with the account that is linked
    /// to him, and after he left for it.
    ///
    /// # Errors
    ///
    /// [`DeskError::NoErrand`] if another session went for it; [`DeskError::Wrong`] if the account is
    /// another, or the issuer does not say that he proved it just now.
    pub fn confirm_from(
        &self,
        key: &SessionKey,
        returned: &super::Returned,
        vouched: &Vouched,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SessionKey, DeskError> {
        match &returned.errand {
            Errand::Confirm { session, .. } if *session == key.place() => {}
            Errand::Confirm { .. }
            | Errand::Add { .. }
            | Errand::SignIn { .. }
            | Errand::Join { .. } => return Err(DeskError::NoErrand),
        }
        let earliest = returned.begun - LEEWAY;
        if vouched.proved.is_none_or(|proved| proved < earliest) {
            return Err(DeskError::Wrong);
        }
        let attempt = || {
            let mut held = self.signed(key, visit)?;
            let mut known = held.known.clone();
            let his = self.linked(&vouched.elsewhere)?.value == Some(key.person());
            if !his || !known.used(&vouched.elsewhere, visit.now) {
                return Err(DeskError::Wrong);
            }
            held.session = held.session.proved_now(true, visit.now);
            let (then, mut changes) = self.renewed(key, &held, &known, visit, chance)?;
            changes.extend(self.errand_done(visit)?);
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }
}

/// When he proved who he is, as far as is known: without a word of it, too long ago to change how he
/// signs in.
fn proved(vouched: &Vouched, now: Timestamp) -> Timestamp {
    vouched.proved.unwrap_or(now - FRESH).min(now)
}
