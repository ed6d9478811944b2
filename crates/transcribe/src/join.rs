//! Lines that a page broke, joined again.

use std::collections::BTreeSet;

/// What stands before a hyphen that is kept, where nothing in the text tells.
const BEFORE_HYPHEN: [&str; 34] = [
    "non", "co", "anti", "self", "pre", "post", "multi", "vice", "ex", "well", "long", "short",
    "high", "low", "cross", "counter", "inter", "intra", "sub", "semi", "so", "pro", "re",
    "full", "half", "all", "ad", "by", "sous", "contre", "peut", "quasi", "socio", "geo",
];

/// The words of a text, by which a hyphen at the end of a line is known for what it is.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: BTreeSet<String>,
}

impl Vocabulary {
    /// Takes note of the words of a line, but those at its end and beginning: they may be halves.
    pub(crate) fn hear(&mut self, line: &str) {
        /// Enough for a book; more is not needed to tell.
        const MOST: usize = 200_000;
        let mut words = line.split_whitespace().peekable();
        while let Some(word) = words.next() {
            if words.peek().is_some() && self.words.len() < MOST {
                self.words.insert(bare(word));
            }
        }
    }

    /// Puts the next line of a paragraph to those before.
    pub(crate) fn join(&self, text: &mut String, line: &str) {
        let line = line.trim_start();
        let before = text.trim_end().len();
        text.truncate(before);
        if text.ends_with('\u{AD}') {
            text.pop();
        } else if let Some(kept) = self.hyphen(text, line) {
            if !kept {
                text.pop();
            }
        } else if !text.is_empty() && (!ends_wide(text) || !begins_wide(line)) {
            text.push(' ');
        }
        text.push_str(line);
    }

    /// Whether the hyphen at the end of a line is kept; none where there is none, or a dash.
    fn hyphen(&self, text: &str, line: &str) -> Option<bool> {
        let head = text.strip_suffix(['-', '\u{2010}'])?;
        let (left, right) = (last_word(head), first_word(line));
        let starts = right.chars().next()?;
        if !left.chars().next_back()?.is_alphanumeric() || !starts.is_alphanumeric() {
            return None;
        }
        if !starts.is_lowercase() || left.chars().any(|c| c.is_numeric()) {
            return Some(true);
        }
        let (left, right) = (bare(left), bare(right));
        if self.words.contains(&format!("{left}-{right}")) {
            return Some(true);
        }
        if self.words.contains(&format!("{left}{right}")) {
            return Some(false);
        }
        let prefix = left.rsplit('-').next().unwrap_or(&left);
        Some(left.contains('-') || BEFORE_HYPHEN.contains(&prefix))
    }
}

fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or_default()
}

fn first_word(text: &str) -> &str {
    text.split(char::is_whitespace).next().unwrap_or_default()
}

/// A word without what stands around it, in small letters.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

/// Whether a text ends with a letter of a script that is written without blanks.
fn ends_wide(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_wide)
}

fn begins_wide(text: &str) -> bool {
    text.chars().next().is_some_and(is_wide)
}

/// Whether a letter is of Chinese or Japanese, or a sign of theirs.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_at_the_end_of_a_line_is_kept_where_the_word_has_one() {
        let mut heard = Vocabulary::default();
        heard.hear("the universalization of the cease-fire was slow");
        let cases = [
            ("the universali-", "zation of", "the universalization of"),
            ("the cease-", "fire held", "the cease-fire held"),
            ("on non-", "proliferation", "on non-proliferation"),
            ("dis-", "armament", "disarmament"),
            ("the 2010-", "2015 period", "the 2010-2015 period"),
            ("Austro-", "Hungarian", "Austro-Hungarian"),
            ("the States -", "all of them", "the States - all of them"),
            ("ends", "begins", "ends begins"),
            ("dis\u{AD}", "armament", "disarmament"),
            ("条约的", "普遍性", "条约的普遍性"),
        ];
        for (first, second, joined) in cases {
            let mut text = first.to_owned();
            heard.join(&mut text, second);
            assert_eq!(text, joined);
        }
    }
}
