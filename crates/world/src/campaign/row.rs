//! One State on the board.

use jiff::civil::Date;
use ledger::body::vocabulary::{PledgeState, StateStage, Support};
use ledger::body::{Approach, NextStep, Pledge, Side, Stage};
use treaty::{Lang, PartialDate, ParticipantId};

use super::count;
use super::outreach::Dossier;
use crate::fold::Under;
use crate::kinds;
use crate::meeting::last_day;
use crate::record::At;
use crate::view::{
    BoardColumn, CampaignRow, ContactView, ObstaclesView, PledgeView, StageDiffers, StageView,
    Standing, StepView,
};
use crate::world::World;

impl World {
    pub(super) fn campaign_row(
        &self,
        under: &Under,
        id: ParticipantId,
        dossier: &Dossier,
        on: Date,
        lang: Lang,
    ) -> CampaignRow {
        let bond = under.bond(id);
        let ties = bond
            .and_then(|bond| under.point_on(bond, on))
            .map(|point| (point.standing, point.ties));
        let (standing, ties) = ties.unwrap_or((Standing::None, crate::bond::Ties::default()));
        let day_of = |act| self.act(self.act_at(act)).on;
        let contacts = upto(&dossier.visits.done, on);
        let stage = self.stage_on(dossier, on);
        let (column, differs) = column(
            ties.consent_stands,
            stage.as_ref().map(|stage| stage.stage),
            !contacts.is_empty(),
        );
        let planned = self.next_planned(dossier, on, lang);
        let steps = self.open_steps(dossier, on);
        let pledges = self.open_pledges(dossier, on);
        CampaignRow {
            iso3: id,
            name: self.registry.name(id, lang),
            column,
            standing,
            signed: ties
                .signed
                .filter(|_| ties.signature_stands || ties.consent_stands)
                .map(day_of),
            consented: ties.consent.filter(|_| ties.consent_stands).map(day_of),
            stage,
            differs,
            last: contacts
                .last()
                .and_then(|&(_, at)| self.contact(at, on, lang)),
            contacts: count(contacts.len()),
            overdue: steps.iter().any(|step| step.overdue)
                || pledges.iter().any(|pledge| pledge.overdue)
                || planned.as_ref().is_some_and(|planned| planned.passed),
            planned,
            steps,
            pledges,
            obstacles: self.obstacles_named(dossier, on),
            support: self.support_open(dossier, on),
        }
    }

    /// The stage that holds on a day: the one with the latest day; of one day, the one recorded last.
    fn stage_on(&self, dossier: &Dossier, on: Date) -> Option<StageView> {
        let held = dossier
            .stages
            .iter()
            .rev()
            .find(|(day, at)| self.certain(*at, Some(*day)) <= on)?;
        let stage = kinds::stage(self.record.body(held.1))?;
        Some(self.stage_view(held.1, stage))
    }

    pub(super) fn stage_view(&self, at: At, stage: &Stage) -> StageView {
        let approach = stage.approach.and_then(|id| self.outreach().place(id));
        StageView {
            entry: self.record.name(at),
            stage: stage.stage,
            step: stage.step,
            on: stage.on,
            evidence: stage.evidence.clone(),
            approach: approach.map(|at| self.record.name(at)),
            note: stage.note.clone(),
            disputed: self.doubt(at),
        }
    }

    /// The contact planned next: the first whose day has not passed; else one without a day; else the
    /// last whose day passed, and nobody said what became of it.
    pub(super) fn next_planned(
        &self,
        dossier: &Dossier,
        on: Date,
        lang: Lang,
    ) -> Option<ContactView> {
        let all = dossier.visits.planned.iter();
        let planned = all.filter_map(|&at| Some((at, kinds::approach(self.record.body(at))?)));
        let next = planned.min_by_key(|(at, approach)| {
            let last = approach.until.or(approach.on).map(PartialDate::latest);
            let rank = match last {
                Some(last) if on <= last => (0, i32::from(days(on, last))),
                None => (1, 0),
                Some(last) => (2, i32::from(days(last, on))),
            };
            (rank, *at)
        })?;
        self.contact(next.0, on, lang)
    }

    pub(super) fn contact(&self, at: At, on: Date, lang: Lang) -> Option<ContactView> {
        let approach = kinds::approach(self.record.body(at))?;
        Some(self.contact_view(at, approach, on, lang))
    }

    pub(super) fn contact_view(
        &self,
        at: At,
        approach: &Approach,
        on: Date,
        lang: Lang,
    ) -> ContactView {
        use ledger::body::ApproachState as State;
        let name = |side: &Side| {
            let id = side.participant.map(|id| self.registry.name(id, lang));
            let other = || side.name.clone().or_else(|| side.capacity.clone());
            id.or_else(other).or_else(|| side.person.clone())
        };
        let meant = approach.meeting.as_ref().zip(approach.treaties.first());
        let meeting = meant.and_then(|(meant, of)| self.outreach().meeting(of, meant));
        let last = approach.until.or(approach.on).map(PartialDate::latest);
        ContactView {
            entry: self.record.name(at),
            on: approach.on,
            until: approach.until,
            state: approach.state,
            kind: approach.kind,
            channel: approach.channel,
            by: approach.by.iter().filter_map(name).collect(),
            to: approach.to.iter().filter_map(name).collect(),
            meeting: meeting.map(str::to_owned),
            forum: approach.forum.clone(),
            passed: match approach.state {
                State::Planned => last.is_some_and(|last| last < on),
                State::Draft | State::Done | State::Dropped => false,
            },
            disputed: self.doubt(at),
        }
    }

    /// What is to be done with a State on a day, what is due first at the beginning.
    pub(super) fn open_steps(&self, dossier: &Dossier, on: Date) -> Vec<StepView> {
        let pledged = dossier.pledges.iter();
        let pledged = pledged.filter(|at| self.record.counts(**at));
        let mut open: Vec<_> = dossier
            .visits
            .steps
            .iter()
            .chain(pledged)
            .flat_map(|&at| self.steps_of(at, on))
            .filter(|step| is_open(step, on))
            .collect();
        open.sort_by_key(|step| (step.due.is_none(), step.due));
        open
    }

    /// What an approach or a promise says is to be done, where it was on record by a day.
    pub(super) fn steps_of(&self, at: At, on: Date) -> impl Iterator<Item = StepView> {
        let body = self.record.body(at);
        let approach = kinds::approach(body);
        let pledge = kinds::pledge(body);
        let (next, said) = match (approach, pledge) {
            (Some(approach), _) => (
                approach.next.as_slice(),
                approach
                    .on
                    .filter(|_| approach.state == ledger::body::ApproachState::Done),
            ),
            (None, Some(pledge)) => (pledge.next.as_slice(), pledge.on),
            (None, None) => (Default::default(), None),
        };
        let known = self.certain(at, said) <= on;
        let entry = self.record.name(at);
        let next = next.iter().filter(move |_| known);
        next.map(move |step| step_view(entry, step, on))
    }

    /// What a State promised by a day and has not done, what is due first at the beginning.
    pub(super) fn open_pledges(&self, dossier: &Dossier, on: Date) -> Vec<PledgeView> {
        let told = dossier.pledges.iter();
        let told = told.filter(|at| self.record.counts(**at));
        let mut open: Vec<_> = told
            .filter_map(|&at| Some((at, kinds::pledge(self.record.body(at))?)))
            .filter(|(at, pledge)| {
                pledge.state == PledgeState::Open && self.certain(*at, pledge.on) <= on
            })
            .map(|(at, pledge)| self.pledge_view(at, pledge, on))
            .collect();
        open.sort_by_key(|pledge| (pledge.due.is_none(), pledge.due, pledge.entry));
        open
    }

    pub(super) fn pledge_view(&self, at: At, pledge: &Pledge, on: Date) -> PledgeView {
        let due = self.pledge_due(pledge);
        let meeting = pledge.meeting.as_ref();
        let meeting = meeting.and_then(|meant| self.outreach().meeting(&pledge.treaty, meant));
        PledgeView {
            entry: self.record.name(at),
            kind: pledge.kind,
            what: pledge.what.clone(),
            state: pledge.state,
            on: pledge.on,
            due: pledge.due,
            meeting: meeting.map(str::to_owned),
            overdue: pledge.state == PledgeState::Open
                && due.is_some_and(|due| due.latest() < on),
            disputed: self.doubt(at),
        }
    }

    /// By when a promise is due: as it says, else by the end of the meeting that it names.
    pub(super) fn pledge_due(&self, pledge: &Pledge) -> Option<PartialDate> {
        let meant = pledge.meeting.as_ref();
        let of_meeting = || {
            let name = self.outreach().meeting(&pledge.treaty, meant?)?;
            let at = *self.meeting_ids().get(name)?;
            Some(last_day(kinds::meeting(self.record.body(at))?).into())
        };
        pledge.due.or_else(of_meeting)
    }

    fn obstacles_named(&self, dossier: &Dossier, on: Date) -> Option<ObstaclesView> {
        let &(_, at) = upto(&dossier.visits.obstacles, on).last()?;
        let approach = kinds::approach(self.record.body(at))?;
        Some(ObstaclesView {
            entry: self.record.name(at),
            on: approach.on,
            obstacles: approach.obstacles.clone(),
        })
    }

    /// What a State asked for and nobody offered at that contact or later.
    fn support_open(&self, dossier: &Dossier, on: Date) -> Vec<Support> {
        let mut open: Vec<Support> = Vec::new();
        for &(_, at) in upto(&dossier.visits.support, on) {
            let Some(approach) = kinds::approach(self.record.body(at)) else {
                continue;
            };
            open.extend(&approach.asked);
            open.retain(|asked| !approach.offered.contains(asked));
        }
        open.sort_unstable();
        open.dedup();
        open
    }
}

/// Those up to a day.
pub(super) fn upto(days: &[(Date, At)], on: Date) -> &[(Date, At)] {
    &days[..days.partition_point(|(day, _)| *day <= on)]
}

/// Whether a step was still to be done at the end of a day.
pub(super) fn is_open(step: &StepView, on: Date) -> bool {
    step.done.is_none_or(|done| on < done.earliest())
}

fn step_view(entry: ledger::EntryRef, step: &NextStep, on: Date) -> StepView {
    let open = step.done.is_none_or(|done| on < done.earliest());
    StepView {
        entry,
        what: step.what.clone(),
        owner: step.owner.clone(),
        due: step.by,
        done: step.done,
        overdue: open && step.by.is_some_and(|due| due.latest() < on),
    }
}

/// The days from one to another, as far as they can be told apart.
fn days(from: Date, to: Date) -> i16 {
    let days = from.until(to).map_or(i32::MAX, |span| span.get_days());
    i16::try_from(days).unwrap_or(i16::MAX)
}

/// The one column of a State. What the depositary recorded goes first; then what somebody recorded;
/// then whether anybody was in contact. Nothing else is read into it.
fn column(
    deposited: bool,
    stage: Option<StateStage>,
    contacted: bool,
) -> (BoardColumn, Option<StageDiffers>) {
    use BoardColumn as Column;
    if deposited {
        let earlier = stage.is_some_and(|stage| stage != StateStage::Deposited);
        return (
            Column::Deposited,
            earlier.then_some(StageDiffers::Deposited),
        );
    }
    match stage {
        Some(StateStage::Aware) => (Column::Aware, None),
        Some(StateStage::Interested) => (Column::Interested, None),
        Some(StateStage::ProcessOpen) => (Column::ProcessOpen, None),
        Some(StateStage::Parliament) => (Column::Parliament, None),
        Some(StateStage::Approved) => (Column::Approved, None),
        Some(StateStage::Deposited) => (Column::Deposited, Some(StageDiffers::NoDeposit)),
        Some(StateStage::Stalled) => (Column::Stalled, None),
        Some(StateStage::Blocked) => (Column::Blocked, None),
        Some(StateStage::Withdrew) => (Column::Withdrew, None),
        Some(StateStage::NotContacted) if contacted => {
            (Column::Contacted, Some(StageDiffers::Contacted))
        }
        None if contacted => (Column::Contacted, None),
        Some(StateStage::NotContacted) | None => (Column::NotContacted, None),
    }
}
