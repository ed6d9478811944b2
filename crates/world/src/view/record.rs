//! The ledger behind the answers.

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::{Audience, EntryRef, Tlp};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Confidence, Source};

/// A derived value and the entries it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// The entries, ascending. Never empty.
    pub entries: Vec<EntryRef>,
}

/// An entry an answer rests on, as every answer cites it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceRef {
    /// The entry.
    pub entry: EntryRef,
    /// What the document is.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// The day it was read.
    pub retrieved: Option<Date>,
    /// The day as at which it speaks.
    pub as_at: Option<Date>,
    /// Where in it.
    pub place: Option<String>,
    /// How far it carries.
    pub confidence: Option<Confidence>,
}

/// The head of the ledger behind an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HeadView {
    /// The number of entries folded: of those this viewer may see.
    pub entries: u64,
    /// The link of the last public one, hexadecimal; where others were folded, one over all of them.
    pub link: String,
}

/// An entry as the ledger page lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EntryView {
    /// What it is called: its number among the public entries, or its id where it is not public.
    pub seq: EntryRef,
    /// Its own name.
    pub id: String,
    /// Its hash in the chain of the entries with the same audience.
    pub link: String,
    /// Who may see it.
    pub audience: Audience,
    /// How far it may be passed on, where its author said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Tlp>,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// By whom.
    pub author: String,
    /// Where it was taken over from, where it was written in another ledger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<ledger::Origin>,
    /// The kind of body.
    pub kind: &'static str,
    /// One line on what it says.
    pub summary: String,
    /// The body.
    pub body: ledger::Body,
    /// Its source.
    pub source: Source,
    /// Entries that correct, retract or dispute it.
    pub touched_by: Vec<EntryRef>,
}

/// A page of the ledger, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LedgerView {
    /// The head behind the answer.
    pub head: HeadView,
    /// The entries of this page.
    pub entries: Vec<EntryView>,
    /// What the first entry of the next page is called, if there is one.
    pub next: Option<EntryRef>,
}
