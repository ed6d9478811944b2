//! Verification: re-derives the chain from the payloads and says up to where it holds.
//!
//! Knows no kinds of entry, only bytes and the envelope around what they say. It never mends
//! anything and never fails: whatever is wrong is in the report.

mod chain;
mod form;

use std::error::Error;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use jiff::Timestamp;
use serde::Serialize;

use crate::store::Noted;
use crate::{Head, ReadError, Seq, Store};
use chain::Chain;
use form::{Form, Repeated};

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The head up to which everything holds: the end of the last batch of which each entry
    /// holds. Where `broken_at` lies before it, a note made apart from the entries contradicts
    /// them, and they only hold among themselves.
    pub holds_to: Head,
    /// When the last entry that holds was recorded; `None` if none holds.
    pub holds_until: Option<Timestamp>,
    /// How many entries the store says it has.
    pub entries: u64,
    /// The number of the first entry that does not hold, or is missing; `None`: all holds.
    pub broken_at: Option<u64>,
    /// The first thing that does not hold, in words for a person: what happened, what still
    /// holds and what to do; `None`: all holds.
    pub broken: Option<String>,
}

impl Report {
    /// Whether everything holds.
    pub fn holds(&self) -> bool {
        self.broken.is_none()
    }
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Break {
    /// The entry.
    at: u64,
    /// What happened, in a sentence without full stop.
    what: String,
}

/// Entries on their way from the thread that reads and hashes to the one that checks their form.
#[derive(Default)]
struct Load {
    bytes: Vec<u8>,
    /// For each entry the head after it, and the length of its payload.
    entries: Vec<(Head, usize)>,
}

impl Load {
    /// Large enough that handing over costs nothing, small enough to stay in a cache.
    const FULL: usize = 128 * 1024;
}

/// Re-derives every link of `store` and compares with what is stored; checks the form of each
/// payload, that batches are whole, that recording never went back in time, that no two entries
/// share an id, and that the ledger reaches as far as was noted apart from it.
///
/// What it cannot see by itself is a ledger that was rewritten from some entry to its end with
/// all its links and notes: compare the head with one that was written down elsewhere.
pub fn verify(store: &dyn Store) -> Report {
    // Before the entries, so that a writer at work meanwhile can only make the ledger longer.
    let noted = store.noted();
    let places = noted
        .iter()
        .flatten()
        .map(|noted| noted.head.len)
        .collect::<Vec<_>>();
    let mut found = pass(store, &places, None);
    let repeated = found.form.first_repeated();
    let before = |repeated: &Repeated| found.first().is_none_or(|at| repeated.at < at);
    match repeated.filter(before) {
        // The heads before it were not kept: once more, up to there. This is the rare case.
        Some(repeated) => pass(store, &places, Some(repeated)).report(store, noted),
        None => found.report(store, noted),
    }
}

/// What one reading of a store found.
struct Found {
    chain: Chain,
    form: Form,
    unreadable: Option<Break>,
}

/// Reads `store` once: this thread reads and hashes, a second one checks the form.
fn pass(store: &dyn Store, places: &[u64], repeated: Option<Repeated>) -> Found {
    thread::scope(|scope| {
        let (send, receive) = sync_channel::<Load>(8);
        let form = scope.spawn(move || {
            let mut form = Form::new(repeated);
            receive.into_iter().for_each(|load| form.check(&load));
            form
        });
        let mut chain = Chain::new(places);
        let mut load = Load::default();
        let read = store.read(Seq(0), &mut |seq, link, payload| {
            if let Some(head) = chain.check(seq, link, payload) {
                load.bytes.extend_from_slice(payload);
                load.entries.push((head, payload.len()));
                if load.bytes.len() + load.entries.len() * 64 >= Load::FULL {
                    hand_over(&send, std::mem::take(&mut load));
                }
            }
        });
        hand_over(&send, load);
        drop(send);
        let unreadable = read.err().map(|error| Break {
            at: chain.head().len + 1,
            what: format!(
                "entry {} cannot be read: {}",
                chain.head().len + 1,
                why(&error)
            ),
        });
        let form = form
            .join()
            .expect("checking the form of bytes does not panic");
        Found {
            chain,
            form,
            unreadable,
        }
    })
}

fn hand_over(send: &SyncSender<Load>, load: Load) {
    send.send(load)
        .expect("the receiver lives until the sender is dropped");
}

/// The causes of an error, without its own message.
fn why(error: &dyn Error) -> String {
    let mut causes = Vec::new();
    let mut cause = error.source();
    while let Some(error) = cause {
        causes.push(error.to_string());
        cause = error.source();
    }
    if causes.is_empty() {
        error.to_string()
    } else {
        causes.join(": ")
    }
}

impl Found {
    /// The first entry that does not hold by what reading the entries alone can tell.
    fn first(&self) -> Option<u64> {
        self.in_the_entries().map(|found| found.at)
    }

    fn in_the_entries(&self) -> Option<Break> {
        let breaks = [
            self.chain.broken(),
            self.unreadable.clone(),
            self.form.broken(),
        ];
        // The first of the earliest: an altered entry explains its own bad form.
        let first = breaks
            .into_iter()
            .flatten()
            .reduce(|a, b| if b.at < a.at { b } else { a });
        // A batch that is not whole is only news if nothing else cut it short.
        first.or_else(|| self.form.unfinished())
    }

    fn report(self, store: &dyn Store, noted: Result<Vec<Noted>, ReadError>) -> Report {
        let read = self.chain.head();
        let head = store.head();
        let entries = head.as_ref().map_or(read.len, |head| head.len);
        let broken = self
            .in_the_entries()
            .or_else(|| end_differs(read, head))
            .or_else(|| self.against_notes(noted));
        let (holds_to, holds_until) = (self.form.whole(), self.form.recorded());
        Report {
            holds_to,
            holds_until,
            entries,
            broken_at: broken.as_ref().map(|found| found.at),
            broken: broken.map(|found| sentence(&found, holds_to, holds_until)),
        }
    }

    /// Compares with what was noted apart from the entries.
    fn against_notes(&self, noted: Result<Vec<Noted>, ReadError>) -> Option<Break> {
        let len = self.chain.head().len;
        let noted = match noted {
            Ok(noted) => noted,
            Err(error) => {
                let what = format!(
                    "the note of where the ledger ended when it was last written cannot be read ({}); the ledger itself ends at entry {len}",
                    why(&error)
                );
                return Some(Break { at: len + 1, what });
            }
        };
        noted.into_iter().find_map(|Noted { head, recorded, place }| {
            let on = recorded.map(|at| format!(", recorded on {},", day(at))).unwrap_or_default();
            if head.len > len {
                let what = format!(
                    "the ledger ends at entry {len}, but entry {}{on} was noted in {place}: {} entries are missing at the end",
                    head.len, head.len - len
                );
                return Some(Break { at: len + 1, what });
            }
            (self.chain.link_at(head.len) != Some(head.link)).then(|| Break {
                at: head.len,
                what: format!(
                    "entry {} is not the one{on} that was noted in {place}: the ledger was rewritten or exchanged, or the note was altered",
                    head.len
                ),
            })
        })
    }
}

/// Compares what was read with what the store says of its end. Entries that a writer added since
/// the reading began are no difference, but that is for the next verification to see.
fn end_differs(read: Head, head: Result<Head, ReadError>) -> Option<Break> {
    match head {
        Err(error) => Some(Break {
            at: read.len + 1,
            what: format!("where the ledger ends cannot be read: {}", why(&error)),
        }),
        Ok(head) if head.len < read.len || (head.len == read.len && head != read) => {
            Some(Break {
                at: head.len + 1,
                what: format!(
                    "the store says that the ledger ends at entry {}, but {} entries were read",
                    head.len, read.len
                ),
            })
        }
        Ok(_) => None,
    }
}

/// What happened, what holds, what to do.
fn sentence(found: &Break, holds_to: Head, until: Option<Timestamp>) -> String {
    let on = until.map(|until| format!(", the last of them recorded on {}", day(until)));
    let on = on.unwrap_or_default();
    let holds = match holds_to.len {
        0 => "No entry before it is certain".to_owned(),
        len if len >= found.at => format!(
            "Entries 1 to {len} agree with each other{on}, but it is not certain that they are the ones that were written"
        ),
        len => format!("Entries 1 to {len} hold{on}"),
    };
    format!(
        "{}. {holds}. Write nothing to this ledger and keep it as it is; restore a backup that verifies to a later entry, or save the entries that hold into a new ledger and record the others again",
        found.what
    )
}

/// The day for people, as in `24 October 2020`, in UTC.
fn day(at: Timestamp) -> String {
    at.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests;
