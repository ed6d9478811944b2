//! States × treaties on a day, as a poster.

use std::fmt::Write as _;

use world::view::{MatrixRow, MatrixView, Standing};

use crate::drawn::{Drawing, Picture, linked};
use crate::legend::{self, STANDINGS};
use crate::style;
use crate::svg::{self, N, escaped};
use crate::text;

const CELL: f64 = 17.0;
const NAME: f64 = 150.0;
const GAP: f64 = 28.0;

/// A row for each participant, a column for each treaty, a letter and a pattern in each cell; the
/// rows in as many blocks beside each other as make a sheet.
pub fn standings(drawing: &Drawing<'_>, view: &MatrixView) -> Picture {
    let words = drawing.words;
    let blocks = match view.rows.len() {
        0..=50 => 1,
        51..=120 => 2,
        _ => 3,
    };
    let columns = f64::from(
        u32::try_from(view.treaties.len())
            .unwrap_or(u32::MAX)
            .min(1000),
    );
    let each = view.rows.len().div_ceil(blocks).max(1);
    let block = NAME + columns * CELL;
    let heads = view
        .treaties
        .iter()
        .map(|treaty| text::width(&treaty.short, 11.0, true));
    let top = heads.fold(0.0, f64::max).min(160.0) + 8.0;

    let mut body = style::defs(drawing.id);
    for (n, rows) in (0_u32..).zip(view.rows.chunks(each)) {
        let left = f64::from(n) * (block + GAP);
        head(&mut body, drawing, view, (left + NAME, top));
        for (n, row) in (0_u32..).zip(rows) {
            drawn_row(&mut body, drawing, row, (left, top + f64::from(n) * CELL));
        }
    }
    let shown = f64::from(
        u32::try_from(view.rows.chunks(each).len())
            .unwrap_or(1)
            .max(1),
    );
    let width = (shown * (block + GAP) - GAP).max(300.0);
    let rows = f64::from(u32::try_from(each).unwrap_or(u32::MAX).min(100_000));
    let mut bottom = top + rows * CELL + 18.0;
    if view.rows.is_empty() || view.treaties.is_empty() {
        let said = words.text("poster-empty");
        let _ = write!(
            body,
            "<text class=\"p-m p-q\" x=\"0\" y=\"{}\">{}</text>",
            N(bottom - 12.0),
            escaped(&text::directed(&said))
        );
    } else {
        bottom += legend::standings(
            &mut body,
            drawing.id,
            words,
            &STANDINGS,
            (0.0, bottom, width),
        );
        let said = words.text("poster-shut");
        let _ = write!(
            body,
            "<text class=\"p-q\" x=\"0\" y=\"{}\">{}</text>",
            N(bottom + 10.0),
            escaped(&text::directed(&said))
        );
        bottom += 18.0;
    }
    let day = words.date(view.on);
    let told = view
        .treaties
        .iter()
        .map(|treaty| format!("{}: {}", treaty.short, treaty.counts.consents));
    let told = told.collect::<Vec<_>>().join(", ");
    Picture {
        id: drawing.id.to_owned(),
        lang: words.lang(),
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a sheet of paper"
        )]
        width: width.ceil() as u32,
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a sheet of paper"
        )]
        height: bottom.ceil() as u32,
        title: words.text_with("poster-title", &[("on", (&day).into())]),
        desc: words.text_with(
            "poster-desc",
            &[
                ("states", view.rows.len().into()),
                ("treaties", view.treaties.len().into()),
                ("on", (&day).into()),
                ("told", told.into()),
            ],
        ),
        body,
        notes: Vec::new(),
    }
}

/// The treaties' names, upright over their columns.
fn head(out: &mut String, drawing: &Drawing<'_>, view: &MatrixView, (left, top): (f64, f64)) {
    for (n, treaty) in (0_u32..).zip(&view.treaties) {
        let x = left + (f64::from(n) + 0.5) * CELL + 4.0;
        let text = format!(
            "<text class=\"p-s p-b\" transform=\"translate({} {}) rotate(-90)\">{}</text>",
            N(x),
            N(top - 6.0),
            escaped(&text::directed(&text::cut(
                &treaty.short,
                11.0,
                true,
                160.0
            ))),
        );
        linked(out, drawing.links.treaty(&treaty.treaty), &text);
    }
}

/// One path for each standing of the row, then all its letters in one text with a place for each.
fn drawn_row(
    out: &mut String,
    drawing: &Drawing<'_>,
    row: &MatrixRow,
    (left, top): (f64, f64),
) {
    let words = drawing.words;
    let base = top + 12.5;
    let name = format!(
        "<text class=\"p-s\" x=\"{}\" y=\"{}\">{}</text>",
        N(left),
        N(base),
        escaped(&text::directed(&text::cut(
            &row.name,
            11.0,
            false,
            NAME - 6.0
        ))),
    );
    linked(out, drawing.links.state(row.iso3), &name);
    let _ = write!(
        out,
        "<path class=\"p-grid\" d=\"M{} {}H{}\"/>",
        N(left),
        N(top + CELL),
        N(left + NAME)
    );
    let cells = || (0_u32..).zip(row.standings.iter().zip(&row.open));
    let place = |n: u32| left + NAME + f64::from(n) * CELL;
    for standing in STANDINGS {
        let (mut path, mut at, mut letters) = (String::new(), String::new(), String::new());
        let letter = legend::letter(words, standing);
        for (n, (found, open)) in cells() {
            let shut = *found == Standing::None && !open;
            if *found != standing || shut {
                continue;
            }
            path.push('M');
            svg::push(&mut path, place(n) + 1.0);
            path.push(' ');
            svg::push(&mut path, top + 1.0);
            path.push_str("h15v15h-15z");
            if !at.is_empty() {
                at.push(' ');
            }
            svg::push(&mut at, place(n) + CELL / 2.0);
            letters.push_str(&letter);
        }
        if path.is_empty() {
            continue;
        }
        let class = style::class(standing);
        let _ = write!(
            out,
            "<path{} stroke-width=\"0.75\" d=\"{path}\"/>",
            style::shape(drawing.id, standing)
        );
        // A letter for each place: letters of more than one sign would run into each other.
        if letter.chars().count() == 1 {
            let on = if standing == Standing::Party {
                "on-party"
            } else {
                "p-halo"
            };
            let _ = write!(
                out,
                "<text class=\"p-s p-b st-{class} {on}\" x=\"{at}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                N(base),
                escaped(&letters),
            );
        }
    }
}
