//! What the patterns of the standings mean, under a picture.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use words::Words;
use world::view::{CalledView, Standing};

pub use crate::key::STANDINGS;
use crate::style;
use crate::svg::{N, escaped};
use crate::text;

/// The key of a standing's word; `-letter` behind it gives its letter.
pub fn key(standing: Standing) -> &'static str {
    match standing {
        Standing::Party => "standing-party",
        Standing::Contracting => "standing-contracting",
        Standing::Signatory => "standing-signatory",
        Standing::Withdrawn => "standing-withdrawn",
        Standing::None => "standing-none",
    }
}

/// A treaty's own terms for standings, in the reader's language; empty where it has none.
pub type Called = BTreeMap<Standing, CalledView>;

/// A standing of one participant: `State Party`, or the treaty's own term.
pub fn one(words: &Words, called: &Called, standing: Standing) -> String {
    match called.get(&standing) {
        Some(term) => capital(&term.one),
        None => words.text(key(standing)).into_owned(),
    }
}

/// A term as it begins a line.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The letter of a standing.
pub fn letter(words: &Words, standing: Standing) -> String {
    words
        .text(&format!("{}-letter", key(standing)))
        .into_owned()
}

/// Writes a swatch with its letter and its word, the treaty's own where `called` has one, for each
/// standing, in lines no wider than `width`,
/// the first at `top`. The picture must hold [`style::defs`] of `id`. Gives the height taken.
pub fn standings(
    out: &mut String,
    id: &str,
    (words, called): (&Words, &Called),
    standings: &[Standing],
    (left, top, width): (f64, f64, f64),
) -> f64 {
    let (mut x, mut y) = (left, top);
    for standing in standings {
        let word = one(words, called, *standing);
        let wide = 28.0 + text::width(&word, 12.0, false) + 18.0;
        if x > left && x + wide - 18.0 > left + width {
            x = left;
            y += 22.0;
        }
        swatch(
            out,
            id,
            *standing,
            (x, y, 22.0, 14.0),
            &letter(words, *standing),
        );
        let _ = write!(
            out,
            "<text x=\"{}\" y=\"{}\">{}</text>",
            N(x + 28.0),
            N(y + 11.5),
            escaped(&text::directed(&word))
        );
        x += wide;
    }
    y - top + 22.0
}

/// Writes a box with the pattern of a standing and a text in its middle.
pub(crate) fn swatch(
    out: &mut String,
    id: &str,
    standing: Standing,
    (x, y, width, height): (f64, f64, f64, f64),
    said: &str,
) {
    let _ = write!(
        out,
        "<path{} d=\"M{} {}h{}v{}h-{}z\"/>",
        style::shape(id, standing),
        N(x),
        N(y),
        N(width),
        N(height),
        N(width),
    );
    if said.is_empty() {
        return;
    }
    let middle = x + width / 2.0;
    let on = match standing {
        Standing::Party => " on-party",
        Standing::None => "",
        // Stripes would run through the letter: it stands on a piece of plain paper.
        Standing::Contracting | Standing::Signatory | Standing::Withdrawn => {
            let half = text::width(said, 11.0, true) / 2.0 + 1.5;
            let _ = write!(
                out,
                "<path class=\"p-ground\" d=\"M{} {}h{}v{}h-{}z\"/>",
                N(middle - half),
                N(y + 1.0),
                N(half * 2.0),
                N(height - 2.0),
                N(half * 2.0),
            );
            ""
        }
    };
    let _ = write!(
        out,
        "<text class=\"p-s p-b st-{}{on}\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
        style::class(standing),
        N(middle),
        N(y + height / 2.0 + 4.0),
        escaped(said),
    );
}
