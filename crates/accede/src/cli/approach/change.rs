//! `accede approach done`, `drop` and `edit`: how an approach went on.

use clap::Args;
use jiff::civil::Date;
use ledger::body::vocabulary::{Channel, Obstacle, Outcome, Support, Theme};
use ledger::body::{Approach, ApproachState};
use ledger::{Body, EntryRef};
use treaty::PartialDate;

use super::super::outreach::{Change, Next, not_one};
use super::super::{Session, ask};
use crate::failure::Failure;

/// Say that an approach that was planned took place, and what came of it
///
/// For example: `accede --as italy approach done 0193… --on 2023-03-12 --outcome in-parliament --answer
/// "a bill is before the house"`.
#[derive(Debug, Args)]
pub(super) struct DoneArgs {
    /// Its entry
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    #[command(flatten)]
    went: Went,
    #[command(flatten)]
    change: Change,
}

/// Say that an approach will not take place
#[derive(Debug, Args)]
pub(super) struct DropArgs {
    /// Its entry
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    #[command(flatten)]
    change: Change,
}

/// Put an approach right, add what is next, or say that a step was done
///
/// What is given replaces what it says; a next step is added to those there are.
#[derive(Debug, Args)]
pub(super) struct EditArgs {
    /// Its entry
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    #[command(flatten)]
    went: Went,
    /// Through which channel
    #[arg(long, value_name = "CODE")]
    channel: Option<Channel>,
    /// Where
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    place: Option<String>,
    /// At which forum
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    forum: Option<String>,
    /// An argument used; may be given several times
    #[arg(long, value_name = "CODE")]
    theme: Vec<Theme>,
    /// The step that was done, as `approach show` counts them, from 1
    #[arg(long, value_name = "NUMBER")]
    step_done: Option<usize>,
    /// When it was done [default: today]
    #[arg(long, value_name = "DATE", requires = "step_done")]
    step_done_on: Option<PartialDate>,
    #[command(flatten)]
    change: Change,
}

/// How it went.
#[derive(Debug, Clone, Args)]
struct Went {
    /// When, or its first day
    #[arg(long, value_name = "DATE")]
    on: Option<PartialDate>,
    /// Its last day
    #[arg(long, value_name = "DATE")]
    until: Option<PartialDate>,
    /// What was said
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    points: Option<String>,
    /// What was answered
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    answer: Option<String>,
    /// What came of it; may be given several times, as the three that follow
    #[arg(long, value_name = "CODE")]
    outcome: Vec<Outcome>,
    /// What stands in the way
    #[arg(long, value_name = "CODE")]
    obstacle: Vec<Obstacle>,
    /// Help they asked for
    #[arg(long, value_name = "CODE")]
    asked: Vec<Support>,
    /// Help that was offered
    #[arg(long, value_name = "CODE")]
    offered: Vec<Support>,
    #[command(flatten)]
    next: Next,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
}

impl Went {
    fn put(&self, one: &mut Approach) {
        one.on = self.on.or(one.on);
        one.until = self.until.or(one.until);
        text(&self.points, &mut one.points);
        text(&self.answer, &mut one.answer);
        text(&self.note, &mut one.note);
        codes(&self.outcome, &mut one.outcomes);
        codes(&self.obstacle, &mut one.obstacles);
        codes(&self.asked, &mut one.asked);
        codes(&self.offered, &mut one.offered);
        one.next.extend(self.next.step());
    }
}

fn text(given: &Option<String>, there: &mut Option<String>) {
    if given.is_some() {
        there.clone_from(given);
    }
}

fn codes<T: Clone>(given: &[T], there: &mut Vec<T>) {
    if !given.is_empty() {
        *there = given.to_vec();
    }
}

fn of(name: EntryRef, body: &mut Body) -> Result<&mut Approach, Failure> {
    if let Body::Approach(one) = body {
        return Ok(one);
    }
    Err(not_one(name, "approach"))
}

/// Runs `done`.
pub(super) fn done(session: &Session, args: &DoneArgs) -> Result<(), Failure> {
    let (name, went) = (args.entry, args.went.clone());
    args.change
        .record(session, name, "it took place", move |_, body| {
            let one = of(name, body)?;
            if one.state == ApproachState::Done {
                return Err(Failure::usage(format!("entry {name} took place already"))
                    .hint("`accede approach edit` puts it right"));
            }
            one.state = ApproachState::Done;
            went.put(one);
            Ok(())
        })
}

/// Runs `drop`.
pub(super) fn dropped(session: &Session, args: &DropArgs) -> Result<(), Failure> {
    let name = args.entry;
    args.change
        .record(session, name, "it will not take place", move |_, body| {
            let one = of(name, body)?;
            if one.state == ApproachState::Done {
                return Err(Failure::usage(format!("entry {name} took place"))
                    .hint("`accede retract` takes an entry back that was wrong"));
            }
            one.state = ApproachState::Dropped;
            Ok(())
        })
}

/// Runs `edit`.
pub(super) fn edit(session: &Session, args: &EditArgs) -> Result<(), Failure> {
    let (name, went, channel) = (args.entry, args.went.clone(), args.channel);
    let (place, forum, theme) = (args.place.clone(), args.forum.clone(), args.theme.clone());
    let today = session.today();
    let done = args.step_done.map(|step| (step, args.step_done_on));
    args.change
        .record(session, name, "put right", move |_, body| {
            let one = of(name, body)?;
            if let Some((step, on)) = done {
                step_done(one, step, on, today)?;
            }
            went.put(one);
            one.channel = channel.or(one.channel);
            text(&place, &mut one.place);
            text(&forum, &mut one.forum);
            codes(&theme, &mut one.themes);
            Ok(())
        })
}

fn step_done(
    one: &mut Approach,
    step: usize,
    on: Option<PartialDate>,
    today: Date,
) -> Result<(), Failure> {
    let many = one.next.len();
    let found = step.checked_sub(1).and_then(|at| one.next.get_mut(at));
    let Some(found) = found else {
        return Err(Failure::usage(format!(
            "there is no step {step}: the approach has {many}"
        )));
    };
    found.done = Some(on.unwrap_or_else(|| today.into()));
    Ok(())
}
