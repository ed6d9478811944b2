//! What stands above the title: whom the paper comes before at the left, its symbol and how far it goes at
//! the right, a rule below.

use words::Words;

use super::body::line;
use super::set::Set;
use super::styles::{border, margins};
use super::text;
use super::xml::Xml;
use crate::measure::{RIGHT, WIDTH};
use crate::paper::{Masthead, Paper};

/// Writes the masthead and the title.
pub(super) fn masthead(xml: &mut Xml, paper: &Paper, words: &Words) {
    let head = &paper.masthead;
    let goes = goes(head, words);
    if !(head.body.is_empty() && goes.is_empty() && head.symbol.is_none()) {
        block(xml, head, &goes);
    }
    for said in [&head.venue, &head.agenda].into_iter().flatten() {
        line(xml, Set::style("Masthead"), said);
    }
    title(xml, paper);
}

/// How far it goes, of which day and in which language it is: a line each.
fn goes(head: &Masthead, words: &Words) -> Vec<String> {
    let day = head.date.map(|day| words.date(day));
    let lines = [head.distribution.clone(), day, head.original.clone()];
    lines.into_iter().flatten().collect()
}

/// The two sides as a table without lines: a reader hears the left one first, then the right one.
fn block(xml: &mut Xml, head: &Masthead, goes: &[String]) {
    let widths = [WIDTH - RIGHT, RIGHT].map(|width| width.to_string());
    xml.within("w:tbl", &[], |xml| {
        xml.within("w:tblPr", &[], properties);
        xml.within("w:tblGrid", &[], |xml| {
            for width in &widths {
                xml.empty("w:gridCol", &[("w:w", width)]);
            }
        });
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            side(xml, &widths[0], |xml| {
                lines(xml, "MastheadBody", &head.body);
            });
            side(xml, &widths[1], |xml| right(xml, head, goes));
        });
    });
    // The rule is the table's; what follows does not touch it.
    line(xml, Set::style("Masthead"), "");
}

fn properties(xml: &mut Xml) {
    xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
    xml.within("w:tblBorders", &[], |xml| border(xml, "w:bottom", 12));
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    margins(xml, 0, 113, 0);
}

fn side(xml: &mut Xml, width: &str, inner: impl FnOnce(&mut Xml)) {
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
        });
        inner(xml);
    });
}

fn right(xml: &mut Xml, head: &Masthead, goes: &[String]) {
    if let Some(symbol) = &head.symbol {
        line(xml, Set::style("MastheadSymbol"), symbol);
    }
    if !goes.is_empty() || head.symbol.is_none() {
        lines(xml, "Masthead", goes);
    }
}

/// A paragraph for each line; a cell has at least one.
fn lines(xml: &mut Xml, style: &'static str, lines: &[String]) {
    for said in lines {
        line(xml, Set::style(style), said);
    }
    if lines.is_empty() {
        line(xml, Set::style(style), "");
    }
}

/// The title: one paragraph, so that it is one in an outline, in as many lines as it has.
fn title(xml: &mut Xml, paper: &Paper) {
    if paper.title.is_empty() {
        return;
    }
    xml.within("w:p", &[], |xml| {
        Set::style("Title").write(xml);
        for (at, line) in paper.title.iter().enumerate() {
            if at > 0 {
                text::line_break(xml);
            }
            text::run(xml, None, line);
        }
    });
}
