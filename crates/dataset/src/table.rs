//! What a table is: written once, and rendered as CSV, as a data package and as SQL.

use jiff::civil::Date;
use world::World;

use crate::Cell;

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its name: of the file, of the resource, of the table in SQLite.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What a row is, and what is to be known about it.
    pub what: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// The columns that name a row.
    pub key: &'static [&'static str],
    /// The columns that name a row of another table.
    pub refers: &'static [Reference],
    /// Its rows.
    pub(crate) rows: fn(&World, Date) -> Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it is never empty.
    pub always: bool,
    /// What it says.
    pub what: &'static str,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// Yes or no; in SQLite 1 and 0.
    Boolean,
    /// A day.
    Day,
    /// A day, or a month or year where only that is known: `2015-03-01`, `2015-03`, `2015`.
    PartialDay,
    /// A moment, in UTC.
    Moment,
    /// A three-letter code.
    Code,
    /// An address of the web.
    Address,
}

/// Columns that name a row of another table. Where one of them is empty, no row is named.
#[derive(Debug)]
pub struct Reference {
    /// The columns.
    pub columns: &'static [&'static str],
    /// The table.
    pub table: &'static str,
    /// Its columns, in the same order.
    pub at: &'static [&'static str],
}

/// A column that is never empty.
pub(crate) const fn always(name: &'static str, kind: Kind, what: &'static str) -> Column {
    Column {
        name,
        kind,
        always: true,
        what,
    }
}

/// A column that may be empty.
pub(crate) const fn perhaps(name: &'static str, kind: Kind, what: &'static str) -> Column {
    Column {
        name,
        kind,
        always: false,
        what,
    }
}

/// Columns that name a row of another table.
pub(crate) const fn refers(
    columns: &'static [&'static str],
    table: &'static str,
    at: &'static [&'static str],
) -> Reference {
    Reference { columns, table, at }
}
