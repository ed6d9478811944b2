//! A log against the record: what is new, what is there, and what the record says otherwise by now.

use std::collections::BTreeSet;

use jiff::Timestamp;
use ledger::body::Approach;
use ledger::{Audience, EntryRef, canonical};

use super::{LogFile, LogHeld, LogRow};

/// An approach on record, as its viewer may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownApproach {
    /// What its entry is called.
    pub entry: EntryRef,
    /// When its words were recorded.
    pub recorded: Timestamp,
    /// What it says, corrections applied.
    pub approach: Approach,
    /// Who may see it.
    pub audience: Audience,
}

/// What a log gives against the record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposed {
    /// What is to be recorded.
    pub added: Vec<LogRow>,
    /// How many are on record as the log has them.
    pub unchanged: u32,
    /// What is held back, in the order of the lines.
    pub held: Vec<LogHeld>,
}

/// Compares a log with the approaches on record; rows that say no audience are for `audience`.
pub fn propose_log(
    file: &LogFile,
    known: &[KnownApproach],
    audience: Option<&Audience>,
) -> Proposed {
    let mut there: BTreeSet<(Vec<u8>, Audience)> = BTreeSet::new();
    for one in known {
        there.extend(key(&one.approach).map(|key| (key, one.audience.clone())));
    }
    let mut proposed = Proposed {
        held: file.held.clone(),
        ..Proposed::default()
    };
    for row in &file.rows {
        let mut row = row.clone();
        row.logged.audience = row.logged.audience.or_else(|| audience.cloned());
        let of = row
            .logged
            .audience
            .clone()
            .unwrap_or(Audience::Teams(Vec::new()));
        let Some(key) = key(&row.logged.approach) else {
            proposed
                .held
                .push(held(&row, "it cannot be written as entries are"));
            continue;
        };
        if !there.insert((key, of)) {
            proposed.unchanged += 1;
        } else if changed(&row, known) {
            let why = "the record has another wording of this entry by now: correct it there, or empty the column";
            proposed.held.push(held(&row, why));
        } else {
            proposed.added.push(row);
        }
    }
    proposed.held.sort_by_key(|held| held.line);
    proposed
}

/// An approach as the ledger keeps it.
fn key(approach: &Approach) -> Option<Vec<u8>> {
    canonical::to_bytes(approach).ok()
}

/// Whether a row names an entry of this ledger, of which the record says something else. A number is an entry's
/// name in one ledger alone, so the moment at which it was recorded must fit.
fn changed(row: &LogRow, known: &[KnownApproach]) -> bool {
    let Some(name) = row.logged.entry else {
        return false;
    };
    known.iter().any(|one| match name {
        EntryRef::Own(_) => one.entry == name,
        EntryRef::Public(_) => one.entry == name && Some(one.recorded) == row.logged.recorded,
    })
}

fn held(row: &LogRow, why: &str) -> LogHeld {
    let name = row.logged.entry.map(|entry| entry.to_string());
    LogHeld {
        line: row.line,
        column: "entry".to_owned(),
        value: name.unwrap_or_default(),
        why: why.to_owned(),
        audience: row.logged.audience.clone(),
    }
}
