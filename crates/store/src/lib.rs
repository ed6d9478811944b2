#![doc = include_str!("../README.md")]

mod blobs;
mod error;
mod examine;
mod note;
mod open;
mod place;
mod salvage;
mod sqlite;

pub use blobs::{BadDocumentId, BlobError, Blobs, DocumentId};
pub use error::{Cause, OpenError};
pub use examine::{Damage, examine};
pub use place::Place;
pub use salvage::{SalvageError, Saved, salvage};
pub use sqlite::{APPLICATION_ID, FORMAT, Sqlite};
