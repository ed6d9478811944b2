//! `/campaigns/{campaign}/calendar`: what falls on which day, for people and for calendar programs.

use askama::Template;
use axum::extract::Extension;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use treaty::PartialDate;
use world::sheet::Tabular;
use world::view::{CampaignCalendarView, CampaignDay, CampaignSummary};

use super::{Tab, found, frame};
use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::deeds::By;
use crate::frame::Frame;
use crate::page::approaches::records;
use crate::page::ics;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/calendar.html")]
struct CalendarPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    tab: Tab,
    view: &'v CampaignCalendarView,
    months: Vec<Month<'v>>,
    /// Whether the reader may record a meeting.
    records: bool,
}

/// A month, and what falls in it.
struct Month<'v> {
    id: String,
    title: String,
    items: Vec<&'v CampaignDay>,
}

impl CalendarPage<'_> {
    fn what(&self, item: &CampaignDay) -> String {
        feed::campaign::what(self.p.w, item)
    }

    fn number(&self, day: &PartialDate) -> Option<i8> {
        day.day().map(Date::day)
    }
}

/// `GET /campaigns/ctbt/calendar?from=2023-01-01&to=2023-12-31`.
pub(crate) async fn show(
    by: Option<Extension<By>>,
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["from", "to"])?;
    let days = match asked.form {
        Form::Ics => ics::days(&asked)?,
        Form::Html
        | Form::Json
        | Form::Csv
        | Form::Svg
        | Form::Png
        | Form::Atom
        | Form::Paper(_) => days(&asked)?,
    };
    let view = asked
        .world
        .campaign_calendar(&given, days, asked.on, asked.lang);
    let view = found(&asked, &given, view)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Ics => Ok(file(&asked, &view)),
        Form::Svg | Form::Png | Form::Atom | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let p = frame(&asked, &view.campaign, "campaign-calendar").with_csv();
            asked.page(&CalendarPage {
                months: months(&p, &view),
                records: by.is_some_and(|by| records(&by)),
                p,
                c: &view.campaign,
                tab: Tab::Calendar,
                view: &view,
            })
        }
    }
}

fn file(asked: &Asked, view: &CampaignCalendarView) -> Response {
    let own = format!("{}.ics", asked.path());
    let around = feed::calendar::Around {
        words: asked.words,
        title: &view.campaign.title,
        address: &|path| asked.origin().map(|_| asked.abroad(path)),
        own: &own,
        recorded: &|source| asked.world.recorded(source.entry),
        begun: asked.world.first_recorded().unwrap_or_default(),
    };
    let text = feed::campaign::write(view, &around);
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    (kind, text).into_response()
}

/// The days asked for; without them the coming year.
fn days(asked: &Asked) -> Result<(Date, Date), Problem> {
    let from = asked.day("from")?.unwrap_or(asked.on);
    let year = from.saturating_add(1.year()).saturating_sub(1.day());
    let to = asked.day("to")?.unwrap_or(year);
    if from > to {
        return Err(Problem::Backwards {
            from: from.to_string(),
            to: to.to_string(),
        });
    }
    Ok((from, to))
}

fn months<'v>(p: &Frame, view: &'v CampaignCalendarView) -> Vec<Month<'v>> {
    let mut months: Vec<Month<'v>> = Vec::new();
    for item in &view.items {
        let first = item.day.earliest();
        let id = format!("{:04}-{:02}", first.year(), first.month());
        if months.last().is_none_or(|month| month.id != id) {
            let of = PartialDate::Month(first.year(), first.month());
            months.push(Month {
                title: p.w.partial_date(of),
                id,
                items: Vec::new(),
            });
        }
        if let Some(month) = months.last_mut() {
            month.items.push(item);
        }
    }
    months
}
