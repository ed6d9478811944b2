//! Notes: Word's own, so that they move with their sentence and are counted anew when one is taken away.

use words::Words;

use super::names::{WORDS, content, relation};
use super::package::{Part, Relations};
use super::set::{SET, Set};
use super::text;
use super::xml::Xml;
use crate::link;
use crate::note::{Noted, Piece};
use crate::paper::NoteForm;

/// How the two forms of notes are called.
pub(super) struct Names {
    /// The part.
    pub(super) part: &'static str,
    /// What the document refers to it as.
    pub(super) relation: &'static str,
    content: &'static str,
    all: &'static str,
    one: &'static str,
    reference: &'static str,
    mark: &'static str,
    text_style: &'static str,
    mark_style: &'static str,
}

const FOOT: Names = Names {
    part: "word/footnotes.xml",
    relation: relation::FOOTNOTES,
    content: content::FOOTNOTES,
    all: "w:footnotes",
    one: "w:footnote",
    reference: "w:footnoteReference",
    mark: "w:footnoteRef",
    text_style: "FootnoteText",
    mark_style: "FootnoteReference",
};

const END: Names = Names {
    part: "word/endnotes.xml",
    relation: relation::ENDNOTES,
    content: content::ENDNOTES,
    all: "w:endnotes",
    one: "w:endnote",
    reference: "w:endnoteReference",
    mark: "w:endnoteRef",
    text_style: "EndnoteText",
    mark_style: "EndnoteReference",
};

/// How notes of this form are called; nothing where there are none.
pub(super) fn names(form: NoteForm) -> Option<&'static Names> {
    match form {
        NoteForm::None => None,
        NoteForm::Foot => Some(&FOOT),
        NoteForm::End => Some(&END),
    }
}

/// The mark of a note within a sentence.
pub(super) fn reference(xml: &mut Xml, names: &Names, number: usize) {
    text::mark(xml, names.mark_style, |xml| {
        xml.empty(names.reference, &[("w:id", &number.to_string())]);
    });
}

/// The part that holds the notes.
pub(super) fn notes(names: &Names, all: &[Noted<'_>], words: &Words) -> Part {
    let mut relations = Relations::default();
    let bytes = Xml::part(names.all, &WORDS, |xml| {
        separator(xml, names, "-1", "separator", "w:separator");
        separator(
            xml,
            names,
            "0",
            "continuationSeparator",
            "w:continuationSeparator",
        );
        for noted in all {
            note(xml, names, noted, words, &mut relations);
        }
    });
    Part::xml(names.part, names.content, bytes).with(relations)
}

/// The line between text and notes.
fn separator(xml: &mut Xml, names: &Names, id: &str, kind: &str, line: &str) {
    xml.within(names.one, &[("w:type", kind), ("w:id", id)], |xml| {
        xml.within("w:p", &[], |xml| {
            SET.write(xml);
            xml.within("w:r", &[], |xml| xml.empty(line, &[]));
        });
    });
}

fn note(
    xml: &mut Xml,
    names: &Names,
    noted: &Noted<'_>,
    words: &Words,
    relations: &mut Relations,
) {
    let id = noted.number.to_string();
    xml.within(names.one, &[("w:id", &id)], |xml| {
        xml.within("w:p", &[], |xml| {
            Set::style(names.text_style).write(xml);
            text::mark(xml, names.mark_style, |xml| xml.empty(names.mark, &[]));
            text::run(xml, None, "\t");
            for piece in noted.says(words) {
                match piece {
                    Piece::Words(said) => text::run(xml, None, &said),
                    Piece::Address(address) => linked(xml, address, relations),
                }
            }
        });
    });
}

/// An address, to be followed where it is one of the web.
fn linked(xml: &mut Xml, address: &str, relations: &mut Relations) {
    match link::outside(address) {
        Some(target) => {
            let name = relations.outside(relation::LINK, &target);
            let said = [("r:id", name.as_str()), ("w:history", "1")];
            xml.within("w:hyperlink", &said, |xml| {
                text::run(xml, Some("Hyperlink"), address)
            });
        }
        None => text::run(xml, None, address),
    }
}
