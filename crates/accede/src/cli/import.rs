//! `accede import`: pages and tables of others, compared with the record, then recorded.
//!
//! All files are read and compared before anything is written; if one cannot be, nothing is
//! recorded of any. Each file is then recorded whole or not at all.

mod hold;
pub(super) mod log;
mod own;
mod report;
mod settle;
mod votes;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use intake::{EntryKind, Intake, Origin};
use jiff::civil::Date;
use ledger::{Audience, Tlp};
use treaty::ParticipantId;
use world::Viewer;

use self::report::{FileReport, Report};
use self::settle::Settled;
use super::{Session, ask};
use crate::clerk::{Draft, Shown};
use crate::failure::Failure;
use crate::files::{self, InputFile};
use crate::reader::{self, Document, Kind};
use crate::record::Record;
use crate::register::Register;
use crate::trial::Trial;

/// Read pages and tables of others, show what differs from the record, and record it
///
/// Nothing on record is ever changed or deleted by an import: an act that a page no longer lists
/// is disputed, and counts until a person decides. What cannot be placed waits in quarantine, until
/// a later import places it: give an unknown name with `accede alias`, then import the page again.
#[derive(Debug, Clone, Args)]
pub(super) struct ImportArgs {
    /// What the files are
    #[arg(value_enum)]
    kind: KindArg,
    /// The files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only show what would be recorded
    #[arg(long)]
    dry_run: bool,
    /// What the document is, as one would cite it [default: what the file says of itself]
    #[arg(long, value_name = "TITLE", value_parser = ask::words)]
    source: Option<String>,
    /// The address it was fetched from
    #[arg(long, value_parser = ask::words)]
    url: Option<String>,
    /// The day it was fetched
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    retrieved: Option<Date>,
    /// The day as at which it speaks, where it does not say so itself
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    as_at: Option<Date>,
    /// Who records [default: `ACCEDE_AUTHOR`, then the user's name]
    #[arg(long, value_name = "NAME", value_parser = ask::words)]
    author: Option<String>,
    /// Of a log: who may see rows that do not say so, and what waits: `public`, `signed-in`, or ids of teams
    #[arg(long, value_name = "AUDIENCE", value_parser = ask::audience)]
    seen_by: Option<Audience>,
    /// Of a log: how far rows that do not say so may be passed on (TLP 2.0)
    #[arg(long)]
    label: Option<Tlp>,
    /// Of a log: for which treaty rows are that name none; of votes: the treaty that all resolutions are about
    #[arg(long)]
    treaty: Option<String>,
    /// Of a log: which State approached in rows that name none
    #[arg(long, value_name = "STATE")]
    by: Option<String>,
}

/// What the files are.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum KindArg {
    /// Status pages of the UN Treaty Collection, XML or HTML
    Mtdsg,
    /// Answers of the UNODA treaties database, JSON or HTML
    Unoda,
    /// Acts or a status, as `accede export` writes them: CSV, JSON or XML
    Acts,
    /// Plans of action, as `accede export` writes them: CSV or JSON, like all that follow
    Plans,
    /// Their actions
    PlanActions,
    /// Statements
    Statements,
    /// Documents of the library: what they are, without their files
    Documents,
    /// Assistance
    Assistance,
    /// Offices and who held them
    Roles,
    /// Meetings
    Meetings,
    /// Duties that were fulfilled
    Fulfilments,
    /// Deadlines that were extended
    Extensions,
    /// What else sources say of duties
    Observations,
    /// Memberships of groups
    Memberships,
    /// Counts as sources print them
    Counts,
    /// Further names of participants
    Names,
    /// An outreach log, as `accede export log` writes it or as a coordinator keeps one: CSV or JSON
    Log,
    /// Recorded votes of the General Assembly: the bulk file of the UN Digital Library
    Votes,
}

impl KindArg {
    /// Which reader reads it; `None` for a log and for votes, which have their own way in.
    fn kind(self) -> Option<Kind> {
        Some(match self {
            KindArg::Log | KindArg::Votes => return None,
            KindArg::Mtdsg => Kind::Mtdsg,
            KindArg::Unoda => Kind::Unoda,
            KindArg::Acts => Kind::Acts,
            KindArg::Plans => Kind::Entries(EntryKind::Plans),
            KindArg::PlanActions => Kind::Entries(EntryKind::PlanActions),
            KindArg::Statements => Kind::Entries(EntryKind::Statements),
            KindArg::Documents => Kind::Entries(EntryKind::Documents),
            KindArg::Assistance => Kind::Entries(EntryKind::Assistance),
            KindArg::Roles => Kind::Entries(EntryKind::Roles),
            KindArg::Meetings => Kind::Entries(EntryKind::Meetings),
            KindArg::Fulfilments => Kind::Entries(EntryKind::Fulfilments),
            KindArg::Extensions => Kind::Entries(EntryKind::Extensions),
            KindArg::Observations => Kind::Entries(EntryKind::Observations),
            KindArg::Memberships => Kind::Entries(EntryKind::Memberships),
            KindArg::Counts => Kind::Entries(EntryKind::Counts),
            KindArg::Names => Kind::Entries(EntryKind::Names),
        })
    }
}

impl ImportArgs {
    /// Whether it is for those who may see a log; everything else that is imported is public.
    pub(super) fn is_a_log(&self) -> bool {
        matches!(self.kind, KindArg::Log)
    }
}

/// A file with what is in it.
struct Source {
    file: InputFile,
    document: Document,
    origin: Origin,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ImportArgs) -> Result<(), Failure> {
    let Some(kind) = args.kind.kind() else {
        return match args.is_a_log() {
            true => log::run(session, args),
            false => votes::run(session, args),
        };
    };
    log::only_for_a_log(args)?;
    if args.url.is_some() && args.files.len() > 1 {
        return Err(Failure::usage("--url is the address of one file")
            .hint("import files of different addresses one after the other"));
    }
    if args.dry_run {
        let record = session.record()?;
        let sources = read_all((args, kind), &record)?;
        return session.give(&Report::new(true, rehearse(session, &record, &sources)?));
    }
    let clerk = session.clerk()?;
    let sources = read_all((args, kind), &clerk.record())?;
    rehearse(session, &clerk.record(), &sources)?;
    let mut reports = Vec::new();
    let author = args.author.as_deref().unwrap_or(&session.settings.author);
    let today = session.today();
    for source in sources {
        session.keep(std::slice::from_ref(&source.file))?;
        let receipt = clerk.submit(author, move |shown| {
            let taken = take(shown, &source, today)?;
            let told = FileReport::of(&taken, &shown.with(&taken.drafts));
            Ok((taken.drafts, told))
        })?;
        reports.push(receipt.told.recorded_as(receipt.recorded));
    }
    session.give(&Report::new(false, reports))
}

/// Reads every file; if some cannot be read, says so of each.
fn read_all(
    (args, kind): (&ImportArgs, Kind),
    record: &Record,
) -> Result<Vec<Source>, Failure> {
    let trial = Trial::of(record, &Viewer::public(), &[]);
    let names = |name: &str| trial.shown().world.find_participant(name);
    let (mut sources, mut failures) = (Vec::new(), Vec::new());
    for (at, path) in args.files.iter().enumerate() {
        progress(&format!(
            "reading {} of {}: {}",
            at + 1,
            args.files.len(),
            path.display()
        ));
        match read_one((args, kind), path, &names) {
            Ok(source) => sources.push(source),
            Err(failure) => failures.push(failure),
        }
    }
    match failures.len() {
        0 => Ok(sources),
        1 => Err(failures.swap_remove(0).hint("nothing was recorded")),
        n => {
            let told = format!("{n} of {} files cannot be read", args.files.len());
            let all = failures
                .into_iter()
                .fold(Failure::bad_input(told), Failure::and);
            Err(all.hint("nothing was recorded"))
        }
    }
}

fn read_one(
    (args, kind): (&ImportArgs, Kind),
    path: &Path,
    names: &dyn Fn(&str) -> Option<ParticipantId>,
) -> Result<Source, Failure> {
    let file = files::read(path)?;
    let document = reader::read(kind, &file, names)?;
    let origin = Origin {
        title: args.source.clone().unwrap_or_default(),
        url: args.url.clone(),
        retrieved: args.retrieved,
        as_at: args.as_at,
        sha256: Some(file.sha256.clone()),
    };
    Ok(Source {
        file,
        document,
        origin,
    })
}

/// Compares file by file, each with the record as the files before it would leave it.
fn rehearse(
    session: &Session,
    record: &Record,
    sources: &[Source],
) -> Result<Vec<FileReport>, Failure> {
    let mut trial = Trial::of(record, &Viewer::public(), &[]);
    let mut reports = Vec::new();
    for source in sources {
        let taken = take(trial.shown(), source, session.today())?;
        trial = trial.shown().with(&taken.drafts);
        reports.push(FileReport::of(&taken, &trial));
    }
    Ok(reports)
}

/// What a file gives against a record, and the drafts of it.
pub(super) struct Taken {
    intake: Intake,
    settled: Vec<Settled>,
    drafts: Vec<Draft>,
}

/// Compares a file with what is shown.
///
/// # Errors
///
/// Bad input, with every row, if a person's table has rows that cannot be.
fn take(shown: Shown<'_>, source: &Source, today: Date) -> Result<Taken, Failure> {
    let register = Register::new(shown, today);
    let mut intake = source.document.propose(&source.origin, &register);
    if !intake.refused.is_empty() {
        let rows = match intake.refused.len() {
            1 => "a row".to_owned(),
            n => format!("{n} rows"),
        };
        let told = format!("{}: {rows} cannot be taken", source.file.name);
        let rows = intake.refused.iter().map(ToString::to_string);
        let failure = rows.fold(Failure::bad_input(told), Failure::detail);
        return Err(
            failure.hint("nothing was recorded; mend these rows, and import the file again")
        );
    }
    if source.document.is_of_a_depositary() {
        hold::what_cannot_be(shown, &register, &mut intake, today);
    }
    let mut drafts: Vec<Draft> = intake
        .proposals()
        .into_iter()
        .map(|proposal| Draft::new(proposal.source.clone(), proposal.body.clone()))
        .collect();
    // The acts come right after the treaties that are created.
    for (at, doubt) in &intake.doubts {
        let draft = drafts.get_mut(intake.created.len() + at);
        draft.expect("a doubt is of an act that is added").doubt = Some(doubt.clone());
    }
    let settled = settle::settled(
        shown,
        &intake,
        &source.document.names(),
        &source.file.sha256,
    );
    let (settled, retractions): (Vec<_>, Vec<_>) = settled.into_iter().unzip();
    drafts.extend(retractions);
    Ok(Taken {
        intake,
        settled,
        drafts,
    })
}

/// Says on a terminal what is being done.
fn progress(text: &str) {
    let mut stderr = io::stderr().lock();
    if stderr.is_terminal() {
        // Whether anybody reads it changes nothing.
        let _ = writeln!(stderr, "accede: {text}");
    }
}
