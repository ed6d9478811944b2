//! What no browser sends: the running program answers it with a refusal, or hangs up; it never
//! breaks, and never says more than it would say to anyone.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use common::Accede;
use common::server::Server;

/// What came back for these bytes, after which nothing more is said: nothing where the server hung up.
fn answer(server: &Server, request: &[u8]) -> Vec<u8> {
    exchange(server, request, true)
}

fn exchange(server: &Server, request: &[u8], ends: bool) -> Vec<u8> {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(60)))
        .unwrap();
    // The server may have hung up before all was said: what it answered until then counts.
    let _ = stream.write_all(request);
    if ends {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let mut told = Vec::new();
    let mut part = [0; 65536];
    loop {
        match stream.read(&mut part) {
            Ok(0) => return told,
            Ok(read) => told.extend_from_slice(&part[..read]),
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => return told,
            Err(error) => panic!("neither an answer nor an end: {error}"),
        }
    }
}

/// The status of an answer; 0 where there was none.
fn status(told: &[u8]) -> u16 {
    let line = told.split(|byte| *byte == b'\r').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    line.split(' ')
        .nth(1)
        .map_or(0, |status| status.parse().unwrap())
}

fn get(server: &Server, path: &str) -> Vec<u8> {
    let host = &server.address;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    exchange(server, request.as_bytes(), false)
}

fn stands(server: &Server) {
    assert_eq!(server.get("/about").0, 200, "it no longer stands");
}

/// Parts of an address that are no id of anything.
const PARTS: [&str; 16] = [
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e%2f%2e%2e%2fCargo.toml",
    "..%5c..%5cwindows",
    "%00",
    "ccm%00",
    "%FF%FE",
    "%ED%A0%80",
    "%C0%AF",
    "%",
    "%zz",
    "%F0%9F%92%A9",
    "%E2%80%AEmcc",
    "'%20OR%201=1--",
    "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "{treaty}",
    "-1",
];

/// The addresses that take something of the reader's own, with `*` for it.
const TAKING: [&str; 22] = [
    "/*",
    "/*/*/*/*/*/*",
    "/treaties/*",
    "/treaties/ccm/*",
    "/treaties/*/acts",
    "/treaties/ccm/counts/*",
    "/treaties/ccm/plans/*",
    "/treaties/ccm/ITA/*",
    "/states/*",
    "/states/*/ccm",
    "/states/ITA/*",
    "/states/ITA/ccm/*",
    "/meetings/*",
    "/ledger/*",
    "/static/*",
    "/data/*",
    "/search?q=*",
    "/compare?states=*",
    "/curves?treaties=*",
    "/treaties/ctbt?on=*",
    "/treaties/ctbt?known=*&lang=*",
    "/matrix?group=*&treaty=*&standing=*&sort=*",
];

#[test]
fn what_is_no_id_is_refused_at_every_address_and_in_every_form() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    for pattern in TAKING {
        for part in PARTS {
            for form in ["", ".json", ".csv", ".svg", ".png", ".ics", ".atom"] {
                let filled = pattern.replace('*', part);
                let path = match filled.split_once('?') {
                    Some((path, query)) => format!("{path}{form}?{query}"),
                    None => format!("{filled}{form}"),
                };
                let told = get(&server, &path);
                let status = status(&told);
                let fine = (200..500).contains(&status);
                assert!(fine, "{path}: {status} {}", String::from_utf8_lossy(&told));
                let text = String::from_utf8_lossy(&told);
                let head = text.split("\r\n\r\n").next().unwrap_or_default();
                let head = head.to_lowercase();
                assert!(head.contains("x-content-type-options: nosniff"), "{path}");
                // As text of a data format it is harmless; as markup it would run.
                let is_markup = head.contains("text/html") || head.contains("svg");
                let repeats = is_markup && text.contains("<script>alert");
                assert!(!repeats, "{path} repeats it raw");
                assert!(!text.contains("root:"), "{path}");
                assert!(!text.contains("[workspace]"), "{path}");
            }
        }
    }
    stands(&server);
}

#[test]
fn what_is_much_too_long_is_refused() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    let host = server.address.clone();
    let many = |what: &str, times: usize| what.repeat(times);
    let asked = [
        format!("/{}", many("a", 100_000)),
        format!("/{}", many("a/", 20_000)),
        format!("/treaties/{}", many("%41", 10_000)),
        format!("/treaties/ctbt?{}", many("a=b&", 20_000)),
        format!("/treaties/ctbt/force?{}", many("if=USA&", 5_000)),
        format!("/matrix?{}", many("treaty=ccm&", 5_000)),
        format!("/treaties/ctbt?on={}", many("2", 50_000)),
        format!("/search?q={}", many("%D9%83", 5_000)),
        format!("/compare?states={}", many("ITA,", 5_000)),
        format!("/curves?treaties={}", many("ccm,", 5_000)),
        format!(
            "/calendar.ics?from=1850-01-01&to=2200-12-31&{}",
            many("&", 30_000)
        ),
        "/calendar?from=1850-01-01&to=2200-12-31".to_owned(),
        "/duties.json?from=1850-01-01&to=2200-12-31".to_owned(),
    ];
    for path in asked {
        let told = get(&server, &path);
        let short: String = path.chars().take(60).collect();
        // Nothing at all is an answer too: it hung up.
        assert!(status(&told) < 500, "{short}: {}", status(&told));
    }
    let header = |name: &str, value: String| {
        format!(
            "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{name}: {value}\r\n\r\n"
        )
    };
    let asked = [
        header("X-Long", many("x", 2_000_000)),
        header("Cookie", many("a=b; ", 50_000)),
        header("Accept-Encoding", many("gzip,", 2_000)),
        header("Accept-Language", many("fr-CA-x-", 2_000)),
        header("If-None-Match", many("\"a\",", 4_000)),
        header("Range", format!("bytes={}", many("0-1,", 2_000))),
        format!(
            "GET / HTTP/1.1\r\nHost: {host}\r\n{}\r\n",
            many("A: b\r\n", 20_000)
        ),
    ];
    for request in asked {
        let told = answer(&server, request.as_bytes());
        let short: String = request.chars().take(90).collect();
        assert!(status(&told) < 500, "{short}: {}", status(&told));
    }
    stands(&server);
}

#[test]
fn what_is_no_request_is_refused() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    let lines: [&[u8]; 26] = [
        b"",
        b"\r\n\r\n\r\n\r\n",
        b"\0\0\0\0\0\0\0\0",
        b"GET\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: \xff\xfe\r\nConnection: close\r\n\r\n",
        b"GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET /?on=\xc3\x28 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET http://elsewhere.example/treaties HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET //elsewhere.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET treaties HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"BREW /treaties HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello",
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nzz\r\n",
        b"PUT /ledger HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nAccept-Language: \xff\xff;q=x\r\nConnection: close\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ];
    for request in lines {
        let told = answer(&server, request);
        let status = status(&told);
        let shown = String::from_utf8_lossy(request);
        assert!(status < 500, "{shown}: {status}");
        let text = String::from_utf8_lossy(&told);
        assert!(
            !text.to_lowercase().contains("location: //"),
            "{shown} leads elsewhere"
        );
    }
    stands(&server);
}
