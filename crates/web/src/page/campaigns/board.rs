//! `/campaigns/{campaign}`: each State in the column of how far it is.

use askama::Template;
use axum::response::Response;
use world::sheet::Tabular;
use world::view::{BoardColumn, CampaignRow, CampaignSummary, CampaignView};

use super::{Tab, found, frame, say};
use crate::ask::Form;
use crate::asked::Question;
use crate::frame::Frame;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/board.html")]
struct BoardPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    tab: Tab,
    lanes: Vec<Lane<'v>>,
}

/// A column and who is in it.
struct Lane<'v> {
    column: BoardColumn,
    class: &'static str,
    states: Vec<&'v CampaignRow>,
}

impl Lane<'_> {
    /// More names than a column is high.
    fn is_long(&self) -> bool {
        self.states.len() > 12
    }
}

/// `GET /campaigns/ctbt`.
pub(crate) async fn show(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let view = asked.world.campaign(&given, asked.on, asked.lang);
    let view: CampaignView = found(&asked, &given, view)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let lanes = BoardColumn::ALL.map(|column| Lane {
                column,
                class: say::word(&column),
                states: view.column(column).collect(),
            });
            asked.page(&BoardPage {
                p: frame(&asked, &view.campaign, "campaign-board").with_csv(),
                c: &view.campaign,
                tab: Tab::Board,
                lanes: lanes.into(),
            })
        }
    }
}
