//! `/campaigns`: what is to be reached, and how far it is.

use askama::Template;
use axum::response::Response;
use treaty::TreatyId;
use world::sheet::Tabular;
use world::view::CampaignsView;

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/list.html")]
struct CampaignsPage<'v> {
    p: Frame,
    view: &'v CampaignsView,
    /// The treaties, each with an aim of its own.
    treaties: Vec<(TreatyId, String)>,
}

/// `GET /campaigns`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    let view = asked.world.campaigns(asked.on, asked.lang);
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => asked.page(&CampaignsPage {
            p: asked
                .frame(Nav::Campaigns, asked.words.text("campaigns-title"))
                .with_csv(),
            treaties: asked
                .world
                .treaties()
                .into_iter()
                .map(|law| (law.id.clone(), law.short.clone()))
                .collect(),
            view: &view,
        }),
    }
}
