//! The document: everything between the heads and the feet of its pages.

use words::Words;

use super::DocxError;
use super::drawing::{self, Drawings};
use super::frame::Frame;
use super::masthead;
use super::notes::{self, Names};
use super::numbering::Numbers;
use super::set::{Rule, SET, Set, Spacing};
use super::table;
use super::text;
use super::xml::Xml;
use crate::note::Notes;
use crate::paper::{Annex, Block, Colophon, Heading, Paper, Paragraph};

/// What is kept in hand while the document is written.
pub(super) struct Body<'p> {
    /// The texts of the paper's language.
    pub(super) words: &'p Words,
    /// The notes, and how they are called; nothing where none are printed.
    pub(super) notes: Notes<'p>,
    /// The same.
    pub(super) names: Option<&'static Names>,
    /// The pictures so far.
    pub(super) drawings: Drawings<'p>,
    /// The numbers of paragraphs so far.
    pub(super) numbers: Numbers,
}

impl Body<'_> {
    /// Writes all of it.
    pub(super) fn write(
        &mut self,
        xml: &mut Xml,
        paper: &Paper,
        frame: &Frame,
    ) -> Result<(), DocxError> {
        masthead::masthead(xml, paper, self.words);
        self.blocks(xml, &paper.blocks)?;
        for (at, annex) in paper.annexes.iter().enumerate() {
            self.numbers.annex(at);
            self.annex(xml, annex)?;
        }
        colophon(xml, &paper.colophon, self.words);
        frame.section(xml);
        Ok(())
    }

    fn annex(&mut self, xml: &mut Xml, annex: &Annex) -> Result<(), DocxError> {
        let set = Set {
            new_page: true,
            ..Set::style(style(&annex.title))
        };
        line(xml, set, &annex.title.text);
        self.blocks(xml, &annex.blocks)
    }

    fn blocks(&mut self, xml: &mut Xml, blocks: &[Block]) -> Result<(), DocxError> {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let set = Set {
                        new_page: heading.begins_page,
                        ..Set::style(style(heading))
                    };
                    line(xml, set, &heading.text);
                }
                Block::Paragraph(paragraph) => self.paragraph(xml, paragraph),
                Block::Table(one) => table::table(xml, one)?,
                Block::Picture(picture) => drawing::picture(xml, picture, &mut self.drawings)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, xml: &mut Xml, paragraph: &Paragraph) {
        let counted = self.numbers.next(paragraph.form);
        let set = Set {
            number: counted.number,
            ..Set::style(counted.style)
        };
        xml.within("w:p", &[], |xml| {
            set.write(xml);
            for (at, sentence) in paragraph.sentences.iter().enumerate() {
                if at > 0 {
                    text::run(xml, None, " ");
                }
                text::run(xml, None, &sentence.text);
                let noted = self.notes.to(sentence).zip(self.names);
                if let Some((noted, names)) = noted {
                    notes::reference(xml, names, noted.number);
                }
            }
        });
    }
}

/// A paragraph of one text.
pub(super) fn line(xml: &mut Xml, set: Set, said: &str) {
    xml.within("w:p", &[], |xml| {
        set.write(xml);
        text::run(xml, None, said);
    });
}

fn style(heading: &Heading) -> &'static str {
    match heading.level {
        0 | 1 => "Heading1",
        2 => "Heading2",
        3.. => "Heading3",
    }
}

/// Of what the paper was made: small, after a rule, at the end.
fn colophon(xml: &mut Xml, colophon: &Colophon, words: &Words) {
    for (at, said) in colophon.lines(words).iter().enumerate() {
        let set = if at == 0 { AFTER_A_RULE } else { SET };
        let set = Set {
            style: Some("Colophon"),
            ..set
        };
        line(xml, set, said);
    }
}

const AFTER_A_RULE: Set = Set {
    rule: Some(Rule {
        edge: "w:top",
        thick: 4,
    }),
    spacing: Some(Spacing {
        before: 480,
        after: 40,
        line: 180,
    }),
    ..SET
};
