#![doc = include_str!("../README.md")]

mod archive;
mod blobs;
mod cabinet;
mod documents;
mod error;
mod examine;
mod location;
mod note;
mod open;
mod persons;
mod place;
mod postgres;
mod private;
mod salvage;
mod sqlite;
mod transfer;

pub use archive::{Archive, BackupError, back_up};
pub use blobs::{BadDocumentId, BlobError, Blobs, DocumentId};
pub use cabinet::{SqliteCabinet, SqliteCabinetError};
pub use documents::{Documents, copy_documents};
pub use error::{Cause, OpenError};
pub use examine::{Damage, examine};
pub use location::{Location, LocationError};
pub use persons::{PersonsError, copy_persons};
pub use place::Place;
pub use postgres::{DatabaseError, DatabaseUrl, Postgres, PostgresCabinet, Watch};
pub use salvage::{SalvageError, Saved, salvage};
pub use sqlite::{APPLICATION_ID, FORMAT, Sqlite};
pub use transfer::{TransferError, Transferred, Until, transfer};
