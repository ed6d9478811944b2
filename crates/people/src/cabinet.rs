//! Where what is known of persons is kept: drawers of small sheets.
//!
//! A cabinet lies beside the ledger and is its opposite: what is in it can be changed, and erased for
//! good. Whoever changes a sheet says which version of it he saw; all changes of a commit are made or
//! none. By that a one-time thing is used once, however many nodes work at it.
//!
//! [`contract`] holds every implementation to the same promises.

pub mod contract;
mod memory;

use std::fmt;

pub use memory::Memory;

/// What kind of thing a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drawer {
    /// Names and addresses, by person.
    Persons,
    /// How each proves who he is, by person.
    Credentials,
    /// Who has an e-mail address, by a code made of it.
    ByEmail,
    /// Who has an account at an issuer, by a code made of it.
    ByIssuer,
    /// Whose a passkey is, by hash of its id.
    Passkeys,
    /// Challenges that passkeys answered, by hash.
    Challenges,
    /// Who is signed in, by person and hash of a secret.
    Sessions,
    /// Keys of programs, by hash of a secret.
    Tokens,
    /// Who may join, by hash of a secret.
    Invitations,
    /// Attempts that failed, by what they are counted for.
    Throttles,
    /// Who is on the way to an issuer and back, by hash of a secret.
    Errands,
    /// What happened at the door, by day.
    Trail,
    /// What is in the tray of a person, a team or the console: files brought and not confirmed.
    Trays,
    /// The bytes of these files and of their texts, by file.
    TrayParts,
    /// What the instance needs to know of itself.
    Settings,
}

impl Drawer {
    /// Every drawer.
    pub const ALL: [Drawer; 15] = [
        Drawer::Persons,
        Drawer::Credentials,
        Drawer::ByEmail,
        Drawer::ByIssuer,
        Drawer::Passkeys,
        Drawer::Challenges,
        Drawer::Sessions,
        Drawer::Tokens,
        Drawer::Invitations,
        Drawer::Throttles,
        Drawer::Errands,
        Drawer::Trail,
        Drawer::Trays,
        Drawer::TrayParts,
        Drawer::Settings,
    ];

    /// What it is called where it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Drawer::Persons => "persons",
            Drawer::Credentials => "credentials",
            Drawer::ByEmail => "by-email",
            Drawer::ByIssuer => "by-issuer",
            Drawer::Passkeys => "passkeys",
            Drawer::Challenges => "challenges",
            Drawer::Sessions => "sessions",
            Drawer::Tokens => "tokens",
            Drawer::Invitations => "invitations",
            Drawer::Throttles => "throttles",
            Drawer::Errands => "errands",
            Drawer::Trail => "trail",
            Drawer::Trays => "trays",
            Drawer::TrayParts => "tray-parts",
            Drawer::Settings => "settings",
        }
    }
}

impl fmt::Display for Drawer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What lies in a drawer under one key.
#[derive(Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Which commit wrote it. No two commits of a cabinet have the same number, so a sheet that was
    /// removed and written again is another one.
    pub version: u64,
    /// What it says.
    pub content: Vec<u8>,
}

impl fmt::Debug for Sheet {
    /// Without what it says, which is personal and may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Sheet { version, content } = self;
        write!(f, "Sheet({} bytes, version {version})", content.len())
    }
}

/// What becomes of a sheet.
#[derive(Clone, PartialEq, Eq)]
pub enum Becomes {
    /// It says this from now on.
    Content(Vec<u8>),
    /// It is erased.
    Removed,
    /// It stays as it was seen. What else the commit does rests on it.
    Same,
}

impl fmt::Debug for Becomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Becomes::Content(content) => write!(f, "Content({} bytes)", content.len()),
            Becomes::Removed => f.write_str("Removed"),
            Becomes::Same => f.write_str("Same"),
        }
    }
}

/// One change of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// In which drawer.
    pub drawer: Drawer,
    /// Under which key.
    pub key: String,
    /// The version that was seen; `None` if there was no sheet.
    pub seen: Option<u64>,
    /// What becomes of it.
    pub becomes: Becomes,
}

/// A cabinet that did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum CabinetError {
    /// Somebody else changed one of the sheets meanwhile. Nothing was written.
    #[error("somebody else changed the same thing in the same moment; nothing was changed")]
    Conflict,
    /// The connection ended while it was written, and all of it may be there or nothing. A second
    /// attempt that saw the same versions changes nothing twice.
    #[error("it is not known whether the change was kept; look, and try again")]
    Unsure(#[source] Cause),
    /// It cannot be read or written.
    #[error("what is kept about people could not be {what}")]
    Trouble {
        /// What was attempted: "read", "written".
        what: &'static str,
        /// What went wrong.
        source: Cause,
    },
}

/// What a store says went wrong.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Drawers of sheets. Any number of threads, and of processes, work at one.
pub trait Cabinet: Send + Sync {
    /// The sheet under `key`, if there is one.
    ///
    /// # Errors
    ///
    /// [`CabinetError::Trouble`]
    fn read(&self, drawer: Drawer, key: &str) -> Result<Option<Sheet>, CabinetError>;

    /// Every sheet whose key begins with `prefix`, in the order of the bytes of the keys.
    ///
    /// # Errors
    ///
    /// [`CabinetError::Trouble`]
    fn list(&self, drawer: Drawer, prefix: &str) -> Result<Vec<(String, Sheet)>, CabinetError>;

    /// Makes all changes or none. When this returns `Ok` they are on disk. No two changes of a commit
    /// may be about the same sheet; a commit of nothing is kept by doing nothing.
    ///
    /// # Errors
    ///
    /// [`CabinetError::Conflict`] if a sheet is not in the version that was seen.
    fn commit(&self, changes: &[Change]) -> Result<(), CabinetError>;
}
