//! Where an instance stands in public: what links begin with, and what passkeys are bound to.

use core::fmt;
use core::net::{IpAddr, Ipv6Addr};
use core::str::FromStr;

/// The public address of an instance: `https://accede.example`, without a path. It is a setting,
/// because what a request says of its host is for whoever sends it to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Scheme, host and port, as a browser writes them.
    origin: String,
    /// The host and the port, unless it is the one of the scheme.
    authority: String,
    /// The host alone.
    host: String,
    secure: bool,
}

/// A text that is no public address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a public address is https:// or http://, a host and perhaps a port, and nothing after it"
)]
pub struct BadAddress;

impl Address {
    /// What a browser calls it: scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What the header `Host` says of a request that came this way.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Whether it is reached over TLS.
    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// The whole address of a page: `/join/…` is given.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The name passkeys are bound to, if there can be any: over TLS or on this machine, and never an
    /// address of numbers (WebAuthn level 3, *relying party identifier*).
    pub fn passkeys_for(&self) -> Option<&str> {
        let named = !self.host.starts_with('[') && self.host.parse::<IpAddr>().is_err();
        (named && (self.secure || self.is_local())).then_some(self.host.as_str())
    }

    /// Whether it is this machine by its name, which no other machine can bear (RFC 6761).
    pub fn is_local(&self) -> bool {
        self.host == "localhost" || self.host.ends_with(".localhost")
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin)
    }
}

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Address, BadAddress> {
        let text = text.trim().to_ascii_lowercase();
        let text = text.strip_suffix('/').unwrap_or(&text);
        let (scheme, authority) = text.split_once("://").ok_or(BadAddress)?;
        let (secure, usual) = match scheme {
            "https" => (true, 443),
            "http" => (false, 80),
            _ => return Err(BadAddress),
        };
        let (host, port) = parts(authority)?;
        if !is_host(host) {
            return Err(BadAddress);
        }
        let port = port.filter(|port| *port != usual);
        let authority = match port {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        };
        Ok(Address {
            origin: format!("{scheme}://{authority}"),
            authority,
            host: host.to_owned(),
            secure,
        })
    }
}

/// Host and port of `host:port`.
fn parts(authority: &str) -> Result<(&str, Option<u16>), BadAddress> {
    let end = authority.rfind(']').map_or(0, |at| at + 1);
    match authority[end..].find(':') {
        None => Ok((authority, None)),
        Some(at) => {
            let (host, port) = authority.split_at(end + at);
            let digits = &port[1..];
            let all = digits.bytes().all(|byte| byte.is_ascii_digit());
            let port = digits.parse().ok().filter(|port| all && *port > 0);
            Ok((host, Some(port.ok_or(BadAddress)?)))
        }
    }
}

/// Whether it is a name of letters, digits and hyphens, as domains are written (RFC 1123; names in
/// other scripts in their form `xn--`), or an address of numbers.
fn is_host(host: &str) -> bool {
    if let Some(inner) = host.strip_prefix('[') {
        let inner = inner.strip_suffix(']');
        return inner.is_some_and(|inner| inner.parse::<Ipv6Addr>().is_ok());
    }
    let is_label = |label: &str| {
        let of_one = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (1..=63).contains(&label.len())
            && label.bytes().all(of_one)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.len() <= 253 && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_as_browsers_write_it() {
        for (given, origin, passkeys) in [
            (
                "https://accede.example",
                "https://accede.example",
                Some("accede.example"),
            ),
            (
                " HTTPS://Accede.Example:443/",
                "https://accede.example",
                Some("accede.example"),
            ),
            ("https://a.b:8443", "https://a.b:8443", Some("a.b")),
            (
                "http://localhost:8080",
                "http://localhost:8080",
                Some("localhost"),
            ),
            (
                "http://a.localhost",
                "http://a.localhost",
                Some("a.localhost"),
            ),
            ("http://accede.intern:80", "http://accede.intern", None),
            ("https://10.0.0.7", "https://10.0.0.7", None),
            (
                "https://[2001:db8::1]:444",
                "https://[2001:db8::1]:444",
                None,
            ),
        ] {
            let address: Address = given.parse().unwrap();
            assert_eq!(address.origin(), origin, "{given}");
            assert_eq!(address.passkeys_for(), passkeys, "{given}");
            assert_eq!(address.link("/join/x"), format!("{origin}/join/x"));
            assert_eq!(address.to_string().parse(), Ok(address));
        }
    }

    #[test]
    fn what_is_more_or_less_than_an_address_is_refused() {
        for bad in [
            "",
            "accede.example",
            "ftp://accede.example",
            "https://",
            "https:///",
            "https://a.example/accede",
            "https://a.example?x",
            "https://a.example#x",
            "https://me@a.example",
            "https://a.example:",
            "https://a.example:0",
            "https://a.example:+1",
            "https://a.example:65536",
            "https://-a.example",
            "https://a..example",
            "https://é.example",
            "https://[::1",
            "https://::1]",
            "https://a b",
            "https://a.example\r\nX: y",
        ] {
            assert_eq!(bad.parse::<Address>(), Err(BadAddress), "{bad}");
        }
    }
}
