//! `accede approach`: who approached whom for a treaty, and what came of it.

mod add;
mod change;
mod show;

use clap::{Args, Subcommand};
use ledger::EntryRef;
use ledger::body::ApproachState;
use world::view::ApproachView;
use world::{ApproachFilter, World};

use self::show::Told;
pub(super) use self::show::seen_by;
use super::entry::no_entry;
use super::{Session, ask};
use crate::failure::Failure;

/// Who approached whom for a treaty, and what came of it: for teams, to be seen by whom they say
///
/// What is not public is shown with --as TEAM.
///
/// For example: `accede --as italy approach list --treaty ctbt --stage planned`
#[derive(Debug, Args)]
pub(super) struct ApproachArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(Box<add::AddArgs>),
    Done(Box<change::DoneArgs>),
    Drop(change::DropArgs),
    Edit(Box<change::EditArgs>),
    List(ListArgs),
    Show(ShowArgs),
}

/// The approaches on record, newest first
#[derive(Debug, Args)]
struct ListArgs {
    /// Only for this treaty
    #[arg(long)]
    treaty: Option<String>,
    /// Only with this State on either side
    #[arg(long)]
    state: Option<String>,
    /// Only those that are draft, planned, done or dropped
    #[arg(long)]
    stage: Option<ApproachState>,
}

/// One approach, whole
#[derive(Debug, Args)]
struct ShowArgs {
    /// Its entry: a number, or an id where it is not public
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ApproachArgs) -> Result<(), Failure> {
    match &args.what {
        What::Add(args) => add::run(session, args),
        What::Done(args) => change::done(session, args),
        What::Drop(args) => change::dropped(session, args),
        What::Edit(args) => change::edit(session, args),
        What::List(args) => list(session, args),
        What::Show(args) => {
            let world = session.world()?;
            let view = there(&world, args.entry, session)?;
            session.give(&Told(view))
        }
    }
}

/// The approach that is called so.
///
/// # Errors
///
/// Wrong usage where this viewer's world has no such entry, or it is something else.
pub(super) fn there(
    world: &World,
    name: EntryRef,
    session: &Session,
) -> Result<ApproachView, Failure> {
    world.approach(name, session.lang()).ok_or_else(|| {
        if world.entry(name).is_none() {
            return no_entry(name, world.head().entries)
                .hint("an entry that is not public is there with --as TEAM, for its teams");
        }
        Failure::usage(format!("entry {name} is no approach, or was taken back"))
    })
}

fn list(session: &Session, args: &ListArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let treaty = args.treaty.as_ref();
    let treaty = treaty
        .map(|name| session.treaty(&world, name))
        .transpose()?;
    let state = args.state.as_ref();
    let state = state.map(|name| session.state(&world, name)).transpose()?;
    let found = world.approaches(&ApproachFilter {
        treaty,
        state,
        stage: args.stage,
        ..ApproachFilter::default()
    });
    session.give(&world.approaches_view(found, session.lang()))
}
