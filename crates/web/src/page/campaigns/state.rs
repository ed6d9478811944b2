//! `/campaigns/{campaign}/states/{state}`: one State in a campaign, and its whole story.

use askama::Template;
use axum::extract::Extension;
use axum::response::Response;
use world::view::{CampaignStateView, CampaignSummary, StoryItem};

use super::{Tab, found, frame};
use crate::ask::Form;
use crate::asked::Question;
use crate::deeds::By;
use crate::door::Names;
use crate::frame::Frame;
use crate::page::approaches::records;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/state.html")]
struct StatePage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    tab: Tab,
    view: &'v CampaignStateView,
    /// Whether the reader may record something of it.
    records: bool,
}

impl StatePage<'_> {
    /// The style of an item.
    fn class(&self, item: &StoryItem) -> String {
        world::sheet::word(&item.what)
    }
}

/// `GET /campaigns/ctbt/states/NPL`.
pub(crate) async fn show(
    by: Option<Extension<By>>,
    names: Option<Extension<Names>>,
    Path((given, state)): Path<(String, String)>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let state = asked.state(&state)?;
    let view = asked
        .world
        .campaign_state(&given, state, asked.on, asked.lang);
    let view = found(&asked, &given, view)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => {
            Err(asked.no_form())
        }
        Form::Html => {
            let mut p = frame(&asked, &view.campaign, "campaign-state");
            p.title = format!("{} – {}", view.state.name, view.campaign.title);
            let credited = view
                .story
                .iter()
                .filter_map(|item| item.attribution.as_ref());
            p.names = Names::of(names.as_deref(), credited.map(|one| &one.author)).await?;
            asked.page(&StatePage {
                p,
                c: &view.campaign,
                tab: Tab::State,
                view: &view,
                records: by.is_some_and(|by| records(&by)),
            })
        }
    }
}
