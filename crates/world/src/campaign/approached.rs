//! What approaches come to, by treaty and by the State they went to. Gathered when first asked for; a
//! world that grows takes it over from the one before, and gathers anew for the States alone of which
//! an approach changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use ledger::body::{Approach, ApproachState};
use treaty::{ParticipantId, TreatyId};

use super::outreach::{certain, whom};
use crate::kinds;
use crate::next::Contact;
use crate::record::{At, Record};
use crate::world::World;

/// All of it, by treaty.
#[derive(Debug, Clone, Default)]
pub(crate) struct Approached {
    of: BTreeMap<TreatyId, Legwork>,
}

/// The approaches for one treaty.
#[derive(Debug, Clone, Default)]
pub(crate) struct Legwork {
    pub(crate) states: BTreeMap<ParticipantId, Arc<Visits>>,
    /// Those that are planned.
    pub(super) planned: Vec<At>,
    /// Those that name something to be done.
    pub(super) steps: Vec<At>,
}

/// The approaches to one State.
#[derive(Debug, Clone, Default)]
pub(crate) struct Visits {
    /// Contacts that took place, by the day from which that is certain.
    pub(crate) done: Vec<(Date, At)>,
    pub(super) planned: Vec<At>,
    /// Every approach, those in dispute, drafts and those dropped too.
    pub(crate) told: Vec<At>,
    /// Approaches that name something to be done.
    pub(super) steps: Vec<At>,
    /// Contacts that named obstacles, and those in which support was asked for or offered.
    pub(super) obstacles: Vec<(Date, At)>,
    pub(super) support: Vec<(Date, At)>,
    /// What those that took place come to, whatever the day.
    pub(crate) contact: OnceLock<Contact>,
}

impl World {
    pub(crate) fn visits(&self) -> &Approached {
        self.approached.get_or_init(|| {
            let mut all = Approached::default();
            for &at in &self.shelf.approaches {
                if let Some(approach) = kinds::approach(self.record.body(at)) {
                    all.put(&self.record, at, approach);
                }
            }
            for visits in all
                .of
                .values_mut()
                .flat_map(|work| work.states.values_mut())
            {
                Arc::make_mut(visits).sort();
            }
            all
        })
    }
}

impl Approached {
    pub(crate) fn under(&self, treaty: &TreatyId) -> Option<&Legwork> {
        self.of.get(treaty)
    }

    /// The approaches to a State for a treaty.
    pub(crate) fn to(&self, treaty: &TreatyId, state: ParticipantId) -> Option<&Visits> {
        self.of.get(treaty)?.states.get(&state).map(Arc::as_ref)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (&TreatyId, &Legwork)> {
        self.of.iter()
    }

    /// The same after a record grew from `before` into `after`, where these entries changed.
    pub(crate) fn turned(
        &self,
        [before, after]: [&Record; 2],
        changed: &BTreeSet<At>,
    ) -> Approached {
        let mut all = self.clone();
        for &at in changed {
            if let Some(was) = before.said(at).and_then(kinds::approach) {
                all.take_out(at, was);
            }
        }
        let is = changed.iter();
        let is = is.filter_map(|&at| Some((at, after.said(at).and_then(kinds::approach)?)));
        let is: Vec<_> = is.collect();
        for &(at, approach) in &is {
            all.put(after, at, approach);
        }
        for (_, approach) in is {
            all.sort(approach);
        }
        all
    }

    /// Puts an approach behind the others.
    fn put(&mut self, record: &Record, at: At, approach: &Approach) {
        let counts = record.counts(at);
        let day = certain(record, at, approach.on);
        let to: BTreeSet<_> = whom(approach).collect();
        for treaty in &approach.treaties {
            if !self.of.contains_key(treaty) {
                self.of.insert(treaty.clone(), Legwork::default());
            }
            let Some(work) = self.of.get_mut(treaty) else {
                continue;
            };
            let planned = counts && approach.state == ApproachState::Planned;
            let steps =
                counts && approach.state != ApproachState::Dropped && !approach.next.is_empty();
            work.planned.extend(planned.then_some(at));
            work.steps.extend(steps.then_some(at));
            for &state in &to {
                let visits = Arc::make_mut(work.states.entry(state).or_default());
                visits.contact = OnceLock::new();
                visits.told.push(at);
                visits.planned.extend(planned.then_some(at));
                visits.steps.extend(steps.then_some(at));
                if counts && approach.state == ApproachState::Done {
                    visits.done.push((day, at));
                    if !approach.obstacles.is_empty() {
                        visits.obstacles.push((day, at));
                    }
                    if !approach.asked.is_empty() || !approach.offered.is_empty() {
                        visits.support.push((day, at));
                    }
                }
            }
        }
    }

    fn take_out(&mut self, at: At, approach: &Approach) {
        for treaty in &approach.treaties {
            let Some(work) = self.of.get_mut(treaty) else {
                continue;
            };
            work.planned.retain(|one| *one != at);
            work.steps.retain(|one| *one != at);
            for state in whom(approach) {
                let Some(visits) = work.states.get_mut(&state) else {
                    continue;
                };
                let visits = Arc::make_mut(visits);
                visits.take_out(at);
                if visits.told.is_empty() {
                    work.states.remove(&state);
                }
            }
        }
    }

    /// Puts in order what an approach was put behind.
    fn sort(&mut self, approach: &Approach) {
        for treaty in &approach.treaties {
            let Some(work) = self.of.get_mut(treaty) else {
                continue;
            };
            work.planned.sort();
            work.steps.sort();
            for state in whom(approach) {
                if let Some(visits) = work.states.get_mut(&state) {
                    Arc::make_mut(visits).sort();
                }
            }
        }
    }
}

impl Visits {
    fn take_out(&mut self, at: At) {
        self.contact = OnceLock::new();
        for list in [&mut self.planned, &mut self.told, &mut self.steps] {
            list.retain(|one| *one != at);
        }
        for list in [&mut self.done, &mut self.obstacles, &mut self.support] {
            list.retain(|(_, one)| *one != at);
        }
    }

    fn sort(&mut self) {
        for list in [&mut self.planned, &mut self.told, &mut self.steps] {
            list.sort();
        }
        for list in [&mut self.done, &mut self.obstacles, &mut self.support] {
            list.sort();
        }
    }
}
