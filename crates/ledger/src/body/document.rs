//! A document of the library: what it is, and under which hashes its file and its text are kept.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use treaty::{PartialDate, ParticipantId, TreatyId};

use super::vocabulary::{Distribution, DocumentKind, DocumentTheme};
use crate::EntryId;

/// A document: one paper in one language, as a person confirmed it to be. Its later versions are corrections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its name in addresses, such as `ita-ccm-2rc-universalization`.
    pub document: String,
    /// The name of the work of which it is one expression: documents of one work say the same in other languages.
    /// Absent: it is the only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<String>,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// Its symbol, such as `CCM/MSP/2011/WP.5`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// Its language, as a tag of BCP 47. Absent: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Its day: that on which it was delivered, or else the one it bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The treaties it was made under, or speaks of; none twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub treaties: Vec<TreatyId>,
    /// The meeting it was made for, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
    /// That meeting on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<DocumentMeeting>,
    /// In whose name it speaks; none twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<ParticipantId>,
    /// The group in whose name it speaks, where that is no participant: as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Who spoke or signed, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// In which function, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// With whose statements it aligns itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aligned_with: Vec<ParticipantId>,
    /// Who align themselves with it, as it says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aligned_by: Vec<ParticipantId>,
    /// What it speaks of; none twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<DocumentTheme>,
    /// To whom it was given, as its head says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distribution: Option<Distribution>,
    /// The entry of the statement whose text it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<EntryId>,
    /// Its file. Absent: it is known, and not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<DocumentFile>,
    /// SHA-256 of its text as it is kept, in hexadecimal. The places of paragraphs in that text are their anchors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Where it is to be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The meeting on record for which a document was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentMeeting {
    /// Its treaty.
    pub treaty: TreatyId,
    /// What kind of meeting: `MSP`, `RevCon`.
    pub kind: String,
    /// Its number in its series, or year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// The file of a document, as somebody brought it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentFile {
    /// SHA-256 of its bytes, in hexadecimal: the name under which they are kept.
    pub sha256: String,
    /// What kind of file: `application/pdf`.
    pub media_type: String,
    /// Its length in bytes.
    pub len: u64,
    /// What it was called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
