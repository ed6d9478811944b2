//! The ledger as its page lists it.

use ledger::Seq;

use crate::record::At;
use crate::say;
use crate::view::{EntryView, LedgerView};
use crate::world::World;

impl World {
    /// A page of the ledger, newest first, from `before` (excluded) downwards.
    pub fn ledger(&self, before: Option<Seq>, count: usize) -> LedgerView {
        let end = before.map_or(self.record.len(), |before| self.record.count_before(before));
        let begin = end.saturating_sub(At::try_from(count).unwrap_or(At::MAX));
        let entries: Vec<_> = (begin..end).rev().map(|at| self.entry_view(at)).collect();
        LedgerView {
            head: self.head(),
            next: begin
                .checked_sub(1)
                .filter(|_| !entries.is_empty())
                .map(|at| self.record.seq(at)),
            entries,
        }
    }

    /// One entry.
    pub fn entry(&self, seq: Seq) -> Option<EntryView> {
        Some(self.entry_view(self.record.place(seq)?))
    }

    fn entry_view(&self, at: At) -> EntryView {
        let recorded = self.record.get(at);
        let entry = &recorded.entry;
        EntryView {
            seq: recorded.seq,
            id: entry.id.to_string(),
            link: recorded.link.to_string(),
            recorded: entry.recorded,
            author: entry.author.clone(),
            kind: say::kind_of(&entry.body),
            summary: say::summary(&entry.body, &self.registry),
            body: entry.body.clone(),
            source: entry.source.clone(),
            touched_by: self.record.touched_by(at),
        }
    }
}
