//! Acts as exports carry them: each with its source, and where it stood in a record.

use jiff::Timestamp;
use ledger::EntryRef;
use serde::{Deserialize, Serialize};
use treaty::{Act, Source};

use crate::error::RowError;

/// An act and where it can be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced {
    /// The act.
    pub act: Act,
    /// Its source.
    pub source: Source,
    /// What its entry is called in the ledger it was exported from. For the reader; an import
    /// gives its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryRef>,
    /// When it was recorded there. For the reader; an import gives its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Timestamp>,
    /// Why it stood in doubt there, where it did. An import records the doubt with the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Doubt>,
}

/// A doubt about an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// Why it is in doubt.
    pub why: String,
    /// Whether it counts all the same until a person decides.
    pub counts: bool,
}

impl Sourced {
    /// An act and its source, of no record yet.
    pub fn new(act: Act, source: Source) -> Sourced {
        Sourced {
            act,
            source,
            entry: None,
            recorded: None,
            doubt: None,
        }
    }
}

/// An act of an acts file, and where it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRow {
    /// The line it begins on, from 1.
    pub line: u64,
    /// The act.
    pub sourced: Sourced,
}

/// An acts file: Accede's own CSV or JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActsFile {
    /// The file, as the caller named it.
    pub file: String,
    /// The acts.
    pub rows: Vec<ActRow>,
    /// Rows that cannot be read. While there is one, nothing of the file is recorded.
    pub errors: Vec<RowError>,
}
