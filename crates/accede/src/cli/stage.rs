//! `accede stage`: how far a State is on its way to a treaty.

use clap::{Args, Subcommand};
use ledger::body::Stage;
use ledger::body::vocabulary::{DomesticStep, StateStage};
use ledger::{Body, EntryRef};
use treaty::{PartialDate, ParticipantId, TreatyId};
use words::List;
use world::World;

use super::outreach::words::{cell, name, said, with};
use super::outreach::{self, Change, Kept, Upon, Which, not_one};
use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{long_partial, word};

/// How far a State is on its way to a treaty, as somebody reads it
///
/// What the depositary recorded is no stage: acts say it. Of several, the one with the latest day holds.
#[derive(Debug, Args)]
pub(super) struct StageArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(AddArgs),
    Set(SetArgs),
    /// The stages on record, the newest first
    List(Which),
    /// One of them, whole
    Show {
        /// Its entry
        #[arg(value_name = "ENTRY", value_parser = ask::entry)]
        entry: EntryRef,
    },
}

/// Record a stage
///
/// For example: `accede --as italy stage add ctbt Nepal parliament --on 2023-03`.
#[derive(Debug, Args)]
struct AddArgs {
    /// The treaty
    treaty: String,
    /// The State
    state: String,
    /// How far, such as interested or parliament; a wrong code is answered with the list
    #[arg(value_name = "STAGE")]
    stage: StateStage,
    /// When it was so; a month or year where no more is known
    #[arg(long, value_name = "DATE")]
    on: PartialDate,
    /// The step at home that was taken, such as bill-tabled
    #[arg(long, value_name = "CODE")]
    step: Option<DomesticStep>,
    /// What shows it
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    evidence: Option<String>,
    /// The approach in which it came up
    #[arg(long, value_name = "ENTRY", value_parser = ask::entry)]
    approach: Option<EntryRef>,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
    #[command(flatten)]
    upon: Upon,
}

/// Put a stage right: what is given replaces what it says. That a State went on is a stage of its own
#[derive(Debug, Args)]
struct SetArgs {
    /// Its entry
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    /// How far
    #[arg(long, value_name = "STAGE")]
    stage: Option<StateStage>,
    /// When it was so
    #[arg(long, value_name = "DATE")]
    on: Option<PartialDate>,
    /// The step at home
    #[arg(long, value_name = "CODE")]
    step: Option<DomesticStep>,
    /// What shows it
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    evidence: Option<String>,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
    #[command(flatten)]
    change: Change,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &StageArgs) -> Result<(), Failure> {
    match &args.what {
        What::Add(args) => add(session, args),
        What::Set(args) => set(session, args),
        What::List(which) => outreach::list::<Stage>(session, which, |_| true),
        What::Show { entry } => outreach::show::<Stage>(session, *entry),
    }
}

fn add(session: &Session, args: &AddArgs) -> Result<(), Failure> {
    let (treaty, state) = (args.treaty.clone(), args.state.clone());
    let (stage, step, on) = (args.stage, args.step, args.on);
    let (evidence, note, approach) = (args.evidence.clone(), args.note.clone(), args.approach);
    args.upon.record(session, move |world| {
        Ok(Body::Stage(Stage {
            treaty: outreach::treaty(world, &treaty)?,
            by: ask::state(world, &state)?,
            stage,
            step,
            on,
            evidence: evidence.clone(),
            approach: approach.map(|of| outreach::id(world, of)).transpose()?,
            note: note.clone(),
        }))
    })
}

fn set(session: &Session, args: &SetArgs) -> Result<(), Failure> {
    let name = args.entry;
    let (stage, step, on) = (args.stage, args.step, args.on);
    let (evidence, note) = (args.evidence.clone(), args.note.clone());
    args.change
        .record(session, name, "put right", move |_, body| {
            let Body::Stage(one) = body else {
                return Err(not_one(name, Stage::WHAT));
            };
            one.stage = stage.unwrap_or(one.stage);
            one.step = step.or(one.step);
            one.on = on.unwrap_or(one.on);
            one.evidence = evidence.clone().or_else(|| one.evidence.take());
            one.note = note.clone().or_else(|| one.note.take());
            Ok(())
        })
}

impl Kept for Stage {
    const WHAT: &'static str = "stage";
    const COLUMNS: &'static [&'static str] = &[
        "treaty", "iso3", "name", "stage", "step", "on", "evidence", "note",
    ];

    fn of(body: &Body) -> Option<&Stage> {
        if let Body::Stage(one) = body {
            return Some(one);
        }
        None
    }

    fn cells(&self, world: &World) -> Vec<String> {
        vec![
            self.treaty.to_string(),
            self.by.to_string(),
            name(world, self.by),
            word(&self.stage),
            self.step.as_ref().map(word).unwrap_or_default(),
            self.on.to_string(),
            cell(self.evidence.as_ref()),
            cell(self.note.as_ref()),
        ]
    }

    fn lines(&self, world: &World) -> Vec<String> {
        let step = self
            .step
            .map(|step| format!(", {}", said(List::Step, &step)));
        let head = format!(
            "{}: {}, {}: {}{}",
            long_partial(self.on),
            name(world, self.by),
            self.treaty,
            said(List::Stage, &self.stage),
            step.unwrap_or_default()
        );
        let more = [
            with("shown by", self.evidence.as_ref()),
            with("note", self.note.as_ref()),
        ];
        std::iter::once(head)
            .chain(more.into_iter().flatten())
            .collect()
    }

    fn is_under(&self, treaty: &TreatyId) -> bool {
        self.treaty == *treaty
    }

    fn is_about(&self, state: ParticipantId) -> bool {
        self.by == state
    }

    fn order(&self) -> String {
        newest_first(Some(self.on))
    }
}

/// A key that puts the latest day first, and what has none last.
pub(super) fn newest_first(on: Option<PartialDate>) -> String {
    let Some(day) = on.map(PartialDate::latest) else {
        return "~".to_owned();
    };
    let day =
        i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day());
    format!("{:010}", 100_000_000 - day)
}
