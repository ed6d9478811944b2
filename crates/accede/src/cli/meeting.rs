//! `accede meeting`: the meetings of a treaty.

use clap::{Args, Subcommand};
use ledger::body::Meeting;
use ledger::{Body, EntryRef};
use treaty::{PartialDate, ParticipantId, TreatyId};
use world::World;

use super::outreach::words::{cell, term, with};
use super::outreach::{self, Change, Kept, Upon, Which, not_one};
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
    /// One of them, whole
    Show {
        /// Its entry
        #[arg(value_name = "ENTRY", value_parser = ask::entry)]
        entry: EntryRef,
    },
}

/// Record a meeting
///
/// For example: `accede meeting add ccm MSP 2027-09-06 --number 14 --seen-by public`.
#[derive(Debug, Args)]
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
#[derive(Debug, Args)]
struct SetArgs {
    /// Its entry
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
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
        What::Add(args) => add(session, args),
        What::Set(args) => set(session, args),
        What::List(which) => outreach::list::<Meeting>(session, which, |_| true),
        What::Show { entry } => outreach::show::<Meeting>(session, *entry),
    }
}

fn add(session: &Session, args: &AddArgs) -> Result<(), Failure> {
    let (treaty, kind, start) = (args.treaty.clone(), args.kind.clone(), args.start);
    let (number, more) = (args.number.clone(), args.more.clone());
    args.upon.record(session, move |world| {
        let mut one = Meeting {
            treaty: outreach::treaty(world, &treaty)?,
            kind: kind.clone(),
            number: number.clone(),
            start,
            end: None,
            place: None,
            presidents: None,
            note: None,
        };
        more.put(&mut one);
        Ok(Body::Meeting(one))
    })
}

fn set(session: &Session, args: &SetArgs) -> Result<(), Failure> {
    let (name, start, more) = (args.entry, args.start, args.more.clone());
    args.change
        .record(session, name, "put right", move |_, body| {
            let Body::Meeting(one) = body else {
                return Err(not_one(name, Meeting::WHAT));
            };
            one.start = start.unwrap_or(one.start);
            more.put(one);
            Ok(())
        })
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

    fn of(body: &Body) -> Option<&Meeting> {
        if let Body::Meeting(one) = body {
            return Some(one);
        }
        None
    }

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

    /// A meeting is about no State.
    fn is_about(&self, _state: ParticipantId) -> bool {
        false
    }

    fn order(&self) -> String {
        super::stage::newest_first(Some(self.start))
    }
}
