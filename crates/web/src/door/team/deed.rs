//! What is done about a team: inviting, withdrawing, giving roles, taking out, naming, revoking.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use jiff::Timestamp;
use people::roster::{Actor, RosterError};
use people::{PersonId, Role, TeamId};
use uuid::Uuid;

use super::one::{named, page};
use super::{Teams, apart, role};
use crate::App;
use crate::door::enter::{frame, to};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::Frame;
use crate::problem::Problem;

/// The link of an invitation, shown once.
#[derive(Template)]
#[template(path = "door/invited.html")]
struct InvitedPage {
    p: Frame,
    id: TeamId,
    email: String,
    role: Role,
    link: String,
    until: Timestamp,
}

/// What a form of the page asks for.
enum Deed {
    Invite { email: String, role: Role },
    Withdraw(Uuid),
    Seat(PersonId, Option<Role>),
    Rename(String),
    Revoke(Uuid),
}

/// What became of it.
enum Done {
    /// There is a link to be passed on.
    Invited { key: String, until: Timestamp },
    /// It is told at the page.
    Told(&'static str),
}

impl Deed {
    /// Reads it; a form that our page cannot have sent is refused.
    fn read(fields: &Fields) -> Result<Deed, Problem> {
        let id = |name: &str| {
            let read = fields.get(name).parse::<Uuid>();
            read.map_err(|_none| Problem::Forged)
        };
        let to = || role(fields.get("role")).ok_or(Problem::Forged);
        match fields.get("deed") {
            "invite" => Ok(Deed::Invite {
                email: fields.get("email").trim().to_owned(),
                role: to()?,
            }),
            "withdraw" => Ok(Deed::Withdraw(id("invitation")?)),
            "role" => Ok(Deed::Seat(PersonId(id("person")?), Some(to()?))),
            "remove" => Ok(Deed::Seat(PersonId(id("person")?), None)),
            "rename" => Ok(Deed::Rename(fields.get("name").to_owned())),
            "revoke" => Ok(Deed::Revoke(id("token")?)),
            _ => Err(Problem::Forged),
        }
    }

    fn done(&self, teams: &dyn Teams, by: &Actor, team: &TeamId) -> Result<Done, RosterError> {
        match self {
            Deed::Invite { email, role } => {
                let (key, invitation) = teams.invite(by, team, *role, email)?;
                return Ok(Done::Invited {
                    key: key.reveal(),
                    until: invitation.expires(),
                });
            }
            Deed::Withdraw(invitation) => teams.withdraw(by, team, *invitation)?,
            Deed::Seat(person, to) => teams.seat(by, team, *person, *to)?,
            Deed::Rename(name) => teams.rename(by, team, name)?,
            Deed::Revoke(token) => teams.revoke(by, team, *token)?,
        }
        Ok(Done::Told(match self {
            Deed::Invite { .. } | Deed::Withdraw(_) => "withdrawn",
            Deed::Seat(_, Some(_)) => "role",
            Deed::Seat(_, None) => "removed",
            Deed::Rename(_) => "renamed",
            Deed::Revoke(_) => "revoked",
        }))
    }
}

/// `POST /team/{team}`.
pub(in crate::door) async fn take(
    State(app): State<App>,
    Path(team): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let team = named(&team)?;
    inside.proved()?;
    let deed = Deed::read(&fields)?;
    let own = inside.visitor.person.id;
    let leaves = matches!(deed, Deed::Seat(person, None) if person == own);
    let id = team.clone();
    let done = inside.at_desk(&app, move |door, _key, _visit| {
        apart(deed.done(door.roster(), &Actor::Person(own), &id))
    });
    let words = inside.asked.words;
    let told = match done.await? {
        Ok(Ok(Done::Told(_))) if leaves => return Ok(to("/teams?done=left")),
        Ok(Ok(Done::Told(done))) => return Ok(to(&format!("/team/{team}?done={done}"))),
        Ok(Ok(Done::Invited { key, until })) => {
            return invited(&inside, team, &fields, &key, until);
        }
        Ok(Err(refused)) => refused.told(words)?,
        Err(cause) => crate::door::say(words, &cause),
    };
    let mut response = page(&app, &inside, team, &fields, Some(told)).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// The link, to be passed on by hand. It is nowhere else, and is not shown again.
fn invited(
    inside: &Inside,
    team: TeamId,
    fields: &Fields,
    key: &str,
    until: Timestamp,
) -> Result<Response, Stop> {
    let origin = inside.asked.origin().map_or("", |origin| origin.as_str());
    Ok(inside.asked.page(&InvitedPage {
        p: frame(&inside.asked, "invited-title"),
        id: team,
        email: fields.get("email").trim().to_owned(),
        role: role(fields.get("role")).ok_or(Problem::Forged)?,
        link: format!("{origin}/join/{key}"),
        until,
    })?)
}
