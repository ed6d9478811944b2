//! `accede alias`: a further name of a State, given by a person, so that an import can be tried
//! again.

use clap::Args;
use ledger::Body;
use ledger::body::AliasGiven;
use treaty::Source;

use super::receipt::Recording;
use super::{Session, ask};
use crate::clerk::Draft;
use crate::failure::Failure;

/// Record a further name of a State, so that pages that use it can be read
#[derive(Debug, Args)]
pub(super) struct AliasArgs {
    /// The name as printed
    #[arg(value_parser = ask::words)]
    name: String,
    /// The State, by code or by a name that is known
    state: String,
    /// The document that uses the name
    #[arg(long, value_name = "TITLE", value_parser = ask::words)]
    source: String,
    /// The document's address
    #[arg(long)]
    url: Option<String>,
    /// Who says so [default: `ACCEDE_AUTHOR`, then the user's name]
    #[arg(long, value_name = "NAME", value_parser = ask::words)]
    author: Option<String>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &AliasArgs) -> Result<(), Failure> {
    let author = args.author.as_deref().unwrap_or(&session.settings.author);
    let source = Source {
        url: args.url.clone(),
        ..Source::cited(args.source.clone())
    };
    let (name, state) = (args.name.clone(), args.state.clone());
    let receipt = session.clerk()?.submit(author, move |shown| {
        let by = ask::state(shown.world, &state)?;
        match shown.world.find_participant(&name) {
            Some(known) if known == by => Ok((Vec::new(), ())),
            Some(known) => Err(Failure::usage(format!(
                "`{name}` is already a name of {known}; a name names one participant"
            ))),
            None => {
                let body = Body::Alias(AliasGiven {
                    by,
                    name: name.clone(),
                });
                Ok((vec![Draft::new(source.clone(), body)], ()))
            }
        }
    })?;
    session.give(&Recording::of(&receipt))
}
