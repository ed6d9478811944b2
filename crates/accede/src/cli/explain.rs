//! `accede explain`: the steps of one date.

use std::io;

use clap::Args;
use jiff::civil::Date;
use world::view::ExplainView;

use super::eif::steps;
use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Page, Sheet, cell, long_date, word};

/// The steps of one date: the rule, the article and what went in
#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// The treaty: its id, short name, title, or MTDSG number such as XXVI-4
    treaty: String,
    /// The State, by code or by name in any of the six languages
    state: String,
    /// The article of a duty, such as 3(2); or `in_force`, or `left`
    article: String,
    /// The legal day [default: today, UTC]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    on: Option<Date>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ExplainArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let law = ask::treaty(&world, &args.treaty)?;
    let state = ask::state(&world, &args.state)?;
    let on = args.on.unwrap_or_else(|| session.today());
    match world.explain(&law.id, state, &args.article, on, session.lang()) {
        Some(view) => session.give(&view),
        None => {
            let duties: Vec<_> = law
                .duties
                .iter()
                .map(|duty| format!("`{}`", duty.article))
                .collect();
            let known = match duties.as_slice() {
                [] => "its file names no duty".to_owned(),
                duties => format!("its file names the duties {}", duties.join(", ")),
            };
            Err(Failure::usage(format!(
                "`{}` is nothing to explain under {} for {state}",
                args.article, law.short
            ))
            .hint(format!("{known}; `in_force` and `left` explain those days")))
        }
    }
}

impl Answer for ExplainView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty",
            "iso3",
            "article",
            "step",
            "rule",
            "rule_article",
            "day",
            "text",
        ]);
        for (n, step) in self.because.steps().iter().enumerate() {
            sheet.row(vec![
                self.treaty.to_string(),
                self.iso3.to_string(),
                self.article.clone(),
                (n + 1).to_string(),
                step.rule.key().to_owned(),
                cell(step.article.as_ref()),
                cell(step.day),
                step.to_string(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&format!(
            "{}, {}, {}: {}",
            self.treaty, self.name, self.article, self.what
        ))?;
        page.line(&match self.date {
            Some(date) => long_date(date),
            None => "no day".to_owned(),
        })?;
        if let Some(standing) = self.standing {
            page.line(&format!("standing: {}", word(&standing).replace('_', " ")))?;
        }
        steps(page, &self.because)?;
        if !self.sources.is_empty() {
            page.gap()?;
        }
        page.sources(&self.sources)
    }
}
