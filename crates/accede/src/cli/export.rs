//! `accede export`: the record in files that `accede import` reads back unchanged.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use intake::{Doubt, EntryKind, Sourced};
use jiff::civil::Date;
use treaty::{Kind, Law, ParticipantId, TreatyId};
use world::World;
use world::sheet::status_of;
use world::view::ActView;

use super::export_entries::{self, Narrow};
use super::{Session, ask, export_log, export_tables};
use crate::failure::Failure;

/// Write the record to a file or to standard output
///
/// `acts` gives every act with its source; `accede import acts` reads it back unchanged. So do
/// `plans`, `statements` and the other kinds of entry, each by its own name.
/// `status` gives where everybody stood at the end of a day, of one treaty or all: in CSV and JSON
/// as `accede status` does, in XML as a status page of that day with the acts done by then. It
/// reads back too, as far as a status goes: docs/formats.md says what it cannot carry.
/// `data` and `sqlite` give the whole public record as tables, for other programs.
#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// What to write
    #[arg(value_enum)]
    what: What,
    /// In which form [default: csv, or as the name of --out ends]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The file to write; it is replaced whole, or not touched
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Only under this treaty; may be repeated
    #[arg(long)]
    treaty: Vec<String>,
    /// Only of this State, by code or by name in any of the six languages; may be repeated
    #[arg(long)]
    state: Vec<String>,
    /// For status the legal day; for acts, those done by then [default: today, UTC; for acts, all]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    on: Option<Date>,
    /// Only acts, or entries that have a day, on or after this day
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    from: Option<Date>,
    /// Only acts, or entries that have a day, on or before this day
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    to: Option<Date>,
    /// Only this kind of act, such as accession; may be repeated
    #[arg(long)]
    act: Vec<Kind>,
}

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Every act on record, with its source
    Acts,
    /// Where everybody stood on a day
    Status,
    /// Plans of action, with their sources, like all that follow but the last two
    Plans,
    /// Their actions
    PlanActions,
    /// Statements
    Statements,
    /// Documents of the library: what they are, without their files
    Documents,
    /// Assistance
    Assistance,
    /// Offices and who held them
    Roles,
    /// Meetings
    Meetings,
    /// Duties that were fulfilled
    Fulfilments,
    /// Deadlines that were extended
    Extensions,
    /// What else sources say of duties
    Observations,
    /// Memberships of groups
    Memberships,
    /// Counts as sources print them
    Counts,
    /// Further names of participants, as people gave them
    Names,
    /// The outreach log: every approach that the viewer of --as may see, with who may see it
    Log,
    /// The public record as tables: a folder of CSV files with a datapackage.json
    Data,
    /// The same tables as one SQLite database, with views; Datasette opens it
    Sqlite,
}

/// What an export holds.
enum Holds {
    Acts,
    Status,
    Entries(EntryKind),
    Log,
    Tables,
}

impl What {
    fn holds(self) -> Holds {
        match self {
            What::Acts => Holds::Acts,
            What::Status => Holds::Status,
            What::Plans => Holds::Entries(EntryKind::Plans),
            What::PlanActions => Holds::Entries(EntryKind::PlanActions),
            What::Statements => Holds::Entries(EntryKind::Statements),
            What::Documents => Holds::Entries(EntryKind::Documents),
            What::Assistance => Holds::Entries(EntryKind::Assistance),
            What::Roles => Holds::Entries(EntryKind::Roles),
            What::Meetings => Holds::Entries(EntryKind::Meetings),
            What::Fulfilments => Holds::Entries(EntryKind::Fulfilments),
            What::Extensions => Holds::Entries(EntryKind::Extensions),
            What::Observations => Holds::Entries(EntryKind::Observations),
            What::Memberships => Holds::Entries(EntryKind::Memberships),
            What::Counts => Holds::Entries(EntryKind::Counts),
            What::Names => Holds::Entries(EntryKind::Names),
            What::Log => Holds::Log,
            What::Data | What::Sqlite => Holds::Tables,
        }
    }
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// RFC 4180, UTF-8
    Csv,
    /// UTF-8
    Json,
    /// The form of the UN Treaty Collection's status files
    Xml,
}

/// What the options narrow an export to.
#[derive(Debug, Clone)]
struct Filter {
    treaties: Vec<TreatyId>,
    states: Vec<ParticipantId>,
    from: Option<Date>,
    to: Option<Date>,
    kinds: Vec<Kind>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ExportArgs) -> Result<(), Failure> {
    if matches!(args.what.holds(), Holds::Tables) {
        return tables(session, args);
    }
    let format = format(session, args)?;
    if let (Some(from), Some(to)) = (args.from, args.to) {
        ask::in_order(from, to)?;
    }
    let world = session.world()?;
    let filter = filter(&world, args)?;
    let bytes = match args.what.holds() {
        Holds::Acts => acts(session, &world, args, &filter, format),
        Holds::Status => status(session, &world, args, &filter, format)?,
        Holds::Entries(kind) => entries(session, &world, args, &filter, (kind, format))?,
        Holds::Log => {
            no_acts(args)?;
            let found = export_entries::log(&world, &narrow(&filter));
            export_log::bytes(&found, format)?
        }
        Holds::Tables => return tables(session, args),
    };
    write(args.out.as_deref(), &bytes)
}

/// The whole public record as tables, on a day.
fn tables(session: &Session, args: &ExportArgs) -> Result<(), Failure> {
    let narrowed = !args.treaty.is_empty()
        || !args.state.is_empty()
        || !args.act.is_empty()
        || args.from.is_some()
        || args.to.is_some();
    if narrowed || args.format.is_some() || session.form.of_a_file().is_some() {
        return Err(Failure::usage(
            "tables are of the whole record: of the options only --on and --out apply",
        )
        .hint("SQL, or what reads the files, chooses rows"));
    }
    let world = session.world()?;
    let on = args.on.unwrap_or_else(|| session.today());
    let out = args.out.as_deref();
    if args.what == What::Data {
        export_tables::folder(&world, on, out)
    } else {
        export_tables::database(&world, on, out)
    }
}

/// The form asked for: by `--format`, `--json`, `--csv`, or the name of the file.
fn format(session: &Session, args: &ExportArgs) -> Result<Format, Failure> {
    let by_form = session
        .form
        .of_a_file()
        .map(|json| if json { Format::Json } else { Format::Csv });
    let ending = args
        .out
        .as_deref()
        .and_then(Path::extension)
        .and_then(|end| end.to_str());
    let by_name = ending
        .filter(|_| args.format.or(by_form).is_none())
        .map(|end| {
            Format::from_str(end, true).map_err(|_unknown| {
                Failure::usage(format!("no form of an export is called `{end}`"))
                    .hint("end the name in .csv, .json or .xml, or give --format as well")
            })
        })
        .transpose()?;
    let format = args.format.or(by_form).or(by_name).unwrap_or(Format::Csv);
    if args.format.is_some() && by_form.is_some_and(|form| Some(form) != args.format) {
        return Err(Failure::usage(
            "--format says another form than --json or --csv",
        ));
    }
    Ok(format)
}

fn filter(world: &World, args: &ExportArgs) -> Result<Filter, Failure> {
    let treaties = args
        .treaty
        .iter()
        .map(|name| Ok(ask::treaty(world, name)?.id.clone()));
    let states = args.state.iter().map(|name| ask::state(world, name));
    if args.what == What::Status
        && (args.from.is_some() || args.to.is_some() || !args.act.is_empty())
    {
        return Err(
            Failure::usage("--from, --to and --act narrow acts, not a status")
                .hint("a status is of one day: --on"),
        );
    }
    Ok(Filter {
        treaties: treaties.collect::<Result<_, Failure>>()?,
        states: states.collect::<Result<_, _>>()?,
        from: args.from,
        to: [args.to, args.on].into_iter().flatten().min(),
        kinds: args.act.clone(),
    })
}

impl Filter {
    /// The treaties that are asked for.
    fn laws<'w>(&self, world: &'w World) -> Vec<&'w Law> {
        let mut laws = world.treaties();
        laws.retain(|law| self.treaties.is_empty() || self.treaties.contains(&law.id));
        laws
    }

    fn takes(&self, view: &ActView) -> bool {
        let act = &view.act;
        (self.states.is_empty() || self.states.contains(&act.by))
            && self.from.is_none_or(|from| from <= act.on.latest())
            && self.to.is_none_or(|to| act.on.latest() <= to)
            && (self.kinds.is_empty() || self.kinds.contains(&act.kind))
    }

    /// The acts under a treaty that are asked for, oldest first.
    fn acts(&self, world: &World, treaty: &TreatyId) -> Vec<Sourced> {
        let mut views = world.acts(treaty, None);
        views.retain(|view| self.takes(view));
        views.sort_by_key(|view| (view.act.on, view.entry));
        views.into_iter().map(|view| sourced(world, view)).collect()
    }
}

/// An act with the source of what it says now, and its place in the ledger.
fn sourced(world: &World, view: ActView) -> Sourced {
    let worded_by = world
        .entry(view.source.entry)
        .or_else(|| world.entry(view.entry));
    let entry = worded_by.expect("a world has the entries its acts cite");
    let counts = view.counts;
    Sourced {
        entry: Some(view.entry),
        recorded: Some(entry.recorded),
        doubt: view.disputed.map(|why| Doubt { why, counts }),
        ..Sourced::new(view.act, entry.source)
    }
}

/// Refuses options that narrow acts alone.
fn no_acts(args: &ExportArgs) -> Result<(), Failure> {
    if args.on.is_none() && args.act.is_empty() {
        return Ok(());
    }
    Err(
        Failure::usage("--on and --act narrow acts, and no other entries")
            .hint("--treaty, --state, --from and --to narrow these"),
    )
}

/// What narrows entries that are no acts.
fn narrow(filter: &Filter) -> Narrow<'_> {
    Narrow {
        treaties: &filter.treaties,
        states: &filter.states,
        from: filter.from,
        to: filter.to,
    }
}

/// The entries of a kind that is no act.
fn entries(
    session: &Session,
    world: &World,
    args: &ExportArgs,
    filter: &Filter,
    (kind, format): (EntryKind, Format),
) -> Result<Vec<u8>, Failure> {
    no_acts(args)?;
    let found = export_entries::entries(world, kind, &narrow(filter));
    match format {
        Format::Csv => Ok(intake::write_entries_csv(
            kind,
            &found,
            &name_in(session, world),
        )),
        Format::Json => Ok(intake::write_entries_json(&found)),
        Format::Xml => Err(
            Failure::usage(format!("{} have no form in XML", kind.noun())).hint(
                "--format csv or json has all of them; XML is the form of acts and a status",
            ),
        ),
    }
}

fn acts(
    session: &Session,
    world: &World,
    args: &ExportArgs,
    filter: &Filter,
    format: Format,
) -> Vec<u8> {
    let all = || {
        filter
            .laws(world)
            .iter()
            .flat_map(|law| filter.acts(world, &law.id))
            .collect::<Vec<_>>()
    };
    match format {
        Format::Csv => intake::write_acts_csv(&all(), &name_in(session, world)),
        Format::Json => intake::write_acts_json(&all()),
        Format::Xml => {
            let on = args.on.unwrap_or_else(|| session.today());
            xml(session, world, filter, on, |acts| !acts.is_empty())
        }
    }
}

/// The treaties that are asked for, each as a status page of the day `on` with its acts; of those
/// only that `wanted` takes.
fn xml(
    session: &Session,
    world: &World,
    filter: &Filter,
    on: Date,
    wanted: fn(&[Sourced]) -> bool,
) -> Vec<u8> {
    let parts: Vec<_> = filter
        .laws(world)
        .iter()
        .map(|law| (head(session, world, law, on), filter.acts(world, &law.id)))
        .filter(|(_, acts)| wanted(acts))
        .collect();
    intake::write_mtdsg_xml_of_all(&parts, &name_in(session, world))
}

/// Names for the reader of a file, in the language asked for.
fn name_in(session: &Session, world: &World) -> impl Fn(ParticipantId) -> String {
    let lang = session.lang();
    move |id| {
        world
            .participant(id)
            .map_or_else(String::new, |one| one.names.get(lang).to_owned())
    }
}

/// What stands at the head of a treaty's XML.
fn head(session: &Session, world: &World, law: &Law, on: Date) -> intake::Head {
    use ledger::body::Counted::{Consents, Signatures};
    let counts = world
        .counts(&law.id, on)
        .expect("the treaty is in this world");
    intake::Head {
        treaty: law.id.clone(),
        number: law.mtdsg.clone(),
        title: law.title.get(session.lang()).to_owned(),
        adopted: law
            .adopted
            .as_ref()
            .map(|adopted| (adopted.on, adopted.place.clone())),
        in_force: law.in_force.as_ref().map(|force| force.on),
        registration: law.registration.clone(),
        as_at: on,
        counts: vec![(Signatures, counts.signatures), (Consents, counts.consents)],
    }
}

fn status(
    session: &Session,
    world: &World,
    args: &ExportArgs,
    filter: &Filter,
    format: Format,
) -> Result<Vec<u8>, Failure> {
    let on = args.on.unwrap_or_else(|| session.today());
    if format == Format::Xml {
        // The acts that had been done by then, and the counts of that day.
        let narrowed = Filter {
            to: Some(on),
            ..filter.clone()
        };
        return Ok(xml(session, world, &narrowed, on, |_| true));
    }
    let views: Vec<_> = filter
        .laws(world)
        .into_iter()
        .filter_map(|law| world.status(&law.id, on, session.lang()))
        .map(|mut view| {
            let asked = |id| filter.states.is_empty() || filter.states.contains(&id);
            view.participants.retain(|one| asked(one.iso3));
            view.findings
                .retain(|finding| finding.iso3.is_none_or(asked));
            view
        })
        .collect();
    let mut bytes = Vec::new();
    if format == Format::Json {
        serde_json::to_writer_pretty(&mut bytes, &views).map_err(io::Error::from)?;
        bytes.push(b'\n');
    } else {
        bytes = status_of(&views).to_csv();
    }
    Ok(bytes)
}

/// Writes to a file, whole or not at all; or to standard output.
pub(super) fn write(out: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    let Some(path) = out else {
        let mut stdout = BufWriter::new(io::stdout().lock());
        stdout.write_all(bytes)?;
        stdout.flush()?;
        return Ok(());
    };
    let failed = |cause: io::Error| {
        Failure::store(format!("{} could not be written", path.display()))
            .because(cause)
            .hint(
                "what was there is as it was; see that the folder is there and may be written",
            )
    };
    // A device or a pipe is written to; renaming a file to its name would take its place.
    let there = std::fs::metadata(path).map(|there| there.file_type());
    if there.is_ok_and(|kind| !kind.is_file() && !kind.is_dir()) {
        let opened = File::options().write(true).open(path);
        return opened
            .and_then(|mut device| device.write_all(bytes))
            .map_err(failed);
    }
    // What a link leads to is replaced, and not the link.
    let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    // Beside the file, so that renaming it is one step of the file system.
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".new-{}", std::process::id()));
    let new = path.with_file_name(name);
    let written = File::create(&new).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(cause) = written.and_then(|()| std::fs::rename(&new, path)) {
        // The first failure is the one to tell of.
        let _ = std::fs::remove_file(&new);
        return Err(failed(cause));
    }
    let mut stderr = io::stderr().lock();
    if stderr.is_terminal() {
        // Whether anybody reads it changes nothing.
        let _ = writeln!(
            stderr,
            "accede: wrote {} bytes to {}",
            bytes.len(),
            path.display()
        );
    }
    Ok(())
}
