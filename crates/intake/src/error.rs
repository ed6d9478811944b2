//! Why a file was not read: always with the file, the place, the value and what to do.

use std::fmt;

/// A place in a file as people find it: line and column, both from 1. A column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Position {
    /// The place of a byte in a text. Past the end: the last place.
    pub fn of(text: &str, byte: usize) -> Position {
        let mut end = byte.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.bytes().filter(|b| *b == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// A file that was refused whole. Nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {what}{}", at.map(|at| format!(" ({at})")).unwrap_or_default())]
pub struct ReadError {
    /// The file, as the caller named it.
    pub file: String,
    /// What is wrong with it.
    pub what: What,
    /// Where, if it has a place.
    pub at: Option<Position>,
}

/// What can be wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// No bytes, or nothing but blanks.
    #[error("the file is empty")]
    Empty,
    /// More bytes than any such file has.
    #[error("the file has {size} bytes; at most {limit} are read")]
    TooLarge {
        /// Its size in bytes.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// Not text.
    #[error("this is not text but {looks_like}")]
    Binary {
        /// What it looks like.
        looks_like: &'static str,
    },
    /// Bytes that are no characters of the encoding the file declares.
    #[error("wrong encoding: `{value}` is not {encoding}")]
    WrongEncoding {
        /// The encoding that was declared, or presumed where none was.
        encoding: String,
        /// The bytes, in hexadecimal.
        value: String,
    },
    /// An encoding nobody knows.
    #[error("the file declares the encoding `{0}`, which is not known")]
    UnknownEncoding(String),
    /// The server's page for times of maintenance.
    #[error("this is the server's maintenance page, not a treaty")]
    Maintenance,
    /// An HTML or XML file without a table of participants.
    #[error("there is no table of participants in it")]
    NoTable,
    /// The file ends before it is complete.
    #[error("the file is cut off: {0}")]
    Truncated(String),
    /// Deeper or more than any such file.
    #[error("{0}")]
    Excessive(String),
    /// A column heading that has no meaning here.
    #[error("unknown column heading `{heading}`: {why}")]
    UnknownHeading {
        /// The heading as printed.
        heading: String,
        /// Which part of it, and why.
        why: String,
    },
    /// The form is not what it should be.
    #[error("{what}: `{value}`")]
    Malformed {
        /// What was expected.
        what: String,
        /// What stands there.
        value: String,
    },
}

impl ReadError {
    pub(crate) fn new(file: &str, what: What) -> ReadError {
        ReadError {
            file: file.to_owned(),
            what,
            at: None,
        }
    }

    pub(crate) fn at(file: &str, what: What, at: Position) -> ReadError {
        ReadError {
            file: file.to_owned(),
            what,
            at: Some(at),
        }
    }

    /// What the person can do about it.
    pub fn help(&self) -> &'static str {
        match &self.what {
            What::Empty => "fetch the page again, and look at its size before importing it",
            What::TooLarge { .. } => {
                "give one page or file at a time; no treaty's page is that large"
            }
            What::Binary { .. } => "save the page as HTML or XML, not as PDF, archive or image",
            What::WrongEncoding { .. } => {
                "save the file again in the encoding it declares, or mend the declaration"
            }
            What::UnknownEncoding(_) => "save the file as UTF-8 and declare `UTF-8`",
            What::Maintenance => {
                "the depositary's server was closed; fetch the page again later"
            }
            What::NoTable => "save the treaty's own status page, not an index or a search",
            What::Truncated(_) => "fetch the file again; nothing was taken from the half",
            What::Excessive(_) => {
                "no such file of the depositary looks like this; fetch it again"
            }
            What::UnknownHeading { .. } => {
                "if the depositary has begun to use this heading, its meaning must be added to \
                 intake (docs/formats.md lists those known); nothing was taken"
            }
            What::Malformed { .. } => {
                "mend the file at the place; docs/formats.md describes the form"
            }
        }
    }
}

/// One row of a table that cannot be taken, with the place and the value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[error("{file}: line {line}, column `{column}`: {why}: `{value}`")]
pub struct RowError {
    /// The file.
    pub file: String,
    /// The line the row begins on, from 1.
    pub line: u64,
    /// The column's name.
    pub column: String,
    /// The value as read.
    pub value: String,
    /// Why it cannot be taken, and what would do.
    pub why: String,
}
