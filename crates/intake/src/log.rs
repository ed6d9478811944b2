//! The outreach log as files: approaches as `export log` writes them, and as coordinators keep them in a table.
//!
//! Reading holds back a row whole where it names somebody or something unknown, with its place and why; the
//! other rows are taken. What a row of ours says is what an approach says, audience and label included.

mod cells;
mod columns;
mod json;
mod propose;
mod read;
mod write;

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::body::Approach;
use ledger::{Audience, EntryRef, Tlp};
use serde::{Deserialize, Serialize};
use treaty::{ParticipantId, Source, TreatyId};

use crate::acts::Doubt;
use crate::jotting::Names;

pub use self::json::{read_log_json, write_log_json};
pub use self::propose::{KnownApproach, Proposed, propose_log};
pub use self::read::read_log_csv;
pub use self::write::write_log_csv;

/// What a reader of a log must know beside it.
#[derive(Clone, Copy)]
pub struct LogAsked<'a> {
    /// The names on record.
    pub names: &'a dyn Names,
    /// Today: what lies before it was done, where a row does not say.
    pub today: Date,
    /// For which treaty rows are that name none.
    pub treaty: Option<&'a TreatyId>,
    /// Who approached in rows that name nobody.
    pub by: Option<ParticipantId>,
}

/// An approach with who may see it and where it can be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Logged {
    /// What it says.
    pub approach: Approach,
    /// Who may see it, where the file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// How far it may be passed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Tlp>,
    /// Its source; without a title: the log itself.
    pub source: Source,
    /// What its entry is called in the ledger it was exported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryRef>,
    /// When it was recorded there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Timestamp>,
    /// Why it stood in doubt there, where it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Doubt>,
}

/// A row that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// The line it begins on, from 1.
    pub line: u64,
    /// The approach.
    pub logged: Logged,
}

/// A row that is held back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogHeld {
    /// The line it begins on, from 1.
    pub line: u64,
    /// The column.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// Why it is held back.
    pub why: String,
    /// Who may see it, where its row says.
    #[serde(skip)]
    pub audience: Option<Audience>,
}

/// A log that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFile {
    /// The file, as the caller named it.
    pub file: String,
    /// The approaches.
    pub rows: Vec<LogRow>,
    /// What is held back.
    pub held: Vec<LogHeld>,
}

impl LogFile {
    /// The first row that bears a marking of classified information, and which: then nothing of the file may be
    /// recorded.
    pub fn marked(&self) -> Option<(u64, &'static str)> {
        let rows = self.rows.iter().map(|row| {
            let text = serde_json::to_string(&row.logged).unwrap_or_default();
            // As JSON a line break is two letters; as text it is a blank.
            (
                row.line,
                text.replace("\\n", " ")
                    .replace("\\t", " ")
                    .replace("\\r", " "),
            )
        });
        let held = self.held.iter().map(|held| (held.line, held.value.clone()));
        let mut all = rows.chain(held);
        all.find_map(|(line, text)| Some((line, crate::marking::in_text(&text)?)))
    }
}
