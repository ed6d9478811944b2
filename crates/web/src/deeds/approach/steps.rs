//! `/approaches/{seq}/steps`: what was to be done next is done.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::EntryRef;
use ledger::body::NextStep;
use treaty::PartialDate;

use super::new::corrected;
use super::{Ours, ours};
use crate::App;
use crate::deeds::Wanted;
use crate::deeds::record::{once_more, record};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "approach/steps.html")]
struct StepsPage {
    p: Frame,
    form: String,
    entry: EntryRef,
    summary: String,
    steps: Vec<(usize, NextStep)>,
    today: String,
    told: Option<String>,
}

/// `GET /approaches/{seq}/steps`.
pub(super) async fn show(Path(given): Path<String>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let ours = ours(&inside, &given)?;
    Ok(page(&inside, &ours, None)?)
}

/// `POST /approaches/{seq}/steps`: one step was done on a day.
pub(super) async fn take(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let ours = ours(&inside, &given)?;
    let told = match done(&ours, &fields) {
        Err(key) => inside.asked.words.text(key).into_owned(),
        Ok(body) => match record(&app, &ours.by, Wanted::of(body)).await? {
            Ok(_) => return Ok(inside.on(&format!("/approaches/{}", ours.view.entry))),
            Err(not) => not.on_form(inside.asked.words)?,
        },
    };
    once_more(page(&inside, &ours, Some(told)))
}

/// The approach with that step done, or the key of what is to be said. The step is named by its place and
/// its words: whoever looked at an older one marks no other.
fn done(ours: &Ours, fields: &Fields) -> Result<ledger::Body, &'static str> {
    let day: PartialDate = fields
        .get("done")
        .trim()
        .parse()
        .map_err(|_bad| "rec-slip-day")?;
    let at: usize = fields
        .get("step")
        .parse()
        .map_err(|_bad| "rec-changed-meanwhile")?;
    let mut one = ours.view.approach.clone();
    let step = one
        .next
        .get_mut(at)
        .filter(|step| step.what == fields.get("what"));
    let step = step
        .filter(|step| step.done.is_none())
        .ok_or("rec-changed-meanwhile")?;
    step.done = Some(day);
    let why = format!("done: {}", step.what);
    let of = ours.entry.id.parse().map_err(|_no_id| "problem-ours")?;
    Ok(corrected(ledger::EntryId(of), one, why))
}

fn page(inside: &Inside, ours: &Ours, told: Option<String>) -> Result<Response, Problem> {
    let asked = &inside.asked;
    let mut p = asked
        .frame(Nav::Elsewhere, asked.words.text("rec-steps-title"))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    let summary = p.headline_of_day(&ours.view);
    asked.page(&StepsPage {
        p,
        form: inside.visitor.key.csrf(),
        entry: ours.view.entry,
        summary,
        steps: ours
            .view
            .approach
            .next
            .iter()
            .cloned()
            .enumerate()
            .collect(),
        today: asked.today.to_string(),
        told,
    })
}
