//! Why a file is not read, in the terms of whoever brought it.

use serde::{Deserialize, Serialize};

use crate::text::Format;

/// Why nothing was read of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ReadError {
    /// There are no bytes.
    #[error("the file is empty")]
    Nothing,
    /// It is of a kind that is not read.
    #[error("{0}")]
    Unknown(Unknown),
    /// It needs a password.
    #[error(
        "the {0} is locked with a password: open it, save it without one, and bring that file"
    )]
    Locked(Format),
    /// So little of it is whole that there is nothing to read.
    #[error("the {format} is damaged ({what}): ask whoever sent it for it again")]
    Damaged {
        /// What it seems to be.
        format: Format,
        /// What is wrong with it.
        what: String,
    },
    /// It is too large in some way.
    #[error("{0}")]
    TooLarge(Bound),
}

/// What a file is that is not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// A picture, in a format of this name.
    #[error(
        "this is a picture ({0}), and pictures are not read: a program that recognises letters can make a PDF \
         with text of it"
    )]
    Picture(String),
    /// A document of Word before 2007.
    #[error(
        "this is a document in the old format of Word (.doc), or another file of that age: save it as .docx \
         or PDF, and bring that file"
    )]
    OldOffice,
    /// A text in another format, of this name.
    #[error(
        "this is a text in the format {0}, which is not read: save it as .docx or PDF, and bring that file"
    )]
    OtherText(String),
    /// A spreadsheet.
    #[error(
        "this is a spreadsheet, which is not read as a document: save it as PDF, and bring that file"
    )]
    Spreadsheet,
    /// Slides.
    #[error("these are slides, which are not read: save them as PDF, and bring that file")]
    Slides,
    /// An archive, in a format of this name.
    #[error("this is an archive ({0}): unpack it, and bring the files one by one")]
    Archive(String),
    /// Sound or film.
    #[error("this is sound or film, which is not read: bring its transcript")]
    Media,
    /// A program.
    #[error("this is a program, not a document")]
    Program,
    /// XML that is no page.
    #[error("this is data in XML, not a document")]
    Xml,
    /// None of the kinds that are known.
    #[error(
        "this is no kind of document that is known here: PDF, DOCX, HTML, plain text, Markdown or e-mail"
    )]
    Other,
}

/// What a file has too much of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Bytes.
    #[error("the file has {is} bytes; at most {most} are read: bring it in parts")]
    Bytes {
        /// How many it has.
        is: u64,
        /// How many are read at most.
        most: u64,
    },
    /// Bytes, once unpacked.
    #[error(
        "what is packed in the file comes to more than {most} bytes; no text needs as much"
    )]
    Unpacked {
        /// How many are unpacked at most.
        most: u64,
    },
    /// Parts.
    #[error("the file has more than {most} parts; no text needs as many")]
    Parts {
        /// How many are looked at, at most.
        most: u32,
    },
    /// Pages.
    #[error("the file has {is} pages; at most {most} are read: bring it in parts")]
    Pages {
        /// How many it has.
        is: u64,
        /// How many are read at most.
        most: u32,
    },
    /// Elements within elements.
    #[error("the parts of the file are nested more than {most} deep; no text needs as much")]
    Depth {
        /// How deep they are read at most.
        most: u32,
    },
}
