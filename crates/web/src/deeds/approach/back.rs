//! `/approaches/{seq}/retract`: an approach is taken back, and why.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::body::Retraction;
use ledger::{Body, EntryId, EntryRef};

use super::read::LINE;
use super::{Ours, ours};
use crate::App;
use crate::deeds::Wanted;
use crate::deeds::record::record;
use crate::door::form::Sent;
use crate::door::inside::{Inside, Stop};
use crate::door::wrong::Wrong;
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "approach/retract.html")]
struct RetractPage {
    p: Frame,
    form: String,
    entry: EntryRef,
    summary: String,
    wrong: Wrong,
    why: String,
}

/// `GET /approaches/{seq}/retract`.
pub(super) async fn show(Path(given): Path<String>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let ours = ours(&inside, &given)?;
    page(&inside, &ours, Wrong::default(), String::new())
}

/// `POST /approaches/{seq}/retract`.
pub(super) async fn take(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let ours = ours(&inside, &given)?;
    let why = fields.get("why").trim().to_owned();
    if why.is_empty() || why.chars().count() > LINE {
        let wrong = Wrong::with("why", inside.asked.words.text("rec-slip-why"));
        return page(&inside, &ours, wrong, why);
    }
    let id = ours.entry.id.parse().map_err(|_no_id| Problem::Ours)?;
    let wanted = Wanted::of(Body::Retraction(Retraction {
        of: EntryId(id),
        why: why.clone(),
    }));
    match record(&app, &ours.by, wanted).await? {
        Ok(_) => Ok(inside.on(&format!("/ledger/{}", ours.view.entry))),
        Err(not) => {
            let told = not.on_form(inside.asked.words)?;
            page(&inside, &ours, Wrong::with("why", told), why)
        }
    }
}

fn page(inside: &Inside, ours: &Ours, wrong: Wrong, why: String) -> Result<Response, Stop> {
    let asked = &inside.asked;
    let mut p = asked
        .frame(Nav::Elsewhere, asked.words.text("rec-retract-title"))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    let summary = p.headline_of_day(&ours.view);
    let page = RetractPage {
        p,
        form: inside.visitor.key.csrf(),
        entry: ours.view.entry,
        summary,
        wrong,
        why,
    };
    Ok(page.wrong.told_on(asked.page(&page))?)
}
