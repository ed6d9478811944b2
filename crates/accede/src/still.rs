//! A world that stands still: what an edition is made of, and what one answer is taken from.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use web::{NoWorld, Worlds};
use world::{Viewer, World};

use crate::failure::Failure;
use crate::record::Record;

/// One world that stands still.
#[derive(Debug)]
pub struct Still {
    record: Record,
    world: Arc<World>,
    on: Date,
}

impl Still {
    /// The public world as it is known at `now`, on the day `today`.
    pub fn at_present(record: Record, now: Timestamp, today: Date) -> Still {
        let known = record.latest_known_to(&Viewer::public(), now);
        Still {
            world: Arc::new(fold(&record, known)),
            on: today,
            record,
        }
    }

    /// The public world at `known`, or at the last entry: the clock has no part in an edition.
    ///
    /// # Errors
    ///
    /// Bad input if nothing was on record.
    pub fn of_edition(
        record: Record,
        known: Option<Timestamp>,
        on: Option<Date>,
    ) -> Result<Still, Failure> {
        let Some(last) = record.last_recorded_to(&Viewer::public()) else {
            return Err(Failure::bad_input(
                "the ledger is empty: there is nothing to publish",
            ));
        };
        // What is known later than the last entry is what is known at it.
        let known = known.map_or(last, |known| known.min(last));
        if record
            .first_recorded_to(&Viewer::public())
            .is_some_and(|first| known < first)
        {
            return Err(Failure::bad_input(format!(
                "nothing was known at {known}: there is nothing to publish"
            )));
        }
        let world = fold(&record, known);
        let newest = world.ledger(None, 1);
        let recorded = newest.entries.first().map_or(known, |entry| entry.recorded);
        Ok(Still {
            on: on.unwrap_or_else(|| TimeZone::UTC.to_datetime(recorded).date()),
            world: Arc::new(world),
            record,
        })
    }
}

fn fold(record: &Record, known: Timestamp) -> World {
    World::fold_shared(record.shared(), &Viewer::public(), known)
}

impl Worlds for Still {
    fn now(&self, _: &Viewer) -> Arc<World> {
        self.world.clone()
    }

    fn at_hand(&self, viewer: &Viewer, known: Option<Timestamp>) -> Option<Arc<World>> {
        known.is_none().then(|| self.now(viewer))
    }

    fn at(&self, _: &Viewer, known: Timestamp) -> Result<Arc<World>, NoWorld> {
        match self.record.first_recorded_to(&Viewer::public()) {
            Some(first) if known < first => Err(NoWorld::BeforeTheFirstEntry { first }),
            Some(_) | None => Ok(Arc::new(fold(&self.record, known))),
        }
    }

    fn today(&self) -> Date {
        self.on
    }
}
