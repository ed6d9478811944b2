//! The text of a document as it is set on its page: rows of tables together, notes where they are marked, and where
//! each page begins.

use askama::Template;
use askama::filters::HtmlSafe;
use library::{TextBlock, TextKind, TextNote, TextView};

/// A part of a text, in the order of reading.
pub(super) enum Piece<'v> {
    /// Here a page begins.
    Page(u32),
    /// A title or heading, and how deep it stands on the page.
    Head(u8, &'v TextBlock),
    /// A paragraph.
    Paragraph(&'v TextBlock),
    /// An item of a list, and its depth.
    Item(u8, &'v TextBlock),
    /// Words quoted as a block.
    Quotation(&'v TextBlock),
    /// Text whose blanks and lines matter.
    Preformatted(&'v TextBlock),
    /// Rows of a table that follow each other.
    Table(Vec<&'v TextBlock>),
}

/// The highest heading of a text: above it stand the title of the page and that of the section.
const HIGHEST: u8 = 3;
const LOWEST: u8 = 6;
/// How far in items stand at most.
const DEEPEST: u8 = 4;

/// The parts of a text.
pub(super) fn pieces(text: &TextView) -> Vec<Piece<'_>> {
    let mut pieces = Vec::with_capacity(text.blocks.len());
    let mut page = None;
    for block in &text.blocks {
        if block.page.is_some() && block.page != page {
            page = block.page;
            pieces.extend(page.map(Piece::Page));
        }
        let level = block.level.unwrap_or(1);
        match block.kind {
            TextKind::Row => match pieces.last_mut() {
                Some(Piece::Table(rows)) => rows.push(block),
                Some(_) | None => pieces.push(Piece::Table(vec![block])),
            },
            TextKind::Title => pieces.push(Piece::Head(HIGHEST, block)),
            TextKind::Heading => {
                let depth = HIGHEST.saturating_add(level).saturating_sub(1);
                pieces.push(Piece::Head(depth.clamp(HIGHEST, LOWEST), block));
            }
            TextKind::Item => pieces.push(Piece::Item(level.clamp(1, DEEPEST), block)),
            TextKind::Paragraph => pieces.push(Piece::Paragraph(block)),
            TextKind::Quotation => pieces.push(Piece::Quotation(block)),
            TextKind::Preformatted => pieces.push(Piece::Preformatted(block)),
        }
    }
    pieces
}

/// Words with the marks of notes.
#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% for run in self.0 %}{% match run %}{% when Run::Words with (words) %}{{ words }}{% when Run::Mark with (note, label) %}<sup><a href="#{{ note }}" role="doc-noteref">{{ label }}</a></sup>{% endmatch %}{% endfor %}"##
)]
pub(super) struct Words<'v>(Vec<Run<'v>>);

impl HtmlSafe for Words<'_> {}

enum Run<'v> {
    Words(&'v str),
    /// The anchor of a note, and its sign.
    Mark(&'v str, &'v str),
}

/// The words of a block. A mark that lies nowhere in it stands at its end.
pub(super) fn words<'v>(block: &'v TextBlock, notes: &'v [TextNote]) -> Words<'v> {
    let mut marks: Vec<_> = block.marks.iter().collect();
    marks.sort_by_key(|mark| mark.at);
    let mut runs = Vec::new();
    let mut rest = block.text.as_str();
    let mut done = 0;
    for mark in marks {
        let at = usize::try_from(mark.at).unwrap_or(usize::MAX);
        let here = at.saturating_sub(done);
        let (before, after) = rest.split_at_checked(here).unwrap_or((rest, ""));
        runs.push(Run::Words(before));
        done += before.len();
        rest = after;
        let note = notes.iter().find(|note| note.anchor == mark.note);
        let label = note.and_then(|note| note.label.as_deref());
        let number = mark.note.trim_start_matches('n');
        runs.push(Run::Mark(&mark.note, label.unwrap_or(number)));
    }
    runs.push(Run::Words(rest));
    Words(runs)
}

/// The cells of a row.
pub(super) fn cells(row: &TextBlock) -> impl Iterator<Item = &str> {
    row.text.split('\t')
}

#[cfg(test)]
mod tests {
    use library::TextMark;

    use super::*;

    fn block(kind: TextKind, text: &str, page: Option<u32>) -> TextBlock {
        TextBlock {
            anchor: "p1".to_owned(),
            kind,
            level: None,
            label: None,
            text: text.to_owned(),
            page,
            marks: Vec::new(),
        }
    }

    #[test]
    fn rows_that_follow_each_other_are_one_table_and_pages_begin_once() {
        let text = TextView {
            format: "pdf".to_owned(),
            pages: Some(2),
            blocks: vec![
                block(TextKind::Paragraph, "a", Some(1)),
                block(TextKind::Row, "b\tc", Some(1)),
                block(TextKind::Row, "d\te", Some(1)),
                block(TextKind::Paragraph, "f", Some(2)),
            ],
            notes: Vec::new(),
            attachments: Vec::new(),
            remarks: Vec::new(),
        };
        let told: Vec<_> = pieces(&text)
            .iter()
            .map(|piece| match piece {
                Piece::Page(n) => format!("page {n}"),
                Piece::Table(rows) => format!("{} rows", rows.len()),
                Piece::Paragraph(block) => block.text.clone(),
                Piece::Head(..)
                | Piece::Item(..)
                | Piece::Quotation(_)
                | Piece::Preformatted(_) => "other".to_owned(),
            })
            .collect();
        assert_eq!(told, ["page 1", "a", "2 rows", "page 2", "f"]);
    }

    #[test]
    fn marks_stand_where_they_are_and_nothing_is_lost() {
        let mut one = block(TextKind::Paragraph, "été <b>", None);
        let at = |at, note: &str| TextMark {
            at,
            note: note.to_owned(),
        };
        // The second lies within a letter, the third nowhere.
        one.marks = vec![at(5, "n1"), at(6, "n2"), at(900, "n3")];
        let notes = [TextNote {
            anchor: "n1".to_owned(),
            label: Some("*".to_owned()),
            text: "a note".to_owned(),
        }];
        let html = words(&one, &notes).render().unwrap_or_default();
        assert!(html.starts_with("été<sup><a href=\"#n1\" role=\"doc-noteref\">*</a></sup>"));
        assert!(html.contains("&#60;b&#62;"), "{html}");
        assert!(html.contains(">3</a>"), "{html}");
    }
}
