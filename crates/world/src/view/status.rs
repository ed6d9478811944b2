//! Where who stands: status, matrix, curve.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Because, Kind, PartialDate, ParticipantId, TreatyId};

use super::{Finding, HeadView, SourceRef};

/// Where a participant stands under a treaty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Consent stands and the treaty is in force for it.
    Party,
    /// Consent stands, the treaty is not, or not yet, in force for it.
    Contracting,
    /// Signature stands, no consent stands.
    Signatory,
    /// It left. Not the same as never having joined.
    Withdrawn,
    /// None of these.
    None,
}

/// `status TREATY --on D`: where everybody stood at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatusView {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title in the language asked for.
    pub title: String,
    /// The treaty's own terms for standings, in the language asked for; empty where the general
    /// words are used. The words of the data do not change.
    pub called: BTreeMap<Standing, CalledView>,
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge: the record as of then.
    pub known: Timestamp,
    /// The ledger head the answer was folded from, and how many entries.
    pub head: HeadView,
    /// Whether the treaty was in force.
    pub in_force: bool,
    /// Since when; `null` before the day.
    pub entered_into_force: Option<Date>,
    /// The counts, over every participant, whatever `participants` is narrowed to.
    pub counts: Counts,
    /// Who stands where: everybody with a standing other than `none`, and all that could join.
    /// By English name.
    pub participants: Vec<ParticipantStatus>,
    /// What does not add up, under this treaty.
    pub findings: Vec<Finding>,
}

/// A treaty's own term for a standing, as within a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CalledView {
    /// One of them: `ratifying State`.
    pub one: String,
    /// Several: `ratifying States`.
    pub many: String,
}

/// How many stand where. The words are defined in the contract.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    /// Signature stands, those that have since consented included.
    pub signatures: u32,
    /// Consent stands.
    pub consents: u32,
    /// Consent stands and the treaty is in force for it.
    pub parties: u32,
    /// Signature stands, no consent stands.
    pub signatories_only: u32,
    /// Left, and not come back.
    pub withdrawn: u32,
}

/// One participant under one treaty on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ParticipantStatus {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name in the language asked for.
    pub name: String,
    /// The name it bore on the day, where it was another one.
    pub name_then: Option<String>,
    /// Where it stands.
    pub standing: Standing,
    /// Whether it applies the treaty provisionally.
    pub provisional: bool,
    /// Whether it told the depositary that it will not become party.
    pub intends_not_to_join: bool,
    /// When it signed.
    pub signed: Option<PartialDate>,
    /// When its standing consent was deposited, or the one it last had.
    pub consented: Option<PartialDate>,
    /// In which form.
    pub consent_act: Option<Kind>,
    /// The predecessor that acted, where one did.
    pub done_by: Option<ParticipantId>,
    /// From which day the treaty is in force for it; may lie after `on`. `null` if not known.
    pub in_force: Option<Date>,
    /// When it left.
    pub left: Option<Date>,
    /// The acts it rests on: those behind `sources`, in their order. A table with them can be read
    /// back; the days alone leave open which acts they are of.
    pub acts: Vec<StandingAct>,
    /// Whether something about it is disputed or not certain.
    pub uncertain: bool,
    /// How `in_force` or `left` came about.
    pub because: Because,
    /// The entries it rests on.
    pub sources: Vec<SourceRef>,
}

/// An act that a standing rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StandingAct {
    /// The act.
    pub act: Kind,
    /// Its day.
    pub date: PartialDate,
    /// The day of effect that its source prints, where it does.
    pub effect: Option<Date>,
    /// The predecessor that did it, where one did.
    pub done_by: Option<ParticipantId>,
}

/// States × treaties on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatrixView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The columns.
    pub treaties: Vec<MatrixTreaty>,
    /// The rows, by name.
    pub rows: Vec<MatrixRow>,
}

/// A column of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatrixTreaty {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Whether it was in force.
    pub in_force: bool,
    /// Its counts.
    pub counts: Counts,
}

/// A row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatrixRow {
    /// Who.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// One standing per column.
    pub standings: Vec<Standing>,
    /// For each column, whether the treaty is open to it: `none` where it is not is no standing
    /// outside.
    pub open: Vec<bool>,
}

/// The standing of a treaty step by step: one point per day on which a count changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CurveView {
    /// The treaty.
    pub treaty: TreatyId,
    /// The points, by day.
    pub points: Vec<CurvePoint>,
}

/// The counts at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CurvePoint {
    /// The day.
    pub on: Date,
    /// The counts at its end.
    pub counts: Counts,
}
