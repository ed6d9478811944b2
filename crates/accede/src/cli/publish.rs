//! `accede publish`: the public pages as files, for any place that shows files.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use jiff::civil::Date;
use serde::Serialize;
use treaty::Lang;
use web::publish::{Edition, Extra, PublishError, Published, publish};
use web::{App, Worlds};
use words::Words;
use world::Viewer;

use super::{Session, ask, warn};
use crate::edition::{Done, Folder, Head, Of};
use crate::failure::Failure;
use crate::home::{Home, not_opened};
use crate::render::{Answer, Page, Sheet};
use crate::stacks::{Shelves, Stacks};
use crate::still::Still;

/// Publish the public pages as files that need no server
///
/// Every page, with its data, pictures, feeds and calendars, for one legal day and one state of
/// the record. Links work from any folder, also without a server. The same record and day give the
/// same files to the byte, so an edition can be published again into the same folder: files that
/// did not change are not touched, and what is gone is removed. See docs/publish.md.
#[derive(Debug, Args)]
pub(super) struct PublishArgs {
    /// The folder to publish into; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The legal day [default: the day of the last entry's recording, UTC]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    on: Option<Date>,
    /// The languages of the pages, the first at the root of the folder [default: all with texts]
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    languages: Vec<Lang>,
    /// The address at which it will stand, such as `https://example.org/accede/`: feeds, calendars
    /// and the site map then have whole addresses
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// Forms to leave out, for a smaller edition, with the links to them: csv, json, svg, png, atom,
    /// ics. Pages and the tables under `data` stay
    #[arg(long, value_name = "FORM", value_delimiter = ',')]
    without: Vec<Extra>,
    /// Publish into a folder that holds other files: those of the same names are replaced
    #[arg(long)]
    force: bool,
}

/// What was published.
#[derive(Debug, Serialize)]
struct Report {
    out: String,
    #[serde(flatten)]
    of: Of,
    pages: usize,
    files: usize,
    #[serde(flatten)]
    done: Done,
    /// Links that no page answered, with the page that has them.
    dead: Vec<Dead>,
}

/// A link that no page answered.
#[derive(Debug, Serialize)]
struct Dead {
    page: String,
    link: String,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &PublishArgs) -> Result<(), Failure> {
    let langs = languages(args)?;
    let base = args.base.as_deref().map(base).transpose()?;
    let without: BTreeSet<_> = args.without.iter().copied().collect();
    let record = Home::new(&session.settings, session.clock).read()?;
    let still = Still::of_edition(record, session.known, args.on)?;
    let world = still.now(&Viewer::public());
    let of = Of {
        on: still.today(),
        known: world.known(),
        head: Head::from(world.head()),
        languages: langs.clone(),
        base: base.clone(),
        without: without.iter().map(Extra::to_string).collect(),
    };
    let mut folder = Folder::open(&args.out, args.force)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|cause| Failure::store("publishing could not start").because(cause))?;
    let edition = Edition {
        langs,
        base,
        without,
    };
    let still: Arc<dyn Worlds> = Arc::new(still);
    let stacks = Stacks::at(&session.settings.location).map_err(not_opened)?;
    let shelves = Arc::new(Shelves::of(stacks, Arc::clone(&still)));
    let app = App::new(still).with_stacks(Arc::clone(&shelves) as _);
    let published = runtime
        .block_on(publish(app, &edition, &mut folder))
        .map_err(failed)?;
    // A connection to a database ends by waiting, which no thread that answers may.
    drop(runtime);
    drop(shelves);
    let done = folder.close(of.clone())?;
    let report = report(args, of, published, done);
    for dead in &report.dead {
        warn(&format!(
            "the link from {} to {} leads nowhere; in the edition it leads to the page on what needs a server",
            dead.page, dead.link
        ));
    }
    session.give(&report)
}

fn languages(args: &PublishArgs) -> Result<Vec<Lang>, Failure> {
    let written = Words::written();
    if args.languages.is_empty() {
        // English first: it stands at the root.
        let mut langs = written;
        langs.sort_by_key(|lang| *lang != Lang::En);
        return Ok(langs);
    }
    let mut langs = Vec::new();
    for lang in &args.languages {
        if !langs.contains(lang) {
            langs.push(*lang);
        }
    }
    Ok(langs)
}

/// An address with a slash at its end.
fn base(given: &str) -> Result<String, Failure> {
    let rest = given
        .strip_prefix("https://")
        .or_else(|| given.strip_prefix("http://"));
    let strange = |c: char| c.is_whitespace() || c.is_control() || "\"'<>?#\\`{}|^".contains(c);
    match rest {
        Some(rest) if !rest.is_empty() && !rest.starts_with('/') && !rest.contains(strange) => {
            Ok(format!("{}/", given.trim_end_matches('/')))
        }
        Some(_) | None => Err(Failure::usage(format!("`{given}` is no address of a site"))
            .hint("write it as https://example.org/accede/")),
    }
}

fn failed(error: PublishError) -> Failure {
    match error {
        PublishError::Keep { path, cause } => {
            Failure::store(format!("{path} could not be written"))
                .because(cause)
                .hint("see that the folder may be written and the disk has room, and publish again: what is done is not done twice")
        }
        error @ (PublishError::NoLanguage
        | PublishError::Page { .. }
        | PublishError::Rewrite { .. }
        | PublishError::SameFile { .. }
        | PublishError::Ended(_)) => Failure::store("the edition could not be published")
            .because(error)
            .hint("this is a mistake in the program: please report it with this message"),
    }
}

fn report(args: &PublishArgs, of: Of, published: Published, done: Done) -> Report {
    let dead = published.dead.into_iter();
    Report {
        out: args.out.display().to_string(),
        of,
        pages: published.pages,
        files: done.written + done.unchanged,
        done,
        dead: dead.map(|(page, link)| Dead { page, link }).collect(),
    }
}

impl Answer for Report {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "out",
            "on",
            "known",
            "entries",
            "head",
            "pages",
            "files",
            "written",
            "unchanged",
            "removed",
            "bytes",
        ]);
        sheet.row(vec![
            self.out.clone(),
            self.of.on.to_string(),
            self.of.known.to_string(),
            self.of.head.entries.to_string(),
            self.of.head.link.clone(),
            self.pages.to_string(),
            self.files.to_string(),
            self.done.written.to_string(),
            self.done.unchanged.to_string(),
            self.done.removed.to_string(),
            self.done.bytes.to_string(),
        ]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&format!(
            "published {} pages, {} files with their data, {} bytes, in {}",
            self.pages, self.files, self.done.bytes, self.out
        ))?;
        page.line(&format!(
            "{} written, {} the same as before, {} removed",
            self.done.written, self.done.unchanged, self.done.removed
        ))?;
        page.line(&format!(
            "as on {}, known {}, {} entries, head {}",
            self.of.on, self.of.known, self.of.head.entries, self.of.head.link
        ))
    }
}
