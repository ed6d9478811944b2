//! The command line: one file a command. Each command opens a world, asks, and hands the view
//! over to be rendered; nothing is computed here.

mod approach;
mod ask;
mod attribution;
mod audit;
mod backup;
mod brief;
mod bundle;
mod campaign;
mod changes;
mod completions;
mod demo;
mod document;
mod due;
mod eif;
mod entry;
mod explain;
mod export;
mod export_entries;
mod export_log;
mod export_tables;
mod find;
mod findings;
mod get;
mod import;
mod key;
mod meeting;
mod mend;
mod migrate;
mod name;
mod next;
mod outreach;
mod persons;
mod pledge;
mod publish;
mod receipt;
mod reconcile;
mod release;
mod report;
mod restore;
mod role;
mod said;
mod serve;
mod session;
mod stage;
mod state;
mod status;
mod team;
mod token;
mod treaties;
mod uncertain;
mod user;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jiff::Timestamp;
use treaty::Lang;
use world::Viewer;

use self::session::{Session, warn};
use crate::clock::Clock;
use crate::failure::Failure;
use crate::isolated;
use crate::render::Form;
use crate::settings::Settings;

/// The heading in each command's help over the options that all have.
const EVERYWHERE: &str = "Options of every command";

/// Who is in, who is missing, and since when: treaties and their participants on any day.
///
/// Every question has a legal day (--on: what was the status on D?) and a moment of knowledge
/// (--known: what did we know then?). Facts ship with the program; nothing needs a network.
#[derive(Debug, Parser)]
#[command(
    name = "accede",
    version,
    propagate_version = true,
    max_term_width = 100,
    after_help = "Exit status: 0 done; 1 the check that was asked for does not hold; 2 wrong usage; 3 bad \
                  input; 4 store or system trouble.\n\nTry: accede status ctbt --on 2023-09-22"
)]
pub(crate) struct Cli {
    /// The data directory; filled with the shipped facts at first use [env: ACCEDE_DATA; default: the
    /// platform's]
    #[arg(help_heading = EVERYWHERE, long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The ledger is in this PostgreSQL database instead, with its documents:
    /// postgresql://USER:PASSWORD@HOST/DATABASE; better in ACCEDE_DATABASE_URL, where other users
    /// of the machine do not see it
    #[arg(help_heading = EVERYWHERE, long, global = true, value_name = "URL")]
    database_url: Option<String>,
    /// Answer from what was known then: a day, to its end in UTC, or a moment (RFC 3339, or as
    /// tables print it); only for commands that ask
    #[arg(help_heading = EVERYWHERE, long, global = true, value_name = "TIME", value_parser = ask::moment)]
    known: Option<Timestamp>,
    /// Answer from what these teams may see, or anyone `signed-in`, and record in their name
    /// [default: what anyone may see]. It guards against showing too much by mistake; whoever can read the
    /// data directory can read all of it
    #[arg(help_heading = EVERYWHERE, long = "as", global = true, value_name = "TEAM,…", value_parser = ask::viewer)]
    viewer: Option<Viewer>,
    /// The language of names and titles: en, fr, es, ar, zh or ru
    #[arg(help_heading = EVERYWHERE, long, global = true, default_value = "en")]
    lang: Lang,
    /// Answer in JSON
    #[arg(help_heading = EVERYWHERE, long, global = true, conflicts_with = "csv")]
    json: bool,
    /// Answer in CSV
    #[arg(help_heading = EVERYWHERE, long, global = true)]
    csv: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::ServeArgs),
    Status(status::StatusArgs),
    Changes(changes::ChangesArgs),
    Eif(eif::EifArgs),
    Due(due::DueArgs),
    Explain(explain::ExplainArgs),
    State(state::StateArgs),
    Import(import::ImportArgs),
    Export(export::ExportArgs),
    Get(get::GetArgs),
    Publish(publish::PublishArgs),
    Reconcile(reconcile::ReconcileArgs),
    Verify(verify::VerifyArgs),
    Backup(backup::BackupArgs),
    Bundle(bundle::BundleArgs),
    Key(key::KeyArgs),
    Restore(restore::RestoreArgs),
    MigrateStore(migrate::MigrateArgs),
    Find(find::FindArgs),
    Said(said::SaidArgs),
    Document(document::DocumentArgs),
    Findings(findings::FindingsArgs),
    Uncertain(uncertain::UncertainArgs),
    Entry(entry::EntryArgs),
    Correct(mend::CorrectArgs),
    Retract(mend::RetractArgs),
    Dispute(mend::DisputeArgs),
    Alias(name::AliasArgs),
    Approach(approach::ApproachArgs),
    Next(next::NextArgs),
    Brief(brief::BriefArgs),
    Report(report::ReportArgs),
    Release(release::ReleaseArgs),
    Campaign(campaign::CampaignArgs),
    Stage(stage::StageArgs),
    Pledge(pledge::PledgeArgs),
    Attribution(attribution::AttributionArgs),
    Role(role::RoleArgs),
    Meeting(meeting::MeetingArgs),
    Demo(demo::DemoArgs),
    Treaty(treaties::TreatyArgs),
    Team(team::TeamArgs),
    User(user::UserArgs),
    Token(token::TokenArgs),
    Audit(audit::AuditArgs),
    Completions(completions::CompletionsArgs),
}

impl Command {
    /// Whether it answers, or records, for anyone and nobody else, or has nothing to do with who sees
    /// what.
    fn is_for_anyone(&self) -> bool {
        if let Command::Import(args) = self {
            return !args.is_a_log();
        }
        matches!(
            self,
            Command::Serve(_)
                | Command::Get(_)
                | Command::Publish(_)
                | Command::Reconcile(_)
                | Command::Verify(_)
                | Command::Backup(_)
                | Command::Bundle(_)
                | Command::Key(_)
                | Command::Restore(_)
                | Command::MigrateStore(_)
                | Command::Alias(_)
                | Command::Treaty(_)
                | Command::Team(_)
                | Command::User(_)
                | Command::Token(_)
                | Command::Audit(_)
        )
    }
}

/// Runs the program.
pub fn run() -> ExitCode {
    // A child that reads one document, before anything is opened.
    if std::env::args_os().skip(1).eq([isolated::WORD]) {
        return isolated::work();
    }
    match Cli::try_parse() {
        Ok(cli) => match obey(cli) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => failure.report(),
        },
        Err(told) => {
            // Help, the version, or wrong usage; a closed pipe is no error.
            let _ = told.print();
            ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(2))
        }
    }
}

fn obey(cli: Cli) -> Result<(), Failure> {
    if let Command::Completions(args) = &cli.command {
        return completions::run(args);
    }
    let form = match (cli.json, cli.csv) {
        (true, _) => Form::Json,
        (false, true) => Form::Csv,
        (false, false) => Form::Table,
    };
    let session = Session {
        settings: Settings::read(cli.data, cli.database_url)?,
        clock: Clock::of_the_system()?,
        known: cli.known,
        viewer: cli.viewer.unwrap_or_default(),
        lang: cli.lang,
        form,
    };
    if cli.command.is_for_anyone() {
        session.for_anyone()?;
    }
    match &cli.command {
        Command::Serve(args) => serve::run(&session, args),
        Command::Status(args) => status::run(&session, args),
        Command::Changes(args) => changes::run(&session, args),
        Command::Eif(args) => eif::run(&session, args),
        Command::Due(args) => due::run(&session, args),
        Command::Explain(args) => explain::run(&session, args),
        Command::State(args) => state::run(&session, args),
        Command::Import(args) => import::run(&session, args),
        Command::Export(args) => export::run(&session, args),
        Command::Get(args) => get::run(&session, args),
        Command::Publish(args) => publish::run(&session, args),
        Command::Reconcile(args) => reconcile::run(&session, args),
        Command::Verify(args) => verify::run(&session, args),
        Command::Backup(args) => backup::run(&session, args),
        Command::Bundle(args) => bundle::run(&session, args),
        Command::Key(args) => key::run(&session, args),
        Command::Restore(args) => restore::run(&session, args),
        Command::MigrateStore(args) => migrate::run(&session, args),
        Command::Find(args) => find::run(&session, args),
        Command::Said(args) => said::run(&session, args),
        Command::Document(args) => document::run(&session, args),
        Command::Findings(args) => findings::run(&session, args),
        Command::Uncertain(args) => uncertain::run(&session, args),
        Command::Entry(args) => entry::run(&session, args),
        Command::Correct(args) => mend::correct(&session, args),
        Command::Retract(args) => mend::retract(&session, args),
        Command::Dispute(args) => mend::dispute(&session, args),
        Command::Alias(args) => name::run(&session, args),
        Command::Approach(args) => approach::run(&session, args),
        Command::Next(args) => next::run(&session, args),
        Command::Brief(args) => brief::run(&session, args),
        Command::Report(args) => report::run(&session, args),
        Command::Release(args) => release::run(&session, args),
        Command::Campaign(args) => campaign::run(&session, args),
        Command::Stage(args) => stage::run(&session, args),
        Command::Pledge(args) => pledge::run(&session, args),
        Command::Attribution(args) => attribution::run(&session, args),
        Command::Role(args) => role::run(&session, args),
        Command::Meeting(args) => meeting::run(&session, args),
        Command::Demo(args) => demo::run(&session, args),
        Command::Treaty(args) => treaties::run(&session, args),
        Command::Team(args) => team::run(&session, args),
        Command::User(args) => user::run(&session, args),
        Command::Token(args) => token::run(&session, args),
        Command::Audit(args) => audit::run(&session, args),
        Command::Completions(args) => completions::run(args),
    }
}
