//! What is known of persons, in a file beside the ledger.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use people::cabinet::{Becomes, Cabinet, CabinetError, Change, Drawer, Sheet};
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, TransactionBehavior};

use crate::open::{PATIENCE, flags, switch_to_log};
use crate::private;

/// The `application_id` of a file of persons: `ACCP`.
const APPLICATION_ID: i32 = 0x4143_4350;
/// The format that this program writes, and the highest that it reads.
const FORMAT: i32 = 1;

/// The tables. `commits` has one row: how many commits there were, which gives each its number.
const TABLES: &str = "
CREATE TABLE sheets (
    drawer  TEXT NOT NULL,
    key     TEXT NOT NULL,
    version INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (drawer, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE commits (last INTEGER NOT NULL) STRICT;
INSERT INTO commits (last) VALUES (0);
";

/// A cabinet in an SQLite file that its owner alone may read. What is erased is overwritten.
///
/// Any number of threads and processes may have the same file open. One writes at a time; the others
/// wait up to five seconds. Reading never waits for a writer: it has a connection of its own.
#[derive(Debug)]
pub struct SqliteCabinet {
    path: PathBuf,
    reading: Mutex<Connection>,
    writing: Mutex<Connection>,
}

/// A cabinet that was not opened, or did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum SqliteCabinetError {
    /// The system does not let us.
    #[error("there is no permission to {what} `{}`", path.display())]
    Denied {
        /// The file or directory.
        path: PathBuf,
        /// What was attempted.
        what: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// Some other file.
    #[error("`{}` is not what accede keeps about people: {what}", path.display())]
    NotOurs {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: &'static str,
    },
    /// Written by a newer program.
    #[error(
        "`{}` is in format {found}, and this program knows formats up to {FORMAT}; use a newer version of the program",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: i32,
    },
    /// Nothing may be written there.
    #[error("`{}`, or the directory it lies in, must not be written to", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// No room.
    #[error("the disk with `{}` is full; make room and try again", path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The file is damaged.
    #[error("`{}` is damaged; restore a backup", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// Another process took too long.
    #[error("another program is writing to `{}`; try again when it has finished", path.display())]
    Locked {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// Anything else.
    #[error("the database `{}` failed", path.display())]
    Other {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
}

impl SqliteCabinetError {
    fn of(path: &Path, source: rusqlite::Error) -> SqliteCabinetError {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                SqliteCabinetError::Locked { path, source }
            }
            Some(ErrorCode::DiskFull) => SqliteCabinetError::DiskFull { path, source },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                SqliteCabinetError::ReadOnly { path, source }
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                SqliteCabinetError::Damaged { path, source }
            }
            Some(_) | None => SqliteCabinetError::Other { path, source },
        }
    }
}

/// Two threads of one process do not open the same file in the same moment: the system forgets the
/// locks that a process has on a file when any of its handles is closed, and a new file is created
/// with a handle of its own.
static OPENING: Mutex<()> = Mutex::new(());

impl SqliteCabinet {
    /// Opens the file, or creates it. From then on its owner alone may read it.
    ///
    /// # Errors
    ///
    /// [`SqliteCabinetError`]
    pub fn open_or_create(path: impl AsRef<Path>) -> Result<SqliteCabinet, SqliteCabinetError> {
        let path = path.as_ref();
        let _one_at_a_time = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
        create_for_owner(path)?;
        let failed = |error| SqliteCabinetError::of(path, error);
        let flags = flags() | OpenFlags::SQLITE_OPEN_READ_WRITE;
        let mut connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        lay_out(&mut connection).map_err(failed)?;
        recognise(&connection, path)?;
        settle(&connection).map_err(failed)?;
        let reading = Connection::open_with_flags(path, flags).map_err(failed)?;
        reading.busy_timeout(PATIENCE).map_err(failed)?;
        settle(&reading).map_err(failed)?;
        reading
            .pragma_update(None, "query_only", true)
            .map_err(failed)?;
        Ok(SqliteCabinet {
            path: path.to_owned(),
            reading: Mutex::new(reading),
            writing: Mutex::new(connection),
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn trouble(&self, what: &'static str, error: rusqlite::Error) -> CabinetError {
        let source = Box::new(SqliteCabinetError::of(&self.path, error));
        CabinetError::Trouble { what, source }
    }
}

/// Creates an empty file that only its owner may read, and takes the right to read an old one from
/// everybody else. The files that SQLite puts beside it get the same rights.
fn create_for_owner(path: &Path) -> Result<(), SqliteCabinetError> {
    let denied = |what| {
        move |source| SqliteCabinetError::Denied {
            path: path.to_owned(),
            what,
            source,
        }
    };
    if let Some(directory) = path.parent() {
        private::create_dir_all(directory).map_err(denied("create"))?;
    }
    match private::options().create_new(true).open(path) {
        Ok(_new) => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(denied("create")(error)),
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path)
            .map_err(denied("read"))?
            .permissions()
            .mode();
        if mode & 0o077 != 0 {
            fs::set_permissions(path, fs::Permissions::from_mode(0o600))
                .map_err(denied("keep others from reading"))?;
        }
    }
    Ok(())
}

/// Writes the tables into an empty file. Of two processes one does.
fn lay_out(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate);
    let transaction = match transaction {
        Ok(transaction) => transaction,
        // What cannot be written was laid out before, or says so at the first commit.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ReadOnly) => return Ok(()),
        Err(error) => return Err(error),
    };
    let tables: i64 =
        transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables == 0 {
        transaction.execute_batch(TABLES)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", FORMAT)?;
    }
    transaction.commit()
}

fn recognise(connection: &Connection, path: &Path) -> Result<(), SqliteCabinetError> {
    let number = |name: &str| {
        connection
            .pragma_query_value(None, name, |row| row.get::<_, i32>(0))
            .map_err(|error| SqliteCabinetError::of(path, error))
    };
    let path = path.to_owned();
    match (number("application_id")?, number("user_version")?) {
        (APPLICATION_ID, FORMAT) => Ok(()),
        (APPLICATION_ID, found) if found > FORMAT => {
            Err(SqliteCabinetError::Newer { path, found })
        }
        (APPLICATION_ID, _) => Err(SqliteCabinetError::NotOurs {
            path,
            what: "its format is none that ever was",
        }),
        (_, _) => Err(SqliteCabinetError::NotOurs {
            path,
            what: "it is the database of another program",
        }),
    }
}

/// Settings of the connection: what is committed is on the disk, and what is removed is overwritten.
fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    switch_to_log(connection)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "secure_delete", true)
}

/// A thread that panicked with a connection left no transaction behind: dropping one undoes it.
fn taken(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Cabinet for SqliteCabinet {
    fn read(&self, drawer: Drawer, key: &str) -> Result<Option<Sheet>, CabinetError> {
        let connection = taken(&self.reading);
        let read = connection
            .prepare_cached(
                "SELECT version, content FROM sheets WHERE drawer = ?1 AND key = ?2",
            )
            .and_then(|mut select| {
                select
                    .query_row((drawer.as_str(), key), |row| sheet(row, 0))
                    .optional()
            });
        read.map_err(|error| self.trouble("read", error))
    }

    fn list(&self, drawer: Drawer, prefix: &str) -> Result<Vec<(String, Sheet)>, CabinetError> {
        let connection = taken(&self.reading);
        let list = connection
            .prepare_cached(
                "SELECT key, version, content FROM sheets \
                 WHERE drawer = ?1 AND key >= ?2 AND substr(key, 1, length(?2)) = ?2 \
                 ORDER BY key",
            )
            .and_then(|mut select| {
                let rows = select.query_map((drawer.as_str(), prefix), |row| {
                    Ok((row.get(0)?, sheet(row, 1)?))
                })?;
                rows.collect::<rusqlite::Result<Vec<_>>>()
            });
        list.map_err(|error| self.trouble("read", error))
    }

    fn commit(&self, changes: &[Change]) -> Result<(), CabinetError> {
        if changes.is_empty() {
            return Ok(());
        }
        let mut connection = taken(&self.writing);
        let made = made(&mut connection, changes);
        match made.map_err(|error| self.trouble("written", error))? {
            Made::Conflict => Err(CabinetError::Conflict),
            Made::All => {
                if changes.iter().any(forgets) {
                    // The log still has what was overwritten. Where somebody is just reading, the
                    // next one does it.
                    let _busy =
                        connection
                            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_row| Ok(()));
                }
                Ok(())
            }
        }
    }
}

/// What became of a commit.
enum Made {
    All,
    Conflict,
}

fn made(connection: &mut Connection, changes: &[Change]) -> rusqlite::Result<Made> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    {
        let mut select = transaction
            .prepare_cached("SELECT version FROM sheets WHERE drawer = ?1 AND key = ?2")?;
        for change in changes {
            let at = (change.drawer.as_str(), change.key.as_str());
            let version: Option<i64> = select.query_row(at, |row| row.get(0)).optional()?;
            if version.map(i64::cast_unsigned) != change.seen {
                return Ok(Made::Conflict);
            }
        }
    }
    transaction.execute("UPDATE commits SET last = last + 1", [])?;
    for change in changes {
        let at = (change.drawer.as_str(), change.key.as_str());
        match &change.becomes {
            Becomes::Content(content) => {
                transaction
                    .prepare_cached(
                        "INSERT INTO sheets (drawer, key, version, content) \
                         VALUES (?1, ?2, (SELECT last FROM commits), ?3) \
                         ON CONFLICT (drawer, key) \
                         DO UPDATE SET version = excluded.version, content = excluded.content",
                    )?
                    .execute((at.0, at.1, content))?;
            }
            Becomes::Removed => {
                transaction
                    .prepare_cached("DELETE FROM sheets WHERE drawer = ?1 AND key = ?2")?
                    .execute(at)?;
            }
            Becomes::Same => {}
        }
    }
    transaction.commit()?;
    Ok(Made::All)
}

fn sheet(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Sheet> {
    Ok(Sheet {
        version: row.get::<_, i64>(first)?.cast_unsigned(),
        content: row.get(first + 1)?,
    })
}

/// Whether a change makes something about a person forgotten, or a secret that nothing else hides.
fn forgets(change: &Change) -> bool {
    let had = change.seen.is_some() && change.becomes != Becomes::Same;
    had && match change.drawer {
        Drawer::Persons
        | Drawer::Credentials
        | Drawer::ByEmail
        | Drawer::ByIssuer
        | Drawer::Passkeys
        | Drawer::Invitations
        | Drawer::Errands
        | Drawer::Trays
        | Drawer::TrayParts => true,
        Drawer::Challenges
        | Drawer::Sessions
        | Drawer::Tokens
        | Drawer::Throttles
        | Drawer::Trail
        | Drawer::Settings => false,
    }
}
