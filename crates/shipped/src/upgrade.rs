//! Bringing a ledger that began with an earlier release up to this one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use ledger::body::{Dispute, Retraction};
use ledger::{Body, Entry, EntryId};

use crate::batch::{Making, json};
use crate::{AUTHOR, FactsError, facts, mark, own, release};

/// What a ledger still lacks of this release, as one batch recorded at `recorded`: retractions
/// of shipped facts that are shipped no longer, then the facts that are new, then the mark of the
/// release. Nothing if the ledger has this release already.
///
/// Bodies are compared, not names: what a person recorded in the same words is there, and what a
/// person retracted or disputed stays so. A treaty file or participant is new if it differs from
/// the last one shipped; what a person put in its place since stays while the release does not
/// change it.
///
/// # Errors
///
/// [`FactsError`], as [`crate::entries`].
pub fn upgrade<'e>(
    on_record: impl IntoIterator<Item = &'e Entry>,
    recorded: Timestamp,
) -> Result<Vec<Entry>, FactsError> {
    let record = Record::of(on_record);
    if record.by_body.contains_key(&json(&mark())) {
        return Ok(Vec::new());
    }
    let facts = facts()?;
    let mut making = Making::new(recorded);
    let shipped: BTreeSet<Vec<u8>> = facts.iter().map(|(_, body, _)| json(body)).collect();
    let doubted: BTreeMap<Vec<u8>, &str> = facts
        .iter()
        .filter_map(|(_, body, doubt)| Some((json(body), doubt.as_deref()?)))
        .collect();
    for (of, why) in record.no_longer_shipped(&shipped, &doubted) {
        making.push(own("facts"), Body::Retraction(Retraction { of, why }));
    }
    for (source, body, doubt) in facts.clone() {
        let there = record.has(&body);
        let of = there.unwrap_or_else(|| making.push(source.clone(), body));
        let Some(why) = doubt else { continue };
        let dispute = Body::Dispute(Dispute {
            of,
            why,
            counts: false,
        });
        if record.has(&dispute).is_none() {
            making.push(source, dispute);
        }
    }
    making.push(own("facts/README.md"), mark());
    Ok(making.finish())
}

/// What a ledger says, by what it says.
#[derive(Default)]
struct Record {
    by_body: BTreeMap<Vec<u8>, EntryId>,
    /// The last treaty file shipped for each treaty, and the last word shipped on each participant.
    latest: BTreeMap<String, Vec<u8>>,
    /// The entries an earlier release brought, with their bodies, in their order.
    shipped: Vec<(EntryId, Vec<u8>, Subject)>,
    retracted: BTreeSet<EntryId>,
}

/// What a shipped entry is about, as far as an upgrade must know.
enum Subject {
    /// Replaced by a later one with the same key, never retracted.
    Replaced,
    /// A doubt of another entry.
    Doubt(Dispute),
    /// Anything else.
    Fact,
}

impl Record {
    fn of<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Record {
        let mut record = Record::default();
        for entry in entries {
            let text = json(&entry.body);
            if let Body::Retraction(retraction) = &entry.body {
                record.retracted.insert(retraction.of);
            }
            if let Some(subject) = subject(entry) {
                if let Some(key) = key(&entry.body) {
                    record.latest.insert(key, text.clone());
                }
                record.shipped.push((entry.id, text.clone(), subject));
            }
            record.by_body.entry(text).or_insert(entry.id);
        }
        record
    }

    /// The entry that says `body`, if there is one that stands for it.
    fn has(&self, body: &Body) -> Option<EntryId> {
        let text = json(body);
        let last = key(body).and_then(|key| self.latest.get(&key));
        if last.is_some_and(|last| *last != text) {
            None
        } else {
            self.by_body.get(&text).copied()
        }
    }

    /// The shipped entries that this release does not ship, and why each is taken back.
    fn no_longer_shipped(
        &self,
        shipped: &BTreeSet<Vec<u8>>,
        doubted: &BTreeMap<Vec<u8>, &str>,
    ) -> Vec<(EntryId, String)> {
        let text_of: BTreeMap<EntryId, &Vec<u8>> = self
            .shipped
            .iter()
            .map(|(id, text, _)| (*id, text))
            .collect();
        let still_doubted = |dispute: &Dispute| {
            let of = text_of.get(&dispute.of);
            // A doubt falls with what it doubts; it needs no retraction of its own.
            of.is_none_or(|text| {
                !shipped.contains(*text) || doubted.get(*text) == Some(&dispute.why.as_str())
            })
        };
        let gone = |(_, text, subject): &&(EntryId, Vec<u8>, Subject)| match subject {
            Subject::Replaced => false,
            Subject::Doubt(dispute) => !still_doubted(dispute),
            Subject::Fact => !shipped.contains(text),
        };
        let why = format!("not among the facts shipped with release {}", release());
        self.shipped
            .iter()
            .filter(gone)
            .filter(|(id, _, _)| !self.retracted.contains(id))
            .map(|(id, _, _)| (*id, why.clone()))
            .collect()
    }
}

/// The key under which a later body replaces an earlier one.
fn key(body: &Body) -> Option<String> {
    match body {
        Body::Treaty(file) => Some(format!("treaty {}", file.treaty)),
        Body::Participant(participant) => Some(format!("participant {}", participant.id)),
        Body::Act(_)
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
        | Body::Report(_)
        | Body::Document(_) => None,
    }
}

/// What an entry is to an upgrade, if a release brought it: its author is the program and its
/// place is in `facts/`.
fn subject(entry: &Entry) -> Option<Subject> {
    let in_facts = entry
        .source
        .place
        .as_ref()
        .is_some_and(|place| place.starts_with("facts"));
    if entry.author != AUTHOR || !in_facts {
        return None;
    }
    match &entry.body {
        Body::Treaty(_) | Body::Participant(_) => Some(Subject::Replaced),
        Body::Dispute(dispute) => Some(Subject::Doubt(dispute.clone())),
        Body::Act(_)
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
        | Body::Assistance(_) => Some(Subject::Fact),
        Body::Quarantined(_)
        | Body::Correction(_)
        | Body::Retraction(_)
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
        | Body::Report(_)
        | Body::Document(_) => None,
    }
}
