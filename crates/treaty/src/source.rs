//! Where a statement can be checked.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far a source carries, as the reviewers of a fact judged it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// One weak source, or general knowledge that nobody verified.
    Low,
    /// One good source.
    Medium,
    /// The depositary itself, or two independent sources with the same day.
    High,
}

/// The document a statement was taken from. There is no act without one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// What it is, as one would cite it.
    pub title: String,
    /// Its address, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The day it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<Date>,
    /// The day as at which it says it speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_at: Option<Date>,
    /// SHA-256 of the bytes that were read, in lower-case hexadecimal; the key under
    /// which the document is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Where in the document: a row, an article, a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How far it carries, where somebody judged it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
}

impl Source {
    /// A source of which only the citation is known.
    pub fn cited(title: impl Into<String>) -> Source {
        Source {
            title: title.into(),
            url: None,
            retrieved: None,
            as_at: None,
            sha256: None,
            place: None,
            confidence: None,
        }
    }
}
