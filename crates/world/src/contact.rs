//! Approaches on record, as far as the viewer may see them.

mod filter;
mod index;
mod text;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::body::{Approach, ApproachState, Side};
use ledger::{EntryId, EntryRef};
use treaty::{Lang, ParticipantId, TreatyId};

pub use self::filter::{ApproachFilter, FollowUp, due, open_steps};
pub(crate) use self::index::Contacts;
use crate::kinds;
use crate::record::At;
use crate::say;
use crate::view::{
    ApproachCounts, ApproachPageView, ApproachView, ApproachedView, ApproachesView,
    FollowedView, NotedView, SideView,
};
use crate::world::World;

/// The approaches that were found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Which, in their order. Whoever shows a part of them takes the others out.
    pub rows: Vec<ContactAt>,
    /// How many there are of which sort, whatever part is shown.
    pub counts: ApproachCounts,
}

/// An approach that was found, in the world that found it.
pub type ContactAt = At;

impl World {
    /// The approaches that are asked for: newest first, those without a day last; where what is still to be
    /// done is asked for, what is due first, first.
    pub fn approaches(&self, filter: &ApproachFilter) -> Found {
        self.contacts().find(self, filter)
    }

    /// Whether there is an approach for a treaty.
    pub fn is_approached_for(&self, treaty: &TreatyId) -> bool {
        self.contacts().has(treaty)
    }

    pub(crate) fn contacts(&self) -> &Contacts {
        self.contacts
            .get_or_init(|| Contacts::of(&self.record, &self.shelf.approaches))
    }

    /// Some of the approaches that were found, with what stands in them.
    pub fn approaches_view(&self, found: Found, lang: Lang) -> ApproachesView {
        let rows = found.rows.into_iter();
        let told = rows.filter_map(|at| {
            let one = kinds::approach(self.record.body(at))?;
            Some(self.approach_view(at, one, lang))
        });
        ApproachesView {
            known: self.known,
            head: self.head(),
            approaches: told.collect(),
            counts: found.counts,
        }
    }

    /// What there is of approaches with a participant, up to a day; `None`: there are none.
    pub fn approached(
        &self,
        state: ParticipantId,
        on: Date,
        lang: Lang,
    ) -> Option<ApproachedView> {
        let mut view = ApproachedView::default();
        for at in self.contacts().with(state) {
            let Some(one) = kinds::approach(self.record.body(at)) else {
                continue;
            };
            view.total += 1;
            view.open += u32::from(open_steps(one).next().is_some());
            let past = one.on.is_some_and(|day| day.earliest() <= on);
            if view.last.is_none() && past && one.state == ApproachState::Done {
                view.last = Some(self.approach_view(at, one, lang));
            }
        }
        (view.total > 0).then_some(view)
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

    /// One approach with what was recorded of it since, and what followed.
    pub fn approach_told(&self, name: EntryRef, lang: Lang) -> Option<ApproachPageView> {
        let at = self.record.place(name)?;
        let approach = self.approach(name, lang)?;
        let recorded = self.record.get(at);
        let id = recorded.entry.id;
        let mut history = vec![self.noted(at)];
        let touched = self.record.touched(at).iter();
        history.extend(touched.map(|&by| self.noted(by)));
        let followed = self.shelf.attributions.iter().filter_map(|&by| {
            let one = kinds::attribution(self.record.body(by))?;
            let of_it = (one.approach == id).then_some(one)?;
            let act = self.record.find(of_it.act)?;
            Some(FollowedView {
                entry: self.record.name(by),
                act: act.name(),
                what: say::summary(&act.entry.body, &self.registry),
                confidence: one.confidence,
                why: one.why.clone(),
                disputed: self.doubt(by),
            })
        });
        Some(ApproachPageView {
            known: self.known,
            head: self.head(),
            approach,
            followed: followed.collect(),
            history,
        })
    }

    fn noted(&self, at: At) -> NotedView {
        let recorded = self.record.get(at);
        let body = self.record.body(at);
        let taken_back = kinds::retraction(body).map(|one| &one.why);
        let why = taken_back.or_else(|| kinds::dispute(body).map(|one| &one.why));
        NotedView {
            entry: recorded.name(),
            kind: say::kind_of(&recorded.entry.body),
            recorded: recorded.entry.recorded,
            author: recorded.entry.author.clone(),
            why: why.cloned(),
        }
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
        let places = self.record.places_of(&wanted);
        let mut released = BTreeMap::<_, Vec<_>>::new();
        for release in releases {
            let extracts = released.entry(release.of).or_default();
            extracts.extend(places.get(&release.extract));
        }
        released
    }
}
