use jiff::Timestamp;
use proptest::prelude::*;
use treaty::{Act, Kind, Source};
use uuid::Uuid;

use super::*;
use crate::{Audience, Batch, Body, Entry, EntryId, Head, canonical};

fn entry(n: u128, audience: Audience) -> Entry {
    let day = "2018-05-08".parse().unwrap();
    let (treaty, by) = ("invented".parse().unwrap(), "XAA".parse().unwrap());
    Entry {
        id: EntryId(Uuid::from_u128(n)),
        recorded: "2026-11-21T08:30:00Z".parse().unwrap(),
        author: "desk".into(),
        audience,
        label: None,
        origin: None,
        source: Source::cited("A note"),
        batch: Batch { at: 0, of: 1 },
        body: Body::Act(Act::new(treaty, by, Kind::Signature, day)),
    }
}

fn secret() -> SecretKey {
    SecretKey::from_bytes(&[7; 32])
}

fn team() -> Audience {
    Audience::of_teams(["one", "two"]).unwrap()
}

fn made() -> Timestamp {
    "2026-11-22T08:00:00Z".parse().unwrap()
}

/// Two public entries after a first one that is not sent, and one of two teams.
fn content() -> Content {
    let audiences = [Audience::Public, team(), Audience::Public];
    let payloads: Vec<Vec<u8>> = (1..)
        .zip(&audiences)
        .map(|(n, audience)| entry(n, audience.clone()).to_payload().unwrap())
        .collect();
    let before = Head::EMPTY.then(b"not sent");
    Content {
        name: "Italy".into(),
        to: Some(Party {
            name: "South Africa".into(),
            key: SecretKey::from_bytes(&[8; 32]).public(),
        }),
        made: made(),
        purpose: "What was recorded in November".into(),
        strands: vec![
            Strand {
                audience: team(),
                before: Head::EMPTY,
                head: Head::EMPTY.then(&payloads[1]),
                whole: true,
            },
            Strand {
                audience: Audience::Public,
                before,
                head: before.then(&payloads[0]).then(&payloads[2]),
                whole: true,
            },
        ],
        context: vec![entry(100, Audience::Public).to_payload().unwrap()],
        payloads,
        documents: vec![b"%PDF two".to_vec(), b"one".to_vec(), b"one".to_vec()],
        cover: Some("# What this is\n".into()),
    }
}

#[test]
fn what_is_written_is_read() {
    let content = content();
    let bytes = write(&content, &secret()).unwrap();
    assert_eq!(bytes, write(&content, &secret()).unwrap(), "the same bytes");
    let bundle = read(&bytes).unwrap();
    assert_eq!(bundle.payloads[..1], content.context);
    assert_eq!(bundle.payloads[1..], content.payloads);
    assert_eq!(bundle.cover, content.cover.as_deref());
    let documents: Vec<_> = bundle.documents.values().copied().collect();
    assert_eq!(documents.len(), 2, "one document is carried once");
    assert!(documents.contains(&b"one".as_slice()));
    assert_eq!(bundle.manifest.from.key, secret().public());
    assert_eq!(bundle.manifest.strands[0].audience, Audience::Public);
}

#[test]
fn no_byte_of_it_can_be_altered() {
    let bytes = write(&content(), &secret()).unwrap();
    for at in 0..bytes.len() {
        // The lowest bit, the one that changes the case of a letter, the highest.
        for mask in [0x01, 0x20, 0x80] {
            let mut altered = bytes.clone();
            altered[at] ^= mask;
            assert!(read(&altered).is_err(), "byte {at} by {mask:#x}");
        }
    }
}

#[test]
fn nothing_can_be_cut_off_or_added() {
    let bytes = write(&content(), &secret()).unwrap();
    for len in 0..bytes.len() {
        assert!(read(&bytes[..len]).is_err(), "cut to {len}");
    }
    assert!(read(&[&bytes, b"\n".as_slice()].concat()).is_err());
    assert!(read(&[b"\n".as_slice(), &bytes].concat()).is_err());
    assert!(read(&[bytes.clone(), bytes].concat()).is_err());
}

proptest! {
    /// Pieces moved, doubled or taken out of the middle.
    #[test]
    fn no_piece_of_it_can_be_moved(at in 0usize..4_000, len in 1usize..200, to in 0usize..4_000) {
        let bytes = write(&content(), &secret()).unwrap();
        let at = at % bytes.len();
        let end = (at + len).min(bytes.len());
        let mut altered = bytes.clone();
        let piece: Vec<u8> = altered.drain(at..end).collect();
        prop_assert!(read(&altered).is_err());
        let to = to % (altered.len() + 1);
        altered.splice(to..to, piece);
        prop_assert_eq!(read(&altered).is_ok(), altered == bytes);
    }
}

/// The files of a bundle, to be altered and signed again by whoever has a key.
fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let files = archive::read(bytes).unwrap();
    files
        .into_iter()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect()
}

fn pack(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let files: Vec<_> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    archive::write(&files).unwrap()
}

/// The bundle with its manifest and entries as `alter` leaves them, in order and signed.
fn forged(alter: impl FnOnce(&mut serde_json::Value, &mut Vec<u8>)) -> Vec<u8> {
    let mut files = files(&write(&content(), &secret()).unwrap());
    let mut manifest: serde_json::Value = serde_json::from_slice(&files[0].1).unwrap();
    alter(&mut manifest, &mut files[2].1);
    manifest["entries_sha256"] = Digest::of(&files[2].1).to_string().into();
    files[0].1 = canonical::to_bytes(&manifest).unwrap();
    sign(&mut files);
    pack(&files)
}

fn sign(files: &mut [(String, Vec<u8>)]) {
    let signature = secret().sign(&message(&files[0].1));
    files[1].1 = format!("{}\n", hex::write(&signature)).into_bytes();
}

#[track_caller]
fn refused(bytes: &[u8], because: &str) {
    let why = read(bytes).expect_err("it is refused").to_string();
    assert!(why.contains(because), "{why}");
}

#[test]
fn forging_by_itself_changes_nothing() {
    assert!(read(&forged(|_, _| ())).is_ok());
}

#[test]
fn the_signature_is_that_of_the_key_it_names() {
    let other = SecretKey::from_bytes(&[9; 32]).public().to_string();
    refused(
        &forged(|manifest, _| manifest["from"]["key"] = other.into()),
        "signature",
    );
    let weak = format!("01{}", "00".repeat(31));
    refused(
        &forged(|manifest, _| manifest["from"]["key"] = weak.into()),
        "is no key",
    );
    refused(
        &forged(|manifest, _| manifest["to"]["key"] = "ff".into()),
        "no key",
    );
}

#[test]
fn a_manifest_has_one_form() {
    refused(&forged(|manifest, _| manifest["v"] = 2.into()), "version 2");
    refused(
        &forged(|manifest, _| manifest["more"] = 1.into()),
        "unknown field",
    );
    refused(
        &forged(|manifest, _| manifest["made"] = "2026-11-22T10:00:00+02:00".into()),
        "one form",
    );
    refused(
        &forged(|manifest, _| manifest["to"] = serde_json::Value::Null),
        "one form",
    );
    refused(
        &forged(|manifest, _| manifest["purpose"] = " ".into()),
        "purpose is empty",
    );
    refused(
        &forged(|manifest, _| manifest["purpose"] = "a\u{1b}[2Jb".into()),
        "no text",
    );
    refused(
        &forged(|manifest, _| manifest["purpose"] = "x".repeat(3_000).into()),
        "3000 bytes",
    );
    refused(
        &forged(|manifest, _| manifest["documents"].as_array_mut().unwrap().reverse()),
        "out of order",
    );
    refused(
        &forged(|manifest, _| manifest["strands"].as_array_mut().unwrap().reverse()),
        "out of order",
    );
    refused(
        &forged(|manifest, _| manifest["strands"][0]["head"]["len"] = u64::MAX.into()),
        "",
    );
    refused(
        &forged(|manifest, _| manifest["strands"][0]["before"]["len"] = 9.into()),
        "ends before",
    );
    refused(
        &forged(|manifest, _| manifest["entries"] = u64::MAX.into()),
        "it says that it has",
    );
}

#[test]
fn entries_are_entries_each_once_and_of_an_audience_that_is_named() {
    let twice = |_: &mut serde_json::Value, entries: &mut Vec<u8>| {
        let first: Vec<u8> = entries
            .split_inclusive(|byte| *byte == b'\n')
            .next()
            .unwrap()
            .to_vec();
        entries.extend(first);
    };
    let bytes = forged(|manifest, entries| {
        twice(manifest, entries);
        manifest["entries"] = 5.into();
    });
    refused(&bytes, "stands there twice");
    refused(&forged(twice), "says that it has 4");
    refused(
        &forged(|_, entries| entries.truncate(entries.len() - 1)),
        "it says",
    );
    let replaced = |from: &str, to: &str| {
        let (from, to) = (from.to_owned(), to.to_owned());
        forged(move |_, entries| {
            let text = String::from_utf8(entries.clone()).unwrap();
            let at = text.rfind(&from).expect("it is there");
            *entries = [&text[..at], &to, &text[at + from.len()..]]
                .concat()
                .into_bytes();
        })
    };
    refused(
        &replaced(r#""public""#, r#""signed-in""#),
        "none of the bundle's",
    );
    refused(&replaced(r#""author":"desk","#, ""), "are not all");
    refused(&replaced(r#"{"audience""#, r#"{ "audience""#), "canonical");
    let deep = format!(r#""author":{}1{}"#, "[".repeat(70_000), "]".repeat(70_000));
    refused(&replaced(r#""author":"desk""#, &deep), "entry cannot be");
    refused(
        &replaced(r#""at":0"#, r#""at":99999999999999999999"#),
        "entry cannot be",
    );
}

#[test]
fn a_strand_said_to_be_whole_is_whole() {
    let bytes = forged(|manifest, entries| {
        let text = String::from_utf8(entries.clone()).unwrap();
        let kept: Vec<_> = text.split_inclusive('\n').take(3).collect();
        *entries = kept.concat().into_bytes();
        manifest["entries"] = 3.into();
    });
    refused(&bytes, "`public` are not all");
    // Where it does not say so, some may be left out.
    let bytes = forged(|manifest, entries| {
        let text = String::from_utf8(entries.clone()).unwrap();
        let kept: Vec<_> = text.split_inclusive('\n').take(3).collect();
        *entries = kept.concat().into_bytes();
        manifest["entries"] = 3.into();
        manifest["strands"][0]["whole"] = false.into();
    });
    assert!(read(&bytes).is_ok());
    // What is there for others is no part of a strand, and says so.
    refused(
        &forged(|manifest, _| manifest["context"] = 0.into()),
        "are not all",
    );
    refused(
        &forged(|manifest, _| manifest["context"] = 2.into()),
        "are not all",
    );
    refused(
        &forged(|manifest, _| manifest["context"] = 9.into()),
        "than there are",
    );
}

#[test]
fn an_archive_has_the_files_of_a_bundle_and_no_others() {
    let good = files(&write(&content(), &secret()).unwrap());
    for name in [
        "../../evil",
        "/etc/passwd",
        "documents/../x",
        "bundle.json",
        "entries.jsonl",
    ] {
        let mut files = good.clone();
        files.push((name.to_owned(), b"x".to_vec()));
        refused(&pack(&files), "is not one of its files");
        let mut files = good.clone();
        files.insert(0, (name.to_owned(), b"x".to_vec()));
        assert!(read(&pack(&files)).is_err(), "{name}");
    }
    for at in 0..good.len() {
        let mut files = good.clone();
        files.remove(at);
        assert!(read(&pack(&files)).is_err(), "without {}", good[at].0);
        let mut files = good.clone();
        files.swap(at, 0);
        assert_eq!(read(&pack(&files)).is_ok(), at == 0, "{} first", good[at].0);
    }
    let mut files = good;
    files[4].1.push(b'!');
    refused(&pack(&files), "is not what was signed");
}

#[test]
fn sizes_that_are_not_there_are_not_reserved() {
    let mut bytes = write(&content(), &secret()).unwrap();
    bytes[18..26].copy_from_slice(&[0xFF; 8]);
    refused(&bytes, "cut off");
    assert_eq!(
        read(&vec![0; LARGEST + 1]),
        Err(BundleError::TooLarge(LARGEST + 1))
    );
}

#[test]
fn what_no_reader_would_take_is_not_written() {
    for alter in [
        (|content: &mut Content| content.name = String::new()) as fn(&mut Content),
        |content| content.payloads.push(b"no entry".to_vec()),
        |content| content.payloads.truncate(1),
        |content| content.strands.truncate(1),
        |content| content.strands[0].audience = Audience::Teams(Vec::new()),
    ] {
        let mut content = content();
        alter(&mut content);
        assert!(write(&content, &secret()).is_err());
    }
}

/// RFC 8032, 7.1, test 1.
#[test]
fn keys_are_those_of_the_standard() {
    let secret = SecretKey::from_text(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    )
    .unwrap();
    let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    assert_eq!(secret.public().to_string(), public);
    let signature = secret.sign(b"");
    assert!(hex::write(&signature).starts_with("e5564300c360ac729086e2cc806e828a"));
    assert!(secret.public().signed(b"", &signature));
    assert!(!secret.public().signed(b"x", &signature));
    assert!(
        !format!("{secret:?}").contains("9d61b19d"),
        "it is not shown"
    );
    assert!(SecretKey::from_text("9D61").is_err());
}

#[test]
fn a_fingerprint_is_read_as_people_type_it() {
    let print = secret().public().fingerprint();
    let shown = print.to_string();
    assert_eq!(shown.len(), 39, "{shown}");
    assert_eq!(shown.split(' ').count(), 8);
    assert_eq!(shown.parse(), Ok(print));
    assert_eq!(shown.to_lowercase().replace(' ', "").parse(), Ok(print));
    assert_eq!(
        shown
            .replace(' ', "-")
            .replace('1', "l")
            .replace('0', "O")
            .parse(),
        Ok(print)
    );
    assert!(shown[..38].parse::<Fingerprint>().is_err());
    assert!(format!("{shown}0").parse::<Fingerprint>().is_err());
    assert_ne!(
        SecretKey::from_bytes(&[8; 32]).public().fingerprint(),
        print
    );
}
