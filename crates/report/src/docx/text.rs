//! Words within a paragraph.

use super::xml::Xml;

/// Writes words, in the style of letters given.
pub(super) fn run(xml: &mut Xml, style: Option<&str>, text: &str) {
    for (text, right_to_left) in directed(text) {
        xml.within("w:r", &[], |xml| {
            look(xml, style, right_to_left);
            letters(xml, text);
        });
    }
}

/// A run with something else than words in it, in the style of letters given.
pub(super) fn mark(xml: &mut Xml, style: &str, what: impl FnOnce(&mut Xml)) {
    xml.within("w:r", &[], |xml| {
        look(xml, Some(style), false);
        what(xml);
    });
}

/// Begins a new line within the paragraph.
pub(super) fn line_break(xml: &mut Xml) {
    xml.within("w:r", &[], |xml| xml.empty("w:br", &[]));
}

fn look(xml: &mut Xml, style: Option<&str>, right_to_left: bool) {
    if style.is_none() && !right_to_left {
        return;
    }
    xml.within("w:rPr", &[], |xml| {
        if let Some(style) = style {
            xml.val("w:rStyle", style);
        }
        if right_to_left {
            xml.empty("w:rtl", &[]);
        }
    });
}

/// Letters, with what Word has elements of its own for.
fn letters(xml: &mut Xml, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['\t', '\n', '\r', '\u{AD}', '\u{2011}']) {
        plain(xml, &rest[..at]);
        rest = own(xml, &rest[at..]);
    }
    plain(xml, rest);
}

/// Writes the element that the text begins with; what is after it.
fn own<'t>(xml: &mut Xml, text: &'t str) -> &'t str {
    for (letter, element) in [
        ("\r\n", "w:br"),
        ("\r", "w:br"),
        ("\n", "w:br"),
        ("\t", "w:tab"),
        ("\u{AD}", "w:softHyphen"),
        ("\u{2011}", "w:noBreakHyphen"),
    ] {
        if let Some(rest) = text.strip_prefix(letter) {
            xml.empty(element, &[]);
            return rest;
        }
    }
    text
}

fn plain(xml: &mut Xml, text: &str) {
    if !text.is_empty() {
        xml.words("w:t", &[("xml:space", "preserve")], text);
    }
}

/// The text in pieces that run in one direction each, and whether that is from right to left.
fn directed(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(from) = rest.find(from_the_right) {
        let to = from + leftward(&rest[from..]);
        if from > 0 {
            pieces.push((&rest[..from], false));
        }
        pieces.push((&rest[from..to], true));
        rest = &rest[to..];
    }
    if !rest.is_empty() {
        pieces.push((rest, false));
    }
    pieces
}

/// How much of a text that begins from right to left goes on so: to its last such letter before one from
/// left to right.
fn leftward(text: &str) -> usize {
    let from_the_left = |c: char| c.is_alphabetic() && !from_the_right(c);
    let until = text.find(from_the_left).unwrap_or(text.len());
    let last = text[..until]
        .char_indices()
        .rfind(|(_, c)| from_the_right(*c));
    last.map_or(until, |(at, c)| at + c.len_utf8())
}

/// Whether a letter is of a script that runs from right to left: Hebrew, Arabic and their kin.
fn from_the_right(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}
