//! One participant's standings under each treaty over time, with what it did.

use std::fmt::Write as _;

use jiff::civil::Date;
use treaty::TreatyId;
use world::view::{Span, Standing};

use crate::drawn::{Drawing, Picture, linked};
use crate::legend::{self, Called, STANDINGS, swatch};
use crate::scale::Days;
use crate::style;
use crate::svg::{N, escaped};
use crate::text;

/// One row: a treaty.
#[derive(Debug, Clone)]
pub struct TimelineRow<'a> {
    /// The treaty.
    pub treaty: &'a TreatyId,
    /// Its short name.
    pub short: &'a str,
    /// The treaty's own terms for standings.
    pub called: Called,
    /// From which day the participant stood where, ascending.
    pub spans: &'a [Span],
    /// What it did, by day.
    pub acts: Vec<Mark>,
}

/// An act on a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The day, or the first it can have been.
    pub day: Date,
    /// What, as the reader is told: `accession`.
    pub what: String,
}

/// What a timeline is set in.
#[derive(Debug, Clone, Copy)]
pub struct TimelineFrame<'a> {
    /// The participant's name.
    pub name: &'a str,
    /// The first day shown.
    pub from: Date,
    /// The last day shown.
    pub to: Date,
    /// The marked day.
    pub on: Date,
    /// In pixels, from 300.
    pub width: u32,
}

const ROW: f64 = 32.0;
const BAR: f64 = 14.0;

/// A row for each treaty: a bar for each standing, a mark for each act, a line for the day.
pub fn participant(
    drawing: &Drawing<'_>,
    rows: &[TimelineRow<'_>],
    frame: &TimelineFrame<'_>,
) -> Picture {
    let words = drawing.words;
    let width = f64::from(frame.width.max(300));
    let is_narrow = frame.width < 520;
    let most = if is_narrow { 92.0 } else { 190.0 };
    let widest = rows
        .iter()
        .map(|row| text::width(row.short, 12.0, true))
        .fold(0.0, f64::max);
    let left = widest.min(most) + 10.0;
    let days = Days::new(frame.from, frame.to, left, width - 8.0);
    let top = 24.0;
    let bottom = top + ROW * f64::from(u32::try_from(rows.len()).unwrap_or(u32::MAX).min(2000));

    let mut body = style::defs(drawing.id);
    if rows.is_empty() {
        let said = words.text("timeline-empty");
        let _ = write!(
            body,
            "<text class=\"p-m p-q\" x=\"0\" y=\"48\">{}</text>",
            escaped(&text::directed(&said))
        );
    } else {
        ground(&mut body, drawing, &days, (left, top, bottom), is_narrow);
    }
    for (n, row) in (0_u32..).zip(rows) {
        let middle = top + ROW * (f64::from(n) + 0.5);
        drawn_row(&mut body, drawing, row, &days, (left, middle));
    }
    if !rows.is_empty() && days.holds(frame.on) {
        let x = days.at(frame.on);
        let path = format!("M{} {}V{}", N(x), N(top - 6.0), N(bottom));
        let said = words.date(frame.on);
        let wide = text::width(&said, 12.0, true);
        let _ = write!(
            body,
            "<path class=\"p-under\" d=\"{path}\"/><path class=\"p-day\" d=\"{path}\"/>\
             <text class=\"p-b p-accent\" x=\"{}\" y=\"12\">{}</text>",
            N((x - wide / 2.0).clamp(0.0, (width - wide).max(0.0))),
            escaped(&text::directed(&said)),
        );
    }
    let seen: Vec<Standing> = STANDINGS
        .into_iter()
        .filter(|standing| *standing != Standing::None)
        .filter(|standing| {
            rows.iter()
                .any(|row| row.spans.iter().any(|span| span.standing == *standing))
        })
        .collect();
    let legend_top = if rows.is_empty() { 72.0 } else { bottom + 38.0 };
    // Treaties have terms of their own; one key over several says what they have in common.
    let general = Called::new();
    let called = match rows {
        [row] => &row.called,
        _ => &general,
    };
    let taken = legend::standings(
        &mut body,
        drawing.id,
        (words, called),
        &seen,
        (0.0, legend_top, width),
    );
    let height = legend_top + if seen.is_empty() { 0.0 } else { taken };
    Picture {
        id: drawing.id.to_owned(),
        lang: words.text_lang(),
        width: frame.width.max(300),
        // Some dozen rows of some dozen pixels.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "see above"
        )]
        height: height.ceil() as u32,
        title: words.text_with("timeline-title", &[("name", frame.name.into())]),
        desc: desc(drawing, rows, frame),
        body,
        notes: Vec::new(),
    }
}

fn ground(
    out: &mut String,
    drawing: &Drawing<'_>,
    days: &Days,
    (left, top, bottom): (f64, f64, f64),
    is_narrow: bool,
) {
    let apart = if is_narrow { 46.0 } else { 64.0 };
    let mut grid = String::new();
    for tick in days.ticks(drawing.words, apart) {
        let _ = write!(grid, "M{} {}V{}", N(tick.at), N(top), N(bottom));
        let _ = write!(
            out,
            "<text class=\"p-q\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            N(tick.at),
            N(bottom + 17.0),
            escaped(&tick.label),
        );
    }
    let _ = write!(out, "<path class=\"p-grid\" d=\"{grid}\"/>");
    let _ = write!(
        out,
        "<path class=\"p-axis\" d=\"M{} {}H{}\"/>",
        N(left),
        N(bottom),
        N(days.at(days.to()))
    );
}

fn drawn_row(
    out: &mut String,
    drawing: &Drawing<'_>,
    row: &TimelineRow<'_>,
    days: &Days,
    (left, middle): (f64, f64),
) {
    let label = format!(
        "<text class=\"p-b\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
        N(left - 10.0),
        N(middle + 4.0),
        escaped(&text::directed(&text::cut(
            row.short,
            12.0,
            true,
            left - 10.0
        ))),
    );
    linked(out, drawing.links.treaty(row.treaty), &label);
    let _ = write!(
        out,
        "<path class=\"p-grid\" d=\"M{} {}H{}\"/>",
        N(left),
        N(middle),
        N(days.at(days.to()))
    );
    for (n, span) in row.spans.iter().enumerate() {
        let until = row.spans.get(n + 1).map_or(days.to(), |next| next.from);
        let drawn = span.standing != Standing::None && span.from <= days.to();
        if !drawn || until < days.from() {
            continue;
        }
        let (from, to) = (days.at(span.from), days.at(until));
        // What lasted some weeks is seen all the same.
        let wide = (to - from).max(2.0);
        let letter = legend::letter(drawing.words, span.standing);
        let said = if wide >= 16.0 { letter.as_str() } else { "" };
        swatch(
            out,
            drawing.id,
            span.standing,
            (from, middle - BAR / 2.0, wide, BAR),
            said,
        );
    }
    for act in row.acts.iter().filter(|act| days.holds(act.day)) {
        let _ = write!(
            out,
            "<g><title>{}</title><path class=\"p-hit\" d=\"M{x} {}m-6 -12h12v24h-12z\"/>\
             <path class=\"p-tick\" d=\"M{x} {}l-3.5 -6h7z\"/></g>",
            escaped(&format!("{} · {}", drawing.words.date(act.day), act.what)),
            N(middle),
            N(middle - BAR / 2.0),
            x = N(days.at(act.day)),
        );
    }
}

/// Where it stood on the day, treaty by treaty.
fn desc(drawing: &Drawing<'_>, rows: &[TimelineRow<'_>], frame: &TimelineFrame<'_>) -> String {
    let words = drawing.words;
    if rows.is_empty() {
        return words.text("timeline-empty").into_owned();
    }
    let standings = rows.iter().map(|row| {
        let upto = row.spans.partition_point(|span| span.from <= frame.on);
        let standing = row.spans[..upto]
            .last()
            .map_or(Standing::None, |span| span.standing);
        let standing = legend::one(words, &row.called, standing);
        format!("{}{}{standing}", row.short, words.colon())
    });
    let standings = standings.collect::<Vec<_>>().join(&words.semicolon());
    let on = words.date(frame.on);
    let args = [
        ("name", frame.name.into()),
        ("from", words.date(frame.from).into()),
        ("to", words.date(frame.to).into()),
        ("on", on.into()),
        ("standings", standings.into()),
    ];
    words.text_with("timeline-desc", &args)
}
