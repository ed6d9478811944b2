//! What the approaches to one State for one treaty come to: in one pass.

use std::collections::BTreeMap;

use jiff::civil::Date;
use ledger::body::vocabulary::{Obstacle, Support};
use ledger::body::{Approach, ApproachState, NextStep};
use treaty::{PartialDate, ParticipantId, TreatyId};

use crate::kinds;
use crate::next::took_place;
use crate::record::At;
use crate::world::World;

/// A word with the last time it fell.
pub(super) type Last<T> = BTreeMap<T, (Option<PartialDate>, At)>;

/// What the approaches come to.
#[derive(Debug, Default)]
pub(super) struct Gist<'w> {
    /// Those that took place by the day, newest first.
    pub(super) past: Vec<(At, &'w Approach)>,
    /// Those planned, the first first.
    pub(super) planned: Vec<(At, &'w Approach)>,
    pub(super) obstacles: Last<Obstacle>,
    pub(super) asked: Last<Support>,
    pub(super) offered: Last<Support>,
    /// What is still to be done.
    pub(super) next: Vec<(At, &'w NextStep)>,
}

impl World {
    pub(super) fn gist(&self, treaty: &TreatyId, state: ParticipantId, on: Date) -> Gist<'_> {
        let mut gist = Gist::default();
        let told = self.visits().to(treaty, state);
        let told = told.into_iter().flat_map(|visits| &visits.told);
        let counted = told.filter(|&&at| self.record.counts(at));
        for (at, one) in
            counted.filter_map(|&at| Some((at, kinds::approach(self.record.body(at))?)))
        {
            if took_place(one, on) {
                gist.add(at, one);
            } else if one.state == ApproachState::Planned {
                gist.planned.push((at, one));
            } else {
                continue;
            }
            let open = |step: &&NextStep| step.done.is_none_or(|done| done.earliest() > on);
            gist.next
                .extend(one.next.iter().filter(open).map(|step| (at, step)));
        }
        gist.past
            .sort_by_key(|(at, one)| std::cmp::Reverse((one.on, *at)));
        gist.planned
            .sort_by_key(|(at, one)| (one.on.is_none(), one.on, *at));
        gist.next.sort_by(|(a, one), (b, other)| {
            let key = |step: &NextStep| (step.by.is_none(), step.by);
            key(one).cmp(&key(other)).then(a.cmp(b))
        });
        gist
    }
}

impl<'w> Gist<'w> {
    fn add(&mut self, at: At, one: &'w Approach) {
        self.past.push((at, one));
        let told = (one.on, at);
        keep_last(&mut self.obstacles, &one.obstacles, told);
        keep_last(&mut self.asked, &one.asked, told);
        keep_last(&mut self.offered, &one.offered, told);
    }
}

fn keep_last<T: Ord + Copy>(last: &mut Last<T>, words: &[T], told: (Option<PartialDate>, At)) {
    for word in words {
        let known = last.entry(*word).or_insert(told);
        *known = told.max(*known);
    }
}

/// The words, those that fell last first.
pub(super) fn newest<T: Copy>(last: &Last<T>) -> Vec<(T, Option<PartialDate>, At)> {
    let mut all: Vec<_> = last
        .iter()
        .map(|(word, (on, at))| (*word, *on, *at))
        .collect();
    all.sort_by_key(|(_, on, at)| std::cmp::Reverse((*on, *at)));
    all
}
