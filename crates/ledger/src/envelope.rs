//! What every payload carries whatever it says: enough to verify a ledger, and no more.
//!
//! Knows no kinds of entry, so that a ledger with kinds of a later release still verifies.

use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;

use crate::Batch;
use crate::canonical::{self, CanonicalError};
use crate::entry::FORMAT_VERSION;

/// The members of a payload that verification looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Envelope {
    /// The entry's own name.
    pub id: Uuid,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// Its place in its batch.
    pub batch: Batch,
}

/// Why a payload has no envelope.
#[derive(Debug, thiserror::Error)]
pub enum EnvelopeError {
    /// The bytes are not canonical, or no object.
    #[error(transparent)]
    Form(#[from] CanonicalError),
    /// A member is missing.
    #[error("the member `{0}` is missing")]
    Missing(&'static str),
    /// A member says something that it cannot say.
    #[error("the member `{name}` cannot be {text}")]
    Member {
        /// Which.
        name: &'static str,
        /// What it says.
        text: String,
    },
    /// Written by a newer program.
    #[error("it is written in version {0} of the format, which this program does not know")]
    UnknownVersion(String),
}

impl Envelope {
    /// Checks that `payload` is in canonical form, and reads its envelope on the way.
    ///
    /// # Errors
    ///
    /// [`EnvelopeError`] if it is not, or if a member is missing or cannot be read.
    pub fn read(payload: &[u8]) -> Result<Envelope, EnvelopeError> {
        let (mut v, mut id, mut recorded, mut batch) = (None, None, None, None);
        canonical::members(payload, |name, text| match name {
            "v" => v = Some(text),
            "id" => id = Some(text),
            "recorded" => recorded = Some(text),
            "batch" => batch = Some(text),
            _ => {}
        })?;
        let v = v.ok_or(EnvelopeError::Missing("v"))?;
        if v.parse() != Ok(FORMAT_VERSION) {
            return Err(EnvelopeError::UnknownVersion(v.to_owned()));
        }
        Ok(Envelope {
            id: member("id", id, uuid)?,
            recorded: member("recorded", recorded, timestamp)?,
            batch: member("batch", batch, place_in_batch)?,
        })
    }
}

fn member<T>(
    name: &'static str,
    text: Option<&str>,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, EnvelopeError> {
    let text = text.ok_or(EnvelopeError::Missing(name))?;
    read(text).ok_or_else(|| EnvelopeError::Member {
        name,
        text: text.to_owned(),
    })
}

/// The text between the quotes. None of the members read here has a character to escape.
fn unquoted(json: &str) -> Option<&str> {
    json.strip_prefix('"')?.strip_suffix('"')
}

/// A UUID in its usual form: lower case, with hyphens.
fn uuid(json: &str) -> Option<Uuid> {
    let text = unquoted(json)?;
    let usual = text.len() == 36 && !text.bytes().any(|b| b.is_ascii_uppercase());
    Uuid::try_parse(text).ok().filter(|_| usual)
}

/// A moment in its one form: UTC, `Z`, up to nine decimals of a second without a final 0.
fn timestamp(json: &str) -> Option<Timestamp> {
    let text = unquoted(json)?;
    let seconds = text.strip_suffix('Z')?;
    let (whole, decimals) = seconds.split_once('.').unwrap_or((seconds, "1"));
    let shape = |byte: u8| if byte.is_ascii_digit() { b'0' } else { byte };
    let fits = whole
        .bytes()
        .map(shape)
        .eq(b"0000-00-00T00:00:00".iter().copied())
        && (1..=9).contains(&decimals.len())
        && decimals.bytes().all(|b| b.is_ascii_digit())
        && !decimals.ends_with('0')
        && !whole.ends_with("60");
    if fits { text.parse().ok() } else { None }
}

/// A place that a batch can have: before its end.
fn place_in_batch(json: &str) -> Option<Batch> {
    /// As `Batch`, without relying on how that is written.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Place {
        at: u32,
        of: u32,
    }
    let Place { at, of } = serde_json::from_str(json).ok()?;
    (at < of).then_some(Batch { at, of })
}
