//! Calendars as iCalendar files, for calendar programs: `/calendar.ics`,
//! `/treaties/{t}/calendar.ics`, `/states/{s}/calendar.ics`.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use world::view::CalendarView;

use crate::asked::Asked;
use crate::problem::Problem;

/// The days a calendar file holds where none were asked for: a calendar program keeps what it
/// fetched, so the file looks farther than a page.
fn span(on: Date) -> (Date, Date) {
    (
        on.checked_sub(1.year()).unwrap_or(on),
        on.checked_add(3.years()).unwrap_or(on),
    )
}

/// The calendar file of `view`; `what` is the name of the treaty or the State it is of.
pub(crate) fn file(asked: &Asked, what: Option<&str>, view: &CalendarView) -> Response {
    let title = match what {
        Some(what) => asked
            .words
            .text_with("calendar-name-of", &[("what", what.into())]),
        None => asked.words.text("calendar-name-all").into_owned(),
    };
    let own = format!("{}.ics", asked.path());
    let around = feed::calendar::Around {
        words: asked.words,
        title: &title,
        address: &|path| asked.origin().map(|_| asked.abroad(path)),
        own: &own,
        recorded: &|source| asked.world.recorded(source.entry),
        begun: asked.world.first_recorded().unwrap_or_default(),
    };
    let text = feed::calendar::write(view, &around);
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    (kind, text).into_response()
}

/// The days asked for, `from` and `to`, or those of a file.
pub(crate) fn days(asked: &Asked) -> Result<(Date, Date), Problem> {
    let (from, to) = span(asked.on);
    let from = asked.day("from")?.unwrap_or(from);
    let to = asked.day("to")?.unwrap_or(to);
    if from > to {
        return Err(Problem::Backwards {
            from: from.to_string(),
            to: to.to_string(),
        });
    }
    Ok((from, to))
}
