//! Addresses that may be followed. A file whose link Word cannot read as an address is to Word a broken
//! file; so what is not surely one stays words.

use std::fmt::Write as _;

/// The longest address that Word follows.
const LONGEST: usize = 2083;

/// An address as a link of the package: of a page on the web, and with what an address cannot hold escaped.
pub fn outside(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) {
        return None;
    }
    let at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (place, path) = rest.split_at(at);
    if !is_place(place) {
        return None;
    }
    let link = format!("{scheme}://{place}{}", escaped(path));
    (link.len() <= LONGEST).then_some(link)
}

/// A host, with a port or without; nobody's name or password.
fn is_place(place: &str) -> bool {
    let (host, port) = match place.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (place, None),
    };
    is_host(host) && port.is_none_or(is_port)
}

fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        let letters = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty()
            && label.len() < 64
            && label.bytes().all(letters)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.len() < 254 && host.split('.').all(label)
}

fn is_port(port: &str) -> bool {
    !port.is_empty()
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && port.parse::<u16>().is_ok()
}

/// A path, a query and a fragment with everything escaped that may not stand in one.
fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut fragment = false;
    for (at, byte) in path.bytes().enumerate() {
        let stays = match byte {
            b'%' => is_escape(path.as_bytes(), at),
            b'#' => !std::mem::replace(&mut fragment, true),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte),
        };
        if stays {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("a String takes every letter");
        }
    }
    out
}

/// Whether what begins here is a byte already escaped.
fn is_escape(bytes: &[u8], at: usize) -> bool {
    let digits = bytes.get(at + 1..at + 3);
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_on_the_web_is_followed_as_it_is() {
        for address in [
            "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-4&chapter=26",
            "http://localhost:8080/treaties/ctbt?on=2023-09-22#acts",
            "https://example.org/%C3%A9tat",
        ] {
            assert_eq!(outside(address).as_deref(), Some(address));
        }
    }

    #[test]
    fn what_an_address_cannot_hold_is_escaped() {
        assert_eq!(
            outside("https://example.org/a b\"<é>[1]|100%#x#y").as_deref(),
            Some("https://example.org/a%20b%22%3C%C3%A9%3E%5B1%5D%7C100%25#x%23y")
        );
    }

    #[test]
    fn what_is_no_address_on_the_web_stays_words() {
        for words in [
            "",
            "/treaties/ctbt",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "ftp://example.org/",
            "mailto:a@example.org",
            "https://",
            "https:///path",
            "https://user:secret@example.org/",
            "https://exa mple.org/",
            "https://[::1",
            "https://example.org:99999/",
            "https://example.org:/",
            "https://exämple.org/",
            "https://-.org/",
        ] {
            assert_eq!(outside(words), None, "{words}");
        }
        assert_eq!(
            outside(&format!("https://example.org/{}", "a".repeat(2100))),
            None
        );
    }
}
