//! Every finding is said in English as the record says it, and in French.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ledger::{Body, Entry, EntryId};
use treaty::{Confidence, Source};
use world::Viewer;

use super::*;

fn fold(entries: Vec<Entry>) -> World {
    let chained = ledger::chain(entries).unwrap();
    let last = chained.last().unwrap().entry.recorded;
    World::fold(&chained, &Viewer::public(), last)
}

/// What can go wrong, one entry a line: with the shipped facts, every sentence of every kind.
const ODD: &[&str] = &[
    r#"{"act":{"treaty":"ccm","by":"USA","kind":"signature","on":"2007-01-01"}}"#,
    r#"{"act":{"treaty":"ccm","by":"RUS","kind":"signature","on":"2015-01-01"}}"#,
    r#"{"act":{"treaty":"bangkok","by":"USA","kind":"accession","on":"2015-03-04"}}"#,
    r#"{"act":{"treaty":"ccm","by":"CHN","kind":"succession_to_signature","on":"2015-03"}}"#,
    r#"{"act":{"treaty":"ccm","by":"CHN","kind":"formal_confirmation","on":"2015"}}"#,
    r#"{"act":{"treaty":"ccm","by":"FRA","kind":"ratification","on":"2015-08-01"}}"#,
    r#"{"act":{"treaty":"ccm","by":"FRA","kind":"signature","on":"2009-08-01"}}"#,
    r#"{"act":{"treaty":"ccm","by":"BRA","kind":"withdrawal_notified","on":"2015-08-01"}}"#,
    r#"{"act":{"treaty":"ccm","by":"BRA","kind":"withdrawal_rescinded","on":"2015-08-02"}}"#,
    r#"{"act":{"treaty":"ccm","by":"FRA","kind":"ratification_withdrawn","on":"2018-08-01"}}"#,
    r#"{"act":{"treaty":"enmod","by":"DEU","kind":"withdrawal_notified","on":"2018-08-01"}}"#,
    r#"{"act":{"treaty":"gp1925","by":"DEU","kind":"withdrawal_effective","on":"2018-08-01"}}"#,
    r#"{"act":{"treaty":"att","by":"DEU","kind":"withdrawal_notified","on":"2018-08-01","effect":"2018-09-01"}}"#,
    r#"{"act":{"treaty":"att","by":"FRA","kind":"withdrawal_notified","on":"2018-08-01"}}"#,
    r#"{"act":{"treaty":"att","by":"FRA","kind":"withdrawal_held_back","on":"2018-08-02"}}"#,
    r#"{"act":{"treaty":"ccm","by":"XAA","kind":"accession","on":"2018-08-02"}}"#,
    r#"{"act":{"treaty":"xnone","by":"FRA","kind":"accession","on":"2018-08-02"}}"#,
    r#"{"act":{"treaty":"xnone","by":"DEU","kind":"accession","on":"2018-08-02"}}"#,
    r#"{"act":{"treaty":"xtwo","by":"DEU","kind":"ratification","on":"2018-08-02"}}"#,
    r#"{"alias":{"by":"XAB","name":"Nowhere"}}"#,
    r#"{"fulfilment":{"treaty":"ccm","article":"99","by":"FRA","on":"2018-08-02"}}"#,
    r#"{"printed_count":{"treaty":"xnone","what":"parties","on":"2020-01-01","count":1}}"#,
    r#"{"printed_count":{"treaty":"ccm","what":"parties","on":"2020-01-01","count":1}}"#,
    r#"{"printed_count":{"treaty":"ccm","what":"signatures","on":"2020-01-01","count":1}}"#,
    r#"{"printed_count":{"treaty":"ccm","what":"consents","on":"2020-01-01","count":1}}"#,
    r#"{"printed_count":{"treaty":"ccm","what":"signatories_only","on":"2020-01-01","count":1}}"#,
    r#"{"extension":{"treaty":"apmbc","article":"4","by":"FRA","until":"2030-01-01"}}"#,
    r#"{"dispute":{"of":"00000000-0000-4000-8000-00000000ffff","why":"nothing there","counts":true}}"#,
    r#"{"dispute":{"of":"00000000-0000-0000-0000-000000000006","why":"\u0001doubted","counts":true}}"#,
    r#"{"quarantined":{"treaty":"ccm","place":"row 7","value":"Ruritania","why":"no such State"}}"#,
    r#"{"treaty":{"treaty":"xbad","text":"id = "}}"#,
];

fn entry(n: usize, last: &Entry, body: Body) -> Entry {
    let mut source = Source::cited(format!("source {n}"));
    // One of them is from a source of low confidence.
    source.confidence = (n == 1).then_some(Confidence::Low);
    Entry {
        id: EntryId(uuid::Uuid::from_u128(u128::try_from(n).unwrap())),
        recorded: last.recorded,
        author: "test".to_owned(),
        source,
        body,
        ..last.clone()
    }
}

/// The Arms Trade Treaty under another id, changed.
fn treaty_file(id: &str, change: impl Fn(String) -> String) -> Body {
    let mut file = None;
    for entry in shipped::entries().unwrap() {
        if let Body::Treaty(shipped) = entry.body
            && shipped.treaty.as_str() == "att"
        {
            file = Some(shipped.text);
        }
    }
    let text = file
        .unwrap()
        .replace("id = \"att\"", &format!("id = \"{id}\""))
        .replace("short = \"ATT\"", &format!("short = \"{id}\""));
    Body::Treaty(ledger::body::TreatyFile {
        treaty: id.parse().unwrap(),
        text: change(text),
    })
}

static ODD_WORLD: LazyLock<World> = LazyLock::new(odd_world);

fn odd_world() -> World {
    let mut entries = shipped::entries().unwrap();
    // In force on record, with no act; and an act that suffices, with no entry into force.
    let mut bodies = vec![
        treaty_file("xone", |text| text),
        treaty_file("xtwo", |text| {
            let (before, rest) = text.split_once("[in-force]").unwrap();
            let (_, after) = rest.split_once("\n\n").unwrap();
            let text = format!("{before}{after}");
            assert!(text.contains("number = 50"));
            text.replace("number = 50", "number = 1")
        }),
    ];
    bodies.extend(ODD.iter().map(|line| serde_json::from_str(line).unwrap()));
    let last = entries.last().unwrap().clone();
    let odd = bodies.into_iter().enumerate();
    entries.extend(odd.map(|(n, body)| entry(n, &last, body)));
    fold(entries)
}

fn said(lang: Lang, finding: &Finding) -> Option<Vec<Piece>> {
    in_words(Words::for_lang(lang), &ODD_WORLD, finding)
}

fn joined(pieces: Vec<Piece>) -> String {
    pieces.into_iter().map(|piece| piece.text).collect()
}

fn found(kind: FindingKind, case_wanted: &str) -> Finding {
    let of_kind = |finding: &&Finding| finding.kind == kind && case(finding) == case_wanted;
    ODD_WORLD
        .findings()
        .iter()
        .find(of_kind)
        .unwrap_or_else(|| panic!("no {kind:?}, {case_wanted}"))
        .clone()
}

#[test]
fn every_kind_has_its_sentence_in_both_languages() {
    let words = Words::for_lang(Lang::En);
    for kind in FindingKind::ALL {
        assert!(words.has(&key(*kind)), "{}", key(*kind));
    }
    let found: BTreeSet<_> = ODD_WORLD.findings().iter().map(|f| f.kind).collect();
    assert_eq!(
        found,
        FindingKind::ALL.iter().copied().collect(),
        "each kind is tried"
    );
    for finding in ODD_WORLD.findings() {
        let french = said(Lang::Fr, finding).unwrap_or_else(|| panic!("{finding:?}"));
        assert_ne!(joined(french), finding.text);
    }
}

#[test]
fn english_says_what_the_record_says() {
    for finding in ODD_WORLD.findings() {
        let english = joined(said(Lang::En, finding).unwrap_or_else(|| panic!("{finding:?}")));
        assert_eq!(english, clean(&finding.text));
    }
}

#[test]
fn every_sentence_of_a_kind_is_tried() {
    let tried: BTreeSet<_> = ODD_WORLD.findings().iter().map(case).collect();
    let cases = [
        "bound",
        "running",
        "nothing",
        "act",
        "duty",
        "both",
        "recorded-only",
        "reckoned-only",
        "acts",
        "participant",
        "name",
        "duty",
        "count",
        "not-allowed",
        "too-long",
        "",
    ];
    assert_eq!(tried, cases.into_iter().collect());
    // A rule gives no day only past the end of the calendar.
    let mut finding = found(FindingKind::PrintedDiffers, "act");
    finding.inputs.remove("reckoned");
    assert_eq!(
        joined(said(Lang::Fr, &finding).unwrap()),
        "Allemagne (ATT)\u{a0}: notification de retrait, le 1er septembre 2018 d’après la \
         source\u{202f}; la règle ne donne aucun jour."
    );
}

#[test]
fn dates_names_acts_and_articles_are_in_french() {
    for (kind, case, sentence) in [
        (
            FindingKind::BeforeOpening,
            "",
            "États-Unis d'Amérique (CCM)\u{a0}: signature, le 1er janvier 2007, avant que le traité \
             n’y soit ouvert (article 15).",
        ),
        (
            FindingKind::DayUnknown,
            "",
            "Chine (CCM)\u{a0}: confirmation formelle, jour inconnu\u{202f}; seule date \
             connue\u{a0}: 2015. L’acte compte à partir du 31 décembre 2015.",
        ),
        (
            FindingKind::Unregistered,
            "acts",
            "xnone\u{a0}: 2 actes au registre sans fichier de traité lisible\u{202f}; compté nulle \
             part.",
        ),
    ] {
        let pieces = said(Lang::Fr, &found(kind, case)).unwrap();
        assert!(pieces.iter().all(|piece| !piece.english), "{pieces:?}");
        assert_eq!(joined(pieces), sentence);
    }
}

#[test]
fn what_the_record_says_in_english_is_marked() {
    let pieces = said(Lang::Fr, &found(FindingKind::Quarantined, "")).unwrap();
    let pieces: Vec<_> = pieces
        .iter()
        .map(|p| (p.text.as_str(), p.english))
        .collect();
    assert_eq!(
        pieces,
        [
            ("«\u{a0}Ruritania\u{a0}» (", false),
            ("row 7", true),
            (
                ") attend en quarantaine que quelqu’un lui trouve sa place\u{a0}: ",
                false
            ),
            ("no such State", true),
            (".", false),
        ]
    );
}

/// A mark of ours in a reason from outside must not shift what counts as English.
#[test]
fn a_value_cannot_end_the_english() {
    let doubted = |finding: &&Finding| finding.text.contains(EDGE);
    let finding = ODD_WORLD.findings().iter().find(doubted).unwrap();
    let pieces = said(Lang::Fr, finding).unwrap();
    let english: Vec<_> = pieces.iter().filter(|piece| piece.english).collect();
    assert_eq!(english.len(), 2, "{pieces:?}");
    assert_eq!(english[1].text, "doubted");
}

#[test]
fn what_cannot_be_said_is_left_to_the_record() {
    let mut finding = found(FindingKind::CountDiffers, "");
    finding.inputs.remove("source");
    assert_eq!(said(Lang::Fr, &finding), None, "an input is lacking");
    let mut finding = found(FindingKind::DayUnknown, "");
    finding.inputs.insert("date", "some day".to_owned());
    assert_eq!(said(Lang::Fr, &finding), None, "no date");
}
