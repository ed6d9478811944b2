//! The built program, run as a process.

use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::http::Connection;

/// The program beside this one, or the one `ACCEDE_PROGRAM` names.
pub fn path() -> io::Result<PathBuf> {
    if let Some(path) = std::env::var_os("ACCEDE_PROGRAM") {
        return Ok(path.into());
    }
    let beside = std::env::current_exe()?.with_file_name("accede");
    if beside.exists() {
        Ok(beside)
    } else {
        Err(io::Error::other(
            "build the program first: cargo build --release",
        ))
    }
}

/// The time of one run from start to end, what it prints thrown away.
///
/// # Errors
///
/// What the system reports, and an exit status other than 0.
pub fn run(program: &Path, data: &Path, arguments: &[&str]) -> io::Result<Duration> {
    let at = Instant::now();
    let status = Command::new(program)
        .arg("--data")
        .arg(data)
        .args(arguments)
        .stdout(Stdio::null())
        .status()?;
    if status.success() {
        Ok(at.elapsed())
    } else {
        Err(io::Error::other(format!(
            "accede {} exits {status}",
            arguments.join(" ")
        )))
    }
}

/// The program serving pages; stopped when dropped.
pub struct Serving {
    child: Child,
    /// Where, as an address and a port.
    pub host: String,
    /// From its start to the last byte of the first page.
    pub first_page: Duration,
}

impl Serving {
    /// Starts it on a free port and asks for the first page as soon as it says where it stands.
    ///
    /// # Errors
    ///
    /// What the system reports, and a server that says something else.
    pub fn start(program: &Path, data: &Path) -> io::Result<Serving> {
        let at = Instant::now();
        let mut child = Command::new(program)
            .arg("--data")
            .arg(data)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let told = child
            .stdout
            .take()
            .ok_or_else(|| io::Error::other("no output"))?;
        let mut line = String::new();
        BufReader::new(told).read_line(&mut line)?;
        let host = line
            .trim()
            .split_once("http://")
            .map(|(_, host)| host.to_owned())
            .ok_or_else(|| io::Error::other(format!("the server says `{}`", line.trim())));
        // From here on the process is stopped, whatever happens.
        let mut serving = Serving {
            child,
            host: String::new(),
            first_page: Duration::ZERO,
        };
        serving.host = host?;
        Connection::open(&serving.host)?.get("/")?;
        serving.first_page = at.elapsed();
        Ok(serving)
    }

    /// Its memory in main store, in MiB, where the system tells (Linux).
    pub fn resident(&self) -> Option<f64> {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))?;
        let kib: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kib / 1024.0)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have stopped by itself; then there is nothing to stop.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
