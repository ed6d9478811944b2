//! `accede bundle show`.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use ledger::bundle::{Digest, Fingerprint, LARGEST, Party, PublicKey, Strand};
use serde::Serialize;

use super::super::Session;
use crate::bundle::Arrived;
use crate::bundle::subject::{Subject, kind};
use crate::failure::Failure;
use crate::files::{self, InputFile};
use crate::home::Home;
use crate::keyring;
use crate::record::Record;
use crate::render::{Answer, Page, Sheet, moment};

/// Show what a bundle is: from whom, for whom, what is in it; nothing is recorded
///
/// Needs no data directory. Whether the key is believed is told where there is one.
#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// The bundle
    file: PathBuf,
    /// Print its cover report as well
    #[arg(long)]
    cover: bool,
}

/// Reads the file of a bundle.
///
/// # Errors
///
/// Bad input: it cannot be read, or does not hold.
pub(super) fn read(path: &Path) -> Result<(InputFile, Arrived), Failure> {
    let file = files::read_within(path, LARGEST as u64)?;
    let arrived = Arrived::read(&file.name, &file.bytes)?;
    Ok((file, arrived))
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ShowArgs) -> Result<(), Failure> {
    let (_, arrived) = read(&args.file)?;
    // A data directory is not made for this, and none that cannot be read stands in the way.
    let home = Home::new(&session.settings, session.clock);
    let store = home.location().open_to_read().ok().flatten();
    let record = store.and_then(|store| Record::read(store.as_ref()).ok());
    let believed = record.map(|record| {
        let known = keyring::known(record.entries());
        known
            .get(&arrived.manifest.from.key)
            .filter(|word| word.trusted)
            .map(|word| word.name.clone())
    });
    session.give(&ShownView::new(&arrived, believed, args.cover))
}

/// What a bundle is.
#[derive(Debug, Serialize)]
struct ShownView {
    sha256: Digest,
    /// What its maker calls itself.
    from: String,
    key: PublicKey,
    fingerprint: Fingerprint,
    /// Whether the key is believed here; `null`: there is no record here that could say.
    believed: Option<bool>,
    /// What the key is called here, where it is believed.
    called: Option<String>,
    to: Option<Party>,
    made: Timestamp,
    purpose: String,
    entries: u64,
    context: u64,
    documents: usize,
    strands: Vec<Strand>,
    audiences: BTreeMap<String, usize>,
    treaties: BTreeMap<String, usize>,
    kinds: BTreeMap<String, usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cover: Option<String>,
}

impl ShownView {
    fn new(arrived: &Arrived, believed: Option<Option<String>>, cover: bool) -> ShownView {
        let manifest = &arrived.manifest;
        let mut view = ShownView {
            sha256: arrived.file,
            from: manifest.from.name.clone(),
            key: manifest.from.key,
            fingerprint: manifest.from.key.fingerprint(),
            believed: believed.as_ref().map(Option::is_some),
            called: believed.flatten(),
            to: manifest.to.clone(),
            made: manifest.made,
            purpose: manifest.purpose.clone(),
            entries: manifest.entries,
            context: manifest.context,
            documents: arrived.documents.len(),
            strands: manifest.strands.clone(),
            audiences: BTreeMap::new(),
            treaties: BTreeMap::new(),
            kinds: BTreeMap::new(),
            cover: arrived.cover.clone().filter(|_| cover),
        };
        for (entry, _) in &arrived.entries {
            *view
                .audiences
                .entry(entry.audience.to_string())
                .or_default() += 1;
            *view.kinds.entry(kind(&entry.body)).or_default() += 1;
            for treaty in Subject::of(&entry.body).treaties {
                *view.treaties.entry(treaty.to_string()).or_default() += 1;
            }
        }
        view
    }
}

impl Answer for ShownView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["what", "of", "count"]);
        for (what, counts) in [
            ("audience", &self.audiences),
            ("treaty", &self.treaties),
            ("kind", &self.kinds),
        ] {
            for (of, count) in counts {
                sheet.row(vec![what.to_owned(), of.clone(), count.to_string()]);
            }
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.paragraph(2, &self.purpose)?;
        page.line(&format!(
            "from         {} (what it calls itself)",
            self.from
        ))?;
        page.line(&format!("fingerprint  {}", self.fingerprint))?;
        let believed = match (self.believed, &self.called) {
            (Some(true), Some(name)) => format!("believed here, as the key of {name}"),
            (Some(false), _) => "NOT believed here: it may be anybody's".to_owned(),
            (_, _) => "not known: there is no record here".to_owned(),
        };
        page.line(&format!("the key is   {believed}"))?;
        let to = self.to.as_ref().map_or_else(
            || "anyone".to_owned(),
            |to| format!("{}, {}", to.name, to.key.fingerprint()),
        );
        page.line(&format!("for          {to}"))?;
        page.line(&format!("made         {}", moment(self.made)))?;
        page.line(&format!("SHA-256      {}", self.sha256))?;
        page.gap()?;
        page.line(&format!(
            "signed: entries {}, documents {}",
            self.entries, self.documents
        ))?;
        if self.context > 0 {
            page.line(&format!(
                "  of these entries {} are there because others are about them",
                self.context
            ))?;
        }
        for (title, counts) in [
            ("for whom", &self.audiences),
            ("treaty", &self.treaties),
            ("kind", &self.kinds),
        ] {
            for (of, count) in counts {
                page.line(&format!("  {title} {}: {count}", of.replace('_', " ")))?;
            }
        }
        if let Some(cover) = &self.cover {
            page.gap()?;
            cover.lines().try_for_each(|line| page.line(line))?;
        }
        Ok(())
    }
}
