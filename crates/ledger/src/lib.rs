#![doc = include_str!("../README.md")]

pub mod audience;
pub mod body;
pub mod bundle;
pub mod canonical;
pub mod entry;
pub mod envelope;
pub mod link;
pub mod origin;
pub mod store;
pub mod strand;
pub mod verify;

pub use audience::{Audience, Tlp};
pub use body::Body;
pub use entry::{Batch, Entry, EntryId, FORMAT_VERSION, PayloadError, Recorded, number_batch};
pub use envelope::Envelope;
pub use link::{Head, Link, Seq};
pub use origin::Origin;
pub use store::{AppendError, Noted, ReadError, Store};
pub use strand::{EntryRef, Strands, chain};
