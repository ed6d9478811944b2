//! Plain text: paragraphs by empty lines, labels and indents; pages by form feeds.

use crate::builder::Builder;
use crate::clean::Raw;
use crate::decode::{Decoded, decode};
use crate::join::Vocabulary;
use crate::label;
use crate::limits::Limits;
use crate::text::{Format, Kind, Remark, Text};

/// A line longer than this was not broken by a page: it is a paragraph.
const WIDEST: usize = 120;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Text {
    let Decoded { text, broken } = decode(bytes, None);
    let mut builder = Builder::new(Format::Txt, limits);
    if broken {
        builder.remark(Remark::Undecoded);
    }
    blocks(&mut builder, &text);
    builder.finish()
}

/// The blocks of a plain text.
pub(crate) fn blocks(builder: &mut Builder<'_>, text: &str) {
    let text = text.strip_suffix('\u{C}').unwrap_or(text);
    let mut heard = Vocabulary::default();
    text.lines().for_each(|line| heard.hear(line));
    let has_pages = text.contains('\u{C}');
    let mut number = 0_u32;
    for page in text.split('\u{C}') {
        number = number.saturating_add(1);
        let at = has_pages.then_some(number);
        for paragraph in paragraphs(page) {
            write(builder, &heard, &paragraph, at);
        }
    }
    if has_pages {
        builder.pages(number);
    }
}

/// The lines of each paragraph.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let mut paragraphs: Vec<Vec<&str>> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for line in text.split('\n').map(|line| line.trim_end()) {
        let ends = line.trim().is_empty();
        if (ends || begins(&open, line)) && !open.is_empty() {
            paragraphs.push(std::mem::take(&mut open));
        }
        if !ends {
            open.push(line);
        }
    }
    if !open.is_empty() {
        paragraphs.push(open);
    }
    paragraphs
}

/// Whether a line begins a paragraph, though no empty line stands before it.
fn begins(open: &[&str], line: &str) -> bool {
    let Some(last) = open.last() else { return true };
    if is_rule(line) {
        return false;
    }
    let indent = |line: &str| line.len() - line.trim_start().len();
    let deeper = indent(line) >= indent(last) + 2 && open.len() > 1;
    deeper
        || last.chars().count() > WIDEST
        || line.chars().count() > WIDEST
        || is_rule(last)
        || label::split(line).is_some()
}

/// Whether a line is a rule under a heading.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3
        && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}

fn write(builder: &mut Builder<'_>, heard: &Vocabulary, lines: &[&str], page: Option<u32>) {
    if let [heading, rule] = lines
        && is_rule(rule)
    {
        let level = if rule.contains('=') { 1 } else { 2 };
        builder.block(Kind::Heading(level), None, Raw::of(heading), page);
        return;
    }
    if let [line] = lines {
        if is_rule(line) {
            return;
        }
        if is_shouted(line) {
            builder.block(Kind::Heading(1), None, Raw::of(line), page);
            return;
        }
    }
    // A line that is much shorter than the longest was broken on purpose.
    let widest = lines.iter().map(|line| line.chars().count()).max();
    let short = widest.unwrap_or(0) * 6 / 10;
    let mut pieces: Vec<String> = Vec::new();
    let mut whole = String::new();
    for (at, line) in lines.iter().enumerate() {
        heard.join(&mut whole, line);
        if line.chars().count() < short && at + 1 < lines.len() {
            pieces.push(std::mem::take(&mut whole));
        }
    }
    pieces.push(whole);
    builder.paragraph_of_lines(&pieces, page);
}

/// Whether a line is a heading in capitals.
fn is_shouted(line: &str) -> bool {
    let line = line.trim();
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = line.chars().filter(|c| c.is_uppercase()).count();
    let ends = line.ends_with(['.', ',', ';', ':']);
    letters >= 4 && capitals == letters && line.chars().count() <= 100 && !ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Block;

    fn told(text: &str) -> Vec<String> {
        let read = read(text.as_bytes(), &Limits::USUAL);
        let said = |block: &Block| {
            let label = block.label.as_deref().unwrap_or("-");
            let page = block
                .page
                .map_or_else(String::new, |page| format!(" p{page}"));
            format!("{:?} {label} {:?}{page}", block.kind, block.text)
        };
        read.blocks.iter().map(said).collect()
    }

    #[test]
    fn paragraphs_labels_headings_and_pages_are_found() {
        let text = "STATEMENT BY XANADU\n\nScope\n=====\n\n1. The Meeting de-\n   cided to meet\n   again.\n2. It adopted:\n\
                    (a) the report;\n(b) the budget.\n\nMr. President,\nwe thank you for the preparation of this very meeting.\n\
                    \u{C}\nJ. Smith spoke.\n---\n";
        assert_eq!(
            told(text),
            [
                "Heading(1) - \"STATEMENT BY XANADU\" p1",
                "Heading(1) - \"Scope\" p1",
                "Paragraph 1. \"The Meeting decided to meet again.\" p1",
                "Paragraph 2. \"It adopted:\" p1",
                "Item(1) (a) \"the report;\" p1",
                "Item(1) (b) \"the budget.\" p1",
                "Paragraph - \"Mr. President,\\nwe thank you for the preparation of this very meeting.\" p1",
                "Heading(2) - \"J. Smith spoke.\" p2",
            ]
        );
    }

    #[test]
    fn lines_that_no_page_broke_are_paragraphs() {
        let long = "word ".repeat(40);
        let text = format!("{long}\n{long}\nshort\n");
        assert_eq!(told(&text).len(), 3);
    }
}
