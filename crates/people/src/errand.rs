//! The way to an issuer and back.
//!
//! Whoever goes there takes a secret along in a cookie. State, nonce and the verifier of PKCE are made
//! from it, so that none of them has to be kept, and none is of use in another browser. What is kept,
//! under the hash of the secret, is what he went for; it holds for ten minutes, and once.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::chance::Secret;

/// How long one may be away.
pub(crate) const HOLDS: SignedDuration = SignedDuration::from_mins(10);

/// What the cookie says of somebody on his way. Never printed.
#[derive(Clone)]
pub struct ErrandKey(Secret);

/// That is no key of an errand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that is no key of an errand")]
pub struct BadErrandKey;

impl ErrandKey {
    pub(crate) fn new(chance: &mut dyn CryptoRng) -> ErrandKey {
        ErrandKey(Secret::new(chance))
    }

    /// What to put into the cookie.
    pub fn reveal(&self) -> String {
        self.0.reveal()
    }

    /// Under which key it is kept.
    pub(crate) fn place(&self) -> String {
        self.0.kept().hex()
    }

    /// What goes along in the address and has to come back (RFC 6749, 10.12).
    pub fn state(&self) -> String {
        self.0.seal(&[b"state"]).text()
    }

    /// Whether this came back. Takes as long for every text of the same length.
    pub fn is_state(&self, text: &str) -> bool {
        self.0.seal(&[b"state"]).is(text)
    }

    /// What has to stand in the token (OpenID Connect Core, 15.5.2).
    pub fn nonce(&self) -> String {
        self.0.seal(&[b"nonce"]).text()
    }

    /// What the code is exchanged with (RFC 7636): 43 characters.
    pub fn verifier(&self) -> String {
        self.0.seal(&[b"verifier"]).text()
    }
}

impl FromStr for ErrandKey {
    type Err = BadErrandKey;

    fn from_str(text: &str) -> Result<ErrandKey, BadErrandKey> {
        Secret::read(text).map(ErrandKey).ok_or(BadErrandKey)
    }
}

impl fmt::Debug for ErrandKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ErrandKey(…)")
    }
}

/// What somebody goes to an issuer for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "for", rename_all = "kebab-case")]
pub enum Errand {
    /// To sign in.
    SignIn {
        /// Where he goes on to.
        next: String,
    },
    /// To join.
    Join {
        /// Under which key the invitation is kept.
        invitation: String,
        /// What he is called.
        name: String,
        /// His address, if he is the very first one.
        email: Option<String>,
        /// The language he reads pages in.
        language: String,
    },
    /// To link his account there.
    Add {
        /// Under which key his session is kept.
        session: String,
    },
    /// To prove once more who he is.
    Confirm {
        /// Under which key his session is kept.
        session: String,
        /// Where he goes on to.
        next: String,
    },
}

impl fmt::Debug for Errand {
    /// Without names.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Errand::SignIn { .. } => "SignIn",
            Errand::Join { .. } => "Join",
            Errand::Add { .. } => "Add",
            Errand::Confirm { .. } => "Confirm",
        })
    }
}

/// What is kept of one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) errand: Errand,
    pub(crate) begun: Timestamp,
}

impl Kept {
    pub(crate) fn holds(&self, now: Timestamp) -> bool {
        now.duration_since(self.begun).abs() < HOLDS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    #[test]
    fn what_goes_along_is_of_one_browser_and_tells_nothing_of_the_rest() {
        let (one, two) = (
            ErrandKey::new(&mut Fixed::of(1)),
            ErrandKey::new(&mut Fixed::of(2)),
        );
        assert!(one.is_state(&one.state()) && !one.is_state(&two.state()));
        assert!(!one.is_state("") && !one.is_state(&one.nonce()));
        let all = [
            one.reveal(),
            one.state(),
            one.nonce(),
            one.verifier(),
            one.place(),
        ];
        for (at, text) in all.iter().enumerate() {
            assert!(!all[..at].contains(text));
        }
        assert_eq!(one.verifier().len(), 43);
        let again: ErrandKey = one.reveal().parse().unwrap();
        assert_eq!(again.state(), one.state());
        assert!("x".parse::<ErrandKey>().is_err());
        assert_eq!(format!("{one:?}"), "ErrandKey(…)");
    }
}
