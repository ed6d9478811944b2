//! `accede uncertain`: what the record is not sure of.

use std::io;

use clap::Args;
use world::sheet::Tabular;
use world::view::UncertainView;

use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, cite, word};

/// What the record is not sure of: disputed entries, weak sources, days not known, rules not
/// verified
#[derive(Debug, Args)]
pub(super) struct UncertainArgs {
    /// Only under this treaty
    #[arg(long)]
    treaty: Option<String>,
    /// Only about this State, by code or by name in any of the six languages
    #[arg(long)]
    state: Option<String>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &UncertainArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let treaty = args
        .treaty
        .as_deref()
        .map(|name| ask::treaty(&world, name))
        .transpose()?;
    let state = args
        .state
        .as_deref()
        .map(|name| ask::state(&world, name))
        .transpose()?;
    let mut view = world.uncertain();
    view.rows
        .retain(|row| treaty.is_none_or(|law| row.treaty.as_ref() == Some(&law.id)));
    view.rows
        .retain(|row| state.is_none_or(|state| row.iso3 == Some(state)));
    session.give(&view)
}

impl Answer for UncertainView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let mut table = Table::new(vec![
            Column::text("Why"),
            Column::prose("What"),
            Column::prose("Note"),
            Column::text("Counts"),
            Column::number("Entry"),
            Column::prose("Source"),
        ]);
        for row in &self.rows {
            table.row(vec![
                word(&row.why).replace('_', " "),
                row.what.clone(),
                cell(row.note.as_ref()),
                if row.counts { "yes" } else { "no" }.to_owned(),
                row.entry.to_string(),
                cite(&row.source),
            ]);
        }
        if table.is_empty() {
            page.line("nothing")?;
        } else {
            page.table(&table)?;
        }
        page.footing(None, self.known, &self.head)
    }
}
