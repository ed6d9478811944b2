//! `accede document`: the documents of the library, their files and their texts.

mod compare;
mod kept;

use std::io;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use ledger::body::vocabulary::{Distribution, DocumentKind, DocumentTheme};
use ledger::body::{Document, DocumentFile, DocumentMeeting, Team};
use ledger::{Body, EntryRef};
use serde::Serialize;
use store::DocumentId;
use transcribe::{Format, Text};
use treaty::{PartialDate, Symbol};
use world::World;
use world::view::DocumentView;

use super::find::unread;
use super::outreach::{self, Change, Kept, One, Put, Upon, Which, not_one};
use super::{Session, ask};
use crate::failure::Failure;
use crate::files::{self, InputFile};
use crate::home::not_opened;
use crate::isolated;
use crate::render::{Answer, Page, Sheet, cell};
use crate::stacks::Stacks;

/// The documents of the library: what they are, their files and their texts
#[derive(Debug, Args)]
pub(super) struct DocumentArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(Box<AddArgs>),
    Set(Box<SetArgs>),
    /// The documents on record, the newest first
    List(Which),
    Show(One),
    Text(TextArgs),
    File(FileArgs),
    Compare(compare::CompareArgs),
}

/// Keep a document: its file, its text, and what it is
///
/// The file is PDF, DOCX, HTML, plain text, Markdown or a message (EML). It is read in a process of its own, which can do
/// nothing but read. See first with `accede document text FILE` what is read of it.
///
/// For example: `accede document add note.pdf --name ita-ccm-msp-11 --kind statement --title "General exchange of views"
/// --by ITA --treaty ccm --on 2023-09-11 --theme general_exchange --seen-by public`.
#[derive(Debug, Clone, Args)]
struct AddArgs {
    /// The file; without one, a document that is known and not kept
    file: Option<PathBuf>,
    /// Its name in addresses: 2 to 40 of a-z, 0-9 and inner hyphens
    #[arg(long)]
    name: String,
    /// What kind of document it is, such as statement, report or working_paper
    #[arg(long)]
    kind: DocumentKind,
    /// Its title
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    title: String,
    #[command(flatten)]
    more: More,
    #[command(flatten)]
    upon: Upon,
}

/// What a document may tell beside.
#[derive(Debug, Clone, Args)]
struct More {
    /// The work of which it is one language version, by a name that all its versions share
    #[arg(long, value_name = "NAME")]
    work: Option<String>,
    /// Its symbol, such as CCM/MSP/2011/WP.5
    #[arg(long)]
    symbol: Option<Symbol>,
    /// Its language, as en or zh-Hans
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Its day: that on which it was delivered, or else the one it bears; a month or year where no more is known
    #[arg(long, value_name = "DATE")]
    on: Option<PartialDate>,
    /// Where
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    place: Option<String>,
    /// The treaty it was made under, or speaks of; several: each once
    #[arg(long)]
    treaty: Vec<String>,
    /// The meeting it was made for: as `accede calendar` and pages name it, such as ccm-msp-11
    #[arg(long)]
    meeting: Option<String>,
    /// The meeting as printed [default: as it is on record]
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    meeting_printed: Option<String>,
    /// In whose name it speaks, by code or by name; several: each once
    #[arg(long, value_name = "STATE")]
    by: Vec<String>,
    /// The group in whose name it speaks, where that is no participant
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    group: Option<String>,
    /// Who spoke or signed
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    speaker: Option<String>,
    /// In which function
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    post: Option<String>,
    /// With whose statement it aligns itself; several: each once
    #[arg(long, value_name = "STATE")]
    aligned_with: Vec<String>,
    /// Who align themselves with it; several: each once
    #[arg(long, value_name = "STATE")]
    aligned_by: Vec<String>,
    /// What it speaks of, such as universalization; several: each once
    #[arg(long)]
    theme: Vec<DocumentTheme>,
    /// To whom it was given, as its head says: general, limited or restricted
    #[arg(long)]
    distribution: Option<Distribution>,
    /// The entry of the statement whose text it is
    #[arg(long, value_name = "ENTRY", value_parser = ask::entry)]
    statement: Option<EntryRef>,
    /// Where it is to be read
    #[arg(long, value_name = "URL", value_parser = ask::words)]
    at: Option<String>,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
}

/// Put right what a document is: what is given replaces what it says
#[derive(Debug, Clone, Args)]
struct SetArgs {
    #[command(flatten)]
    one: One,
    /// What kind of document it is
    #[arg(long)]
    kind: Option<DocumentKind>,
    /// Its title
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    title: Option<String>,
    #[command(flatten)]
    more: More,
    #[command(flatten)]
    change: Change,
}

/// The text of a document on record, or of a file that is not kept
#[derive(Debug, Args)]
struct TextArgs {
    /// The document's name, or the path of a file
    document: String,
}

/// The file of a document on record, as it was brought
#[derive(Debug, Args)]
struct FileArgs {
    /// The document's name
    document: String,
    /// Where it is written [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &DocumentArgs) -> Result<(), Failure> {
    match &args.what {
        What::Add(args) => add(session, args),
        What::Set(args) => outreach::put(session, args.as_ref()),
        What::List(which) => outreach::list::<Document>(session, which, |_| true),
        What::Show(one) => one.show::<Document>(session),
        What::Text(args) => text(session, args),
        What::File(args) => file(session, args),
        What::Compare(args) => compare::run(session, args),
    }
}

/// A file that was read, with its text.
struct Brought {
    file: InputFile,
    text: Text,
}

fn brought(path: &std::path::Path) -> Result<Brought, Failure> {
    let file = files::read_within(path, transcribe::Limits::USUAL.bytes)?;
    let name = path.file_name().map(|name| name.to_string_lossy());
    let text = isolated::read(&file.bytes, name.as_deref());
    let text = text.map_err(|cause| {
        Failure::bad_input(format!("{}: the file was not read", file.name)).because(cause)
    })?;
    Ok(Brought { file, text })
}

fn add(session: &Session, args: &AddArgs) -> Result<(), Failure> {
    if !Team::is_id(&args.name) {
        let told = format!("`{}` is no name of a document", args.name);
        return Err(Failure::usage(told).hint("write 2 to 40 of a-z, 0-9 and inner hyphens"));
    }
    let brought = args.file.as_deref().map(brought).transpose()?;
    let kept = brought.map(|brought| keep(session, brought)).transpose()?;
    let own = args.clone();
    args.upon.record(session, move |world| {
        if world.document(&own.name, treaty::Lang::En).is_some() {
            let told = format!("there is a document `{}` already", own.name);
            return Err(Failure::usage(told)
                .hint("give another name, or put that one right with `accede document set`"));
        }
        let mut one = bare(&own);
        own.more.put(world, &mut one)?;
        if let Some((file, text, language)) = &kept {
            one.file = Some(file.clone());
            one.text = Some(text.clone());
            one.language = one.language.or_else(|| language.clone());
        }
        Ok(Body::Document(Box::new(one)))
    })
}

/// Keeps a file and its text beside the ledger, before anything is recorded of them.
fn keep(
    session: &Session,
    brought: Brought,
) -> Result<(DocumentFile, String, Option<String>), Failure> {
    let Brought { file, text } = brought;
    let bytes = serde_json::to_vec(&text).expect("plain data is always written");
    let sha256 = DocumentId::of(&bytes).to_string();
    let name = std::path::Path::new(&file.name).file_name();
    let kept = DocumentFile {
        sha256: file.sha256.clone(),
        media_type: media_type(text.format).to_owned(),
        len: file.bytes.len() as u64,
        name: name.map(|name| name.to_string_lossy().into_owned()),
    };
    let own = InputFile {
        name: format!("the text of {}", file.name),
        sha256: sha256.clone(),
        bytes,
    };
    session.keep(&[file, own])?;
    Ok((kept, sha256, text.said.language))
}

fn media_type(format: Format) -> &'static str {
    match format {
        Format::Pdf => "application/pdf",
        Format::Docx => {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
        Format::Html => "text/html",
        Format::Txt => "text/plain",
        Format::Markdown => "text/markdown",
        Format::Eml => "message/rfc822",
    }
}

fn bare(args: &AddArgs) -> Document {
    Document {
        document: args.name.clone(),
        work: None,
        kind: args.kind,
        title: args.title.clone(),
        symbol: None,
        language: None,
        on: None,
        place: None,
        treaties: Vec::new(),
        meeting: None,
        at: None,
        by: Vec::new(),
        group: None,
        speaker: None,
        post: None,
        aligned_with: Vec::new(),
        aligned_by: Vec::new(),
        themes: Vec::new(),
        distribution: None,
        statement: None,
        file: None,
        text: None,
        url: None,
        note: None,
    }
}

impl More {
    /// Puts what is given in the place of what a document says.
    fn put(&self, world: &World, one: &mut Document) -> Result<(), Failure> {
        let states = |given: &[String], before: &mut Vec<_>| {
            if !given.is_empty() {
                *before = outreach::states(world, given)?;
            }
            Ok::<_, Failure>(())
        };
        states(&self.by, &mut one.by)?;
        states(&self.aligned_with, &mut one.aligned_with)?;
        states(&self.aligned_by, &mut one.aligned_by)?;
        if !self.treaty.is_empty() {
            let names = self.treaty.iter();
            let treaties = names.map(|name| outreach::treaty(world, name));
            one.treaties = treaties.collect::<Result<_, _>>()?;
        }
        if !self.theme.is_empty() {
            one.themes.clone_from(&self.theme);
        }
        if let Some(meeting) = &self.meeting {
            self.put_meeting(world, meeting, one)?;
        }
        if let Some(entry) = self.statement {
            one.statement = Some(outreach::id(world, entry)?);
        }
        let symbol = self.symbol.as_ref().map(ToString::to_string);
        one.symbol = symbol.or_else(|| one.symbol.take());
        one.on = self.on.or(one.on);
        one.distribution = self.distribution.or(one.distribution);
        for (given, before) in [
            (&self.work, &mut one.work),
            (&self.language, &mut one.language),
            (&self.place, &mut one.place),
            (&self.meeting_printed, &mut one.meeting),
            (&self.group, &mut one.group),
            (&self.speaker, &mut one.speaker),
            (&self.post, &mut one.post),
            (&self.at, &mut one.url),
            (&self.note, &mut one.note),
        ] {
            if given.is_some() {
                before.clone_from(given);
            }
        }
        Ok(())
    }

    fn put_meeting(
        &self,
        world: &World,
        name: &str,
        one: &mut Document,
    ) -> Result<(), Failure> {
        let Some(found) = world.meeting(name, treaty::Lang::En) else {
            let near = world.nearest_meetings(name);
            let failure = Failure::usage(format!("no meeting `{name}` is on record"));
            return Err(match near.as_slice() {
                [] => failure.hint("`accede meeting list` lists them"),
                near => failure.hint(format!("near it: {}", near.join(", "))),
            });
        };
        let met = found.meeting;
        if self.meeting_printed.is_none() {
            let number = met.number.as_ref().map(|number| format!(" {number}"));
            one.meeting = Some(format!("{}{}", met.kind, number.unwrap_or_default()));
        }
        one.at = Some(DocumentMeeting {
            treaty: met.treaty,
            kind: met.kind,
            number: met.number,
        });
        Ok(())
    }
}

impl Put for SetArgs {
    type Of = Document;

    fn change(&self) -> &Change {
        &self.change
    }

    fn entry(&self, _: &Session) -> Result<EntryRef, Failure> {
        Ok(self.one.entry)
    }

    fn put(&self, world: &World, one: &mut Document) -> Result<(), Failure> {
        one.kind = self.kind.unwrap_or(one.kind);
        one.title = self.title.clone().unwrap_or_else(|| one.title.clone());
        self.more.put(world, one)
    }
}

/// A document of the world that is asked.
fn on_record(session: &Session, world: &World, name: &str) -> Result<DocumentView, Failure> {
    world.document(name, session.lang()).ok_or_else(|| {
        match name
            .parse()
            .ok()
            .filter(|entry| world.entry(*entry).is_some())
        {
            Some(entry) => not_one(entry, Document::WHAT),
            None => Failure::usage(format!("no document `{name}` is on record")).hint(
                "`accede document list` lists them; those of a team are there with --as TEAM",
            ),
        }
    })
}

fn text(session: &Session, args: &TextArgs) -> Result<(), Failure> {
    let path = std::path::Path::new(&args.document);
    let world = session.world()?;
    let known = world.document(&args.document, session.lang());
    if known.is_none() && path.is_file() {
        return session.give(&Shown(brought(path)?.text));
    }
    let document = on_record(session, &world, &args.document)?;
    let stacks = Stacks::at(&session.settings.location).map_err(not_opened)?;
    let text = document.text.as_deref().map(|sha256| stacks.text(sha256));
    let text = text.transpose().map_err(unread)?.flatten();
    let text = text.ok_or_else(|| not_kept(&document, "its text"))?;
    session.give(&Shown(text))
}

fn file(session: &Session, args: &FileArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let document = on_record(session, &world, &args.document)?;
    let stacks = Stacks::at(&session.settings.location).map_err(not_opened)?;
    let bytes = document
        .file
        .as_ref()
        .map(|file| stacks.bytes(&file.sha256));
    let bytes = bytes.transpose().map_err(unread)?.flatten();
    let bytes = bytes.ok_or_else(|| not_kept(&document, "its file"))?;
    match &args.out {
        None => session.give_bytes(&bytes),
        Some(path) => std::fs::write(path, bytes).map_err(|cause| {
            Failure::bad_input(format!("{} could not be written", path.display()))
                .because(cause)
        }),
    }
}

fn not_kept(document: &DocumentView, what: &str) -> Failure {
    let failure = Failure::usage(format!("{what} is not kept here: {}", document.id));
    match &document.url {
        Some(url) => failure.hint(format!("it is to be read at {url}")),
        None => failure,
    }
}

/// A text, as a person or a program reads it.
#[derive(Serialize)]
#[serde(transparent)]
struct Shown(Text);

impl Answer for Shown {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["anchor", "kind", "label", "page", "text"]);
        for (at, block) in self.0.blocks.iter().enumerate() {
            sheet.row(vec![
                Text::anchor(at),
                kept::kind_word(block.kind),
                cell(block.label.as_ref()),
                cell(block.page),
                block.text.clone(),
            ]);
        }
        for (n, note) in (1..).zip(&self.0.notes) {
            sheet.row(vec![
                format!("n{n}"),
                "note".to_owned(),
                cell(note.label.as_ref()),
                String::new(),
                note.text.clone(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        for remark in &self.0.remarks {
            page.paragraph(2, &format!("({})", kept::remark(remark)))?;
        }
        for block in &self.0.blocks {
            let label = block.label.as_ref().map(|label| format!("{label} "));
            page.paragraph(0, &format!("{}{}", label.unwrap_or_default(), block.text))?;
            page.gap()?;
        }
        for note in &self.0.notes {
            let label = note.label.clone().unwrap_or_else(|| "*".to_owned());
            page.paragraph(4, &format!("{label} {}", note.text))?;
        }
        Ok(())
    }
}
