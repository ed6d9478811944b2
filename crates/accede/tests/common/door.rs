//! The program, serving behind its door, and forms as browsers send them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::{Accede, NOW};

/// The program, serving, and the link of the very first one.
pub struct Server {
    pub child: Child,
    pub address: String,
    pub first: Option<String>,
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
    pub fn start(accede: &Accede, first: bool) -> Server {
        Server::start_at(accede, first, NOW)
    }

    /// Starts it with its clock standing at a moment.
    pub fn start_at(accede: &Accede, first: bool, now: &str) -> Server {
        Server::start_with(accede, first, |command| {
            command.env("ACCEDE_NOW", now);
        })
    }

    /// Starts it with what `change` says beside.
    pub fn start_with(
        accede: &Accede,
        first: bool,
        change: impl FnOnce(&mut Command),
    ) -> Server {
        let mut command = accede.command(["serve", "--listen", "127.0.0.1:0"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        change(&mut command);
        let mut child = command.spawn().unwrap();
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
    pub fn ask(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        form: Option<&[(&str, &str)]>,
    ) -> Told {
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
    pub fn send(&self, path: &str, cookies: &str, form: &[(&str, &str)]) -> Told {
        let own = [("Sec-Fetch-Site", "same-origin"), ("Cookie", cookies)];
        self.ask(path, &own, Some(form))
    }

    pub fn get(&self, path: &str, cookies: &str) -> Told {
        self.ask(path, &[("Cookie", cookies)], None)
    }

    /// Joins by a link; gives the cookie of the device.
    pub fn join(&self, link: &str) -> String {
        let joined = self.send(link, "", &ADA);
        assert_eq!(joined.status(), 303, "{}", joined.0);
        assert_eq!(joined.header("location"), "/sign-in?joined=1");
        joined.cookie("accede-device")
    }

    /// Signs in; gives the cookie of the session.
    #[track_caller]
    pub fn sign_in(&self) -> String {
        self.sign_in_as(&ADA)
    }

    /// Signs in with the `email` and the `password` of these fields; gives the cookie of the session.
    #[track_caller]
    pub fn sign_in_as(&self, fields: &[(&str, &str)]) -> String {
        let told = self.send("/sign-in", "", fields);
        assert_eq!(told.status(), 303, "{}", told.0);
        told.cookie("accede-session")
    }

    /// Sends a form of the session with what its forms carry, as it stands on the page at `path`.
    #[track_caller]
    pub fn does(&self, path: &str, cookies: &str, fields: &[(&str, &str)]) -> Told {
        let form = self.get("/about", cookies).form();
        let mut fields = fields.to_vec();
        fields.push(("form", &form));
        self.send(path, cookies, &fields)
    }
}

pub const ADA: [(&str, &str); 3] = [
    ("name", "Ada Example"),
    ("email", "ada@mfa.example"),
    ("password", "the cat sat on the roof"),
];

/// An answer.
pub struct Told(pub String);

impl Told {
    pub fn status(&self) -> u16 {
        self.0.split(' ').nth(1).unwrap().parse().unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        let head = self.0.split("\r\n\r\n").next().unwrap();
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        let found = lines.find(|(given, _)| given.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    /// The cookie it sets, as a browser sends it back.
    pub fn cookie(&self, name: &str) -> String {
        let set = format!("set-cookie: {name}=");
        let line = self.0.lines().find(|line| line.starts_with(&set));
        let line = line.unwrap_or_else(|| panic!("no {name}: {}", self.0));
        let pair = line["set-cookie: ".len()..].split(';').next().unwrap();
        pair.to_owned()
    }

    /// What the forms of its session carry.
    pub fn form(&self) -> String {
        let at = self.0.find("name=\"form\" value=\"").unwrap() + 19;
        self.0[at..].split('"').next().unwrap().to_owned()
    }

    #[track_caller]
    pub fn says(&self, text: &str) {
        assert!(self.0.contains(text), "{text}: {}", self.0);
    }

    #[track_caller]
    pub fn says_nothing_of(&self, text: &str) {
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
