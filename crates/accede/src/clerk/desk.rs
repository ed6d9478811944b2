//! What the clerk's thread does: it alone has the store.

use std::sync::Arc;

use arc_swap::ArcSwap;
use intake::Doubt;
use jiff::Timestamp;
use ledger::body::Dispute;
use ledger::{
    AppendError, Audience, Batch, Body, Entry, Head, Recorded, Seq, Store, Tlp, number_batch,
};
use treaty::Source;
use world::{Viewer, World};

use super::draft::{Draft, Taken, new_id};
use super::error::ClerkError;
use super::shown::Shown;
use super::{Receipt, Refused, check};
use crate::clock::Clock;
use crate::failure::Failure;
use crate::record::Record;

/// A proposal: what it would record upon what it is shown, and what it tells beside.
type Propose<'p, T> = dyn FnMut(Shown<'_>) -> Result<(Vec<Draft>, T), Failure> + 'p;

/// How often a proposal is shown a newer world before the clerk gives up.
const TRIES: u32 = 100;

/// What the clerk's thread owns.
pub(super) struct Desk {
    pub(super) store: Box<dyn Store>,
    pub(super) record: Record,
    pub(super) clock: Clock,
    pub(super) published: Arc<ArcSwap<Record>>,
}

impl Desk {
    /// Shows a proposal the world at the head, and records what it proposes after exactly that head.
    pub(super) fn submit<T>(
        &mut self,
        before: Option<&World>,
        viewer: &Viewer,
        author: &str,
        propose: &mut Propose<'_, T>,
    ) -> Result<Receipt<T>, ClerkError> {
        for _ in 0..TRIES {
            // The writer compares with everything he may see, whatever its moment.
            let world = self.record.world(before, viewer, Timestamp::MAX);
            let shown = Shown::new(&world, &self.record, viewer);
            let (drafts, told) =
                propose(shown).map_err(|failure| ClerkError::NotProposed(Box::new(failure)))?;
            if drafts.is_empty() {
                return Ok(Receipt {
                    told,
                    recorded: None,
                    head: self.record.head_to(viewer),
                });
            }
            check::all(shown, &drafts)
                .and_then(|()| self.not_taken(&drafts))
                .map_err(|(at, source)| ClerkError::Refused { at, source })?;
            let before = self.record.head();
            let payloads = self.payloads(author, drafts)?;
            let after = payloads
                .iter()
                .fold(before, |head, payload| head.then(payload));
            match self.store.append(before, &payloads) {
                Ok(_) => {
                    self.follow()?;
                    return Ok(self.receipt(viewer, told, before, after));
                }
                Err(AppendError::Moved { .. }) => {
                    self.follow()?;
                }
                Err(error @ AppendError::Replaced { .. }) => {
                    return Err(ClerkError::Store(error));
                }
                Err(error @ (AppendError::Unsure { .. } | AppendError::Write { .. })) => {
                    // It may have failed and been kept all the same: the ledger itself tells.
                    let read = self.follow().is_ok();
                    let last = self.record.entry(Seq(after.len));
                    let kept = last.is_some_and(|last| last.link == after.link);
                    return if read && kept {
                        Ok(self.receipt(viewer, told, before, after))
                    } else if !read && matches!(error, AppendError::Unsure { .. }) {
                        Err(ClerkError::Unknown(error))
                    } else {
                        Err(ClerkError::Store(error))
                    };
                }
            }
        }
        Err(ClerkError::Busy(TRIES))
    }

    /// No two entries have the same id, whoever sees them.
    fn not_taken(&self, drafts: &[Draft]) -> Result<(), (usize, Refused)> {
        let ids = drafts.iter().enumerate();
        for (at, id) in ids.filter_map(|(at, draft)| Some((at, draft.id?))) {
            let mut entries = self.record.entries().rev();
            if entries.any(|recorded| recorded.entry.id == id) {
                return Err((at, Refused::Taken(id)));
            }
        }
        Ok(())
    }

    /// The drafts as the payloads of one batch.
    fn payloads(&self, author: &str, drafts: Vec<Draft>) -> Result<Vec<Vec<u8>>, ClerkError> {
        let now = self.clock.now();
        // No entry is recorded before the one it follows, whatever a machine's clock says.
        let recorded = self.record.next_recorded(now);
        let mut entries = Vec::with_capacity(drafts.len());
        let blank =
            |audience: &Audience, label: Option<Tlp>, source: Source, body: Body| Entry {
                id: new_id(recorded),
                recorded,
                author: author.to_owned(),
                audience: audience.clone(),
                label,
                origin: None,
                source,
                batch: Batch { at: 0, of: 1 },
                body,
            };
        for Draft {
            source,
            body,
            doubt,
            audience,
            label,
            id,
            taken,
        } in drafts
        {
            let mut entry = blank(&audience, label, source.clone(), body);
            let id = id.unwrap_or(entry.id);
            entry.id = id;
            if let Some(Taken { author, origin }) = taken {
                entry.author = author;
                entry.origin = Some(origin);
            }
            entries.push(entry);
            if let Some(Doubt { why, counts }) = doubt {
                let dispute = Dispute {
                    of: id,
                    why,
                    counts,
                };
                entries.push(blank(&audience, label, source, Body::Dispute(dispute)));
            }
        }
        number_batch(&mut entries);
        let payload = |(at, entry): (usize, &Entry)| {
            entry.to_payload().map_err(|source| ClerkError::Refused {
                at,
                source: Refused::NotWritable(source),
            })
        };
        entries.iter().enumerate().map(payload).collect()
    }

    fn receipt<T>(&self, viewer: &Viewer, told: T, before: Head, after: Head) -> Receipt<T> {
        let name = |seq| self.record.entry(Seq(seq)).map(Recorded::name);
        Receipt {
            told,
            recorded: name(before.len + 1).zip(name(after.len)),
            head: self.record.head_to(viewer),
        }
    }

    /// Reads on and publishes.
    pub(super) fn follow(&mut self) -> Result<usize, ClerkError> {
        let new = self
            .record
            .follow(self.store.as_ref())
            .map_err(ClerkError::Damaged)?;
        if new > 0 {
            self.published.store(Arc::new(self.record.clone()));
        }
        Ok(new)
    }
}
