//! `/`: the field on a day.

use askama::Template;
use axum::response::Response;
use world::view::{DutyStanding, FieldView, YearlyDeadline};

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::page::treaties::{self, Bars};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'v> {
    p: Frame,
    view: &'v FieldView,
    treaties: &'v [world::view::FieldTreaty],
    deadlines: Vec<Deadline<'v>>,
}

/// What falls due next: for one, or every year for many.
enum Deadline<'v> {
    Once(&'v DutyStanding),
    Yearly(&'v YearlyDeadline),
}

/// The deadlines of both kinds, by day.
fn deadlines(view: &FieldView) -> Vec<Deadline<'_>> {
    let once = view
        .next_duties
        .iter()
        .map(|duty| (duty.due, Deadline::Once(duty)));
    let yearly = view.next_yearly.iter();
    let yearly = yearly.map(|duty| (Some(duty.due), Deadline::Yearly(duty)));
    let mut all: Vec<_> = once.chain(yearly).collect();
    all.sort_by_key(|(due, _)| *due);
    all.into_iter().map(|(_, deadline)| deadline).collect()
}

impl Bars for HomePage<'_> {
    fn frame(&self) -> &Frame {
        &self.p
    }
}

/// `GET /?on=2020-10-24`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    let view = asked.world.field(asked.on, asked.lang);
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&treaties::table(&view.treaties))),
        Form::Svg | Form::Png | Form::Atom | Form::Ics => Err(asked.no_form()),
        Form::Html => {
            let p = asked
                .frame(Nav::Home, asked.words.text("home-title"))
                .with_csv();
            asked.page(&HomePage {
                p,
                treaties: &view.treaties,
                deadlines: deadlines(&view),
                view: &view,
            })
        }
    }
}
