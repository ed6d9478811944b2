//! Every shipped row: that it has a source, that it points at what is there, that it is there
//! once, and that its dates can be.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files must stop there"
)]

mod acts;
mod participants;
mod rows;

use std::collections::BTreeMap;

use ledger::body::Membership;
use ledger::{Body, Entry, EntryId};
use treaty::{Act, Law, Participant, ParticipantId, TreatyId};

fn entries() -> Vec<Entry> {
    shipped::entries().unwrap()
}

fn pick<'e, T>(
    entries: &'e [Entry],
    of: impl Fn(&'e Body) -> Option<&'e T>,
) -> Vec<(&'e Entry, &'e T)> {
    entries
        .iter()
        .filter_map(|entry| Some((entry, of(&entry.body)?)))
        .collect()
}

fn acts(entries: &[Entry]) -> Vec<(&Entry, &Act)> {
    pick(entries, |body| {
        if let Body::Act(act) = body {
            Some(act)
        } else {
            None
        }
    })
}

fn participants(entries: &[Entry]) -> BTreeMap<ParticipantId, &Participant> {
    pick(entries, |body| {
        if let Body::Participant(who) = body {
            Some(who)
        } else {
            None
        }
    })
    .into_iter()
    .map(|(_, who)| (who.id, who))
    .collect()
}

fn memberships(entries: &[Entry]) -> Vec<(&Entry, &Membership)> {
    pick(entries, |body| {
        if let Body::Membership(member) = body {
            Some(member)
        } else {
            None
        }
    })
}

fn laws(entries: &[Entry]) -> BTreeMap<TreatyId, Law> {
    pick(entries, |body| {
        if let Body::Treaty(file) = body {
            Some(file)
        } else {
            None
        }
    })
    .into_iter()
    .map(|(_, file)| {
        let law = Law::parse(file.treaty.as_str(), &file.text);
        (
            file.treaty.clone(),
            law.unwrap_or_else(|why| panic!("{}: {why}", file.treaty)),
        )
    })
    .collect()
}

/// What is in doubt, and why.
fn doubts(entries: &[Entry]) -> BTreeMap<EntryId, &str> {
    pick(entries, |body| {
        if let Body::Dispute(doubt) = body {
            Some(doubt)
        } else {
            None
        }
    })
    .into_iter()
    .map(|(_, doubt)| {
        assert!(!doubt.counts, "a doubt we ship suspends: {doubt:?}");
        (doubt.of, doubt.why.as_str())
    })
    .collect()
}
