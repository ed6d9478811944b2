//! What stands behind the catalogue of the library: indexes, texts and files. Each index is of one viewer's world and holds
//! nothing else, so that no answer can tell of more.

mod shelves;

use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use ledger::Audience;
use library::{Reading, Shelf, ShelfError};
use sha2::{Digest, Sha256};
use store::{BlobError, DocumentId, Documents, Location};
use transcribe::Text;
use treaty::Lang;
use world::view::LibraryCard;
use world::{Viewer, World};

pub use self::shelves::Shelves;

/// Where indexes stand in the data directory. They can be thrown away: they are made again.
const INDEX: &str = "index";

/// The library behind a ledger.
pub struct Stacks {
    /// A connection to a database answers one at a time.
    documents: Mutex<Box<dyn Documents>>,
    index: Option<PathBuf>,
}

/// Why something of the library cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum StacksError {
    /// A file or text cannot be read.
    #[error("a document of the library cannot be read")]
    Document(#[from] BlobError),
    /// A text is not one of this program, or of a later one.
    #[error(
        "the text kept under {sha256} cannot be read: it was kept by a later release of the program"
    )]
    Text {
        /// Its hash.
        sha256: String,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// An index cannot be made.
    #[error("the library cannot be indexed")]
    Index(#[from] ShelfError),
}

impl Stacks {
    /// The library of the ledger that is kept there. In a data directory its indexes are kept too, each in a folder of its
    /// own; beside a database they are made in memory.
    ///
    /// # Errors
    ///
    /// What opening gives.
    pub fn at(location: &Location) -> Result<Stacks, store::LocationError> {
        let index = match location {
            Location::Files(path) => Some(path.join(INDEX)),
            Location::Database(_) => None,
        };
        Ok(Stacks {
            documents: Mutex::new(location.documents()?),
            index,
        })
    }

    /// The library of a ledger whose files and texts these are. Its indexes are made in memory.
    pub fn over(documents: Box<dyn Documents>) -> Stacks {
        Stacks {
            documents: Mutex::new(documents),
            index: None,
        }
    }

    /// The bytes kept under a hash, of a file or of a text: beside the ledger, or shipped with the program. `None` where
    /// they are not kept here.
    ///
    /// # Errors
    ///
    /// [`StacksError::Document`] where they cannot be read, or were altered.
    pub fn bytes(&self, sha256: &str) -> Result<Option<Vec<u8>>, StacksError> {
        let Ok(id) = sha256.parse::<DocumentId>() else {
            return Ok(None);
        };
        // A panic while it was held can only have been in reading.
        let documents = self
            .documents
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        match documents.get(&id) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(BlobError::NotFound(_)) => Ok(shipped::document(sha256).map(<[u8]>::to_vec)),
            Err(error) => Err(error.into()),
        }
    }

    /// The text kept under a hash.
    ///
    /// # Errors
    ///
    /// [`StacksError`], where it cannot be read.
    pub fn text(&self, sha256: &str) -> Result<Option<Text>, StacksError> {
        let Some(bytes) = self.bytes(sha256)? else {
            return Ok(None);
        };
        let text = serde_json::from_slice(&bytes);
        text.map(Some).map_err(|source| StacksError::Text {
            sha256: sha256.to_owned(),
            source,
        })
    }

    /// Everything that the world of `viewer` holds, ready to be searched. Indexes what is new since the last time; where
    /// no index can be kept, all of it, in memory.
    ///
    /// # Errors
    ///
    /// [`StacksError`], where a text cannot be read or an index cannot be made.
    pub fn of(&self, world: &World, viewer: &Viewer) -> Result<library::Stacks, StacksError> {
        let cards = world.library(Lang::En);
        // Where there is no data directory yet, reading makes none.
        let index = self.index.as_ref();
        let index = index.filter(|index| index.parent().is_none_or(Path::is_dir));
        let kept = index.map(|index| index.join(folder(viewer)));
        let kept = kept.and_then(|folder| self.kept(&folder, &cards).transpose());
        match kept {
            Some(reading) => Ok(library::Stacks::new([reading?])),
            None => self.in_memory(&cards),
        }
    }

    /// The same of a world that is not asked for again and again, as of a past moment: nothing of it is kept.
    ///
    /// # Errors
    ///
    /// [`StacksError`], as [`Stacks::of`].
    pub fn of_once(&self, world: &World) -> Result<library::Stacks, StacksError> {
        self.in_memory(&world.library(Lang::En))
    }

    fn in_memory(&self, cards: &[LibraryCard]) -> Result<library::Stacks, StacksError> {
        let reading = self.filled(Shelf::in_memory()?, cards)?;
        Ok(library::Stacks::new([reading]))
    }

    /// The shelf in a folder, brought up to date; `None` where it cannot be, as in a directory that is only read, or while
    /// another process writes there.
    fn kept(
        &self,
        folder: &Path,
        cards: &[LibraryCard],
    ) -> Result<Option<std::sync::Arc<Reading>>, StacksError> {
        if make_private(folder).is_err() {
            return Ok(None);
        }
        let Ok((shelf, _)) = Shelf::open(folder) else {
            return Ok(None);
        };
        match self.filled(shelf, cards) {
            Err(StacksError::Index(_)) => Ok(None),
            filled => filled.map(Some),
        }
    }

    fn filled(
        &self,
        mut shelf: Shelf,
        cards: &[LibraryCard],
    ) -> Result<std::sync::Arc<Reading>, StacksError> {
        let mut unread = None;
        let wanted = cards
            .iter()
            .map(|card| (card.entry.to_string(), library::stamp(card)));
        let by_key: std::collections::BTreeMap<String, &LibraryCard> = cards
            .iter()
            .map(|card| (card.entry.to_string(), card))
            .collect();
        shelf.sync(wanted, |key| {
            let Some(card) = by_key.get(key) else {
                return library::Item::default();
            };
            let text = card.text.as_deref().map(|sha256| self.text(sha256));
            let text = text.transpose().unwrap_or_else(|error| {
                unread.get_or_insert(error);
                None
            });
            library::item(card, text.flatten().as_ref())
        })?;
        match unread {
            // What cannot be read today may be readable tomorrow: then its stamp must be another.
            Some(error) => {
                shelf.sync(std::iter::empty::<(String, String)>(), |_| {
                    library::Item::default()
                })?;
                Err(error)
            }
            None => Ok(shelf.reading()),
        }
    }
}

/// The folder of a viewer's index: a hash, since names of teams are nobody's business in a listing of files.
fn folder(viewer: &Viewer) -> String {
    if *viewer == Viewer::public() {
        return "public".to_owned();
    }
    let teams = Audience::Teams(viewer.teams.clone());
    let told = format!("{} {teams}", viewer.sees(&Audience::SignedIn));
    let digest = Sha256::digest(told.as_bytes());
    digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Makes a folder that its owner alone may read: an index holds what documents say.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
