//! What a feed can hold: text out of documents, without what would break the file or turn the
//! line it stands in around.

/// `text` without characters that XML 1.0 and iCalendar have no place for, and without marks that
/// change the direction of what follows: those of a name must not reach beyond the name.
pub(crate) fn clean(text: &str) -> String {
    text.chars().filter_map(cleaned).collect()
}

/// The same on one line.
pub(crate) fn line(text: &str) -> String {
    let text = clean(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cleaned(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => Some(c),
        '\r' => None,
        // Embeddings, overrides and isolates; the plain marks (U+200E, U+200F) stay.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        '\u{fffe}' | '\u{ffff}' => Some(char::REPLACEMENT_CHARACTER),
        c if c.is_control() => Some(char::REPLACEMENT_CHARACTER),
        c => Some(c),
    }
}

/// `text` as it stands in HTML.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_file_can_hold_is_replaced_and_what_turns_a_line_around_is_left_out() {
        assert_eq!(
            clean("a\u{0}b\u{1b}[31m\u{202e}c\u{2066}d\r\n"),
            "a\u{fffd}b\u{fffd}[31mcd\n"
        );
        assert_eq!(line(" a\r\n\tb  c "), "a b c");
        // Arabic with a plain mark stays as it is.
        assert_eq!(clean("السودان\u{200f}"), "السودان\u{200f}");
    }

    #[test]
    fn markup_is_text() {
        assert_eq!(
            escaped("]]><b a='\"'>&"),
            "]]&gt;&lt;b a=&#39;&quot;&#39;&gt;&amp;"
        );
    }
}
