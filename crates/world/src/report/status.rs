//! The status of a treaty at the end of a day: how many, what entry into force still needs, and the table of all.

use super::{Frame, Made, part, passage};
use crate::view::PassageForm;

impl Frame<'_> {
    /// Where everybody stood under the treaty at the end of the day, as a table with its sums.
    pub(super) fn status(&self) -> Made {
        let on = self.to;
        let mut passages = Vec::new();
        passages.extend(passage(
            "status",
            PassageForm::Numbered,
            self.totals(on).into_iter().collect(),
        ));
        passages.extend(passage("force", PassageForm::Numbered, self.force(on)));
        Made {
            by: Vec::new(),
            parts: part("status", "report-part-status", passages)
                .into_iter()
                .collect(),
            annexes: self.status_table(on).into_iter().collect(),
        }
    }
}
