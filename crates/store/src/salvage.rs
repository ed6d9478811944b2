//! Saves what a damaged ledger still holds into a new one.

use std::path::Path;

use ledger::{AppendError, Envelope, Head, ReadError, Seq, Store};

use crate::open::{Expect, connect_to_read};
use crate::{Damage, OpenError, Place, Sqlite, examine};

/// How many entries are written at once, unless a batch is larger.
const AT_ONCE: usize = 10_000;

/// What was saved.
#[derive(Debug)]
pub struct Saved {
    /// The head of the new ledger: that of the old one up to where everything holds.
    pub head: Head,
    /// What the examination of the old one found.
    pub damage: Damage,
}

/// Nothing was saved, or not all that holds.
#[derive(Debug, thiserror::Error)]
pub enum SalvageError {
    /// The old ledger could not be examined.
    #[error("could not examine the damaged ledger")]
    Open(#[source] OpenError),
    /// No entry holds.
    #[error("nothing was saved, because no entry holds")]
    NothingHolds(Box<Damage>),
    /// The new ledger could not be created.
    #[error("could not create the new ledger")]
    Create(#[source] OpenError),
    /// The old ledger could not be read a second time.
    #[error("the damaged ledger could not be read a second time")]
    Read(#[source] ReadError),
    /// The new ledger could not be written.
    #[error("could not write the new ledger")]
    Write(#[source] AppendError),
    /// The old ledger was read differently the second time.
    #[error(
        "the damaged ledger gave {got} entries that hold, and {expected} when it was examined; the disk may be failing: copy the file to another first"
    )]
    Changed {
        /// How many held when it was examined.
        expected: u64,
        /// How many did when it was read again.
        got: u64,
    },
}

/// Copies the whole batches of the ledger at `path` up to where everything holds into a new
/// ledger at `out`, with the same numbers and links. The old file is not changed.
///
/// # Errors
///
/// [`SalvageError`]; what was written to `out` by then is a ledger that verifies.
pub fn salvage(path: impl AsRef<Path>, out: impl AsRef<Path>) -> Result<Saved, SalvageError> {
    let damage = examine(&path).map_err(SalvageError::Open)?;
    let holds_to = damage.report.holds_to;
    if holds_to.len == 0 {
        return Err(SalvageError::NothingHolds(Box::new(damage)));
    }
    let place = Place::at(path);
    let connection = connect_to_read(&place, Expect::Damaged).map_err(SalvageError::Open)?;
    let old = Sqlite {
        connection,
        place,
        note_failed: None,
    };
    let mut new = Writer {
        new: Sqlite::create(out).map_err(SalvageError::Create)?,
        head: Head::EMPTY,
        waiting: Vec::new(),
        failed: None,
    };
    // From 0, as verification reads: a damaged tree may lead elsewhere from 1.
    let read = old.read(Seq(0), &mut |seq, _link, payload| {
        if seq.0 <= holds_to.len && new.failed.is_none() {
            new.take(payload, seq.0 == holds_to.len);
        }
    });
    if let Some(failed) = new.failed {
        return Err(SalvageError::Write(failed));
    }
    if new.head != holds_to {
        read.map_err(SalvageError::Read)?;
        return Err(SalvageError::Changed {
            expected: holds_to.len,
            got: new.head.len,
        });
    }
    Ok(Saved {
        head: new.head,
        damage,
    })
}

/// The new ledger under way.
struct Writer {
    new: Sqlite,
    head: Head,
    waiting: Vec<Vec<u8>>,
    failed: Option<AppendError>,
}

impl Writer {
    /// Takes an entry, and writes what is waiting at the end of a batch: when that is enough, or
    /// after the `last` entry.
    fn take(&mut self, payload: &[u8], last: bool) {
        self.waiting.push(payload.to_vec());
        let ends = Envelope::read(payload).is_ok_and(|e| e.batch.at + 1 == e.batch.of);
        if ends && (last || self.waiting.len() >= AT_ONCE) {
            match self.new.append(self.head, &self.waiting) {
                Ok(head) => self.head = head,
                Err(error) => self.failed = Some(error),
            }
            self.waiting.clear();
        }
    }
}
