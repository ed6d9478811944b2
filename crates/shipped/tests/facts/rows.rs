//! Rows of every table: sources, what they point at, their order, their bytes.

use std::collections::{BTreeMap, BTreeSet};

use ledger::body::FactsRelease;
use ledger::{Audience, Body};
use treaty::{Lang, ParticipantId, TreatyId};

use crate::{acts, entries, laws, participants};

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
        Body::Plan(plan) => at(Some(&plan.treaty), vec![], None),
        Body::PlanAction(action) => at(Some(&action.treaty), vec![], None),
        Body::Statement(said) => {
            let who = [said.by].into_iter().chain(said.aligned_with.clone());
            at(Some(&said.treaty), who.collect(), None)
        }
        Body::Assistance(given) => {
            let who = [given.by].into_iter().chain(given.to);
            at(Some(&given.treaty), who.collect(), None)
        }
        Body::Document(document) => {
            let with = document.aligned_with.iter().chain(&document.aligned_by);
            let who = document.by.iter().chain(with).copied().collect();
            at(document.treaties.first(), who, None)
        }
        Body::Dispute(_) | Body::FactsRelease(_) => at(None, vec![], None),
        Body::Quarantined(_)
        | Body::Correction(_)
        | Body::Retraction(_)
        | Body::Approach(_)
        | Body::Release(_)
        | Body::Team(_)
        | Body::Person(_)
        | Body::Seat(_)
        | Body::Key(_)
        | Body::Agreement(_)
        | Body::Campaign(_)
        | Body::Stage(_)
        | Body::Pledge(_)
        | Body::Attribution(_)
        | Body::RollCall(_)
        | Body::Report(_) => {
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
    let described = include_str!("../../../../facts/sources.csv");
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
        Body::Plan(_) => 8,
        Body::PlanAction(_) => 9,
        Body::Statement(_) => 10,
        Body::Assistance(_) => 11,
        Body::Document(_) => 12,
        Body::FactsRelease(_) => 13,
        Body::Alias(_)
        | Body::Quarantined(_)
        | Body::Correction(_)
        | Body::Retraction(_)
        | Body::Dispute(_)
        | Body::Approach(_)
        | Body::Release(_)
        | Body::Team(_)
        | Body::Person(_)
        | Body::Seat(_)
        | Body::Key(_)
        | Body::Agreement(_)
        | Body::Campaign(_)
        | Body::Stage(_)
        | Body::Pledge(_)
        | Body::Attribution(_)
        | Body::RollCall(_)
        | Body::Report(_) => panic!("not asked here: {body:?}"),
    };
    let mut last = 0;
    for (at, entry) in entries.iter().enumerate() {
        let follows = match entry.batch.at {
            0 => at == 0 || entries[at - 1].batch.at + 1 == entries[at - 1].batch.of,
            place => entries[at - 1].batch.at + 1 == place,
        };
        assert!(follows, "{:?}", entry.batch);
        assert!(
            entry.batch.of < 1_500,
            "a batch is one subject: {:?}",
            entry.batch
        );
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
fn titles_are_in_the_script_of_their_language_and_told_where_they_are_not_sourced() {
    let in_script = |lang, c: char| match lang {
        Lang::Ar => ('\u{600}'..='\u{6ff}').contains(&c),
        Lang::Ru => ('\u{400}'..='\u{4ff}').contains(&c),
        Lang::Zh => ('\u{4e00}'..='\u{9fff}').contains(&c),
        Lang::En | Lang::Es | Lang::Fr => c.is_ascii_alphabetic(),
    };
    let names = [
        (Lang::Ar, "Arabic"),
        (Lang::Es, "Spanish"),
        (Lang::Ru, "Russian"),
        (Lang::Zh, "Chinese"),
    ];
    let entries = entries();
    let laws = laws(&entries);
    let mut known: BTreeMap<Lang, usize> = BTreeMap::new();
    for law in laws.values() {
        for (lang, title) in law.title.iter() {
            *known.entry(lang).or_default() += 1;
            let letters = title.chars().filter(|c| c.is_alphabetic());
            let own = letters.clone().filter(|c| in_script(lang, *c)).count();
            assert!(2 * own > letters.count(), "{}: {title}", law.id);
        }
        // What was read has a source, what was not is said to be unverified.
        for (lang, name) in names {
            let said = |lines: &[String], start: &str| {
                let mut lines = lines.iter();
                lines.any(|line| line.starts_with(start) && line.contains(name))
            };
            let read = said(&law.sources, &format!("Title in {name}"));
            let doubted = said(&law.unverified, "The title");
            let there = law.title.exactly(lang).is_some();
            assert_eq!(read || doubted, there, "{} in {name}", law.id);
            assert!(!(read && doubted), "{} in {name}", law.id);
        }
    }
    let all: Vec<_> = known.values().copied().collect();
    let expected = [
        (Lang::Ar, 12),
        (Lang::En, 27),
        (Lang::Es, 26),
        (Lang::Fr, 27),
        (Lang::Ru, 25),
        (Lang::Zh, 25),
    ];
    assert_eq!(known, BTreeMap::from(expected), "{all:?}");
}

#[test]
fn no_two_treaties_have_a_name_in_common() {
    let entries = entries();
    let mut seen = BTreeSet::new();
    for law in laws(&entries).values() {
        let names = law.also.iter().chain([&law.short]);
        let titles = law.title.iter().map(|(_, title)| title.to_owned());
        for name in names.cloned().chain(titles) {
            assert!(seen.insert(name.to_lowercase()), "{name}");
        }
    }
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
