//! What pages do, one quirk a test: a small page is written, imported, and compared.
#![allow(clippy::unwrap_used, reason = "this is test code")]

mod common;

use common::{Sheet, added, fixture, id, line};
use intake::{Intake, Origin, ReadError, What, propose, read_mtdsg};
use ledger::Body;
use treaty::Kind;

const HEADINGS: [&str; 3] = [
    "Participant",
    "Signature",
    "Ratification, Accession(a), Succession(d)",
];

/// An XML page of an invented treaty.
fn xml(headings: &[&str], rows: &[&[&str]], notes: &[(&str, &str)]) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let entries = |cells: &[&str]| {
        let cells = cells
            .iter()
            .map(|cell| format!("<Entry>{}</Entry>", escape(cell)));
        format!("<Row>{}</Row>\n", cells.collect::<String>())
    };
    let rows: String = rows.iter().map(|row| entries(row)).collect();
    let notes: String = notes
        .iter()
        .map(|(id, text)| format!("<Note id=\"{id}\"><Text>{}</Text></Note>\n", escape(text)))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Root mtdsg_no=\"XXVI-99\"><Treaty>\
         <ExternalData><Titlesect>Treaty of Xanadu</Titlesect><AsAt>Status as at 1 June 2040</AsAt></ExternalData>\
         <Participants><Table><TGroup><Thead>{}</Thead>\n<Tbody><Rows>\n{rows}</Rows></Tbody>\
         </TGroup></Table></Participants><EndNotes>{notes}</EndNotes></Treaty></Root>",
        entries(headings)
    )
}

fn sheet() -> Sheet {
    let mut sheet = Sheet::default();
    sheet.name("Xanadu", "XAA");
    sheet.name("Xebec", "XBB");
    sheet.name("Xylon", "XCC");
    sheet.former("Old Xanadu", "XZZ");
    sheet
}

fn import(text: &str, sheet: &Sheet) -> Intake {
    propose(
        &read_mtdsg("page.xml", text.as_bytes()).unwrap(),
        &Origin::default(),
        sheet,
    )
}

#[track_caller]
fn check(rows: &[&[&str]], notes: &[(&str, &str)], expected: &[&str], held: &[&str]) {
    let intake = import(&xml(&HEADINGS, rows, notes), &sheet());
    assert_eq!(added(&intake), expected);
    let whys: Vec<_> = intake
        .quarantined
        .iter()
        .map(|held| held.why.as_str())
        .collect();
    assert_eq!(whys.len(), held.len(), "{whys:?}");
    for (why, part) in whys.iter().zip(held) {
        assert!(why.contains(part), "{why}");
    }
}

#[test]
fn a_suffix_the_heading_does_not_give_holds_the_row_and_the_rest_proceeds() {
    check(
        &[
            &["Xanadu", "1 Jan 2030", "2 Feb 2031 AA"],
            &["Xebec", "", "3 Mar 2031 a"],
        ],
        &[],
        &["2031-03-03 accession XBB"],
        &["suffix `AA` no meaning"],
    );
}

#[test]
fn the_case_of_a_suffix_decides() {
    check(
        &[&["Xanadu", "", "2 Feb 2031 A"]],
        &[],
        &[],
        &["suffix `A` no meaning"],
    );
}

#[test]
fn a_day_no_calendar_has_waits_with_its_place() {
    let text = xml(
        &HEADINGS,
        &[
            &["Xanadu", "31 February 2030", ""],
            &["Xebec", "1 Jan 2030", ""],
        ],
        &[],
    );
    let intake = import(&text, &sheet());
    assert_eq!(added(&intake), ["2030-01-01 signature XBB"]);
    let held = &intake.quarantined[0];
    assert_eq!(
        (held.place.as_str(), held.value.as_str(), held.why.as_str()),
        (
            "line 5, row 1, column `Signature`",
            "Xanadu: 31 February 2030",
            "no calendar has the 31 February 2030",
        )
    );
}

#[test]
fn an_unknown_name_waits_and_the_rest_proceeds() {
    check(
        &[&["Xanada", "1 Jan 2030", ""], &["Xebec", "1 Jan 2030", ""]],
        &[],
        &["2030-01-01 signature XBB"],
        &["no participant of that name"],
    );
}

#[test]
fn an_unknown_heading_refuses_the_page_by_name() {
    let text = xml(
        &["Participant", "Signature", "Endorsement(e)"],
        &[&["Xanadu", "", ""]],
        &[],
    );
    let error = read_mtdsg("page.xml", text.as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "page.xml: unknown column heading `Endorsement(e)`: `Endorsement` is no act known here (line 2, column 1)"
    );
}

#[test]
fn columns_are_read_by_their_headings_in_any_order() {
    let headings = ["Ratification, Accession(a)", "Participant", "Signature"];
    let intake = import(
        &xml(&headings, &[&["2 Feb 2031", "Xanadu", "1 Jan 2030"]], &[]),
        &sheet(),
    );
    assert_eq!(
        added(&intake),
        ["2030-01-01 signature XAA", "2031-02-02 ratification XAA"]
    );
}

#[test]
fn signing_and_ratifying_on_one_day_are_two_acts() {
    check(
        &[&["Xanadu", "1 Jan 2030", "1 Jan 2030"]],
        &[],
        &["2030-01-01 ratification XAA", "2030-01-01 signature XAA"],
        &[],
    );
}

#[test]
fn a_definitive_signature_is_one_act_in_two_columns() {
    let headings = [
        "Participant",
        "Signature",
        "Definitive signature(s), Ratification",
    ];
    let rows: &[&[&str]] = &[
        &["Xanadu", "1 Jan 2030", "1 Jan 2030 s"],
        &["Xebec", "1 Jan 2030 ", ""],
    ];
    let intake = import(&xml(&headings, rows, &[]), &sheet());
    assert_eq!(
        added(&intake),
        [
            "2030-01-01 definitive_signature XAA",
            "2030-01-01 signature XBB"
        ]
    );
}

#[test]
fn brackets_give_the_acts_and_the_withdrawal_with_both_days() {
    check(
        &[&[
            "Xanadu<superscript>12</superscript>",
            "[1 Jan 2030]",
            "[ 2 Feb\t 2031 a]",
        ]],
        &[(
            "12",
            "On 3 March 2035, the Government of Xanadu deposited with the Secretary-General a notification of withdrawal. The withdrawal took effect for Xanadu on 3 March 2036.",
        )],
        &[
            "2030-01-01 signature XAA",
            "2031-02-02 accession XAA",
            "2035-03-03 withdrawal_notified XAA",
            "2036-03-03 withdrawal_effective XAA",
        ],
        &[],
    );
}

#[test]
fn a_bracketed_name_is_a_bracketed_row() {
    check(
        &[&["[Xanadu]", "1 Jan 2030", "2 Feb 2031"]],
        &[],
        &[],
        &["must come from the note or a person"],
    );
}

#[test]
fn a_note_that_cannot_be_read_for_certain_holds_a_bracketed_row() {
    check(
        &[&["Xanadu<superscript>1</superscript>", "", "[2 Feb 2031 a]"]],
        &[(
            "1",
            "Notifications of withdrawal were received on 3 March 2035 and 4 April 2035.",
        )],
        &[],
        &["not so that its days can be read for certain"],
    );
}

#[test]
fn a_withdrawal_without_a_printed_day_of_effect_is_notified_and_asked_about() {
    check(
        &[&["Xanadu<superscript>1</superscript>", "", "[2 Feb 2031 a]"]],
        &[(
            "1",
            "On 3 March 2035, the Government of Xanadu deposited a notification of withdrawal.",
        )],
        &[
            "2031-02-02 accession XAA",
            "2035-03-03 withdrawal_notified XAA",
        ],
        &["does not print the day of effect"],
    );
}

#[test]
fn a_note_and_the_brackets_may_not_contradict_each_other() {
    check(
        &[&["Xanadu<superscript>1</superscript>", "", "2 Feb 2031 a"]],
        &[(
            "1",
            "On 3 March 2035, a notification of withdrawal was deposited. The withdrawal took effect for Xanadu on 3 March 2036.",
        )],
        &[],
        &["the row is not in brackets"],
    );
}

#[test]
fn left_and_back_again_is_read_from_the_note() {
    check(
        &[&[
            "Xanadu<superscript>1</superscript>",
            "1 Jan 2030",
            "5 May 2038 a",
        ]],
        &[(
            "1",
            "On 3 March 2035, a notification of withdrawal was deposited. The withdrawal took effect for Xanadu on 3 March 2036.",
        )],
        &[
            "2030-01-01 signature XAA",
            "2035-03-03 withdrawal_notified XAA",
            "2036-03-03 withdrawal_effective XAA",
            "2038-05-05 accession XAA",
        ],
        &[],
    );
}

#[test]
fn a_notice_taken_back_leaves_it_in() {
    check(
        &[&["Xanadu<superscript>1</superscript>", "", "2 Feb 2031 a"]],
        &[(
            "1",
            "On 3 March 2035, the Government of Xanadu deposited a notification of withdrawal. On 4 April 2035, the Government of Xanadu informed the Secretary-General of the withdrawal of its notification.",
        )],
        &[
            "2031-02-02 accession XAA",
            "2035-03-03 withdrawal_notified XAA",
            "2035-04-04 withdrawal_rescinded XAA",
        ],
        &[],
    );
}

#[test]
fn a_predecessor_that_is_not_on_record_stays_in_the_note() {
    let note = "Old Xanadu had signed and ratified the Treaty on 1 January 2001 and 2 February 2002, respectively. Elder Xebec had signed the Treaty on 5 May 2001.";
    check(
        &[&["Xanadu<superscript>1</superscript>", "", "2 Feb 2031 d"]],
        &[("1", note)],
        &[
            "2001-01-01 signature XZZ",
            "2002-02-02 ratification XZZ",
            "2031-02-02 succession XAA",
        ],
        &[],
    );
}

#[test]
fn notes_stay_with_their_acts() {
    let rows: &[&[&str]] = &[&[
        "Xanadu<superscript>1,12</superscript>",
        "1 Jan 2030<superscript>3</superscript>",
        "2 Feb 2031",
    ]];
    let notes = &[("1", "One."), ("3", "Three."), ("12", "Twelve.")];
    let intake = import(&xml(&HEADINGS, rows, notes), &sheet());
    let of = |kind| {
        let act = intake.acts().find(|act| act.kind == kind).unwrap();
        act.notes
            .iter()
            .map(|note| format!("{} {}", note.id, note.text))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(Kind::Signature), ["1 One.", "12 Twelve.", "3 Three."]);
    assert_eq!(of(Kind::Ratification), ["1 One.", "12 Twelve."]);
}

#[test]
fn two_rows_of_one_participant_are_for_a_person() {
    check(
        &[&["Xanadu", "1 Jan 2030", ""], &["Xanadu", "2 Jan 2030", ""]],
        &[],
        &["2030-01-01 signature XAA"],
        &["has a second row"],
    );
}

/// One act is on record with another day: both are shown, neither is chosen.
#[test]
fn another_day_is_a_dispute_and_not_a_second_consent() {
    let text = xml(&HEADINGS, &[&["Xanadu", "", "2 Feb 2031 a"]], &[]);
    let mut sheet = sheet();
    sheet.act("untc-xxvi-99", "XAA", Kind::Accession, "2031-02-03");
    let intake = import(&text, &sheet);
    assert_eq!(added(&intake), [""; 0]);
    let [disputed] = &intake.disputed[..] else {
        panic!("{:?}", intake.disputed)
    };
    assert_eq!(
        disputed.why,
        "the page has accession on 2031-02-02, the record on 2031-02-03 (accession); a person must say which holds"
    );
    assert_eq!(intake.quarantined.len(), 1);
    sheet.take(&intake);
    assert!(import(&text, &sheet).proposals().is_empty());
}

#[test]
fn the_depositarys_form_of_consent_is_the_better_witness() {
    let text = xml(&HEADINGS, &[&["Xanadu", "", "2 Feb 2031 a"]], &[]);
    let mut sheet = sheet();
    sheet.act("untc-xxvi-99", "XAA", Kind::Ratification, "2031-02-02");
    let intake = import(&text, &sheet);
    assert_eq!((added(&intake).len(), intake.unchanged), (0, 1));
    assert_eq!(
        intake.amended[0].why,
        "the depositary calls it accession, not ratification"
    );
    sheet.take(&intake);
    assert_eq!(sheet.lines("untc-xxvi-99"), ["2031-02-02 accession XAA"]);
    assert!(import(&text, &sheet).proposals().is_empty());
}

#[test]
fn the_day_of_a_known_month_is_filled_in() {
    let text = xml(&HEADINGS, &[&["Xanadu", "", "2 Feb 2031 a"]], &[]);
    let mut sheet = sheet();
    sheet.act("untc-xxvi-99", "XAA", Kind::Accession, "2031-02");
    let intake = import(&text, &sheet);
    assert_eq!(intake.amended[0].why, "the day is 2031-02-02");
    sheet.take(&intake);
    assert_eq!(sheet.lines("untc-xxvi-99"), ["2031-02-02 accession XAA"]);
}

#[test]
fn what_came_after_the_pages_day_is_not_missed_in_it() {
    let text = xml(&HEADINGS, &[&["Xanadu", "1 Jan 2030", ""]], &[]);
    let mut sheet = sheet();
    sheet.act("untc-xxvi-99", "XBB", Kind::Signature, "2040-05-31");
    sheet.act("untc-xxvi-99", "XCC", Kind::Signature, "2040-06-02");
    sheet.act("untc-xxvi-99", "XZZ", Kind::Signature, "2001-01-01");
    sheet.act("untc-xxvi-99", "XBB", Kind::Declaration, "2033-01-01");
    let intake = import(&text, &sheet);
    let disputed: Vec<_> = intake.disputed.iter().map(|d| d.iso3).collect();
    assert_eq!(
        disputed,
        [id("XBB")],
        "not what is newer, not a former State, not words"
    );
}

#[test]
fn a_row_that_waits_disputes_nothing() {
    let text = xml(
        &HEADINGS,
        &[&["Xanadu", "31 Feb 2030", ""], &["Xebec", "1 Jan 2030", ""]],
        &[],
    );
    let mut sheet = sheet();
    sheet.act("untc-xxvi-99", "XAA", Kind::Signature, "2030-02-28");
    assert!(import(&text, &sheet).disputed.is_empty());
}

/// A State that took a new name overnight has not left.
#[test]
fn a_row_of_an_unknown_name_may_be_anybodys() {
    let text = xml(
        &HEADINGS,
        &[&["Naoxanadu", "1 Jan 2030", ""], &["Xebec", "", ""]],
        &[],
    );
    let mut sheet = sheet();
    sheet.act("untc-xxvi-99", "XAA", Kind::Signature, "2030-01-01");
    sheet.act("untc-xxvi-99", "XBB", Kind::Signature, "2030-01-01");
    let intake = import(&text, &sheet);
    let disputed: Vec<_> = intake.disputed.iter().map(|d| d.iso3).collect();
    assert_eq!(disputed, [id("XBB")], "its row is there and lacks the act");
    assert_eq!(intake.quarantined.len(), 1);
}

#[test]
fn a_page_that_lacks_most_rows_is_no_sign_that_all_left() {
    let text = xml(&HEADINGS, &[&["Xebec", "1 Jan 2030", ""]], &[]);
    let mut sheet = sheet();
    for letter in "CDEFGHIJ".chars() {
        let code = format!("X{letter}{letter}");
        sheet.name(&format!("State {letter}"), &code);
        sheet.act("untc-xxvi-99", &code, Kind::Signature, "2030-01-01");
    }
    let intake = import(&text, &sheet);
    assert!(intake.disputed.is_empty());
    assert!(
        intake.quarantined[0]
            .why
            .contains("no row for 8 participants")
    );
    sheet.take(&intake);
    assert!(import(&text, &sheet).proposals().is_empty());
}

#[test]
fn a_new_treaty_is_created_with_the_page_as_its_source() {
    let intake = import(
        &xml(&HEADINGS, &[&["Xanadu", "1 Jan 2030", ""]], &[]),
        &sheet(),
    );
    let Body::Treaty(file) = &intake.created[0].body else {
        panic!()
    };
    assert!(
        file.text
            .contains("UN Treaty Collection, status of XXVI-99, Treaty of Xanadu")
    );
    assert_eq!(
        intake.proposals()[0],
        &intake.created[0],
        "the treaty comes before its acts"
    );
    let place = intake.added[0].source.place.as_deref();
    assert_eq!(place, Some("line 5, row 1, column `Signature`"));
    assert_eq!(
        intake.added[0].source.as_at,
        Some("2040-06-01".parse().unwrap())
    );
}

#[test]
fn what_is_no_page_is_refused() {
    let why = |bytes: &[u8]| -> ReadError { read_mtdsg("f", bytes).unwrap_err() };
    assert_eq!(why(b"").what, What::Empty);
    assert_eq!(why(&fixture("maintenance.html")).what, What::Maintenance);
    assert!(matches!(why(b"%PDF-1.4").what, What::Binary { .. }));
    assert!(matches!(why(b"Hello").what, What::Malformed { .. }));
    assert_eq!(
        why(b"<html><body><table><tr><td>News</td></tr></table></body></html>").what,
        What::NoTable
    );
    assert_eq!(
        why(b"<?xml version='1.0'?><Treaty></Treaty>").what,
        What::NoTable
    );
    assert!(matches!(
        why(b"<html><body><table>").what,
        What::Truncated(_)
    ));
    // A heading and no row is not "everybody left".
    let empty = xml(&HEADINGS, &[], &[]);
    assert_eq!(why(empty.as_bytes()).what, What::NoTable);
    let text = xml(&HEADINGS, &[&["Xanadu", "1 Jan 2030", ""]], &[]);
    let cut = &text[..text.len() / 2];
    assert!(matches!(
        why(cut.as_bytes()).what,
        What::Truncated(_) | What::Malformed { .. }
    ));
    let wrong = text.replace("Xanadu", "X\u{1}").into_bytes();
    let wrong: Vec<u8> = wrong
        .into_iter()
        .map(|b| if b == 1 { 0xe9 } else { b })
        .collect();
    let error = why(&wrong);
    assert!(
        matches!(error.what, What::WrongEncoding { .. })
            && error.at.is_some_and(|at| at.line == 2)
    );
}

#[test]
fn depth_and_size_have_limits() {
    let deep = format!(
        "<html><body>{}x{}</body></html>",
        "<div>".repeat(5_000),
        "</div>".repeat(5_000)
    );
    assert!(matches!(
        read_mtdsg("f", deep.as_bytes()).unwrap_err().what,
        What::Excessive(_)
    ));
    let deep = format!(
        "<?xml version='1.0'?><a>{}{}</a>",
        "<b>".repeat(5_000),
        "</b>".repeat(5_000)
    );
    assert!(matches!(
        read_mtdsg("f", deep.as_bytes()).unwrap_err().what,
        What::Excessive(_)
    ));
    let large = format!("<html>{}</html>", " ".repeat(intake::LARGEST_PAGE));
    assert!(matches!(
        read_mtdsg("f", large.as_bytes()).unwrap_err().what,
        What::TooLarge { .. }
    ));
}

#[test]
fn every_sample_has_its_provenance() {
    let folder = common::project().join("fixtures/intake");
    let mut samples = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|end| end == "toml") {
            continue;
        }
        samples += 1;
        let provenance = format!("{}.toml", path.display());
        let text = std::fs::read_to_string(&provenance).expect(&provenance);
        let size = format!("bytes = {}\n", std::fs::metadata(&path).unwrap().len());
        assert!(text.contains(&size), "{provenance} does not say {size}");
        for key in ["producer", "what", "data", "written", "licence", "sha256"] {
            assert!(text.contains(&format!("{key} = ")), "{provenance}: {key}");
        }
    }
    assert!(samples >= 12);
}

#[test]
fn the_document_names_every_column_and_limit() {
    let text = std::fs::read_to_string(common::project().join("docs/formats.md")).unwrap();
    for column in intake::acts_csv::COLUMNS {
        assert!(
            text.contains(&format!("`{column}`")),
            "docs/formats.md: {column}"
        );
    }
    for (limit, name) in [
        (intake::LARGEST_FILE, "LARGEST_FILE"),
        (intake::LARGEST_PAGE, "LARGEST_PAGE"),
    ] {
        assert!(text.contains(&format!("{} MiB", limit / 1024 / 1024)) && text.contains(name));
    }
}

#[test]
fn a_number_is_completed_by_the_files_name() {
    let text = xml(&HEADINGS, &[&["Xanadu", "1 Jan 2030", ""]], &[])
        .replace(" mtdsg_no=\"XXVI-99\"", "")
        .replace(
            "<ExternalData>",
            "<Chapter><Header>CHAPTER XXVI</Header></Chapter><ExternalData>",
        )
        .replace("<Titlesect>", "<Titlesect>99. ");
    let number = |name: &str| read_mtdsg(name, text.as_bytes()).unwrap().number.unwrap();
    assert_eq!(number("page.xml"), "XXVI-99");
    assert_eq!(number("xxvi-99-B.en.xml"), "XXVI-99-b");
    assert_eq!(number("XXVI-6.en.xml"), "XXVI-99");
}

#[test]
fn words_are_given_their_day_by_what_the_page_says() {
    let page = "<?xml version=\"1.0\"?><Root mtdsg_no=\"XXVI-99\"><Titlesect>T</Titlesect>
        <Participants><Table><TGroup><Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry><Entry>Ratification</Entry></Row></Thead>
        <Tbody><Rows><Row><Entry>Xanadu</Entry><Entry>1 Jan 2030</Entry><Entry>2 Feb 2031</Entry></Row></Rows></Tbody></TGroup></Table></Participants>
        <Declarations><Declaration><Participant>Xanadu</Participant>
        <Text type=\"para\">Upon signature:</Text><Text type=\"para\">First.</Text>
        <Text type=\"para\">Upon ratification:</Text><Text type=\"para\">Reservation:</Text><Text type=\"para\">Second.</Text>
        <Text type=\"para\">3 March 2032</Text><Text type=\"para\">Third.</Text>
        <Text type=\"para\">Upon consent to be bound by Protocol III:</Text><Text type=\"para\">Fourth.</Text>
        </Declaration></Declarations></Root>";
    let intake = import(page, &sheet());
    let words: Vec<_> = intake
        .acts()
        .filter(|act| act.kind.is_words_only())
        .map(line)
        .collect();
    assert_eq!(
        words,
        [
            "2030-01-01 declaration XAA",
            "2031-02-02 reservation XAA",
            "2032-03-03 declaration XAA"
        ]
    );
    let [held] = &intake.quarantined[..] else {
        panic!("{:?}", intake.quarantined)
    };
    assert!(held.value.ends_with("Fourth."));
}
