//! `/campaigns/{campaign}/table`: the same as the board, as a table.

use askama::Template;
use axum::response::Response;
use world::BoardSort;
use world::sheet::Tabular;
use world::view::{BoardColumn, CampaignSummary, CampaignView};

use super::{Tab, found, frame, say};
use crate::api::params::{BOARD_COLUMNS, BOARD_SORTS};
use crate::ask::Form;
use crate::asked::Question;
use crate::frame::Frame;
use crate::path::Path;
use crate::problem::{Expected, Problem};

#[derive(Template)]
#[template(path = "campaign/table.html")]
struct TablePage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    tab: Tab,
    view: &'v CampaignView,
    sort: &'static str,
    stage: Option<BoardColumn>,
}

/// The word of an order, and the key of its name.
const SORTS: [(&str, &str); 7] = [
    ("name", "campaign-sort-name"),
    ("stage", "campaign-sort-stage"),
    ("standing", "campaign-sort-standing"),
    ("contact", "campaign-sort-contact"),
    ("contacts", "campaign-sort-contacts"),
    ("planned", "campaign-sort-planned"),
    ("due", "campaign-sort-due"),
];

/// `GET /campaigns/ctbt/table?sort=contact&stage=contacted`.
pub(crate) async fn show(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["sort", "stage"])?;
    let view = asked.world.campaign(&given, asked.on, asked.lang);
    let mut view: CampaignView = found(&asked, &given, view)?;
    let sort = match asked.params.one("sort")? {
        None => BoardSort::Name,
        Some(word) => BoardSort::ALL
            .into_iter()
            .find(|sort| sort.word() == word)
            .ok_or_else(|| Problem::bad("sort", word, Expected::Code(BOARD_SORTS)))?,
    };
    let stage = match asked.params.one("stage")? {
        None => None,
        Some(given) => Some(
            BoardColumn::ALL
                .into_iter()
                .find(|column| say::word(column) == given)
                .ok_or_else(|| Problem::bad("stage", given, Expected::Code(BOARD_COLUMNS)))?,
        ),
    };
    view.sort(sort);
    view.states
        .retain(|row| stage.is_none_or(|stage| stage == row.column));
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => asked.page(&TablePage {
            p: frame(&asked, &view.campaign, "campaign-table").with_csv(),
            c: &view.campaign,
            tab: Tab::Table,
            sort: sort.word(),
            stage,
            view: &view,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_has_a_name() {
        assert_eq!(
            SORTS.map(|(word, _)| word),
            BoardSort::ALL.map(BoardSort::word)
        );
    }
}
