//! What a log and votes share, which have their own way in: how they are read, recorded and told.

use std::fmt::Debug;
use std::io;
use std::path::{Path, PathBuf};

use ledger::body::Quarantined;
use ledger::{Body, EntryRef, Recorded};
use serde::Serialize;
use world::World;

use super::super::Session;
use super::{ImportArgs, progress};
use crate::clerk::{Draft, Shown};
use crate::failure::Failure;
use crate::render::{Answer, Page, Sheet};
use crate::trial::Trial;

/// A kind of file that has its own way in, with what the options say of such files.
pub(super) trait Kind: Debug + Clone + Send + Sized + 'static {
    /// What is added, in the plural.
    const NOUN: &'static str;
    /// What a sheet calls the two cells that say where something stands.
    const PLACE: [&'static str; 2];

    /// A file that was read.
    type File: Send + 'static;
    /// What is added of it.
    type Added: Row;
    /// What of it waits.
    type Held: Row;

    /// What a file is called.
    fn called(file: &Self::File) -> &str;

    /// Reads a file, with the names that a world has.
    fn read(
        &self,
        session: &Session,
        path: &Path,
        world: &World,
    ) -> Result<Self::File, Failure>;

    /// Keeps the document itself, where this kind does.
    fn keep(session: &Session, file: &Self::File) -> Result<(), Failure>;

    /// Compares a file with what is shown: the drafts of it, and what to say of them.
    fn take(
        &self,
        shown: Shown<'_>,
        file: &Self::File,
    ) -> Result<(Vec<Draft>, Told<Self>), Failure>;
}

/// Something of a file that is added, or waits.
pub(super) trait Row: Debug + Serialize + Clone + Send + 'static {
    /// Its cells: where it stands, twice; what it is; why, or upon what.
    fn cells(&self) -> [String; 4];

    /// What people are told of it; `None`: its count is enough.
    fn line(&self) -> Option<String>;
}

/// What the import of one file gave.
#[derive(Debug, Clone, Serialize)]
#[serde(bound = "")]
pub(super) struct Told<K: Kind> {
    /// The file.
    pub(super) file: String,
    /// What is added.
    pub(super) added: Vec<K::Added>,
    /// How much is on record as the file has it.
    pub(super) unchanged: u32,
    /// What is on record and is completed; `None` of a kind of file that completes nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) amended: Option<Vec<K::Added>>,
    /// What waits.
    pub(super) quarantined: Vec<K::Held>,
    /// The entries that kept what waits no more.
    pub(super) settled: Vec<EntryRef>,
    /// How many resolutions are on no treaty of the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) passed_over: Option<usize>,
    /// Nothing was recorded: it was only asked what would be.
    pub(super) dry_run: bool,
    /// The first and last entry recorded.
    pub(super) recorded: Option<(EntryRef, EntryRef)>,
}

impl<K: Kind> Told<K> {
    /// Of a file of which nothing is said yet.
    pub(super) fn of(file: &str) -> Told<K> {
        Told {
            file: file.to_owned(),
            added: Vec::new(),
            unchanged: 0,
            amended: None,
            quarantined: Vec::new(),
            settled: Vec::new(),
            passed_over: None,
            dry_run: false,
            recorded: None,
        }
    }
}

/// What the import of all files gave.
#[derive(Debug, Serialize)]
#[serde(bound = "")]
struct All<K: Kind> {
    added: usize,
    unchanged: u32,
    dry_run: bool,
    files: Vec<Told<K>>,
}

impl<K: Kind> All<K> {
    fn of(dry_run: bool, files: Vec<Told<K>>) -> All<K> {
        All {
            added: files.iter().map(|file| file.added.len()).sum(),
            unchanged: files.iter().map(|file| file.unchanged).sum(),
            dry_run,
            files,
        }
    }
}

/// Reads all files, then records one after the other, or says only what would be recorded.
pub(super) fn run<K: Kind>(
    session: &Session,
    args: &ImportArgs,
    kind: &K,
) -> Result<(), Failure> {
    let read = |path: &PathBuf, world: &World| {
        progress(&format!("reading {}", path.display()));
        kind.read(session, path, world)
    };
    let mut all = Vec::new();
    if args.dry_run {
        let record = session.record()?;
        let trial = Trial::of(&record, &session.viewer, &[]);
        for path in &args.files {
            let file = read(path, trial.shown().world)?;
            let (_, told) = kind.take(trial.shown(), &file)?;
            all.push(Told {
                dry_run: true,
                ..told
            });
        }
        return session.give(&All::of(true, all));
    }
    let world = session.world()?;
    let files = args.files.iter().map(|path| read(path, &world));
    let files: Vec<_> = files.collect::<Result<_, _>>()?;
    let clerk = session.clerk()?;
    let author = args.author.as_deref().unwrap_or(&session.settings.author);
    for file in files {
        progress(&format!("recording {}", K::called(&file)));
        K::keep(session, &file)?;
        let kind = kind.clone();
        let receipt = clerk.submit_as(&session.viewer, author, move |shown| {
            kind.take(shown, &file)
        })?;
        all.push(Told {
            recorded: receipt.recorded,
            ..receipt.told
        });
    }
    session.give(&All::of(false, all))
}

/// What waits in quarantine, with the entries that keep it.
pub(super) fn waiting<'r>(
    shown: Shown<'r>,
) -> impl Iterator<Item = (&'r Recorded, &'r Quarantined)> {
    let lifted = shown.lifted();
    shown.entries().filter_map(move |recorded| {
        if let Body::Quarantined(one) = &recorded.entry.body
            && !lifted.contains(&recorded.entry.id)
        {
            return Some((recorded, one));
        }
        None
    })
}

impl<K: Kind> Answer for All<K> {
    fn sheet(&self) -> Sheet {
        let [place, further] = K::PLACE;
        let mut sheet = Sheet::new(&["file", "what", place, further, "value", "why"]);
        for file in &self.files {
            let mut row = |what: &str, cells: [String; 4]| {
                let mut row = vec![file.file.clone(), what.to_owned()];
                row.extend(cells);
                sheet.row(row);
            };
            for one in &file.added {
                row("added", one.cells());
            }
            for one in file.amended.iter().flatten() {
                row("amended", one.cells());
            }
            for one in &file.quarantined {
                row("quarantined", one.cells());
            }
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        self.files.iter().try_for_each(|file| file.page(page))
    }
}

impl<K: Kind> Told<K> {
    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let amended = self.amended.as_ref();
        let amended = amended.map(|all| format!(", {} amended", all.len()));
        page.line(&format!(
            "{}: {} {} added, {} unchanged{}, {} in quarantine",
            self.file,
            self.added.len(),
            K::NOUN,
            self.unchanged,
            amended.unwrap_or_default(),
            self.quarantined.len()
        ))?;
        let placed = self.added.iter().chain(self.amended.iter().flatten());
        let lines = placed.filter_map(Row::line);
        for line in lines.chain(self.quarantined.iter().filter_map(Row::line)) {
            page.paragraph(2, &line)?;
        }
        for entry in &self.settled {
            page.line(&format!("  placed now: what entry {entry} kept"))?;
        }
        if let Some(n) = self.passed_over.filter(|n| *n > 0) {
            page.line(&format!("{n} resolutions are on no treaty of the record"))?;
        }
        match (self.dry_run, self.recorded) {
            (true, _) => page.line("nothing was recorded: this was a dry run"),
            (false, Some((first, last))) => {
                page.line(&format!("recorded as entries {first} to {last}"))
            }
            (false, None) => page.line("nothing to record: it is all on record"),
        }
    }
}
