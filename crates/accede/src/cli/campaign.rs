//! `accede campaign`: what somebody wants to reach under a treaty.

mod board;

use std::num::ParseIntError;

use clap::{Args, Subcommand};
use ledger::EntryRef;
use ledger::body::{Campaign, CampaignAim};
use treaty::{PartialDate, ParticipantId, TreatyId};
use world::World;
use world::view::CampaignRow;

use super::outreach::words::{cell, name, term, with};
use super::outreach::{self, Add, Change, Kept, Put, Upon, Which, in_body, newest_first};
use super::{Session, ask};
use crate::failure::Failure;

/// What somebody wants to reach under a treaty: entry into force, so many parties, a region
///
/// In the browser, /campaigns shows each with its board, table and calendar.
#[derive(Debug, Args)]
pub(super) struct CampaignArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(AddArgs),
    Set(SetArgs),
    Close(CloseArgs),
    /// The campaigns on record, the newest first
    List(Which),
    /// One of them, and how far each State is that it is about
    Show(board::Of),
    /// Who was approached in its time, and who acted; with whom there was no contact
    Contacts(board::Of),
}

/// Record a campaign
///
/// For example: `accede --as italy campaign add asia --title Asia --treaty ctbt --aim these=NPL,TON`.
#[derive(Debug, Clone, Args)]
struct AddArgs {
    /// Its name in addresses: 2 to 40 of a-z, 0-9 and inner hyphens
    #[arg(value_name = "NAME")]
    campaign: String,
    /// Its title
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    title: String,
    /// For which treaty; may be given several times, and the aim is about the first
    #[arg(long, required = true)]
    treaty: Vec<String>,
    /// What is to be reached: entry-into-force, consents=130, everybody, group=AU, or these=NPL,TON
    #[arg(long, value_parser = aim)]
    aim: Aim,
    #[command(flatten)]
    more: More,
    #[command(flatten)]
    upon: Upon,
}

/// What a campaign may tell beside.
#[derive(Debug, Clone, Args)]
struct More {
    /// Its first day
    #[arg(long, value_name = "DATE")]
    from: Option<PartialDate>,
    /// Its last day
    #[arg(long, value_name = "DATE")]
    until: Option<PartialDate>,
    /// Who runs it; may be given several times
    #[arg(long, value_name = "STATE")]
    by: Vec<String>,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
}

impl More {
    /// Puts what is given in the place of what a campaign says.
    fn put(&self, world: &World, one: &mut Campaign) -> Result<(), Failure> {
        one.from = self.from.or(one.from);
        one.until = self.until.or(one.until);
        if !self.by.is_empty() {
            one.by = outreach::states(world, &self.by)?;
        }
        one.note = self.note.clone().or_else(|| one.note.take());
        Ok(())
    }
}

/// Put a campaign right: what is given replaces what it says
#[derive(Debug, Clone, Args)]
struct SetArgs {
    /// Its name in addresses
    #[arg(value_name = "NAME")]
    campaign: String,
    /// Its title
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    title: Option<String>,
    /// What is to be reached
    #[arg(long, value_parser = aim)]
    aim: Option<Aim>,
    #[command(flatten)]
    more: More,
    #[command(flatten)]
    change: Change,
}

/// Say when a campaign ended
#[derive(Debug, Clone, Args)]
struct CloseArgs {
    /// Its name in addresses
    #[arg(value_name = "NAME")]
    campaign: String,
    /// The last day
    #[arg(value_name = "DATE")]
    on: PartialDate,
    #[command(flatten)]
    change: Change,
}

/// What is to be reached, as it is typed: States by any name.
#[derive(Debug, Clone)]
enum Aim {
    Said(CampaignAim),
    These(Vec<String>),
}

fn aim(text: &str) -> Result<Aim, String> {
    let (what, of) = text.split_once('=').unwrap_or((text, ""));
    let aim = match (what.replace('_', "-").as_str(), of.trim()) {
        ("entry-into-force", "") => CampaignAim::EntryIntoForce,
        ("everybody", "") => CampaignAim::Everybody,
        ("consents", count) => {
            CampaignAim::Consents(count.parse().map_err(|error: ParseIntError| {
                format!("write how many, as in consents=130: {error}")
            })?)
        }
        ("group", group) if !group.is_empty() => CampaignAim::Group(group.to_owned()),
        ("these", these) if !these.is_empty() => {
            let names = these.split(',').map(|name| name.trim().to_owned());
            return Ok(Aim::These(names.collect()));
        }
        _ => {
            return Err(
                "write entry-into-force, consents=130, everybody, group=AU, or these=NPL,TON"
                    .to_owned(),
            );
        }
    };
    Ok(Aim::Said(aim))
}

impl Aim {
    fn meant(&self, world: &World) -> Result<CampaignAim, Failure> {
        match self {
            Aim::Said(aim) => Ok(aim.clone()),
            Aim::These(names) => Ok(CampaignAim::These(outreach::states(world, names)?)),
        }
    }
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &CampaignArgs) -> Result<(), Failure> {
    match &args.what {
        What::Add(args) => add(session, args),
        What::Set(args) => outreach::put(session, args),
        What::Close(args) => outreach::put(session, args),
        What::List(which) => outreach::list::<Campaign>(session, which, |_| true),
        What::Show(of) => board::show(session, of),
        What::Contacts(of) => board::contacts(session, of),
    }
}

/// The entry of the campaign that is called so: of several, the last.
fn called(world: &World, campaign: &str) -> Result<EntryRef, Failure> {
    let all = outreach::told::<Campaign>(world);
    let found = all.iter().rev().find(|one| one.says().campaign == campaign);
    if let Some(found) = found {
        return Ok(found.entry());
    }
    Err(unknown(world, campaign))
}

/// No campaign that may be seen is called so.
fn unknown(world: &World, campaign: &str) -> Failure {
    let all = outreach::told::<Campaign>(world);
    let names: Vec<_> = all.iter().map(|one| one.says().campaign.as_str()).collect();
    let failure = Failure::usage(format!("no campaign here is called `{campaign}`"));
    if names.is_empty() {
        failure.hint("none is on record that you may see; try `accede demo load`, or --as TEAM")
    } else {
        failure.hint(format!("there are: {}", names.join(", ")))
    }
}

fn add(session: &Session, args: &AddArgs) -> Result<(), Failure> {
    let campaign = &args.campaign;
    if let Ok(there) = called(&session.world()?, campaign) {
        return Err(Failure::usage(format!(
            "the campaign `{campaign}` is on record already, as entry {there}"
        ))
        .hint("`accede campaign set` puts it right"));
    }
    outreach::add(session, args)
}

impl Add for AddArgs {
    type Of = Campaign;

    fn upon(&self) -> &Upon {
        &self.upon
    }

    fn made(&self, world: &World) -> Result<Campaign, Failure> {
        let treaties = self.treaty.iter();
        let treaties = treaties.map(|name| outreach::treaty(world, name));
        let mut one = Campaign {
            campaign: self.campaign.clone(),
            title: self.title.clone(),
            treaties: treaties.collect::<Result<_, _>>()?,
            aim: self.aim.meant(world)?,
            from: None,
            until: None,
            by: Vec::new(),
            note: None,
        };
        self.more.put(world, &mut one)?;
        Ok(one)
    }
}

impl Put for SetArgs {
    type Of = Campaign;

    fn change(&self) -> &Change {
        &self.change
    }

    fn entry(&self, session: &Session) -> Result<EntryRef, Failure> {
        called(&session.world()?, &self.campaign)
    }

    fn put(&self, world: &World, one: &mut Campaign) -> Result<(), Failure> {
        if let Some(title) = &self.title {
            one.title.clone_from(title);
        }
        if let Some(aim) = &self.aim {
            one.aim = aim.meant(world)?;
        }
        self.more.put(world, one)
    }
}

impl Put for CloseArgs {
    type Of = Campaign;
    const WHY: &'static str = "it ended";

    fn change(&self) -> &Change {
        &self.change
    }

    fn entry(&self, session: &Session) -> Result<EntryRef, Failure> {
        called(&session.world()?, &self.campaign)
    }

    fn put(&self, _: &World, one: &mut Campaign) -> Result<(), Failure> {
        one.until = Some(self.on);
        Ok(())
    }
}

/// What is to be reached, as it is typed.
fn written(aim: &CampaignAim) -> String {
    match aim {
        CampaignAim::EntryIntoForce => "entry-into-force".to_owned(),
        CampaignAim::Consents(count) => format!("consents={count}"),
        CampaignAim::Everybody => "everybody".to_owned(),
        CampaignAim::Group(group) => format!("group={group}"),
        CampaignAim::These(these) => {
            let codes: Vec<_> = these.iter().map(ToString::to_string).collect();
            format!("these={}", codes.join(","))
        }
    }
}

/// What is to be reached, in words; `named` gives the names of States.
fn aim_said(aim: &CampaignAim, named: impl Fn(ParticipantId) -> String) -> String {
    match aim {
        CampaignAim::EntryIntoForce => "that the treaty enters into force".to_owned(),
        CampaignAim::Consents(count) => format!("that {count} consent to be bound"),
        CampaignAim::Everybody => "that everybody joins who may".to_owned(),
        CampaignAim::Group(group) => format!("that every member of {group} joins"),
        CampaignAim::These(these) => {
            let names: Vec<_> = these.iter().map(|one| named(*one)).collect();
            format!("that these join: {}", names.join(", "))
        }
    }
}

/// The same with the names of the States that a campaign is about.
fn aim_in_words(aim: &CampaignAim, states: &[CampaignRow]) -> String {
    aim_said(aim, |id| {
        let row = states.iter().find(|row| row.iso3 == id);
        row.map_or_else(|| id.to_string(), |row| row.name.clone())
    })
}

impl Kept for Campaign {
    const WHAT: &'static str = "campaign";
    const COLUMNS: &'static [&'static str] = &[
        "campaign", "title", "treaties", "aim", "from", "until", "by", "note",
    ];

    in_body!(Campaign);

    fn cells(&self, _world: &World) -> Vec<String> {
        let treaties: Vec<_> = self.treaties.iter().map(ToString::to_string).collect();
        let by: Vec<_> = self.by.iter().map(ToString::to_string).collect();
        vec![
            self.campaign.clone(),
            self.title.clone(),
            treaties.join("; "),
            written(&self.aim),
            cell(self.from),
            cell(self.until),
            by.join("; "),
            cell(self.note.as_ref()),
        ]
    }

    fn lines(&self, world: &World) -> Vec<String> {
        let treaties: Vec<_> = self.treaties.iter().map(ToString::to_string).collect();
        let by: Vec<_> = self.by.iter().map(|by| name(world, *by)).collect();
        let by = Some(by.join(", ")).filter(|by| !by.is_empty());
        let mut lines = vec![
            format!("{}: {}", self.campaign, self.title),
            format!(
                "{}: {}",
                treaties.join(", "),
                aim_said(&self.aim, |id| name(world, id))
            ),
            term(self.from, self.until),
        ];
        lines.extend(with("by", by.as_ref()));
        lines.extend(with("note", self.note.as_ref()));
        lines
    }

    fn is_under(&self, treaty: &TreatyId) -> bool {
        self.treaties.contains(treaty)
    }

    fn is_about(&self, state: ParticipantId) -> bool {
        self.by.contains(&state)
            || matches!(&self.aim, CampaignAim::These(these) if these.contains(&state))
    }

    fn order(&self) -> String {
        newest_first(self.from)
    }
}
