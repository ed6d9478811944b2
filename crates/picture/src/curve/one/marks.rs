//! What is marked on a curve: its entry into force, what is aimed at, the meetings.

use std::fmt::Write as _;

use words::Words;
use world::view::MeetingView;

use super::Plot;
use crate::curve::Goal;
use crate::drawn::linked;
use crate::svg::{N, escaped};
use crate::text;

impl Plot<'_> {
    pub(super) fn in_force(&self, out: &mut String) {
        let Some(day) = self.frame.in_force.filter(|day| self.days.holds(*day)) else {
            return;
        };
        let x = self.days.at(day);
        let said = self
            .words
            .text_with("curve-in-force", &[("day", self.words.date(day).into())]);
        let wide = text::width(&said, 12.0, false);
        let (at, anchor) = if x + wide < self.frame.width() {
            (x, "start")
        } else {
            (x.max(wide), "end")
        };
        let inner = format!(
            "<path class=\"p-force\" d=\"M{x} {}V{}\"/>\
             <text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            N(self.top - 6.0),
            N(self.bottom),
            N(at),
            N(self.top - 11.0),
            escaped(&text::directed(&said)),
            x = N(x),
        );
        linked(out, self.drawing.links.day(day), &inner);
    }

    pub(super) fn goals(&self, out: &mut String) {
        for goal in self.frame.goals {
            let y = self.counts.at(goal.target);
            let _ = write!(
                out,
                "<path class=\"p-goal\" d=\"M{} {y}H{}\"/>",
                N(self.left),
                N(self.right),
                y = N(y)
            );
            if let Some(day) = goal.day.filter(|day| self.days.holds(*day)) {
                let x = N(self.days.at(day));
                let _ = write!(
                    out,
                    "<path class=\"p-mark\" d=\"M{x} {}l4 4-4 4-4-4z\"/>",
                    N(y - 4.0)
                );
            }
            self.goal_label(out, goal, y);
        }
    }

    /// The label of a goal stands over its line where nothing passes, or, failing that, under it.
    fn goal_label(&self, out: &mut String, goal: &Goal, y: f64) {
        let wide = text::width(&goal.label, 11.0, false);
        let upright = [Some(self.frame.on), self.frame.in_force].map(|day| {
            day.filter(|day| self.days.holds(*day))
                .map(|day| self.days.at(day))
        });
        let places = [
            (self.left + 4.0, "start", 0.0),
            (self.right - 4.0, "end", wide),
            ((self.left + self.right) / 2.0, "middle", wide / 2.0),
            (upright[1].unwrap_or(self.left) + 5.0, "start", 0.0),
            (upright[0].unwrap_or(self.right) - 5.0, "end", wide),
        ];
        let free = |x: f64, before: f64, over: bool| {
            let span = (x - before - 2.0, x - before + wide + 2.0);
            let height = if over {
                (y - 15.0, y - 2.0)
            } else {
                (y + 2.0, y + 15.0)
            };
            let upright = upright.iter().flatten();
            let mut curves = self.lines.iter();
            !upright.clone().any(|x| span.0 < *x && *x < span.1)
                && !curves.any(|(_, line)| line.crosses(span, height))
        };
        let tried = [true, false]
            .into_iter()
            .flat_map(|over| places.into_iter().map(move |place| (over, place)));
        let (over, (x, anchor, _)) = tried
            .clone()
            .find(|(over, (x, _, before))| free(*x, *before, *over))
            .unwrap_or((true, places[0]));
        let _ = write!(
            out,
            "<text class=\"p-s p-q p-halo\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            N(x),
            N(if over { y - 5.0 } else { y + 13.0 }),
            escaped(&text::directed(&goal.label)),
        );
    }

    pub(super) fn meetings(&self, out: &mut String) {
        if self.meetings.is_empty() {
            return;
        }
        let y = self.bottom + 42.0;
        let _ = write!(
            out,
            "<path class=\"p-grid\" d=\"M{} {}H{}\"/><text class=\"p-s p-q\" x=\"{}\" y=\"{}\">{}</text>",
            N(self.left),
            N(y),
            N(self.right),
            N(self.right + 13.0),
            N(y + 4.0),
            escaped(&text::directed(&self.words.text("curve-meetings"))),
        );
        for (day, meeting) in &self.meetings {
            let x = self.days.at(*day);
            let inner = format!(
                "<title>{}</title><path class=\"p-hit\" d=\"M{} {}h10v24h-10z\"/>\
                 <path class=\"p-mark\" d=\"M{} {}h3v12h-3z\"/>",
                escaped(&meeting_title(self.words, meeting)),
                N(x - 5.0),
                N(y - 12.0),
                N(x - 1.5),
                N(y - 6.0),
            );
            let links = self.drawing.links;
            linked(
                out,
                links.meeting(&meeting.id).or_else(|| links.day(*day)),
                &inner,
            );
        }
    }
}

/// `Meeting of States Parties 11 · Geneva · 21 November 2023`.
fn meeting_title(words: &Words, meeting: &MeetingView) -> String {
    let kind = words
        .find(&format!("meeting-{}", meeting.kind.to_ascii_lowercase()))
        .map_or_else(|| meeting.kind.clone(), std::borrow::Cow::into_owned);
    let name = match &meeting.number {
        Some(number) => format!("{kind} {number}"),
        None => kind,
    };
    let day = words.partial_date(meeting.start);
    let parts = [Some(name), meeting.place.clone(), Some(day)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
