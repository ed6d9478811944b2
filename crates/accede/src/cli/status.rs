//! `accede status`: where everybody stood under a treaty on a day.

use std::collections::BTreeMap;
use std::io;

use clap::Args;
use jiff::civil::Date;
use treaty::{Kind, Lang, Law};
use world::World;
use world::sheet::Tabular;
use world::view::{CalledView, Counts, ParticipantStatus, Standing, StatusView};

use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Column, Page, Sheet, Table, cell, long_date};

/// Where everybody stood under a treaty at the end of a day
///
/// Counts are over every participant, whatever `--state` narrows the list to.
#[derive(Debug, Args)]
pub(super) struct StatusArgs {
    /// The treaty: its id, short name, title, or MTDSG number such as XXVI-4
    treaty: String,
    /// The legal day [default: today, UTC]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    on: Option<Date>,
    /// Only this State, by code or by name in any of the six languages; may be repeated
    #[arg(long, value_name = "STATE")]
    state: Vec<String>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &StatusArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let on = args.on.unwrap_or_else(|| session.today());
    let treaty = match ask::treaty(&world, &args.treaty) {
        Ok(law) => law.id.clone(),
        Err(unknown) => {
            let later = session.known_since(&args.treaty)?.ok_or(unknown)?;
            return session.give(&nothing_known(&world, &later, on, session.lang()));
        }
    };
    let states = args.state.iter().map(|name| ask::state(&world, name));
    let states = states.collect::<Result<Vec<_>, _>>()?;
    let mut view = world
        .status(&treaty, on, session.lang())
        .expect("the treaty was found in this world");
    if !states.is_empty() {
        view.participants.retain(|one| states.contains(&one.iso3));
        view.findings
            .retain(|finding| finding.iso3.is_none_or(|by| states.contains(&by)));
    }
    session.give(&view)
}

/// The answer for a treaty that was not on record at the moment of knowledge.
fn nothing_known(world: &World, law: &Law, on: Date, lang: Lang) -> StatusView {
    StatusView {
        treaty: law.id.clone(),
        short: law.short.clone(),
        title: law.title.get(lang).to_owned(),
        called: BTreeMap::new(),
        on,
        known: world.known(),
        head: world.head(),
        in_force: false,
        entered_into_force: None,
        counts: Counts::default(),
        participants: Vec::new(),
        findings: Vec::new(),
    }
}

impl Answer for StatusView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.paragraph(0, &format!("{}: {}", self.short, self.title))?;
        page.line(&force_line(self.on, self.in_force, self.entered_into_force))?;
        page.gap()?;
        counts(page, &self.counts)?;
        let (listed, outside): (Vec<_>, Vec<_>) = self
            .participants
            .iter()
            .partition(|one| one.standing != Standing::None || self.participants.len() <= FEW);
        let mut table = Table::new(vec![
            Column::prose("State"),
            Column::text("Code"),
            Column::prose("Standing"),
            Column::text("Signed"),
            Column::text("Consented"),
            Column::text("By"),
            Column::text("In force"),
            Column::text("Left"),
            Column::prose("Note"),
        ]);
        for one in &listed {
            table.row(vec![
                one.name.clone(),
                one.iso3.to_string(),
                standing_words(one, &self.called),
                cell(one.signed),
                cell(one.consented),
                one.consent_act.map_or_else(String::new, act_words),
                cell(one.in_force),
                cell(one.left),
                note(one),
            ]);
        }
        if !table.is_empty() {
            page.gap()?;
            page.table(&table)?;
        }
        if !outside.is_empty() {
            page.gap()?;
            let names: Vec<_> = outside.iter().map(|one| one.name.as_str()).collect();
            page.paragraph(
                2,
                &format!("no standing ({}): {}", outside.len(), names.join("; ")),
            )?;
        }
        page.footing(Some(self.on), self.known, &self.head)?;
        page.sources(listed.iter().flat_map(|one| &one.sources))?;
        match self.findings.len() {
            0 => Ok(()),
            n => page.line(&format!(
                "{n} findings under this treaty: `accede findings --treaty {}`",
                self.treaty
            )),
        }
    }
}

/// Up to so many participants, those without standing are listed as rows too: they were asked for.
const FEW: usize = 20;

/// Whether the treaty was in force.
fn force_line(on: Date, in_force: bool, since: Option<Date>) -> String {
    match (in_force, since) {
        (true, Some(since)) => {
            format!("{}: in force since {}", long_date(on), long_date(since))
        }
        (true, None) => format!("{}: in force", long_date(on)),
        (false, _) => format!("{}: not in force", long_date(on)),
    }
}

/// The counts, each with what it counts.
fn counts(page: &mut Page<'_>, counts: &Counts) -> io::Result<()> {
    let lines = [
        (
            counts.signatures,
            "signatures",
            "signature stands, those that have since consented included",
        ),
        (
            counts.consents,
            "consents",
            "consent to be bound stands, in whatever form",
        ),
        (
            counts.parties,
            "parties",
            "consent stands and the treaty is in force for them",
        ),
        (
            counts.signatories_only,
            "signatories only",
            "signature stands, no consent stands",
        ),
        (counts.withdrawn, "withdrawn", "left, and not come back"),
    ];
    lines.into_iter().try_for_each(|(number, name, meaning)| {
        page.line(&format!("  {number:>4}  {name:<17} {meaning}"))
    })
}

/// The standing in words, the treaty's own where it has some, with what stands beside it.
fn standing_words(one: &ParticipantStatus, called: &BTreeMap<Standing, CalledView>) -> String {
    let standing = match called.get(&one.standing) {
        Some(term) => &term.one,
        None => general_word(one.standing),
    };
    if one.provisional {
        format!("{standing}, provisional")
    } else {
        standing.to_owned()
    }
}

fn general_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Party => "party",
        Standing::Contracting => "contracting",
        Standing::Signatory => "signatory",
        Standing::Withdrawn => "withdrawn",
        Standing::None => "none",
    }
}

/// What a reader of the row must know beside its dates.
fn note(one: &ParticipantStatus) -> String {
    let mut notes = Vec::new();
    if let Some(then) = &one.name_then {
        notes.push(format!("then {then}"));
    }
    if let Some(by) = one.done_by {
        notes.push(format!("done by {by}"));
    }
    let notice = one
        .acts
        .iter()
        .find(|act| act.act == Kind::WithdrawalNotified);
    if let Some(notice) = notice.filter(|_| one.standing != Standing::Withdrawn) {
        notes.push(format!("gave notice of withdrawal on {}", notice.date));
    }
    if one.intends_not_to_join {
        notes.push("intends not to become party".to_owned());
    }
    if one.uncertain {
        notes.push("uncertain".to_owned());
    }
    notes.join("; ")
}

/// An act as people read it.
pub(super) fn act_words(kind: Kind) -> String {
    kind.word().replace('_', " ")
}
