//! Entry into force: what it needs, has and lacks.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Because, ParticipantId, TreatyId};

use super::{HeadView, Standing};

/// `eif TREATY --on D [--if S=DATE …]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ForceView {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The condition, in words.
    pub condition: String,
    /// The article.
    pub article: Option<String>,
    /// Whether the condition is met, suppositions included.
    pub met: bool,
    /// The day of entry into force that follows from it: recorded, else by the rule.
    pub date: Option<Date>,
    /// Whether `date` is on record or reckoned.
    pub recorded: bool,
    /// What the rule gives from today's record, where it can be reckoned; may differ from what
    /// is recorded, since tables lose predecessors.
    pub by_rule: Option<Date>,
    /// How many instruments are required.
    pub required: Option<u32>,
    /// How many of those there are.
    pub have: u32,
    /// The named participants still lacking.
    pub missing: Vec<Missing>,
    /// How many further instruments of anyone are lacking.
    pub missing_others: u32,
    /// The whole list of named participants with their standing (Annex 2); empty without a list.
    pub named: Vec<Missing>,
    /// The suppositions.
    pub supposed: Vec<Supposed>,
    /// Whose consent is supposed not to stand.
    pub without: Vec<ParticipantId>,
    /// The day of entry into force were all that is lacking deposited on `on`.
    pub earliest: Option<Date>,
    /// The steps.
    pub because: Because,
}

/// A named participant and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Missing {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub standing: Standing,
    /// What it lacks: `signature and ratification`, `ratification`, or empty.
    pub lacks: Lacks,
}

/// What a named participant lacks for entry into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Lacks {
    /// Nothing.
    #[serde(rename = "")]
    Nothing,
    /// The instrument.
    #[serde(rename = "ratification")]
    Ratification,
    /// Signature and the instrument.
    #[serde(rename = "signature and ratification")]
    SignatureAndRatification,
}

/// A supposed deposit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Supposed {
    /// Whose.
    pub iso3: ParticipantId,
    /// When.
    pub on: Date,
}

/// What a supposition was asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WhatIf {
    /// Who would deposit.
    pub by: ParticipantId,
    /// When.
    pub on: Date,
}
