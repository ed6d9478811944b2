//! One counter.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How long a counter waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Patience {
    /// So many failures cost nothing.
    free: u32,
    /// The wait after one more; it doubles with each.
    first: SignedDuration,
    /// Whether one success makes all failures forgotten.
    trusts: bool,
}

/// No wait is longer.
pub(crate) const LONGEST: SignedDuration = SignedDuration::from_mins(15);
/// After this long without a failure, all are forgotten.
const FORGETS: SignedDuration = SignedDuration::from_hours(24);

impl Patience {
    /// With a device that has signed in before, or a session.
    pub(crate) const DEVICE: Patience = Patience {
        free: 5,
        first: SignedDuration::from_secs(30),
        trusts: true,
    };
    /// With all who are unknown, at one account.
    pub(crate) const STRANGERS: Patience = Patience {
        free: 10,
        first: SignedDuration::from_secs(30),
        trusts: false,
    };
    /// With all who come from one network: a ministry's may be one.
    pub(crate) const NETWORK: Patience = Patience {
        free: 30,
        first: SignedDuration::from_secs(10),
        trusts: false,
    };

    /// With all of one network who went to an issuer and did not come in by it: that guesses nothing, but
    /// each keeps a sheet for ten minutes and asks the issuer something.
    pub(crate) const ERRANDS: Patience = Patience {
        free: 300,
        first: SignedDuration::from_secs(10),
        trusts: false,
    };

    fn wait(&self, failed: u32) -> Option<SignedDuration> {
        let over = failed.checked_sub(self.free)?;
        // Beyond twenty doublings every wait is the longest.
        let wait = self.first * 2_i32.pow(over.min(20));
        Some(wait.min(LONGEST))
    }
}

/// Attempts that failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Count {
    failed: u32,
    last: Option<Timestamp>,
}

impl Count {
    /// Until when nobody may try, if so.
    pub(crate) fn shut_until(&self, patience: &Patience, now: Timestamp) -> Option<Timestamp> {
        let last = self.last?;
        if self.is_forgotten(now) {
            return None;
        }
        let wait = patience.wait(self.failed)?;
        // The last failure lies in the future only where a clock was put back.
        let until = last.min(now).checked_add(wait).ok()?;
        (until > now).then_some(until)
    }

    /// With one more.
    pub(crate) fn charged(&self, patience: &Patience, now: Timestamp) -> Count {
        let before = if self.is_forgotten(now) {
            0
        } else {
            self.failed
        };
        Count {
            // No higher than makes a difference, so that what is given back shortens the wait.
            failed: (before + 1).min(patience.free + 20),
            last: Some(now),
        }
    }

    /// With one less; nothing if none is left.
    pub(crate) fn given_back(&self, patience: &Patience) -> Option<Count> {
        let failed = self.failed.saturating_sub(1);
        let last = self.last;
        (failed > 0 && !patience.trusts).then_some(Count { failed, last })
    }

    pub(crate) fn is_forgotten(&self, now: Timestamp) -> bool {
        self.last
            .is_none_or(|last| now.duration_since(last.min(now)) >= FORGETS)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn waits_double_up_to_a_quarter_of_an_hour() {
        let waits: Vec<Option<i64>> = (0..14)
            .map(|failed| Patience::DEVICE.wait(failed).map(|wait| wait.as_secs()))
            .collect();
        let some = |seconds| Some(seconds);
        let mut expected = vec![None; 5];
        expected.extend([30, 60, 120, 240, 480, 900, 900, 900, 900].map(some));
        assert_eq!(waits, expected);
        for patience in [Patience::DEVICE, Patience::STRANGERS, Patience::NETWORK] {
            assert_eq!(patience.wait(u32::MAX), Some(LONGEST));
        }
    }

    #[test]
    fn a_day_without_failure_forgets_all() {
        let patience = Patience::STRANGERS;
        let count = (0..30).fold(Count::default(), |count, _| count.charged(&patience, at(0)));
        assert!(count.shut_until(&patience, at(1)).is_some());
        let day = 24 * 3600;
        assert!(!count.is_forgotten(at(day - 1)) && count.is_forgotten(at(day)));
        assert_eq!(count.charged(&patience, at(day)).failed, 1);
    }

    proptest! {
        #[test]
        fn nobody_waits_longer_than_a_quarter_of_an_hour(
            times in prop::collection::vec(0..10_000_000i64, 0..60),
            now in 0..10_000_000i64,
        ) {
            let mut count = Count::default();
            for time in times {
                count = count.charged(&Patience::STRANGERS, at(time));
            }
            let until = count.shut_until(&Patience::STRANGERS, at(now));
            prop_assert!(until.is_none_or(|until| until <= at(now) + LONGEST));
        }

        /// However many try, and whenever: what gets through is bounded.
        #[test]
        fn guessing_is_slow(pauses in prop::collection::vec(0..400i64, 1..500)) {
            let patience = Patience::STRANGERS;
            let (mut count, mut now, mut tried) = (Count::default(), 0, 0);
            for pause in pauses {
                now += pause;
                if count.shut_until(&patience, at(now)).is_none() {
                    count = count.charged(&patience, at(now));
                    tried += 1;
                }
            }
            // Ten free ones, six while the wait grows, then four an hour.
            prop_assert!(tried <= 10 + 6 + now / 900 + 1, "{tried} in {now} s");
        }
    }
}
