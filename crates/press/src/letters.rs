//! The letters that can be printed. A PDF/UA may not hold a letter that no font draws.

use std::cell::RefCell;
use std::collections::BTreeSet;

use typst::text::is_default_ignorable;

use crate::desk::fonts;

/// What stands for a letter that cannot be printed.
const INSTEAD: char = '\u{FFFD}';

/// Text as it can be printed.
pub(crate) struct Letters {
    /// The letters that could not be, where they are asked for.
    noted: Option<RefCell<BTreeSet<char>>>,
}

impl Letters {
    /// For printing.
    pub(crate) fn all() -> &'static Letters {
        &Letters { noted: None }
    }

    /// For finding out what is missing.
    pub(crate) fn noting() -> Letters {
        Letters {
            noted: Some(RefCell::default()),
        }
    }

    /// What was missing so far.
    pub(crate) fn noted(self) -> Vec<char> {
        let noted = self.noted.map(RefCell::into_inner).unwrap_or_default();
        noted.into_iter().collect()
    }

    /// The text with what no font has replaced.
    pub(crate) fn borne(&self, text: &str) -> String {
        text.chars().map(|letter| self.letter(letter)).collect()
    }

    fn letter(&self, letter: char) -> char {
        if has(letter) {
            letter
        } else if letter.is_control() || letter.is_whitespace() {
            ' '
        } else {
            if let Some(noted) = &self.noted {
                noted.borrow_mut().insert(letter);
            }
            INSTEAD
        }
    }
}

/// Text that is heard and not printed, as of a picture: without what no text holds.
pub(crate) fn heard(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

/// Whether a text says nothing that is seen or heard.
pub(crate) fn is_blank(text: &str) -> bool {
    let nothing = |c: char| c.is_whitespace() || c.is_control() || is_default_ignorable(c);
    text.chars().all(nothing)
}

/// Whether a font has the letter, or it needs none.
fn has(letter: char) -> bool {
    is_default_ignorable(letter)
        || fonts()
            .iter()
            .any(|font| font.info().coverage.contains(letter.into()))
}
