#![doc = include_str!("../README.md")]

mod builder;
mod clean;
mod decode;
mod docx;
mod eml;
mod error;
mod html;
mod join;
mod label;
mod limits;
mod markdown;
mod pdf;
mod said;
mod sniff;
mod text;
mod txt;

pub use error::{Bound, ReadError, Unknown};
pub use limits::Limits;
pub use text::{
    Attachment, Block, Format, Kind, Mark, Note, Pages, Remark, Said, TEXT_FORM, Text,
};

/// Reads a file: what kind it is, is found from its bytes. `name` is its name, a hint only, which decides between
/// kinds of plain text.
///
/// Pure, and never trusts what a file says of its own size. It may still take time and memory up to the limits, and
/// a reader of a format as large as PDF may break over a file made to break it: what strangers bring is read in a
/// process of its own.
///
/// # Errors
///
/// [`ReadError`], for a file of which nothing is read; what is read in part has a [`Remark`].
///
/// # Examples
///
/// ```
/// # use transcribe::{read, Limits, Kind};
/// let text = read(b"Opening\n\n1. The Chair opened the meeting.\n", Some("notes.txt"), &Limits::USUAL)?;
/// assert_eq!(text.blocks[1].label.as_deref(), Some("1."));
/// assert_eq!(text.blocks[1].text, "The Chair opened the meeting.");
/// # Ok::<(), transcribe::ReadError>(())
/// ```
pub fn read(bytes: &[u8], name: Option<&str>, limits: &Limits) -> Result<Text, ReadError> {
    let is = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if is > limits.bytes {
        let most = limits.bytes;
        return Err(ReadError::TooLarge(Bound::Bytes { is, most }));
    }
    match sniff::format(bytes, name)? {
        Format::Pdf => pdf::read(bytes, limits),
        Format::Docx => docx::read(bytes, limits),
        Format::Html => html::read(bytes, limits),
        Format::Txt => Ok(txt::read(bytes, limits)),
        Format::Markdown => markdown::read(bytes, limits),
        Format::Eml => eml::read(bytes, limits),
    }
}
