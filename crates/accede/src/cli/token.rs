//! `accede token`: keys by which programs ask in a person's name, for the owner of the machine.

use std::collections::BTreeSet;
use std::io;

use clap::{Args, Subcommand};
use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use jiff::SignedDuration;
use people::roster::TokenLine;
use people::{Desk, NewToken, Scope, TeamId, Token};
use serde::Serialize;
use uuid::Uuid;

use super::persons::{Done, desk, entrance, person, refused};
use super::team::called;
use super::{Session, ask, persons};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, moment, word};

/// Keys by which programs ask in a person's name
///
/// A token is of one person and one of his teams, may less than he may there, and expires. It dies with
/// his seat in the team.
///
/// For example: `accede token make anna@mfa.example --team italy --name "nightly report"`
#[derive(Debug, Args)]
pub(super) struct TokenArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the tokens, without what is secret in them
    List {
        /// Only of this team
        #[arg(long, value_parser = persons::team)]
        team: Option<TeamId>,
        /// Only of this person: an e-mail address, an id or a name
        #[arg(long, value_name = "PERSON")]
        user: Option<String>,
    },
    /// Make a token; it is printed this once
    Make {
        /// Whose: an e-mail address, an id or a name
        person: String,
        /// For which of his teams
        #[arg(long, value_parser = persons::team)]
        team: TeamId,
        /// What it is for
        #[arg(long, value_parser = ask::words)]
        name: String,
        /// What it may: read, write, export
        #[arg(long, value_name = "SCOPE,…", value_delimiter = ',', default_value = "read", value_parser = scope)]
        may: Vec<Scope>,
        /// For how many days: 1 to 366
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(i64).range(1..=366))]
        days: i64,
    },
    /// Revoke a token: it opens nothing from now on
    Revoke {
        /// Its id, as `accede token list` has it
        token: Uuid,
    },
}

fn scope(text: &str) -> Result<Scope, String> {
    let mut all = Scope::ALL.into_iter();
    all.find(|scope| word(scope) == text)
        .ok_or_else(|| "read, write or export".to_owned())
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &TokenArgs) -> Result<(), Failure> {
    match &args.what {
        What::List { team, user } => list(session, team.as_ref(), user.as_deref()),
        What::Make {
            person,
            team,
            name,
            may,
            days,
        } => {
            let new = NewToken {
                name: name.clone(),
                team: team.clone(),
                scopes: may.iter().copied().collect(),
                expires: session.clock.now() + SignedDuration::from_hours(24 * days),
            };
            make(session, person, &new)
        }
        What::Revoke { token } => {
            session.record()?;
            let revoked = desk(session)?.revoke_token(*token, None, session.clock.now());
            revoked.map_err(refused)?;
            session.give(&Done {
                done: "the token is revoked".to_owned(),
            })
        }
    }
}

fn list(session: &Session, team: Option<&TeamId>, user: Option<&str>) -> Result<(), Failure> {
    session.record()?;
    let desk = desk(session)?;
    let owner = user.map(|given| person(&desk, given)).transpose()?;
    let all = match (&owner, team) {
        (Some(owner), _) => desk.tokens_of(owner.id),
        (None, Some(team)) => desk.tokens_for(team),
        (None, None) => desk.all_tokens(),
    };
    let all = all.map_err(refused)?.into_iter();
    let wanted = all.filter(|token| team.is_none_or(|team| token.team == *team));
    let tokens = wanted
        .map(|token| line(&desk, token))
        .collect::<Result<_, _>>()?;
    session.give(&TokensView { tokens })
}

fn line(desk: &Desk, token: Token) -> Result<TokenLine, Failure> {
    let owner = desk.person(token.person).map_err(refused)?;
    let owner = owner.map(|owner| owner.name().to_owned());
    Ok(TokenLine { owner, token })
}

fn make(session: &Session, given: &str, new: &NewToken) -> Result<(), Failure> {
    let entrance = entrance(session)?;
    let who = person(entrance.desk(), given)?;
    if !entrance.members(&new.team).contains_key(&who.id) {
        let team = &new.team;
        return Err(Failure::usage(format!("{} is not in `{team}`", who.name()))
            .hint("a token is for what its person sees in a team: invite him first"));
    }
    let (now, chance) = (session.clock.now(), &mut UnwrapErr(SysRng));
    let made = entrance.desk().make_token_for(who.id, new, now, chance);
    let (key, token) = made.map_err(refused)?;
    session.give(&MadeView {
        secret: key.reveal(),
        owner: who.name().to_owned(),
        token,
    })
}

fn scopes(scopes: &BTreeSet<Scope>) -> String {
    let all: Vec<_> = scopes.iter().map(word).collect();
    all.join(", ")
}

/// Tokens as a table for people.
pub(super) fn table(tokens: &[TokenLine]) -> Table {
    let columns = ["token", "of", "team", "may", "until", "last used", "id"];
    let mut table = Table::new(columns.map(Column::text).to_vec());
    for TokenLine { owner, token } in tokens {
        table.row(vec![
            token.name.clone(),
            called(owner.as_deref()),
            token.team.to_string(),
            scopes(&token.scopes),
            moment(token.expires),
            token.used.map_or_else(|| "never".to_owned(), moment),
            token.id.to_string(),
        ]);
    }
    table
}

/// Tokens, without what is secret.
#[derive(Debug, Serialize)]
struct TokensView {
    tokens: Vec<TokenLine>,
}

impl Answer for TokensView {
    fn sheet(&self) -> Sheet {
        let head = [
            "id", "name", "owner", "person", "team", "may", "made", "expires", "used",
        ];
        let mut sheet = Sheet::new(&head);
        for TokenLine { owner, token } in &self.tokens {
            sheet.row(vec![
                token.id.to_string(),
                token.name.clone(),
                owner.clone().unwrap_or_default(),
                token.person.to_string(),
                token.team.to_string(),
                scopes(&token.scopes),
                token.made.to_string(),
                token.expires.to_string(),
                cell(token.used),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.tokens.is_empty() {
            return page.line("there is no token");
        }
        page.table(&table(&self.tokens))
    }
}

/// A token that was made, with its secret.
#[derive(Serialize)]
struct MadeView {
    secret: String,
    owner: String,
    token: Token,
}

impl Answer for MadeView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["id", "secret", "expires"]);
        sheet.row(vec![
            self.token.id.to_string(),
            self.secret.clone(),
            self.token.expires.to_string(),
        ]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&self.secret)?;
        page.paragraph(
            0,
            &format!(
                "It is shown this once. It may {} what {} sees in `{}`, until {}; a program sends it as \
                 Authorization: Bearer.",
                scopes(&self.token.scopes),
                self.owner,
                self.token.team,
                moment(self.token.expires)
            ),
        )
    }
}
