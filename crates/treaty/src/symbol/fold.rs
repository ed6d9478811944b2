//! Letters, dashes and strokes that only look like those of a symbol, made into them.
//!
//! A Cyrillic `С` stood in a symbol of a paper of the United Nations; texts taken from PDFs have dashes, blanks
//! and strokes of many kinds. Compatibility forms go by Unicode's NFKC, look-alikes by the table of
//! Unicode Technical Standard 39, as far as capitals and lower-case letters of Latin symbols are concerned.

use unicode_normalization::UnicodeNormalization;

/// A text with the letters of symbols: capitals of ASCII where they look like one, one blank for many, none at the
/// ends.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut blank = false;
    let chars = text.chars().map(before_nfkc).nfkc();
    for c in chars.filter(|c| !is_unseen(*c)) {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if blank && !folded.is_empty() {
            folded.push(' ');
        }
        blank = false;
        folded.extend(latin(c).to_uppercase());
    }
    folded
}

/// The character of a symbol that one is or looks like; case is kept. `None` for one that stands in no symbol.
pub(super) fn in_symbols(c: char) -> Option<char> {
    let one = if c.is_ascii() {
        c
    } else {
        let mut forms = std::iter::once(before_nfkc(c)).nfkc();
        let first = forms.next()?;
        if forms.next().is_some() {
            return None;
        }
        latin(first)
    };
    let fits =
        one.is_ascii_alphanumeric() || matches!(one, '/' | '.' | '-' | '(' | ')' | '[' | ']');
    fits.then_some(one)
}

/// Whether a character is not seen: zero width, direction, soft hyphen, control.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
        || (c.is_control() && !c.is_whitespace())
}

/// The lunate sigma looks like a C; NFKC would make it a sigma that does not.
fn before_nfkc(c: char) -> char {
    match c {
        'Ϲ' => 'C',
        'ϲ' => 'c',
        other => other,
    }
}

fn latin(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{29f8}' | '\u{2571}' => '/',
        'А' | 'Α' => 'A',
        'а' | 'α' => 'a',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'с' => 'c',
        'Е' | 'Ε' => 'E',
        'е' => 'e',
        'Ԍ' => 'G',
        'Н' | 'Η' => 'H',
        'һ' => 'h',
        'І' | 'Ι' | 'Ӏ' => 'I',
        'і' | 'ι' => 'i',
        'Ј' => 'J',
        'ј' => 'j',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'о' | 'ο' => 'o',
        'Р' | 'Ρ' => 'P',
        'р' | 'ρ' => 'p',
        'Ԛ' => 'Q',
        'Ѕ' => 'S',
        'ѕ' => 's',
        'Т' | 'Τ' => 'T',
        'Ѵ' => 'V',
        'ν' => 'v',
        'Ԝ' => 'W',
        'Х' | 'Χ' => 'X',
        'х' => 'x',
        'У' | 'Ү' | 'Υ' => 'Y',
        'у' => 'y',
        'Ζ' => 'Z',
        other => other,
    }
}
