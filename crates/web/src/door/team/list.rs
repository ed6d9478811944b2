//! The teams one is in; for who runs the instance, every team.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use people::TeamId;
use people::roster::{Actor, Listed};

use super::apart;
use crate::App;
use crate::door::enter::{frame, to};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::Frame;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/teams.html")]
struct TeamsPage {
    p: Frame,
    told: Option<String>,
    note: Option<&'static str>,
    teams: Vec<Listed>,
    /// Who runs the instance sees every team, and founds more.
    office: bool,
    /// What the forms of the session carry, if the reader proved not long ago who he is.
    form: Option<String>,
    id: String,
    name: String,
}

async fn page(
    app: &App,
    inside: &Inside,
    fields: &Fields,
    told: Option<String>,
) -> Result<Response, Stop> {
    let visitor = &inside.visitor;
    let actor = Actor::Person(visitor.person.id);
    let teams = inside.looks_up(app, move |door, _key, _visit| {
        apart(door.roster().teams(&actor))
    });
    let teams = teams.await?.map_err(|_no_reason| Problem::Ours)?;
    let note = match inside.asked.params.one("done")? {
        Some("left") => Some("teams-left"),
        Some(_) | None => None,
    };
    Ok(inside.asked.page(&TeamsPage {
        p: frame(&inside.asked, "teams-title"),
        told,
        note,
        teams,
        office: people::may_found(Some(&visitor.seats), false).is_ok(),
        form: visitor.fresh.then(|| visitor.key.csrf()),
        id: fields.get("team").to_owned(),
        name: fields.get("name").to_owned(),
    })?)
}

/// `GET /teams`.
pub(in crate::door) async fn show(
    State(app): State<App>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&["done"])?;
    page(&app, &inside, &Fields::default(), None).await
}

/// `POST /teams`: founds one.
pub(in crate::door) async fn found(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    inside.proved()?;
    let words = inside.asked.words;
    let told = match fields.get("team").trim().parse::<TeamId>() {
        Err(_bad) => words.text("team-bad-id").into_owned(),
        Ok(team) => {
            let actor = Actor::Person(inside.visitor.person.id);
            let (id, name) = (team.clone(), fields.get("name").to_owned());
            let done = inside.at_desk(&app, move |door, _key, _visit| {
                apart(door.roster().found(&actor, &id, &name))
            });
            match done.await? {
                Ok(Ok(())) => return Ok(to(&format!("/team/{team}?done=founded"))),
                Ok(Err(refused)) => refused.told(words)?,
                Err(cause) => crate::door::say(words, &cause),
            }
        }
    };
    let mut response = page(&app, &inside, &fields, Some(told)).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
