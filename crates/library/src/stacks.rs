//! The shelves that one viewer may see.

use std::sync::Arc;

use crate::ask::Ask;
use crate::found::{Found, Part};
use crate::reading::{Lengths, ReadError, Reading, Segment};
use crate::said::{self, Said};
use crate::search;
use crate::similar::{self, Similar};

/// The shelves that one viewer may see. Everything that is answered is reckoned from these: which words are rare, how
/// long a text is on average, what is near a misspelt name.
///
/// An item stands on one shelf; which shelf it is, and in which part of an index, makes no difference to any answer.
#[derive(Clone)]
pub struct Stacks {
    readings: Vec<Arc<Reading>>,
    lengths: Lengths,
}

impl Stacks {
    /// The shelves that are to be asked.
    pub fn new(readings: impl IntoIterator<Item = Arc<Reading>>) -> Self {
        let readings: Vec<_> = readings.into_iter().collect();
        let mut lengths = Lengths::default();
        readings
            .iter()
            .for_each(|reading| lengths.add(reading.lengths()));
        Stacks { readings, lengths }
    }

    /// How many items stand there.
    pub fn len(&self) -> u64 {
        self.readings.iter().map(|reading| reading.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Answers a question.
    ///
    /// # Errors
    ///
    /// [`ReadError`] where an index could not be read; never because of the question.
    pub fn search(&self, ask: &Ask) -> Result<Found, ReadError> {
        search::search(self, ask)
    }

    /// What the items that match a question say of it, sentence by sentence, the earliest first.
    ///
    /// # Errors
    ///
    /// [`ReadError`] where an index could not be read; never because of the question.
    pub fn said(&self, ask: &Ask) -> Result<Said, ReadError> {
        said::said(self, ask)
    }

    /// The items most like one, and by which words; none where the item is not here.
    ///
    /// # Errors
    ///
    /// [`ReadError`] where an index could not be read.
    pub fn similar(&self, key: &str, limit: usize) -> Result<Vec<Similar>, ReadError> {
        similar::similar(self, key, limit)
    }

    pub(crate) fn lengths(&self) -> &Lengths {
        &self.lengths
    }

    pub(crate) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.readings.iter().flat_map(|reading| &reading.segments)
    }

    /// Tells each term between two bounds that stands in one of the parts; one that stands in several is told several
    /// times, and one that no live document has any more may be told too.
    pub(crate) fn each_term(
        &self,
        in_parts: &[Part],
        from: &str,
        to: &str,
        mut told: impl FnMut(&str),
    ) -> Result<(), ReadError> {
        for segment in self.segments() {
            for part in in_parts {
                segment.terms(*part, from, to, &mut told)?;
            }
        }
        Ok(())
    }
}
