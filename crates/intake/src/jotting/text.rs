//! A text as words, with the pieces that commas and full stops make of it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Span;

/// A word of a text.
#[derive(Debug, Clone)]
pub(crate) struct Word<'t> {
    pub(crate) at: Span,
    pub(crate) text: &'t str,
    /// Without case and accents.
    pub(crate) folded: String,
    /// Whether a phrase may run on from the word before: blanks, hyphens and apostrophes between.
    pub(crate) joined: bool,
    /// What ends before it.
    pub(crate) ends: Ends,
    /// Whether a hyphen or dash stands before it, with or without blanks.
    pub(crate) after_dash: bool,
    /// The one sign between it and the word before.
    pub(crate) sign: Option<char>,
}

/// What stands between a word and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ends {
    /// Nothing that ends anything.
    Nothing,
    /// A comma or bracket: a piece.
    Piece,
    /// A full stop, semicolon, colon, dash or new line: a sentence.
    Sentence,
}

/// A text without case and accents.
pub(crate) fn folded(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words of a phrase, folded.
pub(crate) fn folded_words(phrase: &str) -> Vec<String> {
    words(phrase).into_iter().map(|word| word.folded).collect()
}

/// Characters of scripts that put no blanks between words: each is a word here.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The words of a text.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut open: Option<usize> = None;
    let mut close = |from: usize, to: usize| {
        let word = &text[from..to];
        let before = found.last();
        let gap = before.map_or("", |before| &text[before.at.to..from]);
        let last = before.map_or("", |before| before.folded.as_str());
        let (joined, ends) = (joins(gap), ends(gap, last));
        let mut signs = gap.chars();
        let sign = signs.next().filter(|_| signs.next().is_none());
        let after_dash = matches!(gap.trim(), "-" | "–" | "—" | "‐" | "‑" | "/");
        found.push(Word {
            at: Span { from, to },
            text: word,
            folded: folded(word),
            joined,
            ends,
            after_dash,
            sign,
        });
    };
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric() || is_combining_mark(c);
        if let Some(from) = open.filter(|_| !inside || stands_alone(c)) {
            close(from, at);
            open = None;
        }
        if stands_alone(c) {
            close(at, at + c.len_utf8());
        } else if inside && open.is_none() {
            open = Some(at);
        }
    }
    if let Some(from) = open {
        close(from, text.len());
    }
    found
}

fn joins(gap: &str) -> bool {
    let fits = |c: char| {
        (c.is_whitespace() && c != '\n')
            || matches!(c, '-' | '‐' | '‑' | '\'' | '’' | 'ʼ' | '.' | '_')
    };
    // Points join single letters only (`U.S.`, `p.r.`); those before a blank end a sentence or not by `ends`.
    gap.chars().all(fits) && (!gap.contains('.') || gap == ".")
}

/// Abbreviations after which a full stop ends nothing.
const SHORT: [&str; 29] = [
    "mr", "mrs", "ms", "dr", "st", "ste", "mme", "amb", "no", "art", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "janv", "fev", "fevr",
    "avr", "juil", "perm", "rep",
];

fn ends(gap: &str, last: &str) -> Ends {
    let spaced = [" - ", " – ", " — ", "—", " -- ", " / "];
    if gap.contains([';', ':', '\n', '!', '?', '•', '。', '；'])
        || spaced.iter().any(|dash| gap.contains(dash))
    {
        return Ends::Sentence;
    }
    let point = gap.starts_with('.') && gap.len() > 1 || gap.contains('…');
    if point && last.chars().count() > 1 && !SHORT.contains(&last) {
        return Ends::Sentence;
    }
    if gap.contains([',', '(', ')', '，', '、', '،', '[', ']']) {
        return Ends::Piece;
    }
    Ends::Nothing
}

/// A part of a text between commas or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its words.
    pub(crate) words: Range<usize>,
    /// Whether a sentence begins with it.
    pub(crate) begins: bool,
}

/// The pieces of a text; `more` are words before which a piece begins without a sign.
pub(crate) fn pieces(words: &[Word<'_>], more: &dyn Fn(usize) -> bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let begins = at == 0 || word.ends == Ends::Sentence;
        match pieces.last_mut() {
            Some(piece) if !begins && word.ends == Ends::Nothing && !more(at) => {
                piece.words.end = at + 1;
            }
            Some(_) | None => pieces.push(Piece {
                words: at..at + 1,
                begins,
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_pieces_and_sentences_are_told_apart() {
        let text = "12 Mar. 2023, St. Lucia: l'Italie a écrit; U.S. too. Done";
        let words = words(text);
        let folded: Vec<_> = words.iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(
            folded,
            [
                "12", "mar", "2023", "st", "lucia", "l", "italie", "a", "ecrit", "u", "s",
                "too", "done"
            ]
        );
        let pieces: Vec<_> = pieces(&words, &|_| false)
            .into_iter()
            .map(|piece| (piece.words, piece.begins))
            .collect();
        assert_eq!(
            pieces,
            [
                (0..3, true),
                (3..5, false),
                (5..9, true),
                (9..12, true),
                (12..13, true)
            ]
        );
    }

    #[test]
    fn each_character_of_a_script_without_blanks_is_a_word() {
        assert_eq!(
            folded_words("会见尼泊尔 x"),
            ["会", "见", "尼", "泊", "尔", "x"]
        );
    }
}
