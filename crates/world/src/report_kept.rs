//! Which reports are kept, and as what. The documents themselves are made from the world of those for whom they
//! are, which is not always the one in which this is asked.

use std::collections::BTreeSet;

use crate::kinds;
use crate::record::At;
use crate::view::{KeptReport, KeptReportsView};
use crate::world::World;

impl World {
    /// The reports that are kept, the one changed last first.
    pub fn kept_reports(&self) -> KeptReportsView {
        let mut reports = self.all_kept_reports();
        reports.sort_by_key(|one| std::cmp::Reverse((one.changed, one.entry)));
        KeptReportsView {
            known: self.known,
            head: self.head(),
            reports,
        }
    }

    /// The report that is kept under a name, or by the entry of that name.
    pub fn kept_report(&self, name: &str) -> Option<KeptReport> {
        let all = self.all_kept_reports();
        let by_name = all.iter().position(|one| one.name == name);
        let by_entry = || all.iter().position(|one| one.entry.to_string() == name);
        let at = by_name.or_else(by_entry)?;
        all.into_iter().nth(at)
    }

    /// In the order of recording, of which the first of a name has it.
    fn all_kept_reports(&self) -> Vec<KeptReport> {
        let mut taken = BTreeSet::new();
        let shelf = self.shelf.reports.iter();
        let told = shelf.filter_map(|&at| {
            let mut one = self.kept_report_at(at)?;
            if !taken.insert(one.name.clone()) {
                one.name = one.entry.to_string();
            }
            Some(one)
        });
        told.collect()
    }

    fn kept_report_at(&self, at: At) -> Option<KeptReport> {
        let report = kinds::report(self.record.body(at))?;
        let (first, worded) = (self.record.get(at), self.record.worded_by(at));
        Some(KeptReport {
            name: report.report.clone(),
            entry: first.name(),
            worded: self.record.name(worded),
            audience: first.entry.audience.clone(),
            kept: first.entry.recorded,
            changed: self.record.get(worded).entry.recorded,
            disputed: self.doubt(at),
            source: self.source_ref(at),
            report: report.clone(),
        })
    }
}
