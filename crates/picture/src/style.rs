//! How pictures look. One set of class names and one sheet: on a page it speaks in the page's
//! custom properties (and so follows its dark theme and its print style), in a file the same
//! rules carry the literal colours of [`PALETTE`].

use std::fmt::Write as _;
use std::sync::LazyLock;

use treaty::Lang;
use world::view::Standing;

use crate::drawn::{Picture, Printed};
use crate::svg::escaped;
use crate::text;

/// What a page's style sheet must hold: colours by the page's custom properties.
pub const PAGE: &str = concat!(
    include_str!("shared.css"),
    include_str!("map.css"),
    include_str!("page.css")
);

/// The page's custom properties that pictures use, with their values on light paper: the colours
/// of a file. They are those of the page's own sheet, and a test holds them equal.
pub const PALETTE: [(&str, &str); 10] = [
    ("--paper", "#fdfcf8"),
    ("--sheet", "#f6f3ea"),
    ("--ink", "#1c1a17"),
    ("--quiet", "#5b564d"),
    ("--hair", "#d8d1c2"),
    ("--accent", "#8a1c2e"),
    ("--party", "#0a5a4b"),
    ("--signatory", "#7d5000"),
    ("--withdrawn", "#6d2266"),
    ("--none", "#6b655b"),
];

/// The type of files. The first of each script are the ones the room `raster` carries.
pub const FONTS: &str = "'Noto Serif', 'Noto Naskh Arabic', 'Noto Serif CJK SC', \
     Charter, 'Bitstream Charter', 'Palatino Linotype', Georgia, serif";

/// White around a picture in a file.
const MARGIN: f64 = 24.0;

/// The shared rules with literal colours, without comments and blanks.
static LITERAL: LazyLock<String> =
    LazyLock::new(|| literal(concat!(include_str!("shared.css"), include_str!("map.css"))));

fn literal(css: &str) -> String {
    let mut rules = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        rules.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    rules.push_str(rest);
    for (name, colour) in PALETTE {
        rules = rules.replace(&format!("var({name})"), colour);
    }
    for (from, to) in [
        ("\n", ""),
        (" { ", "{"),
        ("; }", "}"),
        (": ", ":"),
        ("; ", ";"),
    ] {
        rules = rules.replace(from, to);
    }
    rules
}

/// The name of a standing in classes and ids; those of the pages.
pub fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Party => "party",
        Standing::Contracting => "contracting",
        Standing::Signatory => "signatory",
        Standing::Withdrawn => "withdrawn",
        Standing::None => "none",
    }
}

/// The attributes of a shape that shows a standing, with a blank before: its class and, where it
/// has one, its pattern, which must be among the picture's [`defs`].
pub fn shape(id: &str, standing: Standing) -> String {
    let class = class(standing);
    match standing {
        Standing::Party | Standing::None => format!(" class=\"st-{class}\""),
        Standing::Contracting | Standing::Signatory | Standing::Withdrawn => {
            format!(" class=\"st-{class}\" fill=\"url(#{id}-{class})\"")
        }
    }
}

/// The patterns of the standings, for shapes of about 8 to 40 pixels; once in each picture that
/// uses [`shape`].
pub fn defs(id: &str) -> String {
    scaled_defs(id, 1.0)
}

/// The same patterns, finer (`scale` below 1) or coarser.
pub fn scaled_defs(id: &str, scale: f64) -> String {
    let mut out = String::from("<defs>");
    // Level stripes, slanting stripes and upright stripes, as in the pages' letters.
    // Stripes along a side of their tile are long: where tiles meet, some readers leave a seam.
    for (class, wide, high, path) in [
        ("contracting", "120", "5", "M0 2.5H120"),
        ("signatory", "5", "5", "M-1 1L1 -1M-1 6L6 -1M4 6L6 4"),
        ("withdrawn", "3.5", "120", "M1.75 0V120"),
    ] {
        let transform = if (scale - 1.0).abs() < f64::EPSILON {
            String::new()
        } else {
            format!(" patternTransform=\"scale({})\"", crate::svg::N(scale))
        };
        let _ = write!(
            out,
            "<pattern id=\"{id}-{class}\" width=\"{wide}\" height=\"{high}\" \
             patternUnits=\"userSpaceOnUse\"{transform}>\
             <path class=\"pt-ground\" d=\"M0 0H{wide}V{high}H0z\"/>\
             <path class=\"pt-{class}\" d=\"{path}\"/></pattern>"
        );
    }
    out.push_str("</defs>");
    out
}

/// The same on white paper.
static PRINTED: LazyLock<String> = LazyLock::new(|| LITERAL.replace(PALETTE[0].1, WHITE));

/// The paper of a document.
const WHITE: &str = "#ffffff";

/// A file of its own: the colours of a page by day, the title above, the picture, the notes below.
pub(crate) fn file(picture: &Picture) -> String {
    framed(picture, &picture.title, PALETTE[0].1, &LITERAL).svg
}

/// To be set into a document: on white paper, the picture, the notes below. Its caption is the document's.
pub(crate) fn printed(picture: &Picture) -> Printed {
    framed(picture, "", WHITE, &PRINTED)
}

fn framed(picture: &Picture, above: &str, paper: &str, rules: &str) -> Printed {
    let width = f64::from(picture.width) + 2.0 * MARGIN;
    let (at, anchor) = if picture.lang == Lang::Ar {
        (width - MARGIN, " text-anchor=\"end\"")
    } else {
        (MARGIN, "")
    };
    // An English sentence that begins with an Arabic name still runs from left to right.
    let directed = |line: &str| match picture.lang {
        Lang::Ar => escaped(&text::directed(line)),
        Lang::En | Lang::Es | Lang::Fr | Lang::Ru | Lang::Zh => escaped(line),
    };
    let measure = f64::from(picture.width);
    let mut texts = String::new();
    let mut y = MARGIN;
    for line in text::wrapped(above, 17.0, true, measure) {
        y += 22.0;
        let _ = write!(
            texts,
            "<text class=\"p-l p-b\" x=\"{at}\" y=\"{y}\"{anchor}>{}</text>",
            directed(&line)
        );
    }
    let top = y + 16.0;
    y = top + f64::from(picture.height) + 6.0;
    for note in &picture.notes {
        y += 4.0;
        for line in text::wrapped(note, 11.0, false, measure) {
            y += 15.0;
            let _ = write!(
                texts,
                "<text class=\"p-s p-q\" x=\"{at}\" y=\"{y}\"{anchor}>{}</text>",
                directed(&line)
            );
        }
    }
    let height = (y + MARGIN).ceil();
    let Picture { id, lang, .. } = picture;
    // Links lead nowhere in a file that was drawn without; with some, its parts can be reached.
    let role = if picture.body.contains("<a ") {
        "group"
    } else {
        "img"
    };
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"pic\" id=\"{id}\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"{role}\" xml:lang=\"{}\" \
         font-family=\"{FONTS}\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\">\
         <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc><style>{rules}</style>\
         <path fill=\"{paper}\" d=\"M0 0H{width}V{height}H0z\"/>{texts}\
         <g transform=\"translate({MARGIN} {top})\">{}</g></svg>\n",
        lang.code(),
        escaped(&picture.title),
        escaped(&picture.desc),
        picture.body,
    );
    Printed {
        svg,
        width: whole(width),
        height: whole(height),
    }
}

/// A length in whole pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` holds what does not fit at the nearest that does"
)]
fn whole(length: f64) -> u32 {
    length.ceil() as u32
}

#[cfg(test)]
mod tests;
