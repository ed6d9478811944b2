//! `accede correct`, `retract` and `dispute`: nothing is edited; each is a new entry that names
//! the old one, with a reason and who gave it.

use clap::{ArgGroup, Args};
use jiff::civil::Date;
use ledger::body::{Correction, Dispute, Retraction};
use ledger::{Body, EntryRef, Recorded};
use treaty::{Act, Kind, PartialDate, Source};
use world::World;

use super::entry::no_entry;
use super::receipt::Recording;
use super::{Session, ask, warn};
use crate::clerk::{Draft, Shown};
use crate::failure::Failure;

/// Why, and on whose word: what each of the three needs.
#[derive(Debug, Clone, Args)]
pub(super) struct Reason {
    /// Why; it is shown wherever the entry is
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    why: String,
    /// The document it rests on [default: the statement of the author]
    #[arg(long, value_name = "TITLE", value_parser = ask::words)]
    source: Option<String>,
    /// The document's address
    #[arg(long, requires = "source")]
    url: Option<String>,
    /// Who says so [default: `ACCEDE_AUTHOR`, then the user's name]
    #[arg(long, value_name = "NAME", value_parser = ask::words)]
    author: Option<String>,
}

impl Reason {
    fn author<'a>(&'a self, session: &'a Session) -> &'a str {
        self.author.as_deref().unwrap_or(&session.settings.author)
    }

    fn source(&self, session: &Session) -> Source {
        let title = self.source.clone();
        let title = title.unwrap_or_else(|| format!("statement of {}", self.author(session)));
        Source {
            url: self.url.clone(),
            ..Source::cited(title)
        }
    }
}

/// Put an act on record right: what is given replaces what it says
///
/// Nothing is overwritten: the correction is an entry of its own, and `--known` still gives what was
/// on record before. For example: `accede correct 1788 --date 2011-09-08 --why "misread"`.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("change").required(true).multiple(true)))]
pub(super) struct CorrectArgs {
    /// The number of the entry, as `findings`, `changes` and every `--json` show it
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    /// The day of the act; a month or year where no more is known
    #[arg(long, value_name = "DATE", group = "change")]
    date: Option<PartialDate>,
    /// The act, such as accession, in the words of `accede export acts`
    #[arg(long, group = "change")]
    act: Option<Kind>,
    /// The State, by code or by name in any of the six languages
    #[arg(long, group = "change")]
    state: Option<String>,
    /// The treaty under which it was done
    #[arg(long, group = "change")]
    treaty: Option<String>,
    /// The predecessor that did it
    #[arg(long, value_name = "STATE", group = "change")]
    done_by: Option<String>,
    /// Where it was deposited, for treaties with several depositaries
    #[arg(long, group = "change")]
    depositary: Option<String>,
    /// The day of effect that the source prints
    #[arg(long, value_name = "DAY", value_parser = ask::day, group = "change")]
    effect: Option<Date>,
    #[command(flatten)]
    reason: Reason,
}

/// Take an entry back: from now on it is known not to be so
///
/// Retracting a dispute or a retraction lifts it.
#[derive(Debug, Args)]
pub(super) struct RetractArgs {
    /// The number of the entry, as `findings`, `changes` and every `--json` show it
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    #[command(flatten)]
    reason: Reason,
}

/// Mark an entry as in doubt; it counts all the same unless suspended
#[derive(Debug, Args)]
pub(super) struct DisputeArgs {
    /// The number of the entry, as `findings`, `changes` and every `--json` show it
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    /// Do not count it until somebody decides
    #[arg(long)]
    suspend: bool,
    #[command(flatten)]
    reason: Reason,
}

/// Runs `retract`.
pub(super) fn retract(session: &Session, args: &RetractArgs) -> Result<(), Failure> {
    let why = args.reason.why.clone();
    record(session, args.entry, &args.reason, move |_, entry| {
        Ok(Body::Retraction(Retraction {
            of: entry.entry.id,
            why: why.clone(),
        }))
    })
}

/// Runs `dispute`.
pub(super) fn dispute(session: &Session, args: &DisputeArgs) -> Result<(), Failure> {
    let (why, counts) = (args.reason.why.clone(), !args.suspend);
    record(session, args.entry, &args.reason, move |_, entry| {
        Ok(Body::Dispute(Dispute {
            of: entry.entry.id,
            why: why.clone(),
            counts,
        }))
    })
}

/// Runs `correct`.
pub(super) fn correct(session: &Session, args: &CorrectArgs) -> Result<(), Failure> {
    let why = args.reason.why.clone();
    let change = Change {
        date: args.date,
        act: args.act,
        state: args.state.clone(),
        treaty: args.treaty.clone(),
        done_by: args.done_by.clone(),
        depositary: args.depositary.clone(),
        effect: args.effect,
    };
    record(session, args.entry, &args.reason, move |shown, entry| {
        let now = act_now(shown.world, entry).ok_or_else(|| {
            Failure::usage(format!(
                "entry {} is no act, and only acts can be corrected",
                entry.name()
            ))
            .hint("`accede retract` takes any entry back")
        })?;
        let right = change.applied(shown.world, &now)?;
        if right == now {
            return Err(Failure::usage(format!(
                "entry {} already says so",
                entry.name()
            )));
        }
        Ok(Body::Correction(Correction {
            of: entry.entry.id,
            body: Box::new(Body::Act(right)),
            why: why.clone(),
        }))
    })
}

/// What a correction changes.
#[derive(Debug)]
struct Change {
    date: Option<PartialDate>,
    act: Option<Kind>,
    state: Option<String>,
    treaty: Option<String>,
    done_by: Option<String>,
    depositary: Option<String>,
    effect: Option<Date>,
}

impl Change {
    /// `act` with what changes.
    fn applied(&self, world: &World, act: &Act) -> Result<Act, Failure> {
        let mut act = act.clone();
        if let Some(date) = self.date {
            act.on = date;
        }
        if let Some(kind) = self.act {
            act.kind = kind;
        }
        if let Some(name) = &self.state {
            act.by = ask::state(world, name)?;
        }
        if let Some(name) = &self.treaty {
            act.treaty = ask::treaty(world, name)?.id.clone();
        }
        if let Some(name) = &self.done_by {
            act.done_by = Some(ask::state(world, name)?);
        }
        if let Some(depositary) = &self.depositary {
            act.depositary = Some(depositary.clone());
        }
        if let Some(effect) = self.effect {
            act.effect = Some(effect);
        }
        Ok(act)
    }
}

/// What the act of an entry says now, earlier corrections included; `None`: it is no act.
fn act_now(world: &World, entry: &Recorded) -> Option<Act> {
    let Body::Act(first) = &entry.entry.body else {
        return None;
    };
    // A correction may have moved it to another treaty or State, so all are looked through.
    let corrected = world.treaties().into_iter().find_map(|law| {
        world
            .acts(&law.id, None)
            .into_iter()
            .find(|act| act.entry == entry.name())
    });
    Some(corrected.map_or_else(|| first.clone(), |view| view.act))
}

/// Refuses to change an entry that was taken back: nothing would follow from it.
fn not_taken_back(shown: Shown<'_>, entry: &Recorded) -> Result<(), Failure> {
    let Some(by) = shown.taken_back_by(entry) else {
        return Ok(());
    };
    Err(Failure::usage(format!(
        "entry {} was taken back already, by entry {by}",
        entry.name()
    ))
    .hint(format!(
        "to have it stand again, retract that one: `accede retract {by} --why …`"
    )))
}

/// Records the entry that `body` makes of the old one, and says what follows from it.
fn record(
    session: &Session,
    name: EntryRef,
    reason: &Reason,
    body: impl Fn(Shown<'_>, &Recorded) -> Result<Body, Failure> + Send + 'static,
) -> Result<(), Failure> {
    let source = reason.source(session);
    let receipt =
        session
            .clerk()?
            .submit_as(&session.viewer, reason.author(session), move |shown| {
                let entry = shown
                    .named(name)
                    .ok_or_else(|| no_entry(name, shown.world.head().entries))?;
                not_taken_back(shown, entry)?;
                // Whoever may see the entry may see what became of it, and nobody else.
                let draft = Draft::new(source.clone(), body(shown, entry)?)
                    .seen_by(entry.entry.audience.clone(), entry.entry.label);
                let trial = shown.with(std::slice::from_ref(&draft));
                Ok((vec![draft], trial.newly_wrong(shown.world)))
            })?;
    for finding in &receipt.told {
        warn(&format!(
            "recorded, but now something does not add up: {}",
            finding.text
        ));
    }
    session.give(&Recording::of(&receipt))
}
