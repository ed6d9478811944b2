//! Passages that show why an item matches.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{Span, fold, parts, spans};
use crate::concept::Concept;
use crate::found::{How, Passage, Piece};
use crate::item::Item;
use crate::language::Language;
use crate::said::Sentence;
use crate::sentences::sentences;

/// Passages shown of an item.
const MOST: usize = 3;
/// About how many letters a passage has.
const LETTERS: usize = 280;
/// Letters shown before the first word that matches.
const LEAD: usize = 70;

/// What a term has to do with the question.
#[derive(Debug, Default)]
struct Role {
    /// The concepts that it is a word of, and how.
    alone: Vec<(usize, How)>,
    /// The sequences and their places in which it may stand.
    places: Vec<(usize, usize)>,
}

/// The forms of one language that have to do with the question. Most words of a text have not, and their first letter
/// says so already.
struct Forms {
    first: [bool; 256],
    roles: BTreeMap<String, Role>,
}

impl Default for Forms {
    fn default() -> Self {
        Forms {
            first: [false; 256],
            roles: BTreeMap::new(),
        }
    }
}

impl Forms {
    fn role(&mut self, form: &str) -> &mut Role {
        if let Some(first) = form.bytes().next() {
            self.first[usize::from(first)] = true;
        }
        self.roles.entry(form.to_owned()).or_default()
    }

    fn may_begin(&self, byte: u8) -> bool {
        self.first[usize::from(byte)]
    }
}

/// A sequence of several words.
struct Sequence {
    concept: usize,
    how: How,
    places: usize,
}

/// Shows passages for one question.
pub(crate) struct Shower {
    forms: BTreeMap<Language, Forms>,
    sequences: Vec<Sequence>,
    rarity: Vec<f64>,
}

/// A stretch that matches.
#[derive(Debug, Clone, Copy)]
struct Mark {
    from: usize,
    to: usize,
    concept: usize,
    how: How,
}

impl Shower {
    pub(crate) fn new(concepts: &[Concept], rarity: &[f64]) -> Self {
        let mut forms: BTreeMap<Language, Forms> = BTreeMap::new();
        let mut sequences = Vec::new();
        for (number, concept) in concepts.iter().enumerate() {
            if !(concept.counts && concept.telling) {
                continue;
            }
            for leaf in &concept.leaves {
                if let [terms] = leaf.slots.as_slice() {
                    for term in terms {
                        if let Some((language, _, form)) = parts(term) {
                            let role = forms.entry(language).or_default().role(form);
                            role.alone.push((number, leaf.how));
                        }
                    }
                    continue;
                }
                for (at, terms) in leaf.slots.iter().enumerate() {
                    for term in terms {
                        if let Some((language, _, form)) = parts(term) {
                            let role = forms.entry(language).or_default().role(form);
                            role.places.push((sequences.len(), at));
                        }
                    }
                }
                let places = leaf.slots.len();
                sequences.push(Sequence {
                    concept: number,
                    how: leaf.how,
                    places,
                });
            }
        }
        Shower {
            forms,
            sequences,
            rarity: rarity.to_vec(),
        }
    }

    /// The title with what matches, and the passages of the text that match best, in its order.
    pub(crate) fn show(&self, item: &Item) -> (Vec<Piece>, Vec<Passage>) {
        let mut reader = self.reader(item);
        let title = pieces(&item.title, 0, item.title.len(), &reader.marks(&item.title));
        let mut ranked = Vec::new();
        for (at, paragraph) in item.text.iter().enumerate() {
            let marks = reader.marks(&paragraph.text);
            if !marks.is_empty() {
                ranked.push((self.worth(&marks), at, marks));
            }
        }
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.truncate(MOST);
        ranked.sort_by_key(|(_, at, _)| *at);
        let passage = |(_, at, marks): (f64, usize, Vec<Mark>)| {
            let paragraph = &item.text[at];
            let (from, to) = self.window(&paragraph.text, &marks);
            Passage {
                anchor: paragraph.anchor.clone(),
                cut_before: !paragraph.text[..from].trim().is_empty(),
                cut_after: !paragraph.text[to..].trim().is_empty(),
                pieces: pieces(&paragraph.text, from, to, &marks),
            }
        };
        (title, ranked.into_iter().map(passage).collect())
    }

    /// What reads an item in its language.
    fn reader(&self, item: &Item) -> Reader<'_> {
        let language = item
            .language
            .as_deref()
            .map_or(Language::Other, Language::of_tag);
        let names = self.forms.get(&Language::Other);
        let own = self
            .forms
            .get(&language)
            .filter(|_| language != Language::Other);
        Reader {
            shower: self,
            forms: own.into_iter().chain(names).collect(),
            folded: String::new(),
        }
    }

    /// The title with what matches, and the sentences of the text that match, in its order: those that have as many of
    /// the words as any other has.
    pub(crate) fn sentences(&self, item: &Item) -> (Vec<Piece>, Vec<Sentence>) {
        let mut reader = self.reader(item);
        let title = pieces(&item.title, 0, item.title.len(), &reader.marks(&item.title));
        let mut found = Vec::new();
        for paragraph in &item.text {
            let marks = reader.marks(&paragraph.text);
            if marks.is_empty() {
                continue;
            }
            for (from, to) in sentences(&paragraph.text) {
                let inside = marks
                    .iter()
                    .filter(|mark| mark.from >= from && mark.from < to);
                let words = inside.map(|mark| mark.concept).collect::<BTreeSet<_>>();
                if !words.is_empty() {
                    let pieces = pieces(&paragraph.text, from, to, &marks);
                    let anchor = paragraph.anchor.clone();
                    found.push((words.len(), Sentence { anchor, pieces }));
                }
            }
        }
        let most = found.iter().map(|(words, _)| *words).max();
        found.retain(|(words, _)| Some(*words) == most);
        (title, found.into_iter().map(|(_, one)| one).collect())
    }

    /// How much marks tell: each concept by its rarity, and a little for being there again.
    fn worth(&self, marks: &[Mark]) -> f64 {
        let mut times: BTreeMap<usize, u32> = BTreeMap::new();
        marks
            .iter()
            .for_each(|mark| *times.entry(mark.concept).or_default() += 1);
        times
            .into_iter()
            .map(|(concept, times)| self.rarity[concept] * (1.0 + 0.2 * f64::from(times).ln()))
            .sum()
    }

    /// The stretch of a paragraph that tells most.
    fn window(&self, text: &str, marks: &[Mark]) -> (usize, usize) {
        if text.chars().count() <= LETTERS + LEAD {
            return (0, text.len());
        }
        let mut best = (-1.0, 0);
        for (number, mark) in marks.iter().enumerate() {
            let end = forward(text, mark.from, LETTERS - LEAD);
            let inside = marks[number..]
                .iter()
                .take_while(|other| other.to <= end)
                .count()
                .max(1);
            let worth = self.worth(&marks[number..number + inside]);
            if worth > best.0 {
                best = (worth, mark.from);
            }
        }
        let back = backward(text, best.1, LEAD);
        let from = if back == 0 {
            0
        } else {
            next_word(text, back, best.1)
        };
        let to = forward(text, from, LETTERS);
        let whole = text[from..to]
            .rfind(char::is_whitespace)
            .map_or(to, |at| from + at);
        let shown = marks
            .iter()
            .filter(|mark| mark.from >= from && mark.to <= to);
        let needed = shown.map(|mark| mark.to).max().unwrap_or(from);
        (
            from,
            if to == text.len() {
                to
            } else {
                whole.max(needed)
            },
        )
    }
}

/// So many letters on.
fn forward(text: &str, from: usize, letters: usize) -> usize {
    text[from..]
        .char_indices()
        .nth(letters)
        .map_or(text.len(), |(at, _)| from + at)
}

/// So many letters back.
fn backward(text: &str, from: usize, letters: usize) -> usize {
    text[..from]
        .char_indices()
        .rev()
        .nth(letters.saturating_sub(1))
        .map_or(0, |(at, _)| at)
}

/// Where the next word begins, no later than `limit`.
fn next_word(text: &str, from: usize, limit: usize) -> usize {
    match text[from..limit].find(char::is_whitespace) {
        Some(at) => {
            let rest = &text[from + at..limit];
            limit - rest.trim_start().len()
        }
        None => from,
    }
}

/// A stretch of text in pieces.
fn pieces(text: &str, from: usize, to: usize, marks: &[Mark]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut push = |piece: &str, matched: Option<How>| match out.last_mut() {
        _ if piece.is_empty() => {}
        // Pairs of letters lie over each other, and are one stretch for the reader.
        Some(last) if last.matched == matched => last.text.push_str(piece),
        Some(_) | None => out.push(Piece {
            text: piece.to_owned(),
            matched,
        }),
    };
    let mut at = from;
    for mark in marks.iter().filter(|mark| mark.to > from && mark.from < to) {
        let (start, end) = (mark.from.max(at), mark.to.min(to));
        if end <= at {
            continue;
        }
        push(&text[at..start], None);
        push(&text[start..end], Some(mark.how));
        at = end;
    }
    push(&text[at..to], None);
    out
}

/// Reads paragraphs of one item.
struct Reader<'a> {
    shower: &'a Shower,
    /// The forms of its language, and those of names, which stand in texts of every language.
    forms: Vec<&'a Forms>,
    folded: String,
}

impl<'a> Reader<'a> {
    fn role(&mut self, word: &str) -> Option<&'a Role> {
        let first = word.bytes().next()?.to_ascii_lowercase();
        if first.is_ascii() && !self.forms.iter().any(|forms| forms.may_begin(first)) {
            return None;
        }
        if word.is_ascii() {
            self.folded.clear();
            self.folded.push_str(word);
            self.folded.make_ascii_lowercase();
        } else {
            self.folded = fold(word);
        }
        self.forms
            .iter()
            .find_map(|forms| forms.roles.get(&self.folded))
    }

    /// What matches, in order.
    fn marks(&mut self, text: &str) -> Vec<Mark> {
        let mut marks = Vec::new();
        // Sequences under way: which, the next place, where it began, and the position of its last word.
        let mut under_way: Vec<(usize, usize, usize, usize)> = Vec::new();
        for span in spans(text) {
            let role = self.role(&text[span.from..span.to]);
            let Some(role) = role else {
                under_way.clear();
                continue;
            };
            let best = role
                .alone
                .iter()
                .min_by_key(|(concept, how)| (*how, *concept));
            if let Some((concept, how)) = best {
                marks.push(Mark {
                    from: span.from,
                    to: span.to,
                    concept: *concept,
                    how: *how,
                });
            }
            under_way = self.follow(role, span, &under_way, &mut marks);
        }
        marks.sort_by_key(|mark| (mark.from, std::cmp::Reverse(mark.to), mark.how));
        marks
    }

    /// What of the sequences under way goes on with a word, and which begin with it; those that end are marked.
    fn follow(
        &self,
        role: &Role,
        span: Span,
        under_way: &[(usize, usize, usize, usize)],
        marks: &mut Vec<Mark>,
    ) -> Vec<(usize, usize, usize, usize)> {
        let mut next = Vec::new();
        let seen: BTreeSet<(usize, usize)> = role.places.iter().copied().collect();
        for (sequence, place) in &seen {
            let goes_on = under_way.iter().find(|(other, at, _, last)| {
                other == sequence && at == place && last + 1 == span.position
            });
            let begun = match goes_on {
                Some((_, _, begun, _)) => *begun,
                None if *place == 0 => span.from,
                None => continue,
            };
            let Sequence {
                concept,
                how,
                places,
            } = self.shower.sequences[*sequence];
            if place + 1 == places {
                marks.push(Mark {
                    from: begun,
                    to: span.to,
                    concept,
                    how,
                });
            } else {
                next.push((*sequence, place + 1, begun, span.position));
            }
        }
        next
    }
}
