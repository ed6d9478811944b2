//! `accede report`: a document made of what is on record, for those it is made for.

mod kept;
mod whom;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use ledger::{Audience, Body, EntryRef};
use report::compose::{How, paper};
use report::figure::Figure;
use report::paper::NoteForm;
use report::{Form as Written, Paper};
use serde::Serialize;
use treaty::TreatyId;
use words::Words;
use world::view::{ReportAsk, ReportKind, ReportRefused, ReportView};
use world::{Viewer, World};

use self::whom::Whom;
use super::bundle::{no_team, teams, write};
use super::session::warn;
use super::{Session, ask};
use crate::failure::Failure;
use crate::printing;
use crate::record::Record;
use crate::render::{Answer, Form, Page, Sheet};

/// Write a report from what is on record, as a document: for a conference, a capital, a successor
///
/// Kinds: `progress`, what was done for a treaty between two days and what came about; `activities`, what States
/// completed for it, bilaterally, globally and regionally; `status`, where everybody stood on a day; `obligations`,
/// what States owe and who is late; `plan`, an action plan beside where the treaty stands; `brief` and `bilateral`,
/// what to have read, and what to have at hand, before one speaks to a State; `sentence`, how many stand where, to
/// be read aloud; `votes`, how States voted; `assistance`, who helped whom.
///
/// Made from what its audience may see and from nothing else: the version for anyone knows of no more than
/// anyone does. What was planned or dropped is in none. Each sentence rests on entries, which are printed
/// on demand (--notes) and listed with --json. See docs/reports.md.
///
/// For example: `accede report progress --treaty ctbt --from 2021-09-23 --to 2023-09-22 --out report.docx`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct ReportArgs {
    #[command(subcommand)]
    kept: Option<kept::What>,
    #[command(flatten)]
    write: Option<WriteArgs>,
}

/// What a report is asked, and where it goes.
#[derive(Debug, Args)]
struct WriteArgs {
    /// Which kind: a word of those above
    kind: ReportKind,
    /// The treaty
    #[arg(long)]
    treaty: String,
    // Not in a struct of their own: whether `WriteArgs` is there at all, clap tells by its own arguments alone.
    /// A State it is about, for a kind that takes one, by code or name; may be given several times
    #[arg(long, value_name = "STATE", conflicts_with_all = ["campaign", "meeting"])]
    state: Vec<String>,
    /// About those whom this campaign should approach next
    #[arg(long, value_name = "CAMPAIGN", value_parser = ask::words, conflicts_with = "meeting")]
    campaign: Option<String>,
    /// About those with whom talks are planned at this meeting, such as ccm-msp-13
    #[arg(long, value_name = "MEETING", value_parser = ask::words)]
    meeting: Option<String>,
    /// Of how many of those whom the campaign should approach next
    #[arg(long, value_name = "N", default_value_t = 10, requires = "campaign")]
    top: usize,
    /// The action plan, for `plan`, by its name in addresses such as lausanne [default: the last one by the day]
    #[arg(long, value_name = "PLAN", value_parser = ask::words)]
    plan: Option<String>,
    /// The first day, for a kind that tells of a period
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    from: Option<Date>,
    /// The last day, or the one day it tells of [default: today, UTC]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    to: Option<Date>,
    /// For whom: `public`, `signed-in`, or ids of teams with commas between them
    #[arg(long, value_name = "AUDIENCE", default_value = "public", value_parser = ask::audience)]
    audience: Audience,
    /// In which form: docx, pdf, html or md [default: as the name of the file ends, else md]
    #[arg(long, value_name = "FORM")]
    format: Option<Written>,
    /// The file it goes to, which must not be there yet [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Whether what the sentences rest on is printed: none, foot or end
    #[arg(long, value_name = "WHERE", default_value = "none", value_parser = notes)]
    notes: NoteForm,
    /// Pictures that go with it: map, curve; with a comma between them
    #[arg(long, value_name = "PICTURES", value_delimiter = ',')]
    pictures: Vec<Figure>,
    /// Before whom it comes, above its title; may be given several times, line by line
    #[arg(long, value_name = "WORDS", value_parser = ask::words)]
    before: Vec<String>,
    /// Where and when that meets
    #[arg(long, value_name = "WORDS", value_parser = ask::words)]
    venue: Option<String>,
    /// Its symbol, such as CTBT-Art.XIV/2023/5
    #[arg(long, value_name = "SYMBOL", value_parser = ask::words)]
    symbol: Option<String>,
    /// How far it goes, such as `Distr.: General`
    #[arg(long, value_name = "WORDS", value_parser = ask::words)]
    distribution: Option<String>,
    /// The item of the agenda
    #[arg(long, value_name = "WORDS", value_parser = ask::words)]
    agenda: Option<String>,
    /// The day it bears
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    date: Option<Date>,
}

impl WriteArgs {
    fn whom(&self) -> Whom<'_> {
        Whom {
            state: &self.state,
            campaign: self.campaign.as_deref(),
            meeting: self.meeting.as_deref(),
        }
    }
}

/// The form that is asked for: by its word, else by how the name of the file ends.
fn form(format: Option<Written>, out: Option<&Path>) -> Result<Written, Failure> {
    let ending = out.and_then(Path::extension);
    let ending = ending.and_then(|ending| ending.to_str()?.parse().ok());
    let form = format.or(ending).unwrap_or(Written::Md);
    match (form, out) {
        (Written::Pdf, _) if !printing::PDF => Err(printing::no_pdf()),
        (Written::Docx | Written::Pdf, None) => Err(Failure::usage(format!(
            "a {form} is no text for a terminal"
        ))
        .hint("name the file it goes to with --out")),
        (Written::Docx | Written::Pdf | Written::Html | Written::Md, _) => Ok(form),
    }
}

/// What a PDF could not show is said, so that nobody circulates it unawares.
fn say_missing(paper: &Paper) {
    let missing = printing::missing(paper);
    if !missing.is_empty() {
        let letters: Vec<_> = missing.iter().map(char::to_string).collect();
        warn(&format!(
            "no font of a PDF has these letters, which stand in it as \u{fffd}: {}; a docx has them all",
            letters.join(" ")
        ));
    }
}

/// Writes a paper to where it is asked for, and tells what it is made of.
fn send(
    session: &Session,
    paper: &Paper,
    form: Written,
    out: Option<&Path>,
    told: &impl Answer,
) -> Result<(), Failure> {
    let bytes = printing::written(paper, form)?;
    if form == Written::Pdf {
        say_missing(paper);
    }
    if let Some(out) = out {
        write(out, &bytes)?;
    } else if session.form == Form::Table {
        return session.give_bytes(&bytes);
    }
    session.give(told)
}

fn notes(word: &str) -> Result<NoteForm, String> {
    match word {
        "none" => Ok(NoteForm::None),
        "foot" => Ok(NoteForm::Foot),
        "end" => Ok(NoteForm::End),
        other => Err(format!("`{other}` is none of: none, foot, end")),
    }
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ReportArgs) -> Result<(), Failure> {
    match (&args.kept, &args.write) {
        (Some(what), _) => kept::run(session, what),
        (None, Some(args)) => write_report(session, args),
        (None, None) => Err(Failure::usage("nobody said which kind of report")
            .hint("name one, as in `accede report status --treaty ccm`")),
    }
}

fn write_report(session: &Session, args: &WriteArgs) -> Result<(), Failure> {
    if session.viewer != Viewer::public() {
        return Err(Failure::usage(
            "--audience says for whom a report is made; --as has no part in it",
        )
        .hint("leave --as out, and name the team with --audience"));
    }
    let form = form(args.format, args.out.as_deref())?;
    let record = session.read()?;
    let words = Words::for_lang(session.lang());
    let (viewer, team) = audience(&record, &args.audience, words)?;
    let world = session.world_of(&record, &viewer);
    let treaty = session.treaty(&world, &args.treaty)?;
    let view = ask_world(session, args, &world, &treaty)?;
    let how = How {
        body: args.before.clone(),
        venue: args.venue.clone(),
        symbol: args.symbol.clone(),
        distribution: args.distribution.clone(),
        date: args.date,
        agenda: args.agenda.clone(),
        notes: args.notes,
        pictures: pictures(args, &world, &view, words),
        team,
        reader: report::compose::reader(&args.audience),
    };
    let paper = paper(&view, words, &how);
    let told = ReportMade {
        file: args.out.as_ref().map(|out| out.display().to_string()),
        paragraphs: paper
            .paragraphs()
            .map(|one| MadeParagraph {
                key: one.key.clone(),
                text: one.text(),
                entries: one.entries(),
            })
            .collect(),
    };
    send(session, &paper, form, args.out.as_deref(), &told)
}

/// The pictures that were asked for, each once, as they stood at the end of the report.
fn pictures(
    args: &WriteArgs,
    world: &World,
    view: &ReportView,
    words: &Words,
) -> Vec<report::paper::Picture> {
    let asked = Figure::ALL.into_iter();
    let asked = asked.filter(|one| args.pictures.contains(one));
    let drawn = asked.filter_map(|one| one.draw(world, &view.treaty, view.to, words));
    drawn.collect()
}

/// The answer of a kind of report.
fn ask_world(
    session: &Session,
    args: &WriteArgs,
    world: &World,
    treaty: &TreatyId,
) -> Result<ReportView, Failure> {
    let to = args.to.unwrap_or_else(|| session.today());
    if let Some(from) = args.from {
        ask::in_order(from, to)?;
    }
    let of = args
        .whom()
        .states(session, world, args.kind, (treaty, to), args.top)?;
    let ask = ReportAsk {
        kind: args.kind,
        treaty: treaty.clone(),
        of,
        from: args.from,
        to,
        plan: args.plan.clone(),
    };
    let view = world.report(&ask, session.lang());
    view.map_err(|refused| refusal(refused, treaty))
}

/// Why it cannot be made as it was asked for, and what to do.
fn refusal(refused: ReportRefused, treaty: &TreatyId) -> Failure {
    let said = refused.to_string();
    match refused {
        ReportRefused::NoTreaty => {
            Failure::usage(format!("nothing was known of `{treaty}` at that moment"))
                .hint("leave --known out, or name a later moment")
        }
        ReportRefused::NoFirstDay => {
            Failure::usage(said).hint("name it with --from, and the last one with --to")
        }
        ReportRefused::OneDay => {
            Failure::usage(said).hint("name it with --to, and leave --from out")
        }
        ReportRefused::Disordered => Failure::usage(said).hint("turn --from and --to round"),
        ReportRefused::NoState => Failure::usage(said).hint("name it with --state"),
        ReportRefused::NoPlan => Failure::usage(said).hint(format!(
            "the plans on record: `accede get /treaties/{treaty}/plans`"
        )),
        ReportRefused::TakesNoPlan => Failure::usage(said).hint("leave --plan out"),
        ReportRefused::AllStates => Failure::usage(said).hint("leave --state out"),
    }
}

/// Whose world it is made from, and what they are called.
fn audience(
    record: &Record,
    audience: &Audience,
    words: &Words,
) -> Result<(Viewer, Option<String>), Failure> {
    match audience {
        Audience::Public => Ok((Viewer::public(), None)),
        Audience::SignedIn => {
            let nobody: [String; 0] = [];
            let called = words.text("report-signed-in").into_owned();
            Ok((Viewer::member(nobody), Some(called)))
        }
        Audience::Teams(ids) => {
            let known = teams(record);
            if let Some(wrong) = ids.iter().find(|id| !known.contains(*id)) {
                return Err(no_team(wrong, &known));
            }
            let mut names = BTreeMap::new();
            for recorded in record.entries() {
                if let Body::Team(team) = &recorded.entry.body {
                    names.insert(team.team.as_str(), team.name.as_str());
                }
            }
            let called = ids
                .iter()
                .map(|id| names.get(id.as_str()).copied().unwrap_or(id));
            let called: Vec<_> = called.collect();
            Ok((Viewer::member(ids.clone()), Some(words.joined(&called))))
        }
    }
}

/// What was made, paragraph by paragraph.
#[derive(Debug, Serialize)]
struct ReportMade {
    file: Option<String>,
    paragraphs: Vec<MadeParagraph>,
}

#[derive(Debug, Serialize)]
struct MadeParagraph {
    key: String,
    text: String,
    entries: Vec<EntryRef>,
}

impl Answer for ReportMade {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["key", "text", "entries"]);
        for one in &self.paragraphs {
            let entries: Vec<_> = one.entries.iter().map(ToString::to_string).collect();
            sheet.row(vec![one.key.clone(), one.text.clone(), entries.join(" ")]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let file = self.file.as_deref().unwrap_or_default();
        let n = self.paragraphs.len();
        page.line(&format!("wrote {file}: {n} paragraphs"))
    }
}
