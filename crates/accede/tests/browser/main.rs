//! The pages in a browser: the journeys people make, and what every page owes every reader.
//!
//! Needs Debian's `chromium` and `chromium-driver` (or others of these names); without them the
//! tests say that they were skipped, and with `ACCEDE_REQUIRE_ALL=1` they fail.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../common/mod.rs"]
mod common;
mod driver;
mod reader;

mod account;
mod addresses;
mod approaches;
mod confirming;
mod every_page;
mod in_place;
mod issuer;
mod journeys;
mod kept;
mod moving;
mod paper;
mod passkeys;
mod posts;
mod recording;
mod reports;
mod rtl;
#[path = "../../../issuer/tests/small/mod.rs"]
mod small;
