//! `accede bundle`: what two instances exchange by file.

mod follows;
mod import;
mod make;
mod show;

use clap::{Args, Subcommand};

pub(super) use self::make::{no_team, teams, write};
use super::Session;
use crate::failure::Failure;

/// Exchange entries with another instance by a signed file, or hand over to the next coordinators
///
/// A bundle is signed and not encrypted: whoever has the file reads it. docs/bundle-format.md says
/// what is in it; docs/verify_bundle.py checks one without this program.
#[derive(Debug, Args)]
pub(super) struct BundleArgs {
    #[command(subcommand)]
    command: BundleCommand,
}

#[derive(Debug, Subcommand)]
enum BundleCommand {
    Make(make::MakeArgs),
    Show(show::ShowArgs),
    Import(import::ImportArgs),
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &BundleArgs) -> Result<(), Failure> {
    match &args.command {
        BundleCommand::Make(args) => make::run(session, args),
        BundleCommand::Show(args) => show::run(session, args),
        BundleCommand::Import(args) => import::run(session, args),
    }
}

/// A count with its noun.
fn counted(count: usize, one: &str, several: &str) -> String {
    let noun = if count == 1 { one } else { several };
    format!("{count} {noun}")
}
