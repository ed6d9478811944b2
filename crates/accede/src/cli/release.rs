//! `accede release`: what of an approach others may see, member by member.

use std::collections::BTreeSet;

use clap::Args;
use ledger::body::{ApproachMember, ApproachState, Release};
use ledger::{Audience, Body, EntryRef, Tlp};
use treaty::Source;

use super::approach::there;
use super::receipt::Recording;
use super::{Session, ask};
use crate::clerk::{Draft, new_id};
use crate::failure::Failure;

/// Release an extract of an approach that took place: only what is named, to whom you say
///
/// The extract is an entry of its own, which tells nothing of the one it was made from; that one says
/// for its own readers what was released. For which treaty, what it was and which participants or
/// organisations approached which is always in it. For example:
/// `accede --as italy release 0193… --to public --members on,place,themes`.
#[derive(Debug, Args)]
pub(super) struct ReleaseArgs {
    /// The approach
    #[arg(value_name = "ENTRY", value_parser = ask::entry)]
    entry: EntryRef,
    /// What is released beside: codes such as on, place, levels, outcomes; a wrong one is answered with the
    /// list
    #[arg(long, value_name = "CODE,…", value_delimiter = ',')]
    members: Vec<ApproachMember>,
    /// Who may see the extract: `public`, `signed-in`, or ids of teams with commas between them
    #[arg(long, value_name = "AUDIENCE", value_parser = ask::audience)]
    to: Audience,
    /// How far the extract may be passed on (TLP 2.0)
    #[arg(long)]
    label: Option<Tlp>,
    /// What the extract names as its source [default: the statement of the author]
    #[arg(long, value_name = "TITLE", value_parser = ask::words)]
    source: Option<String>,
    /// Who releases it [default: `ACCEDE_AUTHOR`, then the user's name]
    #[arg(long, value_name = "NAME", value_parser = ask::words)]
    author: Option<String>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ReleaseArgs) -> Result<(), Failure> {
    let author = args.author.as_deref().unwrap_or(&session.settings.author);
    // Not the source of the entry: it may be a cable.
    let title = args.source.clone();
    let source = Source::cited(title.unwrap_or_else(|| format!("statement of {author}")));
    let world = session.world()?;
    let view = there(&world, args.entry, session)?;
    if view.approach.state != ApproachState::Done {
        return Err(Failure::usage(format!(
            "entry {} did not take place yet: only what is done is released",
            args.entry
        )));
    }
    let entry = world.entry(args.entry);
    let entry =
        entry.ok_or_else(|| Failure::usage(format!("there is no entry {}", args.entry)))?;
    let of = entry.id.parse().map(ledger::EntryId).map_err(|error| {
        Failure::store(format!("the id of entry {} cannot be read", args.entry)).because(error)
    })?;
    let members: BTreeSet<_> = args.members.iter().copied().collect();
    let extract = view.approach.extract(&members);
    let names: Vec<_> = members.iter().map(ToString::to_string).collect();
    let (to, label) = (args.to.clone(), args.label);
    let (audience, own_label) = (view.audience, view.label);
    let id = new_id(session.clock.now());
    let receipt = session
        .clerk()?
        .submit_as(&session.viewer, author, move |_| {
            let body = Body::Approach(Box::new(extract.clone()));
            let mut shown = Draft::new(source.clone(), body).seen_by(to.clone(), label);
            shown.id = Some(id);
            let release = Body::Release(Release {
                of,
                extract: id,
                members: names.clone(),
            });
            let beside = Draft::new(source.clone(), release);
            let beside = beside.seen_by(audience.clone(), own_label);
            Ok((vec![shown, beside], ()))
        })?;
    session.give(&Recording::of(&receipt))
}
