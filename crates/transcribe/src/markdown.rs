//! Markdown, as CommonMark has it, with tables and footnotes.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::builder::Builder;
use crate::clean::{self, Raw};
use crate::decode::{Decoded, decode};
use crate::error::{Bound, ReadError};
use crate::html;
use crate::limits::Limits;
use crate::said;
use crate::text::{Format, Kind, Remark, Text};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Text, ReadError> {
    let Decoded { text, broken } = decode(bytes, None);
    let mut builder = Builder::new(Format::Markdown, limits);
    if broken {
        builder.remark(Remark::Undecoded);
    }
    let (matter, body) = front_matter(&text);
    said_in(&mut builder, matter);
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut walk = Walk {
        builder,
        limits,
        depth: 0,
        raw: Raw::default(),
        within: Vec::new(),
        lists: Vec::new(),
        marked: BTreeMap::new(),
        notes: BTreeMap::new(),
        note: None,
        html: String::new(),
        cells: 0,
    };
    for event in Parser::new_ext(body, options) {
        walk.hear(event)?;
    }
    Ok(walk.finish())
}

/// What stands between lines of `---` at the beginning, and what follows.
fn front_matter(text: &str) -> (&str, &str) {
    let Some(rest) = text.strip_prefix("---").and_then(|rest| {
        let line = rest.trim_start_matches([' ', '\t', '\r']);
        line.strip_prefix('\n')
    }) else {
        return ("", text);
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return (&rest[..at], &rest[at + line.len()..]);
        }
        at += line.len();
    }
    ("", text)
}

/// Takes over what the matter says in lines of its own; the rest is skipped.
fn said_in(builder: &mut Builder<'_>, matter: &str) {
    for line in matter.lines() {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']);
        let said = builder.said();
        match name {
            "title" => said.title = clean::line(value),
            "author" => said.author = clean::line(value),
            "lang" | "language" => said.language = said::language(value),
            "date" => said.day = said::day(value),
            "url" | "canonical" | "canonical_url" => said.address = said::address(value),
            "generator" => said.program = clean::line(value),
            _ => {}
        }
    }
}

/// What a block is within, where that tells its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Quotation,
    Item,
}

struct Walk<'l> {
    builder: Builder<'l>,
    limits: &'l Limits,
    depth: u32,
    raw: Raw,
    within: Vec<Within>,
    /// The next number of each list that is open, where it has numbers, and the label of the item that begins.
    lists: Vec<(Option<u64>, Option<String>)>,
    /// The place of each note that was marked, by its name.
    marked: BTreeMap<String, u32>,
    /// The words of each note, by its name.
    notes: BTreeMap<String, Raw>,
    /// The note that is open.
    note: Option<String>,
    html: String,
    /// How many cells of the row have begun.
    cells: u32,
}

impl Walk<'_> {
    fn hear(&mut self, event: Event<'_>) -> Result<(), ReadError> {
        match event {
            Event::Start(tag) => {
                self.depth = self.depth.saturating_add(1);
                if self.depth > self.limits.depth {
                    let most = self.limits.depth;
                    return Err(ReadError::TooLarge(Bound::Depth { most }));
                }
                self.start(tag);
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.end(tag)?;
            }
            Event::Text(text) => self.raw.push_lines(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.raw.push(&text);
            }
            Event::Html(text) => self.html.push_str(&text),
            Event::InlineHtml(text) => {
                if text.to_ascii_lowercase().starts_with("<br") {
                    self.raw.line();
                }
            }
            Event::FootnoteReference(name) => {
                let next = u32::try_from(self.marked.len()).unwrap_or(u32::MAX);
                let note = *self.marked.entry(name.to_string()).or_insert(next);
                self.raw.mark(note);
            }
            Event::SoftBreak => self.raw.push(" "),
            Event::HardBreak => self.raw.line(),
            Event::Rule => self.flush(),
            Event::TaskListMarker(_) => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => {
                self.flush();
                self.within.push(Within::Quotation);
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push((first, None));
            }
            Tag::Item => {
                self.flush();
                self.within.push(Within::Item);
                if let Some((next, label)) = self.lists.last_mut() {
                    *label = Some(
                        next.map_or_else(|| "•".to_owned(), |number| format!("{number}.")),
                    );
                    *next = next.map(|number| number.saturating_add(1));
                }
            }
            Tag::FootnoteDefinition(name) => {
                self.flush();
                self.note = Some(name.to_string());
            }
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow => {
                self.flush();
                self.cells = 0;
            }
            Tag::TableCell => {
                if self.cells > 0 {
                    self.raw.cell();
                }
                self.cells = self.cells.saturating_add(1);
            }
            Tag::Image { .. } => self.builder.remark(Remark::Elsewhere),
            Tag::HtmlBlock
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), ReadError> {
        match tag {
            TagEnd::Heading(level) => self.write(Kind::Heading(number(level))),
            TagEnd::CodeBlock => self.write(Kind::Preformatted),
            TagEnd::TableHead | TagEnd::TableRow => self.write(Kind::Row),
            TagEnd::BlockQuote(_) | TagEnd::Item => {
                self.flush();
                self.within.pop();
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.note = None;
            }
            TagEnd::Paragraph | TagEnd::Table => self.flush(),
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                let page = html::parsed(&html, self.limits)?;
                html::told(&mut self.builder, &page);
            }
            TagEnd::TableCell
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::MetadataBlock(_) => {}
        }
        Ok(())
    }

    /// Ends a block of no kind of its own.
    fn flush(&mut self) {
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX).max(1);
        let kind = match self.within.last() {
            Some(Within::Item) => Kind::Item(depth),
            Some(Within::Quotation) => Kind::Quotation,
            None => Kind::Paragraph,
        };
        self.write(kind);
    }

    fn write(&mut self, kind: Kind) {
        let raw = std::mem::take(&mut self.raw);
        if raw.is_blank() {
            return;
        }
        if let Some(note) = &self.note {
            let held = self.notes.entry(note.clone()).or_default();
            if !held.is_blank() {
                held.line();
            }
            held.append(&raw);
            return;
        }
        match kind {
            Kind::Item(_) => {
                let label = self.lists.last_mut().and_then(|(_, label)| label.take());
                self.builder.block(kind, label, raw, None);
            }
            Kind::Heading(_) => self.builder.heading(kind, raw, None),
            Kind::Paragraph => self.builder.written(raw, None),
            Kind::Title | Kind::Row | Kind::Quotation | Kind::Preformatted => {
                self.builder.block(kind, None, raw, None);
            }
        }
    }

    fn finish(mut self) -> Text {
        self.flush();
        let mut marked: Vec<(String, u32)> =
            std::mem::take(&mut self.marked).into_iter().collect();
        marked.sort_by_key(|(_, place)| *place);
        for (name, _) in marked {
            let raw = self.notes.remove(&name).unwrap_or_default();
            self.builder.note(Some(name), raw.unmarked());
        }
        for (name, raw) in self.notes {
            self.builder.note(Some(name), raw.unmarked());
        }
        self.builder.finish()
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_in_markdown_is_read_with_its_structure() {
        let text = "---\ntitle: \"Statement\"\nlang: fr\ndate: 2017-05-02\ndraft: true\n---\n\
            # I. Opening\n\nMr. Chair,  \nwe *thank*\nyou.[^b] See[^a].\n\n12. Numbered.\n\n- one\n  - two\n\n\
            > quoted\n\n| a | b |\n|---|---|\n| 1 |  |\n\n    code  kept\n\n<p>In <b>HTML</b></p>\n\n\
            [^a]: First note.\n[^b]: Second\n    note.\n\n    More of it.\n[^c]: Never marked.\n";
        insta::assert_json_snapshot!(read(text.as_bytes(), &Limits::USUAL).unwrap());
    }

    #[test]
    fn quotes_in_quotes_without_end_are_refused() {
        let deep = ">".repeat(5_000) + " a";
        let told = read(deep.as_bytes(), &Limits::USUAL);
        assert!(matches!(
            told,
            Err(ReadError::TooLarge(Bound::Depth { most: 256 }))
        ));
    }
}
