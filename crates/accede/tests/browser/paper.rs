//! Pages on paper: what a printer is given has the text, the address it can be found under again,
//! and nothing that wants to be clicked.

use std::process::Command;

use serde_json::json;

use crate::common::skipped;
use crate::reader::Reader;

/// The sheets of a page printed on A4, as text.
fn sheets(reader: &Reader, address: &str) -> Vec<String> {
    reader.opens(address);
    // In inches.
    let a4 = json!({"paperWidth": 8.27, "paperHeight": 11.69});
    let printed = reader.driver().chromium("Page.printToPDF", &a4);
    let folder = tempfile::tempdir().unwrap();
    let paper = folder.path().join("page.pdf");
    std::fs::write(&paper, decoded(printed["data"].as_str().unwrap())).unwrap();
    let read = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .args([paper.as_os_str(), "-".as_ref()])
        .output()
        .unwrap();
    assert!(read.status.success(), "{read:?}");
    let text = String::from_utf8(read.stdout).unwrap();
    let mut sheets: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    // Each ends with a form feed.
    assert_eq!(sheets.pop().as_deref().map(str::trim), Some(""));
    sheets
}

/// Base64, RFC 4648 section 4.
fn decoded(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = text.trim_end_matches('=').bytes().map(|byte| {
        let place = ALPHABET.iter().position(|one| *one == byte);
        u32::try_from(place.expect("a digit")).unwrap()
    });
    let digits: Vec<u32> = digits.collect();
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for four in digits.chunks(4) {
        let bits =
            four.iter().fold(0, |bits, digit| (bits << 6) | digit) << (6 * (4 - four.len()));
        bytes.extend_from_slice(&bits.to_be_bytes()[1..four.len()]);
    }
    bytes
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn on_paper_there_is_what_is_said_and_nothing_to_click() {
    let test = "on_paper_there_is_what_is_said_and_nothing_to_click";
    let there = Command::new("pdftotext").arg("-v").output().is_ok();
    if !there {
        skipped(test, "pdftotext (of poppler-utils)");
        return;
    }
    let Some(reader) = Reader::start(test) else {
        return;
    };
    for (address, heading, sheets_wanted, says) in [
        (
            "/treaties/ctbt?on=2023-09-22",
            "Comprehensive Nuclear-Test-Ban Treaty",
            3..=15,
            vec![
                "187",
                "178",
                "Zimbabwe",
                "20 March 2024",
                "Egypt (ratification)",
            ],
        ),
        (
            "/states/ITA/ccm?lang=fr",
            "Italie",
            2..=6,
            vec!["1er mars 2020", "1er mars 2012"],
        ),
    ] {
        let sheets = sheets(&reader, address);
        assert!(
            sheets_wanted.contains(&sheets.len()),
            "{address}: {}",
            sheets.len()
        );
        // Where a heading breaks is for the font that a machine has.
        let first = bare(&sheets[0]);
        assert!(first.contains(&bare(heading)), "{address}: {first}");
        for (n, sheet) in sheets.iter().enumerate() {
            assert!(
                bare(sheet).len() > 40,
                "{address}: sheet {} is blank",
                n + 1
            );
        }
        let all = sheets.concat();
        let spaced = all.split_whitespace().collect::<Vec<_>>().join(" ");
        for text in says {
            assert!(spaced.contains(text), "{address}: {text}");
        }
        // The address to find it under again, days and all; it may be broken over lines.
        let on = reader.driver().looks(
            "return document.querySelector('.foot .permanent').textContent",
            &[],
        );
        assert!(
            bare(&all).contains(&bare(on.as_str().unwrap())),
            "{address}: {on}"
        );
        let clicked = reader.driver().looks(
            "return ['.nav', '.toc', '.langs ul', '.index ul', '.skip', '.find a', '.views'] \
             .map(one => document.querySelector(one)?.innerText ?? '')",
            &[],
        );
        let clicked = clicked.as_array().unwrap().iter();
        for words in clicked
            .filter_map(|one| one.as_str())
            .filter(|one| !one.is_empty())
        {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_line =
                |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ") == words;
            let stands = if words.contains(' ') {
                bare(&all).contains(&bare(&words))
            } else {
                all.lines().any(is_line)
            };
            assert!(!stands, "{address}: {words}");
        }
    }
}
