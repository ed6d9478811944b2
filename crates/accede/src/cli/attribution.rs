//! `accede attribution`: that an act followed upon an approach, and how sure somebody is.

use clap::{Args, Subcommand};
use ledger::EntryRef;
use ledger::body::Attribution;
use ledger::body::vocabulary::AttributionConfidence;
use words::List;
use world::World;

use super::outreach::words::{entry, said};
use super::outreach::{self, Add, Change, Kept, One, Put, Upon, Which, in_body};
use super::{Session, ask};
use crate::failure::Failure;
use crate::render::word;

/// That an act followed upon an approach, and how sure somebody is that the one has to do with the other
///
/// No program makes one: it is a person's word.
#[derive(Debug, Args)]
pub(super) struct AttributionArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(AddArgs),
    Set(SetArgs),
    /// The attributions on record, in the order of their recording
    List(ListArgs),
    Show(One),
}

/// Record an attribution
///
/// For example: `accede --as italy attribution add 0193… 1788 possible --because "their minister thanked
/// for the visit when he deposited"`.
#[derive(Debug, Clone, Args)]
struct AddArgs {
    /// The approach
    #[arg(value_name = "APPROACH", value_parser = ask::entry)]
    approach: EntryRef,
    /// What followed: an act, a stage, a statement, a pledge or a vote, by its entry
    #[arg(value_name = "ACT", value_parser = ask::entry)]
    act: EntryRef,
    /// How sure: sequence, possible, probable or acknowledged
    #[arg(value_name = "HOW_SURE")]
    confidence: AttributionConfidence,
    /// Upon what
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    because: String,
    #[command(flatten)]
    upon: Upon,
}

/// Put an attribution right
#[derive(Debug, Clone, Args)]
struct SetArgs {
    #[command(flatten)]
    one: One,
    /// How sure
    #[arg(long, value_name = "HOW_SURE")]
    confidence: Option<AttributionConfidence>,
    /// Upon what
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    because: Option<String>,
    #[command(flatten)]
    change: Change,
}

#[derive(Debug, Args)]
struct ListArgs {
    /// Only of this approach
    #[arg(long, value_name = "ENTRY", value_parser = ask::entry)]
    approach: Option<EntryRef>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &AttributionArgs) -> Result<(), Failure> {
    match &args.what {
        What::Add(args) => outreach::add(session, args),
        What::Set(args) => outreach::put(session, args),
        What::List(args) => {
            let world = session.world()?;
            let of = args.approach.map(|name| outreach::id(&world, name));
            let of = of.transpose()?;
            outreach::list::<Attribution>(session, &Which::default(), |one| {
                of.is_none_or(|of| of == one.approach)
            })
        }
        What::Show(one) => one.show::<Attribution>(session),
    }
}

impl Add for AddArgs {
    type Of = Attribution;

    fn upon(&self) -> &Upon {
        &self.upon
    }

    fn made(&self, world: &World) -> Result<Attribution, Failure> {
        Ok(Attribution {
            approach: outreach::id(world, self.approach)?,
            act: outreach::id(world, self.act)?,
            confidence: self.confidence,
            why: self.because.clone(),
        })
    }
}

impl Put for SetArgs {
    type Of = Attribution;

    fn change(&self) -> &Change {
        &self.change
    }

    fn entry(&self, _: &Session) -> Result<EntryRef, Failure> {
        Ok(self.one.entry)
    }

    fn put(&self, _: &World, one: &mut Attribution) -> Result<(), Failure> {
        one.confidence = self.confidence.unwrap_or(one.confidence);
        if let Some(why) = &self.because {
            one.why.clone_from(why);
        }
        Ok(())
    }
}

impl Kept for Attribution {
    const WHAT: &'static str = "attribution";
    const COLUMNS: &'static [&'static str] =
        &["approach", "act", "act_says", "confidence", "why"];

    in_body!(Attribution);

    fn cells(&self, world: &World) -> Vec<String> {
        vec![
            entry(world, self.approach),
            entry(world, self.act),
            says(world, self),
            word(&self.confidence),
            self.why.clone(),
        ]
    }

    fn lines(&self, world: &World) -> Vec<String> {
        let sure = said(List::Confidence, &self.confidence);
        let (approach, act) = (entry(world, self.approach), entry(world, self.act));
        vec![
            format!("{sure}: entry {act} followed upon the approach {approach}"),
            says(world, self),
            format!("because: {}", self.why),
        ]
    }
}

/// What the act says, on one line.
fn says(world: &World, one: &Attribution) -> String {
    let kept = world.kept().find(|kept| kept.id == one.act);
    let entry = kept.and_then(|kept| world.entry(kept.entry));
    entry.map(|entry| entry.summary).unwrap_or_default()
}
