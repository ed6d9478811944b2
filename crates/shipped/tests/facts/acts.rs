//! Acts in their order, and what is in doubt.

use std::collections::BTreeMap;

use ledger::Body;
use ledger::body::{Bears, Observation};
use treaty::{Act, Confidence, Kind};

use crate::{acts, doubts, entries, laws, participants, pick};

#[test]
fn no_act_is_older_than_the_opening_unless_its_row_says_why() {
    let entries = entries();
    let laws = laws(&entries);
    let mut early = 0;
    for (entry, act) in acts(&entries) {
        let law = &laws[&act.treaty];
        let first = law
            .opened
            .as_ref()
            .or(law.adopted.as_ref())
            .map(|occasion| occasion.on);
        if first.is_some_and(|first| act.on.latest() < first) {
            let place = entry.source.place.as_deref().unwrap();
            assert!(place.contains("before the opening"), "{act:?}");
            early += 1;
        }
    }
    assert_eq!(early, 3, "the three that signed the PTBT in Moscow");
}

#[test]
fn a_consent_follows_the_signature_and_an_end_follows_the_consent() {
    let entries = entries();
    let mut of = BTreeMap::<_, Vec<&Act>>::new();
    for (_, act) in acts(&entries) {
        of.entry((&act.treaty, act.by)).or_default().push(act);
    }
    for acts in of.values() {
        let first =
            |kinds: fn(Kind) -> bool| acts.iter().find(|act| kinds(act.kind)).map(|act| act.on);
        let signed = first(Kind::is_signature);
        let consented = first(Kind::is_consent);
        let notified = first(|kind| kind == Kind::WithdrawalNotified);
        let left = first(|kind| kind == Kind::WithdrawalEffective);
        let taken_back = first(|kind| kind == Kind::RatificationWithdrawn);
        if let (Some(signed), Some(consented)) = (signed, consented) {
            assert!(signed <= consented, "{acts:?}");
        }
        for end in [notified, taken_back].into_iter().flatten() {
            assert!(
                consented.is_some_and(|consented| consented < end),
                "{acts:?}"
            );
        }
        if let Some(left) = left {
            assert!(notified.is_some_and(|notified| notified < left), "{acts:?}");
        }
    }
}

#[test]
fn an_act_of_a_predecessor_is_within_its_life() {
    let entries = entries();
    let participants = participants(&entries);
    let mut of_predecessors = 0;
    for (_, act) in acts(&entries) {
        let Some(predecessor) = act.done_by else {
            continue;
        };
        let predecessor = participants[&predecessor];
        assert!(predecessor.successors.contains(&act.by), "{act:?}");
        assert!(
            predecessor
                .until
                .is_none_or(|until| act.on.latest() <= until),
            "{act:?}"
        );
        of_predecessors += 1;
    }
    assert_eq!(of_predecessors, 31);
    for (_, act) in acts(&entries) {
        let by = participants[&act.by];
        assert!(
            by.until.is_none_or(|until| act.on.latest() <= until),
            "{act:?}"
        );
    }
}

#[test]
fn what_is_weak_is_in_doubt_and_what_is_in_doubt_says_why() {
    let entries = entries();
    let doubts = doubts(&entries);
    for entry in &entries {
        let weak = entry.source.confidence == Some(Confidence::Low);
        if weak && !matches!(entry.body, Body::Dispute(_)) {
            assert!(doubts.contains_key(&entry.id), "{entry:?}");
        }
    }
    assert!(doubts.values().all(|why| why.len() > 15));
    let doubted: Vec<_> = acts(&entries)
        .into_iter()
        .filter(|(entry, _)| doubts.contains_key(&entry.id))
        .map(|(_, act)| {
            (
                act.treaty.as_str(),
                act.by.to_string(),
                act.kind,
                act.on.to_string(),
            )
        })
        .collect();
    assert_eq!(
        doubted.len(),
        18,
        "16 of one weak source, and the two below"
    );
    for (treaty, by, kind, on) in [
        ("npt", "PRK", Kind::WithdrawalNotified, "2003-01-10"),
        ("att", "ECU", Kind::Accession, "2026"),
    ] {
        assert!(
            doubted.contains(&(treaty, by.to_owned(), kind, on.to_owned())),
            "{by}"
        );
    }
}

#[test]
fn the_overdue_first_reports_are_observations_as_of_their_lists() {
    let entries = entries();
    let seen = pick(&entries, |body| {
        if let Body::Observation(seen) = body {
            Some(seen)
        } else {
            None
        }
    });
    let overdue: Vec<&Observation> = seen
        .into_iter()
        .map(|(_, seen)| seen)
        .filter(|seen| seen.article == "7(1)" && seen.bears == Bears::NotFulfilled)
        .collect();
    assert_eq!(overdue.len(), 37);
    let printed = overdue
        .iter()
        .filter(|seen| seen.printed_due.is_some())
        .count();
    assert_eq!(printed, 15, "the list of June 2015 prints a day for each");
}
