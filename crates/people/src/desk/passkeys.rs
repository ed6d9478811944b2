//! Passkeys: signing in with one, proving with one, and which ones there are.

use jiff::Timestamp;
use rand_core::CryptoRng;
use serde_json::Value;

use super::begin::{Charged, Entering};
use super::{Desk, DeskError, Visit, Welcome};
use crate::cabinet::{Change, Drawer};
use crate::chance::Secret;
use crate::credential::Credentials;
use crate::keep::{self, Attempt, KeepError, Seen};
use crate::passkey::challenge::{self, For};
use crate::passkey::{self, BadPasskey, Holder, NewPasskey, Passkey, PasskeyAnswer};
use crate::person::{Person, Record};
use crate::session::SessionKey;
use crate::throttle::Device;
use crate::{Address, PersonId, email};

/// A question to a browser that is not signed in.
#[derive(Debug)]
pub struct PasskeyAsked {
    /// What it is to be asked.
    pub options: Value,
    /// What to put into a cookie of it: nobody else can answer.
    pub browser: String,
}

/// What came of a signature that is right: something, or the note that there is a copy of the passkey.
type Outcome<T> = Result<T, BadPasskey>;

impl Desk {
    /// Asks for a passkey to sign in with, whosever it is.
    ///
    /// # Errors
    ///
    /// [`BadPasskey::Nowhere`]
    pub fn ask_to_sign_in(
        &self,
        at: &Address,
        now: Timestamp,
        chance: &mut dyn CryptoRng,
    ) -> Result<PasskeyAsked, DeskError> {
        let browser = Secret::new(chance).reveal();
        let challenge = challenge::new(&self.keys.devices, For::SignIn(&browser), now, chance);
        let options = passkey::to_sign(at, &challenge, &[])?;
        Ok(PasskeyAsked { options, browser })
    }

    /// Signs somebody in by his passkey, in the browser with this cookie. Nothing is counted: a signature
    /// is not guessed, so that no attempt makes anybody wait.
    ///
    /// # Errors
    ///
    /// [`DeskError::Passkey`], [`DeskError::Keep`]
    pub fn sign_in_with_passkey(
        &self,
        at: &Address,
        browser: &str,
        answer: &PasskeyAnswer,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<Welcome, DeskError> {
        let attempt = || {
            let spent = self.unspent(For::SignIn(browser), answer.challenge()?, visit.now)?;
            let holder = self.passkey_holder(answer.id().place())?.value;
            let person = holder.ok_or(BadPasskey::Unknown)?;
            // Whose it is says its device too.
            if answer.holder() != Some(&self.handle(person)[..]) {
                return Err(BadPasskey::Unknown.into());
            }
            let credentials = self.credentials(person)?;
            let mut known = credentials.value.clone().ok_or(BadPasskey::Unknown)?;
            if let Err(why) = known.use_passkey(at, answer, visit.now) {
                return noted(why, &credentials, &known);
            }
            let account = self.account(self.known_person(person)?.email().as_str());
            let device = visit.device;
            let device = device.and_then(|cookie| {
                Device::known(cookie, &self.keys.devices, &account, visit.now)
            });
            let charged = Charged {
                account,
                device,
                counters: Vec::new(),
            };
            let entering = Entering {
                person,
                credentials: &credentials,
                known: &known,
                charged: &charged,
                sure: true,
            };
            let Attempt { mut changes, then } = self.entered(&entering, None, visit, chance)?;
            changes.push(spent);
            Ok(Attempt {
                changes,
                then: Ok(then),
            })
        };
        Ok(keep::until_kept::<Outcome<_>, DeskError>(
            attempt,
            self.cabinet.as_ref(),
        )??)
    }

    /// Asks somebody signed in for a passkey of his, to prove once more who he is.
    ///
    /// # Errors
    ///
    /// [`BadPasskey::Unknown`] if he has none here.
    pub fn ask_to_confirm(
        &self,
        key: &SessionKey,
        at: &Address,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<Value, DeskError> {
        let known = self.signed(key, visit)?.known;
        let his = known.passkeys_at(at);
        if his.is_empty() {
            return Err(BadPasskey::Unknown.into());
        }
        let place = key.place();
        let what = For::Confirming(&place);
        let challenge = challenge::new(&self.keys.devices, what, visit.now, chance);
        Ok(passkey::to_sign(at, &challenge, &his)?)
    }

    /// Somebody signed in proves once more who he is, by a passkey of his. His session goes on under a
    /// new key, and for ten minutes he may change how he signs in.
    ///
    /// # Errors
    ///
    /// [`DeskError::Passkey`], [`DeskError::NotSignedIn`]
    pub fn confirm_with_passkey(
        &self,
        key: &SessionKey,
        at: &Address,
        answer: &PasskeyAnswer,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SessionKey, DeskError> {
        let place = key.place();
        let attempt = || {
            let mut held = self.signed(key, visit)?;
            let spent =
                self.unspent(For::Confirming(&place), answer.challenge()?, visit.now)?;
            if answer
                .holder()
                .is_some_and(|said| said != self.handle(key.person()))
            {
                return Err(BadPasskey::Unknown.into());
            }
            let mut known = held.known.clone();
            if let Err(why) = known.use_passkey(at, answer, visit.now) {
                return noted(why, &held.credentials, &known);
            }
            held.session = held.session.proved_now(true, visit.now);
            let (new, mut changes) = self.renewed(key, &held, &known, visit, chance)?;
            changes.push(spent);
            Ok(Attempt {
                changes,
                then: Ok(new),
            })
        };
        Ok(keep::until_kept::<Outcome<_>, DeskError>(
            attempt,
            self.cabinet.as_ref(),
        )??)
    }

    /// Asks for a new passkey of whoever is signed in.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`], [`BadPasskey::Nowhere`], [`BadPasskey::TooMany`]
    pub fn ask_to_add(
        &self,
        key: &SessionKey,
        at: &Address,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<Value, DeskError> {
        let known = self.fresh(key, visit)?.known;
        let person = self.known_person(key.person())?;
        let has = known.passkeys_at(at);
        if has.len() >= passkey::MOST {
            return Err(BadPasskey::TooMany.into());
        }
        let holder = Holder {
            handle: &self.handle(key.person()),
            email: person.email().as_str(),
            name: person.name(),
        };
        let place = key.place();
        let what = For::Adding(&place);
        let challenge = challenge::new(&self.keys.devices, what, visit.now, chance);
        Ok(passkey::to_make(at, &holder, &challenge, &has)?)
    }

    /// Adds a passkey, called as its person likes. His session goes on under a new key.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`], [`DeskError::Name`], [`DeskError::Passkey`]
    pub fn add_passkey(
        &self,
        key: &SessionKey,
        at: &Address,
        (name, new): (&str, &NewPasskey),
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SessionKey, DeskError> {
        let name = email::name(name)?;
        let place = key.place();
        let attempt = || {
            let mut held = self.fresh(key, visit)?;
            let spent = self.unspent(For::Adding(&place), new.challenge()?, visit.now)?;
            let passkey = new.accept(at, name.clone(), visit.now)?;
            let holder = self.passkey_holder(passkey.id.place())?;
            if holder.value.is_some() {
                return Err(BadPasskey::Known.into());
            }
            let mut known = held.known.clone();
            if known.passkeys().count() >= passkey::MOST {
                return Err(BadPasskey::TooMany.into());
            }
            known.add_passkey(passkey);
            held.session.sure = true;
            let (then, mut changes) = self.renewed(key, &held, &known, visit, chance)?;
            changes.push(holder.becomes(&key.person()));
            changes.push(spent);
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Calls a passkey otherwise; `listed` is what it is called in the list.
    ///
    /// # Errors
    ///
    /// [`DeskError::Name`], [`DeskError::Gone`]
    pub fn rename_passkey(
        &self,
        key: &SessionKey,
        (listed, name): (&str, &str),
        visit: &Visit<'_>,
    ) -> Result<(), DeskError> {
        let name = email::name(name)?;
        let attempt = || {
            let held = self.signed(key, visit)?;
            let mut known = held.known.clone();
            let named = known.passkey_listed(listed).ok_or(DeskError::Gone)?;
            named.name.clone_from(&name);
            let changes = vec![held.credentials.becomes(&known), held.seen.same()];
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Removes a passkey. Whoever lost a device may have left it signed in: every other session of the
    /// person is over.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`], [`DeskError::Gone`], [`DeskError::LastProof`]
    pub fn remove_passkey(
        &self,
        key: &SessionKey,
        listed: &str,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<SessionKey, DeskError> {
        let attempt = || {
            let held = self.fresh(key, visit)?;
            let mut known = held.known.clone();
            let removed = known.remove_passkey(listed).ok_or(DeskError::Gone)?;
            if !known.lets_in() {
                return Err(DeskError::LastProof);
            }
            known.epoch += 1;
            let (then, mut changes) = self.renewed(key, &held, &known, visit, chance)?;
            changes.push(self.passkey_holder(removed.id.place())?.removed());
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// The changes by which nobody has these passkeys any more.
    pub(super) fn passkeys_removed(
        &self,
        known: &Credentials,
    ) -> Result<Vec<Change>, KeepError> {
        let all = known.passkeys();
        all.map(|passkey| Ok(self.passkey_holder(passkey.id.place())?.removed()))
            .collect()
    }

    /// By what devices know a person: a code of his id that only this instance can make.
    fn handle(&self, person: PersonId) -> [u8; 32] {
        self.keys
            .names
            .seal(&[b"passkey holder", person.0.as_bytes()])
            .0
    }

    fn known_person(&self, id: PersonId) -> Result<Person, DeskError> {
        let record = self.record(id)?.value;
        record
            .and_then(Record::person)
            .ok_or(DeskError::NotSignedIn)
    }

    fn passkey_holder(&self, place: String) -> Result<Seen<PersonId>, KeepError> {
        Seen::read(self.cabinet.as_ref(), Drawer::Passkeys, place)
    }

    /// The change by which a challenge counts as answered, if it was asked and never answered before.
    fn unspent(
        &self,
        what: For<'_>,
        challenge: Vec<u8>,
        now: Timestamp,
    ) -> Result<Change, DeskError> {
        challenge::holds(&self.keys.devices, what, &challenge, now)?;
        let place = challenge::place(&challenge);
        let seen = Seen::<Timestamp>::read(self.cabinet.as_ref(), Drawer::Challenges, place)?;
        match seen.value {
            Some(_) => Err(BadPasskey::Used.into()),
            None => Ok(seen.becomes(&now)),
        }
    }
}

/// A copy of a passkey is noted with it; whatever else was wrong is not.
fn noted<T>(
    why: BadPasskey,
    credentials: &Seen<Credentials>,
    known: &Credentials,
) -> Result<Attempt<Outcome<T>>, DeskError> {
    let changed = credentials.value.as_ref() != Some(known);
    let changes = if changed {
        vec![credentials.becomes(known)]
    } else {
        Vec::new()
    };
    Ok(Attempt {
        changes,
        then: Err(why),
    })
}

impl Credentials {
    pub(crate) fn passkeys(&self) -> impl Iterator<Item = &Passkey> {
        self.all
            .iter()
            .filter_map(crate::credential::Credential::passkey)
    }

    /// Those for this address.
    fn passkeys_at(&self, at: &Address) -> Vec<&Passkey> {
        let here = |passkey: &&Passkey| Some(passkey.site.as_str()) == at.passkeys_for();
        self.passkeys().filter(here).collect()
    }
}
