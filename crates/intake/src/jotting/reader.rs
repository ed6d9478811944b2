//! A line on its way from words to a sketch: what was recognised, what of it is used, and what is left.

use std::ops::Range;

use super::marks::{Mark, What, marks};
use super::text::{Ends, Piece, Word, pieces, words};
use super::words::Meaning;
use super::{Asked, Field, Found, Jotted, Sketch, Span, Unsure, Why};

/// Words that carry nothing by themselves.
const SMALL: [&str; 80] = [
    "a", "an", "the", "of", "and", "or", "to", "in", "on", "at", "with", "by", "for", "from",
    "s", "is", "was", "were", "has", "have", "be", "that", "their", "its", "his", "her",
    "they", "then", "also", "as", "who", "which", "will", "le", "la", "les", "l", "d", "de",
    "du", "des", "et", "ou", "au", "aux", "en", "dans", "sur", "avec", "par", "pour", "un",
    "une", "qui", "que", "qu", "est", "sont", "ont", "son", "sa", "ses", "leur", "leurs", "il",
    "elle", "ils", "elles", "se", "ce", "c", "y", "puis", "aussi", "this", "it", "please",
    "but", "mais", "aupres",
];

/// Whether a word is one of those.
pub(super) fn is_small(word: &Word<'_>) -> bool {
    SMALL.contains(&word.folded.as_str())
}

/// Words that deny.
const NOT: [&str; 14] = [
    "no", "not", "never", "without", "cannot", "t", "pas", "ne", "n", "aucun", "aucune",
    "sans", "jamais", "ni",
];

/// Words by which something may come, and is not yet.
const MAY: [&str; 32] = [
    "will", "would", "may", "might", "could", "should", "if", "when", "hopes", "hope", "plans",
    "intends", "wants", "to", "be", "until", "once", "va", "pourrait", "devrait", "doit", "si",
    "espere", "sera", "serait", "etre", "veut", "lorsque", "quand", "souhaite", "compte",
    "before",
];

/// A line that is being read.
pub(super) struct Reader<'t, 'a> {
    pub(super) text: &'t str,
    pub(super) words: Vec<Word<'t>>,
    pub(super) marks: Vec<Mark>,
    pub(super) pieces: Vec<Piece>,
    pub(super) asked: &'a Asked<'a>,
    pub(super) sketch: Sketch,
    pub(super) found: Vec<Found>,
    pub(super) unsure: Vec<Unsure>,
    /// Of each mark, whether something was made of it.
    pub(super) used: Vec<bool>,
    /// Of each word, whether it is part of something that was understood or is open.
    claimed: Vec<bool>,
    /// Of each piece, whether it tells what is to be done next.
    pub(super) is_step: Vec<bool>,
}

impl<'t, 'a> Reader<'t, 'a> {
    pub(super) fn new(text: &'t str, asked: &'a Asked<'a>) -> Reader<'t, 'a> {
        let mut words = words(text);
        let marks = marks(text, &words, asked);
        // What is one thing is in one piece, commas or not.
        for mark in &marks {
            for at in mark.words.clone().skip(1) {
                words[at].ends = Ends::Nothing;
            }
        }
        let begins = |at: usize| {
            let and = ["and", "et", "then", "puis", "but", "mais"];
            let step = |at: usize| {
                let mut marks = marks.iter();
                marks.any(|mark| {
                    let is = |one| matches!(one, Meaning::Step).then_some(());
                    mark.words.start == at && mark.what.meaning(is).is_some()
                })
            };
            let inside = |at: usize| marks.iter().any(|mark| mark.words.contains(&at));
            let led = |at: usize| {
                let word = words.get(at).map_or("", |word| word.folded.as_str());
                ["to", "will", "we", "nous"].contains(&word)
            };
            and.contains(&words[at].folded.as_str())
                && !inside(at)
                && (step(at + 1)
                    || (led(at + 1) && (step(at + 2) || (led(at + 2) && step(at + 3)))))
        };
        let pieces = pieces(&words, &begins);
        let (many, all) = (marks.len(), words.len());
        let is_step = vec![false; pieces.len()];
        Reader {
            text,
            words,
            marks,
            pieces,
            asked,
            sketch: Sketch::of(asked.treaties),
            found: Vec::new(),
            unsure: Vec::new(),
            used: vec![false; many],
            claimed: vec![false; all],
            is_step,
        }
    }

    /// The place of some words.
    pub(super) fn span(&self, words: Range<usize>) -> Span {
        let end = words.end.max(words.start + 1) - 1;
        Span {
            from: self.words[words.start].at.from,
            to: self.words[end].at.to,
        }
    }

    pub(super) fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.as_str())
    }

    /// The piece of a word.
    pub(super) fn piece_of(&self, word: usize) -> usize {
        let before = self.pieces.partition_point(|piece| piece.words.end <= word);
        before.min(self.pieces.len().saturating_sub(1))
    }

    /// The pieces of the sentence of a piece.
    pub(super) fn sentence_of(&self, piece: usize) -> Range<usize> {
        let from = (0..=piece)
            .rev()
            .find(|at| self.pieces[*at].begins)
            .unwrap_or(0);
        let rest = piece + 1..self.pieces.len();
        let to = rest
            .clone()
            .find(|at| self.pieces[*at].begins)
            .unwrap_or(rest.end);
        from..to
    }

    /// The marks of a piece, by their numbers.
    pub(super) fn marks_in(&self, words: Range<usize>) -> Vec<usize> {
        let inside = |at: &usize| {
            let start = self.marks[*at].words.start;
            words.contains(&start)
        };
        (0..self.marks.len()).filter(inside).collect()
    }

    /// The mark of a word.
    pub(super) fn mark_at(&self, word: usize) -> Option<usize> {
        (0..self.marks.len()).find(|at| self.marks[*at].words.contains(&word))
    }

    /// What a mark means, of one list.
    pub(super) fn meaning<T>(
        &self,
        mark: usize,
        of: impl Fn(Meaning) -> Option<T>,
    ) -> Option<T> {
        self.marks[mark].what.meaning(of)
    }

    pub(super) fn is_step_mark(&self, mark: usize) -> bool {
        self.is_step[self.piece_of(self.marks[mark].words.start)]
    }

    /// Something was understood.
    pub(super) fn take(&mut self, mark: usize, field: Field, value: impl ToString) {
        let words = self.marks[mark].words.clone();
        self.used[mark] = true;
        self.say(words, field, value);
    }

    pub(super) fn say(&mut self, words: Range<usize>, field: Field, value: impl ToString) {
        let found = Found {
            at: self.span(words.clone()),
            field,
            value: value.to_string(),
        };
        self.claim(words);
        self.found.push(found);
    }

    pub(super) fn claim(&mut self, words: Range<usize>) {
        for claimed in &mut self.claimed[words] {
            *claimed = true;
        }
    }

    /// Something is open.
    pub(super) fn doubt(&mut self, mark: usize, why: Why, candidates: Vec<(Field, String)>) {
        let words = self.marks[mark].words.clone();
        self.used[mark] = true;
        self.unsure.push(Unsure {
            at: self.span(words.clone()),
            why,
            candidates,
        });
        self.claim(words);
    }

    /// Whether the words before a mark, in its piece, deny it.
    pub(super) fn denied(&self, mark: usize) -> bool {
        self.led_by(mark, &NOT, 4)
    }

    /// Whether they speak of what may come.
    pub(super) fn only_may(&self, mark: usize) -> bool {
        self.led_by(mark, &MAY, 4)
    }

    /// Whether a word denies something, and nothing was made of it.
    pub(super) fn says_not(&self) -> bool {
        (0..self.words.len()).any(|at| !self.claimed[at] && NOT.contains(&self.folded(at)))
    }

    fn led_by(&self, mark: usize, by: &[&str], most: usize) -> bool {
        let start = self.marks[mark].words.start;
        let piece = self.pieces[self.piece_of(start)].words.start;
        let from = piece.max(start.saturating_sub(most));
        (from..start).any(|at| by.contains(&self.folded(at)) && !self.is_of_a_phrase(at))
    }

    /// Whether a word is part of a phrase of the vocabulary or a date: its `no` denies nothing else.
    fn is_of_a_phrase(&self, word: usize) -> bool {
        self.mark_at(word)
            .is_some_and(|mark| match self.marks[mark].what {
                What::Said(_) | What::Date(_) => true,
                What::Participant(_) | What::Perhaps(_) | What::Treaty(_) | What::We => false,
            })
    }

    /// What was made of the line.
    pub(super) fn done(mut self) -> Jotted {
        self.found.sort_by_key(|found| (found.at, found.field));
        self.unsure.sort_by_key(|unsure| unsure.at);
        let left = self.left();
        Jotted {
            text: self.text.to_owned(),
            sketch: self.sketch,
            found: self.found,
            unsure: self.unsure,
            left,
        }
    }

    /// What nothing was made of, piece by piece, without words that carry nothing.
    fn left(&self) -> Vec<Span> {
        let mut left = Vec::new();
        for piece in &self.pieces {
            let mut open: Option<Range<usize>> = None;
            for at in piece.words.clone().chain([usize::MAX]) {
                let free = at != usize::MAX && !self.claimed[at];
                match &mut open {
                    Some(run) if free => run.end = at + 1,
                    None if free => open = Some(at..at + 1),
                    Some(_) | None => {
                        let run = open.take();
                        left.extend(run.and_then(|run| self.worth(run)));
                    }
                }
            }
        }
        left
    }

    /// A run of words without the small ones at its ends.
    fn worth(&self, run: Range<usize>) -> Option<Span> {
        let carries = |at: &usize| !is_small(&self.words[*at]);
        let from = run.clone().find(carries)?;
        let to = run.rev().find(carries)?;
        Some(self.span(from..to + 1))
    }
}
