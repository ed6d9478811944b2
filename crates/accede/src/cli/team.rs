//! `accede team`: teams and who is in them, for the owner of the machine.

use std::io;

use clap::{Args, Subcommand};
use jiff::Timestamp;
use people::roster::{Actor, Listed, Member, Roster};
use people::{Email, Role, TeamId};
use serde::Serialize;
use uuid::Uuid;
use web::Teams;

use super::persons::{At, Author, Done, Link, entrance, not_done, person};
use super::{Session, ask, persons};
use crate::door::Entrance;
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, moment};

/// Teams, who is in them, and who may join
///
/// A team has members, each in a role: a reader sees what the team sees, a contributor records, an editor
/// corrects and releases, an administrator says who is in the team. The team `office` runs the instance.
/// Whoever owns the machine may do all of this; in the browser, people may as far as their role goes.
///
/// For example: `accede team add italy --name Italy`
#[derive(Debug, Args)]
pub(super) struct TeamArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Found a team
    Add(Named),
    /// Call a team otherwise
    Rename(Named),
    /// List the teams
    List,
    /// Show a team: who is in it, who may join, its tokens
    Show {
        /// The team's id
        #[arg(value_parser = persons::team)]
        team: TeamId,
    },
    /// Invite somebody into a team: prints a link that is used once, within a week
    ///
    /// Pass the link on yourself, to the person alone. Who is invited into a team first becomes its
    /// administrator.
    Invite {
        /// The team's id
        #[arg(value_parser = persons::team)]
        team: TeamId,
        /// Whom, by e-mail address
        email: String,
        /// As what: reader, contributor, editor or administrator
        #[arg(long, value_parser = role)]
        role: Role,
        #[command(flatten)]
        address: At,
        #[command(flatten)]
        author: Author,
    },
    /// Withdraw an invitation that waits
    Withdraw {
        /// The team's id
        #[arg(value_parser = persons::team)]
        team: TeamId,
        /// The invitation, by its id as `accede team show` has it, or the e-mail address it is for
        invitation: String,
    },
    /// Change what somebody is in a team
    Role {
        /// The team's id
        #[arg(value_parser = persons::team)]
        team: TeamId,
        /// Who: an e-mail address, an id or a name
        person: String,
        /// As what: reader, contributor, editor or administrator
        #[arg(value_parser = role)]
        role: Role,
        #[command(flatten)]
        author: Author,
    },
    /// Take somebody out of a team
    Remove {
        /// The team's id
        #[arg(value_parser = persons::team)]
        team: TeamId,
        /// Who: an e-mail address, an id or a name
        person: String,
        #[command(flatten)]
        author: Author,
    },
}

#[derive(Debug, Args)]
struct Named {
    /// The team's id: 2 to 40 of a-z, 0-9 and inner hyphens
    #[arg(value_parser = persons::team)]
    team: TeamId,
    /// What it is called
    #[arg(long, value_parser = ask::words)]
    name: String,
    #[command(flatten)]
    author: Author,
}

/// A role, as it is written.
fn role(text: &str) -> Result<Role, String> {
    let mut all = Role::ALL.into_iter();
    all.find(|role| role.as_str() == text)
        .ok_or_else(|| "reader, contributor, editor or administrator".to_owned())
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &TeamArgs) -> Result<(), Failure> {
    let entrance = entrance(session)?;
    match &args.what {
        What::Add(Named { team, name, author }) => {
            let founded = entrance.found(&author.actor(session), team, name);
            founded.map_err(not_done)?;
            done(session, format!("founded the team `{team}`: {name}"))
        }
        What::Rename(Named { team, name, author }) => {
            let renamed = entrance.rename(&author.actor(session), team, name);
            renamed.map_err(not_done)?;
            done(session, format!("the team `{team}` is called {name}"))
        }
        What::List => {
            let teams = entrance.teams(&owner(session)).map_err(not_done)?;
            session.give(&TeamsView { teams })
        }
        What::Show { team } => {
            let found = entrance.team(&owner(session), team).map_err(not_done)?;
            session.give(&TeamView(found))
        }
        What::Invite {
            team,
            email,
            role,
            address,
            author,
        } => {
            // A link that cannot be told is not made.
            address.link(session, "")?;
            let invited = entrance.invite(&author.actor(session), team, *role, email);
            let (key, invitation) = invited.map_err(not_done)?;
            session.give(&InvitedView::new(
                team,
                *role,
                invitation.email.clone(),
                invitation.expires(),
                address.link(session, &format!("/join/{}", key.reveal()))?,
            ))
        }
        What::Withdraw { team, invitation } => withdraw(session, &entrance, team, invitation),
        What::Role {
            team,
            person: given,
            role,
            author,
        } => {
            let who = person(entrance.desk(), given)?;
            let seated = entrance.seat(&author.actor(session), team, who.id, Some(*role));
            seated.map_err(not_done)?;
            let role = role.as_str();
            done(session, format!("{} is {role} in `{team}`", who.name()))
        }
        What::Remove {
            team,
            person: given,
            author,
        } => {
            let who = person(entrance.desk(), given)?;
            let seated = entrance.seat(&author.actor(session), team, who.id, None);
            seated.map_err(not_done)?;
            done(session, format!("{} is no longer in `{team}`", who.name()))
        }
    }
}

fn owner(session: &Session) -> Actor {
    Actor::Owner(session.settings.author.clone())
}

fn done(session: &Session, done: String) -> Result<(), Failure> {
    session.give(&Done { done })
}

fn withdraw(
    session: &Session,
    entrance: &Entrance,
    team: &TeamId,
    given: &str,
) -> Result<(), Failure> {
    let actor = owner(session);
    let found = entrance.team(&actor, team).map_err(not_done)?;
    let email = Email::new(given).ok();
    let mut waiting = found.invitations.iter();
    let named = waiting.find(|it| {
        given.parse() == Ok::<Uuid, _>(it.id) || (it.email.is_some() && it.email == email)
    });
    let named = named.ok_or_else(|| {
        Failure::usage(format!("no invitation into `{team}` waits under `{given}`"))
            .hint(format!("`accede team show {team}` lists those that wait"))
    })?;
    entrance
        .withdraw(&actor, team, named.id)
        .map_err(not_done)?;
    done(
        session,
        format!("the invitation into `{team}` is withdrawn"),
    )
}

/// Every team.
#[derive(Debug, Serialize)]
struct TeamsView {
    teams: Vec<Listed>,
}

impl Answer for TeamsView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["team", "name", "members", "administrators"]);
        for team in &self.teams {
            sheet.row(vec![
                team.team.to_string(),
                team.name.clone(),
                team.members.to_string(),
                team.administrators.to_string(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let mut table = Table::new(vec![
            Column::text("team"),
            Column::prose("name"),
            Column::number("members"),
            Column::number("administrators"),
        ]);
        for team in &self.teams {
            table.row(vec![
                team.team.to_string(),
                team.name.clone(),
                team.members.to_string(),
                team.administrators.to_string(),
            ]);
        }
        page.table(&table)
    }
}

/// One team.
#[derive(Debug, Serialize)]
struct TeamView(Roster);

/// What somebody is called, in a table.
pub(super) fn called(name: Option<&str>) -> String {
    name.unwrap_or("somebody erased").to_owned()
}

impl TeamView {
    fn member(member: &Member) -> Vec<String> {
        vec![
            called(member.name.as_deref()),
            cell(member.email.as_ref().map(Email::as_str)),
            member.role.as_str().to_owned(),
            moment(member.since),
        ]
    }
}

impl Answer for TeamView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["person", "name", "email", "role", "since"]);
        for member in &self.0.members {
            sheet.row(vec![
                member.person.to_string(),
                member.name.clone().unwrap_or_default(),
                cell(member.email.as_ref().map(Email::as_str)),
                member.role.as_str().to_owned(),
                member.since.to_string(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let Roster {
            team,
            name,
            members,
            invitations,
            tokens,
            can: _,
        } = &self.0;
        page.line(&format!("{name} ({team})"))?;
        page.gap()?;
        if members.is_empty() {
            page.line("nobody is in it yet; `accede team invite` lets somebody in")?;
        } else {
            let columns = ["name", "e-mail", "role", "since"].map(Column::text);
            let mut table = Table::new(columns.to_vec());
            for member in members {
                table.row(TeamView::member(member));
            }
            page.table(&table)?;
        }
        if !invitations.is_empty() {
            let columns = ["invited", "as", "by", "until", "id"].map(Column::text);
            let mut table = Table::new(columns.to_vec());
            for it in invitations {
                table.row(vec![
                    cell(it.email.as_ref().map(Email::as_str)),
                    it.role.as_str().to_owned(),
                    it.by.clone().unwrap_or_default(),
                    moment(it.until),
                    it.id.to_string(),
                ]);
            }
            page.gap()?;
            page.table(&table)?;
        }
        if !tokens.is_empty() {
            page.gap()?;
            page.table(&super::token::table(tokens))?;
        }
        Ok(())
    }
}

/// An invitation, with the link that is told once.
#[derive(Debug, Serialize)]
struct InvitedView {
    team: TeamId,
    role: Role,
    email: Option<Email>,
    until: Timestamp,
    link: String,
    #[serde(skip)]
    told: Link,
}

impl InvitedView {
    fn new(
        team: &TeamId,
        role: Role,
        email: Option<Email>,
        until: Timestamp,
        told: Link,
    ) -> InvitedView {
        InvitedView {
            team: team.clone(),
            role,
            email,
            until,
            link: told.link.clone(),
            told,
        }
    }
}

impl Answer for InvitedView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["team", "role", "email", "until", "link"]);
        sheet.row(vec![
            self.team.to_string(),
            self.role.as_str().to_owned(),
            cell(self.email.as_ref().map(Email::as_str)),
            self.until.to_string(),
            self.link.clone(),
        ]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        self.told.tell(page)?;
        page.paragraph(
            0,
            &format!(
                "Whoever opens it joins `{}` as {}: pass it on to {} alone. It holds until {}, and once.",
                self.team,
                self.role.as_str(),
                cell(self.email.as_ref().map(Email::as_str)),
                moment(self.until)
            ),
        )
    }
}
