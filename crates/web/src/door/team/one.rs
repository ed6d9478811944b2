//! A team: who is in it, who may join, what programs ask in its members' names.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use people::roster::{Actor, Can, Invited, Member, Roster, TokenLine};
use people::{Email, PersonId, Role, Scope, TeamId};

use super::apart;
use crate::App;
use crate::door::enter::frame;
use crate::door::form::Fields;
use crate::door::inside::{Inside, Stop};
use crate::frame::Frame;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/team.html")]
struct TeamPage {
    p: Frame,
    told: Option<String>,
    note: Option<&'static str>,
    id: TeamId,
    name: String,
    members: Vec<Member>,
    invitations: Vec<Invited>,
    tokens: Vec<TokenLine>,
    can: Can,
    /// Who reads it, and whether he is in the team.
    own: PersonId,
    inside: bool,
    /// What the forms of the session carry, if the reader proved not long ago who he is.
    form: Option<String>,
    /// Into which roles one can be invited.
    roles: Vec<Role>,
    /// What was typed.
    email: String,
    role: Role,
}

impl TeamPage {
    fn who(&self, member: &Member) -> String {
        match &member.name {
            Some(name) => name.clone(),
            None => self.p.t("team-erased").into_owned(),
        }
    }

    fn invited<'i>(&self, it: &'i Invited) -> &'i str {
        it.email.as_ref().map_or("", Email::as_str)
    }

    fn scopes(&self, line: &TokenLine) -> String {
        let all = line.token.scopes.iter().map(|scope| match scope {
            Scope::Read => "token-read",
            Scope::Write => "token-write",
            Scope::Export => "token-export",
        });
        let all: Vec<_> = all.map(|key| self.p.t(key).into_owned()).collect();
        all.join(", ")
    }
}

/// What a `done` says.
fn note(done: &str) -> Option<&'static str> {
    match done {
        "founded" => Some("team-founded"),
        "renamed" => Some("team-renamed"),
        "role" => Some("team-role-changed"),
        "removed" => Some("team-removed"),
        "withdrawn" => Some("team-withdrawn"),
        "revoked" => Some("team-revoked"),
        _ => None,
    }
}

/// The team that an address names. What cannot be one is not there.
pub(super) fn named(path: &str) -> Result<TeamId, Problem> {
    path.parse().map_err(|_bad| Problem::NoSuchPage)
}

/// The page, as its reader may see it; what he typed, and what he is told of it.
pub(super) async fn page(
    app: &App,
    inside: &Inside,
    team: TeamId,
    fields: &Fields,
    told: Option<String>,
) -> Result<Response, Stop> {
    let visitor = &inside.visitor;
    let actor = Actor::Person(visitor.person.id);
    let found = inside.looks_up(app, move |door, _key, _visit| {
        apart(door.roster().team(&actor, &team))
    });
    // Whatever keeps him from seeing it: it is not there.
    let Roster {
        team,
        name,
        members,
        invitations,
        tokens,
        can,
    } = found.await?.map_err(|_reason| Problem::NoSuchPage)?;
    let done = inside.asked.params.one("done")?;
    let mut p = frame(&inside.asked, "team-title");
    p.title.clone_from(&name);
    let roles = match can.invite {
        true => Role::ALL.to_vec(),
        false => vec![Role::Administrator],
    };
    let own = visitor.person.id;
    Ok(inside.asked.page(&TeamPage {
        p,
        told,
        note: done.and_then(note),
        id: team,
        name,
        inside: members.iter().any(|member| member.person == own),
        members,
        invitations,
        tokens,
        can,
        own,
        form: visitor.fresh.then(|| visitor.key.csrf()),
        role: super::role(fields.get("role")).unwrap_or(roles[0]),
        roles,
        email: fields.get("email").to_owned(),
    })?)
}

/// `GET /team/{team}`.
pub(in crate::door) async fn show(
    State(app): State<App>,
    Path(team): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&["done"])?;
    page(&app, &inside, named(&team)?, &Fields::default(), None).await
}
