//! Who held the office of coordinator or president, and who holds it next.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use ledger::body::Role;
use ledger::body::vocabulary::RoleKind;
use treaty::{PartialDate, ParticipantId};

use super::{Frame, passage};
use crate::kinds;
use crate::next::office_kind;
use crate::record::At;
use crate::view::{Passage, PassageForm, ReportSentence, Said, Sentence};

/// How many days after the period an office that is taken over may begin.
const NEXT_DAYS: i32 = 92;

/// Those who held the office, and what is said of it.
pub(super) struct Tenure {
    pub(super) by: Vec<ParticipantId>,
    pub(super) sentences: Vec<ReportSentence>,
}

/// An office as it is called, with its term.
type Term<'w> = (&'w str, Option<PartialDate>, Option<PartialDate>);

impl<'w> Frame<'w> {
    pub(super) fn tenure(&self) -> Tenure {
        let held = self.terms(|role| self.surely_held(role));
        let all = held.values().flatten().map(|(_, role)| role.by);
        let by = self.in_order(all);
        let sentences = held
            .into_iter()
            .map(|((office, from, until), held)| self.held(office, from, until, &held).into());
        Tenure {
            by,
            sentences: sentences.collect(),
        }
    }

    /// Who takes the office over at the end of the period.
    pub(super) fn handover(&self) -> Vec<Passage> {
        let soon = self.to.saturating_add(NEXT_DAYS.days());
        let comes = |role: &Role| {
            role.from.is_some_and(|from| {
                self.to <= from.latest() && from.earliest() <= soon && !self.surely_held(role)
            })
        };
        let said = self
            .terms(comes)
            .into_iter()
            .map(|((office, from, _), next)| {
                let says = self.office(self.say("report-next"), office, &next);
                from.map_or(says.clone(), |from| says.day("day", from))
                    .into()
            });
        passage("handover", PassageForm::Numbered, said.collect())
            .into_iter()
            .collect()
    }

    /// The offices of coordinators and presidents that are asked for, by name and term.
    fn terms(&self, wanted: impl Fn(&Role) -> bool) -> BTreeMap<Term<'w>, Vec<(At, &'w Role)>> {
        let mut terms = BTreeMap::<_, Vec<_>>::new();
        for &at in &self.world.shelf.roles {
            let Some(role) = kinds::role(self.world.record.body(at)) else {
                continue;
            };
            let leads = match office_kind(role) {
                RoleKind::President | RoleKind::Coordinator => true,
                RoleKind::Champion
                | RoleKind::SpecialEnvoy
                | RoleKind::Friend
                | RoleKind::FocalPoint
                | RoleKind::Other => false,
            };
            if leads && role.treaty == self.under.law.id && wanted(role) {
                let term = (role.role.as_str(), role.from, role.until);
                terms.entry(term).or_default().push((at, role));
            }
        }
        terms
    }

    /// Whether an office was held on more of the period than the day on which it was handed over.
    fn surely_held(&self, role: &Role) -> bool {
        role.from.is_some_and(|from| from.latest() < self.to)
            && role.until.is_none_or(|until| until.earliest() > self.from)
    }

    fn held(
        &self,
        office: &str,
        from: Option<PartialDate>,
        until: Option<PartialDate>,
        held: &[(At, &Role)],
    ) -> Sentence {
        let over = until.filter(|until| until.latest() <= self.to);
        match (from, over) {
            (Some(from), Some(to)) => self
                .office(self.say("report-held"), office, held)
                .with("time", Said::Period { from, to }),
            (Some(from), None) => self
                .office(self.say("report-took"), office, held)
                .day("day", from),
            (None, Some(_) | None) => self.office(self.say("report-holds"), office, held),
        }
    }

    fn office(&self, says: Sentence, office: &str, held: &[(At, &Role)]) -> Sentence {
        let by = self.in_order(held.iter().map(|(_, role)| role.by));
        says.with("office", Said::Phrases(vec![office.to_owned()]))
            .states("by", self.named(by))
            .by_all(held.iter().map(|(at, _)| self.entry(*at)))
    }
}
