//! Teams and who is in them.

pub(crate) mod audit;
mod deed;
mod list;
mod one;

use axum::Router;
use axum::routing::get;
use jiff::civil::Date;
use people::roster::{Actor, Listed, NotDone, Roster, RosterError};
use people::trail::Line;
use people::{DeskError, Invitation, InvitationKey, PersonId, Role, TeamId};
use uuid::Uuid;
use words::Words;

use super::chain;
use crate::App;
use crate::keys::Of;
use crate::problem::Problem;

/// Teams and who is in them, as whoever asks may see and change them. The program implements it.
pub trait Teams {
    /// Those he is in; every one for who runs the instance.
    ///
    /// # Errors
    ///
    /// [`RosterError`]
    fn teams(&self, actor: &Actor) -> Result<Vec<Listed>, RosterError>;

    /// One of them, as far as he may see it.
    ///
    /// # Errors
    ///
    /// [`NotDone::NoTeam`] if there is none, or none that he may know of.
    fn team(&self, actor: &Actor, team: &TeamId) -> Result<Roster, RosterError>;

    /// Founds one.
    ///
    /// # Errors
    ///
    /// [`RosterError`]
    fn found(&self, actor: &Actor, team: &TeamId, name: &str) -> Result<(), RosterError>;

    /// Calls one otherwise.
    ///
    /// # Errors
    ///
    /// [`RosterError`]
    fn rename(&self, actor: &Actor, team: &TeamId, name: &str) -> Result<(), RosterError>;

    /// Invites somebody; the link is told this once.
    ///
    /// # Errors
    ///
    /// [`RosterError`]
    fn invite(
        &self,
        actor: &Actor,
        team: &TeamId,
        role: Role,
        email: &str,
    ) -> Result<(InvitationKey, Invitation), RosterError>;

    /// Withdraws an invitation that waits.
    ///
    /// # Errors
    ///
    /// [`RosterError`]
    fn withdraw(
        &self,
        actor: &Actor,
        team: &TeamId,
        invitation: Uuid,
    ) -> Result<(), RosterError>;

    /// Makes a member something else, or takes him out.
    ///
    /// # Errors
    ///
    /// [`RosterError`]
    fn seat(
        &self,
        actor: &Actor,
        team: &TeamId,
        person: PersonId,
        to: Option<Role>,
    ) -> Result<(), RosterError>;

    /// Revokes a token for what the team sees.
    ///
    /// # Errors
    ///
    /// [`RosterError`]
    fn revoke(&self, actor: &Actor, team: &TeamId, token: Uuid) -> Result<(), RosterError>;

    /// What happened on these days, in UTC, the newest first: in a team for its administrators, otherwise
    /// in the instance for who runs it.
    ///
    /// # Errors
    ///
    /// [`NotDone::NoTeam`] where there is no such team for whoever asks.
    fn audit(
        &self,
        actor: &Actor,
        team: Option<&TeamId>,
        from: Date,
        to: Date,
    ) -> Result<Vec<Line>, RosterError>;
}

/// The addresses.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/teams", get(list::show).post(list::found))
        .route("/team/{team}", get(one::show).post(deed::take))
        .route("/team/{team}/audit", get(audit::of_team))
        .route("/audit", get(audit::instance))
}

/// Whether an address is one of them.
pub(super) fn is_at(path: &str) -> bool {
    matches!(path, "/teams" | "/audit") || path.starts_with("/team/")
}

/// Whether the page at an address has a table to take away.
pub(super) fn has_csv(path: &str) -> bool {
    path == "/audit" || (path.starts_with("/team/") && path.ends_with("/audit"))
}

/// Why something about a team was not done.
#[derive(Debug)]
enum Refused {
    /// For this reason.
    Not(NotDone),
    /// It is not there any more.
    Gone,
    /// Our fault; logged.
    Ours,
}

/// What the desk is to be told apart: what a page says, and what it cannot.
fn apart<T>(done: Result<T, RosterError>) -> Result<Result<T, Refused>, DeskError> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(RosterError::Not(not)) => Ok(Err(Refused::Not(not))),
        Err(RosterError::Desk(DeskError::Gone)) => Ok(Err(Refused::Gone)),
        Err(RosterError::Desk(cause)) => Err(cause),
        Err(RosterError::Ledger(cause)) => {
            let cause = chain(cause.as_ref());
            tracing::error!(cause, "what was done about a team could not be recorded");
            Ok(Err(Refused::Ours))
        }
    }
}

impl Refused {
    /// What the reader is told on the page; a problem where he must not see it, or cannot.
    fn told(&self, words: &Words) -> Result<String, Problem> {
        let key = match self {
            Refused::Not(NotDone::NoTeam | NotDone::Refused(people::Refusal::Hidden)) => {
                return Err(Problem::NoSuchPage);
            }
            Refused::Ours => return Err(Problem::Ours),
            Refused::Gone | Refused::Not(NotDone::NoMember) => "team-not-there",
            Refused::Not(NotDone::Refused(_)) => "team-not-yours",
            Refused::Not(NotDone::TeamThere) => "team-taken",
            Refused::Not(NotDone::BadName | NotDone::NotTaken(_)) => "team-bad-name",
            Refused::Not(NotDone::AlreadyIn) => "team-already-in",
            Refused::Not(NotDone::LastAdministrator(_)) => "team-last",
            Refused::Not(NotDone::FirstAdministrator) => "team-first",
            Refused::Not(NotDone::Oneself) => "team-oneself",
        };
        Ok(words.text(key).into_owned())
    }
}

/// What a role is called.
pub(crate) fn called(role: impl Of<Role>) -> &'static str {
    match role.of() {
        Role::Reader => "team-reader",
        Role::Contributor => "team-contributor",
        Role::Editor => "team-editor",
        Role::Administrator => "team-administrator",
    }
}

/// A role, as forms send it.
fn role(text: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role.as_str() == text)
}
