//! How well an item matches: BM25F, and what it is multiplied with. Every constant of it stands here.
//!
//! A word of a question is one term, however and wherever it is written: its forms, its synonyms, in title, names,
//! record and text. What is counted of it in a document is added up with weights first, and saturates afterwards,
//! so that a name in the title and in the text does not count as two words. Stephen Robertson, Hugo Zaragoza, "The
//! Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3 (2009), 3.5.
//!
//! The constants are chosen by reasons and by what the field is known to work with, not fitted to judged
//! questions; so they may be judged by any set of questions.

use crate::found::{How, Part};

/// Saturation: how soon a further mention says little more. The usual value of BM25.
const K1: f64 = 1.2;
/// How much the length of a text counts. The usual value.
const B_TEXT: f64 = 0.75;
/// Titles differ in length for reasons that say little.
const B_TITLE: f64 = 0.4;

/// How much of what the very form typed tells beyond its stem is added: `universalization` is rare where `universal` is
/// not, and who types the one means it. Half, since the stem has been counted.
const FORM: f64 = 0.5;

/// Fewer items than this with all words: those that have most are taken. A page holds that many; and what a State says
/// of a theme it says in other words than those typed, too.
pub(crate) const FEW: u64 = 20;
/// What a new item gains over an old one, at most: enough to order equals, too little to lift what matches worse.
const RECENT: f64 = 0.12;
/// Years after which half of that is gone: the time between two review conferences of most treaties is five.
const HALF_LIFE: f64 = 5.0;
/// Days of a year, on average over the Gregorian cycle.
const YEAR: f64 = 365.2425;

/// How much a mention counts, by where it stands. Who speaks weighs most: a question that names Italy asks for what
/// Italy says, before what others say of it. Then what somebody wrote above the text.
fn of_part(part: Part) -> f64 {
    match part {
        Part::Title => 3.0,
        Part::Names => 6.0,
        Part::Record => 2.0,
        Part::Text => 1.0,
    }
}

/// How much a mention counts, by how it agrees: what was typed before what is related to it.
fn of_how(how: How) -> f64 {
    match how {
        How::Exact | How::Beginning => 1.0,
        How::Stem => 0.8,
        How::Synonym | How::Typo => 0.5,
    }
}

/// What mentions of a word in a part of a document add to its weight there.
pub(crate) fn weight(part: Part, how: How, times: u32, length: u32, mean: f64) -> f64 {
    let b = match part {
        Part::Title => B_TITLE,
        Part::Text => B_TEXT,
        Part::Names | Part::Record => 0.0,
    };
    let norm = 1.0 - b + b * f64::from(length) / mean;
    of_part(part) * of_how(how) * f64::from(times) / norm
}

/// What a word that so many of all documents have says of one.
pub(crate) fn rarity(documents: f64, with: f64) -> f64 {
    (1.0 + (documents - with + 0.5) / (with + 0.5)).ln()
}

/// What a word of that rarity and weight in a document adds to its score.
pub(crate) fn saturated(rarity: f64, weight: f64) -> f64 {
    rarity * weight * (K1 + 1.0) / (K1 + weight)
}

/// What the very form typed adds to that: as much as it is rarer than all forms of the word.
pub(crate) fn formed(of_form: f64, of_all: f64, weight: f64) -> f64 {
    saturated((of_form - of_all).max(0.0) * FORM, weight)
}

/// What is left of the score of a document that has some of the words.
pub(crate) fn covered(has: usize, of: usize) -> f64 {
    let share = f64::from(u32::try_from(has).unwrap_or(u32::MAX))
        / f64::from(u32::try_from(of.max(1)).unwrap_or(u32::MAX));
    share * share
}

/// What the score of a document of that age, in days, is multiplied with.
pub(crate) fn recent(days: f64) -> f64 {
    1.0 + RECENT * (-days.max(0.0) / (YEAR * HALF_LIFE)).exp2()
}
