//! One participant under one treaty: joining, duties, assistance, statements.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use treaty::clause::When;
use treaty::{Lang, ParticipantId, TreatyId};

use crate::fold::Under;
use crate::view::{DutyStanding, ParticipationView};
use crate::world::World;

impl World {
    /// One participant under one treaty; `None` where the treaty is not open to it and it never
    /// acted under it.
    pub fn participation(
        &self,
        treaty: &TreatyId,
        state: ParticipantId,
        on: Date,
        lang: Lang,
    ) -> Option<ParticipationView> {
        let under = self.under(treaty)?;
        // What its own page lists has a page, a former State that could once have joined too.
        let status = self.status_where_open(under, state, on, lang).or_else(|| {
            let admitted = under.law.admits(state) && self.participant(state).is_some();
            admitted.then(|| self.participant_status(under, state, on, lang))
        })?;
        let bond = under.bond(state);
        let acts = bond.map(|bond| self.acts_of(bond)).unwrap_or_default();
        let mut roles = self.roles_of(state);
        roles.retain(|role| role.treaty == *treaty);
        let assistance = self.assistance(Some(treaty), Some(state), lang);
        let (given, received) = assistance.into_iter().partition(|row| row.by == state);
        Some(ParticipationView {
            treaty: treaty.clone(),
            short: under.law.short.clone(),
            title: under.law.title.get(lang).to_owned(),
            on,
            known: self.known,
            head: self.head(),
            status,
            spans: bond.map(|bond| under.spans(bond)).unwrap_or_default(),
            acts: acts.iter().map(|act| self.act_view(act, lang)).collect(),
            duties: self
                .duties(Some(treaty), Some(state), on, None, lang)
                .duties,
            reports: self.reports(under, state, on, lang),
            roles,
            meetings: self.meetings_of(treaty, state),
            assistance_given: given,
            assistance_received: received,
            statements: self.statements(Some(treaty), Some(state), lang),
            findings: self
                .findings()
                .iter()
                .filter(|finding| {
                    finding.treaty.as_ref() == Some(treaty) && finding.iso3 == Some(state)
                })
                .cloned()
                .collect(),
        })
    }
    /// The yearly duties of all years.
    fn reports(
        &self,
        under: &Under,
        state: ParticipantId,
        on: Date,
        lang: Lang,
    ) -> Vec<DutyStanding> {
        let yearly: BTreeSet<_> = under
            .law
            .duties
            .iter()
            .filter(|duty| matches!(duty.when, When::Yearly { .. }))
            .map(|duty| duty.article.as_str())
            .collect();
        let Some(first) = under.in_force.filter(|_| !yearly.is_empty()) else {
            return Vec::new();
        };
        let window = (first, on.saturating_add(1.year()));
        let view = self.duties(Some(&under.law.id), Some(state), on, Some(window), lang);
        let mut reports = view.duties;
        reports.retain(|duty| yearly.contains(duty.article.as_str()));
        reports
    }
}
