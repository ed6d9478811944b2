//! All tables in one SQLite database, with keys, indexes and views.
//!
//! Made in memory and given as bytes: no file is written here. The same dataset gives the same
//! bytes, since SQLite writes no time and no chance into a database that is filled in one order.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, MAIN_DB, ToSql, params_from_iter};

use crate::package::{ABOUT, LICENCE};
use crate::{Cell, Column, Dataset, Filled, Kind, Table};

/// SQLite refused what was put into it, or memory did not suffice.
#[derive(Debug, thiserror::Error)]
#[error("the tables could not be put into a database")]
pub struct SqliteError(#[from] rusqlite::Error);

/// A view over the tables.
pub(crate) struct View {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) what: &'static str,
    sql: &'static str,
}

/// The views. "The day" is that of `metadata`.
pub(crate) const VIEWS: [View; 6] = [
    View {
        name: "status",
        title: "Status on the day",
        what: "Where everybody stood on the day, with the treaty's short name: standings, ready to read.",
        sql: "SELECT s.treaty, t.short, s.iso3, s.name, s.standing, s.signed, s.consented, \
              s.consent_act, s.in_force, s.\"left\", s.uncertain \
              FROM standings s JOIN treaties t USING (treaty) WHERE s.standing <> 'none'",
    },
    View {
        name: "who_is_missing",
        title: "Who is missing",
        what: "States that could join on the day and whose consent did not stand, with whether they had signed or left.",
        sql: "SELECT s.treaty, t.short, s.iso3, s.name, s.standing, s.signed, s.\"left\", \
              s.intends_not_to_join \
              FROM standings s JOIN treaties t USING (treaty) \
              WHERE s.standing IN ('none', 'signatory', 'withdrawn')",
    },
    View {
        name: "joined_by_year",
        title: "Joined, by year",
        what: "How many consents that stood on the day were deposited in each year, and how many in all by its end.",
        sql: "SELECT treaty, substr(consented, 1, 4) AS year, count(*) AS joined, \
              sum(count(*)) OVER (PARTITION BY treaty ORDER BY substr(consented, 1, 4)) AS total \
              FROM standings WHERE standing IN ('party', 'contracting') AND consented IS NOT NULL \
              GROUP BY treaty, substr(consented, 1, 4)",
    },
    View {
        name: "annex2",
        title: "Annex 2 of the CTBT",
        what: "The 44 States whose ratification the entry into force of the CTBT requires, and what each lacked on the day.",
        sql: "SELECT r.iso3, r.name, r.standing, r.lacks, s.signed, s.consented \
              FROM required r LEFT JOIN standings s USING (treaty, iso3) WHERE r.treaty = 'ctbt'",
    },
    View {
        name: "overdue",
        title: "Overdue duties",
        what: "Duties whose day had passed on the day and of which a source says, or a complete record shows, that they were not done.",
        sql: "SELECT d.treaty, t.short, d.iso3, d.name, d.article, d.duty, d.due, d.entries \
              FROM duties d JOIN treaties t USING (treaty) WHERE d.standing = 'overdue'",
    },
    View {
        name: "acts_with_sources",
        title: "Acts with their sources",
        what: "Every act beside the document it was taken from.",
        sql: "SELECT a.entry, a.treaty, a.iso3, a.name, a.act, a.date, a.counts, a.disputed, \
              e.source, e.url, e.retrieved, e.place, e.confidence \
              FROM acts a JOIN entries e USING (entry)",
    },
];

/// Columns people look by, beside keys and references.
const LOOKED_BY: [(&str, &str); 7] = [
    ("acts", "date"),
    ("acts", "act"),
    ("standings", "standing"),
    ("duties", "due"),
    ("duties", "standing"),
    ("memberships", "group"),
    ("names", "name"),
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
            "FOREIGN KEY (\"{}\") REFERENCES \"{}\" (\"{}\")",
            to.column, to.table, to.at
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
    let refers = table.refers.iter().map(|to| to.column);
    let looked = LOOKED_BY
        .iter()
        .filter(|(name, _)| *name == table.name)
        .map(|(_, column)| *column);
    refers
        .chain(looked)
        .filter(|column| table.key.first() != Some(column))
        .map(|column| {
            format!(
                "CREATE INDEX \"{0}_{column}\" ON \"{0}\" (\"{column}\")",
                table.name
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
