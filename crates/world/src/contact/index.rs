//! Every approach once, in the order in which they are listed, and where those of a treaty and of a
//! participant lie among them. Made when first asked for, for as long as its world.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;
use ledger::body::Approach;
use treaty::{Lang, ParticipantId, TreatyId};

use super::filter::{ApproachFilter, FollowUp, due, open_steps};
use super::{Found, text};
use crate::kinds;
use crate::record::At;
use crate::view::ApproachCounts;
use crate::world::World;

/// The place of an approach in the list.
type Row = u32;

/// The approaches of a world.
#[derive(Debug)]
pub(crate) struct Contacts {
    /// All of them: newest first, those without a day last.
    all: Found,
    by_treaty: BTreeMap<TreatyId, Vec<Row>>,
    by_state: BTreeMap<ParticipantId, Vec<Row>>,
    /// Those after which something is still to be done: what is due first, first; what has no day, last.
    open: Vec<Row>,
    /// Their texts and the names of their States in English and French, folded.
    texts: OnceLock<Vec<Box<str>>>,
}

impl Contacts {
    pub(super) fn of(world: &World) -> Contacts {
        let shelf = world.shelf.approaches.iter();
        let told = shelf.filter_map(|&at| Some((at, kinds::approach(world.record.body(at))?)));
        let mut told: Vec<_> = told.collect();
        told.sort_unstable_by_key(|(at, one)| (Reverse(one.on), Reverse(*at)));
        let mut by_treaty = BTreeMap::<_, Vec<Row>>::new();
        let mut by_state = BTreeMap::<_, Vec<Row>>::new();
        let mut open = Vec::new();
        let mut all = Found::default();
        for (row, (at, one)) in (0..).zip(&told) {
            all.rows.push(*at);
            count(&mut all.counts, one);
            for treaty in &one.treaties {
                match by_treaty.get_mut(treaty) {
                    Some(rows) => put(rows, row),
                    None => {
                        by_treaty.insert(treaty.clone(), vec![row]);
                    }
                }
            }
            for state in participants(one) {
                put(by_state.entry(state).or_default(), row);
            }
            if let Some(first) = first_due(one) {
                open.push((first.is_none(), first, row));
            }
        }
        open.sort_unstable();
        Contacts {
            all,
            by_treaty,
            by_state,
            open: open.into_iter().map(|(_, _, row)| row).collect(),
            texts: OnceLock::new(),
        }
    }

    /// The approaches that are asked for, in their order.
    pub(super) fn find(&self, world: &World, filter: &ApproachFilter) -> Found {
        if *filter == ApproachFilter::default() {
            return self.all.clone();
        }
        let words = filter.words();
        let mut found = Found::default();
        let mut meet = |row: Row| {
            let at = self.all.rows[row as usize];
            let Some(one) = kinds::approach(world.record.body(at)) else {
                return;
            };
            if filter.fits(one) && self.says(world, row, &words) {
                found.rows.push(at);
                count(&mut found.counts, one);
            }
        };
        match self.among(filter) {
            Some(rows) => rows.iter().copied().for_each(&mut meet),
            None => (0..).take(self.all.rows.len()).for_each(&mut meet),
        }
        found
    }

    /// The shortest list in which all that is asked for lies; `None`: the whole.
    fn among(&self, filter: &ApproachFilter) -> Option<&[Row]> {
        match filter.follow_up {
            Some(FollowUp::Open | FollowUp::Due(_)) => return Some(&self.open),
            None => {}
        }
        let states = [filter.state, filter.by, filter.to].into_iter().flatten();
        let states = states.map(|state| self.of_state(state));
        let treaty = filter.treaty.as_ref();
        let treaty = treaty.map(|id| self.by_treaty.get(id).map_or(&[][..], Vec::as_slice));
        states.chain(treaty).min_by_key(|rows| rows.len())
    }

    fn of_state(&self, state: ParticipantId) -> &[Row] {
        self.by_state.get(&state).map_or(&[], Vec::as_slice)
    }

    /// Whether one is for a treaty.
    pub(super) fn has(&self, treaty: &TreatyId) -> bool {
        self.by_treaty.contains_key(treaty)
    }

    /// The approaches of a participant, newest first.
    pub(super) fn with(&self, state: ParticipantId) -> impl Iterator<Item = At> {
        self.of_state(state)
            .iter()
            .map(|&row| self.all.rows[row as usize])
    }

    fn says(&self, world: &World, row: Row, words: &[String]) -> bool {
        if words.is_empty() {
            return true;
        }
        let texts = self.texts.get_or_init(|| {
            let all = self.all.rows.iter().map(|&at| {
                let one = kinds::approach(world.record.body(at));
                let texts = one.into_iter().flat_map(text::of);
                let named = one.into_iter().flat_map(participants);
                let named = named.filter_map(|id| world.registry.get(id));
                let named = named.flat_map(|one| {
                    let here = [Lang::En, Lang::Fr].map(|lang| one.names.get(lang));
                    here.into_iter().chain([one.id.as_str()])
                });
                text::folded(texts.chain(named)).into_boxed_str()
            });
            all.collect()
        });
        let text = &texts[row as usize];
        words.iter().all(|word| text.contains(word.as_str()))
    }
}

/// Notes a row, once.
fn put(rows: &mut Vec<Row>, row: Row) {
    if rows.last() != Some(&row) {
        rows.push(row);
    }
}

fn participants(one: &Approach) -> impl Iterator<Item = ParticipantId> {
    let sides = one.by.iter().chain(&one.to);
    sides.filter_map(|side| side.participant)
}

/// The day on which the first of what is still to be done is due; `None`: nothing is.
fn first_due(one: &Approach) -> Option<Option<Date>> {
    let mut open = open_steps(one).peekable();
    open.peek()?;
    Some(open.filter_map(due).min())
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
