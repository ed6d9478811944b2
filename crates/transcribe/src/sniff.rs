//! What kind of file bytes are.

use crate::error::{ReadError, Unknown};
use crate::text::Format;

/// How a file begins, and what it is.
type Magic = (&'static [u8], fn() -> Unknown);

/// How a file of each kind that is not read begins, and what it is.
const MAGIC: [Magic; 34] = [
    (b"\x89PNG\r\n\x1a\n", || picture("PNG")),
    (b"\xFF\xD8\xFF", || picture("JPEG")),
    (b"GIF87a", || picture("GIF")),
    (b"GIF89a", || picture("GIF")),
    (b"II*\0", || picture("TIFF")),
    (b"MM\0*", || picture("TIFF")),
    (b"BM", || picture("BMP")),
    (b"\0\0\x01\0", || picture("ICO")),
    (b"8BPS", || picture("Photoshop")),
    (b"\0\0\0\x0CjP  ", || picture("JPEG 2000")),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", || Unknown::OldOffice),
    (b"{\\rtf", || text("RTF")),
    (b"\xFFWPC", || text("WordPerfect")),
    (b"%!PS", || text("PostScript")),
    (b"AT&TFORM", || text("DjVu")),
    (b"BOOKMOBI", || text("Mobipocket")),
    (b"\x1F\x8B", || archive("gzip")),
    (b"BZh", || archive("bzip2")),
    (b"\xFD7zXZ\0", || archive("xz")),
    (b"(\xB5/\xFD", || archive("Zstandard")),
    (b"7z\xBC\xAF\x27\x1C", || archive("7z")),
    (b"Rar!\x1A\x07", || archive("RAR")),
    (b"MSCF", || archive("CAB")),
    (b"!<arch>", || archive("ar")),
    (b"OggS", || Unknown::Media),
    (b"fLaC", || Unknown::Media),
    (b"ID3", || Unknown::Media),
    (b"\x1A\x45\xDF\xA3", || Unknown::Media),
    (b"FLV\x01", || Unknown::Media),
    (b"\x7FELF", || Unknown::Program),
    (b"MZ", || Unknown::Program),
    (b"\xCA\xFE\xBA\xBE", || Unknown::Program),
    (b"\xCF\xFA\xED\xFE", || Unknown::Program),
    (b"\0asm", || Unknown::Program),
];

fn picture(name: &str) -> Unknown {
    Unknown::Picture(name.to_owned())
}

fn text(name: &str) -> Unknown {
    Unknown::OtherText(name.to_owned())
}

fn archive(name: &str) -> Unknown {
    Unknown::Archive(name.to_owned())
}

/// What kind of file these bytes are.
///
/// # Errors
///
/// [`ReadError::Nothing`] and [`ReadError::Unknown`].
pub(crate) fn format(bytes: &[u8], name: Option<&str>) -> Result<Format, ReadError> {
    if bytes.iter().all(|byte| byte.is_ascii_whitespace()) {
        return Err(ReadError::Nothing);
    }
    // A PDF may have anything before its head, in the first 1024 bytes (ISO 32000-1, annex H.3.4.1); a letter or
    // a page that speaks of one has not.
    if bytes.starts_with(b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip(bytes);
    }
    // A document of Word that is locked lies in a file of the old kind.
    if bytes.starts_with(b"\xD0\xCF\x11\xE0")
        && find(bytes, &wide("EncryptedPackage")).is_some()
    {
        return Err(ReadError::Locked(Format::Docx));
    }
    known(bytes)?;
    let head = &bytes[..bytes.len().min(1024)];
    if find(head, b"%PDF-").is_some() && is_binary(bytes) {
        return Ok(Format::Pdf);
    }
    if is_binary(bytes) {
        return Err(ReadError::Unknown(Unknown::Other));
    }
    plain(bytes, name)
}

/// Refuses what begins as another kind of file does.
fn known(bytes: &[u8]) -> Result<(), ReadError> {
    for (magic, what) in MAGIC {
        // Two letters begin many texts.
        let is = bytes.starts_with(magic) && (magic.len() > 3 || is_binary(bytes));
        if is {
            return Err(ReadError::Unknown(what()));
        }
    }
    let at = |from: usize, magic: &[u8]| {
        bytes
            .get(from..)
            .is_some_and(|rest| rest.starts_with(magic))
    };
    let what = if bytes.starts_with(b"RIFF") && at(8, b"WEBP") {
        picture("WebP")
    } else if at(4, b"ftypavif") || at(4, b"ftyphei") || at(4, b"ftypmif1") {
        picture("HEIF")
    } else if at(4, b"ftyp") || (bytes.starts_with(b"RIFF") && is_binary(bytes)) {
        Unknown::Media
    } else if at(257, b"ustar") {
        archive("tar")
    } else {
        return Ok(());
    };
    Err(ReadError::Unknown(what))
}

/// What a package is, by the names in its list of contents, which stand there as they are.
fn zip(bytes: &[u8]) -> Result<Format, ReadError> {
    let has = |name: &[u8]| find(bytes, name).is_some();
    if has(b"word/document.xml") || has(b"word/_rels/") || has(b"wordprocessingml") {
        return Ok(Format::Docx);
    }
    let what = if has(b"xl/workbook") {
        Unknown::Spreadsheet
    } else if has(b"ppt/presentation") {
        Unknown::Slides
    } else if has(b"mimetypeapplication/vnd.oasis.opendocument.text") {
        text("OpenDocument")
    } else if has(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet") {
        Unknown::Spreadsheet
    } else if has(b"mimetypeapplication/vnd.oasis.opendocument.presentation") {
        Unknown::Slides
    } else if has(b"mimetypeapplication/epub+zip") {
        text("EPUB")
    } else if has(b"Index/Document.iwa") {
        text("Pages")
    } else {
        archive("ZIP")
    };
    Err(ReadError::Unknown(what))
}

/// Which kind of text.
fn plain(bytes: &[u8], name: Option<&str>) -> Result<Format, ReadError> {
    let ends = |endings: &[&str]| {
        let name = name.unwrap_or_default().to_ascii_lowercase();
        endings.iter().any(|ending| name.ends_with(ending))
    };
    if is_mail(bytes, ends(&[".eml"])) {
        return Ok(Format::Eml);
    }
    // What matters stands in the first bytes, in letters that every encoding has alike; of wide ones, every second.
    let head: Vec<u8> = bytes[..bytes.len().min(8192)]
        .iter()
        .filter(|byte| **byte != 0 && byte.is_ascii())
        .map(u8::to_ascii_lowercase)
        .collect();
    let begins = after_comments(&head);
    let starts = |tags: &[&str]| tags.iter().any(|tag| begins.starts_with(tag.as_bytes()));
    if starts(&["<!doctype html", "<html", "<head", "<body"])
        || ends(&[".html", ".htm", ".xhtml"])
    {
        return Ok(Format::Html);
    }
    if head.starts_with(b"<?xml") || starts(&["<!doctype", "<rss", "<svg"]) {
        return Err(ReadError::Unknown(Unknown::Xml));
    }
    let fragment = [
        "<p>", "<p ", "<div", "<h1", "<h2", "<table", "<article", "<section", "<title",
        "<meta", "<link",
    ];
    if starts(&fragment) && !ends(&[".md", ".markdown"]) {
        return Ok(Format::Html);
    }
    if ends(&[".md", ".markdown", ".mkd"]) {
        return Ok(Format::Markdown);
    }
    Ok(Format::Txt)
}

/// What follows blanks, the declaration of XML and comments.
fn after_comments(head: &[u8]) -> &[u8] {
    let mut rest = head.trim_ascii_start();
    loop {
        let end: &[u8] = if rest.starts_with(b"<!--") {
            b"-->"
        } else if rest.starts_with(b"<?") {
            b"?>"
        } else {
            return rest;
        };
        let Some(at) = find(rest, end) else {
            return rest;
        };
        rest = rest[at + end.len()..].trim_ascii_start();
    }
}

/// Whether bytes begin as a message does: fields, one of which nobody types; or, where the name says that it is a
/// message, any that one has.
fn is_mail(bytes: &[u8], named: bool) -> bool {
    const OWN: [&[u8]; 6] = [
        b"message-id",
        b"mime-version",
        b"received",
        b"content-type",
        b"return-path",
        b"dkim-signature",
    ];
    const ANY: [&[u8]; 4] = [b"from", b"to", b"subject", b"date"];
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let mut own = false;
    for (at, line) in head.split(|byte| *byte == b'\n').enumerate() {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            return own && at > 0;
        }
        let folded = line.starts_with(b" ") || line.starts_with(b"\t");
        if (folded && at > 0) || (at == 0 && line.starts_with(b"From ")) {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            return false;
        };
        let field = line[..colon].to_ascii_lowercase();
        let is_field = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if field.is_empty() || !field.iter().all(is_field) {
            return false;
        }
        own |= OWN.contains(&field.as_slice()) || (named && ANY.contains(&field.as_slice()));
    }
    // All head and no body, as far as was looked.
    own
}

/// Whether bytes are no text in any encoding: noughts, without being wide letters, or many controls.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let marked = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let noughts = head.iter().filter(|byte| **byte == 0).count();
    if marked {
        return false;
    }
    if noughts > 0 {
        // Wide letters: every other byte, and no other, is nought, mostly.
        let even = head.iter().step_by(2).filter(|byte| **byte == 0).count();
        let (most, least) = (even.max(noughts - even), even.min(noughts - even));
        return least > 0 || most * 10 < head.len() * 4;
    }
    let controls = head
        .iter()
        .filter(|byte| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B))
        .count();
    controls * 100 > head.len()
}

/// Letters of two bytes each.
fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Where `what` stands first.
fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(what) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests;
