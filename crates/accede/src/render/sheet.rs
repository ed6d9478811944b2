//! Rows for CSV.

use std::io::{self, Write};

/// A heading and rows, as CSV writes them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A sheet with a heading and no row.
    pub fn new(head: &[&'static str]) -> Sheet {
        Sheet {
            head: head.to_vec(),
            rows: Vec::new(),
        }
    }

    /// Adds a row, which has a cell for each heading.
    pub fn row(&mut self, cells: Vec<String>) {
        debug_assert_eq!(
            cells.len(),
            self.head.len(),
            "a cell for each of {:?}",
            self.head
        );
        self.rows.push(cells);
    }

    /// Writes it: RFC 4180, UTF-8, a heading, rows ended by a line feed.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut csv = csv::Writer::from_writer(out);
        csv.write_record(&self.head).map_err(io_error)?;
        for row in &self.rows {
            csv.write_record(row).map_err(io_error)?;
        }
        csv.flush()
    }
}

/// The error of writing inside a CSV error, so that a closed pipe is still known as one.
fn io_error(error: csv::Error) -> io::Error {
    let told = error.to_string();
    if let csv::ErrorKind::Io(error) = error.into_kind() {
        return error;
    }
    io::Error::other(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_commas_quotes_and_lines_are_quoted() {
        let mut sheet = Sheet::new(&["a", "b"]);
        sheet.row(vec!["x, y".into(), "say \"z\"\nnow".into()]);
        let mut out = Vec::new();
        sheet.write(&mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "a,b\n\"x, y\",\"say \"\"z\"\"\nnow\"\n"
        );
    }
}
