//! Documents inside a ledger file: a backup is one file, with everything.

use std::path::Path;
use std::{fs, io};

use ledger::Store;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use crate::{
    BlobError, Blobs, DocumentId, Documents, OpenError, Place, Sqlite, TransferError,
    Transferred, Until, copy_documents, documents::unaltered, transfer,
};

/// The table of documents, which is beside those of every ledger.
const TABLE: &str = "
CREATE TABLE IF NOT EXISTS documents (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    bytes  BLOB NOT NULL
) STRICT;";

/// The documents inside a ledger file.
#[derive(Debug)]
pub struct Archive {
    connection: Connection,
}

/// A backup that was not made, or not read.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Its file could not be opened or created.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Its entries could not be copied.
    #[error(transparent)]
    Entries(#[from] TransferError),
    /// A document could not be copied.
    #[error(transparent)]
    Documents(#[from] BlobError),
    /// The file could not be brought to its place.
    #[error("the file could not be brought to its place")]
    Io(#[from] io::Error),
}

impl Archive {
    /// The documents inside the ledger file at `path`, to read.
    ///
    /// # Errors
    ///
    /// [`BlobError`]
    pub fn open(path: &Path) -> Result<Archive, BlobError> {
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
            .map(|connection| Archive { connection })
            .map_err(|error| failed("read", error))
    }

    fn create(path: &Path) -> Result<Archive, BlobError> {
        let connection = Connection::open(path).map_err(|error| failed("keep", error))?;
        connection
            .execute_batch(TABLE)
            .map_err(|error| failed("keep", error))?;
        Ok(Archive { connection })
    }

    /// Whether it has the table at all: a ledger file that is no backup has none.
    fn has_table(&self) -> Result<bool, BlobError> {
        self.connection
            .query_row(
                "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'documents'",
                [],
                |row| row.get(0),
            )
            .map_err(|error| failed("look for", error))
    }
}

impl Documents for Archive {
    fn put(&self, bytes: &[u8]) -> Result<DocumentId, BlobError> {
        let len = bytes.len() as u64;
        if len > Blobs::MAX_LEN {
            return Err(BlobError::TooLarge { len });
        }
        let id = DocumentId::of(bytes);
        self.connection
            .execute(
                "INSERT OR IGNORE INTO documents (sha256, bytes) VALUES (?1, ?2)",
                (id.as_str(), bytes),
            )
            .map_err(|error| failed("keep", error))?;
        Ok(id)
    }

    fn get(&self, id: &DocumentId) -> Result<Vec<u8>, BlobError> {
        let bytes = self
            .connection
            .query_row(
                "SELECT bytes FROM documents WHERE sha256 = ?1",
                [id.as_str()],
                |row| row.get(0),
            )
            .optional()
            .map_err(|error| failed("read", error))?;
        unaltered(id, bytes)
    }

    fn contains(&self, id: &DocumentId) -> Result<bool, BlobError> {
        self.connection
            .query_row(
                "SELECT count(*) FROM documents WHERE sha256 = ?1",
                [id.as_str()],
                |row| row.get(0),
            )
            .map_err(|error| failed("look for", error))
    }

    fn ids(&self) -> Result<Vec<DocumentId>, BlobError> {
        if !self.has_table()? {
            return Ok(Vec::new());
        }
        let list = || -> rusqlite::Result<Vec<String>> {
            let mut names = self
                .connection
                .prepare("SELECT sha256 FROM documents ORDER BY 1")?;
            names.query_map([], |row| row.get(0))?.collect()
        };
        let names = list().map_err(|error| failed("list", error))?;
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }
}

fn failed(what: &'static str, error: rusqlite::Error) -> BlobError {
    BlobError::Store {
        what,
        source: Box::new(error),
    }
}

/// Writes the chain of `from` up to `until`, and all documents, into one new ledger file at `out`,
/// whole or not at all. Whoever writes to `from` meanwhile is not stopped. Gives what was copied, and
/// how many documents.
///
/// # Errors
///
/// [`BackupError`]
pub fn back_up(
    from: &dyn Store,
    documents: &dyn Documents,
    until: Until,
    out: &Path,
) -> Result<(Transferred, usize), BackupError> {
    if out.exists() {
        return Err(OpenError::AlreadyThere(out.to_owned()).into());
    }
    let mut new = out.as_os_str().to_owned();
    new.push(format!(".new-{}.sqlite", std::process::id()));
    let new = Path::new(&new);
    let made = make(from, documents, until, new).and_then(|made| {
        fs::File::open(new)?.sync_all()?;
        fs::rename(new, out)?;
        Ok(made)
    });
    // Its note is not needed: what is at its end, the file says itself.
    let _ = fs::remove_file(Place::at(new).note());
    if made.is_err() {
        // The first failure is the one to tell of.
        let _ = fs::remove_file(new);
    }
    made
}

fn make(
    from: &dyn Store,
    documents: &dyn Documents,
    until: Until,
    new: &Path,
) -> Result<(Transferred, usize), BackupError> {
    let copied = {
        let mut ledger = Sqlite::create(new)?;
        transfer(from, &mut ledger, until)?
    };
    let archive = Archive::create(new)?;
    let (all, _) = copy_documents(documents, &archive)?;
    Ok((copied, all))
}
