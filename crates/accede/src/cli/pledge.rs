//! `accede pledge`: what States said they would do.

use clap::{Args, Subcommand};
use ledger::body::vocabulary::{PledgeKind, PledgeState};
use ledger::body::{MeetingRef, Pledge};
use ledger::{Body, EntryRef};
use treaty::{PartialDate, ParticipantId, TreatyId};
use words::List;
use world::World;

use super::outreach::words::{cell, day, meeting, name, said, step, with};
use super::outreach::{self, Change, Kept, Next, Upon, Which, not_one};
use super::{Session, ask};
use crate::failure::Failure;
use crate::render::word;

/// What States said they would do, and what became of it
#[derive(Debug, Args)]
pub(super) struct PledgeArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(AddArgs),
    Set(SetArgs),
    Close(CloseArgs),
    List(ListArgs),
    /// One of them, whole
    Show {
        /// Its entry
        #[arg(value_name = "ENTRY", value_parser = ask::entry)]
        entry: EntryRef,
    },
}

/// Record a pledge
///
/// For example: `accede --as italy pledge add ctbt Nepal join "To ratify before the conference" --due
/// 2023-09`.
#[derive(Debug, Args)]
struct AddArgs {
    /// The treaty
    treaty: String,
    /// The State that promised
    state: String,
    /// To do what: sign, join, vote, attend, implement, assist or other
    #[arg(value_name = "KIND")]
    kind: PledgeKind,
    /// In the words of the source, or yours
    #[arg(value_name = "WORDS", value_parser = ask::words)]
    words: String,
    /// When it was promised; a month or year where no more is known
    #[arg(long, value_name = "DATE")]
    on: Option<PartialDate>,
    /// By when it is to be done
    #[arg(long, value_name = "DATE")]
    due: Option<PartialDate>,
    /// At which kind of meeting, as `accede meeting list` shows it
    #[arg(long, value_name = "KIND", value_parser = ask::words)]
    meeting: Option<String>,
    /// The number of that meeting
    #[arg(long, value_name = "NUMBER", requires = "meeting", value_parser = ask::words)]
    number: Option<String>,
    /// The approach in which it was made
    #[arg(long, value_name = "ENTRY", value_parser = ask::entry)]
    approach: Option<EntryRef>,
    #[command(flatten)]
    next: Next,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
    #[command(flatten)]
    upon: Upon,
}

/// Put a pledge right: what is given replaces what it says; a further step is added
#[derive(Debug, Args)]
struct SetArgs {
    /// Its entry
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    /// To do what
    #[arg(long)]
    kind: Option<PledgeKind>,
    /// In which words
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    words: Option<String>,
    /// When it was promised
    #[arg(long, value_name = "DATE")]
    on: Option<PartialDate>,
    /// By when it is to be done
    #[arg(long, value_name = "DATE")]
    due: Option<PartialDate>,
    #[command(flatten)]
    next: Next,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
    #[command(flatten)]
    change: Change,
}

/// Say what became of a pledge
#[derive(Debug, Args)]
struct CloseArgs {
    /// Its entry
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    /// kept, in-part, lapsed or withdrawn; open, where it stands again
    #[arg(value_name = "STATE")]
    state: PledgeState,
    #[command(flatten)]
    change: Change,
}

/// The pledges on record, the newest first
#[derive(Debug, Args)]
struct ListArgs {
    #[command(flatten)]
    which: Which,
    /// Only those that stand and were not kept yet
    #[arg(long)]
    open: bool,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &PledgeArgs) -> Result<(), Failure> {
    match &args.what {
        What::Add(args) => add(session, args),
        What::Set(args) => set(session, args),
        What::Close(args) => close(session, args),
        What::List(args) => outreach::list::<Pledge>(session, &args.which, |one| {
            !args.open || one.state == PledgeState::Open
        }),
        What::Show { entry } => outreach::show::<Pledge>(session, *entry),
    }
}

fn add(session: &Session, args: &AddArgs) -> Result<(), Failure> {
    let (treaty, state, kind) = (args.treaty.clone(), args.state.clone(), args.kind);
    let (words, note, next) = (args.words.clone(), args.note.clone(), args.next.step());
    let (on, due, approach) = (args.on, args.due, args.approach);
    let meeting = args.meeting.clone().map(|kind| MeetingRef {
        kind,
        number: args.number.clone(),
    });
    args.upon.record(session, move |world| {
        Ok(Body::Pledge(Pledge {
            treaty: outreach::treaty(world, &treaty)?,
            by: ask::state(world, &state)?,
            kind,
            what: words.clone(),
            state: PledgeState::Open,
            on,
            due,
            meeting: meeting.clone(),
            approach: approach.map(|of| outreach::id(world, of)).transpose()?,
            next: next.clone().into_iter().collect(),
            note: note.clone(),
        }))
    })
}

fn set(session: &Session, args: &SetArgs) -> Result<(), Failure> {
    let name = args.entry;
    let (kind, words, on, due) = (args.kind, args.words.clone(), args.on, args.due);
    let (next, note) = (args.next.step(), args.note.clone());
    args.change
        .record(session, name, "put right", move |_, body| {
            let Body::Pledge(one) = body else {
                return Err(not_one(name, Pledge::WHAT));
            };
            one.kind = kind.unwrap_or(one.kind);
            if let Some(words) = &words {
                one.what.clone_from(words);
            }
            one.on = on.or(one.on);
            one.due = due.or(one.due);
            one.next.extend(next.clone());
            one.note = note.clone().or_else(|| one.note.take());
            Ok(())
        })
}

fn close(session: &Session, args: &CloseArgs) -> Result<(), Failure> {
    let (name, state) = (args.entry, args.state);
    args.change
        .record(session, name, "what became of it", move |_, body| {
            let Body::Pledge(one) = body else {
                return Err(not_one(name, Pledge::WHAT));
            };
            one.state = state;
            Ok(())
        })
}

impl Kept for Pledge {
    const WHAT: &'static str = "pledge";
    const COLUMNS: &'static [&'static str] = &[
        "treaty", "iso3", "name", "kind", "what", "state", "on", "due", "meeting", "note",
    ];

    fn of(body: &Body) -> Option<&Pledge> {
        if let Body::Pledge(one) = body {
            return Some(one);
        }
        None
    }

    fn cells(&self, world: &World) -> Vec<String> {
        vec![
            self.treaty.to_string(),
            self.by.to_string(),
            name(world, self.by),
            word(&self.kind),
            self.what.clone(),
            word(&self.state),
            cell(self.on),
            cell(self.due),
            cell(self.meeting.as_ref().map(meeting)),
            cell(self.note.as_ref()),
        ]
    }

    fn lines(&self, world: &World) -> Vec<String> {
        let head = format!(
            "{}: {}, {}: {} ({})",
            day(self.on, "no day"),
            name(world, self.by),
            self.treaty,
            self.what,
            said(List::Pledge, &self.kind).to_lowercase()
        );
        let state = said(List::PledgeState, &self.state);
        let due = self.due.map(|due| format!(", due {}", day(Some(due), "")));
        let at = self.meeting.as_ref().map(meeting);
        let mut lines = vec![head, format!("{state}{}", due.unwrap_or_default())];
        lines.extend(with("at", at.as_ref()));
        lines.extend(self.next.iter().map(step));
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
        super::stage::newest_first(self.on)
    }
}
