//! `docs/cli.md` is what the program says of itself. `cargo xtask docs` writes it.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::path::Path;

use common::Accede;

/// The help of a command and of those below it, as the page has them.
fn page_of(accede: &Accede, command: &[String], page: &mut String) {
    let mut args = command.to_vec();
    args.push("--help".to_owned());
    let help = accede
        .command(&args)
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .env_remove("ACCEDE_DATA")
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let title = std::iter::once("accede".to_owned()).chain(command.iter().cloned());
    let title = title.collect::<Vec<_>>().join(" ");
    let lines: Vec<_> = help.trim_end().lines().map(str::trim_end).collect();
    page.push_str(&format!(
        "\n## `{title}`\n\n```text\n{}\n```\n",
        lines.join("\n")
    ));
    let below = lines
        .iter()
        .skip_while(|line| **line != "Commands:")
        .skip(1)
        .take_while(|line| line.is_empty() || line.starts_with(' '))
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help");
    for name in below {
        let mut command = command.to_vec();
        command.push(name.to_owned());
        page_of(accede, &command, page);
    }
}

#[test]
fn the_page_on_the_command_line_is_what_the_program_says() {
    let mut page = String::new();
    page_of(&Accede::new(), &[], &mut page);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cli.md");
    let written = std::fs::read_to_string(path).unwrap();
    let (_, commands) = written.split_once("\n## ").unwrap();
    assert_eq!(format!("\n## {commands}"), page, "run `cargo xtask docs`");
}

#[test]
fn every_command_and_option_says_what_it_is_for() {
    let mut page = String::new();
    page_of(&Accede::new(), &[], &mut page);
    let lines: Vec<_> = page.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let name = line.trim_start();
        let indent = line.len() - name.len();
        if name.starts_with("--") || name.starts_with('<') && indent == 2 {
            let told = lines
                .get(at + 1)
                .is_some_and(|next| next.len() - next.trim_start().len() > indent);
            assert!(told || name.contains("  "), "{name} says nothing of itself");
        }
    }
}
