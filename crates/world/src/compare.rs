//! Participants side by side.

use std::collections::BTreeSet;

use jiff::civil::Date;
use treaty::{Lang, ParticipantId};

use crate::called::is_open_to;
use crate::fold::Under;
use crate::view::{CompareView, ComparedState, ComparedTreaty, DutyState, ParticipantStatus};
use crate::world::World;

impl World {
    /// Participants side by side on a day, in the order asked, each once. Codes that nobody
    /// registered are left out.
    pub fn compare(&self, states: &[ParticipantId], on: Date, lang: Lang) -> CompareView {
        let mut seen = BTreeSet::new();
        let states: Vec<_> = states
            .iter()
            .copied()
            .filter(|id| self.registry.get(*id).is_some() && seen.insert(*id))
            .collect();
        let treaties = self.treaties.values().map(|under| {
            let statuses: Vec<_> = states
                .iter()
                .map(|id| self.status_where_open(under, *id, on, lang))
                .collect();
            ComparedTreaty {
                treaty: under.law.id.clone(),
                short: under.law.short.clone(),
                title: under.law.title.get(lang).to_owned(),
                differs: differ(&statuses),
                statuses,
            }
        });
        CompareView {
            on,
            known: self.known,
            head: self.head(),
            treaties: treaties.collect(),
            states: states
                .iter()
                .map(|id| self.compared(*id, on, lang))
                .collect(),
        }
    }

    fn compared(&self, id: ParticipantId, on: Date, lang: Lang) -> ComparedState {
        let consents = self.treaties.values().filter(|under| {
            let point = under.bond(id).and_then(|bond| under.point_on(bond, on));
            point.is_some_and(|point| point.ties.consent_stands)
        });
        let duties = self.duties(None, Some(id), on, None, lang).duties;
        let overdue = duties
            .iter()
            .filter(|duty| duty.standing == DutyState::Overdue);
        ComparedState {
            iso3: id,
            name: self.registry.name(id, lang),
            consents: u32::try_from(consents.count()).unwrap_or(u32::MAX),
            overdue: u32::try_from(overdue.count()).unwrap_or(u32::MAX),
        }
    }

    /// Where a participant stands; `None` where the treaty is not open to it and it never acted.
    pub(crate) fn status_where_open(
        &self,
        under: &Under,
        id: ParticipantId,
        on: Date,
        lang: Lang,
    ) -> Option<ParticipantStatus> {
        let participant = self.registry.get(id)?;
        let concerned = is_open_to(under, participant) || under.bond(id).is_some();
        concerned.then(|| self.participant_status(under, id, on, lang))
    }
}

/// Whether not all stand alike; not open to one is unlike any standing of another.
fn differ(statuses: &[Option<ParticipantStatus>]) -> bool {
    let standings: BTreeSet<_> = statuses
        .iter()
        .map(|status| status.as_ref().map(|status| status.standing))
        .collect();
    standings.len() > 1
}
