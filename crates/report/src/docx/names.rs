//! The names that the standard gives: namespaces, kinds of relations and of parts.

/// WordprocessingML.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Relations, as they are named within a part.
pub(super) const R: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// A drawing within words.
pub(super) const WP: &str =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
/// Drawings.
pub(super) const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// A picture within a drawing.
pub(super) const PIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// A drawing in lines beside that in dots.
pub(super) const ASVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

/// The namespaces of a part of WordprocessingML that holds words alone.
pub(super) const WORDS: [(&str, &str); 2] = [("xmlns:w", W), ("xmlns:r", R)];

/// The kinds of relations.
pub(super) mod relation {
    macro_rules! office {
        ($kind:literal) => {
            concat!(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
                $kind
            )
        };
    }

    pub(in super::super) const DOCUMENT: &str = office!("officeDocument");
    pub(in super::super) const APP: &str = office!("extended-properties");
    pub(in super::super) const CORE: &str =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    pub(in super::super) const STYLES: &str = office!("styles");
    pub(in super::super) const NUMBERING: &str = office!("numbering");
    pub(in super::super) const SETTINGS: &str = office!("settings");
    pub(in super::super) const FONTS: &str = office!("fontTable");
    pub(in super::super) const FOOTNOTES: &str = office!("footnotes");
    pub(in super::super) const ENDNOTES: &str = office!("endnotes");
    pub(in super::super) const HEADER: &str = office!("header");
    pub(in super::super) const FOOTER: &str = office!("footer");
    pub(in super::super) const IMAGE: &str = office!("image");
    pub(in super::super) const LINK: &str = office!("hyperlink");
}

/// The kinds of parts.
pub(super) mod content {
    macro_rules! word {
        ($kind:literal) => {
            concat!(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.",
                $kind,
                "+xml"
            )
        };
    }

    pub(in super::super) const DOCUMENT: &str = word!("document.main");
    pub(in super::super) const STYLES: &str = word!("styles");
    pub(in super::super) const NUMBERING: &str = word!("numbering");
    pub(in super::super) const SETTINGS: &str = word!("settings");
    pub(in super::super) const FONTS: &str = word!("fontTable");
    pub(in super::super) const FOOTNOTES: &str = word!("footnotes");
    pub(in super::super) const ENDNOTES: &str = word!("endnotes");
    pub(in super::super) const HEADER: &str = word!("header");
    pub(in super::super) const FOOTER: &str = word!("footer");
    pub(in super::super) const APP: &str =
        "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    pub(in super::super) const CORE: &str =
        "application/vnd.openxmlformats-package.core-properties+xml";
}
