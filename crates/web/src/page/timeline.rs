//! `/states/{state}/timeline`: one participant's standings under every treaty over time, drawn,
//! and the table behind it.

use askama::Template;
use axum::response::Response;
use jiff::ToSpan;
use picture::timeline::{self, Mark, TimelineFrame, TimelineRow};
use picture::{Drawing, NoLinks, Picture};
use treaty::TreatyId;
use world::sheet::Tabular;
use world::view::TimelineView;

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::plate::Pair;
use crate::problem::Problem;

/// How wide it is drawn for a page and for a phone.
const WIDE: u32 = 960;
const NARROW: u32 = 360;

#[derive(Template)]
#[template(path = "timeline.html")]
struct TimelinePage<'v> {
    p: Frame,
    view: &'v TimelineView,
    path: String,
    drawn: Pair,
}

/// `GET /states/ITA/timeline?on=2015-06-01`.
pub(crate) async fn show(
    Path(state): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let id = asked.state(&state)?;
    let view = asked
        .world
        .timeline(id, asked.on, asked.lang)
        .ok_or(Problem::NoSuchPage)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg => Ok(asked.svg(&apart(&asked, &view))),
        Form::Png => asked.png(&apart(&asked, &view)).await,
        Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => html(&asked, &view),
    }
}

fn html(asked: &Asked, view: &TimelineView) -> Result<Response, Problem> {
    let title = asked
        .words
        .text_with("timeline-title", &[("name", (&view.name).into())]);
    let p = asked
        .frame(Nav::States, title)
        .with_csv()
        .with_feed(format!("/states/{}/feed", view.iso3));
    asked.page(&TimelinePage {
        drawn: asked.timelines(&p, view),
        path: address(view),
        p,
        view,
    })
}

/// The strip of one treaty: its standings and acts alone.
pub(crate) fn strip(view: &TimelineView, treaty: &TreatyId) -> TimelineView {
    let mut view = view.clone();
    view.treaties.retain(|row| row.treaty == *treaty);
    view
}

/// A timeline as a file of its own.
pub(crate) fn apart(asked: &Asked, view: &TimelineView) -> Picture {
    let drawing = Drawing {
        words: asked.words,
        links: &NoLinks,
        id: "timeline",
    };
    asked.noted(draw(asked, &drawing, view, WIDE), &[])
}

/// The address of the picture's own page.
pub(crate) fn address(view: &TimelineView) -> String {
    format!("/states/{}/timeline", view.iso3)
}

impl Asked {
    /// The timeline for a wide and for a narrow place of a page.
    pub(crate) fn timelines(&self, p: &Frame, view: &TimelineView) -> Pair {
        let leads = p.leads(None);
        let drawn = |id, width| {
            let drawing = leads.drawing(id);
            self.noted(draw(self, &drawing, view, width), &[])
        };
        Pair {
            wide: drawn("timeline", WIDE),
            narrow: drawn("timeline-slim", NARROW),
        }
    }
}

fn draw(asked: &Asked, drawing: &Drawing<'_>, view: &TimelineView, width: u32) -> Picture {
    let on = asked.on;
    let rows: Vec<_> = view
        .treaties
        .iter()
        .map(|row| TimelineRow {
            treaty: &row.treaty,
            short: &row.short,
            called: asked.world.called(&row.treaty, asked.lang),
            spans: &row.spans,
            acts: row
                .acts
                .iter()
                .map(|act| Mark {
                    day: act.date.earliest(),
                    what: asked.words.kind(act.act).into_owned(),
                })
                .collect(),
        })
        .collect();
    let days = rows
        .iter()
        .flat_map(|row| row.spans.iter().map(|span| span.from))
        .chain(
            rows.iter()
                .flat_map(|row| row.acts.iter().map(|act| act.day)),
        );
    let first = days.clone().min().unwrap_or(on).min(on);
    let last = days.max().unwrap_or(on).max(on);
    let frame = TimelineFrame {
        name: &view.name,
        // Whole years, so that no mark stands on the edge.
        from: first.first_of_year(),
        to: last.saturating_add(1.year()).last_of_year(),
        on,
        width,
    };
    timeline::participant(drawing, &rows, &frame)
}
