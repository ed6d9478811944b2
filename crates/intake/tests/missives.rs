//! E-mails and cables that a person pastes.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use intake::What;
use intake::jotting::{Asked, Names};
use intake::missive::{Form, LARGEST_MISSIVE, Missive, Party, read_missive};
use jiff::civil::date;
use proptest::prelude::*;
use treaty::{ParticipantId, TreatyId};

/// The few names the letters hold.
struct Few;

impl Names for Few {
    fn participant(&self, name: &str) -> Option<ParticipantId> {
        let all = [
            ("Nepal", "NPL"),
            ("Népal", "NPL"),
            ("Togo", "TGO"),
            ("Tonga", "TON"),
            ("Uganda", "UGA"),
            ("Cameroun", "CMR"),
            ("Italy", "ITA"),
        ];
        all.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, code)| common::id(code))
    }

    fn treaty(&self, name: &str) -> Option<TreatyId> {
        name.eq_ignore_ascii_case("ctbt")
            .then(|| common::treaty("ctbt"))
    }
}

fn asked() -> Asked<'static> {
    Asked {
        names: &Few,
        treaties: &[],
        today: date(2023, 6, 20),
        us: Some(common::id("ITA")),
    }
}

fn read(bytes: &[u8]) -> Missive {
    read_missive("letter", bytes, &asked()).unwrap()
}

fn fixture(name: &str) -> Missive {
    let path = common::project().join("fixtures/missives").join(name);
    read(&std::fs::read(path).unwrap())
}

fn party(organisation: &str, capacity: Option<&str>) -> Party {
    Party {
        organisation: Some(organisation.to_owned()),
        capacity: capacity.map(str::to_owned),
    }
}

fn day(text: &str) -> Option<treaty::PartialDate> {
    Some(text.parse().unwrap())
}

#[test]
fn an_e_mail_gives_its_head_and_what_its_own_words_tell() {
    let mail = fixture("mail.eml");
    assert_eq!(mail.form, Form::Mail);
    assert_eq!(mail.on, day("2023-03-14"));
    assert_eq!(mail.subject.as_deref(), Some("Népal – ratification"));
    assert_eq!(mail.from, [party("mfa.example", None)]);
    assert_eq!(
        mail.to,
        [
            party("Permanent Mission of Italy Vienna", None),
            party("Support Unit", None),
            party("other.example", None),
        ]
    );
    assert_eq!(mail.persons, ["Person, Anna", "B. Other", "Céline Tiers"]);
    assert_eq!(mail.markings, [] as [&str; 0]);
    assert!(
        !mail.body.contains("Anna") && !mail.body.contains("Uganda"),
        "{}",
        mail.body
    );
    let sketch = &mail.jotted.sketch;
    // Yesterday was the day before the letter, not before today.
    assert_eq!(sketch.on, day("2023-03-13"));
    assert_eq!(sketch.to[0].participant, Some(common::id("NPL")));
    assert_eq!(sketch.forum.as_deref(), Some("ctbto_wgb"));
    assert_eq!(sketch.place.as_deref(), Some("Vienna"));
    assert_eq!(sketch.next[0].what, "Send model legislation");
    assert_eq!(sketch.next[0].by, day("2023-05"));
    // Nobody was put in by name.
    let sides = sketch.by.iter().chain(&sketch.to);
    assert!(sides.into_iter().all(|side| side.person.is_none()));
}

#[test]
fn an_e_mail_of_html_in_base_64_and_another_encoding_is_read() {
    let mail = fixture("html.eml");
    assert_eq!((mail.form, mail.on), (Form::Mail, day("2023-02-06")));
    assert_eq!(mail.from, [party("mfa.example", None)]);
    assert_eq!(mail.persons, [] as [&str; 0]);
    assert_eq!(mail.jotted.sketch.on, day("2023-02-06"));
    assert!(mail.body.contains("pas de réponse"), "{}", mail.body);
}

#[test]
fn the_text_of_an_e_mail_as_it_is_shown_is_read() {
    let shown = fixture("outlook-fr.txt");
    assert_eq!((shown.form, shown.on), (Form::Shown, day("2023-03-14")));
    assert_eq!(shown.from, [party("diplomatie.example", None)]);
    assert_eq!(
        shown.to,
        [
            party("Représentation permanente à Genève", None),
            party("Unité d'appui", None),
        ]
    );
    assert_eq!(shown.persons, ["Personne, Anne", "Autre, Benoît"]);
    assert!(shown.subject.unwrap().ends_with("Togo"));
    let sketch = shown.jotted.sketch;
    assert_eq!(sketch.on, day("2023-03-13"));
    assert_eq!(sketch.to.len(), 1);
    assert_eq!(sketch.to[0].participant, Some(common::id("TGO")));
    assert!(
        !shown.body.contains("Cameroun") && !shown.body.contains("Anne"),
        "{}",
        shown.body
    );
}

#[test]
fn a_cable_gives_its_offices_and_its_day() {
    let cable = fixture("cable.txt");
    assert_eq!((cable.form, cable.on), (Form::Cable, day("2023-03-12")));
    assert_eq!(cable.from, [party("PERMREP VIENNA", None)]);
    assert_eq!(
        cable.to,
        [
            party("MFA ROME", None),
            party("PERMREP GENEVA", None),
            party("EMBASSY KATHMANDU", None),
        ]
    );
    assert_eq!(cable.persons, [] as [&str; 0]);
    assert_eq!(cable.subject.as_deref(), Some("CTBT: NEPAL"));
    let sketch = cable.jotted.sketch;
    assert_eq!(sketch.on, day("2023-03-12"));
    assert_eq!(sketch.next[0].by, day("2023-05-01"));
    // It was not requested, and is not told as if it were.
    assert_eq!(sketch.asked, []);
}

#[test]
fn a_marking_is_told_wherever_in_a_missive_it_stands() {
    assert_eq!(fixture("marked.txt").markings, ["RESTREINT UE"]);
    let quoted = "From: A\nTo: B\n\nours\n\n-----Original Message-----\nNATO SECRET\n";
    assert_eq!(read(quoted.as_bytes()).markings, ["NATO SECRET"]);
    let head = b"NATO SECRET\nFM A\nTO B\nDTG 121530Z MAR 23\n\nwords\n";
    assert_eq!(read(head).markings, ["NATO SECRET"]);
}

#[test]
fn what_is_no_letter_is_a_text_or_refused() {
    let text = read(b"12 March 2023, met Nepal");
    assert_eq!((text.form, text.on), (Form::Text, None));
    assert_eq!(text.jotted.sketch.on, day("2023-03-12"));
    // A date that can be read in two ways is none.
    let open = read(b"From: A\nTo: B\nSent: 03/04/2023 10:00\n\nwords");
    assert_eq!(open.on, None);
    assert_eq!(open.on_may_be.len(), 2);
    let refused = |bytes: &[u8]| read_missive("letter", bytes, &asked()).unwrap_err().what;
    assert!(matches!(
        refused(&vec![b'a'; LARGEST_MISSIVE + 1]),
        What::TooLarge { .. }
    ));
    assert_eq!(refused(b" \n"), What::Empty);
    assert!(matches!(refused(b"%PDF-1.7"), What::Binary { .. }));
    let empty =
        b"Message-ID: <1@a.example>\r\nFrom: a@a.example\r\nContent-Type: image/png\r\n\r\nxx";
    assert!(matches!(refused(empty), What::Malformed { .. }));
    let many = format!(
        "Message-ID: <1@a.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{}--b--\r\n",
        "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(500)
    );
    assert!(matches!(refused(many.as_bytes()), What::Excessive(_)));
}

/// Found by the fuzzer: seven bytes that are no seven characters, where a group of day and time may stand.
#[test]
fn a_word_of_other_letters_is_no_group_of_day_and_time() {
    for text in [
        "12153éZ MAR 23\nFM A\nTO B\n",
        "aaaaaé MAR 23",
        "ab éééa MAR 23\n",
    ] {
        assert_eq!(read(text.as_bytes()).on, None, "{text}");
    }
}

#[test]
fn parts_within_parts_come_to_an_end() {
    let mut mail = String::from("Message-ID: <1@a.example>\r\nMIME-Version: 1.0\r\n");
    for depth in 0..3000 {
        mail.push_str(&format!(
            "Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n"
        ));
    }
    mail.push_str("Content-Type: text/plain\r\n\r\nwords\r\n");
    let nested = read_missive("letter", mail.as_bytes(), &asked());
    assert!(nested.is_err() || nested.unwrap().body.contains("words"));
    let mut letters = String::new();
    for _ in 0..2000 {
        letters.push_str("Message-ID: <1@a.example>\r\nContent-Type: message/rfc822\r\n\r\n");
    }
    let nested = read_missive("letter", letters.as_bytes(), &asked());
    assert!(matches!(
        nested.map_err(|error| error.what),
        Err(What::Malformed { .. } | What::Excessive(_)) | Ok(_)
    ));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), head in 0..4usize) {
        let heads = ["", "Message-ID: <1@a.example>\r\nFrom: ", "From: a\nTo: b\n\n", "FM A\nTO B\nDTG 121530Z MAR 23\n\n"];
        let bytes = [heads[head].as_bytes(), &bytes].concat();
        let first = read_missive("letter", &bytes, &asked());
        prop_assert_eq!(first, read_missive("letter", &bytes, &asked()));
    }
}

/// Found by the fuzzer too: parts that begin before their boundary is known.
#[test]
fn a_letter_with_broken_parts_is_read_or_refused() {
    let path = common::project().join("fuzz/seeds/missive/broken-parts");
    let bytes = std::fs::read(path).unwrap();
    let read = read_missive("letter", &bytes, &asked());
    assert_eq!(read, read_missive("letter", &bytes, &asked()));
}
