//! What `team`, `user` and `token` have in common: the door from inside, who is meant, and links.

use std::io;
use std::sync::Arc;

use clap::Args;
use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use people::roster::{Actor, RosterError};
use people::{Desk, DeskError, Person, TeamId};
use serde::Serialize;

use super::{Session, ask};
use crate::clerk::ClerkError;
use crate::door::Entrance;
use crate::failure::Failure;
use crate::home::not_opened;
use crate::render::{Answer, Page, Sheet};
use crate::settings;
use crate::standing::Standing;

/// In whose name it is recorded.
#[derive(Debug, Args)]
pub(super) struct Author {
    /// Who does it [default: `ACCEDE_AUTHOR`, then the user's name]
    #[arg(long, value_name = "NAME", value_parser = ask::words)]
    author: Option<String>,
}

impl Author {
    pub(super) fn actor(&self, session: &Session) -> Actor {
        let own = &session.settings.author;
        Actor::Owner(self.author.as_ref().unwrap_or(own).clone())
    }
}

/// Where the pages stand, for links.
#[derive(Debug, Args)]
pub(super) struct At {
    /// Where people reach the pages, as in https://accede.example, to make the link whole; without it the
    /// path alone is printed [env: ACCEDE_ADDRESS]
    #[arg(long, value_name = "URL")]
    address: Option<String>,
}

impl At {
    /// The link to `path`.
    ///
    /// # Errors
    ///
    /// Wrong usage if pages cannot stand there.
    pub(super) fn link(&self, session: &Session, path: &str) -> Result<Link, Failure> {
        let address = match &self.address {
            Some(given) => Some(settings::address(given, "--address")?),
            None => session.settings.address.clone(),
        };
        let whole = address.as_ref().map(|address| address.link(path));
        Ok(Link {
            whole: whole.is_some(),
            link: whole.unwrap_or_else(|| path.to_owned()),
        })
    }
}

/// A link that is used once.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) link: String,
    whole: bool,
}

impl Link {
    /// Says it to a person.
    pub(super) fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&self.link)?;
        if !self.whole {
            page.line("This is the path alone: put before it where the pages stand, or give --address.")?;
        }
        Ok(())
    }
}

/// What is known of persons.
///
/// # Errors
///
/// Store trouble.
pub(super) fn desk(session: &Session) -> Result<Desk, Failure> {
    let cabinet = session.settings.location.cabinet().map_err(not_opened)?;
    Desk::at(cabinet, &mut UnwrapErr(SysRng))
        .map_err(|error| Failure::store("the register of people").because(error))
}

/// The door, from inside.
///
/// # Errors
///
/// Wrong usage with `--known`; store trouble.
pub(super) fn entrance(session: &Session) -> Result<Entrance, Failure> {
    let standing = Arc::new(Standing::new(session.clerk()?, session.clock));
    let entrance = Entrance::new(desk(session)?, session.clock, standing);
    // Whoever joined and is not on record yet, since the program stopped, comes first.
    entrance
        .settle()
        .map_err(|cause| Failure::store("who joined is not on record yet").because(cause))?;
    Ok(entrance)
}

/// The person who is meant: by id, e-mail address, or a name that one alone has.
///
/// # Errors
///
/// Wrong usage if there is none, or more than one.
pub(super) fn person(desk: &Desk, given: &str) -> Result<Person, Failure> {
    let all = desk.persons().map_err(refused)?;
    let is = |one: &&Person| {
        one.id.to_string() == given || one.email().as_str().eq_ignore_ascii_case(given)
    };
    if let Some(found) = all.iter().find(is) {
        return Ok(found.clone());
    }
    let named: Vec<_> = all.iter().filter(|one| one.name() == given).collect();
    match named.as_slice() {
        [one] => Ok((*one).clone()),
        [] => Err(
            Failure::usage(format!("nobody here is called `{given}`")).hint(
                "`accede user list` lists everybody: write an e-mail address, an id or a name",
            ),
        ),
        [_, _, ..] => Err(
            Failure::usage(format!("several people here are called `{given}`"))
                .hint("write the e-mail address, as `accede user list` shows it"),
        ),
    }
}

/// A team's id.
///
/// # Errors
///
/// What was expected instead.
pub(super) fn team(text: &str) -> Result<TeamId, String> {
    text.parse()
        .map_err(|bad: people::BadTeamId| bad.to_string())
}

/// What the desk refused.
pub(super) fn refused(error: DeskError) -> Failure {
    match error {
        DeskError::Keep(_) => {
            Failure::store("what is known of persons cannot be read or written").because(error)
        }
        DeskError::Wait { .. }
        | DeskError::NotSignedIn
        | DeskError::NotFresh
        | DeskError::Wrong
        | DeskError::Weak(_)
        | DeskError::Name(_)
        | DeskError::Email(_)
        | DeskError::Language(_)
        | DeskError::Passkey(_)
        | DeskError::Taken
        | DeskError::NoInvitation
        | DeskError::NotForYou
        | DeskError::NoReset
        | DeskError::Nobody
        | DeskError::Gone
        | DeskError::TokenTime
        | DeskError::NoErrand
        | DeskError::Linked
        | DeskError::LastProof
        | DeskError::TokenScope => Failure::usage(error.to_string()),
    }
}

/// What was not done about a team.
pub(super) fn not_done(error: RosterError) -> Failure {
    match error {
        RosterError::Not(not) => Failure::usage(not.to_string()).hint("nothing was recorded"),
        RosterError::Desk(error) => refused(error),
        RosterError::Ledger(cause) => match cause.downcast::<ClerkError>() {
            Ok(error) => Failure::from(*error),
            Err(cause) => Failure::store("nothing was recorded").because(cause),
        },
    }
}

/// That something was done, in a few words.
#[derive(Debug, Serialize)]
pub(super) struct Done {
    pub(super) done: String,
}

impl Answer for Done {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["done"]);
        sheet.row(vec![self.done.clone()]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&self.done)
    }
}
