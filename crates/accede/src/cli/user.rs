//! `accede user`: who has an account, for the owner of the machine.

use std::io;

use clap::{Args, Subcommand};
use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use jiff::Timestamp;
use people::{Email, Person, PersonId, Role, Seats, TeamId};
use serde::Serialize;
use serde_json::{Value, json};

use super::Session;
use super::persons::{At, Author, Done, Link, desk, entrance, not_done, person, refused};
use crate::failure::Failure;
use crate::record::Record;
use crate::render::{Answer, Column, Page, Sheet, Table, moment};
use crate::seats::Seating;

/// Who has an account here
///
/// Names and addresses lie beside the ledger, which has a number for each person. They can be given out
/// to the person they are about, and erased for good.
#[derive(Debug, Args)]
pub(super) struct UserArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Args)]
struct Who {
    /// Who: an e-mail address, an id or a name
    person: String,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List everybody
    List,
    /// Show somebody: who it is, in which teams, how he signs in
    Show(Who),
    /// Make a link by which somebody chooses a new password, within a day
    ///
    /// Make sure whom you give it to: whoever opens it first is that person from then on.
    Reset {
        #[command(flatten)]
        who: Who,
        /// The authenticator app and the recovery codes are lost too: they go with the old password
        #[arg(long)]
        app_lost: bool,
        #[command(flatten)]
        address: At,
    },
    /// Give out everything known about somebody, as JSON
    ///
    /// That is what the person may ask for: name and address, how he signs in, sessions, tokens,
    /// invitations, and which entries he recorded. What is secret is said to be there, and not given.
    Export(Who),
    /// Erase somebody for good
    ///
    /// His seats end in the ledger, then name, address, passwords, sessions, tokens and invitations are
    /// erased. What he recorded stays, under a number that fits nobody any more.
    Erase {
        #[command(flatten)]
        who: Who,
        /// That is what is wanted: there is no way back
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        author: Author,
    },
    /// End every session of somebody
    SignOut(Who),
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &UserArgs) -> Result<(), Failure> {
    match &args.what {
        What::List => {
            let record = session.record()?;
            let mut persons = desk(session)?.persons().map_err(refused)?;
            persons.sort_by(|a, b| (a.joined, a.name()).cmp(&(b.joined, b.name())));
            let seating = Seating::of(record.entries());
            let users = persons.iter().map(|one| UserView::of(one, &seating));
            session.give(&UsersView {
                users: users.collect(),
            })
        }
        What::Show(Who { person: given }) => {
            let record = session.record()?;
            let who = person(&desk(session)?, given)?;
            session.give(&UserView::of(&who, &Seating::of(record.entries())))
        }
        What::Reset {
            who,
            app_lost,
            address,
        } => reset(session, &who.person, *app_lost, address),
        What::Export(Who { person: given }) => {
            let record = session.record()?;
            let desk = desk(session)?;
            let who = person(&desk, given)?;
            let known = desk.export(who.id).map_err(refused)?;
            let marked = desk.mark_exported(None, who.id, session.clock.now());
            marked.map_err(refused)?;
            let all = json!({"cabinet": known, "ledger": on_record(&record, who.id)});
            session.give(&Everything(all))
        }
        What::Erase { who, yes, author } => erase(session, &who.person, *yes, author),
        What::SignOut(Who { person: given }) => {
            session.record()?;
            let desk = desk(session)?;
            let who = person(&desk, given)?;
            desk.end_all_sessions(who.id, session.clock.now())
                .map_err(refused)?;
            session.give(&Done {
                done: format!("every session of {} is over", who.name()),
            })
        }
    }
}

fn reset(session: &Session, given: &str, app_lost: bool, address: &At) -> Result<(), Failure> {
    session.record()?;
    let desk = desk(session)?;
    let who = person(&desk, given)?;
    let (now, chance) = (session.clock.now(), &mut UnwrapErr(SysRng));
    address.link(session, "")?;
    let key = desk
        .make_reset(who.id, app_lost, now, chance)
        .map_err(refused)?;
    let told = address.link(session, &format!("/reset/{}", key.reveal()))?;
    session.give(&ResetView {
        email: who.email().clone(),
        link: told.link.clone(),
        told,
    })
}

fn erase(session: &Session, given: &str, yes: bool, author: &Author) -> Result<(), Failure> {
    let entrance = entrance(session)?;
    let who = person(entrance.desk(), given)?;
    if !yes {
        return Err(
            Failure::usage(format!("{} would be erased for good", who.name()))
                .hint("`accede user export` gives out what is known first")
                .hint("give --yes if that is what is wanted"),
        );
    }
    let erased = entrance.forget(&author.actor(session), who.id);
    erased.map_err(not_done)?;
    session.give(&Done {
        done: format!("{} is erased", who.id),
    })
}

/// What the ledger has of a person: his id and nothing else names him there.
fn on_record(record: &Record, person: PersonId) -> Value {
    let id = person.to_string();
    let named = record
        .entries()
        .filter(|one| one.entry.author == id || names(&one.entry.body, person))
        .map(|one| {
            json!({
                "id": one.entry.id,
                "recorded": one.entry.recorded,
                "author": one.entry.author,
                "audience": one.entry.audience,
                "body": one.entry.body,
            })
        });
    named.collect()
}

/// Whether an entry is about a person with an account.
fn names(body: &ledger::Body, person: PersonId) -> bool {
    if let ledger::Body::Person(one) = body {
        return one.person == person;
    }
    if let ledger::Body::Seat(one) = body {
        return one.person == person;
    }
    false
}

/// Somebody with an account.
#[derive(Debug, Serialize)]
struct UserView {
    id: PersonId,
    name: String,
    email: Email,
    language: String,
    joined: Timestamp,
    teams: Vec<SeatView>,
}

/// What somebody is in a team.
#[derive(Debug, Serialize)]
struct SeatView {
    team: TeamId,
    role: Role,
}

impl UserView {
    fn of(person: &Person, seating: &Seating) -> UserView {
        let Seats(seats) = seating.of_person(person.id);
        let teams = seats
            .into_iter()
            .map(|(team, role)| SeatView { team, role });
        UserView {
            id: person.id,
            name: person.name().to_owned(),
            email: person.email().clone(),
            language: person.language.clone(),
            joined: person.joined,
            teams: teams.collect(),
        }
    }

    fn teams(&self) -> String {
        let all = self.teams.iter().map(|seat| {
            let SeatView { team, role } = seat;
            format!("{team}: {}", role.as_str())
        });
        all.collect::<Vec<_>>().join(", ")
    }

    fn cells(&self) -> Vec<String> {
        vec![
            self.id.to_string(),
            self.name.clone(),
            self.email.as_str().to_owned(),
            self.language.clone(),
            self.joined.to_string(),
            self.teams(),
        ]
    }
}

const HEAD: [&str; 6] = ["id", "name", "email", "language", "joined", "teams"];

impl Answer for UserView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&HEAD);
        sheet.row(self.cells());
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&format!("name      {}", self.name))?;
        page.line(&format!("e-mail    {}", self.email.as_str()))?;
        page.line(&format!("id        {}", self.id))?;
        page.line(&format!("language  {}", self.language))?;
        page.line(&format!("joined    {}", moment(self.joined)))?;
        page.line(&format!("teams     {}", self.teams()))
    }
}

/// Everybody.
#[derive(Debug, Serialize)]
struct UsersView {
    users: Vec<UserView>,
}

impl Answer for UsersView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&HEAD);
        for user in &self.users {
            sheet.row(user.cells());
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.users.is_empty() {
            return page.line(
                "nobody has joined yet; `accede serve` prints the link of the first one",
            );
        }
        let mut table = Table::new(vec![
            Column::text("name"),
            Column::text("e-mail"),
            Column::text("joined"),
            Column::prose("teams"),
        ]);
        for user in &self.users {
            table.row(vec![
                user.name.clone(),
                user.email.as_str().to_owned(),
                moment(user.joined),
                user.teams(),
            ]);
        }
        page.table(&table)
    }
}

/// Everything known of a person: JSON in whatever form it is asked for.
#[derive(Debug, Serialize)]
struct Everything(Value);

impl Answer for Everything {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["json"]);
        sheet.row(vec![self.0.to_string()]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let text = serde_json::to_string_pretty(&self.0)?;
        text.lines().try_for_each(|line| page.line(line))
    }
}

/// A link for a new password.
#[derive(Debug, Serialize)]
struct ResetView {
    email: Email,
    link: String,
    #[serde(skip)]
    told: Link,
}

impl Answer for ResetView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["email", "link"]);
        sheet.row(vec![self.email.as_str().to_owned(), self.link.clone()]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        self.told.tell(page)?;
        page.paragraph(
            0,
            &format!(
                "Whoever opens it chooses the password of {}: make sure whom you give it to. It holds for a \
                 day, and once. Then every session ends; passkeys stay as they are.",
                self.email.as_str()
            ),
        )
    }
}
