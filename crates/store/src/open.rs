//! Opening and creating a ledger file.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use ledger::{Head, Store};
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::error::no_room_to_share;
use crate::note::Note;
use crate::private;
use crate::{APPLICATION_ID, Cause, FORMAT, OpenError, Place, Sqlite};

/// How long a writer waits for another to finish.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// The tables. They only ever grow, whoever writes: an entry is numbered one after the last, and
/// nothing is changed or deleted. `INSERT OR REPLACE` deletes without asking a trigger, but a
/// number that is taken is never one after the last.
const TABLES: &str = "
CREATE TABLE entries (
    seq     INTEGER PRIMARY KEY,
    link    BLOB NOT NULL CHECK (length(link) = 32),
    payload BLOB NOT NULL
) STRICT;
CREATE TABLE heads (
    len      INTEGER PRIMARY KEY,
    link     BLOB NOT NULL CHECK (length(link) = 32),
    recorded TEXT
) STRICT;
CREATE TRIGGER entries_follow BEFORE INSERT ON entries
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entries)
    BEGIN SELECT RAISE(ABORT, 'a ledger is append-only: the next entry is numbered one after the last'); END;
CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'a ledger is append-only: an entry is never changed'); END;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'a ledger is append-only: an entry is never deleted'); END;
CREATE TRIGGER heads_follow BEFORE INSERT ON heads
    WHEN NEW.len <= (SELECT coalesce(max(len), 0) FROM heads)
    BEGIN SELECT RAISE(ABORT, 'a ledger is append-only: the next head is noted after the last'); END;
CREATE TRIGGER heads_stay BEFORE UPDATE ON heads
    BEGIN SELECT RAISE(ABORT, 'a ledger is append-only: a head is never changed'); END;
CREATE TRIGGER heads_remain BEFORE DELETE ON heads
    BEGIN SELECT RAISE(ABORT, 'a ledger is append-only: a head is never deleted'); END;
";

impl Sqlite {
    /// Opens the ledger in a data directory, or the ledger file itself, to read and write.
    ///
    /// # Errors
    ///
    /// [`OpenError`], also if the ledger has not the entries that were noted beside it: whoever
    /// went on from there would bury the loss.
    pub fn open(path: impl AsRef<Path>) -> Result<Sqlite, OpenError> {
        let place = Place::at(path);
        let ledger = place.ledger();
        recognise(ledger)?;
        File::options()
            .append(true)
            .open(ledger)
            .map_err(|error| OpenError::io(ledger, "write to", error))?;
        let failed = |error| OpenError::sqlite(ledger, "write to", error);
        let connection =
            Connection::open_with_flags(ledger, flags() | OpenFlags::SQLITE_OPEN_READ_WRITE)
                .and_then(for_writing)
                .map_err(failed)?;
        if let Some(source) = cut_short_for_sure(&connection, &place).map_err(failed)? {
            return Err(OpenError::Failed {
                path: ledger.to_owned(),
                source,
            });
        }
        let sqlite = Sqlite {
            connection,
            place,
            note_failed: None,
        };
        sqlite.as_noted()?;
        Ok(sqlite)
    }

    /// Opens a ledger to read it. Nothing is written, and no permission to write is needed; a
    /// ledger on media that cannot be written is read as it is.
    ///
    /// # Errors
    ///
    /// [`OpenError`]
    pub fn open_read_only(path: impl AsRef<Path>) -> Result<Sqlite, OpenError> {
        let place = Place::at(path);
        recognise(place.ledger())?;
        let connection = connect_to_read(&place, Expect::Sound)?;
        Ok(Sqlite {
            connection,
            place,
            note_failed: None,
        })
    }

    /// Creates an empty ledger, and the directories above it.
    ///
    /// # Errors
    ///
    /// [`OpenError::AlreadyThere`] if anything is there already, which is left as it is.
    pub fn create(path: impl AsRef<Path>) -> Result<Sqlite, OpenError> {
        let place = Place::at(path);
        let ledger = place.ledger();
        if let Some(directory) = ledger.parent() {
            private::create_dir_all(directory)
                .map_err(|error| OpenError::io(directory, "create", error))?;
        }
        match fs::metadata(ledger) {
            // A file without content may be left from a creation that was interrupted; with a
            // note beside it, it is a ledger that was lost.
            Ok(there) if there.len() > 0 => {
                return Err(OpenError::AlreadyThere(ledger.to_owned()));
            }
            Ok(_) if place.note().exists() => return Err(OpenError::Empty(ledger.to_owned())),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(OpenError::io(ledger, "create", error)),
        }
        if let Some(Note { head, .. }) = note_of(&place)? {
            return Err(not_as_noted(&place, Head::EMPTY, head));
        }
        // SQLite gives the files it makes beside a ledger the permissions of the ledger.
        private::options()
            .create(true)
            .truncate(false)
            .open(ledger)
            .map_err(|error| OpenError::io(ledger, "create", error))?;
        let failed = |error| OpenError::sqlite(ledger, "create", error);
        let flags = flags() | OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut connection = Connection::open_with_flags(ledger, flags)
            .map_err(|error| cannot_create(ledger, error))?;
        if !lay_out(&mut connection).map_err(|error| cannot_create(ledger, error))? {
            return Err(OpenError::AlreadyThere(ledger.to_owned()));
        }
        let connection = for_writing(connection).map_err(failed)?;
        Ok(Sqlite {
            connection,
            place,
            note_failed: None,
        })
    }

    /// Opens the ledger to read and write, or creates it if nothing is there. The second value
    /// says whether it was created.
    ///
    /// # Errors
    ///
    /// [`OpenError`], never [`OpenError::NotFound`] or [`OpenError::AlreadyThere`] but when
    /// another process removes or creates it in the same moment.
    pub fn open_or_create(path: impl AsRef<Path>) -> Result<(Sqlite, bool), OpenError> {
        match Sqlite::open(&path) {
            // Empty is also what another process is creating at this moment.
            Err(OpenError::NotFound(_) | OpenError::Empty(_)) => match Sqlite::create(&path) {
                Err(OpenError::AlreadyThere(_)) => Ok((Sqlite::open(&path)?, false)),
                created => Ok((created?, true)),
            },
            opened => Ok((opened?, false)),
        }
    }

    /// Whether the ledger has the entries that were noted beside it.
    fn as_noted(&self) -> Result<(), OpenError> {
        // The note first: a writer at work meanwhile can only make the ledger longer.
        let Some(Note { head: noted, .. }) = note_of(&self.place)? else {
            return Ok(());
        };
        let head = self.head().map_err(|error| self.unreadable(error))?;
        let holds = match noted.len {
            len if len > head.len => false,
            0 => true,
            len => self.link_at(len)? == Some(noted.link),
        };
        if holds {
            Ok(())
        } else {
            Err(not_as_noted(&self.place, head, noted))
        }
    }

    fn link_at(&self, len: u64) -> Result<Option<ledger::Link>, OpenError> {
        use rusqlite::OptionalExtension;
        let link = self
            .connection
            .prepare_cached("SELECT link FROM entries WHERE seq = ?1")
            .and_then(|mut select| {
                select
                    .query_row([len.cast_signed()], |row| row.get::<_, Vec<u8>>(0))
                    .optional()
            })
            .map_err(|error| OpenError::sqlite(self.path(), "read", error))?;
        Ok(link.and_then(|link| link.try_into().ok()).map(ledger::Link))
    }

    fn unreadable(&self, error: ledger::ReadError) -> OpenError {
        let source = match error.source.downcast::<Cause>() {
            Ok(cause) => *cause,
            Err(other) => Cause::Io(io::Error::other(other)),
        };
        OpenError::Failed {
            path: self.path().to_owned(),
            source,
        }
    }
}

pub(crate) fn flags() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE
}

/// Settings of a connection that writes: what is committed is on the disk.
fn for_writing(connection: Connection) -> rusqlite::Result<Connection> {
    let connection = Expect::Sound.settings(connection)?;
    switch_to_log(&connection)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
    Ok(connection)
}

/// Lets writers write to a log beside the file, so that readers never wait. The file remembers.
///
/// Where two processes open a new ledger in the same moment, SQLite refuses the switch to one of
/// them at once instead of letting it wait; the other one does it.
pub(crate) fn switch_to_log(connection: &Connection) -> rusqlite::Result<()> {
    const PAUSE: Duration = Duration::from_millis(10);
    let mut waited = Duration::ZERO;
    loop {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && waited < PATIENCE =>
            {
                std::thread::sleep(PAUSE);
                waited += PAUSE;
            }
            switched => return switched,
        }
    }
}

/// Settings of any connection: patience with writers, suspicion of the file.
fn for_reading(connection: Connection) -> rusqlite::Result<Connection> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // Reading the schema is the first thing that touches the file.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_row| Ok(()))?;
    Ok(connection)
}

/// What is expected of a file that is opened to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    /// A sound one: the first sign of damage is an error.
    Sound,
    /// A damaged one: as much as can be read.
    Damaged,
}

impl Expect {
    fn settings(self, connection: Connection) -> rusqlite::Result<Connection> {
        if self == Expect::Damaged {
            // By this SQLite also opens a file that is shorter than it should be, or whose
            // table of contents has a statement it cannot read. Nothing is ever written:
            // the connection is for reading only.
            connection.pragma_update(None, "writable_schema", true)?;
        } else {
            connection.pragma_update(None, "cell_size_check", true)?;
        }
        for_reading(connection)
    }
}

pub(crate) fn connect_to_read(place: &Place, expect: Expect) -> Result<Connection, OpenError> {
    let ledger = place.ledger();
    let flags = flags() | OpenFlags::SQLITE_OPEN_READ_ONLY;
    let opened = Connection::open_with_flags(ledger, flags)
        .and_then(|connection| expect.settings(connection));
    let error = match opened {
        Ok(connection) => return Ok(connection),
        Err(error) => error,
    };
    let code = error.sqlite_error_code();
    let no_room = no_room_to_share(&error);
    if !no_room && !matches!(code, Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly)) {
        return Err(OpenError::sqlite(ledger, "read", error));
    }
    // A directory that cannot be written, or whose disk is full, has no room for the memory that
    // readers and writers share. If no entries wait in the log, the file can be read as one that
    // nobody writes: nobody could.
    let wal = place.wal();
    let waiting = fs::metadata(&wal).is_ok_and(|wal| wal.len() > 0);
    if waiting && no_room {
        return Err(OpenError::sqlite(ledger, "read", error));
    }
    if waiting {
        return Err(OpenError::Unmerged {
            path: ledger.to_owned(),
            wal,
        });
    }
    read_immutable(ledger)
        .and_then(|connection| expect.settings(connection))
        .map_err(|error| OpenError::sqlite(ledger, "read", error))
}

fn read_immutable(ledger: &Path) -> rusqlite::Result<Connection> {
    let flags = flags() | OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let mut uri = String::from("file:");
    for &byte in ledger.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    Connection::open_with_flags(uri, flags)
}

/// Writes the tables into a new file; `false` if another process was faster.
fn lay_out(connection: &mut Connection) -> rusqlite::Result<bool> {
    connection.busy_timeout(PATIENCE)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    let tables: i64 =
        transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables > 0 {
        return Ok(false);
    }
    transaction.execute_batch(TABLES)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", FORMAT)?;
    transaction.commit()?;
    Ok(true)
}

fn cannot_create(ledger: &Path, error: rusqlite::Error) -> OpenError {
    if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) {
        let source = Box::new(error);
        return OpenError::Denied {
            path: ledger.to_owned(),
            what: "create",
            source,
        };
    }
    OpenError::sqlite(ledger, "create", error)
}

/// Looks at the first bytes of a file, before SQLite does: they say what it is.
pub(crate) fn recognise(ledger: &Path) -> Result<(), OpenError> {
    let denied = |error| OpenError::io(ledger, "read", error);
    let mut first = Vec::with_capacity(100);
    File::open(ledger)
        .and_then(|file| file.take(100).read_to_end(&mut first))
        .map_err(denied)?;
    let not_a_ledger = |what: &str| {
        Err(OpenError::NotALedger {
            path: ledger.to_owned(),
            what: what.to_owned(),
        })
    };
    if first.is_empty() {
        return Err(OpenError::Empty(ledger.to_owned()));
    }
    if !first.starts_with(b"SQLite format 3\0") {
        return not_a_ledger("it does not begin as a database of SQLite does");
    }
    // The numbers stand at these places in the header: https://www.sqlite.org/fileformat.html
    let number = |at: usize| {
        let bytes = first
            .get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok());
        bytes.map(i32::from_be_bytes)
    };
    match (number(68), number(60)) {
        (Some(APPLICATION_ID), Some(FORMAT)) => Ok(()),
        (Some(APPLICATION_ID), Some(found)) if found > FORMAT => Err(OpenError::Newer {
            path: ledger.to_owned(),
            found: found.into(),
        }),
        (Some(APPLICATION_ID), Some(_)) => not_a_ledger("its format is none that ever was"),
        (Some(_), Some(_)) => not_a_ledger("it is the database of another program"),
        (None, _) | (_, None) => not_a_ledger("it ends within its header"),
    }
}

/// As [`cut_short`], while the lock of a reader keeps a creator from being half done.
fn cut_short_for_sure(
    connection: &Connection,
    place: &Place,
) -> rusqlite::Result<Option<Cause>> {
    let reading = connection.unchecked_transaction()?;
    reading.query_row("SELECT count(*) FROM sqlite_schema", [], |_row| Ok(()))?;
    let cut = cut_short(place);
    reading.finish()?;
    Ok(cut)
}

/// Whether the file is shorter than its header says.
pub(crate) fn cut_short(place: &Place) -> Option<Cause> {
    // With entries in the log beside it, the header may be ahead of the file: before, while and
    // after we look.
    let log = || fs::metadata(place.wal()).is_ok_and(|wal| wal.len() > 0);
    if log() {
        return None;
    }
    let mut header = [0; 32];
    let mut file = File::open(place.ledger()).ok()?;
    file.read_exact(&mut header).ok()?;
    let len = file.metadata().ok()?.len();
    // The page size (1 stands for 65536) and the number of pages, both big-endian:
    // https://www.sqlite.org/fileformat.html
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let pages = u32::from_be_bytes([header[28], header[29], header[30], header[31]]);
    let should = page * u64::from(pages);
    (len < should && !log()).then_some(Cause::CutShort { len, should })
}

fn note_of(place: &Place) -> Result<Option<Note>, OpenError> {
    Note::read(&place.note()).map_err(|cause| OpenError::NotAsNoted {
        path: place.ledger().to_owned(),
        note: place.note(),
        what: match std::error::Error::source(&cause) {
            Some(source) => format!("{cause}: {source}"),
            None => cause.to_string(),
        },
    })
}

fn not_as_noted(place: &Place, head: Head, noted: Head) -> OpenError {
    let what = if noted.len > head.len {
        format!(
            "it ends at entry {}, but entry {} was noted as written",
            head.len, noted.len
        )
    } else {
        format!(
            "its entry {} is not the one that was noted as written",
            noted.len
        )
    };
    OpenError::NotAsNoted {
        path: place.ledger().to_owned(),
        note: place.note(),
        what,
    }
}
