//! What is kept: every entry that says something of its own and was not taken back, as it says it
//! now. For what writes the record out again.

use jiff::Timestamp;
use ledger::{Body, EntryId, EntryRef};
use treaty::Source;

use crate::record::{At, target};
use crate::world::World;

/// An entry with the words it has now.
#[derive(Debug, Clone)]
pub struct Kept<'w> {
    /// What it is called.
    pub entry: EntryRef,
    /// Its own name, which corrections and disputes give.
    pub id: EntryId,
    /// What it says, corrections applied.
    pub body: &'w Body,
    /// Where that can be checked: the source of the last correction, where there is one.
    pub source: &'w Source,
    /// When those words were recorded.
    pub recorded: Timestamp,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
    /// Whether it counts.
    pub counts: bool,
}

impl World {
    /// Every entry that stands, in the order of the ledger. Corrections, retractions and disputes are
    /// in what they bear on, and not in the list.
    pub fn kept(&self) -> impl Iterator<Item = Kept<'_>> {
        (0..self.record.len())
            .filter(|&at| self.record.stands(at))
            .filter(|&at| target(&self.record.get(at).entry.body).is_none())
            .map(|at| self.kept_at(at))
    }

    fn kept_at(&self, at: At) -> Kept<'_> {
        let (first, worded) = (
            self.record.get(at),
            self.record.get(self.record.worded_by(at)),
        );
        Kept {
            entry: first.name(),
            id: first.entry.id,
            body: self.record.body(at),
            source: &worded.entry.source,
            recorded: worded.entry.recorded,
            disputed: self.doubt(at),
            counts: self.record.counts(at),
        }
    }
}
