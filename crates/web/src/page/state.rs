//! `/states/{iso3}`: one participant across all treaties.

use askama::Template;
use axum::response::Response;
use treaty::Lang;
use world::sheet::Tabular;
use world::view::{DutyStanding, ParticipantView};

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::page::states;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "state.html")]
struct StatePage<'v> {
    p: Frame,
    view: &'v ParticipantView,
    status: String,
    names: Vec<(Lang, &'v str)>,
    dated: Vec<DutyStanding>,
    undated: Vec<DutyStanding>,
}

/// `GET /states/ITA?on=2015-06-01`.
pub(crate) async fn show(
    Path(state): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let id = asked.state(&state)?;
    let view = asked.world.participant_view(id, asked.on, asked.lang);
    let view = view.ok_or(Problem::NoSuchPage)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics => Err(asked.no_form()),
        Form::Html => {
            let status = asked.world.participant(id).map(|found| found.status);
            let status = status.map(|status| asked.words.text(states::status_key(status)));
            let names = Lang::ALL
                .into_iter()
                .filter_map(|lang| Some((lang, view.names.get(lang.code())?.as_str())))
                .collect();
            let (dated, undated) = view
                .duties
                .iter()
                .cloned()
                .partition(|duty: &DutyStanding| duty.due.is_some());
            let p = asked
                .frame(Nav::States, view.name.clone())
                .with_csv()
                .with_feed(format!("/states/{id}/feed"));
            asked.page(&StatePage {
                p,
                status: status.unwrap_or_default().into_owned(),
                names,
                dated,
                undated,
                view: &view,
            })
        }
    }
}
