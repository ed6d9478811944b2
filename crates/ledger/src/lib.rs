#![doc = include_str!("../README.md")]

pub mod audience;
pub mod body;
pub mod canonical;
pub mod entry;
pub mod envelope;
pub mod link;
pub mod store;
pub mod verify;

pub use audience::Audience;
pub use body::Body;
pub use entry::{Batch, Entry, EntryId, FORMAT_VERSION, PayloadError, Recorded, number_batch};
pub use envelope::Envelope;
pub use link::{Head, Link, Seq};
pub use store::{AppendError, Noted, ReadError, Store};
