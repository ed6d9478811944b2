//! `/ledger/{entry}/release`: what of an approach others may see, member by member.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::body::{Approach, ApproachMember, ApproachState};
use ledger::{Audience, EntryRef, Tlp};
use people::Deed;
use serde_json::Value;
use treaty::PartialDate;
use words::List;
use world::view::ApproachView;

use super::record::{once_more, record};
use super::{By, Extract, NotRecorded, Wish};
use crate::App;
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::door::{Visitor, at_work, enter};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/release.html")]
struct ReleasePage {
    p: Frame,
    told: Option<String>,
    form: String,
    entry: EntryRef,
    summary: String,
    audience: String,
    label: Option<&'static str>,
    members: Vec<Member>,
    circles: Vec<Circle>,
    labels: Vec<Choice>,
}

/// A part of the approach that may be released.
struct Member {
    code: String,
    /// What it says.
    says: Vec<String>,
    chosen: bool,
}

/// To whom it may be released.
struct Circle {
    code: String,
    name: String,
    chosen: bool,
}

/// A label.
struct Choice {
    code: &'static str,
    chosen: bool,
}

/// `GET /ledger/{entry}/release`. What is released cannot be called back, so he proves first who he is.
pub(super) async fn show(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let (view, _by) = releasable(&inside, &given)?;
    inside.proved()?;
    let teams = teams(&app, &inside.visitor).await?;
    Ok(page(&inside, view, teams, &Fields::default(), None)?)
}

/// `POST /ledger/{entry}/release`.
pub(super) async fn take(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let (view, by) = releasable(&inside, &given)?;
    inside.proved()?;
    let words = inside.asked.words;
    let teams = teams(&app, &inside.visitor).await?;
    let refused = match extract(&view, &teams, &fields) {
        Err(key) => words.text(key).into_owned(),
        Ok(extract) => match record(&app, &by, Wish::Extract(extract)).await? {
            Ok(kept) => return Ok(enter::to(&format!("/ledger/{}", kept.entry))),
            Err(not) => not.on_form(words)?,
        },
    };
    once_more(page(&inside, view, teams, &fields, Some(refused)))
}

/// The approach, if it is there and the visitor may release of it.
fn releasable(inside: &Inside, given: &str) -> Result<(ApproachView, By), Problem> {
    let asked = &inside.asked;
    let name = asked.entry_name(given)?;
    let view = asked.world.approach(name, asked.lang);
    let view = view.ok_or_else(|| Problem::NoSuchEntry {
        given: crate::asked::short(given),
        entries: asked.world.head().entries,
    })?;
    let by = By::visitor(&inside.visitor);
    by.may(Deed::Release, &view.audience)
        .map_err(NotRecorded::MayNot)?;
    if view.approach.state != ApproachState::Done {
        return Err(NotRecorded::NotDone.into());
    }
    Ok((view, by))
}

/// Whether a link to this page is worth showing beside an entry.
pub(crate) fn is_offered(view: &ApproachView, by: &By) -> bool {
    view.approach.state == ApproachState::Done && by.may(Deed::Release, &view.audience).is_ok()
}

/// What was chosen, or the key of what is to be said. Teams to which it is released see it together with
/// those whose approach it is, who would not know otherwise what became of it.
fn extract(
    view: &ApproachView,
    known: &[(String, String)],
    fields: &Fields,
) -> Result<Extract, &'static str> {
    let members = fields.all("member").map(str::parse::<ApproachMember>);
    let members = members.collect::<Result<BTreeSet<_>, _>>();
    let to: Vec<_> = fields.all("to").collect();
    let to = match to.as_slice() {
        [] => return Err("release-to-nobody"),
        all if all.contains(&"public") => Audience::Public,
        all if all.contains(&"signed-in") => Audience::SignedIn,
        teams => {
            let there = |team: &&str| known.iter().any(|(id, _)| id == team);
            if !teams.iter().all(there) {
                return Err("release-circle-unknown");
            }
            let all = teams.iter().copied().chain(own_teams(&view.audience));
            Audience::of_teams(all).map_err(|_nobody| "release-to-nobody")?
        }
    };
    let label = match fields.get("label") {
        "" => None,
        code => Some(label(code).ok_or("release-label-unknown")?),
    };
    if label.is_some_and(|label| !label.allows(&to)) {
        return Err("release-label-narrower");
    }
    Ok(Extract {
        of: view.entry,
        members: members.map_err(|_unknown| "release-member-unknown")?,
        to,
        label,
    })
}

fn own_teams(audience: &Audience) -> impl Iterator<Item = &str> {
    let teams = match audience {
        Audience::Teams(teams) => teams.as_slice(),
        Audience::Public | Audience::SignedIn => &[],
    };
    teams.iter().map(String::as_str)
}

fn label(code: &str) -> Option<Tlp> {
    Tlp::ALL.into_iter().find(|label| label.as_str() == code)
}

/// Every team by its name, the visitor's own first.
async fn teams(app: &App, visitor: &Visitor) -> Result<Vec<(String, String)>, Problem> {
    let seats = visitor.seats.clone();
    at_work(app, move |door| {
        let mut teams = door.teams();
        teams.retain(|(team, _)| !team.is_office());
        teams.sort_by_key(|(team, name)| (seats.role(team).is_none(), name.clone()));
        let named = teams.into_iter();
        named.map(|(team, name)| (team.to_string(), name)).collect()
    })
    .await
}

fn page(
    inside: &Inside,
    view: ApproachView,
    teams: Vec<(String, String)>,
    fields: &Fields,
    told: Option<String>,
) -> Result<Response, Problem> {
    let asked = &inside.asked;
    let all = ["public", "signed-in"].into_iter();
    let all = all.map(|code| {
        let key = format!("release-to-{code}");
        (code.to_owned(), asked.words.text(&key).into_owned())
    });
    let circles = all.chain(teams).map(|(code, name)| Circle {
        chosen: fields.all("to").any(|to| to == code),
        code,
        name,
    });
    let labels = Tlp::ALL.into_iter().map(|label| Choice {
        code: label.as_str(),
        chosen: fields.get("label") == label.as_str(),
    });
    let entry = asked.world.entry(view.entry);
    let mut p = asked
        .frame(Nav::Ledger, asked.words.text("release-title"))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    asked.page(&ReleasePage {
        told,
        form: inside.visitor.key.csrf(),
        entry: view.entry,
        summary: entry.map(|entry| entry.summary).unwrap_or_default(),
        audience: view.audience.to_string(),
        label: view.label.map(Tlp::as_str),
        members: members(&p, &view.approach, fields),
        circles: circles.collect(),
        labels: labels.collect(),
        p,
    })
}

/// The members that say something, with what they say: what goes out by each, beside what always does.
fn members(p: &Frame, approach: &Approach, fields: &Fields) -> Vec<Member> {
    let always = approach.extract(&BTreeSet::new());
    let all = ApproachMember::ALL.iter();
    let told = all.filter_map(|&member| {
        let with = approach.extract(&BTreeSet::from([member]));
        let says = texts(&with, &always).into_iter();
        let says: Vec<_> = says.map(|text| shown(p, member, text)).collect();
        let code = member.to_string();
        (!says.is_empty()).then(|| Member {
            chosen: fields.all("member").any(|chosen| chosen == code),
            code,
            says,
        })
    });
    told.collect()
}

/// What a member says, as people write it: days and codes in words.
fn shown(p: &Frame, member: ApproachMember, text: String) -> String {
    use ApproachMember as M;
    let code = |list| p.w.code(list, &text).into_owned();
    match member {
        M::On | M::Next => match text.parse::<PartialDate>() {
            Ok(day) => p.w.partial_date(day),
            Err(_no_day) => text,
        },
        M::Levels => code(List::Level),
        M::ActedAs => code(List::ActedAs),
        M::Channel => code(List::Channel),
        M::Forum => code(List::Forum),
        M::Themes => code(List::Theme),
        M::Outcomes => code(List::Outcome),
        M::Obstacles => code(List::Obstacle),
        M::Asked | M::Offered => code(List::Support),
        M::Persons
        | M::Capacities
        | M::Place
        | M::Meeting
        | M::Points
        | M::Answer
        | M::Documents
        | M::Note => text,
    }
}

/// What one extract says that another does not.
fn texts(with: &Approach, without: &Approach) -> Vec<String> {
    let value = |one: &Approach| serde_json::to_value(one).unwrap_or_default();
    let (with, without) = (value(with), value(without));
    let mut told = Vec::new();
    differ(&with, &without, &mut told);
    told
}

fn differ(with: &Value, without: &Value, told: &mut Vec<String>) {
    match (with, without) {
        (Value::Object(with), without) => {
            for (name, value) in with {
                differ(value, without.get(name).unwrap_or(&Value::Null), told);
            }
        }
        (Value::Array(with), without) => {
            for (at, value) in with.iter().enumerate() {
                differ(value, without.get(at).unwrap_or(&Value::Null), told);
            }
        }
        (Value::String(text), without) if with != without => told.push(text.clone()),
        (Value::Number(number), without) if with != without => told.push(number.to_string()),
        (Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null, _) => {}
    }
}
