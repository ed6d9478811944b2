//! A value in a table.

use std::borrow::Cow;
use std::fmt::Display;

use serde::Serialize;

/// A value in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known, or nothing applies.
    Nothing,
    /// Text, a date, a word.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
}

impl Cell {
    /// As it stands in CSV.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Nothing => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Integer(number) => Cow::Owned(number.to_string()),
            Cell::Boolean(true) => Cow::Borrowed("true"),
            Cell::Boolean(false) => Cow::Borrowed("false"),
        }
    }
}

/// A value as text. Blank is nothing.
pub(crate) fn text(value: impl Display) -> Cell {
    let text = value.to_string();
    if text.is_empty() {
        Cell::Nothing
    } else {
        Cell::Text(text)
    }
}

/// A value that may be missing.
pub(crate) fn perhaps(value: Option<impl Display>) -> Cell {
    value.map_or(Cell::Nothing, text)
}

/// The word by which a value goes in JSON.
pub(crate) fn word(value: &impl Serialize) -> Cell {
    text(world::sheet::word(value))
}

/// A whole number.
pub(crate) fn number(value: impl TryInto<i64>) -> Cell {
    value.try_into().map_or(Cell::Nothing, Cell::Integer)
}

/// The number of an entry. The tables are of the public record, where every entry has one.
pub(crate) fn entry(number_of: Option<u64>) -> Cell {
    number_of.map_or(Cell::Nothing, number)
}

/// Several values in one cell, with `; ` between them.
pub(crate) fn several(values: impl IntoIterator<Item = impl Display>) -> Cell {
    let values: Vec<_> = values.into_iter().map(|value| value.to_string()).collect();
    text(values.join("; "))
}
