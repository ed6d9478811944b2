//! Links by which somebody who forgot his password chooses a new one.
//!
//! There is no way back without another person: whoever runs the instance makes the link, having made
//! sure of whom he gives it to as when he was invited (ASVS 5.0, 6.4.3 and 6.4.4). It holds for a day
//! and once, and who has an authenticator app still needs it, unless it is lost and the link says so.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::PersonId;
use crate::chance::Secret;

/// How long a link holds.
const HOLDS: SignedDuration = SignedDuration::from_hours(24);
/// The keys of all begin so.
pub(crate) const PLACE: &str = "reset/";

/// What the link says. Never printed but in the link.
#[derive(Clone)]
pub struct ResetKey(Secret);

/// That is no key of such a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that is no link for a new password; copy it whole")]
pub struct BadResetKey;

impl ResetKey {
    pub(crate) fn new(chance: &mut dyn CryptoRng) -> ResetKey {
        ResetKey(Secret::new(chance))
    }

    /// What to put into the link.
    pub fn reveal(&self) -> String {
        self.0.reveal()
    }

    /// Under which key it is kept.
    pub(crate) fn place(&self) -> String {
        format!("{PLACE}{}", self.0.kept().hex())
    }
}

impl FromStr for ResetKey {
    type Err = BadResetKey;

    fn from_str(text: &str) -> Result<ResetKey, BadResetKey> {
        Secret::read(text.trim()).map(ResetKey).ok_or(BadResetKey)
    }
}

impl fmt::Debug for ResetKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResetKey(…)")
    }
}

/// What is kept of a link.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Reset {
    pub(crate) person: PersonId,
    pub(crate) made: Timestamp,
    /// Whether the authenticator app is lost too.
    pub(crate) app_lost: bool,
}

impl Reset {
    pub(crate) fn holds(&self, now: Timestamp) -> bool {
        now.duration_since(self.made).abs() < HOLDS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    #[test]
    fn a_link_is_read_back_never_printed_and_holds_for_a_day() {
        let key = ResetKey::new(&mut Fixed::of(1));
        let read: ResetKey = key.reveal().parse().unwrap();
        assert_eq!(read.place(), key.place());
        assert_eq!(format!("{key:?}"), "ResetKey(…)");
        assert!("".parse::<ResetKey>().is_err());
        let made: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
        let person = crate::ids::new_person(made, &mut Fixed::of(2));
        let reset = Reset {
            person,
            made,
            app_lost: false,
        };
        let second = SignedDuration::from_secs(1);
        assert!(reset.holds(made + HOLDS - second) && !reset.holds(made + HOLDS));
    }
}
