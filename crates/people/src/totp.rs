//! Codes from an authenticator app (RFC 6238), and recovery codes for when it is lost.

use std::fmt;

use data_encoding::{BASE32_NOPAD, Specification};
use jiff::Timestamp;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use totp_rs::{Builder, Secret as TotpSecret, Totp};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::chance::Hash;

/// How long a code holds, in seconds.
const STEP: u64 = 30;
/// How many recovery codes there are.
const RECOVERY_CODES: usize = 10;

/// What an authenticator app and we both know. Never printed, and wiped when dropped.
///
/// The codes are those every app knows: HMAC-SHA-1, six digits, thirty seconds. SHA-1 is sound for
/// this: what is broken of it is another property (RFC 4226, appendix B.2).
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Seed([u8; 20]);

impl Seed {
    pub(crate) fn new(chance: &mut dyn CryptoRng) -> Seed {
        let mut bytes = [0; 20];
        chance.fill_bytes(&mut bytes);
        Seed(bytes)
    }

    /// As an app takes it by hand: base 32.
    pub(crate) fn text(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }

    /// The address that an app takes as a picture.
    pub(crate) fn uri(&self, issuer: &str, account: &str) -> String {
        let (issuer, account) = (escaped(issuer), escaped(account));
        let secret = self.text();
        format!(
            "otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period={STEP}"
        )
    }

    /// The number of the step that `code` is for: this one, the one before or the one after, if it is
    /// later than `last`, the last that was used. A clock may be half a minute off, and nobody who
    /// looks over a shoulder can use the code again.
    pub(crate) fn step_of(&self, code: &str, now: Timestamp, last: Option<u64>) -> Option<u64> {
        let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let seconds = u64::try_from(now.as_second()).ok()?;
        let totp = self.totp();
        let window = (seconds / STEP).saturating_sub(1)..=seconds / STEP + 1;
        // Every step is looked at, whichever fits.
        let fits = window.filter(|step| {
            let first = step * STEP;
            totp.check(&code, first) == Some(*step)
        });
        fits.filter(|step| last.is_none_or(|last| *step > last))
            .min()
    }

    fn totp(&self) -> Totp {
        Builder::new()
            .with_secret(TotpSecret::new_stack(self.0))
            .with_skew(0)
            .with_step_duration(STEP)
            .build()
            .expect("a secret of 160 bits and six digits are allowed")
    }

    /// The code of a moment.
    #[cfg(test)]
    pub(crate) fn code(&self, now: Timestamp) -> String {
        let seconds = u64::try_from(now.as_second()).unwrap();
        self.totp().generate(seconds).to_string()
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(…)")
    }
}

impl From<Seed> for String {
    fn from(seed: Seed) -> String {
        seed.text()
    }
}

impl TryFrom<String> for Seed {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Seed, &'static str> {
        let bytes = BASE32_NOPAD.decode(text.as_bytes()).ok();
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
        bytes.map(Seed).ok_or("a seed has 32 characters of base 32")
    }
}

/// A text inside an address, with nothing in it that means something there.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// A code that is used once, instead of the app: 120 random bits, in six groups of four letters and
/// digits. It is so long that a plain hash of it can be kept (ASVS 5.0, 6.5.2).
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// As it is shown, once.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

/// New recovery codes, and what is kept of them.
pub(crate) fn recovery_codes(chance: &mut dyn CryptoRng) -> (Vec<RecoveryCode>, Vec<Hash>) {
    let made = (0..RECOVERY_CODES).map(|_| {
        let mut bytes = [0; 15];
        chance.fill_bytes(&mut bytes);
        let plain = alphabet().encode(&bytes);
        let groups: Vec<&str> = plain
            .as_bytes()
            .chunks(4)
            .map(|group| std::str::from_utf8(group).expect("letters and digits"))
            .collect();
        (
            RecoveryCode(groups.join("-")),
            Hash::of(&[plain.as_bytes()]),
        )
    });
    made.unzip()
}

/// Which of the codes kept was typed, however it was: with or without hyphens, in capitals, with the
/// letters that look like digits.
pub(crate) fn recovery_code_at(typed: &str, kept: &[Hash]) -> Option<usize> {
    let plain = alphabet().decode(typed.as_bytes()).ok()?;
    if plain.len() != 15 {
        return None;
    }
    let hash = Hash::of(&[alphabet().encode(&plain).as_bytes()]);
    kept.iter().position(|known| *known == hash)
}

/// Crockford's: no letter that looks like a digit.
fn alphabet() -> data_encoding::Encoding {
    let mut spec = Specification::new();
    spec.symbols.push_str("0123456789abcdefghjkmnpqrstvwxyz");
    spec.translate.from.push_str("ABCDEFGHJKMNPQRSTVWXYZoOiIlL");
    spec.translate.to.push_str("abcdefghjkmnpqrstvwxyz001111");
    spec.ignore.push_str("- \t\r\n");
    spec.encoding().expect("an alphabet of 32")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chance::Fixed;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// The first 20 bytes of the key in RFC 6238, appendix B, and the last six of its eight digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let seed = Seed(*b"12345678901234567890");
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(seed.code(at(second)), code);
            let step = u64::try_from(second).unwrap() / STEP;
            assert_eq!(seed.step_of(code, at(second), None), Some(step));
        }
    }

    #[test]
    fn a_code_holds_for_one_step_on_either_side_and_once() {
        let seed = Seed::new(&mut Fixed::of(1));
        let code = seed.code(at(3_000));
        for (second, holds) in [(2_939, false), (2_970, true), (3_059, true), (3_060, false)] {
            let step = seed.step_of(&code, at(second), None);
            assert_eq!(step, holds.then_some(100), "{second}");
        }
        assert_eq!(seed.step_of(&code, at(3_000), Some(99)), Some(100));
        assert_eq!(seed.step_of(&code, at(3_000), Some(100)), None);
        assert_eq!(seed.step_of(&code, at(3_000), Some(101)), None);
    }

    #[test]
    fn a_code_is_six_digits_and_nothing_else() {
        let seed = Seed::new(&mut Fixed::of(1));
        let code = seed.code(at(3_000));
        let (one, two) = code.split_at(3);
        assert!(
            seed.step_of(&format!(" {one} {two}"), at(3_000), None)
                .is_some()
        );
        for bad in ["", "1", "+12345", "12345é", &format!("{code}0"), "abcdef"] {
            assert_eq!(seed.step_of(bad, at(3_000), None), None, "{bad}");
        }
    }

    #[test]
    fn an_app_gets_what_it_needs() {
        let seed = Seed(*b"12345678901234567890");
        assert_eq!(
            seed.uri("Accede, Geneva", "a+b@c.example"),
            "otpauth://totp/Accede%2C%20Geneva:a%2Bb%40c.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Accede%2C%20Geneva&algorithm=SHA1&digits=6&period=30"
        );
        let again = Seed::try_from(seed.text()).unwrap();
        assert!(again == seed && Seed::try_from("GEZD".to_owned()).is_err());
    }

    #[test]
    fn a_recovery_code_is_recognised_as_people_type_it() {
        let (codes, kept) = recovery_codes(&mut Fixed::of(1));
        assert_eq!((codes.len(), kept.len()), (RECOVERY_CODES, RECOVERY_CODES));
        for (number, code) in codes.iter().enumerate() {
            let shown = code.reveal();
            assert_eq!(shown.len(), 29, "six groups of four");
            for typed in [
                shown.to_owned(),
                shown.to_uppercase(),
                shown.replace('-', ""),
                shown.replace('-', " ").replace('0', "O").replace('1', "l"),
            ] {
                assert_eq!(recovery_code_at(&typed, &kept), Some(number), "{typed}");
            }
        }
        for bad in ["", "aaaa", "u", "é", &"0".repeat(24)] {
            assert_eq!(recovery_code_at(bad, &kept), None, "{bad}");
        }
    }

    #[test]
    fn nothing_secret_is_printed() {
        let (codes, kept) = recovery_codes(&mut Fixed::of(1));
        let seed = Seed::new(&mut Fixed::of(1));
        let shown = format!("{:?} {:?} {seed:?}", codes[0], kept[0]);
        assert_eq!(shown, "RecoveryCode(…) Hash(…) Seed(…)");
    }

    proptest! {
        #[test]
        fn nobody_is_let_in_twice_by_one_code(seed in 0..20u64, times in prop::collection::vec(0..200i64, 1..12)) {
            let seed = Seed::new(&mut Fixed::of(seed));
            let code = seed.code(at(3_000));
            let mut last = None;
            let mut let_in = 0;
            for second in times {
                if let Some(step) = seed.step_of(&code, at(2_900 + second), last) {
                    last = Some(step);
                    let_in += 1;
                }
            }
            // Another step may have the same digits by chance, once in a million; none of these seeds has one.
            prop_assert!(let_in <= 1);
        }
    }
}
