//! The demonstration in a ledger: what loading it adds, and what taking it away takes back.

use std::collections::BTreeSet;

use ledger::body::Retraction;
use ledger::{Audience, Body, EntryId, EntryRef, Recorded, Tlp};
use shipped::{DEMO_AUTHOR, DemoRecord};
use treaty::Source;

use crate::bundle::subject::Subject;
use crate::clerk::{Draft, Shown};

/// What loading or removing the demonstration does, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// How many records are new, or stand no more.
    pub changed: usize,
    /// How many were there already, and stay.
    pub there: usize,
    /// How many of an earlier release are taken back, since this one tells them otherwise.
    pub outdated: usize,
    /// What people recorded about records of the demonstration; it stays as it is.
    pub of_people: Vec<EntryRef>,
}

/// What is to be recorded so that the demonstration stands, for `audience`. What stands already is
/// not recorded again, whoever sees it and whatever people put right in it.
pub fn load(
    shown: Shown<'_>,
    records: &[DemoRecord],
    audience: &Audience,
) -> (Vec<Draft>, Done) {
    let standing = standing(shown);
    let mut done = Done {
        of_people: of_people(shown, &standing),
        ..Done::default()
    };
    let is = |entry: &Recorded, record: &DemoRecord| {
        entry.entry.body == record.body && entry.entry.source == record.source
    };
    let mut drafts = Vec::new();
    for entry in &standing {
        if !records.iter().any(|record| is(entry, record)) {
            drafts.push(back(entry));
            done.outdated += 1;
        }
    }
    for record in records {
        if standing.iter().any(|entry| is(entry, record)) {
            done.there += 1;
        } else {
            let draft = Draft::new(record.source.clone(), record.body.clone());
            drafts.push(draft.seen_by(audience.clone(), Some(Tlp::Clear)));
            done.changed += 1;
        }
    }
    (drafts, done)
}

/// What is to be recorded so that nothing of the demonstration stands that is shown.
pub fn remove(shown: Shown<'_>) -> (Vec<Draft>, Done) {
    let standing = standing(shown);
    let done = Done {
        changed: standing.len(),
        of_people: of_people(shown, &standing),
        ..Done::default()
    };
    (standing.into_iter().map(back).collect(), done)
}

/// The records of the demonstration that stand. What came from another instance is not among them.
fn standing(shown: Shown<'_>) -> Vec<&Recorded> {
    let lifted = shown.lifted();
    let own = shown.entries().filter(|one| {
        one.entry.author == DEMO_AUTHOR
            && one.entry.origin.is_none()
            && !lifted.contains(&one.entry.id)
    });
    own.filter(|one| !matches!(one.entry.body, Body::Retraction(_)))
        .collect()
}

/// What stands and was recorded by others about one of these.
fn of_people(shown: Shown<'_>, records: &[&Recorded]) -> Vec<EntryRef> {
    let ids: BTreeSet<EntryId> = records.iter().map(|one| one.entry.id).collect();
    let lifted = shown.lifted();
    let about = shown.entries().filter(|one| {
        let subject = Subject::of(&one.entry.body);
        let mut named = subject.of.into_iter().chain(subject.names);
        one.entry.author != DEMO_AUTHOR
            && !lifted.contains(&one.entry.id)
            && named.any(|id| ids.contains(&id))
    });
    about.map(Recorded::name).collect()
}

/// That a record is taken back, for whoever sees it.
fn back(entry: &Recorded) -> Draft {
    let retraction = Body::Retraction(Retraction {
        of: entry.entry.id,
        why: "the demonstration was taken away".to_owned(),
    });
    let source = Source::cited("statement of whoever runs this instance");
    Draft::new(source, retraction).seen_by(entry.entry.audience.clone(), entry.entry.label)
}
