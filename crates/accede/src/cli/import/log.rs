//! `accede import log`: an outreach log, for those who may see it.

use std::collections::BTreeSet;
use std::path::Path;

use intake::log::{KnownApproach, LogAsked, LogFile, LogHeld, LogRow, propose_log};
use ledger::body::{Quarantined, Retraction};
use ledger::{Audience, Body, EntryRef, Tlp};
use serde::Serialize;
use treaty::{Lang, ParticipantId, Source, TreatyId};
use world::{Viewer, World};

use super::super::{Session, ask};
use super::ImportArgs;
use super::own::{self, Kind, Row, Told};
use crate::clerk::{Draft, Shown};
use crate::failure::Failure;
use crate::files;
use crate::proposing::OnRecord;

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

/// A row that is added.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AddedRow {
    line: u64,
    on: Option<treaty::PartialDate>,
    to: Vec<String>,
    audience: Audience,
}

/// Logs, as the options say they are to be read.
#[derive(Debug, Clone)]
struct Logs {
    args: ImportArgs,
    viewer: Viewer,
}

impl Kind for Logs {
    const NOUN: &'static str = "approaches";
    const PLACE: [&'static str; 2] = ["line", "column"];

    type File = (Given, LogFile);
    type Added = AddedRow;
    type Held = LogHeld;

    fn called((_, file): &Self::File) -> &str {
        &file.file
    }

    fn read(
        &self,
        session: &Session,
        path: &Path,
        world: &World,
    ) -> Result<Self::File, Failure> {
        read(session, &self.args, path, world)
    }

    /// A log is its author's; what is recorded of it says what it said.
    fn keep(_: &Session, _: &Self::File) -> Result<(), Failure> {
        Ok(())
    }

    fn take(
        &self,
        shown: Shown<'_>,
        (given, file): &Self::File,
    ) -> Result<(Vec<Draft>, Told<Logs>), Failure> {
        take(shown, &self.viewer, file, given)
    }
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ImportArgs) -> Result<(), Failure> {
    let logs = Logs {
        args: args.clone(),
        viewer: session.viewer.clone(),
    };
    own::run(session, args, &logs)
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
) -> Result<(Vec<Draft>, Told<Logs>), Failure> {
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
    let told = Told {
        added: proposed.added.iter().map(added).collect(),
        unchanged: proposed.unchanged,
        quarantined: proposed.held,
        settled,
        ..Told::of(&file.file)
    };
    Ok((drafts, told))
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
    let all = own::waiting(shown);
    let own = all.filter(|(recorded, _)| recorded.entry.source.title == title);
    own.map(|(recorded, one)| {
        let retraction = Retraction {
            of: recorded.entry.id,
            why: format!("`{}` is placed by a later import of {title}", one.value),
        };
        let draft = Draft::new(recorded.entry.source.clone(), Body::Retraction(retraction))
            .seen_by(recorded.entry.audience.clone(), recorded.entry.label);
        (recorded.name(), one.clone(), draft)
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

impl Row for AddedRow {
    fn cells(&self) -> [String; 4] {
        let (line, to) = (self.line.to_string(), self.to.join("; "));
        [line, String::new(), to, String::new()]
    }

    fn line(&self) -> Option<String> {
        None
    }
}

impl Row for LogHeld {
    fn cells(&self) -> [String; 4] {
        let (column, value) = (self.column.clone(), self.value.clone());
        [self.line.to_string(), column, value, self.why.clone()]
    }

    fn line(&self) -> Option<String> {
        let column = match self.column.as_str() {
            "" => String::new(),
            column => format!(", column `{column}`"),
        };
        let LogHeld {
            line, value, why, ..
        } = self;
        Some(format!("line {line}{column}: `{value}`: {why}"))
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
