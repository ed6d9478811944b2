//! `word/styles.xml`.

use super::look::{Kind, LOOKS, Look, is_own};
use super::names::{WORDS, content};
use super::package::Part;
use super::set::INK;
use super::settings::FONT;
use super::xml::Xml;

/// The style of tables.
pub(super) const TABLE: &str = "PaperTable";

/// `word/styles.xml`.
pub(super) fn styles(language: &str) -> Part {
    let bytes = Xml::part("w:styles", &WORDS, |xml| {
        xml.within("w:docDefaults", &[], |xml| defaults(xml, language));
        for look in &LOOKS {
            look.write(xml);
        }
        table_normal(xml);
        table(xml);
        no_list(xml);
    });
    Part::xml("word/styles.xml", content::STYLES, bytes)
}

fn defaults(xml: &mut Xml, language: &str) {
    xml.within("w:rPrDefault", &[], |xml| {
        xml.within("w:rPr", &[], |xml| {
            let fonts = ["w:ascii", "w:eastAsia", "w:hAnsi", "w:cs"].map(|of| (of, FONT));
            xml.empty("w:rFonts", &fonts);
            xml.val("w:sz", 20);
            xml.val("w:szCs", 20);
            let languages = [
                ("w:val", language),
                ("w:eastAsia", "zh-CN"),
                ("w:bidi", "ar-SA"),
            ];
            xml.empty("w:lang", &languages);
        });
    });
    xml.within("w:pPrDefault", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.empty("w:widowControl", &[]);
            let single = [("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")];
            xml.empty("w:spacing", &single);
        });
    });
}

impl Look {
    fn write(&self, xml: &mut Xml) {
        let (kind, usual) = match self.kind {
            Kind::Paragraph => ("paragraph", self.id == "Normal"),
            Kind::Character => ("character", self.id == "DefaultParagraphFont"),
        };
        style(xml, kind, self.id, usual, |xml| {
            xml.val("w:name", self.name);
            if let Some(based) = self.based {
                xml.val("w:basedOn", based);
            }
            if let Some(next) = self.next {
                xml.val("w:next", next);
            }
            xml.val("w:uiPriority", self.priority);
            if self.offered {
                xml.empty("w:qFormat", &[]);
            }
            if self.kind == Kind::Paragraph {
                self.set.write(xml);
            }
            xml.within("w:rPr", &[], |xml| self.ink.write(xml));
        });
    }
}

fn style(xml: &mut Xml, kind: &str, id: &str, usual: bool, inner: impl FnOnce(&mut Xml)) {
    let mut said = vec![("w:type", kind)];
    if usual {
        said.push(("w:default", "1"));
    }
    if is_own(id) {
        said.push(("w:customStyle", "1"));
    }
    said.push(("w:styleId", id));
    xml.within("w:style", &said, inner);
}

/// What a table is that says nothing.
fn table_normal(xml: &mut Xml) {
    style(xml, "table", "TableNormal", true, |xml| {
        xml.val("w:name", "Normal Table");
        xml.val("w:uiPriority", 99);
        xml.empty("w:semiHidden", &[]);
        xml.empty("w:unhideWhenUsed", &[]);
        xml.within("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
            margins(xml, 108, 0, 108);
        });
    });
}

/// A table as papers of the United Nations set one: rules above and below the head and at the end, no
/// other lines.
fn table(xml: &mut Xml) {
    style(xml, "table", TABLE, false, |xml| {
        xml.val("w:name", "Paper Table");
        xml.val("w:basedOn", "TableNormal");
        xml.val("w:uiPriority", 39);
        xml.within("w:tblPr", &[], |xml| {
            xml.within("w:tblBorders", &[], |xml| {
                border(xml, "w:top", 4);
                border(xml, "w:bottom", 12);
            });
            margins(xml, 0, 0, 170);
        });
        xml.within("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            xml.within("w:rPr", &[], |xml| INK.write(xml));
            xml.empty("w:tblPr", &[]);
            xml.within("w:tcPr", &[], |xml| {
                xml.within("w:tcBorders", &[], |xml| border(xml, "w:bottom", 12));
                xml.val("w:vAlign", "bottom");
            });
        });
    });
}

/// A rule of a table, so many eighths of a point thick.
pub(super) fn border(xml: &mut Xml, edge: &str, thick: u32) {
    let thick = thick.to_string();
    let said = [
        ("w:val", "single"),
        ("w:sz", thick.as_str()),
        ("w:space", "0"),
        ("w:color", "auto"),
    ];
    xml.empty(edge, &said);
}

/// What is free within a cell.
pub(super) fn margins(xml: &mut Xml, left: u32, bottom: u32, right: u32) {
    xml.within("w:tblCellMar", &[], |xml| {
        for (edge, width) in [
            ("w:top", 0),
            ("w:left", left),
            ("w:bottom", bottom),
            ("w:right", right),
        ] {
            xml.empty(edge, &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        }
    });
}

fn no_list(xml: &mut Xml) {
    style(xml, "numbering", "NoList", true, |xml| {
        xml.val("w:name", "No List");
        xml.val("w:uiPriority", 99);
        xml.empty("w:semiHidden", &[]);
        xml.empty("w:unhideWhenUsed", &[]);
    });
}
