//! Documents that another program made are read back as they were meant: LibreOffice turns one page into a document of Word
//! and a PDF.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use transcribe::{Kind, Limits, Text, read};

const PAGE: &str = r##"<html lang="en-GB"><head><meta charset="utf-8"><title>Record of the meeting</title></head><body>
<h1>Record of the third meeting</h1>
<p>The meeting was called to order at 10.05 a.m. by Ms. Muster, who thanked all delegations for the preparations that they had made, and the interpreters for their patience.</p>
<h2>I. Universalization</h2>
<ol><li>The representative of Xanadu said that his Government attached the greatest importance to universalization<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> and would deposit its instrument without delay, as it had announced.</li>
<li>The Chair thanked Xanadu, and recalled:<ol type="a"><li>that the deadline was near;</li><li>that non-proliferation and disarmament reinforce each other.</li></ol></li></ol>
<h2>II. Dates</h2>
<table width="600"><col width="300"><col width="300"><tr><td>Xanadu</td><td>Accession</td></tr><tr><td>Utopia</td><td>Signature</td></tr></table>
<p>The meeting rose at noon.</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> See the report of the Secretary-General.</p></div>
</body></html>"##;

/// Says that a test was skipped; where nothing may be, it fails.
fn skipped(test: &str, needs: &str) {
    let all = std::env::var_os("ACCEDE_REQUIRE_ALL").is_some_and(|value| value == "1");
    assert!(!all, "{test} needs {needs}");
    let told = format!("SKIPPED: {test} needs {needs}\n");
    // Past the test runner's capture, so that it is seen.
    std::io::stderr().write_all(told.as_bytes()).unwrap();
}

fn has_office() -> bool {
    let asked = Command::new("soffice")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    asked.is_ok()
}

/// What LibreOffice makes of a file.
fn converted(folder: &Path, file: &str, to: &str) -> Vec<u8> {
    let profile = folder.join("profile");
    let out = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .arg(folder)
        .arg(folder.join(file))
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let ending = to.split(':').next().unwrap();
    std::fs::read(folder.join(file).with_extension(ending)).unwrap()
}

/// The blocks, without their level, which each form has its own of.
fn told(text: &Text) -> Vec<(&'static str, Option<&str>, &str)> {
    let kind = |kind: Kind| match kind {
        Kind::Title | Kind::Heading(_) => "heading",
        Kind::Paragraph => "paragraph",
        Kind::Item(_) => "item",
        Kind::Row => "row",
        Kind::Quotation => "quotation",
        Kind::Preformatted => "preformatted",
    };
    let blocks = text.blocks.iter();
    blocks
        .map(|block| {
            (
                kind(block.kind),
                block.label.as_deref(),
                block.text.as_str(),
            )
        })
        .collect()
}

#[test]
fn what_libreoffice_makes_of_a_record_is_read_back() {
    if !has_office() {
        skipped(
            "what_libreoffice_makes_of_a_record_is_read_back",
            "LibreOffice (soffice)",
        );
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("record.html"), PAGE).unwrap();
    let docx = converted(folder.path(), "record.html", "docx:MS Word 2007 XML");
    let pdf = converted(folder.path(), "record.docx", "pdf");
    for (bytes, format) in [(docx, "docx"), (pdf, "pdf")] {
        let text = read(&bytes, None, &Limits::USUAL).unwrap();
        assert_eq!(
            told(&text),
            [
                ("heading", None, "Record of the third meeting"),
                (
                    "paragraph",
                    None,
                    "The meeting was called to order at 10.05 a.m. by Ms. Muster, who thanked all delegations for the preparations that they had made, and the interpreters for their patience."
                ),
                ("heading", Some("I."), "Universalization"),
                (
                    "paragraph",
                    Some("1."),
                    "The representative of Xanadu said that his Government attached the greatest importance to universalization and would deposit its instrument without delay, as it had announced."
                ),
                (
                    "paragraph",
                    Some("2."),
                    "The Chair thanked Xanadu, and recalled:"
                ),
                ("item", Some("a."), "that the deadline was near;"),
                (
                    "item",
                    Some("b."),
                    "that non-proliferation and disarmament reinforce each other."
                ),
                ("heading", Some("II."), "Dates"),
                ("row", None, "Xanadu\tAccession"),
                ("row", None, "Utopia\tSignature"),
                ("paragraph", None, "The meeting rose at noon."),
            ],
            "{format}"
        );
        assert_eq!(
            text.said.title.as_deref(),
            Some("Record of the meeting"),
            "{format}"
        );
        assert_eq!(text.notes.len(), 1, "{format}");
        assert_eq!(
            text.notes[0].text,
            "See the report of the Secretary-General."
        );
        let mark = text.blocks[3].marks[0];
        let place = usize::try_from(mark.at).unwrap();
        assert!(
            text.blocks[3].text[..place].ends_with("universalization"),
            "{format}"
        );
        assert!(text.remarks.is_empty(), "{format}: {:?}", text.remarks);
    }
}
