//! Letters as they are kept: composed, without what controls a screen or hides, blanks folded.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::builder::bullet;
use crate::label::{self, Labelled, Sort};
use crate::text::Mark;

/// Stands where a note is marked, until the text is finished: a noncharacter, which no text may contain.
const MARK: char = '\u{FDD0}';

/// Text while it is gathered: blanks are as they come, breaks and cells are meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Raw {
    text: String,
    marks: Vec<u32>,
}

/// Text as it is kept, with the marks in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finished {
    pub(crate) text: String,
    pub(crate) marks: Vec<Mark>,
}

impl Raw {
    pub(crate) fn of(text: &str) -> Raw {
        let mut raw = Raw::default();
        raw.push(text);
        raw
    }

    /// Words; every blank and line feed in them is one blank.
    pub(crate) fn push(&mut self, text: &str) {
        let blank = |c: char| if is_blank(c) { ' ' } else { c };
        let kept = text.chars().map(blank).filter(|c| !is_dropped(*c));
        self.text.extend(kept);
    }

    /// Words whose line feeds are meant, as in preformatted text; a tab is four blanks.
    pub(crate) fn push_lines(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' => self.text.push('\n'),
                '\t' => self.text.push_str("    "),
                '\r' => {}
                c if is_blank(c) => self.text.push(' '),
                c if is_dropped(c) => {}
                c => self.text.push(c),
            }
        }
    }

    /// A line that the maker broke on purpose.
    pub(crate) fn line(&mut self) {
        self.text.push('\n');
    }

    /// The end of a cell of a row.
    pub(crate) fn cell(&mut self) {
        self.text.push('\t');
    }

    /// Here the note in this place, from 0, is marked.
    pub(crate) fn mark(&mut self, note: u32) {
        self.text.push(MARK);
        self.marks.push(note);
    }

    /// The label with which it begins, if it does, and the rest.
    pub(crate) fn split_label(&self) -> Option<(String, Sort, Raw)> {
        self.labelled(label::split(&self.text)?)
    }

    /// The same of a heading, where one letter is a label too.
    pub(crate) fn split_heading(&self) -> Option<(String, Sort, Raw)> {
        self.labelled(label::split_heading(&self.text)?)
    }

    fn labelled(&self, found: Labelled<'_>) -> Option<(String, Sort, Raw)> {
        if found.label.contains(MARK) {
            return None;
        }
        let rest = Raw {
            text: found.rest.to_owned(),
            marks: self.marks.clone(),
        };
        Some((bullet(found.label).to_owned(), found.sort, rest))
    }

    /// The words alone: a note has no notes.
    pub(crate) fn unmarked(self) -> Raw {
        Raw {
            text: self.text.replace(MARK, ""),
            marks: Vec::new(),
        }
    }

    /// Takes over what another has.
    pub(crate) fn append(&mut self, other: &Raw) {
        self.text.push_str(&other.text);
        self.marks.extend(&other.marks);
    }

    /// Whether there is a letter in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.text
            .chars()
            .all(|c| matches!(c, ' ' | '\n' | '\t' | MARK))
    }

    /// Its bytes so far.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Its text as it is kept, blanks folded; none where there is no letter.
    pub(crate) fn finish(self) -> Option<Finished> {
        self.finished(false)
    }

    /// Its text as it is kept, with the blanks at the beginning of lines and between words.
    pub(crate) fn finish_preformatted(self) -> Option<Finished> {
        self.finished(true)
    }

    fn finished(self, preformatted: bool) -> Option<Finished> {
        if self.is_blank() {
            return None;
        }
        let composed: String = self.text.chars().flat_map(letters).nfc().collect();
        let folded = if preformatted {
            trimmed_lines(&composed)
        } else {
            folded(&composed)
        };
        Some(unmarked(&folded, &self.marks))
    }
}

/// One line of text as it is kept, for what is no block: a title, a name.
pub(crate) fn line(text: &str) -> Option<String> {
    let finished = Raw::of(text).finish()?;
    Some(finished.text)
}

/// Blanks of every kind, and what ends a line.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{0B}' | '\u{0C}' | '\u{1C}'..='\u{1F}' | '\u{85}')
}

/// What has no place in a text: controls, soft hyphens, what turns the direction of what follows, what is drawn as
/// nothing, tags, noncharacters. The joiners of Persian and Indic scripts stay.
fn is_dropped(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}' | '\u{FDD0}'..='\u{FDEF}')
        || (u32::from(c) & 0xFFFE) == 0xFFFE
}

/// The letters of a ligature, and of the forms that Arabic letters take in a word; any other letter itself.
fn letters(c: char) -> Box<dyn Iterator<Item = char>> {
    let joined = matches!(c, '\u{FB00}'..='\u{FB06}' | '\u{FB13}'..='\u{FB17}' | '\u{FB50}'..='\u{FBB1}'
        | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDC7}' | '\u{FDF0}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}');
    if joined {
        Box::new(std::iter::once(c).nfkc())
    } else {
        Box::new(std::iter::once(c))
    }
}

/// Blanks folded into one, none beside a line feed or tab, none at the ends; empty lines dropped, empty cells kept.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for (at, cell) in text.split('\t').enumerate() {
        if at > 0 {
            folded.push('\t');
        }
        let begun = folded.len();
        for line in cell.split('\n') {
            let mut words = line.split(' ').filter(|word| !word.is_empty()).peekable();
            if words.peek().is_some() && folded.len() > begun {
                folded.push('\n');
            }
            while let Some(word) = words.next() {
                folded.push_str(word);
                if words.peek().is_some() {
                    folded.push(' ');
                }
            }
        }
    }
    folded
}

/// Lines without blanks at their ends, and without empty lines at the ends of all.
fn trimmed_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(0);
    let last = lines
        .iter()
        .rposition(|line| !line.is_empty())
        .unwrap_or(first);
    lines
        .get(first..=last)
        .map(|kept| kept.join("\n"))
        .unwrap_or_default()
}

/// The text without the signs that stand for marks, and where they stood.
fn unmarked(text: &str, notes: &[u32]) -> Finished {
    let mut clean = String::with_capacity(text.len());
    if notes.is_empty() {
        clean.push_str(text);
        let marks = Vec::new();
        return Finished { text: clean, marks };
    }
    let mut marks = Vec::new();
    let mut notes = notes.iter();
    for c in text.chars() {
        if c != MARK {
            // Two blanks meet where a mark stood between them.
            let second = c == ' ' && (clean.is_empty() || clean.ends_with([' ', '\n', '\t']));
            if !second {
                clean.push(c);
            }
        } else if let Some(note) = notes.next() {
            marks.push((clean.trim_end_matches(' ').len(), *note));
        }
    }
    clean.truncate(clean.trim_end_matches([' ', '\n']).len());
    // A letter and what composes with it may meet there too.
    if !is_nfc(&clean) {
        clean = clean.nfc().collect();
    }
    let placed = marks.into_iter().map(|(at, note)| Mark {
        at: u32::try_from(floor(&clean, at)).unwrap_or(u32::MAX),
        note,
    });
    let marks = placed.collect();
    Finished { text: clean, marks }
}

/// The place between two characters that is nearest before.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn finished(raw: Raw) -> (String, Vec<u32>) {
        let finished = raw.finish().unwrap();
        (
            finished.text,
            finished.marks.iter().map(|mark| mark.at).collect(),
        )
    }

    #[test]
    fn letters_are_composed_and_what_hides_is_dropped() {
        let cases = [
            ("  one\u{A0}\t two\r\n three ", "one two three"),
            ("Mas\u{AD}sachusetts", "Massachusetts"),
            ("e\u{301}tat", "\u{E9}tat"),
            ("\u{FB01}rst o\u{FB03}ce", "first office"),
            ("abc\u{202E}txt.exe\u{202C}", "abctxt.exe"),
            ("a\u{E0041}\u{E0042}b\u{FEFF}", "ab"),
            ("\u{FEB3}\u{FEFC}\u{FEE1}", "\u{633}\u{644}\u{627}\u{645}"),
            (
                "\u{646}\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}",
                "\u{646}\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}",
            ),
        ];
        for (given, kept) in cases {
            assert_eq!(line(given).as_deref(), Some(kept), "{given:?}");
        }
        assert_eq!(line(" \u{200B}\n"), None);
    }

    #[test]
    fn a_mark_keeps_its_place_between_words() {
        let mut raw = Raw::of("  States ");
        raw.mark(0);
        raw.push(" parties");
        raw.mark(1);
        raw.push(".  ");
        assert_eq!(finished(raw), ("States parties.".to_owned(), vec![6, 14]));
    }

    #[test]
    fn cells_stay_where_they_are_empty_and_lines_do_not() {
        let mut raw = Raw::default();
        raw.cell();
        raw.push(" a ");
        raw.cell();
        raw.cell();
        raw.push("b");
        assert_eq!(finished(raw).0, "\ta\t\tb");
        let mut raw = Raw::of("a ");
        raw.line();
        raw.line();
        raw.push(" b");
        raw.line();
        assert_eq!(finished(raw).0, "a\nb");
        let mut raw = Raw::of("a");
        raw.line();
        raw.cell();
        raw.line();
        raw.push("b");
        assert_eq!(finished(raw).0, "a\tb");
    }

    proptest! {
        #[test]
        fn what_is_kept_is_clean_and_cleaning_it_again_changes_nothing(
            parts in proptest::collection::vec((any::<String>(), any::<bool>()), 1..5)
        ) {
            let mut raw = Raw::default();
            for (at, (part, marked)) in parts.iter().enumerate() {
                raw.push(part);
                if *marked {
                    raw.mark(u32::try_from(at).unwrap());
                }
            }
            if let Some(finished) = raw.finish() {
                prop_assert!(!finished.text.is_empty());
                prop_assert!(is_nfc(&finished.text));
                prop_assert!(!finished.text.chars().any(char::is_control));
                prop_assert!(!finished.text.contains("  "));
                prop_assert_eq!(finished.text.trim(), finished.text.as_str());
                for mark in &finished.marks {
                    prop_assert!(finished.text.is_char_boundary(usize::try_from(mark.at).unwrap()));
                }
                prop_assert_eq!(line(&finished.text), Some(finished.text.clone()));
            }
        }
    }
}
