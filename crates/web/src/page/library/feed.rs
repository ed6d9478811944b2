//! `/library.atom`: a search that is followed: what matches, the last recorded first.

use std::cmp::Reverse;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use feed::atom::documents::{Around, Item, write};
use feed::say::Line;
use library::{FindHit, FindView};

use super::facets::Desk;
use crate::ask::encode;
use crate::asked::{Asked, short};
use crate::frame::Frame;
use crate::problem::Problem;

/// How many a feed holds.
const HELD: usize = 50;

/// The feed of an answer that holds everything that matches.
pub(super) fn answer(
    asked: &Asked,
    p: &Frame,
    desk: &Desk<'_>,
    view: FindView,
) -> Result<Response, Problem> {
    let title = match view.q.as_str() {
        "" => asked.words.text("library-feed-title").into_owned(),
        q => {
            let what = [("what", short(q).into())];
            asked.words.text_with("library-feed-title-of", &what)
        }
    };
    let hits = view.hits.into_iter();
    let mut items: Vec<Item> = hits.filter_map(|hit| item(asked, p, hit)).collect();
    items.sort_by_key(|item| (Reverse(item.published), item.id.clone()));
    items.truncate(HELD);
    let around = Around {
        words: asked.words,
        title: &title,
        page: &desk.lasting(""),
        feed: &desk.lasting(".atom"),
        address: &|path| asked.abroad(path),
    };
    match write(&items, &around) {
        Ok(text) => {
            let kind = [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")];
            Ok((kind, text).into_response())
        }
        Err(cause) => {
            tracing::error!(%cause, path = asked.path(), "a feed could not be written");
            Err(Problem::Ours)
        }
    }
}

fn item(asked: &Asked, p: &Frame, hit: FindHit) -> Option<Item> {
    let world = &asked.world;
    let published = world.recorded(hit.entry)?;
    let changed = world
        .document(&hit.id, asked.lang)
        .map(|document| document.changed);
    let mut lines = Vec::new();
    let mut say = |key: &str, text: Option<String>| {
        lines.extend(text.map(|text| Line {
            label: p.t(key).into_owned(),
            text,
            lang: None,
        }));
    };
    let by: Vec<String> = hit.names.iter().chain(&hit.group).cloned().collect();
    say("library-by", (!by.is_empty()).then(|| by.join(", ")));
    say("library-field-speaker", hit.speaker.clone());
    say("col-day", hit.date.map(|date| p.w.partial_date(date)));
    say("library-field-meeting", hit.meeting_title.clone());
    say("library-field-symbol", hit.symbol.clone());
    say("library-text", hit.snippet.clone());
    let kind = (hit.kind.to_string(), p.code(hit.kind).into_owned());
    let themes = hit.themes.iter();
    let themes = themes.map(|theme| (theme.to_string(), p.code(theme).into_owned()));
    Some(Item {
        id: world.id_of(hit.entry)?.to_string(),
        page: format!("/library/{}", encode(&hit.id)),
        lines,
        published,
        updated: changed.unwrap_or(published),
        categories: std::iter::once(kind).chain(themes).collect(),
        title: hit.title,
        url: hit.url,
    })
}
