//! The authenticator app about to be added, and recovery codes made anew.

use rand_core::CryptoRng;

use super::{Adding, Desk, DeskError, Visit};
use crate::keep::{self, Attempt};
use crate::person::Record;
use crate::session::SessionKey;
use crate::totp::{self, RecoveryCode};

impl Desk {
    /// The app about to be added, shown once more: a page is opened again, a first code was wrong.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`]; [`DeskError::Gone`] if none is about to be added.
    pub fn adding(
        &self,
        key: &SessionKey,
        issuer: &str,
        visit: &Visit<'_>,
    ) -> Result<Adding, DeskError> {
        let held = self.fresh(key, visit)?;
        let record = self.record(key.person())?.value;
        let person = record.and_then(Record::person);
        let person = person.ok_or(DeskError::NotSignedIn)?;
        let seed = held.session.adding.as_ref().ok_or(DeskError::Gone)?;
        Ok(Adding::of(seed, issuer, person.email()))
    }

    /// Makes new recovery codes, which are shown this once; those before hold no more.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`]; [`DeskError::Gone`] if there is no app that they would stand in for.
    pub fn new_codes(
        &self,
        key: &SessionKey,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<(SessionKey, Vec<RecoveryCode>), DeskError> {
        let attempt = || {
            let held = self.fresh(key, visit)?;
            let mut known = held.known.clone();
            if !known.has_second() {
                return Err(DeskError::Gone);
            }
            let (codes, kept) = totp::recovery_codes(chance);
            known.set_codes(kept, visit.now);
            let (new, changes) = self.renewed(key, &held, &known, visit, chance)?;
            let then = (new, codes);
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }
}
