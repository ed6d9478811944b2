//! What is wrong with a treaty file, shown at the place.

use std::ops::Range;

use miette::{Diagnostic, NamedSource, SourceSpan};

/// A treaty file that does not say what it must, with the place.
///
/// Shown with the line and a pointer; see `docs/rules.md` for the fields.
#[derive(Debug, thiserror::Error, Diagnostic)]
#[error("{what}")]
#[diagnostic(
    code(treaty_file::unreadable),
    help("the fields are described in docs/rules.md")
)]
pub struct LawError {
    /// What is wrong.
    pub what: String,
    #[source_code]
    file: NamedSource<String>,
    #[label("here")]
    at: Option<SourceSpan>,
}

impl LawError {
    pub(super) fn new(name: &str, text: &str, what: String, at: Option<Range<usize>>) -> Self {
        LawError {
            what,
            file: NamedSource::new(name, text.to_owned()),
            at: at.map(SourceSpan::from),
        }
    }

    /// The line, counted from 1, where the place is known.
    pub fn line(&self) -> Option<usize> {
        let before = self.file.inner().as_bytes().get(..self.at?.offset())?;
        Some(before.iter().filter(|byte| **byte == b'\n').count() + 1)
    }
}
