//! Names on record where they stand in a text.

use std::cell::Cell;

use treaty::{ParticipantId, TreatyId};

use super::lexicon::Hit;
use crate::jotting::{Ends, Names, Word};

/// How many names are looked up for one text, at most.
const LOOK_UPS: u32 = 60_000;

/// The names on record, asked a bounded number of times.
pub(super) struct Named<'a> {
    names: &'a dyn Names,
    left: Cell<u32>,
}

/// Words with which the names of treaties begin.
const BEGIN: [&str; 14] = [
    "convention",
    "treaty",
    "protocol",
    "traite",
    "protocole",
    "convencion",
    "tratado",
    "protocolo",
    "договор",
    "договора",
    "договору",
    "конвенция",
    "معاهدة",
    "اتفاقية",
];

impl<'a> Named<'a> {
    pub(super) fn new(names: &'a dyn Names) -> Named<'a> {
        Named {
            names,
            left: Cell::new(LOOK_UPS),
        }
    }

    fn may_ask(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }

    /// The participant that some words name, whole.
    pub(super) fn participant(&self, name: &str) -> Option<ParticipantId> {
        let name = name.trim();
        let short = name.is_ascii() && name.len() <= 3;
        // Codes of three letters are other words too.
        let known = ["UK", "EU", "US", "USA", "UAE", "DRC", "UE"];
        if name.is_empty() || (short && !known.contains(&name)) || !self.may_ask() {
            return None;
        }
        self.names.participant(name)
    }

    /// The participants that are named, longest names first at each place.
    pub(super) fn participants(
        &self,
        text: &str,
        words: &[Word<'_>],
    ) -> Vec<Hit<ParticipantId>> {
        self.search(text, words, |_| 8, |name| self.participant(name))
            .into_iter()
            // `Northern Ireland`, `New Mexico` are other names.
            .filter(|hit| {
                let before = hit
                    .from
                    .checked_sub(1)
                    .map_or("", |at| words[at].folded.as_str());
                !["northern", "new", "north", "west"].contains(&before)
            })
            .collect()
    }

    /// The treaties that are named.
    pub(super) fn treaties(&self, text: &str, words: &[Word<'_>]) -> Vec<Hit<TreatyId>> {
        let longest = |at: usize| {
            let begins =
                BEGIN.contains(&words[at].folded.as_str()) || !words[at].text.is_ascii();
            if begins { 28 } else { 7 }
        };
        self.search(text, words, longest, |name| {
            let single = !name.contains(|c: char| c.is_whitespace() || c == '-');
            let acronym = name.chars().count() <= 12 && !name.contains(char::is_lowercase);
            if (single && !acronym) || !self.may_ask() {
                return None;
            }
            self.names.treaty(name)
        })
    }

    /// The longest names at each place where one may begin.
    fn search<T>(
        &self,
        text: &str,
        words: &[Word<'_>],
        longest: impl Fn(usize) -> usize,
        find: impl Fn(&str) -> Option<T>,
    ) -> Vec<Hit<T>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() && self.left.get() > 0 {
            let first = words[at].text.chars().next();
            // Capitals, and scripts that have none.
            let may_begin = first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
            let mut most = if may_begin { longest(at) } else { 0 };
            most = most.min(words.len() - at);
            let broken = (1..most).find(|next| words[at + next].ends == Ends::Sentence);
            most = broken.unwrap_or(most);
            let hit = (1..=most).rev().find_map(|length| {
                let last = &words[at + length - 1];
                let means = find(text.get(words[at].at.from..last.at.to)?)?;
                Some(Hit {
                    from: at,
                    to: at + length,
                    means,
                })
            });
            at = hit.as_ref().map_or(at + 1, |hit| hit.to);
            found.extend(hit);
        }
        found
    }
}
