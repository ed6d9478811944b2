//! `accede restore`: a data directory or a database from a backup.

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use ledger::{Head, Store};
use store::{Archive, Documents, Location, Sqlite};

use super::Session;
use super::backup::{Last, last, until};
use super::migrate::CopyView;
use crate::failure::Failure;
use crate::home::{Home, cannot_open, not_opened};

/// Make a data directory (--data) or a database (--database-url) from a backup, verified
///
/// Nothing that is there is overwritten: the data directory must be new, the database without a ledger.
/// A ledger is append-only, so a backup holds every earlier moment too: --until goes back to one.
#[derive(Debug, Args)]
pub(super) struct RestoreArgs {
    /// The backup, or any ledger file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only up to this entry, or this moment: whole batches
    #[arg(long, value_name = "ENTRY|TIME", value_parser = last)]
    until: Option<Last>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &RestoreArgs) -> Result<(), Failure> {
    let begun = Instant::now();
    let home = Home::new(&session.settings, session.clock);
    let to = home.location();
    let from = Sqlite::open_read_only(&args.file).map_err(cannot_open)?;
    if let Some(there) = to.open_to_read().map_err(not_opened)? {
        let head = there.head().map_err(|error| unreadable(to, error))?;
        if head != Head::EMPTY {
            return Err(Failure::usage(format!(
                "there is a ledger of {} entries already in {to}; nothing was restored",
                head.len
            ))
            .hint("name a new data directory with --data, or an empty database"));
        }
    }
    let until = until(&from, args.until)?;
    let mut target = to.open_or_create().map_err(not_opened)?;
    let copied = store::transfer(&from, target.as_mut(), until).map_err(|error| {
        Failure::store(format!("the ledger was not restored to {to}, or not whole"))
            .because(error)
            .hint("the backup was not changed; `accede migrate-store --from FILE` goes on where this stopped")
    })?;
    let documents = restore_documents(&from, to)?;
    let file = args.file.display().to_string();
    session.give(&CopyView::new(
        file,
        to.to_string(),
        copied,
        documents,
        begun,
    ))
}

/// Restores the documents inside the file, and those beside it.
fn restore_documents(from: &Sqlite, to: &Location) -> Result<usize, Failure> {
    let failed = |error| {
        Failure::store("the entries were restored, the documents not all").because(error)
    };
    let inside = Archive::open(from.path()).map_err(failed)?;
    let target = to.documents().map_err(not_opened)?;
    let beside = Location::Files(from.path().to_owned());
    let beside = beside.documents().map_err(not_opened)?;
    for source in [&inside as &dyn Documents, beside.as_ref()] {
        store::copy_documents(source, target.as_ref()).map_err(failed)?;
    }
    Ok(target.ids().map_err(failed)?.len())
}

fn unreadable(to: &Location, error: ledger::ReadError) -> Failure {
    Failure::store(format!("what is in {to} cannot be read")).because(error)
}
