//! What was said of something, and when: sentences in the order of their days.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ask::Ask;
use crate::found::{Piece, Reason, Remark, Suggestion};
use crate::reading::ReadError;
use crate::search::Looked;
use crate::stacks::Stacks;

/// Sentences told of one item at most.
const MOST: usize = 12;

/// What the items that match a question say of it, the earliest first.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Said {
    /// How many items match.
    pub total: u64,
    /// Those asked for, by their days; those without one last, then by key.
    pub items: Vec<Saying>,
    /// Words that were found nowhere, and what stands near them.
    pub suggestions: Vec<Suggestion>,
    /// What was not understood, or answered otherwise than asked.
    pub remarks: Vec<Remark>,
}

/// What one item says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Saying {
    /// Its key.
    pub key: String,
    /// Its title, with what matched.
    pub title: Vec<Piece>,
    /// Its sentences that have most of the words, in its order. None where its record matches and its text does not, or
    /// is not kept.
    pub sentences: Vec<Sentence>,
    /// How many further sentences have as many.
    pub further: usize,
    /// Which words were found, where and how.
    pub why: Vec<Reason>,
}

/// A sentence that matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sentence {
    /// The anchor of its paragraph.
    pub anchor: String,
    /// The sentence, in pieces.
    pub pieces: Vec<Piece>,
}

impl Sentence {
    /// The sentence without its marks.
    pub fn plain(&self) -> String {
        self.pieces.iter().map(|one| one.text.as_str()).collect()
    }
}

pub(crate) fn said(stacks: &Stacks, ask: &Ask) -> Result<Said, ReadError> {
    let looked = Looked::of(stacks, ask)?;
    let through = looked.through();
    let segments: Vec<_> = stacks.segments().collect();
    let mut all: Vec<(usize, usize)> = Vec::new();
    for (at, bits) in through.iter().enumerate() {
        all.extend(bits.iter().map(|doc| (at, doc)));
    }
    all.sort_by_cached_key(|(at, doc)| {
        let days = segments[*at].days[*doc];
        (days.is_none(), days, segments[*at].keys[*doc].clone())
    });
    let shower = looked.shower();
    let mut items = Vec::new();
    for (at, doc) in all.iter().skip(ask.after).take(ask.limit) {
        let item = segments[*at].item(*doc)?;
        let (title, mut sentences) = shower.sentences(&item);
        let further = sentences.len().saturating_sub(MOST);
        sentences.truncate(MOST);
        items.push(Saying {
            key: item.key,
            title,
            sentences,
            further,
            why: looked.why(*at, *doc),
        });
    }
    Ok(Said {
        total: u64::try_from(all.len()).expect("fewer items than memory"),
        items,
        suggestions: looked.suggestions,
        remarks: looked.remarks,
    })
}
