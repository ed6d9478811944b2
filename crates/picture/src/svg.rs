//! Writing SVG: escaping, and numbers with a fixed number of digits.

use std::fmt::{self, Write as _};

/// Text as it stands in an element or a quoted attribute. Characters that XML 1.0 forbids are
/// left out.
pub fn escaped(text: &str) -> String {
    if !text.bytes().any(may_need_escaping) {
        return text.to_owned();
    }
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

/// Whether a byte is one of those above, or the first of the two forbidden characters.
fn may_need_escaping(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0..b' ' | 0xef)
}

/// A coordinate with at most two digits after the point: `12`, `12.5`, `-0.25`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct N(pub f64);

impl fmt::Display for N {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.0 * 100.0;
        let from_middle = (hundredths.fract().abs() - 0.5).abs();
        // What lies on the edge between two hundredths is rounded by its exact value; so is what
        // no picture holds.
        if from_middle > 1e-3 && hundredths.abs() < 1e9 {
            #[expect(clippy::cast_possible_truncation, reason = "below a thousand million")]
            return f.write_str(decimal(&mut [0; 16], hundredths.round() as i64));
        }
        let mut text = String::new();
        write!(text, "{:.2}", self.0)?;
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// Writes hundredths as a number without idle digits, from the end of `text` forwards.
fn decimal(text: &mut [u8; 16], hundredths: i64) -> &str {
    let (mut whole, part) = (
        hundredths.unsigned_abs() / 100,
        hundredths.unsigned_abs() % 100,
    );
    let mut at = text.len();
    let mut put = |byte| {
        at -= 1;
        text[at] = byte;
    };
    if !part.is_multiple_of(10) {
        put(digit(part % 10));
    }
    if part > 0 {
        put(digit(part / 10));
        put(b'.');
    }
    put(digit(whole % 10));
    while whole > 9 {
        whole /= 10;
        put(digit(whole % 10));
    }
    if hundredths < 0 {
        put(b'-');
    }
    std::str::from_utf8(&text[at..]).expect("digits, a point and a sign")
}

fn digit(n: u64) -> u8 {
    b'0' + u8::try_from(n).expect("one digit")
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
    fn numbers_are_rounded_as_the_standard_library_rounds_them() {
        let near = (-400_000..400_000).map(|n| f64::from(n) * 0.001_25);
        let edges = [0.005, 0.015, 1.005, 1.115, -0.005, 7e6, 1e7, 1e15, -1e15];
        for n in near.chain(edges) {
            let long = format!("{n:.2}");
            let long = long.trim_end_matches('0').trim_end_matches('.');
            let long = if long == "-0" { "0" } else { long };
            assert_eq!(N(n).to_string(), long);
        }
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
