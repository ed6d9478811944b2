//! What a reader asks, and what comes back.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod bad;
mod folder;
mod questions;
mod shelf;
mod shelves;
