//! `accede state`: one participant across all treaties.

use std::io;

use clap::Args;
use jiff::civil::Date;
use world::sheet::Tabular;
use world::view::{ParticipantView, Standing};

use super::due::duty_table;
use super::status::act_words;
use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, long_date, word};

/// One State across all treaties: standing, acts, duties, offices
#[derive(Debug, Args)]
pub(super) struct StateArgs {
    /// The State, by code or by name in any of the six languages
    state: String,
    /// The legal day [default: today, UTC]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    on: Option<Date>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &StateArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let state = ask::state(&world, &args.state)?;
    let on = args.on.unwrap_or_else(|| session.today());
    let view = world
        .participant_view(state, on, session.lang())
        .expect("the participant was found in this world");
    session.give(&view)
}

impl Answer for ParticipantView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&format!(
            "{} ({}), on {}",
            self.name,
            self.iso3,
            long_date(self.on)
        ))?;
        if !self.groups.is_empty() {
            page.paragraph(2, &format!("groups: {}", self.groups.join(", ")))?;
        }
        page.gap()?;
        let mut table = Table::new(vec![
            Column::text("Treaty"),
            Column::text("Standing"),
            Column::text("Signed"),
            Column::text("Consented"),
            Column::text("By"),
            Column::text("In force"),
            Column::text("Left"),
        ]);
        for one in self
            .treaties
            .iter()
            .filter(|one| one.status.standing != Standing::None)
        {
            table.row(vec![
                one.short.clone(),
                word(&one.status.standing),
                cell(one.status.signed),
                cell(one.status.consented),
                one.status.consent_act.map_or_else(String::new, act_words),
                cell(one.status.in_force),
                cell(one.status.left),
            ]);
        }
        if table.is_empty() {
            page.line("no standing under any treaty here")?;
        } else {
            page.table(&table)?;
        }
        let outside: Vec<_> = self
            .treaties
            .iter()
            .filter(|one| one.status.standing == Standing::None)
            .map(|one| one.short.as_str())
            .collect();
        if !outside.is_empty() {
            page.gap()?;
            page.paragraph(2, &format!("not in: {}", outside.join(", ")))?;
        }
        if !self.duties.is_empty() {
            page.gap()?;
            page.table(&duty_table(&self.duties))?;
        }
        page.footing(Some(self.on), self.known, &self.head)?;
        page.sources(self.treaties.iter().flat_map(|one| &one.status.sources))
    }
}
