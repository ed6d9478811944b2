//! The folder a published edition lies in: every file whole or not there, what did not change not
//! touched, and nothing removed that was not put there by an earlier edition.
//!
//! `manifest.json` is written last and lists every file. What was begun and not ended is in a
//! journal, so that an edition that was interrupted is tidied up by the next.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use treaty::Lang;
use world::view::HeadView;

use crate::failure::Failure;

/// The list of files.
const MANIFEST: &str = "manifest.json";
/// What is put there before the manifest lists it.
const JOURNAL: &str = ".accede-journal";
/// A file while it is written.
const PART: &str = ".accede-part";
/// How many files are put between two reports of progress.
const EVERY: usize = 50;

/// What an edition is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head of the ledger.
    pub head: Head,
    /// The languages, the first at the root.
    pub languages: Vec<Lang>,
    /// Where it will stand, if that was said.
    pub base: Option<String>,
    /// The forms that were left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
}

/// The head of the ledger an edition is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// How many entries.
    pub entries: u64,
    /// The link of the last, hexadecimal.
    pub link: String,
}

impl From<HeadView> for Head {
    fn from(head: HeadView) -> Head {
        Head {
            entries: head.entries,
            link: head.link,
        }
    }
}

/// What an edition consists of.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    /// The form of this file.
    accede_edition: u32,
    #[serde(flatten)]
    of: Of,
    files: Vec<Listed>,
}

/// A file of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Listed {
    path: String,
    bytes: u64,
    sha256: String,
}

/// What became of the files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Done {
    /// Written, new or changed.
    pub written: usize,
    /// The same as before, and not touched.
    pub unchanged: usize,
    /// Of the edition before, and not of this one.
    pub removed: usize,
    /// How large the edition is.
    pub bytes: u64,
}

/// The folder, while an edition is put into it.
#[derive(Debug)]
pub struct Folder {
    dir: PathBuf,
    /// What earlier editions put here, whole or not.
    before: BTreeSet<String>,
    files: BTreeMap<String, Listed>,
    journal: File,
    done: Done,
    /// Whether somebody watches.
    watched: bool,
    shown: usize,
}

impl Folder {
    /// Opens the folder `dir`, or makes it.
    ///
    /// # Errors
    ///
    /// Bad input if it is no folder, or holds what no edition put there and `force` is not given;
    /// store trouble if it cannot be written.
    pub fn open(dir: &Path, force: bool) -> Result<Folder, Failure> {
        if fs::metadata(dir).is_ok_and(|there| !there.is_dir()) {
            return Err(Failure::bad_input(format!("{} is a file", dir.display()))
                .hint("give --out a folder; one that is not there is made"));
        }
        let failed = |cause: io::Error| cannot_write(dir, cause);
        fs::create_dir_all(dir).map_err(failed)?;
        let before = earlier(dir)?;
        let ours = before.is_some();
        let empty = fs::read_dir(dir).map_err(failed)?.next().is_none();
        if !ours && !empty && !force {
            return Err(Failure::bad_input(format!(
                "{} is not empty, and no edition of Accede lies in it",
                dir.display()
            ))
            .hint("give another folder, or --force: files of the same names are then replaced, and no other is touched"));
        }
        let journal = OpenOptions::new()
            .create(true)
            .append(true)
            .open(dir.join(JOURNAL))
            .map_err(failed)?;
        Ok(Folder {
            dir: dir.to_owned(),
            before: before.unwrap_or_default(),
            files: BTreeMap::new(),
            journal,
            done: Done::default(),
            watched: io::stderr().is_terminal(),
            shown: 0,
        })
    }

    /// Removes what is not of this edition, and writes the list of what is.
    ///
    /// # Errors
    ///
    /// Store trouble.
    pub fn close(mut self, of: Of) -> Result<Done, Failure> {
        self.finish(of)
            .map_err(|cause| cannot_write(&self.dir, cause))?;
        if self.watched {
            // Whether anybody reads it changes nothing.
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
        Ok(self.done)
    }

    fn finish(&mut self, of: Of) -> io::Result<()> {
        for path in self.before.clone() {
            if !self.files.contains_key(&path) {
                self.remove(&path)?;
            }
        }
        let manifest = Manifest {
            accede_edition: 1,
            of,
            files: self.files.values().cloned().collect(),
        };
        let mut text = serde_json::to_vec_pretty(&manifest)?;
        text.push(b'\n');
        if fs::read(self.dir.join(MANIFEST)).ok().as_ref() != Some(&text) {
            self.write(MANIFEST, &text)?;
        }
        match fs::remove_file(self.dir.join(PART)) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
            Ok(()) | Err(_) => {}
        }
        fs::remove_file(self.dir.join(JOURNAL))
    }

    /// Removes a file of an earlier edition, and the folders that it leaves empty.
    fn remove(&mut self, path: &str) -> io::Result<()> {
        match fs::remove_file(self.dir.join(path)) {
            Ok(()) => self.done.removed += 1,
            Err(gone) if gone.kind() == io::ErrorKind::NotFound => {}
            Err(cause) => return Err(cause),
        }
        let folders = Path::new(path).ancestors().skip(1);
        for folder in folders.take_while(|folder| !folder.as_os_str().is_empty()) {
            // One that is not empty stays.
            if fs::remove_dir(self.dir.join(folder)).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Writes a file whole: beside it first, then in its place in one step of the file system.
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let target = self.dir.join(path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        let part = self.dir.join(PART);
        let mut file = File::create(&part)?;
        file.write_all(bytes)?;
        drop(file);
        fs::rename(&part, &target)
    }
}

impl web::publish::Sink for Folder {
    fn put(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let length = u64::try_from(bytes.len()).map_err(io::Error::other)?;
        let listed = Listed {
            path: path.to_owned(),
            bytes: length,
            sha256: hexadecimal(&Sha256::digest(bytes)),
        };
        let again = self.files.insert(path.to_owned(), listed);
        if let Some(first) = &again {
            self.done.bytes -= first.bytes;
        }
        self.done.bytes += length;
        let target = self.dir.join(path);
        let same = fs::metadata(&target).is_ok_and(|there| there.len() == length)
            && fs::read(&target)? == bytes;
        if same {
            self.done.unchanged += usize::from(again.is_none());
            return Ok(());
        }
        if !self.before.contains(path) && again.is_none() {
            writeln!(self.journal, "{path}")?;
        }
        self.write(path, bytes)?;
        self.done.written += usize::from(again.is_none());
        Ok(())
    }

    fn progress(&mut self, done: usize, waiting: usize) {
        if self.watched && done >= self.shown + EVERY {
            self.shown = done;
            let _ = write!(
                io::stderr().lock(),
                "\r\u{1b}[Kaccede: {done} files, {waiting} pages found and not made yet"
            );
        }
    }
}

/// What earlier editions put into a folder: what the manifest lists, and what the journal of one
/// that was interrupted does. `None` if there is neither.
fn earlier(dir: &Path) -> Result<Option<BTreeSet<String>>, Failure> {
    let mut before = BTreeSet::new();
    let mut found = false;
    match fs::read(dir.join(MANIFEST)) {
        Ok(bytes) => {
            let manifest: Manifest = match serde_json::from_slice(&bytes) {
                Ok(manifest) => manifest,
                // Somebody else's file of that name.
                Err(_) if !bytes_are_ours(&bytes) => return journalled(dir, before, found),
                Err(cause) => return Err(unreadable(dir, cause)),
            };
            found = true;
            let paths = manifest.files.into_iter().map(|file| file.path);
            before.extend(paths.filter(|path| is_within(path)));
        }
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
        Err(cause) => return Err(cannot_write(dir, cause)),
    }
    journalled(dir, before, found)
}

fn journalled(
    dir: &Path,
    mut before: BTreeSet<String>,
    mut found: bool,
) -> Result<Option<BTreeSet<String>>, Failure> {
    if let Ok(journal) = File::open(dir.join(JOURNAL)) {
        found = true;
        for line in BufReader::new(journal).lines() {
            let path = line.map_err(|cause| cannot_write(dir, cause))?;
            if is_within(&path) {
                before.insert(path);
            }
        }
    }
    Ok(found.then_some(before))
}

/// Whether a manifest that cannot be read is one of ours: of a newer program, or damaged.
fn bytes_are_ours(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.contains("\"accede_edition\"")
}

/// Whether a path stays within the folder: a manifest that somebody changed removes nothing
/// elsewhere.
fn is_within(path: &str) -> bool {
    let plain =
        |part: std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
    !path.is_empty() && Path::new(path).components().all(plain)
}

fn unreadable(dir: &Path, cause: serde_json::Error) -> Failure {
    Failure::bad_input(format!("{} cannot be read", dir.join(MANIFEST).display()))
        .because(cause)
        .hint("it was written by a newer program or damaged; publish into an empty folder")
}

fn cannot_write(dir: &Path, cause: io::Error) -> Failure {
    Failure::store(format!("{} cannot be written", dir.display()))
        .because(cause)
        .hint("see that the folder may be written and the disk has room, and publish again: what is done is not done twice")
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use web::publish::Sink;

    use super::*;

    fn of() -> Of {
        Of {
            on: date(2026, 11, 21),
            known: Timestamp::UNIX_EPOCH,
            head: Head {
                entries: 1,
                link: "00".to_owned(),
            },
            languages: vec![Lang::En],
            base: None,
            without: Vec::new(),
        }
    }

    fn publish(dir: &Path, files: &[(&str, &str)]) -> Done {
        let mut folder = Folder::open(dir, false).unwrap();
        for (path, text) in files {
            folder.put(path, text.as_bytes()).unwrap();
        }
        folder.close(of()).unwrap()
    }

    #[test]
    fn what_did_not_change_is_not_touched_and_what_is_gone_is_removed() {
        let dir = tempfile::tempdir().unwrap();
        let first = publish(
            dir.path(),
            &[("a.html", "a"), ("b/c.html", "c"), ("b/d.html", "d")],
        );
        assert_eq!((first.written, first.unchanged, first.removed), (3, 0, 0));
        let touched = |path| {
            fs::metadata(dir.path().join(path))
                .unwrap()
                .modified()
                .unwrap()
        };
        let before = (touched("a.html"), touched(MANIFEST));
        let again = publish(
            dir.path(),
            &[("a.html", "a"), ("b/c.html", "c"), ("b/d.html", "d")],
        );
        assert_eq!((again.written, again.unchanged, again.removed), (0, 3, 0));
        assert_eq!((touched("a.html"), touched(MANIFEST)), before);
        let less = publish(dir.path(), &[("a.html", "A")]);
        assert_eq!((less.written, less.unchanged, less.removed), (1, 0, 2));
        assert!(
            !dir.path().join("b").exists(),
            "an empty folder goes as well"
        );
        assert!(!dir.path().join(JOURNAL).exists());
    }

    #[test]
    fn files_of_others_are_never_touched() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("mine.txt"), "mine").unwrap();
        let refused = Folder::open(dir.path(), false).unwrap_err();
        assert_eq!(refused.status(), 3);
        let mut folder = Folder::open(dir.path(), true).unwrap();
        folder.put("a.html", b"a").unwrap();
        folder.close(of()).unwrap();
        publish(dir.path(), &[]);
        assert_eq!(
            fs::read_to_string(dir.path().join("mine.txt")).unwrap(),
            "mine"
        );
        assert!(!dir.path().join("a.html").exists());
    }

    #[test]
    fn an_edition_that_was_interrupted_is_tidied_up_by_the_next() {
        let dir = tempfile::tempdir().unwrap();
        let mut folder = Folder::open(dir.path(), false).unwrap();
        folder.put("begun.html", b"x").unwrap();
        drop(folder);
        fs::write(dir.path().join(PART), "half").unwrap();
        assert!(!dir.path().join(MANIFEST).exists(), "the list comes last");
        let done = publish(dir.path(), &[("a.html", "a")]);
        assert_eq!(done.removed, 1);
        assert!(!dir.path().join("begun.html").exists());
        assert!(!dir.path().join(PART).exists());
    }

    #[test]
    fn a_manifest_that_was_tampered_with_removes_nothing_elsewhere() {
        let outside = tempfile::tempdir().unwrap();
        let dir = outside.path().join("site");
        fs::write(outside.path().join("precious"), "p").unwrap();
        publish(&dir, &[("a.html", "a")]);
        let manifest = fs::read_to_string(dir.join(MANIFEST)).unwrap();
        let changed = manifest.replace("\"a.html\"", "\"../precious\"");
        assert_ne!(manifest, changed);
        fs::write(dir.join(MANIFEST), changed).unwrap();
        publish(&dir, &[]);
        assert!(outside.path().join("precious").exists());
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_bad_input() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        fs::write(&file, "x").unwrap();
        assert_eq!(Folder::open(&file, true).unwrap_err().status(), 3);
        // Below a file no folder can be made: the system's trouble.
        assert_eq!(
            Folder::open(&file.join("x"), false).unwrap_err().status(),
            4
        );
    }
}
