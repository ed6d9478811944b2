//! Status documents of *Multilateral Treaties Deposited with the Secretary-General*, XML or HTML.

use crate::bytes;
use crate::error::{ReadError, What};
use crate::page::Page;

/// Reads a status document, whichever of the two forms it has.
///
/// `name` is only for messages and, where the document does not say which treaty it is of, for
/// the number in a name such as `XXVI-6.en.xml`; nothing is opened.
///
/// # Errors
///
/// [`ReadError`] for what is no such document: empty, binary, too large, wrongly encoded, the
/// server's maintenance page, without a table of participants, cut off, with an unknown heading.
pub fn read_mtdsg(name: &str, bytes: &[u8]) -> Result<Page, ReadError> {
    let decoded = bytes::decode(name, bytes)?;
    let text = decoded.text.trim_start_matches('\u{feff}').trim_start();
    let cut = decoded.text.len() - text.len();
    let text = &decoded.text[cut..];
    if is_maintenance(text) {
        return Err(ReadError::new(name, What::Maintenance));
    }
    let mut page = match form(text) {
        Some(Form::Html) => crate::html::read(name, text)?,
        Some(Form::Xml) => crate::xml::read(name, text)?,
        None => {
            let what = What::Malformed {
                what: "this is neither XML nor HTML".to_owned(),
                value: text.chars().take(40).collect(),
            };
            return Err(ReadError::new(name, what));
        }
    };
    page.remarks.extend(decoded.remark);
    Ok(page)
}

enum Form {
    Html,
    Xml,
}

/// What a document is, by how it begins. XHTML is HTML.
fn form(text: &str) -> Option<Form> {
    let mut end = text.len().min(4096);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].to_ascii_lowercase();
    if !head.starts_with('<') {
        return None;
    }
    // The XML has tables of its own: `<Table>` tells only where a document begins with it.
    let says_so = |sign: &&str| head.contains(*sign);
    let begins = |sign: &&str| head.starts_with(*sign);
    if ["<!doctype html", "<html"].iter().any(says_so)
        || ["<body", "<table", "<div"].iter().any(begins)
    {
        Some(Form::Html)
    } else {
        Some(Form::Xml)
    }
}

/// The page the server sends, instead of anything asked for, in times of maintenance. It is short;
/// a treaty's page is not taken for it because a declaration uses the words.
fn is_maintenance(text: &str) -> bool {
    const LONGEST: usize = 64 * 1024;
    text.len() <= LONGEST
        && crate::markup::one_line(text)
            .to_lowercase()
            .contains("maintenance and is currently unavailable")
}
