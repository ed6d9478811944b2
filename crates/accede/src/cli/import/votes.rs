//! `accede import votes`: recorded votes of the General Assembly, one roll call an entry.

use std::io;

use intake::votes::{Called, VoteHeld, VotesAsked, VotesFile, propose_votes, read_votes_csv};
use jiff::civil::Date;
use ledger::body::{Correction, Quarantined, RollCall};
use ledger::{Body, EntryId, EntryRef};
use serde::Serialize;
use treaty::{Source, TreatyId};
use world::{Viewer, World};

use super::super::{Session, ask};
use super::log::OnRecord;
use super::{ImportArgs, progress};
use crate::clerk::{Draft, Shown};
use crate::failure::Failure;
use crate::files::{self, InputFile};
use crate::render::{Answer, Page, Sheet};
use crate::trial::Trial;

/// The most bytes of a file of votes: the Library's whole file is said to have 364 MB.
const LARGEST_VOTES: u64 = 512 * 1024 * 1024;

/// What the file is, where nobody says otherwise.
const CITED: &str = "United Nations Dag Hammarskjöld Library, General Assembly Voting Data";

/// What a file gave.
#[derive(Debug, Clone, Serialize)]
struct VotesReport {
    file: String,
    added: Vec<AddedCall>,
    unchanged: u32,
    /// Roll calls on record to which the file adds votes.
    amended: Vec<AddedCall>,
    quarantined: Vec<VoteHeld>,
    /// How many resolutions are on no treaty of the record.
    passed_over: usize,
    dry_run: bool,
    recorded: Option<(EntryRef, EntryRef)>,
}

/// A roll call that is recorded.
#[derive(Debug, Clone, Serialize)]
struct AddedCall {
    treaty: TreatyId,
    resolution: String,
    on: treaty::PartialDate,
    /// By which title its treaty was found; `null`: by --treaty.
    by_title: Option<String>,
    yes: usize,
    no: usize,
    abstain: usize,
    absent: usize,
}

/// Every report.
#[derive(Debug, Serialize)]
struct All {
    added: usize,
    unchanged: u32,
    dry_run: bool,
    files: Vec<VotesReport>,
}

impl All {
    fn of(dry_run: bool, files: Vec<VotesReport>) -> All {
        All {
            added: files.iter().map(|file| file.added.len()).sum(),
            unchanged: files.iter().map(|file| file.unchanged).sum(),
            dry_run,
            files,
        }
    }
}

/// What the options say of the files.
#[derive(Debug, Clone)]
struct Cited {
    title: String,
    retrieved: Option<Date>,
    url: Option<String>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ImportArgs) -> Result<(), Failure> {
    if args.seen_by.is_some() || args.label.is_some() || args.by.is_some() {
        return Err(Failure::usage("--seen-by, --label and --by are for a log")
            .hint("votes are public"));
    }
    let cited = Cited {
        title: args.source.clone().unwrap_or_else(|| CITED.to_owned()),
        retrieved: args.retrieved,
        url: args.url.clone(),
    };
    let mut reports = Vec::new();
    if args.dry_run {
        let record = session.record()?;
        let trial = Trial::of(&record, &Viewer::public(), &[]);
        for (file, read) in read_all(args, trial.shown().world)? {
            let (_, report) = take(trial.shown(), &file.sha256, &read, &cited);
            reports.push(VotesReport {
                dry_run: true,
                ..report
            });
        }
        return session.give(&All::of(true, reports));
    }
    let read = read_all(args, &session.world()?)?;
    let clerk = session.clerk()?;
    let author = args.author.as_deref().unwrap_or(&session.settings.author);
    for (file, read) in read {
        session.keep(std::slice::from_ref(&file))?;
        let (cited, sha256) = (cited.clone(), file.sha256.clone());
        let receipt =
            clerk.submit(author, move |shown| Ok(take(shown, &sha256, &read, &cited)))?;
        reports.push(VotesReport {
            recorded: receipt.recorded,
            ..receipt.told
        });
    }
    session.give(&All::of(false, reports))
}

fn read_all(args: &ImportArgs, world: &World) -> Result<Vec<(InputFile, VotesFile)>, Failure> {
    let treaty = args.treaty.as_ref();
    let treaty = treaty
        .map(|name| Ok::<_, Failure>(ask::treaty(world, name)?.id.clone()))
        .transpose()?;
    let names = OnRecord(world);
    let asked = VotesAsked {
        names: &names,
        treaty: treaty.as_ref(),
    };
    let files = args.files.iter().map(|path| {
        progress(&format!("reading {}", path.display()));
        let file = files::read_within(path, LARGEST_VOTES)?;
        let read = read_votes_csv(&file.name, &file.bytes, &asked);
        let read = read.map_err(|error| {
            Failure::bad_input(error.to_string()).hint("nothing was recorded")
        })?;
        Ok((file, read))
    });
    files.collect()
}

/// Compares a file with what is shown.
fn take(
    shown: Shown<'_>,
    sha256: &str,
    file: &VotesFile,
    cited: &Cited,
) -> (Vec<Draft>, VotesReport) {
    let proposed = propose_votes(file, &known(shown.world));
    let source = |line: u64, url: Option<&String>| Source {
        url: url.or(cited.url.as_ref()).cloned(),
        retrieved: cited.retrieved,
        sha256: Some(sha256.to_owned()),
        place: Some(format!("line {line}")),
        ..Source::cited(cited.title.clone())
    };
    let mut drafts: Vec<Draft> = proposed
        .added
        .iter()
        .map(|one| {
            let body = Body::RollCall(one.call.clone());
            Draft::new(source(one.line, one.url.as_ref()), body)
        })
        .collect();
    drafts.extend(proposed.supplied.iter().map(|(of, one)| {
        let body = Body::Correction(Correction {
            of: *of,
            body: Box::new(Body::RollCall(one.call.clone())),
            why: format!("{} has votes that the record leaves out", file.file),
        });
        Draft::new(source(one.line, one.url.as_ref()), body)
    }));
    let waiting = waiting(shown);
    for held in &proposed.held {
        let body = quarantined(held);
        if !waiting.contains(&body) {
            drafts.push(Draft::new(source(held.line, None), Body::Quarantined(body)));
        }
    }
    let report = VotesReport {
        file: file.file.clone(),
        added: proposed.added.iter().map(told).collect(),
        unchanged: proposed.unchanged,
        amended: proposed.supplied.iter().map(|(_, one)| told(one)).collect(),
        quarantined: proposed.held,
        passed_over: file.passed_over,
        dry_run: false,
        recorded: None,
    };
    (drafts, report)
}

fn quarantined(held: &VoteHeld) -> Quarantined {
    Quarantined {
        treaty: Some(held.treaty.clone()),
        place: format!("{}, line {}", held.resolution, held.line),
        value: held.value.clone(),
        why: held.why.clone(),
    }
}

fn waiting(shown: Shown<'_>) -> Vec<Quarantined> {
    let lifted = shown.lifted();
    let entries = shown.entries();
    let kept = entries.filter(|recorded| !lifted.contains(&recorded.entry.id));
    kept.filter_map(|recorded| {
        if let Body::Quarantined(one) = &recorded.entry.body {
            Some(one.clone())
        } else {
            None
        }
    })
    .collect()
}

/// The roll calls on record.
fn known(world: &World) -> Vec<(EntryId, RollCall)> {
    let kept = world.kept();
    kept.filter_map(|kept| {
        if let Body::RollCall(call) = kept.body {
            Some((kept.id, call.clone()))
        } else {
            None
        }
    })
    .collect()
}

fn told(one: &Called) -> AddedCall {
    let call = &one.call;
    AddedCall {
        treaty: call.treaty.clone(),
        resolution: call.resolution.clone(),
        on: call.on,
        by_title: one.by_title.clone(),
        yes: call.yes.len(),
        no: call.no.len(),
        abstain: call.abstain.len(),
        absent: call.absent.len(),
    }
}

impl AddedCall {
    fn line(&self) -> String {
        let by = match &self.by_title {
            Some(title) => format!("by its title, `{title}`"),
            None => "as --treaty says".to_owned(),
        };
        format!(
            "{} {} {}: {}-{}-{}, {} not voting; {by}",
            self.treaty, self.resolution, self.on, self.yes, self.no, self.abstain, self.absent
        )
    }
}

impl Answer for All {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["file", "what", "treaty", "resolution", "value", "why"]);
        for file in &self.files {
            for (what, calls) in [("added", &file.added), ("amended", &file.amended)] {
                for one in calls {
                    let votes = format!("{}-{}-{}", one.yes, one.no, one.abstain);
                    sheet.row(vec![
                        file.file.clone(),
                        what.to_owned(),
                        one.treaty.to_string(),
                        one.resolution.clone(),
                        votes,
                        one.by_title.clone().unwrap_or_default(),
                    ]);
                }
            }
            for held in &file.quarantined {
                sheet.row(vec![
                    file.file.clone(),
                    "quarantined".to_owned(),
                    held.treaty.to_string(),
                    held.resolution.clone(),
                    held.value.clone(),
                    held.why.clone(),
                ]);
            }
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        for file in &self.files {
            page.line(&format!(
                "{}: {} roll calls added, {} unchanged, {} amended, {} in quarantine",
                file.file,
                file.added.len(),
                file.unchanged,
                file.amended.len(),
                file.quarantined.len()
            ))?;
            for one in file.added.iter().chain(&file.amended) {
                page.paragraph(2, &one.line())?;
            }
            for held in &file.quarantined {
                let told = format!(
                    "{}, line {}: `{}`: {}",
                    held.resolution, held.line, held.value, held.why
                );
                page.paragraph(2, &told)?;
            }
            if file.passed_over > 0 {
                let told = format!(
                    "{} resolutions are on no treaty of the record",
                    file.passed_over
                );
                page.line(&told)?;
            }
            match (file.dry_run, file.recorded) {
                (true, _) => page.line("nothing was recorded: this was a dry run")?,
                (false, Some((first, last))) => {
                    page.line(&format!("recorded as entries {first} to {last}"))?;
                }
                (false, None) => page.line("nothing to record: it is all on record")?,
            }
        }
        Ok(())
    }
}
