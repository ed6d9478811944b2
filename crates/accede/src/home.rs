//! The data directory: how it is filled at first use, and how a newer program brings newer facts
//! into it.
//!
//! A new directory is filled with the shipped facts in one append after the empty head, all or none.
//! Of two processes that find it empty at the same moment, one appends; the other is told that
//! the ledger moved, and reads what the first wrote, which is the same to the byte.

use std::io::{self, IsTerminal, Write};

use jiff::Timestamp;
use ledger::body::FactsRelease;
use ledger::{AppendError, Body, Entry, Store, number_batch};
use store::{Cause, DatabaseError, Location, LocationError, OpenError, Postgres};

use crate::clerk::Clerk;
use crate::clock::Clock;
use crate::failure::Failure;
use crate::record::Record;
use crate::settings::{Facts, Settings};

/// A data directory, or a database in its stead.
#[derive(Debug)]
pub struct Home {
    location: Location,
    facts: Facts,
    clock: Clock,
}

/// A ledger and what has been read of it.
type Opened = (Box<dyn Store>, Record);

/// What a ledger lacks of the shipped facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lacks {
    /// Nothing, or it has those of a newer program.
    Nothing,
    /// All of them: it is empty.
    Everything,
    /// Those of this release; it began with an earlier one, filled so.
    Release(Facts),
}

/// The mark of a release of which only the law was taken.
const LAW_ALONE: &str = " (law alone)";
/// How often a fill is tried while others write.
const TRIES: u32 = 100;

impl Home {
    /// The data directory or database of the settings. Nothing is touched yet.
    pub fn new(settings: &Settings, clock: Clock) -> Home {
        Home {
            location: settings.location.clone(),
            facts: settings.facts,
            clock,
        }
    }

    /// Where the ledger is.
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// The whole record, read without permission to write wherever nothing is to be written.
    ///
    /// # Errors
    ///
    /// Store trouble; a damaged ledger is refused.
    pub fn read(&self) -> Result<Record, Failure> {
        let record = match self.location.open_to_read().map_err(not_opened)? {
            Some(store) => Record::read(store.as_ref())?,
            None => Record::empty(),
        };
        match self.lacks(&record) {
            Lacks::Nothing => Ok(record),
            Lacks::Everything => Ok(self.complete()?.1),
            // What is there can be read, even where this release's facts cannot be added.
            Lacks::Release(_) => Ok(self.complete().map_or(record, |(_, complete)| complete)),
        }
    }

    /// The clerk, who writes.
    ///
    /// # Errors
    ///
    /// Store trouble; a damaged ledger is refused.
    pub fn clerk(&self) -> Result<Clerk, Failure> {
        let (store, record) = match self.replica()? {
            Some(replica) => replica,
            None => self.complete()?,
        };
        Ok(Clerk::start(store, record, self.clock))
    }

    /// The ledger of a database that only reads: it is answered from as it is. `None`: it can be
    /// written, or is in files.
    fn replica(&self) -> Result<Option<Opened>, Failure> {
        let Location::Database(url) = &self.location else {
            return Ok(None);
        };
        let store = match Postgres::open(url) {
            Err(DatabaseError::NoLedger(_)) => return Ok(None),
            opened => opened.map_err(|error| not_opened(error.into()))?,
        };
        if !store
            .only_reads()
            .map_err(|error| not_opened(error.into()))?
        {
            return Ok(None);
        }
        let record = Record::read(&store)?;
        Ok(Some((Box::new(store), record)))
    }

    /// Opens the ledger to write, creates it if there is none, and adds what it lacks of the
    /// shipped facts.
    fn complete(&self) -> Result<Opened, Failure> {
        let mut store = self.location.open_or_create().map_err(not_opened)?;
        let mut record = Record::read(store.as_ref())?;
        for _ in 0..TRIES {
            let entries = match self.lacks(&record) {
                Lacks::Nothing => return Ok((store, record)),
                Lacks::Everything => first_entries(self.facts)?,
                Lacks::Release(facts) => self.newer_entries(&record, facts)?,
            };
            self.tell(&record, entries.len());
            let payloads = entries
                .iter()
                .map(Entry::to_payload)
                .collect::<Result<Vec<_>, _>>();
            let payloads = payloads.map_err(|e| {
                Failure::store("the shipped facts cannot be written").because(e)
            })?;
            match store.append(record.head(), &payloads) {
                Ok(_) | Err(AppendError::Moved { .. }) => {
                    record.follow(store.as_ref())?;
                }
                Err(
                    error @ (AppendError::Replaced { .. }
                    | AppendError::Unsure { .. }
                    | AppendError::Write { .. }),
                ) => return Err(cannot_fill(&self.location, error)),
            }
        }
        Err(Failure::store("other programs keep writing to the ledger")
            .hint("wait until they have finished, and try again"))
    }

    /// What `record` lacks of the shipped facts.
    fn lacks(&self, record: &Record) -> Lacks {
        if record.head().len == 0 {
            return Lacks::Everything;
        }
        match last_release(record) {
            // A ledger of somebody's own making: nothing is put into it unasked.
            None => Lacks::Nothing,
            Some(last) if last.sha256 == shipped::digest() => Lacks::Nothing,
            Some(last) => {
                let (release, facts) = match last.release.strip_suffix(LAW_ALONE) {
                    Some(release) => (release, Facts::Law),
                    None => (last.release.as_str(), Facts::All),
                };
                // Releases are named by their day: an older program leaves newer facts alone.
                if release > shipped::release() {
                    Lacks::Nothing
                } else {
                    Lacks::Release(facts)
                }
            }
        }
    }

    /// What this release adds to `record`.
    fn newer_entries(&self, record: &Record, facts: Facts) -> Result<Vec<Entry>, Failure> {
        // What is for anyone must not depend on what is not.
        let on_record = record.public().map(|recorded| &recorded.entry);
        let recorded: Timestamp = record.next_recorded(self.clock.now());
        let entries = shipped::upgrade(on_record, recorded).map_err(unreadable_facts)?;
        Ok(only(entries, facts))
    }

    /// Says on a terminal what takes a moment.
    fn tell(&self, record: &Record, entries: usize) {
        let mut stderr = io::stderr().lock();
        if stderr.is_terminal() {
            let what = if record.head().len == 0 {
                "a new data directory"
            } else {
                "newer facts"
            };
            let dir = &self.location;
            // Whether anybody reads it changes nothing.
            let _ = writeln!(
                stderr,
                "accede: {what}: recording {entries} shipped entries in {dir}"
            );
        }
    }
}

/// What a new ledger begins with.
fn first_entries(facts: Facts) -> Result<Vec<Entry>, Failure> {
    Ok(only(shipped::entries().map_err(unreadable_facts)?, facts))
}

/// The entries of a batch that are asked for, as one batch.
fn only(mut entries: Vec<Entry>, facts: Facts) -> Vec<Entry> {
    if facts == Facts::Law {
        entries.retain_mut(|entry| match &mut entry.body {
            Body::Treaty(_) | Body::Participant(_) | Body::Alias(_) | Body::Membership(_) => {
                true
            }
            Body::FactsRelease(mark) => {
                mark.release.push_str(LAW_ALONE);
                true
            }
            Body::Act(_)
            | Body::Meeting(_)
            | Body::Role(_)
            | Body::Fulfilment(_)
            | Body::Extension(_)
            | Body::Observation(_)
            | Body::PrintedCount(_)
            | Body::Plan(_)
            | Body::PlanAction(_)
            | Body::Statement(_)
            | Body::Assistance(_)
            | Body::Quarantined(_)
            | Body::Correction(_)
            | Body::Retraction(_)
            | Body::Dispute(_)
            | Body::Approach(_)
            | Body::Release(_)
            | Body::Team(_)
            | Body::Person(_)
            | Body::Seat(_)
            | Body::Key(_)
            | Body::Agreement(_)
            | Body::Campaign(_)
            | Body::Stage(_)
            | Body::Pledge(_)
            | Body::Attribution(_)
            | Body::RollCall(_)
            | Body::Report(_)
            | Body::Document(_) => false,
        });
        number_batch(&mut entries);
    }
    entries
}

/// The last release of shipped facts that was recorded.
fn last_release(record: &Record) -> Option<&FactsRelease> {
    record
        .public()
        .rev()
        .find_map(|recorded| match &recorded.entry.body {
            Body::FactsRelease(release) => Some(release),
            Body::Act(_)
            | Body::Treaty(_)
            | Body::Participant(_)
            | Body::Alias(_)
            | Body::Membership(_)
            | Body::Meeting(_)
            | Body::Role(_)
            | Body::Fulfilment(_)
            | Body::Extension(_)
            | Body::Observation(_)
            | Body::PrintedCount(_)
            | Body::Plan(_)
            | Body::PlanAction(_)
            | Body::Statement(_)
            | Body::Assistance(_)
            | Body::Quarantined(_)
            | Body::Correction(_)
            | Body::Retraction(_)
            | Body::Dispute(_)
            | Body::Approach(_)
            | Body::Release(_)
            | Body::Team(_)
            | Body::Person(_)
            | Body::Seat(_)
            | Body::Key(_)
            | Body::Agreement(_)
            | Body::Campaign(_)
            | Body::Stage(_)
            | Body::Pledge(_)
            | Body::Attribution(_)
            | Body::RollCall(_)
            | Body::Report(_)
            | Body::Document(_) => None,
        })
}

fn unreadable_facts(error: shipped::FactsError) -> Failure {
    Failure::store("the facts inside this program cannot be read").because(error)
}

fn cannot_fill(location: &Location, error: AppendError) -> Failure {
    Failure::store(format!(
        "the shipped facts could not be recorded in {location}"
    ))
    .because(error)
    .hint("see that the disk has room, and try again: it is all or nothing")
}

/// What to do about a ledger that cannot be opened, wherever it is.
pub fn not_opened(error: LocationError) -> Failure {
    match error {
        LocationError::Files(error) => cannot_open(error),
        // Their messages say what to do.
        LocationError::Database(error) => {
            Failure::store("the ledger was not opened").because(error)
        }
        LocationError::People(error) => {
            Failure::store("what is known of persons was not opened").because(error)
        }
    }
}

/// What to do about a ledger file that cannot be opened.
pub fn cannot_open(error: OpenError) -> Failure {
    let hint = match &error {
        OpenError::Denied { .. } => {
            Some("use a data directory of your own: --data DIR, or ACCEDE_DATA")
        }
        // Nothing is wrong with the ledger, and the message says what to do.
        OpenError::Failed {
            source: Cause::DiskFull(_) | Cause::Locked(_),
            ..
        } => None,
        OpenError::NotALedger { .. }
        | OpenError::Failed { .. }
        | OpenError::NotAsNoted { .. } => {
            Some("`accede verify` says up to where a damaged ledger holds")
        }
        OpenError::NotFound(_) => Some(
            "it could not be made there either: name a folder that may be written, by --data DIR \
             or ACCEDE_DATA, and see that its drive is there",
        ),
        // Their messages say what to do.
        OpenError::AlreadyThere(_)
        | OpenError::Empty(_)
        | OpenError::Newer { .. }
        | OpenError::Unmerged { .. } => None,
    };
    let failure = Failure::store("the ledger was not opened").because(error);
    match hint {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}
