//! The heads and the feet of pages: the first page bears the masthead in its text, and every other one the
//! symbol at its outer edge.

use super::names::{WORDS, content, relation};
use super::package::{Part, Relations};
use super::set::{SET, Set};
use super::settings::{NOTE_NUMBERS, properties_of_notes};
use super::text;
use super::xml::Xml;
use crate::measure::{ABOVE_AND_BELOW, HEAD_AND_FOOT, PAGE, SIDE};
use crate::paper::{NoteForm, Paper};

/// A kind of page.
struct Page {
    /// How Word calls it.
    kind: &'static str,
    /// Which of the parts.
    number: u8,
    /// Its outer edge.
    outer: &'static str,
}

const FIRST: Page = Page {
    kind: "first",
    number: 1,
    outer: "right",
};

const PAGES: [Page; 3] = [
    FIRST,
    Page {
        kind: "default",
        number: 2,
        outer: "right",
    },
    Page {
        kind: "even",
        number: 3,
        outer: "left",
    },
];

/// What the section says of itself.
pub(super) struct Frame {
    /// Its heads and feet: their names in the document.
    pages: Vec<(&'static str, &'static str, String)>,
    /// Where its notes are.
    notes: NoteForm,
}

impl Frame {
    /// The heads and feet of a paper, of which the document is told.
    pub(super) fn of(paper: &Paper, document: &mut Relations, parts: &mut Vec<Part>) -> Frame {
        let mut said = Vec::new();
        for page in &PAGES {
            let name = format!("header{}.xml", page.number);
            let known = document.to(relation::HEADER, &name);
            said.push(("w:headerReference", page.kind, known));
            parts.push(head(paper, page, &name));
        }
        for page in &PAGES {
            let name = format!("footer{}.xml", page.number);
            let known = document.to(relation::FOOTER, &name);
            said.push(("w:footerReference", page.kind, known));
            parts.push(foot(page, &name));
        }
        Frame {
            pages: said,
            notes: paper.notes,
        }
    }

    /// The one section of the document: its page, its heads and feet.
    pub(super) fn section(&self, xml: &mut Xml) {
        xml.within("w:sectPr", &[], |xml| {
            for (element, kind, name) in &self.pages {
                xml.empty(element, &[("w:type", kind), ("r:id", name)]);
            }
            // The settings say so too; some programs ask the one, some the other.
            if let Some(notes) = properties_of_notes(self.notes) {
                xml.within(notes, &[], |xml| xml.val("w:numFmt", NOTE_NUMBERS));
            }
            let (width, height) = PAGE;
            let size = [("w:w", &*width.to_string()), ("w:h", &height.to_string())];
            xml.empty("w:pgSz", &size);
            margins(xml);
            xml.empty("w:titlePg", &[]);
        });
    }
}

fn margins(xml: &mut Xml) {
    let (outer, side, edge) = (
        ABOVE_AND_BELOW.to_string(),
        SIDE.to_string(),
        HEAD_AND_FOOT.to_string(),
    );
    let said = [
        ("w:top", outer.as_str()),
        ("w:right", &side),
        ("w:bottom", &outer),
        ("w:left", &side),
        ("w:header", &edge),
        ("w:footer", &edge),
        ("w:gutter", "0"),
    ];
    xml.empty("w:pgMar", &said);
}

fn head(paper: &Paper, page: &Page, name: &str) -> Part {
    let bytes = Xml::part("w:hdr", &WORDS, |xml| {
        if let Some(restricted) = &paper.masthead.restricted {
            line(xml, Set::style("Restricted"), |xml| {
                text::run(xml, None, restricted)
            });
        }
        match called(paper).filter(|_| page.kind != FIRST.kind) {
            Some(called) => {
                line(xml, outer("Header", page), |xml| {
                    text::run(xml, None, called)
                });
            }
            None => line(xml, SET, |_| {}),
        }
    });
    Part::xml(&format!("word/{name}"), content::HEADER, bytes)
}

/// What the pages after the first are known by: the symbol, or else how the title begins.
fn called(paper: &Paper) -> Option<&str> {
    let symbol = paper.masthead.symbol.as_ref();
    symbol.or(paper.title.first()).map(String::as_str)
}

fn foot(page: &Page, name: &str) -> Part {
    let bytes = Xml::part("w:ftr", &WORDS, |xml| {
        line(xml, outer("Footer", page), |xml| {
            field(xml, " PAGE ");
            text::run(xml, Some("PageNumber"), "/");
            field(xml, " NUMPAGES ");
        });
    });
    Part::xml(&format!("word/{name}"), content::FOOTER, bytes)
}

fn outer(style: &'static str, page: &Page) -> Set {
    Set {
        align: Some(page.outer),
        ..Set::style(style)
    }
}

fn line(xml: &mut Xml, set: Set, inner: impl FnOnce(&mut Xml)) {
    xml.within("w:p", &[], |xml| {
        set.write(xml);
        inner(xml);
    });
}

/// A number that is reckoned when the page is shown.
fn field(xml: &mut Xml, instruction: &str) {
    xml.within("w:fldSimple", &[("w:instr", instruction)], |xml| {
        text::run(xml, Some("PageNumber"), "1");
    });
}
