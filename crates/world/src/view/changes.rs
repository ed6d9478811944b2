//! What happened: acts, changes, the law and what was done under it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::EntryRef;
use ledger::body::{Meeting, PrintedCount};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Act, Kind, Law, PartialDate, ParticipantId, TreatyId};

use super::{HeadView, SourceRef};

/// `changes [TREATY] --from D --to D`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangesView {
    /// The treaty, if one was asked for.
    pub treaty: Option<TreatyId>,
    /// First day, included.
    pub from: Date,
    /// Last day, included.
    pub to: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The acts, by day, treaty, name.
    pub acts: Vec<Change>,
    /// Who did what, by kind of act; codes ascending.
    pub summary: BTreeMap<Kind, Vec<ParticipantId>>,
}

/// One act within a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// The day.
    pub date: PartialDate,
    /// The treaty.
    pub treaty: TreatyId,
    /// Who.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// What.
    pub act: Kind,
    /// From which day the treaty is in force for it by this act, for consents.
    pub in_force: Option<Date>,
    /// For a further deposit with another depositary: the earlier one counts.
    pub further_deposit: bool,
    /// For a withdrawal that took effect on the day the rule gives, with no act on record that
    /// says so; `source` is then that of the notice.
    pub by_rule: bool,
    /// Whether the act is disputed.
    pub disputed: bool,
    /// Where it is from.
    pub source: SourceRef,
}

/// An act with its standing in the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActView {
    /// The entry.
    pub entry: EntryRef,
    /// The act.
    pub act: Act,
    /// Who, by name.
    pub name: String,
    /// Whether it is disputed, and why.
    pub disputed: Option<String>,
    /// Whether it counts.
    pub counts: bool,
    /// Where it is from.
    pub source: SourceRef,
}

/// A treaty's own page beside its status: the law and the acts.
#[derive(Debug, Clone)]
pub struct LawView<'w> {
    /// The law.
    pub law: &'w Law,
    /// The entry that recorded it.
    pub entry: EntryRef,
    /// Its acts, newest first.
    pub acts: Vec<ActView>,
    /// Its meetings, by day.
    pub meetings: Vec<Meeting>,
    /// Printed counts.
    pub printed: Vec<PrintedCount>,
    /// What sources say on its duties that is on no single State, by day.
    pub statements: Vec<Statement>,
}

/// What a source says on a duty, of many States at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Statement {
    /// The article of the duty, as the source's entry names it.
    pub article: String,
    /// When it was so.
    pub on: Option<PartialDate>,
    /// What the source says.
    pub what: String,
    /// Where it says so.
    pub source: SourceRef,
}
