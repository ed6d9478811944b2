//! What proxies say of those they ask for: `Forwarded` (RFC 7239), or `X-Forwarded-For` with
//! `X-Forwarded-Proto`.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::http::HeaderMap;

use crate::site::PROTO;

const FORWARDED: &str = "forwarded";
const FOR: &str = "x-forwarded-for";

/// Every header by which a proxy may speak.
pub(super) const NAMES: [&str; 6] = [
    FORWARDED,
    FOR,
    PROTO,
    "x-forwarded-host",
    "x-forwarded-port",
    "x-real-ip",
];

/// What they say, all in all.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing.
    Nothing,
    /// From the farthest, which may be made up, to the nearest.
    Hops(Vec<Hop>),
    /// Whether over TLS, and not for whom.
    Protocol { secure: bool },
    /// Something that cannot be read, or be told apart from what a client made up.
    Muddle,
}

/// One that a proxy was asked by.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hop {
    /// Its address, if it is one.
    pub(super) from: Option<IpAddr>,
    /// It asked over TLS.
    pub(super) secure: bool,
}

/// Reads what they say. Where both families of headers are there, a client may have sent the one that
/// its proxy does not know and passed on.
pub(super) fn read(headers: &HeaderMap) -> Told {
    let (Ok(new), Ok(from), Ok(proto)) = (
        joined(headers, FORWARDED),
        joined(headers, FOR),
        joined(headers, PROTO),
    ) else {
        return Told::Muddle;
    };
    match (new, from, proto) {
        (None, None, None) => Told::Nothing,
        (Some(text), None, None) => forwarded(&text).map_or(Told::Muddle, Told::Hops),
        (None, Some(from), proto) => {
            paired(&from, proto.as_deref()).map_or(Told::Muddle, Told::Hops)
        }
        (None, None, Some(proto)) => match is_secure(&proto) {
            Some(secure) => Told::Protocol { secure },
            None => Told::Muddle,
        },
        (Some(_), Some(_), _) | (Some(_), _, Some(_)) => Told::Muddle,
    }
}

/// What is no text.
struct NoText;

/// The lines of one header as one list (RFC 9110, 5.2).
fn joined(headers: &HeaderMap, name: &str) -> Result<Option<String>, NoText> {
    let mut lines = Vec::new();
    for line in headers.get_all(name) {
        lines.push(line.to_str().ok().ok_or(NoText)?);
    }
    Ok((!lines.is_empty()).then(|| lines.join(",")))
}

fn is_secure(proto: &str) -> Option<bool> {
    if proto.eq_ignore_ascii_case("https") {
        Some(true)
    } else {
        proto.eq_ignore_ascii_case("http").then_some(false)
    }
}

/// The two lists of the older headers. One protocol is that of the client; several are one for each.
fn paired(from: &str, proto: Option<&str>) -> Option<Vec<Hop>> {
    let from: Vec<&str> = from.split(',').map(str::trim).collect();
    let proto: Vec<bool> = match proto {
        None => vec![false],
        Some(proto) => {
            let each = proto.split(',').map(|one| is_secure(one.trim()));
            each.collect::<Option<_>>()?
        }
    };
    let secure = |at: usize| match proto.as_slice() {
        [one] => Some(*one),
        each if each.len() == from.len() => each.get(at).copied(),
        _ => None,
    };
    let hops = from.iter().enumerate().map(|(at, text)| {
        Some(Hop {
            from: node(text),
            secure: secure(at)?,
        })
    });
    hops.collect()
}

/// The elements of the newer header.
fn forwarded(text: &str) -> Option<Vec<Hop>> {
    let hops = elements(text)?.into_iter().map(|element| {
        let secure = match element.get("proto") {
            None => false,
            Some(proto) => is_secure(proto)?,
        };
        let from = element.get("for").and_then(|text| node(text));
        Some(Hop { from, secure })
    });
    hops.collect()
}

/// `for=192.0.2.7;proto=https, for="[2001:db8::7]"`, as its grammar has it.
fn elements(text: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let mut elements = Vec::new();
    let mut rest = text.trim();
    loop {
        let mut element = BTreeMap::new();
        loop {
            let (name, after) = token(rest.trim_start())?;
            let (value, after) = value(after.strip_prefix('=')?)?;
            if element.insert(name.to_ascii_lowercase(), value).is_some() {
                return None;
            }
            rest = after.trim_start();
            match rest.strip_prefix(';') {
                Some(after) => rest = after,
                None => break,
            }
        }
        elements.push(element);
        if rest.is_empty() {
            return Some(elements);
        }
        rest = rest.strip_prefix(',')?;
    }
}

fn is_of_a_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// A token (RFC 9110, 5.6.2), and what follows it.
fn token(text: &str) -> Option<(&str, &str)> {
    let end = text.bytes().position(|byte| !is_of_a_token(byte));
    let (token, rest) = text.split_at(end.unwrap_or(text.len()));
    (!token.is_empty()).then_some((token, rest))
}

/// A token or a quoted string, and what follows it.
fn value(text: &str) -> Option<(String, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let (token, rest) = token(text)?;
        return Some((token.to_owned(), rest));
    };
    let mut value = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, one)) = chars.next() {
        match one {
            '"' => return Some((value, &quoted[at + 1..])),
            '\\' => value.push(chars.next()?.1),
            one => value.push(one),
        }
    }
    None
}

/// An address, with or without a port: `192.0.2.7:4711`, `2001:db8::7`, `[2001:db8::7]:4711`.
fn node(text: &str) -> Option<IpAddr> {
    if let Ok(address) = text.parse::<IpAddr>() {
        return Some(address.to_canonical());
    }
    let (address, port) = match text.strip_prefix('[') {
        Some(text) => {
            let (address, port) = text.split_once(']')?;
            let address: Ipv6Addr = address.parse().ok()?;
            (IpAddr::V6(address), port)
        }
        None => {
            let at = text.find(':')?;
            let address: Ipv4Addr = text[..at].parse().ok()?;
            (IpAddr::V4(address), &text[at..])
        }
    };
    let is_port = port.is_empty() || port.starts_with(':') && port.len() > 1;
    is_port.then(|| address.to_canonical())
}
