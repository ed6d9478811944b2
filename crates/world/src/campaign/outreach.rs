//! What bears on each State under each treaty in the work of campaigns: approaches, stages, promises,
//! what was credited. Gathered once for a world, with the approaches as they were gathered before, so that
//! a board of a hundred States over a hundred thousand approaches looks at each State's own alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use ledger::EntryId;
use ledger::body::{Approach, MeetingRef};
use treaty::{PartialDate, ParticipantId, TreatyId};

use super::approached::{Legwork, Visits};
use crate::kinds;
use crate::record::{At, Record};
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
    /// The approaches to it.
    pub(super) visits: Arc<Visits>,
    /// Stages that count, by day.
    pub(super) stages: Vec<(PartialDate, At)>,
    /// Every stage.
    pub(super) told_stages: Vec<At>,
    pub(super) pledges: Vec<At>,
    pub(super) attributions: Vec<At>,
}

impl From<&Legwork> for Work {
    fn from(legwork: &Legwork) -> Work {
        let states = legwork.states.iter();
        let states = states.map(|(&state, visits)| {
            let visits = Arc::clone(visits);
            let dossier = Dossier {
                visits,
                ..Dossier::default()
            };
            (state, dossier)
        });
        Work {
            states: states.collect(),
            planned: legwork.planned.clone(),
            steps: legwork.steps.clone(),
            pledges: Vec::new(),
        }
    }
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
            for (treaty, work) in self.visits().all() {
                all.of.insert(treaty.clone(), Work::from(work));
            }
            self.put_stages(&mut all);
            self.put_pledges(&mut all);
            self.put_attributions(&mut all);
            all.sort();
            all
        })
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
        all.places = self.record.places_of(&wanted);
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
}

impl World {
    /// From which day on an entry is certain, of which that is the date.
    pub(super) fn certain(&self, at: At, on: Option<PartialDate>) -> Date {
        certain(&self.record, at, on)
    }
}

impl Outreach {
    fn sort(&mut self) {
        for work in self.of.values_mut() {
            for dossier in work.states.values_mut() {
                dossier.stages.sort_unstable();
            }
        }
    }
}

/// From which day on something is certain: the last day its date can mean; where it was on record
/// before that, the day of recording. What has no date is certain since it was recorded.
pub(super) fn certain(record: &Record, at: At, on: Option<PartialDate>) -> Date {
    let worded = record.get(record.worded_by(at));
    let recorded = worded.entry.recorded.to_zoned(TimeZone::UTC).date();
    on.map_or(recorded, |on| on.latest().min(recorded.max(on.earliest())))
}

/// The participants that an approach went to.
pub(super) fn whom(approach: &Approach) -> impl Iterator<Item = ParticipantId> {
    approach.to.iter().filter_map(|side| side.participant)
}
