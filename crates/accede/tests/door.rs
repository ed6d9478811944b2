//! The door: joining by a link, signing in and out, and what is refused there.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use common::Accede;

/// The program, serving, and the link of the very first one.
struct Server {
    child: Child,
    address: String,
    first: Option<String>,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// Starts it; `first` says whether nobody has joined yet.
    fn start(accede: &Accede, first: bool) -> Server {
        let mut child = accede
            .command(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
        let stands = lines.next().unwrap().unwrap();
        let address = stands.strip_prefix("Accede stands at http://").unwrap();
        let first = first.then(|| {
            let line = lines.next().unwrap().unwrap();
            let at = line.find("/join/").unwrap();
            line[at..].to_owned()
        });
        drop(lines);
        let address = address.to_owned();
        Server {
            child,
            address,
            first,
        }
    }

    /// The whole answer to a request with these headers and, where there is one, this form.
    fn ask(&self, path: &str, headers: &[(&str, &str)], form: Option<&[(&str, &str)]>) -> Told {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .unwrap();
        let body = form.map(|form| {
            let pairs = form
                .iter()
                .map(|(name, value)| format!("{name}={}", encoded(value)));
            pairs.collect::<Vec<_>>().join("&")
        });
        let mut text = format!(
            "{} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n",
            if body.is_some() { "POST" } else { "GET" },
            self.address
        );
        for (name, value) in headers {
            text += &format!("{name}: {value}\r\n");
        }
        if let Some(body) = &body {
            text += "Content-Type: application/x-www-form-urlencoded\r\n";
            text += &format!("Content-Length: {}\r\n", body.len());
        }
        text += "\r\n";
        text += &body.unwrap_or_default();
        stream.write_all(text.as_bytes()).unwrap();
        let mut told = Vec::new();
        stream.read_to_end(&mut told).unwrap();
        Told(String::from_utf8_lossy(&told).into_owned())
    }

    /// A form, as a browser sends it from our own page.
    fn send(&self, path: &str, cookies: &str, form: &[(&str, &str)]) -> Told {
        let own = [("Sec-Fetch-Site", "same-origin"), ("Cookie", cookies)];
        self.ask(path, &own, Some(form))
    }

    fn get(&self, path: &str, cookies: &str) -> Told {
        self.ask(path, &[("Cookie", cookies)], None)
    }

    /// Joins by a link; gives the cookie of the device.
    fn join(&self, link: &str) -> String {
        let joined = self.send(link, "", &ADA);
        assert_eq!(joined.status(), 303, "{}", joined.0);
        assert_eq!(joined.header("location"), "/sign-in?joined=1");
        joined.cookie("accede-device")
    }

    /// Signs in; gives the cookie of the session.
    fn sign_in(&self) -> String {
        let told = self.send("/sign-in", "", &ADA);
        assert_eq!(told.status(), 303, "{}", told.0);
        told.cookie("accede-session")
    }
}

const ADA: [(&str, &str); 3] = [
    ("name", "Ada Example"),
    ("email", "ada@mfa.example"),
    ("password", "the cat sat on the roof"),
];

/// An answer.
struct Told(String);

impl Told {
    fn status(&self) -> u16 {
        self.0.split(' ').nth(1).unwrap().parse().unwrap()
    }

    fn header(&self, name: &str) -> &str {
        let head = self.0.split("\r\n\r\n").next().unwrap();
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        let found = lines.find(|(given, _)| given.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    /// The cookie it sets, as a browser sends it back.
    fn cookie(&self, name: &str) -> String {
        let set = format!("set-cookie: {name}=");
        let line = self.0.lines().find(|line| line.starts_with(&set));
        let line = line.unwrap_or_else(|| panic!("no {name}: {}", self.0));
        let pair = line["set-cookie: ".len()..].split(';').next().unwrap();
        pair.to_owned()
    }

    /// What the forms of its session carry.
    fn form(&self) -> String {
        let at = self.0.find("name=\"form\" value=\"").unwrap() + 19;
        self.0[at..].split('"').next().unwrap().to_owned()
    }

    #[track_caller]
    fn says(&self, text: &str) {
        assert!(self.0.contains(text), "{text}: {}", self.0);
    }

    #[track_caller]
    fn says_nothing_of(&self, text: &str) {
        assert!(!self.0.contains(text), "{text}: {}", self.0);
    }
}

fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[test]
fn the_first_one_joins_by_the_link_signs_in_sees_more_and_signs_out() {
    let accede = Accede::new();
    let server = Server::start(&accede, true);
    let link = server.first.clone().unwrap();
    let page = server.get(&link, "");
    page.says("Nobody has joined this instance yet");
    assert_eq!(page.header("cache-control"), "private, no-store");
    let device = server.join(&link);
    // The link is used up, for the one who has it too.
    assert_eq!(server.get(&link, "").status(), 404);
    assert_eq!(server.send(&link, "", &ADA).status(), 404);
    let session = server.sign_in();
    let cookies = format!("{session}; {device}");
    let own = server.get("/ledger", &cookies);
    own.says("Ada Example");
    own.says("is administrator in office");
    assert_eq!(own.header("cache-control"), "private, no-store");
    assert_eq!(own.header("etag"), "");
    // Anyone sees as much as before, and nothing of her.
    let anyones = server.get("/ledger", "");
    anyones.says_nothing_of("office");
    anyones.says("Sign in");
    // The record has a number for her, not her name.
    accede.ok("verify");
    let record = std::fs::read(accede.data().join("ledger.sqlite")).unwrap();
    let record = String::from_utf8_lossy(&record).into_owned();
    assert!(!record.contains("Ada Example") && !record.contains("ada@mfa.example"));
    // She signs out, and the key in her cookie opens nothing any more.
    let form = server.get("/about", &cookies).form();
    let out = server.send("/sign-out", &cookies, &[("form", &form)]);
    assert_eq!((out.status(), out.header("location")), (303, "/"));
    out.says("accede-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    server.get("/ledger", &cookies).says_nothing_of("office");
}

#[test]
fn who_has_joined_comes_in_again_after_a_restart_and_no_second_link_is_told() {
    let accede = Accede::new();
    let server = Server::start(&accede, true);
    server.join(&server.first.clone().unwrap());
    drop(server);
    let mut again = Server::start(&accede, false);
    let session = again.sign_in();
    again
        .get("/ledger", &session)
        .says("is administrator in office");
    again.child.kill().unwrap();
    let mut rest = String::new();
    let stdout = again.child.stdout.as_mut().unwrap();
    stdout.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn a_form_that_no_page_of_ours_sent_does_nothing() {
    let accede = Accede::new();
    let server = Server::start(&accede, true);
    let link = server.first.clone().unwrap();
    for headers in [
        &[][..],
        &[("Origin", "http://evil.example")],
        &[("Origin", "null")],
        &[("Sec-Fetch-Site", "cross-site")],
        &[("Sec-Fetch-Site", "same-site")],
    ] {
        assert_eq!(server.ask(&link, headers, Some(&ADA)).status(), 403);
        assert_eq!(server.ask("/sign-in", headers, Some(&ADA)).status(), 403);
    }
    server.join(&link);
    let session = server.sign_in();
    for form in ["", "x", &server.get("/about", &server.sign_in()).form()] {
        let told = server.send("/sign-out", &session, &[("form", form)]);
        assert_eq!(told.status(), 403, "{form}");
    }
    server.get("/ledger", &session).says("office");
    // Nothing can be sent to a page.
    assert_eq!(server.send("/ledger", &session, &[]).status(), 405);
}

#[test]
fn who_gives_something_wrong_is_told_the_same_whoever_it_is_and_waits_in_the_end() {
    let accede = Accede::new();
    let server = Server::start(&accede, true);
    server.join(&server.first.clone().unwrap());
    let wrong = |email: &str| {
        let form = [("email", email), ("password", "not that one at all")];
        server.send("/sign-in", "", &form)
    };
    let told = |answer: &Told, email: &str| {
        let main = answer
            .0
            .split("<main")
            .nth(1)
            .unwrap()
            .split("</main")
            .next()
            .unwrap();
        (answer.status(), main.replace(email, "EMAIL"))
    };
    let (known, unknown) = (wrong("ada@mfa.example"), wrong("eve@mfa.example"));
    assert_eq!(known.status(), 422);
    assert_eq!(
        told(&known, "ada@mfa.example"),
        told(&unknown, "eve@mfa.example")
    );
    let mut last = 422;
    for _ in 0..40 {
        last = wrong("eve@mfa.example").status();
        if last == 429 {
            break;
        }
    }
    assert_eq!(last, 429, "guessing is slow");
}

#[test]
fn what_is_no_key_opens_nothing_and_breaks_nothing() {
    let accede = Accede::new();
    let server = Server::start(&accede, true);
    server.join(&server.first.clone().unwrap());
    let session = server.sign_in();
    let long = format!("accede-session={}", "a".repeat(5000));
    for cookies in [
        "accede-session=",
        "accede-session=x",
        "accede-session=../../etc/passwd",
        "accede-session=00000000000000000000000000000000.AAAA",
        "__Host-accede-session=x",
        "=; ; ;;=",
        &long,
        &format!("{session}x"),
        &format!("{session}; {session}"),
    ] {
        let told = server.get("/ledger", cookies);
        assert_eq!(told.status(), 200, "{cookies}");
        told.says_nothing_of("office");
    }
    for path in ["/join/", "/join/x", "/join/..%2f..", "/join/%00", "/join/é"] {
        let status = server.get(path, "").status();
        assert!((400..500).contains(&status), "{path}: {status}");
    }
    for token in ["", "x", "accede_", &"accede_a".repeat(500)] {
        let bearer = format!("Bearer {token}");
        let told = server.ask("/ledger.json", &[("Authorization", &bearer)], None);
        assert_eq!(told.status(), 401, "{token}");
    }
    let huge = "x".repeat(100_000);
    let told = server.send("/sign-in", "", &[("email", &huge)]);
    assert_eq!(told.status(), 413);
    // An address elsewhere is not gone on to.
    let mut form = ADA.to_vec();
    form.push(("next", "//evil.example/"));
    assert_eq!(server.send("/sign-in", "", &form).header("location"), "/");
}
