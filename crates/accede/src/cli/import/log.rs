//! `accede import log`: an outreach log, for those who may see it.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use intake::jotting::Names;
use intake::log::{KnownApproach, LogAsked, LogFile, LogHeld, LogRow, propose_log};
use ledger::body::{Quarantined, Retraction};
use ledger::{Audience, Body, EntryRef, Tlp};
use serde::Serialize;
use treaty::{Lang, ParticipantId, Source, TreatyId};
use world::{Viewer, World};

use super::super::{Session, ask};
use super::{ImportArgs, progress};
use crate::clerk::{Draft, Shown};
use crate::failure::Failure;
use crate::files;
use crate::render::{Answer, Page, Sheet};
use crate::trial::Trial;

/// The names on record, as a viewer sees them.
pub(in crate::cli) struct OnRecord<'w>(pub(in crate::cli) &'w World);

impl Names for OnRecord<'_> {
    fn participant(&self, name: &str) -> Option<ParticipantId> {
        self.0.find_participant(name)
    }

    fn treaty(&self, name: &str) -> Option<TreatyId> {
        self.0.treaty(name).map(|law| law.id.clone())
    }
}

/// What the rows of a log leave open, as the options say.
#[derive(Debug, Clone)]
struct Given {
    treaty: Option<TreatyId>,
    by: Option<ParticipantId>,
    seen_by: Option<Audience>,
    label: Option<Tlp>,
    title: Option<String>,
    url: Option<String>,
}

/// What the import of one log gave.
#[derive(Debug, Clone, Serialize)]
struct LogReport {
    file: String,
    added: Vec<AddedRow>,
    unchanged: u32,
    quarantined: Vec<LogHeld>,
    /// What waited from this log, and waits no more.
    settled: Vec<EntryRef>,
    dry_run: bool,
    recorded: Option<(EntryRef, EntryRef)>,
}

/// A row that is added.
#[derive(Debug, Clone, Serialize)]
struct AddedRow {
    line: u64,
    on: Option<treaty::PartialDate>,
    to: Vec<String>,
    audience: Audience,
}

/// Every report.
#[derive(Debug, Serialize)]
struct All {
    added: usize,
    unchanged: u32,
    dry_run: bool,
    files: Vec<LogReport>,
}

impl All {
    fn of(dry_run: bool, files: Vec<LogReport>) -> All {
        All {
            added: files.iter().map(|file| file.added.len()).sum(),
            unchanged: files.iter().map(|file| file.unchanged).sum(),
            dry_run,
            files,
        }
    }
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ImportArgs) -> Result<(), Failure> {
    let mut reports = Vec::new();
    if args.dry_run {
        let record = session.record()?;
        let trial = Trial::of(&record, &session.viewer, &[]);
        for path in &args.files {
            let (given, file) = read(session, args, path, trial.shown().world)?;
            let (_, report) = take(trial.shown(), &session.viewer, &file, &given)?;
            reports.push(LogReport {
                dry_run: true,
                ..report
            });
        }
        return session.give(&All::of(true, reports));
    }
    let world = session.world()?;
    let read: Vec<_> = args
        .files
        .iter()
        .map(|path| read(session, args, path, &world))
        .collect::<Result<_, _>>()?;
    let clerk = session.clerk()?;
    let author = args.author.as_deref().unwrap_or(&session.settings.author);
    for (given, file) in read {
        progress(&format!("recording {}", file.file));
        let viewer = session.viewer.clone();
        let receipt = clerk.submit_as(&session.viewer, author, move |shown| {
            take(shown, &viewer, &file, &given)
        })?;
        reports.push(LogReport {
            recorded: receipt.recorded,
            ..receipt.told
        });
    }
    session.give(&All::of(false, reports))
}

/// Reads a log, and settles what the options say.
fn read(
    session: &Session,
    args: &ImportArgs,
    path: &Path,
    world: &World,
) -> Result<(Given, LogFile), Failure> {
    let given = Given {
        treaty: match &args.treaty {
            Some(name) => Some(ask::treaty(world, name)?.id.clone()),
            None => None,
        },
        by: args
            .by
            .as_ref()
            .map(|name| ask::state(world, name))
            .transpose()?,
        seen_by: args.seen_by.clone(),
        label: args.label,
        title: args.source.clone(),
        url: args.url.clone(),
    };
    let file = files::read(path)?;
    let names = OnRecord(world);
    let asked = LogAsked {
        names: &names,
        today: session.today(),
        treaty: given.treaty.as_ref(),
        by: given.by,
    };
    let first = file.bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let read = if first == Some(&b'[') {
        intake::log::read_log_json(&file.name, &file.bytes, &asked)
    } else {
        intake::log::read_log_csv(&file.name, &file.bytes, &asked)
    };
    let read = read.map_err(|error| {
        let help = error.help();
        Failure::bad_input(error.to_string()).hint(help)
    })?;
    if let Some((line, marking)) = read.marked() {
        let told = format!("{}: line {line} bears the marking {marking}", read.file);
        return Err(Failure::bad_input(told)
            .hint("Accede is for no classified information; nothing was recorded"));
    }
    let open = read.rows.iter().find(|row| row.logged.audience.is_none());
    let line = open
        .map(|row| row.line)
        .or(read.held.first().map(|held| held.line));
    if let Some(line) = line.filter(|_| given.seen_by.is_none()) {
        let told = format!("{}: line {line} does not say who may see it", read.file);
        return Err(Failure::usage(told)
            .hint("say so for such rows, and for what waits, with --seen-by"));
    }
    let audiences = read
        .rows
        .iter()
        .filter_map(|row| row.logged.audience.as_ref());
    if let Some(unseen) = audiences
        .chain(&given.seen_by)
        .find(|audience| !session.viewer.sees(audience))
    {
        return Err(
            Failure::usage(format!("what is for {unseen} would be out of your sight"))
                .hint("name the team you record for with --as"),
        );
    }
    Ok((given, read))
}

/// Compares a log with what is shown: the drafts of it, and what to say of them.
fn take(
    shown: Shown<'_>,
    viewer: &Viewer,
    file: &LogFile,
    given: &Given,
) -> Result<(Vec<Draft>, LogReport), Failure> {
    let proposed = propose_log(file, &known(shown.world), given.seen_by.as_ref());
    let title = given
        .title
        .clone()
        .unwrap_or_else(|| format!("outreach log {}", file.file));
    let own = Source {
        url: given.url.clone(),
        ..Source::cited(title)
    };
    let mut drafts: Vec<Draft> = proposed
        .added
        .iter()
        .map(|row| draft(row, &own, given))
        .collect();
    let waiting = waiting(shown, &own.title);
    let mut still = BTreeSet::new();
    for held in &proposed.held {
        let body = quarantined(held);
        let known = waiting.iter().find(|(_, one, _)| *one == body);
        match known {
            Some((entry, _, _)) => {
                still.insert(*entry);
            }
            None => {
                let audience = held
                    .audience
                    .clone()
                    .filter(|audience| viewer.sees(audience));
                let audience = audience.or_else(|| given.seen_by.clone());
                let audience = audience.ok_or_else(|| {
                    Failure::usage("what waits needs somebody who may see it")
                        .hint("--seen-by says who")
                })?;
                let draft = Draft::new(own.clone(), Body::Quarantined(body));
                drafts.push(
                    draft.seen_by(audience, given.label.filter(|_| held.audience.is_none())),
                );
            }
        }
    }
    let placed: Vec<_> = waiting
        .into_iter()
        .filter(|(entry, _, _)| !still.contains(entry))
        .collect();
    let settled = placed.iter().map(|(entry, _, _)| *entry).collect();
    drafts.extend(placed.into_iter().map(|(_, _, draft)| draft));
    let report = LogReport {
        file: file.file.clone(),
        added: proposed.added.iter().map(added).collect(),
        unchanged: proposed.unchanged,
        quarantined: proposed.held,
        settled,
        dry_run: false,
        recorded: None,
    };
    Ok((drafts, report))
}

/// The approaches in a world.
fn known(world: &World) -> Vec<KnownApproach> {
    let kept = world.kept();
    kept.filter_map(|kept| {
        let Body::Approach(approach) = kept.body else {
            return None;
        };
        let audience = world.approach(kept.entry, Lang::En)?.audience;
        Some(KnownApproach {
            entry: kept.entry,
            recorded: kept.recorded,
            approach: (**approach).clone(),
            audience,
        })
    })
    .collect()
}

fn draft(row: &LogRow, own: &Source, given: &Given) -> Draft {
    let logged = &row.logged;
    let source = if logged.source.title.trim().is_empty() {
        Source {
            place: Some(format!("line {}", row.line)),
            ..own.clone()
        }
    } else {
        logged.source.clone()
    };
    let audience = logged.audience.clone().unwrap_or_default();
    let label = logged
        .label
        .or(given.label.filter(|label| label.allows(&audience)));
    let body = Body::Approach(Box::new(logged.approach.clone()));
    let mut draft = Draft::new(source, body).seen_by(audience, label);
    draft.doubt.clone_from(&logged.doubt);
    draft
}

fn quarantined(held: &LogHeld) -> Quarantined {
    let place = match held.column.as_str() {
        "" => format!("line {}", held.line),
        column => format!("line {}, column `{column}`", held.line),
    };
    Quarantined {
        treaty: None,
        place,
        value: held.value.clone(),
        why: held.why.clone(),
    }
}

/// What waits since earlier imports of a log of this title: the entry, what it keeps, and how it is taken back.
fn waiting(shown: Shown<'_>, title: &str) -> Vec<(EntryRef, Quarantined, Draft)> {
    let lifted = shown.lifted();
    let entries = shown.entries();
    let kept = entries.filter(|recorded| {
        !lifted.contains(&recorded.entry.id) && recorded.entry.source.title == title
    });
    kept.filter_map(|recorded| {
        let Body::Quarantined(one) = &recorded.entry.body else {
            return None;
        };
        let retraction = Retraction {
            of: recorded.entry.id,
            why: format!("`{}` is placed by a later import of {title}", one.value),
        };
        let draft = Draft::new(recorded.entry.source.clone(), Body::Retraction(retraction))
            .seen_by(recorded.entry.audience.clone(), recorded.entry.label);
        Some((recorded.name(), one.clone(), draft))
    })
    .collect()
}

fn added(row: &LogRow) -> AddedRow {
    let to = row.logged.approach.to.iter();
    let name = |side: &ledger::body::Side| {
        let code = side.participant.map(|id| id.to_string());
        code.or_else(|| side.name.clone()).unwrap_or_default()
    };
    AddedRow {
        line: row.line,
        on: row.logged.approach.on,
        to: to.map(name).collect(),
        audience: row.logged.audience.clone().unwrap_or_default(),
    }
}

impl Answer for All {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["file", "what", "line", "column", "value", "why"]);
        for file in &self.files {
            let mut row = |what: &str, line: u64, column: &str, value: String, why: &str| {
                let line = line.to_string();
                let cells = [&file.file, what, &line, column, &value, why];
                sheet.row(cells.map(str::to_owned).to_vec());
            };
            for one in &file.added {
                row("added", one.line, "", one.to.join("; "), "");
            }
            for one in &file.quarantined {
                row(
                    "quarantined",
                    one.line,
                    &one.column,
                    one.value.clone(),
                    &one.why,
                );
            }
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        for file in &self.files {
            page.line(&format!(
                "{}: {} approaches added, {} unchanged, {} in quarantine",
                file.file,
                file.added.len(),
                file.unchanged,
                file.quarantined.len()
            ))?;
            for held in &file.quarantined {
                let column = match held.column.as_str() {
                    "" => String::new(),
                    column => format!(", column `{column}`"),
                };
                let told =
                    format!("line {}{column}: `{}`: {}", held.line, held.value, held.why);
                page.paragraph(2, &told)?;
            }
            for entry in &file.settled {
                page.line(&format!("  placed now: what entry {entry} kept"))?;
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

/// Whether an option was given that only a log knows.
pub(super) fn only_for_a_log(args: &ImportArgs) -> Result<(), Failure> {
    let given = args.seen_by.is_some()
        || args.label.is_some()
        || args.treaty.is_some()
        || args.by.is_some();
    if given {
        return Err(Failure::usage(
            "--seen-by, --label, --treaty and --by are for a log, --treaty for votes too",
        )
        .hint("what pages and other tables give is public, and says whom it is of"));
    }
    Ok(())
}
