//! `accede audit`: what happened at the door and in teams.

use std::io;

use clap::Args;
use jiff::ToSpan;
use jiff::civil::Date;
use people::roster::Actor;
use people::trail::{Line, Party};
use people::{Role, TeamId};
use serde::Serialize;

use super::persons::{entrance, not_done};
use super::{Session, ask, persons};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, moment};

/// Who signed in, was invited, joined, changed role, made tokens; what failed
///
/// Of sign-ins, links and tokens the last 400 days are kept; who sits where is in the ledger for ever.
///
/// For example: `accede audit --team italy --from 2026-11-01`
#[derive(Debug, Args)]
pub(super) struct AuditArgs {
    /// Only what is of this team, and of who is in it
    #[arg(long, value_parser = persons::team)]
    team: Option<TeamId>,
    /// The first day, in UTC [default: 30 days before the last]
    #[arg(long, value_parser = ask::day)]
    from: Option<Date>,
    /// The last day, in UTC [default: today]
    #[arg(long, value_parser = ask::day)]
    to: Option<Date>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &AuditArgs) -> Result<(), Failure> {
    let to = args.to.unwrap_or_else(|| session.today());
    let from = args.from.unwrap_or_else(|| to.saturating_sub(30.days()));
    ask::in_order(from, to)?;
    let owner = Actor::Owner(session.settings.author.clone());
    let lines = entrance(session)?.happened(&owner, args.team.as_ref(), from, to);
    session.give(&AuditView {
        lines: lines.map_err(not_done)?,
    })
}

/// What happened, the newest first.
#[derive(Debug, Serialize)]
struct AuditView {
    lines: Vec<Line>,
}

fn who(party: Option<&Party>) -> String {
    match party {
        Some(party) => party.name().unwrap_or("somebody erased").to_owned(),
        None => String::new(),
    }
}

fn id(party: Option<&Party>) -> String {
    match party {
        Some(Party::Person { id, .. }) => id.to_string(),
        Some(Party::Named(_)) | None => String::new(),
    }
}

impl Answer for AuditView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "at",
            "what",
            "by",
            "by_name",
            "whom",
            "whom_name",
            "team",
            "role",
            "network",
            "times",
        ]);
        for line in &self.lines {
            sheet.row(vec![
                line.at.to_string(),
                line.what.as_str().to_owned(),
                id(line.by.as_ref()),
                cell(line.by.as_ref().and_then(Party::name)),
                id(line.whom.as_ref()),
                cell(line.whom.as_ref().and_then(Party::name)),
                cell(line.team.as_ref()),
                cell(line.role.map(Role::as_str)),
                cell(line.network.as_ref()),
                line.times.to_string(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.lines.is_empty() {
            return page.line("nothing of it happened on these days");
        }
        let mut table = Table::new(vec![
            Column::text("when"),
            Column::text("what"),
            Column::prose("by"),
            Column::prose("whom"),
            Column::text("team"),
            Column::text("as"),
            Column::text("from"),
            Column::number("times"),
        ]);
        for line in &self.lines {
            let times = (line.times > 1).then_some(line.times);
            table.row(vec![
                moment(line.at),
                line.what.as_str().replace('-', " "),
                who(line.by.as_ref()),
                who(line.whom.as_ref()),
                cell(line.team.as_ref()),
                cell(line.role.map(Role::as_str)),
                cell(line.network.as_ref()),
                cell(times),
            ]);
        }
        page.table(&table)
    }
}
