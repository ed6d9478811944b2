//! Tasks that run cargo, one step after the other.

use std::process::Command;
use std::time::Instant;

use crate::{Failed, files};

/// What is tested in the daily loop: all but PDFs. Typst takes minutes to build, and its own room and the
/// documents are tested in the release profile, by `.ci/run`.
const DAILY: [&str; 4] = ["--workspace", "--exclude", "press", "--no-default-features"];

/// Everything a change needs, cheapest first.
pub(crate) fn check() -> Result<(), Failed> {
    cargo("fmt", &["fmt", "--all", "--check"], &[])?;
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    cargo("clippy", &clippy, &[])?;
    cargo("tests", &[&["test"], &DAILY[..]].concat(), &[])?;
    let docs = [
        "doc",
        "--workspace",
        "--no-deps",
        "--document-private-items",
    ];
    cargo("documentation", &docs, &[("RUSTDOCFLAGS", "-D warnings")])
}

/// Writes the answers the code gives today into the case files and the snapshots.
///
/// Tests that compare with a file write it instead when `ACCEDE_BLESS` is set; insta has its own
/// variable for the same wish.
pub(crate) fn bless() -> Result<(), Failed> {
    let wishes = [("ACCEDE_BLESS", "1"), ("INSTA_UPDATE", "always")];
    let tests = [&["test", "--no-fail-fast"], &DAILY[..]].concat();
    cargo("bless", &tests, &wishes)
}

/// Runs cargo in the workspace, saying what for and how long it took.
pub(crate) fn cargo(
    what: &str,
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> Result<(), Failed> {
    println!("== {what}: cargo {}", arguments.join(" "));
    let begun = Instant::now();
    let status = Command::new(env!("CARGO"))
        .args(arguments)
        .envs(variables.iter().copied())
        .current_dir(files::root())
        .status()
        .map_err(|cause| format!("could not start cargo for `{what}`: {cause}"))?;
    let seconds = begun.elapsed().as_secs();
    if status.success() {
        println!("== {what}: done in {seconds} s");
        Ok(())
    } else {
        Err(format!("`{what}` failed after {seconds} s"))
    }
}
