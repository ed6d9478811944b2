//! Export then import is the identity, whatever an act holds.
#![allow(clippy::unwrap_used, reason = "this is test code")]

use intake::{
    ActRow, Doubt, Head, Sourced, read_acts_csv, read_acts_json, read_mtdsg, write_acts_csv,
    write_acts_json, write_mtdsg_xml,
};
use jiff::civil::{Date, date};
use ledger::body::Counted;
use ledger::{EntryId, EntryRef, Seq};
use proptest::option;
use proptest::prelude::*;
use treaty::{Act, Confidence, Kind, Note, PartialDate, ParticipantId, Source};

/// Text as people and pages write it, and as nobody should: quotes, line ends of every kind,
/// other scripts, markup, backslashes, control characters.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\"quoted\", with a comma\r\nand a second line\n".to_owned()),
        Just("الأردن, 中国, Türkiye, Côte d'Ivoire, Ελλάδα 🇺🇳".to_owned()),
        Just("<superscript>12</superscript> & [1] \\u{1} \\\\ ]]> --".to_owned()),
        Just("[not json".to_owned()),
        Just(" blanks around \t".to_owned()),
        "\\PC{1,40}",
        proptest::collection::vec(any::<char>(), 1..30).prop_map(String::from_iter),
    ]
    // A zero character is no text: a file that holds one is refused as binary. And no table can
    // tell an empty field from an absent one.
    .prop_map(|text| text.replace('\0', ""))
    .prop_filter("not empty", |text| !text.is_empty())
}

fn day() -> impl Strategy<Value = Date> {
    (1900_i16..=2200, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| date(year, month, day))
}

fn partial() -> impl Strategy<Value = PartialDate> {
    prop_oneof![
        4 => day().prop_map(PartialDate::Day),
        1 => day().prop_map(|day| PartialDate::Month(day.year(), day.month())),
        1 => day().prop_map(|day| PartialDate::Year(day.year())),
    ]
}

fn participant() -> impl Strategy<Value = ParticipantId> {
    "X[A-Z]{2}".prop_map(|code| code.parse().unwrap())
}

fn notes() -> impl Strategy<Value = Vec<Note>> {
    let note = (option::of(text()), text()).prop_map(|(id, text)| Note {
        id: id.unwrap_or_default(),
        text,
    });
    proptest::collection::vec(note, 0..4)
}

fn act() -> impl Strategy<Value = Act> {
    let kind = proptest::sample::select(Kind::ALL);
    (
        (participant(), kind, partial(), option::of(participant())),
        (option::of(text()), option::of(day()), notes()),
        (option::of(text()), option::of(participant())),
    )
        .prop_map(
            |((by, kind, on, done_by), (depositary, effect, notes), (text, towards))| Act {
                treaty: "xanadu-treaty".parse().unwrap(),
                by,
                kind,
                on,
                done_by,
                depositary,
                effect,
                notes,
                text,
                towards,
            },
        )
}

fn source() -> impl Strategy<Value = Source> {
    let confidence = proptest::sample::select(vec![
        None,
        Some(Confidence::Low),
        Some(Confidence::Medium),
        Some(Confidence::High),
    ]);
    (
        (
            text(),
            option::of(text()),
            option::of(day()),
            option::of(day()),
        ),
        (option::of("[0-9a-f]{64}"), option::of(text()), confidence),
    )
        .prop_map(
            |((title, url, retrieved, as_at), (sha256, place, confidence))| Source {
                title,
                url,
                retrieved,
                as_at,
                sha256,
                place,
                confidence,
            },
        )
}

fn entry_name() -> impl Strategy<Value = EntryRef> {
    prop_oneof![
        any::<u64>().prop_map(|number| EntryRef::Public(Seq(number))),
        any::<u128>().prop_map(|id| EntryRef::Own(EntryId(uuid::Uuid::from_u128(id)))),
    ]
}

fn sourced() -> impl Strategy<Value = Sourced> {
    let recorded = option::of(
        (0_i64..4_000_000_000).prop_map(|s| jiff::Timestamp::from_second(s).unwrap()),
    );
    let doubt =
        option::of((text(), any::<bool>()).prop_map(|(why, counts)| Doubt { why, counts }));
    (act(), source(), option::of(entry_name()), recorded, doubt).prop_map(
        |(act, source, entry, recorded, doubt)| Sourced {
            act,
            source,
            entry,
            recorded,
            doubt,
        },
    )
}

fn acts() -> impl Strategy<Value = Vec<Sourced>> {
    proptest::collection::vec(sourced(), 0..12)
}

fn plain(rows: Vec<ActRow>) -> Vec<Sourced> {
    rows.into_iter().map(|row| row.sourced).collect()
}

fn name(id: ParticipantId) -> String {
    format!("\"State\" of {id}, é")
}

fn head() -> Head {
    Head {
        treaty: "xanadu-treaty".parse().unwrap(),
        number: Some("XXVI-99".to_owned()),
        title: "Treaty of Xanadu & \"others\" \u{1}".to_owned(),
        adopted: Some((date(2030, 5, 1), Some("Xanadu".to_owned()))),
        in_force: Some(date(2031, 6, 2)),
        registration: Some("99999".to_owned()),
        as_at: date(2040, 6, 1),
        counts: vec![(Counted::Signatures, 12), (Counted::Consents, 34)],
    }
}

proptest! {
    #[test]
    fn csv_comes_back_unchanged(acts in acts()) {
        let bytes = write_acts_csv(&acts, &name);
        let read = read_acts_csv("acts.csv", &bytes, &|_| None).unwrap();
        prop_assert_eq!(read.errors, []);
        prop_assert_eq!(plain(read.rows), acts);
    }

    #[test]
    fn json_comes_back_unchanged(acts in acts()) {
        let read = read_acts_json("acts.json", &write_acts_json(&acts)).unwrap();
        prop_assert_eq!(read.errors, []);
        prop_assert_eq!(plain(read.rows), acts);
    }

    #[test]
    fn xml_comes_back_unchanged(acts in acts()) {
        let bytes = write_mtdsg_xml(&head(), &acts, &name);
        prop_assert!(bytes.is_ascii());
        let page = read_mtdsg("export.xml", &bytes).unwrap();
        prop_assert!(page.ours, "also where nothing had been done yet");
        prop_assert_eq!(plain(page.exported), acts);
    }
}

#[test]
fn the_head_of_an_export_is_read_as_that_of_a_page() {
    let act = Act::new(
        "xanadu-treaty".parse().unwrap(),
        "XAA".parse().unwrap(),
        Kind::Accession,
        "2032-07-03".parse().unwrap(),
    );
    let sourced = Sourced::new(act, Source::cited("a source"));
    let bytes = write_mtdsg_xml(&head(), &[sourced], &name);
    // Another program sees the table; ours, where its own section is taken out.
    let text = String::from_utf8(bytes).unwrap();
    let (before, after) = (
        text.find("<accede:acts").unwrap(),
        text.find("</Treaty>").unwrap(),
    );
    let text = format!("{}{}", &text[..before], &text[after..]);
    let page = read_mtdsg("export.xml", text.as_bytes()).unwrap();
    assert_eq!(page.number.as_deref(), Some("XXVI-99"));
    assert_eq!(page.title, "Treaty of Xanadu & \"others\"");
    assert_eq!(page.conclusion.on, Some(date(2030, 5, 1)));
    assert_eq!(page.in_force.unwrap().on, Some(date(2031, 6, 2)));
    assert_eq!(page.registration.as_deref(), Some("99999"));
    assert_eq!(page.as_at, Some(date(2040, 6, 1)));
    assert_eq!(
        page.printed,
        [(Counted::Signatures, 12), (Counted::Consents, 34)]
    );
    assert_eq!(page.columns[1].text, "Accession(a)");
    assert_eq!(page.rows[0].cells[0].text, "3 Jul 2032 a");
}
