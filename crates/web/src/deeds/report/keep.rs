//! `/reports/{kind}/keep?treaty=…`: the report of that question is kept, under a name and for a team.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::Audience;
use ledger::Body;
use ledger::body::Report;

use crate::App;
use crate::deeds::approach::someone_who_writes;
use crate::deeds::readers::{self, Readers};
use crate::deeds::record::{once_more, record};
use crate::deeds::written::{Slip, line, text};
use crate::deeds::{By, Wanted};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::{Frame, Nav};
use crate::page::reports::question::{Question, question};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "report/keep.html")]
struct KeepPage<'v> {
    p: Frame,
    told: Option<String>,
    form: String,
    sent: &'v Fields,
    readers: &'v Readers,
    /// The address of this form, with its question, and that of the report.
    here: String,
    back: String,
}

/// What is known of a report that is to be kept.
struct Asks {
    by: By,
    question: Question,
    readers: Readers,
}

/// `GET /reports/progress/keep?treaty=ctbt&from=2021-09-23&to=2023-09-22`.
pub(super) async fn show(
    State(app): State<App>,
    Path(kind): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    let asks = asks(&app, &inside, &kind).await?;
    let mut fields = Fields::default();
    fields.set("title", [asks.question.title.clone()]);
    fields.set("report", [free_name(&inside, &asks.question.report)]);
    let first = asks.readers.first().map(|(code, _)| code.clone());
    fields.set("seen-by", first);
    Ok(page(&inside, &asks, &fields, None)?)
}

/// `POST /reports/progress/keep?treaty=…`.
pub(super) async fn take(
    State(app): State<App>,
    Path(kind): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let asks = asks(&app, &inside, &kind).await?;
    let words = inside.asked.words;
    let told = match wanted(&inside, &asks, &fields) {
        Err(slip) => slip.told(words),
        Ok((name, wanted)) => match record(&app, &asks.by, wanted).await? {
            Ok(_) => return Ok(inside.on(&format!("/reports/kept/{name}/edit"))),
            Err(not) => not.on_form(words)?,
        },
    };
    once_more(page(&inside, &asks, &fields, Some(told)))
}

async fn asks(app: &App, inside: &Inside, kind: &str) -> Result<Asks, Problem> {
    let by = By::visitor(&inside.visitor);
    someone_who_writes(&by)?;
    let question = question(app, &inside.asked, &by.viewer(), kind).await?;
    let mut readers = readers::all(app, &by, inside.asked.words, None).await?;
    readers.retain(|(code, _)| {
        let audience = readers::audience(code);
        audience.is_some_and(|audience| question.report.may_be_seen_by(&audience))
    });
    Ok(Asks {
        by,
        question,
        readers,
    })
}

/// A name for its address that no report has that the visitor sees.
fn free_name(inside: &Inside, report: &Report) -> String {
    let plain = format!("{}-{}-{}", report.kind, report.treaty, report.to.year());
    let plain: String = plain.chars().take(36).collect();
    let mut numbered = (2..100).map(|n| format!("{plain}-{n}"));
    let taken = |name: &String| inside.asked.world.kept_report(name).is_some();
    if taken(&plain) {
        numbered.find(|name| !taken(name)).unwrap_or_default()
    } else {
        plain
    }
}

fn wanted(inside: &Inside, asks: &Asks, fields: &Fields) -> Result<(String, Wanted), Slip> {
    let audience: Option<Audience> = readers::chosen(&asks.readers, fields, "seen-by");
    let audience = audience.ok_or("campaign-record-no-team")?;
    let name = text(fields, "report").ok_or("campaign-new-no-name")?;
    if inside.asked.world.kept_report(&name).is_some() {
        return Err(Slip::of("report-keep-there", name));
    }
    let report = Report {
        report: name.clone(),
        title: line(fields, "title")?.ok_or("report-kept-no-title")?,
        ..asks.question.report.clone()
    };
    let body = Body::Report(Box::new(report));
    Ok((name, Wanted::of(body).seen_by(audience)))
}

fn page(
    inside: &Inside,
    asks: &Asks,
    sent: &Fields,
    told: Option<String>,
) -> Result<Response, Problem> {
    let asked = &inside.asked;
    let title = asked.words.text("report-keep-title");
    let mut p = asked.frame(Nav::Reports, title).undated();
    (p.has_json, p.has_permanent) = (false, false);
    let back = format!(
        "/reports/{}{}",
        asks.question.report.kind, asks.question.query
    );
    let here = format!(
        "/reports/{}/keep{}",
        asks.question.report.kind, asks.question.query
    );
    asked.page(&KeepPage {
        told,
        form: inside.visitor.key.csrf(),
        sent,
        readers: &asks.readers,
        here,
        back,
        p,
    })
}
