//! `accede findings`: what does not add up.

use std::io;

use clap::Args;
use serde::Serialize;
use world::sheet::{Tabular, finding_cells};
use world::view::{Finding, HeadView};

use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table};

/// What does not add up in the record, worst first
#[derive(Debug, Args)]
pub(super) struct FindingsArgs {
    /// Only under this treaty
    #[arg(long)]
    treaty: Option<String>,
    /// Only about this State, by code or by name in any of the six languages
    #[arg(long)]
    state: Option<String>,
}

/// The findings asked for, with what they were folded from.
#[derive(Debug, Serialize)]
struct FindingsView {
    known: jiff::Timestamp,
    head: HeadView,
    total: usize,
    findings: Vec<Finding>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &FindingsArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let treaty = args
        .treaty
        .as_deref()
        .map(|name| ask::treaty(&world, name))
        .transpose()?;
    let treaty = treaty.map(|law| &law.id);
    let state = args
        .state
        .as_deref()
        .map(|name| ask::state(&world, name))
        .transpose()?;
    let findings: Vec<Finding> = world
        .findings()
        .iter()
        .filter(|finding| treaty.is_none() || finding.treaty.as_ref() == treaty)
        .filter(|finding| state.is_none() || finding.iso3 == state)
        .cloned()
        .collect();
    session.give(&FindingsView {
        known: world.known(),
        head: world.head(),
        total: findings.len(),
        findings,
    })
}

impl Answer for FindingsView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(&self.findings[..])
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let mut table = Table::new(vec![
            Column::text("Severity"),
            Column::text("Kind"),
            Column::text("Treaty"),
            Column::text("State"),
            Column::prose("What"),
            Column::prose("Entries"),
        ]);
        for finding in &self.findings {
            table.row(finding_cells(finding));
        }
        if table.is_empty() {
            page.line("nothing")?;
        } else {
            page.table(&table)?;
        }
        page.footing(None, self.known, &self.head)
    }
}
