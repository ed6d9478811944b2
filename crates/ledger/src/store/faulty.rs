//! A store that fails when it is told to, in both ways a disk can fail. For tests.

use super::{AppendError, Noted, ReadError, Store};
use crate::{Head, Link, Seq};

/// How the next append fails. The caller sees the same error both times: that is the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It fails and nothing is kept.
    NotKept,
    /// It fails, but everything was kept: the answer was lost, not the entries.
    Kept,
}

/// The cause of an append that failed because a test asked for it.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the store was told to fail")]
struct Told;

/// A store in front of another, whose next append fails as told.
pub struct Faulty<S> {
    inner: S,
    next: Option<Fault>,
}

impl<S> Faulty<S> {
    /// A store that works, until it is told to fail.
    pub fn new(inner: S) -> Faulty<S> {
        Faulty { inner, next: None }
    }

    /// Lets the next append fail, and only that.
    pub fn fail_next(&mut self, fault: Fault) {
        self.next = Some(fault);
    }

    /// The store behind.
    pub fn into_inner(self) -> S {
        self.inner
    }
}

impl<S: Store> Store for Faulty<S> {
    fn head(&self) -> Result<Head, ReadError> {
        self.inner.head()
    }

    fn append(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError> {
        let fault = self.next.take();
        if fault != Some(Fault::NotKept) {
            let appended = self.inner.append(head, payloads);
            if fault.is_none() || appended.is_err() {
                return appended;
            }
        }
        Err(AppendError::Unsure {
            first: head.len + 1,
            last: head.len + payloads.len() as u64,
            source: Box::new(Told),
        })
    }

    fn read(
        &self,
        from: Seq,
        visit: &mut dyn FnMut(Seq, Link, &[u8]),
    ) -> Result<(), ReadError> {
        self.inner.read(from, visit)
    }

    fn noted(&self) -> Result<Vec<Noted>, ReadError> {
        self.inner.noted()
    }
}
