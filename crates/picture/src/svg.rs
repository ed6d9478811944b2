//! Writing SVG: escaping, and numbers with a fixed number of digits.

use std::fmt::{self, Write as _};

/// Text as it stands in an element or a quoted attribute. Characters that XML 1.0 forbids are
/// left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(letter),
            letter if letter < ' ' || letter == '\u{fffe}' || letter == '\u{ffff}' => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A coordinate with at most two digits after the point: `12`, `12.5`, `-0.25`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct N(pub f64);

impl fmt::Display for N {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        write!(text, "{:.2}", self.0)?;
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// Writes a coordinate with at most one digit after the point, quickly: for long paths.
pub fn push(out: &mut String, n: f64) {
    // Pictures are some thousand pixels wide; what is beyond any paper ends at its edge.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "held within a million tenths"
    )]
    let tenths = (n * 10.0).round().clamp(-1e6, 1e6) as i32;
    let (whole, rest) = ((tenths / 10).unsigned_abs(), (tenths % 10).unsigned_abs());
    if tenths < 0 {
        out.push('-');
    }
    let mut digits = [0_u8; 10];
    let mut at = digits.len();
    let mut left = whole;
    while at == digits.len() || left > 0 {
        at -= 1;
        digits[at] = b'0' + u8::try_from(left % 10).expect("one digit");
        left /= 10;
    }
    out.extend(digits[at..].iter().map(|digit| char::from(*digit)));
    if rest > 0 {
        out.push('.');
        out.push(char::from(b'0' + u8::try_from(rest).expect("one digit")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_idle_digits() {
        let printed = [12.0, 12.5, -0.254, -0.001, 0.0, 1e6].map(|n| N(n).to_string());
        assert_eq!(printed, ["12", "12.5", "-0.25", "0", "0", "1000000"]);
    }

    #[test]
    fn quick_numbers_say_the_same_with_a_digit_less() {
        let printed = [12.0, 12.54, -0.25, -0.04, 0.0, 99.96, 1234.5, f64::NAN].map(|n| {
            let mut out = String::new();
            push(&mut out, n);
            out
        });
        assert_eq!(
            printed,
            ["12", "12.5", "-0.3", "0", "0", "100", "1234.5", "0"]
        );
    }

    #[test]
    fn text_cannot_leave_its_place() {
        assert_eq!(
            escaped("<a b=\"c\" d='e'>&\u{0}\u{ffff}"),
            "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"
        );
    }
}
