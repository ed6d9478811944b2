//! What the library holds: documents, and statements of which no document is on record.

use ledger::EntryRef;
use ledger::body::vocabulary::{DocumentKind, DocumentTheme};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{PartialDate, TreatyId};

use super::NamedState;

/// A document or statement as it stands in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LibraryCard {
    /// What its entry is called: the key under which it is searched.
    pub entry: EntryRef,
    /// What it is called in addresses: of a statement its entry.
    pub id: String,
    /// Whether it is a document, or a statement of which no document is on record.
    pub what: LibraryWhat,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// Its title; of a statement without one, the meeting at which it was made.
    pub title: String,
    /// Its symbol.
    pub symbol: Option<String>,
    /// Its language, as a tag of BCP 47.
    pub language: Option<String>,
    /// Its day, or what is known of it.
    pub date: Option<PartialDate>,
    /// Where.
    pub place: Option<String>,
    /// The treaties it was made under, or speaks of.
    pub treaties: Vec<TreatyId>,
    /// [`super::MeetingView::id`] of the meeting on record, where it is one.
    pub meeting: Option<String>,
    /// The meeting as printed.
    pub meeting_title: Option<String>,
    /// In whose name it speaks.
    pub by: Vec<NamedState>,
    /// Every name they are called by, in any language.
    #[serde(skip)]
    pub names: Vec<String>,
    /// The group in whose name it speaks, where that is no participant.
    pub group: Option<String>,
    /// Who spoke or signed, as printed.
    pub speaker: Option<String>,
    /// In which function, as printed.
    pub post: Option<String>,
    /// What it speaks of.
    pub themes: Vec<DocumentTheme>,
    /// SHA-256 of its text as it is kept; `null`: its text is not kept here.
    pub text: Option<String>,
    /// Where it is to be read, if known.
    pub url: Option<String>,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
}

/// What stands in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LibraryWhat {
    /// A document.
    Document,
    /// A statement of which no document is on record.
    Statement,
}
