//! Campaigns: what is to be reached under a treaty, and each State on its way there.
//!
//! Where a State stands by law is computed from acts and is one thing; how far somebody reads it to be is
//! another, and is what he recorded. Nothing here makes the one out of the other.

mod approached;
mod calendar;
mod contacts;
mod outreach;
mod planned;
mod roles;
mod row;
mod sheet;
mod story;
mod targets;
mod told;
mod wanted;

use std::collections::BTreeMap;

use jiff::civil::Date;
use ledger::body::{Campaign, CampaignAim};
use treaty::{Lang, ParticipantId, TreatyId};

pub(crate) use self::approached::Approached;
use self::outreach::Dossier;
pub(crate) use self::outreach::Outreach;
use self::targets::Targets;
pub use self::told::BoardSort;
use crate::fold::Under;
use crate::kinds;
use crate::record::At;
use crate::view::{
    BoardColumn, CampaignSummary, CampaignView, CampaignsView, ColumnCount, NamedState,
};
use crate::world::World;

/// A campaign as it was recorded, or as a treaty without one implies it.
struct Plan<'w> {
    name: &'w str,
    under: &'w Under,
    aim: CampaignAim,
    /// The entry, where there is one.
    recorded: Option<(At, &'w Campaign)>,
}

impl World {
    /// The campaigns on record, the newest first; of those of one name the one recorded last. One
    /// under a treaty without a readable file is left out, for nothing can be worked out of it.
    pub fn campaigns(&self, on: Date, lang: Lang) -> CampaignsView {
        let mut plans: Vec<_> = self
            .told_campaigns()
            .into_values()
            .filter_map(|(at, told)| self.plan_of(at, told))
            .collect();
        plans.sort_by_key(|plan| {
            let from = plan.recorded.and_then(|(_, told)| told.from);
            (std::cmp::Reverse(from), plan.name)
        });
        CampaignsView {
            on,
            known: self.known,
            head: self.head(),
            campaigns: plans
                .iter()
                .map(|plan| self.campaign_summary(plan, &self.targets(plan, on), on, lang))
                .collect(),
        }
    }

    /// The campaigns whose first treaty is this one, by name.
    pub fn campaigns_under(&self, treaty: &TreatyId) -> Vec<(&str, &str)> {
        let told = self.told_campaigns().into_values();
        let mut found: Vec<_> = told
            .filter(|(_, campaign)| campaign.treaties.first() == Some(treaty))
            .map(|(_, campaign)| (campaign.campaign.as_str(), campaign.title.as_str()))
            .collect();
        found.sort_unstable();
        found
    }

    /// One campaign on a day, State by State. Where none is recorded under `name` and it is a
    /// treaty's, the treaty's own aim: that it enters into force, or that everybody joins.
    pub fn campaign(&self, name: &str, on: Date, lang: Lang) -> Option<CampaignView> {
        let plan = self.plan_named(name, on)?;
        let targets = self.targets(&plan, on);
        let work = self.outreach().under(&plan.under.law.id);
        let none = Dossier::default();
        let states: Vec<_> = targets
            .rows
            .iter()
            .map(|&id| {
                let dossier = work.and_then(|work| work.states.get(&id)).unwrap_or(&none);
                self.campaign_row(plan.under, id, dossier, on, lang)
            })
            .collect();
        let columns = BoardColumn::ALL.map(|column| ColumnCount {
            column,
            states: count(states.iter().filter(|row| row.column == column).count()),
        });
        Some(CampaignView {
            on,
            known: self.known,
            head: self.head(),
            campaign: self.campaign_summary(&plan, &targets, on, lang),
            columns: columns.to_vec(),
            states,
        })
    }

    /// The campaigns that count, each name once.
    fn told_campaigns(&self) -> BTreeMap<&str, (At, &Campaign)> {
        let shelf = self.shelf.campaigns.iter();
        let told = shelf.filter(|at| self.record.counts(**at));
        let told = told.filter_map(|&at| Some((at, kinds::campaign(self.record.body(at))?)));
        told.map(|(at, campaign)| (campaign.campaign.as_str(), (at, campaign)))
            .collect()
    }

    fn plan_of<'w>(&'w self, at: At, told: &'w Campaign) -> Option<Plan<'w>> {
        Some(Plan {
            name: &told.campaign,
            under: self.under(told.treaties.first()?)?,
            aim: told.aim.clone(),
            recorded: Some((at, told)),
        })
    }

    fn plan_named<'w>(&'w self, name: &str, on: Date) -> Option<Plan<'w>> {
        if let Some(&(at, told)) = self.told_campaigns().get(name) {
            return self.plan_of(at, told);
        }
        let (id, under) = self.treaties.iter().find(|(id, _)| id.as_str() == name)?;
        Some(Plan {
            name: id.as_str(),
            under,
            aim: if under.in_force_on(on) {
                CampaignAim::Everybody
            } else {
                CampaignAim::EntryIntoForce
            },
            recorded: None,
        })
    }

    fn campaign_summary(
        &self,
        plan: &Plan<'_>,
        targets: &Targets,
        on: Date,
        lang: Lang,
    ) -> CampaignSummary {
        let law = &plan.under.law;
        let told = plan.recorded.map(|(_, told)| told);
        let title = told.map(|told| told.title.clone());
        let by = told.map(|told| told.by.as_slice()).unwrap_or_default();
        let also = told.and_then(|told| told.treaties.get(1..));
        CampaignSummary {
            campaign: plan.name.to_owned(),
            title: title.unwrap_or_else(|| law.title.get(lang).to_owned()),
            entry: plan.recorded.map(|(at, _)| self.record.name(at)),
            audience: plan
                .recorded
                .map(|(at, _)| self.record.get(at).entry.audience.clone()),
            treaty: law.id.clone(),
            short: law.short.clone(),
            also: also.unwrap_or_default().to_vec(),
            aim: plan.aim.clone(),
            from: told.and_then(|told| told.from),
            until: told.and_then(|told| told.until),
            by: by.iter().map(|&id| self.named_state(id, lang)).collect(),
            note: told.and_then(|told| told.note.clone()),
            goal: self.campaign_goal(plan, targets, on),
            disputed: plan.recorded.and_then(|(at, _)| self.doubt(at)),
        }
    }

    fn named_state(&self, iso3: ParticipantId, lang: Lang) -> NamedState {
        NamedState {
            iso3,
            name: self.registry.name(iso3, lang),
        }
    }
}

impl Plan<'_> {
    /// Its first day, where that is known.
    fn first(&self) -> Option<Date> {
        let (_, told) = self.recorded?;
        told.from.map(treaty::PartialDate::earliest)
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
