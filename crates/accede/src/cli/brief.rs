//! `accede brief`: what whoever speaks to a State about a treaty should have read.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use sentence::say;
use treaty::{Lang, ParticipantId, TreatyId};
use words::Words;
use world::sheet::{Tabular, word};
use world::view::{BriefLine, BriefView, Sentence, Weights};
use world::{Next, World};

use super::next::{no_campaign, told};
use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Page, Sheet, long_date};

/// The brief on a State under a treaty: what it did, said and voted, how far it is, who spoke to it
///
/// Approaches count as far as --as shows them. With --campaign, one file for each of the first States of
/// `accede next`.
///
/// For example: `accede --as italy brief NPL --treaty ctbt --md`
#[derive(Debug, Args)]
pub(super) struct BriefArgs {
    /// The State, by code or by name in any of the six languages
    #[arg(required_unless_present = "campaign", conflicts_with = "campaign")]
    state: Option<String>,
    /// The treaty
    #[arg(
        long,
        required_unless_present = "campaign",
        conflicts_with = "campaign"
    )]
    treaty: Option<String>,
    /// As Markdown
    #[arg(long, conflicts_with_all = ["json", "csv"])]
    md: bool,
    /// Briefs on those whom this campaign should approach next, as Markdown
    #[arg(long, requires = "out")]
    campaign: Option<String>,
    /// On how many of them
    #[arg(long, value_name = "N", default_value_t = 10, requires = "campaign")]
    top: usize,
    /// The directory they go to; it is made where it is not there
    #[arg(long, value_name = "DIR", requires = "campaign")]
    out: Option<PathBuf>,
    /// The legal day [default: today, UTC]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    on: Option<Date>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &BriefArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let on = args.on.unwrap_or_else(|| session.today());
    if let (Some(campaign), Some(out)) = (&args.campaign, &args.out) {
        return batch(session, &world, campaign, args.top, on, out);
    }
    let treaty = session.treaty(&world, args.treaty.as_deref().unwrap_or_default())?;
    let state = session.state(&world, args.state.as_deref().unwrap_or_default())?;
    let view = brief(session, &world, state, &treaty, on)?;
    if args.md {
        return session.give(&Written(view));
    }
    session.give(&view)
}

fn brief(
    session: &Session,
    world: &World,
    state: ParticipantId,
    treaty: &TreatyId,
    on: Date,
) -> Result<BriefView, Failure> {
    let view = world.brief(state, treaty, on, session.lang());
    view.ok_or_else(|| {
        Failure::usage(format!(
            "`{treaty}` is not open to {state}, which never acted under it"
        ))
    })
}

/// One file for each of the first of a campaign.
fn batch(
    session: &Session,
    world: &World,
    campaign: &str,
    top: usize,
    on: Date,
    out: &Path,
) -> Result<(), Failure> {
    let weights = Weights::default();
    let next = world.next(Next::Campaign(campaign), on, &weights, session.lang());
    let next = next.ok_or_else(|| no_campaign(Some(campaign)))?;
    let failed = |path: &Path, cause: io::Error| {
        Failure::store(format!("writing {}", path.display())).because(cause)
    };
    fs::create_dir_all(out).map_err(|cause| failed(out, cause))?;
    let mut files = Vec::new();
    for row in next.rows.iter().take(top) {
        let view = brief(session, world, row.iso3, &next.treaty, on)?;
        let path = out.join(format!("{:03}-{}-{}.md", row.place, row.iso3, next.treaty));
        fs::write(&path, markdown(&view)).map_err(|cause| failed(&path, cause))?;
        files.push(path.display().to_string());
    }
    session.give(&Made { files })
}

/// The files that were written.
#[derive(serde::Serialize)]
struct Made {
    files: Vec<String>,
}

impl Answer for Made {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["file"]);
        for file in &self.files {
            sheet.row(vec![file.clone()]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        self.files.iter().try_for_each(|file| page.line(file))
    }
}

/// A brief that is given as Markdown.
#[derive(serde::Serialize)]
#[serde(transparent)]
struct Written(BriefView);

impl Answer for Written {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(&self.0)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        markdown(&self.0)
            .lines()
            .try_for_each(|line| page.line(line))
    }
}

fn heading(words: &Words, part: &str) -> String {
    words.text(&format!("brief-part-{part}")).into_owned()
}

fn in_words(line: &BriefLine) -> String {
    let sentences: Vec<_> = line.sentences.iter().map(told).collect();
    sentences.join(" ")
}

/// The brief as Markdown, with its sources at the end.
fn markdown(view: &BriefView) -> String {
    let words = Words::for_lang(Lang::En);
    let args = [
        ("name", (&view.name).into()),
        ("short", (&view.short).into()),
    ];
    let mut text = format!("# {}\n\n", escaped(&words.text_with("brief-title", &args)));
    let mut put = |line: String| {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{line}");
    };
    put(format!(
        "{}: {}. On {}, as known at {}, head {}.",
        escaped(&view.title),
        word(&view.status.standing),
        long_date(view.on),
        view.known,
        view.head.link
    ));
    for section in &view.parts {
        let silent = section.lines.is_empty() && section.silence.is_none();
        if silent {
            continue;
        }
        put(format!("\n## {}\n", heading(words, section.part.word())));
        for line in &section.lines {
            put(format!("- {}", escaped(&in_words(line))));
        }
        if let Some(silence) = &section.silence {
            put(escaped(&say(words, silence)));
        }
    }
    if !view.messengers.is_empty() {
        put(format!("\n## {}\n", words.text("brief-messengers")));
        for one in &view.messengers {
            put(format!(
                "- {}: {}",
                escaped(&one.name),
                escaped(&reasons(&one.why))
            ));
        }
    }
    if !view.across.is_empty() {
        let across = view.across.iter();
        let across: Vec<_> = across
            .map(|row| format!("{} ({})", row.short, word(&row.standing)))
            .collect();
        put(format!(
            "\n## {}\n\n{}.",
            words.text("brief-across"),
            escaped(&across.join(", "))
        ));
    }
    put(format!("\n## {}\n", words.text("foot-source")));
    for source in &view.sources {
        let url = source
            .url
            .as_ref()
            .map(|url| format!(", <{url}>"))
            .unwrap_or_default();
        put(format!(
            "- [{}] {}{url}",
            source.entry,
            escaped(&source.title)
        ));
    }
    put(format!("- {}", escaped(&view.geography)));
    text
}

fn reasons(why: &[Sentence]) -> String {
    why.iter().map(told).collect::<Vec<_>>().join(" ")
}

/// Text in which Markdown finds nothing to obey.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '<' | '>' | '#' | '|' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

impl Answer for BriefView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let words = Words::for_lang(Lang::En);
        page.line(&format!(
            "{} ({}) and the {}: {}, on {}",
            self.name,
            self.iso3,
            self.short,
            word(&self.status.standing),
            long_date(self.on)
        ))?;
        for section in &self.parts {
            if section.lines.is_empty() && section.silence.is_none() {
                continue;
            }
            page.gap()?;
            page.line(&heading(words, section.part.word()))?;
            for line in &section.lines {
                page.paragraph(4, &format!("- {}", in_words(line)))?;
            }
            if let Some(silence) = &section.silence {
                page.paragraph(2, &say(words, silence))?;
            }
        }
        if !self.messengers.is_empty() {
            page.gap()?;
            page.line(&words.text("brief-messengers"))?;
            for one in &self.messengers {
                page.paragraph(4, &format!("- {}: {}", one.name, reasons(&one.why)))?;
            }
        }
        page.footing(Some(self.on), self.known, &self.head)?;
        page.sources(self.sources.iter())
    }
}
