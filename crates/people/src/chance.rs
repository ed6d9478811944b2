//! Secrets of 256 bits, what is kept of them, and how two are compared.

use std::fmt;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// 256 random bits that only their owner has. Never printed, and wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(crate) struct Secret([u8; 32]);

impl Secret {
    /// A new one.
    pub(crate) fn new(chance: &mut dyn CryptoRng) -> Secret {
        let mut bytes = [0; 32];
        chance.fill_bytes(&mut bytes);
        Secret(bytes)
    }

    /// From the bytes of one.
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Secret {
        Secret(bytes)
    }

    /// Reads what [`Secret::reveal`] wrote.
    pub(crate) fn read(text: &str) -> Option<Secret> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Secret)
    }

    /// The secret as text, for the one it belongs to.
    pub(crate) fn reveal(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What is kept of it. Whoever reads it cannot go back: 256 random bits are not guessed, so a
    /// plain hash is enough (ASVS 5.0, 6.5.2).
    pub(crate) fn kept(&self) -> Hash {
        Hash::of(&[&self.0])
    }

    /// A code that only who has this secret can make of `parts`.
    pub(crate) fn seal(&self, parts: &[&[u8]]) -> Hash {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0)
            .expect("HMAC takes a key of any length");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        Hash(mac.finalize().into_bytes().into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A SHA-256, written in hexadecimal; equal ones are found in constant time.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Hash(pub(crate) [u8; 32]);

impl Hash {
    /// The hash of parts, none of which runs into the next: each is preceded by its length.
    pub(crate) fn of(parts: &[&[u8]]) -> Hash {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Hash(hash.finalize().into())
    }

    /// As text of 64 digits.
    pub(crate) fn hex(&self) -> String {
        HEXLOWER.encode(&self.0)
    }

    /// Whether `text`, in URL-safe base 64, is this one.
    pub(crate) fn is(&self, text: &str) -> bool {
        let Ok(bytes) = BASE64URL_NOPAD.decode(text.as_bytes()) else {
            return false;
        };
        bytes.as_slice().ct_eq(&self.0).into()
    }

    /// As URL-safe base 64.
    pub(crate) fn text(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }
}

impl PartialEq for Hash {
    fn eq(&self, other: &Hash) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Hash {}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hash(…)")
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> String {
        hash.hex()
    }
}

impl TryFrom<String> for Hash {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Hash, &'static str> {
        let bytes = HEXLOWER.decode(text.as_bytes()).ok();
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
        bytes.map(Hash).ok_or("a hash has 64 hexadecimal digits")
    }
}

/// Numbers that only look random: the same from the same seed. For tests alone.
#[cfg(test)]
pub(crate) struct Fixed(u64, u64);

#[cfg(test)]
impl Fixed {
    pub(crate) fn of(seed: u64) -> Fixed {
        Fixed(seed, 0)
    }
}

#[cfg(test)]
impl rand_core::TryRng for Fixed {
    type Error = rand_core::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_be_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_be_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Self::Error> {
        for some in into.chunks_mut(32) {
            self.1 += 1;
            let hash = Hash::of(&[&self.0.to_be_bytes(), &self.1.to_be_bytes()]);
            some.copy_from_slice(&hash.0[..some.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
impl rand_core::TryCryptoRng for Fixed {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_back_and_never_printed() {
        let secret = Secret::new(&mut Fixed::of(1));
        let text = secret.reveal();
        assert_eq!(Secret::read(&text).unwrap().kept(), secret.kept());
        assert!(Secret::read(&text[1..]).is_none() && Secret::read("").is_none());
        let shown = format!("{secret:?} {:?}", secret.kept());
        assert_eq!(shown, "Secret(…) Hash(…)");
        assert_ne!(Secret::new(&mut Fixed::of(2)).kept(), secret.kept());
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(Hash::of(&[b"ab", b"c"]), Hash::of(&[b"a", b"bc"]));
        let secret = Secret::new(&mut Fixed::of(1));
        assert_ne!(secret.seal(&[b"ab", b"c"]), secret.seal(&[b"a", b"bc"]));
        assert!(secret.seal(&[b"a"]).is(&secret.seal(&[b"a"]).text()));
        assert!(!secret.seal(&[b"a"]).is("") && !secret.seal(&[b"a"]).is("é"));
    }
}
