//! Gathers a text block by block, under the limits.

use crate::clean::{Finished, Raw};
use crate::label::{self, Sort};
use crate::limits::Limits;
use crate::text::{Attachment, Block, Format, Kind, Note, Remark, Said, TEXT_FORM, Text};

/// The most attachments that are named.
const MOST_ATTACHMENTS: usize = 1_000;

/// A text while it is gathered.
pub(crate) struct Builder<'a> {
    limits: &'a Limits,
    text: Text,
    characters: u64,
    cut: bool,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(format: Format, limits: &'a Limits) -> Builder<'a> {
        Builder {
            limits,
            text: Text {
                form: TEXT_FORM,
                format,
                said: Said::default(),
                pages: None,
                blocks: Vec::new(),
                notes: Vec::new(),
                attachments: Vec::new(),
                remarks: Vec::new(),
            },
            characters: 0,
            cut: false,
        }
    }

    /// What the file says of itself, to be filled in.
    pub(crate) fn said(&mut self) -> &mut Said {
        &mut self.text.said
    }

    pub(crate) fn pages(&mut self, pages: u32) {
        self.text.pages = Some(pages);
    }

    /// Whether nothing more is taken.
    pub(crate) fn is_full(&self) -> bool {
        self.cut
    }

    /// Whether there is a block yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.blocks.is_empty()
    }

    /// How many notes there are.
    pub(crate) fn notes(&self) -> u32 {
        u32::try_from(self.text.notes.len()).unwrap_or(u32::MAX)
    }

    /// Another block; none where there is no letter in it.
    pub(crate) fn block(
        &mut self,
        kind: Kind,
        label: Option<String>,
        raw: Raw,
        page: Option<u32>,
    ) {
        let finished = match kind {
            Kind::Preformatted => raw.finish_preformatted(),
            Kind::Title
            | Kind::Heading(_)
            | Kind::Paragraph
            | Kind::Item(_)
            | Kind::Row
            | Kind::Quotation => raw.finish(),
        };
        let Some(finished) = finished else { return };
        self.finished(kind, label, finished, page);
    }

    /// A paragraph whose number or letter is written before it, if it has one; its lines were broken on purpose.
    /// They have their blanks as they came, because a wide one tells a label from an initial.
    pub(crate) fn paragraph_of_lines(&mut self, lines: &[String], page: Option<u32>) {
        let Some((first, others)) = lines.split_first() else {
            return;
        };
        let (kind, label, rest) = match label::split(first) {
            Some(found) => {
                let kind = match found.sort {
                    Sort::Number => Kind::Paragraph,
                    Sort::Letter | Sort::Bullet => Kind::Item(1),
                };
                (kind, Some(bullet(found.label).to_owned()), found.rest)
            }
            None => (Kind::Paragraph, None, first.as_str()),
        };
        let mut raw = Raw::of(rest);
        for line in others {
            raw.line();
            raw.push(line);
        }
        self.block(kind, label, raw, page);
    }

    /// A paragraph as it is written: the number or letter before it becomes its label.
    pub(crate) fn written(&mut self, raw: Raw, page: Option<u32>) {
        match raw.split_label() {
            Some((label, sort, rest)) => {
                let kind = match sort {
                    Sort::Number => Kind::Paragraph,
                    Sort::Letter | Sort::Bullet => Kind::Item(1),
                };
                self.block(kind, Some(label), rest, page);
            }
            None => self.block(Kind::Paragraph, None, raw, page),
        }
    }

    /// A heading as it is written: the number or letter before it becomes its label.
    pub(crate) fn heading(&mut self, kind: Kind, raw: Raw, page: Option<u32>) {
        match raw.split_heading() {
            Some((label, Sort::Number | Sort::Letter, rest)) => {
                self.block(kind, Some(label), rest, page);
            }
            Some((_, Sort::Bullet, _)) | None => self.block(kind, None, raw, page),
        }
    }

    fn finished(
        &mut self,
        kind: Kind,
        label: Option<String>,
        finished: Finished,
        page: Option<u32>,
    ) {
        if !self.has_room(&finished.text) {
            return;
        }
        self.text.blocks.push(Block {
            kind,
            label,
            text: finished.text,
            page,
            marks: finished.marks,
        });
    }

    /// Another note, even one without words, because its mark counts on its place. Its place, from 0.
    pub(crate) fn note(&mut self, label: Option<String>, raw: Raw) -> Option<u32> {
        let text = raw
            .finish()
            .map_or_else(String::new, |finished| finished.text);
        if !self.has_room(&text) {
            return None;
        }
        let at = self.notes();
        self.text.notes.push(Note { label, text });
        Some(at)
    }

    pub(crate) fn attachment(&mut self, attachment: Attachment) {
        if self.text.attachments.len() < MOST_ATTACHMENTS {
            self.text.attachments.push(attachment);
        }
    }

    /// A remark, once.
    pub(crate) fn remark(&mut self, remark: Remark) {
        if !self.text.remarks.contains(&remark) {
            self.text.remarks.push(remark);
        }
    }

    /// Whether there is room for another block or note; where there is none, the text is cut.
    fn has_room(&mut self, text: &str) -> bool {
        if self.cut {
            return false;
        }
        let characters = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
        let total = self.characters.saturating_add(characters);
        let pieces = self.text.blocks.len() + self.text.notes.len();
        let most = usize::try_from(self.limits.blocks).unwrap_or(usize::MAX);
        if total > self.limits.characters || pieces >= most {
            self.cut = true;
            self.remark(Remark::Cut);
            return false;
        }
        self.characters = total;
        true
    }

    /// The text as it is; a mark whose note was cut is none.
    pub(crate) fn finish(mut self) -> Text {
        let notes = self.notes();
        for block in &mut self.text.blocks {
            block.marks.retain(|mark| mark.note < notes);
        }
        if self.text.blocks.is_empty() && self.text.notes.is_empty() {
            self.remark(Remark::Empty);
        }
        self.text
    }
}

/// A dot as the font of symbols has it, as the dot it is.
pub(crate) fn bullet(label: &str) -> &str {
    match label {
        "\u{F0B7}" | "\u{F0A7}" | "·" => "•",
        other => other,
    }
}
