//! `accede meeting`: the meetings of a treaty.

use clap::{Args, Subcommand};
use ledger::EntryRef;
use ledger::body::Meeting;
use treaty::{PartialDate, TreatyId};
use world::World;

use super::outreach::words::{cell, term, with};
use super::outreach::{self, Add, Change, Kept, One, Put, Upon, Which, in_body, newest_first};
use super::{Session, ask};
use crate::failure::Failure;

/// The meetings of a treaty, past and coming
#[derive(Debug, Args)]
pub(super) struct MeetingArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(AddArgs),
    Set(SetArgs),
    /// The meetings on record, the newest first
    List(Which),
    Show(One),
}

/// Record a meeting
///
/// For example: `accede meeting add ccm MSP 2027-09-06 --number 14 --seen-by public`.
#[derive(Debug, Clone, Args)]
struct AddArgs {
    /// The treaty
    treaty: String,
    /// Of which kind, such as MSP, RevCon, ArtXIV or Intersessional
    #[arg(value_parser = ask::words)]
    kind: String,
    /// The first day; a month or year where no more is known
    start: PartialDate,
    /// Its number in its series
    #[arg(long, value_name = "NUMBER", value_parser = ask::words)]
    number: Option<String>,
    #[command(flatten)]
    more: More,
    #[command(flatten)]
    upon: Upon,
}

/// What a meeting may tell beside.
#[derive(Debug, Clone, Args)]
struct More {
    /// The last day
    #[arg(long, value_name = "DATE")]
    end: Option<PartialDate>,
    /// Where
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    place: Option<String>,
    /// Who presides
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    presidents: Option<String>,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
}

impl More {
    /// Puts what is given in the place of what a meeting says.
    fn put(&self, one: &mut Meeting) {
        one.end = self.end.or(one.end);
        one.place = self.place.clone().or_else(|| one.place.take());
        one.presidents = self.presidents.clone().or_else(|| one.presidents.take());
        one.note = self.note.clone().or_else(|| one.note.take());
    }
}

/// Put a meeting right: what is given replaces what it says
#[derive(Debug, Clone, Args)]
struct SetArgs {
    #[command(flatten)]
    one: One,
    /// The first day
    #[arg(long, value_name = "DATE")]
    start: Option<PartialDate>,
    #[command(flatten)]
    more: More,
    #[command(flatten)]
    change: Change,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &MeetingArgs) -> Result<(), Failure> {
    match &args.what {
        What::Add(args) => outreach::add(session, args),
        What::Set(args) => outreach::put(session, args),
        What::List(which) => outreach::list::<Meeting>(session, which, |_| true),
        What::Show(one) => one.show::<Meeting>(session),
    }
}

impl Add for AddArgs {
    type Of = Meeting;

    fn upon(&self) -> &Upon {
        &self.upon
    }

    fn made(&self, world: &World) -> Result<Meeting, Failure> {
        let mut one = Meeting {
            treaty: outreach::treaty(world, &self.treaty)?,
            kind: self.kind.clone(),
            number: self.number.clone(),
            start: self.start,
            end: None,
            place: None,
            presidents: None,
            note: None,
        };
        self.more.put(&mut one);
        Ok(one)
    }
}

impl Put for SetArgs {
    type Of = Meeting;

    fn change(&self) -> &Change {
        &self.change
    }

    fn entry(&self, _: &Session) -> Result<EntryRef, Failure> {
        Ok(self.one.entry)
    }

    fn put(&self, _: &World, one: &mut Meeting) -> Result<(), Failure> {
        one.start = self.start.unwrap_or(one.start);
        self.more.put(one);
        Ok(())
    }
}

impl Kept for Meeting {
    const WHAT: &'static str = "meeting";
    const COLUMNS: &'static [&'static str] = &[
        "treaty",
        "kind",
        "number",
        "start",
        "end",
        "place",
        "presidents",
        "note",
    ];

    in_body!(Meeting);

    fn cells(&self, _world: &World) -> Vec<String> {
        vec![
            self.treaty.to_string(),
            self.kind.clone(),
            cell(self.number.as_ref()),
            self.start.to_string(),
            cell(self.end),
            cell(self.place.as_ref()),
            cell(self.presidents.as_ref()),
            cell(self.note.as_ref()),
        ]
    }

    fn lines(&self, _world: &World) -> Vec<String> {
        let number = self.number.as_ref().map(|number| format!(" {number}"));
        let head = format!(
            "{}: {}{}",
            self.treaty,
            self.kind,
            number.unwrap_or_default()
        );
        let mut lines = vec![head, term(Some(self.start), self.end.or(Some(self.start)))];
        lines.extend(with("place", self.place.as_ref()));
        lines.extend(with("presided by", self.presidents.as_ref()));
        lines.extend(with("note", self.note.as_ref()));
        lines
    }

    fn is_under(&self, treaty: &TreatyId) -> bool {
        self.treaty == *treaty
    }

    fn order(&self) -> String {
        newest_first(Some(self.start))
    }
}
