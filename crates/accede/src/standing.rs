//! The worlds the pages are answered from: one for each set of entries that some viewer may see,
//! folded when first asked for, and swapped whole when those entries grow: then folded on from the world
//! before, so that who has just recorded something waits for that alone.
//!
//! Viewers with the same rights, or with different rights to what is not there, share a world. A
//! world is folded anew only when its own entries grew: what others recorded must leave no trace,
//! not even in the moment of knowledge that a page prints.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arc_swap::ArcSwap;
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::strand::head_of;
use ledger::{Audience, Head};
use web::{NoWorld, Worlds};
use world::{Viewer, World};

use crate::clerk::{Clerk, ClerkError, Draft, Receipt, Shown};
use crate::clock::Clock;
use crate::failure::Failure;
use crate::record::Record;

/// How many worlds are kept beside today's public one.
const KEPT: usize = 32;
/// How many entries the worlds kept may have together. A world has acts and indexes of its own,
/// about a kilobyte for each entry.
const ENTRIES: u64 = 300_000;
/// How many are kept however many entries they have.
const ALWAYS: usize = 2;
/// How many worlds of past moments are kept. Anyone may ask for as many as there are moments, and must
/// not drive out by that what members are answered from.
const PAST: usize = 8;

/// Where the pages get their worlds from.
#[derive(Debug)]
pub struct Standing {
    clerk: Clerk,
    clock: Clock,
    /// Today's world of anyone, always at hand.
    public: ArcSwap<World>,
    kept: Mutex<Kept>,
}

/// The worlds kept, the one used last first.
#[derive(Debug, Default)]
struct Kept(VecDeque<Fold>);

/// What a world is asked by: the strands that the viewer may see, how far they have grown, and the
/// moment.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    seen: Vec<Audience>,
    head: Head,
    /// `None`: all that is known.
    known: Option<Timestamp>,
}

/// A world, and what it was asked by.
#[derive(Debug, Clone)]
struct Fold {
    of: Asked,
    world: Arc<World>,
}

impl Asked {
    fn of(record: &Record, viewer: &Viewer, known: Option<Timestamp>) -> Asked {
        let all = record.strands().all().iter();
        let seen: Vec<_> = all.filter(|(one, _)| viewer.sees(one)).collect();
        Asked {
            head: head_of(seen.iter().copied()),
            seen: seen.into_iter().map(|(one, _)| one.clone()).collect(),
            known,
        }
    }

    /// Whether nothing but public entries is seen, all of them.
    fn is_public_now(&self) -> bool {
        self.known.is_none() && self.seen.iter().all(|one| *one == Audience::Public)
    }
}

impl Standing {
    /// The worlds over what `clerk` has read.
    pub fn new(clerk: Clerk, clock: Clock) -> Standing {
        let record = clerk.record();
        let public = fold(&record, &Viewer::public(), None, None, clock);
        Standing {
            clerk,
            clock,
            public: ArcSwap::from_pointee(public),
            kept: Mutex::default(),
        }
    }

    /// Reads on and swaps the worlds whose entries grew; gives by how many the ledger did.
    ///
    /// # Errors
    ///
    /// [`ClerkError`]; the worlds stay as they were.
    pub fn follow(&self) -> Result<usize, ClerkError> {
        let new = self.clerk.follow()?;
        let record = self.clerk.record();
        let head = record.strands().of(&Audience::Public);
        let before = self.public.load_full();
        if head.link.to_string() != before.head().link {
            let anyone = Viewer::public();
            let public = fold(&record, &anyone, None, Some(&before), self.clock);
            self.public.store(Arc::new(public));
        }
        Ok(new)
    }

    /// The record as last published.
    pub fn record(&self) -> Arc<Record> {
        self.clerk.record()
    }

    /// Has the clerk record what `propose` proposes, as [`Clerk::submit_as`] does, and shows it.
    ///
    /// # Errors
    ///
    /// [`ClerkError`]; nothing was recorded then.
    pub fn submit_as<T, P>(
        &self,
        viewer: &Viewer,
        author: &str,
        propose: P,
    ) -> Result<Receipt<T>, ClerkError>
    where
        T: Send + 'static,
        P: FnMut(Shown<'_>) -> Result<(Vec<Draft>, T), Failure> + Send + 'static,
    {
        let before = self.before(viewer);
        let receipt = self.clerk.submit_upon(before, viewer, author, propose)?;
        self.follow()?;
        Ok(receipt)
    }

    /// The last world of `viewer` that is at hand.
    fn before(&self, viewer: &Viewer) -> Option<Arc<World>> {
        let asked = Asked::of(&self.clerk.record(), viewer, None);
        if asked.is_public_now() {
            return Some(self.public.load_full());
        }
        self.kept().before(&asked)
    }

    /// The world of `viewer`, kept or folded.
    fn world(&self, viewer: &Viewer, known: Option<Timestamp>) -> Arc<World> {
        let record = self.clerk.record();
        let asked = Asked::of(&record, viewer, known);
        if asked.is_public_now() {
            return self.public.load_full();
        }
        if let Some(world) = self.kept().get(&asked) {
            return world;
        }
        // Folded without the lock, so that others are answered meanwhile.
        let before = self.kept().before(&asked);
        let world = fold(&record, viewer, known, before.as_deref(), self.clock);
        let world = Arc::new(world);
        self.kept().put(Fold {
            of: asked,
            world: Arc::clone(&world),
        });
        world
    }

    /// A panic while the lock was held can only have been in moving an item of the list.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn get(&mut self, asked: &Asked) -> Option<Arc<World>> {
        let at = self.0.iter().position(|one| one.of == *asked)?;
        let found = self.0.remove(at)?;
        let world = Arc::clone(&found.world);
        self.0.push_front(found);
        Some(world)
    }

    /// The world of the same strands as they were before they grew, where the one of now is asked for.
    fn before(&self, asked: &Asked) -> Option<Arc<World>> {
        let is = |one: &&Fold| {
            asked.known.is_none() && one.of.known.is_none() && one.of.seen == asked.seen
        };
        self.0.iter().find(is).map(|one| Arc::clone(&one.world))
    }

    fn put(&mut self, fold: Fold) {
        // What the same strands were before they grew is not asked for again.
        if fold.of.known.is_none() {
            self.0
                .retain(|one| one.of.known.is_some() || one.of.seen != fold.of.seen);
        }
        self.0.push_front(fold);
        // Those of now go before those of past moments, of which the last is kept all the same.
        let all = std::mem::take(&mut self.0).into_iter();
        let (past, now): (VecDeque<_>, VecDeque<_>) =
            all.partition(|one| one.of.known.is_some());
        let entries = now.iter().chain(&past).map(|one| one.world.head().entries);
        let room = room(entries);
        let least = usize::from(!past.is_empty());
        let of_past = room.saturating_sub(now.len()).clamp(least, PAST.max(least));
        self.0.extend(now.into_iter().take(room));
        self.0.extend(past.into_iter().take(of_past));
    }
}

/// How many of the worlds with so many entries each, the one used last first, are kept.
fn room(worlds: impl Iterator<Item = u64>) -> usize {
    let mut entries = 0;
    let within = worlds.take_while(|world| {
        entries += world;
        entries <= ENTRIES
    });
    within.count().clamp(ALWAYS, KEPT)
}

/// Folds what `viewer` may see, on from what it saw before, where there is that. All that is known is
/// what is known now, or when the last entry that it may see was recorded, where a machine's clock stands
/// before it.
fn fold(
    record: &Record,
    viewer: &Viewer,
    known: Option<Timestamp>,
    before: Option<&World>,
    clock: Clock,
) -> World {
    let known = known.unwrap_or_else(|| record.latest_known_to(viewer, clock.now()));
    record.world(before, viewer, known)
}

impl Worlds for Standing {
    fn now(&self, viewer: &Viewer) -> Arc<World> {
        self.world(viewer, None)
    }

    fn at_hand(&self, viewer: &Viewer, known: Option<Timestamp>) -> Option<Arc<World>> {
        let record = self.clerk.record();
        let asked = Asked::of(&record, viewer, known);
        if asked.is_public_now() {
            return Some(self.public.load_full());
        }
        self.kept().get(&asked)
    }

    fn at(&self, viewer: &Viewer, known: Timestamp) -> Result<Arc<World>, NoWorld> {
        let record = self.clerk.record();
        match record.first_recorded_to(viewer) {
            Some(first) if known < first => Err(NoWorld::BeforeTheFirstEntry { first }),
            Some(_) | None => Ok(self.world(viewer, Some(known))),
        }
    }

    fn today(&self) -> Date {
        self.clock.today()
    }
}

#[cfg(test)]
mod tests;
