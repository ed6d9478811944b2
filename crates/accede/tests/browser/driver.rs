//! Chromium through `WebDriver`: one chromedriver and one browser for each test.
//!
//! The protocol is JSON over HTTP, so a socket and `serde_json` are all it takes.
//! <https://www.w3.org/TR/webdriver2/>

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::common::skipped;

/// How long one answer of the driver may take: a page that loads, an engine that looks at all of it.
const PATIENCE: Duration = Duration::from_secs(90);

/// The key under which an element's handle stands in an answer.
const HANDLE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A running chromedriver with one browser.
pub(crate) struct Driver {
    child: Child,
    port: u16,
    session: String,
    /// Kept until the browser has gone.
    _profile: TempDir,
}

/// An element of a page, by the handle the driver knows it under.
#[derive(Debug, Clone)]
pub(crate) struct Element(pub(crate) String);

impl Element {
    /// As an argument of a script.
    pub(crate) fn handed(&self) -> Value {
        json!({ HANDLE: self.0 })
    }
}

impl Driver {
    /// A browser, or `None` and a line saying so where there is none.
    pub(crate) fn start(test: &str) -> Option<Driver> {
        let (Some(chromium), Some(chromedriver)) = (
            found(&["chromium", "chromium-browser", "google-chrome"]),
            found(&["chromedriver"]),
        ) else {
            skipped(test, "chromium and chromedriver");
            return None;
        };
        let profile = tempfile::tempdir().unwrap();
        let mut child = Command::new(chromedriver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let port = port_of(&mut child);
        let mut driver = Driver {
            child,
            port,
            session: String::new(),
            _profile: profile,
        };
        driver.session = driver.browser(&chromium);
        Some(driver)
    }

    fn browser(&self, chromium: &std::path::Path) -> String {
        let profile = format!("--user-data-dir={}", self._profile.path().display());
        let asked = json!({"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": {
                "binary": chromium,
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--hide-scrollbars", profile,
                ],
            },
            "goog:loggingPrefs": {"browser": "ALL"},
            "timeouts": {"pageLoad": 60_000, "script": 80_000},
        }}});
        let session = self.asks("POST", "/session", &asked).expect("a browser");
        session["sessionId"].as_str().expect("an id").to_owned()
    }

    /// A command of the session. An error is that of the protocol: its word and its message.
    pub(crate) fn command(
        &self,
        method: &str,
        path: &str,
        body: &Value,
    ) -> Result<Value, String> {
        self.asks(method, &format!("/session/{}{path}", self.session), body)
    }

    /// A command of the session that has to succeed.
    #[track_caller]
    pub(crate) fn does(&self, path: &str, body: &Value) -> Value {
        self.command("POST", path, body)
            .unwrap_or_else(|error| panic!("{path} {body}: {error}"))
    }

    /// What the session says of itself.
    #[track_caller]
    pub(crate) fn tells(&self, path: &str) -> Value {
        self.command("GET", path, &Value::Null)
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A command of Chromium's own protocol.
    #[track_caller]
    pub(crate) fn chromium(&self, command: &str, parameters: &Value) -> Value {
        self.does(
            "/goog/cdp/execute",
            &json!({"cmd": command, "params": parameters}),
        )
    }

    /// What a script gives, looking at the page from outside: it runs where the page's own may not.
    #[track_caller]
    pub(crate) fn looks(&self, script: &str, with: &[Value]) -> Value {
        self.does("/execute/sync", &json!({"script": script, "args": with}))
    }

    /// What a script hands to its last argument, in its own time.
    #[track_caller]
    pub(crate) fn awaits(&self, script: &str, with: &[Value]) -> Value {
        self.does("/execute/async", &json!({"script": script, "args": with}))
    }

    /// The elements an XPath finds, in the order of the page.
    #[track_caller]
    pub(crate) fn finds(&self, path: &str) -> Vec<Element> {
        let found = self.does("/elements", &json!({"using": "xpath", "value": path}));
        let handles = found.as_array().expect("a list").iter();
        handles
            .map(|one| Element(one[HANDLE].as_str().expect("a handle").to_owned()))
            .collect()
    }

    fn asks(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let answer = http(self.port, method, path, body).map_err(|error| error.to_string())?;
        let answer: Value = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
        let value = answer["value"].clone();
        match value.get("error").and_then(Value::as_str) {
            Some(word) => Err(format!("{word}: {}", value["message"])),
            None => Ok(value),
        }
    }
}

impl Drop for Driver {
    /// Also where a test fails: the driver is asked to end and takes its browser along.
    fn drop(&mut self) {
        // Whether it answers does not matter; it is ended below.
        let _ = http(self.port, "GET", "/shutdown", &Value::Null);
        let begun = Instant::now();
        while matches!(self.child.try_wait(), Ok(None))
            && begun.elapsed() < Duration::from_secs(5)
        {
            std::thread::yield_now();
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where the first of these programs is.
fn found(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let paths = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    paths.into_iter().find(|path| path.is_file())
}

/// The port chromedriver chose, as it says on its output.
fn port_of(child: &mut Child) -> u16 {
    let mut said = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut line = String::new();
    loop {
        line.clear();
        let read = said.read_line(&mut line).unwrap();
        assert!(read > 0, "chromedriver ended before it stood");
        if let Some(port) = line
            .trim_end()
            .strip_prefix("ChromeDriver was started successfully on port ")
        {
            let port = port.trim_end_matches('.').parse().unwrap();
            // What else it says goes nowhere; a pipe nobody empties would stop it.
            std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
            return port;
        }
    }
}

/// One exchange over a connection of its own.
fn http(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = BufReader::new(stream);
    // The driver keeps the connection open, so what it says of the length counts.
    let mut length = 0;
    let mut line = String::new();
    while answer.read_line(&mut line)? > 2 {
        let header = line.split_once(':');
        let header = header.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
        if let Some((_, value)) = header {
            length = value.trim().parse().map_err(std::io::Error::other)?;
        }
        line.clear();
    }
    let mut body = vec![0; length];
    answer.read_exact(&mut body)?;
    String::from_utf8(body).map_err(std::io::Error::other)
}
