//! What any store of the chain promises. Entries are bytes here.

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
    /// caller should read on and try again.
    fn append(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError>;

    /// Gives every payload from `from` on, in order, with its stored link.
    ///
    /// # Errors
    ///
    /// [`ReadError`] where the store gives out; what was visited before holds.
    fn read(&self, from: Seq, visit: &mut dyn FnMut(Seq, Link, &[u8]))
    -> Result<(), ReadError>;
}

/// Nothing was appended.
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
