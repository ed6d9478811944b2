//! Documents of the library.

use jiff::Timestamp;
use ledger::body::vocabulary::{Distribution, DocumentKind, DocumentTheme};
use ledger::body::{Document, DocumentFile};
use ledger::{Audience, EntryRef};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{PartialDate, TreatyId};

use super::{HeadView, NamedState, SourceRef};

/// The documents on record, as far as whoever asks may see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentsView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Each as it stands now: by its day, the last first, what has none at the end.
    pub documents: Vec<DocumentView>,
}

/// A document as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentView {
    /// What it is called in addresses: its name, or its entry where an earlier one has that name.
    pub id: String,
    /// The entry by which it was recorded.
    pub entry: EntryRef,
    /// The entry that has its present words.
    pub worded: EntryRef,
    /// Who may see it.
    pub audience: Audience,
    /// When its present words were recorded.
    pub changed: Timestamp,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// Its symbol.
    pub symbol: Option<String>,
    /// Its language, as a tag of BCP 47.
    pub language: Option<String>,
    /// Its day: that on which it was delivered, or else the one it bears.
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
    /// The group in whose name it speaks, where that is no participant.
    pub group: Option<String>,
    /// Who spoke or signed, as printed.
    pub speaker: Option<String>,
    /// In which function, as printed.
    pub post: Option<String>,
    /// With whose statements it aligns itself.
    pub aligned_with: Vec<NamedState>,
    /// Who align themselves with it.
    pub aligned_by: Vec<NamedState>,
    /// What it speaks of.
    pub themes: Vec<DocumentTheme>,
    /// To whom it was given, as its head says.
    pub distribution: Option<Distribution>,
    /// The statement whose text it is: the one it names, or else the only one on record with the same treaty, speaker,
    /// meeting and title.
    pub statement: Option<EntryRef>,
    /// The same in other languages, by language.
    pub versions: Vec<DocumentVersion>,
    /// Its file; `null`: it is known, and not kept.
    pub file: Option<DocumentFile>,
    /// SHA-256 of its text as it is kept.
    pub text: Option<String>,
    /// Where it is to be read.
    pub url: Option<String>,
    /// Anything else.
    pub note: Option<String>,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
    /// Where its present words come from.
    pub source: SourceRef,
    /// What was recorded, for those who correct it.
    #[serde(skip)]
    pub document: Document,
}

/// The same document in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentVersion {
    /// What it is called in addresses.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its language, as a tag of BCP 47.
    pub language: Option<String>,
}
