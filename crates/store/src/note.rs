//! The note of the last head, in a small text file beside the ledger.
//!
//! A chain cannot miss what was cut off its end; the note can. It is written after the entries
//! are on disk, so it may be behind for a moment, and after a crash, but never ahead.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use jiff::Timestamp;
use ledger::Head;

use crate::Cause;
use crate::private;

/// The first line, which says what the file is.
const TITLE: &str = "Accede ledger: the last entry written, kept apart so that it is missed";

/// The note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) head: Head,
    pub(crate) recorded: Option<Timestamp>,
}

impl Note {
    /// The note at `path`; `None` if there is none.
    pub(crate) fn read(path: &Path) -> Result<Option<Note>, Cause> {
        let text = match fs::read(path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Cause::Io(error)),
        };
        let wrong = |what: String| Cause::Note {
            path: path.to_owned(),
            what,
        };
        let note = Note::parse(&text).map_err(wrong)?;
        if note.text() != text {
            return Err(wrong("it is not as this program writes it".to_owned()));
        }
        Ok(Some(note))
    }

    fn parse(text: &str) -> Result<Note, String> {
        let line = |name: &str| {
            let lines = text.lines().filter_map(|line| line.split_once(' '));
            let mut values = lines
                .filter(|(found, _)| *found == name)
                .map(|(_, value)| value);
            values
                .next()
                .ok_or_else(|| format!("the line `{name}` is missing"))
        };
        let entries = line("entries")?;
        let recorded = line("recorded")?;
        Ok(Note {
            head: Head {
                len: entries.parse().map_err(|e| format!("`{entries}`: {e}"))?,
                link: line("link")?.parse().map_err(|e| format!("{e}"))?,
            },
            recorded: match recorded {
                "unknown" => None,
                at => Some(at.parse().map_err(|e| format!("{e}"))?),
            },
        })
    }

    fn text(&self) -> String {
        let Note {
            head: Head { len, link },
            recorded,
        } = self;
        let recorded = recorded.map_or_else(|| "unknown".to_owned(), |at| at.to_string());
        format!("{TITLE}\nentries {len}\nlink {link}\nrecorded {recorded}\n")
    }

    /// Writes the note at `path`, whole or not at all, unless a later one is there already.
    pub(crate) fn write(&self, path: &Path) -> Result<(), Cause> {
        if Note::read(path)?.is_some_and(|there| there.head.len >= self.head.len) {
            return Ok(());
        }
        let mut new = path.to_owned().into_os_string();
        new.push(format!(".new-{}", std::process::id()));
        let opened = private::options().create(true).truncate(true).open(&new);
        let written = opened.and_then(|mut file| {
            file.write_all(self.text().as_bytes())?;
            file.sync_data()?;
            fs::rename(&new, path)
        });
        written.map_err(|error| {
            // The first failure is the one to tell of.
            fs::remove_file(&new).ok();
            Cause::Io(error)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(len: u64) -> Note {
        Note {
            head: Head {
                len,
                ..Head::EMPTY.then(b"payload")
            },
            recorded: Some("2026-11-21T08:30:00.25Z".parse().unwrap()),
        }
    }

    #[test]
    fn a_note_reads_back_and_is_replaced_by_a_later_one_only() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("ledger.head");
        assert_eq!(Note::read(&path).unwrap(), None);
        for (written, expected) in [(3, 3), (2, 3), (4, 4)] {
            note(written).write(&path).unwrap();
            assert_eq!(Note::read(&path).unwrap(), Some(note(expected)));
        }
        let unknown = Note {
            recorded: None,
            ..note(5)
        };
        unknown.write(&path).unwrap();
        assert_eq!(Note::read(&path).unwrap(), Some(unknown));
        assert_eq!(
            fs::read_dir(dir.path()).unwrap().count(),
            1,
            "nothing else is left"
        );
    }

    #[test]
    fn a_damaged_note_is_told_from_none() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("ledger.head");
        note(3).write(&path).unwrap();
        let sound = fs::read(&path).unwrap();
        for at in 0..sound.len() {
            let mut bytes = sound.clone();
            bytes[at] ^= 2;
            fs::write(&path, &bytes).unwrap();
            // Another digit may give another note; it is never read as the one that was written.
            assert!(
                !Note::read(&path).is_ok_and(|read| read == Some(note(3))),
                "byte {at}"
            );
            fs::write(&path, &sound[..at]).unwrap();
            assert!(Note::read(&path).is_err(), "cut at byte {at}");
        }
    }
}
