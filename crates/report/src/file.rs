//! The forms a paper has.

use std::fmt;
use std::str::FromStr;

/// A form of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A document for Word and LibreOffice.
    Docx,
    /// A PDF with its structure in it.
    Pdf,
    /// A page that needs nothing beside itself.
    Html,
    /// Markdown.
    Md,
}

/// A word that names no form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is none of: docx, pdf, html, md")]
pub struct UnknownForm(
    /// What was given.
    pub String,
);

impl Form {
    /// All of them.
    pub const ALL: [Form; 4] = [Form::Docx, Form::Pdf, Form::Html, Form::Md];

    /// Its word, which is how its files end too.
    pub fn word(self) -> &'static str {
        match self {
            Form::Docx => "docx",
            Form::Pdf => "pdf",
            Form::Html => "html",
            Form::Md => "md",
        }
    }

    /// What a server calls it.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            Form::Pdf => "application/pdf",
            Form::Html => "text/html; charset=utf-8",
            Form::Md => "text/markdown; charset=utf-8",
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Form {
    type Err = UnknownForm;

    fn from_str(word: &str) -> Result<Form, UnknownForm> {
        let found = Form::ALL.into_iter().find(|form| form.word() == word);
        found.ok_or_else(|| UnknownForm(word.to_owned()))
    }
}
