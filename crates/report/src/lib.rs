#![doc = include_str!("../README.md")]

pub mod author;
pub mod compose;
pub mod docx;
pub mod figure;
mod file;
pub mod html;
pub mod markdown;
mod note;
mod number;
pub mod paper;

pub use file::{Form, UnknownForm};
pub use note::{NoteOf, Noted, Piece};
pub use paper::Paper;
