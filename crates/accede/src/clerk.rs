//! The clerk: the only writer of a process.
//!
//! One thread owns the store. A submission comes by channel as a *proposal*: a function of the
//! world it is shown. The clerk shows it the world at the head, checks what it proposes, appends
//! it after exactly that head, and publishes the record that results. If another process got
//! there first, it reads on and shows the proposal the new world; so nobody ever writes upon a
//! record he has not read, and two imports of one page at the same moment record it once.

mod check;
mod contact;
mod desk;
mod document;
mod draft;
mod error;
mod marking;
mod outreach;
mod report;
mod shown;

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use arc_swap::ArcSwap;
use ledger::{EntryRef, Head, Store};
use world::{Viewer, World};

pub use check::Refused;
pub(crate) use draft::new_id;
pub use draft::{Draft, Taken};
pub use error::ClerkError;
pub use shown::Shown;

use self::desk::Desk;
use crate::clock::Clock;
use crate::failure::Failure;
use crate::record::Record;

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
        self.submit_upon(None, viewer, author, propose)
    }

    /// The same, where a world of `viewer` is at hand, from which the one at the head is folded on.
    ///
    /// # Errors
    ///
    /// [`ClerkError`]; nothing was recorded then.
    pub fn submit_upon<T, P>(
        &self,
        before: Option<Arc<World>>,
        viewer: &Viewer,
        author: &str,
        propose: P,
    ) -> Result<Receipt<T>, ClerkError>
    where
        T: Send + 'static,
        P: FnMut(Shown<'_>) -> Result<(Vec<Draft>, T), Failure> + Send + 'static,
    {
        let (viewer, author, mut propose) = (viewer.clone(), author.to_owned(), propose);
        self.ask(move |desk| desk.submit(before.as_deref(), &viewer, &author, &mut propose))
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

#[cfg(test)]
mod tests;
