//! What a treaty aims at, in numbers: entry into force, what its plans set, everybody that may join.

use jiff::civil::Date;
use treaty::TreatyId;
use treaty::clause::Requirement;

use crate::fold::Under;
use crate::view::{AimView, AimWhat};
use crate::world::World;

impl World {
    /// The numbers a treaty's curve can be read against, the smallest first.
    pub fn aims(&self, treaty: &TreatyId, on: Date) -> Option<Vec<AimView>> {
        let under = self.under(treaty)?;
        let mut aims: Vec<_> = entry_into_force(under).into_iter().collect();
        aims.extend(self.goals(treaty).into_iter().map(|goal| AimView {
            what: AimWhat::Plan,
            target: goal.parties,
            article: None,
            label: Some(goal.label),
            by: goal.by,
        }));
        let outside = self.eligible(under, on).filter(|participant| {
            let point = under
                .bond(participant.id)
                .and_then(|bond| under.point_on(bond, on));
            point.is_none_or(|point| !point.ties.consent_stands)
        });
        let consents = crate::curve::on_day(under, on).consents;
        let everybody = u32::try_from(outside.count()).unwrap_or(u32::MAX);
        aims.push(AimView {
            what: AimWhat::Everybody,
            target: consents.saturating_add(everybody),
            article: None,
            label: None,
            by: None,
        });
        aims.sort_by_key(|aim| (aim.target, aim.what));
        Some(aims)
    }
}

/// The number of instruments, where the condition is one: a list of States is no number of any.
fn entry_into_force(under: &Under) -> Option<AimView> {
    let clause = under.law.entry_into_force.as_ref()?;
    let target = match &clause.requirement {
        Requirement::Number(number) => *number,
        Requirement::Named { .. }
        | Requirement::NamedAndNumber { .. }
        | Requirement::OnRecordOnly { .. } => return None,
    };
    Some(AimView {
        what: AimWhat::EntryIntoForce,
        target,
        article: Some(clause.article.clone()),
        label: None,
        by: None,
    })
}
