//! What an import says it did, or would do.

use std::io;

use intake::{Amended, Disputed, EntryKind, Intake, Supplied};
use jiff::civil::Date;
use ledger::body::Counted;
use ledger::{Body, EntryRef};
use serde::Serialize;
use treaty::{Act, TreatyId};

use super::super::status::act_words;
use super::Taken;
use super::settle::Settled;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, word};
use crate::trial::Trial;

/// The report on all files; the first five fields are the contract's, over all of them.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    added: usize,
    unchanged: u32,
    disputed: Vec<Disputed>,
    quarantined: Vec<Waiting>,
    reconciled: Vec<Compared>,
    /// Nothing was recorded: it was only asked what would be.
    dry_run: bool,
    files: Vec<FileReport>,
}

/// What one file gave.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FileReport {
    file: String,
    treaty: Option<TreatyId>,
    /// Treaties created from the file.
    created: Vec<TreatyId>,
    /// What its rows are, where they are no acts.
    kind: Option<EntryKind>,
    /// The acts added.
    acts: Vec<Act>,
    /// The entries added, where they are no acts.
    entries: Vec<Added>,
    added: usize,
    unchanged: u32,
    amended: Vec<Amended>,
    /// Entries that are no acts, to which the file adds what they left open.
    supplied: Vec<Supplied>,
    disputed: Vec<Disputed>,
    quarantined: Vec<Waiting>,
    /// What waited in quarantine and is placed now.
    settled: Vec<Settled>,
    reconciled: Vec<Compared>,
    remarks: Vec<String>,
    /// The numbers of the first and last entry recorded; `null`: nothing was.
    recorded: Option<(EntryRef, EntryRef)>,
}

/// An entry that is added and is no act.
#[derive(Debug, Clone, Serialize)]
struct Added {
    /// What it is of, in a few words.
    what: String,
    body: Body,
}

/// Something that could not be placed.
#[derive(Debug, Clone, Serialize)]
struct Waiting {
    #[serde(rename = "where")]
    place: String,
    value: String,
    why: String,
    /// Whether it waits since an earlier import.
    known: bool,
}

/// A printed count against what the record gives once the file is recorded.
#[derive(Debug, Clone, Serialize)]
struct Compared {
    treaty: TreatyId,
    what: Counted,
    on: Option<Date>,
    printed: u32,
    /// From the record with this file; from the file's rows where it does not say its day.
    computed: u32,
    /// From the file's own rows.
    by_rows: u32,
    /// Whether all three agree.
    holds: bool,
}

impl Compared {
    /// The three figures in words: which of them differ, and what may lie behind it.
    fn told(&self, waiting: usize) -> String {
        if self.holds {
            return format!(
                "printed {}, computed {}: holds",
                self.printed, self.computed
            );
        }
        let rows = match waiting {
            0 => String::new(),
            1 => " (1 value of it waits in quarantine)".to_owned(),
            n => format!(" ({n} values of it wait in quarantine)"),
        };
        let record = match self.on {
            Some(on) => format!("the record with it gives {} on {on}", self.computed),
            None => "it does not say its day, so the record cannot be asked".to_owned(),
        };
        format!(
            "DOES NOT HOLD: printed {}; the rows of the file give {}{rows}; {record}",
            self.printed, self.by_rows
        )
    }
}

impl FileReport {
    /// What `taken` gives; `trial` is the record with it.
    pub(super) fn of(taken: &Taken, trial: &Trial) -> FileReport {
        let intake = &taken.intake;
        let world = trial.shown().world;
        let reconciled = intake.reconciled.iter().map(|one| {
            let counts = one.on.and_then(|on| world.counts(&one.treaty, on));
            let computed = counts.map_or(one.computed, |counts| match one.what {
                Counted::Signatures => counts.signatures,
                Counted::Consents => counts.consents,
                Counted::SignatoriesOnly => counts.signatories_only,
                Counted::Parties => counts.parties,
            });
            Compared {
                treaty: one.treaty.clone(),
                what: one.what,
                on: one.on,
                printed: one.printed,
                computed,
                by_rows: one.computed,
                holds: one.holds && computed == one.printed,
            }
        });
        let waiting = intake.quarantined.iter().map(|held| Waiting {
            place: in_file(&intake.file, &held.place),
            value: held.value.clone(),
            why: held.why.clone(),
            known: held.proposal.is_none(),
        });
        FileReport {
            file: intake.file.clone(),
            treaty: intake.treaty.clone(),
            created: intake
                .created
                .iter()
                .filter_map(|one| created(&one.body))
                .collect(),
            kind: intake.kind,
            acts: intake.acts().cloned().collect(),
            entries: entries(intake),
            added: intake.added.len(),
            unchanged: intake.unchanged,
            amended: intake.amended.clone(),
            supplied: intake.supplied.clone(),
            disputed: intake.disputed.clone(),
            quarantined: waiting.collect(),
            settled: taken.settled.clone(),
            reconciled: reconciled.collect(),
            remarks: intake.remarks.clone(),
            recorded: None,
        }
    }
}

impl FileReport {
    /// With the numbers it was recorded under.
    pub(super) fn recorded_as(self, recorded: Option<(EntryRef, EntryRef)>) -> FileReport {
        FileReport { recorded, ..self }
    }
}

/// The entries that are added and are no acts.
fn entries(intake: &Intake) -> Vec<Added> {
    let Some(kind) = intake.kind else {
        return Vec::new();
    };
    let added = intake.added.iter().map(|proposal| Added {
        what: kind.label(&proposal.body),
        body: proposal.body.clone(),
    });
    added.collect()
}

/// A place with its file before it.
fn in_file(file: &str, place: &str) -> String {
    if place.starts_with(file) {
        place.to_owned()
    } else {
        format!("{file}: {place}")
    }
}

/// The treaty a body creates.
fn created(body: &Body) -> Option<TreatyId> {
    if let Body::Treaty(file) = body {
        Some(file.treaty.clone())
    } else {
        None
    }
}

impl Report {
    /// The report on `files`.
    pub(super) fn new(dry_run: bool, files: Vec<FileReport>) -> Report {
        let all = |list: fn(&FileReport) -> &Vec<Waiting>| {
            files.iter().flat_map(list).cloned().collect()
        };
        Report {
            added: files.iter().map(|file| file.added).sum(),
            unchanged: files.iter().map(|file| file.unchanged).sum(),
            disputed: files
                .iter()
                .flat_map(|file| file.disputed.clone())
                .collect(),
            quarantined: all(|file| &file.quarantined),
            reconciled: files
                .iter()
                .flat_map(|file| file.reconciled.clone())
                .collect(),
            dry_run,
            files,
        }
    }
}

impl Answer for Report {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["file", "what", "where", "value", "why"]);
        for file in &self.files {
            let mut row = |what: &str, place: String, value: String, why: String| {
                sheet.row(vec![file.file.clone(), what.to_owned(), place, value, why]);
            };
            for act in &file.acts {
                row(
                    "added",
                    act.by.to_string(),
                    format!("{} {}", act.kind, act.on),
                    String::new(),
                );
            }
            for one in &file.entries {
                row("added", String::new(), one.what.clone(), String::new());
            }
            for one in &file.supplied {
                row("amended", String::new(), one.what.clone(), one.why.clone());
            }
            for one in &file.amended {
                row(
                    "amended",
                    one.iso3.to_string(),
                    format!("{} {}", one.act, one.date),
                    one.why.clone(),
                );
            }
            for one in &file.disputed {
                row(
                    "disputed",
                    one.iso3.to_string(),
                    format!("{} {}", one.act, one.date),
                    one.why.clone(),
                );
            }
            for one in &file.quarantined {
                row(
                    "quarantined",
                    one.place.clone(),
                    one.value.clone(),
                    one.why.clone(),
                );
            }
            for one in &file.settled {
                let entry = format!("entry {}", one.entry);
                row("settled", entry, one.value.clone(), "placed now".to_owned());
            }
            for one in &file.reconciled {
                let why = if one.holds { "holds" } else { "does not hold" };
                let what = format!(
                    "{}: printed {}, computed {}, by its rows {}",
                    word(&one.what),
                    one.printed,
                    one.computed,
                    one.by_rows
                );
                row("reconciled", cell(one.on), what, why.to_owned());
            }
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        for file in &self.files {
            one_file(page, file)?;
            page.gap()?;
        }
        if self.dry_run {
            return page.line("nothing was recorded: this was a dry run");
        }
        for file in &self.files {
            match file.recorded {
                Some((first, last)) => {
                    page.line(&format!(
                        "{}: recorded as entries {first} to {last}",
                        file.file
                    ))?;
                }
                None => page.line(&format!(
                    "{}: nothing to record: it is all on record",
                    file.file
                ))?,
            }
        }
        Ok(())
    }
}

fn one_file(page: &mut Page<'_>, file: &FileReport) -> io::Result<()> {
    let treaty = file
        .treaty
        .as_ref()
        .map_or_else(String::new, |treaty| format!(" ({treaty})"));
    page.line(&format!("{}{treaty}", file.file))?;
    for treaty in &file.created {
        page.line(&format!(
            "  treaty `{treaty}` is created from the file; its rules are not known"
        ))?;
    }
    page.line(&format!(
        "  {} {} added, {} unchanged, {} amended, {} disputed, {} in quarantine",
        file.added,
        file.kind.map_or("acts", EntryKind::noun),
        file.unchanged,
        file.amended.len() + file.supplied.len(),
        file.disputed.len(),
        file.quarantined.len()
    ))?;
    let mut table = Table::new(vec![
        Column::text("Difference"),
        Column::text("State"),
        Column::text("Act"),
        Column::text("Date"),
        Column::prose("Why"),
    ]);
    for act in file.acts.iter().take(SHOWN) {
        table.row(vec![
            "added".to_owned(),
            act.by.to_string(),
            act_words(act.kind),
            act.on.to_string(),
            String::new(),
        ]);
    }
    for one in &file.amended {
        table.row(vec![
            "amended".to_owned(),
            one.iso3.to_string(),
            act_words(one.act),
            one.date.to_string(),
            one.why.clone(),
        ]);
    }
    for one in &file.disputed {
        table.row(vec![
            "disputed".to_owned(),
            one.iso3.to_string(),
            act_words(one.act),
            one.date.to_string(),
            one.why.clone(),
        ]);
    }
    if !table.is_empty() {
        page.table(&table)?;
    }
    if file.acts.len() > SHOWN {
        page.line(&format!(
            "and {} further acts; --json names them all",
            file.acts.len() - SHOWN
        ))?;
    }
    for one in file.entries.iter().take(SHOWN) {
        page.paragraph(4, &format!("  added: {}", one.what))?;
    }
    if file.entries.len() > SHOWN {
        let further = file.entries.len() - SHOWN;
        page.line(&format!("and {further} further; --json names them all"))?;
    }
    for one in &file.supplied {
        page.paragraph(4, &format!("  amended: {}: {}", one.what, one.why))?;
    }
    for one in &file.quarantined {
        let known = if one.known { " (waits already)" } else { "" };
        page.paragraph(
            4,
            &format!(
                "  quarantined: {}: `{}`: {}{known}",
                one.place, one.value, one.why
            ),
        )?;
    }
    for one in &file.settled {
        let text = format!(
            "  settled: `{}` is placed now; entry {}, which kept it in quarantine, is retracted",
            one.value, one.entry
        );
        page.paragraph(4, &text)?;
    }
    for one in &file.reconciled {
        let what = word(&one.what).replace('_', " ");
        let told = one.told(file.quarantined.len());
        page.paragraph(4, &format!("  {what}: {told}"))?;
    }
    file.remarks
        .iter()
        .try_for_each(|remark| page.paragraph(4, &format!("  note: {remark}")))
}

/// How many of what is added are named for people.
const SHOWN: usize = 40;
