//! Documents, each kept under the hash of its bytes.
//!
//! A document is written once and never changed. What is read is checked against its name, so
//! that a source that was altered on disk is never shown as the one that was read.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::Documents;
use crate::private;

/// The SHA-256 of a document: the name under which it is kept, and `sha256` of a source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(String);

/// What was given is no SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no SHA-256: it has 64 digits of 0-9 and a-f")]
pub struct BadDocumentId(String);

impl DocumentId {
    /// The name of a document with these bytes.
    pub fn of(bytes: &[u8]) -> DocumentId {
        DocumentId(
            Sha256::digest(bytes)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        )
    }

    /// 64 digits of `0-9` and `a-f`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for DocumentId {
    type Err = BadDocumentId;

    fn from_str(s: &str) -> Result<DocumentId, BadDocumentId> {
        let fits = s.len() == 64 && s.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if fits {
            Ok(DocumentId(s.to_owned()))
        } else {
            Err(BadDocumentId(s.to_owned()))
        }
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A document that was not kept or not found.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// Larger than any document may be.
    #[error(
        "the document has {len} bytes, and at most {} are kept; keep its address and its hash in the source instead",
        Blobs::MAX_LEN
    )]
    TooLarge {
        /// Its length in bytes.
        len: u64,
    },
    /// Not kept here.
    #[error("the document {0} is not kept here")]
    NotFound(DocumentId),
    /// Its bytes are others than those that were put.
    #[error(
        "the document {id} was altered on disk: its bytes have the hash {found}; restore it from a backup, or import the document again"
    )]
    Altered {
        /// The document.
        id: DocumentId,
        /// The hash of what is there.
        found: DocumentId,
    },
    /// The file system failed.
    #[error("could not {what} the document {id} at `{}`", path.display())]
    Io {
        /// What was attempted.
        what: &'static str,
        /// The document.
        id: DocumentId,
        /// Its file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Where documents are kept in a database or a backup, that failed.
    #[error("could not {what} a document")]
    Store {
        /// What was attempted.
        what: &'static str,
        /// What it said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// A directory of documents.
#[derive(Debug, Clone)]
pub struct Blobs {
    directory: PathBuf,
}

impl Blobs {
    /// The largest document that is kept, in bytes: 256 MiB, which no document of the field
    /// comes near. It is held in memory whole.
    pub const MAX_LEN: u64 = 256 * 1024 * 1024;

    /// The documents in `directory`, which is made when the first is put.
    pub fn at(directory: impl Into<PathBuf>) -> Blobs {
        Blobs {
            directory: directory.into(),
        }
    }

    /// Keeps a document and gives its name. When this returns, it is on disk; one that is there
    /// already is not written again, unless it was altered.
    ///
    /// # Errors
    ///
    /// [`BlobError::TooLarge`], [`BlobError::Io`]
    pub fn put(&self, bytes: &[u8]) -> Result<DocumentId, BlobError> {
        let len = bytes.len() as u64;
        if len > Blobs::MAX_LEN {
            return Err(BlobError::TooLarge { len });
        }
        let id = DocumentId::of(bytes);
        if self.get(&id).is_ok() {
            return Ok(id);
        }
        let path = self.path(&id);
        write_whole(&path, bytes).map_err(|source| {
            let (id, path) = (id.clone(), path.clone());
            BlobError::Io {
                what: "keep",
                id,
                path,
                source,
            }
        })?;
        Ok(id)
    }

    /// The bytes of a document, as they were put.
    ///
    /// # Errors
    ///
    /// [`BlobError::NotFound`]; [`BlobError::Altered`] if the bytes on disk are others.
    pub fn get(&self, id: &DocumentId) -> Result<Vec<u8>, BlobError> {
        let path = self.path(id);
        let mut bytes = Vec::new();
        let read = File::open(&path)
            .and_then(|file| file.take(Blobs::MAX_LEN + 1).read_to_end(&mut bytes));
        if let Err(source) = read {
            return Err(match source.kind() == io::ErrorKind::NotFound {
                true => BlobError::NotFound(id.clone()),
                false => BlobError::Io {
                    what: "read",
                    id: id.clone(),
                    path,
                    source,
                },
            });
        }
        let found = DocumentId::of(&bytes);
        if found == *id {
            Ok(bytes)
        } else {
            Err(BlobError::Altered {
                id: id.clone(),
                found,
            })
        }
    }

    /// Whether a document is kept here. Does not read it.
    pub fn contains(&self, id: &DocumentId) -> bool {
        self.path(id).is_file()
    }

    /// The file of a document: `sha256/ab/cdef…`, the first two digits making the directory.
    pub fn path(&self, id: &DocumentId) -> PathBuf {
        let (first, rest) = id.0.split_at(2);
        self.directory.join("sha256").join(first).join(rest)
    }
}

impl Documents for Blobs {
    fn put(&self, bytes: &[u8]) -> Result<DocumentId, BlobError> {
        Blobs::put(self, bytes)
    }

    fn get(&self, id: &DocumentId) -> Result<Vec<u8>, BlobError> {
        Blobs::get(self, id)
    }

    fn contains(&self, id: &DocumentId) -> Result<bool, BlobError> {
        Ok(Blobs::contains(self, id))
    }

    fn ids(&self) -> Result<Vec<DocumentId>, BlobError> {
        let failed = |error: io::Error| BlobError::Store {
            what: "list",
            source: Box::new(error),
        };
        let mut ids = Vec::new();
        for directory in listed(&self.directory.join("sha256")).map_err(failed)? {
            for file in listed(&directory).map_err(failed)? {
                let parts = [&directory, &file].map(|path| path.file_name());
                let name: String = parts
                    .into_iter()
                    .flatten()
                    .map(|n| n.to_string_lossy())
                    .collect();
                // What is not called by a hash was left by a write that was interrupted.
                ids.extend(name.parse::<DocumentId>().ok());
            }
        }
        ids.sort();
        Ok(ids)
    }
}

/// What a directory holds; nothing if it is not there, or is none.
fn listed(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            return Ok(Vec::new());
        }
        Err(error) => return Err(error),
    };
    entries.map(|entry| Ok(entry?.path())).collect()
}

/// Writes a file so that it is there whole or not at all, also after a power cut. A temporary file is its owner's
/// alone, and so is what it becomes.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let directory = path.parent().expect("every document lies in a directory");
    private::create_dir_all(directory)?;
    let mut new = tempfile::Builder::new()
        .prefix("new-")
        .tempfile_in(directory)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    new.persist(path)?;
    // The names too must be on disk. Only Unix lets one open a directory for that.
    #[cfg(unix)]
    for directory in directory.ancestors().take(3) {
        File::open(directory)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_kept_under_the_hash_of_its_bytes() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = Blobs::at(dir.path().join("documents"));
        // SHA-256 of "abc": FIPS 180-4, the first example of its publishers.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let id = blobs.put(b"abc").unwrap();
        assert_eq!(id.as_str(), abc);
        assert_eq!(
            blobs.path(&id),
            dir.path().join("documents/sha256/ba").join(&abc[2..])
        );
        assert_eq!(blobs.get(&abc.parse().unwrap()).unwrap(), b"abc");
        assert!(blobs.contains(&id));
        assert_eq!(blobs.put(b"abc").unwrap(), id);
        let kept = fs::read_dir(dir.path().join("documents/sha256/ba"))
            .unwrap()
            .count();
        assert_eq!(kept, 1, "nothing else is left");
        assert_eq!(blobs.get(&blobs.put(b"").unwrap()).unwrap(), b"");
    }

    #[test]
    fn a_document_that_is_not_there_is_not_found() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = Blobs::at(dir.path().join("nowhere"));
        let id = DocumentId::of(b"never put");
        assert!(!blobs.contains(&id));
        assert!(matches!(blobs.get(&id), Err(BlobError::NotFound(missing)) if missing == id));
    }

    #[test]
    fn a_document_altered_on_disk_is_never_given_out_and_can_be_put_again() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = Blobs::at(dir.path());
        let id = blobs.put(b"as it was read").unwrap();
        for altered in ["as it was rEad", "", "as it was read "] {
            fs::write(blobs.path(&id), altered).unwrap();
            let refused = blobs.get(&id).unwrap_err();
            assert!(matches!(refused, BlobError::Altered { .. }), "{altered}");
        }
        blobs.put(b"as it was read").unwrap();
        assert_eq!(blobs.get(&id).unwrap(), b"as it was read");
    }

    #[test]
    fn a_document_beyond_the_limit_is_refused_before_anything_is_written() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = Blobs::at(dir.path().join("documents"));
        let len = usize::try_from(Blobs::MAX_LEN).unwrap() + 1;
        let refused = blobs.put(&vec![0; len]).unwrap_err();
        assert!(
            refused
                .to_string()
                .starts_with("the document has 268435457 bytes, and at most")
        );
        assert!(!dir.path().join("documents").exists());
    }

    #[test]
    fn what_is_no_hash_is_no_name_of_a_document() {
        for text in [
            "",
            "abc",
            "../../../../etc/passwd",
            &"A".repeat(64),
            &"é".repeat(32),
        ] {
            assert!(text.parse::<DocumentId>().is_err(), "{text}");
        }
    }
}
