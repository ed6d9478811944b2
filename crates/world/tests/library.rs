//! The catalogue of the library, over the shipped facts and over small records.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;

use common::{chain, code, entry, id, shipped_world};
use jiff::Timestamp;
use ledger::body::vocabulary::{DocumentKind, DocumentTheme};
use ledger::body::{Correction, Document, Retraction};
use ledger::{Body, EntryId};
use treaty::Lang;
use world::view::{LibraryCard, LibraryWhat};
use world::{Viewer, World};

/// What Italy said under the CCM, as the page of its ministry lists it.
fn of_italy(world: &World) -> Vec<LibraryCard> {
    let cards = world.library(Lang::En).into_iter();
    cards
        .filter(|card| card.by.iter().any(|by| by.iso3 == code("ITA")))
        .filter(|card| card.kind == DocumentKind::Statement)
        .filter(|card| card.treaties.contains(&id("ccm")))
        .collect()
}

#[test]
fn the_statements_of_the_page_stand_there_once_each_by_theme() {
    let world = shipped_world();
    let all = of_italy(&world);
    assert_eq!(all.len(), 28);
    let meetings: BTreeSet<_> = all.iter().map(|card| card.meeting_title.as_ref()).collect();
    // The document names its meeting in its own words; it is one of the thirteen all the same.
    let slugs: BTreeSet<_> = all.iter().map(|card| card.meeting.as_ref()).collect();
    assert!(meetings.len() >= slugs.len());
    let of_theme = |theme| {
        let with = all.iter().filter(|card| card.themes.contains(&theme));
        let years: Vec<_> = with
            .map(|card| card.date.unwrap().to_string()[..4].to_owned())
            .collect();
        let years: BTreeSet<_> = years.into_iter().collect();
        Vec::from_iter(years)
    };
    assert_eq!(
        of_theme(DocumentTheme::Universalization),
        ["2016", "2017", "2020"]
    );
    assert_eq!(of_theme(DocumentTheme::Finances), ["2015", "2016", "2017"]);
}

#[test]
fn a_statement_whose_text_is_a_document_is_that_document() {
    let world = shipped_world();
    let document = world
        .document("ita-ccm-2rc-universalization", Lang::Fr)
        .unwrap();
    assert_eq!(document.by[0].name, "Italie");
    assert_eq!(document.aligned_with[0].iso3, code("EUE"));
    assert_eq!(document.meeting.as_deref(), Some("ccm-revcon-2-part1"));
    let statement = document.statement.unwrap();
    let said = world.statements(Some(&id("ccm")), Some(code("ITA")), Lang::En);
    let said = said.iter().find(|one| one.entry == statement).unwrap();
    assert_eq!(said.title.as_deref(), Some("Universalization"));
    assert_eq!(said.date.to_string(), "2020-11");
    let cards = world.library(Lang::En);
    assert!(cards.iter().all(|card| card.entry != statement));
    let card = cards.iter().find(|card| card.id == document.id).unwrap();
    assert_eq!(card.what, LibraryWhat::Document);
    assert!(
        card.names.contains(&"意大利".to_owned()),
        "{:?}",
        card.names
    );
}

fn paper(name: &str, title: &str) -> Document {
    serde_json::from_value(serde_json::json!({
        "document": name, "kind": "report", "title": title,
    }))
    .unwrap()
}

fn body(document: Document) -> Body {
    Body::Document(Box::new(document))
}

fn world_of(bodies: Vec<Body>) -> World {
    let entries = (1..).zip(bodies).map(|(n, body)| entry(n, body)).collect();
    World::fold(&chain(entries), &Viewer::public(), Timestamp::MAX)
}

fn of(n: u64) -> EntryId {
    entry(n, body(paper("any", "any"))).id
}

#[test]
fn the_first_of_a_name_has_it_until_it_is_taken_back() {
    let twice = vec![body(paper("same", "First")), body(paper("same", "Second"))];
    let world = world_of(twice.clone());
    assert_eq!(world.document("same", Lang::En).unwrap().title, "First");
    assert_eq!(world.document("2", Lang::En).unwrap().title, "Second");
    assert_eq!(world.document("2", Lang::En).unwrap().id, "2");
    assert_eq!(world.document("other", Lang::En), None);
    let mut gone = twice;
    gone.push(Body::Retraction(Retraction {
        of: of(1),
        why: "twice".into(),
    }));
    let world = world_of(gone);
    assert_eq!(world.document("same", Lang::En).unwrap().title, "Second");
    assert_eq!(world.documents(Lang::En).documents.len(), 1);
}

#[test]
fn a_correction_is_what_a_document_says_and_versions_know_each_other() {
    let language = |name: &str, tag: &str| Document {
        work: Some("work".into()),
        language: Some(tag.into()),
        ..paper(name, tag)
    };
    let right = Document {
        on: Some("2023".parse().unwrap()),
        ..language("french", "fr")
    };
    let world = world_of(vec![
        body(language("french", "en")),
        body(language("english", "en")),
        body(paper("alone", "Alone")),
        Body::Correction(Correction {
            of: of(1),
            body: Box::new(body(right)),
            why: "it is French".into(),
        }),
    ]);
    let french = world.document("french", Lang::En).unwrap();
    assert_eq!(french.language.as_deref(), Some("fr"));
    assert_ne!(french.entry, french.worded);
    assert_eq!(french.versions.len(), 1);
    assert_eq!(french.versions[0].id, "english");
    assert!(
        world
            .document("alone", Lang::En)
            .unwrap()
            .versions
            .is_empty()
    );
    // By day, what has none at the end.
    let ids: Vec<_> = world.documents(Lang::En).documents;
    let ids: Vec<_> = ids.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["french", "alone", "english"]);
}
