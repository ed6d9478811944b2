//! `/`: the field on a day.

use askama::Template;
use axum::response::Response;
use world::view::FieldView;

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
        Form::Html => {
            let p = asked
                .frame(Nav::Home, asked.words.text("home-title"))
                .with_csv();
            asked.page(&HomePage {
                p,
                treaties: &view.treaties,
                view: &view,
            })
        }
    }
}
