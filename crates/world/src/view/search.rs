//! What one search box over everything finds.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Lang, ParticipantId, TreatyId};

use super::HeadView;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SearchView {
    /// What was asked.
    pub q: String,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// How many were found in all.
    pub total: u32,
    /// The best, best first.
    pub hits: Vec<SearchHit>,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SearchHit {
    /// What it is.
    pub kind: Found,
    /// Its name in addresses: a code, a treaty id, a meeting id, an article, a plan, a group, the
    /// number of an entry.
    pub id: String,
    /// The treaty it belongs to.
    pub treaty: Option<TreatyId>,
    /// The participant it belongs to.
    pub iso3: Option<ParticipantId>,
    /// Its title in the language asked for.
    pub title: String,
    /// The other name that was matched, and its language where it has one.
    pub matched: Option<Matched>,
    /// One line more: the treaty's title, the day of the meeting, who spoke.
    pub note: Option<String>,
}

/// Another name under which something was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Matched {
    /// The name.
    pub name: String,
    /// Its language; `null` for former and other names.
    pub lang: Option<Lang>,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// A participant.
    State,
    /// A treaty.
    Treaty,
    /// A participant under a treaty: `id` is its code.
    Participation,
    /// A meeting.
    Meeting,
    /// A duty of a treaty.
    Duty,
    /// An action plan.
    Plan,
    /// An action of a plan: `id` is `lausanne#10`.
    Action,
    /// A group of States.
    Group,
    /// A statement: `id` is the number of its entry.
    Statement,
    /// An approach: `id` is what its entry is called.
    Approach,
    /// A document of the library: `id` is its name in addresses.
    Document,
}
