//! Several treaties' curves laid over each other, each labelled at its end.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::line::Line;
use super::{Along, CurveFrame, CurveSeries, axes, on_day, steps_of};
use crate::drawn::{Drawing, Picture, linked};
use crate::scale::{self, Days, Tick, Years};
use crate::svg::{N, escaped};
use crate::text;

/// Dashes of lines of one colour; the first is solid.
const DASHES: [&str; 4] = [
    "",
    " stroke-dasharray=\"7 3\"",
    " stroke-dasharray=\"2 2.5\"",
    " stroke-dasharray=\"10 3 2 3\"",
];

/// One count of several treaties, by date or by years since each was opened for signature.
///
/// By date the lines end on the last day of the frame and the marked day is a line; by years each
/// ends where it stood on the marked day.
pub fn several(
    drawing: &Drawing<'_>,
    series: &[CurveSeries<'_>],
    frame: &CurveFrame<'_>,
) -> Picture {
    let plot = Plot::new(drawing, series, frame);
    let mut body = String::with_capacity(series.len() * 2048 + 2048);
    if plot.drawn.is_empty() {
        axes::nothing(
            &mut body,
            drawing.words,
            "curves-empty",
            (frame.width(), plot.top, plot.bottom),
        );
    } else {
        plot.ground(&mut body);
        plot.day(&mut body);
        plot.curves(&mut body);
        plot.labels(&mut body);
        body.push_str("</g>");
    }
    Picture {
        id: drawing.id.to_owned(),
        lang: drawing.words.text_lang(),
        width: frame.width.max(300),
        height: plot.height,
        title: plot.title(),
        desc: plot.desc(),
        body,
        notes: Vec::new(),
    }
}

/// What days are measured on.
enum Across {
    Days(Days),
    Years(Years),
}

/// One line with what it ends with.
struct Drawn<'a> {
    series: &'a CurveSeries<'a>,
    line: Line,
    count: u32,
}

struct Plot<'a> {
    drawing: &'a Drawing<'a>,
    frame: &'a CurveFrame<'a>,
    drawn: Vec<Drawn<'a>>,
    across: Across,
    counts: scale::Counts,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    height: u32,
}

/// The last day of a line.
fn last(frame: &CurveFrame<'_>) -> Date {
    match frame.along {
        Along::Date => frame.to,
        Along::Years => frame.on.min(frame.to),
    }
}

/// Year nought of a line.
fn opened(series: &CurveSeries<'_>) -> Option<Date> {
    series
        .opened
        .or_else(|| series.curve.points.first().map(|point| point.on))
}

impl<'a> Plot<'a> {
    fn new(
        drawing: &'a Drawing<'a>,
        series: &'a [CurveSeries<'a>],
        frame: &'a CurveFrame<'a>,
    ) -> Plot<'a> {
        let words = drawing.words;
        let (tally, last) = (frame.tally, last(frame));
        let count = |one: &CurveSeries<'_>| tally.of(&on_day(&one.curve.points, last));
        let shown: Vec<&CurveSeries<'_>> = series
            .iter()
            .filter(|one| {
                one.curve
                    .points
                    .first()
                    .is_some_and(|first| first.on <= last)
            })
            .collect();
        let highest = shown
            .iter()
            .flat_map(|one| one.curve.points.iter().filter(|point| point.on <= last))
            .map(|point| tally.of(&point.counts))
            .max()
            .unwrap_or(0);

        let rows = u32::try_from(shown.len()).unwrap_or(u32::MAX).min(400);
        let least = if frame.is_narrow() { 380 } else { 440 };
        let height = least.max(rows * 16 + 60);
        let (top, bottom) = (20.0, f64::from(height) - 45.0);
        let counts = scale::Counts::new(highest, top, bottom);
        let left = text::width(&words.number(u64::from(counts.most())), 12.0, false) + 10.0;
        let widest = shown.iter().map(|one| label_width(&label(one), count(one)));
        let right = frame.width() - widest.fold(0.0, f64::max) - 14.0;
        let oldest = shown
            .iter()
            .filter_map(|one| opened(one))
            .map(|day| years(day, last));
        let across = match frame.along {
            Along::Date => Across::Days(Days::new(frame.from, frame.to, left, right)),
            Along::Years => Across::Years(Years::new(oldest.fold(1.0, f64::max), left, right)),
        };
        let drawn = shown
            .into_iter()
            .map(|series| Drawn {
                line: line(series, frame, &across, &counts),
                count: count(series),
                series,
            })
            .collect();
        Plot {
            drawing,
            frame,
            drawn,
            across,
            counts,
            left,
            right,
            top,
            bottom,
            height,
        }
    }

    fn title(&self) -> String {
        let key = match self.frame.along {
            Along::Date => "curves-title",
            Along::Years => "curves-title-years",
        };
        let args = [
            ("what", self.frame.short.into()),
            ("tally", self.frame.tally.name().into()),
            ("n", self.drawn.len().into()),
        ];
        self.drawing.words.text_with(key, &args)
    }

    fn desc(&self) -> String {
        let words = self.drawing.words;
        if self.drawn.is_empty() {
            return words.text("curves-empty").into_owned();
        }
        let key = match self.frame.along {
            Along::Date => "curves-desc",
            Along::Years => "curves-desc-years",
        };
        let ends = self
            .drawn
            .iter()
            .map(|drawn| format!("{} {}", drawn.series.short, drawn.count));
        let ends = ends.collect::<Vec<_>>().join(", ");
        let day = words.date(last(self.frame));
        words.text_with(key, &[("day", day.into()), ("ends", ends.into())])
    }

    fn ground(&self, out: &mut String) {
        let words = self.drawing.words;
        out.push_str("<g class=\"pic-plot\">");
        let apart = if self.frame.is_narrow() { 44.0 } else { 58.0 };
        let (ticks, caption): (Vec<Tick>, Option<_>) = match &self.across {
            Across::Days(days) => (days.ticks(words, apart), None),
            Across::Years(years) => {
                (years.ticks(words, apart), Some(words.text("curves-years")))
            }
        };
        let place = (self.left, self.right, self.bottom);
        axes::counts(out, &self.counts.ticks(words), place);
        axes::across(out, &ticks, place);
        if let Some(caption) = caption {
            let _ = write!(
                out,
                "<text class=\"p-s p-q\" x=\"{}\" y=\"{}\">{}</text>",
                N(self.left),
                N(self.bottom + 39.0),
                escaped(&text::directed(&caption)),
            );
        }
    }

    /// The marked day, where days are what is measured.
    fn day(&self, out: &mut String) {
        let Across::Days(days) = &self.across else {
            return;
        };
        if !days.holds(self.frame.on) {
            return;
        }
        let x = days.at(self.frame.on);
        let said = self.drawing.words.date(self.frame.on);
        let wide = text::width(&said, 12.0, true);
        let at = (x - wide / 2.0).clamp(0.0, (self.frame.width() - wide).max(0.0));
        let _ = write!(
            out,
            "<path class=\"p-day\" d=\"M{} {}V{}\"/><text class=\"p-b p-accent\" x=\"{}\" y=\"12\">{}</text>",
            N(x),
            N(self.top - 2.0),
            N(self.bottom),
            N(at),
            escaped(&text::directed(&said)),
        );
    }

    fn curves(&self, out: &mut String) {
        for (n, drawn) in self.drawn.iter().enumerate() {
            let _ = write!(
                out,
                "<path class=\"l l-{}\"{} d=\"{}\"/>",
                n % 6,
                dash(n),
                drawn.line.path()
            );
        }
    }

    /// What each line is: beside its end by years, in a column at the right by date.
    fn labels(&self, out: &mut String) {
        let column = || {
            let heights = vec![15.0; self.drawn.len()];
            let ends: Vec<f64> = self.drawn.iter().map(|drawn| drawn.line.end()).collect();
            let spread = scale::spread(&ends, &heights, 14.0, self.bottom + 12.0);
            spread.into_iter().map(|y| (self.right + 13.0, y)).collect()
        };
        let places: Vec<(f64, f64)> = match self.across {
            Across::Days(_) => column(),
            Across::Years(_) => self.beside().unwrap_or_else(column),
        };
        for (n, (drawn, (x, y))) in self.drawn.iter().zip(places).enumerate() {
            let from = (drawn.line.right + 2.0, drawn.line.end());
            if (from.1 - y).abs() > 1.0 || x - from.0 > 6.0 {
                let _ = write!(
                    out,
                    "<path class=\"p-lead\" d=\"M{} {}L{} {}\"/>",
                    N(from.0),
                    N(from.1),
                    N(x - 3.0),
                    N(y)
                );
            }
            let inner = format!(
                "<text class=\"p-halo l-{}\" x=\"{}\" y=\"{}\"><tspan class=\"p-b\">{}</tspan> {}</text>",
                n % 6,
                N(x),
                N(y + 4.0),
                escaped(&label(drawn.series)),
                escaped(&self.drawing.words.number(u64::from(drawn.count))),
            );
            linked(out, self.drawing.links.treaty(drawn.series.treaty), &inner);
        }
    }

    /// A place near each line's end where no other label is and, if there is one, no line either;
    /// nothing where there are too many for that.
    fn beside(&self) -> Option<Vec<(f64, f64)>> {
        let mut order: Vec<usize> = (0..self.drawn.len()).collect();
        order.sort_by(|a, b| {
            let (a, b) = (&self.drawn[*a].line, &self.drawn[*b].line);
            let upwards = a.end().total_cmp(&b.end());
            b.right.total_cmp(&a.right).then(upwards)
        });
        let mut taken: Vec<(f64, f64, f64)> = Vec::new();
        let mut places = vec![(0.0, 0.0); self.drawn.len()];
        for n in order {
            let drawn = &self.drawn[n];
            let wide = label_width(&label(drawn.series), drawn.count);
            let x = drawn.line.right + 6.0;
            let is_free = |y: f64| {
                let over = |(left, right, at): &(f64, f64, f64)| {
                    x < *right && x + wide > *left && (y - at).abs() < 15.0
                };
                y >= 10.0 && y <= self.bottom - 6.0 && !taken.iter().any(over)
            };
            let mut best: Option<(f64, f64)> = None;
            // Ever further from the line's end, until nothing further can be better.
            for step in 0..400_u32 {
                let shift = f64::from(step.div_ceil(2)) * 3.0;
                if best.is_some_and(|(cost, _)| cost <= shift) {
                    break;
                }
                let y = drawn.line.end() + if step % 2 == 0 { shift } else { -shift };
                if is_free(y) {
                    let cost = shift + self.crossed((x, x + wide), y) * 9.0;
                    if best.is_none_or(|(least, _)| cost < least) {
                        best = Some((cost, y));
                    }
                }
            }
            let (_, y) = best?;
            taken.push((x, x + wide, y));
            places[n] = (x, y);
        }
        Some(places)
    }

    /// How many lines pass through a label.
    fn crossed(&self, span: (f64, f64), y: f64) -> f64 {
        let lines = self.drawn.iter().map(|drawn| &drawn.line);
        let crossed = lines.filter(|line| line.crosses(span, (y - 6.0, y + 6.0)));
        f64::from(u32::try_from(crossed.count()).unwrap_or(u32::MAX))
    }
}

/// The steps of one treaty, in pixels.
fn line(
    series: &CurveSeries<'_>,
    frame: &CurveFrame<'_>,
    across: &Across,
    counts: &scale::Counts,
) -> Line {
    let tally = frame.tally;
    let end = last(frame);
    let points = series.curve.points.iter().filter(|point| point.on <= end);
    let steps = points.map(|point| (point.on, counts.at(tally.of(&point.counts))));
    match across {
        Across::Days(days) => steps_of(series, frame, days, counts)
            .unwrap_or_else(|| Line::new(std::iter::empty(), days.at(end))),
        Across::Years(scale) => {
            let nought = opened(series).unwrap_or(end);
            let within = steps.map(|(day, y)| (scale.at(years(nought, day)), y));
            Line::new(within, scale.at(years(nought, end)))
        }
    }
}

/// Years from one day to another, never fewer than none.
fn years(from: Date, to: Date) -> f64 {
    (scale::days_between(from, to) / 365.2425).max(0.0)
}

fn label(series: &CurveSeries<'_>) -> String {
    text::cut(series.short, 12.0, true, 120.0)
}

fn label_width(label: &str, count: u32) -> f64 {
    text::width(label, 12.0, true) + text::width(&format!(" {count}"), 12.0, false)
}

/// The dash of the n-th line: with its colour, one of 24.
fn dash(n: usize) -> &'static str {
    DASHES[(n + n / 12) % DASHES.len()]
}
