//! The examples of the standard, and bytes that nobody should send.

use proptest::prelude::*;

use super::software::Software;
use super::*;

/// The examples of WebAuthn level 3, section 16: what was made, and what was signed with it. None of
/// their devices asked who was there, when they signed; so everything else must have been right.
const EXAMPLES: &str = include_str!("examples.txt");

fn example(name: &str, part: &str) -> String {
    let mut lines = EXAMPLES
        .lines()
        .skip_while(|line| *line != format!("[{name}]"));
    let line = lines.find_map(|line| line.strip_prefix(&format!("{part} = ")));
    let bytes = data_encoding::HEXLOWER.decode(line.unwrap().as_bytes());
    BASE64URL_NOPAD.encode(&bytes.unwrap())
}

fn example_org() -> Address {
    "https://example.org".parse().unwrap()
}

fn now() -> Timestamp {
    "2026-11-22T08:00:00Z".parse().unwrap()
}

#[test]
fn the_examples_of_the_standard_are_read_and_their_signatures_hold() {
    for (name, verified) in [
        ("none.ES256", false),
        ("packed-self.ES256", true),
        ("packed.RS256", true),
        ("packed.EdDSA", false),
    ] {
        let part = |part: &str| example(name, part);
        let made = NewPasskey::read(&part("made.client"), &part("made.attestation")).unwrap();
        let accepted = made.accept(&example_org(), "x".to_owned(), now());
        assert_eq!(accepted.is_ok(), verified, "{name}: {accepted:?}");
        assert!(
            verified || accepted == Err(BadPasskey::NotVerified),
            "{name}"
        );
        let attested = made.data.made.clone().unwrap();
        let passkey = Passkey {
            id: attested.id,
            key: attested.key,
            site: "example.org".to_owned(),
            count: 0,
            name: "x".to_owned(),
            added: now(),
            used: None,
            syncs: made.data.syncs(),
            synced: made.data.synced(),
            copied: None,
        };
        let (client, data) = (part("signed.client"), part("signed.data"));
        let mut signature = part("signed.signature");
        let answer = |signature: &str| {
            PasskeyAnswer::read(&passkey.id.text(), &client, &data, signature, "").unwrap()
        };
        let refused = answer(&signature).verified(&passkey, &example_org());
        assert_eq!(refused, Err(BadPasskey::NotVerified), "{name}");
        let other = if signature.ends_with('A') { "Q" } else { "A" };
        signature.replace_range(
            10..11,
            if &signature[10..11] == other {
                "g"
            } else {
                other
            },
        );
        let forged = answer(&signature).verified(&passkey, &example_org());
        assert_eq!(forged, Err(BadPasskey::Signature), "{name}");
        // What is kept is read again as it was.
        let kept = serde_json::to_string(&passkey).unwrap();
        assert_eq!(serde_json::from_str::<Passkey>(&kept).unwrap(), passkey);
    }
}

#[test]
fn a_page_inside_another_is_refused() {
    let part = |part: &str| example("none.ES256.crossOrigin", part);
    let made = NewPasskey::read(&part("made.client"), &part("made.attestation")).unwrap();
    let refused = made.accept(&example_org(), "x".to_owned(), now());
    assert_eq!(refused, Err(BadPasskey::Origin));
}

fn made_by(software: &mut Software) -> super::software::Made {
    software.make(&json!({ "challenge": "AAAA", "user": { "id": "AAAA" } }))
}

#[test]
fn a_key_of_another_kind_or_shape_is_refused() {
    let made = made_by(&mut Software::edwards(1));
    let at = made.attestation.len() - 42;
    assert_eq!(made.attestation[at..at + 5], [0xa4, 1, 1, 3, 0x27]);
    let with = |offset: usize, byte: u8| {
        let mut attestation = made.attestation.clone();
        attestation[at + offset] = byte;
        let made = super::software::Made {
            client: made.client.clone(),
            attestation,
        };
        made.read().err()
    };
    assert_eq!(with(4, 0x27), None, "as it is");
    assert_eq!(with(4, 0x28), Some(BadPasskey::Algorithm));
    for (offset, byte, what) in [
        (0, 0xa3, "something follows"),
        (0, 0xa5, "a pair is missing"),
        (2, 2, "another type of key"),
        (3, 1, "its type twice"),
        (4, 0x26, "an algorithm for another curve"),
        (6, 1, "another curve"),
        (9, 31, "too short"),
        (9, 33, "too long"),
    ] {
        assert!(
            matches!(with(offset, byte), Some(BadPasskey::Malformed(_))),
            "{what}"
        );
    }
}

proptest! {
    /// Whatever bytes a browser sends: it ends, and nothing is believed.
    #[test]
    fn no_bytes_bring_it_down(
        client in prop::collection::vec(any::<u8>(), 0..200),
        rest in prop::collection::vec(any::<u8>(), 0..600),
        cut in 0..300usize,
        changed in 0..300usize,
        to in any::<u8>(),
    ) {
        let text = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
        let mut made = made_by(&mut Software::edwards(2));
        let whole = made.attestation.len();
        prop_assert!(data::attested(&rest).is_err() || !rest.is_empty());
        let _ = Data::read(&rest);
        prop_assert!(NewPasskey::read(&text(&client), &text(&rest)).is_err());
        prop_assert!(PasskeyAnswer::read("AA", &text(&client), &text(&rest), "AA", "").is_err());
        made.attestation.truncate(cut);
        prop_assert_eq!(made.read().is_ok(), cut >= whole);
        if let Some(byte) = made.attestation.get_mut(changed) {
            *byte = to;
            let _ = made.read();
        }
    }
}
