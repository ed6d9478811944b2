//! Whom to approach next, as rows.

use super::{Sheet, Tabular, cell, joined, word};
use crate::view::{NextView, Signal};

impl Tabular for NextView {
    fn sheet(&self) -> Sheet {
        let first = [
            "treaty", "on", "known", "place", "iso3", "name", "standing", "points",
        ];
        let mut head: Vec<_> = first.iter().map(|&name| name.to_owned()).collect();
        head.extend(Signal::ALL.iter().map(ToString::to_string));
        head.extend(["messengers".to_owned(), "entries".to_owned()]);
        let mut sheet = Sheet::wide(head);
        for row in &self.rows {
            let mut cells = vec![
                self.treaty.to_string(),
                self.on.to_string(),
                self.known.to_string(),
                row.place.to_string(),
                row.iso3.to_string(),
                row.name.clone(),
                word(&row.standing),
                in_tenths(row.points),
            ];
            // What is not known is left empty; what is known and says nothing is 0.
            cells.extend(
                row.signals
                    .iter()
                    .map(|signal| cell(signal.value.map(|value| in_tenths(i32::from(value))))),
            );
            cells.push(joined(row.messengers.iter().map(|one| one.iso3), " "));
            cells.push(joined(row.entries().into_iter(), " "));
            sheet.row(cells);
        }
        sheet
    }
}

/// Tenths as a decimal number: `11.4`, `-0.5`, `3.0`.
pub fn in_tenths(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}
