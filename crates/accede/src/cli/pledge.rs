//! `accede pledge`: what States said they would do.

use clap::{Args, Subcommand};
use ledger::EntryRef;
use ledger::body::vocabulary::{PledgeKind, PledgeState};
use ledger::body::{MeetingRef, Pledge};
use treaty::{PartialDate, ParticipantId, TreatyId};
use words::List;
use world::World;

use super::outreach::words::{cell, day, meeting, name, said, step, with};
use super::outreach::{
    self, Add, Change, Kept, Next, One, Put, Upon, Which, in_body, newest_first,
};
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
    Show(One),
}

/// Record a pledge
///
/// For example: `accede --as italy pledge add ctbt Nepal join "To ratify before the conference" --due
/// 2023-09`.
#[derive(Debug, Clone, Args)]
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
#[derive(Debug, Clone, Args)]
struct SetArgs {
    #[command(flatten)]
    one: One,
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
#[derive(Debug, Clone, Args)]
struct CloseArgs {
    #[command(flatten)]
    one: One,
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
        What::Add(args) => outreach::add(session, args),
        What::Set(args) => outreach::put(session, args),
        What::Close(args) => outreach::put(session, args),
        What::List(args) => outreach::list::<Pledge>(session, &args.which, |one| {
            !args.open || one.state == PledgeState::Open
        }),
        What::Show(one) => one.show::<Pledge>(session),
    }
}

impl Add for AddArgs {
    type Of = Pledge;

    fn upon(&self) -> &Upon {
        &self.upon
    }

    fn made(&self, world: &World) -> Result<Pledge, Failure> {
        let meeting = self.meeting.clone().map(|kind| MeetingRef {
            kind,
            number: self.number.clone(),
        });
        let approach = self.approach.map(|of| outreach::id(world, of));
        Ok(Pledge {
            treaty: outreach::treaty(world, &self.treaty)?,
            by: ask::state(world, &self.state)?,
            kind: self.kind,
            what: self.words.clone(),
            state: PledgeState::Open,
            on: self.on,
            due: self.due,
            meeting,
            approach: approach.transpose()?,
            next: self.next.step().into_iter().collect(),
            note: self.note.clone(),
        })
    }
}

impl Put for SetArgs {
    type Of = Pledge;

    fn change(&self) -> &Change {
        &self.change
    }

    fn entry(&self, _: &Session) -> Result<EntryRef, Failure> {
        Ok(self.one.entry)
    }

    fn put(&self, _: &World, one: &mut Pledge) -> Result<(), Failure> {
        one.kind = self.kind.unwrap_or(one.kind);
        if let Some(words) = &self.words {
            one.what.clone_from(words);
        }
        one.on = self.on.or(one.on);
        one.due = self.due.or(one.due);
        one.next.extend(self.next.step());
        one.note = self.note.clone().or_else(|| one.note.take());
        Ok(())
    }
}

impl Put for CloseArgs {
    type Of = Pledge;
    const WHY: &'static str = "what became of it";

    fn change(&self) -> &Change {
        &self.change
    }

    fn entry(&self, _: &Session) -> Result<EntryRef, Failure> {
        Ok(self.one.entry)
    }

    fn put(&self, _: &World, one: &mut Pledge) -> Result<(), Failure> {
        one.state = self.state;
        Ok(())
    }
}

impl Kept for Pledge {
    const WHAT: &'static str = "pledge";
    const COLUMNS: &'static [&'static str] = &[
        "treaty", "iso3", "name", "kind", "what", "state", "on", "due", "meeting", "note",
    ];

    in_body!(Pledge);

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
        newest_first(self.on)
    }
}
