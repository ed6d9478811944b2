//! Files and directories that their owner alone may read: what a ledger holds is not for every user of
//! the machine. What is there already keeps the permissions that somebody gave it.

use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::Path;

/// Makes a directory, and those above it, where they are not there.
pub(crate) fn create_dir_all(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// How a file is opened that is written anew.
pub(crate) fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    use ledger::Store;

    use crate::{Blobs, Documents, Sqlite};

    /// The files and directories below one, with what others may do there.
    #[expect(clippy::unwrap_used, reason = "a test stops where it fails")]
    fn open_to_others(path: &Path) -> Vec<(PathBuf, u32)> {
        let mode = fs::metadata(path).unwrap().permissions().mode() & 0o077;
        let mut all = vec![(path.to_owned(), mode)];
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                all.extend(open_to_others(&entry.unwrap().path()));
            }
        }
        all
    }

    #[test]
    fn nobody_else_reads_what_is_made_for_a_ledger() {
        let outer = tempfile::tempdir().unwrap();
        let place = outer.path().join("data");
        let mut ledger = Sqlite::create(&place).unwrap();
        let blobs = Blobs::at(place.join("documents"));
        Documents::put(&blobs, b"a cable").unwrap();
        crate::back_up(
            &ledger,
            &blobs,
            crate::Until::End,
            &outer.path().join("backup.sqlite"),
        )
        .unwrap();
        let head = ledger.head().unwrap();
        ledger.append(head, &[b"{}".to_vec()]).unwrap();
        let all = open_to_others(&place);
        assert!(all.len() > 4, "{all:?}");
        let backup = open_to_others(&outer.path().join("backup.sqlite"));
        for (path, mode) in all.into_iter().chain(backup) {
            assert_eq!(mode, 0, "{}", path.display());
        }
    }
}
