//! Strands: the chain as those see it who may not see all of it.
//!
//! The numbers and links of the whole ledger tell how much there is. Whoever may see only a part
//! of it must not learn from them that there is more, or when it grew. So each entry has a second
//! place: its number and link in the chain of all entries with the same audience, its *strand*.
//! A strand is chained by the recipe of the whole, over the payloads of that audience alone; the
//! public strand is a ledger of its own, and the whole one as long as nothing else was recorded.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::canonical::CanonicalError;
use crate::{Audience, Entry, EntryId, Head, Link, Recorded, Seq};

/// How an entry is called by those who may see it: a public one by its number among the public
/// ones, which anybody can count; another by its id, which says nothing of what lies around it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(untagged)]
pub enum EntryRef {
    /// Its number among the public entries, from 1.
    Public(Seq),
    /// Its id.
    Own(EntryId),
}

impl EntryRef {
    /// Its number, if it is public.
    pub fn public(self) -> Option<u64> {
        match self {
            EntryRef::Public(Seq(number)) => Some(number),
            EntryRef::Own(_) => None,
        }
    }
}

impl fmt::Display for EntryRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EntryRef::Public(seq) => seq.fmt(f),
            EntryRef::Own(id) => id.fmt(f),
        }
    }
}

/// What was given is no number and no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is neither the number of an entry nor its id")]
pub struct BadEntryRef(String);

impl FromStr for EntryRef {
    type Err = BadEntryRef;

    fn from_str(s: &str) -> Result<EntryRef, BadEntryRef> {
        let bad = || BadEntryRef(s.to_owned());
        if s.len() == 36 {
            let id = Uuid::try_parse(s).ok().ok_or_else(bad)?;
            return Ok(EntryRef::Own(EntryId(id)));
        }
        // `+5` is a number to the standard library, and to nobody else.
        let digits = !s.is_empty() && s.bytes().all(|byte| byte.is_ascii_digit());
        let number = s.parse().ok().filter(|_| digits).ok_or_else(bad)?;
        Ok(EntryRef::Public(Seq(number)))
    }
}

/// The heads of a ledger: of the whole, and of each strand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strands {
    whole: Head,
    by: BTreeMap<Audience, Head>,
}

impl Default for Strands {
    fn default() -> Strands {
        Strands {
            whole: Head::EMPTY,
            by: BTreeMap::new(),
        }
    }
}

impl Strands {
    /// The head of the whole ledger.
    pub fn whole(&self) -> Head {
        self.whole
    }

    /// The head of one strand; [`Head::EMPTY`] where nothing has that audience.
    pub fn of(&self, audience: &Audience) -> Head {
        self.by.get(audience).copied().unwrap_or(Head::EMPTY)
    }

    /// Every audience that an entry has, with the head of its strand.
    pub fn all(&self) -> &BTreeMap<Audience, Head> {
        &self.by
    }

    /// Takes the next entry, of which `payload` are the bytes.
    pub fn take(&mut self, entry: Entry, payload: &[u8]) -> Recorded {
        self.take_to(self.whole.then(payload), entry, payload)
    }

    /// Takes the next entry, of which `payload` are the bytes and `whole` the head after it, which
    /// the caller has derived already.
    pub fn take_to(&mut self, whole: Head, entry: Entry, payload: &[u8]) -> Recorded {
        let own = self.of(&entry.audience);
        let before = self.whole;
        self.whole = whole;
        // Where nothing else was recorded, the strand is the whole, and is hashed once.
        let own = if own == before {
            self.whole
        } else {
            own.then(payload)
        };
        self.by.insert(entry.audience.clone(), own);
        Recorded {
            seq: Seq(self.whole.len),
            link: self.whole.link,
            own,
            entry,
        }
    }
}

/// Chains `entries` as a ledger that begins with them.
///
/// # Errors
///
/// [`CanonicalError`] for an entry that cannot be written.
pub fn chain(
    entries: impl IntoIterator<Item = Entry>,
) -> Result<Vec<Recorded>, CanonicalError> {
    let mut strands = Strands::default();
    entries
        .into_iter()
        .map(|entry| {
            let payload = entry.to_payload()?;
            Ok(strands.take(entry, &payload))
        })
        .collect()
}

/// One head for several strands: what a viewer's world was folded up to.
///
/// The public strand alone gives its own head. Else the link is SHA-256 over the tag `strands/1`
/// and, for each strand in the order of audiences, the audience as JSON and the link, each
/// preceded by its length in bytes as a big-endian `u64`; the length is the number of entries in
/// all of them.
pub fn head_of<'s>(strands: impl IntoIterator<Item = (&'s Audience, &'s Head)>) -> Head {
    let strands: BTreeMap<&Audience, &Head> = strands.into_iter().collect();
    let mut alone = strands.iter();
    match (alone.next(), alone.next()) {
        (None, _) => return Head::EMPTY,
        (Some((Audience::Public, head)), None) => return **head,
        (Some(_), _) => {}
    }
    let mut hash = Sha256::new();
    let mut put = |part: &[u8]| {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    };
    put(b"strands/1");
    let mut len = 0;
    for (audience, head) in strands {
        let audience =
            serde_json::to_vec(audience).expect("an audience is text and lists of text");
        put(&audience);
        put(&head.link.0);
        len += head.len;
    }
    Head {
        len,
        link: Link(hash.finalize().into()),
    }
}

#[cfg(test)]
mod tests;
