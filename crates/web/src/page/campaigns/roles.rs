//! `/campaigns/{campaign}/roles`: coordinators, champions, envoys, friends, and until when.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Extension;
use axum::response::Response;
use ledger::EntryRef;
use world::sheet::Tabular;
use world::view::{CampaignRolesView, CampaignSummary, Held, OfficeView};

use super::{Tab, found, frame, say};
use crate::ask::Form;
use crate::asked::Question;
use crate::deeds::{By, may_mend};
use crate::frame::Frame;
use crate::page::approaches::records;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/roles.html")]
struct RolesPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    tab: Tab,
    groups: Vec<(&'static str, Vec<&'v OfficeView>)>,
    /// Whether the reader may record an office, and which of these he may put right.
    records: bool,
    mends: BTreeSet<EntryRef>,
}

impl RolesPage<'_> {
    fn mends(&self, entry: &EntryRef) -> bool {
        self.mends.contains(entry)
    }
}

/// `GET /campaigns/ctbt/roles`.
pub(crate) async fn show(
    by: Option<Extension<By>>,
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let view = asked.world.campaign_roles(&given, asked.on, asked.lang);
    let view: CampaignRolesView = found(&asked, &given, view)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let groups = Held::ALL.map(|held| {
                let roles = view.roles.iter().filter(|role| role.held == held);
                (say::held(held), roles.collect::<Vec<_>>())
            });
            let by = by.as_deref();
            let all = view.roles.iter().map(|role| role.entry);
            asked.page(&RolesPage {
                records: by.is_some_and(records),
                mends: all
                    .filter(|entry| may_mend(&asked.world, by, *entry))
                    .collect(),
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
