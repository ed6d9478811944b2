//! What the file says of itself: title, language, symbol, day.

use jiff::civil::Date;

use super::names::content;
use super::package::Part;
use super::xml::Xml;
use crate::paper::Paper;

const CORE: [(&str, &str); 4] = [
    (
        "xmlns:cp",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    ),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
];

const APP: [(&str, &str); 1] = [(
    "xmlns",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
)];

/// `docProps/core.xml`: only what the paper says, so the day it was made on this machine is not in it.
pub(super) fn core(paper: &Paper, language: &str) -> Part {
    let bytes = Xml::part("cp:coreProperties", &CORE, |xml| {
        xml.words("dc:title", &[], &paper.title.join(" "));
        if let Some(symbol) = &paper.masthead.symbol {
            xml.words("dc:identifier", &[], symbol);
        }
        xml.words("dc:language", &[], language);
        if let Some(day) = paper.masthead.date {
            xml.words(
                "dcterms:created",
                &[("xsi:type", "dcterms:W3CDTF")],
                &midnight(day),
            );
        }
    });
    Part::xml("docProps/core.xml", content::CORE, bytes)
}

/// `docProps/app.xml`.
pub(super) fn app() -> Part {
    let bytes = Xml::part("Properties", &APP, |xml| {
        xml.words("Application", &[], "Accede");
    });
    Part::xml("docProps/app.xml", content::APP, bytes)
}

/// A day as these properties write one: as its first moment.
fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
