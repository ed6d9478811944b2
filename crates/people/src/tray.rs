//! The tray: files that somebody brought and nobody has confirmed yet.
//!
//! They lie in the cabinet and not beside the ledger: nothing of them is a fact, nobody but their owner sees them, and
//! what is thrown away is gone for good. A file arrives in parts, each at the place where the one before ended, so that it
//! can go on after a break; what was read of it lies beside it. One sheet for each owner says what is in his tray, so that
//! all bounds hold however many bring at once.

mod name;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use ledger::Audience;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::cabinet::{Becomes, Cabinet, CabinetError, Change, Drawer};
use crate::ids::uuid_v7;
use crate::keep::{self, Attempt, KeepError, Seen};
use crate::{PersonId, TeamId};

/// The largest file that is brought, in bytes: 64 MiB, as much as is read of one.
pub const LARGEST: u64 = 64 << 20;
/// The most files in a tray: as many as somebody looks through in an afternoon.
pub const MOST_FILES: usize = 100;
/// The most bytes in a tray, by what files are said to have: 512 MiB.
pub const MOST_BYTES: u64 = 512 << 20;
/// The fewest bytes of a part that is not the last: by it a file has at most 1,024 of them.
pub const LEAST_PART: usize = 64 << 10;
/// A sheet has at most so many bytes: what a commit writes must not keep others waiting.
const SHEET: usize = 1 << 20;
/// A file of which nothing more came is thrown away after so long.
const WAITED: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Whose a tray is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// Whoever runs the program on the machine.
    Console,
    /// A person's own.
    Person(PersonId),
    /// A team's: whoever is in it sees it.
    Team(TeamId),
}

/// The name of a file in a tray.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(Uuid);

/// A file in a tray.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its name in the tray.
    pub id: ItemId,
    /// Who brought it: the id of a person, or what whoever runs the program calls himself.
    pub by: String,
    /// When it was first heard of.
    pub brought: Timestamp,
    /// When last something of it came.
    pub last: Timestamp,
    /// What it is called: the last part of a path, without what could deceive.
    pub name: String,
    /// How many bytes it has, as whoever brings it says.
    pub len: u64,
    /// How many have come.
    pub arrived: u64,
    /// SHA-256 of its bytes, in hexadecimal, once they are all there and were looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// How far it is.
    pub state: State,
    /// For whom it is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meant_for: Option<Audience>,
    /// Of how many sheets its bytes and its text are.
    sheets: [u32; 2],
}

/// How far a file in a tray is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Parts of it are missing.
    Arriving,
    /// It is there, and was not read yet.
    Whole,
    /// It was read.
    Read {
        /// What kind of file it is.
        media_type: String,
        /// SHA-256 of the text, in hexadecimal.
        text: String,
    },
    /// It could not be read.
    Unread {
        /// Why, in words.
        why: String,
    },
    /// It is being thrown away.
    Leaving,
}

/// A file that somebody wants to bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Who.
    pub by: String,
    /// What it is called.
    pub name: String,
    /// How many bytes it has.
    pub len: u64,
    /// For whom it is meant.
    pub meant_for: Option<Audience>,
}

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// Its text, as it is to be kept, and what kind of file it is.
    Text {
        /// As the program writes texts.
        bytes: Vec<u8>,
        /// What kind of file it is.
        media_type: String,
    },
    /// Why there is none.
    None(String),
}

/// Why something was not done with a tray.
#[derive(Debug, thiserror::Error)]
pub enum TrayError {
    /// What is kept could not be read or written.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// There is no such file in this tray.
    #[error("there is no such file in the tray")]
    NoSuch,
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// It is larger than any.
    #[error("the file has {len} bytes, and at most {LARGEST} are taken")]
    TooLarge {
        /// How many it has.
        len: u64,
    },
    /// The tray has as many files as it may.
    #[error(
        "the tray has {MOST_FILES} files, which is all it holds: confirm some, or throw some away"
    )]
    TooMany,
    /// The tray has as many bytes as it may.
    #[error(
        "the tray would have more than {MOST_BYTES} bytes, which is all it holds: confirm some files, or throw some away"
    )]
    TooMuch,
    /// A part does not begin where the one before ended.
    #[error("{have} bytes are there: go on from there")]
    Elsewhere {
        /// How many there are.
        have: u64,
    },
    /// There would be more bytes than were said.
    #[error("the file was said to have {len} bytes, and more came")]
    Longer {
        /// How many were said.
        len: u64,
    },
    /// A part is too small.
    #[error("a part that is not the last has {LEAST_PART} bytes at least")]
    SmallPart,
    /// Parts of it are missing.
    #[error("only {have} of {len} bytes of the file came so far")]
    NotWhole {
        /// How many came.
        have: u64,
        /// How many it has.
        len: u64,
    },
    /// The same bytes are in the tray already.
    #[error("the same file is in the tray already, as {name}")]
    There {
        /// Under which name.
        id: ItemId,
        /// What it is called.
        name: String,
    },
    /// A sheet is missing, or its bytes are others.
    #[error("what is kept of the file is damaged: throw it away, and bring it again")]
    Damaged,
}

/// Trays, in a cabinet.
#[derive(Clone, Copy)]
pub struct Tray<'c> {
    cabinet: &'c dyn Cabinet,
}

impl fmt::Debug for Tray<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tray(…)")
    }
}

/// Which bytes of a file.
#[derive(Debug, Clone, Copy)]
enum Of {
    File,
    Text,
}

impl<'c> Tray<'c> {
    /// The trays in this cabinet.
    pub fn at(cabinet: &'c dyn Cabinet) -> Tray<'c> {
        Tray { cabinet }
    }

    /// What is in a tray, in the order in which it was brought.
    ///
    /// # Errors
    ///
    /// [`KeepError`]
    pub fn list(&self, owner: &Owner) -> Result<Vec<Item>, KeepError> {
        let mut all = self.sheet(owner)?.value.unwrap_or_default();
        all.retain(|item| item.state != State::Leaving);
        Ok(all)
    }

    /// One file.
    ///
    /// # Errors
    ///
    /// [`TrayError::NoSuch`], [`TrayError::Keep`]
    pub fn one(&self, owner: &Owner, id: ItemId) -> Result<Item, TrayError> {
        let mut all = self.list(owner)?.into_iter();
        all.find(|item| item.id == id).ok_or(TrayError::NoSuch)
    }

    /// A file is to come.
    ///
    /// # Errors
    ///
    /// [`TrayError`], where it is too large or the tray is full.
    pub fn begin(
        &self,
        owner: &Owner,
        brought: &Brought,
        now: Timestamp,
        chance: &mut dyn CryptoRng,
    ) -> Result<Item, TrayError> {
        match brought.len {
            0 => return Err(TrayError::Empty),
            len if len > LARGEST => return Err(TrayError::TooLarge { len }),
            _ => {}
        }
        let item = Item {
            id: ItemId(uuid_v7(now, chance)),
            by: brought.by.clone(),
            brought: now,
            last: now,
            name: name::plain(&brought.name),
            len: brought.len,
            arrived: 0,
            sha256: None,
            state: State::Arriving,
            meant_for: brought.meant_for.clone(),
            sheets: [0, 0],
        };
        let attempt = || {
            let seen = self.sheet(owner)?;
            let mut all = seen.value.clone().unwrap_or_default();
            if all.len() >= MOST_FILES {
                return Err(TrayError::TooMany);
            }
            let held: u64 = all.iter().map(|item| item.len).sum();
            if held + item.len > MOST_BYTES {
                return Err(TrayError::TooMuch);
            }
            all.push(item.clone());
            Ok(Attempt {
                changes: vec![seen.becomes(&all)],
                then: item.clone(),
            })
        };
        keep::until_kept(attempt, self.cabinet)
    }

    /// The next part of a file has come: it begins at byte `at`.
    ///
    /// # Errors
    ///
    /// [`TrayError::Elsewhere`] says where to go on.
    pub fn append(
        &self,
        owner: &Owner,
        id: ItemId,
        at: u64,
        bytes: &[u8],
        now: Timestamp,
    ) -> Result<Item, TrayError> {
        let came = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.change(owner, id, |item| {
            if item.state != State::Arriving || item.arrived != at {
                return Err(TrayError::Elsewhere { have: item.arrived });
            }
            let have = at.saturating_add(came);
            if have > item.len {
                return Err(TrayError::Longer { len: item.len });
            }
            if have < item.len && bytes.len() < LEAST_PART {
                return Err(TrayError::SmallPart);
            }
            let sheets = written(item, Of::File, bytes);
            item.arrived = have;
            item.last = now;
            if have == item.len {
                item.state = State::Whole;
            }
            Ok(sheets)
        })
    }

    /// The bytes of a file that is there.
    ///
    /// # Errors
    ///
    /// [`TrayError::NotWhole`], [`TrayError::Damaged`]
    pub fn file(&self, owner: &Owner, id: ItemId) -> Result<Vec<u8>, TrayError> {
        let item = self.one(owner, id)?;
        if item.state == State::Arriving {
            let (have, len) = (item.arrived, item.len);
            return Err(TrayError::NotWhole { have, len });
        }
        let bytes = self.bytes(&item, Of::File)?;
        let same = item
            .sha256
            .as_ref()
            .is_none_or(|hash| *hash == sha256(&bytes));
        match same && u64::try_from(bytes.len()) == Ok(item.len) {
            true => Ok(bytes),
            false => Err(TrayError::Damaged),
        }
    }

    /// What was read of a file; `None` where nothing was.
    ///
    /// # Errors
    ///
    /// [`TrayError::Damaged`]
    pub fn text(&self, owner: &Owner, id: ItemId) -> Result<Option<Vec<u8>>, TrayError> {
        let item = self.one(owner, id)?;
        let State::Read { text, .. } = &item.state else {
            return Ok(None);
        };
        let bytes = self.bytes(&item, Of::Text)?;
        match *text == sha256(&bytes) {
            true => Ok(Some(bytes)),
            false => Err(TrayError::Damaged),
        }
    }

    /// Says what came of reading a file whose bytes have this hash. The same bytes stay in a tray once: where they are
    /// in it already, the file is thrown away, and the error names the other.
    ///
    /// # Errors
    ///
    /// [`TrayError::There`]
    pub fn was_read(
        &self,
        owner: &Owner,
        id: ItemId,
        hash: &str,
        reading: &Reading,
    ) -> Result<Item, TrayError> {
        let all = self.list(owner)?;
        let twin = all
            .iter()
            .find(|item| item.id != id && item.sha256.as_deref() == Some(hash));
        if let Some(twin) = twin {
            self.drop(owner, id)?;
            return Err(TrayError::There {
                id: twin.id,
                name: twin.name.clone(),
            });
        }
        self.change(owner, id, |item| {
            if item.state != State::Whole {
                // Somebody else read it in the same moment.
                return Ok(Vec::new());
            }
            item.sha256 = Some(hash.to_owned());
            match reading {
                Reading::None(why) => {
                    item.state = State::Unread { why: why.clone() };
                    Ok(Vec::new())
                }
                Reading::Text { bytes, media_type } => {
                    item.state = State::Read {
                        media_type: media_type.clone(),
                        text: sha256(bytes),
                    };
                    Ok(written(item, Of::Text, bytes))
                }
            }
        })
    }

    /// Throws a file away, for good.
    ///
    /// # Errors
    ///
    /// [`TrayError::NoSuch`]
    pub fn drop(&self, owner: &Owner, id: ItemId) -> Result<(), TrayError> {
        let item = self.change(owner, id, |item| {
            item.state = State::Leaving;
            Ok(Vec::new())
        })?;
        Ok(self.erase(owner, &item)?)
    }

    /// Throws everything away that is in a tray.
    ///
    /// # Errors
    ///
    /// [`KeepError`]
    pub fn clear(&self, owner: &Owner) -> Result<(), KeepError> {
        for item in self.sheet(owner)?.value.unwrap_or_default() {
            match self.drop(owner, item.id) {
                Ok(()) => {}
                Err(TrayError::Keep(error)) => return Err(error),
                // It left meanwhile, or was on its way.
                Err(_) => self.erase(owner, &item)?,
            }
        }
        Ok(())
    }

    /// Throws away what is only half there for a week, and ends what was begun to be thrown away; says how many.
    ///
    /// # Errors
    ///
    /// [`KeepError`]
    pub fn sweep(&self, now: Timestamp) -> Result<usize, KeepError> {
        let mut swept = 0;
        for seen in Seen::<Vec<Item>>::list(self.cabinet, Drawer::Trays, "")? {
            let Ok(owner) = seen.key().parse::<Owner>() else {
                continue;
            };
            for item in seen.value.iter().flatten() {
                let over =
                    item.state == State::Arriving && now.duration_since(item.last) >= WAITED;
                if item.state == State::Leaving {
                    self.erase(&owner, item)?;
                } else if over {
                    if let Err(TrayError::Keep(error)) = self.drop(&owner, item.id) {
                        return Err(error);
                    }
                } else {
                    continue;
                }
                swept += 1;
            }
        }
        Ok(swept)
    }

    /// The keys of all sheets that hold bytes, of every tray.
    ///
    /// # Errors
    ///
    /// [`KeepError`]
    pub fn sheets_of_bytes(&self) -> Result<Vec<String>, KeepError> {
        let all = Seen::<Vec<Item>>::list(self.cabinet, Drawer::Trays, "")?;
        let items = all.iter().flat_map(|seen| seen.value.iter().flatten());
        Ok(items.flat_map(keys).collect())
    }

    fn sheet(&self, owner: &Owner) -> Result<Seen<Vec<Item>>, KeepError> {
        Seen::read(self.cabinet, Drawer::Trays, owner.to_string())
    }

    /// Changes what is said of a file; the sheets that `how` gives are written with it.
    fn change(
        &self,
        owner: &Owner,
        id: ItemId,
        how: impl Fn(&mut Item) -> Result<Vec<Change>, TrayError>,
    ) -> Result<Item, TrayError> {
        let attempt = || {
            let seen = self.sheet(owner)?;
            let mut all = seen.value.clone().unwrap_or_default();
            let item = all
                .iter_mut()
                .find(|item| item.id == id && item.state != State::Leaving);
            let item = item.ok_or(TrayError::NoSuch)?;
            let mut changes = how(item)?;
            let then = item.clone();
            changes.push(seen.becomes(&all));
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet)
    }

    /// Erases the sheets of a file that is leaving, then what is said of it.
    fn erase(&self, owner: &Owner, item: &Item) -> Result<(), KeepError> {
        for key in keys(item) {
            let Some(sheet) = self.cabinet.read(Drawer::TrayParts, &key)? else {
                continue;
            };
            let gone = Change {
                drawer: Drawer::TrayParts,
                key,
                seen: Some(sheet.version),
                becomes: Becomes::Removed,
            };
            match self.cabinet.commit(&[gone]) {
                // Another took it away in the same moment.
                Ok(()) | Err(CabinetError::Conflict) => {}
                Err(error @ (CabinetError::Unsure(_) | CabinetError::Trouble { .. })) => {
                    return Err(error.into());
                }
            }
        }
        let attempt = || {
            let seen = self.sheet(owner)?;
            let mut all = seen.value.clone().unwrap_or_default();
            all.retain(|one| one.id != item.id);
            let change = match all.is_empty() {
                true => seen.value.as_ref().map(|_| seen.removed()),
                false => Some(seen.becomes(&all)),
            };
            let changes = change.into_iter().collect();
            Ok::<_, KeepError>(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet)
    }

    fn bytes(&self, item: &Item, of: Of) -> Result<Vec<u8>, TrayError> {
        let mut bytes = Vec::new();
        for at in 0..item.sheets[of.place()] {
            let sheet = self
                .cabinet
                .read(Drawer::TrayParts, &key(item.id, of, at))
                .map_err(KeepError::from)?;
            bytes.extend(sheet.ok_or(TrayError::Damaged)?.content);
        }
        Ok(bytes)
    }
}

impl Of {
    fn place(self) -> usize {
        match self {
            Of::File => 0,
            Of::Text => 1,
        }
    }

    fn sign(self) -> char {
        match self {
            Of::File => 'f',
            Of::Text => 't',
        }
    }
}

fn key(id: ItemId, of: Of, at: u32) -> String {
    format!("{id}/{}/{at:05}", of.sign())
}

fn keys(item: &Item) -> Vec<String> {
    let all = [Of::File, Of::Text].into_iter();
    all.flat_map(|of| (0..item.sheets[of.place()]).map(move |at| key(item.id, of, at)))
        .collect()
}

/// The sheets in which more bytes are written.
fn written(item: &mut Item, of: Of, bytes: &[u8]) -> Vec<Change> {
    let id = item.id;
    let next = &mut item.sheets[of.place()];
    let sheets = bytes.chunks(SHEET).map(|part| {
        let change = Change {
            drawer: Drawer::TrayParts,
            key: key(id, of, *next),
            seen: None,
            becomes: Becomes::Content(part.to_vec()),
        };
        *next += 1;
        change
    });
    sheets.collect()
}

/// SHA-256, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Owner::Console => f.write_str("console"),
            Owner::Person(person) => write!(f, "person/{person}"),
            Owner::Team(team) => write!(f, "team/{team}"),
        }
    }
}

/// Not the name of an owner.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is nobody's tray")]
pub struct BadOwner(String);

impl FromStr for Owner {
    type Err = BadOwner;

    fn from_str(text: &str) -> Result<Owner, BadOwner> {
        let bad = || BadOwner(text.to_owned());
        match text.split_once('/') {
            None if text == "console" => Ok(Owner::Console),
            Some(("person", id)) => id.parse().map(Owner::Person).map_err(|_bad| bad()),
            Some(("team", id)) => id.parse().map(Owner::Team).map_err(|_bad| bad()),
            Some(_) | None => Err(bad()),
        }
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Not the name of a file in a tray.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no name of a file in the tray")]
pub struct BadItemId(String);

impl FromStr for ItemId {
    type Err = BadItemId;

    fn from_str(text: &str) -> Result<ItemId, BadItemId> {
        let id = Uuid::try_parse(text).map_err(|_bad| BadItemId(text.to_owned()))?;
        // One name has one spelling: it stands in addresses.
        match id.to_string() == text {
            true => Ok(ItemId(id)),
            false => Err(BadItemId(text.to_owned())),
        }
    }
}
