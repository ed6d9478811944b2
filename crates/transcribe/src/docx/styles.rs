//! What the styles of a document make of its paragraphs.

use std::collections::BTreeMap;

use super::xml::{At, Tree};
use crate::said;
use crate::text::Kind;

/// How far styles are followed to those they rest on; Word allows ten.
const LONGEST_CHAIN: usize = 12;

/// What `heading` is called in templates of other languages. Word itself writes the English name, whatever its own
/// language; programs that convert do not.
const HEADINGS: [&str; 14] = [
    "heading",
    "überschrift",
    "titre",
    "título",
    "encabezado",
    "заголовок",
    "标题",
    "標題",
    "عنوان",
    "titolo",
    "kop",
    "rubrik",
    "nagłówek",
    "overskrift",
];

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
    language: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    kind: Option<Kind>,
    outline: Option<u8>,
    number: Option<Place>,
    is_hidden: bool,
}

/// A place in a numbering: which, and at which level where that is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) number: Option<String>,
    pub(super) level: Option<usize>,
}

impl Place {
    /// The place that properties of a paragraph name.
    pub(super) fn of(properties: At<'_>) -> Option<Place> {
        let place = properties.child("numPr")?;
        Some(Place {
            number: place.value("numId").map(str::to_owned),
            level: place.value("ilvl").and_then(|level| level.parse().ok()),
        })
    }
}

impl Styles {
    pub(super) fn of(tree: Option<&Tree>) -> Styles {
        let mut styles = Styles::default();
        let Some(tree) = tree else { return styles };
        let root = tree.root();
        let usual = root.path(&["docDefaults", "rPrDefault", "rPr", "lang"]);
        styles.language = usual
            .and_then(|lang| lang.attribute("val"))
            .and_then(said::language);
        for style in root.children().filter(|child| child.name() == "style") {
            let Some(id) = style.attribute("styleId") else {
                continue;
            };
            let is_usual = matches!(style.attribute("default"), Some("1" | "true" | "on"));
            if is_usual && style.attribute("type") == Some("paragraph") {
                styles.usual = Some(id.to_owned());
            }
            styles.styles.insert(id.to_owned(), Style::of(style));
        }
        styles
    }

    pub(super) fn language(&self) -> Option<String> {
        self.language.clone()
    }

    /// What paragraphs of a style are, where that is more than paragraphs.
    pub(super) fn kind(&self, style: Option<&str>) -> Option<Kind> {
        let found = self.chain(style).find_map(|(_, style)| {
            let outline = style
                .outline
                .map(|level| (level < 9).then(|| Kind::Heading(level + 1)));
            match (&style.kind, outline) {
                (Some(kind), _) => Some(Some(*kind)),
                (None, outline) => outline,
            }
        });
        found.flatten()
    }

    /// The numbering of paragraphs of a style, and the style that says it.
    pub(super) fn number(&self, style: Option<&str>) -> Option<(&str, &Place)> {
        self.chain(style)
            .find_map(|(id, style)| Some((id, style.number.as_ref()?)))
    }

    /// Whether what has a style is hidden.
    pub(super) fn is_hidden(&self, style: Option<&str>) -> bool {
        style.is_some() && self.chain(style).any(|(_, style)| style.is_hidden)
    }

    /// A style and those it rests on.
    fn chain(&self, style: Option<&str>) -> impl Iterator<Item = (&str, &Style)> {
        let first = style.or(self.usual.as_deref());
        let find = |id: &str| {
            self.styles
                .get_key_value(id)
                .map(|(id, style)| (id.as_str(), style))
        };
        let chain = std::iter::successors(first.and_then(find), move |(_, style)| {
            style.based_on.as_deref().and_then(find)
        });
        chain.take(LONGEST_CHAIN)
    }
}

impl Style {
    fn of(style: At<'_>) -> Style {
        let properties = style.child("pPr");
        let outline = properties.and_then(|properties| properties.value("outlineLvl"));
        Style {
            based_on: style.value("basedOn").map(str::to_owned),
            kind: style.value("name").and_then(kind),
            outline: outline.and_then(|level| level.parse().ok()),
            number: properties.and_then(Place::of),
            is_hidden: style.child("rPr").is_some_and(|of| of.is_on("vanish")),
        }
    }
}

/// What a name of a style says its paragraphs are.
fn kind(name: &str) -> Option<Kind> {
    let name = name.trim().to_lowercase();
    match name.as_str() {
        "title" | "titel" | "титул" | "название" | "标题" => {
            return Some(Kind::Title);
        }
        "quote" | "intense quote" | "block text" | "quotations" => {
            return Some(Kind::Quotation);
        }
        "html preformatted" | "preformatted text" => return Some(Kind::Preformatted),
        _ => {}
    }
    let heading = HEADINGS
        .iter()
        .find_map(|heading| name.strip_prefix(heading));
    if let Some(level) = heading.and_then(|level| level.trim().parse::<u8>().ok())
        && (1..=9).contains(&level)
    {
        return Some(Kind::Heading(level));
    }
    // The templates of United Nations documents: `_ H_Ch_G`, `_ H_1_G`, `H23`.
    let letters: String = name.chars().filter(|c| !matches!(c, '_' | ' ')).collect();
    let level = match letters.strip_suffix('g').unwrap_or(&letters) {
        "hm" | "hch" => 1,
        "h1" => 2,
        "h23" => 3,
        "h4" => 4,
        "h56" => 5,
        _ => return None,
    };
    Some(Kind::Heading(level))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    #[test]
    fn headings_are_known_by_name_outline_and_what_they_rest_on() {
        let xml = "<w:styles><w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>\
            <w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Own'/><w:basedOn w:val='berschrift1'/></w:style>\
            <w:style w:type='paragraph' w:styleId='Out'><w:name w:val='Out'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>\
            <w:style w:type='paragraph' w:styleId='T2'><w:name w:val='Titre 2'/></w:style>\
            <w:style w:type='paragraph' w:styleId='UN'><w:name w:val='_ H_1_G'/></w:style>\
            <w:style w:type='paragraph' w:styleId='Loop'><w:name w:val='Loop'/><w:basedOn w:val='Loop'/></w:style>\
            <w:style w:type='paragraph' w:styleId='Body'><w:name w:val='Body'/><w:basedOn w:val='berschrift1'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style></w:styles>";
        let tree = Tree::read(xml.as_bytes(), &Limits::USUAL).unwrap();
        let styles = Styles::of(Some(&tree));
        let cases = [
            ("berschrift1", Some(Kind::Heading(1))),
            ("Own", Some(Kind::Heading(1))),
            ("Out", Some(Kind::Heading(3))),
            ("T2", Some(Kind::Heading(2))),
            ("UN", Some(Kind::Heading(2))),
            ("Loop", None),
            ("Body", None),
            ("Unknown", None),
        ];
        for (style, is) in cases {
            assert_eq!(styles.kind(Some(style)), is, "{style}");
        }
    }
}
