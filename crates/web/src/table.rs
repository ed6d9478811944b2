//! A view's table as CSV (RFC 4180, UTF-8, with a header).

use std::fmt::Display;

/// Rows under a header.
pub(crate) struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(header: &'static [&'static str]) -> Table {
        Table::wide(header.iter().map(|name| (*name).to_owned()).collect())
    }

    /// A table whose columns depend on the view.
    pub(crate) fn wide(header: Vec<String>) -> Table {
        Table {
            header,
            rows: Vec::new(),
        }
    }

    /// Adds a row; it has as many cells as the header.
    pub(crate) fn row(&mut self, row: Vec<String>) {
        debug_assert_eq!(row.len(), self.header.len(), "{row:?}");
        self.rows.push(row);
    }

    pub(crate) fn to_csv(&self) -> Vec<u8> {
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let written = out
            .write_record(&self.header)
            .and_then(|()| self.rows.iter().try_for_each(|row| out.write_record(row)));
        written.expect("rows have as many cells as the header, and memory does not fail");
        out.into_inner().expect("writing to memory does not fail")
    }
}

/// A value that may be missing, as a cell.
pub(crate) fn cell(value: Option<impl Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
