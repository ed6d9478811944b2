//! `/campaigns/{campaign}/states/{state}/record`: how far a State is, what it promised, what somebody
//! credits to an approach.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use ledger::body::vocabulary::{
    AttributionConfidence, DomesticStep, PledgeKind, PledgeState, StateStage,
};
use ledger::body::{ApproachState, Attribution, Correction, Pledge, Stage};
use ledger::{Audience, Body, EntryId};
use people::Deed;
use treaty::PartialDate;
use world::view::{CampaignStateView, CampaignSummary, ContactView, DoneView, PledgeView};

pub(super) mod new;

use super::{By, NotRecorded, Wanted, Wish};
use crate::App;
use crate::asked::Asked;
use crate::coded::Coded;
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::door::{at_work, enter};
use crate::frame::{Frame, Nav};
use crate::page::campaigns::found;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/record.html")]
struct RecordPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    view: &'v CampaignStateView,
    told: Option<String>,
    form: String,
    sent: &'v Fields,
    teams: Vec<(String, String)>,
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

    /// The day written in a form, else the day of the page.
    fn day(&self, what: &str) -> String {
        match self.was(what, "on") {
            "" => self.p.on.to_string(),
            sent => sent.to_owned(),
        }
    }
}

/// A word to choose.
struct Choice {
    code: String,
    name: String,
}

/// What the page needs to know.
struct Known {
    view: CampaignStateView,
    /// For whom he may record: each team of his, and all for whom the campaign is; by name.
    teams: Vec<(String, String)>,
}

/// `GET /campaigns/{campaign}/states/{state}/record`.
pub(super) async fn show(
    State(app): State<App>,
    Path((given, state)): Path<(String, String)>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let known = known(&app, &inside, &given, &state).await?;
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
    let known = known(&app, &inside, &given, &state).await?;
    let words = inside.asked.words;
    let refused = match wanted(&inside.asked, &known, &fields) {
        Err(key) => words.text(key).into_owned(),
        Ok(wanted) => {
            let by = By::visitor(&inside.visitor);
            let wish = Wish::Entry(Box::new(wanted));
            match at_work(&app, move |door| door.record(&by, &wish)).await? {
                Ok(_) => {
                    let path = inside.asked.path();
                    let back = path.strip_suffix("/record").unwrap_or(path);
                    return Ok(enter::to(back));
                }
                Err(NotRecorded::Refused(why)) => why,
                Err(NotRecorded::MayNot(cause)) => Problem::MayNot { cause }.detail(words),
                Err(other) => return Err(Problem::from(other).into()),
            }
        }
    };
    let mut response = page(&inside, &known, &fields, Some(refused))?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// The State in the campaign, if the visitor may record for a team of his. To others the page is not there.
async fn known(app: &App, inside: &Inside, given: &str, state: &str) -> Result<Known, Problem> {
    let asked = &inside.asked;
    let by = By::visitor(&inside.visitor);
    let writes = |team: &str| {
        let audience = Audience::Teams(vec![team.to_owned()]);
        by.may(Deed::Write, &audience).is_ok()
    };
    let own: Vec<_> = by
        .seats
        .0
        .keys()
        .map(|team| team.as_str().to_owned())
        .collect();
    let own: Vec<_> = own.into_iter().filter(|team| writes(team)).collect();
    if own.is_empty() {
        return Err(Problem::NoSuchPage);
    }
    let state = asked.state(state)?;
    let view = asked
        .world
        .campaign_state(given, state, asked.on, asked.lang);
    let view = found(asked, given, view)?;
    let together = view.campaign.audience.clone();
    let together = together.and_then(|audience| circle(audience, &own));
    let together = together.filter(|all| {
        let audience = Audience::Teams(all.clone());
        by.may(Deed::Write, &audience).is_ok()
    });
    let teams = at_work(app, move |door| {
        let named: BTreeMap<_, _> = door
            .teams()
            .into_iter()
            .map(|(team, name)| (team.to_string(), name))
            .collect();
        let name = |team: &String| named.get(team).cloned().unwrap_or_else(|| team.clone());
        let mut teams: Vec<_> = own.iter().map(|team| (team.clone(), name(team))).collect();
        let names = |all: &Vec<String>| all.iter().map(name).collect::<Vec<_>>().join("; ");
        teams.extend(together.map(|all| (all.join(","), names(&all))));
        teams
    });
    Ok(Known {
        view,
        teams: teams.await?,
    })
}

/// The teams for which a campaign is, where they are several and one is his.
fn circle(audience: Audience, own: &[String]) -> Option<Vec<String>> {
    if let Audience::Teams(all) = audience
        && all.len() > 1
        && all.iter().any(|team| own.contains(team))
    {
        return Some(all);
    }
    None
}

/// What was sent, or the key of what is to be said.
fn wanted(asked: &Asked, known: &Known, fields: &Fields) -> Result<Wanted, &'static str> {
    if fields.get("what") == "became" {
        return became(asked, known, fields);
    }
    let team = fields.get("team");
    if !known.teams.iter().any(|(id, _)| id == team) {
        return Err("campaign-record-no-team");
    }
    let body = match fields.get("what") {
        "stage" => Body::Stage(stage(known, fields)?),
        "pledge" => Body::Pledge(pledge(known, fields)?),
        "attribution" => Body::Attribution(attribution(asked, known, fields)?),
        _ => return Err("campaign-record-nothing"),
    };
    let audience = Audience::of_teams(team.split(','));
    let audience = audience.map_err(|_none| "campaign-record-no-team")?;
    Ok(Wanted {
        body,
        audience: Some(audience),
        label: None,
        source: None,
        key: None,
    })
}

/// What became of a promise: its entry put right, for whoever sees that.
fn became(asked: &Asked, known: &Known, fields: &Fields) -> Result<Wanted, &'static str> {
    let meant = fields.get("pledge");
    let meant = promised(&known.view)
        .into_iter()
        .find(|one| one.entry.to_string() == meant);
    let of = meant.and_then(|one| asked.world.id_of(one.entry));
    let of = of.ok_or("campaign-record-no-pledge")?;
    let Some(Body::Pledge(stands)) = asked.world.body_as_corrected(of) else {
        return Err("campaign-record-no-pledge");
    };
    let state = code::<PledgeState>(fields, "state")?.ok_or("campaign-record-no-became")?;
    let body = Body::Pledge(Pledge {
        state,
        ..stands.clone()
    });
    Ok(Wanted {
        body: Body::Correction(Correction {
            of,
            body: Box::new(body),
            why: text(fields, "why").ok_or("campaign-record-no-why")?,
        }),
        audience: None,
        label: None,
        source: None,
        key: None,
    })
}

fn stage(known: &Known, fields: &Fields) -> Result<Stage, &'static str> {
    Ok(Stage {
        treaty: known.view.campaign.treaty.clone(),
        by: known.view.state.iso3,
        stage: code(fields, "stage")?.ok_or("campaign-record-no-stage")?,
        step: code::<DomesticStep>(fields, "step")?,
        on: day(fields, "on")?.ok_or("campaign-record-no-day")?,
        evidence: text(fields, "evidence"),
        approach: None,
        note: None,
    })
}

fn pledge(known: &Known, fields: &Fields) -> Result<Pledge, &'static str> {
    Ok(Pledge {
        treaty: known.view.campaign.treaty.clone(),
        by: known.view.state.iso3,
        kind: code(fields, "kind")?.ok_or("campaign-record-no-kind")?,
        what: text(fields, "promised").ok_or("campaign-record-no-promise")?,
        state: PledgeState::Open,
        on: day(fields, "on")?,
        due: day(fields, "due")?,
        meeting: None,
        approach: None,
        next: Vec::new(),
        note: None,
    })
}

fn attribution(
    asked: &Asked,
    known: &Known,
    fields: &Fields,
) -> Result<Attribution, &'static str> {
    let contact = contacts(&known.view)
        .into_iter()
        .find(|one| one.entry.to_string() == fields.get("approach"))
        .ok_or("campaign-record-no-approach")?;
    let act = acts(&known.view)
        .into_iter()
        .find(|one| one.entry.to_string() == fields.get("act"))
        .ok_or("campaign-record-no-act")?;
    let id =
        |name, key| -> Result<EntryId, &'static str> { asked.world.id_of(name).ok_or(key) };
    Ok(Attribution {
        approach: id(contact.entry, "campaign-record-no-approach")?,
        act: id(act.entry, "campaign-record-no-act")?,
        confidence: code(fields, "confidence")?.ok_or("campaign-record-no-confidence")?,
        why: text(fields, "why").ok_or("campaign-record-no-why")?,
    })
}

/// Contacts that took place.
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

/// A word of a list; nothing where nothing was chosen.
fn code<C: FromStr>(fields: &Fields, name: &str) -> Result<Option<C>, &'static str> {
    match fields.get(name) {
        "" => Ok(None),
        given => given
            .parse()
            .map(Some)
            .map_err(|_no_word| "campaign-record-no-word"),
    }
}

/// A day, a month or a year; nothing where nothing was written.
fn day(fields: &Fields, name: &str) -> Result<Option<PartialDate>, &'static str> {
    match fields.get(name).trim() {
        "" => Ok(None),
        given => given
            .parse()
            .map(Some)
            .map_err(|_no_day| "campaign-record-bad-day"),
    }
}

fn text(fields: &Fields, name: &str) -> Option<String> {
    let given = fields.get(name).trim();
    (!given.is_empty()).then(|| given.to_owned())
}

fn choices<C: Coded>(p: &Frame) -> Vec<Choice> {
    let all = C::EVERY.iter();
    all.map(|code| Choice {
        code: code.to_string(),
        name: code.said(p.w).into_owned(),
    })
    .collect()
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
    inside.asked.page(&RecordPage {
        c: &view.campaign,
        told,
        form: inside.visitor.key.csrf(),
        sent,
        teams: known.teams.clone(),
        stages: choices::<StateStage>(&p),
        steps: choices::<DomesticStep>(&p),
        pledges: choices::<PledgeKind>(&p),
        confidences: choices::<AttributionConfidence>(&p),
        promised: promised(view),
        became: choices::<PledgeState>(&p),
        contacts: contacts(view),
        acts: acts(view),
        view,
        p,
    })
}
