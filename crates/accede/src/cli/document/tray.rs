//! `accede document tray`: files that were brought and not confirmed.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Subcommand};
use jiff::Timestamp;
use ledger::Audience;
use people::tray::{Brought, Item, ItemId, Owner, State, Tray, TrayError};
use people::{Cabinet, TeamId};
use serde::Serialize;
use transcribe::Text;
use world::Viewer;

use super::super::{Session, ask};
use super::describe::Described;
use crate::bringing::{self, NotBrought};
use crate::failure::Failure;
use crate::files;
use crate::home::not_opened;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, moment};
use crate::seats::Seating;

/// Files that were brought and not confirmed: nothing of them is on record, and nobody else sees them
///
/// They are those of whoever runs the program on this machine, or with `--as TEAM` those of a team. A file is confirmed with
/// `accede document add --tray ID`. A tray holds 100 files and 512 MiB.
#[derive(Debug, Args)]
pub(super) struct TrayArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// What is in the tray, in the order in which it was brought
    List,
    /// One file: what is proposed of it, or why it could not be read
    Show {
        /// Its name in the tray
        id: ItemId,
    },
    /// Throw a file away, for good
    Drop {
        /// Its name in the tray
        id: ItemId,
    },
    /// Put files into the tray, to be confirmed later
    Add(PutArgs),
}

/// Files to put into a tray.
#[derive(Debug, Args)]
struct PutArgs {
    /// The files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    whose: Whose,
}

/// Into whose tray files go.
#[derive(Debug, Args)]
pub(super) struct Whose {
    /// For whom: a single team has its own tray
    #[arg(long, value_name = "AUDIENCE", visible_alias = "audience", value_parser = ask::audience)]
    seen_by: Option<Audience>,
}

impl Whose {
    /// The tray, and for whom its files are meant.
    ///
    /// # Errors
    ///
    /// Wrong usage for a team that is not there.
    pub(super) fn owner(
        &self,
        session: &Session,
    ) -> Result<(Owner, Option<Audience>), Failure> {
        let own = match session.viewer.teams.as_slice() {
            [team] => Some(Audience::Teams(vec![team.clone()])),
            _ => None,
        };
        let meant_for = self.seen_by.clone().or(own);
        let Some(Audience::Teams(teams)) = &meant_for else {
            return Ok((Owner::Console, meant_for));
        };
        let record = session.record()?;
        let seating = Seating::of(record.entries());
        let known = |team: &String| {
            let id = team.parse::<TeamId>().ok()?;
            seating.name(&id).is_some().then_some(id)
        };
        let ids: Option<Vec<_>> = teams.iter().map(known).collect();
        let ids = ids.ok_or_else(|| {
            Failure::usage(format!("there is no team `{}` here", teams.join(",")))
                .hint("`accede team list` lists them")
        })?;
        Ok(match <[TeamId; 1]>::try_from(ids) {
            Ok([team]) => (Owner::Team(team), meant_for),
            Err(_several) => (Owner::Console, meant_for),
        })
    }
}

/// The trays that are asked for: a team's with --as, else those of the console.
fn owners(viewer: &Viewer) -> Vec<Owner> {
    let teams = viewer.teams.iter();
    let teams: Vec<_> = teams
        .filter_map(|team| team.parse().ok().map(Owner::Team))
        .collect();
    if teams.is_empty() {
        vec![Owner::Console]
    } else {
        teams
    }
}

/// Where trays are.
///
/// # Errors
///
/// Store trouble.
pub(super) fn cabinet(session: &Session) -> Result<Arc<dyn Cabinet>, Failure> {
    // A database has no cabinet before it has a ledger.
    session.record()?;
    session.settings.location.cabinet().map_err(not_opened)
}

/// A file in a tray that is asked for, and whose it is.
///
/// # Errors
///
/// Wrong usage where there is none.
pub(super) fn found(
    session: &Session,
    tray: Tray<'_>,
    id: ItemId,
) -> Result<(Owner, Item), Failure> {
    for owner in owners(&session.viewer) {
        match tray.one(&owner, id) {
            Ok(item) => return Ok((owner, item)),
            Err(TrayError::NoSuch) => {}
            Err(error) => return Err(refused(error)),
        }
    }
    Err(
        Failure::usage(format!("there is no file {id} in the tray")).hint(
            "`accede document tray list` lists them; those of a team are there with --as TEAM",
        ),
    )
}

/// What a tray says against something.
pub(super) fn refused(error: TrayError) -> Failure {
    match error {
        TrayError::Keep(_) | TrayError::Damaged => {
            Failure::store("the tray could not be read or written").because(error)
        }
        TrayError::NoSuch
        | TrayError::Empty
        | TrayError::TooLarge { .. }
        | TrayError::TooMany
        | TrayError::TooMuch
        | TrayError::Elsewhere { .. }
        | TrayError::Longer { .. }
        | TrayError::SmallPart
        | TrayError::NotWhole { .. }
        | TrayError::There { .. } => Failure::bad_input(error.to_string()),
    }
}

/// The text of a file in the tray, where one was read.
///
/// # Errors
///
/// Store trouble.
pub(super) fn text(tray: Tray<'_>, owner: &Owner, id: ItemId) -> Result<Option<Text>, Failure> {
    let bytes = tray.text(owner, id).map_err(refused)?;
    let text = bytes.map(|bytes| serde_json::from_slice(&bytes));
    text.transpose().map_err(|cause| {
        Failure::store("the text in the tray cannot be read")
            .because(cause)
            .hint("throw the file away, and bring it again")
    })
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &TrayArgs) -> Result<(), Failure> {
    let cabinet = cabinet(session)?;
    let tray = Tray::at(cabinet.as_ref());
    match &args.what {
        What::List => {
            let mut all = Vec::new();
            for owner in owners(&session.viewer) {
                let items = tray.list(&owner).map_err(|error| refused(error.into()))?;
                all.extend(items.iter().map(|item| Shown::of(&owner, item)));
            }
            session.give(&Listed { files: all })
        }
        What::Show { id } => show(session, tray, *id),
        What::Drop { id } => {
            let (owner, item) = found(session, tray, *id)?;
            tray.drop(&owner, item.id).map_err(refused)?;
            session.give(&Listed {
                files: vec![Shown {
                    state: "thrown_away",
                    ..Shown::of(&owner, &item)
                }],
            })
        }
        What::Add(args) => add(session, tray, args),
    }
}

fn add(session: &Session, tray: Tray<'_>, args: &PutArgs) -> Result<(), Failure> {
    let (owner, meant_for) = args.whose.owner(session)?;
    let read = args
        .files
        .iter()
        .map(|path| files::read_within(path, people::tray::LARGEST));
    let read = read.collect::<Result<Vec<_>, _>>()?;
    let mut files = Vec::new();
    for file in read {
        let brought = Brought {
            by: session.settings.author.clone(),
            name: file.name.clone(),
            len: u64::try_from(file.bytes.len()).unwrap_or(u64::MAX),
            meant_for: meant_for.clone(),
        };
        let now = session.clock.now();
        let item = bringing::bring(tray, &owner, &brought, &file.bytes, now);
        let item = item.map_err(|error| not_brought(&file.name, error))?;
        files.push(Shown::of(&owner, &item));
    }
    session.give(&Listed { files })
}

fn not_brought(name: &str, error: NotBrought) -> Failure {
    match error {
        NotBrought::Tray(error) => {
            let failure = refused(error);
            Failure::bad_input(format!("{name} is not in the tray")).and(failure)
        }
        NotBrought::NotYet(_) => {
            Failure::store(format!("{name} was not read")).because(error).hint(
                "it is in the tray: `accede document tray show` reads it when the machine has time",
            )
        }
    }
}

fn show(session: &Session, tray: Tray<'_>, id: ItemId) -> Result<(), Failure> {
    let (owner, item) = found(session, tray, id)?;
    let item = match item.state {
        // What could not be read when it came is read now.
        State::Whole => bringing::read(tray, &owner, id)
            .map_err(|error| not_brought(&item.name.clone(), error))?,
        State::Arriving | State::Read { .. } | State::Unread { .. } | State::Leaving => item,
    };
    let world = session.world()?;
    let text = text(tray, &owner, id)?;
    let described = text.map(|text| {
        let sha256 = item.sha256.clone().unwrap_or_default();
        Described::of(&world, &item.name, sha256, item.len, text)
    });
    session.give(&One {
        file: Shown::of(&owner, &item),
        described,
    })
}

/// A file in a tray, as it is told.
#[derive(Debug, Serialize)]
pub(super) struct Shown {
    id: ItemId,
    /// Whose tray it is in: `console`, `team/ID`.
    tray: String,
    name: String,
    by: String,
    brought: Timestamp,
    bytes: u64,
    arrived: u64,
    sha256: Option<String>,
    state: &'static str,
    /// Why it could not be read.
    why: Option<String>,
    media_type: Option<String>,
    meant_for: Option<Audience>,
}

impl Shown {
    pub(super) fn of(owner: &Owner, item: &Item) -> Shown {
        let (state, why, media_type) = match &item.state {
            State::Arriving => ("arriving", None, None),
            State::Whole => ("whole", None, None),
            State::Read { media_type, .. } => ("read", None, Some(media_type.clone())),
            State::Unread { why } => ("unread", Some(why.clone()), None),
            State::Leaving => ("leaving", None, None),
        };
        Shown {
            id: item.id,
            tray: owner.to_string(),
            name: item.name.clone(),
            by: item.by.clone(),
            brought: item.brought,
            bytes: item.len,
            arrived: item.arrived,
            sha256: item.sha256.clone(),
            state,
            why,
            media_type,
            meant_for: item.meant_for.clone(),
        }
    }
}

/// Files in trays.
#[derive(Debug, Serialize)]
struct Listed {
    files: Vec<Shown>,
}

impl Answer for Listed {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "id",
            "tray",
            "name",
            "state",
            "why",
            "bytes",
            "arrived",
            "sha256",
            "by",
            "brought",
            "meant_for",
        ]);
        for file in &self.files {
            sheet.row(vec![
                file.id.to_string(),
                file.tray.clone(),
                file.name.clone(),
                file.state.to_owned(),
                cell(file.why.as_ref()),
                file.bytes.to_string(),
                file.arrived.to_string(),
                cell(file.sha256.as_ref()),
                file.by.clone(),
                file.brought.to_string(),
                cell(file.meant_for.as_ref()),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.files.is_empty() {
            return page.line("nothing is in the tray");
        }
        let mut table = Table::new(vec![
            Column::text("Id"),
            Column::prose("Name"),
            Column::text("State"),
            Column::number("Bytes"),
            Column::text("Brought"),
        ]);
        for file in &self.files {
            table.row(vec![
                file.id.to_string(),
                file.name.clone(),
                file.state.replace('_', " "),
                file.bytes.to_string(),
                moment(file.brought),
            ]);
        }
        page.table(&table)?;
        for file in &self.files {
            if let Some(why) = &file.why {
                page.paragraph(2, &format!("{} was not read: {why}", file.name))?;
            }
        }
        Ok(())
    }
}

/// One file, with what is proposed of it.
#[derive(Debug, Serialize)]
struct One {
    file: Shown,
    described: Option<Described>,
}

impl Answer for One {
    fn sheet(&self) -> Sheet {
        match &self.described {
            Some(described) => described.sheet(),
            None => Sheet::new(Described::COLUMNS),
        }
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let file = &self.file;
        page.line(&format!(
            "{} in the tray {}, brought {} by {}",
            file.name,
            file.tray,
            moment(file.brought),
            file.by
        ))?;
        if let Some(why) = &file.why {
            page.paragraph(2, &format!("it was not read: {why}"))?;
            page.paragraph(
                2,
                "`accede document add --tray ID --file-only` keeps the file all the same",
            )?;
        }
        if file.state == "arriving" {
            page.paragraph(
                2,
                &format!("{} of {} bytes are there", file.arrived, file.bytes),
            )?;
        }
        match &self.described {
            Some(described) => described.page(page),
            None => Ok(()),
        }
    }
}
