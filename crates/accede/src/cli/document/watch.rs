//! `accede document watch`: what is put into a folder is brought to a tray.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use clap::Args;
use ledger::Audience;
use people::Cabinet;
use people::tray::{Brought, LARGEST, Owner, State, Tray, TrayError};
use serde::Serialize;

use super::super::Session;
use super::super::session::warn;
use super::tray::{self, Shown, Whose};
use crate::bringing::{self, NotBrought};
use crate::failure::Failure;
use crate::render::{Answer, Page, Sheet};

/// Bring what is put into a folder to a tray, file by file
///
/// A file is brought when it is complete: when two looks found it the same. It is moved to the folder `taken` within, or,
/// where it cannot be read, to `refused` with its reason beside it. Folders within, links and files whose names begin with a
/// dot are left alone. What is brought is on record only when a person confirms it: `accede document tray list`.
#[derive(Debug, Args)]
pub(super) struct WatchArgs {
    /// The folder
    folder: PathBuf,
    #[command(flatten)]
    whose: Whose,
    /// Look twice, bring what is complete, and end
    #[arg(long)]
    once: bool,
    /// So many seconds are between two looks
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=3600))]
    every: u64,
}

/// Where what was brought goes.
const TAKEN: &str = "taken";
/// Where what was not goes, with the reason.
const REFUSED: &str = "refused";

/// By what a file is known to be the same as at the look before.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Look {
    len: u64,
    changed: Option<SystemTime>,
}

/// What became of a file.
#[derive(Debug, Serialize)]
struct Became {
    /// What it was called in the folder.
    file: String,
    /// `taken` or `refused`.
    became: &'static str,
    /// Why it was refused, or what is to be known of one that was taken.
    why: Option<String>,
    /// The file in the tray.
    item: Option<Shown>,
}

/// What one look brought.
#[derive(Debug, Serialize)]
struct Looked {
    files: Vec<Became>,
}

struct Watch<'s> {
    session: &'s Session,
    folder: PathBuf,
    owner: Owner,
    meant_for: Option<Audience>,
    cabinet: std::sync::Arc<dyn Cabinet>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &WatchArgs) -> Result<(), Failure> {
    let folder = fs::canonicalize(&args.folder).and_then(|folder| {
        fs::read_dir(&folder)?;
        Ok(folder)
    });
    let folder = folder.map_err(|cause| {
        Failure::bad_input(format!(
            "{}: the folder cannot be read",
            args.folder.display()
        ))
        .because(cause)
    })?;
    let (owner, meant_for) = args.whose.owner(session)?;
    let watch = Watch {
        session,
        folder,
        owner,
        meant_for,
        cabinet: tray::cabinet(session)?,
    };
    for place in [TAKEN, REFUSED] {
        watch.place(place)?;
    }
    let between = Duration::from_secs(args.every);
    let mut before = watch.look()?;
    loop {
        thread::sleep(between);
        let now = watch.look()?;
        let same = now
            .iter()
            .filter(|(name, look)| before.get(*name) == Some(look));
        let mut files = Vec::new();
        for (name, _) in same {
            files.extend(watch.bring(name)?);
        }
        if args.once || !files.is_empty() {
            session.give(&Looked { files })?;
        }
        if args.once {
            return Ok(());
        }
        before = now;
    }
}

impl Watch<'_> {
    /// The files that are there, without those that are none or are hidden.
    fn look(&self) -> Result<BTreeMap<PathBuf, Look>, Failure> {
        let unreadable = |cause: io::Error| {
            Failure::bad_input(format!(
                "{}: the folder cannot be read",
                self.folder.display()
            ))
            .because(cause)
        };
        let mut all = BTreeMap::new();
        for entry in fs::read_dir(&self.folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = PathBuf::from(entry.file_name());
            let hidden = name.to_string_lossy().starts_with('.');
            // Not followed: what a link leads to was not put here. A file that is gone by now is looked for again.
            let Ok(metadata) = fs::symlink_metadata(entry.path()) else {
                continue;
            };
            if !hidden && metadata.is_file() {
                let look = Look {
                    len: metadata.len(),
                    changed: metadata.modified().ok(),
                };
                all.insert(name, look);
            }
        }
        Ok(all)
    }

    /// Brings a file that is complete; `None` where it stays, to be tried again.
    fn bring(&self, name: &Path) -> Result<Option<Became>, Failure> {
        let path = self.folder.join(name);
        let shown = name.to_string_lossy().into_owned();
        let bytes = match read(&path) {
            Ok(Ok(bytes)) => bytes,
            Ok(Err(why)) => return self.refuse(name, why).map(Some),
            Err(cause) => {
                warn(&format!(
                    "{shown} cannot be read, and is tried again: {cause}"
                ));
                return Ok(None);
            }
        };
        let brought = Brought {
            by: self.session.settings.author.clone(),
            name: shown.clone(),
            len: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            meant_for: self.meant_for.clone(),
        };
        let tray = Tray::at(self.cabinet.as_ref());
        let now = self.session.clock.now();
        match bringing::bring(tray, &self.owner, &brought, &bytes, now) {
            Ok(item) => {
                if let State::Unread { why } = &item.state {
                    let why = why.clone();
                    tray.drop(&self.owner, item.id).map_err(tray::refused)?;
                    return self.refuse(name, why).map(Some);
                }
                self.moved(name, TAKEN)?;
                Ok(Some(Became {
                    file: shown,
                    became: TAKEN,
                    why: None,
                    item: Some(Shown::of(&self.owner, &item)),
                }))
            }
            Err(NotBrought::Tray(there @ TrayError::There { .. })) => {
                self.moved(name, TAKEN)?;
                Ok(Some(Became {
                    file: shown,
                    became: TAKEN,
                    why: Some(there.to_string()),
                    item: None,
                }))
            }
            Err(NotBrought::Tray(full @ (TrayError::TooMany | TrayError::TooMuch))) => {
                warn(&format!("{shown} stays where it is: {full}"));
                Ok(None)
            }
            Err(NotBrought::Tray(wrong @ (TrayError::Empty | TrayError::TooLarge { .. }))) => {
                self.refuse(name, wrong.to_string()).map(Some)
            }
            Err(NotBrought::Tray(
                error @ (TrayError::Keep(_)
                | TrayError::NoSuch
                | TrayError::Elsewhere { .. }
                | TrayError::Longer { .. }
                | TrayError::SmallPart
                | TrayError::NotWhole { .. }
                | TrayError::Damaged),
            )) => Err(tray::refused(error)),
            Err(not_yet @ NotBrought::NotYet(_)) => {
                // It is in the tray, whole: it is read when somebody looks at it.
                self.moved(name, TAKEN)?;
                Ok(Some(Became {
                    file: shown,
                    became: TAKEN,
                    why: Some(not_yet.to_string()),
                    item: None,
                }))
            }
        }
    }

    fn refuse(&self, name: &Path, why: String) -> Result<Became, Failure> {
        let at = self.moved(name, REFUSED)?;
        let mut reason = at.into_os_string();
        reason.push(".reason.txt");
        let told = File::options()
            .write(true)
            .create_new(true)
            .open(&reason)
            .and_then(|mut file| writeln!(file, "{why}"));
        told.map_err(|cause| not_moved(name, cause))?;
        Ok(Became {
            file: name.to_string_lossy().into_owned(),
            became: REFUSED,
            why: Some(why),
            item: None,
        })
    }

    /// Moves a file to a folder within, under a name that is free there; gives where it is.
    fn moved(&self, name: &Path, place: &str) -> Result<PathBuf, Failure> {
        let folder = self.place(place)?;
        let stem = name.file_stem().unwrap_or_default().to_string_lossy();
        let end = name
            .extension()
            .map(|end| format!(".{}", end.to_string_lossy()));
        let end = end.unwrap_or_default();
        let numbered = (2_u32..).map(|n| folder.join(format!("{stem}-{n}{end}")));
        let mut names = std::iter::once(folder.join(name)).chain(numbered);
        let free = names.find(|path| fs::symlink_metadata(path).is_err());
        let to = free.expect("there are more numbers than files");
        let moved = fs::rename(self.folder.join(name), &to);
        moved.map_err(|cause| not_moved(name, cause))?;
        Ok(to)
    }

    /// A folder within, made where it is not there. One that is a link is not used: what it leads to was not meant.
    fn place(&self, name: &str) -> Result<PathBuf, Failure> {
        let path = self.folder.join(name);
        let failed = |cause: io::Error| {
            Failure::bad_input(format!("{} cannot be made", path.display()))
                .because(cause)
                .hint("files that were brought are moved there: see that the folder may be written to")
        };
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_dir() => Ok(path),
            Ok(_) => Err(
                Failure::bad_input(format!("{} is no folder", path.display()))
                    .hint("files that were brought are moved there: move it out of the way"),
            ),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                fs::create_dir(&path).map_err(failed)?;
                Ok(path)
            }
            Err(cause) => Err(failed(cause)),
        }
    }
}

fn not_moved(name: &Path, cause: io::Error) -> Failure {
    Failure::bad_input(format!("{} could not be moved", name.display()))
        .because(cause)
        .hint("see that the folder may be written to")
}

/// The bytes of a file, or why they are not taken.
fn read(path: &Path) -> io::Result<Result<Vec<u8>, String>> {
    let named = fs::symlink_metadata(path)?;
    let file = File::open(path)?;
    if !is_same(&named, &file.metadata()?) {
        return Err(io::Error::other("another file took its place"));
    }
    if named.len() > LARGEST {
        let len = named.len();
        return Ok(Err(TrayError::TooLarge { len }.to_string()));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

/// Whether what was opened is the file that was looked at, and not what a link put in its place leads to.
#[cfg(unix)]
fn is_same(named: &Metadata, opened: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    named.is_file() && (named.dev(), named.ino()) == (opened.dev(), opened.ino())
}

#[cfg(not(unix))]
fn is_same(named: &Metadata, opened: &Metadata) -> bool {
    named.is_file() && opened.is_file() && named.len() == opened.len()
}

impl Answer for Looked {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["file", "became", "why"]);
        for one in &self.files {
            sheet.row(vec![
                one.file.clone(),
                one.became.to_owned(),
                one.why.clone().unwrap_or_default(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.files.is_empty() {
            return page.line("nothing new was complete in the folder");
        }
        for one in &self.files {
            let why = one.why.as_ref().map(|why| format!(": {why}"));
            page.paragraph(
                2,
                &format!("{} {}{}", one.became, one.file, why.unwrap_or_default()),
            )?;
        }
        Ok(())
    }
}
