//! Where the files of a ledger lie.

use std::path::{Path, PathBuf};

/// The paths of one ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    ledger: PathBuf,
}

impl Place {
    /// The name of the ledger in a data directory.
    pub const LEDGER: &'static str = "ledger.sqlite";

    /// The ledger in the data directory `path`, or the ledger file `path`.
    ///
    /// What exists decides. What does not exist is a file if it is called `….sqlite`, else a
    /// directory.
    pub fn at(path: impl AsRef<Path>) -> Place {
        let path = path.as_ref();
        let called_file = path
            .extension()
            .is_some_and(|extension| extension == "sqlite");
        let ledger = if path.is_file() || (called_file && !path.is_dir()) {
            path.to_owned()
        } else {
            path.join(Place::LEDGER)
        };
        Place { ledger }
    }

    /// The SQLite file.
    pub fn ledger(&self) -> &Path {
        &self.ledger
    }

    /// The note of the last head: `ledger.head` beside `ledger.sqlite`.
    pub fn note(&self) -> PathBuf {
        self.ledger.with_extension("head")
    }

    /// The directory of documents: `documents` beside the ledger.
    pub fn documents(&self) -> PathBuf {
        self.ledger.with_file_name("documents")
    }

    /// The file of what is known of persons: `people.sqlite` beside `ledger.sqlite`, and
    /// `copy.people.sqlite` beside `copy.sqlite`, whose persons are others.
    pub fn people(&self) -> PathBuf {
        if self
            .ledger
            .file_name()
            .is_some_and(|name| name == Place::LEDGER)
        {
            return self.ledger.with_file_name("people.sqlite");
        }
        self.ledger.with_extension("people.sqlite")
    }

    /// The file in which SQLite keeps what it has not yet moved into the ledger.
    pub(crate) fn wal(&self) -> PathBuf {
        let mut name = self.ledger.clone().into_os_string();
        name.push("-wal");
        name.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_holds_the_ledger_and_a_file_is_one() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(
            Place::at(dir.path()).ledger(),
            dir.path().join("ledger.sqlite")
        );
        let file = dir.path().join("copy.db");
        std::fs::write(&file, "").unwrap();
        assert_eq!(Place::at(&file).ledger(), file);
        assert_eq!(Place::at(&file).note(), dir.path().join("copy.head"));
        let new = Place::at(dir.path().join("new.sqlite"));
        assert_eq!(new.ledger(), dir.path().join("new.sqlite"));
        assert_eq!(new.documents(), dir.path().join("documents"));
        assert_eq!(new.people(), dir.path().join("new.people.sqlite"));
        assert_eq!(
            Place::at(dir.path()).people(),
            dir.path().join("people.sqlite")
        );
        assert_eq!(
            Place::at("no/where").ledger(),
            Path::new("no/where/ledger.sqlite")
        );
    }
}
