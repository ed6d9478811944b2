//! `accede key`: the key of this instance, and whose keys are believed here.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use ledger::Body;
use ledger::body::Key;
use ledger::bundle::{Fingerprint, PublicKey};
use serde::Serialize;
use treaty::Source;
use world::Viewer;

use super::receipt::Recording;
use super::{Session, ask};
use crate::clerk::Draft;
use crate::failure::Failure;
use crate::keyring::{self, OFFICE};
use crate::render::{Answer, Column, Page, Sheet, Table};

/// The key that bundles are signed with, and the keys of others that are believed here
///
/// A key has a fingerprint: eight groups of four letters and digits. Two people read it to each other,
/// face to face or by telephone, before either believes the other's key.
#[derive(Debug, Args)]
pub(super) struct KeyArgs {
    #[command(subcommand)]
    command: KeyCommand,
}

#[derive(Debug, Subcommand)]
enum KeyCommand {
    /// Make the key of this instance, once
    ///
    /// The secret half lies in `secret.key` in the data directory, readable by its owner alone, or in the file
    /// that `ACCEDE_KEY_FILE` names. It is never printed, and no backup has it: keep a copy where only
    /// you get at it.
    New {
        /// What this instance is called, as others read it
        #[arg(long, value_parser = ask::words)]
        name: String,
    },
    /// Show the public half and its fingerprint
    Show {
        /// Also write it to this new file, for the other side
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Believe a key from now on, once its fingerprint was compared
    Trust {
        /// The file with the public key, or its 64 digits
        #[arg(value_name = "FILE|KEY")]
        key: String,
        /// Whose it is, as it is called here
        #[arg(long, value_parser = ask::words)]
        name: String,
        /// The fingerprint, as its owner read it to you: not as it stands in the file or the mail
        #[arg(long, value_name = "GROUPS")]
        fingerprint: Fingerprint,
        #[command(flatten)]
        reason: Reason,
    },
    /// Believe a key no longer; what came by it stays on record
    Distrust {
        /// Its name here, or its 64 digits
        #[arg(value_name = "NAME|KEY")]
        key: String,
        #[command(flatten)]
        reason: Reason,
    },
    /// List the keys of others, believed or not
    List,
}

#[derive(Debug, Args)]
struct Reason {
    /// How the fingerprint was compared, or why the key is believed no longer
    #[arg(long, value_name = "TEXT", value_parser = ask::words)]
    note: Option<String>,
    /// Who says so [default: `ACCEDE_AUTHOR`, then the user's name]
    #[arg(long, value_name = "NAME", value_parser = ask::words)]
    author: Option<String>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &KeyArgs) -> Result<(), Failure> {
    match &args.command {
        KeyCommand::New { name } => new(session, name),
        KeyCommand::Show { out } => show(session, out.as_deref()),
        KeyCommand::Trust {
            key,
            name,
            fingerprint,
            reason,
        } => trust(session, key, name, *fingerprint, reason),
        KeyCommand::Distrust { key, reason } => distrust(session, key, reason),
        KeyCommand::List => list(session),
    }
}

fn new(session: &Session, name: &str) -> Result<(), Failure> {
    // The key lies beside a ledger: there is one from here on.
    session.record()?;
    let path = keyring::path(&session.settings)?;
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|error| {
        Failure::store("this machine gives no random numbers")
            .because(io::Error::other(error.to_string()))
    })?;
    let own = keyring::make(&path, name, &random)?;
    session.give(&OwnView::new(&own.name, own.secret.public()))
}

fn show(session: &Session, out: Option<&Path>) -> Result<(), Failure> {
    let own = own(session)?;
    let public = own.secret.public();
    if let Some(out) = out {
        let made = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(out);
        let text = keyring::public_text(&own.name, public);
        made.and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes()))
            .map_err(|error| {
                Failure::store(format!("{}: the key was not written", out.display()))
                    .because(error)
                    .hint("name a file that is not there yet")
            })?;
    }
    session.give(&OwnView::new(&own.name, public))
}

/// The key of this instance.
///
/// # Errors
///
/// Bad input if it has none yet, with what to do.
pub(super) fn own(session: &Session) -> Result<keyring::Own, Failure> {
    let path = keyring::path(&session.settings)?;
    keyring::own(&path)?.ok_or_else(|| {
        Failure::bad_input(format!(
            "this instance has no key: there is no {}",
            path.display()
        ))
        .hint("make one with `accede key new --name NAME`")
    })
}

fn trust(
    session: &Session,
    key: &str,
    name: &str,
    fingerprint: Fingerprint,
    reason: &Reason,
) -> Result<(), Failure> {
    let text = match key.parse::<PublicKey>() {
        Ok(_) => key.to_owned(),
        Err(_) => crate::files::read(Path::new(key))?.text()?,
    };
    let (_, public) = keyring::read_public(&text)?;
    if public.fingerprint() != fingerprint {
        return Err(Failure::bad_input("the fingerprint given is not that of this key")
            .hint("ask its owner to read it to you again; if it still differs, somebody exchanged the key on the way")
            .hint("nothing was recorded"));
    }
    record(session, public, name, true, reason)
}

fn distrust(session: &Session, key: &str, reason: &Reason) -> Result<(), Failure> {
    let known = keyring::known(session.record()?.entries());
    let public = key.parse().ok();
    let found = known
        .into_iter()
        .find(|(one, word)| public == Some(*one) || (word.trusted && word.name == key));
    let (public, word) = found.ok_or_else(|| unknown(key))?;
    record(session, public, &word.name, false, reason)
}

/// No key is called so.
fn unknown(name: &str) -> Failure {
    Failure::usage(format!("no key here is called `{name}`"))
        .hint("`accede key list` lists them; `accede key trust` adds one")
}

/// The believed key that is called `name` here.
///
/// # Errors
///
/// Wrong usage if there is none.
pub(super) fn named(
    record: &crate::record::Record,
    name: &str,
) -> Result<(PublicKey, String), Failure> {
    let known = keyring::known(record.entries()).into_iter();
    let mut believed = known.filter(|(_, word)| word.trusted);
    let found = believed.find(|(one, word)| word.name == name || one.to_string() == name);
    found
        .map(|(public, word)| (public, word.name))
        .ok_or_else(|| unknown(name))
}

fn record(
    session: &Session,
    public: PublicKey,
    name: &str,
    trusted: bool,
    reason: &Reason,
) -> Result<(), Failure> {
    let author = reason
        .author
        .as_deref()
        .unwrap_or(&session.settings.author)
        .to_owned();
    let key = Key {
        public: public.to_string(),
        name: name.to_owned(),
        trusted,
        note: reason.note.clone(),
    };
    let source = Source::cited(format!("statement of {author}"));
    let office = Viewer {
        signed_in: true,
        teams: vec![OFFICE.to_owned()],
    };
    let receipt = session.clerk()?.submit_as(&office, &author, move |shown| {
        let known = keyring::known(shown.entries());
        if known.get(&public) == Some(&key) {
            return Ok((Vec::new(), ()));
        }
        let other = known.iter().find(|(one, word)| {
            trusted && word.trusted && word.name == key.name && **one != public
        });
        if other.is_some() {
            return Err(Failure::usage(format!(
                "another key here is called `{}` already",
                key.name
            ))
            .hint("give this one another name, or distrust the other first"));
        }
        let draft = Draft::new(source.clone(), Body::Key(key.clone()));
        Ok((vec![draft.seen_by(keyring::audience(), None)], ()))
    })?;
    session.give(&Recording::of(&receipt))
}

fn list(session: &Session) -> Result<(), Failure> {
    let keys = keyring::known(session.record()?.entries());
    let keys = keys.into_iter().map(|(public, word)| KeyView {
        name: word.name,
        believed: word.trusted,
        fingerprint: public.fingerprint(),
        key: public,
        note: word.note,
    });
    session.give(&KeysView {
        keys: keys.collect(),
    })
}

/// The key of this instance, its public half.
#[derive(Debug, Serialize)]
struct OwnView {
    name: String,
    key: PublicKey,
    fingerprint: Fingerprint,
}

impl OwnView {
    fn new(name: &str, key: PublicKey) -> OwnView {
        OwnView {
            name: name.to_owned(),
            key,
            fingerprint: key.fingerprint(),
        }
    }
}

impl Answer for OwnView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["name", "key", "fingerprint"]);
        sheet.row(vec![
            self.name.clone(),
            self.key.to_string(),
            self.fingerprint.to_string(),
        ]);
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.line(&format!("name         {}", self.name))?;
        page.line(&format!("public key   {}", self.key))?;
        page.line(&format!("fingerprint  {}", self.fingerprint))?;
        page.paragraph(0, "Read the fingerprint to the other side yourself; send them the public key by any way.")
    }
}

/// The keys of others.
#[derive(Debug, Serialize)]
struct KeysView {
    keys: Vec<KeyView>,
}

#[derive(Debug, Serialize)]
struct KeyView {
    name: String,
    believed: bool,
    fingerprint: Fingerprint,
    key: PublicKey,
    note: Option<String>,
}

fn believed(key: &KeyView) -> String {
    if key.believed {
        "believed"
    } else {
        "no longer"
    }
    .to_owned()
}

impl Answer for KeysView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["name", "believed", "fingerprint", "key", "note"]);
        for key in &self.keys {
            sheet.row(vec![
                key.name.clone(),
                believed(key),
                key.fingerprint.to_string(),
                key.key.to_string(),
                key.note.clone().unwrap_or_default(),
            ]);
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.keys.is_empty() {
            return page.line("no key of others is on record; `accede key trust` adds one");
        }
        let columns = ["name", "", "fingerprint"].map(Column::text).to_vec();
        let mut table = Table::new(columns);
        for key in &self.keys {
            table.row(vec![
                key.name.clone(),
                believed(key),
                key.fingerprint.to_string(),
            ]);
        }
        page.table(&table)
    }
}
