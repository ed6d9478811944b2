//! `accede verify`: derives the chain again and says up to where it holds.

use std::io;
use std::time::Instant;

use clap::Args;
use serde::Serialize;
use store::Damage;

use super::Session;
use crate::failure::Failure;
use crate::home::{Home, cannot_open};
use crate::render::{Answer, Page, Sheet, cell};

/// Derive the chain of the ledger again; exit status 1 if it does not hold, with what still does
///
/// Reads the whole ledger, damaged or not, and changes nothing. Compare `head` with one that was
/// written down elsewhere: a ledger that was rewritten from some entry to its end holds by itself.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {}

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
pub(super) fn run(session: &Session, _: &VerifyArgs) -> Result<(), Failure> {
    let home = Home::new(&session.settings, session.clock);
    if !home.place().ledger().exists() && !home.place().note().exists() {
        home.read()?;
    }
    // How long it took is told; no answer depends on it.
    let begun = Instant::now();
    let damage = store::examine(home.place().ledger()).map_err(cannot_open)?;
    let seconds = begun.elapsed().as_secs_f64();
    let view = view(&damage, seconds);
    session.give(&view)?;
    if view.holds {
        return Ok(());
    }
    Err(Failure::does_not_hold(match &view.broken {
        Some(broken) => format!("the ledger does not hold: {broken}"),
        None => format!(
            "the entries hold, but the file is damaged: {}",
            view.file.join("; ")
        ),
    })
    .hint(format!(
        "nothing was changed; {} entries hold",
        view.holds_to
    )))
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
        page.line(&format!("head {}", self.head))?;
        if let Some(broken) = &self.broken {
            page.paragraph(2, broken)?;
        }
        for trouble in &self.file {
            page.paragraph(2, &format!("the file: {trouble}"))?;
        }
        page.line(&format!("{:.3} seconds", self.seconds))
    }
}
