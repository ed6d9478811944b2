#![doc = include_str!("../README.md")]

mod error;
mod note;
mod open;
mod place;
mod sqlite;

pub use error::{Cause, OpenError};
pub use place::Place;
pub use sqlite::{APPLICATION_ID, FORMAT, Sqlite};
