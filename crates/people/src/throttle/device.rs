//! The cookie by which a device that signed in before is known.

use data_encoding::BASE64URL_NOPAD;
use jiff::{SignedDuration, Timestamp};
use rand_core::CryptoRng;

use crate::chance::Secret;

/// How long a device stays known after somebody signed in there.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(180 * 24);

/// A device that signed in to an account before. It lets nobody in; it only keeps him from waiting for
/// strangers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Device {
    name: [u8; 16],
}

impl Device {
    /// A device that was never here.
    pub(crate) fn new(chance: &mut dyn CryptoRng) -> Device {
        let mut name = [0; 16];
        chance.fill_bytes(&mut name);
        Device { name }
    }

    /// What it is counted under.
    pub(crate) fn name(&self) -> String {
        BASE64URL_NOPAD.encode(&self.name)
    }

    /// The cookie by which it is known to `account` from now on.
    pub(crate) fn cookie(&self, key: &Secret, account: &str, now: Timestamp) -> String {
        let since = now.as_second().to_string();
        let seal = self.seal(key, account, &since).text();
        format!("{}.{since}.{seal}", self.name())
    }

    /// The device that a cookie says it is, if the instance made it for this account.
    pub(crate) fn known(
        cookie: &str,
        key: &Secret,
        account: &str,
        now: Timestamp,
    ) -> Option<Device> {
        let [name, since, seal] = cookie.split('.').collect::<Vec<_>>()[..] else {
            return None;
        };
        let name = BASE64URL_NOPAD.decode(name.as_bytes()).ok()?;
        let device = Device {
            name: name.try_into().ok()?,
        };
        if !device.seal(key, account, since).is(seal) {
            return None;
        }
        let since = Timestamp::from_second(since.parse().ok()?).ok()?;
        (now.duration_since(since) < KNOWN_FOR).then_some(device)
    }

    fn seal(&self, key: &Secret, account: &str, since: &str) -> crate::chance::Hash {
        key.seal(&[b"device", &self.name, account.as_bytes(), since.as_bytes()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    #[test]
    fn a_device_is_known_by_the_instance_at_the_account_and_for_a_time() {
        let chance = &mut Fixed::of(1);
        let (key, other) = (Secret::new(chance), Secret::new(chance));
        let device = Device::new(chance);
        let now: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
        let cookie = device.cookie(&key, "a", now);
        assert_eq!(Device::known(&cookie, &key, "a", now), Some(device.clone()));
        assert_eq!(Device::known(&cookie, &key, "b", now), None);
        assert_eq!(Device::known(&cookie, &other, "a", now), None);
        let half_a_year = SignedDuration::from_hours(180 * 24);
        assert_eq!(Device::known(&cookie, &key, "a", now + half_a_year), None);
        let almost = half_a_year - SignedDuration::from_secs(1);
        assert!(Device::known(&cookie, &key, "a", now + almost).is_some());
        for at in 0..cookie.len() {
            let mut forged = cookie.clone().into_bytes();
            forged[at] = if forged[at] == b'0' { b'1' } else { b'0' };
            let forged = String::from_utf8(forged).unwrap();
            assert_eq!(Device::known(&forged, &key, "a", now), None, "{forged}");
        }
        for forged in [
            "",
            "..",
            "a.b.c",
            "a.b",
            &cookie[1..],
            &format!("{cookie}.x"),
        ] {
            assert_eq!(Device::known(forged, &key, "a", now), None, "{forged}");
        }
    }
}
