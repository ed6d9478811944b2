//! What only a published edition has: what it is of, what is in it, what needs a server, and the
//! ledger in pages of a hundred entries.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use ledger::{EntryRef, Seq};
use treaty::{ParticipantId, TreatyId};
use world::view::EntryView;

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::part::is_web;
use crate::path::Path;
use crate::problem::Problem;
use crate::publish::ENTRIES;

#[derive(Template)]
#[template(path = "edition/edition.html")]
struct EditionPage {
    p: Frame,
}

#[derive(Template)]
#[template(path = "edition/contents.html")]
struct ContentsPage {
    p: Frame,
    treaties: Vec<(TreatyId, String, String)>,
    states: Vec<(ParticipantId, String)>,
}

#[derive(Template)]
#[template(path = "edition/needs.html")]
struct NeedsPage {
    p: Frame,
}

#[derive(Template)]
#[template(path = "edition/missing.html")]
struct MissingPage {
    p: Frame,
}

#[derive(Template)]
#[template(path = "edition/entries.html")]
struct EntriesPage {
    p: Frame,
    entries: Vec<Written>,
    before: Option<u64>,
    after: Option<u64>,
}

/// An entry, whole.
struct Written {
    entry: EntryView,
    url: Option<String>,
    body: String,
}

/// Their addresses. The server has none of them, and no table of its addresses lists them.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/edition", get(edition))
        .route("/contents", get(contents))
        .route("/needs-server", get(needs))
        .route("/not-found", get(missing))
        .route("/ledger/from/{seq}", get(entries))
}

/// A page of the edition: no day of its own, no data.
fn frame(asked: &Asked, nav: Nav, title: &str) -> Frame {
    let mut p = asked.frame(nav, title).undated();
    p.has_json = false;
    p.has_permanent = false;
    p
}

/// Pages alone: an edition's data are in its files.
fn page_alone(asked: &Asked) -> Result<(), Problem> {
    asked.only(&[])?;
    match asked.form {
        Form::Html => Ok(()),
        Form::Json
        | Form::Csv
        | Form::Svg
        | Form::Png
        | Form::Atom
        | Form::Ics
        | Form::Paper(_) => Err(asked.no_form()),
    }
}

/// What the edition is of: day, moment of knowledge, head, and how to check it.
pub(crate) async fn edition(Question(asked): Question) -> Result<Response, Problem> {
    page_alone(&asked)?;
    let p = frame(&asked, Nav::About, &asked.words.text("edition-heading"));
    asked.page(&EditionPage { p })
}

/// Everything that is in the edition, by name: what stands in for a search.
pub(crate) async fn contents(Question(asked): Question) -> Result<Response, Problem> {
    page_alone(&asked)?;
    let p = frame(
        &asked,
        Nav::Elsewhere,
        &asked.words.text("edition-contents"),
    );
    let laws = asked.world.treaties().into_iter();
    let mut treaties: Vec<_> = laws
        .map(|law| {
            let title = law.title.get(asked.lang).to_owned();
            (law.id.clone(), law.short.clone(), title)
        })
        .collect();
    treaties.sort_by(|a, b| a.1.cmp(&b.1));
    let participants = asked.world.participants().into_iter();
    let states = participants
        .map(|one| (one.id, one.names.get(asked.lang).to_owned()))
        .collect();
    asked.page(&ContentsPage {
        p,
        treaties,
        states,
    })
}

/// What a file cannot do, and how to have it.
pub(crate) async fn needs(Question(asked): Question) -> Result<Response, Problem> {
    page_alone(&asked)?;
    let p = frame(&asked, Nav::Elsewhere, &asked.words.text("edition-needs"));
    asked.page(&NeedsPage { p })
}

/// What hosts show for a file that is not there.
pub(crate) async fn missing(Question(asked): Question) -> Result<Response, Problem> {
    page_alone(&asked)?;
    let p = frame(&asked, Nav::Elsewhere, &asked.words.text("edition-missing"));
    asked.page(&MissingPage { p })
}

/// `GET /ledger/from/4401`: a hundred entries, the first first.
pub(crate) async fn entries(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    page_alone(&asked)?;
    let EntryRef::Public(Seq(begin)) = asked.entry_name(&given)? else {
        return Err(Problem::NoSuchPage);
    };
    if begin % ENTRIES != 1 {
        return Err(Problem::NoSuchPage);
    }
    let end = begin.saturating_add(ENTRIES);
    let view = asked.world.ledger(Some(public(end)), within(ENTRIES));
    let entries: Vec<_> = view
        .entries
        .into_iter()
        .filter(|entry| entry.seq >= public(begin))
        .rev()
        .map(written)
        .collect();
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
        return Err(Problem::NoSuchPage);
    };
    let span = [
        ("from", first.entry.seq.to_string().into()),
        ("to", last.entry.seq.to_string().into()),
    ];
    let title = asked.words.text_with("edition-entries", &span);
    let p = frame(&asked, Nav::Ledger, &title);
    let after = asked.world.entry(public(end)).map(|_| end);
    asked.page(&EntriesPage {
        p,
        entries,
        before: begin.checked_sub(ENTRIES),
        after,
    })
}

/// A public entry, by its number.
fn public(number: u64) -> EntryRef {
    EntryRef::Public(Seq(number))
}

fn within(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn written(entry: EntryView) -> Written {
    let url = entry.source.url.clone().filter(|url| is_web(url));
    Written {
        url,
        body: serde_json::to_string_pretty(&entry.body).unwrap_or_default(),
        entry,
    }
}
