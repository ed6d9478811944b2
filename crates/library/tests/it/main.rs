//! What a reader asks, and what comes back.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod bad;
mod compare;
mod folder;
mod questions;
mod said;
mod shelf;
mod shelves;
