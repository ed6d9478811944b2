//! What a proposal is shown.

use std::collections::BTreeSet;

use ledger::{Body, EntryId, EntryRef, Recorded};
use world::{Viewer, World};

use super::Draft;
use crate::record::Record;
use crate::trial::Trial;

/// What a proposal is shown: everything on record that its author may see, and nothing beyond. What
/// it finds there decides what is recorded and told, so the record itself is out of its reach.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'r> {
    /// The author's world at the head.
    pub world: &'r World,
    record: &'r Record,
    viewer: &'r Viewer,
}

impl<'r> Shown<'r> {
    /// Shows `viewer` what it may see of `record`, from which `world` was folded for it.
    pub fn new(world: &'r World, record: &'r Record, viewer: &'r Viewer) -> Shown<'r> {
        Shown {
            world,
            record,
            viewer,
        }
    }

    /// The entries behind the world, in their order.
    pub fn entries(self) -> impl DoubleEndedIterator<Item = &'r Recorded> {
        self.record.seen_by(self.viewer)
    }

    /// The entry that is called so.
    pub fn named(self, name: EntryRef) -> Option<&'r Recorded> {
        self.entries()
            .rev()
            .find(|recorded| recorded.name() == name)
    }

    /// The entries that were taken back. A retraction that was itself taken back lifts nothing.
    pub fn lifted(self) -> BTreeSet<EntryId> {
        let mut lifted = BTreeSet::new();
        // Backwards: a later retraction is known before the earlier one it takes back.
        for recorded in self.entries().rev() {
            if let Body::Retraction(retraction) = &recorded.entry.body
                && !lifted.contains(&recorded.entry.id)
            {
                lifted.insert(retraction.of);
            }
        }
        lifted
    }

    /// The entry that took this one back, if one did and stands.
    pub fn taken_back_by(self, entry: &Recorded) -> Option<EntryRef> {
        let lifted = self.lifted();
        if !lifted.contains(&entry.entry.id) {
            return None;
        }
        let by = self.entries().rev().find(|other| {
            matches!(&other.entry.body, Body::Retraction(one) if one.of == entry.entry.id)
                && !lifted.contains(&other.entry.id)
        });
        by.map(Recorded::name)
    }

    /// What somebody else is shown, who may see less.
    pub fn narrowed_to(self, viewer: &Viewer) -> Trial {
        Trial::of(self.record, viewer, &[])
    }

    /// What it would be shown, were `drafts` recorded.
    pub fn with(self, drafts: &[Draft]) -> Trial {
        Trial::of(self.record, self.viewer, drafts)
    }
}
