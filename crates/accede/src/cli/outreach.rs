//! What the commands for campaigns, stages, pledges, offices, meetings and attributions share: how they
//! record, correct and list.

pub(super) mod words;

use std::io;

use clap::Args;
use ledger::body::{Correction, NextStep};
use ledger::{Audience, Body, EntryId, EntryRef, Tlp};
use serde::Serialize;
use treaty::{PartialDate, ParticipantId, Source, TreatyId};
use world::World;
use world::view::HeadView;

use super::receipt::Recording;
use super::{Session, ask};
use crate::clerk::{Draft, Shown};
use crate::failure::Failure;
use crate::render::{Answer, Page, Sheet};

/// For whom an entry is recorded, and upon what.
#[derive(Debug, Args)]
pub(super) struct Upon {
    /// Who may see it: `public`, `signed-in`, or ids of teams with commas between them [default: the team of
    /// --as]
    #[arg(long, value_name = "AUDIENCE", visible_alias = "audience", value_parser = ask::audience)]
    seen_by: Option<Audience>,
    /// How far it may be passed on (TLP 2.0): clear, green, amber, amber+strict or red
    #[arg(long)]
    label: Option<Tlp>,
    #[command(flatten)]
    source: Upheld,
}

/// The document that an entry rests on, and who says so.
#[derive(Debug, Args)]
struct Upheld {
    /// The document it rests on [default: the statement of the author]
    #[arg(long, value_name = "TITLE", value_parser = ask::words)]
    source: Option<String>,
    /// The document's address
    #[arg(long, requires = "source")]
    url: Option<String>,
    /// Where in the document
    #[arg(long, value_name = "PARAGRAPH", requires = "source", value_parser = ask::words)]
    paragraph: Option<String>,
    /// Who says so [default: `ACCEDE_AUTHOR`, then the user's name]
    #[arg(long, value_name = "NAME", value_parser = ask::words)]
    author: Option<String>,
}

/// Why an entry is put right, and upon what.
#[derive(Debug, Args)]
pub(super) struct Change {
    /// Why [default: it went on]
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    why: Option<String>,
    #[command(flatten)]
    source: Upheld,
}

impl Upheld {
    fn author<'a>(&'a self, session: &'a Session) -> &'a str {
        self.author.as_deref().unwrap_or(&session.settings.author)
    }

    fn cited(&self, session: &Session) -> Source {
        let title = self.source.clone();
        let title = title.unwrap_or_else(|| format!("statement of {}", self.author(session)));
        Source {
            url: self.url.clone(),
            place: self.paragraph.clone(),
            ..Source::cited(title)
        }
    }
}

impl Upon {
    /// Records what `body` makes of the world as it is when it is recorded, and tells its entry.
    ///
    /// # Errors
    ///
    /// Wrong usage where nobody said who may see it, or it would be out of sight; what `body` gives; what
    /// the clerk gives.
    pub(super) fn record(
        &self,
        session: &Session,
        body: impl Fn(&World) -> Result<Body, Failure> + Send + 'static,
    ) -> Result<(), Failure> {
        let audience = self.audience(session)?;
        let (label, source) = (self.label, self.source.cited(session));
        let author = self.source.author(session);
        let receipt = session
            .clerk()?
            .submit_as(&session.viewer, author, move |shown| {
                let draft = Draft::new(source.clone(), body(shown.world)?);
                Ok((vec![draft.seen_by(audience.clone(), label)], ()))
            })?;
        session.give(&Recording::of(&receipt))
    }

    fn audience(&self, session: &Session) -> Result<Audience, Failure> {
        let teams = &session.viewer.teams;
        let audience = match (&self.seen_by, teams.as_slice()) {
            (Some(audience), _) => audience.clone(),
            (None, [team]) => Audience::Teams(vec![team.clone()]),
            (None, _) => {
                return Err(Failure::usage("nobody said who may see it").hint(
                    "name the team you record for with --as, or say it: --seen-by public",
                ));
            }
        };
        if session.viewer.sees(&audience) {
            return Ok(audience);
        }
        // Whoever could not see it afterwards would not know what became of it.
        Err(
            Failure::usage(format!("what is for {audience} would be out of your sight"))
                .hint("name the team you record for with --as"),
        )
    }
}

impl Change {
    /// Puts an entry right: `change` is given the world and what the entry says now.
    ///
    /// # Errors
    ///
    /// Wrong usage where there is no such entry, it was taken back, or nothing would change; what `change`
    /// gives; what the clerk gives.
    pub(super) fn record(
        &self,
        session: &Session,
        name: EntryRef,
        otherwise: &str,
        change: impl Fn(&World, &mut Body) -> Result<(), Failure> + Send + 'static,
    ) -> Result<(), Failure> {
        let why = self.why.clone().unwrap_or_else(|| otherwise.to_owned());
        let source = self.source.cited(session);
        let author = self.source.author(session);
        let receipt = session
            .clerk()?
            .submit_as(&session.viewer, author, move |shown| {
                let (id, now) = standing(shown, name)?;
                let mut right = now.clone();
                change(shown.world, &mut right)?;
                if right == now {
                    let told = format!("entry {name} says so already");
                    return Err(Failure::usage(told).hint("say what is to change"));
                }
                let body = Body::Correction(Correction {
                    of: id,
                    body: Box::new(right),
                    why: why.clone(),
                });
                let entry = shown.named(name).map(|one| &one.entry);
                let audience = entry.map_or(Audience::Public, |one| one.audience.clone());
                let label = entry.and_then(|one| one.label);
                let draft = Draft::new(source.clone(), body).seen_by(audience, label);
                Ok((vec![draft], ()))
            })?;
        session.give(&Recording::of(&receipt))
    }
}

/// An entry that stands, and what it says now.
fn standing(shown: Shown<'_>, name: EntryRef) -> Result<(EntryId, Body), Failure> {
    let kept = shown.world.kept().find(|kept| kept.entry == name);
    match kept {
        Some(kept) => Ok((kept.id, kept.body.clone())),
        None => Err(nothing(shown.world, name)),
    }
}

fn nothing(world: &World, name: EntryRef) -> Failure {
    if world.entry(name).is_none() {
        return super::entry::no_entry(name, world.head().entries)
            .hint("an entry that is not public is there with --as TEAM, for its teams");
    }
    Failure::usage(format!(
        "entry {name} was taken back, or says nothing of its own"
    ))
}

/// Not an entry of the kind a command is for.
pub(super) fn not_one(name: EntryRef, what: &str) -> Failure {
    Failure::usage(format!("entry {name} is no {what}"))
}

/// The id of an entry that is named by number or id.
///
/// # Errors
///
/// Wrong usage where it is not there, or was taken back.
pub(super) fn id(world: &World, name: EntryRef) -> Result<EntryId, Failure> {
    let kept = world.kept().find(|kept| kept.entry == name);
    kept.map(|kept| kept.id).ok_or_else(|| nothing(world, name))
}

/// The treaty that a name names.
///
/// # Errors
///
/// Wrong usage, with the names that come nearest.
pub(super) fn treaty(world: &World, name: &str) -> Result<TreatyId, Failure> {
    Ok(ask::treaty(world, name)?.id.clone())
}

/// The participants that names name.
///
/// # Errors
///
/// Wrong usage, with the names that come nearest.
pub(super) fn states(world: &World, names: &[String]) -> Result<Vec<ParticipantId>, Failure> {
    names.iter().map(|name| ask::state(world, name)).collect()
}

/// Something that is to be done next.
#[derive(Debug, Clone, Args)]
pub(super) struct Next {
    /// What is to be done next
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    next: Option<String>,
    /// By whom
    #[arg(long, value_name = "WHO", requires = "next", value_parser = ask::words)]
    next_owner: Option<String>,
    /// By when
    #[arg(long, value_name = "DATE", requires = "next")]
    next_by: Option<PartialDate>,
}

impl Next {
    /// The step, where one was named.
    pub(super) fn step(&self) -> Option<NextStep> {
        self.next.as_ref().map(|what| NextStep {
            what: what.clone(),
            owner: self.next_owner.clone(),
            by: self.next_by,
            done: None,
        })
    }
}

/// A kind of entry that a command lists.
pub(super) trait Kept: Sized + Clone + Serialize {
    /// What one is called.
    const WHAT: &'static str;
    /// The columns of its sheet, after the entry.
    const COLUMNS: &'static [&'static str];

    /// What an entry says, where it is of this kind.
    fn of(body: &Body) -> Option<&Self>;
    /// A cell for each column.
    fn cells(&self, world: &World) -> Vec<String>;
    /// What it says in words: a line that heads it, and what follows.
    fn lines(&self, world: &World) -> Vec<String>;
    /// Whether it is about a treaty.
    fn is_under(&self, treaty: &TreatyId) -> bool;
    /// Whether it is about a participant.
    fn is_about(&self, state: ParticipantId) -> bool;
    /// By what those listed are ordered: the first is first.
    fn order(&self) -> String;
}

/// An entry with what it says now.
#[derive(Debug, Serialize)]
pub(super) struct Told<T> {
    entry: EntryRef,
    audience: Audience,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Tlp>,
    /// What it says, corrections applied.
    says: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    disputed: Option<String>,
    source: Source,
    #[serde(skip)]
    cells: Vec<String>,
    #[serde(skip)]
    lines: Vec<String>,
}

/// Entries of one kind.
#[derive(Debug, Serialize)]
pub(super) struct Listed<T> {
    entries: Vec<Told<T>>,
    head: HeadView,
}

/// Which entries are asked for.
#[derive(Debug, Args)]
pub(super) struct Which {
    /// Only for this treaty
    #[arg(long)]
    treaty: Option<String>,
    /// Only about this State
    #[arg(long)]
    state: Option<String>,
}

/// Gives the entries of one kind that are asked for.
///
/// # Errors
///
/// Wrong usage; store trouble.
pub(super) fn list<T: Kept>(
    session: &Session,
    which: &Which,
    also: impl Fn(&T) -> bool,
) -> Result<(), Failure> {
    let world = session.world()?;
    let treaty = which.treaty.as_ref();
    let treaty = treaty
        .map(|name| session.treaty(&world, name))
        .transpose()?;
    let state = which.state.as_ref();
    let state = state.map(|name| session.state(&world, name)).transpose()?;
    let mut entries = told::<T>(&world);
    entries.retain(|one| {
        treaty
            .as_ref()
            .is_none_or(|treaty| one.says.is_under(treaty))
            && state.is_none_or(|state| one.says.is_about(state))
            && also(&one.says)
    });
    entries.sort_by_cached_key(|one| one.says.order());
    session.give(&Listed {
        entries,
        head: world.head(),
    })
}

/// Gives all entries of one kind that `also` takes, in the order of the ledger.
///
/// # Errors
///
/// Store trouble.
pub(super) fn list_all<T: Kept>(
    session: &Session,
    also: impl Fn(&T) -> bool,
) -> Result<(), Failure> {
    let world = session.world()?;
    let mut entries = told::<T>(&world);
    entries.retain(|one| also(&one.says));
    session.give(&Listed {
        entries,
        head: world.head(),
    })
}

/// Gives one entry.
///
/// # Errors
///
/// Wrong usage where it is not there or of another kind; store trouble.
pub(super) fn show<T: Kept>(session: &Session, name: EntryRef) -> Result<(), Failure> {
    let world = session.world()?;
    id(&world, name)?;
    let mut entries = told::<T>(&world);
    entries.retain(|one| one.entry == name);
    match entries.pop() {
        Some(one) => session.give(&one),
        None => Err(not_one(name, T::WHAT)),
    }
}

/// The entries of a kind that stand, in the order of the ledger.
pub(super) fn told<T: Kept>(world: &World) -> Vec<Told<T>> {
    let kept = world.kept().filter_map(|kept| {
        let says = T::of(kept.body)?;
        let audience = world.audience_of(kept.id)?.clone();
        Some(Told {
            entry: kept.entry,
            audience,
            label: world.entry(kept.entry).and_then(|entry| entry.label),
            cells: says.cells(world),
            lines: says.lines(world),
            says: says.clone(),
            disputed: kept.disputed.clone(),
            source: kept.source.clone(),
        })
    });
    kept.collect()
}

impl<T> Told<T> {
    /// What the entry is called.
    pub(super) fn entry(&self) -> EntryRef {
        self.entry
    }

    /// What it says.
    pub(super) fn says(&self) -> &T {
        &self.says
    }

    fn seen_by(&self) -> String {
        super::approach::seen_by(&self.audience, self.label)
    }

    fn put(&self, page: &mut Page<'_>) -> io::Result<()> {
        let mut lines = self.lines.iter();
        if let Some(first) = lines.next() {
            page.paragraph(2, first)?;
        }
        for line in lines {
            page.paragraph(2, &format!("  {line}"))?;
        }
        if let Some(why) = &self.disputed {
            page.paragraph(2, &format!("  in doubt: {why}"))?;
        }
        page.line(&format!("  entry {}, for {}", self.entry, self.seen_by()))
    }
}

impl<T: Kept> Told<T> {
    fn row(&self) -> Vec<String> {
        let mut row = vec![self.entry.to_string()];
        row.extend(self.cells.iter().cloned());
        let label = self.label.map(|label| label.to_string());
        row.push(self.audience.to_string());
        row.push(label.unwrap_or_default());
        row.push(self.source.title.clone());
        row.push(self.source.place.clone().unwrap_or_default());
        row
    }
}

fn sheet<T: Kept>() -> Sheet {
    let mut columns = vec!["entry"];
    columns.extend(T::COLUMNS);
    columns.extend(["audience", "label", "source", "paragraph"]);
    Sheet::new(&columns)
}

impl<T: Kept> Answer for Listed<T> {
    fn sheet(&self) -> Sheet {
        let mut sheet = sheet::<T>();
        for one in &self.entries {
            sheet.row(one.row());
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.entries.is_empty() {
            let what = T::WHAT;
            return page.line(&format!(
                "no such {what} is on record, or you may not see it"
            ));
        }
        self.entries.iter().try_for_each(|one| one.put(page))
    }
}

impl<T: Kept> Answer for Told<T> {
    fn sheet(&self) -> Sheet {
        let mut sheet = sheet::<T>();
        sheet.row(self.row());
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        self.put(page)?;
        let place = self.source.place.as_ref().map(|place| format!(", {place}"));
        let source = format!("source: {}{}", self.source.title, place.unwrap_or_default());
        page.paragraph(2, &source)
    }
}
