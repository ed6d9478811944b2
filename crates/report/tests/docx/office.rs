//! What others say of a document: a validator that knows the schemas, and LibreOffice, which opens it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use report::docx::{self, PictureError};

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

/// The validator of the Open XML SDK, which holds a file against the schemas of ISO/IEC 29500 and against
/// what Word adds to them.
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
            let mut asked = Command::new(&validator);
            let out = asked
                .arg(&file)
                .arg(version)
                .output()
                .unwrap();
            let told = String::from_utf8_lossy(&out.stdout);
            let told: serde_json::Value = serde_json::from_str(&told).expect("it answers JSON");
            assert_eq!(told["ok"], true, "{version}: {told:#}");
        }
    }
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
