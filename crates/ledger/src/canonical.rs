//! The bytes an entry is written as. Knows no kinds of entry.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value that cannot be written, or bytes that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum CanonicalError {
    /// Not writable: a float, or a map with keys that are no text.
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
/// [`CanonicalError::NotWritable`] for floats.
pub fn to_bytes(value: &impl Serialize) -> Result<Vec<u8>, CanonicalError> {
    let _ = value;
    todo!()
}

/// Reads a value from canonical bytes.
///
/// # Errors
///
/// [`CanonicalError::NotCanonical`] if the bytes are not JSON of this shape.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, CanonicalError> {
    serde_json::from_slice(bytes).map_err(|e| CanonicalError::NotCanonical(e.to_string()))
}
