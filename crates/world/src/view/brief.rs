//! The brief on one State under one treaty, as sentences with the entries they rest on.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{ParticipantId, TreatyId};

use super::{HeadView, Messenger, ParticipantStatus, Sentence, SourceRef, Standing};

/// What whoever speaks to a State should have read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BriefView {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title.
    pub title: String,
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Where it stands under the treaty.
    pub status: ParticipantStatus,
    /// Where it stands under the other treaties on record that are open to it.
    pub across: Vec<BriefAcross>,
    /// What is told of it, part by part, in the order in which it is read.
    pub parts: Vec<BriefSection>,
    /// Who might speak to it.
    pub messengers: Vec<Messenger>,
    /// Where it stands who borders whom.
    pub geography: String,
    /// The sources of all entries, by entry in the order in which they are named.
    pub sources: Vec<SourceRef>,
}

/// One treaty of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BriefAcross {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Where it stands.
    pub standing: Standing,
}

/// A part of a brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BriefSection {
    /// What it tells of.
    pub part: BriefPart,
    /// Its lines.
    pub lines: Vec<BriefLine>,
    /// What is said where there is no line; nothing where silence says enough.
    pub silence: Option<Sentence>,
}

/// One line: sentences that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BriefLine {
    /// The sentences, in their order.
    pub sentences: Vec<Sentence>,
}

/// What a part of a brief tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BriefPart {
    /// What may be said to it, from the records.
    Points,
    /// What it did under the treaty.
    Acts,
    /// What it said.
    Said,
    /// How it voted.
    Votes,
    /// What it owes.
    Obligations,
    /// How far it is at home.
    Stage,
    /// The approaches to it.
    Approaches,
    /// What stands in the way, and what help was asked for and offered.
    Obstacles,
    /// What it promised, and what is to be done next.
    Pledges,
    /// Where it might be spoken to.
    Venues,
}

impl BriefPart {
    /// Its word, as data write it.
    pub fn word(self) -> &'static str {
        match self {
            BriefPart::Points => "points",
            BriefPart::Acts => "acts",
            BriefPart::Said => "said",
            BriefPart::Votes => "votes",
            BriefPart::Obligations => "obligations",
            BriefPart::Stage => "stage",
            BriefPart::Approaches => "approaches",
            BriefPart::Obstacles => "obstacles",
            BriefPart::Pledges => "pledges",
            BriefPart::Venues => "venues",
        }
    }
}

impl From<Sentence> for BriefLine {
    fn from(sentence: Sentence) -> BriefLine {
        BriefLine {
            sentences: vec![sentence],
        }
    }
}

impl BriefView {
    /// A part of it.
    pub fn part(&self, part: BriefPart) -> Option<&BriefSection> {
        self.parts.iter().find(|section| section.part == part)
    }
}
