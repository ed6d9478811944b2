//! `/campaigns/{campaign}/contacts`: who was approached and who acted, side by side; who was not contacted.

use askama::Template;
use axum::extract::Extension;
use axum::response::Response;
use jiff::civil::Date;
use world::sheet::Tabular;
use world::view::{CampaignContactsView, CampaignSummary, Pair, Pairing};

use super::{Tab, found, frame, say};
use crate::ask::Form;
use crate::asked::Question;
use crate::door::Names;
use crate::frame::Frame;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/contacts.html")]
struct ContactsPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    tab: Tab,
    view: &'v CampaignContactsView,
    groups: Vec<Group<'v>>,
}

/// Those of whom the same is to be said.
struct Group<'v> {
    class: &'static str,
    key: &'static str,
    pairs: Vec<&'v Pair>,
}

/// `GET /campaigns/ctbt/contacts?from=2021-09-23&to=2023-09-22&since=2023-01-01`.
pub(crate) async fn show(
    names: Option<Extension<Names>>,
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["from", "to", "since"])?;
    let (from, to): (Option<Date>, Option<Date>) = (asked.day("from")?, asked.day("to")?);
    let since = asked.day("since")?;
    let view = asked
        .world
        .campaign_contacts(&given, (from, to), since, asked.on, asked.lang);
    let view = found(&asked, &given, view)?;
    if view.from > view.to {
        return Err(Problem::Backwards {
            from: view.from.to_string(),
            to: view.to.to_string(),
        });
    }
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let mut p = frame(&asked, &view.campaign, "campaign-contacts").with_csv();
            let credited = view.pairs.iter().flat_map(|pair| &pair.attributions);
            p.names = Names::of(names.as_deref(), credited.map(|one| &one.author)).await?;
            let groups = Pairing::ALL.map(|group| {
                let (class, key) = say::pairing(group);
                let pairs = view.pairs.iter().filter(|pair| pair.pairing == group);
                Group {
                    class,
                    key,
                    pairs: pairs.collect(),
                }
            });
            asked.page(&ContactsPage {
                p,
                c: &view.campaign,
                tab: Tab::Contacts,
                groups: groups.into(),
                view: &view,
            })
        }
    }
}
