//! Keys by which programs ask in a person's name.
//!
//! A token belongs to a person and one of his teams, may less than he may there, and expires. It is
//! written `accede_`, 52 letters and digits of base 32, and seven more that are a checksum, so that
//! whoever scans repositories for lost secrets finds it, and a slip of the pen is told from a token that
//! was revoked.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use data_encoding::{BASE32_NOPAD, Encoding};
use jiff::{SignedDuration, Timestamp};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::chance::Secret;
use crate::{Deed, PersonId, Role, TeamId};

/// What a token begins with.
pub const BEGINS: &str = "accede_";
/// The longest a token holds.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(366 * 24);
/// Its use is noted if the last noted one is so long ago.
const NOTED: SignedDuration = SignedDuration::from_hours(1);

/// What a token may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// See what its person sees in its team, page by page.
    Read,
    /// Record and correct, as its person may.
    Write,
    /// Take out whole exports.
    Export,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Scope; 3] = [Scope::Read, Scope::Write, Scope::Export];

    /// Whether it is enough for a deed. What makes public, invites, administrates or hands over needs
    /// a person.
    pub fn covers(self, deed: Deed) -> bool {
        match (self, deed) {
            (Scope::Read | Scope::Write | Scope::Export, Deed::See)
            | (Scope::Write, Deed::Write | Deed::CorrectOwn | Deed::Correct)
            | (Scope::Export, Deed::Export) => true,
            (Scope::Read, Deed::Write | Deed::CorrectOwn | Deed::Correct | Deed::Export)
            | (Scope::Write, Deed::Export)
            | (Scope::Export, Deed::Write | Deed::CorrectOwn | Deed::Correct)
            | (
                Scope::Read | Scope::Write | Scope::Export,
                Deed::Release | Deed::Invite | Deed::Administrate | Deed::HandOver,
            ) => false,
        }
    }
}

/// A token, as its program has it. Never printed.
#[derive(Clone)]
pub struct TokenKey(Secret);

/// Why a text is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadToken {
    /// Not the form of one.
    #[error(
        "that is no token: one begins with `{BEGINS}` and has 59 letters and digits after it"
    )]
    Form,
    /// The checksum does not fit.
    #[error("a letter of the token is missing or wrong; copy it again")]
    Typo,
}

impl TokenKey {
    pub(crate) fn new(chance: &mut dyn CryptoRng) -> TokenKey {
        TokenKey(Secret::new(chance))
    }

    /// As it is shown, once.
    pub fn reveal(&self) -> String {
        let bytes = self.0.bytes();
        let (body, sum) = (BASE32_NOPAD.encode(bytes), checksum(bytes));
        format!("{BEGINS}{body}{sum}").to_ascii_lowercase()
    }

    /// Under which key it is kept.
    pub(crate) fn place(&self) -> String {
        self.0.kept().hex()
    }
}

/// Seven letters and digits that depend on every bit.
fn checksum(bytes: &[u8; 32]) -> String {
    let hash = Sha256::digest([b"accede token".as_slice(), bytes].concat());
    BASE32_NOPAD.encode(&hash[..4])
}

impl FromStr for TokenKey {
    type Err = BadToken;

    fn from_str(text: &str) -> Result<TokenKey, BadToken> {
        let plain = text.trim().to_ascii_lowercase();
        let rest = plain.strip_prefix(BEGINS).ok_or(BadToken::Form)?;
        if rest.len() != 59 || !rest.is_ascii() {
            return Err(BadToken::Form);
        }
        let (body, sum) = rest.split_at(52);
        let encoding: &Encoding = &BASE32_NOPAD;
        let bytes = encoding.decode(body.to_ascii_uppercase().as_bytes());
        let bytes = bytes.map_err(|_not_base_32| BadToken::Typo)?;
        let bytes = bytes.try_into().map_err(|_other_length| BadToken::Form)?;
        if checksum(&bytes).to_ascii_lowercase() != sum {
            return Err(BadToken::Typo);
        }
        Ok(TokenKey(Secret::from_bytes(bytes)))
    }
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenKey(…)")
    }
}

/// What is kept of a token, and may be seen by its person and the administrators of its team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// What it is called in addresses.
    pub id: Uuid,
    /// In whose name.
    pub person: PersonId,
    /// For what his team may see.
    pub team: TeamId,
    /// What it is for, in the words of its person.
    pub name: String,
    /// What it may.
    pub scopes: BTreeSet<Scope>,
    /// When it was made.
    pub made: Timestamp,
    /// From when on it is worth nothing.
    pub expires: Timestamp,
    /// When it was last used, to the hour.
    pub used: Option<Timestamp>,
}

impl Token {
    /// Whether it holds.
    pub fn holds(&self, now: Timestamp) -> bool {
        now < self.expires && now.duration_since(self.made) < LONGEST
    }

    /// Whether one of its scopes covers a deed. Its person must be allowed to do it besides.
    pub fn covers(&self, deed: Deed) -> bool {
        self.scopes.iter().any(|scope| scope.covers(deed))
    }

    /// Whether `person`, with this role in the token's team, may revoke it.
    pub fn may_be_revoked_by(&self, person: PersonId, role: Option<Role>) -> bool {
        person == self.person || role == Some(Role::Administrator)
    }

    pub(crate) fn noted(&self, now: Timestamp) -> Option<Token> {
        let due = self
            .used
            .is_none_or(|used| now.duration_since(used) >= NOTED);
        due.then(|| Token {
            used: Some(now),
            ..self.clone()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    #[test]
    fn a_token_is_read_back_and_a_slip_is_told() {
        let key = TokenKey::new(&mut Fixed::of(1));
        let text = key.reveal();
        assert_eq!(text.len(), BEGINS.len() + 59);
        assert_eq!(text.parse::<TokenKey>().unwrap().place(), key.place());
        let loud = format!(" {} ", text.to_uppercase());
        assert_eq!(loud.parse::<TokenKey>().unwrap().place(), key.place());
        for at in BEGINS.len()..text.len() {
            let mut slip = text.clone().into_bytes();
            slip[at] = if slip[at] == b'a' { b'b' } else { b'a' };
            let slip = String::from_utf8(slip).unwrap();
            assert_eq!(slip.parse::<TokenKey>().err(), Some(BadToken::Typo), "{at}");
        }
        for bad in [
            "",
            "accede_",
            &text[1..],
            &text[..text.len() - 1],
            "accede_é",
        ] {
            assert_eq!(bad.parse::<TokenKey>().err(), Some(BadToken::Form), "{bad}");
        }
        assert_eq!(format!("{key:?}"), "TokenKey(…)");
    }

    #[test]
    fn only_a_person_makes_public_invites_administrates_or_hands_over() {
        for scope in Scope::ALL {
            assert!(scope.covers(Deed::See));
            for deed in [
                Deed::Release,
                Deed::Invite,
                Deed::Administrate,
                Deed::HandOver,
            ] {
                assert!(!scope.covers(deed), "{scope:?} {deed:?}");
            }
        }
        assert!(Scope::Write.covers(Deed::Correct) && !Scope::Read.covers(Deed::Write));
        assert!(Scope::Export.covers(Deed::Export) && !Scope::Write.covers(Deed::Export));
    }
}
