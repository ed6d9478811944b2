//! What a writing command says when it is done.

use std::io;

use ledger::EntryRef;
use serde::Serialize;
use world::view::HeadView;

use crate::clerk::Receipt;
use crate::render::{Answer, Page, Sheet, cell};

/// What was recorded.
#[derive(Debug, Serialize)]
pub(super) struct Recording {
    /// The number of the first entry recorded; `null`: nothing was.
    first: Option<EntryRef>,
    /// The number of the last.
    last: Option<EntryRef>,
    /// The head after it.
    head: HeadView,
}

impl Recording {
    /// What `receipt` says was recorded.
    pub(super) fn of<T>(receipt: &Receipt<T>) -> Recording {
        Recording {
            first: receipt.recorded.map(|(first, _)| first),
            last: receipt.recorded.map(|(_, last)| last),
            head: HeadView {
                entries: receipt.head.len,
                link: receipt.head.link.to_string(),
            },
        }
    }
}

impl Answer for Recording {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["first", "last", "entries", "head"]);
        sheet.row(vec![
            cell(self.first),
            cell(self.last),
            self.head.entries.to_string(),
            self.head.link.clone(),
        ]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        match (self.first, self.last) {
            (Some(first), Some(last)) if first == last => {
                page.line(&format!("recorded as entry {first}"))?;
            }
            (Some(first), Some(last)) => {
                page.line(&format!("recorded as entries {first} to {last}"))?;
            }
            (None, _) | (_, None) => page.line("nothing to record: it is on record already")?,
        }
        page.line(&format!(
            "the ledger has {} entries, head {}",
            self.head.entries, self.head.link
        ))
    }
}
