//! A trial: the world as it would be, were some drafts recorded. What does not add up in it is
//! told before anything is written.

use std::sync::Arc;

use jiff::Timestamp;
use ledger::{Audience, Batch, Entry, EntryId, Link, Recorded, Seq};
use world::view::{Finding, Severity};
use world::{Viewer, World};

use crate::clerk::{Draft, Shown};

/// A world folded from what is on record and some drafts.
#[derive(Debug)]
pub struct Trial<'s> {
    before: &'s World,
    after: World,
    first: Seq,
}

/// The least grave findings that are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worst {
    /// Only those by which an answer may be wrong.
    Wrong,
    /// All of them.
    Any,
}

impl<'s> Trial<'s> {
    /// Folds what is on record and `drafts` after it.
    pub fn of(shown: Shown<'s>, drafts: &[Draft]) -> Trial<'s> {
        let head = shown.record.head();
        let moment = shown.record.last_recorded().unwrap_or(Timestamp::UNIX_EPOCH);
        let tried = (head.len + 1..).zip(drafts).map(|(seq, draft)| Recorded {
                seq: Seq(seq),
                link: Link::ORIGIN,
                entry: Entry {
                    id: EntryId(uuid::Uuid::from_u128(u128::from(seq))),
                    recorded: moment,
                    author: String::new(),
                    audience: Audience::Public,
                    source: draft.source.clone(),
                    batch: Batch { at: 0, of: 1 },
                    body: draft.body.clone(),
                },
            });
        let mut entries = shown.record.shared().to_vec();
        entries.extend(tried.map(Arc::new));
        let after = World::fold_shared(&entries, &Viewer::public(), Timestamp::MAX);
        Trial { before: shown.world, after, first: Seq(head.len + 1) }
    }

    /// The world as it would be.
    pub fn world(&self) -> &World {
        &self.after
    }

    /// The number the first draft would have.
    pub fn first(&self) -> Seq {
        self.first
    }

    /// What would not add up that adds up now.
    pub fn new_findings(&self, worst: Worst) -> Vec<Finding> {
        let grave = |finding: &&Finding| match worst {
            Worst::Wrong => finding.severity == Severity::Wrong,
            Worst::Any => true,
        };
        let known = |finding: &&Finding| self.before.findings().contains(finding);
        self.after.findings().iter().filter(grave).filter(|f| !known(f)).cloned().collect()
    }
}
