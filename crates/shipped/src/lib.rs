#![doc = include_str!("../README.md")]

mod batch;
mod cited;
mod demo;
mod files;
mod participants;
mod records;
mod table;
mod upgrade;

use jiff::Timestamp;
use ledger::body::{Dispute, FactsRelease, TreatyFile};
use ledger::{Body, Entry};
use treaty::{Source, TreatyId};

pub use demo::{DEMO_AUTHOR, DemoRecord, demo};
pub use table::FactsError;
pub use upgrade::upgrade;

use crate::batch::Making;
use crate::cited::Sources;

/// Who is said to have recorded the shipped entries.
pub const AUTHOR: &str = "accede";

/// The release of the facts, named by its day.
pub fn release() -> &'static str {
    "2026-11-21"
}

/// When the shipped entries are said to have been recorded: the first moment of the release's
/// day, UTC. Fixed, so that every fresh ledger of a release is the same.
pub fn recorded() -> Timestamp {
    Timestamp::constant(1_795_219_200, 0)
}

/// A file of a shipped document, or its text, by the SHA-256 of its bytes in hexadecimal.
pub fn document(sha256: &str) -> Option<&'static [u8]> {
    let mut kept = files::KEPT.iter();
    let (_, _, bytes) = kept.find(|(_, hash, _)| *hash == sha256)?;
    Some(bytes)
}

/// SHA-256 over the shipped files, in hexadecimal; reckoned when the program was built.
pub fn digest() -> &'static str {
    env!("SHIPPED_SHA256")
}

/// The ledger a new data directory starts from: treaty files, participants with their names,
/// memberships, acts, meetings, offices, duties, printed counts, plans, statements, assistance, documents, each
/// doubt right after what it doubts, and the mark of the release last. A batch for each subject, for the acts one a treaty;
/// the same bytes at every call.
///
/// Reads all tables: ask only when the ledger is empty, or [`digest`] differs from the one it
/// holds.
///
/// # Errors
///
/// [`FactsError`], with file, line, column and value. The tests keep it from a release.
pub fn entries() -> Result<Vec<Entry>, FactsError> {
    let mut making = Making::new(recorded());
    let mut last = None;
    for (source, body, doubt) in facts()? {
        let subject = subject(&body);
        if last.as_ref().is_some_and(|last| *last != subject) {
            making.next_batch();
        }
        last = Some(subject);
        let of = making.push(source.clone(), body);
        if let Some(why) = doubt {
            making.push(
                source,
                Body::Dispute(Dispute {
                    of,
                    why,
                    counts: false,
                }),
            );
        }
    }
    making.push(own("facts/README.md"), mark());
    Ok(making.finish())
}

/// What an entry is about; for acts, under which treaty. Each subject is a batch of its own.
fn subject(body: &Body) -> (u8, Option<TreatyId>) {
    match body {
        Body::Treaty(_) => (0, None),
        Body::Participant(_) | Body::Alias(_) => (1, None),
        Body::Membership(_) => (2, None),
        Body::Act(act) => (3, Some(act.treaty.clone())),
        Body::Meeting(_) | Body::Role(_) => (4, None),
        Body::Fulfilment(_) | Body::Extension(_) | Body::Observation(_) => (5, None),
        Body::Plan(_) | Body::PlanAction(_) => (7, None),
        Body::Statement(_) | Body::Assistance(_) => (8, None),
        Body::Document(_) => (9, None),
        Body::PrintedCount(_)
        | Body::Quarantined(_)
        | Body::Correction(_)
        | Body::Retraction(_)
        | Body::Dispute(_)
        | Body::FactsRelease(_)
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
        | Body::Report(_) => (6, None),
    }
}

/// What is shipped, without its place in a ledger: where it can be checked, what it says, and
/// why it is in doubt, where it is.
type Fact = (Source, Body, Option<String>);

/// Everything shipped but the mark of the release, in its order.
fn facts() -> Result<Vec<Fact>, FactsError> {
    let sources = Sources::read()?;
    let mut facts = Vec::new();
    for &(name, text) in files::TREATIES {
        facts.push((
            own(&format!("facts/treaties/{name}")),
            treaty_file(name, text)?,
            None,
        ));
    }
    for (source, body) in participants::read(&sources)? {
        facts.push((source, body, None));
    }
    for table in &records::TABLES {
        for row in table::rows(table.file, table.columns)? {
            let source = sources.of(&row, Some(row.confidence()?), table.note)?;
            facts.push((source, (table.body)(&row)?, row.optional("doubt")));
        }
    }
    Ok(facts)
}

fn treaty_file(name: &str, text: &str) -> Result<Body, FactsError> {
    let treaty: TreatyId =
        name.trim_end_matches(".toml")
            .parse()
            .map_err(|why: treaty::id::BadTreatyId| FactsError::TreatyFile {
                file: format!("facts/treaties/{name}"),
                why: why.to_string(),
            })?;
    Ok(Body::Treaty(TreatyFile {
        treaty,
        text: text.to_owned(),
    }))
}

/// The source of what the project itself wrote; the file names its own.
fn own(place: &str) -> Source {
    Source {
        place: Some(place.to_owned()),
        ..Source::cited(format!("facts shipped with Accede, release {}", release()))
    }
}

/// The last of the shipped entries.
fn mark() -> Body {
    let release = release().to_owned();
    Body::FactsRelease(FactsRelease {
        release,
        sha256: digest().to_owned(),
    })
}
