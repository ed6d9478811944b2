//! `accede role`: who holds which office under a treaty.

use clap::{Args, Subcommand};
use ledger::EntryRef;
use ledger::body::Role;
use ledger::body::vocabulary::RoleKind;
use treaty::{PartialDate, ParticipantId, TreatyId};
use words::List;
use world::World;

use super::outreach::words::{cell, name, said, term, with};
use super::outreach::{self, Add, Change, Kept, One, Put, Upon, Which, in_body, newest_first};
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
    Show(One),
}

/// Record an office
///
/// For example: `accede role add ctbt Italy envoy --kind special-envoy --seen-by public`.
#[derive(Debug, Clone, Args)]
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
#[derive(Debug, Clone, Args)]
struct SetArgs {
    #[command(flatten)]
    one: One,
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
#[derive(Debug, Clone, Args)]
struct CloseArgs {
    #[command(flatten)]
    one: One,
    /// The last day
    #[arg(value_name = "DATE")]
    on: PartialDate,
    #[command(flatten)]
    change: Change,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &RoleArgs) -> Result<(), Failure> {
    match &args.what {
        What::Add(args) => outreach::add(session, args),
        What::Set(args) => outreach::put(session, args),
        What::Close(args) => outreach::put(session, args),
        What::List(which) => outreach::list::<Role>(session, which, |_| true),
        What::Show(one) => one.show::<Role>(session),
    }
}

impl Add for AddArgs {
    type Of = Role;

    fn upon(&self) -> &Upon {
        &self.upon
    }

    fn made(&self, world: &World) -> Result<Role, Failure> {
        Ok(Role {
            treaty: outreach::treaty(world, &self.treaty)?,
            role: self.role.clone(),
            kind: self.kind,
            by: ask::state(world, &self.state)?,
            person: self.person.clone(),
            from: self.from,
            until: self.until,
            note: self.note.clone(),
        })
    }
}

impl Put for SetArgs {
    type Of = Role;

    fn change(&self) -> &Change {
        &self.change
    }

    fn entry(&self, _: &Session) -> Result<EntryRef, Failure> {
        Ok(self.one.entry)
    }

    fn put(&self, _: &World, one: &mut Role) -> Result<(), Failure> {
        if let Some(role) = &self.role {
            one.role.clone_from(role);
        }
        one.kind = self.kind.or(one.kind);
        one.person = self.person.clone().or_else(|| one.person.take());
        one.from = self.from.or(one.from);
        one.until = self.until.or(one.until);
        one.note = self.note.clone().or_else(|| one.note.take());
        Ok(())
    }
}

impl Put for CloseArgs {
    type Of = Role;
    const WHY: &'static str = "the term ended";

    fn change(&self) -> &Change {
        &self.change
    }

    fn entry(&self, _: &Session) -> Result<EntryRef, Failure> {
        Ok(self.one.entry)
    }

    fn put(&self, _: &World, one: &mut Role) -> Result<(), Failure> {
        one.until = Some(self.on);
        Ok(())
    }
}

impl Kept for Role {
    const WHAT: &'static str = "role";
    const COLUMNS: &'static [&'static str] = &[
        "treaty", "role", "kind", "iso3", "name", "person", "from", "until", "note",
    ];

    in_body!(Role);

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
        newest_first(self.from.or(self.until))
    }
}
