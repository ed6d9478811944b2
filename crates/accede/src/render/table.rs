//! A table for people: aligned, fitted to the terminal, readable without colour.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::failure::printable;

/// A column: its title and how its cells stand.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    title: &'static str,
    right: bool,
    wraps: bool,
}

impl Column {
    /// Text that is kept on one line.
    pub fn text(title: &'static str) -> Column {
        Column {
            title,
            right: false,
            wraps: false,
        }
    }

    /// Text that may be broken between words where the terminal is narrow.
    pub fn prose(title: &'static str) -> Column {
        Column {
            title,
            right: false,
            wraps: true,
        }
    }

    /// A number, aligned to the right.
    pub fn number(title: &'static str) -> Column {
        Column {
            title,
            right: true,
            wraps: false,
        }
    }
}

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

/// Between two columns.
const GUTTER: usize = 2;
/// No column of prose is made narrower.
const NARROWEST: usize = 12;

impl Table {
    /// A table without rows.
    pub fn new(columns: Vec<Column>) -> Table {
        Table {
            columns,
            rows: Vec::new(),
        }
    }

    /// Adds a row, which has a cell for each column.
    pub fn row(&mut self, cells: Vec<String>) {
        debug_assert_eq!(cells.len(), self.columns.len());
        // Tabs and line feeds inside a cell would break the alignment.
        self.rows.push(
            cells
                .iter()
                .map(|cell| printable(cell).replace(['\n', '\t'], " "))
                .collect(),
        );
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes it. Columns that are empty throughout are left out. Where it is wider than `width`,
    /// prose is broken between words; what then still does not fit runs over, since nothing of a
    /// record may be cut off silently.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn write(&self, out: &mut dyn Write, width: Option<usize>) -> io::Result<()> {
        let used: Vec<usize> = (0..self.columns.len())
            .filter(|&at| self.rows.iter().any(|row| !row[at].is_empty()))
            .collect();
        let widths = self.widths(&used, width);
        let titles: Vec<String> = self.columns.iter().map(|c| c.title.to_owned()).collect();
        self.line(out, &used, &widths, &titles)?;
        let rules: Vec<String> = used.iter().zip(&widths).fold(
            vec![String::new(); self.columns.len()],
            |mut rules, (&at, &width)| {
                rules[at] = "-".repeat(width);
                rules
            },
        );
        self.line(out, &used, &widths, &rules)?;
        self.rows
            .iter()
            .try_for_each(|row| self.line(out, &used, &widths, row))
    }

    /// How wide each used column is.
    fn widths(&self, used: &[usize], width: Option<usize>) -> Vec<usize> {
        let mut widths: Vec<usize> = used
            .iter()
            .map(|&at| {
                let cells = self.rows.iter().map(|row| width_of(&row[at]));
                cells
                    .max()
                    .unwrap_or(0)
                    .max(width_of(self.columns[at].title))
            })
            .collect();
        let Some(room) = width else { return widths };
        let total = |widths: &[usize]| {
            widths.iter().sum::<usize>() + GUTTER * used.len().saturating_sub(1)
        };
        while total(&widths) > room {
            let widest = (0..used.len())
                .filter(|&n| self.columns[used[n]].wraps && widths[n] > NARROWEST)
                .max_by_key(|&n| widths[n]);
            match widest {
                Some(n) => widths[n] -= 1,
                None => break,
            }
        }
        widths
    }

    /// One row, over as many lines as its prose needs.
    fn line(
        &self,
        out: &mut dyn Write,
        used: &[usize],
        widths: &[usize],
        cells: &[String],
    ) -> io::Result<()> {
        let parts: Vec<Vec<String>> = used
            .iter()
            .zip(widths)
            .map(|(&at, &width)| match self.columns[at].wraps {
                true => wrap(&cells[at], width),
                false => vec![cells[at].clone()],
            })
            .collect();
        let height = parts.iter().map(Vec::len).max().unwrap_or(0).max(1);
        for nth in 0..height {
            let mut text = String::new();
            for (n, part) in parts.iter().enumerate() {
                let cell = part.get(nth).map_or("", String::as_str);
                let blank = " ".repeat(widths[n].saturating_sub(width_of(cell)));
                let gutter = " ".repeat(if n == 0 { 0 } else { GUTTER });
                match self.columns[used[n]].right {
                    true => text.extend([gutter.as_str(), &blank, cell]),
                    false => text.extend([gutter.as_str(), cell, &blank]),
                }
            }
            writeln!(out, "{}", text.trim_end())?;
        }
        Ok(())
    }
}

/// How many columns of a terminal `text` takes: two for a Chinese character, none for an accent.
pub fn width_of(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// `text` broken between words into lines of at most `room` columns; a longer word stays whole.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        let wide = width_of(line) + usize::from(!line.is_empty()) + width_of(word);
        if !line.is_empty() && wide > room {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(table: &Table, width: Option<usize>) -> String {
        let mut out = Vec::new();
        table.write(&mut out, width).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn example() -> Table {
        let mut table = Table::new(vec![
            Column::prose("State"),
            Column::number("Count"),
            Column::text("Left"),
        ]);
        table.row(vec![
            "Saint Vincent and the Grenadines".into(),
            "7".into(),
            String::new(),
        ]);
        table.row(vec!["中国".into(), "112".into(), String::new()]);
        table
    }

    #[test]
    fn columns_are_aligned_and_empty_ones_left_out() {
        let expected = "\
State                             Count
--------------------------------  -----
Saint Vincent and the Grenadines      7
中国                                112
";
        assert_eq!(shown(&example(), None), expected);
    }

    #[test]
    fn prose_is_broken_between_words_to_fit_the_terminal() {
        let expected = "\
State               Count
------------------  -----
Saint Vincent and       7
the Grenadines
中国                  112
";
        assert_eq!(shown(&example(), Some(25)), expected);
    }

    #[test]
    fn nothing_is_cut_off_where_it_does_not_fit() {
        let mut table = Table::new(vec![Column::text("Address")]);
        table.row(vec!["a-very-long-address-without-blanks".into()]);
        assert!(shown(&table, Some(10)).contains("a-very-long-address-without-blanks"));
    }
}
