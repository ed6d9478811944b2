//! What a shelf holds: plain data of one document or statement.

use serde::{Deserialize, Serialize};
use treaty::PartialDate;

/// One document or statement, as far as it is searched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    /// What it is called in answers; stays the same when the rest changes.
    pub key: String,
    /// Its title, in its own language.
    pub title: String,
    /// Its symbol, as printed: `CCM/MSP/2011/WP.5`.
    pub symbol: Option<String>,
    /// What kind of document it is, as a slug: `statement`.
    pub kind: Option<String>,
    /// The language of title and text, as BCP 47 has it: `fr`, `zh-Hans`.
    pub language: Option<String>,
    /// The day it bears, or the month or year in which it lies.
    pub date: Option<PartialDate>,
    /// The treaties it is about, by identifier.
    pub treaties: Vec<String>,
    /// The meeting it was made for.
    pub meeting: Option<Meeting>,
    /// Who speaks, or in whose name: ISO 3166-1 alpha-3.
    pub states: Vec<String>,
    /// The groups in whose name it speaks: `EU`.
    pub groups: Vec<String>,
    /// Who spoke.
    pub speaker: Option<String>,
    /// In what capacity.
    pub post: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Its themes, as slugs.
    pub themes: Vec<String>,
    /// Further names to be found by: of its States in other languages, of speakers in other scripts.
    pub names: Vec<String>,
    /// Its paragraphs; none where only a record of it is kept.
    pub text: Vec<Paragraph>,
}

/// A meeting, by its title; and by its slug, where it is on record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// What it is called in addresses: `ccm-12msp`. None of a meeting that is known as it was printed alone.
    pub slug: Option<String>,
    /// Its title.
    pub title: String,
}

/// A paragraph and the anchor by which it is linked to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The anchor, stable: `p1`.
    pub anchor: String,
    /// What stands there.
    pub text: String,
}

impl Paragraph {
    /// A paragraph at an anchor.
    pub fn new(anchor: impl Into<String>, text: impl Into<String>) -> Self {
        Paragraph {
            anchor: anchor.into(),
            text: text.into(),
        }
    }
}
