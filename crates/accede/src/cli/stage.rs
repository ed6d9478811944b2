//! `accede stage`: how far a State is on its way to a treaty.

use clap::{Args, Subcommand};
use ledger::EntryRef;
use ledger::body::Stage;
use ledger::body::vocabulary::{DomesticStep, StateStage};
use treaty::{PartialDate, ParticipantId, TreatyId};
use words::List;
use world::World;

use super::outreach::words::{cell, name, said, with};
use super::outreach::{self, Add, Change, Kept, One, Put, Upon, Which, in_body, newest_first};
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
    Show(One),
}

/// Record a stage
///
/// For example: `accede --as italy stage add ctbt Nepal parliament --on 2023-03`.
#[derive(Debug, Clone, Args)]
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
#[derive(Debug, Clone, Args)]
struct SetArgs {
    #[command(flatten)]
    one: One,
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
        What::Add(args) => outreach::add(session, args),
        What::Set(args) => outreach::put(session, args),
        What::List(which) => outreach::list::<Stage>(session, which, |_| true),
        What::Show(one) => one.show::<Stage>(session),
    }
}

impl Add for AddArgs {
    type Of = Stage;

    fn upon(&self) -> &Upon {
        &self.upon
    }

    fn made(&self, world: &World) -> Result<Stage, Failure> {
        let approach = self.approach.map(|of| outreach::id(world, of));
        Ok(Stage {
            treaty: outreach::treaty(world, &self.treaty)?,
            by: ask::state(world, &self.state)?,
            stage: self.stage,
            step: self.step,
            on: self.on,
            evidence: self.evidence.clone(),
            approach: approach.transpose()?,
            note: self.note.clone(),
        })
    }
}

impl Put for SetArgs {
    type Of = Stage;

    fn change(&self) -> &Change {
        &self.change
    }

    fn entry(&self, _: &Session) -> Result<EntryRef, Failure> {
        Ok(self.one.entry)
    }

    fn put(&self, _: &World, one: &mut Stage) -> Result<(), Failure> {
        one.stage = self.stage.unwrap_or(one.stage);
        one.step = self.step.or(one.step);
        one.on = self.on.unwrap_or(one.on);
        one.evidence = self.evidence.clone().or_else(|| one.evidence.take());
        one.note = self.note.clone().or_else(|| one.note.take());
        Ok(())
    }
}

impl Kept for Stage {
    const WHAT: &'static str = "stage";
    const COLUMNS: &'static [&'static str] = &[
        "treaty", "iso3", "name", "stage", "step", "on", "evidence", "note",
    ];

    in_body!(Stage);

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
