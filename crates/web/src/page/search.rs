//! `/search?q=`: one search over everything: what has the name, and documents that have the words.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use jiff::Timestamp;
use library::{Ask, FindHit, FindView, Want};
use schemars::JsonSchema;
use serde::Serialize;
use world::Viewer;
use world::sheet::{Sheet, cell, word};
use world::view::{Found, HeadView, LibraryWhat, SearchHit, SearchView};

use crate::App;
use crate::ask::{Form, encode};
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::page::plans;
use crate::problem::{Expected, Problem};

/// How many are shown where nothing else is asked.
const SHOWN: usize = 50;

/// How many can be asked for.
const MOST: usize = 200;

/// Of so many places one at least is for documents, where any are found.
const SHARE: usize = 4;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'v> {
    p: Frame,
    view: &'v Answer,
    examples: [&'static str; 6],
}

/// What was found, each with its address.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Answer {
    /// What was asked.
    q: String,
    /// The moment of knowledge.
    known: Timestamp,
    /// The head behind the answer.
    head: HeadView,
    /// How many were found in all.
    total: u32,
    /// The best, best first.
    hits: Vec<Hit>,
}

/// One thing that was found.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Hit {
    #[serde(flatten)]
    hit: SearchHit,
    /// What it is, in the reader's language.
    label: String,
    /// Where it stands; the times and the language asked for go along.
    address: String,
}

/// `GET /search?q=Swaziland`.
pub(crate) async fn show(
    State(app): State<App>,
    viewer: Option<Extension<Viewer>>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["q", "limit"])?;
    let q = asked.params.one("q")?.unwrap_or_default();
    let limit = asked.params.one("limit")?.map(limit).transpose()?;
    let limit = limit.unwrap_or(SHOWN);
    let mut view = asked.world.search(q, asked.on, asked.lang, limit);
    let viewer = viewer.map(|Extension(viewer)| viewer).unwrap_or_default();
    add(&mut view, documents(&app, &asked, viewer).await?, limit);
    let view = addressed(&asked, view);
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&table(&view))),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let title = if q.is_empty() {
                asked.words.text("search-title").into_owned()
            } else {
                let what = [("what", crate::asked::short(q).into())];
                asked.words.text_with("search-title-of", &what)
            };
            asked.page(&SearchPage {
                p: asked.frame(Nav::Search, title).with_csv().undated(),
                view: &view,
                examples: [
                    "Ivory Coast",
                    "Италия",
                    "突尼斯",
                    "مصر",
                    "ccm 3(2)",
                    "11MSP",
                ],
            })
        }
    }
}

/// The documents of the library that have the words, the best first. What is no word there, but a name or a code, is
/// found by the record.
async fn documents(
    app: &App,
    asked: &Arc<Asked>,
    viewer: Viewer,
) -> Result<Vec<FindHit>, Problem> {
    let q = asked.params.one("q")?.unwrap_or_default();
    let ask = Ask {
        today: Some(asked.on),
        limit: MOST,
        values: 0,
        ..Ask::parse(q)
    };
    if q.is_empty() || ask.want == Want::Anything {
        return Ok(Vec::new());
    }
    let question = ask.clone();
    let found = app
        .look_up(asked, viewer, move |stacks, world, viewer| {
            stacks.search(world, viewer, &ask)
        })
        .await?;
    let view = FindView::of(&asked.world, asked.lang, q, &question, found);
    let mut hits = view.hits;
    hits.retain(|hit| hit.what == LibraryWhat::Document);
    Ok(hits)
}

/// Adds documents to what has the name. Of few places the documents have their share.
fn add(view: &mut SearchView, documents: Vec<FindHit>, limit: usize) {
    let share = documents.len().min(limit.div_ceil(SHARE));
    view.hits.truncate(limit.saturating_sub(share));
    let found = u32::try_from(documents.len()).unwrap_or(u32::MAX);
    view.total = view.total.saturating_add(found);
    let rest = limit.saturating_sub(view.hits.len());
    let documents = documents.into_iter().take(rest);
    view.hits.extend(documents.map(|hit| SearchHit {
        kind: Found::Document,
        note: note(&hit),
        id: hit.id,
        treaty: hit.treaties.into_iter().next(),
        iso3: hit.iso3.into_iter().next(),
        title: hit.title,
        matched: None,
    }));
}

/// One line more of a document: its day, who speaks, and the passage that shows why.
fn note(hit: &FindHit) -> Option<String> {
    let mut parts: Vec<String> = hit.date.iter().map(ToString::to_string).collect();
    parts.extend(hit.names.iter().cloned());
    parts.extend(hit.group.iter().cloned());
    parts.extend(hit.snippet.iter().cloned());
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn limit(given: &str) -> Result<usize, Problem> {
    given
        .parse()
        .ok()
        .filter(|limit| (1..=MOST).contains(limit))
        .ok_or_else(|| Problem::bad("limit", given, Expected::Hits))
}

fn addressed(asked: &Asked, view: SearchView) -> Answer {
    let frame = asked.frame(Nav::Search, "");
    let hits = view.hits.into_iter().map(|hit| Hit {
        label: asked.words.text(keys::found(hit.kind)).into_owned(),
        address: address(&frame, &hit),
        hit: SearchHit {
            title: title(&frame, &hit),
            ..hit
        },
    });
    Answer {
        q: view.q,
        known: view.known,
        head: view.head,
        total: view.total,
        hits: hits.collect(),
    }
}

/// Its title; of what the record names by a word of its own, the name that pages have for it.
fn title(p: &Frame, hit: &SearchHit) -> String {
    match hit.kind {
        Found::Group => p.group(&hit.id).into_owned(),
        Found::Meeting => {
            let short = hit.treaty.as_ref().map(|treaty| p.short(treaty));
            let parts = short.as_ref().and_then(|short| {
                let rest = hit.title.strip_prefix(short.as_str())?.trim_start();
                Some((short, rest.split_once(' ').unwrap_or((rest, ""))))
            });
            let Some((short, (kind, number))) = parts else {
                return hit.title.clone();
            };
            let number = (!number.is_empty()).then(|| number.to_owned());
            format!(
                "{short}{}{}",
                p.colon(),
                p.meeting_name(kind, &number).plain()
            )
        }
        Found::State
        | Found::Treaty
        | Found::Participation
        | Found::Duty
        | Found::Plan
        | Found::Action
        | Found::Statement
        | Found::Approach
        | Found::Document => hit.title.clone(),
    }
}

fn table(view: &Answer) -> Sheet {
    let mut table = Sheet::new(&[
        "kind", "id", "treaty", "iso3", "title", "matched", "lang", "note", "address",
    ]);
    for Hit { hit, address, .. } in &view.hits {
        let matched = hit.matched.as_ref();
        table.row(vec![
            word(&hit.kind),
            hit.id.clone(),
            cell(hit.treaty.as_ref()),
            cell(hit.iso3),
            hit.title.clone(),
            cell(matched.map(|matched| &matched.name)),
            cell(matched.and_then(|matched| matched.lang)),
            cell(hit.note.as_ref()),
            address.clone(),
        ]);
    }
    table
}

/// Where a hit stands.
fn address(p: &Frame, hit: &SearchHit) -> String {
    let id = encode(&hit.id);
    let treaty = hit.treaty.as_ref().map_or("", |treaty| treaty.as_str());
    let state = hit.iso3.as_ref().map_or("", |iso3| iso3.as_str());
    let kept = p.kept();
    match hit.kind {
        Found::State => format!("/states/{id}{kept}"),
        Found::Treaty => format!("/treaties/{id}{kept}"),
        Found::Participation => format!("/states/{id}/{treaty}{kept}"),
        Found::Meeting => format!("/meetings/{id}{kept}"),
        Found::Duty => {
            let own = [("article", hit.id.as_str()), ("standing", "any")];
            format!("/treaties/{treaty}/obligations{}", p.kept_with(&own))
        }
        Found::Plan => format!("/treaties/{treaty}/plans/{id}{kept}"),
        Found::Action => {
            let (plan, number) = hit.id.split_once('#').unwrap_or((&hit.id, ""));
            let anchor = plans::anchor(number);
            format!("/treaties/{treaty}/plans/{}{kept}#{anchor}", encode(plan))
        }
        Found::Group => format!("/matrix{}", p.kept_and("group", &hit.id)),
        Found::Statement => format!("/states/{state}/{treaty}{kept}#said-{id}"),
        Found::Approach => format!("/approaches/{id}{kept}"),
        Found::Document => format!("/library/{id}{kept}"),
    }
}
