//! The readers of files: which one reads what, and what a person is told where one refuses.

use std::collections::BTreeSet;

use intake::{
    ActsFile, EntriesFile, EntryKind, Intake, Origin, Page, ReadError, Record, StatusFile,
    UnodaPage,
};
use treaty::ParticipantId;

use crate::failure::Failure;
use crate::files::InputFile;

/// What a file is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A status page of the UN Treaty Collection.
    Mtdsg,
    /// An answer of the UNODA treaties database.
    Unoda,
    /// Acts, or a status, as we export them.
    Acts,
    /// Entries of another kind, as we export them.
    Entries(EntryKind),
}

/// A file that was read.
#[derive(Debug)]
pub enum Document {
    /// A status page.
    Page(Box<Page>),
    /// What UNODA's database says.
    Unoda(Box<UnodaPage>),
    /// A table of acts.
    Acts(ActsFile),
    /// A table of status.
    Status(StatusFile),
    /// A table of entries of another kind.
    Entries(EntriesFile),
}

/// Reads a file. `names` finds the participant of a name, for tables without codes.
///
/// # Errors
///
/// Bad input: the file, the line, the value, and what to do.
pub fn read(
    kind: Kind,
    file: &InputFile,
    names: &dyn Fn(&str) -> Option<ParticipantId>,
) -> Result<Document, Failure> {
    let (name, bytes) = (file.name.as_str(), file.bytes.as_slice());
    let page = |page: Page| Document::Page(Box::new(page));
    let read = match (kind, first_sign(bytes)) {
        (Kind::Mtdsg, _) => intake::read_mtdsg(name, bytes).map(page),
        (Kind::Unoda, _) => {
            intake::read_unoda(name, bytes).map(|read| Document::Unoda(Box::new(read)))
        }
        (Kind::Acts, Some(b'[' | b'{')) if intake::is_status(name, bytes) => {
            intake::read_status_json(name, bytes).map(Document::Status)
        }
        (Kind::Acts, Some(b'[' | b'{')) => {
            intake::read_acts_json(name, bytes).map(Document::Acts)
        }
        (Kind::Acts, Some(b'<')) => intake::read_mtdsg(name, bytes).map(page),
        (Kind::Acts, _) if intake::is_status(name, bytes) => {
            intake::read_status_csv(name, bytes).map(Document::Status)
        }
        (Kind::Acts, _) => intake::read_acts_csv(name, bytes, names).map(Document::Acts),
        (Kind::Entries(kind), Some(b'[' | b'{')) => {
            intake::read_entries_json(name, bytes, kind).map(Document::Entries)
        }
        (Kind::Entries(kind), _) => {
            intake::read_entries_csv(name, bytes, kind, names).map(Document::Entries)
        }
    };
    let document = read.map_err(refused)?;
    if kind == Kind::Acts
        && let Document::Page(page) = &document
        && !page.ours
    {
        return Err(
            Failure::bad_input(format!("{name}: this XML holds no acts of an export"))
                .hint("a status page of the depositary is imported with `accede import mtdsg`"),
        );
    }
    Ok(document)
}

/// The first byte that is no blank and belongs to no byte order mark.
fn first_sign(bytes: &[u8]) -> Option<u8> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes
        .iter()
        .copied()
        .find(|byte| !byte.is_ascii_whitespace())
}

fn refused(error: ReadError) -> Failure {
    let help = error.help();
    Failure::bad_input(error.to_string()).hint(help)
}

impl Document {
    /// What the file gives, compared with `record`.
    pub fn propose(&self, origin: &Origin, record: &dyn Record) -> Intake {
        match self {
            Document::Page(page) => intake::propose(page, origin, record),
            Document::Unoda(page) => intake::propose_unoda(page, origin, record),
            Document::Acts(file) => intake::propose_acts(file, origin, record),
            Document::Status(file) => intake::propose_status(file, origin, record),
            Document::Entries(file) => intake::propose_entries(file, origin, record),
        }
    }

    /// The names of its rows as printed, where it is a page of others.
    pub fn names(&self) -> BTreeSet<&str> {
        match self {
            Document::Page(page) => page.rows.iter().map(|row| row.name.as_str()).collect(),
            Document::Unoda(page) => {
                let names = page.acts.iter().flat_map(|act| &act.names);
                names.map(String::as_str).collect()
            }
            Document::Acts(_) | Document::Status(_) | Document::Entries(_) => BTreeSet::new(),
        }
    }

    /// Whether it is the page of a depositary, which is believed but for what cannot be.
    pub fn is_of_a_depositary(&self) -> bool {
        match self {
            Document::Page(page) => !page.ours,
            Document::Unoda(_) => true,
            Document::Acts(_) | Document::Status(_) | Document::Entries(_) => false,
        }
    }
}
