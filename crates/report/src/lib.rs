#![doc = include_str!("../README.md")]

pub mod author;
pub mod compose;
pub mod docx;
pub mod figure;
mod file;
pub mod html;
pub mod link;
pub mod markdown;
pub mod measure;
mod note;
mod number;
pub mod paper;

pub use file::{Form, UnknownForm};
pub use note::{NoteOf, Noted, Notes, Piece};
pub use number::{Label, Numbers};
pub use paper::Paper;
