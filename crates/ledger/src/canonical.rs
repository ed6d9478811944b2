//! The bytes an entry is written as. Knows no kinds of entry.
//!
//! The form is JSON (RFC 8259) with nothing left to choose: UTF-8, no blanks, members of an
//! object sorted by the UTF-8 bytes of their names, integers only, text in Unicode normalization
//! form C, the shortest escape where one is needed and none elsewhere. It is specified, with a
//! worked example, in `docs/ledger-format.md`, and frozen: the same value has had, and will have,
//! the same bytes in every release.

mod compound;
mod scan;
mod write;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// How deeply arrays and objects may lie in one another.
pub const MAX_DEPTH: usize = 64;

/// A value that cannot be written, or bytes that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum CanonicalError {
    /// Not writable: a float, an integer beyond 64 bits, raw bytes, a map whose keys are no text
    /// or not all different, or more than [`MAX_DEPTH`] levels.
    #[error("the value has no canonical form: {0}")]
    NotWritable(String),
    /// Not the canonical form of anything.
    #[error("the bytes are not in canonical form: {0}")]
    NotCanonical(String),
}

/// The canonical bytes of `value`: JSON, keys sorted by their UTF-8 bytes, no blanks, no floats,
/// text in NFC, the shortest escapes. Specified in `docs/ledger-format.md`.
///
/// # Errors
///
/// [`CanonicalError::NotWritable`] for floats and whatever else has no canonical form.
///
/// # Examples
///
/// ```
/// # use std::collections::BTreeMap;
/// let value = BTreeMap::from([("on", "2011-09-21"), ("by", "XAA")]);
/// assert_eq!(ledger::canonical::to_bytes(&value)?, br#"{"by":"XAA","on":"2011-09-21"}"#);
/// assert!(ledger::canonical::to_bytes(&0.5).is_err());
/// # Ok::<(), ledger::canonical::CanonicalError>(())
/// ```
pub fn to_bytes<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, CanonicalError> {
    write::to_bytes(value)
}

/// Reads a value from canonical bytes. Trusts their form; [`check`] does not.
///
/// # Errors
///
/// [`CanonicalError::NotCanonical`] if the bytes are not JSON of this shape.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, CanonicalError> {
    serde_json::from_slice(bytes).map_err(|e| CanonicalError::NotCanonical(e.to_string()))
}

/// Says whether `bytes` are exactly what [`to_bytes`] would write for the value they carry.
///
/// One pass without building the value; a property test holds it to "read, write again, compare".
///
/// # Errors
///
/// [`CanonicalError::NotCanonical`] with the first place, as an offset in bytes from 0, where
/// they are not.
pub fn check(bytes: &[u8]) -> Result<(), CanonicalError> {
    scan::value(bytes)
}

/// [`check`]s that `bytes` are a canonical object, and gives the name and the canonical text of
/// each of its members, in order, on the way.
///
/// # Errors
///
/// As [`check`]; also if the bytes are something else than an object.
pub fn members<'a>(
    bytes: &'a [u8],
    visit: impl FnMut(&str, &'a str),
) -> Result<(), CanonicalError> {
    scan::object(bytes, visit)
}

#[cfg(test)]
mod tests;
