//! The workspace's own files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Failed;

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the workspace")
        .to_path_buf()
}

/// Every file below `folder` (relative to the root) with what `wanted` accepts, by path; build
/// output and what git keeps for itself left out.
pub(crate) fn below(folder: &str, wanted: fn(&Path) -> bool) -> Result<Vec<PathBuf>, Failed> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        let failed = |cause| format!("could not list {}: {cause}", folder.display());
        for item in fs::read_dir(&folder).map_err(failed)? {
            let path = item.map_err(failed)?.path();
            if path.is_dir() {
                let ours = !matches!(
                    path.file_name().and_then(|name| name.to_str()),
                    Some("target" | ".git" | "corpus" | "artifacts" | "__pycache__" | ".venv")
                );
                if ours {
                    open.push(path);
                }
            } else if wanted(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether it is a source file of ours.
pub(crate) fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "rs")
}

/// The path as seen from the root of the workspace, with `/`.
pub(crate) fn shown(path: &Path) -> String {
    let inside = path.strip_prefix(root()).map_or(path, |inside| inside);
    inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// The text of a source file up to its tests, which stand last in our files.
pub(crate) fn without_tests(text: &str) -> &str {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with("#[cfg(test)]") {
            return &text[..at];
        }
        at += line.len();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_at_the_end_of_a_file_are_cut_off() {
        assert_eq!(
            without_tests("a\nb\n#[cfg(test)]\nmod tests {}\n"),
            "a\nb\n"
        );
        assert_eq!(without_tests("a\nb"), "a\nb");
    }

    /// Paths of somebody's machine tell a stranger nothing and break on the next machine.
    #[test]
    fn no_file_names_a_path_of_somebodys_machine() {
        // Put together here, so that this file does not name one itself.
        let marks: Vec<String> = ["work", "farm", "root", "home", "tmp", "Users"]
            .map(|word| format!("/{word}/"))
            .to_vec();
        let mut named = Vec::new();
        for path in below("", |_| true).unwrap() {
            let Ok(text) = fs::read_to_string(&path) else {
                continue;
            };
            for (number, line) in text.lines().enumerate() {
                let whole = |mark: &String| {
                    line.match_indices(mark.as_str()).any(|(at, _)| {
                        let before = line[..at].chars().next_back();
                        !before.is_some_and(|c| {
                            c.is_alphanumeric() || matches!(c, '_' | '.' | '>')
                        })
                    })
                };
                if marks.iter().any(whole) {
                    named.push(format!("{}:{}: {line}", shown(&path), number + 1));
                }
            }
        }
        assert!(
            named.is_empty(),
            "these lines name a machine's path:\n{}",
            named.join("\n")
        );
    }
}
