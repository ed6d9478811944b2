//! Settings of the document, and its fonts.

use super::names::{WORDS, content};
use super::package::Part;
use super::xml::Xml;
use crate::paper::NoteForm;

/// The font of everything.
pub(super) const FONT: &str = "Times New Roman";

/// `word/settings.xml`.
pub(super) fn settings(notes: NoteForm, language: &str) -> Part {
    let bytes = Xml::part("w:settings", &WORDS, |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.val("w:defaultTabStop", crate::measure::STEP);
        xml.val("w:autoHyphenation", "false");
        xml.empty("w:evenAndOddHeaders", &[]);
        xml.val("w:characterSpacingControl", "doNotCompress");
        if let Some(around) = properties_of_notes(notes) {
            separators(xml, around, around.trim_end_matches("Pr"));
        }
        xml.within("w:compat", &[], compatible);
        xml.empty("w:themeFontLang", &[("w:val", language)]);
    });
    Part::xml("word/settings.xml", content::SETTINGS, bytes)
}

/// How notes are numbered: 1, 2, 3.
pub(super) const NOTE_NUMBERS: &str = "decimal";

/// The element that says how notes of this form are set.
pub(super) fn properties_of_notes(notes: NoteForm) -> Option<&'static str> {
    match notes {
        NoteForm::None => None,
        NoteForm::Foot => Some("w:footnotePr"),
        NoteForm::End => Some("w:endnotePr"),
    }
}

/// How notes are numbered, and which of them are the lines between text and notes.
fn separators(xml: &mut Xml, around: &str, one: &str) {
    xml.within(around, &[], |xml| {
        xml.val("w:numFmt", NOTE_NUMBERS);
        for id in ["-1", "0"] {
            xml.empty(one, &[("w:id", id)]);
        }
    });
}

/// As Word since 2013 sets; without it the file is shown as an old one, and set as Word 2007 did.
fn compatible(xml: &mut Xml) {
    let office = "http://schemas.microsoft.com/office/word";
    for (name, value) in [
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    ] {
        let said = [("w:name", name), ("w:uri", office), ("w:val", value)];
        xml.empty("w:compatSetting", &said);
    }
}

/// `word/fontTable.xml`: what to take where the font is missing.
pub(super) fn fonts() -> Part {
    let bytes = Xml::part("w:fonts", &WORDS, |xml| {
        xml.within("w:font", &[("w:name", FONT)], |xml| {
            // A free font of the same widths, so that lines and pages break alike.
            xml.val("w:altName", "Liberation Serif");
            xml.val("w:panose1", "02020603050405020304");
            xml.val("w:charset", "00");
            xml.val("w:family", "roman");
            xml.val("w:pitch", "variable");
        });
    });
    Part::xml("word/fontTable.xml", content::FONTS, bytes)
}
