//! Who stood where over all time: what dragging along a curve needs.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use treaty::{Lang, ParticipantId, TreatyId};

use crate::called::is_open_to;
use crate::fold::{Bond, Under};
use crate::view::{
    OpenSpan, Span, Standing, TenureView, TenuresView, TimelineAct, TimelineTreaty,
    TimelineView,
};
use crate::world::World;

impl World {
    /// Everybody who ever had a standing under a treaty or could join it, and from which day it
    /// stood where. With it the lists of [`World::status`] can be made for any day.
    pub fn tenures(&self, treaty: &TreatyId, lang: Lang) -> Option<TenuresView> {
        let under = self.under(treaty)?;
        let open: BTreeMap<ParticipantId, OpenSpan> = self
            .registry
            .all()
            .filter(|participant| is_open_to(under, participant))
            .map(|participant| {
                let (from, until) = (participant.from, participant.until);
                (participant.id, OpenSpan { from, until })
            })
            .collect();
        let bound = under.bonds.iter().map(|bond| bond.by);
        let all: BTreeSet<ParticipantId> = bound.chain(open.keys().copied()).collect();
        let mut participants: Vec<_> = all
            .into_iter()
            .map(|id| TenureView {
                iso3: id,
                name: self.registry.name(id, lang),
                open: open.get(&id).copied(),
                spans: under
                    .bond(id)
                    .map(|bond| under.spans(bond))
                    .unwrap_or_default(),
            })
            .filter(|row| row.open.is_some() || !row.spans.is_empty())
            .collect();
        participants.sort_by_key(|row| (self.registry.rank(row.iso3), row.iso3));
        Some(TenuresView {
            treaty: treaty.clone(),
            known: self.known,
            head: self.head(),
            participants,
        })
    }
}

impl World {
    /// One participant's standings and acts under every treaty over time.
    pub fn timeline(&self, id: ParticipantId, on: Date, lang: Lang) -> Option<TimelineView> {
        let participant = self.participant(id)?;
        let mut treaties: Vec<_> = self
            .treaties
            .values()
            .filter_map(|under| {
                let bond = under.bond(id)?;
                let mut acts: Vec<_> = self
                    .acts_of(bond)
                    .iter()
                    .map(|act| {
                        let said = self.act(act);
                        TimelineAct {
                            date: said.on,
                            act: said.kind,
                            entry: self.record.name(act.entry),
                        }
                    })
                    .collect();
                acts.sort_by_key(|act| (act.date, act.act, act.entry));
                Some(TimelineTreaty {
                    treaty: under.law.id.clone(),
                    short: under.law.short.clone(),
                    title: under.law.title.get(lang).to_owned(),
                    spans: under.spans(bond),
                    acts,
                })
            })
            .filter(|row| !row.spans.is_empty())
            .collect();
        treaties.sort_by_key(|row| row.spans.first().map(|span| span.from));
        Some(TimelineView {
            iso3: id,
            name: participant.names.get(lang).to_owned(),
            on,
            known: self.known,
            head: self.head(),
            treaties,
        })
    }
}

impl Under {
    /// The standings of a bond, each from the end of the day on which it began.
    pub(crate) fn spans(&self, bond: &Bond) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for point in self.points(bond) {
            let before = spans.last().map_or(Standing::None, |last| last.standing);
            if point.standing != before {
                spans.push(Span {
                    from: point.from,
                    standing: point.standing,
                });
            }
        }
        spans
    }
}
