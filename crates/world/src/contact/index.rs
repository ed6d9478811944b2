//! Every approach once, in the order in which they are listed, and those of a treaty and of a
//! participant in the same order. Made when first asked for; a world that grows takes it over from the
//! one before, with what changed put in its place.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::civil::Date;
use ledger::body::Approach;
use treaty::{PartialDate, ParticipantId, TreatyId};

use super::Found;
use super::filter::{ApproachFilter, FollowUp, due, open_steps};
use super::texts::Texts;
use crate::kinds;
use crate::names::Registry;
use crate::record::{At, Record};
use crate::view::ApproachCounts;
use crate::world::World;

/// The approaches of a world.
#[derive(Debug, Clone)]
pub(crate) struct Contacts {
    /// All of them: newest first, those without a day last.
    all: Found,
    by_treaty: BTreeMap<TreatyId, Vec<At>>,
    by_state: BTreeMap<ParticipantId, Vec<At>>,
    /// Those after which something is still to be done: what is due first, first; what has no day, last.
    open: Vec<At>,
    texts: OnceLock<Texts>,
}

/// What the list is ordered by.
type Rank = (Reverse<Option<PartialDate>>, Reverse<At>);

/// What those with something to be done are ordered by.
type Urgency = (bool, Option<Date>, Rank);

impl Contacts {
    pub(super) fn of(record: &Record, approaches: &[At]) -> Contacts {
        let told = approaches.iter();
        let told = told.filter_map(|&at| Some((at, kinds::approach(record.body(at))?)));
        let mut told: Vec<_> = told.map(|(at, one)| (rank(at, one), at, one)).collect();
        told.sort_unstable_by_key(|(rank, _, _)| *rank);
        let mut contacts = Contacts {
            all: Found::default(),
            by_treaty: BTreeMap::new(),
            by_state: BTreeMap::new(),
            open: Vec::new(),
            texts: OnceLock::new(),
        };
        let mut open = Vec::new();
        contacts.all.rows.reserve_exact(told.len());
        for (rank, at, one) in told {
            contacts.all.rows.push(at);
            count(&mut contacts.all.counts, one);
            for treaty in &one.treaties {
                put(list(&mut contacts.by_treaty, treaty), at);
            }
            for state in participants(one) {
                put(contacts.by_state.entry(state).or_default(), at);
            }
            open.extend(urgency(rank, one).map(|urgency| (urgency, at)));
        }
        open.sort_unstable();
        contacts.open = open.into_iter().map(|(_, at)| at).collect();
        contacts
    }

    /// The same after a record grew from `before` into `after`, where these entries changed.
    pub(crate) fn turned(
        &self,
        [before, after]: [&Record; 2],
        changed: &BTreeSet<At>,
        registry: &Registry,
    ) -> Contacts {
        let mut contacts = self.clone();
        let approach = |record: &Record, at| record.said(at).and_then(kinds::approach).cloned();
        let was = changed
            .iter()
            .filter_map(|&at| Some((at, approach(before, at)?)));
        for (at, one) in was {
            contacts.take_out(at, &one);
        }
        let is = changed
            .iter()
            .filter_map(|&at| Some((at, approach(after, at)?)));
        for (at, one) in is {
            contacts.put_in(after, at, &one);
        }
        if let Some(texts) = contacts.texts.get_mut() {
            texts.turn(after, registry, changed);
        }
        contacts
    }

    fn take_out(&mut self, at: At, one: &Approach) {
        drop_from(&mut self.all.rows, at);
        discount(&mut self.all.counts, one);
        for treaty in &one.treaties {
            if let Some(rows) = self.by_treaty.get_mut(treaty) {
                drop_from(rows, at);
            }
        }
        for state in participants(one) {
            if let Some(rows) = self.by_state.get_mut(&state) {
                drop_from(rows, at);
            }
        }
        drop_from(&mut self.open, at);
        self.by_treaty.retain(|_, rows| !rows.is_empty());
        self.by_state.retain(|_, rows| !rows.is_empty());
    }

    fn put_in(&mut self, record: &Record, at: At, one: &Approach) {
        let own = rank(at, one);
        let rank_of = |other: At| {
            let one = kinds::approach(record.body(other));
            one.map(|one| (rank(other, one), one))
        };
        let among = |rows: &mut Vec<At>| {
            let before = |&other: &At| rank_of(other).is_some_and(|(rank, _)| rank < own);
            let place = rows.partition_point(before);
            if rows.get(place) != Some(&at) {
                rows.insert(place, at);
            }
        };
        among(&mut self.all.rows);
        count(&mut self.all.counts, one);
        for treaty in &one.treaties {
            among(list(&mut self.by_treaty, treaty));
        }
        for state in participants(one) {
            among(self.by_state.entry(state).or_default());
        }
        if let Some(own) = urgency(own, one) {
            let of = |other| rank_of(other).and_then(|(rank, one)| urgency(rank, one));
            let place = self
                .open
                .partition_point(|&other| of(other).is_some_and(|urgency| urgency < own));
            self.open.insert(place, at);
        }
    }

    /// The approaches that are asked for, in their order.
    pub(super) fn find(&self, world: &World, filter: &ApproachFilter) -> Found {
        if *filter == ApproachFilter::default() {
            return self.all.clone();
        }
        let words = filter.words();
        let mut found = Found::default();
        for &at in self.among(filter) {
            let Some(one) = kinds::approach(world.record.body(at)) else {
                continue;
            };
            if filter.fits(one) && self.says(world, at, &words) {
                found.rows.push(at);
                count(&mut found.counts, one);
            }
        }
        found
    }

    /// The shortest list in which all that is asked for lies.
    fn among(&self, filter: &ApproachFilter) -> &[At] {
        match filter.follow_up {
            Some(FollowUp::Open | FollowUp::Due(_)) => return &self.open,
            None => {}
        }
        let states = [filter.state, filter.by, filter.to].into_iter().flatten();
        let states = states.map(|state| self.of_state(state));
        let treaty = filter.treaty.as_ref();
        let treaty = treaty.map(|id| self.by_treaty.get(id).map_or(&[][..], Vec::as_slice));
        let lists = states.chain(treaty);
        lists
            .min_by_key(|rows| rows.len())
            .unwrap_or(&self.all.rows)
    }

    fn of_state(&self, state: ParticipantId) -> &[At] {
        self.by_state.get(&state).map_or(&[], Vec::as_slice)
    }

    /// Whether one is for a treaty.
    pub(super) fn has(&self, treaty: &TreatyId) -> bool {
        self.by_treaty.contains_key(treaty)
    }

    /// The approaches of a participant, newest first.
    pub(crate) fn with(&self, state: ParticipantId) -> impl Iterator<Item = At> {
        self.of_state(state).iter().copied()
    }

    fn says(&self, world: &World, at: At, words: &[String]) -> bool {
        if words.is_empty() {
            return true;
        }
        let texts = self
            .texts
            .get_or_init(|| Texts::of(&world.record, &world.registry));
        let text = texts.text(at);
        words.iter().all(|word| text.contains(word.as_str()))
    }
}

/// Newest first, those without a day last; what was recorded last before the others of its day.
fn rank(at: At, one: &Approach) -> Rank {
    (Reverse(one.on), Reverse(at))
}

/// Where one stands among those with something to be done; `None`: nothing is.
fn urgency(rank: Rank, one: &Approach) -> Option<Urgency> {
    let mut open = open_steps(one).peekable();
    open.peek()?;
    let first = open.filter_map(due).min();
    Some((first.is_none(), first, rank))
}

fn list<'l>(lists: &'l mut BTreeMap<TreatyId, Vec<At>>, treaty: &TreatyId) -> &'l mut Vec<At> {
    if !lists.contains_key(treaty) {
        lists.insert(treaty.clone(), Vec::new());
    }
    lists
        .get_mut(treaty)
        .expect("it was put there where it was not")
}

/// Notes an approach, once.
fn put(rows: &mut Vec<At>, at: At) {
    if rows.last() != Some(&at) {
        rows.push(at);
    }
}

fn drop_from(rows: &mut Vec<At>, at: At) {
    if let Some(place) = rows.iter().position(|other| *other == at) {
        rows.remove(place);
    }
}

pub(super) fn participants(one: &Approach) -> impl Iterator<Item = ParticipantId> {
    let sides = one.by.iter().chain(&one.to);
    sides.filter_map(|side| side.participant)
}

fn count(counts: &mut ApproachCounts, one: &Approach) {
    *counts.kinds.entry(one.kind).or_default() += 1;
    *counts.stages.entry(one.state).or_default() += 1;
    for outcome in &one.outcomes {
        *counts.outcomes.entry(*outcome).or_default() += 1;
    }
    counts.open += u32::from(open_steps(one).next().is_some());
    counts.total += 1;
}

/// Takes back what [`count`] counted.
fn discount(counts: &mut ApproachCounts, one: &Approach) {
    take_one(&mut counts.kinds, one.kind);
    take_one(&mut counts.stages, one.state);
    for outcome in &one.outcomes {
        take_one(&mut counts.outcomes, *outcome);
    }
    counts.open -= u32::from(open_steps(one).next().is_some());
    counts.total -= 1;
}

fn take_one<T: Ord>(counts: &mut BTreeMap<T, u32>, of: T) {
    if let Some(count) = counts.get_mut(&of) {
        *count -= 1;
        if *count == 0 {
            counts.remove(&of);
        }
    }
}
