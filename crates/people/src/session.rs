//! Who is signed in.
//!
//! A session is a random secret of 256 bits in a cookie; its hash alone is kept. It ends after an
//! hour without a request and twelve hours after sign-in, whatever happens. NIST SP 800-63B-4, 2.2.3,
//! asks for at most an hour and a day where a second factor is used; one working day is less, and what
//! is behind it may be a confidence between States (ASVS 5.0, 7.1.1, 7.3.1, 7.3.2). A new secret
//! takes the place of the old one at sign-in and whenever somebody proves again who he is (7.2.4).
//! A person has at most twenty sessions; one more ends the one unused for longest (7.1.2).

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::PersonId;
use crate::chance::Secret;
use crate::totp::Seed;

/// After so long without a request it is over.
pub const IDLE: SignedDuration = SignedDuration::from_hours(1);
/// After so long it is over whatever happens.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// So long after somebody proved who he is, he may change how he does.
pub const FRESH: SignedDuration = SignedDuration::from_mins(10);
/// So long he may think before he gives the code that his password needs beside it.
pub(crate) const HALFWAY: SignedDuration = SignedDuration::from_mins(5);
/// A request is noted if the last noted one is so long ago: not each is a write.
const NOTED: SignedDuration = SignedDuration::from_mins(1);
/// How many sessions one person has at most.
pub(crate) const MOST: usize = 20;

/// What the cookie of a session says: whose it is, and the secret. Never printed.
#[derive(Clone)]
pub struct SessionKey {
    person: PersonId,
    secret: Secret,
}

/// That is no cookie of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that is no key of a session")]
pub struct BadSessionKey;

impl SessionKey {
    pub(crate) fn new(person: PersonId, chance: &mut dyn CryptoRng) -> SessionKey {
        let secret = Secret::new(chance);
        SessionKey { person, secret }
    }

    /// What to put into the cookie.
    pub fn reveal(&self) -> String {
        format!("{}.{}", self.person.0.simple(), self.secret.reveal())
    }

    /// Whose session it is, if it is one.
    pub(crate) fn person(&self) -> PersonId {
        self.person
    }

    /// Under which key it is kept.
    pub(crate) fn place(&self) -> String {
        format!("{}{}", prefix(self.person), self.secret.kept().hex())
    }

    /// What it is called in a list.
    pub(crate) fn name(&self) -> String {
        name_in(&self.place())
    }

    /// What a form of this session must carry (against requests forged by other sites). It is made
    /// from the secret, so it need not be kept, and tells nothing about it.
    pub fn csrf(&self) -> String {
        self.secret.seal(&[b"form"]).text()
    }

    /// Whether a form carries what it must. Takes as long for every text of the same length.
    pub fn is_csrf(&self, text: &str) -> bool {
        self.secret.seal(&[b"form"]).is(text)
    }
}

impl FromStr for SessionKey {
    type Err = BadSessionKey;

    fn from_str(text: &str) -> Result<SessionKey, BadSessionKey> {
        let (person, secret) = text.split_once('.').ok_or(BadSessionKey)?;
        let person = person.parse().map_err(|_no_uuid| BadSessionKey)?;
        let secret = Secret::read(secret).ok_or(BadSessionKey)?;
        Ok(SessionKey { person, secret })
    }
}

impl fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionKey(…)")
    }
}

/// The sessions of a person are kept under keys that begin so.
pub(crate) fn prefix(person: PersonId) -> String {
    format!("{}/", person.0.simple())
}

/// What a session is called in a list: the first digits of a hash, by which nobody can sign in.
pub(crate) fn name_in(place: &str) -> String {
    let hash = place.rsplit('/').next().unwrap_or_default();
    hash.chars().take(16).collect()
}

/// How far somebody got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Stage {
    /// The password was right, and a code is asked for.
    Halfway,
    /// He is signed in.
    Full,
}

/// What is kept of a session.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) stage: Stage,
    /// The epoch of the credentials it was begun in.
    pub(crate) epoch: u64,
    pub(crate) begun: Timestamp,
    /// When he last made a request, to the minute.
    pub(crate) seen: Timestamp,
    /// When he last proved who he is.
    pub(crate) proved: Timestamp,
    /// Whether he proved who he is by more than a password: a code beside it, a passkey, an issuer's word.
    #[serde(default)]
    pub(crate) sure: bool,
    /// Where from: what the browser says of itself, shortened.
    pub(crate) agent: String,
    /// An authenticator app about to be added.
    pub(crate) adding: Option<Seed>,
}

impl Session {
    pub(crate) fn new(stage: Stage, epoch: u64, agent: &str, now: Timestamp) -> Session {
        Session {
            stage,
            epoch,
            begun: now,
            seen: now,
            proved: now,
            sure: false,
            agent: shortened(agent),
            adding: None,
        }
    }

    /// The same, its person having proved just now who he is; `more` than by a password.
    #[must_use]
    pub(crate) fn proved_now(&self, more: bool, now: Timestamp) -> Session {
        Session {
            proved: now,
            sure: self.sure || more,
            ..self.clone()
        }
    }

    /// Whether it is over.
    pub(crate) fn is_over(&self, epoch: u64, now: Timestamp) -> bool {
        let longest = match self.stage {
            Stage::Halfway => HALFWAY,
            Stage::Full => LONGEST,
        };
        // A clock that was put back must not make a session longer than it is allowed to be.
        self.epoch != epoch
            || now.duration_since(self.begun).abs() >= longest
            || now.duration_since(self.seen) >= IDLE
    }

    pub(crate) fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.proved).abs() < FRESH
    }

    /// With this request noted, if it has to be.
    pub(crate) fn noted(&self, now: Timestamp) -> Option<Session> {
        (now.duration_since(self.seen) >= NOTED).then(|| Session {
            seen: now,
            ..self.clone()
        })
    }
}

/// A session, as its person may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// What it is called here.
    pub name: String,
    /// When it was begun.
    pub begun: Timestamp,
    /// When the last request was, to the minute.
    pub seen: Timestamp,
    /// What the browser said of itself.
    pub agent: String,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// What a browser says of itself, without what nobody reads and without what could do harm.
fn shortened(agent: &str) -> String {
    let plain = agent.chars().filter(|c| !c.is_control());
    let short: String = plain.take(200).collect();
    short.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    fn key(seed: u64) -> SessionKey {
        let chance = &mut Fixed::of(seed);
        let person = crate::ids::new_person(Timestamp::UNIX_EPOCH, chance);
        SessionKey::new(person, chance)
    }

    #[test]
    fn a_key_is_read_back_and_never_printed() {
        let one = key(1);
        let read: SessionKey = one.reveal().parse().unwrap();
        assert_eq!((read.person(), read.place()), (one.person(), one.place()));
        assert_eq!(format!("{one:?}"), "SessionKey(…)");
        let secret = one.reveal().split_once('.').unwrap().1.to_owned();
        assert!(!one.place().contains(&secret) && one.place().contains(&one.name()));
        for bad in ["", ".", "a.b", &secret, &one.reveal()[1..]] {
            assert_eq!(
                bad.parse::<SessionKey>().err(),
                Some(BadSessionKey),
                "{bad}"
            );
        }
    }

    #[test]
    fn a_form_belongs_to_one_session() {
        let (one, two) = (key(1), key(2));
        assert!(one.is_csrf(&one.csrf()));
        assert!(!one.is_csrf(&two.csrf()) && !one.is_csrf("") && !one.is_csrf("x"));
        assert_ne!(one.csrf(), one.secret.reveal());
    }

    #[test]
    fn a_session_ends_by_itself() {
        let at = |minute: i64| Timestamp::from_second(1_000_000 + minute * 60).unwrap();
        let mut session = Session::new(Stage::Full, 3, "Firefox\n/1", at(0));
        assert_eq!(session.agent, "Firefox/1");
        assert!(!session.is_over(3, at(59)) && session.is_over(3, at(60)));
        assert!(session.is_over(4, at(0)), "he signed out everywhere");
        for minute in 1..720 {
            session = session.noted(at(minute)).unwrap();
            assert!(!session.is_over(3, at(minute)), "{minute}");
        }
        assert!(session.is_over(3, at(720)));
        assert!(session.is_over(3, at(-721)), "the clock was put back");
        assert!(session.noted(at(719)).is_none());
        assert!(session.is_fresh(at(9)) && !session.is_fresh(at(10)));
        let halfway = Session::new(Stage::Halfway, 3, "", at(0));
        assert!(!halfway.is_over(3, at(4)) && halfway.is_over(3, at(5)));
    }
}
