//! A trial: the world as it would be, were some drafts recorded. What does not add up in it is
//! told before anything is written.

use jiff::Timestamp;
use world::view::{Finding, Severity};
use world::{Viewer, World};

use crate::clerk::{Draft, Shown};
use crate::record::Record;

/// A world folded from what is on record and some drafts.
#[derive(Debug)]
pub struct Trial {
    record: Record,
    viewer: Viewer,
    world: World,
}

impl Trial {
    /// Folds what `viewer` may see of what is on record, and `drafts` after it.
    pub fn of(record: &Record, viewer: &Viewer, drafts: &[Draft]) -> Trial {
        let record = record.with(drafts);
        let world = World::fold_shared(record.shared(), viewer, Timestamp::MAX);
        Trial {
            record,
            viewer: viewer.clone(),
            world,
        }
    }

    /// What it would be, as the clerk shows what is.
    pub fn shown(&self) -> Shown<'_> {
        Shown::new(&self.world, &self.record, &self.viewer)
    }

    /// What would be wrong that is not wrong in `before`.
    pub fn newly_wrong(&self, before: &World) -> Vec<Finding> {
        let wrong = self
            .world
            .findings()
            .iter()
            .filter(|one| one.severity == Severity::Wrong);
        wrong
            .filter(|one| !before.findings().contains(one))
            .cloned()
            .collect()
    }
}
