//! What the commands for campaigns, stages, pledges, offices, meetings and attributions share: how they
//! record, correct and list.

mod frame;
mod kept;
pub(super) mod words;

use clap::Args;
use ledger::body::{Correction, NextStep};
use ledger::{Audience, Body, EntryId, EntryRef, Tlp};
use treaty::{PartialDate, ParticipantId, Source, TreatyId};
use world::{Viewer, World};

pub(super) use self::frame::{Add, One, Put, add, put};
pub(super) use self::kept::{Kept, Which, in_body, list, newest_first, show, told};
use super::receipt::Recording;
use super::{Session, ask};
use crate::clerk::{Draft, Shown};
use crate::failure::Failure;

/// For whom an entry is recorded, and upon what.
#[derive(Debug, Clone, Args)]
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
#[derive(Debug, Clone, Args)]
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
#[derive(Debug, Clone, Args)]
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

    /// Records what `drafts` makes of the world as it is when it is recorded: given are the source, and who may see
    /// it, or why that is not known.
    ///
    /// # Errors
    ///
    /// What `drafts` gives; what the clerk gives.
    pub(super) fn drafts(
        &self,
        session: &Session,
        drafts: impl Fn(Shown<'_>, Source, Result<Audience, Failure>) -> Result<Vec<Draft>, Failure>
        + Send
        + 'static,
    ) -> Result<(), Failure> {
        let source = self.source.cited(session);
        let (own, viewer) = (self.clone(), session.viewer.clone());
        let author = self.source.author(session);
        let receipt = session
            .clerk()?
            .submit_as(&session.viewer, author, move |shown| {
                let audience = own.audience_of(&viewer);
                Ok((drafts(shown, source.clone(), audience)?, ()))
            })?;
        session.give(&Recording::of(&receipt))
    }

    /// How far it may be passed on.
    pub(super) fn label(&self) -> Option<Tlp> {
        self.label
    }

    fn audience(&self, session: &Session) -> Result<Audience, Failure> {
        self.audience_of(&session.viewer)
    }

    fn audience_of(&self, viewer: &Viewer) -> Result<Audience, Failure> {
        let teams = &viewer.teams;
        let audience = match (&self.seen_by, teams.as_slice()) {
            (Some(audience), _) => audience.clone(),
            (None, [team]) => Audience::Teams(vec![team.clone()]),
            (None, _) => {
                return Err(Failure::usage("nobody said who may see it").hint(
                    "name the team you record for with --as, or say it: --seen-by public",
                ));
            }
        };
        if viewer.sees(&audience) {
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
