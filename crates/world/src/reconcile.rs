//! Printed counts against computed ones.

use jiff::civil::Date;
use ledger::body::{Counted, PrintedCount};
use treaty::TreatyId;

use crate::kinds;
use crate::record::At;
use crate::view::{Counts, ReconcileView, Reconciled};
use crate::world::World;

impl World {
    /// Printed against computed counts, by treaty and day. A count of a treaty without a
    /// readable file cannot be compared; a finding says so.
    pub fn reconcile(&self, treaty: Option<&TreatyId>) -> ReconcileView {
        let mut reconciled: Vec<_> = self
            .printed()
            .filter(|(_, printed)| treaty.is_none_or(|treaty| *treaty == printed.treaty))
            .filter_map(|(at, printed)| self.compare_count(at, printed))
            .collect();
        reconciled.sort_by(|a, b| {
            let key =
                |row: &Reconciled| (row.treaty.clone(), row.on, row.what, row.source.entry);
            key(a).cmp(&key(b))
        });
        ReconcileView {
            known: self.known,
            head: self.head(),
            holds: reconciled.iter().all(|row| row.holds),
            reconciled,
        }
    }

    fn compare_count(&self, at: At, printed: &PrintedCount) -> Option<Reconciled> {
        let computed = counted(self.counts(&printed.treaty, printed.on)?, printed.what);
        Some(Reconciled {
            treaty: printed.treaty.clone(),
            what: printed.what,
            on: printed.on,
            printed: printed.count,
            computed,
            holds: printed.count == computed,
            source: self.source_ref(at),
        })
    }

    /// The printed counts on record, with their entries.
    pub(crate) fn printed(&self) -> impl Iterator<Item = (At, &PrintedCount)> {
        self.shelf
            .printed
            .iter()
            .filter_map(|&at| Some((at, kinds::printed(self.record.body(at))?)))
    }

    /// The participants behind a count on a day, by code: every number opens.
    pub fn behind(
        &self,
        treaty: &TreatyId,
        what: Counted,
        on: Date,
    ) -> Option<Vec<treaty::ParticipantId>> {
        use crate::view::Standing;
        let under = self.under(treaty)?;
        let counts = under.bonds.iter().filter(|bond| {
            under.point_on(bond, on).is_some_and(|point| match what {
                Counted::Signatures => point.ties.signature_stands,
                Counted::Consents => point.ties.consent_stands,
                Counted::SignatoriesOnly => point.standing == Standing::Signatory,
                Counted::Parties => point.standing == Standing::Party,
            })
        });
        Some(counts.map(|bond| bond.by).collect())
    }
}

/// The computed count that a printed one is about.
fn counted(counts: Counts, what: Counted) -> u32 {
    match what {
        Counted::Signatures => counts.signatures,
        Counted::Consents => counts.consents,
        Counted::SignatoriesOnly => counts.signatories_only,
        Counted::Parties => counts.parties,
    }
}
