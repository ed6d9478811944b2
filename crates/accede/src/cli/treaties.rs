//! `accede treaty`: the treaties here, the file of one, and adding one.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::Body;
use ledger::body::TreatyFile;
use serde::Serialize;
use treaty::{Law, Source, TreatyId};
use world::view::{Counts, HeadView};

use super::receipt::Recording;
use super::{Session, ask};
use crate::clerk::Draft;
use crate::failure::Failure;
use crate::files;
use crate::render::{Answer, Column, Page, Sheet, Table, cell};

/// The treaties here: list them, show the file of one, add one
#[derive(Debug, Args)]
pub(super) struct TreatyArgs {
    #[command(subcommand)]
    command: TreatyCommand,
}

#[derive(Debug, Subcommand)]
enum TreatyCommand {
    /// List the treaties, with their counts on a day
    List {
        /// The legal day [default: today, UTC]
        #[arg(long, value_name = "DAY", value_parser = ask::day)]
        on: Option<Date>,
    },
    /// Print the file of a treaty: its rules, as they were known
    Show {
        /// The treaty
        treaty: String,
    },
    /// Check a treaty file and record it; a later file of the same treaty replaces it
    Add {
        /// The file, in TOML; docs/rules.md describes it
        file: PathBuf,
        /// Who says so [default: `ACCEDE_AUTHOR`, then the user's name]
        #[arg(long, value_name = "NAME", value_parser = ask::words)]
        author: Option<String>,
    },
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &TreatyArgs) -> Result<(), Failure> {
    match &args.command {
        TreatyCommand::List { on } => list(session, on.unwrap_or_else(|| session.today())),
        TreatyCommand::Show { treaty } => show(session, treaty),
        TreatyCommand::Add { file, author } => add(session, file, author.as_deref()),
    }
}

/// The treaties and their counts.
#[derive(Debug, Serialize)]
struct TreatiesView {
    on: Date,
    known: Timestamp,
    head: HeadView,
    treaties: Vec<TreatyRow>,
}

#[derive(Debug, Serialize)]
struct TreatyRow {
    treaty: TreatyId,
    short: String,
    title: String,
    mtdsg: Option<String>,
    in_force: bool,
    entered_into_force: Option<Date>,
    counts: Counts,
}

fn list(session: &Session, on: Date) -> Result<(), Failure> {
    let world = session.world()?;
    let field = world.field(on, session.lang());
    let mtdsg = |id: &TreatyId| world.treaty(id.as_str()).and_then(|law| law.mtdsg.clone());
    session.give(&TreatiesView {
        on,
        known: field.known,
        head: field.head,
        treaties: field
            .treaties
            .into_iter()
            .map(|one| TreatyRow {
                mtdsg: mtdsg(&one.treaty),
                treaty: one.treaty,
                short: one.short,
                title: one.title,
                in_force: one.in_force,
                entered_into_force: one.entered_into_force,
                counts: one.counts,
            })
            .collect(),
    })
}

impl Answer for TreatiesView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty",
            "short",
            "title",
            "mtdsg",
            "on",
            "known",
            "in_force",
            "entered_into_force",
            "signatures",
            "consents",
            "parties",
            "signatories_only",
            "withdrawn",
        ]);
        for one in &self.treaties {
            sheet.row(vec![
                one.treaty.to_string(),
                one.short.clone(),
                one.title.clone(),
                cell(one.mtdsg.as_ref()),
                self.on.to_string(),
                self.known.to_string(),
                one.in_force.to_string(),
                cell(one.entered_into_force),
                one.counts.signatures.to_string(),
                one.counts.consents.to_string(),
                one.counts.parties.to_string(),
                one.counts.signatories_only.to_string(),
                one.counts.withdrawn.to_string(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let mut table = Table::new(vec![
            Column::text("Treaty"),
            Column::text("MTDSG"),
            Column::text("In force"),
            Column::number("Signatures"),
            Column::number("Consents"),
            Column::number("Parties"),
            Column::prose("Title"),
        ]);
        for one in &self.treaties {
            table.row(vec![
                one.treaty.to_string(),
                cell(one.mtdsg.as_ref()),
                one.entered_into_force
                    .map_or_else(|| "no".to_owned(), |day| day.to_string()),
                one.counts.signatures.to_string(),
                one.counts.consents.to_string(),
                one.counts.parties.to_string(),
                one.title.clone(),
            ]);
        }
        if table.is_empty() {
            page.line("no treaty is on record; `accede treaty add FILE` adds one")?;
        } else {
            page.table(&table)?;
        }
        page.footing(Some(self.on), self.known, &self.head)
    }
}

/// The file of a treaty.
#[derive(Debug, Serialize)]
struct TreatyText {
    treaty: TreatyId,
    short: String,
    text: String,
    unverified: Vec<String>,
}

fn show(session: &Session, name: &str) -> Result<(), Failure> {
    let world = session.world()?;
    let law = ask::treaty(&world, name)?;
    session.give(&TreatyText {
        treaty: law.id.clone(),
        short: law.short.clone(),
        text: law.text.clone(),
        unverified: law.unverified.clone(),
    })
}

impl Answer for TreatyText {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["treaty", "text"]);
        sheet.row(vec![self.treaty.to_string(), self.text.clone()]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        self.text.lines().try_for_each(|line| page.line(line))
    }
}

fn add(session: &Session, path: &Path, author: Option<&str>) -> Result<(), Failure> {
    let file = files::read(path)?;
    let text = file.text()?;
    let law = Law::parse(&file.name, &text).map_err(|error| {
        let line = error
            .line()
            .map_or_else(String::new, |line| format!(": line {line}"));
        Failure::bad_input(format!("{}{line}: {}", file.name, error.what)).shown_at(&error)
    })?;
    let title = format!("treaty file {}", file.name);
    let source = Source {
        sha256: Some(file.sha256.clone()),
        ..Source::cited(title)
    };
    let body = Body::Treaty(TreatyFile {
        treaty: law.id.clone(),
        text: text.clone(),
    });
    session.keep(std::slice::from_ref(&file))?;
    let author = author.unwrap_or(&session.settings.author);
    let receipt = session.clerk()?.submit(author, move |shown| {
        let same = shown
            .world
            .treaty(law.id.as_str())
            .is_some_and(|known| known.text == text);
        let draft = Draft::new(source.clone(), body.clone());
        Ok((if same { Vec::new() } else { vec![draft] }, ()))
    })?;
    session.give(&Recording::of(&receipt))
}
