//! A person, what the ledger holds of him, and what stays when he is erased.
//!
//! The ledger never forgets, so nothing about a person is in it but an id and a *commitment*: a hash
//! over name, e-mail and a random salt. As long as the salt is kept, it proves who it was; once salt
//! and person are erased, it is a number that fits nobody.

use std::fmt;

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use ledger::{body, canonical};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Email, PersonId};

/// A person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The id, by which the ledger names him.
    pub id: PersonId,
    /// The language he reads pages in, such as `fr`.
    pub language: String,
    /// When he joined.
    pub joined: Timestamp,
    /// What he is called and was called; never empty, the last holds.
    called: Vec<Identity>,
}

/// What a person is called from some moment on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: Email,
    /// From when on.
    pub since: Timestamp,
    /// What makes the commitment one that cannot be guessed.
    salt: Salt,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
struct Salt(crate::chance::Hash);

impl fmt::Debug for Person {
    /// The id alone: not for logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Person({})", self.id)
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(…)")
    }
}

impl Person {
    /// Somebody who joins now.
    pub(crate) fn new(
        name: String,
        email: Email,
        language: String,
        now: Timestamp,
        chance: &mut dyn CryptoRng,
    ) -> Person {
        let id = crate::ids::new_person(now, chance);
        Person {
            id,
            language,
            joined: now,
            called: vec![Identity::new(name, email, now, chance)],
        }
    }

    /// What he is called now.
    pub fn identity(&self) -> &Identity {
        self.called.last().expect("a person is called something")
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.identity().name
    }

    /// The e-mail address.
    pub fn email(&self) -> &Email {
        &self.identity().email
    }

    /// Every address he gave, the one he has now last.
    pub fn addresses(&self) -> impl Iterator<Item = &Email> {
        self.called.iter().map(|identity| &identity.email)
    }

    /// Whether he is called just so.
    pub(crate) fn is_called(&self, name: &str, email: &Email) -> bool {
        self.name() == name && self.email().as_str() == email.as_str()
    }

    /// Calls him so from now on.
    pub(crate) fn call(
        &mut self,
        name: String,
        email: Email,
        now: Timestamp,
        chance: &mut dyn CryptoRng,
    ) {
        self.called.push(Identity::new(name, email, now, chance));
    }

    /// What the ledger holds for what he is called now.
    pub fn commitment(&self) -> [u8; 32] {
        self.identity().commitment(self.id)
    }

    /// What the ledger is to hold of him.
    pub fn body(&self) -> body::Person {
        body::Person {
            person: self.id,
            commitment: Some(HEXLOWER.encode(&self.commitment())),
        }
    }

    /// Whether what the ledger holds is about this person, as he is called or was.
    pub fn is_meant_by(&self, held: &body::Person) -> bool {
        let mut called = self.called.iter();
        held.person == self.id
            && called.any(|identity| {
                let commitment = HEXLOWER.encode(&identity.commitment(self.id));
                held.commitment.as_ref() == Some(&commitment)
            })
    }
}

impl Identity {
    fn new(
        name: String,
        email: Email,
        since: Timestamp,
        chance: &mut dyn CryptoRng,
    ) -> Identity {
        let mut salt = [0; 32];
        chance.fill_bytes(&mut salt);
        Identity {
            name,
            email,
            since,
            salt: Salt(crate::chance::Hash(salt)),
        }
    }

    fn commitment(&self, id: PersonId) -> [u8; 32] {
        commitment(id, &self.name, &self.email, &self.salt.0.0)
    }
}

/// The commitment to a person: the SHA-256 of the canonical bytes (as of an entry of the ledger) of
/// `{"email":…,"is":"accede person","name":…,"person":…,"salt":…}`, the salt in hexadecimal.
pub fn commitment(id: PersonId, name: &str, email: &Email, salt: &[u8; 32]) -> [u8; 32] {
    #[derive(Serialize)]
    struct Committed<'a> {
        is: &'static str,
        person: PersonId,
        name: &'a str,
        email: &'a str,
        salt: String,
    }
    let bytes = canonical::to_bytes(&Committed {
        is: "accede person",
        person: id,
        name,
        email: email.as_str(),
        salt: crate::chance::Hash(*salt).hex(),
    });
    Sha256::digest(bytes.expect("five texts have a canonical form")).into()
}

/// What is kept under a person's id.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(crate) enum Record {
    /// A person.
    Person(Person),
    /// Somebody who is no longer known.
    Erased {
        /// The id, which the ledger names for ever.
        id: PersonId,
        /// When.
        erased: Timestamp,
    },
}

impl Record {
    pub(crate) fn person(self) -> Option<Person> {
        match self {
            Record::Person(person) => Some(person),
            Record::Erased { .. } => None,
        }
    }
}

/// What was given is no name of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a language is given as `en` or `fr`")]
pub struct BadLanguage;

/// The name of a language, such as `en` or `pt-br`.
pub(crate) fn language(text: &str) -> Result<String, BadLanguage> {
    let mut parts = text.split('-');
    let part = |text: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let first = parts
        .next()
        .is_some_and(|text| part(text, 2..=3) && text.bytes().all(|b| b.is_ascii_alphabetic()));
    if first && text.len() <= 20 && parts.all(|text| part(text, 2..=8)) {
        Ok(text.to_ascii_lowercase())
    } else {
        Err(BadLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    fn anna() -> Person {
        let now = "2026-11-22T08:00:00Z".parse().unwrap();
        let email = Email::new("anna@mfa.example").unwrap();
        Person::new("Anna".into(), email, "en".into(), now, &mut Fixed::of(1))
    }

    #[test]
    fn a_commitment_is_to_one_person_and_cannot_be_guessed_without_the_salt() {
        let anna = anna();
        let salt = anna.identity().salt.0.0;
        let held = anna.commitment();
        assert_eq!(held, commitment(anna.id, "Anna", anna.email(), &salt));
        assert_ne!(held, commitment(anna.id, "Ann", anna.email(), &salt));
        assert_ne!(held, commitment(anna.id, "Anna", anna.email(), &[0; 32]));
        let other = PersonId(uuid::Uuid::nil());
        assert_ne!(held, commitment(other, "Anna", anna.email(), &salt));
    }

    /// The recipe is frozen: what a ledger holds must be provable for ever.
    #[test]
    fn the_recipe_of_a_commitment_stays() {
        let id: PersonId = "019aaaaa-0000-7000-8000-000000000001".parse().unwrap();
        let email = Email::new("a@b.example").unwrap();
        let bytes = commitment(id, "A", &email, &[7; 32]);
        let by_hand = format!(
            r#"{{"email":"a@b.example","is":"accede person","name":"A","person":"{id}","salt":"{}"}}"#,
            "07".repeat(32)
        );
        assert_eq!(bytes, <[u8; 32]>::from(Sha256::digest(by_hand)));
    }

    #[test]
    fn who_is_called_otherwise_is_still_who_was_meant() {
        let mut anna = anna();
        let before = anna.body();
        let email = anna.email().clone();
        let now = "2027-01-01T00:00:00Z".parse().unwrap();
        anna.call("Anna Smith".into(), email, now, &mut Fixed::of(2));
        assert_eq!(anna.name(), "Anna Smith");
        assert_ne!(anna.body(), before);
        assert!(anna.is_meant_by(&before) && anna.is_meant_by(&anna.body()));
        let erased = body::Person {
            commitment: None,
            ..before
        };
        assert!(!anna.is_meant_by(&erased));
    }

    #[test]
    fn a_person_is_not_printed() {
        let shown = format!("{:?} {:?}", anna(), anna().identity());
        assert!(
            !shown.contains("Anna") && !shown.contains("anna"),
            "{shown}"
        );
    }

    #[test]
    fn a_language_is_a_short_tag() {
        assert_eq!(language("fr"), Ok("fr".to_owned()));
        assert_eq!(language("pt-BR"), Ok("pt-br".to_owned()));
        for bad in [
            "",
            "f",
            "f1",
            "fr-",
            "français",
            "en_GB",
            "x-very-long-private-tag",
        ] {
            assert_eq!(language(bad), Err(BadLanguage), "{bad}");
        }
    }
}
