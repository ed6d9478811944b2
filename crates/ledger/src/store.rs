//! What any store of the chain promises. Entries are bytes here.

pub mod contract;
mod faulty;
mod memory;

use jiff::Timestamp;

pub use faulty::{Fault, Faulty};
pub use memory::Memory;

use crate::{Head, Link, Seq};

/// Where the chain is kept.
///
/// `ledger::store::contract` holds every implementation to the same promises.
pub trait Store: Send {
    /// How long the chain is, and its last link, as stored.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the store cannot be read.
    fn head(&self) -> Result<Head, ReadError>;

    /// Appends `payloads` after `head`, all of them or none, and gives the new head.
    ///
    /// When this returns `Ok` the entries are on disk.
    ///
    /// # Errors
    ///
    /// [`AppendError::Moved`] if another writer got there first: nothing was written, and the
    /// caller should read on and try again. After [`AppendError::Unsure`] the head tells what
    /// became of it: a second attempt with the same `head` never writes anything twice.
    fn append(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError>;

    /// Gives every payload from `from` on, in order, with its stored link.
    ///
    /// # Errors
    ///
    /// [`ReadError`] where the store gives out; what was visited before holds.
    fn read(&self, from: Seq, visit: &mut dyn FnMut(Seq, Link, &[u8]))
    -> Result<(), ReadError>;

    /// Heads that were noted apart from the entries, so that entries missing at the end are
    /// missed. None for a store that keeps no such notes.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if a note is there and cannot be read.
    fn noted(&self) -> Result<Vec<Noted>, ReadError> {
        Ok(Vec::new())
    }
}

/// A head that was noted apart from the entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The head.
    pub head: Head,
    /// When the last entry up to it was recorded, where that could be told.
    pub recorded: Option<Timestamp>,
    /// Where the note is kept, in words for a person: "the file `ledger.head`".
    pub place: String,
}

/// The entries were not appended, or it is not known.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Another writer got there first.
    #[error(
        "the ledger has {now} entries, not the {expected} that were read; nothing was written"
    )]
    Moved {
        /// The length the appender had seen.
        expected: u64,
        /// The length it has.
        now: u64,
    },
    /// The length is as expected, the last entry is not the one that was read.
    #[error(
        "entry {len} of the ledger is not the one that was read: the ledger was replaced by another; nothing was written"
    )]
    Replaced {
        /// The length.
        len: u64,
    },
    /// The store failed so late that the entries may be on disk, all of them, or not, none of
    /// them. Read the head to know.
    #[error(
        "could not finish writing entries {first} to {last}; read the ledger again to see whether they were kept"
    )]
    Unsure {
        /// The first entry of the batch.
        first: u64,
        /// The last.
        last: u64,
        /// The cause.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The store refused. The message says what was being done; the cause is in `source`.
    #[error("could not write entries {first} to {last}; nothing was written")]
    Write {
        /// The first entry of the batch.
        first: u64,
        /// The last.
        last: u64,
        /// The cause.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// The store cannot be read on.
#[derive(Debug, thiserror::Error)]
#[error("could not read the ledger from entry {at} on")]
pub struct ReadError {
    /// The first entry that could not be read.
    pub at: u64,
    /// The cause.
    pub source: Box<dyn std::error::Error + Send + Sync>,
}

impl<S: Store + ?Sized> Store for Box<S> {
    fn head(&self) -> Result<Head, ReadError> {
        (**self).head()
    }

    fn append(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError> {
        (**self).append(head, payloads)
    }

    fn read(
        &self,
        from: Seq,
        visit: &mut dyn FnMut(Seq, Link, &[u8]),
    ) -> Result<(), ReadError> {
        (**self).read(from, visit)
    }

    fn noted(&self) -> Result<Vec<Noted>, ReadError> {
        (**self).noted()
    }
}
