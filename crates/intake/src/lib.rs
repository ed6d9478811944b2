#![doc = include_str!("../README.md")]

pub mod acts;
mod acts_xml;
mod bytes;
pub mod cell;
mod compare;
mod date_words;
pub mod error;
pub mod heading;
mod html;
pub mod intake;
mod listing;
mod markup;
mod mtdsg;
mod notes;
pub mod page;
mod propose;
mod propose_acts;
mod protocols;
pub mod record;
mod sayings;
mod table;
mod treaty_file;
mod xml;
mod xml_tree;

pub use acts::Sourced;
pub use bytes::{LARGEST_FILE, LARGEST_PAGE};
pub use error::{Position, ReadError, RowError, What};
pub use intake::{Amended, Disputed, Held, Intake, Origin, Proposal, Reconciled};
pub use mtdsg::read_mtdsg;
pub use page::Page;
pub use propose::propose;
pub use record::{KnownTreaty, OnRecord, Record};
