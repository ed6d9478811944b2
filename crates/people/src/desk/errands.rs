//! Going to an issuer, and coming back.

use jiff::Timestamp;
use rand_core::CryptoRng;

use super::join::invited;
use super::{Desk, DeskError, Visit};
use crate::cabinet::{Change, Drawer};
use crate::errand::{Errand, ErrandKey, Kept};
use crate::keep::{self, Attempt, KeepError, Seen};
use crate::session::SessionKey;
use crate::throttle::{self, Door};
use crate::{InvitationKey, email, person};

/// Somebody who came back.
#[derive(Debug, Clone)]
pub struct Returned {
    /// What he went for.
    pub errand: Errand,
    /// When he left.
    pub begun: Timestamp,
}

impl Desk {
    /// Sends somebody to an issuer to sign in by it, and on to `next`.
    ///
    /// # Errors
    ///
    /// [`DeskError::Wait`]
    pub fn goes_to_sign_in(
        &self,
        next: &str,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<ErrandKey, DeskError> {
        let next = next.to_owned();
        self.goes(&Errand::SignIn { next }, visit, chance)
    }

    /// Sends somebody who is invited to an issuer, to join with the account he has there.
    ///
    /// # Errors
    ///
    /// What is wrong with what he gave, [`DeskError::NoInvitation`], [`DeskError::Taken`],
    /// [`DeskError::Wait`].
    pub fn goes_to_join(
        &self,
        key: &InvitationKey,
        (name, email): (&str, &str),
        language: &str,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<ErrandKey, DeskError> {
        let name = email::name(name)?;
        let language = person::language(language)?;
        let (_, invitation) = self.open(key, visit.now)?;
        let first = invitation.email.is_none();
        let address = invited(invitation, Some(email))?;
        let holder = self.holder(&self.account(address.as_str()))?;
        if holder.value.is_some() {
            return Err(DeskError::Taken);
        }
        let errand = Errand::Join {
            invitation: key.place(),
            name,
            email: first.then(|| address.as_str().to_owned()),
            language,
        };
        self.goes(&errand, visit, chance)
    }

    /// Sends somebody signed in to an issuer, to link the account he has there.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`], [`DeskError::Wait`]
    pub fn goes_to_add(
        &self,
        key: &SessionKey,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<ErrandKey, DeskError> {
        self.fresh(key, visit)?;
        let session = key.place();
        self.goes(&Errand::Add { session }, visit, chance)
    }

    /// Sends somebody signed in to an issuer, to prove there once more who he is.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotSignedIn`], [`DeskError::Wait`]
    pub fn goes_to_confirm(
        &self,
        key: &SessionKey,
        next: &str,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<ErrandKey, DeskError> {
        self.signed(key, visit)?;
        let (session, next) = (key.place(), next.to_owned());
        self.goes(&Errand::Confirm { session, next }, visit, chance)
    }

    /// Whoever goes is counted until he came in, so that nobody fills the drawer.
    fn goes(
        &self,
        errand: &Errand,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<ErrandKey, DeskError> {
        let counters = throttle::of_errands(&self.keys.names, visit.from);
        match throttle::charge(self.cabinet.as_ref(), &counters, visit.now)? {
            Door::Shut { until } => return Err(DeskError::Wait { until }),
            Door::Open => {}
        }
        let key = ErrandKey::new(chance);
        let kept = Kept {
            errand: errand.clone(),
            begun: visit.now,
        };
        let attempt = || {
            let place = Seen::nothing(Drawer::Errands, key.place());
            let changes = vec![place.becomes(&kept)];
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept::<_, DeskError>(attempt, self.cabinet.as_ref())?;
        Ok(key)
    }

    /// What somebody is about to go to an issuer for.
    ///
    /// # Errors
    ///
    /// [`DeskError::NoErrand`]
    pub fn errand(&self, key: &ErrandKey, now: Timestamp) -> Result<Errand, DeskError> {
        Ok(self.errand_at(key, now)?.1.errand)
    }

    fn errand_at(
        &self,
        key: &ErrandKey,
        now: Timestamp,
    ) -> Result<(Seen<Kept>, Kept), DeskError> {
        let place = key.place();
        let seen = Seen::<Kept>::read(self.cabinet.as_ref(), Drawer::Errands, place)?;
        let kept = seen.value.clone().filter(|kept| kept.holds(now));
        Ok((seen, kept.ok_or(DeskError::NoErrand)?))
    }

    /// Somebody is back, with the state he left with; once.
    ///
    /// # Errors
    ///
    /// [`DeskError::NoErrand`]
    pub fn came_back(
        &self,
        key: &ErrandKey,
        state: &str,
        now: Timestamp,
    ) -> Result<Returned, DeskError> {
        if !key.is_state(state) {
            return Err(DeskError::NoErrand);
        }
        let attempt = || {
            let (seen, Kept { errand, begun }) = self.errand_at(key, now)?;
            let changes = vec![seen.removed()];
            let then = Returned { errand, begun };
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// The changes by which somebody who came in is counted no more.
    pub(super) fn errand_done(&self, visit: &Visit<'_>) -> Result<Vec<Change>, KeepError> {
        let counters = throttle::of_errands(&self.keys.names, visit.from);
        throttle::give_back(self.cabinet.as_ref(), &counters)
    }
}
