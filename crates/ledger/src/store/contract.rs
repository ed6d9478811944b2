//! The promises of [`Store`], as tests that any implementation runs.
//!
//! Panics where a promise is broken; call it from a test.

use super::{AppendError, Fault, Faulty, Store};
use crate::verify::verify;
use crate::{Head, Link, Seq};

/// Runs every promise, each against a fresh, empty store from `new`.
///
/// # Panics
///
/// If a promise is broken.
pub fn run(new: impl Fn() -> Box<dyn Store>) {
    a_new_store_is_empty(new());
    what_is_read_is_what_was_written(new());
    a_stale_head_writes_nothing(new());
    a_head_of_another_ledger_writes_nothing(new());
    a_batch_is_written_whole_or_not_at_all(new());
    an_empty_batch_changes_nothing(new());
    any_bytes_of_any_length_are_kept(new());
    reading_begins_where_it_is_asked_to(new());
    a_head_is_the_chain_derived_from_its_payloads(new());
    after_a_failure_that_kept_nothing_the_same_attempt_succeeds(new());
    after_a_failure_that_kept_all_the_same_attempt_writes_nothing_twice(new());
}

/// Writes to `store`, closes it, opens it with `again` and looks.
///
/// # Panics
///
/// If anything was lost or added.
pub fn reopening_loses_nothing(mut store: Box<dyn Store>, again: impl Fn() -> Box<dyn Store>) {
    let one = append(store.as_mut(), Head::EMPTY, &["one"]);
    drop(store);
    let mut store = again();
    assert_eq!(
        store.head().expect("a head"),
        one,
        "the head after reopening"
    );
    let three = append(store.as_mut(), one, &["two", "three"]);
    drop(store);
    let store = again();
    assert_eq!(
        store.head().expect("a head"),
        three,
        "the head after the second reopening"
    );
    assert_eq!(texts(store.as_ref(), 0), ["one", "two", "three"]);
}

fn payloads(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn append(store: &mut dyn Store, head: Head, texts: &[&str]) -> Head {
    let expected = texts
        .iter()
        .fold(head, |head, text| head.then(text.as_bytes()));
    let appended = store
        .append(head, &payloads(texts))
        .expect("the append succeeds");
    assert_eq!(
        appended, expected,
        "append gives the head after the last payload"
    );
    appended
}

fn read(store: &dyn Store, from: u64) -> Vec<(u64, Link, Vec<u8>)> {
    let mut all = Vec::new();
    store
        .read(Seq(from), &mut |seq, link, payload| {
            all.push((seq.0, link, payload.to_vec()))
        })
        .expect("the store can be read");
    all
}

fn texts(store: &dyn Store, from: u64) -> Vec<String> {
    let text = |(_, _, payload): (u64, Link, Vec<u8>)| String::from_utf8_lossy(&payload).into();
    read(store, from).into_iter().map(text).collect()
}

fn a_new_store_is_empty(store: Box<dyn Store>) {
    assert_eq!(store.head().expect("a head"), Head::EMPTY);
    assert_eq!(read(store.as_ref(), 0), []);
    assert!(
        store
            .noted()
            .expect("notes")
            .iter()
            .all(|noted| noted.head == Head::EMPTY)
    );
}

fn what_is_read_is_what_was_written(mut store: Box<dyn Store>) {
    let head = append(store.as_mut(), Head::EMPTY, &["first", "second"]);
    append(store.as_mut(), head, &["third"]);
    let first = Head::EMPTY.then(b"first");
    let second = first.then(b"second");
    let third = second.then(b"third");
    let expected = [
        (1, first.link, b"first".to_vec()),
        (2, second.link, b"second".to_vec()),
        (3, third.link, b"third".to_vec()),
    ];
    assert_eq!(read(store.as_ref(), 0), expected);
    assert_eq!(store.head().expect("a head"), third);
}

fn a_stale_head_writes_nothing(mut store: Box<dyn Store>) {
    append(store.as_mut(), Head::EMPTY, &["first"]);
    let refused = store.append(Head::EMPTY, &payloads(&["second"]));
    assert!(
        matches!(
            refused,
            Err(AppendError::Moved {
                expected: 0,
                now: 1
            })
        ),
        "{refused:?}"
    );
    let ahead = Head::EMPTY.then(b"first").then(b"never");
    let refused = store.append(ahead, &payloads(&["second"]));
    assert!(
        matches!(
            refused,
            Err(AppendError::Moved {
                expected: 2,
                now: 1
            })
        ),
        "{refused:?}"
    );
    assert_eq!(texts(store.as_ref(), 0), ["first"]);
}

fn a_head_of_another_ledger_writes_nothing(mut store: Box<dyn Store>) {
    append(store.as_mut(), Head::EMPTY, &["first"]);
    let other = Head::EMPTY.then(b"of another ledger");
    let refused = store.append(other, &payloads(&["second"]));
    assert!(
        matches!(refused, Err(AppendError::Replaced { len: 1 })),
        "{refused:?}"
    );
    assert_eq!(texts(store.as_ref(), 0), ["first"]);
}

fn a_batch_is_written_whole_or_not_at_all(mut store: Box<dyn Store>) {
    let head = append(store.as_mut(), Head::EMPTY, &["first"]);
    let batch = payloads(&["a", "b", "c"]);
    store
        .append(Head::EMPTY, &batch)
        .expect_err("a stale head is refused");
    assert_eq!(texts(store.as_ref(), 0), ["first"]);
    store.append(head, &batch).expect("the append succeeds");
    assert_eq!(texts(store.as_ref(), 0), ["first", "a", "b", "c"]);
}

fn an_empty_batch_changes_nothing(mut store: Box<dyn Store>) {
    assert_eq!(append(store.as_mut(), Head::EMPTY, &[]), Head::EMPTY);
    let head = append(store.as_mut(), Head::EMPTY, &["first"]);
    assert_eq!(append(store.as_mut(), head, &[]), head);
    let refused = store.append(Head::EMPTY, &[]);
    assert!(
        matches!(
            refused,
            Err(AppendError::Moved {
                expected: 0,
                now: 1
            })
        ),
        "{refused:?}"
    );
    assert_eq!(texts(store.as_ref(), 0), ["first"]);
}

fn any_bytes_of_any_length_are_kept(mut store: Box<dyn Store>) {
    let big: Vec<u8> = (0_u8..=255).cycle().take(5_000_000).collect();
    let all = [
        Vec::new(),
        vec![0],
        b"\xff\xfe'\"; --".to_vec(),
        big,
        b"after".to_vec(),
    ];
    let head = store
        .append(Head::EMPTY, &all)
        .expect("the append succeeds");
    assert_eq!(
        head,
        all.iter()
            .fold(Head::EMPTY, |head, payload| head.then(payload))
    );
    let read: Vec<_> = read(store.as_ref(), 0)
        .into_iter()
        .map(|(_, _, bytes)| bytes)
        .collect();
    assert!(read == all, "the bytes read are not those written");
}

fn reading_begins_where_it_is_asked_to(mut store: Box<dyn Store>) {
    append(store.as_mut(), Head::EMPTY, &["1", "2", "3", "4"]);
    assert_eq!(texts(store.as_ref(), 1), ["1", "2", "3", "4"]);
    assert_eq!(texts(store.as_ref(), 3), ["3", "4"]);
    assert_eq!(texts(store.as_ref(), 5), [""; 0]);
    assert_eq!(texts(store.as_ref(), u64::MAX), [""; 0]);
}

fn a_head_is_the_chain_derived_from_its_payloads(mut store: Box<dyn Store>) {
    let mut head = Head::EMPTY;
    for batch in [["a", "b"], ["", "a"], ["ab", ""]] {
        head = append(store.as_mut(), head, &batch);
        let mut derived = Head::EMPTY;
        for (seq, link, payload) in read(store.as_ref(), 0) {
            derived = derived.then(&payload);
            assert_eq!((derived.len, derived.link), (seq, link));
        }
        assert_eq!((derived, store.head().expect("a head")), (head, head));
        let noted = store.noted().expect("notes");
        assert!(noted.iter().all(|noted| noted.head == head), "{noted:?}");
    }
    assert_eq!(verify(store.as_ref()).entries, 6);
}

fn after_a_failure_that_kept_nothing_the_same_attempt_succeeds(store: Box<dyn Store>) {
    let mut store = Faulty::new(store);
    let head = append(&mut store, Head::EMPTY, &["first"]);
    store.fail_next(Fault::NotKept);
    let failed = store.append(head, &payloads(&["a", "b"]));
    assert!(
        matches!(
            failed,
            Err(AppendError::Unsure {
                first: 2,
                last: 3,
                ..
            })
        ),
        "{failed:?}"
    );
    assert_eq!(store.head().expect("a head"), head);
    append(&mut store, head, &["a", "b"]);
    assert_eq!(texts(&store, 0), ["first", "a", "b"]);
}

fn after_a_failure_that_kept_all_the_same_attempt_writes_nothing_twice(store: Box<dyn Store>) {
    let mut store = Faulty::new(store);
    let head = append(&mut store, Head::EMPTY, &["first"]);
    store.fail_next(Fault::Kept);
    let failed = store.append(head, &payloads(&["a", "b"]));
    assert!(
        matches!(
            failed,
            Err(AppendError::Unsure {
                first: 2,
                last: 3,
                ..
            })
        ),
        "{failed:?}"
    );
    let again = store.append(head, &payloads(&["a", "b"]));
    assert!(
        matches!(
            again,
            Err(AppendError::Moved {
                expected: 1,
                now: 3
            })
        ),
        "{again:?}"
    );
    // The head says that the entries are the ones that were meant.
    assert_eq!(store.head().expect("a head"), head.then(b"a").then(b"b"));
    assert_eq!(texts(&store, 0), ["first", "a", "b"]);
}
