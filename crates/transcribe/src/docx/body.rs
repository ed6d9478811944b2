//! The words of a document, block by block.

use std::collections::BTreeMap;

use super::notes::{Notes, Where};
use super::numbering::Numbering;
use super::styles::{Place, Styles};
use super::xml::At;
use crate::builder::Builder;
use crate::clean::Raw;
use crate::text::{Kind, Remark};

/// The most letters of a cell of data: what is longer is laid out by a table.
const LONGEST_CELL: usize = 2_000;

/// Walks through the words of a document.
pub(super) struct Body<'b, 'l, 'd> {
    builder: &'b mut Builder<'l>,
    styles: &'d Styles,
    numbering: Numbering,
    notes: &'d Notes,
    by_id: BTreeMap<Where, BTreeMap<&'d str, At<'d>>>,
    /// The place of each note that was marked.
    marked: BTreeMap<(Where, &'d str), Option<u32>>,
    counts: BTreeMap<Where, u32>,
    /// For each field that is open: whether its result has begun.
    fields: Vec<bool>,
    /// Whether a note is read.
    in_note: bool,
}

/// A paragraph before it is written.
struct Paragraph {
    kind: Option<Kind>,
    label: Option<String>,
    /// Whether the document numbers it, so that its words are not looked at for a number.
    is_numbered: bool,
    raw: Raw,
}

impl<'d> Body<'_, '_, 'd> {
    pub(super) fn new<'b, 'l>(
        builder: &'b mut Builder<'l>,
        styles: &'d Styles,
        numbering: Numbering,
        notes: &'d Notes,
    ) -> Body<'b, 'l, 'd> {
        let by_id = [Where::Foot, Where::End].map(|place| (place, notes.all(place)));
        Body {
            builder,
            styles,
            numbering,
            notes,
            by_id: by_id.into(),
            marked: BTreeMap::new(),
            counts: BTreeMap::new(),
            fields: Vec::new(),
            in_note: false,
        }
    }

    /// Everything that stands in an element.
    pub(super) fn told(&mut self, root: At<'d>) {
        let mut paragraphs = Vec::new();
        for child in root.children() {
            if self.builder.is_full() {
                return;
            }
            self.block(child, &mut paragraphs);
            for paragraph in paragraphs.drain(..) {
                self.write(paragraph);
            }
        }
    }

    /// The paragraphs of an element; rows are written at once.
    fn block(&mut self, at: At<'d>, into: &mut Vec<Paragraph>) {
        match at.name() {
            "p" => self.paragraph(at, into),
            "tbl" => {
                for paragraph in into.drain(..) {
                    self.write(paragraph);
                }
                self.table(at);
            }
            "del" | "moveFrom" => self.builder.remark(Remark::Hidden),
            "AlternateContent" => self.alternative(at, into),
            "sdt" => {
                if let Some(content) = at.child("sdtContent") {
                    self.blocks(content, into);
                }
            }
            "ins" | "moveTo" | "customXml" | "smartTag" | "Choice" | "Fallback"
            | "txbxContent" => self.blocks(at, into),
            _ => {}
        }
    }

    fn blocks(&mut self, at: At<'d>, into: &mut Vec<Paragraph>) {
        for child in at.children() {
            self.block(child, into);
        }
    }

    /// The newer of what is written twice, for newer and older programs.
    fn alternative(&mut self, at: At<'d>, into: &mut Vec<Paragraph>) {
        if let Some(chosen) = at.child("Choice").or_else(|| at.child("Fallback")) {
            self.blocks(chosen, into);
        }
    }

    fn paragraph(&mut self, at: At<'d>, into: &mut Vec<Paragraph>) {
        let properties = at.child("pPr");
        let style = properties.and_then(|of| of.value("pStyle"));
        let outline = properties
            .and_then(|of| of.value("outlineLvl"))
            .and_then(|level| level.parse::<u8>().ok());
        let kind = match outline {
            Some(level) if level < 9 => Some(Kind::Heading(level + 1)),
            Some(_) => None,
            None => self.styles.kind(style),
        };
        let mut raw = Raw::default();
        let mut boxes = Vec::new();
        self.inline(at, &mut raw, &mut boxes);
        let own = properties.and_then(Place::of);
        let numbered = match self.styles.number(style) {
            _ if self.in_note || raw.is_blank() => None,
            Some((saying, place)) => {
                let own = own.as_ref();
                let place = Place {
                    number: own
                        .and_then(|own| own.number.clone())
                        .or(place.number.clone()),
                    level: own.and_then(|own| own.level).or(place.level),
                };
                self.numbering.next(&place, Some(saying))
            }
            None => own.and_then(|place| self.numbering.next(&place, None)),
        };
        let label = numbered
            .as_ref()
            .and_then(|numbered| numbered.label.clone());
        let listed = numbered
            .as_ref()
            .filter(|_| label.is_some())
            .map(|numbered| {
                let depth = u8::try_from(numbered.level)
                    .unwrap_or(u8::MAX)
                    .saturating_add(1);
                if numbered.is_number {
                    Kind::Paragraph
                } else {
                    Kind::Item(depth)
                }
            });
        into.push(Paragraph {
            kind: kind.or(listed),
            is_numbered: label.is_some(),
            label,
            raw,
        });
        into.append(&mut boxes);
    }

    /// The words of a paragraph; the paragraphs of text boxes in it go after it.
    fn inline(&mut self, at: At<'d>, raw: &mut Raw, boxes: &mut Vec<Paragraph>) {
        for child in at.children() {
            match child.name() {
                "r" => self.run(child, raw, boxes),
                "del" | "moveFrom" | "commentReference" => self.builder.remark(Remark::Hidden),
                "AlternateContent" => {
                    if let Some(chosen) =
                        child.child("Choice").or_else(|| child.child("Fallback"))
                    {
                        self.inline(chosen, raw, boxes);
                    }
                }
                "sdt" => {
                    if let Some(content) = child.child("sdtContent") {
                        self.inline(content, raw, boxes);
                    }
                }
                "ins" | "moveTo" | "hyperlink" | "fldSimple" | "smartTag" | "customXml"
                | "dir" | "bdo" | "oMath" | "oMathPara" => self.inline(child, raw, boxes),
                "drawing" | "pict" | "object" => self.drawn(child, boxes),
                _ => {}
            }
        }
    }

    fn run(&mut self, run: At<'d>, raw: &mut Raw, boxes: &mut Vec<Paragraph>) {
        let properties = run.child("rPr");
        let is_hidden = properties.is_some_and(|of| {
            of.is_on("vanish")
                || (of.child("vanish").is_none() && self.styles.is_hidden(of.value("rStyle")))
        });
        for child in run.children() {
            if is_hidden && matches!(child.name(), "t" | "sym" | "footnoteReference") {
                self.builder.remark(Remark::Hidden);
                continue;
            }
            match child.name() {
                "fldChar" => match child.attribute("fldCharType") {
                    Some("begin") => self.fields.push(false),
                    Some("separate") => {
                        if let Some(begun) = self.fields.last_mut() {
                            *begun = true;
                        }
                    }
                    Some("end") => {
                        self.fields.pop();
                    }
                    Some(_) | None => {}
                },
                "delText" => self.builder.remark(Remark::Hidden),
                "drawing" | "pict" | "object" => self.drawn(child, boxes),
                "AlternateContent" => {
                    if let Some(chosen) =
                        child.child("Choice").or_else(|| child.child("Fallback"))
                    {
                        self.run(chosen, raw, boxes);
                    }
                }
                // Inside the instruction of a field are no words.
                _ if self.fields.iter().any(|begun| !begun) => {}
                "t" => raw.push(&child.text()),
                // A tab is wide: it tells a label from an initial.
                "tab" | "ptab" => raw.push("  "),
                "br" | "cr" => match child.attribute("type") {
                    Some("page" | "column") => raw.push(" "),
                    Some(_) | None => raw.line(),
                },
                "noBreakHyphen" => raw.push("\u{2011}"),
                "sym" => raw.push(symbol(child.attribute("char"))),
                "footnoteReference" => self.mark(Where::Foot, child, raw),
                "endnoteReference" => self.mark(Where::End, child, raw),
                "ruby" => {
                    if let Some(base) = child.child("rubyBase") {
                        self.inline(base, raw, boxes);
                    }
                }
                _ => {}
            }
        }
    }

    /// Marks a note, and reads it where it is marked for the first time.
    fn mark(&mut self, place: Where, at: At<'d>, raw: &mut Raw) {
        let Some(id) = at.attribute("id").filter(|_| !self.in_note) else {
            return;
        };
        if let Some(known) = self.marked.get(&(place, id)) {
            known.iter().for_each(|note| raw.mark(*note));
            return;
        }
        let Some(note) = self
            .by_id
            .get(&place)
            .and_then(|notes| notes.get(id))
            .copied()
        else {
            return;
        };
        let count = self.counts.entry(place).or_insert(0);
        *count += 1;
        // A note with a sign of its own has it in the words behind its mark.
        let has_own = matches!(at.attribute("customMarkFollows"), Some("1" | "true" | "on"));
        let sign = (!has_own).then(|| self.notes.sign(place, *count));
        if has_own {
            *count -= 1;
        }
        let fields = std::mem::take(&mut self.fields);
        self.in_note = true;
        let mut paragraphs = Vec::new();
        self.blocks(note, &mut paragraphs);
        self.in_note = false;
        self.fields = fields;
        let mut words = Raw::default();
        for paragraph in paragraphs {
            if !words.is_blank() {
                words.line();
            }
            words.append(&paragraph.raw);
        }
        let known = self.builder.note(sign, words);
        self.marked.insert((place, id), known);
        known.iter().for_each(|note| raw.mark(*note));
    }

    /// The text boxes in a drawing.
    fn drawn(&mut self, at: At<'d>, boxes: &mut Vec<Paragraph>) {
        for child in at.children() {
            match child.name() {
                "txbxContent" => self.blocks(child, boxes),
                "AlternateContent" => {
                    if let Some(chosen) =
                        child.child("Choice").or_else(|| child.child("Fallback"))
                    {
                        self.drawn(chosen, boxes);
                    }
                }
                _ => self.drawn(child, boxes),
            }
        }
    }

    fn table(&mut self, table: At<'d>) {
        for row in table.children() {
            match row.name() {
                "tr" => self.row(row),
                "ins" | "sdt" | "sdtContent" | "customXml" => self.table(row),
                "del" => self.builder.remark(Remark::Hidden),
                _ => {}
            }
        }
    }

    fn row(&mut self, row: At<'d>) {
        if row
            .child("trPr")
            .is_some_and(|of| of.child("del").is_some())
        {
            self.builder.remark(Remark::Hidden);
            return;
        }
        let mut cells: Vec<Vec<Paragraph>> = Vec::new();
        self.cells(row, &mut cells);
        let filled = |cell: &&Vec<Paragraph>| cell.iter().any(|of| !of.raw.is_blank());
        let longest = cells
            .iter()
            .map(|cell| cell.iter().map(|of| of.raw.len()).sum::<usize>());
        let is_data = cells.iter().filter(filled).count() > 1
            && longest.max().unwrap_or(0) <= LONGEST_CELL;
        if !is_data {
            for paragraph in cells.into_iter().flatten() {
                self.write(paragraph);
            }
            return;
        }
        let mut raw = Raw::default();
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                raw.cell();
            }
            for paragraph in cell {
                if let Some(label) = paragraph.label {
                    raw.push(&label);
                    raw.push(" ");
                }
                raw.append(&paragraph.raw);
                raw.line();
            }
        }
        self.builder.block(Kind::Row, None, raw, None);
    }

    fn cells(&mut self, row: At<'d>, cells: &mut Vec<Vec<Paragraph>>) {
        for cell in row.children() {
            match cell.name() {
                "tc" => {
                    let mut paragraphs = Vec::new();
                    for child in cell.children() {
                        // The words of a table in a cell stand in the cell.
                        if child.name() == "tbl" {
                            self.within(child, &mut paragraphs);
                        } else {
                            self.block(child, &mut paragraphs);
                        }
                    }
                    cells.push(paragraphs);
                }
                "sdt" | "sdtContent" | "customXml" => self.cells(cell, cells),
                _ => {}
            }
        }
    }

    /// The paragraphs of a table in a table.
    fn within(&mut self, table: At<'d>, into: &mut Vec<Paragraph>) {
        for child in table.children() {
            match child.name() {
                "tr" | "tc" | "tbl" | "sdt" | "sdtContent" | "customXml" => {
                    self.within(child, into);
                }
                _ => self.block(child, into),
            }
        }
    }

    fn write(&mut self, paragraph: Paragraph) {
        let Paragraph {
            kind,
            label,
            is_numbered,
            raw,
        } = paragraph;
        match kind {
            None => self.builder.written(raw, None),
            Some(kind @ Kind::Heading(_)) if !is_numbered => {
                self.builder.heading(kind, raw, None)
            }
            Some(kind) => self.builder.block(kind, label, raw, None),
        }
    }
}

/// A sign of a font of symbols: the dots that lists are written with; others are not known by their place alone.
fn symbol(place: Option<&str>) -> &'static str {
    match place.map(str::to_ascii_uppercase).as_deref() {
        Some("F0B7" | "F0A7" | "F0D8" | "F0FC") => "•",
        Some("F02D") => "–",
        Some(_) | None => "\u{FFFD}",
    }
}
