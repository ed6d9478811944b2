//! An e-mail or cable that a person pastes: its date, its sides, its subject, and what its own words give as the
//! sketch of an approach.
//!
//! Persons and addresses become no part of the sketch by themselves: personal data is never needed. They stand
//! apart in [`Missive::persons`], for a person to take over or not. Quoted replies and signatures are not read.

use serde::Serialize;
use treaty::PartialDate;

use crate::error::{ReadError, What};
use crate::jotting::{Asked, Jotted, jot};

/// The most bytes of a missive.
pub const LARGEST_MISSIVE: usize = 256 * 1024;

/// In which form a missive came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// An e-mail with its headers, as mail programs keep it.
    Mail,
    /// The text of an e-mail as a mail program shows it: `From:`, `Sent:`, `De :`, `Objet :`.
    Shown,
    /// A cable: `FM`, `TO`, `DTG`, `SUBJ`.
    Cable,
    /// Text without any such head.
    Text,
}

/// One of those a missive is from or to, without the person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Party {
    /// The office or organisation as the missive names it; the domain of the address where it names none.
    pub organisation: Option<String>,
    /// In which function, where the missive says.
    pub capacity: Option<String>,
}

/// What was read of a missive. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missive {
    /// In which form it came.
    pub form: Form,
    /// Its date.
    pub on: Option<PartialDate>,
    /// From whom.
    pub from: Vec<Party>,
    /// To whom, those in copy among them.
    pub to: Vec<Party>,
    /// The persons it names in its head, for a person to take over or not.
    pub persons: Vec<String>,
    /// Its subject.
    pub subject: Option<String>,
    /// Markings of classified information that stand in it: while there is one, nothing may be recorded.
    pub markings: Vec<&'static str>,
    /// Its own words, without quoted replies and signatures: what was read.
    pub body: String,
    /// What the body gives; its day and kind are those of the missive where the body names none.
    pub jotted: Jotted,
}

/// Reads what was pasted or is in a file.
///
/// # Errors
///
/// [`ReadError`] for what is empty, larger than [`LARGEST_MISSIVE`], or no text.
pub fn read_missive(name: &str, bytes: &[u8], asked: &Asked<'_>) -> Result<Missive, ReadError> {
    if bytes.len() > LARGEST_MISSIVE {
        let what = What::TooLarge {
            size: bytes.len(),
            limit: LARGEST_MISSIVE,
        };
        return Err(ReadError::new(name, what));
    }
    let body = crate::bytes::decode(name, bytes)?.text;
    let jotted = jot(&body, asked);
    Ok(Missive {
        form: Form::Text,
        on: None,
        from: Vec::new(),
        to: Vec::new(),
        persons: Vec::new(),
        subject: None,
        markings: Vec::new(),
        body,
        jotted,
    })
}
