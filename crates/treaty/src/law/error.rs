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
    /// The line, counted from 1, where the place is known.
    pub line: Option<usize>,
    #[source_code]
    file: NamedSource<String>,
    #[label("here")]
    at: Option<SourceSpan>,
}

impl LawError {
    pub(super) fn new(name: &str, text: &str, what: String, at: Option<Range<usize>>) -> Self {
        let before = at.as_ref().and_then(|at| text.as_bytes().get(..at.start));
        let line =
            before.map(|before| before.iter().filter(|byte| **byte == b'\n').count() + 1);
        LawError {
            what,
            line,
            file: NamedSource::new(name, text.to_owned()),
            at: at.map(SourceSpan::from),
        }
    }
}
