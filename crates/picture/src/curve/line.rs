//! One stepwise line.

use crate::svg;

/// A line of steps, in pixels: from each place on, the height it has there.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Where it begins, and each step after: `(x, y)`, `x` ascending.
    pub(crate) steps: Vec<(f64, f64)>,
    /// Where it ends.
    pub(crate) right: f64,
}

impl Line {
    /// From places ascending; of several at one place the last counts, and places at which
    /// nothing changes are left out.
    pub(crate) fn new(points: impl Iterator<Item = (f64, f64)>, right: f64) -> Line {
        let mut steps: Vec<(f64, f64)> = Vec::new();
        for (x, y) in points {
            match steps.last_mut() {
                Some(last) if (last.0 - x).abs() < 0.05 => last.1 = y,
                Some(last) if (last.1 - y).abs() < 0.005 => {}
                Some(_) | None => steps.push((x, y)),
            }
        }
        Line { steps, right }
    }

    /// The height at its end.
    pub(crate) fn end(&self) -> f64 {
        self.steps.last().map_or(0.0, |step| step.1)
    }

    /// Its path: along, then up or down.
    pub(crate) fn path(&self) -> String {
        let mut d = String::with_capacity(self.steps.len() * 14 + 16);
        for (n, (x, y)) in self.steps.iter().enumerate() {
            if n == 0 {
                d.push('M');
                svg::push(&mut d, *x);
                d.push(' ');
            } else {
                d.push('H');
                svg::push(&mut d, *x);
                d.push('V');
            }
            svg::push(&mut d, *y);
        }
        d.push('H');
        svg::push(&mut d, self.right);
        d
    }

    /// The surface between it and the ground.
    pub(crate) fn area(&self, ground: f64) -> String {
        let mut d = self.path();
        d.push('V');
        svg::push(&mut d, ground);
        d.push('H');
        svg::push(&mut d, self.steps.first().map_or(0.0, |step| step.0));
        d.push('z');
        d
    }

    /// Whether it passes through a box.
    pub(crate) fn crosses(&self, x: (f64, f64), y: (f64, f64)) -> bool {
        let ends = self
            .steps
            .iter()
            .skip(1)
            .map(|step| step.0)
            .chain([self.right]);
        let mut before = None;
        for (step, end) in self.steps.iter().zip(ends) {
            if step.0 <= x.1 && end >= x.0 {
                // The level part, and the step up to it from the one before.
                let level = step.1 >= y.0 && step.1 <= y.1;
                let within = step.0 >= x.0 && step.0 <= x.1;
                let rise = before.is_some_and(|from: f64| {
                    within && from.min(step.1) <= y.1 && from.max(step.1) >= y.0
                });
                if level || rise {
                    return true;
                }
            }
            before = Some(step.1);
        }
        false
    }
}
