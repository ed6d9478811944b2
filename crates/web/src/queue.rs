//! Work that keeps a core busy for seconds: so much of it at a time, and so many who wait for it.

use std::sync::Arc;
use std::thread::available_parallelism;

use tokio::sync::Semaphore;

use crate::problem::Problem;

/// How many wait for a document at most, where nothing else is said.
const WAITING: usize = 8;

/// How many wait for a search at most.
const SEARCHING: usize = 64;

/// After how many seconds whoever was sent away may come again: by then some of the documents are made.
pub(crate) const RETRY_AFTER: &str = "10";

/// A queue before work that takes long.
#[derive(Debug, Clone)]
pub(crate) struct Queue {
    /// Those at work.
    turns: Arc<Semaphore>,
    /// Those at work, and those who wait.
    places: Arc<Semaphore>,
}

impl Queue {
    /// So many at a time, one at least, and so many who wait; whoever comes then is sent away.
    pub(crate) fn new(at_once: usize, waiting: usize) -> Queue {
        let at_once = at_once.clamp(1, Semaphore::MAX_PERMITS);
        let places = at_once.saturating_add(waiting).min(Semaphore::MAX_PERMITS);
        Queue {
            turns: Arc::new(Semaphore::new(at_once)),
            places: Arc::new(Semaphore::new(places)),
        }
    }

    /// So many at a time; whoever comes then waits.
    pub(crate) fn patient(at_once: usize) -> Queue {
        Queue::new(at_once, Semaphore::MAX_PERMITS)
    }

    /// That for documents: on half of the cores, so that pages are made on the others; and a few who wait.
    pub(crate) fn of_papers() -> Queue {
        let cores = available_parallelism().map_or(1, usize::from);
        Queue::new(cores / 2, WAITING)
    }

    /// That for searches, which are done soon: on half of the cores, and many wait.
    pub(crate) fn of_searches() -> Queue {
        let cores = available_parallelism().map_or(1, usize::from);
        Queue::new(cores / 2, SEARCHING)
    }

    /// That for searches among past moments: each may have to index first. One at a time, and few wait.
    pub(crate) fn of_past_searches() -> Queue {
        Queue::new(1, WAITING)
    }

    /// Does it beside the threads that answer, once it is its turn. Whoever no longer waits leaves his place to
    /// others; work that has begun is finished, and its place is free then.
    ///
    /// # Errors
    ///
    /// [`Problem::Busy`], where as many wait as may; what the work says.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let place = self.places.clone().try_acquire_owned();
        let place = place.map_err(|_all_taken| Problem::Busy)?;
        let turn = self.turns.clone().acquire_owned().await;
        let made = tokio::task::spawn_blocking(move || {
            let _held = (place, turn);
            work()
        });
        made.await.unwrap_or_else(|cause| {
            tracing::error!(%cause, "what takes long did not finish");
            Err(Problem::Ours)
        })
    }
}
