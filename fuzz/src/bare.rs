//! A record with next to nothing on it, in which every name that begins with a letter is somebody's.

use intake::jotting::Names;
use intake::{KnownTreaty, OnRecord, Record};
use ledger::body::{PrintedCount, Quarantined};
use treaty::{Act, ParticipantId, TreatyId};

/// The record readers are fuzzed against.
pub(crate) struct Bare;

impl Names for Bare {
    fn participant(&self, name: &str) -> Option<ParticipantId> {
        self.resolve(name)
    }

    fn treaty(&self, name: &str) -> Option<TreatyId> {
        name.to_lowercase().parse().ok().filter(|_| name.len() < 6)
    }
}

impl Record for Bare {
    fn resolve(&self, name: &str) -> Option<ParticipantId> {
        let letters = name.chars().filter(char::is_ascii_alphabetic).chain("XXX".chars());
        let code: String = letters.take(3).collect();
        code.to_ascii_uppercase().parse().ok().filter(|_| name.starts_with(char::is_alphabetic))
    }

    fn is_registered(&self, _id: ParticipantId) -> bool {
        true
    }

    fn is_unlisted(&self, id: ParticipantId) -> bool {
        id.to_string() == "SUN"
    }

    fn treaties(&self) -> Vec<KnownTreaty> {
        let known = |id: &str, mtdsg: &str| KnownTreaty {
            id: id.parse().expect("letters are an id"),
            title: "Convention on Cluster Munitions".to_owned(),
            mtdsg: Some(mtdsg.to_owned()),
            unoda: Some(id.to_owned()),
            registration: None,
            parent: None,
        };
        vec![known("ccm", "XXVI-6"), known("ctbt", "XXVI-4")]
    }

    fn acts(&self, _treaty: &TreatyId) -> Vec<OnRecord> {
        Vec::new()
    }

    fn printed_counts(&self, _treaty: &TreatyId) -> Vec<PrintedCount> {
        Vec::new()
    }

    fn quarantined(&self) -> Vec<Quarantined> {
        Vec::new()
    }

    fn refusal(&self, _act: &Act, _others: &[Act]) -> Option<String> {
        None
    }
}
