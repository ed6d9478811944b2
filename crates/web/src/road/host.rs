//! Whether a request is for this instance, where that is known: by the name it asks for.

use std::net::{IpAddr, Ipv6Addr};

use axum::extract::Request;
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use people::Address;

use crate::App;
use crate::answer;
use crate::problem::Problem;

/// Whether a request names the public address; or no name at all but a number or this machine, as those
/// do who look whether a node is well. Another site's name can be made to lead here, a number cannot.
pub(super) fn is_right(address: &Address, headers: &HeaderMap) -> bool {
    let mut named = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (named.next(), named.next()) else {
        return headers.get(header::HOST).is_none();
    };
    let Ok(host) = host.to_str() else {
        return false;
    };
    let host = host.to_ascii_lowercase();
    let usual = if address.is_secure() { ":443" } else { ":80" };
    host.strip_suffix(usual).unwrap_or(&host) == address.authority() || is_a_number(&host)
}

fn is_a_number(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => {
            let number = rest.split_once(']').map(|(number, _port)| number);
            return number.is_some_and(|number| number.parse::<Ipv6Addr>().is_ok());
        }
        None => host.split_once(':').map_or(host, |(name, _port)| name),
    };
    name == "localhost" || name.parse::<IpAddr>().is_ok()
}

/// Where to ask instead: whoever reads is led there, whoever sends is told so.
pub(super) fn elsewhere(app: &App, address: &Address, request: &Request) -> Response {
    let rest = request.uri().path_and_query();
    let there = address.link(rest.map_or("/", |rest| rest.as_str()));
    match HeaderValue::from_str(&there) {
        Ok(there) if matches!(*request.method(), Method::GET | Method::HEAD) => {
            let headers = [
                (header::LOCATION, there),
                (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
            ];
            (StatusCode::PERMANENT_REDIRECT, headers).into_response()
        }
        Ok(_) | Err(_) => answer::refused(app, &Problem::Misdirected, request),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_the_public_address_or_a_number() {
        let is = |address: &str, hosts: &[&str]| {
            let mut headers = HeaderMap::new();
            for host in hosts {
                headers.append(header::HOST, host.parse().unwrap());
            }
            is_right(&address.parse().unwrap(), &headers)
        };
        let here = "https://accede.example";
        for host in [
            "accede.example",
            "ACCEDE.example:443",
            "127.0.0.1:8080",
            "10.0.0.7",
            "[::1]:8080",
            "localhost:8080",
        ] {
            assert!(is(here, &[host]), "{host}");
        }
        for host in [
            "evil.example",
            "accede.example:8443",
            "accede.example:80",
            "www.accede.example",
            "127.0.0.1.evil.example",
            "[::1",
            "",
        ] {
            assert!(!is(here, &[host]), "{host}");
        }
        assert!(is(here, &[]), "HTTP/1.0");
        assert!(!is(here, &["accede.example", "evil.example"]));
        assert!(!is(here, &["accede.example", "accede.example"]));
        assert!(is("http://accede.example:8080", &["accede.example:8080"]));
        assert!(!is("http://accede.example:8080", &["accede.example"]));
    }
}
