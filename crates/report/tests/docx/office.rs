//! What others say of a document: a validator that knows the schemas, and LibreOffice, which opens it.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use report::docx::{self, PictureError};
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

#[test]
fn libreoffice_opens_it() {
    let there = Command::new("soffice")
        .arg("--version")
        .stdout(Stdio::null())
        .status();
    if there.is_err() {
        skipped("libreoffice_opens_it", "LibreOffice (soffice)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.path().join("p").display()
    );
    let out = Command::new("soffice")
        .arg(profile)
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
    for file in files {
        let pdf = fs::read(file.with_extension("pdf")).expect("a PDF of each");
        assert!(pdf.starts_with(b"%PDF-"));
        assert!(pdf.len() > 4_000, "{} bytes", pdf.len());
    }
}
