//! Which teams agreed, on record, that what is their own is handed over, and to whom.

use std::collections::{BTreeMap, BTreeSet};

use ledger::body::Agreement;
use ledger::bundle::PublicKey;
use ledger::{Audience, Body, Recorded};
use treaty::TreatyId;

/// The last word of each team for each key. It counts if it is for that team alone and was said here: so
/// the clerk records it.
pub fn agreements<'r>(
    entries: impl Iterator<Item = &'r Recorded>,
) -> BTreeMap<(String, PublicKey), Agreement> {
    let mut last = BTreeMap::new();
    for recorded in entries.filter(|one| one.entry.origin.is_none()) {
        if let Body::Agreement(one) = &recorded.entry.body
            && recorded.entry.audience == Audience::Teams(vec![one.team.clone()])
            && let Ok(key) = one.to.parse()
        {
            last.insert((one.team.clone(), key), one.clone());
        }
    }
    last
}

/// The teams that agree that what is about these treaties goes to `to`; no treaty: whatever it is about.
pub fn teams_that_agree<'r>(
    entries: impl Iterator<Item = &'r Recorded>,
    to: PublicKey,
    treaties: &BTreeSet<TreatyId>,
) -> BTreeSet<String> {
    let all = agreements(entries).into_iter();
    let agree = all.filter(|((_, key), one)| {
        let whatever = one.treaties.is_empty();
        let these = !treaties.is_empty() && treaties.iter().all(|it| one.treaties.contains(it));
        *key == to && one.agreed && (whatever || these)
    });
    agree.map(|((team, _), _)| team).collect()
}

#[cfg(test)]
mod tests {
    use ledger::{Batch, Entry, EntryId, chain};
    use treaty::Source;

    use super::*;

    fn entry(n: u128, audience: &[&str], treaties: &[&str], agreed: bool) -> Entry {
        Entry {
            id: EntryId(uuid::Uuid::from_u128(
                0x0189_0000_0000_7000_8000_0000_0000_0000 + n,
            )),
            recorded: "2026-11-22T12:00:00Z".parse().unwrap(),
            author: "a test".to_owned(),
            audience: Audience::of_teams(audience.iter().copied()).unwrap(),
            label: None,
            origin: None,
            source: Source::cited("a test"),
            batch: Batch { at: 0, of: 1 },
            body: Body::Agreement(Agreement {
                team: "italy".to_owned(),
                to: key().to_string(),
                treaties: treaties.iter().map(|id| id.parse().unwrap()).collect(),
                agreed,
                note: None,
            }),
        }
    }

    fn key() -> PublicKey {
        ledger::bundle::SecretKey::from_bytes(&[7; 32]).public()
    }

    fn agree(entries: Vec<Entry>, treaties: &[&str]) -> bool {
        let entries = chain(entries).unwrap();
        let treaties = treaties.iter().map(|id| id.parse().unwrap()).collect();
        let other = ledger::bundle::SecretKey::from_bytes(&[8; 32]).public();
        assert!(teams_that_agree(entries.iter(), other, &treaties).is_empty());
        teams_that_agree(entries.iter(), key(), &treaties).contains("italy")
    }

    #[test]
    fn a_team_agrees_to_what_it_named_and_to_no_more() {
        let of = |treaties| vec![entry(1, &["italy"], treaties, true)];
        assert!(agree(of(&[]), &[]));
        assert!(agree(of(&[]), &["ctbt"]));
        assert!(agree(of(&["ctbt", "ccm"]), &["ctbt"]));
        assert!(!agree(of(&["ctbt"]), &["ctbt", "ccm"]));
        assert!(
            !agree(of(&["ctbt"]), &[]),
            "everything is more than one treaty"
        );
        assert!(!agree(Vec::new(), &[]));
    }

    #[test]
    fn the_last_word_counts_and_only_the_teams_own() {
        let agreed = entry(1, &["italy"], &[], true);
        let withdrawn = entry(2, &["italy"], &[], false);
        assert!(!agree(vec![agreed.clone(), withdrawn.clone()], &[]));
        assert!(agree(vec![withdrawn, agreed], &[]));
        assert!(!agree(vec![entry(1, &["italy", "norway"], &[], true)], &[]));
        assert!(!agree(vec![entry(1, &["norway"], &[], true)], &[]));
    }
}
