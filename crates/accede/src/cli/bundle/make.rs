//! `accede bundle make`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use ledger::bundle::{self, Content, Digest, Party};
use ledger::{Audience, Body, Recorded, Seq};
use serde::Serialize;
use store::{DocumentId, Documents};
use world::{Viewer, World};

use super::super::backup::{self, Last};
use super::super::{Session, ask, key};
use super::counted;
use crate::bundle::cover::{Cover, told};
use crate::bundle::follow::Pack;
use crate::bundle::subject::kind;
use crate::bundle::{Asked, Chosen, Contradicted, Held, Whom, choose, teams_that_agree};
use crate::failure::Failure;
use crate::home::{Home, not_opened};
use crate::record::Record;
use crate::render::{Answer, Page, Sheet};

/// Write a bundle: entries with the bytes they have on record, and the documents they cite
///
/// Only what its audience and its TLP label let leave goes into it: RED and AMBER+STRICT never. What
/// is held back is counted and told to you, and is not in the file. What corrects, retracts or
/// disputes an entry goes with it.
#[derive(Debug, Args)]
pub(super) struct MakeArgs {
    /// The new file; call it something.zip, so that it can be looked into
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// For whom: the name of a key that is believed here; needed unless all of it is public
    #[arg(long, value_name = "KEY_NAME")]
    to: Option<String>,
    /// Whose entries: public, signed-in, and the ids of teams [default: public]
    ///
    /// Of an entry for several teams, all have to be named.
    #[arg(long, value_name = "AUDIENCE,...", value_delimiter = ',', value_parser = ask::words)]
    audience: Vec<String>,
    /// Only what is about this treaty; may be given several times
    #[arg(long)]
    treaty: Vec<String>,
    /// Only what was recorded after this entry, day or moment
    #[arg(long, value_name = "ENTRY|TIME", value_parser = backup::last)]
    since: Option<Last>,
    /// What it is, for whoever gets it
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    purpose: Option<String>,
    /// For the next coordinators: with a cover report that lists what is to be done and by when. Whose
    /// entries: public, signed-in, and those of the teams that agreed to it on record, for this key and these
    /// treaties
    #[arg(long, conflicts_with = "audience", requires = "to")]
    handover: bool,
    /// Further teams that agreed to hand over what is theirs, though not on record; you answer for their
    /// having been asked
    #[arg(long, value_name = "TEAM,...", value_delimiter = ',', value_parser = ask::words, requires = "handover")]
    teams_agree: Vec<String>,
    /// What to do with an entry that is not public, where something that stays here corrects,
    /// retracts or disputes it; public ones go as the public reads them
    #[arg(long, value_enum, default_value = "hold")]
    contradicted: Contradicted,
    /// Say in the cover report how much was held back and why. It is not said otherwise
    #[arg(long)]
    tell_held_back: bool,
    /// Write the cover report to a file of its own as well, for those without the program: a page where its
    /// name ends in .html, else Markdown
    #[arg(long, value_name = "FILE")]
    cover: Option<PathBuf>,
    /// Leave the documents out
    #[arg(long)]
    without_documents: bool,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &MakeArgs) -> Result<(), Failure> {
    let own = key::own(session)?;
    let record = session.record()?;
    let mut whom = whom(args, &record)?;
    let to = match &args.to {
        Some(name) => {
            let (key, name) = key::named(&record, name)?;
            Some(Party { name, key })
        }
        None if whom.signed_in || !whom.teams.is_empty() => {
            return Err(Failure::usage("what is not public is for somebody")
                .hint("say for whom: --to NAME, of a key that `accede key list` shows"));
        }
        None => None,
    };
    let world = World::fold_shared(record.shared(), &Viewer::public(), Timestamp::MAX);
    let treaties = args
        .treaty
        .iter()
        .map(|name| Ok(ask::treaty(&world, name)?.id.clone()));
    let treaties = treaties.collect::<Result<BTreeSet<_>, Failure>>()?;
    if let Some(to) = to.as_ref().filter(|_| args.handover) {
        let agree = teams_that_agree(record.entries(), to.key, &treaties);
        whom.teams.extend(agree);
        if whom.teams.is_empty() {
            return Err(nobody_agrees(&to.name));
        }
    }
    let asked = Asked {
        whom,
        treaties,
        after: after(&record, args.since)?,
        contradicted: args.contradicted,
    };
    let home = Home::new(&session.settings, session.clock);
    let store = home.location().open_to_read().map_err(not_opened)?;
    let store = store.ok_or_else(|| Failure::store("the ledger is gone"))?;
    let chosen = choose(&record, store.as_ref(), &asked)
        .map_err(|error| Failure::store("the ledger cannot be read").because(error))?;
    let (documents, missing) = if args.without_documents {
        (Vec::new(), 0)
    } else {
        let kept = home.location().documents().map_err(not_opened)?;
        documents(&chosen, kept.as_ref())?
    };
    let purpose = args.purpose.clone().unwrap_or_else(|| {
        if args.handover {
            "Handover"
        } else {
            "Exchange of records"
        }
        .to_owned()
    });
    let pack = args.handover.then(|| Pack::of(&record, &chosen));
    let cover = Cover {
        from: (&own.name, own.secret.public()),
        to: to.as_ref(),
        purpose: &purpose,
        today: session.today(),
        chosen: &chosen,
        world: &world,
        handover: pack.as_ref(),
        held: args.tell_held_back.then_some(&chosen.held),
    };
    if let Some(file) = &args.cover {
        write(file, beside(file, &cover).as_bytes())?;
    }
    let cover = cover.text();
    let payloads =
        |of: &[(&Recorded, Vec<u8>)]| of.iter().map(|(_, bytes)| bytes.clone()).collect();
    let made = session.clock.now();
    let content = Content {
        name: own.name.clone(),
        to: to.clone(),
        made: Timestamp::from_second(made.as_second()).unwrap_or(made),
        purpose,
        strands: chosen.strands.clone(),
        context: payloads(&chosen.context),
        payloads: payloads(&chosen.entries),
        documents,
        cover: Some(cover),
    };
    let bytes = bundle::write(&content, &own.secret).map_err(|error| {
        Failure::bad_input("no bundle was made")
            .because(error)
            .hint("if it is too large, make several with --treaty or --since, or leave documents out: --without-documents")
    })?;
    write(&args.out, &bytes)?;
    session.give(&MadeView::new(args, &bytes, &content, &chosen, missing))
}

/// The cover report for a file of its own.
fn beside(file: &Path, cover: &Cover<'_>) -> String {
    let html = file
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("html"));
    if html { cover.page() } else { cover.text() }
}

/// A handover without anything of a team is none.
fn nobody_agrees(to: &str) -> Failure {
    Failure::usage(format!(
        "no team agreed, on record, to hand over to `{to}` what was asked for"
    ))
    .hint("administrators of a team agree on its page, /team/ID/handover; or name the teams that you asked: --teams-agree")
}

/// Whose entries are asked for.
fn whom(args: &MakeArgs, record: &Record) -> Result<Whom, Failure> {
    let mut whom = Whom::default();
    let named = if args.handover {
        whom.public = true;
        whom.signed_in = true;
        &args.teams_agree
    } else {
        whom.public = args.audience.is_empty();
        &args.audience
    };
    let known = teams(record);
    for name in named {
        match name.as_str() {
            "public" if !args.handover => whom.public = true,
            "signed-in" if !args.handover => whom.signed_in = true,
            team if known.contains(team) => {
                whom.teams.insert(team.to_owned());
            }
            team => return Err(no_team(team, &known)),
        }
    }
    Ok(whom)
}

/// The teams on record.
pub(in crate::cli) fn teams(record: &Record) -> BTreeSet<String> {
    let mut teams = BTreeSet::new();
    for recorded in record.entries() {
        if let Body::Team(team) = &recorded.entry.body {
            teams.insert(team.team.clone());
        }
        if let Audience::Teams(of) = &recorded.entry.audience {
            teams.extend(of.iter().cloned());
        }
    }
    teams
}

/// No team is called so.
pub(in crate::cli) fn no_team(name: &str, known: &BTreeSet<String>) -> Failure {
    let failure = Failure::usage(format!("no team here has the id `{name}`"));
    if known.is_empty() {
        return failure.hint("this instance has no teams yet");
    }
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    failure.hint(format!("there are: {}", known.join(", ")))
}

/// The number of the last entry that is left out.
fn after(record: &Record, since: Option<Last>) -> Result<Seq, Failure> {
    match since {
        None => Ok(Seq(0)),
        Some(Last::Entry(name)) => record
            .named(name)
            .map(|entry| entry.seq)
            .ok_or_else(|| Failure::usage(format!("there is no entry {name}"))),
        Some(Last::Moment(moment)) => {
            let mut before = record
                .entries()
                .filter(|entry| entry.entry.recorded <= moment);
            Ok(before.next_back().map_or(Seq(0), |entry| entry.seq))
        }
    }
}

/// The documents that the chosen entries cite, and how many of them are not kept here.
fn documents(
    chosen: &Chosen<'_>,
    kept: &dyn Documents,
) -> Result<(Vec<Vec<u8>>, u64), Failure> {
    let mut cited = BTreeSet::new();
    for (_, payload) in chosen.entries.iter().chain(&chosen.context) {
        let value = serde_json::from_slice(payload)
            .map_err(|error| Failure::store("an entry cannot be read").because(error))?;
        cite(&value, &mut cited);
    }
    let unreadable = |error| Failure::store("a document cannot be read").because(error);
    let (mut documents, mut missing) = (Vec::new(), 0);
    for sha256 in cited {
        let Ok(id) = sha256.parse::<DocumentId>() else {
            continue;
        };
        if kept.contains(&id).map_err(unreadable)? {
            documents.push(kept.get(&id).map_err(unreadable)?);
        } else {
            missing += 1;
        }
    }
    Ok((documents, missing))
}

/// The documents cited anywhere in an entry: the texts of members called `sha256`.
fn cite(value: &serde_json::Value, cited: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, value) in members {
                if let Some(text) = value.as_str().filter(|_| name == "sha256") {
                    cited.insert(text.to_owned());
                }
                cite(value, cited);
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| cite(value, cited)),
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => {}
    }
}

/// Writes a file that is not there yet.
pub(in crate::cli) fn write(out: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let made = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(out);
    let written = made.and_then(|mut file| {
        file.write_all(bytes)
            .and_then(|()| file.sync_all())
            .inspect_err(|_error| {
                // Half a file is none.
                let _ = fs::remove_file(out);
            })
    });
    written.map_err(|error| {
        Failure::store(format!("{}: it was not written", out.display()))
            .because(error)
            .hint("name a file that is not there yet, where there is room")
    })
}

/// What was made, for whoever made it.
#[derive(Debug, Serialize)]
struct MadeView {
    file: String,
    sha256: String,
    bytes: usize,
    to: Option<String>,
    entries: usize,
    context: usize,
    documents: usize,
    /// Documents that are cited and not kept here.
    documents_missing: u64,
    audiences: BTreeMap<String, usize>,
    kinds: BTreeMap<String, usize>,
    held_back: Held,
}

impl MadeView {
    fn new(
        args: &MakeArgs,
        bytes: &[u8],
        content: &Content,
        chosen: &Chosen<'_>,
        missing: u64,
    ) -> MadeView {
        let mut audiences = BTreeMap::new();
        let mut kinds = BTreeMap::new();
        for (one, _) in &chosen.entries {
            *audiences.entry(one.entry.audience.to_string()).or_default() += 1;
            *kinds.entry(kind(&one.entry.body)).or_default() += 1;
        }
        MadeView {
            file: args.out.display().to_string(),
            sha256: Digest::of(bytes).to_string(),
            bytes: bytes.len(),
            to: content.to.as_ref().map(|to| to.name.clone()),
            entries: chosen.entries.len(),
            context: chosen.context.len(),
            documents: content.documents.len(),
            documents_missing: missing,
            audiences,
            kinds,
            held_back: chosen.held.clone(),
        }
    }
}

impl Answer for MadeView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["what", "of", "count"]);
        let mut row = |what: &str, of: &str, count: String| {
            sheet.row(vec![what.to_owned(), of.to_owned(), count]);
        };
        for (audience, count) in &self.audiences {
            row("audience", audience, count.to_string());
        }
        for (kind, count) in &self.kinds {
            row("kind", kind, count.to_string());
        }
        for (count, why) in told(&self.held_back) {
            row("held back", &why, count.to_string());
        }
        row("documents", "", self.documents.to_string());
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let to = self
            .to
            .as_deref()
            .map_or_else(|| "anyone".to_owned(), str::to_owned);
        page.line(&format!("{}: a bundle for {to}", self.file))?;
        page.line(&format!(
            "  {}, {}, {} bytes",
            counted(self.entries, "entry", "entries"),
            counted(self.documents, "document", "documents"),
            self.bytes
        ))?;
        page.line(&format!("  SHA-256 {}", self.sha256))?;
        for (audience, count) in &self.audiences {
            page.line(&format!("  for {audience}: {count}"))?;
        }
        for (kind, count) in &self.kinds {
            page.line(&format!("  {}: {count}", kind.replace('_', " ")))?;
        }
        if self.context > 0 {
            page.line(&format!(
                "  and {} that these are about",
                counted(self.context, "entry", "entries")
            ))?;
        }
        if self.documents_missing > 0 {
            page.line(&format!(
                "  {} documents are cited and not kept here",
                self.documents_missing
            ))?;
        }
        let held = told(&self.held_back);
        if held.is_empty() {
            page.line("nothing of what was asked for was held back")?;
        } else {
            page.line("held back; the file says nothing of it:")?;
            for (count, why) in held {
                page.line(&format!("  {count} {why}"))?;
            }
        }
        let although = &self.held_back.sent_although_contradicted;
        if !although.is_empty() {
            page.line("these go, although something that stays here corrects, retracts or disputes them:")?;
            although
                .iter()
                .try_for_each(|id| page.line(&format!("  {id}")))?;
        }
        page.paragraph(
            0,
            "It is signed and not encrypted: send it by a way that is fit for what is in it.",
        )
    }
}
