//! `/ledger/{seq}`: one entry, with its body, its source and its place in the chain.

use askama::Template;
use axum::response::Response;
use ledger::Seq;
use world::view::EntryView;

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::part::{confidence_key, is_web};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "entry.html")]
struct EntryPage<'v> {
    p: Frame,
    entry: &'v EntryView,
    previous: Option<(Seq, String)>,
    following: Option<Seq>,
    url: Option<&'v str>,
    confidence: Option<&'static str>,
    body: String,
}

/// `GET /ledger/4411`.
pub(crate) async fn show(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let seq = asked.seq(&given)?;
    let entries = asked.world.head().entries;
    let entry = asked.world.entry(seq).ok_or_else(|| Problem::NoSuchEntry {
        given: crate::asked::short(&given),
        entries,
    })?;
    match asked.form {
        Form::Json => asked.json(&entry),
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics => Err(asked.no_form()),
        Form::Html => {
            let title = asked
                .words
                .text_with("entry-title", &[("seq", seq.to_string().into())]);
            let p = asked.frame(Nav::Ledger, title).undated();
            let before = seq
                .0
                .checked_sub(1)
                .and_then(|seq| asked.world.entry(Seq(seq)));
            let following = seq.0.checked_add(1).map(Seq);
            asked.page(&EntryPage {
                p,
                previous: before.map(|entry| (entry.seq, entry.link)),
                following: following.filter(|seq| asked.world.entry(*seq).is_some()),
                url: entry.source.url.as_deref().filter(|url| is_web(url)),
                confidence: entry.source.confidence.map(confidence_key),
                body: serde_json::to_string_pretty(&entry.body).unwrap_or_default(),
                entry: &entry,
            })
        }
    }
}
