//! What a damaged ledger file still holds.
//!
//! Reads whatever can be read and lets the chain decide: an entry is said to hold only if its
//! bytes give the link stored with it, and so do those of all entries before it.

use std::fmt;
use std::path::{Path, PathBuf};

use ledger::Head;
use ledger::verify::{Report, verify};
use rusqlite::Connection;

use crate::note::Note;
use crate::open::{Expect, connect_to_read, cut_short, recognise};
use crate::{Cause, OpenError, Place, Sqlite};

/// How many of SQLite's complaints about a file are told.
const COMPLAINTS: usize = 10;

/// What an examination found.
#[derive(Debug, Clone)]
pub struct Damage {
    /// The file.
    pub path: PathBuf,
    /// What the entries say, as far as they could be read.
    pub report: Report,
    /// What is wrong with the file itself, in words for a person, apart from the entries. Where
    /// the entries hold all the same, nothing was lost yet.
    pub file: Vec<String>,
}

impl Damage {
    /// Whether nothing is wrong.
    pub fn is_none(&self) -> bool {
        self.report.holds() && self.file.is_empty()
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Head { len, link } = self.report.holds_to;
        match &self.report.broken {
            Some(broken) => write!(f, "`{}`: {broken}.", self.path.display())?,
            None if self.file.is_empty() => {
                write!(f, "`{}`: all {len} entries hold.", self.path.display())?;
            }
            None => write!(
                f,
                "`{}`: all {len} entries hold, but the file around them is damaged. Write nothing to it; save the entries into a new ledger, or restore a backup.",
                self.path.display()
            )?,
        }
        write!(
            f,
            "\nThe head up to which everything holds is {len} {link}."
        )?;
        self.file
            .iter()
            .try_for_each(|trouble| write!(f, "\nThe file: {trouble}."))
    }
}

/// Examines a ledger file, damaged or not, without changing it. Reads all of it.
///
/// # Errors
///
/// [`OpenError`] only if there is nothing to examine: no file, no permission, an empty file with
/// no note beside it, a file that was never a ledger, or one of a newer format.
pub fn examine(path: impl AsRef<Path>) -> Result<Damage, OpenError> {
    let place = Place::at(path);
    let mut file = Vec::new();
    match recognise(place.ledger()) {
        Ok(()) => {}
        // With a note of its head beside it, it was a ledger, whatever it looks like now.
        Err(refused @ (OpenError::Empty(_) | OpenError::NotALedger { .. }))
            if place.note().exists() =>
        {
            file.push(refused.to_string());
        }
        Err(refused) => return Err(refused),
    }
    file.extend(cut_short(&place).map(|cause| cause.to_string()));
    match connect_to_read(&place, Expect::Damaged) {
        Ok(connection) => {
            let sqlite = Sqlite {
                connection,
                place,
                note_failed: None,
            };
            let report = verify(&sqlite);
            file.extend(complaints(&sqlite.connection));
            Ok(Damage {
                path: sqlite.path().to_owned(),
                report,
                file,
            })
        }
        Err(
            refused @ (OpenError::Denied { .. }
            | OpenError::Unmerged { .. }
            // What stands in the way says nothing of the entries.
            | OpenError::Failed {
                source: Cause::DiskFull(_) | Cause::Locked(_),
                ..
            }),
        ) => Err(refused),
        Err(refused) => {
            let cause = std::error::Error::source(&refused)
                .map_or_else(|| refused.to_string(), ToString::to_string);
            let report = nothing_holds(&place, &cause);
            Ok(Damage {
                path: place.ledger().to_owned(),
                report,
                file,
            })
        }
    }
}

/// The report on a file of which SQLite reads nothing.
fn nothing_holds(place: &Place, cause: &str) -> Report {
    let noted = match Note::read(&place.note()) {
        Ok(Some(Note { head, recorded })) => {
            let on = recorded.map(|at| format!(", recorded on {}", at.strftime("%-d %B %Y")));
            let on = on.unwrap_or_default();
            format!(" The last entry noted beside it is entry {}{on}.", head.len)
        }
        Ok(None) | Err(_) => String::new(),
    };
    Report {
        holds_to: Head::EMPTY,
        holds_until: None,
        entries: 0,
        broken_at: Some(1),
        broken: Some(format!(
            "no entry can be read: {cause}.{noted} Keep the file as it is, and restore a backup"
        )),
    }
}

/// What SQLite finds wrong in the structure of the file.
fn complaints(connection: &Connection) -> Vec<String> {
    let all = || -> rusqlite::Result<Vec<String>> {
        let mut check = connection.prepare(&format!("PRAGMA quick_check({COMPLAINTS})"))?;
        let complaints = check.query_map([], |row| row.get::<_, String>(0))?;
        complaints
            .filter(|complaint| !complaint.as_ref().is_ok_and(|text| text == "ok"))
            .collect()
    };
    match all() {
        Ok(complaints) => complaints
            .iter()
            .map(|text| text.replace('\n', "; "))
            .collect(),
        Err(error) => vec![error.to_string()],
    }
}
