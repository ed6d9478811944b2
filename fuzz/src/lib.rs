//! What every reader promises of any bytes at all: it comes to an end, does not panic, and what it
//! did read can be written and read again unchanged.
//!
//! One function for each reader; `fuzz_targets/` holds the three lines libFuzzer needs of each, and
//! `fuzz/run` their seeds.

mod bare;

use std::str;

use data_encoding::BASE64URL_NOPAD;
use intake::jotting::{Asked, Jotted};
use intake::{ActRow, EntriesFile, EntryKind, Head, Intake, Origin, Record, Sourced, SourcedEntry};
use jiff::civil::{Date, date};
use ledger::bundle::{Content, SecretKey, Strand};
use ledger::{Audience, Entry, canonical};
use people::{NewPasskey, PasskeyAnswer};
use treaty::law::Deposit;
use treaty::{Kind, Law, ParticipantId, PartialDate};

use crate::bare::Bare;

/// The canonical form: its check agrees with "read, write again, compare".
pub fn canonical(bytes: &[u8]) {
    let holds = canonical::check(bytes).is_ok();
    let again = canonical::from_bytes::<serde_json::Value>(bytes)
        .ok()
        .and_then(|value| canonical::to_bytes(&value).ok())
        .is_some_and(|written| written == bytes);
    assert_eq!(holds, again, "the check and the writer disagree");
}

/// A payload of the ledger: an entry that was read is written and read again as the same entry.
pub fn payload(bytes: &[u8]) {
    let Ok(entry) = Entry::from_payload(bytes) else { return };
    let Ok(written) = entry.to_payload() else { return };
    canonical::check(&written).expect("what we write is canonical");
    let again = Entry::from_payload(&written).expect("what we write we can read");
    // Text is normalized on writing, so it is the second writing that must be the first.
    assert_eq!(again.to_payload().expect("it was written before"), written);
}

/// What browsers send of passkeys: the first byte says how many bytes are the browser's words, and the rest
/// is an attestation, or authenticator data. What is read says who it is for, and is read alike again.
pub fn passkey(bytes: &[u8]) {
    let text = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
    let Some((length, rest)) = bytes.split_first() else { return };
    let (client, rest) = rest.split_at(rest.len().min(usize::from(*length)));
    let words = br#"{"type":"webauthn.get","challenge":"AAAA","origin":"https://a.example"}"#;
    for client in [client, &words[..]] {
        let made = NewPasskey::read(&text(client), &text(rest));
        let again = NewPasskey::read(&text(client), &text(rest));
        assert_eq!(format!("{made:?}"), format!("{again:?}"));
        let signed = PasskeyAnswer::read("AA", &text(client), &text(rest), &text(rest), "");
        let short = rest.len() < 37;
        assert!(!short || (made.is_err() && signed.is_err()), "nothing says who it is for");
    }
    // As it is, where it may be no base 64 and no text.
    let raw = String::from_utf8_lossy(bytes);
    let _ = PasskeyAnswer::read(&raw, &raw, &raw, &raw, &raw);
}

/// A bundle: no bytes but those a writer makes pass for one, and what is made of any lines as
/// entries is refused, or read as it was written.
pub fn bundle(bytes: &[u8]) {
    if let Ok(read) = ledger::bundle::read(bytes) {
        assert!(read.manifest.context <= read.manifest.entries);
        assert_eq!(read.payloads.len() as u64, read.manifest.entries);
    }
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let name = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
    let payloads: Vec<Vec<u8>> = lines.map(<[u8]>::to_vec).collect();
    let (context, payloads) = payloads.split_at(payloads.len().min(1));
    let strand = Strand {
        audience: Audience::Public,
        before: ledger::Head::EMPTY,
        head: payloads.iter().fold(ledger::Head::EMPTY, |head, payload| head.then(payload)),
        whole: true,
    };
    let content = Content {
        purpose: name.clone(),
        name,
        to: None,
        made: jiff::Timestamp::UNIX_EPOCH,
        strands: vec![strand],
        context: context.to_vec(),
        payloads: payloads.to_vec(),
        documents: vec![bytes.to_vec()],
        cover: None,
    };
    let Ok(mut written) = ledger::bundle::write(&content, &SecretKey::from_bytes(&[7; 32])) else { return };
    let read = ledger::bundle::read(&written).expect("what we write we can read");
    assert!(read.payloads.iter().eq(content.context.iter().chain(&content.payloads)));
    // One byte altered, at a place that the bytes given choose.
    let at = bytes.iter().fold(0usize, |at, byte| at.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    let at = at % written.len();
    written[at] ^= 1;
    assert!(ledger::bundle::read(&written).is_err(), "byte {at} can be altered");
}

/// A treaty file: whatever it says, every question of it has an answer.
pub fn treaty_file(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let Ok(law) = Law::parse("fuzzed.toml", text) else { return };
    let by = "XAA".parse().expect("three letters are a code");
    for day in [date(1900, 2, 28), date(2020, 2, 29), date(2199, 12, 31), date(9999, 12, 31)] {
        ask(&law, day, by);
    }
}

fn ask(law: &Law, day: Date, by: ParticipantId) {
    let partial = PartialDate::Day(day);
    let deposit = Deposit { by, kind: Kind::Ratification, on: partial, supposed: false };
    law.condition(&[deposit], day);
    law.in_force_for(partial, Some(day));
    law.in_force_for(PartialDate::Year(day.year()), None);
    law.withdrawal_effect(partial);
    for kind in Kind::ALL {
        let (Ok(()) | Err(_)) = law.permits(*kind, by, partial, false);
    }
    for duty in &law.duties {
        law.due(duty, day);
        law.due_yearly(duty, day, None, day, day.last_of_year());
        law.extension_limit(duty, day);
    }
}

/// A day of which only the month or the year may be known: printed as it was read.
pub fn partial_date(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let Ok(read) = text.parse::<PartialDate>() else { return };
    assert_eq!(read.to_string(), text);
    assert!(read.earliest() <= read.latest());
}

/// A status document of the Secretary-General, XML or HTML: what was read can be compared with a
/// record, and what is then proposed can be written.
pub fn mtdsg(bytes: &[u8]) {
    if let Ok(page) = intake::read_mtdsg("fuzzed", bytes) {
        writable(&intake::propose(&page, &Origin::default(), &Bare));
        let acts = sourced(&page.exported);
        // One table is of one treaty.
        if let Some(first) = acts.first()
            && acts.iter().all(|one| one.act.treaty == first.act.treaty)
        {
            let written = intake::write_mtdsg_xml(&head(first), &acts, &name);
            let again = intake::read_mtdsg("written", &written).expect("what we write we can read");
            assert_eq!(sourced(&again.exported), acts);
        }
    }
}

fn head(one: &Sourced) -> Head {
    Head {
        treaty: one.act.treaty.clone(),
        number: Some("XXVI-6".to_owned()),
        title: "An invented treaty".to_owned(),
        adopted: None,
        in_force: None,
        registration: None,
        as_at: date(2026, 2, 3),
        counts: Vec::new(),
    }
}

/// An answer or a page of the treaties database of the Office for Disarmament Affairs.
pub fn unoda(bytes: &[u8]) {
    if let Ok(page) = intake::read_unoda("fuzzed", bytes) {
        writable(&intake::propose_unoda(&page, &Origin::default(), &Bare));
    }
}

/// An acts file as CSV: what was read is written and read again as the same acts.
pub fn acts_csv(bytes: &[u8]) {
    if let Ok(file) = intake::read_status_csv("fuzzed", bytes) {
        writable(&intake::propose_status(&file, &Origin::default(), &Bare));
    }
    let names = |name: &str| Bare.resolve(name);
    let Ok(file) = intake::read_acts_csv("fuzzed", bytes, &names) else { return };
    writable(&intake::propose_acts(&file, &Origin::default(), &Bare));
    let acts = sourced(&file.rows);
    let written = intake::write_acts_csv(&acts, &name);
    let again = intake::read_acts_csv("written", &written, &names).expect("what we write we can read");
    assert_eq!(again.errors, []);
    assert_eq!(sourced(&again.rows), acts);
}

/// An acts file as JSON, likewise.
pub fn acts_json(bytes: &[u8]) {
    if intake::is_status("fuzzed", bytes)
        && let Ok(file) = intake::read_status_json("fuzzed", bytes)
    {
        writable(&intake::propose_status(&file, &Origin::default(), &Bare));
    }
    let Ok(file) = intake::read_acts_json("fuzzed", bytes) else { return };
    writable(&intake::propose_acts(&file, &Origin::default(), &Bare));
    let acts = sourced(&file.rows);
    let written = intake::write_acts_json(&acts);
    let again = intake::read_acts_json("written", &written).expect("what we write we can read");
    assert_eq!(again.errors, []);
    assert_eq!(sourced(&again.rows), acts);
}

/// An entries file as CSV, of each kind: what was read is written and read again as the same entries.
pub fn entries_csv(bytes: &[u8]) {
    let names = |name: &str| Bare.resolve(name);
    for kind in EntryKind::ALL {
        let Ok(file) = intake::read_entries_csv("fuzzed", bytes, kind, &names) else { continue };
        let entries = proposed(&file);
        let written = intake::write_entries_csv(kind, &entries, &name);
        let again = intake::read_entries_csv("written", &written, kind, &names).expect("what we write we can read");
        assert_eq!(again.errors, []);
        assert_eq!(entries_of(&again), entries);
    }
}

/// An entries file as JSON, likewise.
pub fn entries_json(bytes: &[u8]) {
    for kind in EntryKind::ALL {
        let Ok(file) = intake::read_entries_json("fuzzed", bytes, kind) else { continue };
        let entries = proposed(&file);
        let written = intake::write_entries_json(&entries);
        let again = intake::read_entries_json("written", &written, kind).expect("what we write we can read");
        assert_eq!(again.errors, []);
        assert_eq!(entries_of(&again), entries);
    }
}

/// A line that tells of a contact: whatever it is, each place is one of it, and it is read alike again.
pub fn jotting(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let asked = Asked { names: &Bare, treaties: &[], today: date(2026, 2, 3), us: None };
    let jotted = intake::jotting::jot(text, &asked);
    places_hold(&jotted);
    assert_eq!(jotted, intake::jotting::jot(text, &asked));
}

fn places_hold(jotted: &Jotted) {
    let found = jotted.found.iter().map(|found| found.at);
    let open = jotted.unsure.iter().map(|open| open.at);
    for span in found.chain(open).chain(jotted.left.iter().copied()) {
        assert!(span.from < span.to && jotted.text.get(span.from..span.to).is_some(), "{span:?}");
    }
    if let Ok(approach) = jotted.sketch.complete() {
        canonical::to_bytes(&approach).expect("what is complete can be written");
    }
}

/// An e-mail or cable: whatever it is, it is read or refused, and alike again.
pub fn missive(bytes: &[u8]) {
    let asked = Asked { names: &Bare, treaties: &[], today: date(2026, 2, 3), us: None };
    let Ok(missive) = intake::missive::read_missive("fuzzed", bytes, &asked) else { return };
    places_hold(&missive.jotted);
    assert_eq!(Ok(missive), intake::missive::read_missive("fuzzed", bytes, &asked));
}

fn proposed(file: &EntriesFile) -> Vec<SourcedEntry> {
    writable(&intake::propose_entries(file, &Origin::default(), &Bare));
    entries_of(file)
}

fn entries_of(file: &EntriesFile) -> Vec<SourcedEntry> {
    file.rows.iter().map(|row| row.sourced.clone()).collect()
}

fn sourced(rows: &[ActRow]) -> Vec<Sourced> {
    rows.iter().map(|row| row.sourced.clone()).collect()
}

fn name(id: ParticipantId) -> String {
    id.to_string()
}

/// What is proposed can be recorded.
fn writable(proposed: &Intake) {
    for proposal in proposed.proposals() {
        canonical::to_bytes(&proposal.body).expect("what is proposed can be written");
        canonical::to_bytes(&proposal.source).expect("so can its source");
    }
}

/// What is read of a file keeps what is promised of it, and is the same when it is read again.
pub fn document(name: &str, bytes: &[u8]) {
    let limits = transcribe::Limits {
        characters: 500_000,
        ..transcribe::Limits::USUAL
    };
    let read = || transcribe::read(bytes, Some(name), &limits);
    let Ok(text) = read() else { return };
    assert!(text.is_sound(), "{text:?}");
    assert_eq!(read().as_ref(), Ok(&text));
    let kept = serde_json::to_vec(&text).expect("a text can be written");
    let again: transcribe::Text = serde_json::from_slice(&kept).expect("what is kept is read again");
    assert_eq!(again, text);
}

/// A document of Word whose words, styles, numbers and notes are these bytes, parted by noughts. The package is written
/// without compression, so that a mutation reaches the words.
pub fn word(bytes: &[u8]) {
    let names = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];
    let parts = names.into_iter().zip(bytes.splitn(4, |byte| *byte == 0));
    document("a.docx", &package(parts));
}

/// Parts as a package, stored as they are (APPNOTE 6.3, 4.3).
fn package<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let links = b"<Relationships><Relationship Type='/styles' Target='styles.xml'/><Relationship Type='/numbering' \
        Target='numbering.xml'/><Relationship Type='/footnotes' Target='footnotes.xml'/></Relationships>";
    let parts = parts.chain([("word/_rels/document.xml.rels", links.as_slice())]);
    let (mut file, mut list, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for (name, bytes) in parts {
        let place = u32::try_from(file.len()).expect("inputs are small").to_le_bytes();
        let len = u32::try_from(bytes.len()).expect("inputs are small").to_le_bytes();
        let name_len = u16::try_from(name.len()).expect("names are short").to_le_bytes();
        // Version, flags, method, time, day; the check sum is nought, which the reader hears at the end of a part.
        let head = [&[20, 0, 0, 0, 0, 0, 0, 0, 33, 0][..], &[0; 4], &len, &len, &name_len, &[0; 2]].concat();
        file.extend(b"PK\x03\x04");
        file.extend(&head);
        file.extend(name.bytes());
        file.extend(bytes);
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(&head);
        list.extend([0; 10]);
        list.extend(place);
        list.extend(name.bytes());
        count += 1;
    }
    let place = u32::try_from(file.len()).expect("inputs are small").to_le_bytes();
    let len = u32::try_from(list.len()).expect("inputs are small").to_le_bytes();
    file.extend(list);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(count.to_le_bytes());
    file.extend(count.to_le_bytes());
    file.extend(len);
    file.extend(place);
    file.extend([0; 2]);
    file
}
