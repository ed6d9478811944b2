//! What falls on which day in a campaign.

use std::collections::BTreeSet;

use jiff::civil::Date;
use ledger::Audience;
use ledger::body::vocabulary::PledgeState;
use treaty::{Lang, PartialDate, ParticipantId};

use super::Plan;
use super::outreach::{Work, whom};
use super::row::is_open;
use super::targets::Targets;
use crate::kinds;
use crate::meeting::last_day;
use crate::record::At;
use crate::view::{CampaignCalendarView, CampaignDay, CampaignDayWhat};
use crate::world::World;

impl World {
    /// What falls between two days, both included, as it stands on `on`: meetings, contacts planned,
    /// what is to be done, promises, ends of terms; and what is open from before.
    pub fn campaign_calendar(
        &self,
        name: &str,
        (from, to): (Date, Date),
        on: Date,
        lang: Lang,
    ) -> Option<CampaignCalendarView> {
        let plan = self.plan_named(name, on)?;
        let targets = self.targets(&plan, on);
        let mut all = self.meeting_days(&plan);
        if let Some(work) = self.outreach().under(&plan.under.law.id) {
            self.planned_days(work, &targets, on, lang, &mut all);
            self.step_days(work, &targets, on, lang, &mut all);
            self.pledge_days(work, &targets, on, lang, &mut all);
        }
        self.term_days(&plan, lang, &mut all);
        all.extend(self.last_day_of(&plan));
        all.sort_by(|a, b| {
            let key = |item: &CampaignDay| (item.day.earliest(), item.day.latest(), item.what);
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
        let ends = |item: &CampaignDay| item.until.unwrap_or(item.day).latest();
        let overdue = all.iter().filter(|item| item.overdue && ends(item) < from);
        let overdue = overdue.cloned().collect();
        all.retain(|item| item.day.earliest() <= to && from <= ends(item));
        Some(CampaignCalendarView {
            on,
            known: self.known,
            head: self.head(),
            campaign: self.campaign_summary(&plan, &targets, on, lang),
            from,
            to,
            overdue,
            items: all,
        })
    }

    fn meeting_days(&self, plan: &Plan<'_>) -> Vec<CampaignDay> {
        let told = self.told_meetings(Some(&plan.under.law.id)).into_iter();
        told.map(|(id, at, meeting)| {
            let place = meeting.place.as_deref();
            CampaignDay {
                until: Some(last_day(meeting).into()).filter(|_| meeting.end.is_some()),
                title: meeting.kind.clone(),
                number: meeting.number.clone(),
                owner: place.map(str::to_owned),
                meeting: Some(id.to_owned()),
                ..self.campaign_day(at, "meeting", meeting.start, CampaignDayWhat::Meeting)
            }
        })
        .collect()
    }

    fn planned_days(
        &self,
        work: &Work,
        targets: &Targets,
        on: Date,
        lang: Lang,
        all: &mut Vec<CampaignDay>,
    ) {
        for &at in &work.planned {
            let Some(approach) = kinds::approach(self.record.body(at)) else {
                continue;
            };
            let Some(day) = approach.on.filter(|_| targets.take_in(whom(approach))) else {
                continue;
            };
            let contact = self.contact_view(at, approach, on, lang);
            let mut item = self.campaign_day(at, "planned", day, CampaignDayWhat::Planned);
            item.until = approach.until;
            item.states = self.named_states(whom(approach), lang);
            item.title = contact.to.join(", ");
            item.owner = Some(contact.by.join(", ")).filter(|by| !by.is_empty());
            item.overdue = contact.passed;
            item.contact = Some(contact);
            all.push(item);
        }
    }

    fn step_days(
        &self,
        work: &Work,
        targets: &Targets,
        on: Date,
        lang: Lang,
        all: &mut Vec<CampaignDay>,
    ) {
        for &at in &work.steps {
            if !self.record.counts(at) {
                continue;
            }
            let states = self.about(at);
            if !targets.take_in(states.iter().copied()) {
                continue;
            }
            for (step, n) in self.steps_of(at, on).zip(1..) {
                let Some(day) = step.due.filter(|_| is_open(&step, on)) else {
                    continue;
                };
                let mut item =
                    self.campaign_day(at, &format!("step-{n}"), day, CampaignDayWhat::Step);
                item.states = self.named_states(states.iter().copied(), lang);
                item.title = step.what;
                item.owner = step.owner;
                item.overdue = step.overdue;
                all.push(item);
            }
        }
    }

    fn pledge_days(
        &self,
        work: &Work,
        targets: &Targets,
        on: Date,
        lang: Lang,
        all: &mut Vec<CampaignDay>,
    ) {
        for &at in &work.pledges {
            let Some(pledge) = kinds::pledge(self.record.body(at)) else {
                continue;
            };
            let open = pledge.state == PledgeState::Open
                && self.record.counts(at)
                && self.certain(at, pledge.on) <= on
                && targets.take_in(std::iter::once(pledge.by));
            let Some(day) = self.pledge_due(pledge).filter(|_| open) else {
                continue;
            };
            let mut item = self.campaign_day(at, "pledge", day, CampaignDayWhat::Pledge);
            item.states = self.named_states(std::iter::once(pledge.by), lang);
            item.title.clone_from(&pledge.what);
            item.overdue = day.latest() < on;
            all.push(item);
        }
    }

    fn term_days(&self, plan: &Plan<'_>, lang: Lang, all: &mut Vec<CampaignDay>) {
        for &at in &self.shelf.roles {
            let Some(role) = kinds::role(self.record.body(at)) else {
                continue;
            };
            let until = role.until.filter(|_| role.treaty == plan.under.law.id);
            let Some(day) = until else { continue };
            let mut item = self.campaign_day(at, "term", day, CampaignDayWhat::TermEnds);
            item.states = self.named_states(std::iter::once(role.by), lang);
            item.title.clone_from(&role.role);
            item.owner.clone_from(&role.person);
            all.push(item);
        }
    }

    fn last_day_of(&self, plan: &Plan<'_>) -> Option<CampaignDay> {
        let (at, told) = plan.recorded?;
        let mut item = self.campaign_day(at, "ends", told.until?, CampaignDayWhat::Ends);
        item.title.clone_from(&told.title);
        Some(item)
    }

    /// The States that an approach or a promise is about.
    fn about(&self, at: At) -> BTreeSet<ParticipantId> {
        let body = self.record.body(at);
        let approached = kinds::approach(body).into_iter().flat_map(whom);
        approached
            .chain(kinds::pledge(body).map(|pledge| pledge.by))
            .collect()
    }

    pub(crate) fn named_states(
        &self,
        ids: impl Iterator<Item = ParticipantId>,
        lang: Lang,
    ) -> Vec<crate::view::NamedState> {
        ids.map(|id| self.named_state(id, lang)).collect()
    }

    fn campaign_day(
        &self,
        at: At,
        what: &str,
        day: PartialDate,
        kind: CampaignDayWhat,
    ) -> CampaignDay {
        let entry = &self.record.get(at).entry;
        CampaignDay {
            id: format!("{what}-{}", entry.id),
            day,
            until: None,
            what: kind,
            states: Vec::new(),
            title: String::new(),
            owner: None,
            number: None,
            meeting: None,
            contact: None,
            entry: self.record.name(at),
            public: entry.audience == Audience::Public,
            overdue: false,
            disputed: self.record.doubted(at),
            source: self.source_ref(at),
        }
    }
}
