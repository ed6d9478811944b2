//! Opening and laying out a ledger in a database.

use std::cell::{Cell, RefCell};

use postgres::error::SqlState;
use postgres::{Client, GenericClient};

use super::{DatabaseError, DatabaseUrl, LOCK, Postgres};
use crate::{APPLICATION_ID, FORMAT};

/// The tables and what keeps them from being altered.
const TABLES: &str = include_str!("tables.sql");

impl Postgres {
    /// Opens the ledger in a database. A replica is opened too: it can be read.
    ///
    /// # Errors
    ///
    /// [`DatabaseError`]; [`DatabaseError::NoLedger`] if none was ever written there.
    pub fn open(url: &DatabaseUrl) -> Result<Postgres, DatabaseError> {
        let mut client = url.connect()?;
        if !recognise(&mut client, url)? {
            return Err(DatabaseError::NoLedger(url.to_string()));
        }
        Ok(Postgres::with(url, client))
    }

    /// Opens the ledger in a database, or lays one out there. The second value says whether it
    /// was laid out.
    ///
    /// # Errors
    ///
    /// [`DatabaseError`]
    pub fn open_or_create(url: &DatabaseUrl) -> Result<(Postgres, bool), DatabaseError> {
        let mut client = url.connect()?;
        if recognise(&mut client, url)? {
            return Ok((Postgres::with(url, client), false));
        }
        let mut transaction = client.transaction()?;
        // Of two that find nothing, one lays it out and the other waits.
        transaction.batch_execute(LOCK)?;
        let created = !recognise(&mut transaction, url)?;
        if created {
            transaction.batch_execute(TABLES)?;
            transaction.execute(
                "INSERT INTO accede.ledger (application_id, format) VALUES ($1, $2)",
                &[&APPLICATION_ID, &FORMAT],
            )?;
        }
        transaction.commit()?;
        Ok((Postgres::with(url, client), created))
    }

    fn with(url: &DatabaseUrl, client: Client) -> Postgres {
        Postgres {
            url: url.clone(),
            client: RefCell::new(Some(client)),
            unsure: Cell::new(false),
            lock: LOCK,
        }
    }
}

/// Whether there is a ledger that this program knows; `false` if there is nothing at all.
fn recognise(
    client: &mut impl GenericClient,
    url: &DatabaseUrl,
) -> Result<bool, DatabaseError> {
    let not_a_ledger = |what: &str| DatabaseError::NotALedger {
        at: url.to_string(),
        what: what.to_owned(),
    };
    let row = client.query_one(
        "SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
                        WHERE n.nspname = 'accede' AND c.relname = 'ledger'), \
                EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
                        WHERE n.nspname = 'accede')",
        &[],
    )?;
    match (row.try_get(0)?, row.try_get(1)?) {
        (false, false) => return Ok(false),
        (false, true) => return Err(not_a_ledger("its schema `accede` is of another program")),
        (true, true | false) => {}
    }
    let rows = client.query("SELECT application_id, format FROM accede.ledger", &[]);
    let rows = rows.map_err(|error| match error.code() {
        Some(&SqlState::UNDEFINED_COLUMN) => {
            not_a_ledger("its table `accede.ledger` is of another program")
        }
        Some(_) | None => DatabaseError::from(error),
    })?;
    let [row] = rows.as_slice() else {
        return Err(not_a_ledger("its table `accede.ledger` has not one row"));
    };
    match (row.try_get(0)?, row.try_get(1)?) {
        (APPLICATION_ID, FORMAT) => Ok(true),
        (APPLICATION_ID, found) if found > FORMAT => Err(DatabaseError::Newer {
            at: url.to_string(),
            found,
        }),
        (APPLICATION_ID, _) => Err(not_a_ledger("its format is none that ever was")),
        (_, _) => Err(not_a_ledger(
            "its table `accede.ledger` is of another program",
        )),
    }
}
