use super::*;

fn kind(bytes: &[u8], name: Option<&str>) -> Result<Format, ReadError> {
    format(bytes, name)
}

#[test]
fn bytes_say_what_a_file_is_whatever_its_name() {
    let cases: [(&[u8], &str, Format); 14] = [
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "a.txt", Format::Pdf),
        (b"junk\0\x01\n%PDF-1.4\n\0\x02\x03\x04", "a", Format::Pdf),
        (b"PK\x03\x04...word/document.xml...", "a.zip", Format::Docx),
        (b"\xEF\xBB\xBF<!DOCTYPE html><p>x", "a.txt", Format::Html),
        (
            b"<?xml version=\"1.0\"?>\n<!-- saved -->\n<html xmlns=\"x\">",
            "a.xml",
            Format::Html,
        ),
        (b"<p>Mr. President</p>", "a", Format::Html),
        (b"<p>Mr. President</p>", "a.md", Format::Markdown),
        (b"# A heading\n", "a.MD", Format::Markdown),
        (b"# A heading\n", "a.txt", Format::Txt),
        (
            b"Message-ID: <1@x>\r\nSubject: y\r\n\r\nz",
            "a.txt",
            Format::Eml,
        ),
        (b"Subject: y\r\nFrom: z\r\n\r\nbody", "a.eml", Format::Eml),
        (b"Subject: y\r\nFrom: z\r\n\r\nbody", "a.txt", Format::Txt),
        (b"BM is a bookmark of this text", "a", Format::Txt),
        (b"S\0t\0a\0t\0e\0m\0e\0n\0t\0 \0b\0y\0", "a", Format::Txt),
    ];
    for (bytes, name, is) in cases {
        assert_eq!(
            kind(bytes, Some(name)),
            Ok(is),
            "{name} {:?}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn what_is_not_read_is_called_by_its_name() {
    let cases: [(&[u8], &str); 13] = [
        (b"\x89PNG\r\n\x1a\n\0\0", "this is a picture (PNG)"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "this is a picture (JPEG)"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0",
            "the old format of Word",
        ),
        (b"PK\x03\x04 xl/workbook.xml", "a spreadsheet"),
        (b"PK\x03\x04 ppt/presentation.xml", "slides"),
        (
            b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text",
            "OpenDocument",
        ),
        (b"PK\x03\x04 photos/1.jpg", "an archive (ZIP)"),
        (b"{\\rtf1\\ansi", "the format RTF"),
        (b"\x7FELF\x02\x01\x01\0", "a program"),
        (b"\0\0\0\x18ftypmp42\0\0", "sound or film"),
        (b"<?xml version=\"1.0\"?><data/>", "data in XML"),
        (b"\x01\x02\x03\x04\x05", "no kind of document"),
        (b"\x1F\x8B\x08\0\0", "an archive (gzip)"),
    ];
    for (bytes, told) in cases {
        let error = kind(bytes, Some("statement.pdf")).unwrap_err();
        assert!(error.to_string().contains(told), "{error}");
    }
    assert_eq!(kind(b" \r\n\t", None), Err(ReadError::Nothing));
}

#[test]
fn a_locked_document_of_word_is_said_to_be_locked() {
    let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0".to_vec();
    file.extend(wide("EncryptedPackage"));
    assert_eq!(kind(&file, None), Err(ReadError::Locked(Format::Docx)));
}
