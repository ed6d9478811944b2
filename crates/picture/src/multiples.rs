//! Small multiples: one small curve for each treaty, all on the same scales.

use std::fmt::Write as _;

use crate::curve::{CurveFrame, CurveSeries, Tally, on_day, steps_of};
use crate::drawn::{Drawing, Picture, linked};
use crate::scale::{self, Days};
use crate::svg::{N, escaped};
use crate::text;

const PANEL: f64 = 128.0;
const GAP: f64 = 18.0;

/// One count of each treaty, in panels; [`CurveFrame::tally`] says which. The number in a panel is
/// that of the marked day.
pub fn curves(
    drawing: &Drawing<'_>,
    series: &[CurveSeries<'_>],
    frame: &CurveFrame<'_>,
) -> Picture {
    let words = drawing.words;
    let columns = ((frame.width() + GAP) / (150.0 + GAP)).floor().max(2.0);
    let wide = (frame.width() - GAP * (columns - 1.0)) / columns;
    let most = |one: &CurveSeries<'_>| {
        let points = one.curve.points.iter().filter(|point| point.on <= frame.to);
        points
            .map(|point| frame.tally.of(&point.counts))
            .max()
            .unwrap_or(0)
    };
    let most = series.iter().map(most).max().unwrap_or(0);

    let mut body = String::with_capacity(series.len() * 1800 + 512);
    let (mut x, mut y) = (0.0, 0.0);
    for one in series {
        if x + wide > frame.width() + 0.5 {
            x = 0.0;
            y += PANEL + GAP;
        }
        let _ = write!(body, "<g transform=\"translate({} {})\">", N(x), N(y));
        panel(&mut body, drawing, one, frame, (wide, most));
        body.push_str("</g>");
        x += wide + GAP;
    }
    let mut height = y + PANEL + 6.0;
    if series.is_empty() {
        let said = words.text("curves-empty");
        let _ = write!(
            body,
            "<text class=\"p-m p-q\" x=\"0\" y=\"24\">{}</text>",
            escaped(&text::directed(&said))
        );
        height = 48.0;
    }
    let numbers = series.iter().map(|one| {
        format!(
            "{} {}",
            one.short,
            frame.tally.of(&on_day(&one.curve.points, frame.on))
        )
    });
    let numbers = numbers.collect::<Vec<_>>().join(", ");
    let day = words.date(frame.on);
    Picture {
        id: drawing.id.to_owned(),
        lang: words.text_lang(),
        width: frame.width.max(300),
        // Panels are some hundred pixels high, and there are some dozen.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "see above"
        )]
        height: height as u32,
        title: words.text_with(
            "multiples-title",
            &[
                ("what", frame.short.into()),
                ("tally", frame.tally.name().into()),
            ],
        ),
        desc: words.text_with(
            "multiples-desc",
            &[
                ("day", day.into()),
                ("most", most.into()),
                ("numbers", numbers.into()),
                ("n", series.len().into()),
            ],
        ),
        body,
        notes: Vec::new(),
    }
}

fn panel(
    out: &mut String,
    drawing: &Drawing<'_>,
    one: &CurveSeries<'_>,
    frame: &CurveFrame<'_>,
    (wide, most): (f64, u32),
) {
    let words = drawing.words;
    let (top, bottom) = (24.0, PANEL - 18.0);
    let counts = scale::Counts::new(most, top, bottom);
    let days = Days::new(frame.from, frame.to, 0.0, wide);
    let on = frame.tally.of(&on_day(&one.curve.points, frame.on));
    let number = words.number(u64::from(on));
    let room = wide - text::width(&number, 13.0, true) - 8.0;
    let name = format!(
        "<text class=\"p-b\" x=\"0\" y=\"14\">{}</text>",
        escaped(&text::directed(&text::cut(one.short, 12.0, true, room)))
    );
    linked(out, drawing.links.treaty(one.treaty), &name);
    let (mut grid, mut labels) = (String::new(), String::new());
    for tick in counts.ticks(words).iter().skip(1) {
        let _ = write!(grid, "M0 {}H{}", N(tick.at), N(wide));
        let _ = write!(
            labels,
            "<text class=\"p-s p-q p-halo\" x=\"0\" y=\"{}\">{}</text>",
            N(tick.at + 11.0),
            escaped(&tick.label)
        );
    }
    let _ = write!(
        out,
        "<text class=\"p-m p-b\" x=\"{w}\" y=\"14\" text-anchor=\"end\">{}</text>\
         <path class=\"p-grid\" d=\"{grid}\"/>",
        escaped(&number),
        w = N(wide),
    );
    if let Some(line) = steps_of(one, frame, &days, &counts) {
        let class = frame.tally.name();
        if frame.tally != Tally::Signatures {
            let _ = write!(
                out,
                "<path class=\"a-parties\" d=\"{}\"/>",
                line.area(bottom)
            );
        }
        let _ = write!(out, "<path class=\"l l-{class}\" d=\"{}\"/>", line.path());
    }
    // Over the line, which may run where they stand.
    out.push_str(&labels);
    let _ = write!(
        out,
        "<path class=\"p-axis\" d=\"M0 {b}H{w}\"/>\
         <text class=\"p-s p-q\" x=\"0\" y=\"{l}\">{}</text>\
         <text class=\"p-s p-q\" x=\"{w}\" y=\"{l}\" text-anchor=\"end\">{}</text>",
        frame.from.year(),
        days.to().year(),
        b = N(bottom),
        w = N(wide),
        l = N(PANEL - 4.0),
    );
    if days.holds(frame.on) && frame.on != frame.to {
        let x = N(days.at(frame.on));
        let _ = write!(
            out,
            "<path class=\"p-day\" d=\"M{x} {}V{}\"/><circle class=\"p-dot\" r=\"3\" cx=\"{x}\" cy=\"{}\"/>",
            N(top),
            N(bottom),
            N(counts.at(on)),
        );
    }
}
