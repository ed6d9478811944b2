//! `/calendar`, `/treaties/{t}/calendar`, `/states/{s}/calendar`: meetings, deadlines, entries into
//! force and withdrawals, as data and for calendar programs.

use axum::response::Response;
use treaty::{ParticipantId, TreatyId};
use world::sheet::Tabular;

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::page::ics;
use crate::path::Path;
use crate::problem::Problem;

/// `GET /calendar.ics?from=2026-01-01&to=2027-12-31`.
pub(crate) async fn all(Question(asked): Question) -> Result<Response, Problem> {
    show(&asked, None, None, None)
}

/// `GET /treaties/ccm/calendar.ics`.
pub(crate) async fn treaty(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let law = asked.treaty(&given)?;
    show(&asked, Some(&law.id), None, Some(&law.short))
}

/// `GET /states/ITA/calendar.ics`.
pub(crate) async fn state(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let id = asked.state(&given)?;
    let participant = asked.world.participant(id);
    let name = participant.map(|found| found.names.get(asked.lang));
    show(&asked, None, Some(id), name)
}

fn show(
    asked: &Asked,
    treaty: Option<&TreatyId>,
    state: Option<ParticipantId>,
    what: Option<&str>,
) -> Result<Response, Problem> {
    asked.only(&["from", "to"])?;
    let (from, to) = ics::days(asked)?;
    let view = asked
        .world
        .calendar(treaty, state, from, to, asked.on, asked.lang);
    match asked.form {
        Form::Ics => Ok(ics::file(asked, what, &view)),
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Html | Form::Svg | Form::Png | Form::Atom => Err(asked.no_form()),
    }
}
