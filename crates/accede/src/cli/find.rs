//! `accede find`: documents and statements of the library, in their own words.

use std::io;

use clap::Args;
use ledger::body::vocabulary::{DocumentKind, DocumentTheme, NoWord};
use library::{
    Ask, Field, Filter, FindHit, FindView, Passage, Piece, Remark, Suggestion, Want,
};
use treaty::PartialDate;
use world::World;
use world::sheet::Tabular;

use super::{Session, ask};
use crate::failure::Failure;
use crate::home::not_opened;
use crate::render::{Answer, Page, Sheet};
use crate::stacks::Stacks;

/// Find documents and statements of the library, ranked, with the passages that show why
///
/// Words are found in any of their forms, "quoted words" as they stand; -word is left out; AND, OR and
/// parentheses join; univers* begins a word. Within the words, as in the options: state:ITA
/// theme:universalization treaty:ccm kind:statement lang:fr from:2016 to:2020 meeting:ccm-msp-6
/// speaker:francese symbol:CCM/MSP/2011.
///
/// For example: `accede find accession --state ITA --from 2016`.
#[derive(Debug, Args)]
pub(super) struct FindArgs {
    #[command(flatten)]
    question: QuestionArgs,
}

/// What is asked of the library.
#[derive(Debug, Args)]
pub(super) struct QuestionArgs {
    /// What to look for; nothing: everything that the options leave
    query: Vec<String>,
    /// Only what was said in the name of this State, by code or by name; several: any of them
    #[arg(long)]
    state: Vec<String>,
    /// Only of this theme, such as universalization or victim_assistance; several: any of them
    #[arg(long, value_parser = theme)]
    theme: Vec<DocumentTheme>,
    /// Only under this treaty; several: any of them
    #[arg(long)]
    treaty: Vec<String>,
    /// Only of this kind, such as statement, report or working_paper; several: any of them
    #[arg(long, value_parser = kind)]
    kind: Vec<DocumentKind>,
    /// Only in this language, as en or zh; several: any of them
    #[arg(long, value_name = "TAG")]
    language: Vec<String>,
    /// Not before this day, month or year
    #[arg(long, value_name = "DATE")]
    from: Option<PartialDate>,
    /// Not after this day, month or year
    #[arg(long, value_name = "DATE")]
    to: Option<PartialDate>,
    /// Look for terms with the same sense too: accession, adherence, universalization
    #[arg(long)]
    synonyms: bool,
    /// How many to give
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=1000))]
    limit: u16,
    /// How many to pass over
    #[arg(long, default_value_t = 0)]
    after: u32,
}

fn theme(text: &str) -> Result<DocumentTheme, String> {
    text.parse().map_err(|unknown: NoWord| unknown.to_string())
}

fn kind(text: &str) -> Result<DocumentKind, String> {
    text.parse().map_err(|unknown: NoWord| unknown.to_string())
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &FindArgs) -> Result<(), Failure> {
    let asked = Asked::of(session, &args.question)?;
    let found = asked.stacks.search(&asked.ask).map_err(unsearched)?;
    let view = FindView::of(&asked.world, session.lang(), &asked.q, &asked.ask, found);
    session.give(&view)
}

/// A question, and where it is asked.
pub(super) struct Asked {
    pub(super) q: String,
    pub(super) ask: Ask,
    pub(super) world: World,
    pub(super) stacks: library::Stacks,
}

impl Asked {
    pub(super) fn of(session: &Session, args: &QuestionArgs) -> Result<Asked, Failure> {
        let world = session.world()?;
        let q = args.query.join(" ");
        let ask = question(session, &world, args, &q)?;
        let stacks = Stacks::at(&session.settings.location).map_err(not_opened)?;
        let stacks = stacks.of(&world, &session.viewer).map_err(unread)?;
        Ok(Asked {
            q,
            ask,
            world,
            stacks,
        })
    }
}

/// What is in the way once everything is indexed.
pub(super) fn unsearched(cause: library::ReadError) -> Failure {
    Failure::store("the library could not be searched").because(cause)
}

/// What is in the way of a search.
pub(super) fn unread(error: crate::stacks::StacksError) -> Failure {
    Failure::store("the library could not be searched")
        .because(error)
        .hint("see what is wrong with `accede verify`; the folder `index` of the data directory can be deleted, it is made again")
}

fn question(
    session: &Session,
    world: &World,
    args: &QuestionArgs,
    q: &str,
) -> Result<Ask, Failure> {
    let mut question = Ask::parse(q);
    // A State may be typed by its name; in the answer it is its code.
    for filter in &mut question.filters {
        name_state(world, filter);
    }
    name_states(world, &mut question.want);
    let mut add = |field, value: String| question.filters.push(Filter::new(field, value));
    for state in &args.state {
        add(Field::State, session.state(world, state)?.to_string());
    }
    for treaty in &args.treaty {
        add(Field::Treaty, ask::treaty(world, treaty)?.id.to_string());
    }
    args.theme
        .iter()
        .for_each(|theme| add(Field::Theme, theme.to_string()));
    args.kind
        .iter()
        .for_each(|kind| add(Field::Kind, kind.to_string()));
    args.language
        .iter()
        .for_each(|tag| add(Field::Language, tag.clone()));
    if let (Some(from), Some(to)) = (args.from, args.to) {
        ask::in_order(from.earliest(), to.latest())?;
    }
    for (field, day) in [(Field::From, args.from), (Field::To, args.to)] {
        day.into_iter().for_each(|day| add(field, day.to_string()));
    }
    question.synonyms = args.synonyms;
    question.today = Some(session.today());
    question.limit = args.limit.into();
    question.after = usize::try_from(args.after).unwrap_or(usize::MAX);
    Ok(question)
}

fn name_state(world: &World, filter: &mut Filter) {
    if filter.field == Field::State
        && let Some(state) = world.find_participant(&filter.value)
    {
        filter.value = state.to_string();
    }
}

fn name_states(world: &World, want: &mut Want) {
    match want {
        Want::Has(filter) => name_state(world, filter),
        Want::Words(all) | Want::All(all) | Want::Any(all) => {
            all.iter_mut().for_each(|one| name_states(world, one));
        }
        Want::Not(one) => name_states(world, one),
        Want::Anything | Want::Word(_) | Want::Beginning(_) | Want::Phrase(_) => {}
    }
}

impl Answer for FindView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        preface(page, &self.remarks, &self.suggestions, self.total)?;
        for hit in &self.hits {
            page.gap()?;
            hit_lines(page, hit)?;
        }
        page.gap()?;
        page.footing(None, self.known, &self.head)
    }
}

/// What stands before an answer: what was not understood, what is near, and how many were found.
pub(super) fn preface(
    page: &mut Page<'_>,
    remarks: &[Remark],
    suggestions: &[Suggestion],
    total: u64,
) -> io::Result<()> {
    for remark in remarks {
        page.paragraph(2, &remark.to_string())?;
    }
    for suggestion in suggestions {
        let instead = suggestion.instead.join(", ");
        page.line(&format!(
            "`{}` is found nowhere; near it: {instead}",
            suggestion.word
        ))?;
    }
    match total {
        0 => page.line("nothing"),
        1 => page.line("1 found"),
        n => page.line(&format!("{n} found")),
    }
}

fn hit_lines(page: &mut Page<'_>, hit: &FindHit) -> io::Result<()> {
    let date = hit.date.map(|date| format!("{date}  "));
    let by = match (&hit.group, hit.names.as_slice()) {
        (Some(group), []) => group.clone(),
        (_, names) => names.join(", "),
    };
    let head = format!("{}{}: {}", date.unwrap_or_default(), by, hit.title);
    page.paragraph(4, head.trim_start_matches(": "))?;
    let mut facts = vec![format!("{} {}", hit.kind, hit.id).replace('_', " ")];
    facts.extend(hit.symbol.clone());
    facts.extend(hit.speaker.clone());
    if hit.meeting_title.as_ref() != Some(&hit.title) {
        facts.extend(hit.meeting_title.clone());
    }
    page.paragraph(4, &format!("    {}", facts.join("; ")))?;
    for passage in &hit.passages {
        page.paragraph(4, &format!("    {}", marked(passage)))?;
    }
    Ok(())
}

/// Pieces with what matched between asterisks.
pub(super) fn starred(pieces: &[Piece]) -> String {
    let pieces = pieces.iter().map(|piece| match piece.matched {
        Some(_) => format!("*{}*", piece.text),
        None => piece.text.clone(),
    });
    pieces.collect()
}

/// A passage with what matched between asterisks, and the anchor of its paragraph.
fn marked(passage: &Passage) -> String {
    let mut text = format!("{}  ", passage.anchor);
    if passage.cut_before {
        text.push('…');
    }
    text.push_str(&starred(&passage.pieces));
    if passage.cut_after {
        text.push('…');
    }
    text
}
