//! The world of the shipped facts, and links as a page has them; for tests and examples.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test and example is a program of its own"
)]

use jiff::Timestamp;
use jiff::civil::Date;
use picture::Links;
use treaty::{Lang, ParticipantId, TreatyId};
use world::view::StatusView;
use world::{Viewer, World};

/// What anyone knows from the shipped facts.
pub fn shipped_world() -> World {
    let entries = shipped::entries().expect("the shipped facts can be read");
    let record = ledger::chain(entries).expect("they can be written");
    World::fold(&record, &Viewer::public(), Timestamp::MAX)
}

/// Where everybody stood under a shipped treaty.
pub fn status(world: &World, treaty: &str, on: Date, lang: Lang) -> StatusView {
    let id: TreatyId = treaty.parse().expect("an id");
    world.status(&id, on, lang).expect("a shipped treaty")
}

/// Links as a treaty's page has them.
pub struct PageLinks(pub &'static str);

impl Links for PageLinks {
    fn state(&self, id: ParticipantId) -> Option<String> {
        Some(format!("/states/{id}/{}?on=2026-11-21", self.0))
    }

    fn treaty(&self, _: &TreatyId) -> Option<String> {
        None
    }

    fn day(&self, _: Date) -> Option<String> {
        None
    }

    fn meeting(&self, _: &str) -> Option<String> {
        None
    }
}
