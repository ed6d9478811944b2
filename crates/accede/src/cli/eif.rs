//! `accede eif`: what a treaty's entry into force still needs, and what if.

use std::io;

use clap::Args;
use jiff::civil::Date;
use treaty::{Lang, TreatyId};
use world::World;
use world::sheet::{Tabular, lacks};
use world::view::{ForceView, Standing, WhatIf};

use super::{Session, ask, warn};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, long_date, word};

/// What a treaty's entry into force still needs, and what if some more deposited
///
/// For example: `accede eif ctbt --if CHN=2027-02-01 --if EGY=2027-02-01`.
#[derive(Debug, Args)]
pub(super) struct EifArgs {
    /// The treaty: its id, short name, title, or MTDSG number such as XXVI-4
    treaty: String,
    /// The legal day [default: today, UTC]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    on: Option<Date>,
    /// Suppose that a State deposits its instrument on a day, as in CHN=2027-02-01; may be repeated
    #[arg(long = "if", value_name = "STATE=DAY", value_parser = ask::supposition)]
    suppose: Vec<(String, Date)>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &EifArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let treaty = ask::treaty(&world, &args.treaty)?.id.clone();
    let suppose = args.suppose.iter().map(|(name, on)| {
        Ok(WhatIf {
            by: ask::state(&world, name)?,
            on: *on,
        })
    });
    let suppose = suppose.collect::<Result<Vec<_>, Failure>>()?;
    let mut seen = std::collections::BTreeSet::new();
    if let Some(twice) = suppose.iter().find(|one| !seen.insert(one.by)) {
        return Err(
            Failure::usage(format!("two deposits of {} are supposed", twice.by))
                .hint("give each State once: the condition counts one instrument of each"),
        );
    }
    let on = args.on.unwrap_or_else(|| session.today());
    tell_of_idle(&world, &treaty, on, &suppose, session.lang());
    let view = world
        .force(&treaty, on, &suppose, session.lang())
        .expect("the treaty was found in this world");
    session.give(&view)
}

/// Says of which States a supposed deposit changes nothing, since they have consented.
fn tell_of_idle(world: &World, treaty: &TreatyId, on: Date, suppose: &[WhatIf], lang: Lang) {
    let Some(status) = world.status(treaty, on, lang) else {
        return;
    };
    for one in status.participants {
        let stands = matches!(one.standing, Standing::Party | Standing::Contracting);
        if let Some(day) = one.consented.filter(|_| stands)
            && suppose.iter().any(|supposed| supposed.by == one.iso3)
        {
            warn(&format!(
                "{} has consented already, on {day}: to suppose it changes nothing",
                one.name
            ));
        }
    }
}

impl Answer for ForceView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&format!(
            "{}: entry into force, on {}",
            self.short,
            long_date(self.on)
        ))?;
        page.paragraph(2, &format!("condition: {}", self.condition))?;
        for one in &self.supposed {
            page.line(&format!(
                "supposing that {} deposits on {}",
                one.iso3,
                long_date(one.on)
            ))?;
        }
        let of = self
            .required
            .map_or_else(String::new, |required| format!(" of {required}"));
        let few = self.required.is_some_and(|required| self.have < required);
        let met = match (self.met, few) {
            (true, false) => "met",
            // The record of the treaty's entry into force goes before what is on record of deposits.
            (true, true) => {
                "fewer on record than it needed; met all the same, by its own record"
            }
            (false, _) => "not met",
        };
        page.line(&format!("{}{of} instruments: {met}", self.have))?;
        if let Some(date) = self.date {
            let how = if self.recorded {
                "on record"
            } else {
                "by the rule"
            };
            page.line(&format!("entry into force: {} ({how})", long_date(date)))?;
        }
        if let (true, Some(by_rule)) = (self.recorded, self.by_rule)
            && self.date != Some(by_rule)
        {
            page.paragraph(2, &format!(
                "the rule gives {} from the acts on record today, which may lack predecessors",
                long_date(by_rule)
            ))?;
        }
        if !self.missing.is_empty() {
            page.gap()?;
            page.line(&format!("missing ({}):", self.missing.len()))?;
            let mut table = Table::new(vec![
                Column::prose("State"),
                Column::text("Code"),
                Column::text("Standing"),
                Column::text("Lacks"),
            ]);
            for one in &self.missing {
                table.row(vec![
                    one.name.clone(),
                    one.iso3.to_string(),
                    word(&one.standing),
                    lacks(one.lacks).to_owned(),
                ]);
            }
            page.table(&table)?;
        }
        if self.missing_others > 0 {
            page.line(&format!(
                "and {} further instruments of any State",
                self.missing_others
            ))?;
        }
        if let (false, Some(earliest)) = (self.met, self.earliest) {
            let when = match self.supposed.is_empty() {
                true => format!("deposited on {}", long_date(self.on)),
                false => "deposited as well".to_owned(),
            };
            let earliest = long_date(earliest);
            page.paragraph(
                2,
                &format!(
                    "were all that is lacking {when}, it would enter into force on {earliest}"
                ),
            )?;
        }
        steps(page, &self.because)?;
        page.footing(Some(self.on), self.known, &self.head)
    }
}

/// The steps of a reckoning, numbered.
pub(super) fn steps(page: &mut Page<'_>, because: &treaty::Because) -> io::Result<()> {
    if because.steps().is_empty() {
        return Ok(());
    }
    page.gap()?;
    because
        .steps()
        .iter()
        .enumerate()
        .try_for_each(|(n, step)| page.paragraph(4, &format!("{:>2}. {step}", n + 1)))
}
