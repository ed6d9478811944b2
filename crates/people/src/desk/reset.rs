//! A new password for who forgot his.

use jiff::Timestamp;
use rand_core::CryptoRng;

use super::{Desk, DeskError, DeviceCookie, Visit};
use crate::PersonId;
use crate::cabinet::{Change, Drawer};
use crate::keep::{self, Attempt, KeepError, Seen};
use crate::password::{self, Password};
use crate::person::{Person, Record};
use crate::reset::{self, Reset, ResetKey};
use crate::trail::{Mark, What};

impl Desk {
    /// Makes the link by which somebody chooses a new password; one made before holds no more. With
    /// `app_lost` his authenticator app and recovery codes go when he uses it. It is for the caller to
    /// see who may.
    ///
    /// # Errors
    ///
    /// [`DeskError::Nobody`]
    pub fn make_reset(
        &self,
        person: PersonId,
        app_lost: bool,
        now: Timestamp,
        chance: &mut dyn CryptoRng,
    ) -> Result<ResetKey, DeskError> {
        let key = ResetKey::new(chance);
        let made = Reset {
            person,
            made: now,
            app_lost,
        };
        let attempt = || {
            let record = self.record(person)?;
            let known = record.value.clone().and_then(Record::person);
            known.ok_or(DeskError::Nobody)?;
            let mut changes = self.resets_removed(person)?;
            changes.push(record.same());
            changes.push(Seen::nothing(Drawer::Invitations, key.place()).becomes(&made));
            changes.push(self.marked(&Mark::of(What::ResetMade, now).to(person))?);
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept::<_, DeskError>(attempt, self.cabinet.as_ref())?;
        Ok(key)
    }

    /// The changes that remove every such link of a person.
    pub(super) fn resets_removed(&self, person: PersonId) -> Result<Vec<Change>, KeepError> {
        let his = self.resets_of(person)?;
        Ok(his.iter().map(Seen::removed).collect())
    }

    pub(super) fn resets_of(&self, person: PersonId) -> Result<Vec<Seen<Reset>>, KeepError> {
        let cabinet = self.cabinet.as_ref();
        let mut all = Seen::<Reset>::list(cabinet, Drawer::Invitations, reset::PLACE)?;
        all.retain(|seen| {
            let it = seen.value.as_ref();
            it.is_some_and(|it| it.person == person)
        });
        Ok(all)
    }

    /// Whom a link is for.
    ///
    /// # Errors
    ///
    /// [`DeskError::NoReset`]
    pub fn reset_for(&self, key: &ResetKey, now: Timestamp) -> Result<Person, DeskError> {
        Ok(self.open_reset(key, now)?.2)
    }

    fn open_reset(
        &self,
        key: &ResetKey,
        now: Timestamp,
    ) -> Result<(Seen<Reset>, Reset, Person), DeskError> {
        let place = key.place();
        let seen = Seen::<Reset>::read(self.cabinet.as_ref(), Drawer::Invitations, place)?;
        let reset = seen.value.clone().filter(|reset| reset.holds(now));
        let reset = reset.ok_or(DeskError::NoReset)?;
        let record = self.record(reset.person)?.value;
        let person = record.and_then(Record::person);
        Ok((seen, reset, person.ok_or(DeskError::NoReset)?))
    }

    /// Takes the new password. Every session of the person is over; he signs in afterwards, from a device
    /// that is known to his account from now on, whatever strangers do meanwhile.
    ///
    /// # Errors
    ///
    /// [`DeskError::NoReset`], [`DeskError::Weak`]
    pub fn reset_password(
        &self,
        key: &ResetKey,
        new: &Password,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<DeviceCookie, DeskError> {
        let (_, _, person) = self.open_reset(key, visit.now)?;
        password::accept(new, person.name(), person.email().as_str())?;
        let phc = self.verifier.keep(new, chance);
        let attempt = || {
            let (seen, reset, person) = self.open_reset(key, visit.now)?;
            let credentials = self.credentials(reset.person)?;
            let mut known = credentials.value.clone().unwrap_or_default();
            known.set_password(phc.clone(), visit.now);
            known.epoch += 1;
            if reset.app_lost {
                known.remove_second();
            }
            let mut changes = self.all_ended(reset.person)?;
            changes.push(seen.removed());
            changes.push(credentials.becomes(&known));
            let mark = Mark::of(What::ResetUsed, visit.now).by(Some(reset.person));
            changes.push(self.marked(&mark.from(visit.from))?);
            Ok(Attempt {
                changes,
                then: person,
            })
        };
        let person = keep::until_kept::<_, DeskError>(attempt, self.cabinet.as_ref())?;
        let account = self.account(person.email().as_str());
        Ok(self.made_known(None, &account, visit.now, chance))
    }
}
