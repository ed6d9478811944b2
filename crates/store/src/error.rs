//! What can be wrong with a ledger file, in words that say what to do.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::FORMAT;

/// A ledger that was not opened or created.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Nothing is there.
    #[error("there is no ledger at `{}`", .0.display())]
    NotFound(PathBuf),
    /// Something is there where a new ledger was to be created.
    #[error("there is a ledger at `{}` already; it was left as it is", .0.display())]
    AlreadyThere(PathBuf),
    /// The file has no content.
    #[error(
        "`{}` is empty: a ledger was never written to it, or it was lost; restore a backup, or remove the file if there never was a ledger",
        .0.display()
    )]
    Empty(PathBuf),
    /// Some other file.
    #[error("`{}` is not a ledger: {what}", path.display())]
    NotALedger {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: String,
    },
    /// Written by a newer program.
    #[error(
        "`{}` is a ledger in format {found}, and this program knows formats up to {FORMAT}; use a newer version of the program",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: i64,
    },
    /// The system does not let us.
    #[error("there is no permission to {what} `{}`", path.display())]
    Denied {
        /// The file or directory.
        path: PathBuf,
        /// What was attempted: "read", "write to".
        what: &'static str,
        /// What the system said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The file lies where nothing can be written, and has a log of unmerged entries beside it.
    #[error(
        "`{}` cannot be read where it is: its last entries are still in `{}`, and merging them needs permission to write; copy both files to a directory where you can write",
        path.display(), wal.display()
    )]
    Unmerged {
        /// The file.
        path: PathBuf,
        /// The log beside it.
        wal: PathBuf,
    },
    /// Fewer entries than were noted, or others. Opened for reading only, the ledger can still be
    /// read and verified.
    #[error(
        "`{}` is not written to: {what}; restore a backup, or remove `{}` to go on from the ledger as it is",
        path.display(), note.display()
    )]
    NotAsNoted {
        /// The file.
        path: PathBuf,
        /// The note.
        note: PathBuf,
        /// What differs.
        what: String,
    },
    /// Anything else.
    #[error("could not open the ledger `{}`", path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: Cause,
    },
}

/// Why SQLite did not do what it was asked to. The cause inside an
/// [`AppendError`](ledger::AppendError) or [`ReadError`](ledger::ReadError) of this store.
#[derive(Debug, thiserror::Error)]
pub enum Cause {
    /// Another process was writing all the time that we waited.
    #[error("another program is writing to the ledger; try again when it has finished")]
    Locked(#[source] rusqlite::Error),
    /// No room.
    #[error("the disk is full, or the quota is used up; make room and try again")]
    DiskFull(#[source] rusqlite::Error),
    /// The file or directory must not be written, or the ledger was opened for reading only.
    #[error("the ledger, or the directory it lies in, must not be written to")]
    ReadOnly(#[source] rusqlite::Error),
    /// The file is damaged.
    #[error("the file is damaged; nothing was changed, and what still holds can be examined")]
    Damaged(#[source] rusqlite::Error),
    /// The end of the file is missing.
    #[error(
        "the file was cut short: it has {len} bytes of {should}; what still holds can be examined"
    )]
    CutShort {
        /// Its length in bytes.
        len: u64,
        /// The length that its header gives.
        should: u64,
    },
    /// A row that no ledger has.
    #[error("the row of entry {seq} is not one that this program writes: {what}")]
    Row {
        /// The number of the entry.
        seq: i64,
        /// What is wrong.
        what: String,
    },
    /// The file system failed.
    #[error("the file system failed")]
    Io(#[source] io::Error),
    /// The note beside the ledger is not one.
    #[error("`{}` is not a note of a head: {what}", path.display())]
    Note {
        /// The note.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// Anything else that SQLite says.
    #[error("the database failed")]
    Other(#[source] rusqlite::Error),
}

/// Whether the memory that readers and writers share could not be made: it lies on the disk of the
/// ledger, and takes 32 KiB there.
pub(crate) fn no_room_to_share(error: &rusqlite::Error) -> bool {
    let error = error.sqlite_error();
    error.is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}

impl From<rusqlite::Error> for Cause {
    fn from(error: rusqlite::Error) -> Cause {
        match error.sqlite_error_code() {
            Some(_) if no_room_to_share(&error) => Cause::DiskFull(error),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Cause::Locked(error),
            Some(ErrorCode::DiskFull) => Cause::DiskFull(error),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Cause::ReadOnly(error),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Cause::Damaged(error),
            Some(_) | None => Cause::Other(error),
        }
    }
}

impl OpenError {
    /// From what the file system said of `path`.
    pub(crate) fn io(path: &Path, what: &'static str, error: io::Error) -> OpenError {
        let path = path.to_owned();
        let kind = error.kind();
        if kind == io::ErrorKind::NotFound {
            return OpenError::NotFound(path);
        }
        if matches!(
            kind,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
        ) {
            return OpenError::Denied {
                path,
                what,
                source: Box::new(error),
            };
        }
        OpenError::Failed {
            path,
            source: Cause::Io(error),
        }
    }

    /// From what SQLite said of `path`.
    pub(crate) fn sqlite(path: &Path, what: &'static str, error: rusqlite::Error) -> OpenError {
        let path = path.to_owned();
        let source = Cause::from(error);
        if let Cause::ReadOnly(error) = source {
            return OpenError::Denied {
                path,
                what,
                source: Box::new(error),
            };
        }
        OpenError::Failed { path, source }
    }
}
