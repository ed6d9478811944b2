use treaty::{Act, Kind, Source};

use super::*;

fn entry() -> Entry {
    Entry {
        id: EntryId("01890000-0000-7000-8000-000000000001".parse().unwrap()),
        recorded: "2026-11-21T08:30:00.25Z".parse().unwrap(),
        author: "desk".into(),
        audience: Audience::Public,
        label: None,
        origin: None,
        source: Source::cited("A note"),
        batch: Batch { at: 0, of: 1 },
        body: Body::Act(Act::new(
            "invented".parse().unwrap(),
            "XAA".parse().unwrap(),
            Kind::Signature,
            "2018-05-08".parse().unwrap(),
        )),
    }
}

#[test]
fn an_entry_is_written_in_canonical_form_with_its_version() {
    let payload = entry().to_payload().unwrap();
    assert_eq!(
        String::from_utf8(payload.clone()).unwrap(),
        concat!(
            r#"{"audience":"public","author":"desk","batch":{"at":0,"of":1},"#,
            r#""body":{"act":{"by":"XAA","kind":"signature","on":"2018-05-08","treaty":"invented"}},"#,
            r#""id":"01890000-0000-7000-8000-000000000001","recorded":"2026-11-21T08:30:00.25Z","#,
            r#""source":{"title":"A note"},"v":1}"#
        )
    );
    canonical::check(&payload).unwrap();
    assert_eq!(Entry::from_payload(&payload).unwrap(), entry());
}

#[test]
fn a_payload_of_another_version_says_so_whatever_else_it_holds() {
    for payload in [r#"{"anything":[1,2],"v":2}"#.to_owned(), {
        let payload = String::from_utf8(entry().to_payload().unwrap()).unwrap();
        payload.replace(r#""v":1"#, r#""v":2"#)
    }] {
        let refused = Entry::from_payload(payload.as_bytes()).unwrap_err();
        assert!(
            matches!(refused, PayloadError::UnknownVersion { found: 2 }),
            "{refused}"
        );
        assert!(
            refused
                .to_string()
                .contains("use a newer version of the program")
        );
    }
}

#[test]
fn a_payload_with_a_member_too_many_or_too_few_is_no_entry() {
    let payload = String::from_utf8(entry().to_payload().unwrap()).unwrap();
    for damaged in [
        payload.replace(r#","v":1"#, ""),
        payload.replace(r#""author":"desk","#, ""),
        payload.replace(r#""v":1"#, r#""v":1,"w":2"#),
        payload.replace("signature", "sign"),
        String::new(),
    ] {
        let refused = Entry::from_payload(damaged.as_bytes()).unwrap_err();
        assert!(
            matches!(refused, PayloadError::Unreadable { .. }),
            "{damaged}"
        );
    }
}

#[test]
fn a_batch_is_numbered_from_nought_to_its_length() {
    let mut entries = vec![entry(), entry(), entry()];
    number_batch(&mut entries);
    let batches: Vec<_> = entries
        .iter()
        .map(|entry| (entry.batch.at, entry.batch.of))
        .collect();
    assert_eq!(batches, [(0, 3), (1, 3), (2, 3)]);
}
