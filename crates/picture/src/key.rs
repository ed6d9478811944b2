//! What the colours and patterns of a picture of standings mean, with how many of each: said alike
//! under maps and tiles, and to pages that say it themselves.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use words::Words;
use world::view::{ParticipantStatus, Standing, StatusView};

use crate::legend;
use crate::style;
use crate::svg::{N, escaped};
use crate::text;

/// Every standing, in the order of pages.
pub const STANDINGS: [Standing; 5] = [
    Standing::Party,
    Standing::Contracting,
    Standing::Signatory,
    Standing::Withdrawn,
    Standing::None,
];

/// A row of the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which standing.
    pub standing: Standing,
    /// Its name over several: `States Parties`, or the treaty's own term.
    pub many: String,
    /// How many of the view's participants stand there.
    pub count: usize,
}

/// The standings that somebody has, with how many: the legend of a picture, as data.
pub fn rows(words: &Words, view: &StatusView) -> Vec<Row> {
    rows_of(words, view, &mut view.participants.iter())
}

/// The same for some of the participants.
pub(crate) fn rows_of(
    words: &Words,
    view: &StatusView,
    some: &mut dyn Iterator<Item = &ParticipantStatus>,
) -> Vec<Row> {
    let mut counts = BTreeMap::<Standing, usize>::new();
    for who in some {
        *counts.entry(who.standing).or_default() += 1;
    }
    let row = |standing| {
        let count = *counts.get(&standing)?;
        let many = many(words, view, standing);
        Some(Row {
            standing,
            many,
            count,
        })
    };
    STANDINGS.into_iter().filter_map(row).collect()
}

fn many(words: &Words, view: &StatusView, standing: Standing) -> String {
    let Some(term) = view.called.get(&standing) else {
        return words
            .text(&format!("{}-many", legend::key(standing)))
            .into_owned();
    };
    let term = legend::capital(&term.many);
    match standing {
        // The term means all that signed; here are those that did no more.
        Standing::Signatory => words.text_with("standing-only", &[("what", term.into())]),
        Standing::Party | Standing::Contracting | Standing::Withdrawn | Standing::None => term,
    }
}

/// Counts in a sentence: `States Parties: 112, Signatories only: 12`.
pub(crate) fn listed(words: &Words, rows: &[Row]) -> String {
    let each = rows.iter().map(|row| {
        words.text_with(
            "key-count",
            &[
                ("what", row.many.as_str().into()),
                ("n", words.number(row.count as u64).into()),
            ],
        )
    });
    each.collect::<Vec<_>>().join(", ")
}

/// A mark of the key with its text.
pub(crate) struct Entry {
    /// Of which standing it tells, so that a page can say another day's number.
    pub(crate) standing: Option<Standing>,
    /// The elements of the mark, from 0,0 to 24,12.
    pub(crate) mark: String,
    /// What it means.
    pub(crate) text: String,
    /// How many, set apart.
    pub(crate) count: Option<String>,
}

const SIZE: f64 = 13.0;
const MARK: f64 = 32.0;
const LINE: f64 = 22.0;

/// Sets entries in lines no wider than `width`, the first at `top`; gives the elements and their
/// height. A group, so that a page can hide it where it says the same in larger type.
pub(crate) fn set(class: &str, entries: &[Entry], width: f64, top: f64) -> (String, f64) {
    let (mut x, mut y) = (0.0, top);
    let mut out = format!("<g class=\"{class}\">");
    for entry in entries {
        let count = entry.count.as_deref().unwrap_or_default();
        let words = text::width(&entry.text, SIZE, false);
        let wide = MARK + words + text::width(count, SIZE, true);
        if x > 0.0 && x + wide > width {
            x = 0.0;
            y += LINE;
        }
        let tail = entry.count.as_ref().map_or_else(String::new, |count| {
            format!("<tspan class=\"p-b\" dx=\"6\">{}</tspan>", escaped(count))
        });
        let told = entry.standing.map_or_else(String::new, |standing| {
            format!(" data-standing=\"{}\"", style::class(standing))
        });
        write!(
            out,
            "<g{told} transform=\"translate({} {})\">{}<text class=\"p-m\" x=\"{MARK}\" y=\"10.5\">{}{tail}</text></g>",
            N(x),
            N(y),
            entry.mark,
            escaped(&text::directed(&entry.text)),
        )
        .expect("a string takes all");
        x += wide + 16.0;
    }
    out.push_str("</g>");
    (out, y - top + LINE)
}

/// Pixels, no fewer than `height`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pictures are some thousand pixels high"
)]
pub(crate) fn whole(height: f64) -> u32 {
    height.ceil() as u32
}
