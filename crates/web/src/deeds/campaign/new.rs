//! `/campaigns/new`: what is to be reached, under which treaty, by when, and who may see it. With the name
//! of one on record, it is put right.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::body::{Campaign, CampaignAim};
use ledger::{Audience, Body};
use treaty::{ParticipantId, TreatyId};
use world::view::CampaignSummary;

use crate::App;
use crate::asked::Asked;
use crate::deeds::approach::someone_who_writes;
use crate::deeds::record::{once_more, record};
use crate::deeds::written::{BETWEEN, Slip, day, states, text};
use crate::deeds::{By, Wanted};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::door::{at_work, enter};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/new.html")]
struct NewPage<'v> {
    p: Frame,
    told: Option<String>,
    form: String,
    sent: &'v Fields,
    teams: &'v [Team],
    treaties: Vec<(TreatyId, String)>,
    aims: Vec<(&'static str, &'static str)>,
    groups: Vec<String>,
    /// Whether one on record is put right: its name stays.
    old: bool,
}

impl NewPage<'_> {
    fn was(&self, field: &str) -> &str {
        self.sent.get(field)
    }

    fn ticked(&self, team: &Team) -> bool {
        self.sent.all("team").any(|one| one == team.id)
    }
}

/// A team that may see it.
struct Team {
    id: String,
    name: String,
    /// Whether he may record for it.
    own: bool,
}

/// What can be reached, and how a page calls it.
const AIMS: [(&str, &str); 5] = [
    ("entry_into_force", "campaign-new-aim-force"),
    ("consents", "campaign-new-aim-consents"),
    ("everybody", "campaign-new-aim-everybody"),
    ("group", "campaign-new-aim-group"),
    ("these", "campaign-new-aim-these"),
];

/// `GET /campaigns/new`.
pub(in crate::deeds) async fn show(
    State(app): State<App>,
    inside: Inside,
) -> Result<Response, Stop> {
    let asked = &inside.asked;
    asked.only(&["of", "treaty"])?;
    let teams = teams(&app, &inside).await?;
    let mut fields = Fields::default();
    let of = asked.params.one("of")?;
    let of = of.and_then(|name| on_record(asked, name));
    match &of {
        Some(one) => fill(asked, &mut fields, one),
        None => {
            let treaty = asked.params.one("treaty")?.unwrap_or_default();
            fields.set("treaty", [treaty]);
            fields.set("from", [asked.on.to_string()]);
            let own = teams.iter().filter(|team| team.own);
            fields.set("team", own.map(|team| team.id.clone()).take(1));
        }
    }
    Ok(page(&inside, &teams, &fields, None, of.is_some())?)
}

/// `POST /campaigns/new`.
pub(in crate::deeds) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    inside.asked.only(&["of", "treaty"])?;
    let teams = teams(&app, &inside).await?;
    let words = inside.asked.words;
    let refused = match wanted(&inside.asked, &teams, &fields) {
        Err(slip) => slip.told(words),
        Ok((name, wanted)) => {
            let by = By::visitor(&inside.visitor);
            match record(&app, &by, wanted).await? {
                Ok(_) => return Ok(enter::to(&format!("/campaigns/{name}"))),
                Err(not) => not.on_form(words)?,
            }
        }
    };
    let old = on_record(&inside.asked, fields.get("campaign")).is_some();
    once_more(page(&inside, &teams, &fields, Some(refused), old))
}

/// The teams, his own first.
async fn teams(app: &App, inside: &Inside) -> Result<Vec<Team>, Problem> {
    let own = someone_who_writes(&By::visitor(&inside.visitor))?;
    let all = at_work(app, move |door| {
        let named = door.teams().into_iter();
        let mut all: Vec<_> = named
            .map(|(id, name)| Team {
                own: own.contains(&id.to_string()),
                id: id.to_string(),
                name,
            })
            .collect();
        all.sort_by_key(|team| !team.own);
        all
    });
    all.await
}

/// The campaign of a name, if one was recorded.
fn on_record(asked: &Asked, name: &str) -> Option<CampaignSummary> {
    let all = asked.world.campaigns(asked.on, asked.lang).campaigns;
    let mut all = all.into_iter().filter(|one| one.entry.is_some());
    all.find(|one| one.campaign == name)
}

/// The fields as a campaign on record says them.
fn fill(asked: &Asked, fields: &mut Fields, one: &CampaignSummary) {
    fields.set("campaign", [one.campaign.clone()]);
    fields.set("title", [one.title.clone()]);
    fields.set("treaty", [one.treaty.to_string()]);
    let names = |all: &[ParticipantId]| {
        let name = |id: &ParticipantId| {
            let known = asked.world.participant(*id);
            known.map_or_else(
                || id.to_string(),
                |one| one.names.get(asked.lang).to_owned(),
            )
        };
        let names: Vec<_> = all.iter().map(name).collect();
        names.join(&format!("{BETWEEN} "))
    };
    let (aim, what) = match &one.aim {
        CampaignAim::EntryIntoForce => ("entry_into_force", String::new()),
        CampaignAim::Consents(count) => ("consents", count.to_string()),
        CampaignAim::Everybody => ("everybody", String::new()),
        CampaignAim::Group(group) => ("group", group.clone()),
        CampaignAim::These(these) => ("these", names(these)),
    };
    fields.set("aim", [aim]);
    fields.set("what", [what]);
    fields.set("from", one.from.map(|day| day.to_string()));
    fields.set("until", one.until.map(|day| day.to_string()));
    let by: Vec<_> = one.by.iter().map(|state| state.iso3).collect();
    fields.set("by", [names(&by)]);
    fields.set("note", one.note.clone());
    if let Some(Audience::Teams(teams)) = &one.audience {
        fields.set("team", teams.clone());
    }
}

/// What was sent, and the name of the campaign.
fn wanted(asked: &Asked, teams: &[Team], fields: &Fields) -> Result<(String, Wanted), Slip> {
    let ticked = teams
        .iter()
        .filter(|team| fields.all("team").any(|one| one == team.id));
    let ticked: Vec<_> = ticked.collect();
    if !ticked.iter().any(|team| team.own) {
        return Err("campaign-new-no-team".into());
    }
    let audience = Audience::of_teams(ticked.iter().map(|team| team.id.clone()));
    let title = text(fields, "title").ok_or("campaign-new-no-title")?;
    let name = text(fields, "campaign").ok_or("campaign-new-no-name")?;
    let treaty = asked.world.treaty(fields.get("treaty"));
    let treaty = treaty.ok_or("campaign-new-no-treaty")?.id.clone();
    let old = on_record(asked, &name).filter(|old| old.treaty == treaty);
    let also = old.map(|old| old.also).unwrap_or_default();
    let body = Campaign {
        campaign: name.clone(),
        title,
        treaties: std::iter::once(treaty).chain(also).collect(),
        aim: aim(asked, fields)?,
        from: day(fields, "from")?,
        until: day(fields, "until")?,
        by: states(asked, fields.get("by"))?,
        note: text(fields, "note"),
    };
    let audience = audience.map_err(|_none| "campaign-new-no-team")?;
    Ok((name, Wanted::of(Body::Campaign(body)).seen_by(audience)))
}

fn aim(asked: &Asked, fields: &Fields) -> Result<CampaignAim, Slip> {
    let what = fields.get("what").trim();
    match fields.get("aim") {
        "entry_into_force" => Ok(CampaignAim::EntryIntoForce),
        "everybody" => Ok(CampaignAim::Everybody),
        "consents" => match what.parse() {
            Ok(count) if count > 0 => Ok(CampaignAim::Consents(count)),
            Ok(_) | Err(_) => Err("campaign-new-no-number".into()),
        },
        "group" => {
            let mut groups = asked.world.group_names();
            let found = groups.find(|group| group.eq_ignore_ascii_case(what));
            let slip = || Slip::of("campaign-new-no-group", crate::asked::short(what));
            Ok(CampaignAim::Group(found.ok_or_else(slip)?.to_owned()))
        }
        "these" => {
            let these = states(asked, what)?;
            if these.is_empty() {
                return Err("campaign-new-no-states".into());
            }
            Ok(CampaignAim::These(these))
        }
        _ => Err("campaign-new-no-aim".into()),
    }
}

fn page(
    inside: &Inside,
    teams: &[Team],
    sent: &Fields,
    told: Option<String>,
    old: bool,
) -> Result<Response, Problem> {
    let asked = &inside.asked;
    let title = if old {
        "campaign-new-old"
    } else {
        "campaign-new-title"
    };
    let mut p = asked
        .frame(Nav::Campaigns, asked.words.text(title))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    let laws = asked.world.treaties().into_iter();
    asked.page(&NewPage {
        told,
        form: inside.visitor.key.csrf(),
        sent,
        teams,
        treaties: laws
            .map(|law| (law.id.clone(), law.short.clone()))
            .collect(),
        aims: AIMS.to_vec(),
        groups: asked.world.group_names().map(str::to_owned).collect(),
        old,
        p,
    })
}
