//! `accede release`: what of an approach others may see, member by member.

use clap::Args;
use ledger::body::ApproachMember;
use ledger::{Audience, EntryRef, Tlp};
use treaty::Source;

use super::approach::there;
use super::receipt::Recording;
use super::{Session, ask};
use crate::clerk::new_id;
use crate::extract::Extract;
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
    // What it lacks is told as every command tells it, before the clerk is asked.
    there(&session.world()?, args.entry, session)?;
    let extract = Extract {
        of: args.entry,
        members: args.members.iter().copied().collect(),
        to: args.to.clone(),
        label: args.label,
        source,
    };
    let id = new_id(session.clock.now());
    let receipt = session
        .clerk()?
        .submit_as(&session.viewer, author, move |shown| {
            let drafts = extract.drafts(shown, id);
            let drafts = drafts.map_err(|not| Failure::usage(not.to_string()))?;
            Ok((drafts, ()))
        })?;
    session.give(&Recording::of(&receipt))
}
