//! Action plans, action by action, and the goals they set.

use ledger::body::{Plan, PlanAction};
use treaty::{Lang, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::view::{GoalView, PlanActionView, PlanSummary, PlanView};
use crate::world::World;

impl World {
    /// The action plans of a treaty, the oldest first. Titles are on record in one language.
    pub fn plans(&self, treaty: &TreatyId, _lang: Lang) -> Vec<PlanSummary> {
        self.told_plans(Some(treaty))
            .into_iter()
            .map(|(_, plan)| self.plan_summary(plan))
            .collect()
    }

    /// One plan by its name in addresses, with its actions.
    pub fn plan(&self, treaty: &TreatyId, plan: &str, _lang: Lang) -> Option<PlanView> {
        let mut told = self.told_plans(Some(treaty)).into_iter();
        let (at, found) = told.find(|(_, known)| known.plan == plan)?;
        Some(PlanView {
            known: self.known,
            head: self.head(),
            plan: self.plan_summary(found),
            goal: self.goal(at, found),
            note: found.note.clone(),
            disputed: self.doubt(at),
            source: self.source_ref(at),
            actions: self
                .told_actions(found)
                .into_iter()
                .map(|(at, action)| self.action_view(at, action))
                .collect(),
        })
    }

    /// How many parties a treaty was to have by when, as its plans say that count.
    pub fn goals(&self, treaty: &TreatyId) -> Vec<GoalView> {
        self.told_plans(Some(treaty))
            .into_iter()
            .filter(|(at, _)| self.record.counts(*at))
            .filter_map(|(at, plan)| self.goal(at, plan))
            .collect()
    }

    /// The plans on record, by day, those in dispute too; of two under one name the one that
    /// counts, then the older.
    pub(crate) fn told_plans(&self, treaty: Option<&TreatyId>) -> Vec<(At, &Plan)> {
        let mut told: Vec<_> = self
            .shelf
            .plans
            .iter()
            .filter_map(|&at| Some((at, kinds::plan(self.record.body(at))?)))
            .filter(|(_, plan)| treaty.is_none_or(|treaty| *treaty == plan.treaty))
            .collect();
        told.sort_by_key(|(at, plan)| {
            (
                &plan.treaty,
                &plan.plan,
                !self.record.counts(*at),
                plan.adopted,
                &plan.title,
                *at,
            )
        });
        told.dedup_by(|(_, b), (_, a)| a.treaty == b.treaty && a.plan == b.plan);
        told.sort_by_key(|(_, plan)| {
            let unknown = plan.adopted.is_none();
            (&plan.treaty, unknown, plan.adopted, &plan.plan)
        });
        told
    }

    /// The actions of a plan in the order of their numbers; two of one number where the
    /// record has two.
    pub(crate) fn told_actions(&self, plan: &Plan) -> Vec<(At, &PlanAction)> {
        let mut told: Vec<_> = self
            .shelf
            .actions
            .iter()
            .filter_map(|&at| Some((at, kinds::plan_action(self.record.body(at))?)))
            .filter(|(_, action)| action.treaty == plan.treaty && action.plan == plan.plan)
            .collect();
        told.sort_by_cached_key(|(at, action)| {
            (
                crate::duty::article_key(&action.number),
                &action.number,
                !self.record.counts(*at),
                action.text.clone(),
                *at,
            )
        });
        told
    }

    fn plan_summary(&self, plan: &Plan) -> PlanSummary {
        let actions = self.told_actions(plan);
        let read = actions.iter().filter(|(_, action)| action.text.is_some());
        PlanSummary {
            treaty: plan.treaty.clone(),
            plan: plan.plan.clone(),
            title: plan.title.clone(),
            short: plan.short.clone(),
            adopted: plan.adopted,
            until: plan.until.clone(),
            read: u32::try_from(read.count()).unwrap_or(u32::MAX),
            actions: u32::try_from(actions.len()).unwrap_or(u32::MAX),
        }
    }

    fn goal(&self, at: At, plan: &Plan) -> Option<GoalView> {
        let goal = plan.goal.as_ref()?;
        Some(GoalView {
            label: goal.what.clone(),
            parties: goal.parties,
            by: goal.by,
            source: self.source_ref(at),
        })
    }

    fn action_view(&self, at: At, action: &PlanAction) -> PlanActionView {
        PlanActionView {
            number: action.number.clone(),
            theme: action.theme.clone(),
            text: action.text.clone(),
            indicator: action.indicator.clone(),
            due: action.due.clone(),
            note: action.note.clone(),
            disputed: self.doubt(at),
            source: self.source_ref(at),
        }
    }
}
