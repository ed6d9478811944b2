//! So many at work at a time, and so many who wait.

use std::sync::{Condvar, Mutex, PoisonError};
use std::thread::available_parallelism;

/// The most bytes of memory that all who read may take make it unwise to let more read at once, whatever the cores.
const AT_ONCE: usize = 4;

/// Turns at work that keeps a core busy.
#[derive(Debug)]
pub(crate) struct Turns {
    held: Mutex<Held>,
    freed: Condvar,
}

#[derive(Debug)]
struct Held {
    working: usize,
    waiting: usize,
}

/// A turn; it is free again when this is dropped.
#[derive(Debug)]
pub(crate) struct Turn<'a>(&'a Turns);

impl Turns {
    pub(crate) const fn new() -> Turns {
        Turns {
            held: Mutex::new(Held {
                working: 0,
                waiting: 0,
            }),
            freed: Condvar::new(),
        }
    }

    /// A turn, once there is one: on half of the cores, one at least. None where as many wait as may.
    pub(crate) fn take(&self, waiting: usize) -> Option<Turn<'_>> {
        let cores = available_parallelism().map_or(1, usize::from);
        self.take_of((cores / 2).clamp(1, AT_ONCE), waiting)
    }

    fn take_of(&self, at_once: usize, waiting: usize) -> Option<Turn<'_>> {
        // Who panics here holds nothing that could be half done.
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.working >= at_once {
            if held.waiting >= waiting {
                return None;
            }
            held.waiting += 1;
            held = self
                .freed
                .wait_while(held, |held| held.working >= at_once)
                .unwrap_or_else(PoisonError::into_inner);
            held.waiting -= 1;
        }
        held.working += 1;
        Some(Turn(self))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut held = self.0.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.working -= 1;
        self.0.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn no_more_work_at_once_than_may_and_all_get_their_turn() {
        let turns = Turns::new();
        let (working, most, done) = (
            AtomicUsize::new(0),
            AtomicUsize::new(0),
            AtomicUsize::new(0),
        );
        thread::scope(|scope| {
            for _ in 0..16 {
                scope.spawn(|| {
                    let _turn = turns.take_of(3, 16).unwrap();
                    let now = working.fetch_add(1, Ordering::SeqCst) + 1;
                    most.fetch_max(now, Ordering::SeqCst);
                    thread::yield_now();
                    working.fetch_sub(1, Ordering::SeqCst);
                    done.fetch_add(1, Ordering::SeqCst);
                });
            }
        });
        assert!(most.into_inner() <= 3);
        assert_eq!(done.into_inner(), 16);
    }

    #[test]
    fn who_comes_when_too_many_wait_is_sent_away() {
        let turns = Turns::new();
        let first = turns.take_of(1, 0);
        assert!(first.is_some());
        assert!(turns.take_of(1, 0).is_none());
        drop(first);
        assert!(turns.take_of(1, 0).is_some());
    }
}
