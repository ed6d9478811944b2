//! A paper in its forms, as commands write them to a file and pages hand out.

use std::sync::Arc;

use report::{Form, Paper, docx, html, markdown};

use crate::failure::Failure;

/// Dots to the inch of pictures in a document for Word.
const DPI: u32 = 300;

/// Whether this build of the program makes PDFs.
pub const PDF: bool = cfg!(feature = "pdf");

/// A paper in this form.
///
/// # Errors
///
/// A picture that cannot be drawn, what Word could not read or Typst would not set, and a PDF where this build
/// makes none ([`PDF`]).
pub fn written(paper: &Paper, form: Form) -> Result<Vec<u8>, Failure> {
    match form {
        Form::Docx => {
            let dots = |svg: &str, millimetres| Ok(raster::print(svg, millimetres, DPI)?);
            docx::write(paper, &dots).map_err(|cause| not_written().because(cause))
        }
        Form::Pdf => pdf(paper),
        Form::Html => Ok(html::page(paper).into_bytes()),
        Form::Md => Ok(markdown::write(paper).into_bytes()),
    }
}

fn not_written() -> Failure {
    Failure::store("the document could not be written")
}

#[cfg(feature = "pdf")]
fn pdf(paper: &Paper) -> Result<Vec<u8>, Failure> {
    press::write(paper).map_err(|cause| not_written().because(cause))
}

#[cfg(not(feature = "pdf"))]
fn pdf(_paper: &Paper) -> Result<Vec<u8>, Failure> {
    Err(no_pdf())
}

/// Why there is no PDF where this build makes none.
pub(crate) fn no_pdf() -> Failure {
    Failure::usage("this build of accede was made without PDF").hint(
        "write the report as a docx or html, which a word processor or browser can save as PDF; or build accede with its feature `pdf`",
    )
}

/// The pages, which hand out reports as PDF too where this build makes any.
pub fn with_printer(app: web::App) -> web::App {
    if !PDF {
        return app;
    }
    app.printing(Arc::new(|paper: &Paper| {
        pdf(paper).map_err(|failure| failure.to_string())
    }))
}

/// The letters of a paper that a PDF of it shows as U+FFFD, because no font of the program has them.
#[cfg(feature = "pdf")]
pub fn missing(paper: &Paper) -> Vec<char> {
    press::missing(paper)
}

/// The letters of a paper that a PDF of it shows as U+FFFD: none, where this build makes no PDF.
#[cfg(not(feature = "pdf"))]
pub fn missing(_paper: &Paper) -> Vec<char> {
    Vec::new()
}
