//! Keys (Ed25519, RFC 8032), and the fingerprints that two people read to each other.

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use super::hex;

/// The secret half of a key. It has no printed form; its bytes are overwritten when it is dropped.
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// The key of these 32 bytes, which were chosen at random.
    pub fn from_bytes(bytes: &[u8; 32]) -> SecretKey {
        SecretKey(SigningKey::from_bytes(bytes))
    }

    /// The key that [`SecretKey::reveal`] wrote.
    ///
    /// # Errors
    ///
    /// [`BadKey`] for anything else than 64 digits of `0-9a-f`. It does not repeat what was given.
    pub fn from_text(text: &str) -> Result<SecretKey, BadKey> {
        let bytes = hex::read(text).ok_or(BadKey)?;
        Ok(SecretKey::from_bytes(&bytes))
    }

    /// Its 32 bytes in hexadecimal, for the one file that keeps them.
    pub fn reveal(&self) -> String {
        hex::write(self.0.as_bytes())
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    pub(super) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey(of {})", self.public())
    }
}

/// The public half of a key: 32 bytes, in hexadecimal where it is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey(pub [u8; 32]);

impl PublicKey {
    /// What people compare.
    pub fn fingerprint(&self) -> Fingerprint {
        let mut hash = Sha256::new();
        for part in [b"key/1".as_slice(), &self.0] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let all: [u8; 32] = hash.finalize().into();
        let mut first = [0; 20];
        first.copy_from_slice(&all[..20]);
        Fingerprint(first)
    }

    /// Whether it is a key that can sign at all.
    pub fn is_sound(&self) -> bool {
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| !key.is_weak())
    }

    /// Whether `signature` over `message` was made with this key. Strict: one message has one
    /// signature that passes.
    pub(super) fn signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        let signature = Signature::from_bytes(signature);
        VerifyingKey::from_bytes(&self.0)
            .is_ok_and(|key| key.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::write(&self.0))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What was given is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no key: a key has 64 digits of 0-9 and a-f")]
pub struct BadKey;

impl FromStr for PublicKey {
    type Err = BadKey;

    fn from_str(s: &str) -> Result<PublicKey, BadKey> {
        hex::read(s).map(PublicKey).ok_or(BadKey)
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PublicKey, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The first 160 bits of a hash of a public key, as eight groups of four characters that are hard
/// to take for one another: `0-9` and `A-Z` without I, L, O and U.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 20]);

/// The characters, each for five bits.
const CHARACTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Five bytes are eight characters: two groups.
        for (n, five) in self.0.chunks_exact(5).enumerate() {
            let bits = five
                .iter()
                .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
            for at in 0..8u32 {
                if at % 4 == 0 && (n, at) != (0, 0) {
                    f.write_str(" ")?;
                }
                let five_bits = (bits >> (35 - 5 * at)) & 31;
                let character = usize::try_from(five_bits).map_or(0, |at| CHARACTERS[at]);
                write!(f, "{}", char::from(character))?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What was given is no fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no fingerprint: it has eight groups of four letters and digits")]
pub struct BadFingerprint(String);

impl FromStr for Fingerprint {
    type Err = BadFingerprint;

    /// As a person types it: in either case, with blanks, hyphens or neither; O is read as 0, I and
    /// L as 1.
    fn from_str(s: &str) -> Result<Fingerprint, BadFingerprint> {
        let bad = || BadFingerprint(s.chars().take(60).collect());
        let mut values = Vec::with_capacity(32);
        for character in s.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let plain = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let at = CHARACTERS.iter().position(|one| char::from(*one) == plain);
            values.push(u64::try_from(at.ok_or_else(bad)?).map_err(|_large| bad())?);
        }
        if values.len() != 32 {
            return Err(bad());
        }
        let mut bytes = [0; 20];
        for (five, eight) in bytes.chunks_exact_mut(5).zip(values.chunks_exact(8)) {
            let bits = eight.iter().fold(0u64, |bits, value| bits << 5 | value);
            five.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        Ok(Fingerprint(bytes))
    }
}
