#![doc = include_str!("../README.md")]
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "tasks report to a person"
)]

#[cfg(test)]
mod asvs;
mod cli_docs;
mod files;
mod licences;
#[cfg(test)]
mod links;
mod metadata;
mod rooms;
mod site;
mod sizes;
mod spdx;
mod steps;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask TASK

  check     formatter, clippy, tests, documentation; stops at the first that fails
  bless     write today's answers into cases/ and the snapshots; read the difference before committing
  docs      write docs/cli.md from the program's help (`docs --check` only compares)
  licences  compare the licences of all dependencies with the allowed ones
  rooms     print which room uses which
  links DIR check every link of a published edition
  sizes     list source files of more than 500 lines without their tests
";

/// What went wrong, as one sentence for the person who ran the task.
type Failed = String;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["check"] => steps::check(),
        ["bless"] => steps::bless(),
        ["docs"] => cli_docs::write(),
        ["docs", "--check"] => cli_docs::compare(),
        ["licences"] => licences::report(),
        ["rooms"] => rooms::report(),
        ["links", dir] => site::check(dir),
        ["sizes"] => sizes::report(),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            eprintln!("xtask: {failed}");
            ExitCode::FAILURE
        }
    }
}
