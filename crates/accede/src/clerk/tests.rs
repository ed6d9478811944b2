//! The clerk over stores in memory: what it refuses, and what it does when a store fails or
//! another writer was faster.

use std::sync::{Arc, Mutex};

use intake::Doubt;
use ledger::body::{AliasGiven, Dispute, Retraction};
use ledger::store::{Fault, Faulty, Memory};
use ledger::verify::verify;
use ledger::{AppendError, Audience, Batch, Body, EntryId, Link, ReadError, Seq};
use treaty::{Act, Kind, ParticipantId, Source};
use uuid::Uuid;

use super::*;

mod approaches;
mod outreach;
mod reports;

/// A store that several clerks share, as processes share a file.
#[derive(Clone)]
struct Shared(Arc<Mutex<Faulty<Memory>>>);

impl Shared {
    /// With a participant XAA on record.
    fn new() -> Shared {
        let shared = Shared(Arc::new(Mutex::new(Faulty::new(Memory::default()))));
        let clerk = shared.clerk("2030-01-01T00:00:00Z");
        let xaa = r#"{"id": "XAA", "status": "state", "names": {"en": "Xanadu"}}"#;
        let body = Body::Participant(serde_json::from_str(xaa).unwrap());
        clerk
            .submit(
                "a test",
                once(vec![Draft::new(Source::cited("a test"), body)]),
            )
            .unwrap();
        shared
    }

    fn clerk(&self, now: &str) -> Clerk {
        let store: Box<dyn Store> = Box::new(self.clone());
        let record = Record::read(store.as_ref()).unwrap();
        Clerk::start(store, record, Clock::stopped_at(now.parse().unwrap()))
    }

    /// Derives everything again: the links, the head, and what a fresh reader reads.
    #[track_caller]
    fn check_ledger(&self, clerk: &Clerk) {
        let report = verify(self);
        assert!(report.holds(), "{report:?}");
        let read = Record::read(self).unwrap();
        let published = clerk.record();
        assert_eq!(read.head(), published.head());
        assert!(read.entries().eq(published.entries()));
        let recorded = read.entries().map(|one| one.entry.recorded);
        assert!(
            recorded.is_sorted(),
            "no entry is recorded before the one it follows"
        );
    }

    fn len(&self) -> u64 {
        Record::read(self).unwrap().head().len
    }
}

impl Store for Shared {
    fn head(&self) -> Result<Head, ReadError> {
        self.0.lock().unwrap().head()
    }

    fn append(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError> {
        self.0.lock().unwrap().append(head, payloads)
    }

    fn read(
        &self,
        from: Seq,
        visit: &mut dyn FnMut(Seq, Link, &[u8]),
    ) -> Result<(), ReadError> {
        self.0.lock().unwrap().read(from, visit)
    }
}

fn alias(name: &str) -> Draft {
    let by = "XAA".parse().unwrap();
    Draft::new(
        Source::cited("a test"),
        Body::Alias(AliasGiven {
            by,
            name: name.to_owned(),
        }),
    )
}

/// A proposal that does not look at what it is shown.
fn once(
    drafts: Vec<Draft>,
) -> impl FnMut(Shown<'_>) -> Result<(Vec<Draft>, ()), Failure> + Send {
    move |_| Ok((drafts.clone(), ()))
}

/// Names XAA, unless it is named so already: what an import does.
fn unless_there(
    name: &'static str,
) -> impl FnMut(Shown<'_>) -> Result<(Vec<Draft>, bool), Failure> + Send {
    move |shown| {
        let there = shown.world.find_participant(name).is_some();
        Ok((if there { Vec::new() } else { vec![alias(name)] }, there))
    }
}

#[test]
fn what_is_recorded_is_published_and_holds() {
    let store = Shared::new();
    let clerk = store.clerk("2030-01-02T00:00:00Z");
    let receipt = clerk
        .submit("a person", once(vec![alias("Xanadou"), alias("Ksanadu")]))
        .unwrap();
    assert_eq!(receipt.recorded, Some((number(2), number(3))));
    store.check_ledger(&clerk);
    let record = clerk.record();
    let entry = &record.entry(Seq(3)).unwrap().entry;
    assert_eq!(
        (entry.author.as_str(), entry.batch),
        ("a person", Batch { at: 1, of: 2 })
    );
}

#[test]
fn whoever_comes_second_is_shown_what_the_first_wrote() {
    let store = Shared::new();
    let (one, other) = (
        store.clerk("2030-01-02T00:00:00Z"),
        store.clerk("2030-01-03T00:00:00Z"),
    );
    let first = one.submit("one", unless_there("Xanadou")).unwrap();
    let second = other.submit("other", unless_there("Xanadou")).unwrap();
    assert_eq!((first.told, second.told), (false, true));
    assert_eq!(second.recorded, None);
    assert_eq!(one.follow().unwrap(), 0);
    store.check_ledger(&one);
    store.check_ledger(&other);
}

#[test]
fn many_clerks_at_once_record_each_name_once() {
    let store = Shared::new();
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let clerk = store.clerk("2030-01-02T00:00:00Z");
                for name in names {
                    clerk.submit("one of many", unless_there(name)).unwrap();
                }
            });
        }
    });
    assert_eq!(store.len(), 1 + 8);
    store.check_ledger(&store.clerk("2030-01-02T00:00:00Z"));
}

#[test]
fn a_clock_that_stands_before_the_last_entry_does_not_turn_the_order_round() {
    let store = Shared::new();
    let clerk = store.clerk("2001-01-01T00:00:00Z");
    clerk.submit("late", once(vec![alias("Xanadou")])).unwrap();
    store.check_ledger(&clerk);
}

#[test]
fn an_append_that_failed_and_was_kept_is_not_written_twice() {
    let store = Shared::new();
    let clerk = store.clerk("2030-01-02T00:00:00Z");
    store.0.lock().unwrap().fail_next(Fault::Kept);
    let receipt = clerk
        .submit("a test", once(vec![alias("Xanadou")]))
        .unwrap();
    assert_eq!(receipt.recorded, Some((number(2), number(2))));
    assert_eq!(store.len(), 2);
    store.check_ledger(&clerk);
}

#[test]
fn an_append_that_failed_and_was_not_kept_is_told_and_can_be_tried_again() {
    let store = Shared::new();
    let clerk = store.clerk("2030-01-02T00:00:00Z");
    store.0.lock().unwrap().fail_next(Fault::NotKept);
    let refused = clerk
        .submit("a test", once(vec![alias("Xanadou")]))
        .unwrap_err();
    assert!(matches!(refused, ClerkError::Store(_)), "{refused:?}");
    assert_eq!(store.len(), 1);
    clerk
        .submit("a test", once(vec![alias("Xanadou")]))
        .unwrap();
    assert_eq!(store.len(), 2);
    store.check_ledger(&clerk);
}

/// A store that keeps what it is given, loses the answer, and cannot be read until it is mended.
#[derive(Clone)]
struct Lost(Shared, Arc<std::sync::atomic::AtomicBool>);

impl Lost {
    fn gone(&self) -> Result<(), ReadError> {
        let gone = self.1.load(std::sync::atomic::Ordering::SeqCst);
        let source = "nobody answers".into();
        (!gone).then_some(()).ok_or(ReadError { at: 1, source })
    }
}

impl Store for Lost {
    fn head(&self) -> Result<Head, ReadError> {
        self.gone()?;
        self.0.head()
    }

    fn append(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError> {
        self.1.store(true, std::sync::atomic::Ordering::SeqCst);
        self.0.0.lock().unwrap().fail_next(Fault::Kept);
        self.0.append(head, payloads)
    }

    fn read(
        &self,
        from: Seq,
        visit: &mut dyn FnMut(Seq, Link, &[u8]),
    ) -> Result<(), ReadError> {
        self.gone()?;
        self.0.read(from, visit)
    }
}

#[test]
fn nobody_is_told_that_nothing_was_recorded_where_nobody_knows() {
    let store = Lost(Shared::new(), Arc::default());
    let record = Record::read(&store).unwrap();
    let clock = Clock::stopped_at("2030-01-02T00:00:00Z".parse().unwrap());
    let clerk = Clerk::start(Box::new(store.clone()), record, clock);
    let refused = clerk
        .submit("a test", once(vec![alias("Xanadou")]))
        .unwrap_err();
    assert!(matches!(refused, ClerkError::Unknown(_)), "{refused:?}");
    let told = Failure::from(refused).to_string();
    assert!(
        told.contains("nobody knows whether this was recorded"),
        "{told}"
    );
    assert!(!told.contains("nothing was recorded"), "{told}");
    store.1.store(false, std::sync::atomic::Ordering::SeqCst);
    clerk.follow().unwrap();
    assert_eq!(clerk.record().head().len, 2, "it was");
}

#[test]
fn what_is_not_in_form_is_refused_whole() {
    let store = Shared::new();
    let clerk = store.clerk("2030-01-02T00:00:00Z");
    let cited = |body| Draft::new(Source::cited("a test"), body);
    let act = Act::new(
        "nosuch".parse().unwrap(),
        "XAA".parse().unwrap(),
        Kind::Signature,
        "2030-01-01".parse().unwrap(),
    );
    let nobody: ParticipantId = "XBB".parse().unwrap();
    let unnamed = AliasGiven {
        by: nobody,
        name: "Erewhon".to_owned(),
    };
    let of = EntryId(Uuid::from_u128(7));
    let cases: [(Draft, &str); 6] = [
        (
            Draft::new(Source::cited("  "), alias("x").body),
            "names no source",
        ),
        (
            cited(Body::Act(act)),
            "the treaty `nosuch` is not registered",
        ),
        (
            cited(Body::Alias(unnamed)),
            "the participant `XBB` is not registered",
        ),
        (
            cited(Body::Retraction(Retraction {
                of,
                why: "so".to_owned(),
            })),
            "no entry with the id",
        ),
        (alias("a name in a NATO SECRET paper"), "NATO SECRET"),
        (alias(&"x".repeat(2 << 20)), "too long"),
    ];
    for (draft, says) in cases {
        let refused = clerk
            .submit("a test", once(vec![alias("fine"), draft]))
            .unwrap_err();
        let ClerkError::Refused { at: 1, source } = refused else {
            panic!("{refused:?}")
        };
        assert!(source.to_string().contains(says), "{source}");
    }
    assert_eq!(store.len(), 1);
}

#[test]
fn a_doubt_is_recorded_right_after_what_it_doubts() {
    let store = Shared::new();
    let clerk = store.clerk("2030-01-02T00:00:00Z");
    let doubt = Doubt {
        why: "a rumour".to_owned(),
        counts: false,
    };
    let doubted = Draft {
        doubt: Some(doubt),
        ..alias("Xanadou")
    };
    clerk
        .submit("a test", once(vec![doubted, alias("Ksanadu")]))
        .unwrap();
    let record = clerk.record();
    let id = record.entry(Seq(2)).unwrap().entry.id;
    let dispute = Dispute {
        of: id,
        why: "a rumour".to_owned(),
        counts: false,
    };
    assert_eq!(
        record.entry(Seq(3)).unwrap().entry.body,
        Body::Dispute(dispute)
    );
    store.check_ledger(&clerk);
}

/// What a public entry is called.
fn number(seq: u64) -> EntryRef {
    EntryRef::Public(Seq(seq))
}
