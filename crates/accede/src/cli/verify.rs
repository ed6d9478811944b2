//! `accede verify`: derives the chain again and says up to where it holds.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use ledger::{Head, Store};
use serde::Serialize;
use store::{Damage, Location, Place, Until};

use super::{Session, warn};
use crate::failure::Failure;
use crate::home::{Home, cannot_open, not_opened};
use crate::render::{Answer, Page, Sheet, cell};

/// Derive the chain of the ledger again; exit status 1 if it does not hold, with what still does
///
/// Reads the whole ledger, damaged or not, and changes nothing. Compare `head` with one that was
/// written down elsewhere: a ledger that was rewritten from some entry to its end holds by itself.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// Save the entries that hold into a new ledger in this directory, with the same numbers and
    /// hashes
    #[arg(long, value_name = "DIR")]
    save_to: Option<PathBuf>,
}

/// What verification found.
#[derive(Debug, Serialize)]
struct VerifyView {
    entries: u64,
    head: String,
    holds: bool,
    seconds: f64,
    /// How many entries hold, from the first on.
    holds_to: u64,
    /// The number of the first entry that does not hold; `null`: all hold.
    broken_at: Option<u64>,
    /// What does not hold, and what to do.
    broken: Option<String>,
    /// What is wrong with the file around the entries.
    file: Vec<String>,
    /// The ledger file.
    path: String,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &VerifyArgs) -> Result<(), Failure> {
    let home = Home::new(&session.settings, session.clock);
    let place = match home.location() {
        Location::Files(path) => Place::at(path),
        Location::Database(_) => return in_database(session, &home, args),
    };
    let (ledger, noted) = (place.ledger(), place.note().exists());
    let written = ledger.metadata().is_ok_and(|file| file.len() > 0);
    if !written && !noted {
        home.read()?;
    }
    // How long it took is told; no answer depends on it.
    let begun = Instant::now();
    let view = if ledger.exists() {
        let damage = store::examine(ledger).map_err(cannot_open)?;
        view(&damage, begun.elapsed().as_secs_f64())
    } else {
        gone(&place)
    };
    session.give(&view)?;
    if let Some(directory) = &args.save_to {
        save(ledger, directory)?;
    }
    if view.holds {
        return Ok(());
    }
    Err(Failure::does_not_hold(short(&view, ledger.exists())).hint(what_next(&view)))
}

/// Runs the command on a ledger in a database.
fn in_database(session: &Session, home: &Home, args: &VerifyArgs) -> Result<(), Failure> {
    let open = || home.location().open_to_read().map_err(not_opened);
    let store = match open()? {
        Some(store) => store,
        None => {
            home.read()?;
            open()?.ok_or_else(|| Failure::store("the ledger is gone"))?
        }
    };
    let begun = Instant::now();
    let damage = Damage {
        path: PathBuf::from(home.location().to_string()),
        report: ledger::verify::verify(store.as_ref()),
        file: Vec::new(),
    };
    let view = view(&damage, begun.elapsed().as_secs_f64());
    session.give(&view)?;
    if let Some(directory) = &args.save_to {
        save_from(store.as_ref(), damage.report.holds_to.len, directory)?;
    }
    if view.holds {
        return Ok(());
    }
    Err(Failure::does_not_hold(short(&view, true)).hint(what_next(&view)))
}

/// Saves the entries of `store` up to `last`.
fn save_from(store: &dyn Store, last: u64, directory: &Path) -> Result<(), Failure> {
    let failed =
        |what: String| Failure::store(what).hint("name a directory that has no ledger yet");
    let nothing = || format!("nothing was saved to {}", directory.display());
    let mut new =
        store::Sqlite::create(directory).map_err(|error| failed(nothing()).because(error))?;
    let saved = store::transfer(store, &mut new, Until::Entry(last))
        .map_err(|error| failed(nothing()).because(error))?;
    told_saved(saved.head, directory);
    Ok(())
}

fn told_saved(head: Head, directory: &Path) {
    warn(&format!(
        "saved {} entries to {}, head {}",
        head.len,
        directory.display(),
        head.link
    ));
}

/// In a line, what the report says at length.
fn short(view: &VerifyView, there: bool) -> String {
    match (&view.broken, view.broken_at) {
        _ if !there => "the ledger does not hold: the file is gone".to_owned(),
        (None, _) => "the entries hold, but the file around them is damaged".to_owned(),
        (Some(_), Some(at)) => format!("the ledger does not hold, from entry {at} on"),
        (Some(_), None) => "the ledger does not hold".to_owned(),
    }
}

/// What a person can do now.
fn what_next(view: &VerifyView) -> String {
    if view.holds_to == 0 {
        return "nothing was changed. No entry can be saved: keep the file as it is, and restore a \
                backup; without one, begin in another directory (--data DIR), which gets the \
                shipped facts, and import your pages again"
            .to_owned();
    }
    format!(
        "nothing was changed. Restore a backup; or save the {} entries that hold into a new \
         directory: `accede verify --save-to DIR`",
        view.holds_to
    )
}

/// Saves what holds.
fn save(ledger: &Path, directory: &Path) -> Result<(), Failure> {
    let saved = store::salvage(ledger, directory).map_err(|error| {
        Failure::store(format!("nothing was saved to {}", directory.display()))
            .because(error)
            .hint("name a directory that has no ledger yet")
    })?;
    told_saved(saved.head, directory);
    Ok(())
}

/// The report on a ledger of which only the note of its last entry is left.
fn gone(place: &Place) -> VerifyView {
    VerifyView {
        entries: 0,
        head: Head::EMPTY.link.to_string(),
        holds: false,
        seconds: 0.0,
        holds_to: 0,
        broken_at: Some(1),
        broken: Some(format!(
            "the file is gone, and only the note of its last entry is left in `{}`; restore a backup",
            place.note().display()
        )),
        file: Vec::new(),
        path: place.ledger().display().to_string(),
    }
}

fn view(damage: &Damage, seconds: f64) -> VerifyView {
    let report = &damage.report;
    VerifyView {
        entries: report.entries,
        head: report.holds_to.link.to_string(),
        holds: damage.is_none(),
        seconds,
        holds_to: report.holds_to.len,
        broken_at: report.broken_at,
        broken: report.broken.clone(),
        file: damage.file.clone(),
        path: damage.path.display().to_string(),
    }
}

impl Answer for VerifyView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "entries",
            "head",
            "holds",
            "seconds",
            "holds_to",
            "broken_at",
            "broken",
        ]);
        sheet.row(vec![
            self.entries.to_string(),
            self.head.clone(),
            self.holds.to_string(),
            self.seconds.to_string(),
            self.holds_to.to_string(),
            cell(self.broken_at),
            cell(self.broken.as_ref()),
        ]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&self.path)?;
        if self.holds {
            page.line(&format!("all {} entries hold", self.entries))?;
        } else {
            page.line(&format!(
                "{} of {} entries hold",
                self.holds_to, self.entries
            ))?;
        }
        if self.holds || self.holds_to > 0 {
            page.line(&format!("head {}", self.head))?;
        }
        if let Some(broken) = &self.broken {
            page.paragraph(2, broken)?;
        }
        for trouble in &self.file {
            // What SQLite finds on its pages is for those who mend databases.
            let told = if trouble.starts_with("***") {
                "its pages are damaged; --json has what SQLite says of them"
            } else {
                trouble
            };
            page.paragraph(2, &format!("the file: {told}"))?;
        }
        page.line(&format!("{:.3} seconds", self.seconds))
    }
}
