//! `/campaigns/{campaign}/roles/new`: who holds an office under the treaty of a campaign, from when and
//! until when. Several States that share one are recorded together, each as an entry of its own.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::Body;
use ledger::body::Role;
use ledger::body::vocabulary::RoleKind;
use treaty::ParticipantId;
use world::view::{CampaignRolesView, CampaignSummary};

pub(in crate::deeds) mod edit;

use crate::App;
use crate::asked::{Asked, short};
use crate::deeds::approach::someone_who_writes;
use crate::deeds::readers::{self, Readers};
use crate::deeds::record::{once_more, record};
use crate::deeds::written::{
    Choice, Slip, choices, code, day, document, forwards, line, names, state, text,
};
use crate::deeds::{By, Wanted, Wish};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::{Frame, Nav};
use crate::page::campaigns::found;
use crate::path::Path;
use crate::problem::Problem;

/// The most offices that are recorded in one go: a group of friends, and no more.
const MOST: usize = 60;

#[derive(Template)]
#[template(path = "campaign/office_new.html")]
struct NewPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    told: Option<String>,
    form: String,
    sent: &'v Fields,
    readers: &'v Readers,
    kinds: Vec<Choice>,
}

impl NewPage<'_> {
    fn was(&self, field: &str) -> &str {
        self.sent.get(field)
    }
}

/// What the page needs to know.
struct Known {
    view: CampaignRolesView,
    by: By,
    readers: Readers,
}

/// `GET /campaigns/{campaign}/roles/new`.
pub(in crate::deeds) async fn show(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let known = known(&app, &inside, &given).await?;
    let mut fields = Fields::default();
    fields.set("from", [inside.asked.today.to_string()]);
    Ok(page(&inside, &known, &fields, None)?)
}

/// `POST /campaigns/{campaign}/roles/new`.
pub(in crate::deeds) async fn take(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let known = known(&app, &inside, &given).await?;
    let words = inside.asked.words;
    let told = match wanted(&inside.asked, &known, &fields) {
        Err(slip) => slip.told(words),
        Ok(all) => match record(&app, &known.by, Wish::Entries(all)).await? {
            Ok(_) => return Ok(inside.on(&all_of(&known.view))),
            Err(not) => not.on_form(words)?,
        },
    };
    once_more(page(&inside, &known, &fields, Some(told)))
}

/// The page of all offices of a campaign.
fn all_of(view: &CampaignRolesView) -> String {
    let campaign = crate::ask::encode(&view.campaign.campaign);
    format!("/campaigns/{campaign}/roles")
}

/// The offices of a campaign that the visitor sees.
fn offices(asked: &Asked, given: &str) -> Result<CampaignRolesView, Problem> {
    let view = asked.world.campaign_roles(given, asked.on, asked.lang);
    found(asked, given, view)
}

async fn known(app: &App, inside: &Inside, given: &str) -> Result<Known, Problem> {
    let by = By::visitor(&inside.visitor);
    let view = offices(&inside.asked, given)?;
    someone_who_writes(&by)?;
    let shared = view.campaign.audience.clone();
    Ok(Known {
        readers: readers::all(app, &by, inside.asked.words, shared).await?,
        by,
        view,
    })
}

/// What was sent: an entry for each State.
fn wanted(asked: &Asked, known: &Known, fields: &Fields) -> Result<Vec<Wanted>, Slip> {
    let holders = holders(asked, fields.get("by"))?;
    let audience = readers::chosen(&known.readers, fields, "seen-by");
    let audience = audience.ok_or("campaign-record-no-team")?;
    let first = *holders.first().ok_or("office-no-by")?;
    let office = said(
        fields,
        Role {
            treaty: known.view.campaign.treaty.clone(),
            role: String::new(),
            kind: None,
            by: first,
            person: None,
            from: None,
            until: None,
            note: None,
        },
    )?;
    if office.person.is_some() && holders.len() > 1 {
        return Err("office-one-person".into());
    }
    let document = document(fields)?;
    let all = holders.into_iter().map(|by| {
        let office = Role {
            by,
            ..office.clone()
        };
        let wanted = Wanted::of(Body::Role(office));
        wanted
            .seen_by(audience.clone())
            .resting_on(document.clone())
    });
    Ok(all.collect())
}

/// The office as the fields say; whose it is, and under which treaty, stays.
fn said(fields: &Fields, of: Role) -> Result<Role, Slip> {
    let (from, until) = (day(fields, "from")?, day(fields, "until")?);
    forwards(from, until)?;
    Ok(Role {
        role: line(fields, "role")?.ok_or("office-no-role")?,
        kind: code::<RoleKind>(fields, "kind")?,
        person: line(fields, "person")?,
        from,
        until,
        note: text(fields, "note"),
        ..of
    })
}

/// The States that a field names, and the members of the groups that it names, each once.
fn holders(asked: &Asked, given: &str) -> Result<Vec<ParticipantId>, Slip> {
    let mut all = Vec::new();
    for name in names(given) {
        match state(asked, name) {
            Some(id) => all.push(id),
            None => all.extend(members(asked, name)?),
        }
    }
    let mut once = BTreeSet::new();
    all.retain(|id| once.insert(*id));
    if all.len() > MOST {
        return Err(Slip::of("office-too-many", all.len().to_string()));
    }
    Ok(all)
}

/// The members of a group, on the day of the page.
fn members(asked: &Asked, name: &str) -> Result<Vec<ParticipantId>, Slip> {
    let groups = asked.world.groups(asked.on).into_iter();
    let mut found = groups.filter(|(group, _)| group.eq_ignore_ascii_case(name));
    let found = found.next().map(|(_, members)| members);
    found.ok_or_else(|| Slip::of("office-no-state", short(name)))
}

fn page(
    inside: &Inside,
    known: &Known,
    sent: &Fields,
    told: Option<String>,
) -> Result<Response, Problem> {
    let asked = &inside.asked;
    let mut p = asked
        .frame(Nav::Campaigns, asked.words.text("office-new-title"))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    asked.page(&NewPage {
        c: &known.view.campaign,
        told,
        form: inside.visitor.key.csrf(),
        sent,
        readers: &known.readers,
        kinds: choices::<RoleKind>(&p),
        p,
    })
}
