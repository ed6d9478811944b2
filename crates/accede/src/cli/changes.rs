//! `accede changes`: what happened between two days.

use std::io;

use clap::Args;
use jiff::civil::Date;
use world::sheet::Tabular;
use world::view::ChangesView;

use super::status::act_words;
use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, long_date};

/// What happened between two days, both included
///
/// For example, between two conferences: `accede changes ctbt --from 2021-09-23 --to 2023-09-22`.
#[derive(Debug, Args)]
pub(super) struct ChangesArgs {
    /// The treaty: its id, short name, title, or MTDSG number such as XXVI-4 [default:
    /// all of them]
    treaty: Option<String>,
    /// The first day
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    from: Date,
    /// The last day
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    to: Date,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ChangesArgs) -> Result<(), Failure> {
    ask::in_order(args.from, args.to)?;
    let world = session.world()?;
    let treaty = args
        .treaty
        .as_deref()
        .map(|name| session.treaty(&world, name))
        .transpose()?;
    let view = world.changes(treaty.as_ref(), args.from, args.to, session.lang());
    session.give(&view)
}

impl Answer for ChangesView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let what = self
            .treaty
            .as_ref()
            .map_or_else(|| "all treaties".to_owned(), ToString::to_string);
        let (from, to) = (long_date(self.from), long_date(self.to));
        page.line(&format!(
            "{what}: acts from {from} to {to}, both days included"
        ))?;
        page.gap()?;
        if self.acts.is_empty() {
            page.line("no act on record in these days")?;
        }
        for (kind, who) in &self.summary {
            let codes: Vec<_> = who.iter().map(ToString::to_string).collect();
            page.paragraph(
                4,
                &format!("{} ({}): {}", act_words(*kind), who.len(), codes.join(", ")),
            )?;
        }
        let mut table = Table::new(vec![
            Column::text("Date"),
            Column::text("Treaty"),
            Column::prose("State"),
            Column::text("Code"),
            Column::text("Act"),
            Column::text("In force"),
            Column::prose("Note"),
            Column::number("Entry"),
        ]);
        for act in &self.acts {
            let notes = [
                (act.further_deposit, "further deposit"),
                (act.disputed, "disputed"),
            ];
            let notes: Vec<_> = notes
                .iter()
                .filter(|note| note.0)
                .map(|note| note.1)
                .collect();
            table.row(vec![
                act.date.to_string(),
                act.treaty.to_string(),
                act.name.clone(),
                act.iso3.to_string(),
                act_words(act.act),
                cell(act.in_force),
                notes.join(", "),
                act.source.entry.to_string(),
            ]);
        }
        if !table.is_empty() {
            page.gap()?;
            page.table(&table)?;
        }
        page.footing(None, self.known, &self.head)?;
        page.sources(self.acts.iter().map(|act| &act.source))
    }
}
