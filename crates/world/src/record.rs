//! The entries a viewer may see, and what corrections, retractions and disputes make of them.
//!
//! Entries are shared, never copied: everything above this module points at them by place.

mod grow;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ledger::body::Dispute;
use ledger::{Audience, Body, EntryId, EntryRef, Head, Recorded};

use crate::kinds;

/// The place of an entry among those a viewer may see.
pub(crate) type At = u32;

/// The entries, in the order of recording, and what bears on each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record {
    entries: Vec<Arc<Recorded>>,
    marks: Vec<u8>,
    /// The correction that gives an entry its present body; the last one recorded.
    put_right: BTreeMap<At, At>,
    /// The disputes of an entry that stand, ascending.
    disputes: BTreeMap<At, Vec<At>>,
    /// The corrections, retractions and disputes of an entry, lifted ones included, ascending.
    touched: BTreeMap<At, Vec<At>>,
    /// Corrections, retractions and disputes of an entry that is not there.
    dangling: Vec<At>,
    /// Where entries lie that are not public, by what they are called, ascending.
    own: Vec<(EntryId, At)>,
    /// Where the public entries lie, in their order; empty if there are no others.
    public: Vec<At>,
    /// The strands that were folded, and the head of all of them.
    strands: BTreeMap<Audience, Head>,
    head: Option<Head>,
}

const RETRACTED: u8 = 1;
const SUSPENDED: u8 = 2;
const DOUBTED: u8 = 4;
const PUT_RIGHT: u8 = 8;

impl Record {
    /// Settles what bears on what. Entries come in ascending order of their numbers.
    pub(crate) fn settle(entries: Vec<Arc<Recorded>>) -> Record {
        let marks = vec![0; entries.len()];
        let mut record = Record {
            entries,
            marks,
            ..Record::default()
        };
        record.name_from(0);
        let places = record.places_of_targets();
        let mut waiting: BTreeSet<At> = (0..record.len())
            .filter(|&at| target(&record.entries[at as usize].entry.body).is_some())
            .collect();
        // Backwards: whether an entry holds is decided by later ones alone, so each is settled
        // before it is applied, and a reference to a later entry is one to nothing.
        while let Some(at) = waiting.pop_last() {
            let Some(of) = target(record.body(at)) else {
                continue;
            };
            let Some(&place) = places.get(&of).filter(|&&place| place < at) else {
                record.dangling.push(at);
                continue;
            };
            record.touched.entry(place).or_default().insert(0, at);
            if record.counts(at) {
                let place = record.meant(at, place, &places);
                record.apply(at, place);
                if target(record.body(place)).is_some() {
                    waiting.insert(place);
                }
            }
        }
        record.dangling.reverse();
        record
    }

    /// Notes what the entries from one place on are called, and the head of their strands.
    fn name_from(&mut self, first: At) {
        let new = &self.entries[first as usize..];
        for recorded in new {
            match self.strands.get_mut(&recorded.entry.audience) {
                Some(head) => *head = recorded.own,
                None => {
                    self.strands
                        .insert(recorded.entry.audience.clone(), recorded.own);
                }
            }
        }
        self.head = Some(ledger::strand::head_of(&self.strands));
        if self.own.is_empty() && new.iter().all(is_public) {
            return;
        }
        // As long as all were public, their places were their numbers.
        let first = if self.own.is_empty() { 0 } else { first };
        for (at, recorded) in (first..).zip(&self.entries[first as usize..]) {
            match recorded.name() {
                EntryRef::Public(_) => self.public.push(at),
                EntryRef::Own(id) => self.own.push((id, at)),
            }
        }
        self.own.sort();
    }

    fn places_of_targets(&self) -> BTreeMap<EntryId, At> {
        let mut wanted = BTreeSet::new();
        for recorded in &self.entries {
            collect_targets(&recorded.entry.body, &mut wanted);
        }
        if wanted.is_empty() {
            return BTreeMap::new();
        }
        let mut places = BTreeMap::new();
        for (at, recorded) in (0..).zip(&self.entries) {
            if wanted.contains(&recorded.entry.id) {
                places.entry(recorded.entry.id).or_insert(at);
            }
        }
        places
    }

    /// What is put right by `at`, which points at `place`. Whoever corrects a correction with
    /// words that are none means what that one put right.
    fn meant(&self, at: At, mut place: At, places: &BTreeMap<EntryId, At>) -> At {
        let words = kinds::correction(self.body(at)).map(|correction| &*correction.body);
        if words.is_none_or(|words| kinds::correction(words).is_some()) {
            return place;
        }
        while let Some(inner) = kinds::correction(self.body(place)) {
            match places.get(&inner.of).filter(|&&earlier| earlier < place) {
                Some(&earlier) => place = earlier,
                None => break,
            }
        }
        place
    }

    fn apply(&mut self, at: At, place: At) {
        let mark = match self.body(at) {
            Body::Correction(_) => {
                // The latest was applied first; earlier ones do not displace it.
                self.put_right.entry(place).or_insert(at);
                PUT_RIGHT
            }
            Body::Retraction(_) => RETRACTED,
            Body::Dispute(dispute) => {
                let mark = if dispute.counts {
                    DOUBTED
                } else {
                    DOUBTED | SUSPENDED
                };
                self.disputes.entry(place).or_default().insert(0, at);
                mark
            }
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
            | Body::Document(_) => return,
        };
        self.marks[place as usize] |= mark;
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> At {
        At::try_from(self.entries.len())
            .expect("a ledger that fits in memory has under 2^32 entries")
    }

    /// An entry as it was recorded.
    pub(crate) fn get(&self, at: At) -> &Recorded {
        &self.entries[at as usize]
    }

    /// What an entry is called.
    pub(crate) fn name(&self, at: At) -> EntryRef {
        self.get(at).name()
    }

    /// The place of an entry that is called so.
    pub(crate) fn place(&self, name: EntryRef) -> Option<At> {
        let seq = match name {
            EntryRef::Own(id) => return self.own_place(id),
            EntryRef::Public(seq) => seq,
        };
        let nth = At::try_from(seq.0.checked_sub(1)?).ok()?;
        if self.own.is_empty() {
            return Some(nth).filter(|&at| at < self.len());
        }
        self.public.get(nth as usize).copied()
    }

    /// How many entries lie before the one that is called so. A public number beyond the last
    /// lies behind everything; an id that is not there, before.
    pub(crate) fn count_before(&self, name: EntryRef) -> At {
        self.place(name).unwrap_or_else(|| match name {
            EntryRef::Public(seq) if seq.0 > 0 => self.len(),
            EntryRef::Public(_) | EntryRef::Own(_) => 0,
        })
    }

    /// The place of the entry with an id.
    pub(crate) fn at(&self, id: EntryId) -> Option<At> {
        let of_public = || {
            let mut places = self.public_places().rev();
            places.find(|&at| self.get(at).entry.id == id)
        };
        self.own_place(id).or_else(of_public)
    }

    /// The places of those of the entries with these ids that are there.
    pub(crate) fn places_of(&self, wanted: &BTreeSet<EntryId>) -> BTreeMap<EntryId, At> {
        let own = wanted
            .iter()
            .filter_map(|&id| Some((id, self.own_place(id)?)));
        let mut places: BTreeMap<_, _> = own.collect();
        if places.len() < wanted.len() {
            let public = self.public_places().map(|at| (self.get(at).entry.id, at));
            places.extend(public.filter(|(id, _)| wanted.contains(id)));
        }
        places
    }

    fn own_place(&self, id: EntryId) -> Option<At> {
        let after = self.own.partition_point(|(other, _)| *other <= id);
        let (found, at) = self.own[..after].last()?;
        (*found == id).then_some(*at)
    }

    /// Where the public entries lie, ascending.
    fn public_places(&self) -> impl DoubleEndedIterator<Item = At> {
        let all = if self.own.is_empty() { self.len() } else { 0 };
        (0..all).chain(self.public.iter().copied())
    }

    /// The entry with an id.
    pub(crate) fn find(&self, id: EntryId) -> Option<&Recorded> {
        Some(self.get(self.at(id)?))
    }

    /// The head of the strands that were folded.
    pub(crate) fn head(&self) -> Head {
        self.head.unwrap_or(Head::EMPTY)
    }

    /// The entries before and after one in its strand.
    pub(crate) fn beside(&self, at: At) -> (Option<At>, Option<At>) {
        let audience = &self.get(at).entry.audience;
        let same = |&other: &At| self.get(other).entry.audience == *audience;
        ((0..at).rev().find(same), (at + 1..self.len()).find(same))
    }

    /// The entry whose words an entry now has: the last correction of it, or itself.
    pub(crate) fn worded_by(&self, at: At) -> At {
        if self.marks[at as usize] & PUT_RIGHT == 0 {
            return at;
        }
        self.put_right.get(&at).map_or(at, |&by| self.worded_by(by))
    }

    /// What an entry says, corrections applied.
    pub(crate) fn body(&self, at: At) -> &Body {
        if self.marks[at as usize] & PUT_RIGHT == 0 {
            return &self.get(at).entry.body;
        }
        let by = self
            .put_right
            .get(&at)
            .and_then(|&by| kinds::correction(self.body(by)));
        by.map_or(&self.get(at).entry.body, |correction| &*correction.body)
    }

    /// Whether an entry was not taken back.
    pub(crate) fn stands(&self, at: At) -> bool {
        self.marks[at as usize] & RETRACTED == 0
    }

    /// Whether an entry counts: it stands, and no dispute suspends it.
    pub(crate) fn counts(&self, at: At) -> bool {
        self.marks[at as usize] & (RETRACTED | SUSPENDED) == 0
    }

    /// Whether an entry is disputed, counting or not.
    pub(crate) fn doubted(&self, at: At) -> bool {
        self.marks[at as usize] & DOUBTED != 0
    }

    /// The disputes of an entry that stand.
    pub(crate) fn disputes(&self, at: At) -> impl Iterator<Item = (At, &Dispute)> {
        self.disputes
            .get(&at)
            .into_iter()
            .flatten()
            .filter_map(|&by| Some((by, kinds::dispute(self.body(by))?)))
    }

    /// Every entry that is disputed, ascending.
    pub(crate) fn disputed(&self) -> impl Iterator<Item = At> {
        self.disputes.keys().copied()
    }

    /// The places of the entries that correct, retract or dispute one, ascending.
    pub(crate) fn touched(&self, at: At) -> &[At] {
        self.touched.get(&at).map_or(&[], Vec::as_slice)
    }

    /// The entries that correct, retract or dispute one.
    pub(crate) fn touched_by(&self, at: At) -> Vec<EntryRef> {
        self.touched(at).iter().map(|&by| self.name(by)).collect()
    }

    /// Corrections, retractions and disputes of an entry that is not there.
    pub(crate) fn dangling(&self) -> &[At] {
        &self.dangling
    }
}

fn is_public(recorded: &Arc<Recorded>) -> bool {
    recorded.entry.audience == Audience::Public
}

/// The entry a body is about, for those that are about one.
pub(crate) fn target(body: &Body) -> Option<EntryId> {
    match body {
        Body::Correction(correction) => Some(correction.of),
        Body::Retraction(retraction) => Some(retraction.of),
        Body::Dispute(dispute) => Some(dispute.of),
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

fn collect_targets(body: &Body, wanted: &mut BTreeSet<EntryId>) {
    wanted.extend(target(body));
    if let Body::Correction(correction) = body {
        collect_targets(&correction.body, wanted);
    }
}
