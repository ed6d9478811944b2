//! The scales of curves, and what stands where there is no curve.

use std::fmt::Write as _;

use words::Words;

use crate::scale::Tick;
use crate::svg::{N, escaped};
use crate::text;

/// Counts at the left, each with its line across but nought.
pub(super) fn counts(out: &mut String, ticks: &[Tick], (left, right, bottom): (f64, f64, f64)) {
    let mut grid = String::new();
    for tick in ticks {
        if tick.at < bottom - 0.5 {
            let _ = write!(grid, "M{} {}H{}", N(left), N(tick.at), N(right));
        }
        let _ = write!(
            out,
            "<text class=\"p-q\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            N(left - 6.0),
            N(tick.at + 4.0),
            escaped(&tick.label),
        );
    }
    let _ = write!(out, "<path class=\"p-grid\" d=\"{grid}\"/>");
}

/// The axis at the bottom, with room between it and its labels for the mark of the day.
pub(super) fn across(out: &mut String, ticks: &[Tick], (left, right, bottom): (f64, f64, f64)) {
    let mut axis = format!("M{} {}H{}", N(left), N(bottom), N(right));
    for tick in ticks {
        let _ = write!(axis, "M{} {}v5", N(tick.at), N(bottom));
        let _ = write!(
            out,
            "<text class=\"p-q\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            N(tick.at),
            N(bottom + 21.0),
            escaped(&tick.label),
        );
    }
    let _ = write!(out, "<path class=\"p-axis\" d=\"{axis}\"/>");
}

/// The text under `key` in the middle of where the curve would be.
pub(super) fn nothing(
    out: &mut String,
    words: &Words,
    key: &str,
    (width, top, bottom): (f64, f64, f64),
) {
    let lines = text::wrapped(&words.text(key), 13.0, false, width - 48.0);
    for (n, line) in (0_u32..).zip(&lines) {
        let _ = write!(
            out,
            "<text class=\"p-m p-q\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            N(width / 2.0),
            N((top + bottom) / 2.0 + 19.0 * f64::from(n)),
            escaped(&text::directed(line)),
        );
    }
}
