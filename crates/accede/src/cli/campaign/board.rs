//! `accede campaign show` and `contacts`: how far each State is, and who was approached and acted.

use std::io;

use clap::Args;
use jiff::civil::Date;
use world::sheet::Tabular;
use world::view::{CampaignContactsView, CampaignView};

use super::super::outreach::words::term;
use super::super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, word};

/// Which campaign, and on which day
#[derive(Debug, Args)]
pub(super) struct Of {
    /// Its name in addresses; the id of a treaty stands for the treaty's own aim
    #[arg(value_name = "NAME")]
    campaign: String,
    /// The legal day [default: today, UTC]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    on: Option<Date>,
}

impl Of {
    fn view<T>(
        &self,
        session: &Session,
        ask: impl Fn(&world::World, &str, Date) -> Option<T>,
    ) -> Result<T, Failure> {
        let world = session.world()?;
        let on = self.on.unwrap_or_else(|| session.today());
        match ask(&world, &self.campaign, on) {
            Some(view) => Ok(view),
            None => Err(super::unknown(&world, &self.campaign)),
        }
    }
}

/// Runs `show`.
pub(super) fn show(session: &Session, of: &Of) -> Result<(), Failure> {
    let view = of.view(session, |world, name, on| {
        world.campaign(name, on, session.lang())
    })?;
    session.give(&view)
}

/// Runs `contacts`.
pub(super) fn contacts(session: &Session, of: &Of) -> Result<(), Failure> {
    let view = of.view(session, |world, name, on| {
        world.campaign_contacts(name, (None, None), None, on, session.lang())
    })?;
    session.give(&view)
}

/// A code without its underscores.
fn spaced(code: &impl serde::Serialize) -> String {
    word(code).replace('_', " ")
}

impl Answer for CampaignView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let one = &self.campaign;
        page.paragraph(2, &format!("{}: {}", one.campaign, one.title))?;
        let by: Vec<_> = one.by.iter().map(|by| by.name.as_str()).collect();
        let aim = super::aim_in_words(&one.aim, &self.states);
        page.paragraph(2, &format!("{}: {aim}", one.short))?;
        page.line(&term(one.from, one.until))?;
        if !by.is_empty() {
            page.line(&format!("by {}", by.join(", ")))?;
        }
        if let Some(note) = &one.note {
            page.paragraph(2, &format!("note: {note}"))?;
        }
        if let Some(why) = &one.disputed {
            page.paragraph(2, &format!("in doubt: {why}"))?;
        }
        if let (Some(entry), Some(audience)) = (one.entry, &one.audience) {
            page.line(&format!("entry {entry}, for {audience}"))?;
        }
        let goal = &one.goal;
        let more = goal
            .distance
            .map(|more| format!("; {more} more are needed"));
        page.gap()?;
        page.paragraph(
            2,
            &format!(
                "by law: {} consents; of {} whom it is about, {} have joined{}",
                goal.consents,
                goal.targets,
                goal.reached,
                more.unwrap_or_default()
            ),
        )?;
        page.gap()?;
        let mut table = Table::new(vec![
            Column::text("State"),
            Column::text("On its way"),
            Column::text("Contacts"),
            Column::text("Last"),
            Column::text("Next"),
        ]);
        for row in &self.states {
            let step = row.steps.first().map(|step| step.what.clone());
            table.row(vec![
                row.name.clone(),
                spaced(&row.column),
                row.contacts.to_string(),
                cell(row.last.as_ref().and_then(|last| last.until.or(last.on))),
                step.unwrap_or_default(),
            ]);
        }
        if table.is_empty() {
            page.line("it is about nobody on that day")?;
        } else {
            page.table(&table)?;
        }
        page.footing(Some(self.on), self.known, &self.head)
    }
}

impl Answer for CampaignContactsView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let (title, from, to) = (&self.campaign.title, self.from, self.to);
        page.paragraph(2, &format!("{title}: contacts from {from} to {to}"))?;
        page.paragraph(
            2,
            "that one came after the other credits nobody: only what somebody credited is",
        )?;
        page.gap()?;
        let mut table = Table::new(vec![
            Column::text("State"),
            Column::text("Approached, acted"),
            Column::text("Contacts"),
            Column::text("Did"),
            Column::text("Credited"),
        ]);
        for pair in &self.pairs {
            let did = pair.acts.iter();
            let did = did.map(|act| format!("{} {}", act.act.word(), act.on));
            let credited = pair.attributions.iter();
            table.row(vec![
                pair.name.clone(),
                spaced(&pair.pairing),
                pair.contacts.to_string(),
                did.collect::<Vec<_>>().join(", "),
                credited
                    .map(|one| word(&one.confidence))
                    .collect::<Vec<_>>()
                    .join(", "),
            ]);
        }
        if !table.is_empty() {
            page.table(&table)?;
        }
        let never: Vec<_> = self
            .uncontacted
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        if !never.is_empty() {
            page.gap()?;
            let since = self.since;
            page.paragraph(
                2,
                &format!(
                    "no contact is on record since {since}: {}",
                    never.join(", ")
                ),
            )?;
        }
        page.footing(Some(self.on), self.known, &self.head)
    }
}
