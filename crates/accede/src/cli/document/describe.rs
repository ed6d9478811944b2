//! `accede document describe`: what a file says of itself, or what a page lists that was said.

use std::io;
use std::path::PathBuf;

use clap::Args;
use intake::describe::page::{self, Listed};
use intake::describe::{Description, Evidence, Meetings};
use intake::{EntryKind, SourcedEntry};
use ledger::Body;
use ledger::body::{MeetingRef, Statement};
use serde::Serialize;
use transcribe::{Format, Remark, Text};
use treaty::{ParticipantId, Source, TreatyId};
use world::World;

use super::super::Session;
use super::super::outreach;
use super::add::{Brought, brought};
use super::kept;
use crate::bringing::media_type;
use crate::failure::Failure;
use crate::proposing::{self, Field, Offer, OnRecord};
use crate::render::{Answer, Column, Page, Sheet, Table, cell, long_partial};

/// What a file says of itself: proposals with their evidence, for a person to confirm; nothing is kept
///
/// With `--statements` the file is a page that lists what one State said at meetings: each line of it is told, and with
/// `--csv` or `--format json` written as `accede import statements` reads it.
#[derive(Debug, Clone, Args)]
pub(super) struct DescribeArgs {
    /// The file: PDF, DOCX, HTML, plain text, Markdown or a message (EML)
    file: PathBuf,
    /// The page lists statements: `Meeting (place, days): titles (speaker, day); …`
    #[arg(long)]
    statements: bool,
    /// The treaty of these statements [default: what the page is about, where it says so]
    #[arg(long, requires = "statements")]
    treaty: Option<String>,
    /// Whose statements they are [default: what the page says, where it does]
    #[arg(long, value_name = "STATE", requires = "statements")]
    by: Option<String>,
    /// The address the page was fetched from [default: the one it says is its own]
    #[arg(long, requires = "statements")]
    url: Option<String>,
}

/// What is told of a file.
#[derive(Debug, Serialize)]
pub(super) struct Described {
    /// The file, as it was named.
    file: String,
    sha256: String,
    bytes: u64,
    format: Format,
    media_type: &'static str,
    pages: Option<u32>,
    /// How many paragraphs.
    blocks: usize,
    /// What a reader of the text must know.
    remarks: Vec<Remark>,
    /// A name in addresses that no document has.
    name: String,
    /// Field by field, in the words in which they would be given.
    proposals: Vec<Offer>,
    /// The whole of what was found.
    description: Description,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &DescribeArgs) -> Result<(), Failure> {
    let brought = brought(&args.file)?;
    let world = session.world()?;
    if args.statements {
        return statements(session, args, &world, &brought);
    }
    let Brought { file, text } = brought;
    let path = args.file.file_name().unwrap_or_default().to_string_lossy();
    let bytes = file.bytes.len() as u64;
    let described = Described::of(&world, &path, file.sha256, bytes, text);
    session.give(&Described {
        file: file.name,
        ..described
    })
}

impl Described {
    pub(super) const COLUMNS: &'static [&'static str] =
        &["field", "value", "named", "sure", "from", "anchor", "words"];

    /// What the text of a file says of itself.
    pub(super) fn of(
        world: &World,
        name: &str,
        sha256: String,
        bytes: u64,
        text: Text,
    ) -> Described {
        let description = proposing::description(world, &text);
        let proposals = proposing::offers(world, &text, &description);
        Described {
            file: name.to_owned(),
            sha256,
            bytes,
            format: text.format,
            media_type: media_type(text.format),
            pages: text.pages,
            blocks: text.blocks.len(),
            remarks: text.remarks,
            name: proposing::name(world, &proposals, name),
            proposals,
            description,
        }
    }
}

impl Answer for Described {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(Described::COLUMNS);
        for offer in &self.proposals {
            sheet.row(vec![
                crate::render::word(&offer.field),
                offer.value.clone(),
                cell(offer.named.as_ref()),
                offer.sure.to_string(),
                crate::render::word(&offer.from),
                cell(offer.anchor.as_ref()),
                cell(offer.words.as_ref()),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let pages = self.pages.map(|pages| format!("{pages} pages, "));
        page.line(&format!(
            "{}: {}, {}{} paragraphs, {} bytes",
            self.file,
            self.format,
            pages.unwrap_or_default(),
            self.blocks,
            self.bytes
        ))?;
        for remark in &self.remarks {
            page.paragraph(2, &format!("({})", kept::remark(remark)))?;
        }
        page.gap()?;
        if self.proposals.is_empty() {
            page.line("the file says nothing of itself that is known here")?;
        } else {
            let mut table = Table::new(vec![
                Column::text("Field"),
                Column::prose("Proposed"),
                Column::text("Sure"),
                Column::prose("Evidence"),
            ]);
            for offer in &self.proposals {
                table.row(vec![
                    crate::render::word(&offer.field).replace('_', " "),
                    offer.value(),
                    if offer.sure { "yes" } else { "" }.to_owned(),
                    offer.evidence(),
                ]);
            }
            page.table(&table)?;
        }
        let mentions = self.description.mentions.iter();
        let mentions: Vec<_> = mentions.map(|one| one.value.to_string()).collect();
        if !mentions.is_empty() {
            page.gap()?;
            page.paragraph(
                2,
                &format!("it names the documents {}", mentions.join(", ")),
            )?;
        }
        page.gap()?;
        page.paragraph(
            2,
            &format!(
                "nothing was kept: `accede document add FILE --as-proposed` keeps it as {}, with what is sure and what you \
                 give beside",
                self.name
            ),
        )
    }
}

/// Statements that a page lists, as they would be imported.
#[derive(Serialize)]
#[serde(transparent)]
struct Rows {
    rows: Vec<SourcedEntry>,
    /// As they are written for an import.
    #[serde(skip)]
    csv: Vec<u8>,
    #[serde(skip)]
    lines: Vec<String>,
}

fn statements(
    session: &Session,
    args: &DescribeArgs,
    world: &World,
    brought: &Brought,
) -> Result<(), Failure> {
    let text = &brought.text;
    let said = proposing::offers(world, text, &proposing::description(world, text));
    let treaty = match &args.treaty {
        Some(name) => session.treaty(world, name)?,
        None => only(&said, Field::Treaty).ok_or_else(|| open("which treaty", "--treaty"))?,
    };
    let by = match &args.by {
        Some(name) => session.state(world, name)?,
        None => only(&said, Field::By).ok_or_else(|| open("whose statements", "--by"))?,
    };
    let listed = page::statements(text, &OnRecord(world).meetings(&treaty));
    if listed.is_empty() {
        return Err(Failure::bad_input(format!(
            "{}: no line of the file lists statements",
            brought.file.name
        ))
        .hint("a line is read as `Meeting (place, days): titles (speaker, day); …`"));
    }
    let rows: Vec<_> = listed
        .iter()
        .map(|one| row(args, brought, (&treaty, by), one))
        .collect();
    let name = |who: ParticipantId| outreach::words::name(world, who);
    let answer = Rows {
        csv: intake::write_entries_csv(EntryKind::Statements, &rows, &name),
        lines: listed.iter().map(line).collect(),
        rows,
    };
    match session.form.of_a_file() {
        Some(false) => session.give_bytes(&answer.csv),
        Some(true) => session.give_bytes(&intake::write_entries_json(&answer.rows)),
        None => session.give(&answer),
    }
}

/// The one value that is sure of a field; `None` where there is none, or two.
fn only<T: std::str::FromStr>(offers: &[Offer], field: Field) -> Option<T> {
    let mut all = offers
        .iter()
        .filter(|offer| offer.field == field && offer.sure);
    let (first, second) = (all.next(), all.next());
    let one = first.filter(|_| second.is_none())?;
    one.value.parse().ok()
}

fn open(what: &str, option: &str) -> Failure {
    Failure::usage(format!("the page does not say outright {what} they are"))
        .hint(format!("say it with {option}"))
}

fn row(
    args: &DescribeArgs,
    brought: &Brought,
    (treaty, by): (&TreatyId, ParticipantId),
    one: &Listed,
) -> SourcedEntry {
    let said = &brought.text.said;
    // One meeting, and for certain: of two neither is said.
    let at = one.at.iter().find(|at| at.sure);
    let place = if let Evidence::Words { anchor, .. } = &one.from {
        Some(anchor.clone())
    } else {
        None
    };
    let file = || {
        let name = args.file.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    };
    SourcedEntry {
        body: Body::Statement(Statement {
            treaty: treaty.clone(),
            by,
            on: one.on,
            meeting: one.meeting.clone(),
            at: at.map(|at| MeetingRef {
                kind: at.value.kind.clone(),
                number: at.value.number.clone(),
            }),
            title: one.title.clone(),
            themes: one.themes.clone(),
            speaker: one.speaker.clone(),
            post: None,
            aligned_with: Vec::new(),
            url: None,
            note: one
                .speaker_shared
                .then(|| "the page names the speaker once for several titles".to_owned()),
        }),
        source: Source {
            url: args.url.clone().or_else(|| said.address.clone()),
            sha256: Some(brought.file.sha256.clone()),
            place,
            ..Source::cited(said.title.clone().unwrap_or_else(file))
        },
        entry: None,
        recorded: None,
        doubt: None,
    }
}

fn line(one: &Listed) -> String {
    let title = one.title.as_deref().unwrap_or("(no title)");
    let speaker = one.speaker.as_ref().map(|who| format!(", {who}"));
    let at = one.at.iter().find(|at| at.sure);
    let at = at.map(|at| {
        let number = at.value.number.as_deref().unwrap_or_default();
        format!(" [{} {number}]", at.value.kind)
    });
    format!(
        "{}  {title}{}: {}{}",
        long_partial(one.on),
        speaker.unwrap_or_default(),
        one.meeting,
        at.unwrap_or_default()
    )
}

impl Answer for Rows {
    fn sheet(&self) -> Sheet {
        // Given by `statements`, as an import reads it.
        Sheet::new(&[])
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        for line in &self.lines {
            page.paragraph(2, line)?;
        }
        page.gap()?;
        page.paragraph(
            2,
            &format!(
                "{} statements; with --csv they are written as `accede import statements` reads them",
                self.rows.len()
            ),
        )
    }
}
