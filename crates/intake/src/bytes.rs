//! From bytes to text: sizes, binary files, encodings. Each refusal says where.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::{Position, ReadError, What};

/// The most bytes read of any file: 64 MiB. A caller should look at a file's size before it
/// reads the file into memory; readers refuse what is larger all the same.
pub const LARGEST_FILE: usize = 64 * 1024 * 1024;

/// The most bytes read of an HTML page: 16 MiB. The largest status pages of the depositary are
/// well under a quarter of that.
pub const LARGEST_PAGE: usize = 16 * 1024 * 1024;

/// The text of a file, and a remark where its declaration and its bytes disagreed.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) remark: Option<String>,
}

/// Decodes a file: by its byte order mark, else by what it declares, else as UTF-8.
pub(crate) fn decode(file: &str, bytes: &[u8]) -> Result<Text, ReadError> {
    refuse_at_sight(file, bytes)?;
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strictly(file, &bytes[mark..], encoding).map(plain);
    }
    let declared = declared_encoding(bytes);
    let encoding = match &declared {
        None => UTF_8,
        Some(label) => Encoding::for_label(label.as_bytes()).ok_or_else(|| {
            ReadError::at(
                file,
                What::UnknownEncoding(label.clone()),
                Position { line: 1, column: 1 },
            )
        })?,
    };
    // A declaration that could be read as text cannot have been written in UTF-16.
    let encoding = if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else {
        encoding
    };
    if encoding != UTF_8
        && !bytes.is_ascii()
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        // Text beyond ASCII that is well-formed UTF-8 is UTF-8: another encoding gives such
        // sequences by accident only in text nobody writes (`Ã´` for `ô`).
        let declared = declared.unwrap_or_default();
        return Ok(Text {
            text: text.to_owned(),
            remark: Some(format!(
                "the file declares `{declared}` but is written in UTF-8; it was read as UTF-8"
            )),
        });
    }
    strictly(file, bytes, encoding).map(plain)
}

fn plain(text: String) -> Text {
    Text { text, remark: None }
}

fn refuse_at_sight(file: &str, bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.len() > LARGEST_FILE {
        let what = What::TooLarge {
            size: bytes.len(),
            limit: LARGEST_FILE,
        };
        return Err(ReadError::new(file, what));
    }
    if bytes.iter().all(|b| b.is_ascii_whitespace()) {
        return Err(ReadError::new(file, What::Empty));
    }
    if let Some(looks_like) = binary(bytes) {
        return Err(ReadError::new(file, What::Binary { looks_like }));
    }
    Ok(())
}

/// What a binary file is, by its first bytes, or because it holds a zero byte.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    const SIGNS: [(&[u8], &str); 8] = [
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive (a DOCX or XLSX file is one)"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
        (b"\x89PNG", "a PNG image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"SQLite format 3", "an SQLite database"),
        (b"\xd0\xcf\x11\xe0", "an old Office document"),
    ];
    if let Some((_, what)) = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)) {
        return Some(what);
    }
    let marked = Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding != UTF_8);
    (!marked && bytes.contains(&0)).then_some("binary data (it holds a zero byte)")
}

/// The label in `<?xml … encoding="…"?>` or in `<meta charset=…>`, where the first bytes have one.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head: String = bytes
        .iter()
        .take(4096)
        .map(|b| char::from(*b).to_ascii_lowercase())
        .collect();
    let head = head.trim_start();
    let after = if head.starts_with("<?xml") {
        let end = head.find("?>")?;
        let at = head[..end].find("encoding")?;
        &head[at + "encoding".len()..end]
    } else {
        let at = head.find("charset")?;
        &head[at + "charset".len()..]
    };
    let label: String = after
        .trim_start_matches([' ', '=', '"', '\'', '\t'])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
        .collect();
    (!label.is_empty()).then_some(label)
}

fn strictly(
    file: &str,
    bytes: &[u8],
    encoding: &'static Encoding,
) -> Result<String, ReadError> {
    if encoding == UTF_8 {
        return match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => Err(wrong(file, bytes, error.valid_up_to(), encoding)),
        };
    }
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok(text.into_owned()),
        None => {
            // Only now, on the way to a refusal, is it worth finding the place.
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            let at = text.find('\u{fffd}').unwrap_or(0);
            let what = What::WrongEncoding {
                encoding: encoding.name().to_owned(),
                value: text[at..].chars().take(8).collect(),
            };
            Err(ReadError::at(file, what, Position::of(&text, at)))
        }
    }
}

fn wrong(file: &str, bytes: &[u8], at: usize, encoding: &'static Encoding) -> ReadError {
    let valid = std::str::from_utf8(&bytes[..at]).expect("valid up to this byte");
    let value: Vec<String> = bytes[at..]
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let what = What::WrongEncoding {
        encoding: encoding.name().to_owned(),
        value: value.join(" "),
    };
    ReadError::at(file, what, Position::of(valid, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_1_that_is_declared_is_read() {
        let bytes = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>C\xf4te d'Ivoire</a>";
        assert!(decode("f", bytes).unwrap().text.contains("Côte d'Ivoire"));
    }

    #[test]
    fn utf_8_under_a_declaration_of_latin_1_is_read_as_what_it_is_and_said() {
        let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Côte d'Ivoire</a>";
        let read = decode("f", text.as_bytes()).unwrap();
        assert!(read.text.contains("Côte d'Ivoire"));
        assert!(read.remark.unwrap().contains("written in UTF-8"));
    }

    #[test]
    fn utf_16_is_read_by_its_mark() {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend("<a>Türkiye</a>".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(decode("f", &bytes).unwrap().text, "<a>Türkiye</a>");
    }

    #[test]
    fn a_wrong_byte_is_refused_with_its_place() {
        let error = decode("f.csv", b"treaty,name\nccm,C\xf4te d'Ivoire\n").unwrap_err();
        assert_eq!(error.at, Some(Position { line: 2, column: 6 }));
        assert_eq!(
            error.to_string(),
            "f.csv: wrong encoding: `f4 74 65 20` is not UTF-8 (line 2, column 6)"
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let refused = |bytes: &[u8]| decode("f", bytes).unwrap_err().what;
        assert_eq!(refused(b""), What::Empty);
        assert_eq!(refused(b" \n\t "), What::Empty);
        assert_eq!(
            refused(b"%PDF-1.7 ..."),
            What::Binary {
                looks_like: "a PDF"
            }
        );
        assert!(matches!(refused(b"<html>\0</html>"), What::Binary { .. }));
        assert!(matches!(
            refused(b"<?xml version='1.0' encoding='klingon'?><a/>"),
            What::UnknownEncoding(label) if label == "klingon"
        ));
        let huge = vec![b'a'; LARGEST_FILE + 1];
        assert!(matches!(refused(&huge), What::TooLarge { .. }));
    }
}
