//! Passwords: which are taken, how they are kept, how one is verified.

mod guess;

use std::fmt;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop};

pub use guess::WeakPassword;

/// What somebody typed as a password. Never printed, and wiped when dropped.
///
/// Letters with accents are put into one form (NFC, as RFC 8265 asks): the same keys on two machines
/// may give different bytes. Nothing else is changed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Password(String);

impl Password {
    /// What was typed.
    pub fn new(typed: impl Into<String>) -> Password {
        let mut typed = typed.into();
        let password = Password(typed.nfc().collect());
        typed.zeroize();
        password
    }

    fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// What is kept of a password: a PHC string, with algorithm, parameters and salt in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Phc(String);

impl fmt::Debug for Phc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phc(…)")
    }
}

/// How much work one guess is: Argon2id with these parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hardness {
    /// Memory in KiB.
    memory: u32,
    /// Passes over it.
    passes: u32,
}

impl Hardness {
    /// What the OWASP Password Storage Cheat Sheet asks for at least: 19 MiB, two passes, one lane.
    pub(crate) const STANDARD: Hardness = Hardness {
        memory: 19_456,
        passes: 2,
    };

    /// Next to none, so that tests can try much.
    #[cfg(test)]
    pub(crate) const LIGHT: Hardness = Hardness {
        memory: 8,
        passes: 1,
    };

    fn argon2(self) -> Argon2<'static> {
        let params = Params::new(self.memory, self.passes, 1, None);
        let params = params.expect("the parameters are within the bounds of Argon2");
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
    }
}

/// Makes and verifies what is kept of passwords.
#[derive(Debug)]
pub(crate) struct Verifier {
    hardness: Hardness,
    /// The hash of a password that nobody knows.
    nobody: Phc,
}

/// What a verification found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verified {
    /// It is another password, or there is none.
    Wrong,
    /// It is the one.
    Right {
        /// What is kept was made with less work than is asked for today.
        weak: bool,
    },
}

impl Verifier {
    pub(crate) fn new(hardness: Hardness, chance: &mut dyn CryptoRng) -> Verifier {
        let mut password = [0; 32];
        chance.fill_bytes(&mut password);
        Verifier {
            hardness,
            nobody: hash(hardness, &password, chance),
        }
    }

    /// What is to be kept of a password.
    pub(crate) fn keep(&self, password: &Password, chance: &mut dyn CryptoRng) -> Phc {
        hash(self.hardness, password.text().as_bytes(), chance)
    }

    /// Whether it is the password of which `kept` is kept. Without one it takes as long and is wrong:
    /// the time does not tell who is known.
    pub(crate) fn verify(&self, password: &Password, kept: Option<&Phc>) -> Verified {
        let known = kept.and_then(|kept| PasswordHash::new(&kept.0).ok());
        let is_known = known.is_some();
        let against = known.unwrap_or_else(|| {
            PasswordHash::new(&self.nobody.0).expect("our own hash is readable")
        });
        // A password of a megabyte is nobody's, and would be a cheap way to make us work.
        let short = password.text().chars().take(MOST + 1).count() <= MOST;
        let bytes = if short {
            password.text().as_bytes()
        } else {
            b""
        };
        let right = self
            .hardness
            .argon2()
            .verify_password(bytes, &against)
            .is_ok();
        if is_known && short && right {
            let weak = self.is_weak(&against);
            Verified::Right { weak }
        } else {
            Verified::Wrong
        }
    }

    fn is_weak(&self, kept: &PasswordHash) -> bool {
        let Ok(params) = Params::try_from(kept) else {
            return true;
        };
        kept.algorithm != argon2::ARGON2ID_IDENT
            || params.m_cost() < self.hardness.memory
            || params.t_cost() < self.hardness.passes
    }
}

/// The fewest characters of a password.
pub(crate) const FEWEST: usize = 12;
/// The most.
pub(crate) const MOST: usize = 256;

fn hash(hardness: Hardness, password: &[u8], chance: &mut dyn CryptoRng) -> Phc {
    let mut salt = [0; 16];
    chance.fill_bytes(&mut salt);
    let hash = hardness.argon2().hash_password_with_salt(password, &salt);
    Phc(hash.expect("a salt of 16 bytes fits").to_string())
}

/// Whether `password` may be the one of a person with this name and address.
///
/// # Errors
///
/// [`WeakPassword`] says why not.
pub(crate) fn accept(password: &Password, name: &str, email: &str) -> Result<(), WeakPassword> {
    guess::accept(password.text(), name, email)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    fn verifier(hardness: Hardness) -> Verifier {
        Verifier::new(hardness, &mut Fixed::of(1))
    }

    #[test]
    fn the_right_password_is_right_and_others_are_wrong() {
        let verifier = verifier(Hardness::STANDARD);
        let right = Password::new("a fine long sentence");
        let kept = verifier.keep(&right, &mut Fixed::of(2));
        assert!(
            kept.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{}",
            kept.0
        );
        assert_eq!(
            verifier.verify(&right, Some(&kept)),
            Verified::Right { weak: false }
        );
        let other = Password::new("A fine long sentence");
        assert_eq!(verifier.verify(&other, Some(&kept)), Verified::Wrong);
        assert_eq!(verifier.verify(&right, None), Verified::Wrong);
        assert_eq!(
            verifier.verify(&right, Some(&Phc("x".into()))),
            Verified::Wrong
        );
        let again = verifier.keep(&right, &mut Fixed::of(3));
        assert_ne!(kept, again, "each has a salt of its own");
    }

    #[test]
    fn what_was_kept_with_less_work_is_told() {
        let right = Password::new("a fine long sentence");
        let weak = verifier(Hardness::LIGHT).keep(&right, &mut Fixed::of(2));
        let verified = verifier(Hardness::STANDARD).verify(&right, Some(&weak));
        assert_eq!(verified, Verified::Right { weak: true });
        let strong = verifier(Hardness::STANDARD).keep(&right, &mut Fixed::of(2));
        let verified = verifier(Hardness::LIGHT).verify(&right, Some(&strong));
        assert_eq!(verified, Verified::Right { weak: false });
    }

    #[test]
    fn the_same_letters_are_the_same_password() {
        let verifier = verifier(Hardness::LIGHT);
        let kept = verifier.keep(&Password::new("une idée très longue"), &mut Fixed::of(2));
        let apart = Password::new("une ide\u{301}e tre\u{300}s longue");
        assert_ne!(verifier.verify(&apart, Some(&kept)), Verified::Wrong);
        let spaced = Password::new(" une idée très longue");
        assert_eq!(verifier.verify(&spaced, Some(&kept)), Verified::Wrong);
    }

    #[test]
    fn a_password_that_is_too_long_is_wrong_even_if_it_begins_right() {
        let verifier = verifier(Hardness::LIGHT);
        let empty = verifier.keep(&Password::new(""), &mut Fixed::of(2));
        let long = Password::new("x".repeat(MOST + 1));
        assert_eq!(verifier.verify(&long, Some(&empty)), Verified::Wrong);
    }

    #[test]
    fn nothing_secret_is_printed() {
        let verifier = verifier(Hardness::LIGHT);
        let password = Password::new("hunter2 hunter2");
        let kept = verifier.keep(&password, &mut Fixed::of(2));
        let shown = format!("{password:?} {kept:?} {verifier:?}");
        assert!(
            !shown.contains("hunter") && !shown.contains("argon2id$"),
            "{shown}"
        );
    }
}
