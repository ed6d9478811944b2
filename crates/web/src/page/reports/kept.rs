//! `/reports/kept`: the reports that their authors keep. Each is made anew from the world of those it is made for;
//! which there are, and what their authors wrote, is in the world of whoever asks.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use ledger::Audience;
use ledger::body::{Report, ReportNotes};
use report::author::{Authored, Hand, Made, Mark, NotMade, Sentence, Stands, make};
use report::html::{self, Leads};
use report::paper::{Heading, Paragraph, Stated};
use schemars::JsonSchema;
use serde::Serialize;
use world::Viewer;
use world::view::KeptReport;

use super::file;
use super::preview::Behind;
use super::reader::{chosen, readers};
use crate::App;
use crate::ask::Form;
use crate::asked::{Asked, Question, short};
use crate::deeds::{By, may_mend};
use crate::door::{Names, TeamNames};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;
use crate::queue::Queue;

/// A report that is kept, as it is made now.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct KeptReportView {
    /// What is kept.
    kept: KeptReport,
    /// How many passages somebody has to look at.
    open: usize,
    /// The paper, and what its authors did to it.
    #[serde(flatten)]
    made: Authored,
}

#[derive(Template)]
#[template(path = "report/kept-all.html")]
struct AllPage<'v> {
    p: Frame,
    /// Each with the short name of its treaty.
    reports: Vec<(&'v KeptReport, String)>,
    teams: TeamNames,
    writes: bool,
}

#[derive(Template)]
#[template(path = "report/kept.html")]
struct KeptPage<'v> {
    p: Frame,
    kept: &'v KeptReport,
    /// The short name of its treaty.
    short: String,
    /// The action plan it is about, where it says which: address and title.
    plan: Option<(String, String)>,
    hand: &'v Authored,
    article: String,
    /// What is left out, each with what stands after it.
    left_out: Vec<(String, String)>,
    teams: TeamNames,
    /// Whether who reads it may write in it.
    writes: bool,
    /// What is shown of the forms, on the page on which one writes.
    desk: Option<&'v Desk>,
    /// The forms in which it is to be had.
    forms: Vec<Form>,
}

impl KeptPage<'_> {
    /// What somebody has to look at.
    fn open(&self) -> Vec<&Mark> {
        self.hand
            .marks
            .iter()
            .filter(|mark| mark.is_open())
            .collect()
    }

    /// How a passage begins that somebody has to look at: by its words, else by what the record had there.
    fn begins(&self, mark: &Mark) -> String {
        let mut all = self.hand.paper.paragraphs();
        let text = all.find(|one| one.key == mark.key).map(Paragraph::text);
        let text = text.unwrap_or_else(|| said(&mark.was));
        let mut words = text.split(' ');
        let begin: Vec<_> = words.by_ref().take(12).collect();
        let more = if words.next().is_some() { " …" } else { "" };
        format!("{}{more}", begin.join(" "))
    }

    /// Whether its sources are printed there.
    fn noted(&self, word: &str) -> bool {
        self.about("notes") == word
    }

    /// What a field says of what the report is about.
    fn about(&self, name: &str) -> String {
        let one = &self.kept.report;
        let head = &one.masthead;
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        let text = match name {
            "title" => Some(one.title.clone()),
            "from" => day(one.from),
            "to" => day(Some(one.to)),
            "notes" => Some(match one.notes {
                None => "none".to_owned(),
                Some(ReportNotes::Foot) => "foot".to_owned(),
                Some(ReportNotes::End) => "end".to_owned(),
            }),
            "before" => Some(head.before.join("\n")),
            "venue" => head.venue.clone(),
            "symbol" => head.symbol.clone(),
            "distribution" => head.distribution.clone(),
            "agenda" => head.agenda.clone(),
            "date" => day(head.date),
            _ => None,
        };
        text.unwrap_or_default()
    }
}

/// The short name of its treaty, where that is on record.
fn short_of(asked: &Asked, one: &KeptReport) -> String {
    let id = one.report.treaty.as_str();
    let law = asked.world.treaty(id);
    law.map_or_else(|| id.to_owned(), |law| law.short.clone())
}

/// The action plan it is about: address and title, where whoever asks may see it.
fn plan_of(asked: &Asked, p: &Frame, one: &KeptReport) -> Option<(String, String)> {
    let (treaty, name) = (&one.report.treaty, one.report.plan.as_ref()?);
    let view = asked.world.plan(treaty, name, asked.lang)?;
    let address = format!("/treaties/{treaty}/plans/{name}{}", p.kept());
    Some((address, view.plan.title))
}

/// Sentences one after the other.
fn said(sentences: &[Sentence]) -> String {
    let texts: Vec<_> = sentences.iter().map(|one| one.text.as_str()).collect();
    texts.join(" ")
}

/// What the forms of a page need on which somebody writes.
pub(crate) struct Desk {
    /// The code of the session's forms.
    pub(crate) form: String,
    /// The mark of a passage: by what a change in between is noticed.
    pub(crate) marks: std::collections::BTreeMap<String, String>,
    /// What is told of the last try, if it failed.
    pub(crate) told: Option<String>,
    /// What was written in it: for which key, and the words, which are not lost.
    pub(crate) lost: Option<(String, String)>,
    /// The mark of what the report is asked.
    pub(crate) about: String,
}

/// `GET /reports/kept`.
pub(crate) async fn all(
    by: Option<Extension<By>>,
    names: Option<Extension<Names>>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let view = asked.world.kept_reports();
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => {
            Err(asked.no_form())
        }
        Form::Html => {
            let audiences = view.reports.iter();
            let audiences = audiences.flat_map(|one| [&one.audience, &one.report.made_for]);
            let teams = TeamNames::of(names.as_deref(), audiences).await?;
            let title = asked.words.text("report-kept-all");
            asked.page(&AllPage {
                p: asked.frame(Nav::Reports, title).undated(),
                reports: view
                    .reports
                    .iter()
                    .map(|one| (one, short_of(&asked, one)))
                    .collect(),
                teams,
                writes: by.is_some(),
            })
        }
    }
}

/// `GET /reports/kept/article-xiv-2023`.
pub(crate) async fn show(
    State(app): State<App>,
    by: Option<Extension<By>>,
    asker: Option<Extension<Viewer>>,
    names: Option<Extension<Names>>,
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let asker = asker.map(|Extension(asker)| asker).unwrap_or_default();
    let kept = on_record(&asked, &given)?;
    match asked.form {
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics => Err(asked.no_form()),
        Form::Json => {
            let made = made(&app, &app.writing, &asked, &asker, &kept.report, Ok).await?;
            asked.json(&KeptReportView {
                kept,
                open: made.hand.open(),
                made: made.hand,
            })
        }
        Form::Paper(form) => {
            let printer = app.printer.clone();
            let write = move |made: Made| file::bytes(&made.hand.paper, form, printer.as_ref());
            let bytes = made(
                &app,
                file::queue(&app, form),
                &asked,
                &asker,
                &kept.report,
                write,
            )
            .await?;
            Ok(file::named(
                &kept.report.report,
                kept.report.lang,
                form,
                bytes,
            ))
        }
        Form::Html => {
            let made = made(&app, &app.writing, &asked, &asker, &kept.report, Ok).await?;
            let writes = may_mend(&asked.world, by.as_deref(), kept.entry);
            let printer = app.printer.is_some();
            page(
                &asked,
                names.as_deref(),
                &kept,
                &made,
                writes,
                None,
                printer,
            )
            .await
        }
    }
}

/// The report that is kept under a name, for whoever asks.
///
/// # Errors
///
/// [`Problem::NoSuchPage`]
pub(crate) fn on_record(asked: &Asked, given: &str) -> Result<KeptReport, Problem> {
    asked
        .world
        .kept_report(given)
        .ok_or(Problem::NoSuchKeptReport {
            given: short(given),
        })
}

/// A report that is kept, made from the world of those it is made for, when it is its turn.
///
/// # Errors
///
/// [`Problem::NoSuchPage`] where whoever asks is none of them; what keeps it from being made.
pub(crate) async fn made<T: Send + 'static>(
    app: &App,
    queue: &Queue,
    asked: &Asked,
    asker: &Viewer,
    kept: &Report,
    then: impl FnOnce(Made) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let readers = readers(app, asked.words, asker).await?;
    // Whoever is none of those it is made for is told of none.
    let reader =
        chosen(&readers, &code(&kept.made_for)).map_err(|_not_his| Problem::NoSuchPage)?;
    let world = reader.world(app, asked, asker).await?;
    let (kept, team) = (kept.clone(), reader.called(kept.lang));
    let make = move || {
        let made = make(&world, &kept, team).map_err(|cause| match cause {
            NotMade::Refused(cause) => Problem::NoReport { cause },
            NotMade::Kind(cause) => Problem::NoSuchReport { given: cause.word },
        })?;
        then(made)
    };
    queue.work(make).await
}

/// An audience as an address names it.
fn code(made_for: &Audience) -> String {
    match made_for {
        Audience::Public => "public".to_owned(),
        Audience::SignedIn => "signed-in".to_owned(),
        Audience::Teams(teams) => teams.join(","),
    }
}

/// The page of a report that is kept: to read, or with `desk` to write in.
///
/// # Errors
///
/// [`Problem`], where nobody is at work.
pub(crate) async fn page(
    asked: &Asked,
    names: Option<&Names>,
    kept: &KeptReport,
    made: &Made,
    writes: bool,
    desk: Option<&Desk>,
    printer: bool,
) -> Result<Response, Problem> {
    let mut p = asked.frame(Nav::Reports, &kept.report.title).undated();
    let reads = desk.is_none();
    (p.has_json, p.has_permanent) = (reads, reads);
    let teams =
        TeamNames::of(names, [&kept.audience, &kept.report.made_for].into_iter()).await?;
    let papers = report::Form::ALL.into_iter();
    let papers = papers.filter(|form| *form != report::Form::Pdf || printer);
    let hand = &made.hand;
    let (article, left_out) = {
        let beside = Beside {
            behind: Behind::of(&p, &hand.paper),
            p: &p,
            hand,
            desk,
            kept: &kept.report,
        };
        let out = hand.left_out();
        let out = out.map(|mark| (said(&mark.now), beside.of(mark).unwrap_or_default()));
        (html::article(&hand.paper, &beside), out.collect())
    };
    asked.page(&KeptPage {
        article,
        left_out,
        forms: papers.map(Form::Paper).chain([Form::Json]).collect(),
        short: short_of(asked, kept),
        plan: plan_of(asked, &p, kept),
        p,
        kept,
        hand,
        teams,
        writes,
        desk,
    })
}

/// What stands beside the passages: what they rest on, what the record says by now, and where one writes.
struct Beside<'a> {
    behind: Behind<'a>,
    p: &'a Frame,
    hand: &'a Authored,
    desk: Option<&'a Desk>,
    kept: &'a Report,
}

impl Leads for Beside<'_> {
    fn depth(&self) -> u8 {
        self.behind.depth()
    }

    fn has_style_of_pictures(&self) -> bool {
        self.behind.has_style_of_pictures()
    }

    fn marks(&self) -> bool {
        true
    }

    fn behind(&self, sentence: &Stated) -> Option<String> {
        self.behind.behind(sentence)
    }

    fn after(&self, paragraph: &Paragraph) -> Option<String> {
        let rests = self.behind.after(paragraph).unwrap_or_default();
        let text = paragraph.text();
        let written = self.box_of(&paragraph.key, text, self.hand.mark(&paragraph.key));
        Some(rests + &written.unwrap_or_default())
    }

    fn under(&self, heading: &Heading) -> Option<String> {
        let desk = self.desk?;
        let begin = BeginBox {
            p: self.p,
            desk,
            key: &heading.key,
        };
        begin.render().ok()
    }
}

impl Beside<'_> {
    /// What is left out, with what the record has there.
    fn of(&self, mark: &Mark) -> Option<String> {
        self.box_of(&mark.key, said(&mark.now), Some(mark))
    }

    fn box_of(&self, key: &str, text: String, mark: Option<&Mark>) -> Option<String> {
        if self.desk.is_none() && !mark.is_some_and(Mark::is_open) {
            return None;
        }
        let lost = self.desk.and_then(|desk| desk.lost.as_ref());
        let lost = lost
            .filter(|(of, _)| of == key)
            .map(|(_, text)| text.clone());
        let own = self.kept.own.iter().find(|one| one.key == key);
        let text = lost
            .clone()
            .or(own.map(|one| one.text.clone()))
            .unwrap_or(text);
        let hand = HandBox {
            p: self.p,
            desk: self.desk,
            key,
            rows: text.len() / 70 + 2,
            text,
            mark,
            lost: lost.is_some(),
        };
        hand.render().ok()
    }
}

/// What stands after a passage.
#[derive(Template)]
#[template(path = "report/hand.html")]
struct HandBox<'a> {
    p: &'a Frame,
    desk: Option<&'a Desk>,
    key: &'a str,
    /// What the field says.
    text: String,
    rows: usize,
    mark: Option<&'a Mark>,
    /// Whether the field has what was not saved.
    lost: bool,
}

impl HandBox<'_> {
    fn is(&self, hand: Hand) -> bool {
        self.mark.is_some_and(|mark| mark.hand == hand)
    }

    /// The key of what is said of a passage that somebody has to look at.
    fn open(&self) -> Option<&'static str> {
        let mark = self.mark.filter(|mark| mark.is_open())?;
        Some(match (mark.stands, mark.hand) {
            (Stands::Gone, Hand::Own) => "report-kept-strayed",
            (Stands::Gone, Hand::Edited | Hand::LeftOut) => "report-kept-gone",
            (Stands::Holds | Stands::Differs, Hand::LeftOut) => "report-kept-out-differs",
            (Stands::Holds | Stands::Differs, Hand::Edited | Hand::Own) => {
                "report-kept-differs"
            }
        })
    }

    /// The mark of the passage, by which a change in between is noticed.
    fn was(&self) -> &str {
        let marks = self.desk.map(|desk| &desk.marks);
        let found = marks.and_then(|marks| marks.get(self.key));
        found.map_or("", String::as_str)
    }
}

/// Where a paragraph is added at the start of a part.
#[derive(Template)]
#[template(path = "report/begin.html")]
struct BeginBox<'a> {
    p: &'a Frame,
    desk: &'a Desk,
    key: &'a str,
}
