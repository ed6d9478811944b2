//! The dated deadlines of all participants, in order, for the question what comes next.

use jiff::civil::Date;
use treaty::clause::When;
use treaty::{Lang, ParticipantId, TreatyId};

use crate::duty::Asked;
use crate::fold::{Bond, Under};
use crate::view::{DutyStanding, DutyState};
use crate::world::World;

/// A day on which a once-only duty may fall due, extended or not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Deadline {
    day: Date,
    treaty: TreatyId,
    duty: usize,
    by: ParticipantId,
}

impl World {
    /// The next deadlines on or after a day, of duties known to be owed and not known to be done.
    pub(crate) fn next_deadlines(
        &self,
        on: Date,
        most: usize,
        lang: Lang,
    ) -> Vec<DutyStanding> {
        let deadlines = self.deadlines.get_or_init(|| self.all_deadlines());
        let from = deadlines.partition_point(|deadline| deadline.day < on);
        let rows = deadlines[from..].iter().filter_map(|deadline| {
            let under = self.under(&deadline.treaty)?;
            let row =
                self.judge_deadline(under, under.bond(deadline.by)?, deadline, on, lang)?;
            let open = matches!(row.standing, DutyState::Due | DutyState::Extended);
            (open && row.due == Some(deadline.day)).then_some(row)
        });
        rows.take(most).collect()
    }

    fn judge_deadline(
        &self,
        under: &Under,
        bond: &Bond,
        deadline: &Deadline,
        on: Date,
        lang: Lang,
    ) -> Option<DutyStanding> {
        let (tenure, since) = under.tenure_on(bond, on)?;
        let (number, duty) = (deadline.duty, under.law.duties.get(deadline.duty)?);
        let asked = Asked {
            under,
            bond,
            tenure,
            since,
            number,
            duty,
            on,
            lang,
        };
        self.judge(&asked, None).pop()
    }

    fn all_deadlines(&self) -> Vec<Deadline> {
        let mut deadlines = Vec::new();
        for under in self.treaties.values() {
            for bond in &under.bonds {
                self.deadlines_of(under, bond, &mut deadlines);
            }
        }
        deadlines.sort_unstable();
        deadlines.dedup();
        deadlines
    }

    fn deadlines_of(&self, under: &Under, bond: &Bond, deadlines: &mut Vec<Deadline>) {
        let facts = under.duty_facts.get(&bond.by);
        for bound_from in under
            .tenures(bond)
            .iter()
            .filter_map(|tenure| tenure.bound_from)
        {
            for (number, duty) in under.law.duties.iter().enumerate() {
                let dated = match duty.when {
                    When::FromEntryIntoForceForState(_) | When::FromEntryIntoForce(_) => true,
                    When::Yearly { .. } | When::FromEvent { .. } | When::Continuing => false,
                };
                let mut own = facts
                    .into_iter()
                    .flatten()
                    .filter(|fact| fact.duty == number);
                // Owed only in a situation that nobody reported: never known to be owed.
                if !dated || (duty.who.is_some() && own.next().is_none()) {
                    continue;
                }
                let known =
                    crate::duty_facts::Known::on(&self.record, facts, number, Date::MAX);
                let original = under.law.due(duty, bound_from).day();
                let extended = known
                    .extensions
                    .iter()
                    .map(|(_, extension)| extension.until);
                deadlines.extend(original.into_iter().chain(extended).map(|day| Deadline {
                    day,
                    treaty: under.law.id.clone(),
                    duty: number,
                    by: bond.by,
                }));
            }
        }
    }
}
