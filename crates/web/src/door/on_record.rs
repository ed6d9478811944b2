//! What the ledger holds of a person, as he may take it away.

use jiff::Timestamp;
use people::Role;
use serde::Serialize;

/// Everything the ledger holds of a person. It has no name in it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct OnRecord {
    /// That he is known, each time it was said.
    pub commitments: Vec<Committed>,
    /// The seats he was given and that ended.
    pub seats: Vec<Seated>,
    /// How many entries he recorded.
    pub recorded: usize,
    /// When he recorded the first of them.
    pub first: Option<Timestamp>,
    /// When he recorded the last of them.
    pub last: Option<Timestamp>,
}

/// An entry that somebody is known here.
#[derive(Debug, Clone, Serialize)]
pub struct Committed {
    /// Its id.
    pub entry: String,
    /// When it was recorded.
    pub at: Timestamp,
    /// The commitment to who he is; none: he was erased.
    pub commitment: Option<String>,
}

/// An entry about a seat.
#[derive(Debug, Clone, Serialize)]
pub struct Seated {
    /// Its id.
    pub entry: String,
    /// When it was recorded.
    pub at: Timestamp,
    /// In which team.
    pub team: String,
    /// As what; none: no longer.
    pub role: Option<Role>,
}
