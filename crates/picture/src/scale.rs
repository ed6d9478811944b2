//! From days and counts to places on the paper, and where ticks stand.

use jiff::civil::Date;
use words::Words;
use world::view::CurvePoint;

/// Days along a line. Days outside are drawn at its ends.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    from: Date,
    to: Date,
    days: f64,
    left: f64,
    right: f64,
}

/// A tick: where, and its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// What it says.
    pub label: String,
}

impl Days {
    /// `from` stands at `left`, `to` at `right`. A span of less than a year is made one, so that
    /// there is something to see.
    pub fn new(from: Date, to: Date, left: f64, right: f64) -> Days {
        let year = from.saturating_add(jiff::Span::new().days(365));
        let to = to.max(year);
        let days = days_between(from, to).max(1.0);
        Days {
            from,
            to,
            days,
            left,
            right,
        }
    }

    /// The first day.
    pub fn from(&self) -> Date {
        self.from
    }

    /// The last day.
    pub fn to(&self) -> Date {
        self.to
    }

    /// Where a day stands.
    pub fn at(&self, day: Date) -> f64 {
        let share = days_between(self.from, day) / self.days;
        self.left + share.clamp(0.0, 1.0) * (self.right - self.left)
    }

    /// Whether a day lies within.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// The points of a curve within, up to a last day.
    pub(crate) fn within<'c>(
        &self,
        points: &'c [CurvePoint],
        last: Date,
    ) -> impl Iterator<Item = &'c CurvePoint> {
        let days = *self;
        points
            .iter()
            .filter(move |point| days.holds(point.on) && point.on <= last)
    }

    /// Ticks at round years, or at the first of a month where years are too far apart, no closer
    /// than `apart` pixels.
    pub fn ticks(&self, words: &Words, apart: f64) -> Vec<Tick> {
        let width = self.right - self.left;
        let year = 365.2425 / self.days * width;
        // Fewer than two whole years: months, whose labels are longer.
        if self.days < 2.0 * 366.0 {
            for months in [1_i16, 2, 3, 6] {
                if year / 12.0 * f64::from(months) >= apart * 2.2 {
                    return self.months(words, months);
                }
            }
        }
        let step = [1_i16, 2, 5, 10, 20, 25, 50, 100, 200, 500]
            .into_iter()
            .find(|step| f64::from(*step) * year >= apart)
            .unwrap_or(1000);
        (self.from.year()..=self.to.year())
            .filter(|year| year % step == 0)
            .filter_map(|year| Date::new(year, 1, 1).ok())
            .filter(|day| self.holds(*day))
            .map(|day| Tick {
                at: self.at(day),
                label: day.year().to_string(),
            })
            .collect()
    }

    fn months(&self, words: &Words, step: i16) -> Vec<Tick> {
        let months = (self.from.year()..=self.to.year())
            .flat_map(|year| (1_i8..=12).map(move |month| (year, month)));
        months
            .filter(|(_, month)| (i16::from(*month) - 1) % step == 0)
            .filter_map(|(year, month)| Date::new(year, month, 1).ok())
            .filter(|day| self.holds(*day))
            .map(|day| Tick {
                at: self.at(day),
                label: words.partial_date(treaty::PartialDate::Month(day.year(), day.month())),
            })
            .collect()
    }
}

/// Years from nought along a line.
#[derive(Debug, Clone, Copy)]
pub struct Years {
    most: f64,
    left: f64,
    right: f64,
}

impl Years {
    /// Nought stands at `left`, `most` at `right`.
    pub fn new(most: f64, left: f64, right: f64) -> Years {
        Years {
            most: most.max(1.0),
            left,
            right,
        }
    }

    /// Where a number of years stands; what is beyond, at the ends.
    pub fn at(&self, years: f64) -> f64 {
        self.left + (years / self.most).clamp(0.0, 1.0) * (self.right - self.left)
    }

    /// Ticks at round numbers of years, nought included, no closer than `apart` pixels.
    pub fn ticks(&self, words: &Words, apart: f64) -> Vec<Tick> {
        let year = (self.right - self.left) / self.most;
        let step = [1_u32, 2, 5, 10, 20, 25, 50, 100, 200, 500]
            .into_iter()
            .find(|step| f64::from(*step) * year >= apart)
            .unwrap_or(1000);
        (0..)
            .map(|n| n * step)
            .take_while(|n| f64::from(*n) <= self.most)
            .map(|n| Tick {
                at: self.at(f64::from(n)),
                label: words.number(u64::from(n)),
            })
            .collect()
    }
}

/// Days from one to the other; negative where the second is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> f64 {
    let hours = to.duration_since(from).as_hours();
    // A span of days of the calendar is far below 2^53.
    #[expect(clippy::cast_precision_loss, reason = "at most 7 million")]
    let days = (hours / 24) as f64;
    days
}

/// Counts up a line, from nought.
#[derive(Debug, Clone, Copy)]
pub struct Counts {
    most: u32,
    step: u32,
    top: f64,
    bottom: f64,
}

impl Counts {
    /// Nought stands at `bottom`; `most`, and the round number above it, at or below `top`.
    pub fn new(most: u32, top: f64, bottom: f64) -> Counts {
        let room = (bottom - top).max(1.0);
        let most = most.max(4);
        let step = [1_u32, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000]
            .into_iter()
            .find(|step| room * f64::from(*step) / f64::from(most) >= 44.0)
            .unwrap_or(most);
        // A little air above the highest, not always a whole step.
        let most = most + (most / 20).max(1);
        Counts {
            most,
            step,
            top,
            bottom,
        }
    }

    /// The number at the top.
    pub fn most(&self) -> u32 {
        self.most
    }

    /// Where a number stands.
    pub fn at(&self, n: u32) -> f64 {
        let share = (f64::from(n) / f64::from(self.most)).min(1.0);
        self.bottom - share * (self.bottom - self.top)
    }

    /// Ticks at round numbers, nought included.
    pub fn ticks(&self, words: &Words) -> Vec<Tick> {
        (0..=self.most / self.step)
            .map(|n| n * self.step)
            .map(|n| Tick {
                at: self.at(n),
                label: words.number(u64::from(n)),
            })
            .collect()
    }
}

/// Moves labels that stand at `wanted` so far apart that each has its `height`, between `top` and
/// `bottom`, changing no order and moving none further than it must. Gives their middles.
pub fn spread(wanted: &[f64], height: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]).then(a.cmp(b)));
    let mut placed = vec![0.0; wanted.len()];
    // Downwards, each below the one before; then upwards from the bottom, where they ran over.
    let mut free = top;
    for n in &order {
        placed[*n] = wanted[*n].max(free + height[*n] / 2.0);
        free = placed[*n] + height[*n] / 2.0;
    }
    let mut free = bottom;
    for n in order.iter().rev() {
        placed[*n] = placed[*n].min(free - height[*n] / 2.0);
        free = placed[*n] - height[*n] / 2.0;
    }
    placed
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use treaty::Lang;

    use super::*;

    #[test]
    fn days_stand_in_their_order_and_never_outside() {
        let days = Days::new(date(2008, 12, 3), date(2026, 11, 21), 40.0, 640.0);
        assert!((days.at(date(1990, 1, 1)) - 40.0).abs() < 1e-9);
        assert!((days.at(date(2090, 1, 1)) - 640.0).abs() < 1e-9);
        assert!(days.at(date(2010, 8, 1)) < days.at(date(2010, 8, 2)));
    }

    #[test]
    fn ticks_are_round_and_apart() {
        let words = Words::for_lang(Lang::En);
        for (from, to) in [
            (1925, 2026),
            (1968, 2026),
            (2008, 2026),
            (2021, 2026),
            (2024, 2026),
        ] {
            for width in [200.0, 600.0, 1000.0] {
                let days = Days::new(date(from, 6, 17), date(to, 11, 21), 0.0, width);
                let ticks = days.ticks(words, 40.0);
                assert!(
                    ticks.windows(2).all(|two| two[1].at - two[0].at >= 39.0),
                    "{ticks:?}"
                );
                assert!(!ticks.is_empty(), "{from} {width}");
            }
        }
    }

    #[test]
    fn a_short_span_is_told_in_months() {
        let words = Words::for_lang(Lang::Fr);
        let days = Days::new(date(2024, 6, 17), date(2025, 6, 17), 0.0, 600.0);
        let labels: Vec<_> = days
            .ticks(words, 40.0)
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        assert_eq!(
            labels,
            [
                "juillet 2024",
                "septembre 2024",
                "novembre 2024",
                "janvier 2025",
                "mars 2025",
                "mai 2025"
            ]
        );
    }

    #[test]
    fn nothing_is_a_year_long_at_least() {
        let days = Days::new(date(2024, 6, 17), date(2024, 6, 17), 0.0, 600.0);
        assert!(days.at(date(2024, 12, 17)).is_finite());
        assert_eq!(days.to(), date(2025, 6, 17));
    }

    #[test]
    fn counts_begin_at_nought_and_end_below_the_top() {
        for most in [0, 1, 3, 7, 44, 112, 130, 191, 197] {
            let counts = Counts::new(most, 20.0, 320.0);
            assert!((counts.at(0) - 320.0).abs() < 1e-9);
            assert!(counts.at(most) > 20.0, "{most}");
            let ticks = counts.ticks(Words::for_lang(Lang::En));
            assert_eq!(ticks[0].label, "0");
            assert!((2..=8).contains(&ticks.len()), "{most}: {ticks:?}");
        }
    }

    #[test]
    fn labels_get_their_room_in_their_order() {
        let placed = spread(&[100.0, 101.0, 5.0, 199.0, 200.0], &[14.0; 5], 0.0, 200.0);
        let mut sorted = placed.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(
            sorted.windows(2).all(|two| two[1] - two[0] >= 13.99),
            "{placed:?}"
        );
        assert!(placed[0] < placed[1] && placed[3] < placed[4] && placed[2] < placed[0]);
        assert!(sorted[4] <= 193.01);
    }
}
