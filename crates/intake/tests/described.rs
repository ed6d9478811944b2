//! What documents say of themselves, and what is read of it.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;
#[path = "describing/facts.rs"]
mod facts;
#[path = "describing/hostile.rs"]
mod hostile;
#[path = "describing/languages.rs"]
mod languages;
#[path = "describing/page.rs"]
mod page;
#[path = "describing/seeds.rs"]
mod seeds;
#[path = "describing/statements.rs"]
mod statements;
