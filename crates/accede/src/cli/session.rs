//! One run of the program: what was asked for beside the command, and how a command gets at a
//! world or at the clerk.

use std::io::{self, Write};

use jiff::Timestamp;
use jiff::civil::Date;
use treaty::{Lang, Law, ParticipantId, TreatyId};
use world::{Viewer, World};

use super::ask;
use crate::clerk::Clerk;
use crate::clock::Clock;
use crate::failure::Failure;
use crate::files::InputFile;
use crate::home::{Home, not_opened};
use crate::record::Record;
use crate::render::{Answer, Form, give, moment};
use crate::settings::Settings;

/// One run: what was asked for beside the command.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) settings: Settings,
    pub(super) clock: Clock,
    pub(super) known: Option<Timestamp>,
    /// Whose world is asked.
    pub(super) viewer: Viewer,
    pub(super) lang: Lang,
    pub(super) form: Form,
}

impl Session {
    /// The world as it was known at `--known`, or is now.
    ///
    /// The public world, unless `--as` says whose: what this command prints may be passed on as it
    /// stands to whoever that is.
    ///
    /// # Errors
    ///
    /// Store trouble.
    pub(super) fn world(&self) -> Result<World, Failure> {
        Ok(self.world_of(&self.read()?, &self.viewer))
    }

    /// The record, whatever `--known` says: for commands that ask in the name of others than `--as` says.
    ///
    /// # Errors
    ///
    /// Store trouble.
    pub(super) fn read(&self) -> Result<Record, Failure> {
        Home::new(&self.settings, self.clock).read()
    }

    /// The world of a viewer as it was known at `--known`, or is now.
    pub(super) fn world_of(&self, record: &Record, viewer: &Viewer) -> World {
        if let (Some(known), Some(first)) = (self.known, record.first_recorded_to(viewer))
            && known < first
        {
            warn(&format!(
                "the record begins at {}: at {} nothing was known here, and every count is empty",
                moment(first),
                moment(known)
            ));
        }
        let known = self
            .known
            .unwrap_or_else(|| record.latest_known_to(viewer, self.clock.now()));
        World::fold_shared(record.shared(), viewer, known)
    }

    /// The whole record, for commands that compare with it.
    ///
    /// # Errors
    ///
    /// Wrong usage with `--known`; store trouble.
    pub(super) fn record(&self) -> Result<Record, Failure> {
        self.refuse_known()?;
        Home::new(&self.settings, self.clock).read()
    }

    fn refuse_known(&self) -> Result<(), Failure> {
        if self.known.is_none() {
            return Ok(());
        }
        Err(
            Failure::usage("nothing can be recorded at a past moment of knowledge")
                .hint("leave --known out"),
        )
    }

    /// The treaty that `name` names in `world`, or names now where it was not on record then.
    ///
    /// # Errors
    ///
    /// Wrong usage, with the names that come nearest.
    pub(super) fn treaty(&self, world: &World, name: &str) -> Result<TreatyId, Failure> {
        ask::treaty(world, name)
            .map(|law| law.id.clone())
            .or_else(|unknown| self.known_since(name)?.map(|law| law.id).ok_or(unknown))
    }

    /// The participant that `name` names in `world`, or names now where it was not on record then.
    ///
    /// # Errors
    ///
    /// Wrong usage, with the names that come nearest.
    pub(super) fn state(&self, world: &World, name: &str) -> Result<ParticipantId, Failure> {
        ask::state(world, name).or_else(|unknown| {
            if self.known.is_none() {
                return Err(unknown);
            }
            self.world_now()?.find_participant(name).ok_or(unknown)
        })
    }

    /// The law of a treaty that was not on record at `--known` and is now, with a word to the
    /// person; `None` if it is not on record now either.
    ///
    /// # Errors
    ///
    /// Store trouble.
    pub(super) fn known_since(&self, name: &str) -> Result<Option<Law>, Failure> {
        let Some(known) = self.known else {
            return Ok(None);
        };
        let now = self.world_now()?;
        let law = now.treaty(name).cloned();
        // Before the first entry, that has been said already.
        let begun = now.first_recorded().is_some_and(|first| first <= known);
        if let Some(law) = law.as_ref().filter(|_| begun) {
            let short = &law.short;
            warn(&format!(
                "nothing was known of {short} at {}: every count is empty",
                moment(known)
            ));
        }
        Ok(law)
    }

    /// The world as it is now, whatever `--known` says: for names alone.
    fn world_now(&self) -> Result<World, Failure> {
        let record = Home::new(&self.settings, self.clock).read()?;
        Ok(World::fold_shared(
            record.shared(),
            &self.viewer,
            Timestamp::MAX,
        ))
    }

    /// Refuses `--as`.
    ///
    /// # Errors
    ///
    /// Wrong usage with `--as`.
    pub(super) fn for_anyone(&self) -> Result<(), Failure> {
        if self.viewer == Viewer::public() {
            return Ok(());
        }
        Err(
            Failure::usage("this command is for what anyone may see, or for all there is")
                .hint("leave --as out"),
        )
    }

    /// The clerk of the data directory, for commands that write.
    ///
    /// # Errors
    ///
    /// Wrong usage with `--known`, since nothing can be written into the past; store trouble.
    pub(super) fn clerk(&self) -> Result<Clerk, Failure> {
        self.refuse_known()?;
        Home::new(&self.settings, self.clock).clerk()
    }

    /// Keeps the files that were read, each under its hash, so that what a source says can be
    /// looked up later.
    ///
    /// # Errors
    ///
    /// Store trouble.
    pub(super) fn keep(&self, files: &[InputFile]) -> Result<(), Failure> {
        if files.is_empty() {
            return Ok(());
        }
        let documents = self.settings.location.documents().map_err(not_opened)?;
        files
            .iter()
            .try_for_each(|file| match documents.put(&file.bytes) {
                Ok(_) => Ok(()),
                Err(error) => Err(Failure::store(format!("{} could not be kept", file.name))
                    .because(error)
                    .hint("nothing was recorded; see that the disk has room, and try again")),
            })
    }

    /// Gives the answer in the form asked for.
    ///
    /// # Errors
    ///
    /// What giving it gives.
    pub(super) fn give(&self, answer: &impl Answer) -> Result<(), Failure> {
        give(self.form, answer)
    }

    /// Gives a document on standard output, as it is.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub(super) fn give_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()?;
        Ok(())
    }

    pub(super) fn today(&self) -> Date {
        self.clock.today()
    }

    pub(super) fn lang(&self) -> Lang {
        self.lang
    }
}

/// Tells a person something on standard error that is no failure.
pub(super) fn warn(text: &str) {
    let _ = writeln!(
        io::stderr().lock(),
        "accede: {}",
        crate::failure::printable(text)
    );
}
