//! The text of a document as plain data, with its anchors written out.

use schemars::JsonSchema;
use serde::Serialize;
use transcribe::{Attachment, Block, Kind, Note, Pages, Remark, Text};

/// The text of a document, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextView {
    /// What kind of file it was read from: `pdf`, `docx`, `html`, `txt`, `markdown`, `eml`.
    pub format: String,
    /// How many pages the file has, where it has pages.
    pub pages: Option<u32>,
    /// What it says, in the order of reading.
    pub blocks: Vec<TextBlock>,
    /// Its notes, in the order of their marks.
    pub notes: Vec<TextNote>,
    /// Files within the file, which are named and not read.
    pub attachments: Vec<TextAttachment>,
    /// What a reader of the text must know.
    pub remarks: Vec<TextRemark>,
}

/// A paragraph, a heading, an item or a row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextBlock {
    /// Its anchor, which stays: `p12`.
    pub anchor: String,
    /// What it is.
    pub kind: TextKind,
    /// Of a heading its level, of an item its depth, from 1; else `null`.
    pub level: Option<u8>,
    /// The number or letter before it: `12.`, `(a)`.
    pub label: Option<String>,
    /// Its text; cells of a row are parted by a tab.
    pub text: String,
    /// The page on which it begins.
    pub page: Option<u32>,
    /// Where notes are marked in it.
    pub marks: Vec<TextMark>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    /// The title of the whole.
    Title,
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// Words quoted as a block.
    Quotation,
    /// Text whose blanks and lines matter.
    Preformatted,
}

/// Where a note is marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextMark {
    /// The byte of the block's text before which the mark stands.
    pub at: u32,
    /// The anchor of the note: `n3`.
    pub note: String,
}

/// A footnote or endnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextNote {
    /// Its anchor: `n3`.
    pub anchor: String,
    /// Its number or sign.
    pub label: Option<String>,
    /// Its text.
    pub text: String,
}

/// A file within the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextAttachment {
    /// Its name.
    pub name: Option<String>,
    /// Its media type, as the file says.
    pub media: Option<String>,
    /// Its length in bytes.
    pub len: u64,
}

/// What a reader of a text must know of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextRemark {
    /// What.
    pub remark: TextMatter,
    /// The pages it is of, from one to another, both included; none: the whole.
    pub pages: Vec<(u32, u32)>,
}

/// What is the matter with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TextMatter {
    /// Pages are pictures of text, which were not read.
    Scanned,
    /// Pages are pictures with text that a program recognised: it may be wrong.
    Recognised,
    /// Letters are drawn that the file does not name.
    Unnamed,
    /// There is no text at all.
    Empty,
    /// Scripts or macros stand in the file.
    Active,
    /// The file points at parts that lie elsewhere.
    Elsewhere,
    /// Deleted, commented or hidden words stand in the file and not in the text.
    Hidden,
    /// The file is damaged.
    Damaged,
    /// The text was cut where it reached the limit.
    Cut,
    /// Bytes that are no text.
    Undecoded,
}

impl TextMatter {
    /// Every one, in the order above.
    pub const ALL: [TextMatter; 10] = [
        TextMatter::Scanned,
        TextMatter::Recognised,
        TextMatter::Unnamed,
        TextMatter::Empty,
        TextMatter::Active,
        TextMatter::Elsewhere,
        TextMatter::Hidden,
        TextMatter::Damaged,
        TextMatter::Cut,
        TextMatter::Undecoded,
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            TextMatter::Scanned => "scanned",
            TextMatter::Recognised => "recognised",
            TextMatter::Unnamed => "unnamed",
            TextMatter::Empty => "empty",
            TextMatter::Active => "active",
            TextMatter::Elsewhere => "elsewhere",
            TextMatter::Hidden => "hidden",
            TextMatter::Damaged => "damaged",
            TextMatter::Cut => "cut",
            TextMatter::Undecoded => "undecoded",
        }
    }
}

impl TextView {
    /// A text with its anchors.
    pub fn of(text: &Text) -> TextView {
        let blocks = text.blocks.iter().enumerate();
        TextView {
            format: format(text),
            pages: text.pages,
            blocks: blocks.map(|(at, block)| TextBlock::of(at, block)).collect(),
            notes: (1..)
                .zip(&text.notes)
                .map(|(n, note)| TextNote::of(n, note))
                .collect(),
            attachments: text.attachments.iter().map(TextAttachment::of).collect(),
            remarks: text.remarks.iter().map(TextRemark::of).collect(),
        }
    }
}

/// The kind of file by its word.
fn format(text: &Text) -> String {
    use transcribe::Format;
    let word = match text.format {
        Format::Pdf => "pdf",
        Format::Docx => "docx",
        Format::Html => "html",
        Format::Txt => "txt",
        Format::Markdown => "markdown",
        Format::Eml => "eml",
    };
    word.to_owned()
}

impl TextBlock {
    fn of(at: usize, block: &Block) -> TextBlock {
        let (kind, level) = match block.kind {
            Kind::Title => (TextKind::Title, None),
            Kind::Heading(level) => (TextKind::Heading, Some(level)),
            Kind::Paragraph => (TextKind::Paragraph, None),
            Kind::Item(depth) => (TextKind::Item, Some(depth)),
            Kind::Row => (TextKind::Row, None),
            Kind::Quotation => (TextKind::Quotation, None),
            Kind::Preformatted => (TextKind::Preformatted, None),
        };
        let marks = block.marks.iter().map(|mark| TextMark {
            at: mark.at,
            note: format!("n{}", mark.note.saturating_add(1)),
        });
        TextBlock {
            anchor: Text::anchor(at),
            kind,
            level,
            label: block.label.clone(),
            text: block.text.clone(),
            page: block.page,
            marks: marks.collect(),
        }
    }
}

impl TextNote {
    fn of(n: usize, note: &Note) -> TextNote {
        TextNote {
            anchor: format!("n{n}"),
            label: note.label.clone(),
            text: note.text.clone(),
        }
    }
}

impl TextAttachment {
    fn of(one: &Attachment) -> TextAttachment {
        TextAttachment {
            name: one.name.clone(),
            media: one.media.clone(),
            len: one.len,
        }
    }
}

impl TextRemark {
    fn of(remark: &Remark) -> TextRemark {
        let (remark, pages): (TextMatter, &[Pages]) = match remark {
            Remark::Scanned(pages) => (TextMatter::Scanned, pages),
            Remark::Recognised(pages) => (TextMatter::Recognised, pages),
            Remark::Unnamed(pages) => (TextMatter::Unnamed, pages),
            Remark::Empty => (TextMatter::Empty, &[]),
            Remark::Active => (TextMatter::Active, &[]),
            Remark::Elsewhere => (TextMatter::Elsewhere, &[]),
            Remark::Hidden => (TextMatter::Hidden, &[]),
            Remark::Damaged => (TextMatter::Damaged, &[]),
            Remark::Cut => (TextMatter::Cut, &[]),
            Remark::Undecoded => (TextMatter::Undecoded, &[]),
        };
        TextRemark {
            remark,
            pages: pages.iter().map(|pages| (pages.from, pages.to)).collect(),
        }
    }
}
