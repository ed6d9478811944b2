#![doc = include_str!("../README.md")]

mod cell;
mod datasette;
mod package;
mod rows;
mod rows_said;
mod rows_standing;
mod sqlite;
mod table;
mod tables;
mod tables_said;
mod views;

use jiff::civil::Date;
use serde_json::Value;
use world::World;

pub use cell::Cell;
pub use sqlite::SqliteError;
pub use table::{Column, Kind, Reference, Table};
pub use tables::TABLES;

/// The public record as tables, on one day. The same world and day give the same bytes.
#[derive(Debug)]
pub struct Dataset {
    /// The legal day of what depends on one.
    pub on: Date,
    /// The moment of knowledge.
    pub known: jiff::Timestamp,
    /// The link of the head behind the tables.
    pub head: String,
    /// How many entries it rests on.
    pub entries: u64,
    /// The version of the program that made it.
    pub version: &'static str,
    filled: Vec<Filled>,
}

/// A table with its rows.
#[derive(Debug)]
pub struct Filled {
    /// What the table is.
    pub table: &'static Table,
    /// Its rows, in its own order.
    pub rows: Vec<Vec<Cell>>,
}

impl Dataset {
    /// The tables of a world on a day.
    pub fn new(world: &World, on: Date) -> Dataset {
        let head = world.head();
        Dataset {
            on,
            known: world.known(),
            head: head.link,
            entries: head.entries,
            version: env!("CARGO_PKG_VERSION"),
            filled: TABLES
                .iter()
                .map(|table| Filled {
                    table,
                    rows: (table.rows)(world, on),
                })
                .collect(),
        }
    }

    /// The tables, each after those it refers to.
    pub fn tables(&self) -> &[Filled] {
        &self.filled
    }

    /// A table by name.
    pub fn table(&self, name: &str) -> Option<&Filled> {
        self.filled.iter().find(|filled| filled.table.name == name)
    }

    /// The data package (Data Package 2.0): what the files beside it are.
    pub fn package(&self) -> Value {
        package::package(self)
    }

    /// What Datasette shows beside the tables.
    pub fn datasette(&self) -> Value {
        datasette::metadata(self)
    }

    /// All tables as one SQLite database, with views over them.
    ///
    /// # Errors
    ///
    /// [`SqliteError`] if SQLite refuses a row, or memory does not suffice.
    pub fn sqlite(&self) -> Result<Vec<u8>, SqliteError> {
        sqlite::database(self)
    }
}

impl Filled {
    /// RFC 4180, UTF-8, with a heading.
    pub fn csv(&self) -> Vec<u8> {
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let head = self.table.columns.iter().map(|column| column.name);
        let written = out.write_record(head).and_then(|()| {
            self.rows.iter().try_for_each(|row| {
                out.write_record(row.iter().map(|cell| cell.text().into_owned()))
            })
        });
        written.expect("rows have as many cells as the heading, and memory does not fail");
        out.into_inner().expect("writing to memory does not fail")
    }
}
