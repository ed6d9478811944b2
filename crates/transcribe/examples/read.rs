//! Prints what is read of files, block by block, or with `--quiet` how long it took:
//! `cargo run --release -p transcribe --example read -- [--quiet] FILE…`

#![expect(
    clippy::print_stdout,
    reason = "it is a tool for whoever works on this room"
)]

use std::time::Instant;

use transcribe::{Limits, Text, read};

fn main() -> std::io::Result<()> {
    let mut names: Vec<String> = std::env::args().skip(1).collect();
    let is_quiet = names.first().is_some_and(|first| first == "--quiet");
    if is_quiet {
        names.remove(0);
    }
    let (mut files, mut pages, mut letters) = (0_u32, 0_u64, 0_usize);
    let begun = Instant::now();
    for name in &names {
        let bytes = std::fs::read(name)?;
        match read(&bytes, Some(name), &Limits::USUAL) {
            Ok(text) => {
                files += 1;
                pages += u64::from(text.pages.unwrap_or(0));
                letters += text.plain().chars().count();
                if !is_quiet {
                    shown(name, &text);
                }
            }
            Err(error) => println!("{name}: {error}"),
        }
    }
    let taken = begun.elapsed().as_secs_f64();
    println!(
        "{files} of {} files, {pages} pages, {letters} letters in {taken:.3} s",
        names.len()
    );
    Ok(())
}

fn shown(name: &str, text: &Text) {
    println!(
        "== {name} {:?} {:?} {:?}",
        text.said, text.pages, text.remarks
    );
    for block in &text.blocks {
        let label = block.label.as_deref().unwrap_or("");
        let page = block.page.unwrap_or(0);
        let marks: Vec<u32> = block.marks.iter().map(|mark| mark.note).collect();
        println!(
            "{page:>3} {:?} [{label}] {:?} {marks:?}",
            block.kind, block.text
        );
    }
    for note in &text.notes {
        println!("  note {:?} {:?}", note.label, note.text);
    }
}
