//! What Typst may know of the world: the template, the paper as data, the fonts. No file, no network, no
//! package, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The template.
static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(file("paper.typ"), include_str!("paper.typ").to_owned()));

/// Where the template reads the paper.
static PAPER: LazyLock<FileId> = LazyLock::new(|| file("paper.json"));

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(Library::default()));

/// The fonts, read once.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let all = raster::FONTS.iter();
    let all: Vec<_> = all
        .filter_map(|font| Font::new(Bytes::new(*font), 0))
        .collect();
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&all)),
        all,
    }
});

struct Fonts {
    book: LazyHash<FontBook>,
    all: Vec<Font>,
}

/// The fonts there are.
pub(crate) fn fonts() -> &'static [Font] {
    &FONTS.all
}

/// What lies on the desk while one paper is set.
pub(crate) struct Desk {
    paper: Bytes,
}

impl Desk {
    /// With this paper on it, as JSON.
    pub(crate) fn with(paper: Vec<u8>) -> Desk {
        Desk {
            paper: Bytes::new(paper),
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() {
            Ok(TEMPLATE.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *PAPER {
            Ok(self.paper.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.all.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A name that only this desk knows.
fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the names of this desk have no steps in them");
    RootedPath::new(VirtualRoot::Project, path).intern()
}
