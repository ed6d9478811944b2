//! One treaty's curve, with what is aimed at, its meetings and a marked day.

mod marks;

use std::fmt::Write as _;

use jiff::civil::Date;
use words::Words;
use world::view::{Counts, CurveView, MeetingView};

use super::line::Line;
use super::{CurveFrame, Tally, axes, on_day};
use crate::drawn::{Drawing, Picture};
use crate::scale::{self, Days};
use crate::svg::{N, escaped};
use crate::text;

/// Signatures, consents and parties of one treaty, step by step.
///
/// The group `pic-plot` says in `data-from`, `data-to`, `data-left`, `data-right`, `data-top`,
/// `data-bottom` and `data-most` how days and numbers are laid out, so that a script can move the
/// group `pic-day`; numbers to be said anew carry `data-count`, the day carries `data-day`.
pub fn one(drawing: &Drawing<'_>, curve: &CurveView, frame: &CurveFrame<'_>) -> Picture {
    let plot = Plot::new(drawing, curve, frame);
    let mut body = String::with_capacity(12 * 1024);
    plot.readout(&mut body);
    if plot.lines.is_empty() {
        axes::nothing(
            &mut body,
            drawing.words,
            "curve-empty",
            (frame.width(), plot.top, plot.bottom),
        );
    } else {
        plot.ground(&mut body);
        plot.in_force(&mut body);
        plot.goals(&mut body);
        plot.curves(&mut body);
        plot.ends(&mut body);
        plot.day(&mut body);
        plot.meetings(&mut body);
        body.push_str("</g>");
    }
    Picture {
        id: drawing.id.to_owned(),
        lang: drawing.words.text_lang(),
        width: frame.width.max(300),
        height: plot.height,
        title: plot.title(),
        desc: plot.desc(curve),
        body,
        notes: Vec::new(),
    }
}

/// Where everything stands.
struct Plot<'a> {
    drawing: &'a Drawing<'a>,
    words: &'a Words,
    frame: &'a CurveFrame<'a>,
    meetings: Vec<(Date, &'a MeetingView)>,
    readout: Vec<Vec<Said>>,
    on: Counts,
    end: Counts,
    lines: Vec<(Tally, Line)>,
    days: Days,
    counts: scale::Counts,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    height: u32,
}

/// A piece of the line over the plot: the day, or a count.
struct Said {
    tally: Option<Tally>,
    number: String,
    word: String,
}

impl<'a> Plot<'a> {
    fn new(drawing: &'a Drawing<'a>, curve: &CurveView, frame: &'a CurveFrame<'a>) -> Plot<'a> {
        let words = drawing.words;
        let (on, end) = (
            on_day(&curve.points, frame.on),
            on_day(&curve.points, frame.to),
        );
        let shown = curve.points.iter().filter(|point| point.on <= frame.to);
        let most = |tally: Tally| shown.clone().map(|point| tally.of(&point.counts)).max();
        let drawn: Vec<Tally> = Tally::ALL
            .into_iter()
            .filter(|tally| most(*tally).is_some_and(|most| most > 0))
            .collect();
        let meetings: Vec<(Date, &MeetingView)> = frame
            .meetings
            .iter()
            .map(|meeting| (meeting.start.earliest(), meeting))
            .filter(|(day, _)| frame.from <= *day && *day <= frame.to)
            .collect();
        let readout = readout(words, frame, &drawn, &on);

        let lines_over = f64::from(u32::try_from(readout.len()).unwrap_or(1));
        let top = 18.0 * lines_over + if frame.in_force.is_some() { 34.0 } else { 18.0 };
        let lane = if meetings.is_empty() { 0.0 } else { 28.0 };
        let height = if frame.is_narrow() { 343.0 } else { 403.0 } + lane;
        let bottom = height - 29.0 - lane;

        let highest = drawn
            .iter()
            .filter_map(|tally| most(*tally))
            .max()
            .unwrap_or(0);
        let aimed = frame
            .goals
            .iter()
            .map(|goal| goal.target)
            .max()
            .unwrap_or(0);
        let counts = scale::Counts::new(highest.max(aimed), top, bottom);
        let widest = words.number(u64::from(counts.most()));
        let left = text::width(&widest, 12.0, false) + 10.0;
        let labels = drawn
            .iter()
            .map(|tally| end_width(words, frame, *tally, &end));
        let right = frame.width() - labels.fold(0.0, f64::max) - 14.0;
        let days = Days::new(frame.from, frame.to, left, right);
        let lines = drawn
            .into_iter()
            .map(|tally| {
                let first = (
                    left,
                    counts.at(tally.of(&on_day(&curve.points, days.from()))),
                );
                let within = days.within(&curve.points, frame.to);
                let steps =
                    within.map(|point| (days.at(point.on), counts.at(tally.of(&point.counts))));
                let end = days.at(frame.to);
                (tally, Line::new(std::iter::once(first).chain(steps), end))
            })
            .collect();
        Plot {
            drawing,
            words,
            frame,
            meetings,
            readout,
            on,
            end,
            lines,
            days,
            counts,
            left,
            right,
            top,
            bottom,
            // Lengths here are at most some thousand pixels.
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "below 500"
            )]
            height: height as u32,
        }
    }

    fn title(&self) -> String {
        self.words.text_with(
            "curve-title",
            &[
                ("short", self.frame.short.into()),
                ("from", self.frame.from.year().to_string().into()),
                ("to", self.frame.to.year().to_string().into()),
            ],
        )
    }

    fn desc(&self, curve: &CurveView) -> String {
        let words = self.words;
        let Some(first) = curve
            .points
            .first()
            .filter(|first| first.on <= self.frame.to)
        else {
            return words.text("curve-empty").into_owned();
        };
        let said = |key: &str, day: Date, counts: &Counts| {
            let day = words.date(day);
            let mut args = vec![("day", day.into())];
            args.extend(Tally::ALL.map(|tally| (tally.name(), tally.of(counts).into())));
            words.text_with(key, &args)
        };
        let mut sentences = vec![
            said("curve-desc-first", first.on, &first.counts),
            said("curve-desc-on", self.frame.on, &self.on),
        ];
        if self.frame.on != self.frame.to {
            sentences.push(said("curve-desc-end", self.frame.to, &self.end));
        }
        if let Some(day) = self.frame.in_force {
            sentences.push(said("curve-desc-in-force", day, &self.on));
        }
        for goal in self.frame.goals {
            sentences
                .push(words.text_with("curve-desc-goal", &[("goal", (&goal.label).into())]));
        }
        if !self.meetings.is_empty() {
            let n = self.meetings.len();
            sentences.push(words.text_with("curve-desc-meetings", &[("n", n.into())]));
        }
        sentences.join(" ")
    }

    /// What the marked day's values are, over the plot.
    fn readout(&self, out: &mut String) {
        let mut y = 0.0;
        for line in &self.readout {
            y += 18.0;
            let _ = write!(
                out,
                "<text class=\"p-m pic-said\" x=\"0\" y=\"{}\">",
                N(y - 4.0)
            );
            for (n, said) in line.iter().enumerate() {
                let _ = match said.tally {
                    None => write!(
                        out,
                        "<tspan class=\"p-b p-accent\" data-day=\"{}\">{}</tspan>",
                        self.frame.on,
                        escaped(&text::directed(&said.number))
                    ),
                    Some(tally) => write!(
                        out,
                        "<tspan>{}</tspan><tspan class=\"p-b\" data-count=\"{}\">{}</tspan><tspan> {}</tspan>",
                        if n == 0 { "" } else { " \u{a0}\u{b7}\u{a0} " },
                        tally.name(),
                        escaped(&said.number),
                        escaped(&text::directed(&said.word)),
                    ),
                };
            }
            out.push_str("</text>");
        }
    }

    /// Opens the plot: scales, grid, years.
    fn ground(&self, out: &mut String) {
        let (left, right, top, bottom) = (self.left, self.right, self.top, self.bottom);
        let _ = write!(
            out,
            "<g class=\"pic-plot\" data-from=\"{}\" data-to=\"{}\" data-left=\"{}\" data-right=\"{}\" \
             data-top=\"{}\" data-bottom=\"{}\" data-most=\"{}\">",
            self.days.from(),
            self.days.to(),
            N(left),
            N(right),
            N(top),
            N(bottom),
            self.counts.most(),
        );
        let apart = if self.frame.is_narrow() { 44.0 } else { 58.0 };
        axes::counts(out, &self.counts.ticks(self.words), (left, right, bottom));
        axes::across(
            out,
            &self.days.ticks(self.words, apart),
            (left, right, bottom),
        );
    }

    fn curves(&self, out: &mut String) {
        for (tally, line) in &self.lines {
            let (name, dash) = (tally.name(), tally.dash());
            if *tally == Tally::Parties {
                let _ = write!(
                    out,
                    "<path class=\"a-parties\" d=\"{}\"/>",
                    line.area(self.bottom)
                );
            }
            let _ = write!(
                out,
                "<path class=\"l l-{name}\"{dash} d=\"{}\"/>",
                line.path()
            );
        }
    }

    /// What each line is, at its end.
    fn ends(&self, out: &mut String) {
        let row = if self.frame.is_narrow() { 31.0 } else { 17.0 };
        // Of lines that end together the topmost is told first.
        let lines = || self.lines.iter().rev();
        let wanted: Vec<f64> = lines().map(|(_, line)| line.end()).collect();
        let heights = vec![row; wanted.len()];
        let placed = scale::spread(&wanted, &heights, self.top - 8.0, self.bottom + 4.0);
        for ((tally, line), y) in lines().zip(placed) {
            let name = tally.name();
            let count = tally.of(&self.end);
            let number = self.words.number(u64::from(count));
            let word = self
                .words
                .text_with(&format!("curve-{name}"), &[("n", count.into())]);
            let (number, word) = (escaped(&number), escaped(&text::directed(&word)));
            let x = N(self.right + 13.0);
            let _ = write!(
                out,
                "<path class=\"p-lead\" d=\"M{} {}L{} {}\"/>",
                N(line.right + 2.0),
                N(line.end()),
                N(self.right + 10.0),
                N(y),
            );
            let _ = if self.frame.is_narrow() {
                write!(
                    out,
                    "<text class=\"p-m p-b l-{name}\" x=\"{x}\" y=\"{}\">{number}</text>\
                     <text class=\"p-s l-{name}\" x=\"{x}\" y=\"{}\">{word}</text>",
                    N(y),
                    N(y + 12.0)
                )
            } else {
                write!(
                    out,
                    "<text class=\"l-{name}\" x=\"{x}\" y=\"{}\"><tspan class=\"p-b\">{number}</tspan> {word}</text>",
                    N(y + 4.0)
                )
            };
        }
    }

    /// The marked day: a line that a script can move, with a point on each curve.
    fn day(&self, out: &mut String) {
        let x = self.days.at(self.frame.on);
        let hidden = if self.days.holds(self.frame.on) {
            ""
        } else {
            " visibility=\"hidden\""
        };
        let _ = write!(
            out,
            "<g class=\"pic-day\" transform=\"translate({} 0)\"{hidden}>\
             <path class=\"p-day\" d=\"M0 {}V{}\"/><path class=\"p-grip\" d=\"M0 {}l6 9h-12z\"/>",
            N(x),
            N(self.top - 2.0),
            N(self.bottom),
            N(self.bottom),
        );
        for (tally, _) in &self.lines {
            let _ = write!(
                out,
                "<circle class=\"p-dot\" data-count=\"{}\" r=\"3.5\" cy=\"{}\"/>",
                tally.name(),
                N(self.counts.at(tally.of(&self.on))),
            );
        }
        let _ = write!(
            out,
            "</g><path class=\"p-hit pic-drag\" d=\"M{} {}H{}V{}H{}z\"/>",
            N(self.left),
            N(self.top),
            N(self.right),
            N(self.bottom + 10.0),
            N(self.left),
        );
    }
}

/// The marked day and its counts, in as many lines as the width asks for.
fn readout(
    words: &Words,
    frame: &CurveFrame<'_>,
    drawn: &[Tally],
    on: &Counts,
) -> Vec<Vec<Said>> {
    let mut lines = vec![vec![Said {
        tally: None,
        number: words.date(frame.on),
        word: String::new(),
    }]];
    let mut room = frame.width() - text::width(&words.date(frame.on), 13.0, true);
    for tally in drawn.iter().rev() {
        let count = tally.of(on);
        let said = Said {
            tally: Some(*tally),
            number: words.number(u64::from(count)),
            word: words.text_with(&format!("curve-{}", tally.name()), &[("n", count.into())]),
        };
        let wide = text::width(&said.number, 13.0, true)
            + text::width(&format!("  ·  {}", said.word), 13.0, false);
        let first_of_narrow = lines.len() == 1 && frame.is_narrow();
        if wide > room || first_of_narrow {
            lines.push(Vec::new());
            room = frame.width();
        }
        room -= wide;
        if let Some(line) = lines.last_mut() {
            line.push(said);
        }
    }
    lines
}

/// How wide the label at a line's end is.
fn end_width(words: &Words, frame: &CurveFrame<'_>, tally: Tally, end: &Counts) -> f64 {
    let count = tally.of(end);
    let number = words.number(u64::from(count));
    let word = words.text_with(&format!("curve-{}", tally.name()), &[("n", count.into())]);
    if frame.is_narrow() {
        let (number, word) = (
            text::width(&number, 13.0, true),
            text::width(&word, 11.0, false),
        );
        number.max(word)
    } else {
        text::width(&number, 12.0, true) + text::width(&format!(" {word}"), 12.0, false)
    }
}
