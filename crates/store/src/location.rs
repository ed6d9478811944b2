//! Where a ledger is: in files, or in a database.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use ledger::Store;

use people::Cabinet;

use crate::{
    Blobs, DatabaseError, DatabaseUrl, Documents, OpenError, Place, Postgres, PostgresCabinet,
    Sqlite, SqliteCabinet, SqliteCabinetError,
};

/// Where a ledger and its documents are.
#[derive(Debug, Clone)]
pub enum Location {
    /// In a data directory, or a ledger file with its documents beside it.
    Files(PathBuf),
    /// In a PostgreSQL database.
    Database(DatabaseUrl),
}

/// A ledger that was not opened, wherever it is.
#[derive(Debug, thiserror::Error)]
pub enum LocationError {
    /// In files.
    #[error(transparent)]
    Files(#[from] OpenError),
    /// In a database.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// What is known of persons, in its file.
    #[error(transparent)]
    People(#[from] SqliteCabinetError),
}

impl Location {
    /// Opens the ledger to read it; `None` if there is none.
    ///
    /// # Errors
    ///
    /// [`LocationError`]
    pub fn open_to_read(&self) -> Result<Option<Box<dyn Store>>, LocationError> {
        match self {
            Location::Files(path) => match Sqlite::open_read_only(path) {
                Ok(store) => Ok(Some(Box::new(store))),
                Err(OpenError::NotFound(_) | OpenError::Empty(_)) => Ok(None),
                Err(error) => Err(error.into()),
            },
            Location::Database(url) => match Postgres::open(url) {
                Ok(store) => Ok(Some(Box::new(store))),
                Err(DatabaseError::NoLedger(_)) => Ok(None),
                Err(error) => Err(error.into()),
            },
        }
    }

    /// Opens the ledger to read and write, or creates it if there is none.
    ///
    /// # Errors
    ///
    /// [`LocationError`]
    pub fn open_or_create(&self) -> Result<Box<dyn Store>, LocationError> {
        match self {
            Location::Files(path) => Ok(Box::new(open_or_create(path)?)),
            Location::Database(url) => Ok(Box::new(Postgres::open_or_create(url)?.0)),
        }
    }

    /// The documents of the ledger, which must be there already where it is in a database.
    ///
    /// # Errors
    ///
    /// [`LocationError`]
    pub fn documents(&self) -> Result<Box<dyn Documents>, LocationError> {
        match self {
            Location::Files(path) => Ok(Box::new(Blobs::at(Place::at(path).documents()))),
            Location::Database(url) => Ok(Box::new(Postgres::open(url)?)),
        }
    }
}

impl Location {
    /// What is known of persons, beside the ledger: in a file of its own, made if it is not there, or
    /// in a table of the database, in which there must be a ledger already.
    ///
    /// # Errors
    ///
    /// [`LocationError`]
    pub fn cabinet(&self) -> Result<Arc<dyn Cabinet>, LocationError> {
        match self {
            Location::Files(path) => {
                let file = Place::at(path).people();
                Ok(Arc::new(SqliteCabinet::open_or_create(file)?))
            }
            Location::Database(url) => Ok(Arc::new(PostgresCabinet::open(url)?)),
        }
    }

    /// As [`Location::cabinet`], but none is made where there is none.
    ///
    /// # Errors
    ///
    /// [`LocationError`]
    pub fn cabinet_if_any(&self) -> Result<Option<Arc<dyn Cabinet>>, LocationError> {
        let there = match self {
            Location::Files(path) => Place::at(path).people().exists(),
            Location::Database(url) => PostgresCabinet::is_in(url)?,
        };
        there.then(|| self.cabinet()).transpose()
    }
}

fn open_or_create(path: &PathBuf) -> Result<Sqlite, OpenError> {
    match Sqlite::open_or_create(path) {
        // Another process has just made the file and is about to write the tables.
        Err(OpenError::Empty(_)) => match Sqlite::create(path) {
            Err(OpenError::AlreadyThere(_)) => Sqlite::open(path),
            created => created,
        },
        opened => opened.map(|(store, _)| store),
    }
}

impl FromStr for Location {
    type Err = DatabaseError;

    /// An address of a database begins with `postgresql://`; anything else is a path.
    fn from_str(text: &str) -> Result<Location, DatabaseError> {
        if DatabaseUrl::looks_like_one(text) {
            return Ok(Location::Database(text.parse()?));
        }
        Ok(Location::Files(text.into()))
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Location::Files(path) => path.display().fmt(f),
            Location::Database(url) => url.fmt(f),
        }
    }
}
