//! How much room text takes, where it may be broken, and which way it runs. Measured against the
//! fonts of the room `raster`, which are wide ones: on a page it seldom takes more.

use std::borrow::Cow;

/// The width of a text in pixels, in type of `size` pixels, rather too much than too little.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(em).sum();
    ems * size * if bold { 1.08 } else { 1.0 }
}

/// The advance of a letter, in ems.
fn em(letter: char) -> f64 {
    match letter {
        // Marks that stand on another letter, and marks of direction.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{2060}'..='\u{2069}' => 0.0,
        'i' | 'j' | 'l' | 'f' | 'r' | 't' | 'I' | 'J' | '.' | ',' | ':' | ';' | '\'' | '’'
        | '|' | '!' | '(' | ')' | '[' | ']' | '-' | ' ' | '\u{a0}' | '·' => 0.37,
        '\u{202f}' | '\u{2009}' => 0.2,
        'm' | 'w' | 'M' | 'W' | '—' | 'Ш' | 'Щ' | 'Ю' | 'Ж' | 'Ф' | 'М' | 'ш' | 'щ' | 'ю'
        | 'ж' => 0.95,
        'A'..='Z' | 'А'..='Я' | 'À'..='Þ' => 0.7,
        '\u{600}'..='\u{6ff}' => 0.55,
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' => 1.0,
        _ => 0.58,
    }
}

/// A text in lines no wider than `measure`, as long as its words allow.
pub fn wrapped(text: &str, size: f64, bold: bool, measure: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{}", piece.trim_end());
        if !line.is_empty() && width(&longer, size, bold) > measure {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(piece);
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Words with the blank behind them; Chinese letter by letter, its punctuation staying with the
/// letter before.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        let breaks = match before {
            None => false,
            Some(' ') => letter != ' ',
            Some(before) => {
                is_chinese(before)
                    && is_chinese(letter)
                    && !"，。、；：）》」”".contains(letter)
            }
        };
        if breaks {
            out.push(&text[from..at]);
            from = at;
        }
        before = Some(letter);
    }
    if from < text.len() {
        out.push(&text[from..]);
    }
    out
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// Whether a text begins in Arabic, and so at the right.
pub fn is_arabic(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first
        .is_some_and(|letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}'))
}

/// A text that begins in Arabic, isolated as running from right to left: pictures are laid out
/// from left to right in every language, and not every reader of SVG knows `direction`.
pub fn directed(text: &str) -> Cow<'_, str> {
    if is_arabic(text) {
        Cow::Owned(format!("\u{2067}{text}\u{2069}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A text no wider than `room`, cut with an ellipsis where it must be.
pub fn cut(text: &str, size: f64, bold: bool, room: f64) -> String {
    if width(text, size, bold) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    for letter in text.chars() {
        out.push(letter);
        if width(&out, size, bold) + size * 0.8 > room {
            out.pop();
            break;
        }
    }
    format!("{}…", out.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_measure_and_all_their_words() {
        let text = "Treaty on the Prohibition of Nuclear Weapons";
        let lines = wrapped(text, 17.0, true, 200.0);
        assert!(lines.len() > 1);
        assert!(
            lines.iter().all(|line| width(line, 17.0, true) <= 200.0),
            "{lines:?}"
        );
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn chinese_breaks_between_letters_and_not_before_its_comma() {
        let lines = wrapped("不扩散核武器条约，一九六八年", 10.0, false, 92.0);
        assert_eq!(lines, ["不扩散核武器条约，", "一九六八年"]);
        assert!(wrapped("", 10.0, false, 85.0).is_empty());
    }

    #[test]
    fn a_word_too_long_stands_alone() {
        assert_eq!(
            wrapped("a Rechtsschutz b", 12.0, false, 10.0),
            ["a", "Rechtsschutz", "b"]
        );
    }

    #[test]
    fn arabic_is_isolated_and_the_rest_left_alone() {
        assert_eq!(directed("(معاهدة 1968)"), "\u{2067}(معاهدة 1968)\u{2069}");
        assert_eq!(directed("126 parties"), "126 parties");
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(cut("Bolivia", 12.0, false, 100.0), "Bolivia");
        let name = cut("Bolivia (Plurinational State of)", 12.0, false, 100.0);
        assert!(
            name.ends_with('…') && width(&name, 12.0, false) <= 104.0,
            "{name}"
        );
    }
}
