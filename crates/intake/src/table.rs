//! From the raw cells of a table to headings and rows.

use crate::error::{Position, ReadError, What};
use crate::heading::{self, Column};
use crate::markup::{Marked, one_line};
use crate::page::{Cell, Heading, Page, Place, Row, SpecialTable};

/// A row as it stands in the file.
#[derive(Debug, Clone)]
pub(crate) struct RawRow {
    pub(crate) cells: Vec<RawCell>,
    pub(crate) line: Option<usize>,
}

/// A cell as it stands in the file.
#[derive(Debug, Clone)]
pub(crate) struct RawCell {
    pub(crate) marked: Marked,
}

/// Whether a heading is that of the participants' names.
pub(crate) fn is_participant(heading: &str) -> bool {
    matches!(
        heading::classify(&one_line(heading)),
        Ok(Column::Participant)
    )
}

/// Reads the table of participants: its first row are the headings.
pub(crate) fn participants(
    file: &str,
    rows: &[RawRow],
    page: &mut Page,
) -> Result<(), ReadError> {
    let Some((head, rows)) = rows.split_first() else {
        return Err(ReadError::new(file, What::NoTable));
    };
    page.columns = headings(file, head)?;
    let Some(names) = page
        .columns
        .iter()
        .position(|h| h.column == Column::Participant)
    else {
        return Err(ReadError::new(file, What::NoTable));
    };
    if page.columns.len() < 2 {
        return Err(ReadError::new(file, What::NoTable));
    }
    for (at, raw) in rows.iter().enumerate() {
        let place = Place {
            row: at + 1,
            line: raw.line,
        };
        if raw
            .cells
            .iter()
            .all(|cell| one_line(&cell.marked.text).is_empty())
        {
            continue;
        }
        if raw.cells.len() > page.columns.len() {
            let what = What::Malformed {
                what: format!(
                    "a row has {} cells under {} headings",
                    raw.cells.len(),
                    page.columns.len()
                ),
                value: raw
                    .cells
                    .iter()
                    .map(|cell| one_line(&cell.marked.text))
                    .collect::<Vec<_>>()
                    .join(" | "),
            };
            return Err(ReadError {
                file: file.to_owned(),
                what,
                at: position(raw.line),
            });
        }
        page.rows.push(row(raw, names, place));
    }
    if page.rows.is_empty() {
        // An empty table must never be read as "all parties left".
        return Err(ReadError::new(file, What::NoTable));
    }
    Ok(())
}

fn position(line: Option<usize>) -> Option<Position> {
    line.map(|line| Position { line, column: 1 })
}

fn headings(file: &str, head: &RawRow) -> Result<Vec<Heading>, ReadError> {
    head.cells
        .iter()
        .map(|cell| {
            let text = one_line(&cell.marked.text);
            match heading::classify(&text) {
                Ok(column) => Ok(Heading { text, column }),
                Err(unclear) => Err(ReadError {
                    file: file.to_owned(),
                    what: What::UnknownHeading {
                        heading: text,
                        why: unclear.why,
                    },
                    at: position(head.line),
                }),
            }
        })
        .collect()
}

fn row(raw: &RawRow, names: usize, place: Place) -> Row {
    let empty = Marked::default();
    let name = raw.cells.get(names).map_or(&empty, |cell| &cell.marked);
    let printed = one_line(&name.text);
    let inner = printed
        .strip_prefix('[')
        .and_then(|inner| inner.strip_suffix(']'));
    let cells = raw
        .cells
        .iter()
        .enumerate()
        .filter(|(column, _)| *column != names)
        .map(|(column, cell)| Cell {
            column,
            text: one_line(&cell.marked.text),
            notes: cell.marked.notes.clone(),
        })
        .collect();
    Row {
        name: inner.unwrap_or(&printed).trim().to_owned(),
        notes: name.notes.clone(),
        bracketed: inner.is_some(),
        cells,
        place,
    }
}

/// Takes the table of participants from a special table, for treaties that have no other: the
/// first whose headings are all known.
pub(crate) fn from_special(file: &str, page: &mut Page) -> Result<(), ReadError> {
    let mut refusal = None;
    for at in 0..page.tables.len() {
        let rows = raw(&page.tables[at]);
        match participants(file, &rows, page) {
            Ok(()) => {
                page.tables.remove(at);
                return Ok(());
            }
            Err(error) => refusal = refusal.or(Some(error)),
        }
    }
    Err(refusal.unwrap_or_else(|| ReadError::new(file, What::NoTable)))
}

fn raw(table: &SpecialTable) -> Vec<RawRow> {
    let cell = |text: &String| RawCell {
        marked: Marked {
            text: text.clone(),
            notes: Vec::new(),
        },
    };
    let head = RawRow {
        cells: table.headings.iter().map(cell).collect(),
        line: None,
    };
    let rows = table.rows.iter().map(|row| {
        let mut cells: Vec<RawCell> = row.cells.iter().map(cell).collect();
        if let Some(first) = cells.first_mut() {
            first.marked.notes.clone_from(&row.notes);
        }
        RawRow {
            cells,
            line: row.place.line,
        }
    });
    std::iter::once(head).chain(rows).collect()
}
