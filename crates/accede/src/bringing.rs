//! Files are brought to a tray: whole or in parts, then read once, in a process of their own.

use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use jiff::Timestamp;
use people::tray::{Brought, Item, ItemId, Owner, Reading, State, Tray, TrayError, sha256};
use transcribe::{Format, Text};

use crate::isolated::{self, Unread};

/// So many bytes are put into a tray in one commit.
const STEP: usize = 8 << 20;

/// Why a file is not in the tray.
#[derive(Debug, thiserror::Error)]
pub enum NotBrought {
    /// The tray does not take it.
    #[error(transparent)]
    Tray(#[from] TrayError),
    /// It is in the tray and was not read yet: many others are being read, or the machine gives trouble.
    #[error("the file is in the tray and was not read yet")]
    NotYet(#[source] Unread),
}

/// Brings a file whole, and reads it.
///
/// # Errors
///
/// [`NotBrought`]
pub fn bring(
    tray: Tray<'_>,
    owner: &Owner,
    brought: &Brought,
    bytes: &[u8],
    now: Timestamp,
) -> Result<Item, NotBrought> {
    let begun = tray.begin(owner, brought, now, &mut UnwrapErr(SysRng))?;
    let mut at = 0;
    for part in bytes.chunks(STEP) {
        if let Err(error) = tray.append(owner, begun.id, at, part, now) {
            // What is half there is of no use to anyone who has the whole.
            tray.drop(owner, begun.id)?;
            return Err(error.into());
        }
        at += u64::try_from(part.len()).unwrap_or(0);
    }
    read(tray, owner, begun.id)
}

/// Reads a file that is whole in the tray and was not read yet.
///
/// # Errors
///
/// [`NotBrought`]
pub fn read(tray: Tray<'_>, owner: &Owner, id: ItemId) -> Result<Item, NotBrought> {
    let item = tray.one(owner, id)?;
    if item.state != State::Whole {
        return Ok(item);
    }
    let bytes = tray.file(owner, id)?;
    let reading = match isolated::read(&bytes, Some(&item.name)) {
        Ok(text) => Reading::Text {
            media_type: media_type(text.format).to_owned(),
            bytes: written(&text),
        },
        Err(trouble @ (Unread::Busy | Unread::NotStarted(_))) => {
            return Err(NotBrought::NotYet(trouble));
        }
        Err(
            why @ (Unread::Refused(_)
            | Unread::TooLong
            | Unread::TooMuch
            | Unread::Broke { .. }),
        ) => Reading::None(why.to_string()),
    };
    Ok(tray.was_read(owner, id, &sha256(&bytes), &reading)?)
}

/// A text as it is kept.
pub fn written(text: &Text) -> Vec<u8> {
    serde_json::to_vec(text).expect("plain data is always written")
}

/// The media type of a kind of file that is read.
pub fn media_type(format: Format) -> &'static str {
    match format {
        Format::Pdf => "application/pdf",
        Format::Docx => {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
        Format::Html => "text/html",
        Format::Txt => "text/plain",
        Format::Markdown => "text/markdown",
        Format::Eml => "message/rfc822",
    }
}
