//! What a passkey signs, so that no signature counts twice or elsewhere.
//!
//! A challenge is a random number, the moment it was made and a code that only the instance can make of
//! both, of what it is for and of whom it was given to. So nothing is kept when one is given out, and
//! strangers who ask for thousands fill no drawer; it is kept that one was answered.

use data_encoding::BASE64URL_NOPAD;
use jiff::{SignedDuration, Timestamp};
use rand_core::CryptoRng;

use super::BadPasskey;
use crate::chance::{Hash, Secret};

/// So long it may be answered.
pub(crate) const HOLDS: SignedDuration = SignedDuration::from_mins(5);

/// What a challenge is for, and for whom: nobody else can answer it, and with nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For<'a> {
    /// Signing in, in the browser with this cookie.
    SignIn(&'a str),
    /// A new passkey of whoever has the session kept here.
    Adding(&'a str),
    /// Proving once more who has the session kept here.
    Confirming(&'a str),
}

impl For<'_> {
    fn parts(&self) -> [&[u8]; 2] {
        match self {
            For::SignIn(browser) => [b"sign-in", browser.as_bytes()],
            For::Adding(session) => [b"adding", session.as_bytes()],
            For::Confirming(session) => [b"confirming", session.as_bytes()],
        }
    }
}

const RANDOM: usize = 16;
const MOMENT: usize = 8;

/// A new one.
pub(crate) fn new(
    key: &Secret,
    what: For<'_>,
    now: Timestamp,
    chance: &mut dyn CryptoRng,
) -> Vec<u8> {
    let mut random = [0; RANDOM];
    chance.fill_bytes(&mut random);
    let moment = now.as_second().to_be_bytes();
    let seal = seal(key, what, &random, &moment);
    [&random[..], &moment, &seal.0].concat()
}

/// Whether this was asked, of the one who answers, not long ago.
pub(crate) fn holds(
    key: &Secret,
    what: For<'_>,
    challenge: &[u8],
    now: Timestamp,
) -> Result<(), BadPasskey> {
    let (random, rest) = challenge
        .split_at_checked(RANDOM)
        .ok_or(BadPasskey::Challenge)?;
    let (moment, code) = rest
        .split_first_chunk::<MOMENT>()
        .ok_or(BadPasskey::Challenge)?;
    let code: [u8; 32] = code.try_into().map_err(|_length| BadPasskey::Challenge)?;
    if seal(key, what, random, moment) != Hash(code) {
        return Err(BadPasskey::Challenge);
    }
    let made = Timestamp::from_second(i64::from_be_bytes(*moment));
    let made = made.map_err(|_no_moment| BadPasskey::Challenge)?;
    // Clocks of two nodes may differ, and one may be put back; neither makes it last longer.
    if now.duration_since(made).abs() < HOLDS {
        Ok(())
    } else {
        Err(BadPasskey::TooLate)
    }
}

/// Under which key it is kept that one was answered.
pub(crate) fn place(challenge: &[u8]) -> String {
    Hash::of(&[challenge]).hex()
}

fn seal(key: &Secret, what: For<'_>, random: &[u8], moment: &[u8]) -> Hash {
    let [purpose, whose] = what.parts();
    key.seal(&[b"passkey challenge", purpose, whose, random, moment])
}

/// As browsers take it.
pub(crate) fn text(challenge: &[u8]) -> String {
    BASE64URL_NOPAD.encode(challenge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    #[test]
    fn a_challenge_is_for_one_purpose_one_browser_and_five_minutes() {
        let chance = &mut Fixed::of(1);
        let (key, other) = (Secret::new(chance), Secret::new(chance));
        let now: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
        let made = new(&key, For::SignIn("a"), now, chance);
        assert_ne!(made, new(&key, For::SignIn("a"), now, chance));
        let at = |minutes| now + SignedDuration::from_mins(minutes);
        assert_eq!(holds(&key, For::SignIn("a"), &made, at(4)), Ok(()));
        for (late, minutes) in [(true, 5), (true, -5), (false, -4)] {
            let held = holds(&key, For::SignIn("a"), &made, at(minutes));
            assert_eq!(held == Err(BadPasskey::TooLate), late, "{minutes}");
        }
        for (key, what) in [
            (&key, For::SignIn("b")),
            (&key, For::SignIn("")),
            (&key, For::Adding("a")),
            (&key, For::Confirming("a")),
            (&other, For::SignIn("a")),
        ] {
            assert_eq!(holds(key, what, &made, now), Err(BadPasskey::Challenge));
        }
        for changed in 0..made.len() {
            let mut forged = made.clone();
            forged[changed] ^= 1;
            assert!(holds(&key, For::SignIn("a"), &forged, now).is_err());
            assert!(holds(&key, For::SignIn("a"), &made[..changed], now).is_err());
        }
        let longer = [&made[..], &[0]].concat();
        assert!(holds(&key, For::SignIn("a"), &longer, now).is_err());
    }
}
