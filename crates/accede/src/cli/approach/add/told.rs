//! `accede approach add --text` and `--mail`: what was told in words, shown as a draft and recorded once a person
//! says so.

use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

use intake::jotting::{Asked, Jotted, Missing, Sketch, jot};
use intake::missive::{LARGEST_MISSIVE, Missive, read_missive};
use ledger::body::{Approach, Side};
use serde::Serialize;
use world::World;

use super::super::super::receipt::Recording;
use super::super::super::{Session, ask};
use super::{AddArgs, record, side};
use crate::failure::Failure;
use crate::files;
use crate::proposing::OnRecord;
use crate::render::{Answer, Page, Sheet};

/// What a text gave, and what became of it.
#[derive(Debug, Serialize)]
struct Told {
    /// The draft, with what the options say.
    draft: Sketch,
    /// What must be added before it can be recorded.
    missing: Vec<Missing>,
    /// What was understood where, what is open, and what nothing was made of.
    read: Jotted,
    /// The head of an e-mail or cable.
    missive: Option<Missive>,
    /// What was recorded; `null`: nothing was.
    recorded: Option<Recording>,
}

/// Runs the command where it tells in words.
pub(super) fn run(session: &Session, args: &AddArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let (read, missive) = read(session, args, &world)?;
    let draft = args.over(read.sketch.clone(), &world)?;
    let complete = draft.complete();
    let mut told = Told {
        missing: draft.missing(),
        draft,
        read,
        missive,
        recorded: None,
    };
    let Ok(mut approach) = complete else {
        if args.yes {
            return Err(lacks(&told.missing));
        }
        return session.give(&told);
    };
    args.add_words(&mut approach, &told.read.text);
    if args.yes || (args.mail.is_none() && asks() && confirmed(&told)?) {
        told.recorded = Some(record(session, args, &world, approach)?);
    }
    session.give(&told)
}

/// The text, or the words of the e-mail or cable.
fn read(
    session: &Session,
    args: &AddArgs,
    world: &World,
) -> Result<(Jotted, Option<Missive>), Failure> {
    let names = OnRecord(world);
    let mut treaties = Vec::new();
    for name in &args.treaty {
        treaties.push(ask::treaty(world, name)?.id.clone());
    }
    let us = args.by.iter().find(|name| !name.starts_with("org:"));
    let asked = Asked {
        names: &names,
        treaties: &treaties,
        today: session.today(),
        us: us.map(|name| ask::state(world, name)).transpose()?,
    };
    if let Some(text) = &args.text {
        refuse_marked(intake::marking::in_text(text))?;
        return Ok((jot(text, &asked), None));
    }
    let (name, bytes) = mail(args.mail.as_deref().unwrap_or(Path::new("-")))?;
    let missive = read_missive(&name, &bytes, &asked).map_err(|error| {
        let help = error.help();
        Failure::bad_input(error.to_string()).hint(help)
    })?;
    refuse_marked(missive.markings.first().copied())?;
    Ok((missive.jotted.clone(), Some(missive)))
}

/// A file, or what comes on standard input.
fn mail(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    if path != Path::new("-") {
        let file = files::read_within(path, LARGEST_MISSIVE as u64)?;
        return Ok((file.name, file.bytes));
    }
    let mut bytes = Vec::new();
    // A byte past the limit tells that there are more.
    io::stdin()
        .lock()
        .take(LARGEST_MISSIVE as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(("standard input".to_owned(), bytes))
}

fn refuse_marked(marking: Option<&str>) -> Result<(), Failure> {
    match marking {
        Some(marking) => Err(Failure::bad_input(format!(
            "the text bears the marking {marking}"
        ))
        .hint("Accede is for no classified information; nothing was kept")),
        None => Ok(()),
    }
}

fn lacks(missing: &[Missing]) -> Failure {
    let words: Vec<_> = missing.iter().map(|one| lack(*one).0).collect();
    let options: Vec<_> = missing.iter().map(|one| lack(*one).1).collect();
    Failure::usage(format!("the text does not say {}", words.join(", "))).hint(format!(
        "say so with {}; nothing was recorded",
        options.join(", ")
    ))
}

/// What is missing, and the option that says it.
fn lack(one: Missing) -> (&'static str, &'static str) {
    match one {
        Missing::Treaty => ("for which treaty", "--treaty"),
        Missing::Kind => ("what it was", "--kind"),
        Missing::By => ("who approached", "--by"),
        Missing::To => ("whom", "--to"),
    }
}

/// Whether there is a person who can be asked.
fn asks() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Shows the draft and asks whether it is to be recorded.
fn confirmed(told: &Told) -> Result<bool, Failure> {
    let mut stderr = io::stderr().lock();
    for line in told.lines() {
        writeln!(stderr, "{line}")?;
    }
    write!(stderr, "record this? [y/N] ")?;
    stderr.flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(["y", "yes", "o", "oui"].contains(&answer.trim().to_lowercase().as_str()))
}

impl AddArgs {
    /// What a text gave, with what the options say instead.
    fn over(&self, mut draft: Sketch, world: &World) -> Result<Sketch, Failure> {
        let sides = |names: &[String], level| -> Result<Vec<Side>, Failure> {
            names.iter().map(|name| side(world, name, level)).collect()
        };
        // Who approached is who `we` are, where the text leaves it open.
        if draft.by.is_empty() || self.by.len() > 1 {
            draft.by = sides(&self.by, self.level)?;
        }
        if !self.to.is_empty() {
            draft.to = sides(&self.to, self.their_level)?;
        }
        draft.kind = self.kind.or(draft.kind);
        draft.state = self.stage.unwrap_or(draft.state);
        draft.acted_as = self.acted_as.or(draft.acted_as);
        draft.on = self.on.or(draft.on);
        draft.until = self.until.or(draft.until);
        draft.channel = self.channel.or(draft.channel);
        draft.place = self.place.clone().or(draft.place);
        draft.forum = self.forum.clone().or(draft.forum);
        put(&mut draft.themes, &self.theme);
        put(&mut draft.outcomes, &self.outcome);
        put(&mut draft.obstacles, &self.obstacle);
        put(&mut draft.asked, &self.asked);
        put(&mut draft.offered, &self.offered);
        draft.next.extend(self.step());
        Ok(draft)
    }

    /// What the options say in words; the text itself only if that was asked for.
    fn add_words(&self, approach: &mut Approach, text: &str) {
        approach.points.clone_from(&self.points);
        approach.answer.clone_from(&self.answer);
        approach.note = self
            .note
            .clone()
            .or_else(|| self.keep_text.then(|| text.trim().to_owned()));
    }
}

/// Adds what the options say to what the text says.
fn put<T: Copy + PartialEq>(all: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !all.contains(one) {
            all.push(*one);
        }
    }
}

impl Told {
    fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(missive) = &self.missive {
            let texts =
                |name: &str, text: Option<String>| text.map(|text| format!("{name}: {text}"));
            lines.extend(texts(
                "date of the letter",
                missive.on.map(|on| on.to_string()),
            ));
            lines.extend(texts("subject", missive.subject.clone()));
            for (name, parties) in [("from", &missive.from), ("to", &missive.to)] {
                let offices = parties
                    .iter()
                    .filter_map(|party| party.organisation.clone());
                let offices: Vec<_> = offices.collect();
                lines.extend(texts(
                    name,
                    (!offices.is_empty()).then(|| offices.join("; ")),
                ));
            }
            if !missive.persons.is_empty() {
                let persons = missive.persons.join("; ");
                lines.push(format!(
                    "persons it names, of whom none is taken over: {persons}"
                ));
            }
        }
        let text = &self.read.text;
        let words = |at: intake::jotting::Span| {
            at.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        lines.push(format!("{}:", plain(&self.draft.state)));
        for found in &self.read.found {
            let value = found.value.replace('_', " ");
            lines.push(format!(
                "  {}: {value}  (`{}`)",
                plain(&found.field),
                words(found.at)
            ));
        }
        for open in &self.read.unsure {
            let values: Vec<_> = open
                .candidates
                .iter()
                .map(|(field, value)| format!("{} {value}", plain(field)))
                .collect();
            let may = if values.is_empty() {
                String::new()
            } else {
                format!(": {}", values.join(", or "))
            };
            lines.push(format!(
                "  open: `{}`, {}{may}",
                words(open.at),
                plain(&open.why)
            ));
        }
        for span in &self.read.left {
            lines.push(format!("  not read: `{}`", words(*span)));
        }
        for missing in &self.missing {
            let (what, option) = lack(*missing);
            lines.push(format!("  missing: {what} ({option})"));
        }
        lines
    }
}

/// A code as words.
fn plain(code: &impl Serialize) -> String {
    world::sheet::word(code).replace('_', " ")
}

impl Answer for Told {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["what", "field", "value", "words"]);
        let text = &self.read.text;
        for found in &self.read.found {
            let field = world::sheet::word(&found.field);
            sheet.row(vec![
                "found".to_owned(),
                field,
                found.value.clone(),
                found.at.of(text).to_owned(),
            ]);
        }
        for open in &self.read.unsure {
            let values: Vec<_> = open
                .candidates
                .iter()
                .map(|(_, value)| value.as_str())
                .collect();
            let why = world::sheet::word(&open.why);
            sheet.row(vec![
                "open".to_owned(),
                why,
                values.join("; "),
                open.at.of(text).to_owned(),
            ]);
        }
        for span in &self.read.left {
            let words = span.of(text).to_owned();
            sheet.row(vec!["left".to_owned(), String::new(), String::new(), words]);
        }
        for missing in &self.missing {
            let field = world::sheet::word(missing);
            sheet.row(vec![
                "missing".to_owned(),
                field,
                String::new(),
                String::new(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        for line in self.lines() {
            page.line(&line)?;
        }
        match &self.recorded {
            Some(recorded) => recorded.page(page),
            None => page.line("nothing was recorded: --yes records what was read"),
        }
    }
}
