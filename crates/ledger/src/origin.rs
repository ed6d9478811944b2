//! Where an entry was taken over from.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::{Digest, PublicKey};

/// Where an entry was taken over from: another instance's ledger, by a bundle. Its id, author,
/// source, label and body are those it has there; its moment and audience are ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The key that signed the bundle.
    #[schemars(with = "String")]
    pub key: PublicKey,
    /// SHA-256 of the bundle, which is kept among the documents.
    #[schemars(with = "String")]
    pub bundle: Digest,
    /// SHA-256 of the payload that the entry has in the bundle.
    #[schemars(with = "String")]
    pub payload: Digest,
    /// When it was recorded where it was written.
    pub recorded: Timestamp,
    /// The keys by whose bundles it came to them, as they say, the first one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub before: Vec<PublicKey>,
    /// Who took it over here.
    pub by: String,
}
