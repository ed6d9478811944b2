//! `accede document add`: a document is kept, with what a person says of it, and what it says of itself where the person
//! takes that.

use std::path::{Path, PathBuf};

use clap::Args;
use ledger::Body;
use ledger::body::vocabulary::DocumentKind;
use ledger::body::{Document, DocumentFile, Team};
use people::tray::{Item, ItemId, Owner, State, Tray, TrayError};
use store::DocumentId;
use transcribe::Text;

use super::super::outreach::Upon;
use super::super::session::warn;
use super::super::{Session, ask};
use super::{More, tray};
use crate::bringing::{self, media_type, written};
use crate::failure::Failure;
use crate::files::{self, InputFile};
use crate::isolated;
use crate::proposing::{self, Field, Offer};

/// Keep a document: its file, its text, and what it is
///
/// The file is PDF, DOCX, HTML, plain text, Markdown or a message (EML). It is read in a process of its own, which can do
/// nothing but read. See first with `accede document text FILE` what is read of it, and with `accede document describe FILE`
/// what it says of itself.
///
/// For example: `accede document add note.pdf --name ita-ccm-msp-11 --kind statement --title "General exchange of views"
/// --by ITA --treaty ccm --on 2023-09-11 --theme general_exchange --seen-by public`.
#[derive(Debug, Clone, Args)]
pub(super) struct AddArgs {
    /// The file; without one, a document that is known and not kept
    file: Option<PathBuf>,
    /// Its name in addresses: 2 to 40 of a-z, 0-9 and inner hyphens
    #[arg(long)]
    name: Option<String>,
    /// What kind of document it is, such as statement, report or working_paper
    #[arg(long)]
    kind: Option<DocumentKind>,
    /// Its title
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    title: Option<String>,
    /// Confirm a file that is in the tray, by its name there; it leaves the tray when it is on record
    #[arg(long, value_name = "ID", conflicts_with = "file")]
    tray: Option<ItemId>,
    /// Keep a file of the tray that could not be read as it is, without a text: it is found by what is said of it alone
    #[arg(long, requires = "tray")]
    file_only: bool,
    /// Take what the file says of itself outright, where no option says otherwise; what is taken is told
    #[arg(long)]
    as_proposed: bool,
    #[command(flatten)]
    more: More,
    #[command(flatten)]
    upon: Upon,
}

/// A file that was read, with its text.
pub(super) struct Brought {
    pub(super) file: InputFile,
    pub(super) text: Text,
}

/// Reads a file and, in a process of its own, its text.
pub(super) fn brought(path: &Path) -> Result<Brought, Failure> {
    let file = files::read_within(path, transcribe::Limits::USUAL.bytes)?;
    let name = path.file_name().map(|name| name.to_string_lossy());
    let text = isolated::read(&file.bytes, name.as_deref());
    let text = text.map_err(|cause| {
        Failure::bad_input(format!("{}: the file was not read", file.name)).because(cause)
    })?;
    Ok(Brought { file, text })
}

/// What is called by the options, and what a document would be by them and by what is taken.
struct Said {
    name: String,
    kind: DocumentKind,
    title: String,
    more: More,
}

/// A file and what was read of it, from a path or from the tray.
struct Whole {
    file: InputFile,
    /// `None`: it could not be read, and is kept all the same.
    text: Option<Text>,
    media_type: String,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &AddArgs) -> Result<(), Failure> {
    if let Some(name) = args.name.as_ref().filter(|name| !Team::is_id(name)) {
        let told = format!("`{name}` is no name of a document");
        return Err(Failure::usage(told).hint("write 2 to 40 of a-z, 0-9 and inner hyphens"));
    }
    if args.as_proposed && args.file.is_none() && args.tray.is_none() {
        return Err(Failure::usage("without a file nothing is proposed").hint("name the file"));
    }
    let cabinet = args.tray.map(|_| tray::cabinet(session)).transpose()?;
    let trays = cabinet.as_deref().map(Tray::at);
    let in_tray = match (args.tray, trays) {
        (Some(id), Some(trays)) => Some((trays, tray::found(session, trays, id)?)),
        (None, _) | (_, None) => None,
    };
    let whole = match (&args.file, &in_tray) {
        (_, Some((trays, (owner, item)))) => Some(args.of_tray(*trays, owner, item)?),
        (Some(path), None) => {
            let Brought { file, text } = brought(path)?;
            Some(Whole {
                file,
                media_type: media_type(text.format).to_owned(),
                text: Some(text),
            })
        }
        (None, None) => None,
    };
    record(session, args, whole)?;
    if let Some((trays, (owner, item))) = in_tray
        && let Err(error) = trays.drop(&owner, item.id)
    {
        warn(&format!("it is on record, and still in the tray: {error}"));
    }
    Ok(())
}

fn record(session: &Session, args: &AddArgs, whole: Option<Whole>) -> Result<(), Failure> {
    let said = args.said(session, whole.as_ref())?;
    let kept = whole.map(|whole| keep(session, whole)).transpose()?;
    args.upon.record(session, move |world| {
        if world.document(&said.name, treaty::Lang::En).is_some() {
            let told = format!("there is a document `{}` already", said.name);
            return Err(Failure::usage(told)
                .hint("give another name, or put that one right with `accede document set`"));
        }
        let mut one = bare(&said.name, said.kind, &said.title);
        said.more.put(world, &mut one)?;
        if let Some((file, text, language)) = &kept {
            one.file = Some(file.clone());
            one.text.clone_from(text);
            one.language = one.language.or_else(|| language.clone());
        }
        Ok(Body::Document(Box::new(one)))
    })
}

impl AddArgs {
    /// What the document is to be: by the options, and by the file where that is asked for. What is taken of the file is
    /// told, and so is what could be.
    fn said(&self, session: &Session, whole: Option<&Whole>) -> Result<Said, Failure> {
        let mut own = self.clone();
        let read = whole.and_then(|whole| Some((whole, whole.text.as_ref()?)));
        if let Some((brought, text)) = read {
            let world = session.world()?;
            let said = proposing::description(&world, text);
            let offers = proposing::offers(&world, text, &said);
            let mut open = proposing::sure(&offers);
            open.retain(|offer| !self.gives(offer.field));
            let name = own.name.is_none().then(|| {
                let path = Path::new(&brought.file.name);
                let file = path.file_name().unwrap_or_default().to_string_lossy();
                proposing::name(&world, &offers, &file)
            });
            if self.as_proposed {
                told("taken as proposed", &open, name.as_deref());
                own.name = own.name.or(name);
                open.iter().try_for_each(|offer| own.take(offer))?;
            } else if !open.is_empty() {
                told(
                    "the file says more of itself, which is not taken; --as-proposed would take",
                    &open,
                    name.as_deref(),
                );
            }
        }
        let needed = |given: bool, option: &'static str| (!given).then_some(option);
        let missing = [
            needed(own.name.is_some(), "--name"),
            needed(own.kind.is_some(), "--kind"),
            needed(own.title.is_some(), "--title"),
        ];
        let missing: Vec<_> = missing.into_iter().flatten().collect();
        let (Some(name), Some(kind), Some(title)) = (own.name, own.kind, own.title) else {
            let failure = Failure::usage(format!("nobody said {}", missing.join(", ")));
            return Err(match (self.as_proposed, read.is_some()) {
                (true, _) => failure.hint("the file does not say so outright: give it by hand"),
                (false, true) => failure.hint(
                    "give it, or take what the file says of itself with --as-proposed; `accede document describe` shows it",
                ),
                (false, false) => failure.hint("give it"),
            });
        };
        Ok(Said {
            name,
            kind,
            title,
            more: own.more,
        })
    }

    /// A file of the tray, as it was brought and read.
    fn of_tray(&self, trays: Tray<'_>, owner: &Owner, item: &Item) -> Result<Whole, Failure> {
        let item = bringing::read(trays, owner, item.id).map_err(|cause| {
            Failure::bad_input(format!("{} cannot be confirmed yet", item.name)).because(cause)
        })?;
        let text = tray::text(trays, owner, item.id)?;
        let media_type = match &item.state {
            State::Read { media_type, .. } => media_type.clone(),
            State::Unread { why } if !self.file_only => {
                let told = format!("{} was not read: {why}", item.name);
                return Err(Failure::bad_input(told)
                    .hint("keep it without a text with --file-only, or throw it away with `accede document tray drop`"));
            }
            State::Unread { .. } => "application/octet-stream".to_owned(),
            State::Arriving | State::Whole | State::Leaving => {
                let (have, len) = (item.arrived, item.len);
                return Err(tray::refused(TrayError::NotWhole { have, len }));
            }
        };
        let bytes = trays.file(owner, item.id).map_err(tray::refused)?;
        Ok(Whole {
            file: InputFile {
                name: item.name.clone(),
                sha256: people::tray::sha256(&bytes),
                bytes,
            },
            text,
            media_type,
        })
    }

    /// Whether the options say something of a field, or of what belongs to it.
    fn gives(&self, field: Field) -> bool {
        let more = &self.more;
        match field {
            Field::Kind => self.kind.is_some(),
            Field::Title => self.title.is_some(),
            Field::Symbol => more.symbol.is_some(),
            Field::Language => more.language.is_some(),
            Field::On => more.on.is_some(),
            Field::Place => more.place.is_some(),
            Field::Treaty => !more.treaty.is_empty(),
            Field::Meeting | Field::MeetingPrinted => {
                more.meeting.is_some() || more.meeting_printed.is_some()
            }
            Field::By | Field::Group => !more.by.is_empty() || more.group.is_some(),
            Field::Speaker | Field::Post => more.speaker.is_some() || more.post.is_some(),
            Field::AlignedWith | Field::AlignedWithGroup => !more.aligned_with.is_empty(),
            Field::AlignedBy => !more.aligned_by.is_empty(),
            Field::Theme => !more.theme.is_empty(),
            Field::Distribution => more.distribution.is_some(),
            Field::National | Field::Original | Field::Version => false,
        }
    }

    /// Takes what is proposed, as though it had been given.
    fn take(&mut self, offer: &Offer) -> Result<(), Failure> {
        let value = offer.value.clone();
        let more = &mut self.more;
        match offer.field {
            Field::Kind => self.kind = Some(read(offer)?),
            Field::Title => self.title = Some(value),
            Field::Symbol => more.symbol = Some(read(offer)?),
            Field::Language => more.language = Some(value),
            Field::On => more.on = Some(read(offer)?),
            Field::Place => more.place = Some(value),
            Field::Treaty => more.treaty.push(value),
            Field::Meeting => more.meeting = Some(value),
            Field::MeetingPrinted => more.meeting_printed = Some(value),
            Field::By => more.by.push(value),
            Field::Group => more.group = Some(value),
            Field::Speaker => more.speaker = Some(value),
            Field::Post => more.post = Some(value),
            Field::AlignedWith => more.aligned_with.push(value),
            Field::AlignedBy => more.aligned_by.push(value),
            Field::Theme => more.theme.push(read(offer)?),
            Field::Distribution => more.distribution = Some(read(offer)?),
            Field::AlignedWithGroup | Field::National | Field::Original | Field::Version => {}
        }
        Ok(())
    }
}

fn read<T: std::str::FromStr>(offer: &Offer) -> Result<T, Failure>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let read = offer.value.parse();
    read.map_err(|cause: T::Err| {
        Failure::bad_input(format!("`{}` cannot be taken as proposed", offer.value))
            .because(cause)
            .hint("give it by hand")
    })
}

/// Tells on standard error what is taken, or would be.
fn told(what: &str, open: &[&Offer], name: Option<&str>) {
    let name = name.map(|name| format!("\n  name: {name}"));
    let lines: Vec<_> = open.iter().map(|offer| format!("\n  {offer}")).collect();
    warn(&format!(
        "{what}:{}{}",
        name.unwrap_or_default(),
        lines.concat()
    ));
}

/// Keeps a file and its text beside the ledger, before anything is recorded of them.
fn keep(
    session: &Session,
    whole: Whole,
) -> Result<(DocumentFile, Option<String>, Option<String>), Failure> {
    let Whole {
        file,
        text,
        media_type,
    } = whole;
    let name = Path::new(&file.name).file_name();
    let kept = DocumentFile {
        sha256: file.sha256.clone(),
        media_type,
        len: file.bytes.len() as u64,
        name: name.map(|name| name.to_string_lossy().into_owned()),
    };
    let own = text.as_ref().map(|text| {
        let bytes = written(text);
        InputFile {
            name: format!("the text of {}", file.name),
            sha256: DocumentId::of(&bytes).to_string(),
            bytes,
        }
    });
    let sha256 = own.as_ref().map(|own| own.sha256.clone());
    let mut files = vec![file];
    files.extend(own);
    session.keep(&files)?;
    Ok((kept, sha256, text.and_then(|text| text.said.language)))
}

/// A document of which nothing more is known.
fn bare(name: &str, kind: DocumentKind, title: &str) -> Document {
    Document {
        document: name.to_owned(),
        work: None,
        kind,
        title: title.to_owned(),
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
