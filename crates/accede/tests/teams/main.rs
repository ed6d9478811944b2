//! Teams and who is in them: on the command line, and over HTTP as people do it.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../common/mod.rs"]
mod common;

mod agree;
mod audit;
mod commands;
mod pages;
mod people;
