//! Participants, their names and their groups.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use ledger::body::Membership;
use treaty::participant::Status;
use treaty::{Participant, ParticipantId};

use crate::{acts, doubts, entries, laws, memberships, participants};

#[test]
fn the_numbers_are_right() {
    let entries = entries();
    let participants = participants(&entries);
    let of = |status| {
        participants
            .values()
            .filter(|who| who.status == status)
            .count()
    };
    assert_eq!(of(Status::State), 197);
    assert_eq!(of(Status::Organisation), 1);
    assert_eq!((of(Status::Former), of(Status::NotCounted)), (7, 2));
    let members = participants
        .values()
        .filter(|who| who.un_member_since.is_some())
        .count();
    assert_eq!(members, 193);
    assert_eq!(laws(&entries).len(), 27);
    assert_eq!(acts(&entries).len(), 4_419);

    let mut groups = BTreeMap::<&str, BTreeSet<ParticipantId>>::new();
    let doubts = doubts(&entries);
    for (entry, member) in memberships(&entries) {
        // Those that lasted are over; what is in doubt is not counted.
        if member.until.is_none() && !doubts.contains_key(&entry.id) {
            groups.entry(&member.group).or_default().insert(member.by);
        }
    }
    for (group, size) in [
        ("un-african", 54),
        ("un-asia-pacific", 54),
        ("un-eastern-european", 23),
        ("un-grulac", 33),
        ("un-weog", 29),
        ("ctbt-annex-2", 44),
        ("EU", 27),
        ("NATO", 32),
        ("AU", 55),
        ("ASEAN", 11),
        ("CARICOM", 14),
        ("SIDS", 39),
        ("LDC", 44),
    ] {
        assert_eq!(groups[group].len(), size, "{group}");
    }
    // Every member of the United Nations is in exactly one of its groups.
    let un = |group: &&str| group.starts_with("un-");
    let in_groups: usize = groups
        .keys()
        .filter(|group| un(group))
        .map(|group| groups[group].len())
        .sum();
    assert_eq!(in_groups, 193);
}

#[test]
fn no_participant_has_a_group_twice_at_a_time() {
    let entries = entries();
    let mut seen = BTreeMap::<_, Vec<&Membership>>::new();
    for (_, member) in memberships(&entries) {
        if let (Some(from), Some(until)) = (member.from, member.until) {
            assert!(from <= until, "{member:?}");
        }
        seen.entry((&member.group, member.by))
            .or_default()
            .push(member);
    }
    for spells in seen.values() {
        for pair in spells.windows(2) {
            let over = pair[0].until.zip(pair[1].from);
            assert!(over.is_some_and(|(until, from)| until < from), "{pair:?}");
        }
    }
}

#[test]
fn no_name_is_two_participants() {
    let entries = entries();
    let plain = |name: &str| -> String {
        name.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let mut borne = BTreeMap::<String, ParticipantId>::new();
    let participants = participants(&entries);
    for who in participants.values() {
        for (_, name) in who.names.iter() {
            let other = borne.insert(plain(name), who.id);
            assert!(
                other.is_none_or(|other| other == who.id),
                "{name}: {other:?}, {}",
                who.id
            );
        }
    }
    for who in participants.values() {
        for alias in &who.aliases {
            // A continuing State bore the name that its predecessor's entry bears for good.
            let other = borne.get(&plain(&alias.name)).copied().unwrap_or(who.id);
            let predecessor = participants[&other].successors.contains(&who.id);
            assert!(
                other == who.id || predecessor && alias.until.is_some(),
                "{alias:?}"
            );
            if let (Some(from), Some(until)) = (alias.from, alias.until) {
                assert!(from < until, "{alias:?}");
            }
        }
    }
    let mut aliases = BTreeMap::<String, ParticipantId>::new();
    for who in participants.values() {
        for alias in &who.aliases {
            let other = aliases.insert(plain(&alias.name), who.id);
            assert!(
                other.is_none_or(|other| other == who.id),
                "{alias:?}: {other:?}, {}",
                who.id
            );
        }
    }
}

#[test]
fn a_name_of_the_time_is_used_for_its_time() {
    let entries = entries();
    let participants = participants(&entries);
    #[track_caller]
    fn check(who: &Participant, on: Date, name: &str) {
        assert_eq!(who.name_on(on), name);
    }
    let who = |code: &str| participants[&code.parse().unwrap()];
    check(who("TUR"), date(2011, 6, 1), "Turkey");
    check(who("TUR"), date(2026, 1, 1), "Türkiye");
    check(who("SWZ"), date(1996, 9, 24), "Swaziland");
    check(who("COD"), date(1996, 10, 4), "Zaire");
    check(
        who("COD"),
        date(2004, 9, 28),
        "Democratic Republic of the Congo",
    );
    check(
        who("RUS"),
        date(1968, 7, 1),
        "Union of Soviet Socialist Republics",
    );
    check(who("RUS"), date(2000, 6, 30), "Russian Federation");
    check(
        who("SRB"),
        date(2001, 6, 8),
        "Yugoslavia (Federal Republic of)",
    );
    check(who("SRB"), date(2004, 5, 19), "Serbia and Montenegro");
}
