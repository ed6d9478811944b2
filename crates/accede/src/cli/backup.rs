//! `accede backup`: the whole ledger and its documents in one file.

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use jiff::Timestamp;
use ledger::{EntryRef, Store};
use store::Until;

use super::migrate::CopyView;
use super::{Session, ask};
use crate::failure::Failure;
use crate::home::{Home, not_opened};
use crate::record::Record;

/// Write the ledger and its documents into one file, while others go on writing
///
/// The file is itself a ledger, with the same numbers and hashes, verified before it gets its name:
/// every command reads it (--data FILE), and `accede restore` makes a data directory or a database of it.
/// It holds everything on record, also what not everybody may see.
#[derive(Debug, Args)]
pub(super) struct BackupArgs {
    /// The new file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Only up to this entry, or this moment: whole batches
    #[arg(long, value_name = "ENTRY|TIME", value_parser = last)]
    until: Option<Last>,
}

/// How far a copy goes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Last {
    /// To this entry.
    Entry(EntryRef),
    /// To this moment.
    Moment(Timestamp),
}

/// An entry by its name, or a moment.
pub(super) fn last(text: &str) -> Result<Last, String> {
    if let Ok(name) = ask::entry(text) {
        return Ok(Last::Entry(name));
    }
    let moment = ask::moment(text);
    moment.map(Last::Moment).map_err(|_neither| {
        format!("`{text}` is neither the number of an entry, nor its id, nor a moment, such as 2026-11-21T12:00:00Z")
    })
}

/// How far that is in the chain of `from`. A chain that is damaged further on has its entries until there.
///
/// # Errors
///
/// Bad input if no entry is called so.
pub(super) fn until(from: &dyn Store, last: Option<Last>) -> Result<Until, Failure> {
    let name = match last {
        None => return Ok(Until::End),
        Some(Last::Moment(moment)) => return Ok(Until::Moment(moment)),
        Some(Last::Entry(name)) => name,
    };
    let mut record = Record::empty();
    let damaged = record.follow(from).err();
    let found = record.named(name).map(|entry| Until::Entry(entry.seq.0));
    found.ok_or_else(|| match damaged {
        Some(damaged) => damaged.into(),
        None => Failure::bad_input(format!("the ledger has no entry {name}")),
    })
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &BackupArgs) -> Result<(), Failure> {
    let begun = Instant::now();
    let home = Home::new(&session.settings, session.clock);
    let location = home.location();
    let open = || location.open_to_read().map_err(not_opened);
    let from = match open()? {
        Some(from) => from,
        None => {
            // A new data directory has the shipped facts.
            home.read()?;
            open()?.ok_or_else(|| Failure::store("the ledger is gone"))?
        }
    };
    let documents = location.documents().map_err(not_opened)?;
    let until = until(from.as_ref(), args.until)?;
    let made = store::back_up(from.as_ref(), documents.as_ref(), until, &args.out);
    let (copied, documents) = made.map_err(|error| {
        Failure::store(format!("no backup was made at {}", args.out.display()))
            .because(error)
            .hint("name a file that is not there yet, where there is room")
    })?;
    let (from, to) = (location.to_string(), args.out.display().to_string());
    session.give(&CopyView::new(from, to, copied, documents, begun))
}
