//! What is known of persons, in the database of the ledger.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use people::cabinet::{Becomes, Cabinet, CabinetError, Change, Drawer, Sheet};
use postgres::{GenericClient, Row};

use super::{DatabaseError, DatabaseUrl, Postgres};

/// The table, and the numbers of commits, of which none is given twice.
const TABLES: &str = "
CREATE TABLE IF NOT EXISTS accede.sheets (
    drawer  text NOT NULL,
    key     text COLLATE \"C\" NOT NULL,
    version bigint NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (drawer, key)
);
CREATE SEQUENCE IF NOT EXISTS accede.sheet_commits;";

/// Whether they are laid out.
const IS_THERE: &str = "SELECT to_regclass('accede.sheets') IS NOT NULL";

/// Makes a transaction the only one that changes sheets, as for the ledger: see `LOCK` there. A lock on
/// each row would not do, for a commit may rest on a sheet not being there; and serializable
/// transactions over so small a table refuse those who do not touch the same sheet.
const LOCK: &str = "
SET LOCAL lock_timeout = '10s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
SELECT set_config('synchronous_commit', 'on', true)
    WHERE current_setting('synchronous_commit') = 'off';
SELECT pg_advisory_xact_lock(1094927172, 2);";

/// A cabinet in a table of the ledger's database, for several nodes.
///
/// It has two connections, so that reading does not wait for a commit that waits for another node. It
/// waits for the server where it is called: call it from a thread that may wait, not from one of an
/// asynchronous runtime.
pub struct PostgresCabinet {
    reading: Mutex<Postgres>,
    writing: Mutex<Postgres>,
}

impl fmt::Debug for PostgresCabinet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PostgresCabinet({})", taken(&self.reading).url())
    }
}

impl PostgresCabinet {
    /// Opens the cabinet in the database of a ledger, which must be there. The table is laid out if
    /// it is not.
    ///
    /// # Errors
    ///
    /// [`DatabaseError`]
    pub fn open(url: &DatabaseUrl) -> Result<PostgresCabinet, DatabaseError> {
        let mut writing = Postgres::open(url)?;
        writing.lock = LOCK;
        writing.ask(|client| {
            let there = client.query_one(IS_THERE, &[])?;
            if there.try_get(0)? {
                return Ok(());
            }
            let mut transaction = client.transaction()?;
            transaction.batch_execute(LOCK)?;
            transaction.batch_execute(TABLES)?;
            Ok(transaction.commit()?)
        })?;
        let mut reading = Postgres::open(url)?;
        reading.lock = LOCK;
        Ok(PostgresCabinet {
            reading: Mutex::new(reading),
            writing: Mutex::new(writing),
        })
    }

    /// Whether there is one in the database.
    pub(crate) fn is_in(url: &DatabaseUrl) -> Result<bool, DatabaseError> {
        Postgres::open(url)?.ask(|client| {
            let row = client.query_one(IS_THERE, &[])?;
            Ok(row.try_get(0)?)
        })
    }
}

/// A thread that panicked with a connection left no transaction behind: dropping one undoes it.
fn taken(connection: &Mutex<Postgres>) -> MutexGuard<'_, Postgres> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Cabinet for PostgresCabinet {
    fn read(&self, drawer: Drawer, key: &str) -> Result<Option<Sheet>, CabinetError> {
        let inside = taken(&self.reading);
        let read = inside.ask(|client| {
            let row = client.query_opt(
                "SELECT version, content FROM accede.sheets WHERE drawer = $1 AND key = $2",
                &[&drawer.as_str(), &key],
            )?;
            row.map(|row| sheet(&row, 0)).transpose()
        });
        read.map_err(|error| trouble("read", error))
    }

    fn list(&self, drawer: Drawer, prefix: &str) -> Result<Vec<(String, Sheet)>, CabinetError> {
        let inside = taken(&self.reading);
        let list = inside.ask(|client| {
            let rows = client.query(
                "SELECT key, version, content FROM accede.sheets \
                 WHERE drawer = $1 AND key >= $2 AND starts_with(key, $2) ORDER BY key",
                &[&drawer.as_str(), &prefix],
            )?;
            rows.iter()
                .map(|row| Ok((row.try_get(0)?, sheet(row, 1)?)))
                .collect()
        });
        list.map_err(|error| trouble("read", error))
    }

    fn commit(&self, changes: &[Change]) -> Result<(), CabinetError> {
        if changes.is_empty() {
            return Ok(());
        }
        let inside = taken(&self.writing);
        // A connection that was cut while nobody used it costs nothing.
        let written = |error| trouble("written", error);
        inside
            .ask(|client| Ok(client.batch_execute("")?))
            .map_err(written)?;
        let mut slot = inside.client().map_err(written)?;
        let client = slot.as_mut().expect("`client` connects or fails");
        let written = |error: postgres::Error| trouble("written", error.into());
        let mut transaction = client.transaction().map_err(written)?;
        transaction.batch_execute(LOCK).map_err(written)?;
        if !all_as_seen(&mut transaction, changes).map_err(written)? {
            return Err(CabinetError::Conflict);
        }
        change_all(&mut transaction, changes).map_err(written)?;
        let committed = transaction.commit();
        if let Err(error) = committed {
            *slot = None;
            // Whoever reads next waits until the server has ended it, too.
            inside.unsure.set(true);
            taken(&self.reading).unsure.set(true);
            return Err(CabinetError::Unsure(Box::new(DatabaseError::from(error))));
        }
        Ok(())
    }
}

fn all_as_seen(
    transaction: &mut impl GenericClient,
    changes: &[Change],
) -> Result<bool, postgres::Error> {
    let select = transaction
        .prepare("SELECT version FROM accede.sheets WHERE drawer = $1 AND key = $2")?;
    for change in changes {
        let row = transaction.query_opt(&select, &[&change.drawer.as_str(), &change.key])?;
        let version = row.map(|row| row.try_get::<_, i64>(0)).transpose()?;
        if version.map(i64::cast_unsigned) != change.seen {
            return Ok(false);
        }
    }
    Ok(true)
}

fn change_all(
    transaction: &mut impl GenericClient,
    changes: &[Change],
) -> Result<(), postgres::Error> {
    let row = transaction.query_one("SELECT nextval('accede.sheet_commits')", &[])?;
    let number: i64 = row.try_get(0)?;
    for change in changes {
        let (drawer, key) = (change.drawer.as_str(), &change.key);
        match &change.becomes {
            Becomes::Content(content) => transaction.execute(
                "INSERT INTO accede.sheets (drawer, key, version, content) \
                 VALUES ($1, $2, $3, $4) ON CONFLICT (drawer, key) \
                 DO UPDATE SET version = excluded.version, content = excluded.content",
                &[&drawer, key, &number, content],
            )?,
            Becomes::Removed => transaction.execute(
                "DELETE FROM accede.sheets WHERE drawer = $1 AND key = $2",
                &[&drawer, key],
            )?,
            Becomes::Same => 0,
        };
    }
    Ok(())
}

fn sheet(row: &Row, first: usize) -> Result<Sheet, DatabaseError> {
    Ok(Sheet {
        version: row.try_get::<_, i64>(first)?.cast_unsigned(),
        content: row.try_get(first + 1)?,
    })
}

fn trouble(what: &'static str, error: DatabaseError) -> CabinetError {
    let source = Box::new(error);
    CabinetError::Trouble { what, source }
}
