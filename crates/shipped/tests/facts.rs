//! Every shipped row: that it has a source, that it points at what is there, that it is there
//! once, and that its dates can be.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files must stop there"
)]

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use ledger::body::{Bears, FactsRelease, Membership, Observation};
use ledger::{Audience, Body, Entry, EntryId};
use treaty::participant::Status;
use treaty::{Act, Confidence, Kind, Law, Participant, ParticipantId, TreatyId};

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

/// What a body points at: treaty, participants, article of a duty.
struct Points<'e> {
    treaty: Option<&'e TreatyId>,
    who: Vec<ParticipantId>,
    article: Option<&'e str>,
}

fn points(body: &Body) -> Points<'_> {
    let at = |treaty, who, article| Points {
        treaty,
        who,
        article,
    };
    match body {
        Body::Act(act) => {
            let who = [Some(act.by), act.done_by, act.towards]
                .into_iter()
                .flatten()
                .collect();
            at(Some(&act.treaty), who, None)
        }
        Body::Treaty(file) => at(Some(&file.treaty), vec![], None),
        Body::Participant(who) => at(None, who.successors.clone(), None),
        Body::Alias(alias) => at(None, vec![alias.by], None),
        Body::Membership(member) => at(None, vec![member.by], None),
        Body::Meeting(meeting) => at(Some(&meeting.treaty), vec![], None),
        Body::Role(role) => at(Some(&role.treaty), vec![role.by], None),
        Body::Fulfilment(done) => at(Some(&done.treaty), vec![done.by], Some(&done.article)),
        Body::Extension(longer) => {
            at(Some(&longer.treaty), vec![longer.by], Some(&longer.article))
        }
        Body::Observation(seen) => at(
            Some(&seen.treaty),
            seen.by.into_iter().collect(),
            Some(&seen.article),
        ),
        Body::PrintedCount(count) => at(Some(&count.treaty), vec![], None),
        Body::Dispute(_) | Body::FactsRelease(_) => at(None, vec![], None),
        Body::Quarantined(_) | Body::Correction(_) | Body::Retraction(_) => {
            panic!("nothing of this kind ships: {body:?}")
        }
    }
}

#[test]
fn every_entry_has_a_source_and_a_place_to_look_it_up() {
    for entry in entries() {
        assert!(!entry.source.title.trim().is_empty(), "{entry:?}");
        let place = entry.source.place.as_deref().unwrap();
        assert!(place.starts_with("facts/"), "{entry:?}");
        assert_eq!(
            (entry.author.as_str(), &entry.audience),
            ("accede", &Audience::Public)
        );
        assert_eq!(entry.recorded, shipped::recorded());
    }
}

#[test]
fn every_source_of_an_act_is_described() {
    let described = include_str!("../../../facts/sources.csv");
    let mut reader = csv::Reader::from_reader(described.as_bytes());
    let known: BTreeSet<String> = reader
        .records()
        .map(|row| row.unwrap().get(0).unwrap().to_owned())
        .collect();
    // A remark in brackets narrows a source and is not a source of its own.
    let bare = |name: &str| name.split(" (under ").next().unwrap().to_owned();
    let remarks = [
        " (day and month swapped there)",
        " (date assumed there)",
        " (date of ratification, not of deposit)",
    ];
    for (entry, _) in acts(&entries()) {
        for name in entry.source.title.split("; ") {
            let name = remarks
                .iter()
                .fold(bare(name), |name, remark| name.replace(remark, ""));
            assert!(known.contains(&name), "`{name}` of {}", entry.source.title);
        }
    }
}

#[test]
fn everything_pointed_at_is_there() {
    let entries = entries();
    let (laws, participants) = (laws(&entries), participants(&entries));
    for entry in &entries {
        let points = points(&entry.body);
        for who in points.who {
            assert!(
                participants.contains_key(&who),
                "{who} of {:?}",
                entry.source.place
            );
        }
        let Some(treaty) = points.treaty else {
            continue;
        };
        let law = laws.get(treaty);
        let law = law.unwrap_or_else(|| panic!("no treaty file for {:?}", entry.source.place));
        if let Some(article) = points.article {
            let duty = law.duties.iter().any(|duty| duty.article == article);
            assert!(
                duty,
                "{treaty} has no duty {article}: {:?}",
                entry.source.place
            );
        }
    }
}

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
fn nothing_is_there_twice() {
    let entries = entries();
    let mut bodies = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for entry in &entries {
        assert!(ids.insert(entry.id), "{entry:?}");
        assert!(
            bodies.insert(serde_json::to_string(&entry.body).unwrap()),
            "{entry:?}"
        );
    }
    let (mut once, mut consent) = (BTreeSet::new(), BTreeSet::new());
    for (_, act) in acts(&entries) {
        assert!(once.insert((&act.treaty, act.by, act.kind)), "{act:?}");
        if act.kind.is_consent() {
            assert!(
                consent.insert((&act.treaty, act.by)),
                "bound twice: {act:?}"
            );
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

#[test]
fn the_order_is_that_of_the_ledger_and_a_doubt_follows_what_it_doubts() {
    let entries = entries();
    let room = |body: &Body| match body {
        Body::Treaty(_) => 0,
        Body::Participant(_) => 1,
        Body::Membership(_) => 2,
        Body::Act(_) => 3,
        Body::Meeting(_) => 4,
        Body::Role(_) => 5,
        Body::Fulfilment(_) | Body::Extension(_) | Body::Observation(_) => 6,
        Body::PrintedCount(_) => 7,
        Body::FactsRelease(_) => 8,
        Body::Alias(_)
        | Body::Quarantined(_)
        | Body::Correction(_)
        | Body::Retraction(_)
        | Body::Dispute(_) => panic!("not asked here: {body:?}"),
    };
    let mut last = 0;
    for (at, entry) in entries.iter().enumerate() {
        assert_eq!(entry.batch.at as usize, at);
        assert_eq!(entry.batch.of as usize, entries.len());
        if let Body::Dispute(doubt) = &entry.body {
            assert_eq!(doubt.of, entries[at - 1].id, "{doubt:?}");
        } else {
            assert!(last <= room(&entry.body), "{entry:?}");
            last = room(&entry.body);
        }
    }
    let Some(Body::FactsRelease(FactsRelease { release, sha256 })) =
        entries.last().map(|entry| &entry.body)
    else {
        panic!("the mark of the release is last");
    };
    assert_eq!(
        (release.as_str(), sha256.as_str()),
        (shipped::release(), shipped::digest())
    );
    assert_eq!(sha256.len(), 64);
}

#[test]
fn two_calls_give_the_same_bytes() {
    let bytes = || serde_json::to_vec(&entries()).unwrap();
    assert_eq!(bytes(), bytes());
    assert!(
        entries().windows(2).all(|pair| pair[0].id < pair[1].id),
        "names sort as entries do"
    );
}

#[test]
fn the_release_is_recorded_at_the_start_of_its_day() {
    assert_eq!(
        shipped::recorded().to_string(),
        format!("{}T00:00:00Z", shipped::release())
    );
}
