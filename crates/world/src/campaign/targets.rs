//! Whom a campaign is about, and how far it is by law.

use std::collections::BTreeSet;

use jiff::civil::Date;
use ledger::body::CampaignAim;
use treaty::clause::Requirement;
use treaty::{Lang, ParticipantId};

use super::{Plan, count};
use crate::curve;
use crate::fold::Under;
use crate::view::{CampaignGoal, ForceView};
use crate::world::World;

/// Whom a campaign is about on a day.
pub(super) struct Targets {
    /// Those whose consent is missing, and those who gave it in its time; by English name.
    pub(super) rows: Vec<ParticipantId>,
    /// Those of them whose consent is missing.
    pub(super) missing: BTreeSet<ParticipantId>,
    /// Those a closed aim names, whether or not they have joined; `None`: the aim is open to all.
    closed: Option<BTreeSet<ParticipantId>>,
}

impl Targets {
    /// Whether what was done with these belongs to the campaign: to one it names, or to nobody in
    /// particular.
    pub(super) fn take_in(&self, mut whom: impl Iterator<Item = ParticipantId>) -> bool {
        let Some(closed) = &self.closed else {
            return true;
        };
        let first = whom.next();
        first.is_none_or(|first| closed.contains(&first) || whom.any(|id| closed.contains(&id)))
    }
}

/// Whether a participant's consent stands at the end of a day.
pub(super) fn has_joined(under: &Under, id: ParticipantId, on: Date) -> bool {
    let bond = under.bond(id);
    let point = bond.and_then(|bond| under.point_on(bond, on));
    point.is_some_and(|point| point.ties.consent_stands)
}

impl World {
    pub(super) fn targets(&self, plan: &Plan<'_>, on: Date) -> Targets {
        let under = plan.under;
        let may_join = || self.eligible(under, on).map(|one| one.id);
        let (scope, named, needed): (BTreeSet<_>, bool, bool) = match &plan.aim {
            CampaignAim::EntryIntoForce => {
                let force = self.force(&under.law.id, on, &[], Lang::En);
                let met = force.as_ref().is_some_and(|force| force.met);
                let others = force.is_some_and(|force| force.missing_others > 0);
                (self.needed(under, others, on), false, !met)
            }
            CampaignAim::Consents(_) | CampaignAim::Everybody => {
                (may_join().collect(), false, true)
            }
            CampaignAim::Group(group) => {
                let groups = self.groups(on).into_iter();
                let members = groups.filter(|(name, _)| name == group);
                let members: BTreeSet<_> = members.flat_map(|(_, members)| members).collect();
                (
                    may_join().filter(|id| members.contains(id)).collect(),
                    false,
                    true,
                )
            }
            CampaignAim::These(these) => (these.iter().copied().collect(), true, true),
        };
        let before = plan.first().filter(|first| *first <= on);
        let before = before.map(|first| first.yesterday().unwrap_or(Date::MIN));
        let missing: BTreeSet<_> = scope
            .iter()
            .copied()
            .filter(|&id| needed && !has_joined(under, id, on))
            .collect();
        let reached = |id: ParticipantId| {
            has_joined(under, id, on)
                && (named || before.is_some_and(|before| !has_joined(under, id, before)))
        };
        let rows = scope.iter().copied();
        let mut rows: Vec<_> = rows
            .filter(|&id| missing.contains(&id) || reached(id))
            .collect();
        rows.sort_by_cached_key(|id| (self.registry.rank(*id), *id));
        let closed = match &plan.aim {
            CampaignAim::EntryIntoForce | CampaignAim::Consents(_) | CampaignAim::Everybody => {
                None
            }
            CampaignAim::Group(_) | CampaignAim::These(_) => Some(scope),
        };
        Targets {
            rows,
            missing,
            closed,
        }
    }

    /// Those whose consent the rule of entry into force asks for: those it names; anybody, where it
    /// asks for a number or for others beside.
    fn needed(&self, under: &Under, others: bool, on: Date) -> BTreeSet<ParticipantId> {
        let anybody = || self.eligible(under, on).map(|one| one.id);
        let clause = under.law.entry_into_force.as_ref();
        match clause.map(|clause| &clause.requirement) {
            Some(Requirement::Named { participants, .. }) => {
                participants.iter().copied().collect()
            }
            Some(Requirement::NamedAndNumber { participants, .. }) => {
                let named = participants.iter().copied();
                named
                    .chain(anybody().filter(|_| others))
                    .collect::<BTreeSet<_>>()
            }
            Some(Requirement::Number(_) | Requirement::OnRecordOnly { .. }) | None => {
                anybody().collect()
            }
        }
    }

    pub(super) fn campaign_goal(
        &self,
        plan: &Plan<'_>,
        targets: &Targets,
        on: Date,
    ) -> CampaignGoal {
        let under = plan.under;
        let consents = curve::on_day(under, on).consents;
        let before = plan
            .first()
            .map(|first| first.yesterday().unwrap_or(Date::MIN));
        let missing = count(targets.missing.len());
        let (wanted, distance, met) = match &plan.aim {
            CampaignAim::EntryIntoForce => {
                let force = self.force(&under.law.id, on, &[], Lang::En);
                let met = force.as_ref().is_some_and(|force| force.met);
                let wanted = force.as_ref().and_then(|force| force.required);
                let needed = force.and_then(|force| needed(under, &force));
                (wanted, if met { Some(0) } else { needed }, met)
            }
            CampaignAim::Consents(wanted) => (
                Some(*wanted),
                Some(wanted.saturating_sub(consents)),
                *wanted <= consents,
            ),
            CampaignAim::Everybody | CampaignAim::Group(_) | CampaignAim::These(_) => {
                (None, Some(missing), missing == 0)
            }
        };
        CampaignGoal {
            targets: count(targets.rows.len()),
            reached: count(targets.rows.len()).saturating_sub(missing),
            missing,
            consents,
            consents_before: before.map(|before| curve::on_day(under, before).consents),
            wanted,
            distance,
            met,
        }
    }
}

/// How many consents the rule still asks for; `None` where no file says a rule to count by.
fn needed(under: &Under, force: &ForceView) -> Option<u32> {
    let clause = under.law.entry_into_force.as_ref()?;
    match &clause.requirement {
        Requirement::OnRecordOnly { .. } => None,
        Requirement::Number(_)
        | Requirement::Named { .. }
        | Requirement::NamedAndNumber { .. } => {
            Some(count(force.missing.len()).saturating_add(force.missing_others))
        }
    }
}
