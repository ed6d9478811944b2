//! Footnotes: small print at the foot of a region, that begins with a sign.

use super::lines::{Line, RAISED, RAISED_END};
use crate::join::Vocabulary;

/// Print at most so large, measured by that of the text, is small.
const SMALL: f64 = 0.93;

/// A note: its sign and its words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) label: Option<String>,
    pub(super) text: String,
}

/// Takes the notes from the foot of a region.
pub(super) fn taken(region: &mut Vec<Line>, body: f64, heard: &Vocabulary) -> Vec<Found> {
    let small = region
        .iter()
        .rev()
        .take_while(|line| line.size <= body * SMALL)
        .count();
    let from = region.len() - small;
    // What is small and has no sign before it, is the small print of a table, or a note that began a page before.
    let Some(first) = region
        .get(from..)
        .and_then(|lines| lines.iter().position(|line| sign(&line.text).is_some()))
    else {
        return Vec::new();
    };
    let mut notes: Vec<Found> = Vec::new();
    for line in region.drain(from + first..) {
        match (sign(&line.text), notes.last_mut()) {
            (Some((label, rest)), _) => notes.push(Found {
                label: Some(label.to_owned()),
                text: rest.to_owned(),
            }),
            (None, Some(note)) => heard.join(&mut note.text, &line.text),
            (None, None) => {}
        }
    }
    notes
}

/// The sign with which a note begins, and the rest.
fn sign(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    if let Some(raised) = text.strip_prefix(RAISED) {
        let (label, rest) = raised.split_once(RAISED_END)?;
        let label = label.trim();
        return is_sign(label).then_some((label, rest.trim_start()));
    }
    let end = text.find(char::is_whitespace)?;
    let (label, rest) = text.split_at(end);
    let rest = rest.trim_start();
    let begins = rest.chars().next().is_some_and(char::is_alphabetic);
    let is_plain = label.len() <= 3 && label.bytes().all(|byte| byte.is_ascii_digit());
    let is_star = label.chars().all(|c| matches!(c, '*' | '†' | '‡'));
    ((is_plain && begins) || is_star).then_some((label, rest))
}

/// Whether what is raised may be the sign of a note: a number, a letter, stars and daggers.
pub(super) fn is_sign(text: &str) -> bool {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let is_mark = text.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§'));
    let is_letter = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    (1..=3).contains(&text.chars().count()) && (is_number || is_mark || is_letter)
}
