//! The status of a treaty at the end of a day: how many, what entry into force still needs, and the table of all.

use jiff::civil::Date;
use treaty::{Lang, TreatyId};

use super::{part, passage};
use crate::view::{PassageForm, ReportKind, ReportView};
use crate::world::World;

impl World {
    /// Where everybody stood under a treaty at the end of a day, as a table with its sums. `None`: there is no
    /// such treaty.
    pub fn report_status(&self, treaty: &TreatyId, on: Date, lang: Lang) -> Option<ReportView> {
        let frame = self.frame(treaty, on, on, lang)?;
        let mut passages = Vec::new();
        passages.extend(passage(
            "status",
            PassageForm::Numbered,
            frame.totals(on).into_iter().collect(),
        ));
        passages.extend(passage("force", PassageForm::Numbered, frame.force(on)));
        let parts = part("status", "report-part-status", passages);
        let annexes = frame.status_table(on).into_iter().collect();
        let parts = parts.into_iter().collect();
        Some(frame.view(ReportKind::Status, Vec::new(), parts, annexes))
    }
}
