//! Who stood where over all time: what dragging along a curve needs.

use treaty::{Lang, TreatyId};

use crate::fold::{Bond, Under};
use crate::view::{Span, Standing, TenureView, TenuresView};
use crate::world::World;

impl World {
    /// Everybody who ever had a standing under a treaty, and from which day it stood where.
    pub fn tenures(&self, treaty: &TreatyId, lang: Lang) -> Option<TenuresView> {
        let under = self.under(treaty)?;
        let mut participants: Vec<_> = under
            .bonds
            .iter()
            .map(|bond| TenureView {
                iso3: bond.by,
                name: self.registry.name(bond.by, lang),
                spans: under.spans(bond),
            })
            .filter(|row| !row.spans.is_empty())
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
