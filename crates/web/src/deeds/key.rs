//! The key by which something is recorded once, however often it is sent.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use ledger::EntryRef;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// What whoever records chose so that the same entry, sent again, is recorded once: 1 to 64 of `a-z`,
/// `A-Z`, `0-9`, `-`, `.`, `_` and `~`, such as a UUID. It is his alone: others may choose the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

/// No key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key is 1 to 64 of a-z, A-Z, 0-9, `-`, `.`, `_` and `~`")]
pub struct BadKey;

/// The longest key.
const LONGEST: usize = 64;

impl Key {
    /// The key as it was chosen.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Key {
    type Err = BadKey;

    fn from_str(s: &str) -> Result<Key, BadKey> {
        // Those that need no escaping in an address (RFC 3986, 2.3).
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let good = (1..=LONGEST).contains(&s.len()) && s.bytes().all(fits);
        good.then(|| Key(s.to_owned())).ok_or(BadKey)
    }
}

impl TryFrom<String> for Key {
    type Error = BadKey;

    fn try_from(given: String) -> Result<Key, BadKey> {
        given.parse()
    }
}

impl From<Key> for String {
    fn from(key: Key) -> String {
        key.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for Key {
    fn schema_name() -> Cow<'static, str> {
        "Key".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[A-Za-z0-9._~-]{1,64}$",
            "examples": ["8c5f3f0e-4e0d-4f0b-9d0b-0f3f6f1f8a11"],
        })
    }
}

/// What became of something that was to be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// What the entry is called.
    pub entry: EntryRef,
    /// It was on record before, under the same key: nothing was recorded now.
    pub before: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_needs_no_escaping_and_is_not_long() {
        let longest = "k".repeat(LONGEST);
        for good in [
            "a",
            "8c5f3f0e-4e0d-4f0b-9d0b-0f3f6f1f8a11",
            "A._~-9",
            &longest,
        ] {
            assert_eq!(good.parse::<Key>().unwrap().to_string(), good);
        }
        let longer = "k".repeat(LONGEST + 1);
        for bad in ["", " a", "a b", "é", "a/b", "a\n", &longer] {
            assert_eq!(bad.parse::<Key>(), Err(BadKey), "{bad}");
        }
    }
}
