//! Numbers of paragraphs: lists of Word's own, so that a paragraph that is added or taken away counts.

use super::names::{WORDS, content};
use super::package::Part;
use super::set::Indent;
use super::xml::Xml;
use crate::measure::{DOT, INSET, STEP};
use crate::paper::ParagraphForm;

/// The list of the body, and that of everything with a bullet; each annex has one more.
const BODY: usize = 1;
const BULLETS: usize = 2;

/// How a paragraph is counted: where the writer is.
pub(super) struct Numbers {
    list: usize,
    after: Option<ParagraphForm>,
}

/// The style of a paragraph, and the list and level it is counted in.
pub(super) struct Counted {
    /// The style.
    pub(super) style: &'static str,
    /// The list and the level.
    pub(super) number: Option<(usize, u8)>,
}

impl Numbers {
    /// At the beginning of the body.
    pub(super) fn new() -> Numbers {
        Numbers {
            list: BODY,
            after: None,
        }
    }

    /// At the beginning of an annex, the first of which is 0: it counts from 1 again.
    pub(super) fn annex(&mut self, at: usize) {
        self.list = BULLETS + 1 + at;
        self.after = None;
    }

    /// The next paragraph.
    pub(super) fn next(&mut self, form: ParagraphForm) -> Counted {
        let (style, number) = match form {
            ParagraphForm::Numbered => ("ListNumber", Some((self.list, 0))),
            ParagraphForm::Sub => ("ListNumber2", Some((self.list, 1))),
            ParagraphForm::Bullet if self.after == Some(ParagraphForm::Sub) => {
                ("ListBullet2", Some((BULLETS, 1)))
            }
            ParagraphForm::Bullet => ("ListBullet", Some((BULLETS, 0))),
            ParagraphForm::Plain => ("BodyText", None),
            ParagraphForm::Quotation => ("Quote", None),
        };
        if form != ParagraphForm::Bullet {
            self.after = Some(form);
        }
        Counted { style, number }
    }
}

/// A level of a list.
struct Level {
    at: u8,
    form: &'static str,
    text: &'static str,
    style: &'static str,
    indent: Indent,
    tab: u32,
}

const COUNTED: [Level; 2] = [
    // The number stands at the edge of the text, and the text goes on below it.
    Level {
        at: 0,
        form: "decimal",
        text: "%1.",
        style: "ListNumber",
        indent: NUMBERED,
        tab: INSET + STEP,
    },
    Level {
        at: 1,
        form: "decimal",
        text: "(%2)",
        style: "ListNumber2",
        indent: SUB,
        tab: SUB.left,
    },
];

const BULLETED: [Level; 2] = [
    Level {
        at: 0,
        form: "bullet",
        text: "•",
        style: "ListBullet",
        indent: BULLET,
        tab: BULLET.left,
    },
    Level {
        at: 1,
        form: "bullet",
        text: "•",
        style: "ListBullet2",
        indent: INNER_BULLET,
        tab: INNER_BULLET.left,
    },
];

/// How far in numbered paragraphs stand. Lists and styles say the same, so that a paragraph looks alike
/// whichever of the two a program asks first.
pub(super) const NUMBERED: Indent = inset(INSET, 0);
/// The same of those under them.
pub(super) const SUB: Indent = inset(INSET + 2 * STEP, STEP);
/// The same of those with a bullet.
pub(super) const BULLET: Indent = inset(INSET + STEP + DOT, DOT);
/// The same of those with a bullet, under those under numbered ones.
pub(super) const INNER_BULLET: Indent = inset(INSET + 2 * STEP + DOT, DOT);

const fn inset(left: u32, hanging: u32) -> Indent {
    Indent {
        left,
        right: INSET,
        hanging,
    }
}

/// `word/numbering.xml`, for a paper with so many annexes.
pub(super) fn numbering(annexes: usize) -> Part {
    let bytes = Xml::part("w:numbering", &WORDS, |xml| {
        list(xml, "0", &COUNTED);
        list(xml, "1", &BULLETED);
        counts(xml, BODY, "0", false);
        counts(xml, BULLETS, "1", false);
        for annex in 0..annexes {
            counts(xml, BULLETS + 1 + annex, "0", true);
        }
    });
    Part::xml("word/numbering.xml", content::NUMBERING, bytes)
}

fn list(xml: &mut Xml, id: &str, levels: &[Level]) {
    xml.within("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
        xml.val("w:multiLevelType", "multilevel");
        for level in levels {
            level.write(xml);
        }
    });
}

impl Level {
    fn write(&self, xml: &mut Xml) {
        xml.within("w:lvl", &[("w:ilvl", &self.at.to_string())], |xml| {
            xml.val("w:start", 1);
            xml.val("w:numFmt", self.form);
            xml.val("w:pStyle", self.style);
            xml.val("w:suff", "tab");
            xml.val("w:lvlText", self.text);
            xml.val("w:lvlJc", "left");
            xml.within("w:pPr", &[], |xml| {
                xml.within("w:tabs", &[], |xml| {
                    xml.empty(
                        "w:tab",
                        &[("w:val", "num"), ("w:pos", &self.tab.to_string())],
                    );
                });
                self.indent.write(xml);
            });
        });
    }
}

/// A list that is counted: one that begins `anew` counts from 1 whatever was counted before.
fn counts(xml: &mut Xml, id: usize, of: &str, anew: bool) {
    xml.within("w:num", &[("w:numId", &id.to_string())], |xml| {
        xml.val("w:abstractNumId", of);
        for level in ["0", "1"].into_iter().filter(|_| anew) {
            xml.within("w:lvlOverride", &[("w:ilvl", level)], |xml| {
                xml.val("w:startOverride", 1);
            });
        }
    });
}
