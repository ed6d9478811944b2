#![doc = include_str!("../README.md")]

mod desk;
mod letters;
mod sheet;

use report::Paper;
use report::paper::NoteForm;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, pdf};

use desk::Desk;
use letters::Letters;
use sheet::Sheet;

/// Why a paper could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// A PDF that is read aloud begins with its title, and this paper has none.
    #[error("a PDF needs a title, and the paper has none")]
    Untitled,
    /// A row is not as long as there are columns.
    #[error("row {row} of the table `{key}` is not as long as the table is wide")]
    Row {
        /// Of which table.
        key: String,
        /// Which, from 1.
        row: usize,
    },
    /// A picture says nothing to whoever does not see it, and has no caption either.
    #[error("the picture `{key}` is not described")]
    Undescribed {
        /// Which.
        key: String,
    },
    /// What the paper says could not be laid out for the template.
    #[error("the paper could not be given to the template")]
    Sheet(#[source] serde_json::Error),
    /// What Typst refused: a drawing that is none, or what may not be in a PDF/UA.
    #[error("the paper could not be set: {}", .0.join("; "))]
    Refused(
        /// What it said, of each thing.
        Vec<String>,
    ),
}

/// The paper as a PDF/UA-1: its structure is in it, and Typst itself refuses to write what breaks the rules
/// of that standard it can see. The same paper is the same bytes.
///
/// A letter that no font of the program has stands as U+FFFD; [`missing`] names them. Notes to be printed at the
/// foot of pages stand at the end where Typst cannot keep the structure otherwise: so it is with long ones, which run
/// over pages themselves, in lists.
///
/// # Errors
///
/// A paper without a title, a row that is not as long as its table is wide, a picture that is not described, and
/// what Typst refuses.
pub fn write(paper: &Paper) -> Result<Vec<u8>, PressError> {
    match set(paper) {
        Err(PressError::Refused(_)) if paper.notes == NoteForm::Foot => set(&Paper {
            notes: NoteForm::End,
            ..paper.clone()
        }),
        done => done,
    }
}

fn set(paper: &Paper) -> Result<Vec<u8>, PressError> {
    let letters = Letters::all();
    let sheet = Sheet::of(paper, letters)?;
    let bytes = serde_json::to_vec(&sheet).map_err(PressError::Sheet)?;
    let desk = Desk::with(bytes);
    let printed = printed(&desk, &sheet.ident());
    // What Typst remembers for the next time may be of one who may see more than the next.
    comemo::evict(0);
    printed
}

/// The letters of a paper that no font of the program has, each once, in the order of their numbers.
pub fn missing(paper: &Paper) -> Vec<char> {
    let letters = Letters::noting();
    // A paper that is refused is refused again when it is written.
    drop(Sheet::of(paper, &letters));
    letters.noted()
}

fn printed(desk: &Desk, ident: &str) -> Result<Vec<u8>, PressError> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(desk);
    let document = output.map_err(|why| refused(&why))?;
    // The template is ours: what Typst warns of is a fault in it.
    debug_assert!(warnings.is_empty(), "{warnings:?}");
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|why| PressError::Refused(vec![why.message().to_string()]))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("Accede".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    pdf(&document, &options).map_err(|why| refused(&why))
}

fn refused(all: &[SourceDiagnostic]) -> PressError {
    let said = all.iter().map(|one| one.message.to_string());
    PressError::Refused(said.collect())
}
