//! `/campaigns` and what stands under it: what is to be reached, each State on its way, who was approached.

pub(crate) mod board;
pub(crate) mod calendar;
pub(crate) mod contacts;
pub(crate) mod list;
pub(crate) mod next;
pub(crate) mod planned;
pub(crate) mod roles;
mod say;
pub(crate) mod state;
pub(crate) mod table;

use world::view::CampaignSummary;

pub(crate) use self::say::{differs, word};

use crate::asked::{Asked, short};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

/// A page among those of one campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    Board,
    Table,
    Next,
    Contacts,
    Planned,
    Calendar,
    Roles,
    /// One State, or what is recorded of it.
    State,
}

impl Tab {
    /// Those that each campaign has, with the last part of their address and the key of their name.
    pub(crate) const ALL: [(Tab, &'static str, &'static str); 7] = [
        (Tab::Board, "", "campaign-board"),
        (Tab::Table, "/table", "campaign-table"),
        (Tab::Next, "/next", "next-kicker"),
        (Tab::Contacts, "/contacts", "campaign-contacts"),
        (Tab::Planned, "/planned", "campaign-planned"),
        (Tab::Calendar, "/calendar", "campaign-calendar"),
        (Tab::Roles, "/roles", "campaign-roles"),
    ];
}

/// What was found under a name, or why nothing is. Another name of a treaty leads to its own.
pub(crate) fn found<T>(asked: &Asked, given: &str, view: Option<T>) -> Result<T, Problem> {
    view.ok_or_else(|| match asked.treaty(given) {
        Err(elsewhere @ Problem::Elsewhere { .. }) => elsewhere,
        Ok(_) | Err(_) => Problem::NoSuchCampaign {
            given: short(given),
            near: asked
                .world
                .campaigns(asked.on, asked.lang)
                .campaigns
                .into_iter()
                .map(|one| (format!("/campaigns/{}", one.campaign), one.title))
                .collect(),
        },
    })
}

/// The frame of a page of a campaign: its name, and what the page is.
fn frame(asked: &Asked, campaign: &CampaignSummary, key: &str) -> Frame {
    let title = asked.words.text_with(
        "campaign-title-of",
        &[
            ("what", asked.words.text(key).into_owned().into()),
            ("campaign", campaign.title.as_str().into()),
        ],
    );
    asked.frame(Nav::Campaigns, title)
}
