//! The notes, and where they stand.

use report::paper::NoteForm;
use report::{Notes, Paper, Piece, link};
use serde::Serialize;
use words::Words;

use crate::letters::Letters;

/// Where notes stand.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum NotesAt {
    None,
    Foot,
    End,
}

impl From<NoteForm> for NotesAt {
    fn from(form: NoteForm) -> NotesAt {
        match form {
            NoteForm::None => NotesAt::None,
            NoteForm::Foot => NotesAt::Foot,
            NoteForm::End => NotesAt::End,
        }
    }
}

/// A note: its pieces, one after the other.
pub(super) type Note = Vec<Said>;

/// A piece of a note.
#[derive(Debug, Serialize)]
pub(super) struct Said {
    text: String,
    /// Where it leads, if it is an address that may be followed.
    to: Option<String>,
}

/// All notes of a paper, in the order of their numbers.
pub(super) fn all(paper: &Paper, words: &Words, letters: &Letters) -> Vec<Note> {
    let notes = Notes::of(paper);
    let notes = notes.all().iter().map(|note| {
        let pieces = note.says(words).into_iter();
        pieces.map(|piece| said(&piece, letters)).collect()
    });
    notes.collect()
}

fn said(piece: &Piece<'_>, letters: &Letters) -> Said {
    match piece {
        Piece::Words(text) => Said {
            text: letters.borne(text),
            to: None,
        },
        Piece::Address(address) => Said {
            text: letters.borne(address),
            to: link::outside(address),
        },
    }
}
