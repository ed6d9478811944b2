//! Whatever is refused is refused in the reader's terms: a program gets a problem document, a person a
//! page with the way on, and both are told what was expected.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use common::Accede;
use common::server::Server;
use serde_json::Value;

/// An answer: status, head in small letters, body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

fn ask(server: &Server, method: &str, path: &str, headers: &str) -> Answer {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    let wait = Some(Duration::from_secs(60));
    stream.set_read_timeout(wait).unwrap();
    let host = &server.address;
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut told = Vec::new();
    stream.read_to_end(&mut told).unwrap();
    let text = String::from_utf8_lossy(&told);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer {
        status,
        head: head.to_lowercase(),
        body: body.to_owned(),
    }
}

/// That an answer says what was expected, in the form that was asked for.
fn says_what_was_expected(answer: &Answer, status: u16, asked: &str) {
    assert_eq!(answer.status, status, "{asked}: {}", answer.head);
    if answer
        .head
        .contains("content-type: application/problem+json")
    {
        let document: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(document["status"], status, "{asked}");
        assert!(
            document["type"]
                .as_str()
                .unwrap()
                .starts_with("/api#problem-"),
            "{asked}"
        );
        assert!(document["detail"].as_str().unwrap().len() > 20, "{asked}");
    } else {
        assert!(
            answer.head.contains("content-type: text/html"),
            "{asked}: {}",
            answer.head
        );
        for part in ["<h1>", "<nav class=\"nav\"", "<main"] {
            assert!(answer.body.contains(part), "{asked} lacks {part}");
        }
    }
    for guard in [
        "content-security-policy: ",
        "x-content-type-options: nosniff",
    ] {
        assert!(answer.head.contains(guard), "{asked} lacks {guard}");
    }
}

#[test]
fn nothing_here_can_be_written_to() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    let paths = [
        "/",
        "/treaties/ccm",
        "/treaties/ccm.json",
        "/treaties/ccm/map.png",
        "/nowhere",
        "/static/accede.css",
        "/favicon.ico",
        "/openapi.json",
        "/data/accede.sqlite",
        "/treaties/%ff",
    ];
    for path in paths {
        for method in ["POST", "PUT", "DELETE", "PATCH", "PROPFIND", "TRACE", "get"] {
            let answer = ask(&server, method, path, "");
            says_what_was_expected(&answer, 405, &format!("{method} {path}"));
            assert!(answer.head.contains("allow: get, head"), "{}", answer.head);
        }
        let options = ask(&server, "OPTIONS", path, "");
        assert!((200..300).contains(&options.status), "OPTIONS {path}");
        assert_eq!(options.body, "");
        let (head, get) = (
            ask(&server, "HEAD", path, ""),
            ask(&server, "GET", path, ""),
        );
        assert_eq!(
            (head.status, head.body.as_str()),
            (get.status, ""),
            "HEAD {path}"
        );
    }
}

#[test]
fn a_slash_a_nul_or_a_newline_within_a_name_is_no_way_out() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    for (path, status) in [
        ("/treaties%2fccm", 404),
        ("/treaties/ccm%2fmap", 404),
        ("/treaties/ccm%2Fmap.json", 404),
        ("/states/ITA%2f..%2fUSA", 404),
        ("/static/..%2f..%2fCargo.toml", 404),
        ("/data/..%2faccede.sqlite", 404),
        ("/treaties/ccm%00.json", 400),
        ("/treaties/%0d%0aSet-Cookie:a=b", 400),
        ("/states/%C0%AF.csv", 400),
        ("/treaties/ccm?on=%00", 400),
        ("/treaties/ccm.json?on=2020-01-01%0a", 400),
        ("/search?q=%C3%28", 400),
        ("/treaties/ccm?%ff=1", 400),
        ("/treaties/ccm?=1", 400),
        ("/treaties/ccm.json?on=2020-01-01&on=2021-01-01", 400),
        ("/treaties/ccm.json?ON=2020-01-01", 400),
        ("/treaties/ccm.json?on[]=2020-01-01", 400),
        ("/changes.json?from=2021-01-01&to=2020-01-01", 400),
        ("/feed.json?limit=-1", 400),
        ("/feed.json?limit=99999999999999999999999", 400),
        ("/states.json?after=1e3", 400),
        ("/ledger.json?before=0x10", 400),
        ("/compare?states=,,,,", 200),
        ("/treaties/ccm;jsessionid=1", 404),
        ("/treaties/ccm.json.json", 404),
        ("/treaties/ccm.JSON", 404),
        ("/.json", 200),
        ("/.env", 404),
        ("/treaties//ccm", 404),
    ] {
        let answer = ask(&server, "GET", path, "");
        assert!(!answer.head.contains("set-cookie"), "{path}");
        if status == 200 {
            assert_eq!(answer.status, 200, "{path}");
        } else {
            says_what_was_expected(&answer, status, path);
        }
    }
}

#[test]
fn odd_headers_change_nothing_but_what_they_may() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    let plain = ask(&server, "GET", "/treaties/ccm.json", "");
    assert_eq!(plain.status, 200);
    let tag = plain.head.split("etag: ").nth(1).unwrap();
    let tag = tag.split("\r\n").next().unwrap();
    for (headers, status) in [
        ("Range: bytes=0-9", 200),
        ("Range: bytes=9-0", 200),
        ("Range: bytes=-1,0-,5-5", 200),
        ("Range: lines=1-2", 200),
        ("If-Range: \"a\"\r\nRange: bytes=0-0", 200),
        ("If-None-Match: \"\"", 200),
        ("If-None-Match: W/", 200),
        ("If-None-Match: ,,,\"a", 200),
        ("If-None-Match: \u{e9}", 200),
        ("If-Modified-Since: never", 200),
        ("If-Match: \"other\"", 200),
        ("Accept: ;;;q=,,*/", 200),
        ("Accept: image/png;q=2", 200),
        ("Accept-Encoding: identity;q=0, *;q=0", 200),
        ("Accept-Encoding: \u{e9},,;q=", 200),
        ("Accept-Language: ;q=,-,*;q=0,xx-\u{e9}", 200),
        ("Expect: 200-ok", 200),
        ("Upgrade: websocket\r\nConnection: upgrade", 200),
        ("Content-Length: 0", 200),
        ("Cookie: lang=fr; on=1990-01-01", 200),
        (
            "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: javascript",
            200,
        ),
        ("X-HTTP-Method-Override: DELETE", 200),
        ("Origin: https://evil.example", 200),
    ] {
        let answer = ask(
            &server,
            "GET",
            "/treaties/ccm.json",
            &format!("{headers}\r\n"),
        );
        assert_eq!(answer.status, status, "{headers}: {}", answer.head);
        assert_eq!(answer.body, plain.body, "{headers}");
        assert!(
            !answer.head.contains("evil.example"),
            "{headers}: {}",
            answer.head
        );
    }
    let same = ask(
        &server,
        "GET",
        "/treaties/ccm.json",
        &format!("If-None-Match: \"x\", {}\r\n", tag.replace("w/", "W/")),
    );
    assert_eq!((same.status, same.body.as_str()), (304, ""));
    let feed = ask(
        &server,
        "GET",
        "/feed.atom",
        "X-Forwarded-Host: evil.example\r\n",
    );
    assert!(!feed.body.contains("evil.example"));
}

/// One who sends a letter at a time keeps nobody else waiting.
#[test]
fn who_is_slow_waits_alone() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    let mut slow: Vec<_> = (0..64)
        .map(|_| TcpStream::connect(&server.address).unwrap())
        .collect();
    for letter in "GET /treat".bytes() {
        for stream in &mut slow {
            stream.write_all(&[letter]).unwrap();
        }
    }
    let begun = std::time::Instant::now();
    assert_eq!(ask(&server, "GET", "/about", "").status, 200);
    assert!(
        begun.elapsed() < Duration::from_secs(15),
        "{:?}",
        begun.elapsed()
    );
    for stream in &mut slow {
        let rest = "ies/ccm.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        stream.write_all(rest.as_bytes()).unwrap();
    }
    for stream in &mut slow {
        let mut told = Vec::new();
        stream.read_to_end(&mut told).unwrap();
        assert!(
            told.starts_with(b"HTTP/1.1 200"),
            "{}",
            String::from_utf8_lossy(&told)
        );
    }
}
