//! How a sign-in begins, with an attempt that is counted, and how it ends, with a session.

use jiff::Timestamp;
use rand_core::CryptoRng;

use super::{Desk, DeskError, SignIn, Visit};
use crate::PersonId;
use crate::cabinet::{Change, Drawer};
use crate::credential::Credentials;
use crate::keep::Seen;
use crate::session::{self, Session, SessionKey, Stage};
use crate::throttle::{self, Counter, Device, Door};

/// The cookie by which a device is known from now on. Never printed.
#[derive(Clone)]
pub struct DeviceCookie(String);

impl DeviceCookie {
    /// What to put into the cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for DeviceCookie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DeviceCookie(…)")
    }
}

/// An attempt that was charged.
pub(super) struct Charged {
    pub(super) account: String,
    pub(super) device: Option<Device>,
    pub(super) counters: Vec<Counter>,
}

/// Somebody who gave the right password.
pub(super) struct Entering<'a> {
    pub(super) person: PersonId,
    pub(super) credentials: &'a Seen<Credentials>,
    /// What is to become of them.
    pub(super) known: &'a Credentials,
    pub(super) charged: &'a Charged,
    /// Whether he proved it by more than a password.
    pub(super) sure: bool,
}

impl Desk {
    /// Charges an attempt, or says how long to wait.
    pub(super) fn charge(
        &self,
        account: String,
        visit: &Visit<'_>,
    ) -> Result<Result<Charged, SignIn>, DeskError> {
        let device = visit
            .device
            .and_then(|cookie| Device::known(cookie, &self.keys.devices, &account, visit.now));
        let counters = match &device {
            Some(device) => throttle::of_device(&account, device),
            None => throttle::of_stranger(&self.keys.names, &account, visit.from),
        };
        match throttle::charge(self.cabinet.as_ref(), &counters, visit.now)? {
            Door::Shut { until } => Ok(Err(SignIn::Wait { until })),
            Door::Open => Ok(Ok(Charged {
                account,
                device,
                counters,
            })),
        }
    }

    /// The cookie by which a device is known to an account from now on: the one that was known, or a
    /// new one.
    pub(super) fn made_known(
        &self,
        device: Option<Device>,
        account: &str,
        now: Timestamp,
        chance: &mut dyn CryptoRng,
    ) -> DeviceCookie {
        let device = device.unwrap_or_else(|| Device::new(chance));
        DeviceCookie(device.cookie(&self.keys.devices, account, now))
    }

    /// The changes that begin a session: it rests on the credentials as they were seen.
    pub(super) fn begun(
        &self,
        entering: &Entering<'_>,
        key: &SessionKey,
        stage: Stage,
        visit: &Visit<'_>,
    ) -> Result<Vec<Change>, DeskError> {
        let epoch = entering.known.epoch;
        let mut session = Session::new(stage, epoch, visit.agent, visit.now);
        session.sure = entering.sure;
        let mut changes = self.room_for(entering.person, epoch, stage, visit)?;
        let as_before = entering.credentials.value.as_ref() == Some(entering.known);
        changes.push(match as_before {
            true => entering.credentials.same(),
            false => entering.credentials.becomes(entering.known),
        });
        changes.push(Seen::nothing(Drawer::Sessions, key.place()).becomes(&session));
        match stage {
            Stage::Halfway => {}
            Stage::Full => changes.push(self.marked_signed_in(entering.person, visit)?),
        }
        Ok(changes)
    }

    /// The changes that clear away a person's sessions that are over, and of those that got as far as
    /// this one the one unused for longest where there are too many.
    pub(super) fn room_for(
        &self,
        person: PersonId,
        epoch: u64,
        stage: Stage,
        visit: &Visit<'_>,
    ) -> Result<Vec<Change>, DeskError> {
        let prefix = session::prefix(person);
        let all = Seen::<Session>::list(self.cabinet.as_ref(), Drawer::Sessions, &prefix)?;
        let (over, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|seen| {
            let session = seen.value.as_ref();
            session.is_none_or(|session| session.is_over(epoch, visit.now))
        });
        let of_stage = |seen: &&Seen<Session>| {
            let session = seen.value.as_ref();
            session.is_some_and(|session| session.stage == stage)
        };
        let mut rest: Vec<_> = rest.iter().filter(of_stage).collect();
        rest.sort_by_key(|seen| seen.value.as_ref().map(|session| session.seen));
        let too_many = (rest.len() + 1).saturating_sub(session::MOST);
        let oldest = rest.into_iter().take(too_many);
        Ok(over.iter().chain(oldest).map(Seen::removed).collect())
    }
}
