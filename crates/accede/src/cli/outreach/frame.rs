//! The frame of the commands for one kind of entry. A kind says what its options are and what they make of an
//! entry; how that is recorded, put right and told is said here, once.

use clap::Args;
use ledger::EntryRef;
use world::World;

use super::super::{Session, ask};
use super::{Change, Kept, Upon, not_one, show};
use crate::failure::Failure;

/// What `add` is told of an entry.
pub(in crate::cli) trait Add: Clone + Send + 'static {
    /// The kind of entry.
    type Of: Kept;

    /// For whom it is, and upon what.
    fn upon(&self) -> &Upon;
    /// The entry, as the world has the names in it.
    fn made(&self, world: &World) -> Result<Self::Of, Failure>;
}

/// Records an entry.
///
/// # Errors
///
/// Wrong usage; what the clerk gives.
pub(in crate::cli) fn add(session: &Session, args: &impl Add) -> Result<(), Failure> {
    let own = args.clone();
    args.upon()
        .record(session, move |world| Ok(own.made(world)?.body()))
}

/// What `set` or `close` is told of an entry on record.
pub(in crate::cli) trait Put: Clone + Send + 'static {
    /// The kind of entry.
    type Of: Kept;
    /// Why it is put right, where nobody says.
    const WHY: &'static str = "put right";

    /// Why, and upon what.
    fn change(&self) -> &Change;
    /// Which entry.
    fn entry(&self, session: &Session) -> Result<EntryRef, Failure>;
    /// Puts what is given in the place of what the entry says.
    fn put(&self, world: &World, one: &mut Self::Of) -> Result<(), Failure>;
}

/// Puts an entry right.
///
/// # Errors
///
/// Wrong usage, where it is not there, of another kind, or says so already too; what the clerk gives.
pub(in crate::cli) fn put<P: Put>(session: &Session, args: &P) -> Result<(), Failure> {
    let (own, name) = (args.clone(), args.entry(session)?);
    args.change()
        .record(session, name, P::WHY, move |world, body| {
            let one = P::Of::of_mut(body).ok_or_else(|| not_one(name, P::Of::WHAT))?;
            own.put(world, one)
        })
}

/// One of them, whole
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct One {
    /// Its entry
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    pub(in crate::cli) entry: EntryRef,
}

impl One {
    /// Gives it.
    ///
    /// # Errors
    ///
    /// Wrong usage where it is not there or of another kind; store trouble.
    pub(in crate::cli) fn show<T: Kept>(&self, session: &Session) -> Result<(), Failure> {
        show::<T>(session, self.entry)
    }
}
