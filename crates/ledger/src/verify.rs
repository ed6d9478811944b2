//! Verification: re-derives the chain from the payloads and says up to where it holds.

use serde::Serialize;

use crate::{Head, Store};

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The head up to which everything holds.
    pub holds_to: Head,
    /// How many entries the store says it has.
    pub entries: u64,
    /// The first thing that does not hold, in words for a person; `None`: all holds.
    pub broken: Option<String>,
}

/// Re-derives every link of `store` and compares with what is stored.
pub fn verify(store: &dyn Store) -> Report {
    let _ = store;
    todo!()
}
