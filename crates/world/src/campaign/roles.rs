//! Coordinators, champions, envoys, friends: who holds which office under a treaty, and until when.

use jiff::ToSpan;
use jiff::civil::Date;
use ledger::body::Role;
use treaty::{Lang, PartialDate};

use crate::kinds;
use crate::record::At;
use crate::view::{CampaignRolesView, Held, OfficeView};
use crate::world::World;

/// How many days before its end a term is said to end soon.
const SOON: i32 = 180;

impl World {
    /// The offices under the treaty of a campaign.
    pub fn campaign_roles(
        &self,
        name: &str,
        on: Date,
        lang: Lang,
    ) -> Option<CampaignRolesView> {
        let plan = self.plan_named(name, on)?;
        let treaty = &plan.under.law.id;
        let shelf = self.shelf.roles.iter();
        let told = shelf.filter_map(|&at| Some((at, kinds::role(self.record.body(at))?)));
        let mut roles: Vec<_> = told
            .filter(|(_, role)| role.treaty == *treaty)
            .map(|(at, role)| self.office_view(at, role, on, lang))
            .collect();
        roles.sort_by_cached_key(|role| {
            let rank = self.registry.rank(role.iso3);
            let past = role.held == Held::Past;
            // What is over is told from the last on.
            let latest = past.then_some(std::cmp::Reverse(role.until));
            let kind = (role.kind.is_none(), role.kind);
            (
                role.held,
                latest,
                kind,
                role.role.clone(),
                role.from,
                rank,
                role.entry,
            )
        });
        Some(CampaignRolesView {
            on,
            known: self.known,
            head: self.head(),
            campaign: self.campaign_summary(&plan, &self.targets(&plan, on), on, lang),
            roles,
        })
    }

    fn office_view(&self, at: At, role: &Role, on: Date, lang: Lang) -> OfficeView {
        let held = held(role, on);
        let soon = on.saturating_add(SOON.days());
        OfficeView {
            entry: self.record.name(at),
            kind: role.kind,
            role: role.role.clone(),
            iso3: role.by,
            name: self.registry.name(role.by, lang),
            person: role.person.clone(),
            from: role.from,
            until: role.until,
            held,
            ends_soon: held == Held::Now
                && role.until.is_some_and(|until| until.latest() <= soon),
            note: role.note.clone(),
            source: self.source_ref(at),
        }
    }
}

/// Whether an office is held: from the first day its term can mean to the last.
fn held(role: &Role, on: Date) -> Held {
    let begun = role.from.map(PartialDate::earliest).map(|from| from <= on);
    let over = role.until.map(PartialDate::latest).map(|until| until < on);
    match (begun, over) {
        (_, Some(true)) => Held::Past,
        (Some(false), _) => Held::Ahead,
        (None, None) => Held::Unknown,
        (Some(true) | None, Some(false)) | (Some(true), None) => Held::Now,
    }
}
