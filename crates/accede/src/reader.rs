//! The readers of files: which one reads what, and what a person is told where one refuses.

use intake::{Intake, Origin, ReadError, Record};

use crate::failure::Failure;
use crate::files::InputFile;

/// What a file is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A status page of the UN Treaty Collection.
    Mtdsg,
    /// An answer of the UNODA treaties database.
    Unoda,
    /// Acts as we export them.
    Acts,
}

/// A file that was read.
#[derive(Debug)]
pub enum Document {
    /// A status page.
    Page(intake::Page),
}

/// Reads a file.
///
/// # Errors
///
/// Bad input: the file, the line, the value, and what to do.
pub fn read(kind: Kind, file: &InputFile) -> Result<Document, Failure> {
    let refused = |error: ReadError| {
        let help = error.help();
        Failure::bad_input(error.to_string()).hint(help)
    };
    match kind {
        Kind::Mtdsg | Kind::Unoda | Kind::Acts => {
            intake::read_mtdsg(&file.name, &file.bytes).map(Document::Page).map_err(refused)
        }
    }
}

impl Document {
    /// What the file gives, compared with `record`.
    pub fn propose(&self, origin: &Origin, record: &dyn Record) -> Intake {
        match self {
            Document::Page(page) => intake::propose(page, origin, record),
        }
    }

    /// Whether it is the page of a depositary, which is believed but for what cannot be.
    pub fn is_of_a_depositary(&self) -> bool {
        match self {
            Document::Page(page) => page.exported.is_empty(),
        }
    }
}
