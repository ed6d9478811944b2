//! Names that are spelt almost so.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{parts, term};
use crate::bits::Bits;
use crate::concept::{Concept, Leaf, after};
use crate::found::{How, Part, Remark, Suggestion};
use crate::language::Language;
use crate::reading::ReadError;
use crate::stacks::Stacks;

/// Names looked for in place of a word.
const NAMES: usize = 5;
/// Words suggested in place of one.
const SUGGESTED: usize = 3;

/// Looks for names in place of words that were found nowhere, and suggests others where there is no such name.
/// Only words of live documents of these stacks are looked at. `found` says how many documents have each concept.
pub(crate) fn mend(
    stacks: &Stacks,
    concepts: &mut [Concept],
    found: &[u64],
    remarks: &mut Vec<Remark>,
    mut anew: impl FnMut(usize, &Concept) -> Result<(), ReadError>,
) -> Result<Vec<Suggestion>, ReadError> {
    let mut suggestions = Vec::new();
    for (at, concept) in concepts.iter_mut().enumerate() {
        let Some(word) = concept.spelt.clone() else {
            continue;
        };
        if mistakes(&word) == 0 || found[at] > 0 {
            continue;
        }
        let names = near(
            stacks,
            &word,
            &[Part::Names],
            &Language::Other.letter().to_string(),
            NAMES,
        )?;
        if names.is_empty() {
            let instead = words_near(stacks, &word)?;
            if !instead.is_empty() {
                suggestions.push(Suggestion {
                    word: concept.label.clone(),
                    instead,
                });
            }
            continue;
        }
        let terms = names
            .iter()
            .map(|name| term(Language::Other, "", name))
            .collect();
        concept.leaves.push(Leaf {
            how: How::Typo,
            slots: vec![terms],
        });
        anew(at, concept)?;
        remarks.push(Remark::AlsoLookedFor {
            word: concept.label.clone(),
            names,
        });
    }
    Ok(suggestions)
}

/// Words of title and text that are spelt almost so. They begin with the same letter: people rarely mistake the
/// first, and the index is read by it.
fn words_near(stacks: &Stacks, word: &str) -> Result<Vec<String>, ReadError> {
    let Some(first) = word.chars().next() else {
        return Ok(Vec::new());
    };
    let mut found = BTreeMap::new();
    for language in Language::ALL {
        let from = match language.stemmer() {
            Some(_) => format!("{}{first}", language.letter()),
            None => term(language, "", &first.to_string()),
        };
        for (form, rank) in ranked(stacks, word, &[Part::Title, Part::Text], &from)? {
            let best = found.entry(form).or_insert(rank);
            *best = rank.min(*best);
        }
    }
    Ok(chosen(found, SUGGESTED))
}

fn near(
    stacks: &Stacks,
    word: &str,
    in_parts: &[Part],
    from: &str,
    most: usize,
) -> Result<Vec<String>, ReadError> {
    Ok(chosen(ranked(stacks, word, in_parts, from)?, most))
}

/// How near a word is, and how few documents have it, so that the least is the best.
type Rank = (usize, std::cmp::Reverse<u64>);

fn ranked(
    stacks: &Stacks,
    word: &str,
    in_parts: &[Part],
    from: &str,
) -> Result<BTreeMap<String, Rank>, ReadError> {
    let most = mistakes(word);
    let letters: Vec<char> = word.chars().collect();
    let mut near: BTreeMap<String, (usize, BTreeSet<String>)> = BTreeMap::new();
    stacks.each_term(in_parts, from, &after(from), |found| {
        if let Some((_, _, form)) = parts(found)
            && let Some(distance) = distance(&letters, form, most)
        {
            let entry = near
                .entry(form.to_owned())
                .or_insert((distance, BTreeSet::new()));
            entry.1.insert(found.to_owned());
        }
    })?;
    let mut ranked = BTreeMap::new();
    for (form, (distance, terms)) in near {
        let live = documents(stacks, in_parts, &terms)?;
        if live > 0 {
            ranked.insert(form, (distance, std::cmp::Reverse(live)));
        }
    }
    Ok(ranked)
}

fn chosen(found: BTreeMap<String, Rank>, most: usize) -> Vec<String> {
    let mut found: Vec<(Rank, String)> =
        found.into_iter().map(|(form, rank)| (rank, form)).collect();
    found.sort();
    // What is one mistake away leaves out what is two.
    let nearest = found.first().map_or(0, |((distance, _), _)| *distance);
    found.retain(|((distance, _), _)| *distance == nearest);
    found.into_iter().take(most).map(|(_, form)| form).collect()
}

/// How many live documents have one of the terms.
pub(crate) fn documents(
    stacks: &Stacks,
    in_parts: &[Part],
    terms: &BTreeSet<String>,
) -> Result<u64, ReadError> {
    let mut count = 0;
    for segment in stacks.segments() {
        let mut with = Bits::none(segment.len);
        for part in in_parts {
            for term in terms {
                segment.each(*part, term, |doc, _| with.insert(doc))?;
            }
        }
        with.keep(&segment.live);
        count += with.count();
    }
    Ok(count)
}

/// How many mistakes a word may have: short words are too near each other, and numbers mean themselves.
fn mistakes(word: &str) -> usize {
    if word.chars().any(|c| c.is_ascii_digit()) {
        return 0;
    }
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How many letters are to be changed, added, left out or swapped with the next to make one word the other; none where
/// there are more than `most`. The optimal string alignment distance.
fn distance(word: &[char], other: &str, most: usize) -> Option<usize> {
    let other: Vec<char> = other.chars().collect();
    if word.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in word.iter().enumerate() {
        let mut row = vec![at + 1];
        for (to, theirs) in other.iter().enumerate() {
            let changed = last[to] + usize::from(letter != theirs);
            let mut least = changed.min(last[to + 1] + 1).min(row[to] + 1);
            if at > 0 && to > 0 && *letter == other[to - 1] && word[at - 1] == *theirs {
                least = least.min(before[to - 1] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|distance| *distance > most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, other: &str, expected: Option<usize>) {
        let letters: Vec<char> = word.chars().collect();
        assert_eq!(distance(&letters, other, 2), expected, "{word} {other}");
    }

    #[test]
    fn letters_changed_added_left_out_and_swapped_are_mistakes() {
        check("francese", "francese", Some(0));
        check("franchese", "francese", Some(1));
        check("fracnese", "francese", Some(1));
        check("frenceze", "francese", Some(2));
        check("frencezi", "francese", None);
        check("abcd", "abcdefg", None);
    }
}
