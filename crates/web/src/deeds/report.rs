//! `/reports/{kind}/keep` and `/reports/kept/{name}/edit`: a report is kept, and its authors write in it. Each save is
//! a whole new version, made of the newest one and of the one thing that was done to it.

mod about;
mod keep;

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use ledger::Body;
use ledger::body::{Report, ReportForm, Retraction};
use report::author::{Deed, Made, NotDone, apply};
use world::view::KeptReport;

use super::mend::{Stands, mark_of, standing};
use super::record::record;
use super::written::Slip;
use super::{By, NotRecorded, Wanted};
use crate::App;
use crate::door::Names;
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::page::reports::kept::{Desk, made, on_record, page};
use crate::path::Path;
use crate::problem::Problem;

/// The addresses.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/reports/{kind}/keep", get(keep::show).post(keep::take))
        .route("/reports/kept/{name}/edit", get(show).post(take))
}

/// Whether an address is one of those at which somebody signed in does something.
pub(super) fn is_at(path: &str) -> bool {
    let mut parts = path
        .strip_prefix("/reports/")
        .into_iter()
        .flat_map(|below| below.split('/'));
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some("kept"), Some(_), Some("edit"), None) => true,
        (Some(kind), Some("keep"), None, None) => kind != "kept",
        (_, _, _, _) => false,
    }
}

/// A report that the visitor may write in.
struct Ours {
    kept: KeptReport,
    by: By,
    stands: Stands,
    /// As it is made now.
    made: Made,
}

impl Ours {
    fn report(&self) -> &Report {
        &self.kept.report
    }

    /// By what a change of a passage in between is noticed: what its authors wrote there when the form was made.
    fn mark(&self, key: &str) -> String {
        let own = self.report().own.iter().find(|one| one.key == key);
        mark_of(&(self.kept.entry, key, self.report().change(key), own))
    }
}

/// The report of this name, if it is there for the visitor and he may correct it.
async fn ours(app: &App, inside: &Inside, given: &str) -> Result<Ours, Problem> {
    let asked = &inside.asked;
    let kept = on_record(asked, given)?;
    let by = By::visitor(&inside.visitor);
    let stands = standing(asked, &by, kept.entry)?;
    let made = made(app, &app.writing, asked, &by.viewer(), &kept.report, Ok).await?;
    Ok(Ours {
        kept,
        by,
        stands,
        made,
    })
}

/// `GET /reports/kept/{name}/edit`.
async fn show(
    State(app): State<App>,
    names: Option<Extension<Names>>,
    Path(given): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let ours = ours(&app, &inside, &given).await?;
    Ok(shown(&app, &inside, names.as_deref(), &ours, None).await?)
}

/// What was tried and is not done: what is told, and which words are not to be lost.
struct Tried {
    told: String,
    lost: Option<(String, String)>,
}

/// `POST /reports/kept/{name}/edit`.
async fn take(
    State(app): State<App>,
    names: Option<Extension<Names>>,
    Path(given): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let ours = ours(&app, &inside, &given).await?;
    let words = inside.asked.words;
    let told = match wanted(&ours, &fields) {
        Err(slip) => slip.told(words),
        Ok(None) => return Ok(inside.on_to(&here(&ours), &place(&ours, &fields))),
        Ok(Some(next)) => {
            let forgotten = matches!(next.body, Body::Retraction(_));
            match record(&app, &ours.by, next).await? {
                Ok(_) if forgotten => return Ok(inside.on("/reports/kept")),
                Ok(_) => return Ok(inside.on_to(&here(&ours), &place(&ours, &fields))),
                Err(NotRecorded::ChangedMeanwhile) => {
                    Slip::from("report-kept-meanwhile").told(words)
                }
                Err(not) => not.on_form(words)?,
            }
        }
    };
    let text = fields.get("text").trim();
    let lost = (!text.is_empty()).then(|| (fields.get("key").to_owned(), text.to_owned()));
    let tried = Tried { told, lost };
    let page = shown(&app, &inside, names.as_deref(), &ours, Some(tried)).await;
    let mut response = page?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn here(ours: &Ours) -> String {
    format!("/reports/kept/{}/edit", ours.kept.name)
}

/// Where on the page one goes on: at the passage one wrote in.
fn place(ours: &Ours, fields: &Fields) -> String {
    let key = fields.get("key");
    match fields.get("do") {
        // What was added stands there; it has the next key that was free.
        "add" => ours.report().free_key(),
        "about" => "kept-about".to_owned(),
        "out" => "kept-out".to_owned(),
        _ => key.to_owned(),
    }
}

/// The entry by which what was sent is done; nothing, where all is so already.
fn wanted(ours: &Ours, fields: &Fields) -> Result<Option<Wanted>, Slip> {
    let (key, text) = (fields.get("key").to_owned(), fields.get("text").to_owned());
    let (deed, why) = match fields.get("do") {
        "write" => (Deed::Write { key, text }, "report-kept-why-write"),
        "back" => (Deed::TakeBack { key }, "report-kept-why-back"),
        "mine" => (Deed::KeepMine { key }, "report-kept-why-mine"),
        "out" => (Deed::LeaveOut { key }, "report-kept-why-out"),
        "add" => {
            let form = match fields.get("set") {
                "bullet" => ReportForm::Bullet,
                "plain" => ReportForm::Plain,
                _ => ReportForm::Numbered,
            };
            let deed = Deed::Add {
                after: key,
                form,
                text,
            };
            (deed, "report-kept-why-add")
        }
        "about" => {
            let right = about::wanted(ours.report(), fields)?;
            return Ok(corrected(ours, right, "report-kept-why-about"));
        }
        "forget" => {
            let body = Body::Retraction(Retraction {
                of: ours.stands.id(),
                why: english("report-kept-why-forget"),
            });
            return Ok(Some(Wanted::of(body)));
        }
        _ => return Err("report-kept-no-deed".into()),
    };
    // Where something is added, nothing that stands is touched.
    let adds = matches!(deed, Deed::Add { .. });
    if !adds && fields.get("was") != ours.mark(fields.get("key")) {
        return Err("report-kept-meanwhile".into());
    }
    let next = apply(ours.report(), &ours.made.composed, &deed);
    let next = next.map_err(|not| match not {
        NotDone::NoPassage(_) => Slip::from("report-kept-meanwhile"),
        NotDone::NoText => Slip::from("report-kept-no-text"),
    })?;
    Ok(corrected(ours, next, why))
}

/// The next version of the report, if it differs.
fn corrected(ours: &Ours, next: Report, why: &str) -> Option<Wanted> {
    let changed = next != *ours.report();
    let body = Body::Report(Box::new(next));
    changed.then(|| ours.stands.corrected(body, english(why)))
}

/// Why an entry was put right is told in English, as the record is.
fn english(key: &str) -> String {
    words::Words::for_lang(treaty::Lang::En)
        .text(key)
        .into_owned()
}

async fn shown(
    app: &App,
    inside: &Inside,
    names: Option<&Names>,
    ours: &Ours,
    tried: Option<Tried>,
) -> Result<Response, Problem> {
    let paper = &ours.made.hand.paper;
    let left_out = ours.made.hand.left_out().map(|mark| mark.key.as_str());
    let keys = paper
        .paragraphs()
        .map(|one| one.key.as_str())
        .chain(left_out);
    let marks: BTreeMap<_, _> = keys.map(|key| (key.to_owned(), ours.mark(key))).collect();
    let (told, lost) = tried.map_or((None, None), |tried| (Some(tried.told), tried.lost));
    let desk = Desk {
        form: inside.visitor.key.csrf(),
        marks,
        told,
        lost,
        about: about::mark(ours.report()),
    };
    let printer = app.printer.is_some();
    page(
        &inside.asked,
        names,
        &ours.kept,
        &ours.made,
        true,
        Some(&desk),
        printer,
    )
    .await
}
