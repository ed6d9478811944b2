//! Items like one.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::{Analyst, parts, spans, term};
use crate::concept::{Leaf, after};
use crate::found::{How, Part};
use crate::item::Item;
use crate::language::Language;
use crate::rank;
use crate::reading::{ReadError, real};
use crate::search::Trace;
use crate::spelling;
use crate::stacks::Stacks;
use crate::thesaurus;

/// Words by which items are compared.
const WORDS: usize = 25;
/// Words named of each item.
const NAMED: usize = 6;

/// An item like another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Similar {
    /// Its key.
    pub key: String,
    /// How like; comparable within one answer alone.
    pub score: f64,
    /// The words that both have, those that tell most first.
    pub by: Vec<Likeness>,
}

/// A word that two items have.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Likeness {
    /// The word, in the form that the first item has most.
    pub word: String,
    /// What it adds to the score.
    pub weight: f64,
}

/// A word of the item, in all its forms.
struct Telling {
    word: String,
    terms: BTreeSet<String>,
    rarity: f64,
    weight: f64,
}

pub(crate) fn similar(
    stacks: &Stacks,
    key: &str,
    limit: usize,
) -> Result<Vec<Similar>, ReadError> {
    let Some(item) = stacks
        .segments()
        .find_map(|segment| Some(segment.item(segment.find(key)?)))
    else {
        return Ok(Vec::new());
    };
    let words = telling(stacks, &item?)?;
    let mut found = Vec::new();
    for segment in stacks.segments() {
        let mut traces = Vec::new();
        for word in &words {
            let leaf = Leaf {
                how: How::Exact,
                slots: vec![word.terms.clone()],
            };
            traces.push(Trace::of(stacks, segment, &[leaf])?);
        }
        for doc in segment
            .live
            .iter()
            .filter(|doc| *segment.keys[*doc] != *key)
        {
            let mut by = Vec::new();
            for (word, trace) in words.iter().zip(&traces) {
                let weight = word.weight * rank::saturated(word.rarity, trace.weight(doc));
                if weight > 0.0 {
                    by.push(Likeness {
                        word: word.word.clone(),
                        weight,
                    });
                }
            }
            let score: f64 = by.iter().map(|likeness| likeness.weight).sum();
            if score > 0.0 {
                by.sort_by(|a, b| {
                    b.weight
                        .total_cmp(&a.weight)
                        .then_with(|| a.word.cmp(&b.word))
                });
                by.truncate(NAMED);
                found.push((
                    segment.days[doc],
                    Similar {
                        key: segment.keys[doc].to_string(),
                        score,
                        by,
                    },
                ));
            }
        }
    }
    found.sort_by(|(day, a), (other, b)| {
        let by_score = b.score.total_cmp(&a.score);
        by_score
            .then_with(|| other.cmp(day))
            .then_with(|| a.key.cmp(&b.key))
    });
    found.truncate(limit);
    Ok(found.into_iter().map(|(_, similar)| similar).collect())
}

/// The words that tell most of an item: frequent in it, rare elsewhere.
fn telling(stacks: &Stacks, item: &Item) -> Result<Vec<Telling>, ReadError> {
    let language = item
        .language
        .as_deref()
        .map_or(Language::Other, Language::of_tag);
    let mut analyst = Analyst::new(language);
    let mut stems: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    let texts = item.text.iter().map(|paragraph| paragraph.text.as_str());
    for text in texts.chain([item.title.as_str()]) {
        for span in spans(text) {
            let Some((_, stem, form)) = parts(analyst.term(&text[span.from..span.to])) else {
                continue;
            };
            if !thesaurus::is_small_word(form, Some(language))
                && !form.chars().all(|c| c.is_ascii_digit())
            {
                // Where there are no stems each form is one.
                let root = if stem.is_empty() {
                    term(language, "", form)
                } else {
                    term(language, stem, "")
                };
                *stems
                    .entry(root)
                    .or_default()
                    .entry(form.to_owned())
                    .or_default() += 1;
            }
        }
    }
    let both = [Part::Title, Part::Text];
    let mut words = Vec::new();
    for (root, forms) in stems {
        let mut terms = BTreeSet::new();
        let end = if root.ends_with('\0') {
            after(&root)
        } else {
            format!("{root}\0")
        };
        stacks.each_term(&both, &root, &end, |found| {
            terms.insert(found.to_owned());
        })?;
        let with = spelling::documents(stacks, &both, &terms)?;
        let times: u32 = forms.values().sum();
        let rarity = rank::rarity(real(stacks.len()), real(with));
        let often = forms
            .into_iter()
            .max_by_key(|(form, times)| (*times, std::cmp::Reverse(form.clone())));
        // A word that nothing else has makes nothing like it.
        if let Some((word, _)) = often.filter(|_| with > 1) {
            words.push(Telling {
                word,
                terms,
                rarity,
                weight: 1.0 + f64::from(times).ln(),
            });
        }
    }
    words.sort_by(|a, b| {
        let worth = |word: &Telling| word.weight * word.rarity;
        worth(b)
            .total_cmp(&worth(a))
            .then_with(|| a.word.cmp(&b.word))
    });
    words.truncate(WORDS);
    Ok(words)
}
