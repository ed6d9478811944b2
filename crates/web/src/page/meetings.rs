//! `/meetings` and `/treaties/{treaty}/meetings`: meetings, coming and past.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Extension;
use axum::response::Response;
use treaty::TreatyId;
use world::sheet::Tabular;
use world::view::{MeetingView, MeetingsView};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::deeds::By;
use crate::frame::{Frame, Nav};
use crate::page::approaches::records;
use crate::page::changes;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "meetings.html")]
struct MeetingsPage<'v> {
    p: Frame,
    view: &'v MeetingsView,
    treaties: Vec<(TreatyId, String)>,
    /// Coming meetings, the next year first.
    coming: Vec<Year<'v>>,
    /// Past ones, the latest year first.
    past: Vec<Year<'v>>,
    /// Whether the reader may record a meeting.
    records: bool,
}

/// A year, and what was held in it.
struct Year<'v> {
    year: i16,
    meetings: Vec<&'v MeetingView>,
}

/// `GET /meetings?treaty=ccm&on=2020-10-24`.
pub(crate) async fn show(
    by: Option<Extension<By>>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["treaty"])?;
    let law = asked
        .params
        .one("treaty")?
        .map(|given| asked.named_treaty(given))
        .transpose()?;
    page(&asked, by.as_deref(), law.map(|law| &law.id))
}

/// `GET /treaties/ccm/meetings`.
pub(crate) async fn of_treaty(
    by: Option<Extension<By>>,
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let law = asked.treaty(&treaty)?;
    page(&asked, by.as_deref(), Some(&law.id))
}

fn page(
    asked: &Asked,
    by: Option<&By>,
    treaty: Option<&TreatyId>,
) -> Result<Response, Problem> {
    let view = asked.world.meetings(treaty, asked.on, asked.lang);
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let words = asked.words;
            let (nav, title) = match treaty.and_then(|id| asked.world.treaty(id.as_str())) {
                Some(law) => (
                    Nav::Treaties,
                    words.text_with("meetings-title-of", &[("short", (&law.short).into())]),
                ),
                None => (Nav::Calendar, words.text("meetings-title").into_owned()),
            };
            asked.page(&MeetingsPage {
                p: asked.frame(nav, title).with_csv(),
                treaties: changes::treaties(asked),
                coming: years(view.coming.iter(), false),
                past: years(view.past.iter(), true),
                view: &view,
                records: by.is_some_and(records),
            })
        }
    }
}

/// By year; within a year in the order given.
fn years<'v>(
    meetings: impl Iterator<Item = &'v MeetingView>,
    latest_first: bool,
) -> Vec<Year<'v>> {
    let mut years: BTreeMap<i16, Vec<&MeetingView>> = BTreeMap::new();
    for meeting in meetings {
        years
            .entry(meeting.start.earliest().year())
            .or_default()
            .push(meeting);
    }
    let mut years: Vec<_> = years
        .into_iter()
        .map(|(year, meetings)| Year { year, meetings })
        .collect();
    if latest_first {
        years.reverse();
    }
    years
}
