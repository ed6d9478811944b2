//! One participant, and the whole field.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::body::{Meeting, Role};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{ParticipantId, TreatyId};

use super::{ActView, Change, Counts, DutyStanding, Finding, HeadView, ParticipantStatus};

/// One participant across treaties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ParticipantView {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// Its names in all languages known, by language code.
    pub names: BTreeMap<String, String>,
    /// Former and other names.
    pub aliases: Vec<treaty::participant::Alias>,
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Groups it belonged to on the day.
    pub groups: Vec<String>,
    /// Where it stands, by treaty.
    pub treaties: Vec<TreatyStanding>,
    /// Everything it did, by day.
    pub acts: Vec<ActView>,
    /// Its duties, as of the day.
    pub duties: Vec<DutyStanding>,
    /// Its offices.
    pub roles: Vec<Role>,
    /// What does not add up.
    pub findings: Vec<Finding>,
}

/// Where one participant stands under one treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TreatyStanding {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    #[serde(flatten)]
    pub status: ParticipantStatus,
}

/// The field on a day: the home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Each treaty's standing.
    pub treaties: Vec<FieldTreaty>,
    /// The latest acts up to the day, newest first.
    pub latest: Vec<Change>,
    /// The next deadlines after the day.
    pub next_duties: Vec<DutyStanding>,
    /// The next day of each yearly duty after the day, and how many owe it then.
    pub next_yearly: Vec<YearlyDeadline>,
    /// The next meetings on or after the day.
    pub next_meetings: Vec<Meeting>,
    /// The last meetings before the day, newest first.
    pub last_meetings: Vec<Meeting>,
    /// How many findings are open.
    pub findings: u32,
}

/// A day on which a yearly duty falls due for many at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct YearlyDeadline {
    /// The treaty.
    pub treaty: TreatyId,
    /// The article.
    pub article: String,
    /// What is owed.
    pub duty: String,
    /// The day.
    pub due: Date,
    /// How many owe it on that day and are not known to have done it.
    pub states: u32,
}

/// One treaty on the home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldTreaty {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title.
    pub title: String,
    /// Whether it was in force.
    pub in_force: bool,
    /// Since when.
    pub entered_into_force: Option<Date>,
    /// Its counts.
    pub counts: Counts,
    /// How many instruments its entry into force still needs; 0 when in force.
    pub missing: u32,
    /// How many of the 197 States (and eligible others) have no consent standing.
    pub outside: u32,
}
