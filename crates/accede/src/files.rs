//! Files that a person brings: read whole, once, and named as the person named them.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::failure::Failure;

/// The largest file that is read, in bytes: what readers take. Looked at before anything is read,
/// so that a mistake does not fill the memory.
const LARGEST: u64 = intake::LARGEST_FILE as u64;

/// A file that was read.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Its name, as the person gave it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// SHA-256 of that, in hexadecimal.
    pub sha256: String,
}

/// Reads the file at `path`.
///
/// # Errors
///
/// Bad input, if it cannot be opened, is no plain file, or is too large; it is not read then.
pub fn read(path: &Path) -> Result<InputFile, Failure> {
    read_within(path, LARGEST)
}

/// Reads the file at `path`, which may have `most` bytes.
///
/// # Errors
///
/// As [`read`].
pub fn read_within(path: &Path, most: u64) -> Result<InputFile, Failure> {
    let name = path.display().to_string();
    let unreadable = |cause: std::io::Error| {
        let hint = if name == "-" {
            "standard input is not read: save what comes there to a file, and name that"
        } else {
            "see that its name is right, and that you may read it"
        };
        Failure::bad_input(format!("{name}: the file cannot be read"))
            .because(cause)
            .hint(hint)
    };
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(Failure::bad_input(format!("{name}: this is a folder"))
            .hint("name the files in it, one after the other"));
    }
    if metadata.len() > most {
        return Err(too_large(&name, metadata.len(), most));
    }
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // What is no plain file says nothing of its length: a byte past the limit tells.
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|len| len > most) {
        return Err(too_large(&name, most + 1, most));
    }
    let sha256 = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(InputFile {
        name,
        bytes,
        sha256,
    })
}

fn too_large(name: &str, size: u64, most: u64) -> Failure {
    Failure::bad_input(format!(
        "{name}: the file has {size} bytes; at most {most} are read"
    ))
    .hint("no page or table of a treaty is that large: give one file at a time")
}

impl InputFile {
    /// What is in it, as UTF-8.
    ///
    /// # Errors
    ///
    /// Bad input, with the line and column of the first byte that is none.
    pub fn text(&self) -> Result<String, Failure> {
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => {
                let before = &self.bytes[..error.valid_up_to()];
                let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
                let start = before
                    .iter()
                    .rposition(|byte| *byte == b'\n')
                    .map_or(0, |at| at + 1);
                let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
                let value = self
                    .bytes
                    .get(error.valid_up_to())
                    .copied()
                    .unwrap_or_default();
                Err(Failure::bad_input(format!(
                    "{}: line {line}, column {column}: wrong encoding: `{value:02x}` is not UTF-8",
                    self.name
                ))
                .hint("save the file again as UTF-8"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_that_is_not_utf8_is_shown_at_its_place() {
        let bytes = b"id = \"x\"\ntitle = \"Trait\xe9\"\n".to_vec();
        let file = InputFile {
            name: "x.toml".into(),
            bytes,
            sha256: String::new(),
        };
        let told = file.text().unwrap_err().to_string();
        assert!(
            told.contains("x.toml: line 2, column 15: wrong encoding: `e9`"),
            "{told}"
        );
    }

    #[test]
    fn a_folder_and_a_missing_file_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(
            read(folder.path())
                .unwrap_err()
                .to_string()
                .contains("this is a folder")
        );
        assert_eq!(read(&folder.path().join("none")).unwrap_err().status(), 3);
    }
}
