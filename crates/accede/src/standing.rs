//! The worlds the pages are answered from: today's, swapped whole when the ledger grows, and those
//! of past moments of knowledge, folded when asked for and kept a while.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use jiff::Timestamp;
use jiff::civil::Date;
use web::{NoWorld, Worlds};
use world::{Viewer, World};

use crate::clerk::{Clerk, ClerkError};
use crate::clock::Clock;
use crate::record::Record;

/// How many past worlds are kept. Each has its own acts and indexes, some ten megabytes with the
/// shipped facts.
const KEPT: usize = 6;

/// Where the pages get their worlds from.
#[derive(Debug)]
pub struct Standing {
    clerk: Clerk,
    clock: Clock,
    now: ArcSwap<World>,
    past: Mutex<VecDeque<Past>>,
}

/// A world of a past moment.
#[derive(Debug)]
struct Past {
    known: Timestamp,
    /// How many entries the ledger had: a moment after the last one takes in those that follow.
    entries: u64,
    world: Arc<World>,
}

impl Standing {
    /// The worlds over what `clerk` has read.
    pub fn new(clerk: Clerk, clock: Clock) -> Standing {
        let now = fold_now(&clerk.record(), clock);
        Standing {
            clerk,
            clock,
            now: ArcSwap::from_pointee(now),
            past: Mutex::default(),
        }
    }

    /// Reads on and swaps today's world if the ledger grew; gives by how many entries.
    ///
    /// # Errors
    ///
    /// [`ClerkError`]; the worlds stay as they were.
    pub fn follow(&self) -> Result<usize, ClerkError> {
        let new = self.clerk.follow()?;
        let record = self.clerk.record();
        if record.head().len != self.now.load().head().entries {
            self.now.store(Arc::new(fold_now(&record, self.clock)));
        }
        Ok(new)
    }
}

fn fold_now(record: &Record, clock: Clock) -> World {
    World::fold_shared(
        record.shared(),
        &Viewer::public(),
        record.latest_known(clock.now()),
    )
}

impl Worlds for Standing {
    fn now(&self) -> Arc<World> {
        self.now.load_full()
    }

    fn at(&self, known: Timestamp) -> Result<Arc<World>, NoWorld> {
        let record = self.clerk.record();
        if let Some(first) = record.first_recorded().filter(|first| known < *first) {
            return Err(NoWorld::BeforeTheFirstEntry { first });
        }
        let entries = record.head().len;
        // A panic while the lock was held can only have been in moving an item of the list.
        let lock = || self.past.lock().unwrap_or_else(PoisonError::into_inner);
        {
            let mut past = lock();
            if let Some(at) = past
                .iter()
                .position(|p| p.known == known && p.entries == entries)
                && let Some(found) = past.remove(at)
            {
                let world = Arc::clone(&found.world);
                past.push_front(found);
                return Ok(world);
            }
        }
        // Folded without the lock, so that others are answered meanwhile.
        let world = Arc::new(World::fold_shared(
            record.shared(),
            &Viewer::public(),
            known,
        ));
        let mut past = lock();
        past.push_front(Past {
            known,
            entries,
            world: Arc::clone(&world),
        });
        past.truncate(KEPT);
        Ok(world)
    }

    fn today(&self) -> Date {
        self.clock.today()
    }
}
