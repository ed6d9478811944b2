//! What is proposed to the clerk.

use intake::Doubt;
use jiff::Timestamp;
use ledger::{Audience, Body, EntryId, Origin, Tlp};
use treaty::Source;
use uuid::{NoContext, Uuid};

/// What is to be recorded: what it says and where that can be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where it can be checked.
    pub source: Source,
    /// What it says.
    pub body: Body,
    /// A doubt that is recorded right after it, from the same source.
    pub doubt: Option<Doubt>,
    /// Who may see it, and the doubt.
    pub audience: Audience,
    /// How far it may be passed on.
    pub label: Option<Tlp>,
    /// Its own name, where another draft of the batch speaks of it; otherwise the clerk gives one.
    pub id: Option<EntryId>,
    /// Where it is taken over from, and whose word it is there.
    pub taken: Option<Taken>,
}

/// Of an entry that was written in another ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Who recorded it there.
    pub author: String,
    /// Where it is taken over from.
    pub origin: Origin,
}

impl Draft {
    /// A draft for anyone, of which nobody has a doubt.
    pub fn new(source: Source, body: Body) -> Draft {
        Draft {
            source,
            body,
            doubt: None,
            audience: Audience::Public,
            label: None,
            id: None,
            taken: None,
        }
    }

    /// The same for `audience`, to be passed on as `label` says.
    #[must_use]
    pub fn seen_by(self, audience: Audience, label: Option<Tlp>) -> Draft {
        Draft {
            audience,
            label,
            ..self
        }
    }
}

/// A new name for an entry: a UUIDv7 of the moment it is recorded.
pub(crate) fn new_id(recorded: Timestamp) -> EntryId {
    let seconds = u64::try_from(recorded.as_second()).unwrap_or(0);
    let nanoseconds = u32::try_from(recorded.subsec_nanosecond()).unwrap_or(0);
    let moment = uuid::Timestamp::from_unix(NoContext, seconds, nanoseconds);
    EntryId(Uuid::new_v7(moment))
}
