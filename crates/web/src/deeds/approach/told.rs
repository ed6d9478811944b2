//! `/approaches/recorded`: that it is on record, and what may come next.

use askama::Template;
use axum::response::Response;
use ledger::EntryRef;

use crate::deeds::Key;
use crate::door::inside::{Inside, Stop};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "approach/recorded.html")]
struct RecordedPage {
    p: Frame,
    entry: EntryRef,
    summary: String,
    /// Under which key it was sent: a browser that keeps it as a draft drops it.
    key: String,
}

/// `GET /approaches/recorded?entry=…&key=…`.
pub(super) async fn show(inside: Inside) -> Result<Response, Stop> {
    let asked = &inside.asked;
    asked.only(&["entry", "key"])?;
    let given = asked.params.one("entry")?.unwrap_or_default();
    let name = asked.entry_name(given)?;
    let entry = asked
        .world
        .entry(name)
        .ok_or_else(|| Problem::NoSuchEntry {
            given: crate::asked::short(given),
            entries: asked.world.head().entries,
        })?;
    // What is no key is under none that a browser could keep.
    let key = asked
        .params
        .one("key")?
        .and_then(|given| given.parse::<Key>().ok());
    let key = key.map(|key| key.to_string()).unwrap_or_default();
    let mut p = asked
        .frame(Nav::Elsewhere, asked.words.text("rec-recorded-title"))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    p.scripts = vec!["drafts.js"];
    let approach = asked.world.approach(name, asked.lang);
    let summary = approach.map_or(entry.summary, |one| p.headline_of_day(&one));
    Ok(asked.page(&RecordedPage {
        p,
        entry: name,
        summary,
        key,
    })?)
}
