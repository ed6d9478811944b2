//! The chain in a PostgreSQL database, for several nodes at once.

mod cabinet;
mod documents;
mod error;
mod open;
mod url;
mod watch;

use std::cell::{Cell, RefCell, RefMut};
use std::fmt;

use ledger::store::Noted;
use ledger::{AppendError, Head, Link, ReadError, Seq, Store};
use postgres::fallible_iterator::FallibleIterator;
use postgres::{Client, GenericClient, Row};

pub use cabinet::PostgresCabinet;
pub use error::DatabaseError;
pub use url::DatabaseUrl;
pub use watch::Watch;

use crate::sqlite::recorded;

/// The channel on which an append is told to those who wait.
const CHANNEL: &str = "accede_ledger";

/// Makes a transaction the only one that writes. It waits ten seconds for another to end, and is
/// ended itself where its client falls silent, so that no cut cable stops the others. What it
/// commits is on disk.
const LOCK: &str = "
SET LOCAL lock_timeout = '10s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
SELECT set_config('synchronous_commit', 'on', true)
    WHERE current_setting('synchronous_commit') = 'off';
SELECT pg_advisory_xact_lock(1094927172, 1);";

/// How many entries, and how many bytes of them, one statement writes.
const AT_ONCE: (usize, usize) = (1_000, 8 * 1024 * 1024);

/// A ledger in a PostgreSQL database.
///
/// Any number of processes, on any machines, may have the same ledger open. One writes at a time;
/// reading never waits. A connection that was cut is made anew when it is next needed.
pub struct Postgres {
    url: DatabaseUrl,
    client: RefCell<Option<Client>>,
    /// Whether the end of the last append is not known. Until the server has ended it too, what
    /// is read may not be the last word.
    unsure: Cell<bool>,
    /// What makes a transaction the only one that writes.
    lock: &'static str,
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Postgres({})", self.url)
    }
}

impl Postgres {
    /// Where it is, without the password.
    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// Whether the server is a replica, or set to be read only.
    ///
    /// # Errors
    ///
    /// [`DatabaseError`]
    pub fn only_reads(&self) -> Result<bool, DatabaseError> {
        self.ask(|client| {
            let row = client.query_one("SHOW transaction_read_only", &[])?;
            Ok(row.try_get::<_, String>(0)? == "on")
        })
    }

    /// The connection, made anew where it was cut.
    fn client(&self) -> Result<RefMut<'_, Option<Client>>, DatabaseError> {
        let mut slot = self.client.borrow_mut();
        if slot.as_ref().is_none_or(Client::is_closed) {
            *slot = Some(self.url.connect()?);
        }
        if self.unsure.get()
            && let Some(client) = slot.as_mut()
        {
            // The last writer was ourselves: while the server has not ended that, it has the lock.
            let mut transaction = client.transaction()?;
            transaction.batch_execute(self.lock)?;
            transaction.rollback()?;
            self.unsure.set(false);
        }
        Ok(slot)
    }

    /// Asks once; a connection that turns out to be cut is dropped.
    fn once<T>(
        &self,
        mut ask: impl FnMut(&mut Client) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        let mut slot = self.client()?;
        let answer = slot.as_mut().map(&mut ask);
        if matches!(&answer, Some(Err(error)) if error.is_cut_off()) {
            *slot = None;
        }
        answer.expect("`client` connects or fails")
    }

    /// Asks, and once more with a new connection where the old one turns out to be cut.
    fn ask<T>(
        &self,
        mut ask: impl FnMut(&mut Client) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        match self.once(&mut ask) {
            Err(DatabaseError::CutOff(_)) => self.once(&mut ask),
            answer => answer,
        }
    }

    fn write(&self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError> {
        let (first, last) = (head.len + 1, head.len + payloads.len() as u64);
        let refused = |error: DatabaseError| AppendError::Write {
            first,
            last,
            source: Box::new(error),
        };
        let refused_by_it = |error: postgres::Error| refused(DatabaseError::from(error));
        // A connection that was cut while nobody used it costs nothing.
        self.ask(|client| Ok(client.batch_execute("")?))
            .map_err(refused)?;
        let mut slot = self.client().map_err(refused)?;
        let client = slot.as_mut().expect("`client` connects or fails");
        let mut transaction = client.transaction().map_err(refused_by_it)?;
        transaction.batch_execute(LOCK).map_err(refused_by_it)?;
        read_head(&mut transaction).map_err(refused)?.expect(head)?;
        if payloads.is_empty() {
            return Ok(head);
        }
        let now = insert(&mut transaction, head, payloads).map_err(refused)?;
        let committed = transaction.commit();
        if let Err(error) = committed {
            *slot = None;
            self.unsure.set(true);
            return Err(AppendError::Unsure {
                first,
                last,
                source: Box::new(DatabaseError::from(error)),
            });
        }
        Ok(now)
    }

    /// Reads from `next` on, which is moved past every entry that was visited.
    fn read_on(
        &self,
        next: &mut u64,
        visit: &mut dyn FnMut(Seq, Link, &[u8]),
    ) -> Result<(), DatabaseError> {
        self.once(|client| {
            let mut rows = client.query_raw(
                "SELECT seq, link, payload FROM accede.entries WHERE seq >= $1 ORDER BY seq",
                [next.cast_signed()],
            )?;
            while let Some(row) = rows.next()? {
                let Head { len, link } = head_in(&row)?;
                visit(Seq(len), link, row.try_get::<_, &[u8]>(2)?);
                *next = len + 1;
            }
            Ok(())
        })
    }
}

impl Store for Postgres {
    fn head(&self) -> Result<Head, ReadError> {
        self.ask(read_head).map_err(|error| unreadable(1, error))
    }

    fn append(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError> {
        self.write(head, payloads)
    }

    fn read(
        &self,
        from: Seq,
        visit: &mut dyn FnMut(Seq, Link, &[u8]),
    ) -> Result<(), ReadError> {
        // Nothing is numbered beyond what the database can number.
        let Ok(from) = i64::try_from(from.0) else {
            return Ok(());
        };
        let mut next = from.max(1).cast_unsigned();
        let read = match self.read_on(&mut next, visit) {
            Err(DatabaseError::CutOff(_)) => self.read_on(&mut next, visit),
            read => read,
        };
        read.map_err(|error| unreadable(next, error))
    }

    fn noted(&self) -> Result<Vec<Noted>, ReadError> {
        let row = self.ask(|client| {
            Ok(client.query_opt(
                "SELECT len, link, recorded FROM accede.heads ORDER BY len DESC LIMIT 1",
                &[],
            )?)
        });
        let noted = row.and_then(|row| row.map(|row| noted_in(&row)).transpose());
        match noted {
            Ok(noted) => Ok(noted.into_iter().collect()),
            Err(error) => Err(unreadable(1, error)),
        }
    }
}

/// Writes the entries, notes the head after them, and tells those who wait, once it is committed.
fn insert(
    transaction: &mut impl GenericClient,
    head: Head,
    payloads: &[Vec<u8>],
) -> Result<Head, DatabaseError> {
    let insert = transaction.prepare(
        "INSERT INTO accede.entries (seq, link, payload) \
         SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])",
    )?;
    let mut now = head;
    let mut rest = payloads;
    while !rest.is_empty() {
        let (some, after) = rest.split_at(how_many(rest));
        rest = after;
        let (mut seqs, mut links) = (Vec::new(), Vec::new());
        for payload in some {
            now = now.then(payload);
            seqs.push(now.len.cast_signed());
            links.push(now.link.0.to_vec());
        }
        let some: Vec<&[u8]> = some.iter().map(Vec::as_slice).collect();
        transaction.execute(&insert, &[&seqs, &links, &some])?;
    }
    let recorded = payloads.last().and_then(|payload| recorded(payload));
    let recorded = recorded.map(|at| at.to_string());
    transaction.execute(
        "INSERT INTO accede.heads (len, link, recorded) VALUES ($1, $2, $3)",
        &[&now.len.cast_signed(), &now.link.0.as_slice(), &recorded],
    )?;
    transaction.execute(
        "SELECT pg_notify($1, $2)",
        &[&CHANNEL, &now.len.to_string()],
    )?;
    Ok(now)
}

/// How many of these payloads one statement takes: at least one.
fn how_many(payloads: &[Vec<u8>]) -> usize {
    let mut bytes = 0;
    let fit = payloads.iter().take(AT_ONCE.0).take_while(|payload| {
        bytes += payload.len();
        bytes <= AT_ONCE.1
    });
    fit.count().max(1)
}

fn read_head(client: &mut impl GenericClient) -> Result<Head, DatabaseError> {
    let row = client.query_opt(
        "SELECT seq, link FROM accede.entries ORDER BY seq DESC LIMIT 1",
        &[],
    )?;
    row.map_or(Ok(Head::EMPTY), |row| head_in(&row))
}

/// The number and link in the first two columns.
fn head_in(row: &Row) -> Result<Head, DatabaseError> {
    let seq: i64 = row.try_get(0)?;
    let odd = |what| DatabaseError::Row { seq, what };
    let len = u64::try_from(seq).map_err(|_negative| odd("its number is negative"))?;
    let link = <[u8; 32]>::try_from(row.try_get::<_, &[u8]>(1)?);
    let link = link.map_err(|_short| odd("the link has not 32 bytes"))?;
    Ok(Head {
        len,
        link: Link(link),
    })
}

fn noted_in(row: &Row) -> Result<Noted, DatabaseError> {
    let recorded: Option<String> = row.try_get(2)?;
    Ok(Noted {
        head: head_in(row)?,
        recorded: recorded.and_then(|at| at.parse().ok()),
        place: "the table `accede.heads` of the database".to_owned(),
    })
}

fn unreadable(at: u64, error: DatabaseError) -> ReadError {
    ReadError {
        at,
        source: Box::new(error),
    }
}
