//! How the members of each group stand, as bars of equal length.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;
use world::view::Standing;

use crate::drawn::{Drawing, Picture, linked};
use crate::legend::{self, Called, STANDINGS, swatch};
use crate::style;
use crate::svg::{N, escaped};
use crate::text;

/// One bar: a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// Its name.
    pub label: String,
    /// Where its name leads.
    pub address: Option<String>,
    /// How many of its members stand where.
    pub counts: BTreeMap<Standing, u32>,
}

impl GroupRow {
    fn count(&self, standing: Standing) -> u32 {
        self.counts.get(&standing).copied().unwrap_or(0)
    }

    /// Whose consent stands.
    fn bound(&self) -> u32 {
        self.count(Standing::Party) + self.count(Standing::Contracting)
    }

    fn all(&self) -> u32 {
        self.counts.values().sum()
    }
}

/// What bars are set in.
#[derive(Debug, Clone, Copy)]
pub struct BarsFrame<'a> {
    /// The treaty's short name.
    pub short: &'a str,
    /// The treaty's own terms for standings.
    pub called: &'a Called,
    /// The day.
    pub on: Date,
    /// In pixels, from 300.
    pub width: u32,
}

/// A bar for each group, of its members by standing, with the numbers as text. All bars are of one
/// length, for groups are of all sizes: what is compared is the share.
pub fn groups(drawing: &Drawing<'_>, rows: &[GroupRow], frame: &BarsFrame<'_>) -> Picture {
    let words = drawing.words;
    let width = f64::from(frame.width.max(300));
    let is_narrow = frame.width < 520;
    let widest = rows
        .iter()
        .map(|row| text::width(&row.label, 12.0, false))
        .fold(0.0, f64::max);
    // On a phone the name stands over its bar.
    let left = if is_narrow {
        0.0
    } else {
        widest.min(230.0) + 12.0
    };
    let totals = rows
        .iter()
        .map(|row| text::width(&total(drawing, row), 12.0, true));
    let totals = totals.fold(0.0, f64::max);
    let right = if is_narrow {
        width
    } else {
        width - totals - 12.0
    };
    let row_height = if is_narrow { 50.0 } else { 31.0 };

    let mut body = style::defs(drawing.id);
    let mut y = 0.0;
    for row in rows {
        let room = if is_narrow {
            width - totals - 12.0
        } else {
            left - 12.0
        };
        let (name_at, bar) = if is_narrow {
            (y + 14.0, y + 20.0)
        } else {
            (y + 19.0, y + 5.0)
        };
        let place = if is_narrow {
            "x=\"0\"".to_owned()
        } else {
            format!("x=\"{}\" text-anchor=\"end\"", N(left - 12.0))
        };
        let lines = name_lines(&row.label, room, is_narrow);
        let mut at = name_at - if lines.len() > 1 { 6.5 } else { 0.0 };
        let mut label = String::new();
        for line in &lines {
            let line = escaped(&text::directed(line));
            let _ = write!(label, "<text {place} y=\"{}\">{line}</text>", N(at));
            at += 13.0;
        }
        linked(&mut body, row.address.clone(), &label);
        let _ = write!(
            body,
            "<text class=\"p-b\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            N(width),
            N(name_at),
            escaped(&text::directed(&total(drawing, row))),
        );
        segments(&mut body, drawing, row, (left, bar, right));
        y += row_height;
    }
    if rows.is_empty() {
        let said = words.text("bars-empty");
        let _ = write!(
            body,
            "<text class=\"p-m p-q\" x=\"0\" y=\"24\">{}</text>",
            escaped(&text::directed(&said))
        );
        y = 40.0;
    }
    let seen: Vec<Standing> = STANDINGS
        .into_iter()
        .filter(|standing| rows.iter().any(|row| row.count(*standing) > 0))
        .collect();
    y += 12.0;
    if !seen.is_empty() {
        let terms = (words, frame.called);
        y += legend::standings(&mut body, drawing.id, terms, &seen, (0.0, y, width));
    }
    let told = rows
        .iter()
        .map(|row| format!("{}{}{}", row.label, words.colon(), total(drawing, row)));
    let told = told.collect::<Vec<_>>().join(&words.semicolon());
    let day = words.date(frame.on);
    Picture {
        id: drawing.id.to_owned(),
        lang: words.text_lang(),
        width: frame.width.max(300),
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "some dozen rows"
        )]
        height: y.ceil() as u32,
        title: words.text_with(
            "bars-title",
            &[("short", frame.short.into()), ("on", (&day).into())],
        ),
        desc: if rows.is_empty() {
            words.text("bars-empty").into_owned()
        } else {
            words.text_with("bars-desc", &[("on", (&day).into()), ("told", told.into())])
        },
        body,
        notes: Vec::new(),
    }
}

/// The name in one line or, beside its bar, in two.
fn name_lines(label: &str, room: f64, is_narrow: bool) -> Vec<String> {
    let lines = text::wrapped(label, 12.0, false, room);
    if is_narrow || lines.len() < 2 {
        return vec![text::cut(label, 12.0, false, room)];
    }
    let rest = lines[1..].join(" ");
    vec![lines[0].clone(), text::cut(&rest, 12.0, false, room)]
}

/// `41 of 54`.
fn total(drawing: &Drawing<'_>, row: &GroupRow) -> String {
    let args = [("n", row.bound().into()), ("all", row.all().into())];
    drawing.words.text_with("bars-total", &args)
}

fn segments(
    out: &mut String,
    drawing: &Drawing<'_>,
    row: &GroupRow,
    (left, top, right): (f64, f64, f64),
) {
    let all = f64::from(row.all().max(1));
    let mut x = left;
    for standing in STANDINGS {
        let count = row.count(standing);
        if count == 0 {
            continue;
        }
        let wide = (right - left) * f64::from(count) / all;
        let number = drawing.words.number(u64::from(count));
        let fits = text::width(&number, 11.0, true) + 4.0 <= wide;
        let said = if fits { number.as_str() } else { "" };
        swatch(out, drawing.id, standing, (x, top, wide, 20.0), said);
        x += wide;
    }
}
