//! What others say of a document: a validator that knows the schemas, and LibreOffice, which opens it.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use report::docx::{self, PictureError};
use report::paper::NoteForm;
use zip::write::SimpleFileOptions;

use crate::opened::open;
use crate::package::papers;

/// Says that a test was not made because something is missing on this machine; with
/// `ACCEDE_REQUIRE_ALL=1` that is a failure.
fn skipped(test: &str, needs: &str) {
    let all = std::env::var_os("ACCEDE_REQUIRE_ALL").is_some_and(|value| value == "1");
    assert!(!all, "{test} needs {needs}");
    let told = format!("SKIPPED: {test} needs {needs}\n");
    // Past the test runner's capture, so that it is seen.
    std::io::stderr().write_all(told.as_bytes()).unwrap();
}

/// The papers as files, their pictures drawn.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let drawn = |svg: &str, millimetres| {
        raster::print(svg, millimetres, 300).map_err(PictureError::from)
    };
    let write = |(at, paper): (usize, &report::Paper)| {
        let file = folder.join(format!("paper-{at}.docx"));
        fs::write(&file, docx::write(paper, &drawn).unwrap()).unwrap();
        file
    };
    papers().iter().enumerate().map(write).collect()
}

/// What the validator of the Open XML SDK says of a file, which it holds against the schemas of
/// ISO/IEC 29500 and against what this version of Word adds to them.
fn validated(validator: &OsStr, file: &Path, version: &str) -> serde_json::Value {
    let out = Command::new(validator)
        .arg(file)
        .arg(version)
        .output()
        .unwrap();
    serde_json::from_slice(&out.stdout).expect("it answers JSON")
}

#[test]
fn the_schemas_hold() {
    let Some(validator) = std::env::var_os("ACCEDE_OOXML") else {
        skipped(
            "the_schemas_hold",
            "ooxml-validator (set ACCEDE_OOXML to the program)",
        );
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    for file in files(folder.path()) {
        for version in ["Office2013", "Microsoft365"] {
            let told = validated(&validator, &file, version);
            assert_eq!(told["ok"], true, "{version}: {told:#}");
        }
        // Were it blind, it would find nothing here either.
        disordered(&file);
        let told = validated(&validator, &file, "Microsoft365");
        assert_eq!(told["ok"], false, "a file out of order passes");
    }
}

/// The same file with two properties of its styles the wrong way round.
fn disordered(file: &Path) {
    let opened = open(&fs::read(file).unwrap());
    let mut zip = zip::ZipWriter::new(fs::File::create(file).unwrap());
    for name in &opened.order {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        let part = match name.as_str() {
            "word/styles.xml" => {
                let styles = opened.text(name);
                let turned = styles
                    .replace("<w:keepNext/><w:keepLines/>", "<w:keepLines/><w:keepNext/>");
                assert_ne!(styles, turned);
                turned.into_bytes()
            }
            _ => opened.parts[name].clone(),
        };
        zip.write_all(&part).unwrap();
    }
    zip.finish().unwrap();
}

/// Whether a program is on the path.
fn has(program: &str, version: &str) -> bool {
    let asked = Command::new(program)
        .arg(version)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    asked.is_ok()
}

#[test]
fn libreoffice_opens_it() {
    if !has("soffice", "--version") || !has("pdftotext", "-v") {
        skipped(
            "libreoffice_opens_it",
            "LibreOffice (soffice) and pdftotext",
        );
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    let profile = folder.path().join("profile");
    let out = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .args(&files)
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    for (paper, file) in papers().iter().zip(&files) {
        let pages = printed(&file.with_extension("pdf"));
        assert!(!pages.is_empty());
        as_it_says(paper, &pages);
    }
}

/// What is printed, page by page.
fn printed(pdf: &Path) -> Vec<String> {
    let out = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(pdf)
        .arg("-")
        .output();
    let text = String::from_utf8(out.unwrap().stdout).unwrap();
    text.split_terminator('\u{c}').map(str::to_owned).collect()
}

/// Whether the pages show what the paper says: counted, noted, framed.
fn as_it_says(paper: &report::Paper, pages: &[String]) {
    let all = pages.join("\n");
    let shows = |text: &str| assert!(all.contains(text), "{text:?} is not printed:\n{all}");
    if paper.blocks.is_empty() {
        return;
    }
    for text in &paper.title {
        shows(text);
    }
    for counted in ["1.", "2.", "(1)", "(2)", "•"] {
        shows(counted);
    }
    // One word of the source: where lines of more are broken, the fonts of the machine decide.
    let source = "Multilateral";
    match paper.notes {
        NoteForm::None => assert!(!all.contains(source)),
        NoteForm::Foot => assert!(pages[0].contains(source), "at the foot of its page"),
        NoteForm::End => assert!(pages[pages.len() - 1].contains(source), "at the end"),
    }
    // LibreOffice before version 24 sets endnotes on pages of their own, without heads and feet.
    let framed = pages.len() - usize::from(paper.notes == NoteForm::End);
    for (at, page) in pages[..framed].iter().enumerate() {
        let number = format!("{}/{}", at + 1, pages.len());
        assert!(
            page.contains(&number),
            "page {number} is not numbered:\n{page}"
        );
        assert!(
            page.contains("CTBT-Art.XIV/2023/0"),
            "page {number} has no symbol"
        );
        let label = paper
            .masthead
            .restricted
            .iter()
            .all(|label| page.contains(label));
        assert!(label, "page {number} has no label");
    }
}
