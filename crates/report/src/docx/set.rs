//! How a paragraph and its letters are set. Word is strict about the order in which it is told; so it is
//! told in these two places alone.

use super::xml::Xml;

/// How a paragraph is set. What is not said is as in its style.
#[derive(Debug, Clone, Copy)]
pub(super) struct Set {
    /// Its style.
    pub(super) style: Option<&'static str>,
    /// On the page of the next one.
    pub(super) keep_next: bool,
    /// On one page.
    pub(super) keep_lines: bool,
    /// On a new page.
    pub(super) new_page: bool,
    /// The list it is counted in, and the level.
    pub(super) number: Option<(usize, u8)>,
    /// A rule above or below it.
    pub(super) rule: Option<Rule>,
    /// Where a tab ends.
    pub(super) tab: Option<u32>,
    /// What is free above, below, and from line to line.
    pub(super) spacing: Option<Spacing>,
    /// How far in it stands.
    pub(super) indent: Option<Indent>,
    /// At which edge its lines end.
    pub(super) align: Option<&'static str>,
    /// How deep it is in the outline, from 0.
    pub(super) outline: Option<u8>,
}

/// A rule beside a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    /// `w:top` or `w:bottom`.
    pub(super) edge: &'static str,
    /// How thick, in eighths of a point.
    pub(super) thick: u32,
}

/// What is free around lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spacing {
    /// Above the first.
    pub(super) before: u32,
    /// Below the last.
    pub(super) after: u32,
    /// From one to the next, at least.
    pub(super) line: u32,
}

/// How far in lines stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Indent {
    /// From the left.
    pub(super) left: u32,
    /// From the right.
    pub(super) right: u32,
    /// How far out the first one stands.
    pub(super) hanging: u32,
}

/// How letters are set. What is not said is as in their style.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    /// Bold.
    pub(super) bold: bool,
    /// Italic.
    pub(super) italic: bool,
    /// Their colour.
    pub(super) colour: Option<&'static str>,
    /// Their size in half points.
    pub(super) size: Option<u32>,
    /// Underlined.
    pub(super) underlined: bool,
    /// Raised, as the mark of a note is.
    pub(super) raised: bool,
}

/// As in the style.
pub(super) const SET: Set = Set {
    style: None,
    keep_next: false,
    keep_lines: false,
    new_page: false,
    number: None,
    rule: None,
    tab: None,
    spacing: None,
    indent: None,
    align: None,
    outline: None,
};

/// As in the style.
pub(super) const INK: Ink = Ink {
    bold: false,
    italic: false,
    colour: None,
    size: None,
    underlined: false,
    raised: false,
};

impl Set {
    /// As in this style.
    pub(super) const fn style(style: &'static str) -> Set {
        Set {
            style: Some(style),
            ..SET
        }
    }

    /// Says so.
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.within("w:pPr", &[], |xml| {
            if let Some(style) = self.style {
                xml.val("w:pStyle", style);
            }
            for (name, on) in [
                ("w:keepNext", self.keep_next),
                ("w:keepLines", self.keep_lines),
                ("w:pageBreakBefore", self.new_page),
            ] {
                if on {
                    xml.empty(name, &[]);
                }
            }
            self.number(xml);
            if let Some(rule) = self.rule {
                xml.within("w:pBdr", &[], |xml| rule.write(xml));
            }
            if let Some(tab) = self.tab {
                xml.within("w:tabs", &[], |xml| {
                    xml.empty("w:tab", &[("w:val", "left"), ("w:pos", &tab.to_string())]);
                });
            }
            self.measures(xml);
            if let Some(align) = self.align {
                xml.val("w:jc", align);
            }
            if let Some(outline) = self.outline {
                xml.val("w:outlineLvl", outline);
            }
        });
    }

    fn number(&self, xml: &mut Xml) {
        if let Some((list, level)) = self.number {
            xml.within("w:numPr", &[], |xml| {
                xml.val("w:ilvl", level);
                xml.val("w:numId", list);
            });
        }
    }

    fn measures(&self, xml: &mut Xml) {
        if let Some(spacing) = self.spacing {
            xml.empty(
                "w:spacing",
                &[
                    ("w:before", &spacing.before.to_string()),
                    ("w:after", &spacing.after.to_string()),
                    ("w:line", &spacing.line.to_string()),
                    ("w:lineRule", "atLeast"),
                ],
            );
        }
        if let Some(indent) = self.indent {
            indent.write(xml);
        }
    }
}

impl Rule {
    fn write(self, xml: &mut Xml) {
        let thick = self.thick.to_string();
        let look = [
            ("w:val", "single"),
            ("w:sz", thick.as_str()),
            ("w:space", "4"),
            ("w:color", "auto"),
        ];
        xml.empty(self.edge, &look);
    }
}

impl Indent {
    /// Says so.
    pub(super) fn write(self, xml: &mut Xml) {
        xml.empty(
            "w:ind",
            &[
                ("w:left", &self.left.to_string()),
                ("w:right", &self.right.to_string()),
                ("w:hanging", &self.hanging.to_string()),
            ],
        );
    }
}

impl Ink {
    /// Says so, within `w:rPr`.
    pub(super) fn write(&self, xml: &mut Xml) {
        // The second of each is for letters of scripts that Word counts as complex.
        for (names, on) in [
            (["w:b", "w:bCs"], self.bold),
            (["w:i", "w:iCs"], self.italic),
        ] {
            for name in names.into_iter().filter(|_| on) {
                xml.empty(name, &[]);
            }
        }
        if let Some(colour) = self.colour {
            xml.val("w:color", colour);
        }
        if let Some(size) = self.size {
            xml.val("w:sz", size);
            xml.val("w:szCs", size);
        }
        if self.underlined {
            xml.val("w:u", "single");
        }
        if self.raised {
            xml.val("w:vertAlign", "superscript");
        }
    }
}
