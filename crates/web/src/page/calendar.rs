//! `/calendar`, `/treaties/{treaty}/calendar` and `/states/{state}/calendar`: what falls on which
//! day, month by month.

use askama::Template;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use treaty::{PartialDate, ParticipantId, TreatyId};
use world::sheet::Tabular;
use world::view::{CalendarItem, CalendarView, CalendarWhat};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::page::ics;
use crate::path::Path;
use crate::problem::{Expected, Problem};

#[derive(Template)]
#[template(path = "calendar.html")]
struct CalendarPage<'v> {
    p: Frame,
    view: &'v CalendarView,
    lede: String,
    what: Option<CalendarWhat>,
    months: Vec<Month<'v>>,
    /// The parameters of the same length of time before and after.
    before: String,
    after: String,
}

/// A month, and its days.
struct Month<'v> {
    id: String,
    title: String,
    days: Vec<DayOf<'v>>,
}

/// A day, or what is known of it, and what falls on it.
struct DayOf<'v> {
    day: PartialDate,
    items: Vec<&'v CalendarItem>,
}

impl CalendarPage<'_> {
    /// The day of the month; nothing where only the month is known.
    fn number(&self, day: &PartialDate) -> Option<i8> {
        day.day().map(Date::day)
    }

    /// Whether it lasts longer than its first day.
    fn lasts(&self, item: &CalendarItem) -> bool {
        item.until.is_some_and(|until| until != item.day)
    }

    /// Who it is about.
    fn name<'i>(&self, item: &'i CalendarItem) -> &'i str {
        item.name.as_deref().unwrap_or_default()
    }

    /// What is said of an item beside its names.
    fn said(&self, item: &CalendarItem) -> String {
        match item.what {
            CalendarWhat::InForce if item.iso3.is_none() => {
                self.p.t("calendar-treaty-in-force").into_owned()
            }
            CalendarWhat::InForce => self.p.t("calendar-in-force").into_owned(),
            CalendarWhat::Leaves => self.p.t("calendar-leaves").into_owned(),
            CalendarWhat::Meeting | CalendarWhat::Duty | CalendarWhat::Yearly => {
                item.title.clone()
            }
        }
    }

    /// The parameters for what many owe on one day.
    fn owed_on(&self, item: &CalendarItem) -> String {
        let article = item.article.as_deref().unwrap_or_default();
        let day = item.day.to_string();
        let p = &self.p;
        p.kept_with(&[("article", article), ("from", &day), ("to", &day)])
    }
}

/// `GET /calendar?from=2026-11-21&to=2027-11-21&what=meeting`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    page(&asked, None, None)
}

/// `GET /treaties/ccm/calendar`.
pub(crate) async fn of_treaty(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let law = asked.treaty(&treaty)?;
    page(&asked, Some(&law.id), None)
}

/// `GET /states/ITA/calendar`.
pub(crate) async fn of_state(
    Path(state): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let id = asked.state(&state)?;
    page(&asked, None, Some(id))
}

fn page(
    asked: &Asked,
    treaty: Option<&TreatyId>,
    state: Option<ParticipantId>,
) -> Result<Response, Problem> {
    asked.only(&["from", "to", "what"])?;
    let (from, to) = match asked.form {
        Form::Ics => ics::days(asked)?,
        Form::Html
        | Form::Json
        | Form::Csv
        | Form::Svg
        | Form::Png
        | Form::Atom
        | Form::Paper(_) => days(asked)?,
    };
    let what = asked.params.one("what")?.map(kind).transpose()?;
    let mut view = asked
        .world
        .calendar(treaty, state, from, to, asked.on, asked.lang);
    view.items
        .retain(|item| what.is_none_or(|what| what == item.what));
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Ics => Ok(ics::file(asked, of(asked, &view).as_deref(), &view)),
        Form::Svg | Form::Png | Form::Atom | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => html(asked, &view, what),
    }
}

fn html(
    asked: &Asked,
    view: &CalendarView,
    what: Option<CalendarWhat>,
) -> Result<Response, Problem> {
    let (nav, title) = match &of(asked, view) {
        Some(of) => (
            if view.iso3.is_some() {
                Nav::States
            } else {
                Nav::Treaties
            },
            asked
                .words
                .text_with("calendar-title-of", &[("what", of.into())]),
        ),
        None => (
            Nav::Calendar,
            asked.words.text("calendar-title").into_owned(),
        ),
    };
    let mut p = asked.frame(nav, title).with_csv();
    p.chosen = [("from", view.from), ("to", view.to)]
        .into_iter()
        .filter(|(name, _)| asked.params.all(name).next().is_none())
        .map(|(name, day)| (name, day.to_string()))
        .collect();
    let (before, after) = around(&p, view, what);
    let lede = p.with(
        "calendar-lede",
        &[
            ("n", view.items.len().into()),
            ("from", p.long(&view.from).into()),
            ("to", p.long(&view.to).into()),
            ("on", p.long(&view.on).into()),
        ],
    );
    asked.page(&CalendarPage {
        months: months(&p, view),
        p,
        lede,
        what,
        before,
        after,
        view,
    })
}

/// What the calendar is of: a State, or a treaty.
fn of(asked: &Asked, view: &CalendarView) -> Option<String> {
    let state = view.iso3.and_then(|id| asked.world.participant(id));
    let law = view.treaty.as_ref();
    let law = law.and_then(|id| asked.world.treaty(id.as_str()));
    state
        .map(|state| state.names.get(asked.lang).to_owned())
        .or(law.map(|law| law.short.clone()))
}

/// The days asked for; without them the coming year.
fn days(asked: &Asked) -> Result<(Date, Date), Problem> {
    let (from, to) = match (asked.day("from")?, asked.day("to")?) {
        (None, None) => (asked.on, a_year_from(asked.on)),
        (Some(from), None) => (from, a_year_from(from)),
        (None, Some(to)) => (to.saturating_sub(1.year()).saturating_add(1.day()), to),
        (Some(from), Some(to)) => (from, to),
    };
    if from > to {
        return Err(Problem::Backwards {
            from: from.to_string(),
            to: to.to_string(),
        });
    }
    Ok((from, to))
}

/// The last day of a year that begins on a day.
fn a_year_from(day: Date) -> Date {
    day.saturating_add(1.year()).saturating_sub(1.day())
}

/// The parameters of as many days before, and of as many after.
fn around(p: &Frame, view: &CalendarView, what: Option<CalendarWhat>) -> (String, String) {
    let days = view.from.until(view.to).map_or(0, |span| span.get_days());
    let turn = |from: Date, to: Date| {
        let (from, to) = (from.to_string(), to.to_string());
        let mut beside = vec![("from", from.as_str()), ("to", to.as_str())];
        beside.extend(what.map(|what| ("what", keys::calendar(what).0)));
        p.kept_with(&beside)
    };
    let last = view.from.saturating_sub(1.day());
    let first = view.to.saturating_add(1.day());
    (
        turn(last.saturating_sub(days.days()), last),
        turn(first, first.saturating_add(days.days())),
    )
}

fn kind(word: &str) -> Result<CalendarWhat, Problem> {
    keys::CALENDAR
        .into_iter()
        .find(|what| keys::calendar(what).0 == word)
        .ok_or_else(|| Problem::bad("what", word, Expected::CalendarWhat))
}

/// By month and day. What began before the first day, or is known by its year alone, stands with
/// the month in which it may begin.
fn months<'v>(p: &Frame, view: &'v CalendarView) -> Vec<Month<'v>> {
    let mut months: Vec<Month<'v>> = Vec::new();
    for item in &view.items {
        let first = item.day.earliest();
        let id = format!("{:04}-{:02}", first.year(), first.month());
        if months.last().is_none_or(|month| month.id != id) {
            months.push(Month {
                title: p
                    .w
                    .partial_date(PartialDate::Month(first.year(), first.month())),
                id,
                days: Vec::new(),
            });
        }
        let Some(month) = months.last_mut() else {
            continue;
        };
        match month.days.last_mut() {
            Some(last) if last.day == item.day => last.items.push(item),
            Some(_) | None => month.days.push(DayOf {
                day: item.day,
                items: vec![item],
            }),
        }
    }
    months
}
