//! The number or letter that stands before a paragraph, where it is written as words and not as a list.

/// What stands before a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A number: `12.`, `1.2.`, `12)`.
    Number,
    /// A letter or a Roman number, or a number in brackets: `(a)`, `(iv)`, `b)`, `II.`.
    Letter,
    /// A dash or dot.
    Bullet,
}

/// A paragraph whose beginning is a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Labelled<'a> {
    pub(crate) label: &'a str,
    pub(crate) sort: Sort,
    /// The paragraph without it.
    pub(crate) rest: &'a str,
}

/// The label before a paragraph, if there is one. Where the blank behind it is wide (a tab, or two blanks), a
/// letter with a full stop is one too, and a number with none: `A.`, `1.2`. With one blank, `J. Smith` is a name.
pub(crate) fn split(text: &str) -> Option<Labelled<'_>> {
    labelled(text, false)
}

/// The label before a heading, if there is one: no heading begins with an initial.
pub(crate) fn split_heading(text: &str) -> Option<Labelled<'_>> {
    labelled(text, true)
}

fn labelled(text: &str, heads: bool) -> Option<Labelled<'_>> {
    let text = text.trim_start();
    let end = text.find(char::is_whitespace)?;
    let (label, behind) = text.split_at(end);
    let rest = behind.trim_start();
    if rest.is_empty() {
        return None;
    }
    let wide =
        behind.starts_with('\t') || behind[..behind.len() - rest.len()].chars().count() > 1;
    // A number without a sign behind it stands before words, not before other numbers.
    if is_number(label) && !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    // `12 States` may be a heading, and the number its first word.
    if heads && !wide && is_number(label) {
        return None;
    }
    let sort = sort(label, wide || heads)?;
    Some(Labelled { label, sort, rest })
}

fn sort(label: &str, wide: bool) -> Option<Sort> {
    if matches!(
        label,
        "•" | "‣"
            | "◦"
            | "▪"
            | "■"
            | "●"
            | "○"
            | "·"
            | "–"
            | "—"
            | "-"
            | "*"
            | "\u{F0B7}"
            | "\u{F0A7}"
            | "➢"
            | "✓"
    ) {
        return Some(Sort::Bullet);
    }
    if let Some(inner) = label.strip_prefix('(') {
        let inner = inner.strip_suffix(')')?;
        return is_short(inner).then_some(Sort::Letter);
    }
    if let Some(inner) = label.strip_suffix(')') {
        return if is_number(inner) {
            Some(Sort::Number)
        } else {
            is_short(inner).then_some(Sort::Letter)
        };
    }
    if let Some(inner) = label.strip_suffix('.') {
        if is_number(inner) || (inner.contains('.') && inner.split('.').all(is_number)) {
            return Some(Sort::Number);
        }
        let capital = inner.chars().all(|c| c.is_ascii_uppercase());
        // `II.` is no initial; `I.`, `V.` and `A.` may be.
        let roman = capital && inner.len() > 1 && is_roman(inner);
        // No name is shortened to a small letter.
        let small = inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase());
        return (is_short(inner) && (wide || roman || small)).then_some(Sort::Letter);
    }
    let levels = label.contains('.') && label.split('.').all(is_number);
    (wide && (levels || is_number(label))).then_some(Sort::Number)
}

/// A number of a paragraph: up to three digits; four are a year.
fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What stands in brackets before an item: a number, a letter, the same letter twice, a Roman number.
fn is_short(text: &str) -> bool {
    let mut letters = text.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else {
        return false;
    };
    let one = second.is_none() && first.is_alphabetic();
    let same = second == Some(first) && letters.next().is_none() && first.is_ascii_alphabetic();
    one || same || is_number(text) || is_roman(text)
}

fn is_roman(text: &str) -> bool {
    (1..=7).contains(&text.len())
        && (text.bytes().all(|byte| b"ivxlc".contains(&byte))
            || text.bytes().all(|byte| b"IVXLC".contains(&byte)))
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `12`
    Number,
    /// `05`
    TwoDigits,
    /// `a`, after `z` `aa`
    Letter,
    /// `A`
    Capital,
    /// `iv`
    Roman,
    /// `IV`
    RomanCapital,
}

impl Form {
    /// A number in this form. What the form cannot write is written in digits.
    pub(crate) fn shown(self, number: u32) -> String {
        match self {
            Form::Number => number.to_string(),
            Form::TwoDigits => format!("{number:02}"),
            Form::Letter => letters(number, b'a'),
            Form::Capital => letters(number, b'A'),
            Form::Roman => roman(number).to_lowercase(),
            Form::RomanCapital => roman(number),
        }
    }
}

/// Letters as Word counts: after `z` come `aa` and `bb` (ISO/IEC 29500-1, 17.18.59).
fn letters(number: u32, first: u8) -> String {
    let Some(before) = number.checked_sub(1).filter(|before| *before < 26 * 8) else {
        return number.to_string();
    };
    let letter = char::from(first + u8::try_from(before % 26).expect("it is under 26"));
    let times = before / 26 + 1;
    (0..times).map(|_| letter).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let (mut left, mut roman) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            roman.push_str(sign);
            left -= value;
        }
    }
    roman
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_letters_before_paragraphs_are_labels() {
        let cases = [
            ("12. The Meeting decided", "12.", Sort::Number),
            ("1.2. Scope", "1.2.", Sort::Number),
            ("3) that", "3)", Sort::Number),
            ("(a) To provide", "(a)", Sort::Letter),
            ("(aa) To provide", "(aa)", Sort::Letter),
            ("(iv) To provide", "(iv)", Sort::Letter),
            ("(12) whereas", "(12)", Sort::Letter),
            ("II. Universalization", "II.", Sort::Letter),
            ("A.\tPurpose", "A.", Sort::Letter),
            ("1.2   Scope", "1.2", Sort::Number),
            ("a. that the deadline", "a.", Sort::Letter),
            ("• item", "•", Sort::Bullet),
            ("— тезис", "—", Sort::Bullet),
        ];
        for (given, label, sort) in cases {
            let split = split(given).map(|found| (found.label, found.sort));
            assert_eq!(split, Some((label, sort)), "{given}");
        }
    }

    #[test]
    fn numbers_are_written_in_every_form() {
        assert_eq!(Form::Number.shown(12), "12");
        assert_eq!(Form::TwoDigits.shown(5), "05");
        assert_eq!(Form::Letter.shown(3), "c");
        assert_eq!(Form::Letter.shown(28), "bb");
        assert_eq!(Form::Capital.shown(26), "Z");
        assert_eq!(Form::Roman.shown(1994), "mcmxciv");
        assert_eq!(Form::RomanCapital.shown(4), "IV");
        for form in [Form::Letter, Form::Roman] {
            assert_eq!(form.shown(0), "0");
            assert_eq!(form.shown(u32::MAX), u32::MAX.to_string());
        }
    }

    #[test]
    fn names_years_and_numbers_in_a_sentence_are_none() {
        for given in [
            "J. Smith said",
            "1997. In that year",
            "3.5 million euros",
            "12 States",
            "187   178   9",
            "(see annex) it",
            "(a)",
            "I. Ivanov",
            "a cat",
            "etc. and",
            "12.",
        ] {
            assert_eq!(split(given), None, "{given}");
        }
    }
}
