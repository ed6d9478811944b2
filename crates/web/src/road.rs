//! The road by which a request came: whether over TLS, and from whom. What proxies say of that is
//! believed of those that the settings name, and of nobody else.

mod host;
mod proxies;
mod told;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

pub use self::proxies::{Proxies, ProxiesError};
use self::told::{Hop, Told};
use crate::App;
use crate::answer;
use crate::site::PROTO;

/// How the outside reaches this instance.
#[derive(Debug, Clone, Default)]
pub struct Road {
    /// The proxies whose word on clients is believed.
    pub proxies: Proxies,
    /// What browsers are told to reach over TLS alone from now on.
    pub hsts: Hsts,
    /// Passwords are taken from elsewhere over unencrypted HTTP too.
    pub plain: bool,
}

/// What browsers are told to reach over TLS alone from now on, once they did so (RFC 6797).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hsts {
    /// Nothing.
    Off,
    /// This host.
    #[default]
    Host,
    /// This host and all below it, whoever runs them.
    Subdomains,
}

/// A word that is none of `host`, `subdomains`, `off`.
#[derive(Debug, Clone, thiserror::Error)]
#[error("`{0}` is none of host, subdomains, off")]
pub struct HstsError(String);

impl FromStr for Hsts {
    type Err = HstsError;

    fn from_str(text: &str) -> Result<Hsts, HstsError> {
        match text {
            "off" => Ok(Hsts::Off),
            "host" => Ok(Hsts::Host),
            "subdomains" => Ok(Hsts::Subdomains),
            other => Err(HstsError(other.to_owned())),
        }
    }
}

impl Hsts {
    /// Two years.
    fn header(self) -> Option<&'static str> {
        match self {
            Hsts::Off => None,
            Hsts::Host => Some("max-age=63072000"),
            Hsts::Subdomains => Some("max-age=63072000; includeSubDomains"),
        }
    }
}

/// How one request came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Way {
    /// Its client, as far as that is known.
    pub(crate) from: IpAddr,
    /// The client came over TLS.
    pub(crate) secure: bool,
    /// The client is on this machine.
    near: bool,
}

impl Way {
    /// Of a request that came over no socket: one of our own.
    pub(crate) const OURS: Way = Way {
        from: IpAddr::V4(Ipv4Addr::LOCALHOST),
        secure: false,
        near: true,
    };

    fn straight(peer: IpAddr) -> Way {
        Way {
            from: peer,
            secure: false,
            near: peer.is_loopback(),
        }
    }

    /// Reads what proxies say. Where it makes no sense, nothing of it is believed, and the client
    /// is not taken for one on this machine either.
    fn of(road: &Road, peer: IpAddr, headers: &HeaderMap) -> Way {
        if !road.proxies.has(peer) {
            return Way::straight(peer);
        }
        let unknown = Way {
            from: peer,
            secure: false,
            near: false,
        };
        match told::read(headers) {
            Told::Nothing => Way::straight(peer),
            Told::Hops(hops) => walk(road, peer, &hops).unwrap_or(unknown),
            Told::Protocol { secure } => Way { secure, ..unknown },
            Told::Muddle => unknown,
        }
    }

    /// Whether secrets may be sent on it.
    pub(crate) fn may_carry_secrets(self, road: &Road) -> bool {
        self.secure || self.near || road.plain
    }
}

/// From the nearest proxy outwards, for as long as the one reached is believed.
fn walk(road: &Road, peer: IpAddr, hops: &[Hop]) -> Option<Way> {
    let mut way = Way::straight(peer);
    for hop in hops.iter().rev() {
        if !road.proxies.has(way.from) {
            break;
        }
        let from = hop.from?;
        way = Way {
            from,
            secure: hop.secure,
            near: from.is_loopback(),
        };
    }
    Some(way)
}

/// Finds out how a request came, before anything else looks at it. Behind this, the only header of a
/// proxy that is left is one that is believed; and no answer leaves without the headers that keep it
/// from doing harm.
pub(crate) async fn find(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let headers = request.headers();
    let way = peer.map_or(Way::OURS, |peer| {
        let peer = peer.0.ip().to_canonical();
        tell_of_strangers(&app.road, peer, headers);
        Way::of(&app.road, peer, headers)
    });
    let headers = request.headers_mut();
    for name in told::NAMES {
        headers.remove(name);
    }
    if way.secure {
        headers.insert(PROTO, HeaderValue::from_static("https"));
    }
    let uri = request.uri().clone();
    request.extensions_mut().insert(way);
    let mut response = match &app.address {
        Some(address) if !host::is_right(address, request.headers()) => {
            host::elsewhere(&app, address, &request)
        }
        Some(_) | None => next.run(request).await,
    };
    if !response
        .headers()
        .contains_key(header::CONTENT_SECURITY_POLICY)
    {
        // Whatever went wrong on the way went wrong before they were set.
        response = answer::guarded(response, &uri);
    }
    if let Some(value) = app.road.hsts.header().filter(|_| way.secure) {
        let value = HeaderValue::from_static(value);
        let name = header::STRICT_TRANSPORT_SECURITY;
        response.headers_mut().insert(name, value);
    }
    response
}

/// Says once that there is a proxy nobody named: else all its clients look like one.
fn tell_of_strangers(road: &Road, peer: IpAddr, headers: &HeaderMap) {
    static TOLD: AtomicBool = AtomicBool::new(false);
    let speaks = told::NAMES.iter().any(|name| headers.contains_key(*name));
    if speaks && !road.proxies.has(peer) && !TOLD.swap(true, Ordering::Relaxed) {
        tracing::warn!(
            "a request says whom it was sent on for, and is not believed: if it came through your proxy, name that in ACCEDE_PROXIES"
        );
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderName;

    use super::*;

    /// How a request came from `peer` with these headers, where `10.0.0.0/8` and `::1` are proxies.
    fn way(peer: &str, pairs: &[(&'static str, &str)]) -> (String, bool, bool) {
        let road = Road {
            proxies: "10.0.0.0/8, ::1".parse().unwrap(),
            ..Road::default()
        };
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(HeaderName::from_static(name), value.parse().unwrap());
        }
        let way = Way::of(&road, peer.parse().unwrap(), &headers);
        (way.from.to_string(), way.secure, way.near)
    }

    const FOR: &str = "x-forwarded-for";
    const FORWARDED: &str = "forwarded";

    #[track_caller]
    fn is(found: (String, bool, bool), from: &str, secure: bool) {
        assert_eq!((found.0.as_str(), found.1), (from, secure));
        assert!(!found.2, "{from} is not on this machine");
    }

    #[test]
    fn a_proxy_that_is_named_says_who_asks_and_how() {
        let told = [(FOR, "192.0.2.7"), (PROTO, "https")];
        is(way("10.1.2.3", &told), "192.0.2.7", true);
        is(way("::1", &told), "192.0.2.7", true);
        is(
            way("10.1.2.3", &[(FOR, "192.0.2.7"), (PROTO, "http")]),
            "192.0.2.7",
            false,
        );
        is(way("10.1.2.3", &[(FOR, "192.0.2.7")]), "192.0.2.7", false);
        is(
            way("10.1.2.3", &[(FOR, "[2001:db8::7]:4711")]),
            "2001:db8::7",
            false,
        );
        is(
            way("10.1.2.3", &[(FOR, "::ffff:192.0.2.7")]),
            "192.0.2.7",
            false,
        );
        is(way("10.1.2.3", &[(PROTO, "https")]), "10.1.2.3", true);
        let told = [(
            FORWARDED,
            "for=\"[2001:db8::7]:80\";proto=HTTPS;by=_x;host=a.example",
        )];
        is(way("10.1.2.3", &told), "2001:db8::7", true);
    }

    #[test]
    fn nobody_else_is_believed() {
        let told = [(FOR, "192.0.2.7"), (PROTO, "https")];
        is(way("198.51.100.9", &told), "198.51.100.9", false);
        is(
            way("198.51.100.9", &[(FORWARDED, "for=192.0.2.7;proto=https")]),
            "198.51.100.9",
            false,
        );
        assert_eq!(
            way("127.0.0.1", &told),
            ("127.0.0.1".to_owned(), false, true)
        );
    }

    #[test]
    fn one_walks_from_the_right_and_stops_at_the_first_stranger() {
        // The client wrote the first two itself.
        let told = [
            (FOR, "127.0.0.1, 10.9.9.9, 192.0.2.7, 10.0.0.2"),
            (PROTO, "https"),
        ];
        is(way("10.0.0.1", &told), "192.0.2.7", true);
        let lines = [(FOR, "127.0.0.1"), (FOR, "192.0.2.7"), (FOR, "10.0.0.2")];
        is(way("10.0.0.1", &lines), "192.0.2.7", false);
        let told = [(
            FORWARDED,
            "for=127.0.0.1;proto=https, for=192.0.2.7;proto=http, for=10.0.0.2;proto=https",
        )];
        is(way("10.0.0.1", &told), "192.0.2.7", false);
        // What a client wrote before is of no consequence, however ill written.
        is(
            way("10.0.0.1", &[(FOR, "???, 192.0.2.7")]),
            "192.0.2.7",
            false,
        );
        // One protocol for each hop.
        let each = [(FOR, "192.0.2.7, 10.0.0.2"), (PROTO, "https, http")];
        is(way("10.0.0.1", &each), "192.0.2.7", true);
        // Proxies all the way.
        is(
            way("10.0.0.1", &[(FOR, "10.0.0.3, 10.0.0.2")]),
            "10.0.0.3",
            false,
        );
    }

    #[test]
    fn what_makes_no_sense_is_not_believed() {
        for told in [
            &[(FOR, "")][..],
            &[(FOR, "a.example")],
            &[(FOR, "192.0.2.7, ")],
            &[(FOR, "192.0.2.7, unknown")],
            &[(FOR, "192.0.2.256")],
            &[(FOR, "[::1")],
            &[(FOR, "192.0.2.7"), (PROTO, "gopher")],
            &[(FOR, "192.0.2.7"), (PROTO, "https, https")],
            &[(PROTO, "https, http")],
            &[(FORWARDED, "for=")],
            &[(FORWARDED, "for=\"192.0.2.7")],
            &[(FORWARDED, "for=unknown")],
            &[(FORWARDED, "proto=https")],
            &[(FORWARDED, "for=192.0.2.7;for=192.0.2.8")],
            &[(FORWARDED, "for=\"x, for=192.0.2.7;proto=https")],
            &[(FORWARDED, "for=192.0.2.7,,for=192.0.2.8;")],
            // Which of the two did the proxy write?
            &[(FORWARDED, "for=192.0.2.7;proto=https"), (FOR, "192.0.2.8")],
            &[(FORWARDED, "for=192.0.2.7"), (PROTO, "https")],
        ] {
            is(way("10.0.0.1", told), "10.0.0.1", false);
            is(way("::1", told), "::1", false);
        }
        // A proxy on this machine that says nothing is somebody on this machine.
        assert_eq!(way("::1", &[]), ("::1".to_owned(), false, true));
    }

    #[test]
    fn secrets_go_over_tls_or_stay_on_the_machine() {
        let road = Road::default();
        let way = |from: &str| Way::straight(from.parse().unwrap());
        assert!(way("127.0.0.1").may_carry_secrets(&road));
        assert!(!way("192.0.2.7").may_carry_secrets(&road));
        let secure = Way {
            secure: true,
            ..way("192.0.2.7")
        };
        assert!(secure.may_carry_secrets(&road));
        let plain = Road {
            plain: true,
            ..road
        };
        assert!(way("192.0.2.7").may_carry_secrets(&plain));
    }
}
