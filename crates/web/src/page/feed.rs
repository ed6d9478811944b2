//! `/feed`, `/treaties/{t}/feed`, `/states/{s}/feed`: what became known, newest first, to read and
//! to subscribe to.

use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use feed::say::{self, Told};
use treaty::{Lang, ParticipantId, TreatyId};
use world::sheet::Tabular;
use world::view::{NewsItem, NewsView};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::{Expected, Problem};

/// How many items a page holds, and at most.
const PAGE: usize = 100;
const MOST: usize = 500;

#[derive(Template)]
#[template(path = "feed.html")]
struct FeedPage<'v> {
    p: Frame,
    view: &'v NewsView,
    kicker: Option<(String, String)>,
    items: Vec<(&'v NewsItem, Told)>,
    atom: String,
    calendar: String,
}

impl FeedPage<'_> {
    fn about(&self, item: &NewsItem) -> String {
        feed::atom::page(item)
    }

    /// The direction of a quoted language.
    fn dir(&self, lang: &Lang) -> &'static str {
        crate::frame::direction(lang)
    }
}

/// What a feed is of.
struct Of {
    treaty: Option<TreatyId>,
    state: Option<ParticipantId>,
    nav: Nav,
    /// The page it belongs to, and what it is called.
    subject: Option<(String, String)>,
}

/// `GET /feed?before=…&limit=50`.
pub(crate) async fn all(Question(asked): Question) -> Result<Response, Problem> {
    let of = Of {
        treaty: None,
        state: None,
        nav: Nav::Changes,
        subject: None,
    };
    show(&asked, &of)
}

/// `GET /treaties/ccm/feed`.
pub(crate) async fn treaty(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let law = asked.treaty(&given)?;
    let of = Of {
        treaty: Some(law.id.clone()),
        state: None,
        nav: Nav::Treaties,
        subject: Some((format!("/treaties/{}", law.id), law.short.clone())),
    };
    show(&asked, &of)
}

/// `GET /states/VUT/feed`.
pub(crate) async fn state(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let id = asked.state(&given)?;
    let name = asked
        .world
        .participant(id)
        .map(|found| found.names.get(asked.lang));
    let name = name.unwrap_or(id.as_str()).to_owned();
    let of = Of {
        treaty: None,
        state: Some(id),
        nav: Nav::States,
        subject: Some((format!("/states/{id}"), name)),
    };
    show(&asked, &of)
}

fn show(asked: &Asked, of: &Of) -> Result<Response, Problem> {
    asked.only(&["before", "limit"])?;
    let whole = asked.is_published() && is_whole(asked, of);
    let limit = if whole { usize::MAX } else { limit(asked)? };
    let before = asked.params.one("before")?;
    let view = asked.world.news(
        of.treaty.as_ref(),
        of.state,
        asked.on,
        before,
        limit,
        asked.lang,
    );
    let view =
        view.ok_or_else(|| Problem::bad("before", before.unwrap_or_default(), Expected::Item))?;
    let view = if whole {
        let limit = view.total.max(1);
        NewsView { limit, ..view }
    } else {
        view
    };
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Atom => atom(asked, of, &view),
        Form::Svg | Form::Png | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => html(asked, of, &view),
    }
}

/// Whether a file of an edition has the whole list: data have, and the page of one treaty or one
/// State. The feed has the newest, as feeds do, and so has the page of everything.
fn is_whole(asked: &Asked, of: &Of) -> bool {
    match asked.form {
        Form::Json | Form::Csv => true,
        Form::Html => of.subject.is_some(),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => false,
    }
}

fn limit(asked: &Asked) -> Result<usize, Problem> {
    let Some(given) = asked.params.one("limit")? else {
        return Ok(PAGE);
    };
    let number = given.parse().ok();
    number
        .filter(|limit| (1..=MOST).contains(limit))
        .ok_or_else(|| Problem::bad("limit", given, Expected::Limit))
}

fn atom(asked: &Asked, of: &Of, view: &NewsView) -> Result<Response, Problem> {
    let title = match &of.subject {
        Some((_, what)) => asked
            .words
            .text_with("feed-title-of", &[("what", what.into())]),
        None => asked.words.text("feed-title-all").into_owned(),
    };
    let around = feed::atom::Around {
        words: asked.words,
        title: &title,
        page: asked.path(),
        address: &|path| asked.abroad(path),
        // Without a server, what is older is on the pages.
        paged: !asked.is_published(),
    };
    match feed::atom::write(view, &around) {
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

fn html(asked: &Asked, of: &Of, view: &NewsView) -> Result<Response, Problem> {
    let words = asked.words;
    let title = match &of.subject {
        Some((_, what)) => words.text_with("news-heading-of", &[("what", what.into())]),
        None => words.text("news-heading").into_owned(),
    };
    let path = asked.path();
    let p = asked.frame(of.nav, title).with_csv().with_feed(path);
    let items = view.items.iter();
    asked.page(&FeedPage {
        p,
        view,
        kicker: of.subject.clone(),
        items: items.map(|item| (item, say::news(words, item))).collect(),
        atom: asked.abroad(&format!("{path}.atom")),
        calendar: asked.abroad(&format!("{}.ics", path.replace("/feed", "/calendar"))),
    })
}
