//! A file of a document, as it was brought. It is a stranger's: a browser is told what it is, may guess nothing, and
//! runs nothing of it.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use ledger::body::DocumentFile;

use crate::access::Policy;

/// How a kind of file is answered.
struct Served {
    kind: &'static str,
    /// Whether a browser may show it; else it is taken away.
    shown: bool,
    policy: Policy,
}

/// The kinds that the reader of files knows, as the record names them. Of anything else it is not believed what it
/// says it is.
fn served(media_type: &str, bytes: &[u8]) -> Served {
    let away = |kind| Served {
        kind,
        shown: false,
        policy: Policy::Alone,
    };
    let is_text = std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'));
    match media_type {
        "application/pdf" if bytes.starts_with(b"%PDF-") => Served {
            kind: "application/pdf",
            shown: true,
            policy: Policy::Viewed,
        },
        // What is no UTF-8 would be shown as other letters than it has.
        "text/plain" | "text/markdown" if is_text => Served {
            kind: "text/plain; charset=utf-8",
            shown: true,
            policy: Policy::Alone,
        },
        "text/plain" => away("text/plain"),
        "text/markdown" => away("text/markdown"),
        "text/html" => away("text/html"),
        "message/rfc822" => away("message/rfc822"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            away("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        }
        _ => away("application/octet-stream"),
    }
}

/// The answer with the file of the document of this name.
pub(super) fn answer(id: &str, file: &DocumentFile, bytes: Vec<u8>) -> Response {
    let served = served(&file.media_type, &bytes);
    let how = if served.shown { "inline" } else { "attachment" };
    let name = file.name.as_deref().unwrap_or(id);
    let headers = [
        (header::CONTENT_TYPE, served.kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition(how, name)),
    ];
    let mut response = (headers, bytes).into_response();
    response.extensions_mut().insert(served.policy);
    response
}

/// The header (RFC 6266), with the name once in letters that every reader knows and once whole (RFC 8187).
fn disposition(how: &str, name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '/' | '\\'))
        .take(120)
        .collect();
    let plain: String = name
        .chars()
        .map(|c| {
            let fits = c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
            if fits { c } else { '_' }
        })
        .collect();
    let mut whole = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            whole.push(char::from(byte));
        } else {
            whole.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_or_what_is_none_is_never_shown() {
        let shown = |kind: &str, bytes: &[u8]| {
            let served = served(kind, bytes);
            (served.kind, served.shown)
        };
        assert_eq!(shown("text/html", b"<script>"), ("text/html", false));
        assert_eq!(
            shown("image/svg+xml", b"<svg>"),
            ("application/octet-stream", false)
        );
        assert_eq!(
            shown("application/pdf", b"<html>"),
            ("application/octet-stream", false)
        );
        assert_eq!(
            shown("application/pdf", b"%PDF-1.7"),
            ("application/pdf", true)
        );
        assert_eq!(
            shown("text/markdown", b"# A"),
            ("text/plain; charset=utf-8", true)
        );
        assert_eq!(shown("text/plain", b"\xff\xfea"), ("text/plain", false));
        assert_eq!(
            shown("text/html\r\nx: y", b""),
            ("application/octet-stream", false)
        );
    }

    #[test]
    fn a_name_breaks_no_header() {
        let told = disposition("attachment", "a\"b\r\nx: y/../é.pdf");
        assert_eq!(
            told,
            "attachment; filename=\"a_bx_ y.._.pdf\"; filename*=UTF-8''a%22bx%3A%20y..%C3%A9.pdf"
        );
    }
}
