//! `/campaigns/{campaign}/roles`: coordinators, champions, envoys, friends, and until when.

use askama::Template;
use axum::response::Response;
use world::sheet::Tabular;
use world::view::{CampaignRolesView, CampaignSummary, Held, OfficeView};

use super::{Tab, found, frame, say};
use crate::ask::Form;
use crate::asked::Question;
use crate::frame::Frame;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/roles.html")]
struct RolesPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    tab: Tab,
    groups: Vec<(&'static str, Vec<&'v OfficeView>)>,
}

/// `GET /campaigns/ctbt/roles`.
pub(crate) async fn show(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let view = asked.world.campaign_roles(&given, asked.on, asked.lang);
    let view: CampaignRolesView = found(&asked, &given, view)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics => Err(asked.no_form()),
        Form::Html => {
            let groups = Held::ALL.map(|held| {
                let roles = view.roles.iter().filter(|role| role.held == held);
                (say::held(held), roles.collect::<Vec<_>>())
            });
            asked.page(&RolesPage {
                p: frame(&asked, &view.campaign, "campaign-roles").with_csv(),
                c: &view.campaign,
                tab: Tab::Roles,
                groups: groups
                    .into_iter()
                    .filter(|(_, roles)| !roles.is_empty())
                    .collect(),
            })
        }
    }
}
