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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_idle_digits() {
        let printed = [12.0, 12.5, -0.254, -0.001, 0.0, 1e6].map(|n| N(n).to_string());
        assert_eq!(printed, ["12", "12.5", "-0.25", "0", "0", "1000000"]);
    }

    #[test]
    fn text_cannot_leave_its_place() {
        assert_eq!(
            escaped("<a b=\"c\" d='e'>&\u{0}\u{ffff}"),
            "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"
        );
    }
}
