//! States × treaties on a day, as a poster.

use std::fmt::Write as _;

use world::view::{MatrixRow, MatrixView, Standing};

use crate::drawn::{Drawing, Picture, linked};
use crate::legend::{self, Called, STANDINGS};
use crate::style;
use crate::svg::{self, N, escaped};
use crate::text;

const CELL: f64 = 17.0;
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
    let names = view
        .rows
        .iter()
        .map(|row| text::width(&row.name, 11.0, false));
    let name = names.fold(60.0, f64::max).min(240.0) + 8.0;
    let block = name + columns * CELL;
    let heads = view
        .treaties
        .iter()
        .map(|treaty| text::width(&treaty.short, 11.0, true));
    let top = heads.fold(0.0, f64::max).min(160.0) + 8.0;

    let mut body = style::defs(drawing.id);
    for (n, rows) in (0_u32..).zip(view.rows.chunks(each)) {
        let left = f64::from(n) * (block + GAP);
        head(&mut body, drawing, view, (left + name, top));
        for (n, row) in (0_u32..).zip(rows) {
            drawn_row(
                &mut body,
                drawing,
                row,
                (left, left + name, top + f64::from(n) * CELL),
            );
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
            (words, &Called::new()),
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
    let told = view.treaties.iter().map(|treaty| {
        format!(
            "{}{}{}",
            treaty.short,
            words.colon(),
            treaty.counts.consents
        )
    });
    let told = told.collect::<Vec<_>>().join(", ");
    Picture {
        id: drawing.id.to_owned(),
        lang: words.text_lang(),
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

/// One path for each standing of the row, then all its letters.
fn drawn_row(
    out: &mut String,
    drawing: &Drawing<'_>,
    row: &MatrixRow,
    (left, boxes, top): (f64, f64, f64),
) {
    let room = boxes - left - 6.0;
    let name = format!(
        "<text class=\"p-s\" x=\"{}\" y=\"{}\">{}</text>",
        N(left),
        N(top + 12.5),
        escaped(&text::directed(&text::cut(&row.name, 11.0, false, room))),
    );
    linked(out, drawing.links.state(row.iso3), &name);
    let _ = write!(
        out,
        "<path class=\"p-grid\" d=\"M{} {}H{}\"/>",
        N(left),
        N(top + CELL),
        N(boxes)
    );
    for standing in STANDINGS {
        let cells = (0_u32..).zip(row.standings.iter().zip(&row.open));
        let places: Vec<f64> = cells
            .filter(|(_, (found, open))| {
                **found == standing && (standing != Standing::None || **open)
            })
            .map(|(n, _)| boxes + f64::from(n) * CELL)
            .collect();
        if !places.is_empty() {
            cells_of(out, drawing, standing, &places, top);
        }
    }
}

/// The boxes of one standing in a row: full for a party; otherwise a band of the pattern, so that
/// the letter stands on plain paper.
fn cells_of(
    out: &mut String,
    drawing: &Drawing<'_>,
    standing: Standing,
    places: &[f64],
    top: f64,
) {
    let path = |shape: &str| {
        let mut path = String::with_capacity(places.len() * 24);
        for x in places {
            path.push('M');
            svg::push(&mut path, x + 1.0);
            path.push(' ');
            svg::push(&mut path, top + 1.0);
            path.push_str(shape);
        }
        path
    };
    let whole = path("h15v15h-15z");
    let (class, shape) = (style::class(standing), style::shape(drawing.id, standing));
    let (middle, on) = match standing {
        Standing::Party | Standing::None => {
            let _ = write!(out, "<path{shape} stroke-width=\"0.75\" d=\"{whole}\"/>");
            (
                CELL / 2.0,
                if standing == Standing::Party {
                    " on-party"
                } else {
                    ""
                },
            )
        }
        Standing::Contracting | Standing::Signatory | Standing::Withdrawn => {
            let _ = write!(
                out,
                "<path class=\"st-{class}\" stroke-width=\"0.75\" d=\"{whole}\"/>\
                 <path{shape} stroke-width=\"0.75\" d=\"{}\"/>",
                path("h5v15h-5z")
            );
            (CELL / 2.0 + 2.5, "")
        }
    };
    let letter = legend::letter(drawing.words, standing);
    let start = format!("<text class=\"p-s p-b st-{class}{on}\" text-anchor=\"middle\"");
    let y = N(top + 12.5);
    let mut one = letter.chars();
    // One text with a place for each letter, where letters do not join.
    if let (Some(_), None) = (one.next(), one.next())
        && !text::is_arabic(&letter)
    {
        let mut at = String::with_capacity(places.len() * 6);
        for x in places {
            if !at.is_empty() {
                at.push(' ');
            }
            svg::push(&mut at, x + middle);
        }
        let letters = letter.repeat(places.len());
        let _ = write!(
            out,
            "{start} x=\"{at}\" y=\"{y}\">{}</text>",
            escaped(&letters)
        );
    } else {
        for x in places {
            let _ = write!(
                out,
                "{start} x=\"{}\" y=\"{y}\">{}</text>",
                N(x + middle),
                escaped(&letter)
            );
        }
    }
}
