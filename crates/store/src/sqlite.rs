//! The chain in an SQLite file.

use std::path::Path;

use jiff::Timestamp;
use ledger::store::Noted;
use ledger::{AppendError, Envelope, Head, Link, ReadError, Seq, Store};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};

use crate::note::Note;
use crate::{Cause, Place};

/// The `application_id` of a ledger file: `ACCD`.
pub const APPLICATION_ID: i32 = 0x4143_4344;

/// The format of ledger files that this program writes, the `user_version` of the file, and the
/// highest that it reads.
pub const FORMAT: i32 = 1;

/// A ledger in an SQLite file, with the note of its head beside it.
///
/// Any number of processes may have the same ledger open. One writes at a time; the others wait
/// up to five seconds, and reading never waits.
#[derive(Debug)]
pub struct Sqlite {
    pub(crate) connection: Connection,
    pub(crate) place: Place,
    pub(crate) note_failed: Option<Cause>,
}

impl Sqlite {
    /// Where its files lie.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The ledger file.
    pub fn path(&self) -> &Path {
        self.place.ledger()
    }

    /// Why the note beside the ledger could not be written after the last append, if so. The
    /// entries are safe; only a loss at their end might go unnoticed until the next append.
    pub fn note_failed(&self) -> Option<&Cause> {
        self.note_failed.as_ref()
    }

    fn write(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Note, AppendError> {
        let refused = |error| refused(head, payloads.len(), error);
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(refused)?;
        let last = |error| AppendError::Write {
            first: head.len + 1,
            last: head.len + payloads.len() as u64,
            source: Box::new(error),
        };
        read_head(&transaction).map_err(last)?.expect(head)?;
        let Some(payload) = payloads.last() else {
            return Ok(Note {
                head,
                recorded: None,
            });
        };
        let mut now = head;
        {
            let mut insert = transaction
                .prepare_cached("INSERT INTO entries (seq, link, payload) VALUES (?1, ?2, ?3)")
                .map_err(refused)?;
            for payload in payloads {
                now = now.then(payload);
                insert
                    .execute((now.len.cast_signed(), now.link.0, payload))
                    .map_err(refused)?;
            }
        }
        let recorded = recorded(payload);
        transaction
            .prepare_cached("INSERT INTO heads (len, link, recorded) VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| {
                let recorded = recorded.map(|at| at.to_string());
                insert.execute((now.len.cast_signed(), now.link.0, recorded))
            })
            .map_err(refused)?;
        transaction.commit().map_err(|error| AppendError::Unsure {
            first: head.len + 1,
            last: now.len,
            source: Box::new(Cause::from(error)),
        })?;
        Ok(Note {
            head: now,
            recorded,
        })
    }

    fn noted_inside(&self) -> Result<Option<Noted>, Cause> {
        let row = self
            .connection
            .prepare_cached("SELECT len, link, recorded FROM heads ORDER BY len DESC LIMIT 1")?
            .query_row([], |row| {
                Ok((head_in(row), row.get::<_, Option<String>>(2)?))
            })
            .optional()?;
        let Some((head, recorded)) = row else {
            return Ok(None);
        };
        Ok(Some(Noted {
            head: head?,
            recorded: recorded.and_then(|at| at.parse().ok()),
            place: "the table `heads` of the ledger".to_owned(),
        }))
    }
}

impl Store for Sqlite {
    fn head(&self) -> Result<Head, ReadError> {
        read_head(&self.connection).map_err(|cause| ReadError {
            at: 1,
            source: Box::new(cause),
        })
    }

    fn append(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError> {
        let note = self.write(head, payloads)?;
        if !payloads.is_empty() {
            self.note_failed = note.write(&self.place.note()).err();
        }
        Ok(note.head)
    }

    fn read(
        &self,
        from: Seq,
        visit: &mut dyn FnMut(Seq, Link, &[u8]),
    ) -> Result<(), ReadError> {
        // Nothing is numbered beyond what SQLite can number.
        let Ok(from) = i64::try_from(from.0) else {
            return Ok(());
        };
        let mut next = from.max(1).cast_unsigned();
        let mut read = || -> Result<(), Cause> {
            let mut statement = self.connection.prepare_cached(
                "SELECT seq, link, payload FROM entries WHERE seq >= ?1 ORDER BY seq",
            )?;
            let mut rows = statement.query([from])?;
            while let Some(row) = rows.next()? {
                let Head { len, link } = head_in(row)?;
                let payload = match row.get_ref(2)? {
                    ValueRef::Blob(payload) => payload,
                    ValueRef::Null
                    | ValueRef::Integer(_)
                    | ValueRef::Real(_)
                    | ValueRef::Text(_) => {
                        return Err(odd_row(len.cast_signed(), "the payload is no blob"));
                    }
                };
                visit(Seq(len), link, payload);
                next = len + 1;
            }
            Ok(())
        };
        read().map_err(|cause| ReadError {
            at: next,
            source: Box::new(cause),
        })
    }

    fn noted(&self) -> Result<Vec<Noted>, ReadError> {
        let beside = Note::read(&self.place.note()).map(|note| {
            note.map(|Note { head, recorded }| Noted {
                head,
                recorded,
                place: format!("the file `{}`", self.place.note().display()),
            })
        });
        let both = beside.and_then(|beside| Ok([beside, self.noted_inside()?]));
        match both {
            Ok(both) => Ok(both.into_iter().flatten().collect()),
            Err(cause) => Err(ReadError {
                at: 1,
                source: Box::new(cause),
            }),
        }
    }
}

/// When the entry in `payload` was recorded, if it is one.
pub(crate) fn recorded(payload: &[u8]) -> Option<Timestamp> {
    Envelope::read(payload)
        .ok()
        .map(|envelope| envelope.recorded)
}

fn read_head(connection: &Connection) -> Result<Head, Cause> {
    connection
        .prepare_cached("SELECT seq, link FROM entries ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok(head_in(row)))
        .optional()?
        .unwrap_or(Ok(Head::EMPTY))
}

/// The number and link in the first two columns.
fn head_in(row: &Row<'_>) -> Result<Head, Cause> {
    let seq: i64 = row.get(0)?;
    let len = u64::try_from(seq).map_err(|_negative| odd_row(seq, "its number is negative"))?;
    let link = match row.get_ref(1)? {
        ValueRef::Blob(link) => <[u8; 32]>::try_from(link).ok(),
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) | ValueRef::Text(_) => None,
    };
    let link = link.ok_or_else(|| odd_row(seq, "the link is no blob of 32 bytes"))?;
    Ok(Head {
        len,
        link: Link(link),
    })
}

fn odd_row(seq: i64, what: &str) -> Cause {
    Cause::Row {
        seq,
        what: what.to_owned(),
    }
}

fn refused(head: Head, payloads: usize, error: rusqlite::Error) -> AppendError {
    AppendError::Write {
        first: head.len + 1,
        last: head.len + payloads as u64,
        source: Box::new(Cause::from(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use super::*;

    fn sqlite() -> (Sqlite, tempfile::TempDir) {
        let dir = tempfile::tempdir().unwrap();
        (Sqlite::create(dir.path()).unwrap(), dir)
    }

    #[test]
    fn a_full_disk_writes_nothing_and_says_so() {
        let (mut sqlite, _dir) = sqlite();
        let head = sqlite.append(Head::EMPTY, &[b"first".to_vec()]).unwrap();
        // As SQLite reports a full disk.
        sqlite
            .connection
            .pragma_update(None, "max_page_count", 20)
            .unwrap();
        let error = sqlite
            .append(head, &[b"small".to_vec(), vec![7; 200_000]])
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "could not write entries 2 to 3; nothing was written"
        );
        let cause = error.source().unwrap();
        assert!(cause.to_string().starts_with("the disk is full"), "{cause}");
        assert_eq!(sqlite.head().unwrap(), head);
        assert_eq!(sqlite.append(head, &[b"second".to_vec()]).unwrap().len, 2);
    }

    #[test]
    fn what_is_appended_is_on_the_disk_in_a_log_of_its_own() {
        let (sqlite, _dir) = sqlite();
        let text = |name: &str| {
            let value = sqlite.connection.pragma_query_value(None, name, |row| {
                Ok(format!("{:?}", row.get_ref(0)?.data_type())
                    + &match row.get_ref(0)? {
                        ValueRef::Integer(number) => number.to_string(),
                        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => String::new(),
                    })
            });
            value.unwrap()
        };
        assert_eq!(text("journal_mode"), "Textwal");
        assert_eq!(text("synchronous"), "Integer2");
        assert_eq!(text("application_id"), format!("Integer{APPLICATION_ID}"));
        assert_eq!(text("user_version"), "Integer1");
    }

    #[test]
    fn a_note_that_cannot_be_written_costs_no_entry() {
        let (mut sqlite, dir) = sqlite();
        // A directory of that name is in the way.
        std::fs::create_dir(dir.path().join("ledger.head")).unwrap();
        let head = sqlite.append(Head::EMPTY, &[b"first".to_vec()]).unwrap();
        assert_eq!(sqlite.head().unwrap(), head);
        assert!(sqlite.note_failed().is_some());
        std::fs::remove_dir(dir.path().join("ledger.head")).unwrap();
        let head = sqlite.append(head, &[b"second".to_vec()]).unwrap();
        assert!(sqlite.note_failed().is_none());
        assert!(
            sqlite
                .noted()
                .unwrap()
                .iter()
                .all(|noted| noted.head == head)
        );
    }
}
