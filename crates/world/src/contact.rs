//! Approaches on record, as far as the viewer may see them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use ledger::body::{Approach, ApproachState, Side};
use ledger::{EntryId, EntryRef};
use treaty::{Lang, ParticipantId, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::view::{ApproachView, SideView};
use crate::world::World;

impl World {
    /// The approaches, newest first, those without a day last; only for one treaty, with one
    /// participant on either side, or of one state, where asked for.
    pub fn approaches(
        &self,
        treaty: Option<&TreatyId>,
        state: Option<ParticipantId>,
        stage: Option<ApproachState>,
        lang: Lang,
    ) -> Vec<ApproachView> {
        let shelf = self.shelf.approaches.iter();
        let mut told: Vec<_> = shelf
            .filter_map(|&at| Some((at, kinds::approach(self.record.body(at))?)))
            .filter(|(_, one)| treaty.is_none_or(|treaty| one.treaties.contains(treaty)))
            .filter(|(_, one)| state.is_none_or(|state| takes_part(one, state)))
            .filter(|(_, one)| stage.is_none_or(|stage| stage == one.state))
            .collect();
        told.sort_by_key(|(at, one)| (Reverse(one.on), Reverse(*at)));
        told.into_iter()
            .map(|(at, one)| self.approach_view(at, one, lang))
            .collect()
    }

    /// One approach, by what its entry is called.
    pub fn approach(&self, name: EntryRef, lang: Lang) -> Option<ApproachView> {
        let at = self
            .record
            .place(name)
            .filter(|&at| self.record.stands(at))?;
        let one = kinds::approach(self.record.body(at))?;
        Some(self.approach_view(at, one, lang))
    }

    fn approach_view(&self, at: At, one: &Approach, lang: Lang) -> ApproachView {
        let recorded = self.record.get(at);
        let sides = |all: &[Side]| all.iter().map(|side| self.side_view(side, lang)).collect();
        ApproachView {
            entry: recorded.name(),
            audience: recorded.entry.audience.clone(),
            label: recorded.entry.label,
            by: sides(&one.by),
            to: sides(&one.to),
            approach: one.clone(),
            released_as: self.released_as(at),
            disputed: self.doubt(at),
            source: self.source_ref(at),
        }
    }

    pub(crate) fn side_view(&self, side: &Side, lang: Lang) -> SideView {
        SideView {
            iso3: side.participant,
            name: side.participant.map(|id| self.registry.name(id, lang)),
            of: side.name.clone(),
            person: side.person.clone(),
            capacity: side.capacity.clone(),
            level: side.level,
        }
    }

    /// The extracts that were made of an entry, oldest first.
    fn released_as(&self, at: At) -> Vec<EntryRef> {
        let released = self.released.get_or_init(|| self.all_released());
        let extracts = released.get(&self.record.get(at).entry.id);
        let standing = extracts.into_iter().flatten();
        standing
            .filter(|&&extract| self.record.stands(extract))
            .map(|&extract| self.record.name(extract))
            .collect()
    }

    /// The extracts of every entry of which there are some.
    fn all_released(&self) -> BTreeMap<EntryId, Vec<At>> {
        let shelf = self.shelf.releases.iter();
        let releases = shelf.filter_map(|&at| kinds::release(self.record.body(at)));
        let releases: Vec<_> = releases.collect();
        let wanted: BTreeSet<_> = releases.iter().map(|release| release.extract).collect();
        let mut places = BTreeMap::new();
        if !wanted.is_empty() {
            let all = (0..self.record.len()).map(|at| (self.record.get(at).entry.id, at));
            places.extend(all.filter(|(id, _)| wanted.contains(id)));
        }
        let mut released = BTreeMap::<_, Vec<_>>::new();
        for release in releases {
            let extracts = released.entry(release.of).or_default();
            extracts.extend(places.get(&release.extract));
        }
        released
    }
}

fn takes_part(one: &Approach, state: ParticipantId) -> bool {
    let sides = one.by.iter().chain(&one.to);
    sides
        .into_iter()
        .any(|side| side.participant == Some(state))
}
