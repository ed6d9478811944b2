//! `/campaigns/{campaign}/planned`: what is planned, by meeting and by messenger.

use askama::Template;
use axum::response::Response;
use world::sheet::Tabular;
use world::view::{CampaignSummary, PlannedAt, PlannedView};

use super::{Tab, found, frame};
use crate::ask::Form;
use crate::asked::Question;
use crate::frame::Frame;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/planned.html")]
struct PlannedPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    tab: Tab,
    view: &'v PlannedView,
}

impl PlannedPage<'_> {
    /// The heading of what is planned at one place.
    fn heading(&self, at: &PlannedAt) -> String {
        match (&at.meeting, &at.forum) {
            (Some(meeting), _) => self.meeting(meeting),
            (None, Some(forum)) => self.p.w.code(words::List::Forum, forum).into_owned(),
            (None, None) => self.p.t("campaign-planned-nowhere").into_owned(),
        }
    }

    fn meeting(&self, id: &str) -> String {
        let found = self.p.world.meeting(id, self.p.w.lang());
        found.map_or_else(
            || id.to_owned(),
            |found| {
                let of = &found.meeting;
                self.p.meeting_name(&of.kind, &of.number).to_string()
            },
        )
    }
}

/// `GET /campaigns/ctbt/planned`.
pub(crate) async fn show(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let view = asked.world.campaign_planned(&given, asked.on, asked.lang);
    let view = found(&asked, &given, view)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => asked.page(&PlannedPage {
            p: frame(&asked, &view.campaign, "campaign-planned").with_csv(),
            c: &view.campaign,
            tab: Tab::Planned,
            view: &view,
        }),
    }
}
