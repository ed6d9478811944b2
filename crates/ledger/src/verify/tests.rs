use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::canonical;
use crate::store::Memory;
use crate::{AppendError, Link};

/// A store that gives out what it is told, as a damaged one would.
#[derive(Default, Clone)]
struct Altered {
    entries: Vec<(u64, Link, Vec<u8>)>,
    head: Option<Head>,
    noted: Vec<Noted>,
}

impl Store for Altered {
    fn head(&self) -> Result<Head, ReadError> {
        let last = self.entries.last();
        let head = last.map_or(Head::EMPTY, |(seq, link, _)| Head {
            len: *seq,
            link: *link,
        });
        Ok(self.head.unwrap_or(head))
    }

    fn append(&mut self, _: Head, _: &[Vec<u8>]) -> Result<Head, AppendError> {
        unreachable!("these tests do not append")
    }

    fn read(
        &self,
        from: Seq,
        visit: &mut dyn FnMut(Seq, Link, &[u8]),
    ) -> Result<(), ReadError> {
        let entries = self.entries.iter().filter(|(seq, ..)| *seq >= from.0);
        entries.for_each(|(seq, link, payload)| visit(Seq(*seq), *link, payload));
        Ok(())
    }

    fn noted(&self) -> Result<Vec<Noted>, ReadError> {
        Ok(self.noted.clone())
    }
}

/// A payload of an unknown kind: verification must not care what it says.
fn payload(id: u64, recorded: &str, at: u32, of: u32) -> Value {
    json!({
        "v": 1,
        "id": format!("01890000-0000-7000-8000-{id:012x}"),
        "recorded": recorded,
        "batch": {"at": at, "of": of},
        "kind of a later release": {"text": "é\n"},
    })
}

/// A chain of these payloads, sound as a chain whatever they say.
fn chain(payloads: &[Value]) -> Altered {
    let mut store = Memory::default();
    let payloads: Vec<_> = payloads
        .iter()
        .map(|p| canonical::to_bytes(p).unwrap())
        .collect();
    store.append(Head::EMPTY, &payloads).unwrap();
    let mut altered = Altered::default();
    let mut keep = |seq: Seq, link, payload: &[u8]| {
        altered.entries.push((seq.0, link, payload.to_vec()));
    };
    store.read(Seq(0), &mut keep).unwrap();
    altered
}

/// Six entries in batches of one, two and three.
fn six() -> Altered {
    let batches = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)];
    let payloads: Vec<_> = (1..)
        .zip(batches)
        .map(|(id, (at, of))| payload(id, &format!("2026-11-0{id}T12:00:00Z"), at, of))
        .collect();
    chain(&payloads)
}

/// The report on `store`: the head that holds, the entry that does not, and the sentence.
#[track_caller]
fn check(store: &Altered, holds_to: u64, broken_at: Option<u64>, what: &str) {
    let report = verify(store);
    let told = report.broken.clone().unwrap_or_default();
    assert!(told.starts_with(what), "{told}");
    assert_eq!(
        (report.holds_to.len, report.broken_at),
        (holds_to, broken_at),
        "{told}"
    );
}

#[test]
fn a_ledger_as_it_was_written_holds() {
    let report = verify(&six());
    assert_eq!(report.broken, None);
    assert_eq!(report.holds_to, six().head().unwrap());
    assert_eq!(report.entries, 6);
    assert_eq!(
        report.holds_until,
        Some("2026-11-06T12:00:00Z".parse().unwrap())
    );
    assert!(verify(&Memory::default()).holds());
}

#[test]
fn what_was_altered_is_told_from_the_entry_after_it() {
    let mut store = six();
    store.entries[1].2[20] ^= 1;
    check(
        &store,
        1,
        Some(2),
        "entry 2 was altered after it was written: its bytes do not",
    );
    let mut store = six();
    store.entries[1].1.0[20] ^= 1;
    check(
        &store,
        1,
        Some(2),
        "the link stored with entry 2 was altered",
    );
    let mut store = six();
    store.entries[5].1.0[20] ^= 1;
    check(
        &store,
        3,
        Some(6),
        "entry 6 was altered after it was written, or the link",
    );
}

#[test]
fn a_report_says_what_happened_what_holds_and_what_to_do() {
    let mut store = six();
    store.entries[4].2.push(b' ');
    assert_eq!(
        verify(&store).broken.unwrap(),
        "entry 5 was altered after it was written: its bytes do not give the link stored with \
         it, which the next entry follows. Entries 1 to 3 hold, the last of them \
         recorded on 3 November 2026. Write nothing to this ledger and keep it as it is; restore \
         a backup that verifies to a later entry, or save the entries that hold into a new \
         ledger and record the others again"
    );
}

#[test]
fn an_entry_that_is_missing_or_out_of_place_is_noticed() {
    let mut store = six();
    store.entries.remove(1);
    check(
        &store,
        1,
        Some(2),
        "entry 2 is missing: where it should stand is one numbered 3",
    );
    let mut store = six();
    store.entries.insert(0, (0, Link::ORIGIN, Vec::new()));
    check(
        &store,
        0,
        Some(1),
        "entry 1 is missing: where it should stand is one numbered 0",
    );
}

#[test]
fn half_a_batch_does_not_hold() {
    let mut store = six();
    store.entries.truncate(5);
    check(
        &store,
        3,
        Some(6),
        "the ledger ends within a batch: entry 5 is number 2 of 3",
    );
    let store = chain(&[
        payload(1, "2026-11-01T12:00:00Z", 0, 1),
        payload(2, "2026-11-01T12:00:00Z", 0, 3),
        payload(3, "2026-11-01T12:00:00Z", 0, 1),
    ]);
    check(
        &store,
        1,
        Some(3),
        "entry 3 is number 1 of a batch of 1, where number 2 of 3 should",
    );
    let store = chain(&[payload(1, "2026-11-01T12:00:00Z", 1, 2)]);
    check(
        &store,
        0,
        Some(1),
        "entry 1 is number 2 of a batch of 2, where number 1 of 2 should",
    );
}

#[test]
fn recording_never_goes_back_in_time() {
    let same = "2026-11-01T12:00:00.5Z";
    let store = chain(&[
        payload(1, same, 0, 1),
        payload(2, same, 0, 1),
        payload(3, "2026-11-01T12:00:00.49Z", 0, 1),
    ]);
    check(
        &store,
        2,
        Some(3),
        "entry 3 says that it was recorded at 2026-11-01T12:00:00.49Z, b",
    );
}

#[test]
fn no_two_entries_have_the_same_id() {
    let at = "2026-11-01T12:00:00Z";
    let ids = [5, 3, 4, 3, 5, 9];
    let payloads: Vec<_> = ids.iter().map(|id| payload(*id, at, 0, 1)).collect();
    let store = chain(&payloads);
    check(
        &store,
        3,
        Some(4),
        "entry 4 has the id of entry 2, 01890000-0000-7000-8000-00000000",
    );
    // Something earlier comes first.
    let mut store = chain(&payloads);
    store.entries[2].2[0] ^= 1;
    check(&store, 2, Some(3), "entry 3 was altered");
}

#[test]
fn a_payload_must_have_the_form_of_an_entry() {
    #[track_caller]
    fn refused(second: &str, why: &str) {
        let first = canonical::to_bytes(&payload(1, "2026-11-01T12:00:00Z", 0, 1)).unwrap();
        let mut store = Altered::default();
        let one = Head::EMPTY.then(&first);
        let two = one.then(second.as_bytes());
        store.entries.push((1, one.link, first));
        store
            .entries
            .push((2, two.link, second.as_bytes().to_vec()));
        let what = format!("entry 2 is not in the form of an entry: {why}");
        check(&store, 1, Some(2), &what);
    }
    let good = r#"{"batch":{"at":0,"of":1},"id":"01890000-0000-7000-8000-000000000002","recorded":"2026-11-01T12:00:00Z","v":1}"#;
    refused("", "the bytes are not in canonical form: at byte 0");
    refused("[]", "the bytes are not in canonical form: at byte 0");
    refused(
        &good.replace("\"v\":1", "\"v\": 1"),
        "the bytes are not in canonical form",
    );
    refused(
        &good.replace("\"v\":1", "\"v\":2"),
        "it is written in version 2 of the format",
    );
    refused(&good.replace(",\"v\":1", ""), "the member `v` is missing");
    refused(
        &good.replace("\"at\":0", "\"at\":1"),
        "the member `batch` cannot be {\"at\":1,",
    );
    refused(
        &good.replace("T12", " 12"),
        "the member `recorded` cannot be",
    );
    refused(
        &good.replace("00Z", "00.10Z"),
        "the member `recorded` cannot be",
    );
    refused(
        &good.replace("00Z", "00+00:00"),
        "the member `recorded` cannot be",
    );
    refused(
        &good.replace("11-01", "02-30"),
        "the member `recorded` cannot be",
    );
    refused(
        &good.replace("-8000-", "-F000-"),
        "the member `id` cannot be",
    );
    refused(
        &good.replace("-7000-8000-", "70008000"),
        "the member `id` cannot be",
    );
}

#[test]
fn entries_that_are_missing_at_the_end_are_missed_where_they_were_noted() {
    let whole = six();
    let note = |entry: usize| {
        let (seq, link, _) = whole.entries[entry - 1];
        Noted {
            head: Head { len: seq, link },
            recorded: Some("2026-11-06T12:00:00Z".parse().unwrap()),
            place: "the file `ledger.head`".into(),
        }
    };
    let mut store = six();
    store.entries.truncate(3);
    check(&store, 3, None, "");
    store.noted = vec![note(6)];
    check(
        &store,
        3,
        Some(4),
        "the ledger ends at entry 3, but entry 6, recorded on 6 November 2026, was noted in the \
         file `ledger.head`: 3 entries are missing at the end. Entries 1 to 3 hold",
    );
    // A note that is behind is none: writing it comes after writing the entries.
    store.noted = vec![note(2), note(3)];
    check(&store, 3, None, "");
    store.noted[0].head.link.0[0] ^= 1;
    check(
        &store,
        3,
        Some(2),
        "entry 2 is not the one, recorded on 6 November 2026, that was n",
    );
}

#[test]
fn a_store_whose_end_is_not_its_last_entry_is_noticed() {
    let mut store = six();
    store.head = Some(Head {
        len: 5,
        link: Link::ORIGIN,
    });
    check(
        &store,
        6,
        Some(6),
        "the store says that the ledger ends at entry 5, but 6 entries",
    );
}

proptest! {
    /// Any altered byte of any payload is found, and nothing after it is said to hold.
    #[test]
    fn an_altered_byte_is_found_at_its_entry(
        entry in 0_usize..6,
        at in any::<prop::sample::Index>(),
        flip in 1_u8..,
    ) {
        let mut store = six();
        let payload = &mut store.entries[entry].2;
        let at = at.index(payload.len());
        payload[at] ^= flip;
        let report = verify(&store);
        let whole = [0, 1, 1, 3, 3, 3][entry];
        prop_assert_eq!(report.broken_at, Some(entry as u64 + 1));
        prop_assert_eq!(report.holds_to.len, whole);
        let told = report.broken.unwrap();
        let named = format!("entry {} was altered after it was written", entry + 1);
        prop_assert!(told.starts_with(&named), "{}", told);
    }
}
