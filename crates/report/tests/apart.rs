//! The version for anyone is free of what is for a team: of each kind, in each form and language, it is to the byte
//! what it would be had the team's entries never been written.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::{Audience, Batch, Entry, EntryId};
use proptest::prelude::*;
use report::compose::{How, paper};
use report::docx::{self, PictureError};
use report::figure::Figure;
use report::paper::NoteForm;
use report::{html, markdown};
use treaty::{Lang, ParticipantId, TreatyId};
use words::Words;
use world::view::{ReportAsk, ReportKind, ReportOf, ReportSpan, ReportView};
use world::{Viewer, World};

const TEAM: &str = "italy";

fn team() -> Audience {
    Audience::Teams(vec![TEAM.to_owned()])
}

/// The demonstration: approaches, promises, stages, offices, votes.
fn demo() -> Vec<Entry> {
    let last = shipped::entries().unwrap().last().unwrap().recorded;
    let all = shipped::demo().unwrap().into_iter().zip(1u128..);
    all.map(|(record, n)| Entry {
        id: EntryId(uuid::Uuid::from_u128(n)),
        recorded: last,
        author: shipped::DEMO_AUTHOR.to_owned(),
        audience: Audience::Public,
        label: None,
        origin: None,
        source: record.source,
        batch: Batch { at: 0, of: 1 },
        body: record.body,
    })
    .collect()
}

fn folded(more: impl IntoIterator<Item = Entry>, viewer: &Viewer) -> World {
    let mut entries = shipped::entries().unwrap();
    entries.extend(more);
    let known = Timestamp::MAX;
    World::fold(&ledger::chain(entries).unwrap(), viewer, known)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A question of each kind, as it takes it; about the CTBT, of which the demonstration tells, and the CCM, under which
/// more is owed.
fn asks() -> Vec<ReportAsk> {
    let kinds = ReportKind::ALL.into_iter();
    let all = kinds.flat_map(|kind| {
        ["ctbt", "ccm"].map(|treaty| ReportAsk {
            kind,
            treaty: treaty.parse::<TreatyId>().unwrap(),
            of: match kind.of() {
                ReportOf::All => Vec::new(),
                ReportOf::SomeOrAll | ReportOf::Some => ["ITA", "NPL", "SOM", "EGY"]
                    .map(|code| code.parse::<ParticipantId>().unwrap())
                    .to_vec(),
            },
            from: match kind.span() {
                ReportSpan::Day => None,
                ReportSpan::Period | ReportSpan::DayOrPeriod => Some(day("2021-09-23")),
            },
            to: day("2023-09-22"),
            plan: None,
        })
    });
    all.collect()
}

/// A report in every form there is in this room.
fn forms(world: &World, view: &ReportView, lang: Lang, notes: NoteForm) -> [Vec<u8>; 4] {
    let words = Words::for_lang(lang);
    let pictures = Figure::ALL.into_iter();
    let pictures = pictures.filter_map(|one| one.draw(world, &view.treaty, view.to, words));
    let how = How {
        notes,
        pictures: pictures.collect(),
        ..How::default()
    };
    let paper = paper(view, words, &how);
    // The dots are made of the lines, which stand in the page.
    let dots = |svg: &str, _| Ok::<_, PictureError>(svg.as_bytes().to_vec());
    [
        docx::write(&paper, &dots).unwrap(),
        html::page(&paper).into_bytes(),
        markdown::write(&paper).into_bytes(),
        serde_json::to_vec(&paper).unwrap(),
    ]
}

fn same(one: &World, other: &World) {
    for ask in asks() {
        for (lang, notes) in [(Lang::En, NoteForm::Foot), (Lang::Fr, NoteForm::End)] {
            let (a, b) = (
                one.report(&ask, lang).unwrap(),
                other.report(&ask, lang).unwrap(),
            );
            let named = format!("{} on {} in {}", ask.kind, ask.treaty, lang.code());
            assert!(a == b, "{named}: not the same answer");
            let same = forms(one, &a, lang, notes) == forms(other, &b, lang, notes);
            assert!(same, "{named}: not the same bytes");
        }
    }
}

#[test]
fn the_version_for_anyone_is_what_it_would_be_without_the_entries_of_a_team() {
    let kept = demo().into_iter().map(|mut entry| {
        entry.audience = team();
        entry
    });
    let with = folded(kept.clone(), &Viewer::public());
    same(&folded([], &Viewer::public()), &with);

    // And it is not so because nothing would be told of them.
    let full = folded(kept, &Viewer::member([TEAM]));
    for ask in asks() {
        if ask.treaty.as_str() != "ctbt" || !told_by_the_demonstration(ask.kind) {
            continue;
        }
        let (full, anyone) = (full.report(&ask, Lang::En), with.report(&ask, Lang::En));
        let (full, anyone) = (full.unwrap(), anyone.unwrap());
        assert_ne!(
            full.parts, anyone.parts,
            "{} tells more to the team",
            ask.kind
        );
    }
}

/// Whether the demonstration has entries that a report of this kind tells of.
fn told_by_the_demonstration(kind: ReportKind) -> bool {
    match kind {
        ReportKind::Progress
        | ReportKind::Brief
        | ReportKind::Bilateral
        | ReportKind::Activities
        | ReportKind::Assistance => true,
        ReportKind::Status
        | ReportKind::Obligations
        | ReportKind::Plan
        | ReportKind::Sentence
        | ReportKind::Votes => false,
    }
}

#[test]
fn no_sentence_for_anyone_rests_on_an_entry_that_is_not() {
    let mixed = demo().into_iter().enumerate().map(|(at, mut entry)| {
        if at % 2 == 0 {
            entry.audience = team();
        }
        entry
    });
    let world = folded(mixed, &Viewer::public());
    for ask in asks() {
        let view = world.report(&ask, Lang::En).unwrap();
        let paper = paper(&view, Words::for_lang(Lang::En), &How::default());
        assert_eq!(paper.masthead.restricted, None, "{}", ask.kind);
        for entry in paper
            .paragraphs()
            .flat_map(report::paper::Paragraph::entries)
        {
            assert!(
                paper.source(entry).is_some(),
                "{}: {entry} has no source",
                ask.kind
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Whichever entries are the team's.
    #[test]
    fn whichever_entries_are_the_team_s(of_team in prop::collection::vec(any::<bool>(), demo().len())) {
        let marked: Vec<_> = demo().into_iter().zip(of_team).collect();
        let with = marked.iter().cloned().map(|(mut entry, of_team)| {
            if of_team {
                entry.audience = team();
            }
            entry
        });
        let without = marked.iter().filter(|(_, of_team)| !of_team);
        let without = without.map(|(entry, _)| entry.clone());
        let without = folded(without, &Viewer::public());
        let with = folded(with, &Viewer::public());
        for ask in asks() {
            // What is written is made of the answer alone.
            let answers = [&without, &with].map(|world| world.report(&ask, Lang::En).unwrap());
            prop_assert!(answers[0] == answers[1], "{} on {}", ask.kind, ask.treaty);
        }
    }
}
