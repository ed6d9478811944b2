//! `accede migrate-store`: a ledger and its documents from one store to another.

use std::io;
use std::time::Instant;

use clap::Args;
use serde::Serialize;
use store::{Location, Transferred, Until};

use super::Session;
use crate::failure::Failure;
use crate::home::not_opened;
use crate::render::{Answer, Page, Sheet};

/// Copy a ledger and its documents from one store to another: a data directory or a database
///
/// What is known of persons goes with it. The copy has the same numbers and hashes, and is verified whole
/// at the end; the source is not changed.
/// Interrupted, the same command goes on where it stopped. Stop what writes to the source first: what it
/// writes later is copied by the same command once more.
#[derive(Debug, Args)]
pub(super) struct MigrateArgs {
    /// Where it is: a data directory, a ledger file, or postgresql://…
    #[arg(long, value_name = "DIR|URL", value_parser = location)]
    from: Location,
    /// Where it is to go: a data directory or postgresql://…; empty, or with the beginning of the same
    /// ledger
    #[arg(long, value_name = "DIR|URL", value_parser = location)]
    to: Location,
}

/// What was copied, and where it stands now.
#[derive(Debug, Serialize)]
pub(super) struct CopyView {
    from: String,
    to: String,
    /// How many entries the copy has.
    entries: u64,
    /// How many of them are new.
    copied: u64,
    head: String,
    /// Whether the whole chain of the copy was derived again and holds.
    verified: bool,
    /// How many documents there are.
    documents: usize,
    seconds: f64,
}

impl CopyView {
    pub(super) fn new(
        from: String,
        to: String,
        copied: Transferred,
        documents: usize,
        begun: Instant,
    ) -> CopyView {
        CopyView {
            from,
            to,
            entries: copied.head.len,
            copied: copied.head.len.saturating_sub(copied.before),
            head: copied.head.link.to_string(),
            // A copy that does not hold is an error.
            verified: true,
            documents,
            seconds: begun.elapsed().as_secs_f64(),
        }
    }
}

fn location(text: &str) -> Result<Location, String> {
    // Not with what was given: it may have a password in it.
    text.parse()
        .map_err(|error: store::DatabaseError| error.to_string())
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &MigrateArgs) -> Result<(), Failure> {
    let begun = Instant::now();
    let from = args
        .from
        .open_to_read()
        .map_err(not_opened)?
        .ok_or_else(|| {
            Failure::usage(format!("there is no ledger in {}", args.from))
                .hint("name the data directory or database that has one with --from")
        })?;
    let mut to = args.to.open_or_create().map_err(not_opened)?;
    let copied = store::transfer(from.as_ref(), to.as_mut(), Until::End).map_err(|error| {
        Failure::store(format!(
            "the ledger was not copied to {}, or not whole",
            args.to
        ))
        .because(error)
        .hint("the source was not changed; the same command goes on where this one stopped")
    })?;
    let source = args.from.documents().map_err(not_opened)?;
    let target = args.to.documents().map_err(not_opened)?;
    let (documents, _) =
        store::copy_documents(source.as_ref(), target.as_ref()).map_err(|error| {
            Failure::store("the entries were copied, the documents not all")
                .because(error)
                .hint("the same command goes on where this one stopped")
        })?;
    if let Some(people) = args.from.cabinet_if_any().map_err(not_opened)? {
        let target = args.to.cabinet().map_err(not_opened)?;
        store::copy_persons(people.as_ref(), target.as_ref()).map_err(|error| {
            Failure::store(
                "entries and documents were copied, what is known of persons was not",
            )
            .because(error)
            .hint("stop what writes there, and give the same command once more")
        })?;
    }
    let (from, to) = (args.from.to_string(), args.to.to_string());
    session.give(&CopyView::new(from, to, copied, documents, begun))
}

impl Answer for CopyView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "from",
            "to",
            "entries",
            "copied",
            "head",
            "verified",
            "documents",
            "seconds",
        ]);
        sheet.row(vec![
            self.from.clone(),
            self.to.clone(),
            self.entries.to_string(),
            self.copied.to_string(),
            self.head.clone(),
            self.verified.to_string(),
            self.documents.to_string(),
            self.seconds.to_string(),
        ]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.paragraph(2, &format!("from {}", self.from))?;
        page.paragraph(2, &format!("to {}", self.to))?;
        page.line(&format!(
            "{} entries stand there, {} of them new; the whole chain was verified",
            self.entries, self.copied
        ))?;
        page.line(&format!("head {}", self.head))?;
        page.line(&format!("{} documents", self.documents))?;
        page.line(&format!("{:.3} seconds", self.seconds))
    }
}
