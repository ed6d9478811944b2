//! `accede approach add`.

mod told;

use std::path::PathBuf;

use clap::Args;
use ledger::body::vocabulary::{
    ActedAs, ApproachKind, Channel, Level, Obstacle, Outcome, Support, Theme,
};
use ledger::body::{Approach, ApproachState, NextStep, Side};
use ledger::{Audience, Body, Tlp};
use treaty::{PartialDate, Source};
use world::sheet::word;
use world::view::NearContact;
use world::{NEAR_DAYS, Near, World};

use super::super::receipt::Recording;
use super::super::{Session, ask, warn};
use crate::clerk::Draft;
use crate::failure::Failure;
use crate::render::long_partial;

/// Record an approach
///
/// Codes are those of `docs/ledger-format.md`, under approach; a wrong one is answered with the list.
/// For example: `accede --as italy approach add --treaty ctbt --kind meeting-bilateral --by Italy --to
/// Nepal --on 2023-03-12 --channel vienna --outcome in-parliament --seen-by italy`. Or in words, in English or
/// French: `accede --as italy approach add --treaty ctbt --by Italy --seen-by italy --text "12 Mar 2023 Vienna, PR
/// met DPR of Nepal, bill in parliament, send model legislation by May"`.
#[derive(Debug, Args)]
pub(super) struct AddArgs {
    /// For which treaty; may be given several times
    #[arg(long, required_unless_present_any = ["text", "mail"])]
    treaty: Vec<String>,
    /// Tell it in words: a draft is shown, and recorded with --yes, or when you say so on a terminal. The other
    /// options add to it, or say it instead; --by says who `we` are
    #[arg(long, conflicts_with = "mail")]
    text: Option<String>,
    /// The same of an e-mail or cable: a file, or `-` for standard input. Persons it names are not taken over
    #[arg(long, value_name = "FILE")]
    mail: Option<PathBuf>,
    /// Record what was read of the words
    #[arg(long)]
    yes: bool,
    /// Keep the words themselves as the note
    #[arg(long, conflicts_with = "note")]
    keep_text: bool,
    /// What it was, such as letter or meeting-bilateral
    #[arg(long, value_name = "CODE", required_unless_present_any = ["text", "mail"])]
    kind: Option<ApproachKind>,
    /// Who approached: a State, or an organisation as `org:NAME`; may be given several times
    #[arg(long, value_name = "WHO", required_unless_present_any = ["text", "mail"])]
    by: Vec<String>,
    /// Whom, in the same way
    #[arg(long, value_name = "WHOM", required_unless_present_any = ["text", "mail"])]
    to: Vec<String>,
    /// Whether it is draft, planned, done or dropped [default: done; of words, as they and their dates say]
    #[arg(long, value_name = "CODE")]
    stage: Option<ApproachState>,
    /// When, or its first day; a month or year where no more is known
    #[arg(long, value_name = "DATE")]
    on: Option<PartialDate>,
    /// Its last day
    #[arg(long, value_name = "DATE", requires = "on")]
    until: Option<PartialDate>,
    /// At which level those approached who approached, such as ambassadorial
    #[arg(long, value_name = "CODE")]
    level: Option<Level>,
    /// At which level they were received
    #[arg(long, value_name = "CODE")]
    their_level: Option<Level>,
    /// In which capacity, such as joint
    #[arg(long, value_name = "CODE")]
    acted_as: Option<ActedAs>,
    /// Through which channel, such as vienna or virtual
    #[arg(long, value_name = "CODE")]
    channel: Option<Channel>,
    /// Where
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    place: Option<String>,
    /// At which forum
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    forum: Option<String>,
    /// An argument used; may be given several times, as the four that follow
    #[arg(long, value_name = "CODE")]
    theme: Vec<Theme>,
    /// What came of it
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
    /// What was said
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    points: Option<String>,
    /// What was answered
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    answer: Option<String>,
    /// What is to be done next
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    next: Option<String>,
    /// By whom
    #[arg(long, value_name = "WHO", requires = "next", value_parser = ask::words)]
    next_owner: Option<String>,
    /// By when
    #[arg(long, value_name = "DATE", requires = "next")]
    next_by: Option<PartialDate>,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
    /// Who may see it: `public`, `signed-in`, or ids of teams with commas between them
    #[arg(long, value_name = "AUDIENCE", value_parser = ask::audience, required_unless_present_any = ["text", "mail"])]
    seen_by: Option<Audience>,
    /// How far it may be passed on (TLP 2.0): clear, green, amber, amber+strict or red
    #[arg(long)]
    label: Option<Tlp>,
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

/// Runs the command.
pub(super) fn run(session: &Session, args: &AddArgs) -> Result<(), Failure> {
    if args.text.is_some() || args.mail.is_some() {
        return told::run(session, args);
    }
    if args.yes || args.keep_text {
        return Err(Failure::usage(
            "--yes and --keep-text go with --text or --mail",
        ));
    }
    // Names are settled before the clerk is asked, so that a wrong one writes nothing.
    let world = session.world()?;
    let approach = args.approach(&world)?;
    session.give(&record(session, args, &world, approach)?)
}

/// Records an approach for those the options name.
fn record(
    session: &Session,
    args: &AddArgs,
    world: &World,
    approach: Approach,
) -> Result<Recording, Failure> {
    let author = args.author.as_deref().unwrap_or(&session.settings.author);
    let title = args.source.clone();
    let source = Source {
        url: args.url.clone(),
        ..Source::cited(title.unwrap_or_else(|| format!("statement of {author}")))
    };
    let Some(seen_by) = args.seen_by.clone() else {
        return Err(Failure::usage("nobody is named who may see it")
            .hint("say who with --seen-by; nothing was recorded"));
    };
    // Whoever could not see it afterwards would not know what became of it.
    if !session.viewer.sees(&seen_by) {
        return Err(Failure::usage(format!(
            "what is for {seen_by} would be out of your sight"
        ))
        .hint("name the team you record for with --as"));
    }
    let near = near(session, world, &approach);
    let label = args.label;
    let receipt = session
        .clerk()?
        .submit_as(&session.viewer, author, move |_| {
            let body = Body::Approach(Box::new(approach.clone()));
            let draft = Draft::new(source.clone(), body).seen_by(seen_by.clone(), label);
            Ok((vec![draft], ()))
        })?;
    near.iter().for_each(warn_of);
    Ok(Recording::of(&receipt))
}

/// The approaches on record to the same States not long before or after.
fn near(session: &Session, world: &World, approach: &Approach) -> Vec<NearContact> {
    let to = approach.to.iter().filter_map(|side| side.participant);
    let near = Near {
        treaties: &approach.treaties,
        states: &to.collect::<Vec<_>>(),
        day: approach.on.unwrap_or(session.today().into()),
        days: NEAR_DAYS,
        but: None,
    };
    world.contacts_near(&near, session.lang())
}

/// Tells of one.
fn warn_of(other: &NearContact) {
    let by = other
        .by
        .iter()
        .flat_map(|side| side.name.as_ref().or(side.of.as_ref()));
    let by: Vec<_> = by.map(String::as_str).collect();
    let when = other
        .on
        .map_or_else(|| "without a day".to_owned(), long_partial);
    warn(&format!(
        "{} to {} by {}, {when}, is on record as entry {} for {}",
        word(&other.kind).replace('_', " "),
        other.to.join(", "),
        by.join(", "),
        other.entry,
        other.audience,
    ));
}

impl AddArgs {
    /// What is to be done next.
    fn step(&self) -> Option<NextStep> {
        self.next.as_ref().map(|what| NextStep {
            what: what.clone(),
            owner: self.next_owner.clone(),
            by: self.next_by,
            done: None,
        })
    }

    fn approach(&self, world: &World) -> Result<Approach, Failure> {
        let mut treaties = Vec::new();
        for name in &self.treaty {
            treaties.push(ask::treaty(world, name)?.id.clone());
        }
        let sides = |names: &[String], level| -> Result<Vec<Side>, Failure> {
            names.iter().map(|name| side(world, name, level)).collect()
        };
        let kind = self
            .kind
            .ok_or_else(|| Failure::usage("--kind says what it was"))?;
        Ok(Approach {
            treaties,
            state: self.stage.unwrap_or(ApproachState::Done),
            kind,
            by: sides(&self.by, self.level)?,
            to: sides(&self.to, self.their_level)?,
            acted_as: self.acted_as,
            on: self.on,
            until: self.until,
            channel: self.channel,
            place: self.place.clone(),
            forum: self.forum.clone(),
            meeting: None,
            themes: self.theme.clone(),
            points: self.points.clone(),
            answer: self.answer.clone(),
            outcomes: self.outcome.clone(),
            obstacles: self.obstacle.clone(),
            asked: self.asked.clone(),
            offered: self.offered.clone(),
            next: self.step().into_iter().collect(),
            documents: Vec::new(),
            note: self.note.clone(),
        })
    }
}

/// A State, or an organisation that is said to be one: a name mistyped must not become one.
fn side(world: &World, name: &str, level: Option<Level>) -> Result<Side, Failure> {
    let mut side = Side {
        level,
        ..Side::default()
    };
    match name.strip_prefix("org:").map(str::trim) {
        Some("") => return Err(Failure::usage("`org:` needs the name of an organisation")),
        Some(organisation) => side.name = Some(organisation.to_owned()),
        None => side.participant = Some(ask::state(world, name)?),
    }
    Ok(side)
}
