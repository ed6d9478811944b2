//! A paper as a Word document: what is in the package, whether it holds together, and what it bears.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../sample/mod.rs"]
mod sample;

mod any;
mod hostile;
mod office;
mod opened;
mod order;
mod package;
mod words;
