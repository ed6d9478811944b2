//! `accede report kept` and `accede report keep`: the reports that their authors keep.

use std::io;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use ledger::body::{Correction, Report};
use ledger::{Body, EntryRef};
use report::author::{Made, Mark, NotMade, make};
use report::paper::Origin;
use serde::Serialize;
use serde_json::Value;
use words::Words;
use world::view::{KeptReport, KeptReportsView};

use super::{Written, audience, refusal, send};
use crate::clerk::{Draft, Shown};
use crate::cli::outreach::Upon;
use crate::cli::session::warn;
use crate::cli::{Session, ask};
use crate::failure::Failure;
use crate::files;
use crate::record::Record;
use crate::render::{Answer, Page, Sheet, moment};

/// What is done with reports that are kept.
#[derive(Debug, Subcommand)]
pub(super) enum What {
    Kept(KeptArgs),
    Keep(Box<KeepArgs>),
}

/// The reports that are kept, or one of them as it is made now
///
/// Made anew from what those may see for whom it is, with what its authors wrote in it. What no longer fits the
/// record is told; --json has it sentence by sentence, then and now. What is not for anyone is shown with --as TEAM.
///
/// For example: `accede --as italy report kept article-xiv-2023 --out report.docx`
#[derive(Debug, Args)]
pub(super) struct KeptArgs {
    /// Its name; without one, all are listed
    name: Option<String>,
    /// In which form: docx, pdf, html or md [default: as the name of the file ends, else md]
    #[arg(long, value_name = "FORM", requires = "name")]
    format: Option<Written>,
    /// The file it goes to, which must not be there yet [default: standard output]
    #[arg(long, value_name = "FILE", requires = "name")]
    out: Option<PathBuf>,
}

/// Keep a report, or a new version of one that is kept under its name
///
/// The file is JSON as the ledger has it (docs/ledger-format.md, `report`), and as the member `report` of `accede
/// report kept NAME --json`. Where a change does not say what it `was` upon, it is upon what the record says now.
///
/// For example: `accede --as italy report keep ours.json`
#[derive(Debug, Args)]
pub(super) struct KeepArgs {
    /// The file
    file: PathBuf,
    /// Record nothing if another entry than this one has the words of the report by now
    #[arg(long, value_name = "ENTRY", value_parser = ask::entry)]
    after: Option<EntryRef>,
    /// Why there is a new version [default: it was written in]
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    why: Option<String>,
    #[command(flatten)]
    upon: Upon,
}

/// Runs it.
pub(super) fn run(session: &Session, what: &What) -> Result<(), Failure> {
    match what {
        What::Kept(args) => match &args.name {
            Some(name) => one(session, args, name),
            None => session.give(&List(session.world()?.kept_reports())),
        },
        What::Keep(args) => keep(session, args),
    }
}

fn one(session: &Session, args: &KeptArgs, name: &str) -> Result<(), Failure> {
    let form = super::form(args.format, args.out.as_deref())?;
    let record = session.read()?;
    let world = session.world_of(&record, &session.viewer);
    let kept = world.kept_report(name).ok_or_else(|| {
        Failure::usage(format!("no report is kept under `{name}`")).hint(
            "`accede report kept` lists them; one that is for a team is there with --as TEAM",
        )
    })?;
    let made = made(session, &record, &kept.report)?;
    let open: Vec<_> = made
        .hand
        .marks
        .iter()
        .filter(|mark| mark.is_open())
        .collect();
    if !open.is_empty() {
        let keys: Vec<_> = open.iter().map(|mark| mark.key.as_str()).collect();
        warn(&format!(
            "{} no longer fit what is on record: {}; --json shows what was and what is",
            if keys.len() == 1 {
                "one passage does"
            } else {
                "some passages"
            },
            keys.join(", ")
        ));
    }
    let file = args.out.as_ref().map(|out| out.display().to_string());
    let given = Given::of(file, kept, &made);
    send(session, &made.hand.paper, form, args.out.as_deref(), &given)
}

/// The report, made from the world of those it is for.
fn made(session: &Session, record: &Record, kept: &Report) -> Result<Made, Failure> {
    if !session.viewer.sees(&kept.made_for) {
        return Err(Failure::usage(format!(
            "the report is made from what `{}` may see",
            kept.made_for
        ))
        .hint("name that team with --as"));
    }
    let (viewer, team) = audience(record, &kept.made_for, Words::for_lang(kept.lang))?;
    let world = session.world_of(record, &viewer);
    make(&world, kept, team).map_err(|cause| match cause {
        NotMade::Kind(cause) => Failure::usage(cause.to_string()),
        NotMade::Refused(cause) => refusal(cause, &kept.treaty),
    })
}

fn keep(session: &Session, args: &KeepArgs) -> Result<(), Failure> {
    let file = files::read(&args.file)?;
    let report = read(session, &file.name, &file.bytes)?;
    let (after, why) = (args.after, args.why.clone());
    let why = why.unwrap_or_else(|| "written in".to_owned());
    let label = args.upon.label();
    args.upon.drafts(session, move |shown, source, audience| {
        let there = shown.world.kept_report(&report.report);
        let worded = there.as_ref().map(|one| one.worded);
        if after.is_some() && worded != after {
            let told = worded.map_or_else(|| "none".to_owned(), |entry| entry.to_string());
            return Err(Failure::usage(format!(
                "somebody saved a version meanwhile: its entry is {told}"
            ))
            .hint("read that one with `accede report kept --json`, and put what you wrote into it"));
        }
        let body = Body::Report(Box::new(report.clone()));
        let Some(there) = there else {
            return Ok(vec![Draft::new(source, body).seen_by(audience?, label)]);
        };
        if there.report == report {
            return Ok(Vec::new());
        }
        let of = id(shown, there.entry)?;
        let body = Body::Correction(Correction {
            of,
            body: Box::new(body),
            why: why.clone(),
        });
        Ok(vec![Draft::new(source, body).seen_by(there.audience, label)])
    })
}

fn id(shown: Shown<'_>, name: EntryRef) -> Result<ledger::EntryId, Failure> {
    let id = shown.world.id_of(name);
    id.ok_or_else(|| Failure::usage(format!("there is no entry {name}")))
}

/// A report as a file has it.
fn read(session: &Session, file: &str, bytes: &[u8]) -> Result<Report, Failure> {
    let unreadable = |cause: serde_json::Error| {
        Failure::usage(format!("{file} is no report that is kept"))
            .because(cause)
            .hint("its members are in docs/ledger-format.md, under `report`")
    };
    let mut value: Value = serde_json::from_slice(bytes).map_err(unreadable)?;
    let without = without_was(&mut value);
    let mut report: Report = serde_json::from_value(value).map_err(unreadable)?;
    if without.is_empty() {
        return Ok(report);
    }
    let made = made(session, &session.read()?, &report)?;
    for change in &mut report.changes {
        if without.contains(&change.passage) {
            let mut all = made.composed.paragraphs();
            let one = all.find(|one| one.key == change.passage).ok_or_else(|| {
                Failure::usage(format!(
                    "there is no passage `{}` in the report",
                    change.passage
                ))
                .hint("`accede report KIND --json` lists their keys")
            })?;
            change.was = one.sentences.iter().map(|said| said.text.clone()).collect();
        }
    }
    Ok(report)
}

/// The passages of which the file does not say what was there; none is, until it is read.
fn without_was(value: &mut Value) -> Vec<String> {
    let changes = value.get_mut("changes").and_then(Value::as_array_mut);
    let mut without = Vec::new();
    for change in changes
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        if !change.contains_key("was") {
            without.extend(
                change
                    .get("passage")
                    .and_then(Value::as_str)
                    .map(str::to_owned),
            );
            change.insert("was".to_owned(), Value::Array(Vec::new()));
        }
    }
    without
}

/// A report that is kept, as it is made now.
#[derive(Debug, Serialize)]
struct Given {
    file: Option<String>,
    name: String,
    entry: EntryRef,
    worded: EntryRef,
    open: usize,
    marks: Vec<Mark>,
    paragraphs: Vec<GivenParagraph>,
    report: Report,
}

#[derive(Debug, Serialize)]
struct GivenParagraph {
    key: String,
    text: String,
    origins: Vec<Origin>,
    entries: Vec<EntryRef>,
}

impl Given {
    fn of(file: Option<String>, kept: KeptReport, made: &Made) -> Given {
        let paragraphs = made.hand.paper.paragraphs().map(|one| GivenParagraph {
            key: one.key.clone(),
            text: one.text(),
            origins: one.sentences.iter().map(|said| said.origin).collect(),
            entries: one.entries(),
        });
        Given {
            file,
            name: kept.name,
            entry: kept.entry,
            worded: kept.worded,
            open: made.hand.open(),
            marks: made.hand.marks.clone(),
            paragraphs: paragraphs.collect(),
            report: kept.report,
        }
    }
}

impl Answer for Given {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["key", "origins", "text", "entries"]);
        for one in &self.paragraphs {
            let entries: Vec<_> = one.entries.iter().map(ToString::to_string).collect();
            let origins: Vec<_> = one.origins.iter().map(world::sheet::word).collect();
            sheet.row(vec![
                one.key.clone(),
                origins.join(" "),
                one.text.clone(),
                entries.join(" "),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let file = self.file.as_deref().unwrap_or_default();
        let n = self.paragraphs.len();
        page.line(&format!("wrote {file}: {n} paragraphs"))
    }
}

/// Those there are.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct List(KeptReportsView);

impl Answer for List {
    fn sheet(&self) -> Sheet {
        let columns = [
            "name", "title", "kind", "treaty", "from", "to", "lang", "made_for", "audience",
            "changed", "entry", "worded",
        ];
        let mut sheet = Sheet::new(&columns);
        for one in &self.0.reports {
            let report = &one.report;
            sheet.row(vec![
                one.name.clone(),
                report.title.clone(),
                report.kind.clone(),
                report.treaty.to_string(),
                crate::render::cell(report.from),
                report.to.to_string(),
                report.lang.to_string(),
                report.made_for.to_string(),
                one.audience.to_string(),
                moment(one.changed),
                one.entry.to_string(),
                one.worded.to_string(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.0.reports.is_empty() {
            return page.line("no report is kept that may be seen here");
        }
        for one in &self.0.reports {
            let report = &one.report;
            page.line(&format!(
                "{}: {} ({}, {}), made for {}, last changed {}",
                one.name,
                report.title,
                report.kind,
                report.treaty,
                report.made_for,
                moment(one.changed)
            ))?;
        }
        Ok(())
    }
}
