//! Which source files are asked whether they are two.

use std::fs;

use crate::{Failed, files};

/// Lines without tests above which a file is listed.
const LOOK_TWICE: usize = 500;

/// Lists long files. A report and not a failure: some files are long for a reason.
pub(crate) fn report() -> Result<(), Failed> {
    let mut long = Vec::new();
    let mut count = 0;
    for folder in ["crates", "xtask", "bench", "fuzz"] {
        for path in files::below(folder, files::is_rust)? {
            let name = files::shown(&path);
            if name.ends_with("tests.rs") || name.contains("/tests/") {
                continue;
            }
            let text = fs::read_to_string(&path)
                .map_err(|cause| format!("could not read {name}: {cause}"))?;
            count += 1;
            let lines = files::without_tests(&text).lines().count();
            if lines > LOOK_TWICE {
                long.push((lines, name));
            }
        }
    }
    long.sort_by(|a, b| b.cmp(a));
    println!(
        "{} of {count} source files have more than {LOOK_TWICE} lines without tests",
        long.len()
    );
    for (lines, name) in long {
        println!("{lines:>6}  {name}");
    }
    Ok(())
}
