//! `/campaigns/{campaign}/states/{state}/record`: how far a State is, what it promised, what somebody
//! credits to an approach.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::Audience;
use ledger::body::ApproachState;
use ledger::body::vocabulary::{
    AttributionConfidence, DomesticStep, PledgeKind, PledgeState, StateStage,
};
use world::view::{CampaignStateView, CampaignSummary, ContactView, DoneView, PledgeView};

pub(super) mod new;
pub(super) mod office;
mod read;

use super::By;
use super::approach::writes_for;
use super::readers::{self, Readers};
use super::record::{once_more, record};
use super::written::{Choice, choices};
use crate::App;
use crate::asked::Asked;
use crate::door::enter;
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::{Frame, Nav};
use crate::page::campaigns::found;
use crate::path::Path;
use crate::problem::Problem;

/// The most approaches that are listed to choose one from: the latest.
const LISTED: usize = 50;

#[derive(Template)]
#[template(path = "campaign/record.html")]
struct RecordPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    view: &'v CampaignStateView,
    told: Option<String>,
    form: String,
    sent: &'v Fields,
    teams: &'v Readers,
    stages: Vec<Choice>,
    steps: Vec<Choice>,
    pledges: Vec<Choice>,
    confidences: Vec<Choice>,
    /// What it promised, and what may have become of that.
    promised: Vec<&'v PledgeView>,
    became: Vec<Choice>,
    /// What took place, to credit something to it.
    contacts: Vec<&'v ContactView>,
    acts: Vec<&'v DoneView>,
    /// The latest of it, and what is named already: to say in which of it something came up.
    latest: Vec<&'v ContactView>,
    /// How many are listed, where there are more.
    only: Option<usize>,
    /// The approach from which one came here.
    from: &'v str,
}

impl RecordPage<'_> {
    /// What was sent of a field in one of the forms; else nothing.
    fn was(&self, what: &str, field: &str) -> &str {
        if self.sent.get("what") == what {
            self.sent.get(field)
        } else {
            ""
        }
    }

    /// Whether something is said to have come up in that approach: as was sent, else the one from which
    /// one came here.
    fn came_up_in(&self, what: &str, one: &ContactView) -> bool {
        let named = if self.sent.get("what") == what {
            self.sent.get("came-up-in")
        } else {
            self.from
        };
        one.entry.to_string() == named
    }

    /// The day written in a form, else the day of the page.
    fn day(&self, what: &str) -> String {
        match self.was(what, "on") {
            "" => self.p.on.to_string(),
            sent => sent.to_owned(),
        }
    }
}

/// Whether an address is a page on which something of a campaign is recorded.
pub(super) fn is_at(path: &str) -> bool {
    let Some(below) = path.strip_prefix("/campaigns/") else {
        return false;
    };
    below == "new"
        || below.ends_with("/record")
        || below.ends_with("/roles/new")
        || (below.contains("/roles/") && below.ends_with("/edit"))
}

/// What the page needs to know.
struct Known {
    view: CampaignStateView,
    by: By,
    /// For whom he may record: each team of his, and all for whom the campaign is, or the approach that is
    /// named; by name.
    teams: Readers,
    /// The approach from which one came here, if it is one of this State.
    from: String,
}

/// `GET /campaigns/{campaign}/states/{state}/record?approach=…`.
pub(super) async fn show(
    State(app): State<App>,
    Path((given, state)): Path<(String, String)>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&["approach"])?;
    let from = inside.asked.params.one("approach")?.unwrap_or_default();
    let known = known(&app, &inside, &given, &state, from).await?;
    Ok(page(&inside, &known, &Fields::default(), None)?)
}

/// `POST /campaigns/{campaign}/states/{state}/record`.
pub(super) async fn take(
    State(app): State<App>,
    Path((given, state)): Path<(String, String)>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let known = known(&app, &inside, &given, &state, fields.get("came-up-in")).await?;
    let words = inside.asked.words;
    let told = match read::wanted(&inside.asked, &known, &fields) {
        Err(slip) => slip.told(words),
        Ok(wanted) => match record(&app, &known.by, wanted).await? {
            Ok(_) => {
                let path = inside.asked.path();
                let back = path.strip_suffix("/record").unwrap_or(path);
                return Ok(enter::to(back));
            }
            Err(not) => not.on_form(words)?,
        },
    };
    once_more(page(&inside, &known, &fields, Some(told)))
}

/// The State in the campaign, if the visitor may record for a team of his. To others the page is not there.
async fn known(
    app: &App,
    inside: &Inside,
    given: &str,
    state: &str,
    from: &str,
) -> Result<Known, Problem> {
    let asked = &inside.asked;
    let by = By::visitor(&inside.visitor);
    if writes_for(&by).is_empty() {
        return Err(Problem::NoSuchPage);
    }
    let state = asked.state(state)?;
    let view = asked
        .world
        .campaign_state(given, state, asked.on, asked.lang);
    let view = found(asked, given, view)?;
    let from = contacts(&view)
        .into_iter()
        .find(|one| one.entry.to_string() == from);
    let its = from.and_then(|one| audience_of(asked, one));
    let shared = view
        .campaign
        .audience
        .clone()
        .into_iter()
        .chain(its.clone());
    let mut teams = readers::teams(app, &by, shared).await?;
    if let Some(its) = its {
        // First those who may see the approach.
        teams.sort_by_key(|(code, _)| {
            readers::audience(code).is_none_or(|audience| !audience.within(&its))
        });
    }
    Ok(Known {
        from: from.map_or_else(String::new, |one| one.entry.to_string()),
        view,
        by,
        teams,
    })
}

/// Who may see an approach.
fn audience_of(asked: &Asked, one: &ContactView) -> Option<Audience> {
    let id = asked.world.id_of(one.entry)?;
    asked.world.audience_of(id).cloned()
}

/// Contacts that took place, the latest first.
fn contacts(view: &CampaignStateView) -> Vec<&ContactView> {
    let told = view.story.iter().filter_map(|item| item.contact.as_ref());
    told.filter(|contact| contact.state == ApproachState::Done)
        .collect()
}

fn acts(view: &CampaignStateView) -> Vec<&DoneView> {
    view.story
        .iter()
        .filter_map(|item| item.act.as_ref())
        .collect()
}

/// What it promised, each once.
fn promised(view: &CampaignStateView) -> Vec<&PledgeView> {
    let told = view.story.iter().filter_map(|item| item.pledge.as_ref());
    let mut seen = BTreeSet::new();
    told.filter(|one| seen.insert(one.entry)).collect()
}

/// The latest contacts, and the one that is named.
fn latest<'v>(contacts: &[&'v ContactView], from: &str) -> Vec<&'v ContactView> {
    let mut listed: Vec<_> = contacts.iter().take(LISTED).copied().collect();
    let older = contacts.iter().skip(LISTED).copied();
    listed.extend(older.filter(|one| one.entry.to_string() == from));
    listed
}

fn page(
    inside: &Inside,
    known: &Known,
    sent: &Fields,
    told: Option<String>,
) -> Result<Response, Problem> {
    let view = &known.view;
    let title = inside.asked.words.text_with(
        "campaign-record-title",
        &[("what", view.state.name.as_str().into())],
    );
    let mut p = inside.asked.frame(Nav::Campaigns, title);
    p.dated = false;
    (p.has_json, p.has_permanent) = (false, false);
    let contacts = contacts(view);
    inside.asked.page(&RecordPage {
        c: &view.campaign,
        told,
        form: inside.visitor.key.csrf(),
        sent,
        teams: &known.teams,
        stages: choices::<StateStage>(&p),
        steps: choices::<DomesticStep>(&p),
        pledges: choices::<PledgeKind>(&p),
        confidences: choices::<AttributionConfidence>(&p),
        promised: promised(view),
        became: choices::<PledgeState>(&p),
        latest: latest(&contacts, &known.from),
        only: (contacts.len() > LISTED).then_some(LISTED),
        from: &known.from,
        contacts,
        acts: acts(view),
        view,
        p,
    })
}
