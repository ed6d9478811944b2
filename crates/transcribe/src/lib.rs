//! Files of many makers as text, with the structure their makers gave it.
//!
//! Bytes come in, a [`Text`] goes out: headings, numbered paragraphs, notes and pages, and beside them what a
//! reader of the text must know of the file. Pure: no file, no clock, no network.

mod text;

pub use text::{
    Attachment, Block, Format, Kind, Mark, Note, Pages, Remark, Said, TEXT_FORM, Text,
};
