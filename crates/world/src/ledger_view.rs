//! The ledger as its page lists it.

use ledger::{Audience, Body, EntryId, EntryRef};

use crate::record::At;
use crate::say;
use crate::view::{EntryView, LedgerView};
use crate::world::World;

impl World {
    /// A page of the ledger, newest first, from `before` (excluded) downwards.
    pub fn ledger(&self, before: Option<EntryRef>, count: usize) -> LedgerView {
        let end = before.map_or(self.record.len(), |before| self.record.count_before(before));
        let begin = end.saturating_sub(At::try_from(count).unwrap_or(At::MAX));
        let entries: Vec<_> = (begin..end).rev().map(|at| self.entry_view(at)).collect();
        LedgerView {
            head: self.head(),
            next: begin
                .checked_sub(1)
                .filter(|_| !entries.is_empty())
                .map(|at| self.record.name(at)),
            entries,
        }
    }

    /// One entry.
    pub fn entry(&self, name: EntryRef) -> Option<EntryView> {
        Some(self.entry_view(self.record.place(name)?))
    }

    /// The id of the entry that is called so.
    pub fn id_of(&self, name: EntryRef) -> Option<EntryId> {
        Some(self.record.get(self.record.place(name)?).entry.id)
    }

    /// Who may see the entry with an id; `None` if this viewer may not, or nobody wrote it.
    pub fn audience_of(&self, id: EntryId) -> Option<&Audience> {
        Some(&self.record.find(id)?.entry.audience)
    }

    /// What the entry with an id said when it was recorded, whatever was put right since; `None` if this viewer
    /// may not see it, or nobody wrote it.
    pub fn body_as_recorded(&self, id: EntryId) -> Option<&Body> {
        Some(&self.record.find(id)?.entry.body)
    }

    /// What the entry with an id says now, as the corrections of it have it, be it taken back or not; `None` as
    /// of [`World::body_as_recorded`].
    pub fn body_as_corrected(&self, id: EntryId) -> Option<&Body> {
        Some(self.record.body(self.record.at(id)?))
    }

    /// The entries before and after one among those with its audience: its link is made of the
    /// link of the one before.
    pub fn beside(&self, name: EntryRef) -> Option<(Option<EntryView>, Option<EntryView>)> {
        let (before, after) = self.record.beside(self.record.place(name)?);
        Some((
            before.map(|at| self.entry_view(at)),
            after.map(|at| self.entry_view(at)),
        ))
    }

    fn entry_view(&self, at: At) -> EntryView {
        let recorded = self.record.get(at);
        let entry = &recorded.entry;
        EntryView {
            seq: recorded.name(),
            id: entry.id.to_string(),
            link: recorded.own.link.to_string(),
            audience: entry.audience.clone(),
            label: entry.label,
            recorded: entry.recorded,
            author: entry.author.clone(),
            origin: entry.origin.clone(),
            kind: say::kind_of(&entry.body),
            summary: say::summary(&entry.body, &self.registry),
            body: entry.body.clone(),
            source: entry.source.clone(),
            touched_by: self.record.touched_by(at),
        }
    }
}
