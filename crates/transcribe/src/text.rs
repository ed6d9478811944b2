//! What a file says.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The form of a [`Text`] that is kept: raised when what is written changes its meaning.
pub const TEXT_FORM: u32 = 1;

/// What a file says, with the structure its maker gave it.
///
/// A text is kept beside its original, under the hash of its bytes as JSON, once a person has confirmed the
/// document: the places of its blocks are the permanent anchors of its paragraphs, whatever a later
/// reader would make of the same file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The form this is written in, [`TEXT_FORM`].
    pub form: u32,
    /// What kind of file it was read from.
    pub format: Format,
    /// What the file says of itself.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub said: Said,
    /// How many pages it has, where it has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// What it says, in the order of reading. The block in place `n`, from 1, has the anchor `p<n>`.
    pub blocks: Vec<Block>,
    /// Footnotes and endnotes, in the order of their marks. The note in place `n`, from 1, has the anchor `n<n>`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Files within the file; they are named, not read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// What a reader of the text must know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
}

/// What kind of file a text was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Portable Document Format, ISO 32000.
    Pdf,
    /// Office Open XML text, ISO/IEC 29500: the `.docx` of Word and others.
    Docx,
    /// HTML.
    Html,
    /// Plain text.
    Txt,
    /// Markdown, as CommonMark has it.
    Markdown,
    /// A message, RFC 5322.
    Eml,
}

/// What a file says of itself, in its metadata: it may be wrong, and often is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// A title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it; of a message, who sent it, without the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Its language, as a tag of BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// When it was made or sent: a day of ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// The program that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// The address a page says is its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// A paragraph, a heading, an item or a row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// The number or letter before it, as a reader sees it: `12.`, `(a)`, `II`. Not part of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its text: no control characters, blanks folded, composed as NFC, never empty. The cells of a row are
    /// parted by a tab, lines that its maker broke on purpose by a line feed.
    pub text: String,
    /// The page on which it begins, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Where notes are marked in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The title of the whole.
    Title,
    /// A heading; the level is 1 for the highest.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list; the depth is 1 for the outermost.
    Item(u8),
    /// A row of a table.
    Row,
    /// Words quoted as a block.
    Quotation,
    /// Text whose blanks and lines matter.
    Preformatted,
}

/// Where a note is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The byte of the block's text before which the mark stands; between characters, at most the length.
    pub at: u32,
    /// The place of the note among the notes, from 0.
    pub note: u32,
}

/// A footnote or endnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its number or sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its text, as [`Block::text`]; empty where a note has no words.
    pub text: String,
}

/// A file within the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name: the last part alone, without control characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its media type, as the file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<String>,
    /// Its length in bytes.
    pub len: u64,
}

/// Pages from one to another, both included, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
}

/// What a reader of a text must know of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// These pages are pictures of text, which were not read.
    Scanned(Vec<Pages>),
    /// These pages are pictures with text that a program recognised and laid under them: it may be wrong.
    Recognised(Vec<Pages>),
    /// On these pages letters are drawn that the file does not name; they are missing, or shown as U+FFFD.
    Unnamed(Vec<Pages>),
    /// There is no text at all.
    Empty,
    /// Scripts or macros stand in the file; they were neither run nor kept in the text.
    Active,
    /// The file points at parts that lie elsewhere; nothing was fetched.
    Elsewhere,
    /// Words that were deleted, commented or hidden stand in the file, and not in the text: whoever is given the
    /// original can read them.
    Hidden,
    /// The file is damaged; what could be read was.
    Damaged,
    /// The file goes on; the text was cut where it reached the limit.
    Cut,
    /// Bytes that are no text in the encoding the file says, or seems to have.
    Undecoded,
}

impl fmt::Display for Format {
    /// As people call it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Format::Pdf => "PDF",
            Format::Docx => "Word document",
            Format::Html => "page",
            Format::Txt => "text",
            Format::Markdown => "Markdown text",
            Format::Eml => "e-mail",
        })
    }
}

impl Said {
    /// Whether the file says nothing of itself.
    pub fn is_empty(&self) -> bool {
        *self == Said::default()
    }
}

impl Text {
    /// The anchor of the block in place `at`, from 0: `p1` is the first.
    pub fn anchor(at: usize) -> String {
        format!("p{}", at.saturating_add(1))
    }

    /// Whether it keeps what is promised of it: its form is this one, places lie in it, nothing is empty, and no
    /// character controls anything. What came from another process or another release is asked first.
    pub fn is_sound(&self) -> bool {
        let notes = u32::try_from(self.notes.len()).unwrap_or(u32::MAX);
        let is_clean = |text: &str| {
            !text
                .chars()
                .any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
        };
        let marked = |block: &Block| {
            let lies = |mark: &Mark| {
                usize::try_from(mark.at).is_ok_and(|at| block.text.is_char_boundary(at))
                    && mark.note < notes
            };
            block.marks.iter().all(lies)
        };
        self.form == TEXT_FORM
            && self
                .blocks
                .iter()
                .all(|block| !block.text.is_empty() && is_clean(&block.text) && marked(block))
            && self.notes.iter().all(|note| is_clean(&note.text))
    }

    /// Every word of it in the order of reading, one block a line, with its label; then the notes.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        let blocks = self.blocks.iter().map(|block| (&block.label, &block.text));
        let notes = self.notes.iter().map(|note| (&note.label, &note.text));
        for (label, text) in blocks.chain(notes) {
            if let Some(label) = label {
                plain.push_str(label);
                plain.push(' ');
            }
            plain.push_str(text);
            plain.push('\n');
        }
        plain
    }
}
