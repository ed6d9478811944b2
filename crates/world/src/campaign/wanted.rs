//! What the order of those to be approached needs of a campaign.

use std::collections::BTreeSet;

use jiff::civil::Date;
use ledger::body::Campaign;
use treaty::{Lang, ParticipantId};

use crate::fold::Under;
use crate::view::CampaignSummary;
use crate::world::World;

/// A campaign and those whose consent it still lacks.
pub(crate) struct Wanted<'w> {
    pub(crate) under: &'w Under,
    pub(crate) recorded: Option<&'w Campaign>,
    pub(crate) missing: BTreeSet<ParticipantId>,
    pub(crate) summary: CampaignSummary,
}

impl World {
    /// Whose consent a campaign lacks on a day.
    pub(crate) fn wanted(&self, name: &str, on: Date, lang: Lang) -> Option<Wanted<'_>> {
        let plan = self.plan_named(name, on)?;
        let targets = self.targets(&plan, on);
        Some(Wanted {
            under: plan.under,
            recorded: plan.recorded.map(|(_, told)| told),
            summary: self.campaign_summary(&plan, &targets, on, lang),
            missing: targets.missing,
        })
    }
}
