//! What bears on each State under each treaty in the work of campaigns: approaches, stages, promises,
//! what was credited. Gathered once for a world, so that a board of a hundred States over a hundred
//! thousand approaches looks at each State's own alone.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use ledger::EntryId;
use ledger::body::{Approach, ApproachState, MeetingRef};
use treaty::{PartialDate, ParticipantId, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::world::World;

/// All of it, by treaty.
#[derive(Debug, Default)]
pub(crate) struct Outreach {
    of: BTreeMap<TreatyId, Work>,
    /// The meetings of each treaty by kind and number, with their names in addresses.
    meetings: BTreeMap<TreatyId, Vec<(String, Option<String>, String)>>,
    /// Where the entries are that an approach was credited with, and those that name an approach.
    places: BTreeMap<EntryId, At>,
}

/// What was done under one treaty.
#[derive(Debug, Default)]
pub(super) struct Work {
    pub(super) states: BTreeMap<ParticipantId, Dossier>,
    /// Approaches that are planned.
    pub(super) planned: Vec<At>,
    /// Approaches and promises with something to be done.
    pub(super) steps: Vec<At>,
    pub(super) pledges: Vec<At>,
}

/// What bears on one State.
#[derive(Debug, Default)]
pub(super) struct Dossier {
    /// Contacts that took place, by the day from which that is certain.
    pub(super) done: Vec<(Date, At)>,
    pub(super) planned: Vec<At>,
    /// Every approach, those in dispute, drafts and those dropped too.
    pub(super) told: Vec<At>,
    /// Stages that count, by day.
    pub(super) stages: Vec<(PartialDate, At)>,
    /// Every stage.
    pub(super) told_stages: Vec<At>,
    pub(super) pledges: Vec<At>,
    /// Approaches that name something to be done.
    pub(super) steps: Vec<At>,
    /// Contacts that named obstacles, and those in which support was asked for or offered.
    pub(super) obstacles: Vec<(Date, At)>,
    pub(super) support: Vec<(Date, At)>,
    pub(super) attributions: Vec<At>,
}

impl Outreach {
    pub(super) fn under(&self, treaty: &TreatyId) -> Option<&Work> {
        self.of.get(treaty)
    }

    /// The place of an entry that an attribution, a stage or a promise names.
    pub(super) fn place(&self, id: EntryId) -> Option<At> {
        self.places.get(&id).copied()
    }

    /// The name in addresses of a meeting of a treaty.
    pub(super) fn meeting(&self, treaty: &TreatyId, meant: &MeetingRef) -> Option<&str> {
        let meetings = self.meetings.get(treaty)?.iter();
        let mut found =
            meetings.filter(|(kind, number, _)| *kind == meant.kind && *number == meant.number);
        found.next().map(|(_, _, id)| id.as_str())
    }

    fn dossier(&mut self, treaty: &TreatyId, state: ParticipantId) -> &mut Dossier {
        let work = self.of.entry(treaty.clone()).or_default();
        work.states.entry(state).or_default()
    }
}

impl World {
    pub(crate) fn outreach(&self) -> &Outreach {
        self.outreach.get_or_init(|| {
            let mut all = Outreach::default();
            for (id, _, meeting) in self.told_meetings(None) {
                let known = all.meetings.entry(meeting.treaty.clone()).or_default();
                known.push((meeting.kind.clone(), meeting.number.clone(), id.to_owned()));
            }
            for &at in &self.shelf.approaches {
                if let Some(approach) = kinds::approach(self.record.body(at)) {
                    self.put_approach(&mut all, at, approach);
                }
            }
            self.put_stages(&mut all);
            self.put_pledges(&mut all);
            self.put_attributions(&mut all);
            all.sort();
            all
        })
    }

    fn put_approach(&self, all: &mut Outreach, at: At, approach: &Approach) {
        let counts = self.record.counts(at);
        let day = self.certain(at, approach.on);
        let to: BTreeSet<_> = whom(approach).collect();
        for treaty in &approach.treaties {
            let work = all.of.entry(treaty.clone()).or_default();
            let planned = counts && approach.state == ApproachState::Planned;
            let steps =
                counts && approach.state != ApproachState::Dropped && !approach.next.is_empty();
            work.planned.extend(planned.then_some(at));
            work.steps.extend(steps.then_some(at));
            for &state in &to {
                let dossier = work.states.entry(state).or_default();
                dossier.told.push(at);
                dossier.planned.extend(planned.then_some(at));
                dossier.steps.extend(steps.then_some(at));
                if counts && approach.state == ApproachState::Done {
                    dossier.done.push((day, at));
                    if !approach.obstacles.is_empty() {
                        dossier.obstacles.push((day, at));
                    }
                    if !approach.asked.is_empty() || !approach.offered.is_empty() {
                        dossier.support.push((day, at));
                    }
                }
            }
        }
    }

    fn put_stages(&self, all: &mut Outreach) {
        for &at in &self.shelf.stages {
            let Some(stage) = kinds::stage(self.record.body(at)) else {
                continue;
            };
            let counts = self.record.counts(at);
            let dossier = all.dossier(&stage.treaty, stage.by);
            dossier.told_stages.push(at);
            dossier.stages.extend(counts.then_some((stage.on, at)));
        }
    }

    fn put_pledges(&self, all: &mut Outreach) {
        for &at in &self.shelf.pledges {
            let Some(pledge) = kinds::pledge(self.record.body(at)) else {
                continue;
            };
            all.dossier(&pledge.treaty, pledge.by).pledges.push(at);
            let work = all.of.entry(pledge.treaty.clone()).or_default();
            work.pledges.push(at);
            work.steps.extend((!pledge.next.is_empty()).then_some(at));
        }
    }

    /// Puts what was credited with the States that the approach went to.
    fn put_attributions(&self, all: &mut Outreach) {
        let shelf = self.shelf.attributions.iter();
        let told =
            shelf.filter_map(|&at| Some((at, kinds::attribution(self.record.body(at))?)));
        let told: Vec<_> = told.collect();
        let stages = self.shelf.stages.iter();
        let stages = stages.filter_map(|&at| kinds::stage(self.record.body(at))?.approach);
        let wanted: BTreeSet<_> = told
            .iter()
            .flat_map(|(_, told)| [told.approach, told.act])
            .chain(stages)
            .collect();
        if wanted.is_empty() {
            return;
        }
        let places = (0..self.record.len()).map(|at| (self.record.get(at).entry.id, at));
        all.places = places.filter(|(id, _)| wanted.contains(id)).collect();
        for (at, told) in told {
            // Of what this viewer does not see nothing is told.
            let (Some(approach), Some(_)) = (all.place(told.approach), all.place(told.act))
            else {
                continue;
            };
            let Some(approach) = kinds::approach(self.record.body(approach)) else {
                continue;
            };
            let to: BTreeSet<_> = whom(approach).collect();
            for treaty in &approach.treaties {
                for &state in &to {
                    all.dossier(treaty, state).attributions.push(at);
                }
            }
        }
    }

    /// From which day on something is certain: the last day its date can mean; where it was on record
    /// before that, the day of recording. What has no date is certain since it was recorded.
    pub(super) fn certain(&self, at: At, on: Option<PartialDate>) -> Date {
        let worded = self.record.get(self.record.worded_by(at));
        let recorded = worded.entry.recorded.to_zoned(TimeZone::UTC).date();
        on.map_or(recorded, |on| on.latest().min(recorded.max(on.earliest())))
    }
}

impl Outreach {
    fn sort(&mut self) {
        for work in self.of.values_mut() {
            for dossier in work.states.values_mut() {
                dossier.done.sort_unstable();
                dossier.obstacles.sort_unstable();
                dossier.support.sort_unstable();
                dossier.stages.sort_unstable();
            }
        }
    }
}

/// The participants that an approach went to.
pub(super) fn whom(approach: &Approach) -> impl Iterator<Item = ParticipantId> {
    approach.to.iter().filter_map(|side| side.participant)
}
