//! What a ledger of an earlier release is given.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files must stop there"
)]

use jiff::Timestamp;
use ledger::body::{FactsRelease, Retraction};
use ledger::{Body, Entry, EntryId};
use treaty::{Act, Kind};

fn later() -> Timestamp {
    "2027-01-15T10:00:00Z".parse().unwrap()
}

/// The shipped ledger as an earlier release might have had it: with another mark at its end.
fn earlier() -> Vec<Entry> {
    let mut entries = shipped::entries().unwrap();
    let mark = Body::FactsRelease(FactsRelease {
        release: "2026-06-01".to_owned(),
        sha256: "0".repeat(64),
    });
    entries.last_mut().unwrap().body = mark;
    entries
}

fn upgraded(record: &[Entry]) -> Vec<Body> {
    let entries = shipped::upgrade(record, later()).unwrap();
    for (at, entry) in entries.iter().enumerate() {
        assert_eq!(
            (entry.batch.at as usize, entry.batch.of as usize),
            (at, entries.len())
        );
        assert_eq!(entry.recorded, later());
        assert!(record.iter().all(|known| known.id != entry.id));
    }
    entries.into_iter().map(|entry| entry.body).collect()
}

fn is_mark(body: &Body) -> bool {
    matches!(body, Body::FactsRelease(mark) if mark.release == shipped::release())
}

fn position(entries: &[Entry], wanted: impl Fn(&Act) -> bool) -> usize {
    let found = |entry: &Entry| matches!(&entry.body, Body::Act(act) if wanted(act));
    entries.iter().position(found).unwrap()
}

fn vanuatu(act: &Act) -> bool {
    act.treaty.as_str() == "ccm" && act.by.as_str() == "VUT"
}

#[test]
fn a_ledger_of_this_release_lacks_nothing() {
    assert_eq!(upgraded(&shipped::entries().unwrap()), []);
}

#[test]
fn a_release_with_the_same_facts_adds_only_its_mark() {
    let added = upgraded(&earlier());
    assert!(
        matches!(added.as_slice(), [mark] if is_mark(mark)),
        "{added:?}"
    );
}

#[test]
fn a_new_act_is_added() {
    let mut record = earlier();
    let at = position(&record, vanuatu);
    let act = record.remove(at).body;
    let added = upgraded(&record);
    assert_eq!(added.len(), 2);
    assert_eq!(added[0], act);
    assert!(is_mark(&added[1]));
}

#[test]
fn an_act_that_a_person_recorded_in_the_same_words_is_there() {
    let mut record = earlier();
    let at = position(&record, vanuatu);
    record[at].author = "desk officer".to_owned();
    record[at].source.place = None;
    assert_eq!(upgraded(&record).len(), 1);
}

#[test]
fn an_act_with_another_day_is_taken_back_and_the_right_one_added() {
    let mut record = earlier();
    let at = position(&record, vanuatu);
    let (wrong, right) = (record[at].id, record[at].body.clone());
    if let Body::Act(act) = &mut record[at].body {
        act.on = "2025-09-04".parse().unwrap();
    }
    let added = upgraded(&record);
    assert_eq!(added.len(), 3, "{added:?}");
    assert!(matches!(&added[0], Body::Retraction(taken) if taken.of == wrong));
    assert_eq!(added[1], right);
    assert!(is_mark(&added[2]));
}

#[test]
fn what_a_person_entered_or_took_back_stays_so() {
    let mut record = earlier();
    let own = Act::new(
        "ccm".parse().unwrap(),
        "XAA".parse().unwrap(),
        Kind::Accession,
        "2026-10-01".parse().unwrap(),
    );
    let by_person = |body, record: &[Entry]| Entry {
        id: EntryId(uuid::Uuid::from_u128(record.len() as u128)),
        author: "desk officer".to_owned(),
        source: treaty::Source::cited("a note verbale"),
        body,
        ..record[0].clone()
    };
    record.push(by_person(Body::Act(own), &record));
    let of = record[position(&record, vanuatu)].id;
    let why = "our files say otherwise".to_owned();
    record.push(by_person(Body::Retraction(Retraction { of, why }), &record));
    assert_eq!(upgraded(&record).len(), 1);
}

#[test]
fn a_changed_participant_is_recorded_anew_and_not_taken_back() {
    let mut record = earlier();
    let italy = |entry: &Entry| matches!(&entry.body, Body::Participant(who) if who.id.as_str() == "ITA");
    let at = record.iter().position(italy).unwrap();
    let today = record[at].body.clone();
    if let Body::Participant(who) = &mut record[at].body {
        who.aliases.clear();
    }
    let added = upgraded(&record);
    assert_eq!(added.len(), 2, "{added:?}");
    assert_eq!(added[0], today);
}

#[test]
fn a_treaty_file_that_a_person_replaced_stays_while_the_release_does_not_change_it() {
    let ccm = |entry: &Entry| matches!(&entry.body, Body::Treaty(file) if file.treaty.as_str() == "ccm");
    let mut record = earlier();
    let at = record.iter().position(ccm).unwrap();
    let today = record[at].body.clone();
    let mut own = record[at].clone();
    own.id = EntryId(uuid::Uuid::from_u128(7));
    own.author = "desk officer".to_owned();
    if let Body::Treaty(file) = &mut own.body {
        file.text.push_str("\n# as we read it\n");
    }
    record.push(own);
    assert_eq!(upgraded(&record).len(), 1);

    if let Body::Treaty(file) = &mut record[at].body {
        file.text.push_str("\n# as it was shipped\n");
    }
    let added = upgraded(&record);
    assert_eq!(added.len(), 2, "{added:?}");
    assert_eq!(added[0], today);
}

#[test]
fn a_doubt_that_is_new_points_at_the_entry_on_record() {
    let mut record = earlier();
    let korea = |act: &Act| act.by.as_str() == "PRK" && act.kind == Kind::WithdrawalNotified;
    let at = position(&record, korea);
    let of = record[at].id;
    assert!(matches!(record.remove(at + 1).body, Body::Dispute(_)));
    let added = upgraded(&record);
    assert_eq!(added.len(), 2, "{added:?}");
    assert!(matches!(&added[0], Body::Dispute(doubt) if doubt.of == of && !doubt.counts));
}

#[test]
fn a_doubt_that_is_settled_is_lifted() {
    let mut record = earlier();
    let at = position(&record, vanuatu);
    let korea = |act: &Act| act.by.as_str() == "PRK" && act.kind == Kind::WithdrawalNotified;
    let mut doubt = record[position(&record, korea) + 1].clone();
    doubt.id = EntryId(uuid::Uuid::from_u128(8));
    if let Body::Dispute(dispute) = &mut doubt.body {
        dispute.of = record[at].id;
    }
    record.push(doubt);
    let added = upgraded(&record);
    assert_eq!(added.len(), 2, "{added:?}");
    assert!(matches!(&added[0], Body::Retraction(taken) if taken.of.0.as_u128() == 8));
}
