//! `/reports`: documents from what is on record. The form, the report as a page with what stands behind each
//! sentence, and the same as files.

mod asking;
mod examples;
mod file;
pub(crate) mod form;
pub(crate) mod kept;
mod preview;
pub(crate) mod question;
mod reader;
mod ways;

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use report::compose::paper;
use report::paper::Paper;
use schemars::JsonSchema;
use serde::Serialize;
use words::Words;
use world::view::{ReportKind, ReportOf, ReportRefused, ReportSpan};
use world::{Viewer, World};

use self::asking::Asking;
pub(crate) use self::asking::{FIGURES, NOTES};
use self::examples::Example;
use self::form::{Fields, takes_plan, takes_states};
use self::preview::Preview;
use self::reader::readers;
use crate::App;
use crate::ask::{Form, encode};
use crate::asked::{Asked, Question, short};
use crate::deeds::By;
use crate::frame::{Frame, Nav};
use crate::page::approaches::records;
use crate::path::Path;
use crate::problem::{OnPage, Problem};
use crate::queue::Queue;

/// What kinds of report there are.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ReportKindsView {
    /// The kinds, in their order.
    kinds: Vec<ReportKindView>,
}

/// A kind of report, and what it takes.
#[derive(Debug, Serialize, JsonSchema)]
struct ReportKindView {
    /// Its word in addresses.
    kind: ReportKind,
    /// Its name.
    name: String,
    /// What it states.
    says: String,
    /// Whether it tells of a period, and so has a first day; else of the end of one day.
    period: bool,
    /// Whether States may be named that it is about.
    states: bool,
    /// Whether one must be.
    state_needed: bool,
    /// Whether it tells of one action plan, which may be named.
    plan: bool,
}

#[derive(Template)]
#[template(path = "report/kinds.html")]
struct KindsPage<'a> {
    p: Frame,
    form: Fields<'a>,
    /// Whether there are reports that are kept, which whoever asks may see.
    has_kept: bool,
    kinds: Vec<(ReportKind, Vec<Example>)>,
}

#[derive(Template)]
#[template(path = "report/report.html")]
struct ReportPage<'a> {
    p: Frame,
    form: Fields<'a>,
    /// What was given and is not taken, in words.
    aside: Vec<String>,
    /// For whom it is, in words, and the key of what that means.
    reader: (&'a str, &'static str),
    preview: Option<Preview>,
    /// Where it is kept, by somebody who records.
    keep: Option<String>,
    /// The forms in which it is to be had.
    forms: Vec<Form>,
}

/// What templates of reports ask of their frame.
impl Frame {
    pub(crate) fn report_kind(&self, kind: &ReportKind) -> String {
        self.t(&format!("report-kind-{kind}")).into_owned()
    }

    /// The name of a kind by its word; the word itself, where it is a kind of a later program.
    pub(crate) fn report_word(&self, word: &str) -> String {
        let kind: Result<ReportKind, _> = word.parse();
        kind.map_or_else(|_later| word.to_owned(), |kind| self.report_kind(&kind))
    }

    pub(crate) fn report_kind_says(&self, kind: &ReportKind) -> String {
        self.t(&format!("report-kind-{kind}-says")).into_owned()
    }
}

/// `GET /reports`. With a kind, as a form without script sends it, it leads to the report.
pub(crate) async fn kinds(
    State(app): State<App>,
    asker: Option<Extension<Viewer>>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    if let Some(given) = asked.params.one("kind")? {
        let kind = kind(given)?;
        return Err(leads_to(&asked, kind));
    }
    asked.only(&["kind"])?;
    match asked.form {
        Form::Json => asked.json(&ReportKindsView {
            kinds: ReportKind::ALL
                .into_iter()
                .map(|kind| told(asked.words, kind))
                .collect(),
        }),
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => {
            Err(asked.no_form())
        }
        Form::Html => {
            let asker = asker.map(|Extension(asker)| asker).unwrap_or_default();
            let readers = readers(&app, asked.words, &asker).await?;
            let first = *ReportKind::ALL.first().ok_or(Problem::NoSuchPage)?;
            let asking = asking::read(&asked, first, &readers)?;
            let times = examples::times(&asked, &readers);
            let kinds = ReportKind::ALL
                .into_iter()
                .map(|kind| (kind, examples::of(&asked, kind, &times)));
            let title = asked.words.text("reports-title");
            let mut p = asked.frame(Nav::Reports, title).undated();
            p.scripts = vec!["reports.js"];
            asked.page(&KindsPage {
                p,
                kinds: kinds.collect(),
                form: Fields::of(&asked, &asking, &readers, None),
                has_kept: !asked.world.kept_reports().reports.is_empty(),
            })
        }
    }
}

/// `GET /reports/progress?treaty=ctbt&from=2021-09-23&to=2023-09-22`.
pub(crate) async fn show(
    State(app): State<App>,
    asker: Option<Extension<Viewer>>,
    by: Option<Extension<By>>,
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let kind = kind(&given)?;
    let asker = asker.map(|Extension(asker)| asker).unwrap_or_default();
    let readers = readers(&app, asked.words, &asker).await?;
    let mut asking = asking::read(&asked, kind, &readers)?;
    let world = asking.reader.world(&app, &asked, &asker).await?;
    match asked.form {
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics => Err(asked.no_form()),
        Form::Json => {
            let paper = made(&app.writing, asking.strictly()?, world, Ok).await?;
            asked.json(&paper)
        }
        Form::Paper(form) => {
            let printer = app.printer.clone();
            let write = move |paper: Paper| file::bytes(&paper, form, printer.as_ref());
            let asking = asking.strictly()?;
            let bytes = made(file::queue(&app, form), asking, world, write).await?;
            Ok(file::answer(asking, form, bytes))
        }
        Form::Html => {
            let paper = if asking.slips.is_empty() {
                match made(&app.writing, &asking, world.clone(), Ok).await {
                    Err(Problem::NoReport { cause }) => {
                        let field = asking::field_of(cause);
                        asking.slips.push((field, Problem::NoReport { cause }));
                        None
                    }
                    paper => Some(paper?),
                }
            } else {
                None
            };
            let records = by.is_some_and(|by| records(&by));
            let form = Fields::of(&asked, &asking, &readers, Some(&world));
            html(&app, &asked, &asking, form, paper.as_ref(), records)
        }
    }
}

/// Makes a report when it is its turn, and does with it what takes a while too.
async fn made<T: Send + 'static>(
    queue: &Queue,
    asking: &Asking,
    world: Arc<World>,
    then: impl FnOnce(Paper) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let (ask, mut how, lang) = (asking.ask.clone(), asking.how.clone(), asking.lang);
    let figures = asking.figures.clone();
    let make = move || {
        let view = world.report(&ask, lang);
        let view = view.map_err(|cause| Problem::NoReport { cause })?;
        let words = Words::for_lang(lang);
        let drawn = figures
            .into_iter()
            .filter_map(|figure| figure.draw(&world, &view.treaty, view.to, words));
        how.pictures = drawn.collect();
        then(paper(&view, words, &how))
    };
    queue.work(make).await
}

fn html(
    app: &App,
    asked: &Asked,
    asking: &Asking,
    form: Fields<'_>,
    paper: Option<&Paper>,
    records: bool,
) -> Result<Response, Problem> {
    let mut p = asked.frame(Nav::Reports, title(asked, asking)).undated();
    p.scripts = vec!["reports.js"];
    if paper.is_some() {
        p.own = asking.pairs();
    }
    (p.has_json, p.has_permanent) = (paper.is_some(), paper.is_some());
    let aside = asking.aside.iter();
    let papers = report::Form::ALL.into_iter();
    let papers = papers.filter(|form| *form != report::Form::Pdf || app.printer.is_some());
    let mut answer = asked.page(&ReportPage {
        preview: paper.map(|paper| Preview::of(paper, &p)),
        keep: records.then(|| question::keep(asked, asking)),
        form,
        aside: aside
            .map(|(_, problem)| problem.detail(asked.words))
            .collect(),
        reader: (&asking.reader.name, asking.reader.means()),
        forms: papers.map(Form::Paper).chain([Form::Json]).collect(),
        p,
    })?;
    if let Some((_, problem)) = asking.slips.first()
        && !is_unfinished(problem)
    {
        *answer.status_mut() = problem.status();
        answer.extensions_mut().insert(OnPage(problem.clone()));
    }
    Ok(answer)
}

/// A page on which the State is still to be named is where one names it, and no mistake of anybody.
fn is_unfinished(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::NoReport {
            cause: ReportRefused::NoState
        }
    )
}

fn title(asked: &Asked, asking: &Asking) -> String {
    let kind = asked
        .words
        .text(&format!("report-kind-{}", asking.ask.kind));
    match asked.world.treaty(asking.ask.treaty.as_str()) {
        Some(law) => asked.words.text_with(
            "reports-title-of",
            &[
                ("kind", kind.as_ref().into()),
                ("short", (&law.short).into()),
            ],
        ),
        None => kind.into_owned(),
    }
}

/// The kind that a word names; what is perhaps meant is told.
fn kind(given: &str) -> Result<ReportKind, Problem> {
    given.parse().ok().ok_or_else(|| Problem::NoSuchReport {
        given: short(given),
    })
}

/// The address of the report of a kind, with the rest of the question.
fn leads_to(asked: &Asked, kind: ReportKind) -> Problem {
    let rest = asked.params.iter().filter(|(name, _)| *name != "kind");
    let rest: Vec<_> = rest
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    let form = match asked.form {
        Form::Html => String::new(),
        form @ (Form::Json
        | Form::Csv
        | Form::Svg
        | Form::Png
        | Form::Atom
        | Form::Ics
        | Form::Paper(_)) => format!(".{}", form.word()),
    };
    let between = if rest.is_empty() { "" } else { "?" };
    Problem::Elsewhere {
        path: format!("/reports/{kind}{form}{between}{}", rest.join("&")),
    }
}

fn told(words: &Words, kind: ReportKind) -> ReportKindView {
    ReportKindView {
        kind,
        name: words.text(&format!("report-kind-{kind}")).into_owned(),
        says: words.text(&format!("report-kind-{kind}-says")).into_owned(),
        period: kind.span() == ReportSpan::Period,
        states: takes_states(&kind),
        state_needed: kind.of() == ReportOf::Some,
        plan: takes_plan(&kind),
    }
}

#[cfg(test)]
mod tests {
    use treaty::Lang;

    use super::*;

    /// A kind that is added has its name and its line on the page, in each language that pages are written in.
    #[test]
    fn every_kind_is_named_and_explained_in_a_line() {
        for lang in Words::written() {
            let words = Words::for_lang(lang);
            for kind in ReportKind::ALL {
                for key in [
                    format!("report-kind-{kind}"),
                    format!("report-kind-{kind}-says"),
                ] {
                    let text = words.whole(&key, &[]);
                    assert!(text.is_some(), "{lang}: {key} has no text");
                }
            }
        }
        assert!(Words::written().contains(&Lang::Fr));
    }

    /// What is refused stands at a field that the form has.
    #[test]
    fn every_refusal_stands_at_a_field() {
        for cause in [
            ReportRefused::NoTreaty,
            ReportRefused::NoFirstDay,
            ReportRefused::OneDay,
            ReportRefused::Disordered,
            ReportRefused::NoPlan,
            ReportRefused::TakesNoPlan,
            ReportRefused::NoState,
            ReportRefused::AllStates,
        ] {
            assert!(asking::PARAMS.contains(&asking::field_of(cause)), "{cause}");
        }
    }
}
