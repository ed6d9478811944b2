//! The order of what properties say. The standard lists it (ISO/IEC 29500-1, annex A: CT_PPrBase, CT_RPr,
//! CT_TblPr, CT_TcPr, CT_SectPr, CT_Style, CT_Lvl, CT_Settings), and Word takes what is out of order for a
//! broken file.

use roxmltree::Node;

use crate::opened::{W, opened};
use crate::package::papers;

/// Elements, and what may stand in them in this order. What is not listed may not be written: the list
/// grows with what is.
const SEQUENCES: [(&str, &str); 18] = [
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd \
         tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi \
         adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc \
         textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof \
         snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd \
         fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    ),
    ("numPr", "ilvl numId numberingChange ins"),
    ("pBdr", "top left bottom right between bar"),
    (
        "tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
         tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    ),
    ("tblBorders", "top left bottom right insideH insideV"),
    ("tblCellMar", "top left bottom right"),
    (
        "tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign \
         hideMark",
    ),
    (
        "tcBorders",
        "top left bottom right insideH insideV tl2br tr2bl",
    ),
    ("tbl", "tblPr tblGrid tr"),
    ("tr", "tblPrEx trPr tc"),
    ("tc", "tcPr p"),
    (
        "sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType \
         pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    ),
    (
        "style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat \
         locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    ("tblStylePr", "pPr rPr tblPr trPr tcPr"),
    (
        "lvl",
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    ),
    (
        "numbering",
        "numPicBullet abstractNum num numIdMacAtCleanup",
    ),
    (
        "settings",
        "zoom mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl \
         footnotePr endnotePr compat rsids themeFontLang decimalSymbol listSeparator",
    ),
];

/// Elements that stand in their properties at most once.
const MANY: [&str; 11] = [
    "tr",
    "tc",
    "p",
    "headerReference",
    "footerReference",
    "abstractNum",
    "num",
    "tblStylePr",
    "tab",
    "lvl",
    "style",
];

#[test]
fn properties_are_said_in_the_order_of_the_standard() {
    let mut seen = std::collections::BTreeSet::new();
    for paper in papers() {
        let opened = opened(&paper);
        for (part, document) in opened.xml() {
            for node in document.descendants().filter(|node| ours(*node)) {
                let name = node.tag_name().name();
                if let Some((_, sequence)) = SEQUENCES.iter().find(|(of, _)| *of == name) {
                    seen.insert(name.to_owned());
                    in_order(part, node, sequence);
                }
            }
        }
    }
    // A list that is never looked up would hold nothing.
    for (name, _) in SEQUENCES {
        assert!(seen.contains(name), "no paper has {name}");
    }
}

fn ours(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace() == Some(W)
}

fn in_order(part: &str, node: Node<'_, '_>, sequence: &str) {
    let order: Vec<_> = sequence.split_whitespace().collect();
    let mut before: Option<(usize, &str)> = None;
    for child in node.children().filter(|child| ours(*child)) {
        let (parent, name) = (node.tag_name().name(), child.tag_name().name());
        let at = order.iter().position(|one| *one == name);
        let at = at.unwrap_or_else(|| panic!("{part}: {name} may not stand in {parent}"));
        if let Some((last, other)) = before {
            assert!(
                last <= at,
                "{part}: in {parent}, {name} stands after {other}"
            );
            assert!(
                last < at || MANY.contains(&name),
                "{part}: in {parent}, {name} stands twice"
            );
        }
        before = Some((at, name));
    }
}
