//! As much of HTTP as it takes to ask our own server again and again over one connection.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A connection that stays open.
pub struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
}

impl Connection {
    /// Connects to `host`, an address and a port.
    ///
    /// # Errors
    ///
    /// What the system reports.
    pub fn open(host: &str) -> io::Result<Connection> {
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        Ok(Connection {
            stream: BufReader::new(stream),
            host: host.to_owned(),
        })
    }

    /// Asks for `path` and reads the whole answer; gives the length of its body in bytes.
    ///
    /// # Errors
    ///
    /// What the system reports, and an answer that is not 200 or has no length.
    pub fn get(&mut self, path: &str) -> io::Result<u64> {
        write!(
            self.stream.get_mut(),
            "GET {path} HTTP/1.1\r\nhost: {}\r\n\r\n",
            self.host
        )?;
        let (mut line, mut length, mut first) = (String::new(), None, true);
        loop {
            line.clear();
            if self.stream.read_line(&mut line)? == 0 {
                return Err(other("the connection was closed"));
            }
            if first && !line.starts_with("HTTP/1.1 200") {
                return Err(other(format!("{path} answers {}", line.trim())));
            }
            first = false;
            let Some((name, value)) = line.trim_end().split_once(':') else {
                if line.trim().is_empty() {
                    break;
                }
                continue;
            };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse::<u64>().ok();
            }
        }
        let length = length.ok_or_else(|| other("the answer does not say how long it is"))?;
        io::copy(&mut self.stream.by_ref().take(length), &mut io::sink())
    }
}

fn other(what: impl Into<String>) -> io::Error {
    io::Error::other(what.into())
}

/// What came of asking for a while.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Load {
    /// Answers a second, over all connections.
    pub a_second: f64,
    /// The median time of an answer.
    pub median: Duration,
    /// 99 of 100 answers took no longer.
    pub p99: Duration,
}

/// Asks `host` over `connections` connections for about `time`; `path` gives the path of each
/// asking by its number.
///
/// # Errors
///
/// The first that any connection met.
pub fn load(
    host: &str,
    path: impl Fn(usize) -> String + Sync,
    connections: usize,
    time: Duration,
) -> io::Result<Load> {
    let begun = Instant::now();
    let number = AtomicUsize::new(0);
    let asked: Vec<io::Result<Vec<Duration>>> = std::thread::scope(|scope| {
        let ask = || {
            let mut connection = Connection::open(host)?;
            let mut times = Vec::new();
            while begun.elapsed() < time {
                let path = path(number.fetch_add(1, Ordering::Relaxed));
                let at = Instant::now();
                connection.get(&path)?;
                times.push(at.elapsed());
            }
            Ok(times)
        };
        let threads: Vec<_> = (0..connections).map(|_| scope.spawn(ask)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("asking does not panic"))
            .collect()
    });
    let elapsed = begun.elapsed();
    let mut times = Vec::new();
    for asked in asked {
        times.extend(asked?);
    }
    times.sort();
    let at = |share: usize| {
        times
            .get(times.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    let count = u32::try_from(times.len()).map_err(|cause| other(cause.to_string()))?;
    Ok(Load {
        a_second: f64::from(count) / elapsed.as_secs_f64(),
        median: at(50),
        p99: at(99),
    })
}
