//! Entries as exports carry them, beside acts: plans and their actions, statements, assistance, offices,
//! meetings and what else a record holds; each with its source, and where it stood in a record.

use jiff::Timestamp;
use ledger::{Body, EntryRef};
use serde::{Deserialize, Serialize};
use treaty::{Source, TreatyId};

use crate::acts::Doubt;
use crate::error::RowError;

/// What the rows of an entries file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Plans of action.
    Plans,
    /// Their actions.
    PlanActions,
    /// What was said in the name of participants.
    Statements,
    /// Documents of the library: what they are, not their files.
    Documents,
    /// What participants gave to others.
    Assistance,
    /// Who held which office.
    Roles,
    /// Meetings.
    Meetings,
    /// Duties that were fulfilled.
    Fulfilments,
    /// Deadlines that were extended.
    Extensions,
    /// What else sources say of duties.
    Observations,
    /// Memberships of groups.
    Memberships,
    /// Counts as sources print them.
    Counts,
    /// Further names of participants.
    Names,
}

impl EntryKind {
    /// Every kind. What is first may be named by what comes after it.
    pub const ALL: [EntryKind; 13] = [
        EntryKind::Names,
        EntryKind::Memberships,
        EntryKind::Meetings,
        EntryKind::Roles,
        EntryKind::Counts,
        EntryKind::Fulfilments,
        EntryKind::Extensions,
        EntryKind::Observations,
        EntryKind::Plans,
        EntryKind::PlanActions,
        EntryKind::Statements,
        EntryKind::Documents,
        EntryKind::Assistance,
    ];

    /// What its entries are called, several of them.
    pub fn noun(self) -> &'static str {
        match self {
            EntryKind::Plans => "plans",
            EntryKind::PlanActions => "plan actions",
            EntryKind::Statements => "statements",
            EntryKind::Documents => "documents",
            EntryKind::Assistance => "rows of assistance",
            EntryKind::Roles => "roles",
            EntryKind::Meetings => "meetings",
            EntryKind::Fulfilments => "fulfilments",
            EntryKind::Extensions => "extensions",
            EntryKind::Observations => "observations",
            EntryKind::Memberships => "memberships",
            EntryKind::Counts => "counts",
            EntryKind::Names => "names",
        }
    }

    /// Whether a body is of this kind.
    pub fn is(self, body: &Body) -> bool {
        EntryKind::of(body) == Some(self)
    }

    /// The kind of a body. `None` for acts, which have files of their own, for what ships with the
    /// program, and for what bears on other entries.
    pub fn of(body: &Body) -> Option<EntryKind> {
        match body {
            Body::Plan(_) => Some(EntryKind::Plans),
            Body::PlanAction(_) => Some(EntryKind::PlanActions),
            Body::Statement(_) => Some(EntryKind::Statements),
            Body::Document(_) => Some(EntryKind::Documents),
            Body::Assistance(_) => Some(EntryKind::Assistance),
            Body::Role(_) => Some(EntryKind::Roles),
            Body::Meeting(_) => Some(EntryKind::Meetings),
            Body::Fulfilment(_) => Some(EntryKind::Fulfilments),
            Body::Extension(_) => Some(EntryKind::Extensions),
            Body::Observation(_) => Some(EntryKind::Observations),
            Body::Membership(_) => Some(EntryKind::Memberships),
            Body::PrintedCount(_) => Some(EntryKind::Counts),
            Body::Alias(_) => Some(EntryKind::Names),
            Body::Act(_)
            | Body::Treaty(_)
            | Body::Participant(_)
            | Body::Quarantined(_)
            | Body::Correction(_)
            | Body::Retraction(_)
            | Body::Dispute(_)
            | Body::FactsRelease(_)
            | Body::Approach(_)
            | Body::Release(_)
            | Body::Team(_)
            | Body::Person(_)
            | Body::Seat(_)
            | Body::Key(_)
            | Body::Agreement(_)
            | Body::Campaign(_)
            | Body::Stage(_)
            | Body::Pledge(_)
            | Body::Attribution(_)
            | Body::RollCall(_)
            | Body::Report(_) => None,
        }
    }

    /// What an entry is of, in a few words: what names it, and no more.
    pub fn label(self, body: &Body) -> String {
        let cells = self.cells(body).unwrap_or_default();
        let key = self.key(&cells).into_iter();
        let words: Vec<_> = key
            .filter(|word| !word.is_empty())
            .map(|word| word.chars().take(LABEL).collect::<String>())
            .collect();
        words.join(", ")
    }
}

/// How many characters of a field stand in a label.
const LABEL: usize = 60;

/// An entry and where it can be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcedEntry {
    /// What it says.
    pub body: Body,
    /// Its source.
    pub source: Source,
    /// What its entry is called in the ledger it was exported from. For the reader; an import
    /// gives its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryRef>,
    /// When it was recorded there. For the reader; an import gives its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Timestamp>,
    /// Why it stood in doubt there, where it did. An import records the doubt with the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Doubt>,
}

/// A row of an entries file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// The line it begins on, from 1.
    pub line: u64,
    /// The entry.
    pub sourced: SourcedEntry,
}

/// A row that names somebody whom nobody knows here: it waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// The line it begins on, from 1.
    pub line: u64,
    /// The column.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// The treaty, where the row names one.
    pub treaty: Option<TreatyId>,
}

/// An entries file: Accede's own CSV or JSON of one kind of entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntriesFile {
    /// The file, as the caller named it.
    pub file: String,
    /// What its rows are.
    pub kind: EntryKind,
    /// The entries.
    pub rows: Vec<EntryRow>,
    /// Rows whose names are nobody's.
    pub unplaced: Vec<Unplaced>,
    /// Rows that cannot be read. While there is one, nothing of the file is recorded.
    pub errors: Vec<RowError>,
}

impl EntriesFile {
    pub(crate) fn new(file: &str, kind: EntryKind) -> EntriesFile {
        EntriesFile {
            file: file.to_owned(),
            kind,
            rows: Vec::new(),
            unplaced: Vec::new(),
            errors: Vec::new(),
        }
    }
}
