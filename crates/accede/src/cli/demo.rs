//! `accede demo`: a campaign to look at, loaded and taken away.

use std::collections::BTreeSet;
use std::io;

use clap::{Args, Subcommand};
use jiff::Timestamp;
use ledger::{Audience, Body, EntryRef};
use serde::Serialize;
use shipped::{DEMO_AUTHOR, DemoRecord};
use world::World;
use world::view::HeadView;

use super::{Session, ask};
use crate::clerk::{Draft, Shown};
use crate::demo::{self, Done};
use crate::failure::Failure;
use crate::render::{Answer, Page, Sheet, cell};

/// Two campaigns to look at: the CTBT of 2021 to 2023, and 130 parties to the CCM
///
/// The records come from a public report of Italy and South Africa and a public statement of Italy; each
/// names its paragraph. Nothing else changes, and they can be taken away again.
#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Load(LoadArgs),
    Remove(RemoveArgs),
}

/// Record the demonstration; what of it is on record already is left alone
#[derive(Debug, Args)]
struct LoadArgs {
    /// Who may see it: `public`, `signed-in`, or ids of teams with commas between them
    #[arg(long, value_name = "AUDIENCE", visible_alias = "audience", default_value = "public", value_parser = ask::audience)]
    seen_by: Audience,
    /// Say what would be recorded, and record nothing
    #[arg(long)]
    dry_run: bool,
}

/// Take the demonstration back: its records stay on record as taken back, and count no more
///
/// What is for a team is taken back with --as TEAM.
#[derive(Debug, Args)]
struct RemoveArgs {
    /// Say what would be taken back, and record nothing
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &DemoArgs) -> Result<(), Failure> {
    match &args.what {
        What::Load(args) => load(session, args),
        What::Remove(args) => {
            let view = carry_out(session, args.dry_run, demo::remove)?;
            session.give(&DemoView {
                loaded: false,
                ..view
            })
        }
    }
}

fn load(session: &Session, args: &LoadArgs) -> Result<(), Failure> {
    if !session.viewer.sees(&args.seen_by) {
        return Err(Failure::usage(format!(
            "what is for {} would be out of your sight",
            args.seen_by
        ))
        .hint("name the team you record for with --as"));
    }
    let records = shipped::demo().map_err(|error| {
        Failure::store("the demonstration inside this program cannot be read").because(error)
    })?;
    let campaigns = campaigns(&records);
    let audience = args.seen_by.clone();
    let view = carry_out(session, args.dry_run, move |shown| {
        demo::load(shown, &records, &audience)
    })?;
    session.give(&DemoView { campaigns, ..view })
}

/// The names of the campaigns among records.
fn campaigns(records: &[DemoRecord]) -> Vec<String> {
    let mut names = BTreeSet::new();
    for record in records {
        if let Body::Campaign(one) = &record.body {
            names.insert(one.campaign.clone());
        }
    }
    names.into_iter().collect()
}

/// Records what is proposed, or says what would be.
fn carry_out(
    session: &Session,
    dry_run: bool,
    propose: impl Fn(Shown<'_>) -> (Vec<Draft>, Done) + Send + 'static,
) -> Result<DemoView, Failure> {
    if dry_run {
        let record = session.record()?;
        let world = World::fold_shared(record.shared(), &session.viewer, Timestamp::MAX);
        let (_, done) = propose(Shown::new(&world, &record, &session.viewer));
        return Ok(DemoView::of(done, None, world.head(), true));
    }
    let receipt = session
        .clerk()?
        .submit_as(&session.viewer, DEMO_AUTHOR, move |shown| {
            Ok(propose(shown))
        })?;
    let head = HeadView {
        entries: receipt.head.len,
        link: receipt.head.link.to_string(),
    };
    Ok(DemoView::of(receipt.told, receipt.recorded, head, false))
}

/// What was done, or would be.
#[derive(Debug, Serialize)]
struct DemoView {
    /// Whether it was to be loaded; otherwise to be taken back.
    loaded: bool,
    dry_run: bool,
    /// The campaigns that were loaded.
    campaigns: Vec<String>,
    /// How many records are new, or stand no more.
    changed: usize,
    /// How many were there already, and stay.
    there: usize,
    /// How many of an earlier release were taken back.
    outdated: usize,
    /// What people recorded about them.
    of_people: Vec<EntryRef>,
    first: Option<EntryRef>,
    last: Option<EntryRef>,
    head: HeadView,
}

impl DemoView {
    fn of(
        done: Done,
        recorded: Option<(EntryRef, EntryRef)>,
        head: HeadView,
        dry_run: bool,
    ) -> DemoView {
        DemoView {
            loaded: true,
            dry_run,
            campaigns: Vec::new(),
            changed: done.changed,
            there: done.there,
            outdated: done.outdated,
            of_people: done.of_people,
            first: recorded.map(|(first, _)| first),
            last: recorded.map(|(_, last)| last),
            head,
        }
    }

    fn told_of_loading(&self, page: &mut Page<'_>) -> io::Result<()> {
        match (self.changed, self.dry_run) {
            (0, _) => page.line(&format!(
                "nothing to record: all {} records are on record already",
                self.there
            ))?,
            (new, true) => page.line(&format!("{new} records would be recorded"))?,
            (new, false) => {
                let (first, last) = (cell(self.first), cell(self.last));
                page.line(&format!(
                    "recorded {new} records, entries {first} to {last}"
                ))?;
            }
        }
        if self.there > 0 && self.changed > 0 {
            page.line(&format!("{} are on record already", self.there))?;
        }
        if self.outdated > 0 {
            page.line(&format!(
                "{} of an earlier release are taken back: this one tells them otherwise",
                self.outdated
            ))?;
        }
        for campaign in &self.campaigns {
            page.line(&format!(
                "look at it: accede campaign show {campaign}; in the browser, /campaigns/{campaign}"
            ))?;
        }
        page.line("to take it away again: accede demo remove")
    }

    fn told_of_removing(&self, page: &mut Page<'_>) -> io::Result<()> {
        let what = match (self.changed, self.dry_run) {
            (0, _) => return page.line("nothing of the demonstration stands that you may see"),
            (count, true) => format!("{count} records would be taken back"),
            (count, false) => format!("took back {count} records"),
        };
        page.line(&what)?;
        page.paragraph(
            0,
            "The ledger only grows: they stay on record as taken back, and count no more.",
        )
    }
}

impl Answer for DemoView {
    fn sheet(&self) -> Sheet {
        let columns = ["changed", "there", "outdated", "of_people", "first", "last"];
        let mut sheet = Sheet::new(&columns);
        let people: Vec<_> = self.of_people.iter().map(ToString::to_string).collect();
        sheet.row(vec![
            self.changed.to_string(),
            self.there.to_string(),
            self.outdated.to_string(),
            people.join("; "),
            cell(self.first),
            cell(self.last),
        ]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.loaded {
            self.told_of_loading(page)?;
        } else {
            self.told_of_removing(page)?;
        }
        if self.of_people.is_empty() {
            return Ok(());
        }
        let people: Vec<_> = self.of_people.iter().map(ToString::to_string).collect();
        let (what, many) = (people.join(", "), people.len());
        page.paragraph(
            0,
            &format!(
                "What people recorded about records of it stays as it is, {many} in all: {what}"
            ),
        )
    }
}
