//! The whole story of one State in a campaign, by day.

use std::cmp::Reverse;

use jiff::civil::Date;
use ledger::EntryRef;
use treaty::{Lang, PartialDate, ParticipantId, TreatyId};

use super::outreach::Dossier;
use crate::fold::Under;
use crate::kinds;
use crate::view::{CampaignStateView, StoryItem, StoryWhat};
use crate::world::World;

impl World {
    /// One State in a campaign, whether or not the campaign is about it.
    pub fn campaign_state(
        &self,
        name: &str,
        state: ParticipantId,
        on: Date,
        lang: Lang,
    ) -> Option<CampaignStateView> {
        let plan = self.plan_named(name, on)?;
        self.registry.get(state)?;
        let targets = self.targets(&plan, on);
        let work = self.outreach().under(&plan.under.law.id);
        let none = Dossier::default();
        let dossier = work
            .and_then(|work| work.states.get(&state))
            .unwrap_or(&none);
        let mut story = self.acts_told(plan.under, state, on);
        self.stages_told(&plan.under.law.id, dossier, on, &mut story);
        self.contacts_told(&plan.under.law.id, dossier, on, lang, &mut story);
        self.pledges_told(&plan.under.law.id, dossier, on, &mut story);
        story.sort_by_key(|item| {
            let day = item.day.map(|day| (day.latest(), day.earliest()));
            (day.is_none(), Reverse(day), item.what, item.entry)
        });
        Some(CampaignStateView {
            on,
            known: self.known,
            head: self.head(),
            campaign: self.campaign_summary(&plan, &targets, on, lang),
            is_target: targets.rows.contains(&state),
            state: self.campaign_row(plan.under, state, dossier, on, lang),
            story,
        })
    }

    /// Everything it did under the treaty up to a day.
    fn acts_told(&self, under: &Under, state: ParticipantId, on: Date) -> Vec<StoryItem> {
        let bond = under.bond(state);
        let acts = bond.map(|bond| self.acts_of(bond)).unwrap_or_default();
        let acts = acts.iter().filter(|act| act.day <= on);
        acts.map(|act| {
            let done = self.done_view(act.entry, act.kind, act.on);
            let item = item(&under.law.id, StoryWhat::Act, done.entry, Some(act.on));
            StoryItem {
                act: Some(done),
                ..item
            }
        })
        .collect()
    }

    fn stages_told(
        &self,
        treaty: &TreatyId,
        dossier: &Dossier,
        on: Date,
        story: &mut Vec<StoryItem>,
    ) {
        for &at in &dossier.told_stages {
            let Some(stage) = kinds::stage(self.record.body(at)) else {
                continue;
            };
            if self.certain(at, Some(stage.on)) <= on {
                let view = self.stage_view(at, stage);
                story.push(StoryItem {
                    stage: Some(view),
                    ..item(
                        treaty,
                        StoryWhat::Stage,
                        self.record.name(at),
                        Some(stage.on),
                    )
                });
            }
        }
    }

    /// Approaches, what is planned too; what was to be done after them; what was credited to them.
    fn contacts_told(
        &self,
        treaty: &TreatyId,
        dossier: &Dossier,
        on: Date,
        lang: Lang,
        story: &mut Vec<StoryItem>,
    ) {
        use ledger::body::ApproachState as State;
        for &at in &dossier.visits.told {
            let Some(approach) = kinds::approach(self.record.body(at)) else {
                continue;
            };
            let known = match approach.state {
                State::Done => self.certain(at, approach.on),
                State::Draft | State::Planned | State::Dropped => self.certain(at, None),
            };
            if on < known {
                continue;
            }
            story.push(StoryItem {
                contact: Some(self.contact_view(at, approach, on, lang)),
                ..item(
                    treaty,
                    StoryWhat::Contact,
                    self.record.name(at),
                    approach.on,
                )
            });
        }
        let pledged = dossier.pledges.iter();
        for &at in dossier.visits.steps.iter().chain(pledged) {
            for step in self.steps_of(at, on) {
                let day = step.done.or(step.due);
                story.push(StoryItem {
                    step: Some(step),
                    ..item(treaty, StoryWhat::Step, self.record.name(at), day)
                });
            }
        }
        for &at in &dossier.attributions {
            let followed = self.attribution(at);
            let day = kinds::attribution(self.record.body(at))
                .and_then(|told| self.outreach().place(told.act))
                .and_then(|act| kinds::act(self.record.body(act)))
                .map(|act| act.on);
            if let Some(followed) =
                followed.filter(|_| day.is_none_or(|day| day.latest() <= on))
            {
                story.push(StoryItem {
                    attribution: Some(followed),
                    ..item(treaty, StoryWhat::Attribution, self.record.name(at), day)
                });
            }
        }
    }

    fn pledges_told(
        &self,
        treaty: &TreatyId,
        dossier: &Dossier,
        on: Date,
        story: &mut Vec<StoryItem>,
    ) {
        for &at in &dossier.pledges {
            let Some(pledge) = kinds::pledge(self.record.body(at)) else {
                continue;
            };
            if self.certain(at, pledge.on) <= on {
                let view = self.pledge_view(at, pledge, on);
                story.push(StoryItem {
                    pledge: Some(view),
                    ..item(treaty, StoryWhat::Pledge, self.record.name(at), pledge.on)
                });
            }
        }
    }
}

fn item(
    treaty: &TreatyId,
    what: StoryWhat,
    entry: EntryRef,
    day: Option<PartialDate>,
) -> StoryItem {
    StoryItem {
        day,
        what,
        entry,
        treaty: treaty.clone(),
        act: None,
        stage: None,
        contact: None,
        pledge: None,
        attribution: None,
        step: None,
    }
}
