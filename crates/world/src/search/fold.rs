//! Letters as people type them: without case, accents and the choices a keyboard leaves open.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a text, folded. A run of letters is a word and so is a run of digits, so that
/// `11MSP` and `MSP 11` have the same.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = Sort::Neither;
    for c in text.nfkd().filter(|c| !is_silent(*c)) {
        for c in c.to_lowercase() {
            let sort = Sort::of(c);
            match (sort, words.last_mut().filter(|_| sort == last)) {
                (Sort::Neither, _) => {}
                (Sort::Letter | Sort::Digit | Sort::Han, Some(word)) => spell(c, word),
                (Sort::Letter | Sort::Digit | Sort::Han, None) => {
                    let mut word = String::new();
                    spell(c, &mut word);
                    words.push(word);
                }
            }
            last = sort;
        }
    }
    for word in &mut words {
        without_article(word);
    }
    words
}

/// Whether a word is a number.
pub(super) fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric)
}

/// Whether a word is of a script that sets no blanks between words.
pub(super) fn is_han(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|c| Sort::of(c) == Sort::Han)
}

/// One bit for each of the letters of a word: an edit changes at most two.
pub(super) fn letters(word: &str) -> u64 {
    word.chars()
        .fold(0, |bits, c| bits | 1 << (u32::from(c) % 64))
}

/// Whether `to` is at most `most` letters put in, left out or changed away from `from`, or two
/// neighbours exchanged, each counted once.
pub(super) fn is_near(from: &[char], to: &[char], most: usize) -> bool {
    if from.len().abs_diff(to.len()) > most {
        return false;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (n, a) in from.iter().enumerate() {
        let mut row = vec![n + 1; to.len() + 1];
        for (m, b) in to.iter().enumerate() {
            let changed = last[m] + usize::from(a != b);
            row[m + 1] = changed.min(last[m + 1] + 1).min(row[m] + 1);
            if n > 0 && m > 0 && *a == to[m - 1] && from[n - 1] == *b {
                row[m + 1] = row[m + 1].min(before[m - 1] + 1);
            }
        }
        if row.iter().all(|far| *far > most) {
            return false;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().is_some_and(|far| *far <= most)
}

/// What a sign counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Letter,
    Digit,
    Han,
    Neither,
}

impl Sort {
    fn of(c: char) -> Sort {
        match c {
            '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3134f}' => Sort::Han,
            c if c.is_numeric() => Sort::Digit,
            c if c.is_alphanumeric() => Sort::Letter,
            _ => Sort::Neither,
        }
    }
}

/// Accents, vowel signs, hamza above and below, tatweel, and apostrophes that part no words.
fn is_silent(c: char) -> bool {
    is_combining_mark(c) || matches!(c, 'ـ' | 'ء' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Letters that decomposition leaves whole, as most keyboards have them.
fn spell(c: char, word: &mut String) {
    match c {
        'ß' => word.push_str("ss"),
        'æ' => word.push_str("ae"),
        'œ' => word.push_str("oe"),
        'ø' => word.push('o'),
        'ł' => word.push('l'),
        'đ' | 'ð' => word.push('d'),
        'þ' => word.push_str("th"),
        'ı' => word.push('i'),
        'ى' => word.push('ي'),
        'ة' => word.push('ه'),
        'ک' => word.push('ك'),
        'ی' => word.push('ي'),
        other => word.push(other),
    }
}

/// The Arabic article, written on to its word, is no part of what people look for.
fn without_article(word: &mut String) {
    let long = word.chars().count() > 4;
    if let Some(bare) = word.strip_prefix("ال").filter(|_| long) {
        *word = bare.to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(from: &str, to: &str, most: usize) -> bool {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        is_near(&chars(from), &chars(to), most)
    }

    #[test]
    fn case_accents_and_punctuation_do_not_matter() {
        assert_eq!(words("Côte d’Ivoire"), ["cote", "d", "ivoire"]);
        assert_eq!(words("TÜRKİYE"), words("türkiye"));
        assert_eq!(words("11MSP"), ["11", "msp"]);
        assert_eq!(words("4(1)(a)"), ["4", "1", "a"]);
        assert_eq!(words("XXVI-6"), ["xxvi", "6"]);
        assert_eq!(words("Fußball Łódź"), ["fussball", "lodz"]);
        assert_eq!(words(" \u{2060}…!? "), Vec::<String>::new());
    }

    #[test]
    fn arabic_and_cyrillic_fold_what_keyboards_leave_open() {
        assert_eq!(words("إيطاليا"), words("ايطاليا"));
        assert_eq!(words("أفغانسـتان"), words("افغانستان"));
        assert_eq!(words("الصّين"), words("الصين"));
        assert_eq!(words("الجزائر"), words("جزائر"));
        assert_eq!(words("Королёв"), words("Королев"));
    }

    #[test]
    fn one_slip_is_one() {
        assert!(near("itlay", "italy", 1));
        assert!(near("itly", "italy", 1));
        assert!(near("ittaly", "italy", 1));
        assert!(near("kyrgyzistan", "kyrgyzstan", 1));
        assert!(!near("iran", "iraqi", 1));
        assert!(!near("a", "abcd", 2));
        assert!(near("", "", 0));
    }
}
