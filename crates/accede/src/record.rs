//! The record in memory: every entry of the ledger, read once, its chain checked on the way.

use std::sync::Arc;

use jiff::Timestamp;
use ledger::body::Dispute;
use ledger::store::{Noted, ReadError};
use ledger::strand::head_of;
use ledger::{
    Audience, Batch, Body, Entry, EntryId, EntryRef, Head, PayloadError, Recorded, Seq, Store,
    Strands,
};
use uuid::Uuid;
use world::{Viewer, World};

use crate::clerk::Draft;
use crate::failure::Failure;

/// Entries read from a store, from the first to the head.
///
/// Cheap to clone: an entry is kept once, however many worlds are folded from it.
#[derive(Debug, Clone)]
pub struct Record {
    entries: Vec<Arc<Recorded>>,
    strands: Strands,
}

/// Why a ledger could not be read to its head.
#[derive(Debug, thiserror::Error)]
pub enum Damaged {
    /// The store itself cannot be read.
    #[error("the store gave out")]
    Store(#[source] ReadError),
    /// An entry is not where it should be.
    #[error("entry {expected} is missing; {found} stands in its place")]
    Gap {
        /// The number that should come.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// The hash of an entry is not the one stored.
    #[error("the hash stored with entry {at} is not that of its bytes and of the entry before")]
    Link {
        /// The entry.
        at: u64,
    },
    /// The bytes of an entry cannot be read.
    #[error("entry {at} cannot be read")]
    Payload {
        /// The entry.
        at: u64,
        /// What is wrong.
        #[source]
        source: PayloadError,
    },
    /// An entry does not continue the batch of the one before.
    #[error("entry {at} does not continue the batch before it: entries are missing")]
    Batch {
        /// The entry.
        at: u64,
    },
    /// The last batch is not complete.
    #[error("the last batch is not complete: the ledger was cut off after entry {at}")]
    Cut {
        /// The last entry.
        at: u64,
    },
    /// A note kept apart from the entries says something else.
    #[error("{place} notes {noted} entries, with another last one than the ledger has")]
    Noted {
        /// Where the note is kept.
        place: String,
        /// How many entries it notes.
        noted: u64,
    },
    /// The store says that there are more entries than it has.
    #[error("the store says that it has {says} entries, and has {has}")]
    Short {
        /// How many it says.
        says: u64,
        /// How many it has.
        has: u64,
    },
}

impl From<Damaged> for Failure {
    fn from(damaged: Damaged) -> Failure {
        let newer = matches!(
            &damaged,
            Damaged::Payload {
                source: PayloadError::UnknownVersion { .. },
                ..
            }
        );
        if let Damaged::Store(read) = &damaged
            && read.source.is::<store::DatabaseError>()
        {
            return Failure::store("the ledger cannot be read from its database")
                .because(damaged);
        }
        let failure = Failure::store("the ledger is damaged, so nothing is answered from it")
            .because(damaged);
        if newer {
            return failure
                .hint("it was written by a newer version of the program: use that one");
        }
        failure.hint("`accede verify` says up to where it holds, and what to do")
    }
}

impl Record {
    /// A record without entries.
    pub fn empty() -> Record {
        Record {
            entries: Vec::new(),
            strands: Strands::default(),
        }
    }

    /// Reads `store` from the first entry to its head.
    ///
    /// # Errors
    ///
    /// [`Damaged`] at the first thing that does not hold.
    pub fn read(store: &dyn Store) -> Result<Record, Damaged> {
        let mut record = Record::empty();
        record.follow(store)?;
        Ok(record)
    }

    /// Reads on, from where this record ends to the head of `store`; gives how many were read.
    ///
    /// Every link is derived again while reading: hashing is cheaper than reading, and an answer
    /// from an altered record would be a false statement about a State.
    ///
    /// # Errors
    ///
    /// [`Damaged`] at the first thing that does not hold; what was read before is kept.
    pub fn follow(&mut self, store: &dyn Store) -> Result<usize, Damaged> {
        let before = self.entries.len();
        // Before the entries, so that a writer at work meanwhile can only make the ledger longer.
        let noted = store.noted().map_err(Damaged::Store)?;
        let says = store.head().map_err(Damaged::Store)?;
        if says.len == self.head().len {
            let same = says.link == self.head().link;
            return if same {
                self.against(&noted).map(|()| 0)
            } else {
                Err(Damaged::Link { at: says.len })
            };
        }
        let mut damaged = None;
        let more = usize::try_from(says.len.saturating_sub(self.head().len)).unwrap_or(0);
        // A damaged head may say anything; what is reserved is bounded.
        self.entries.reserve(more.min(1 << 20));
        store
            .read(Seq(self.head().len + 1), &mut |seq, link, payload| {
                if damaged.is_none() {
                    damaged = self.take(seq, link, payload).err();
                }
            })
            .map_err(Damaged::Store)?;
        if let Some(damaged) = damaged {
            return Err(damaged);
        }
        // The head was read before the entries: another process may have appended in between.
        if self.head().len < says.len {
            return Err(Damaged::Short {
                says: says.len,
                has: self.head().len,
            });
        }
        self.against(&noted)?;
        match self.entries.last() {
            Some(last) if last.entry.batch.at + 1 != last.entry.batch.of => {
                Err(Damaged::Cut { at: last.seq.0 })
            }
            Some(_) | None => Ok(self.entries.len() - before),
        }
    }

    /// Compares with what was noted apart from the entries: missing ones are missed by it.
    fn against(&self, noted: &[Noted]) -> Result<(), Damaged> {
        noted.iter().try_for_each(|note| {
            let there = match note.head.len {
                0 => Some(ledger::Link::ORIGIN),
                len => self.entry(Seq(len)).map(|entry| entry.link),
            };
            if there == Some(note.head.link) {
                return Ok(());
            }
            Err(Damaged::Noted {
                place: note.place.clone(),
                noted: note.head.len,
            })
        })
    }

    /// Takes the next entry.
    fn take(&mut self, seq: Seq, link: ledger::Link, payload: &[u8]) -> Result<(), Damaged> {
        let expected = self.head().len + 1;
        if seq.0 != expected {
            return Err(Damaged::Gap {
                expected,
                found: seq.0,
            });
        }
        let head = self.head().then(payload);
        if head.link != link {
            return Err(Damaged::Link { at: expected });
        }
        let entry = Entry::from_payload(payload).map_err(|source| Damaged::Payload {
            at: expected,
            source,
        })?;
        let continues = match self.entries.last().map(|last| last.entry.batch) {
            Some(last) if last.at + 1 < last.of => {
                entry.batch.at == last.at + 1 && entry.batch.of == last.of
            }
            Some(_) | None => entry.batch.at == 0,
        };
        if !continues || entry.batch.at >= entry.batch.of {
            return Err(Damaged::Batch { at: expected });
        }
        let recorded = self.strands.take_to(head, entry, payload);
        self.entries.push(Arc::new(recorded));
        Ok(())
    }

    /// The entries, in their order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Recorded> + Clone {
        self.entries.iter().map(Arc::as_ref)
    }

    /// This record as it would be with `drafts` after it. Only to be folded: its head is no head
    /// of any ledger.
    pub fn with(&self, drafts: &[Draft]) -> Record {
        let recorded = self.last_recorded().unwrap_or(Timestamp::UNIX_EPOCH);
        let mut record = self.clone();
        let mut push = |draft: &Draft, id: Option<EntryId>, body: Body| {
            // Made from its number, as no UUIDv7 is: it names no entry of a ledger.
            let made = || EntryId(Uuid::from_u128(u128::from(record.head().len + 1)));
            let id = id.unwrap_or_else(made);
            let entry = Entry {
                id,
                recorded,
                author: String::new(),
                audience: draft.audience.clone(),
                label: draft.label,
                origin: None,
                source: draft.source.clone(),
                batch: Batch { at: 0, of: 1 },
                body,
            };
            let recorded = record.strands.take(entry, id.0.as_bytes());
            record.entries.push(Arc::new(recorded));
            id
        };
        for draft in drafts {
            let of = push(draft, draft.id, draft.body.clone());
            if let Some(doubt) = &draft.doubt {
                let (why, counts) = (doubt.why.clone(), doubt.counts);
                push(draft, None, Body::Dispute(Dispute { of, why, counts }));
            }
        }
        record
    }

    /// The entries, as worlds share them.
    pub fn shared(&self) -> &[Arc<Recorded>] {
        &self.entries
    }

    /// The world of `viewer` at a moment of knowledge; folded on from the one `before`, where what was
    /// recorded since leads from that one to this.
    pub fn world(&self, before: Option<&World>, viewer: &Viewer, known: Timestamp) -> World {
        before
            .and_then(|before| self.grown_from(before, viewer, known))
            .unwrap_or_else(|| World::fold_shared(self.shared(), viewer, known))
    }

    fn grown_from(&self, before: &World, viewer: &Viewer, known: Timestamp) -> Option<World> {
        let head = self.head_to(viewer);
        let more = usize::try_from(head.len.checked_sub(before.head().entries)?).ok()?;
        let shared = self.entries.iter().rev();
        let seen = shared.filter(|recorded| viewer.sees(&recorded.entry.audience));
        let mut seen: Vec<_> = seen.take(more).collect();
        seen.reverse();
        let world = before.extended(seen, viewer, known);
        // The links tell whether it was made of the same.
        (world.head().link == head.link.to_string()).then_some(world)
    }

    /// How long it is, and its last link.
    pub fn head(&self) -> Head {
        self.strands.whole()
    }

    /// The head of what `viewer` may see of it.
    pub fn head_to(&self, viewer: &Viewer) -> Head {
        let all = self.strands.all().iter();
        head_of(all.filter(|(audience, _)| viewer.sees(audience)))
    }

    /// The heads of its strands.
    pub fn strands(&self) -> &Strands {
        &self.strands
    }

    /// The entry that is called so.
    pub fn named(&self, name: EntryRef) -> Option<&Recorded> {
        self.entries()
            .rev()
            .find(|recorded| recorded.name() == name)
    }

    /// One entry.
    pub fn entry(&self, seq: Seq) -> Option<&Recorded> {
        let at = usize::try_from(seq.0.checked_sub(1)?).ok()?;
        self.entries.get(at).map(Arc::as_ref)
    }

    /// When the last entry was recorded.
    pub fn last_recorded(&self) -> Option<Timestamp> {
        self.entries.last().map(|last| last.entry.recorded)
    }

    /// The entries for anyone, in their order.
    pub fn public(&self) -> impl DoubleEndedIterator<Item = &Recorded> + Clone {
        self.entries()
            .filter(|recorded| recorded.entry.audience == Audience::Public)
    }

    /// The entries that `viewer` may see, in their order.
    pub fn seen_by<'r>(
        &'r self,
        viewer: &'r Viewer,
    ) -> impl DoubleEndedIterator<Item = &'r Recorded> + 'r {
        self.entries()
            .filter(|recorded| viewer.sees(&recorded.entry.audience))
    }

    /// When the first entry that `viewer` may see was recorded.
    pub fn first_recorded_to(&self, viewer: &Viewer) -> Option<Timestamp> {
        self.seen_by(viewer)
            .next()
            .map(|first| first.entry.recorded)
    }

    /// The moment of knowledge that takes in every entry that `viewer` may see: `now`, in whole
    /// seconds so that people can write it down, or the last such entry's moment where that is
    /// later.
    pub fn latest_known_to(&self, viewer: &Viewer, now: Timestamp) -> Timestamp {
        let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
        self.last_recorded_to(viewer)
            .map_or(now, |last| last.max(now))
    }

    /// When the last entry that `viewer` may see was recorded.
    pub fn last_recorded_to(&self, viewer: &Viewer) -> Option<Timestamp> {
        self.seen_by(viewer)
            .next_back()
            .map(|last| last.entry.recorded)
    }

    /// The moment at which the next entry is recorded: `now`, or the last entry's moment where a
    /// machine's clock stands before it.
    pub fn next_recorded(&self, now: Timestamp) -> Timestamp {
        let now = Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now);
        self.last_recorded().map_or(now, |last| last.max(now))
    }
}
