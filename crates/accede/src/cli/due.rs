//! `accede due`: who owes what by when.

use std::io;

use clap::Args;
use jiff::civil::Date;
use world::sheet::Tabular;
use world::view::{DutiesView, DutyStanding};

use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, long_date, word};

/// Who owes what by when, and how each duty stands
#[derive(Debug, Args)]
pub(super) struct DueArgs {
    /// Only under this treaty
    #[arg(long)]
    treaty: Option<String>,
    /// Only of this State, by code or by name in any of the six languages
    #[arg(long)]
    state: Option<String>,
    /// The day on which the standing of each duty is told [default: today, UTC]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    on: Option<Date>,
    /// Only duties due on or after this day
    #[arg(long, value_name = "DAY", value_parser = ask::day, requires = "to")]
    from: Option<Date>,
    /// Only duties due on or before this day
    #[arg(long, value_name = "DAY", value_parser = ask::day, requires = "from")]
    to: Option<Date>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &DueArgs) -> Result<(), Failure> {
    let window = args.from.zip(args.to);
    if let Some((from, to)) = window {
        ask::in_order(from, to)?;
    }
    let world = session.world()?;
    let treaty = args
        .treaty
        .as_deref()
        .map(|name| session.treaty(&world, name))
        .transpose()?;
    let state = args
        .state
        .as_deref()
        .map(|name| session.state(&world, name))
        .transpose()?;
    let on = args.on.unwrap_or_else(|| session.today());
    let view = world.duties(treaty.as_ref(), state, on, window, session.lang());
    session.give(&view)
}

impl Answer for DutiesView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&format!("duties, as they stood on {}", long_date(self.on)))?;
        if let (Some(from), Some(to)) = (self.from, self.to) {
            page.line(&format!(
                "due from {} to {}",
                long_date(from),
                long_date(to)
            ))?;
        }
        page.gap()?;
        if self.duties.is_empty() {
            page.line("no duty is on record that fits")?;
        } else {
            page.table(&duty_table(&self.duties))?;
            page.gap()?;
            page.line("`accede explain TREATY STATE ARTICLE` gives the steps of each day")?;
        }
        page.footing(Some(self.on), self.known, &self.head)?;
        page.sources(self.duties.iter().flat_map(|duty| &duty.sources))
    }
}

/// Duties as rows.
pub(super) fn duty_table(duties: &[DutyStanding]) -> Table {
    let mut table = Table::new(vec![
        Column::text("Due"),
        Column::text("Treaty"),
        Column::text("Article"),
        Column::prose("State"),
        Column::text("Code"),
        Column::prose("Standing"),
        Column::text("First due"),
        Column::text("Fulfilled"),
        Column::prose("Duty"),
    ]);
    for duty in duties {
        let political = if duty.political {
            " (politically agreed)"
        } else {
            ""
        };
        table.row(vec![
            duty.due
                .map_or_else(|| "-".to_owned(), |due| due.to_string()),
            duty.treaty.to_string(),
            duty.article.clone(),
            duty.name.clone(),
            duty.iso3.to_string(),
            word(&duty.standing).replace('_', " "),
            cell(duty.original_due.filter(|first| duty.due != Some(*first))),
            cell(duty.fulfilled),
            format!("{}{political}", duty.duty),
        ]);
    }
    table
}
