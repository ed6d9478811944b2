//! `/ledger/{entry}`: one entry, by its number or its id, with its body, its source and its place in the chain.

use askama::Template;
use axum::extract::Extension;
use axum::response::Response;
use ledger::EntryRef;
use world::view::EntryView;

use crate::ask::Form;
use crate::asked::Question;
use crate::deeds::{By, is_offered};
use crate::door::Names;
use crate::frame::{Frame, Nav};
use crate::part::{confidence_key, is_web};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "entry.html")]
struct EntryPage<'v> {
    p: Frame,
    entry: &'v EntryView,
    previous: Option<(EntryRef, String)>,
    following: Option<EntryRef>,
    url: Option<&'v str>,
    confidence: Option<&'static str>,
    body: String,
    /// Where an extract of it is released, for those who may.
    release: Option<String>,
}

/// `GET /ledger/4411`.
pub(crate) async fn show(
    by: Option<Extension<By>>,
    names: Option<Extension<Names>>,
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let name = asked.entry_name(&given)?;
    let entries = asked.world.head().entries;
    let entry = asked
        .world
        .entry(name)
        .ok_or_else(|| Problem::NoSuchEntry {
            given: crate::asked::short(&given),
            entries,
        })?;
    match asked.form {
        Form::Json => asked.json(&entry),
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => {
            Err(asked.no_form())
        }
        Form::Html => {
            let title = asked
                .words
                .text_with("entry-title", &[("seq", name.to_string().into())]);
            let mut p = asked.frame(Nav::Ledger, title).undated();
            let author = std::iter::once(&entry.author);
            p.names = Names::of(names.as_deref(), author).await?;
            let (before, following) = asked.world.beside(name).unwrap_or_default();
            asked.page(&EntryPage {
                p,
                previous: before.map(|entry| (entry.seq, entry.link)),
                following: following.map(|entry| entry.seq),
                url: entry.source.url.as_deref().filter(|url| is_web(url)),
                confidence: entry.source.confidence.map(confidence_key),
                release: by
                    .zip(asked.world.approach(name, asked.lang))
                    .filter(|(by, view)| by.token.is_none() && is_offered(view, by))
                    .map(|_| format!("/ledger/{name}/release")),
                body: serde_json::to_string_pretty(&entry.body).unwrap_or_default(),
                entry: &entry,
            })
        }
    }
}
