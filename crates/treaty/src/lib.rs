#![doc = include_str!("../README.md")]

pub mod act;
pub mod because;
pub mod clause;
pub mod date;
pub mod id;
pub mod lang;
pub mod law;
pub mod participant;
pub mod source;
pub mod symbol;
pub mod term;

pub use act::{Act, Kind, Note};
pub use because::{Because, Step, StepRule};
pub use date::PartialDate;
pub use id::{ParticipantId, TreatyId};
pub use lang::{Lang, Names};
pub use law::Law;
pub use participant::Participant;
pub use source::{Confidence, Source};
pub use symbol::Symbol;
pub use term::{ShortMonth, Term};
