//! `/states/{state}/{treaty}`: one participant under one treaty, as a mission would write it up:
//! joining, duties and how they were met, reports, assistance, offices, statements; a source for
//! each.

use std::collections::BTreeMap;

use ::treaty::{Law, PartialDate, ParticipantId};
use askama::Template;
use axum::response::Response;
use words::Arg;
use world::sheet::Tabular;
use world::view::{
    AssistanceView, DutyStanding, DutyState, ParticipantStatus, ParticipationView, SourceRef,
    Standing, TimelineView,
};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::notes::{Marks, Notes};
use crate::page::timeline;
use crate::path::Path;
use crate::plate::Pair;
use crate::problem::Problem;
use crate::speech::{self, Occasion};

#[derive(Template)]
#[template(path = "participation.html")]
struct ParticipationPage<'v> {
    p: Frame,
    view: &'v ParticipationView,
    row: &'v ParticipantStatus,
    lede: String,
    notes: Notes<'v>,
    duties: Duties<'v>,
    /// Assistance given, and received; what there is none of is left out.
    helped: Vec<(&'static str, &'v [AssistanceView])>,
    occasions: Vec<Occasion<'v>>,
    /// Its standings over time, drawn.
    drawn: Option<Pair>,
}

/// The duties, as the page sets them.
struct Duties<'v> {
    /// With a day, or with something on record about them.
    told: Vec<&'v DutyStanding>,
    /// Without either.
    rest: Vec<&'v DutyStanding>,
    /// Yearly ones, article by article.
    reports: Vec<Reports<'v>>,
}

/// A yearly duty, year by year.
struct Reports<'v> {
    article: &'v str,
    duty: &'v str,
    political: bool,
    years: Vec<&'v DutyStanding>,
}

impl ParticipationPage<'_> {
    fn marks<'s>(&'s self, sources: &'s [SourceRef]) -> Marks<'s> {
        self.notes.marks(&self.p, sources)
    }

    fn mark<'s>(&'s self, source: &'s SourceRef) -> Marks<'s> {
        self.notes.marks(&self.p, [source])
    }

    /// How a duty with a day was met, in one sentence.
    fn met(&self, duty: &DutyStanding) -> String {
        let p = &self.p;
        let due = duty.due.map(|day| p.long(&day)).unwrap_or_default();
        match (duty.standing, duty.fulfilled, duty.due) {
            (DutyState::Fulfilled, Some(done), Some(_)) => p.with(
                "met-done-due",
                &[done_when(p, done), grain(done), ("due", due.into())],
            ),
            (DutyState::Fulfilled, Some(done), None) => {
                p.with("met-done", &[done_when(p, done), grain(done)])
            }
            (DutyState::Due | DutyState::Extended, _, Some(_)) => p.tw("met-due", &due),
            (DutyState::Overdue, _, Some(_)) => p.tw("met-overdue", &due),
            (DutyState::Unknown, _, Some(_)) => p.tw("met-unknown-due", &due),
            (DutyState::NotApplicable, _, _) => p.t("met-not-applicable").into_owned(),
            (DutyState::Dormant, _, _) => p.t("met-dormant").into_owned(),
            (
                DutyState::Fulfilled
                | DutyState::Due
                | DutyState::Extended
                | DutyState::Overdue
                | DutyState::Unknown,
                _,
                _,
            ) => p.t("met-unknown").into_owned(),
        }
    }

    /// Who is on the other side of assistance: its page, where it is a participant.
    fn other<'r>(&self, row: &'r AssistanceView) -> (Option<ParticipantId>, &'r str) {
        if row.by == self.row.iso3 {
            (row.to, &row.to_name)
        } else {
            (Some(row.by), &row.by_name)
        }
    }
}

/// `GET /states/ITA/ccm?on=2015-06-01`.
pub(crate) async fn show(
    Path((state, treaty)): Path<(String, String)>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let id = asked.state(&state)?;
    let law = asked.treaty(&treaty)?;
    let view = asked
        .world
        .participation(&law.id, id, asked.on, asked.lang)
        .ok_or_else(|| not_open(&asked, law, id))?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png => {
            let line = line(&asked, &view).ok_or_else(|| asked.no_form())?;
            let drawn = timeline::apart(&asked, &line);
            match asked.form {
                Form::Svg => Ok(asked.svg(&drawn)),
                Form::Html
                | Form::Json
                | Form::Csv
                | Form::Png
                | Form::Atom
                | Form::Ics
                | Form::Paper(_) => asked.png(&drawn).await,
            }
        }
        Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => html(&asked, law, &view),
    }
}

fn html(asked: &Asked, law: &Law, view: &ParticipationView) -> Result<Response, Problem> {
    let row = &view.status;
    let title = asked.words.text_with(
        "participation-title",
        &[
            ("name", (&row.name).into()),
            ("short", (&view.short).into()),
        ],
    );
    let p = asked
        .frame(Nav::States, title)
        .with_csv()
        .with_feed(format!("/states/{}/feed", row.iso3));
    let meetings = asked.world.meetings(Some(&law.id), asked.on, asked.lang);
    asked.page(&ParticipationPage {
        drawn: line(asked, view).map(|line| asked.timelines(&p, &line)),
        lede: lede(&p, view),
        p,
        row,
        notes: notes(view),
        duties: duties(view),
        helped: [
            ("assistance-given", view.assistance_given.as_slice()),
            ("assistance-received", &view.assistance_received),
        ]
        .into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .collect(),
        occasions: speech::occasions(&view.statements, &meetings),
        view,
    })
}

/// Its standings under the treaty over time; nothing where it never had one.
fn line(asked: &Asked, view: &ParticipationView) -> Option<TimelineView> {
    let line = asked
        .world
        .timeline(view.status.iso3, asked.on, asked.lang)?;
    let strip = timeline::strip(&line, &view.treaty);
    (!strip.treaties.is_empty()).then_some(strip)
}

fn done_when(p: &Frame, done: PartialDate) -> (&'static str, Arg<'static>) {
    ("done", p.date_text(&done).into())
}

/// How exactly it is known when: texts say `on` a day and `in` a year.
fn grain(date: PartialDate) -> (&'static str, Arg<'static>) {
    let grain = match date {
        PartialDate::Day(_) => "day",
        PartialDate::Month(..) | PartialDate::Year(_) => "longer",
    };
    ("grain", grain.into())
}

/// The documents in the order of the page.
fn notes(view: &ParticipationView) -> Notes<'_> {
    let mut notes = Notes::default();
    notes.add(&view.status.sources);
    for duty in view.duties.iter().chain(&view.reports) {
        notes.add(&duty.sources);
    }
    let helped = view
        .assistance_given
        .iter()
        .chain(&view.assistance_received);
    notes.add(helped.map(|row| &row.source));
    notes.add(view.meetings.iter().map(|meeting| &meeting.source));
    notes.add(view.statements.iter().map(|said| &said.source));
    notes.add(view.acts.iter().map(|act| &act.source));
    notes
}

fn duties(view: &ParticipationView) -> Duties<'_> {
    let mut years: BTreeMap<&str, Vec<&DutyStanding>> = BTreeMap::new();
    for report in &view.reports {
        years.entry(&report.article).or_default().push(report);
    }
    let once = view
        .duties
        .iter()
        .filter(|duty| !years.contains_key(duty.article.as_str()));
    let told = |duty: &&DutyStanding| {
        duty.due.is_some() || duty.fulfilled.is_some() || !duty.observed.is_empty()
    };
    let mut dated: Vec<_> = once.clone().filter(told).collect();
    // What is known stands before what is not.
    dated.sort_by_key(|duty| duty.standing == DutyState::Unknown);
    Duties {
        told: dated,
        rest: once.filter(|duty| !told(duty)).collect(),
        reports: years
            .into_iter()
            .filter_map(|(article, years)| {
                let first = years.first()?;
                Some(Reports {
                    article,
                    duty: &first.duty,
                    political: first.political,
                    years,
                })
            })
            .collect(),
    }
}

/// The answer where a treaty does not admit the State and it never acted under it.
pub(super) fn not_open(asked: &Asked, law: &Law, id: ParticipantId) -> Problem {
    let name = asked.world.participant(id).map_or_else(
        || id.to_string(),
        |participant| participant.names.get(asked.lang).to_owned(),
    );
    let title = law.title.get(asked.lang).to_owned();
    Problem::NotOpen {
        near: vec![
            (format!("/states/{id}"), name.clone()),
            (format!("/treaties/{}", law.id), title),
        ],
        name,
        short: law.short.clone(),
    }
}

/// Whether it was bound on the day, in one sentence.
fn lede(p: &Frame, view: &ParticipationView) -> String {
    let row = &view.status;
    let args = |since: Option<jiff::civil::Date>| {
        vec![
            ("name", (&row.name).into()),
            ("short", (&view.short).into()),
            ("on", p.long(&view.on).into()),
            (
                "since",
                since.map(|day| p.long(&day)).unwrap_or_default().into(),
            ),
        ]
    };
    match (row.standing, row.in_force) {
        (Standing::Party, since) if since.is_some() => p.with("was-party", &args(since)),
        (Standing::Party, _) => p.with("was-party-unknown", &args(None)),
        (Standing::Contracting, Some(day)) => p.with("was-contracting-from", &args(Some(day))),
        (Standing::Contracting, None) => p.with("was-contracting", &args(None)),
        (Standing::Signatory, _) => p.with("was-signatory", &args(None)),
        (Standing::Withdrawn, _) if row.left.is_some() => {
            p.with("was-withdrawn", &args(row.left))
        }
        (Standing::Withdrawn, _) => p.with("was-withdrawn-unknown", &args(None)),
        (Standing::None, _) => p.with("was-none", &args(None)),
    }
}
