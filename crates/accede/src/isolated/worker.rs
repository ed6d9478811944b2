//! The child: limits itself, reads one file from its input, writes what it made of it.

use std::io::{Read, Write};
use std::process::ExitCode;

use transcribe::{Limits, ReadError, Text};

/// The only argument a child is started with. It is no command: it is in no help, and takes no option.
pub(crate) const WORD: &str = "read-document-from-input";

/// Stands for a length where there is no name.
const NO_NAME: u32 = u32::MAX;

/// What a child is sent: the length of the name, the name, the bytes of the file.
pub(crate) fn letter(bytes: &[u8], name: Option<&str>) -> Vec<u8> {
    let name = name.filter(|name| name.len() <= 4096);
    let len = name.map_or(NO_NAME, |name| {
        u32::try_from(name.len()).expect("it is at most 4096")
    });
    let mut letter = len.to_le_bytes().to_vec();
    letter.extend_from_slice(name.unwrap_or_default().as_bytes());
    letter.extend_from_slice(bytes);
    letter
}

/// What a child answered; none where it is no answer.
pub(crate) fn answer(bytes: &[u8]) -> Option<Result<Text, ReadError>> {
    serde_json::from_slice(bytes).ok()
}

/// Does what a child is for.
pub(crate) fn work() -> ExitCode {
    // What it would say of itself, nobody hears.
    std::panic::set_hook(Box::new(|_| {}));
    match limited().and_then(|()| worked()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_nobody_hears) => ExitCode::from(4),
    }
}

fn worked() -> std::io::Result<()> {
    let mut letter = Vec::new();
    let most = Limits::USUAL.bytes.saturating_add(8 * 1024);
    std::io::stdin()
        .lock()
        .take(most)
        .read_to_end(&mut letter)?;
    let (name, bytes) =
        opened(&letter).ok_or_else(|| std::io::Error::from(std::io::ErrorKind::InvalidData))?;
    let answer = transcribe::read(bytes, name, &Limits::USUAL);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer(&mut out, &answer)?;
    out.flush()
}

/// The name and the bytes of a letter.
fn opened(letter: &[u8]) -> Option<(Option<&str>, &[u8])> {
    let (len, rest) = letter.split_first_chunk::<4>()?;
    let len = u32::from_le_bytes(*len);
    if len == NO_NAME {
        return Some((None, rest));
    }
    let (name, bytes) = rest.split_at_checked(usize::try_from(len).ok()?)?;
    Some((std::str::from_utf8(name).ok(), bytes))
}

/// Takes from this process what it does not need to read: most memory, time, files, other processes.
#[cfg(unix)]
fn limited() -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    /// Seconds at work. The longest reports take two.
    const SECONDS: u64 = 30;
    /// Bytes of memory. A page of HTML of the most bytes takes most of it.
    const MEMORY: u64 = 1024 * 1024 * 1024;
    let limits = [
        (Resource::As, MEMORY),
        (Resource::Cpu, SECONDS),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        // Input, output and errors are open already.
        (Resource::Nofile, 3),
        (Resource::Nproc, 0),
    ];
    for (resource, most) in limits {
        // Where the machine allows less already, it stays so.
        let most = getrlimit(resource)
            .maximum
            .map_or(most, |given| given.min(most));
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn limited() -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_opened_as_it_was_closed() {
        for (name, bytes) in [
            (Some("a.txt"), b"abc".as_slice()),
            (None, b"abc"),
            (Some(""), b""),
            (None, b""),
        ] {
            assert_eq!(opened(&letter(bytes, name)), Some((name, bytes)));
        }
        assert_eq!(opened(b"\x05\x00\x00\x00ab"), None);
        assert_eq!(opened(b"ab"), None);
    }
}
