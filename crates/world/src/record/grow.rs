//! More entries behind those that were settled. What one that was corrected, taken back or disputed
//! comes to is decided by those about it alone, so the others stay as they are.

use std::collections::BTreeSet;
use std::sync::Arc;

use ledger::{EntryId, Recorded};

use super::{At, Record, target};
use crate::kinds;
use crate::world::Viewer;

impl Record {
    /// The record with `more` behind it, settled as if all had come at once, and the places whose words
    /// or standing may not be what they were, the new ones among them; `None`: any may be.
    pub(crate) fn grown(&self, more: &[Arc<Recorded>]) -> (Record, Option<BTreeSet<At>>) {
        let first = self.len();
        let mut record = self.clone();
        record.entries.extend(more.iter().map(Arc::clone));
        record.marks.resize(record.entries.len(), 0);
        record.name_from(first);
        let mut changed = BTreeSet::new();
        for at in first..record.len() {
            let Some(of) = target(&record.get(at).entry.body) else {
                changed.insert(at);
                continue;
            };
            match record.first_place(of).filter(|&place| place < at) {
                None => record.dangling.push(at),
                Some(place) if record.is_plain(at, place) => {
                    record.touch(at, place);
                    changed.insert(place);
                }
                // What bears on what bears on others may lift it, or turn it elsewhere.
                Some(_) => return (Record::settle(record.entries), None),
            }
        }
        (record, Some(changed))
    }

    /// Whether `viewer` sees all of it.
    pub(crate) fn is_seen_by(&self, viewer: &Viewer) -> bool {
        self.strands.keys().all(|audience| viewer.sees(audience))
    }

    /// The entries, from the first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Arc<Recorded>> {
        self.entries.iter()
    }

    /// Whether the entry at `place` says something of its own, and does so whatever `at`, which is about
    /// it, makes of it.
    fn is_plain(&self, at: At, place: At) -> bool {
        let words = kinds::correction(&self.get(at).entry.body);
        target(&self.get(place).entry.body).is_none()
            && target(self.body(place)).is_none()
            && words.is_none_or(|words| target(&words.body).is_none())
    }

    /// Applies the last entry that is about another, behind those applied before.
    fn touch(&mut self, at: At, place: At) {
        self.touched.entry(place).or_default().push(at);
        // Who settles goes backwards, so the words that are there already are taken for later ones, and
        // a dispute is put before the others.
        if kinds::correction(self.body(at)).is_some() {
            self.put_right.remove(&place);
        }
        self.apply(at, place);
        if let Some(disputes) = self.disputes.get_mut(&place) {
            disputes.sort_unstable();
        }
    }

    /// Where the first entry with an id lies.
    fn first_place(&self, id: EntryId) -> Option<At> {
        let before = self.own.partition_point(|(other, _)| *other < id);
        let own = self.own.get(before).filter(|(other, _)| *other == id);
        own.map(|(_, at)| *at).or_else(|| {
            let mut places = self.public_places();
            places.find(|&at| self.get(at).entry.id == id)
        })
    }
}
