//! The built program, serving, with whatever it says kept.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::common::Accede;

/// Far more than any answer takes.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Serving {
    pub(crate) child: Child,
    /// Host and port.
    pub(crate) address: String,
    said: Arc<Mutex<String>>,
    reading: Vec<JoinHandle<()>>,
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Keeps what a stream says, line by line.
fn keep(stream: impl Read + Send + 'static, said: &Arc<Mutex<String>>) -> JoinHandle<()> {
    let said = Arc::clone(said);
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines() {
            let mut said = said.lock().unwrap();
            said.push_str(&line.unwrap());
            said.push('\n');
        }
    })
}

impl Serving {
    pub(crate) fn new(accede: &Accede, args: &[&str], env: &[(&str, &str)]) -> Serving {
        let mut whole = vec!["serve"];
        if !args.contains(&"--listen") {
            whole.extend(["--listen", "127.0.0.1:0"]);
        }
        whole.extend(args);
        let mut command = accede.command(whole);
        command.envs(env.iter().copied());
        Serving::of(command)
    }

    /// What this command serves.
    pub(crate) fn of(mut command: Command) -> Serving {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let stands = line.trim().strip_prefix("Accede stands at http://");
        let address = stands.unwrap_or_else(|| panic!("{line}")).to_owned();
        let said: Arc<Mutex<String>> = Arc::default();
        let reading = vec![
            keep(stdout, &said),
            keep(child.stderr.take().unwrap(), &said),
        ];
        let mut serving = Serving {
            child,
            address,
            said,
            reading,
        };
        if serving.address.starts_with("0.0.0.0:") {
            serving.address = serving.address.replace("0.0.0.0", "127.0.0.1");
        }
        assert_eq!(serving.get("/about", &[]).status(), 200);
        serving
    }

    /// The link of the very first one.
    pub(crate) fn first(&self) -> String {
        self.says("/join/");
        let said = self.said();
        let link = &said[said.find("/join/").unwrap()..];
        link.split_whitespace().next().unwrap().to_owned()
    }

    /// What it said so far behind its first line.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it says something.
    #[track_caller]
    pub(crate) fn says(&self, text: &str) {
        let begun = Instant::now();
        while !self.said().contains(text) {
            assert!(begun.elapsed() < PATIENCE, "no `{text}` in {}", self.said());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Ends it; gives all that it said.
    pub(crate) fn end(mut self) -> String {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        for reading in self.reading.drain(..) {
            reading.join().unwrap();
        }
        self.said()
    }

    /// Sends these bytes; gives the whole answer, until the connection is closed.
    pub(crate) fn raw(&self, text: &str) -> Told {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(text.as_bytes()).unwrap();
        let mut told = Vec::new();
        // A reset closes as well.
        let _ = stream.read_to_end(&mut told);
        Told(String::from_utf8_lossy(&told).into_owned())
    }

    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Told {
        self.ask("GET", path, headers, "")
    }

    /// A form, as a browser sends it from our own page.
    pub(crate) fn send(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        form: &[(&str, &str)],
    ) -> Told {
        let pairs = form
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let mut headers = headers.to_vec();
        headers.push(("Sec-Fetch-Site", "same-origin"));
        headers.push(("Content-Type", "application/x-www-form-urlencoded"));
        self.ask("POST", path, &headers, &body)
    }

    pub(crate) fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Told {
        let host = headers.iter().any(|(name, _)| *name == "Host");
        let host = if host {
            String::new()
        } else {
            format!("Host: {}\r\n", self.address)
        };
        let lines = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"));
        let lines: String = lines.collect();
        let length = if body.is_empty() {
            String::new()
        } else {
            format!("Content-Length: {}\r\n", body.len())
        };
        self.raw(&format!(
            "{method} {path} HTTP/1.1\r\n{host}Connection: close\r\n{lines}{length}\r\n{body}"
        ))
    }

    /// Joins as the first one.
    pub(crate) fn join(&self, headers: &[(&str, &str)]) {
        let joined = self.send(&self.first(), headers, &ADA);
        assert_eq!(joined.status(), 303, "{}", joined.0);
    }
}

/// Somebody invented.
pub(crate) const ADA: [(&str, &str); 3] = [
    ("name", "Ada Quillfeather"),
    ("email", "ada.quillfeather@mfa.example"),
    ("password", "the cat sat on the 9th roof"),
];

/// An answer.
pub(crate) struct Told(pub(crate) String);

impl Told {
    #[track_caller]
    pub(crate) fn status(&self) -> u16 {
        let status = self.0.split(' ').nth(1);
        let status = status.and_then(|status| status.parse().ok());
        status.unwrap_or_else(|| panic!("no answer: {:?}", self.0))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        let head = self.0.split("\r\n\r\n").next().unwrap();
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        let found = lines.find(|(given, _)| given.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    /// The cookies it sets, as a browser sends them back.
    pub(crate) fn cookies(&self) -> String {
        let lines = self.0.lines();
        let set = lines.filter_map(|line| line.strip_prefix("set-cookie: "));
        let pairs = set.map(|line| line.split(';').next().unwrap());
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// What the forms of its session carry.
    pub(crate) fn form(&self) -> String {
        let at = self.0.find("name=\"form\" value=\"").unwrap() + 19;
        self.0[at..].split('"').next().unwrap().to_owned()
    }
}

pub(crate) fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// How many entries a node answers from.
pub(crate) fn entries(node: &Serving) -> u64 {
    let told = node.get("/treaties/ccm.json", &[]);
    assert_eq!(told.status(), 200, "{}", told.0);
    let at = told.0.find("\"entries\":").unwrap() + 10;
    let digits = told.0[at..].chars().take_while(char::is_ascii_digit);
    digits.collect::<String>().parse().unwrap()
}

/// Waits until the node has `expected` entries.
#[track_caller]
pub(crate) fn until(node: &Serving, expected: u64, patience: Duration) {
    let begun = Instant::now();
    while entries(node) < expected {
        assert!(
            begun.elapsed() < patience,
            "it does not show after {patience:?}"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}
