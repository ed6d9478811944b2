//! The form of each payload, and what their envelopes say together.

use jiff::Timestamp;
use uuid::Uuid;

use super::{Break, Load};
use crate::{Batch, Envelope, Head};

/// An entry with the id of an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Repeated {
    pub(super) at: u64,
    first: u64,
}

/// The envelopes, as far as they hold.
pub(super) struct Form {
    /// The end of the last whole batch, and when its last entry was recorded.
    whole: (Head, Option<Timestamp>),
    /// The last entry, whose batch may still be open.
    last: Option<(u64, Envelope)>,
    /// Each id with its entry, to be sorted at the end. Ids mostly come in order, which makes
    /// that cheap; a set would cost more than hashing the chain.
    ids: Vec<(Uuid, u64)>,
    repeated: Option<Repeated>,
    broken: Option<Break>,
}

impl Form {
    /// `repeated` is an entry of which it is already known that its id is not its own.
    pub(super) fn new(repeated: Option<Repeated>) -> Form {
        Form {
            whole: (Head::EMPTY, None),
            last: None,
            ids: Vec::new(),
            repeated,
            broken: None,
        }
    }

    pub(super) fn check(&mut self, load: &Load) {
        let mut from = 0;
        for &(head, len) in &load.entries {
            if self.broken.is_some() {
                return;
            }
            self.broken = self
                .entry(head, &load.bytes[from..from + len])
                .err()
                .map(|what| Break { at: head.len, what });
            from += len;
        }
    }

    fn entry(&mut self, head: Head, payload: &[u8]) -> Result<(), String> {
        let at = head.len;
        let envelope = Envelope::read(payload)
            .map_err(|error| format!("entry {at} is not in the form of an entry: {error}"))?;
        if let Some(Repeated { first, .. }) = self.repeated.filter(|repeated| repeated.at == at)
        {
            return Err(format!(
                "entry {at} has the id of entry {first}, {}",
                envelope.id
            ));
        }
        if let Some((before, last)) = &self.last
            && envelope.recorded < last.recorded
        {
            return Err(format!(
                "entry {at} says that it was recorded at {}, before entry {before}, recorded at {}",
                envelope.recorded, last.recorded
            ));
        }
        self.in_its_batch(at, envelope.batch)?;
        self.ids.push((envelope.id, at));
        self.last = Some((at, envelope));
        if envelope.batch.at + 1 == envelope.batch.of {
            self.whole = (head, Some(envelope.recorded));
        }
        Ok(())
    }

    /// Whether `batch` is the place after that of the entry before.
    fn in_its_batch(&self, at: u64, batch: Batch) -> Result<(), String> {
        let open = self
            .last
            .map(|(_, last)| last.batch)
            .filter(|last| last.at + 1 < last.of);
        let expected = match open {
            Some(last) => Batch {
                at: last.at + 1,
                of: last.of,
            },
            None => Batch {
                at: 0,
                of: batch.of,
            },
        };
        if batch == expected {
            return Ok(());
        }
        Err(format!(
            "entry {at} is number {} of a batch of {}, where number {} of {} should stand: part of a batch is missing",
            batch.at + 1,
            batch.of,
            expected.at + 1,
            expected.of
        ))
    }

    /// The first thing about the form that does not hold.
    pub(super) fn broken(&self) -> Option<Break> {
        self.broken.clone()
    }

    /// A batch that lacks its end.
    pub(super) fn unfinished(&self) -> Option<Break> {
        let (at, last) = self.last?;
        let Batch { at: place, of } = last.batch;
        (place + 1 < of).then(|| Break {
            at: at + 1,
            what: format!(
                "the ledger ends within a batch: entry {at} is number {} of {of}, and the others are missing",
                place + 1
            ),
        })
    }

    /// The head at the end of the last whole batch.
    pub(super) fn whole(&self) -> Head {
        self.whole.0
    }

    /// When the last entry of the last whole batch was recorded.
    pub(super) fn recorded(&self) -> Option<Timestamp> {
        self.whole.1
    }

    /// The first entry that has the id of an earlier one.
    pub(super) fn first_repeated(&mut self) -> Option<Repeated> {
        let mut ids = std::mem::take(&mut self.ids);
        ids.sort_unstable();
        ids.windows(2)
            .filter(|pair| pair[0].0 == pair[1].0)
            .map(|pair| Repeated {
                at: pair[1].1,
                first: pair[0].1,
            })
            .min_by_key(|repeated| repeated.at)
    }
}
