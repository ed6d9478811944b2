//! The reports of the demonstration, whole, in both languages: for people to read, and so that no change to them
//! goes unseen.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::{Audience, Batch, Entry, EntryId};
use report::compose::{How, paper};
use report::markdown;
use treaty::{Lang, TreatyId};
use words::Words;
use world::{Viewer, World};

/// The shipped facts and the demonstration, as anyone sees them.
fn world() -> World {
    let mut entries = shipped::entries().unwrap();
    let last = entries.last().unwrap().recorded;
    let demo = shipped::demo().unwrap().into_iter().zip(1u128..);
    entries.extend(demo.map(|(record, n)| Entry {
        id: EntryId(uuid::Uuid::from_u128(n)),
        recorded: last,
        author: shipped::DEMO_AUTHOR.to_owned(),
        audience: Audience::Public,
        label: None,
        origin: None,
        source: record.source,
        batch: Batch { at: 0, of: 1 },
        body: record.body,
    }));
    let recorded = ledger::chain(entries).unwrap();
    World::fold(&recorded, &Viewer::public(), Timestamp::MAX)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn progress(world: &World, lang: Lang) -> String {
    let ctbt: TreatyId = "ctbt".parse().unwrap();
    let (from, to) = (day("2021-09-23"), day("2023-09-22"));
    let view = world.report_progress(&ctbt, from, to, lang).unwrap();
    markdown::write(&paper(&view, Words::for_lang(lang), &How::default()))
}

/// Without what changes with every release of the facts: the head, and the number of entries.
fn settled(text: &str) -> String {
    let colophon = text.rfind("---").unwrap();
    text[..colophon].to_owned()
}

#[test]
fn the_progress_report_of_the_demonstration_in_english_and_french() {
    let world = world();
    for (lang, name) in [(Lang::En, "progress-en"), (Lang::Fr, "progress-fr")] {
        let text = progress(&world, lang);
        assert_eq!(text, progress(&world, lang), "the same bytes twice");
        assert!(!text.contains('⟨') && !text.contains("{$"), "{text}");
        insta::assert_snapshot!(name, settled(&text));
    }
}

#[test]
fn the_status_of_the_ccm_in_english_and_french() {
    let world = world();
    let ccm: TreatyId = "ccm".parse().unwrap();
    for (lang, name) in [(Lang::En, "status-en"), (Lang::Fr, "status-fr")] {
        let view = world.report_status(&ccm, day("2021-09-21"), lang).unwrap();
        let text = markdown::write(&paper(&view, Words::for_lang(lang), &How::default()));
        insta::assert_snapshot!(name, settled(&text));
    }
}
