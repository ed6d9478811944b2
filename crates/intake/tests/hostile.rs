//! No bytes bring a reader down: it reads or refuses, within limits.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "this is test code"
)]

mod common;

use std::time::{Duration, Instant};

use common::{Sheet, fixture};
use intake::{
    Origin, propose, propose_acts, propose_unoda, read_acts_csv, read_acts_json, read_mtdsg,
    read_unoda,
};
use proptest::prelude::*;

const SAMPLES: [&str; 13] = [
    "XXVI-6.en.xml",
    "XXVI-4.en.xml",
    "XXVI-5.en.xml",
    "XXVI-2.en.xml",
    "XXVII-7-d.en.xml",
    "XVIII-10.en.xml",
    "XXVII-2-f.en.xml",
    "special-only.en.xml",
    "maintenance.html",
    "unoda-ctbt.json",
    "unoda-ctbt.html",
    "acts.csv",
    "IV-3.en.xml",
];

/// Gives bytes to every reader, and what they read to the comparison.
fn feed(bytes: &[u8], sheet: &Sheet) {
    if let Ok(page) = read_mtdsg("f", bytes) {
        let intake = propose(&page, &Origin::default(), sheet);
        assert!(intake.reconciled.len() <= 2);
    }
    if let Ok(page) = read_unoda("f", bytes) {
        propose_unoda(&page, &Origin::default(), sheet);
    }
    let files = [
        read_acts_csv("f", bytes, &|_| None),
        read_acts_json("f", bytes),
    ];
    for file in files.into_iter().flatten() {
        propose_acts(&file, &Origin::default(), sheet);
    }
}

/// What breaks parsers, to be put anywhere.
const SPANNERS: [&[u8]; 16] = [
    b"<",
    b">",
    b"\"",
    b"&",
    b"&#0;",
    b"&#x110000;",
    b"[",
    b"]",
    b"\xff",
    b"\xc3",
    b"<![CDATA[",
    b"<!--",
    b"</Row>",
    b"<table id=\"x_tblgrid\">",
    b"99999999999999999999",
    "\u{130}".as_bytes(),
];

#[derive(Debug, Clone)]
enum Change {
    Cut(usize),
    Put(usize, usize),
    Drop(usize, usize),
    Twice(usize, usize),
    Flip(usize, u8),
}

fn change() -> impl Strategy<Value = Change> {
    let at = || any::<usize>();
    prop_oneof![
        at().prop_map(Change::Cut),
        (at(), 0..SPANNERS.len()).prop_map(|(at, which)| Change::Put(at, which)),
        (at(), 1_usize..200).prop_map(|(at, length)| Change::Drop(at, length)),
        (at(), 1_usize..400).prop_map(|(at, length)| Change::Twice(at, length)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Flip(at, byte)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    match *change {
        Change::Cut(at) => bytes.truncate(at % bytes.len()),
        Change::Put(at, which) => {
            let at = at % bytes.len();
            bytes.splice(at..at, SPANNERS[which].iter().copied());
        }
        Change::Drop(at, length) => {
            let at = at % bytes.len();
            let end = (at + length).min(bytes.len());
            bytes.drain(at..end);
        }
        Change::Twice(at, length) => {
            let at = at % bytes.len();
            let piece = bytes[at..(at + length).min(bytes.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        Change::Flip(at, byte) => {
            let at = at % bytes.len();
            bytes[at] ^= byte;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_damaged_sample_is_read_or_refused(
        which in 0..SAMPLES.len(),
        changes in proptest::collection::vec(change(), 1..6),
    ) {
        let mut bytes = fixture(SAMPLES[which]);
        for change in &changes {
            apply(&mut bytes, change);
        }
        feed(&bytes, &Sheet::default());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        feed(&bytes, &Sheet::default());
    }

    #[test]
    fn any_cell_and_any_note_is_read_or_held(cell in "\\PC{0,60}", note in "\\PC{0,200}", mark in "\\PC{0,8}") {
        let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
        let text = format!(
            "<R mtdsg_no='XXVI-99'><Participants><Table><TGroup><Thead><Row><Entry>Participant</Entry>\
             <Entry>Signature</Entry></Row></Thead><Tbody><Row><Entry>Xanadu&lt;sup>{}&lt;/sup></Entry>\
             <Entry>{}</Entry></Row></Tbody></TGroup></Table></Participants>\
             <Note id='1'><Text>On 1 May 2030 withdrawal {}</Text></Note></R>",
            escape(&mark), escape(&cell), escape(&note),
        );
        let mut sheet = Sheet::default();
        sheet.name("Xanadu", "XAA");
        if let Ok(page) = read_mtdsg("f", text.as_bytes()) {
            propose(&page, &Origin::default(), &sheet);
        }
    }
}

/// Files made to take long do not: each is some megabytes and read or refused in seconds, in a
/// build without optimisation.
#[test]
fn files_made_to_be_slow_are_not() {
    let open = "<div>".repeat(400_000);
    let formats = "<b><i><u>".repeat(200_000);
    let cells = format!(
        "<table id='x_tblgrid'><tr><td>Participant<td>Signature{}",
        "<tr><td>Xanadu<td>1 Jan 2030".repeat(60_000)
    );
    let tables = "<table><tr><td>Participant".repeat(100);
    let many_dates = format!(
        "<R><Participants><Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry></Row></Thead><Tbody><Row><Entry>Xanadu</Entry><Entry>{}</Entry></Row></Tbody></Participants></R>",
        "1 Jan 2030 ".repeat(100_000)
    );
    let brackets = "(".repeat(1_000_000);
    let files = [
        format!("<html>{open}</html>"),
        format!("<html>{formats}</html>"),
        format!("<html>{cells}</html>"),
        format!("<html>{tables}</html>"),
        many_dates,
        format!("<html><body>{}</body></html>", "<p>".repeat(500_000)),
        format!("<R><Note id='1'>{brackets}</Note></R>"),
        format!("[{}", "[".repeat(1_000_000)),
        format!("treaty,iso3,act,date\n{}", "\"\",".repeat(500_000)),
        format!("<R {}/>", "a='1' ".repeat(200_000)),
        "&amp;".repeat(500_000),
        "<".repeat(2_000_000),
        format!("<html>{}</html>", "<".repeat(1_000_000)),
    ];
    let mut sheet = Sheet::default();
    sheet.name("Xanadu", "XAA");
    for file in files {
        let start = Instant::now();
        feed(file.as_bytes(), &sheet);
        let begins: String = file.chars().take(60).collect();
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{:?}: {begins}",
            start.elapsed()
        );
        println!("{:?} {begins}", start.elapsed());
    }
}
