//! The clerk: the only writer of a process.
//!
//! One thread owns the store. A submission comes by channel as a *proposal*: a function of the
//! world it is shown. The clerk shows it the world at the head, checks what it proposes, appends
//! it after exactly that head, and publishes the record that results. If another process got
//! there first, it reads on and shows the proposal the new world; so nobody ever writes upon a
//! record he has not read, and two imports of one page at the same moment record it once.

mod check;
mod contact;
mod marking;
mod outreach;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use arc_swap::ArcSwap;
use intake::Doubt;
use jiff::Timestamp;
use ledger::body::Dispute;
use ledger::{
    AppendError, Audience, Batch, Body, Entry, EntryId, EntryRef, Head, Origin, Recorded, Seq,
    Store, Tlp, number_batch,
};
use treaty::Source;
use uuid::{NoContext, Uuid};
use world::{Viewer, World};

pub use check::Refused;

use crate::clock::Clock;
use crate::failure::Failure;
use crate::record::{Damaged, Record};
use crate::trial::Trial;

/// What is to be recorded: what it says and where that can be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where it can be checked.
    pub source: Source,
    /// What it says.
    pub body: Body,
    /// A doubt that is recorded right after it, from the same source.
    pub doubt: Option<Doubt>,
    /// Who may see it, and the doubt.
    pub audience: Audience,
    /// How far it may be passed on.
    pub label: Option<Tlp>,
    /// Its own name, where another draft of the batch speaks of it; otherwise the clerk gives one.
    pub id: Option<EntryId>,
    /// Where it is taken over from, and whose word it is there.
    pub taken: Option<Taken>,
}

/// Of an entry that was written in another ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Who recorded it there.
    pub author: String,
    /// Where it is taken over from.
    pub origin: Origin,
}

impl Draft {
    /// A draft for anyone, of which nobody has a doubt.
    pub fn new(source: Source, body: Body) -> Draft {
        Draft {
            source,
            body,
            doubt: None,
            audience: Audience::Public,
            label: None,
            id: None,
            taken: None,
        }
    }

    /// The same for `audience`, to be passed on as `label` says.
    #[must_use]
    pub fn seen_by(self, audience: Audience, label: Option<Tlp>) -> Draft {
        Draft {
            audience,
            label,
            ..self
        }
    }
}

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

/// A proposal: what it would record upon what it is shown, and what it tells beside.
type Propose<'p, T> = dyn FnMut(Shown<'_>) -> Result<(Vec<Draft>, T), Failure> + 'p;

/// What the clerk did with a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt<T> {
    /// What the proposal told beside its drafts, from the run that was recorded.
    pub told: T,
    /// What the first and last entry recorded are called; `None`: nothing was proposed.
    pub recorded: Option<(EntryRef, EntryRef)>,
    /// The head after it, of what its author may see.
    pub head: Head,
}

/// Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum ClerkError {
    /// The proposal itself found that it must not be recorded.
    #[error("the proposal was not made")]
    NotProposed(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The clerk refused it.
    #[error("the clerk refused the {}. entry proposed", .at + 1)]
    Refused {
        /// Which draft, from 0.
        at: usize,
        /// Why.
        #[source]
        source: Refused,
    },
    /// The ledger is damaged.
    #[error("the ledger is damaged")]
    Damaged(#[source] Damaged),
    /// The store refused.
    #[error("the entries could not be written")]
    Store(#[source] AppendError),
    /// The store gave out so late, and for so long, that nobody knows.
    #[error("whether the entries were written is not known")]
    Unknown(#[source] AppendError),
    /// Other writers got there first too often.
    #[error("other writers got there first {0} times in a row")]
    Busy(u32),
    /// The clerk is gone.
    #[error("the clerk has stopped")]
    Gone,
}

impl From<ClerkError> for Failure {
    fn from(error: ClerkError) -> Failure {
        match error {
            ClerkError::NotProposed(error) => match error.downcast::<Failure>() {
                Ok(failure) => *failure,
                Err(error) => Failure::bad_input("nothing was recorded").because(error),
            },
            ClerkError::Damaged(damaged) => Failure::from(damaged),
            ClerkError::Refused { .. } => {
                Failure::bad_input("nothing was recorded").because(error)
            }
            ClerkError::Unknown(_) => Failure::store("nobody knows whether this was recorded")
                .because(error)
                .hint(
                    "it was recorded whole, or not at all: when the ledger can be read again, look \
                     before you record it once more",
                ),
            ClerkError::Store(_) | ClerkError::Busy(_) | ClerkError::Gone => {
                Failure::store("nothing was recorded")
                    .because(error)
                    .hint("the ledger is as it was; see that the disk has room, and try again")
            }
        }
    }
}

/// How often a proposal is shown a newer world before the clerk gives up.
const TRIES: u32 = 100;

/// A submission, with its answer on the way back.
type Job = Box<dyn FnOnce(&mut Desk) + Send>;

/// The clerk of a data directory. Dropped, it finishes what it has and stops.
#[derive(Debug)]
pub struct Clerk {
    jobs: Option<Sender<Job>>,
    published: Arc<ArcSwap<Record>>,
    thread: Option<JoinHandle<()>>,
}

impl Clerk {
    /// Starts the clerk of `store`, of which `record` has been read.
    pub fn start(store: Box<dyn Store>, record: Record, clock: Clock) -> Clerk {
        let published = Arc::new(ArcSwap::from_pointee(record.clone()));
        let (jobs, inbox): (Sender<Job>, Receiver<Job>) = mpsc::channel();
        let desk = Desk {
            store,
            record,
            clock,
            published: Arc::clone(&published),
        };
        let thread = std::thread::Builder::new()
            .name("clerk".to_owned())
            .spawn(move || {
                let mut desk = desk;
                for job in inbox {
                    job(&mut desk);
                }
            })
            .expect("a process that runs can start one thread more");
        Clerk {
            jobs: Some(jobs),
            published,
            thread: Some(thread),
        }
    }

    /// The record as last published; swapped whole when it grows.
    pub fn record(&self) -> Arc<Record> {
        self.published.load_full()
    }

    /// Records what `propose` proposes upon what anyone may see, as [`Clerk::submit_as`] does.
    ///
    /// # Errors
    ///
    /// [`ClerkError`]; nothing was recorded then.
    pub fn submit<T, P>(&self, author: &str, propose: P) -> Result<Receipt<T>, ClerkError>
    where
        T: Send + 'static,
        P: FnMut(Shown<'_>) -> Result<(Vec<Draft>, T), Failure> + Send + 'static,
    {
        self.submit_as(&Viewer::public(), author, propose)
    }

    /// Records what `propose` proposes, all of it or nothing, and waits until it is on disk.
    ///
    /// The proposal is shown the world of `viewer`, so that what it tells, and what the clerk
    /// refuses, says nothing of entries that its author may not see. `propose` is called again,
    /// with the newer world, if another process wrote in between.
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
        let (viewer, author, mut propose) = (viewer.clone(), author.to_owned(), propose);
        self.ask(move |desk| desk.submit(&viewer, &author, &mut propose))
    }

    /// Reads on from the store, so that what other processes wrote is published; gives how many
    /// entries were new.
    ///
    /// # Errors
    ///
    /// [`ClerkError::Damaged`]; what was published before stays.
    pub fn follow(&self) -> Result<usize, ClerkError> {
        self.ask(Desk::follow)
    }

    /// Has the clerk do something, and waits for its answer.
    fn ask<A, F>(&self, job: F) -> Result<A, ClerkError>
    where
        A: Send + 'static,
        F: FnOnce(&mut Desk) -> Result<A, ClerkError> + Send + 'static,
    {
        let (answer, answered) = mpsc::channel();
        let job: Job = Box::new(move |desk| {
            // Whoever asked may have gone; the work is done all the same.
            let _ = answer.send(job(desk));
        });
        let jobs = self.jobs.as_ref().ok_or(ClerkError::Gone)?;
        jobs.send(job).map_err(|_gone| ClerkError::Gone)?;
        answered.recv().map_err(|_gone| ClerkError::Gone)?
    }
}

impl Drop for Clerk {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the thread was already reported by it.
            let _ = thread.join();
        }
    }
}

/// What the clerk's thread owns.
struct Desk {
    store: Box<dyn Store>,
    record: Record,
    clock: Clock,
    published: Arc<ArcSwap<Record>>,
}

impl Desk {
    fn submit<T>(
        &mut self,
        viewer: &Viewer,
        author: &str,
        propose: &mut Propose<'_, T>,
    ) -> Result<Receipt<T>, ClerkError> {
        for _ in 0..TRIES {
            // The writer compares with everything he may see, whatever its moment.
            let world = World::fold_shared(self.record.shared(), viewer, Timestamp::MAX);
            let shown = Shown::new(&world, &self.record, viewer);
            let (drafts, told) =
                propose(shown).map_err(|failure| ClerkError::NotProposed(Box::new(failure)))?;
            if drafts.is_empty() {
                return Ok(Receipt {
                    told,
                    recorded: None,
                    head: self.record.head_to(viewer),
                });
            }
            check::all(shown, &drafts)
                .and_then(|()| self.not_taken(&drafts))
                .map_err(|(at, source)| ClerkError::Refused { at, source })?;
            let before = self.record.head();
            let payloads = self.payloads(author, drafts)?;
            let after = payloads
                .iter()
                .fold(before, |head, payload| head.then(payload));
            match self.store.append(before, &payloads) {
                Ok(_) => {
                    self.follow()?;
                    return Ok(self.receipt(viewer, told, before, after));
                }
                Err(AppendError::Moved { .. }) => {
                    self.follow()?;
                }
                Err(error @ AppendError::Replaced { .. }) => {
                    return Err(ClerkError::Store(error));
                }
                Err(error @ (AppendError::Unsure { .. } | AppendError::Write { .. })) => {
                    // It may have failed and been kept all the same: the ledger itself tells.
                    let read = self.follow().is_ok();
                    let last = self.record.entry(Seq(after.len));
                    let kept = last.is_some_and(|last| last.link == after.link);
                    return if read && kept {
                        Ok(self.receipt(viewer, told, before, after))
                    } else if !read && matches!(error, AppendError::Unsure { .. }) {
                        Err(ClerkError::Unknown(error))
                    } else {
                        Err(ClerkError::Store(error))
                    };
                }
            }
        }
        Err(ClerkError::Busy(TRIES))
    }

    /// No two entries have the same id, whoever sees them.
    fn not_taken(&self, drafts: &[Draft]) -> Result<(), (usize, Refused)> {
        let ids = drafts.iter().enumerate();
        for (at, id) in ids.filter_map(|(at, draft)| Some((at, draft.id?))) {
            let mut entries = self.record.entries().rev();
            if entries.any(|recorded| recorded.entry.id == id) {
                return Err((at, Refused::Taken(id)));
            }
        }
        Ok(())
    }

    /// The drafts as the payloads of one batch.
    fn payloads(&self, author: &str, drafts: Vec<Draft>) -> Result<Vec<Vec<u8>>, ClerkError> {
        let now = self.clock.now();
        // No entry is recorded before the one it follows, whatever a machine's clock says.
        let recorded = self.record.next_recorded(now);
        let mut entries = Vec::with_capacity(drafts.len());
        let blank =
            |audience: &Audience, label: Option<Tlp>, source: Source, body: Body| Entry {
                id: new_id(recorded),
                recorded,
                author: author.to_owned(),
                audience: audience.clone(),
                label,
                origin: None,
                source,
                batch: Batch { at: 0, of: 1 },
                body,
            };
        for Draft {
            source,
            body,
            doubt,
            audience,
            label,
            id,
            taken,
        } in drafts
        {
            let mut entry = blank(&audience, label, source.clone(), body);
            let id = id.unwrap_or(entry.id);
            entry.id = id;
            if let Some(Taken { author, origin }) = taken {
                entry.author = author;
                entry.origin = Some(origin);
            }
            entries.push(entry);
            if let Some(Doubt { why, counts }) = doubt {
                let dispute = Dispute {
                    of: id,
                    why,
                    counts,
                };
                entries.push(blank(&audience, label, source, Body::Dispute(dispute)));
            }
        }
        number_batch(&mut entries);
        let payload = |(at, entry): (usize, &Entry)| {
            entry.to_payload().map_err(|source| ClerkError::Refused {
                at,
                source: Refused::NotWritable(source),
            })
        };
        entries.iter().enumerate().map(payload).collect()
    }

    fn receipt<T>(&self, viewer: &Viewer, told: T, before: Head, after: Head) -> Receipt<T> {
        let name = |seq| self.record.entry(Seq(seq)).map(Recorded::name);
        Receipt {
            told,
            recorded: name(before.len + 1).zip(name(after.len)),
            head: self.record.head_to(viewer),
        }
    }

    /// Reads on and publishes.
    fn follow(&mut self) -> Result<usize, ClerkError> {
        let new = self
            .record
            .follow(self.store.as_ref())
            .map_err(ClerkError::Damaged)?;
        if new > 0 {
            self.published.store(Arc::new(self.record.clone()));
        }
        Ok(new)
    }
}

/// A new name for an entry: a UUIDv7 of the moment it is recorded.
pub(crate) fn new_id(recorded: Timestamp) -> EntryId {
    let seconds = u64::try_from(recorded.as_second()).unwrap_or(0);
    let nanoseconds = u32::try_from(recorded.subsec_nanosecond()).unwrap_or(0);
    let moment = uuid::Timestamp::from_unix(NoContext, seconds, nanoseconds);
    EntryId(Uuid::new_v7(moment))
}

#[cfg(test)]
mod tests;
