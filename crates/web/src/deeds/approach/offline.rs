//! `/approaches/offline`: the bare form, which browsers keep for when there is no network. It is for
//! anyone: nothing on it is of whoever asks, not even his name, and it is made from what anyone may see.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use words::Words;
use world::Viewer;

use super::sheet::{Making, Sheet};
use crate::App;
use crate::ask::Form;
use crate::asked::Question;
use crate::assets;
use crate::door::form::Fields;
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "approach/offline.html")]
struct OfflinePage {
    p: Frame,
    sheet: Sheet,
}

/// `GET /approaches/offline`.
pub(super) async fn show(
    State(app): State<App>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    if asked.form != Form::Html {
        return Err(asked.no_form());
    }
    let worlds = app.worlds.clone();
    let world = tokio::task::spawn_blocking(move || worlds.now(&Viewer::public()));
    let world = world.await.map_err(|_gone| Problem::Ours)?;
    let words: &'static Words = asked.words;
    let mut fields = Fields::default();
    fields.set("kind", ["meeting_bilateral"]);
    fields.set("state", ["done"]);
    let making = Making {
        world: &world,
        words,
        fields: &fields,
        slips: &[],
        from_text: &[],
        circles: &[],
    };
    let sheet = making.whole();
    let title = words.text("rec-offline-title").into_owned();
    let mut p = Frame::new(
        Arc::clone(&world),
        words,
        asked.today,
        Nav::Elsewhere,
        title,
    )
    .undated();
    p.path = "/approaches/offline".to_owned();
    p.lang_asked = true;
    p.keep();
    asked.page(&OfflinePage { p, sheet })
}

/// `GET /approaches/worker.js`: the script that gives the kept page where the network gives none. It may
/// answer for the form alone: its scope is its own folder, and the page asks for less.
pub(super) async fn worker() -> Response {
    let files = [assets::address("accede.css"), assets::address("drafts.js")];
    let script = WORKER
        .replace("\"FILES\"", &format!("\"{}\"", files.join("\", \"")))
        .replace("PAGES", env!("PAGES_BUILD"));
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, script).into_response()
}

const WORKER: &str = include_str!("../../../static/offline.js");
