//! What goes into a bundle for another instance, and what comes out of one of theirs.
//!
//! The format is `ledger::bundle`'s. Here is decided what may leave (`choose`), what people are told of it
//! (`cover`, `follow`), and what is taken from others, beside what is on record (`take`, `weigh`).

pub mod agreed;
pub mod choose;
pub mod cover;
pub mod follow;
mod paper;
pub mod subject;
pub mod take;
mod weigh;

pub use agreed::{agreements, teams_that_agree};
pub use choose::{Asked, Chosen, Contradicted, Held, Whom, choose};
pub use take::{Arrived, Report, Terms};
