//! `docs/cli.md`: the program's own help, command by command.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{Failed, files, metadata, steps};

/// Where it stands.
const PAGE: &str = "docs/cli.md";

/// Writes the page.
pub(crate) fn write() -> Result<(), Failed> {
    let page = page()?;
    fs::write(files::root().join(PAGE), page)
        .map_err(|cause| format!("could not write {PAGE}: {cause}"))?;
    println!("wrote {PAGE}");
    Ok(())
}

/// Compares the page with the program.
///
/// # Errors
///
/// A page that does not say what the program says.
pub(crate) fn compare() -> Result<(), Failed> {
    let written = fs::read_to_string(files::root().join(PAGE))
        .map_err(|cause| format!("could not read {PAGE}: {cause}"))?;
    if written == page()? {
        Ok(())
    } else {
        Err(format!(
            "{PAGE} is not what the program says: run `cargo xtask docs`"
        ))
    }
}

fn page() -> Result<String, Failed> {
    // The help is the same with and without features, and the program sooner built without.
    let build = [
        "build",
        "--quiet",
        "--package",
        "accede",
        "--no-default-features",
    ];
    steps::cargo("build", &build, &[])?;
    let program = metadata::read()?
        .target_directory
        .join("debug")
        .join("accede");
    let mut page = String::from(
        "# The command line\n\nWritten from the program's own help by `cargo xtask docs`; do not edit it here.\n",
    );
    let mut open: Vec<Vec<String>> = vec![Vec::new()];
    while let Some(command) = open.pop() {
        let help = help(&program, &command)?;
        let title = if command.is_empty() {
            "accede".to_owned()
        } else {
            format!("accede {}", command.join(" "))
        };
        write!(page, "\n## `{title}`\n\n```text\n{}\n```\n", trimmed(&help))
            .expect("writing to a string does not fail");
        // The last is taken first, so that commands come in the order the help lists them.
        for name in subcommands(&help).into_iter().rev() {
            open.push([command.clone(), vec![name]].concat());
        }
    }
    Ok(page)
}

/// The help of a command, at a fixed width and without colours.
fn help(program: &Path, command: &[String]) -> Result<String, Failed> {
    let out = Command::new(program)
        .args(command)
        .arg("--help")
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .output()
        .map_err(|cause| format!("could not start accede: {cause}"))?;
    if !out.status.success() {
        return Err(format!("accede {} --help failed", command.join(" ")));
    }
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}

/// The commands a help text lists under `Commands:`, `help` itself left out.
fn subcommands(help: &str) -> Vec<String> {
    help.lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| line.is_empty() || line.starts_with(' '))
        // Two blanks before a name; more before the second line of its description.
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

fn trimmed(help: &str) -> String {
    help.trim_end()
        .lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_from_the_help() {
        let help = "What it is.\n\nUsage: accede COMMAND\n\nCommands:\n  serve   Serve the pages\n  \
                    status  Where everybody stands,\n          on a day\n  help    Print this\n\nOptions:\n  -h, --help\n";
        assert_eq!(subcommands(help), ["serve", "status"]);
        assert_eq!(
            subcommands("Usage: accede verify\n\nOptions:\n  -h\n"),
            Vec::<String>::new()
        );
    }
}
