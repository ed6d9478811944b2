//! All tables in one SQLite database, with keys, indexes and views.
//!
//! Made in memory and given as bytes: no file is written here. The same dataset gives the same
//! bytes, since SQLite writes no time and no chance into a database that is filled in one order.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, MAIN_DB, ToSql, params_from_iter};

use crate::package::{ABOUT, LICENCE};
use crate::views::VIEWS;
use crate::{Cell, Column, Dataset, Filled, Kind, Table};

/// SQLite refused what was put into it, or memory did not suffice.
#[derive(Debug, thiserror::Error)]
#[error("the tables could not be put into a database")]
pub struct SqliteError(#[from] rusqlite::Error);

/// Columns people look by, beside keys and references.
const LOOKED_BY: [(&str, &str); 10] = [
    ("acts", "date"),
    ("acts", "act"),
    ("standings", "standing"),
    ("duties", "due"),
    ("duties", "standing"),
    ("memberships", "group"),
    ("names", "name"),
    ("statements", "date"),
    ("statements", "title"),
    ("roles", "role"),
];

pub(crate) fn database(dataset: &Dataset) -> Result<Vec<u8>, SqliteError> {
    let mut connection = Connection::open_in_memory()?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "user_version", 1)?;
    let filling = connection.transaction()?;
    filling.execute_batch(
        "CREATE TABLE metadata (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT",
    )?;
    for (key, value) in told(dataset) {
        filling.execute("INSERT INTO metadata VALUES (?1, ?2)", [key, &value])?;
    }
    for filled in dataset.tables() {
        filling.execute_batch(&created(filled.table))?;
        fill(&filling, filled)?;
        for index in indexes(filled.table) {
            filling.execute_batch(&index)?;
        }
    }
    for view in &VIEWS {
        filling.execute_batch(&format!("CREATE VIEW {} AS {}", view.name, view.sql))?;
    }
    filling.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

/// What the database is of.
fn told(dataset: &Dataset) -> [(&'static str, String); 7] {
    [
        ("about", ABOUT.to_owned()),
        ("licence", LICENCE.to_owned()),
        ("on", dataset.on.to_string()),
        ("known", dataset.known.to_string()),
        ("head", dataset.head.clone()),
        ("entries", dataset.entries.to_string()),
        ("version", dataset.version.to_owned()),
    ]
}

fn created(table: &Table) -> String {
    let mut lines: Vec<String> = table.columns.iter().map(column).collect();
    lines.push(format!(
        "PRIMARY KEY ({})",
        quoted(table.key.iter().copied())
    ));
    for to in table.refers {
        lines.push(format!(
            "FOREIGN KEY ({}) REFERENCES \"{}\" ({})",
            quoted(to.columns.iter().copied()),
            to.table,
            quoted(to.at.iter().copied())
        ));
    }
    format!(
        "CREATE TABLE \"{}\" (\n  {}\n) STRICT",
        table.name,
        lines.join(",\n  ")
    )
}

fn column(column: &Column) -> String {
    let kind = match column.kind {
        Kind::Integer | Kind::Boolean => "INTEGER",
        Kind::Text
        | Kind::Day
        | Kind::PartialDay
        | Kind::Moment
        | Kind::Code
        | Kind::Address => "TEXT",
    };
    let always = if column.always { " NOT NULL" } else { "" };
    let check = match column.kind {
        Kind::Boolean => format!(" CHECK (\"{}\" IN (0, 1))", column.name),
        Kind::Integer
        | Kind::Text
        | Kind::Day
        | Kind::PartialDay
        | Kind::Moment
        | Kind::Code
        | Kind::Address => String::new(),
    };
    format!("\"{}\" {kind}{always}{check}", column.name)
}

/// An index on each reference that the key does not begin with, and on what people look by.
fn indexes(table: &Table) -> Vec<String> {
    let refers = table.refers.iter().map(|to| to.columns.to_vec());
    let looked = LOOKED_BY
        .iter()
        .filter(|(name, _)| *name == table.name)
        .map(|(_, column)| vec![*column]);
    refers
        .chain(looked)
        .filter(|columns| !table.key.starts_with(columns))
        .map(|columns| {
            format!(
                "CREATE INDEX \"{0}_{1}\" ON \"{0}\" ({2})",
                table.name,
                columns.join("_"),
                quoted(columns.iter().copied())
            )
        })
        .collect()
}

fn fill(connection: &Connection, filled: &Filled) -> Result<(), rusqlite::Error> {
    let places = vec!["?"; filled.table.columns.len()].join(", ");
    let insert = format!("INSERT INTO \"{}\" VALUES ({places})", filled.table.name);
    let mut insert = connection.prepare(&insert)?;
    for row in &filled.rows {
        insert.execute(params_from_iter(row))?;
    }
    Ok(())
}

fn quoted<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<_> = names.map(|name| format!("\"{name}\"")).collect();
    names.join(", ")
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Cell::Nothing => ValueRef::Null,
            Cell::Text(text) => ValueRef::Text(text.as_bytes()),
            Cell::Integer(number) => ValueRef::Integer(*number),
            Cell::Boolean(yes) => ValueRef::Integer(i64::from(*yes)),
        }))
    }
}
