//! Turns of phrase of several languages, found without case and accents.

use std::collections::BTreeMap;

use crate::jotting::{Ends, Word, folded_words};

/// Phrases, each with what it means.
pub(super) struct Lexicon<T> {
    by_first: BTreeMap<String, Vec<(Vec<String>, T)>>,
}

/// A phrase where it stands: its words by number, and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit<T> {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) means: T,
}

impl<T: Copy> Lexicon<T> {
    /// Phrases in rows, those of one meaning parted by semicolons.
    pub(super) fn new(rows: &[(&str, T)]) -> Lexicon<T> {
        let mut by_first: BTreeMap<String, Vec<(Vec<String>, T)>> = BTreeMap::new();
        for (phrases, means) in rows {
            for phrase in phrases.split(';') {
                let words = folded_words(phrase);
                if let Some(first) = words.first() {
                    by_first
                        .entry(first.clone())
                        .or_default()
                        .push((words, *means));
                }
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Lexicon { by_first }
    }

    /// The longest phrase that begins at a word.
    pub(super) fn at(&self, words: &[Word<'_>], at: usize) -> Option<Hit<T>> {
        let first = words.get(at)?;
        let phrases = self.by_first.get(&first.folded)?;
        let fits = |phrase: &Vec<String>| {
            let rest = words.get(at..at + phrase.len());
            rest.is_some_and(|rest| {
                rest.iter()
                    .zip(phrase)
                    .enumerate()
                    .all(|(place, (word, of))| {
                        word.folded == *of && (place == 0 || word.ends != Ends::Sentence)
                    })
            })
        };
        let (phrase, means) = phrases.iter().find(|(phrase, _)| fits(phrase))?;
        Some(Hit {
            from: at,
            to: at + phrase.len(),
            means: *means,
        })
    }

    /// Every phrase, in order; none inside another.
    pub(super) fn all(&self, words: &[Word<'_>]) -> Vec<Hit<T>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.at(words, at) {
                Some(hit) => {
                    at = hit.to;
                    found.push(hit);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The first phrase.
    pub(super) fn first(&self, words: &[Word<'_>]) -> Option<Hit<T>> {
        (0..words.len()).find_map(|at| self.at(words, at))
    }
}
