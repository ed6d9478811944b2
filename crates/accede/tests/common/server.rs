//! The server as a program of its own, asked over a socket.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::Accede;

/// The built program, serving; it ends with this value.
pub struct Server {
    pub child: Child,
    /// Host and port.
    pub address: String,
}

impl Server {
    /// Starts it on a free port, and waits until it stands.
    pub fn start(accede: &Accede) -> Server {
        Server::of(accede.command(["serve", "--listen", "127.0.0.1:0"]))
    }

    /// Starts what this command serves, and waits until it stands.
    pub fn of(command: Command) -> Server {
        Server::telling(command, 1).0
    }

    /// The same where nobody has joined yet; gives the address of the page at which the first one does.
    pub fn first(command: Command) -> (Server, String) {
        let (server, lines) = Server::telling(command, 2);
        let at = lines.find("/join/").unwrap_or_else(|| panic!("{lines}"));
        (server, lines[at..].trim_end().to_owned())
    }

    /// Starts it, and waits until it has said so many lines.
    fn telling(mut command: Command, lines: usize) -> (Server, String) {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = String::new();
        let mut stdout = BufReader::new(child.stdout.as_mut().unwrap());
        for _ in 0..lines {
            stdout.read_line(&mut told).unwrap();
        }
        let address = told
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("Accede stands at http://"))
            .unwrap_or_else(|| panic!("{told}"))
            .to_owned();
        (Server { address, child }, told)
    }

    /// The status and the body of a page.
    pub fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let text = String::from_utf8(answer).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let chunked = head.to_lowercase().contains("transfer-encoding: chunked");
        (
            status,
            if chunked {
                unchunked(body)
            } else {
                body.to_owned()
            },
        )
    }

    #[cfg(unix)]
    pub fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        assert!(
            std::process::Command::new("kill")
                .args([signal, &id])
                .status()
                .unwrap()
                .success()
        );
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn unchunked(mut body: &str) -> String {
    let mut whole = String::new();
    while let Some((size, rest)) = body.split_once("\r\n") {
        let size = usize::from_str_radix(size, 16).unwrap();
        whole.push_str(&rest[..size]);
        body = rest[size..].trim_start_matches("\r\n");
        if size == 0 {
            break;
        }
    }
    whole
}
