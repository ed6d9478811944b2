//! `accede bundle import`.

use std::io;
use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use ledger::body::Team;
use ledger::bundle::Fingerprint;
use ledger::{Audience, Body, EntryRef};
use serde::Serialize;
use store::Documents;
use world::World;

use super::super::{Session, ask};
use super::{counted, follows, make, show};
use crate::bundle::take::{everyone, take};
use crate::bundle::{Arrived, Report, Terms};
use crate::clerk::Shown;
use crate::failure::Failure;
use crate::home::{Home, not_opened};
use crate::keyring;
use crate::record::Record;
use crate::render::{Answer, Page, Sheet, moment};

/// Take over what is in a bundle: verified, from a key that is believed here, nothing twice
///
/// What is new keeps its id, author, source and words, and says where it came from; it is known here
/// from now on. What is here already is left alone. What contradicts the record is not taken: it
/// waits in quarantine for somebody to decide. Importing it again changes nothing.
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The bundle
    file: PathBuf,
    /// Only show what would be recorded
    #[arg(long)]
    dry_run: bool,
    /// Who sees here what was not public there: the ids of your teams, or signed-in for what was for
    /// anybody signed in. Without it, only a bundle that is all public is taken
    #[arg(long, value_name = "TEAM,...", value_delimiter = ',', value_parser = ask::words)]
    as_audience: Vec<String>,
    /// Who takes it over [default: `ACCEDE_AUTHOR`, then the user's name]
    #[arg(long, value_name = "NAME", value_parser = ask::words)]
    author: Option<String>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ImportArgs) -> Result<(), Failure> {
    let (file, arrived) = show::read(&args.file)?;
    let record = session.record()?;
    let terms = terms(session, args, &arrived, &record)?;
    let today = session.today();
    let home = Home::new(&session.settings, session.clock);
    let kept = home.location().documents().map_err(not_opened)?;
    let earlier = follows::earlier(&record, arrived.manifest.from.key, kept.as_ref());
    let notes = follows::notes(&arrived, &earlier);
    let viewer = everyone(&record);
    let world = World::fold_shared(record.shared(), &viewer, Timestamp::MAX);
    let shown = Shown::new(&world, &record, &viewer);
    // Before anything is kept: what cannot be taken leaves nothing behind.
    let (_, report) = take(shown, &arrived, &terms, today)?;
    let view = |report, recorded| TakenView {
        from: terms.name.clone(),
        fingerprint: arrived.manifest.from.key.fingerprint(),
        purpose: arrived.manifest.purpose.clone(),
        made: arrived.manifest.made,
        dry_run: args.dry_run,
        report,
        notes: notes.clone(),
        recorded,
    };
    if args.dry_run {
        return session.give(&view(report, None));
    }
    let clerk = session.clerk()?;
    session.keep(std::slice::from_ref(&file))?;
    keep(&arrived, kept.as_ref())?;
    let by = terms.by.clone();
    let (arrived_now, terms_now) = (arrived.clone(), terms.clone());
    let receipt = clerk.submit_as(&viewer, &by, move |shown| {
        take(shown, &arrived_now, &terms_now, today)
    })?;
    session.give(&view(receipt.told, receipt.recorded))
}

/// On which terms the bundle is taken.
///
/// # Errors
///
/// Bad input if its key is not believed here, or if it is for somebody else; wrong usage of
/// `--as-audience`.
fn terms(
    session: &Session,
    args: &ImportArgs,
    arrived: &Arrived,
    record: &Record,
) -> Result<Terms, Failure> {
    let manifest = &arrived.manifest;
    let key = manifest.from.key;
    let known = keyring::known(record.entries());
    let Some(word) = known.get(&key).filter(|word| word.trusted) else {
        return Err(Failure::bad_input(format!(
            "the key of this bundle is not believed here: {}",
            key.fingerprint()
        ))
        .detail(format!("it calls itself {}", manifest.from.name))
        .hint("have its owner read the fingerprint to you, face to face or by telephone")
        .hint(format!(
            "then: accede key trust {key} --name NAME --fingerprint \"GROUPS, AS READ TO YOU\""
        ))
        .hint("nothing was recorded"));
    };
    if let Some(to) = &manifest.to {
        let own = keyring::own(&keyring::path(&session.settings)?)?;
        if own.is_none_or(|own| own.secret.public() != to.key) {
            return Err(Failure::bad_input(format!(
                "this bundle was made for another: {}, {}",
                to.name,
                to.key.fingerprint()
            ))
            .hint("ask the sender for one made for the key that `accede key show` shows")
            .hint("nothing was recorded"));
        }
    }
    let by = args.author.as_ref().unwrap_or(&session.settings.author);
    Ok(Terms {
        by: by.clone(),
        audience: audience(&args.as_audience, record)?,
        name: word.name.clone(),
    })
}

fn audience(named: &[String], record: &Record) -> Result<Option<Audience>, Failure> {
    match named {
        [] => return Ok(None),
        [one] if one == "signed-in" => return Ok(Some(Audience::SignedIn)),
        [..] => {}
    }
    if let Some(name) = named
        .iter()
        .find(|name| ["public", "signed-in"].contains(&name.as_str()))
    {
        return Err(
            Failure::usage(format!("`{name}` does not go with --as-audience here")).hint(
                "name teams, or signed-in alone; nothing becomes public by being taken over",
            ),
        );
    }
    // Where teams are on record, they are the teams; else a name is as good as its form.
    let any = !record
        .entries()
        .any(|one| matches!(one.entry.body, Body::Team(_)));
    let known = make::teams(record);
    let is_team = |name: &String| known.contains(name) || (any && Team::is_id(name));
    if let Some(team) = named.iter().find(|team| !is_team(team)) {
        return Err(make::no_team(team, &known));
    }
    let teams = Audience::of_teams(named.iter().cloned());
    teams
        .map(Some)
        .map_err(|error| Failure::usage("nobody is named").because(error))
}

/// Keeps the documents of a bundle.
fn keep(arrived: &Arrived, kept: &dyn Documents) -> Result<(), Failure> {
    arrived
        .documents
        .iter()
        .try_for_each(|document| match kept.put(document) {
            Ok(_) => Ok(()),
            Err(error) => Err(Failure::store("a document of the bundle could not be kept")
                .because(error)
                .hint("nothing was recorded; see that the disk has room, and try again")),
        })
}

/// What was taken over.
#[derive(Debug, Serialize)]
struct TakenView {
    from: String,
    fingerprint: Fingerprint,
    purpose: String,
    made: Timestamp,
    dry_run: bool,
    #[serde(flatten)]
    report: Report,
    /// How it stands to what came before.
    notes: Vec<String>,
    /// What the first and last entry recorded are called; `null`: nothing was.
    recorded: Option<(EntryRef, EntryRef)>,
}

impl Answer for TakenView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["what", "entry", "value", "why"]);
        for one in &self.report.same {
            sheet.row(vec![
                "same".to_owned(),
                one.entry.to_string(),
                one.here.clone(),
                String::new(),
            ]);
        }
        for one in &self.report.quarantined {
            sheet.row(vec![
                "quarantined".to_owned(),
                one.entry.to_string(),
                one.value.clone(),
                one.why.clone(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&format!(
            "from {}, made {}: {}",
            self.from,
            moment(self.made),
            self.purpose
        ))?;
        let would = if self.dry_run { "would be " } else { "" };
        page.line(&format!(
            "  {} {would}recorded",
            counted(self.report.added, "new entry", "new entries")
        ))?;
        page.line(&format!("  here already: {}", self.report.unchanged))?;
        for one in &self.report.same {
            page.line(&format!("  {} says what {} says here", one.entry, one.here))?;
        }
        if !self.report.quarantined.is_empty() {
            page.line("not taken; waiting in quarantine for somebody to decide:")?;
            for one in &self.report.quarantined {
                let known = if one.known {
                    " (since an earlier import)"
                } else {
                    ""
                };
                page.line(&format!("  {}{known}", one.value))?;
                page.line(&format!("    {}", one.why))?;
            }
        }
        for note in &self.notes {
            page.paragraph(2, note)?;
        }
        match &self.recorded {
            Some((first, last)) => page.line(&format!("recorded as entries {first} to {last}")),
            None => page.line("nothing was recorded"),
        }
    }
}
