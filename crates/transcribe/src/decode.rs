//! Bytes as letters: by mark, by form, by what the file says, and last by guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes as letters.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// Whether some bytes are no letters in the encoding; they are U+FFFD.
    pub(crate) broken: bool,
}

/// Bytes as letters. `said` is the encoding that the file or its sender names.
pub(crate) fn decode(bytes: &[u8], said: Option<&str>) -> Decoded {
    let encoding = encoding(bytes, said);
    // A mark of the order of bytes goes before all that is said, and is no letter.
    let (text, _, broken) = encoding.decode(bytes);
    Decoded {
        text: text.into_owned(),
        broken,
    }
}

fn encoding(bytes: &[u8], said: Option<&str>) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let said = said.and_then(|label| Encoding::for_label(label.as_bytes()));
    if let Some(said) = said.filter(|said| *said != UTF_8) {
        return said;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// UTF-16 without its mark: of the first letters, every other byte is nought.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(256)];
    if head.len() < 4 || head.len() % 2 == 1 {
        return None;
    }
    let noughts = |odd: usize| {
        let every_other = head.iter().skip(odd).step_by(2);
        every_other.filter(|byte| **byte == 0).count()
    };
    let (even, odd, pairs) = (noughts(0), noughts(1), head.len() / 2);
    if odd * 10 >= pairs * 9 && even == 0 {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 9 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding that a page of HTML names in its first bytes, as `<meta charset>` or in the old way.
pub(crate) fn of_page(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(4096)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let at = head.find("charset")? + "charset".len();
    let value = head[at..].trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
    let label = &value[..end.unwrap_or(value.len())];
    (!label.is_empty()).then(|| label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_the_six_languages_are_read_in_the_encodings_of_their_time() {
        let cases: [(&str, &'static Encoding); 7] = [
            (
                "Déclaration prononcée à la réunion des États parties, où l’Union s’est exprimée",
                encoding_rs::WINDOWS_1252,
            ),
            (
                "Выступление на заседании государств — участников Договора о запрещении",
                encoding_rs::WINDOWS_1251,
            ),
            (
                "Выступление на заседании государств, участников Договора о запрещении",
                encoding_rs::KOI8_R,
            ),
            (
                "بيان باسم المجموعة العربية أمام اجتماع الدول الأطراف في المعاهدة",
                encoding_rs::WINDOWS_1256,
            ),
            (
                "中国代表团在缔约国会议上的发言，关于条约的普遍性问题",
                encoding_rs::GBK,
            ),
            ("Declaración en nombre del Grupo de los 21", UTF_8),
            ("签字国会议", UTF_8),
        ];
        for (text, encoding) in cases {
            let (bytes, _, broken) = encoding.encode(text);
            assert!(!broken, "{}", encoding.name());
            let decoded = decode(&bytes, None);
            assert_eq!(decoded.text, text, "{}", encoding.name());
            assert!(!decoded.broken);
        }
    }

    #[test]
    fn wide_letters_are_known_with_and_without_their_mark() {
        let wide: Vec<u8> = "Statement by Austria"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&wide, None).text, "Statement by Austria");
        let marked: Vec<u8> = [0xFE, 0xFF]
            .into_iter()
            .chain("État".encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        assert_eq!(decode(&marked, None).text, "État");
    }

    #[test]
    fn what_is_no_letter_is_said() {
        let decoded = decode(b"\xEF\xBB\xBFabc \xFF\xFE def", None);
        assert!(decoded.broken);
        assert_eq!(decoded.text, "abc \u{FFFD}\u{FFFD} def");
    }

    #[test]
    fn a_page_names_its_encoding() {
        let page = b"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">";
        assert_eq!(of_page(page).as_deref(), Some("windows-1251"));
        assert_eq!(of_page(b"<meta charset=utf-8>").as_deref(), Some("utf-8"));
        assert_eq!(of_page(b"<p>charset"), None);
    }
}
