//! A chain copied from one store to another, whole batches at a time.

use jiff::Timestamp;
use ledger::verify::{Report, verify};
use ledger::{AppendError, Envelope, Head, ReadError, Seq, Store};

/// How many entries, and how many bytes of them, are written at once, unless a batch is larger.
const AT_ONCE: (usize, usize) = (10_000, 16 * 1024 * 1024);

/// Up to where a chain is copied. A batch is copied whole or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// To its end.
    End,
    /// To this entry, or the last batch that ends before it.
    Entry(u64),
    /// To the last entry recorded at this moment or before.
    Moment(Timestamp),
}

/// What was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transferred {
    /// The head of the target, whose chain was verified to it.
    pub head: Head,
    /// How many entries were there before.
    pub before: u64,
}

/// Nothing was copied, or not all. What was copied by then are whole batches of the same chain,
/// and another attempt goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// The source cannot be read.
    #[error("the ledger cannot be read where it is")]
    Read(#[source] ReadError),
    /// An entry of the source does not hold.
    #[error(
        "entry {at} does not hold where it is: nothing from there on was copied; `accede verify` says more"
    )]
    Broken {
        /// The first that does not.
        at: u64,
    },
    /// The target has a ledger that is not the beginning of the source.
    #[error(
        "there is another ledger already where it was to go: its {len} entries are not the first {len} of this one; nothing was written"
    )]
    AnotherLedger {
        /// How many entries it has.
        len: u64,
    },
    /// The target cannot be written.
    #[error("the ledger cannot be written where it was to go")]
    Write(#[source] AppendError),
    /// What was written does not hold.
    #[error("what was written does not hold: {}", .0.broken.as_deref().unwrap_or("its head is another"))]
    NotVerified(Box<Report>),
}

/// Copies the chain of `from` to `to`, up to `until`, with the same numbers and links, and verifies
/// the whole of `to`. Where `to` has the beginning already, it goes on from there; where it has more
/// than is asked for, it stays as it is.
///
/// # Errors
///
/// [`TransferError`]
pub fn transfer(
    from: &dyn Store,
    to: &mut dyn Store,
    until: Until,
) -> Result<Transferred, TransferError> {
    let before = to.head().map_err(TransferError::Read)?;
    let whole = from.head().map_err(TransferError::Read)?;
    let mut copy = Copy {
        chain: Head {
            len: before.len.saturating_sub(1),
            link: ledger::Link::ORIGIN,
        },
        target: before,
        until,
        batch: Vec::new(),
        waiting: Vec::new(),
        bytes: 0,
        ended: false,
        failed: None,
        to,
    };
    copy.read(from, before, whole)?;
    if let Some(failed) = copy.failed.take() {
        return Err(failed);
    }
    let head = copy.target;
    let report = verify(to);
    if report.holds() && report.holds_to == head {
        let before = before.len;
        return Ok(Transferred { head, before });
    }
    Err(TransferError::NotVerified(Box::new(report)))
}

/// A copy under way.
struct Copy<'t> {
    /// The head of the source up to the last entry read.
    chain: Head,
    /// The head of the target.
    target: Head,
    until: Until,
    /// The batch that is being read.
    batch: Vec<Vec<u8>>,
    /// Whole batches to be written.
    waiting: Vec<Vec<u8>>,
    bytes: usize,
    /// Whether what was asked for has been read.
    ended: bool,
    failed: Option<TransferError>,
    to: &'t mut dyn Store,
}

impl Copy<'_> {
    /// Reads `from` behind what the target has, `before`, to its end, and writes what is asked for.
    fn read(
        &mut self,
        from: &dyn Store,
        before: Head,
        whole: Head,
    ) -> Result<(), TransferError> {
        if before.len > whole.len {
            return Err(TransferError::AnotherLedger { len: before.len });
        }
        let mut begun = before == Head::EMPTY;
        let read = from.read(Seq(before.len.max(1)), &mut |seq, link, payload| {
            if self.ended || self.failed.is_some() {
                return;
            }
            if !begun {
                // The last entry that both have: through its link all before it are the same.
                begun = true;
                self.chain = before;
                if (seq.0, link) != (before.len, before.link) {
                    self.failed = Some(TransferError::AnotherLedger { len: before.len });
                }
                return;
            }
            self.chain = self.chain.then(payload);
            if (self.chain.len, self.chain.link) == (seq.0, link) {
                self.take(payload);
            } else {
                self.failed = Some(TransferError::Broken { at: self.chain.len });
            }
        });
        if self.failed.is_none() {
            read.map_err(TransferError::Read)?;
            if !self.ended && (self.chain.len < whole.len || !self.batch.is_empty()) {
                let at = self.chain.len + 1 - self.batch.len() as u64;
                return Err(TransferError::Broken { at });
            }
            self.write();
        }
        Ok(())
    }

    /// Takes the next entry; writes when enough is waiting.
    fn take(&mut self, payload: &[u8]) {
        let Ok(envelope) = Envelope::read(payload) else {
            self.failed = Some(TransferError::Broken { at: self.chain.len });
            return;
        };
        self.bytes += payload.len();
        self.batch.push(payload.to_vec());
        if envelope.batch.at + 1 != envelope.batch.of {
            return;
        }
        let asked_for = match self.until {
            Until::End => true,
            Until::Entry(last) => self.chain.len <= last,
            Until::Moment(last) => envelope.recorded <= last,
        };
        if !asked_for {
            self.ended = true;
            self.batch.clear();
            return;
        }
        self.waiting.append(&mut self.batch);
        if self.waiting.len() >= AT_ONCE.0 || self.bytes >= AT_ONCE.1 {
            self.write();
        }
    }

    /// Writes the batches that wait.
    fn write(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        match self.to.append(self.target, &self.waiting) {
            Ok(head) => self.target = head,
            Err(error) => self.failed = Some(TransferError::Write(error)),
        }
        self.waiting.clear();
        self.bytes = 0;
    }
}
