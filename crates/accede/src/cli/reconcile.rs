//! `accede reconcile`: what sources print against what the record gives.

use std::io;

use clap::Args;
use world::sheet::Tabular;
use world::view::ReconcileView;

use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, cite, word};

/// Compare the counts that sources print with those computed; exit status 1 if one differs
#[derive(Debug, Args)]
pub(super) struct ReconcileArgs {
    /// The treaty: its id, short name, title, or MTDSG number such as XXVI-4 [default:
    /// all of them]
    treaty: Option<String>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ReconcileArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let treaty = args
        .treaty
        .as_deref()
        .map(|name| ask::treaty(&world, name))
        .transpose()?;
    let view = world.reconcile(treaty.map(|law| &law.id));
    session.give(&view)?;
    if view.holds {
        return Ok(());
    }
    let off = view.reconciled.iter().filter(|one| !one.holds).count();
    Err(Failure::does_not_hold(format!(
        "{off} of {} printed counts differ from the computed ones",
        view.reconciled.len()
    ))
    .hint("both are shown; `accede findings` says what may lie behind a difference"))
}

impl Answer for ReconcileView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let mut table = Table::new(vec![
            Column::text("Treaty"),
            Column::text("As at"),
            Column::text("What"),
            Column::number("Printed"),
            Column::number("Computed"),
            Column::text("Holds"),
            Column::prose("Printed in"),
        ]);
        for one in &self.reconciled {
            table.row(vec![
                one.treaty.to_string(),
                one.on.to_string(),
                word(&one.what).replace('_', " "),
                one.printed.to_string(),
                one.computed.to_string(),
                if one.holds { "yes" } else { "NO" }.to_owned(),
                cite(&one.source),
            ]);
        }
        if table.is_empty() {
            page.line("no printed count is on record")?;
        } else {
            page.table(&table)?;
        }
        page.footing(None, self.known, &self.head)
    }
}
