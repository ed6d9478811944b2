//! `accede entry`: one entry of the ledger, whole.

use std::io;

use clap::Args;
use ledger::EntryRef;
use world::view::EntryView;

use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Page, Sheet, moment};

/// One entry of the ledger, whole: what it says, where from, who recorded it and when
#[derive(Debug, Args)]
pub(super) struct EntryArgs {
    /// Its number
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &EntryArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let head = world.head();
    let view = world
        .entry(args.entry)
        .ok_or_else(|| no_entry(args.entry, head.entries))?;
    session.give(&view)
}

/// There is no such entry.
pub(super) fn no_entry(entry: EntryRef, entries: u64) -> Failure {
    Failure::usage(format!("there is no entry {entry}"))
        .hint(format!("the record has the entries 1 to {entries}"))
}

impl Answer for EntryView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "seq", "id", "link", "recorded", "author", "kind", "summary", "source",
        ]);
        sheet.row(vec![
            self.seq.to_string(),
            self.id.clone(),
            self.link.clone(),
            self.recorded.to_string(),
            self.author.clone(),
            self.kind.to_owned(),
            self.summary.clone(),
            self.source.title.clone(),
        ]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.paragraph(2, &format!("entry {}: {}", self.seq, self.summary))?;
        page.line(&format!(
            "recorded {} by {}",
            moment(self.recorded),
            self.author
        ))?;
        if let Some(origin) = &self.origin {
            page.line(&format!(
                "taken over by {} from a bundle of the key {}, where it was recorded {}",
                origin.by,
                origin.key.fingerprint(),
                moment(origin.recorded)
            ))?;
        }
        page.line(&format!("id {}", self.id))?;
        page.line(&format!("link {}", self.link))?;
        page.paragraph(2, &format!("source: {}", self.source.title))?;
        if let Some(url) = &self.source.url {
            page.line(&format!("  {url}"))?;
        }
        if !self.touched_by.is_empty() {
            let by: Vec<_> = self.touched_by.iter().map(ToString::to_string).collect();
            page.line(&format!(
                "corrected, retracted or disputed by entries {}",
                by.join(", ")
            ))?;
        }
        page.gap()?;
        let body = serde_json::to_string_pretty(&self.body)?;
        body.lines().try_for_each(|line| page.line(line))
    }
}
