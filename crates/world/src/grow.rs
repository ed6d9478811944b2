//! A world that grows: folded on from the one before by what was recorded since. Somebody who has just
//! recorded an approach among a hundred thousand waits for that one.
//!
//! Nothing is folded on that anything else rests on: an act, a treaty's file, a name, a meeting. Then,
//! and where what bears on an entry is itself lifted, all is folded anew. Either way the world is the
//! one that folding anew gives; a property test holds it to that.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use ledger::{Body, Recorded};
use treaty::Confidence;

use crate::fold::Shelf;
use crate::record::{At, Record, target};
use crate::world::{Viewer, World};

/// Beyond so many approaches that changed, their indexes are made anew when next asked for.
const MANY: usize = 500;

/// Where an entry is put.
enum Place {
    /// In a list of its own, and nothing else that is folded rests on it.
    Listed(fn(&mut Shelf) -> &mut Vec<At>),
    /// In none.
    Nowhere,
    /// Where others rest on it.
    Within,
}

/// An entry that is new, or of which the words or the standing changed: what it said before, where it
/// stood, and what it says now, where it stands.
struct Turn<'r> {
    at: At,
    was: Option<&'r Body>,
    is: Option<&'r Body>,
}

impl World {
    /// The world of `viewer` when `more` follows what this one was folded from, as known at a moment: the
    /// same as all of it folded anew. Who sees less than this world was made of gets less.
    pub fn extended<'e>(
        &self,
        more: impl IntoIterator<Item = &'e Arc<Recorded>>,
        viewer: &Viewer,
        known: Timestamp,
    ) -> World {
        let more = more.into_iter();
        let more: Vec<_> = more
            .filter(|recorded| recorded.entry.recorded <= known)
            .filter(|recorded| viewer.sees(&recorded.entry.audience))
            .map(Arc::clone)
            .collect();
        if known < self.known || !self.record.is_seen_by(viewer) {
            return World::fold_shared(self.record.all().chain(&more), viewer, known);
        }
        let (record, changed) = self.record.grown(&more);
        match changed.filter(|changed| self.turns(&record, changed).is_some()) {
            Some(changed) => self.turned(record, &changed, &more, known),
            None => World::from_record(record, known),
        }
    }

    /// What changed; `None` where others rest on it.
    fn turns<'r>(
        &'r self,
        record: &'r Record,
        changed: &BTreeSet<At>,
    ) -> Option<Vec<Turn<'r>>> {
        let turns = changed.iter().map(|&at| {
            let turn = Turn {
                at,
                was: self.record.said(at),
                is: record.said(at),
            };
            let mut both = turn.was.into_iter().chain(turn.is);
            both.all(is_apart).then_some(turn)
        });
        turns.collect()
    }

    fn turned(
        &self,
        record: Record,
        changed: &BTreeSet<At>,
        more: &[Arc<Recorded>],
        known: Timestamp,
    ) -> World {
        let mut shelf = self.shelf.clone();
        for turn in self.turns(&record, changed).unwrap_or_default() {
            shelf.turn(&turn);
        }
        let few = changed.len() <= MANY;
        let contacts = self.contacts.get().filter(|_| few);
        let contacts = contacts
            .map(|before| before.turned([&self.record, &record], changed, &self.registry));
        let approached = self.approached.get().filter(|_| few);
        let approached =
            approached.map(|before| before.turned([&self.record, &record], changed));
        World {
            known,
            registry: Arc::clone(&self.registry),
            treaties: Arc::clone(&self.treaties),
            acts: Arc::clone(&self.acts),
            strays: Arc::clone(&self.strays),
            unreadable: Arc::clone(&self.unreadable),
            loose: Arc::clone(&self.loose),
            findings: if more.iter().all(is_quiet) {
                Arc::clone(&self.findings)
            } else {
                Arc::default()
            },
            deadlines: Arc::clone(&self.deadlines),
            index: Arc::clone(&self.index),
            stays: Arc::clone(&self.stays),
            meeting_ids: Arc::clone(&self.meeting_ids),
            contacts: contacts.map(OnceLock::from).unwrap_or_default(),
            approached: approached.map(OnceLock::from).unwrap_or_default(),
            released: OnceLock::new(),
            outreach: OnceLock::new(),
            catalogue: OnceLock::new(),
            record,
            shelf,
        }
    }
}

impl Record {
    /// What the entry at a place says, where there is one and it stands.
    pub(crate) fn said(&self, at: At) -> Option<&Body> {
        (at < self.len() && self.stands(at)).then(|| self.body(at))
    }
}

impl Shelf {
    fn turn(&mut self, turn: &Turn<'_>) {
        if let Some(Place::Listed(list)) = turn.was.map(place) {
            list(self).retain(|at| *at != turn.at);
        }
        if let Some(Place::Listed(list)) = turn.is.map(place) {
            let list = list(self);
            let after = list.partition_point(|at| *at < turn.at);
            list.insert(after, turn.at);
        }
    }
}

/// Whether nothing that is folded rests on an entry that says this.
fn is_apart(body: &Body) -> bool {
    match place(body) {
        Place::Listed(_) | Place::Nowhere => true,
        Place::Within => false,
    }
}

/// Whether an entry that others do not rest on adds nothing to what does not add up.
fn is_quiet(recorded: &Arc<Recorded>) -> bool {
    target(&recorded.entry.body).is_none()
        && recorded.entry.source.confidence != Some(Confidence::Low)
}

fn place(body: &Body) -> Place {
    match body {
        Body::Approach(_) => Place::Listed(|shelf| &mut shelf.approaches),
        Body::Release(_) => Place::Listed(|shelf| &mut shelf.releases),
        Body::Campaign(_) => Place::Listed(|shelf| &mut shelf.campaigns),
        Body::Stage(_) => Place::Listed(|shelf| &mut shelf.stages),
        Body::Pledge(_) => Place::Listed(|shelf| &mut shelf.pledges),
        Body::Attribution(_) => Place::Listed(|shelf| &mut shelf.attributions),
        Body::RollCall(_) => Place::Listed(|shelf| &mut shelf.roll_calls),
        Body::Report(_) => Place::Listed(|shelf| &mut shelf.reports),
        Body::Document(_) => Place::Listed(|shelf| &mut shelf.documents),
        Body::FactsRelease(_)
        | Body::Team(_)
        | Body::Person(_)
        | Body::Seat(_)
        | Body::Key(_)
        | Body::Agreement(_) => Place::Nowhere,
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
        | Body::Dispute(_) => Place::Within,
    }
}
