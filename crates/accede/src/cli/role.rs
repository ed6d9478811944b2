//! `accede role`: who holds which office under a treaty.

use clap::{Args, Subcommand};
use ledger::body::Role;
use ledger::body::vocabulary::RoleKind;
use ledger::{Body, EntryRef};
use treaty::{PartialDate, ParticipantId, TreatyId};
use words::List;
use world::World;

use super::outreach::words::{cell, name, said, term, with};
use super::outreach::{self, Change, Kept, Upon, Which, not_one};
use super::{Session, ask};
use crate::failure::Failure;
use crate::render::word;

/// Who holds which office under a treaty, and from when until when
///
/// What ships with the program is in the list: presidents, coordinators, friends of a treaty.
#[derive(Debug, Args)]
pub(super) struct RoleArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(AddArgs),
    Set(SetArgs),
    Close(CloseArgs),
    /// The offices on record, the newest first
    List(Which),
    /// One of them, whole
    Show {
        /// Its entry
        #[arg(value_name = "ENTRY", value_parser = ask::entry)]
        entry: EntryRef,
    },
}

/// Record an office
///
/// For example: `accede role add ctbt Italy envoy --kind special-envoy --seen-by public`.
#[derive(Debug, Args)]
struct AddArgs {
    /// The treaty
    treaty: String,
    /// Which State holds it
    state: String,
    /// The office, as it is called
    #[arg(value_name = "OFFICE", value_parser = ask::words)]
    role: String,
    /// Of which kind: president, coordinator, champion, special-envoy, friend, focal-point or other
    #[arg(long, value_name = "CODE")]
    kind: Option<RoleKind>,
    /// Who, in person, where the office is a person's
    #[arg(long, value_name = "NAME", value_parser = ask::words)]
    person: Option<String>,
    /// From when
    #[arg(long, value_name = "DATE")]
    from: Option<PartialDate>,
    /// Until when
    #[arg(long, value_name = "DATE")]
    until: Option<PartialDate>,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
    #[command(flatten)]
    upon: Upon,
}

/// Put an office right: what is given replaces what it says
#[derive(Debug, Args)]
struct SetArgs {
    /// Its entry
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    /// What it is called
    #[arg(long, value_name = "OFFICE", value_parser = ask::words)]
    role: Option<String>,
    /// Of which kind
    #[arg(long, value_name = "CODE")]
    kind: Option<RoleKind>,
    /// Who, in person
    #[arg(long, value_name = "NAME", value_parser = ask::words)]
    person: Option<String>,
    /// From when
    #[arg(long, value_name = "DATE")]
    from: Option<PartialDate>,
    /// Until when
    #[arg(long, value_name = "DATE")]
    until: Option<PartialDate>,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
    #[command(flatten)]
    change: Change,
}

/// Say when a term ended
#[derive(Debug, Args)]
struct CloseArgs {
    /// Its entry
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    /// The last day
    #[arg(value_name = "DATE")]
    on: PartialDate,
    #[command(flatten)]
    change: Change,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &RoleArgs) -> Result<(), Failure> {
    match &args.what {
        What::Add(args) => add(session, args),
        What::Set(args) => set(session, args),
        What::Close(args) => close(session, args),
        What::List(which) => outreach::list::<Role>(session, which, |_| true),
        What::Show { entry } => outreach::show::<Role>(session, *entry),
    }
}

fn add(session: &Session, args: &AddArgs) -> Result<(), Failure> {
    let (treaty, state) = (args.treaty.clone(), args.state.clone());
    let (role, kind, person) = (args.role.clone(), args.kind, args.person.clone());
    let (from, until, note) = (args.from, args.until, args.note.clone());
    args.upon.record(session, move |world| {
        Ok(Body::Role(Role {
            treaty: outreach::treaty(world, &treaty)?,
            role: role.clone(),
            kind,
            by: ask::state(world, &state)?,
            person: person.clone(),
            from,
            until,
            note: note.clone(),
        }))
    })
}

fn set(session: &Session, args: &SetArgs) -> Result<(), Failure> {
    let name = args.entry;
    let (role, kind, person) = (args.role.clone(), args.kind, args.person.clone());
    let (from, until, note) = (args.from, args.until, args.note.clone());
    args.change
        .record(session, name, "put right", move |_, body| {
            let Body::Role(one) = body else {
                return Err(not_one(name, Role::WHAT));
            };
            if let Some(role) = &role {
                one.role.clone_from(role);
            }
            one.kind = kind.or(one.kind);
            one.person = person.clone().or_else(|| one.person.take());
            one.from = from.or(one.from);
            one.until = until.or(one.until);
            one.note = note.clone().or_else(|| one.note.take());
            Ok(())
        })
}

fn close(session: &Session, args: &CloseArgs) -> Result<(), Failure> {
    let (name, on) = (args.entry, args.on);
    args.change
        .record(session, name, "the term ended", move |_, body| {
            let Body::Role(one) = body else {
                return Err(not_one(name, Role::WHAT));
            };
            one.until = Some(on);
            Ok(())
        })
}

impl Kept for Role {
    const WHAT: &'static str = "role";
    const COLUMNS: &'static [&'static str] = &[
        "treaty", "role", "kind", "iso3", "name", "person", "from", "until", "note",
    ];

    fn of(body: &Body) -> Option<&Role> {
        if let Body::Role(one) = body {
            return Some(one);
        }
        None
    }

    fn cells(&self, world: &World) -> Vec<String> {
        vec![
            self.treaty.to_string(),
            self.role.clone(),
            self.kind.as_ref().map(word).unwrap_or_default(),
            self.by.to_string(),
            name(world, self.by),
            cell(self.person.as_ref()),
            cell(self.from),
            cell(self.until),
            cell(self.note.as_ref()),
        ]
    }

    fn lines(&self, world: &World) -> Vec<String> {
        let kind = self
            .kind
            .map(|kind| format!(" ({})", said(List::Role, &kind)));
        let person = self.person.as_ref().map(|person| format!(", {person}"));
        let head = format!(
            "{}, {}: {}{}{}",
            name(world, self.by),
            self.treaty,
            self.role,
            person.unwrap_or_default(),
            kind.unwrap_or_default()
        );
        let mut lines = vec![head, term(self.from, self.until)];
        lines.extend(with("note", self.note.as_ref()));
        lines
    }

    fn is_under(&self, treaty: &TreatyId) -> bool {
        self.treaty == *treaty
    }

    fn is_about(&self, state: ParticipantId) -> bool {
        self.by == state
    }

    fn order(&self) -> String {
        super::stage::newest_first(self.from.or(self.until))
    }
}
