//! The dated deadlines of all participants, in order, for the question what comes next.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use treaty::clause::{Duty, When};
use treaty::{Lang, ParticipantId, TreatyId};

use crate::duty::Asked;
use crate::fold::{Bond, Under};
use crate::view::{DutyStanding, DutyState, YearlyDeadline};
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

    /// The deadlines between two days, both included, of duties owed once, as they stand on `on`.
    pub(crate) fn deadlines_between(
        &self,
        treaty: Option<&TreatyId>,
        from: Date,
        to: Date,
        on: Date,
        lang: Lang,
    ) -> Vec<DutyStanding> {
        let deadlines = self.deadlines.get_or_init(|| self.all_deadlines());
        let first = deadlines.partition_point(|deadline| deadline.day < from);
        deadlines[first..]
            .iter()
            .take_while(|deadline| deadline.day <= to)
            .filter(|deadline| treaty.is_none_or(|treaty| *treaty == deadline.treaty))
            .filter_map(|deadline| {
                let under = self.under(&deadline.treaty)?;
                let bond = under.bond(deadline.by)?;
                let existed = self.exists(bond, on);
                let row = self.judge_deadline(under, bond, deadline, on, lang)?;
                (existed && row.due == Some(deadline.day)).then_some(row)
            })
            .collect()
    }

    /// How many owe a yearly duty on each of its days between two days, and are not known to have
    /// done it.
    pub(crate) fn owing_by_day(
        &self,
        under: &Under,
        number: usize,
        duty: &Duty,
        window: (Date, Date),
        on: Date,
    ) -> BTreeMap<Date, u32> {
        let mut owing = BTreeMap::new();
        if !under.in_force_on(on) {
            return owing;
        }
        for bond in under.bonds.iter().filter(|bond| self.exists(bond, on)) {
            let Some((tenure, since)) = under.tenure_on(bond, on) else {
                continue;
            };
            let asked = Asked {
                under,
                bond,
                tenure,
                since,
                number,
                duty,
                on,
                lang: Lang::En,
            };
            for row in self.judge(&asked, Some(window)) {
                match row.standing {
                    DutyState::Due
                    | DutyState::Overdue
                    | DutyState::Extended
                    | DutyState::Unknown => {
                        owing
                            .entry(row.due.unwrap_or(window.0))
                            .and_modify(|states| *states += 1)
                            .or_insert(1);
                    }
                    DutyState::Fulfilled | DutyState::Dormant | DutyState::NotApplicable => {}
                }
            }
        }
        owing
    }

    /// Who has ceased to exist owes nothing.
    fn exists(&self, bond: &Bond, on: Date) -> bool {
        let participant = self.registry.get(bond.by);
        participant.is_some_and(|one| one.until.is_none_or(|until| on <= until))
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

    /// The next day of each yearly duty on or after a day, within a year. Duties owed only in a
    /// situation that nobody reported are never known to be owed and are left out.
    pub(crate) fn next_yearly(&self, on: Date, lang: Lang) -> Vec<YearlyDeadline> {
        let mut next = Vec::new();
        for under in self.treaties.values().filter(|under| under.in_force_on(on)) {
            for (number, duty) in under.law.duties.iter().enumerate() {
                let yearly = match duty.when {
                    When::Yearly { .. } => duty.who.is_none(),
                    When::FromEntryIntoForceForState(_)
                    | When::FromEntryIntoForce(_)
                    | When::FromEvent { .. }
                    | When::Continuing => false,
                };
                if yearly {
                    next.extend(self.next_of_year(under, number, duty, on, lang));
                }
            }
        }
        next.sort_by(|a, b| {
            (a.due, &a.treaty, &a.article).cmp(&(b.due, &b.treaty, &b.article))
        });
        next
    }

    fn next_of_year(
        &self,
        under: &Under,
        number: usize,
        duty: &Duty,
        on: Date,
        lang: Lang,
    ) -> Option<YearlyDeadline> {
        let until = on.checked_add(1.year()).ok()?;
        let rows: Vec<_> = under
            .bonds
            .iter()
            .filter(|bond| self.exists(bond, on))
            .filter_map(|bond| {
                let (tenure, since) = under.tenure_on(bond, on)?;
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
                let mut rows = self.judge(&asked, Some((on, until))).into_iter();
                rows.find(|row| row.standing == DutyState::Due)
            })
            .collect();
        let due = rows.iter().filter_map(|row| row.due).min()?;
        let owing = rows.iter().filter(|row| row.due == Some(due)).count();
        Some(YearlyDeadline {
            treaty: under.law.id.clone(),
            article: duty.article.clone(),
            duty: crate::duty::what(duty, lang),
            due,
            states: u32::try_from(owing).unwrap_or(u32::MAX),
        })
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
