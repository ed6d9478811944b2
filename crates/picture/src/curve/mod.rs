//! Accession curves: how many had signed, consented, were parties, day by day, as steps.

mod axes;
mod line;
mod one;
mod several;

use jiff::civil::Date;
use treaty::TreatyId;
use words::Words;
use world::view::{AimView, AimWhat, Counts, CurvePoint, CurveView, MeetingView};

pub use one::one;
pub use several::several;

/// The width of a curve beside text.
pub const WIDE: u32 = 736;
/// The width of a curve on a phone: text keeps its size, and there is less of it.
pub const NARROW: u32 = 328;

/// What a curve is set in. `CurveFrame { goals, ..CurveFrame::new("CCM", from, to, on) }`.
#[derive(Debug, Clone, Copy)]
pub struct CurveFrame<'a> {
    /// The treaty's short name, or what several have in common.
    pub short: &'a str,
    /// The first day shown.
    pub from: Date,
    /// The last day shown.
    pub to: Date,
    /// The marked day.
    pub on: Date,
    /// The day on which the treaty entered into force.
    pub in_force: Option<Date>,
    /// What is aimed at.
    pub goals: &'a [Goal],
    /// Its meetings.
    pub meetings: &'a [MeetingView],
    /// In pixels, from 300: [`WIDE`], [`NARROW`], or what the page has.
    pub width: u32,
    /// For several treaties: along what they are laid over each other.
    pub along: Along,
    /// For several treaties and for small multiples: what is counted.
    pub tally: Tally,
}

impl<'a> CurveFrame<'a> {
    /// A wide frame without goals and meetings.
    pub fn new(short: &'a str, from: Date, to: Date, on: Date) -> CurveFrame<'a> {
        CurveFrame {
            short,
            from,
            to,
            on,
            in_force: None,
            goals: &[],
            meetings: &[],
            width: WIDE,
            along: Along::Date,
            tally: Tally::Consents,
        }
    }

    pub(crate) fn is_narrow(&self) -> bool {
        self.width < 520
    }

    pub(crate) fn width(&self) -> f64 {
        f64::from(self.width.max(300))
    }
}

/// A number that is aimed at, or that something depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// What it is, with its number: `130 States Parties (Dubrovnik Action Plan)`.
    pub label: String,
    /// The number.
    pub target: u32,
    /// By when, where a day is set.
    pub day: Option<Date>,
}

impl Goal {
    /// What a treaty, or a plan under it, aims at.
    pub fn of(words: &Words, aim: &AimView) -> Goal {
        let n = ("n", aim.target.into());
        let by = aim.by.map(|by| words.partial_date(by));
        let label = match (aim.what, by) {
            (AimWhat::EntryIntoForce, _) => words.text_with("goal-entry-into-force", &[n]),
            (AimWhat::Everybody, _) => words.text_with("goal-everybody", &[n]),
            (AimWhat::Plan, None) => words.text_with("goal-plan", &[n]),
            (AimWhat::Plan, Some(by)) => {
                words.text_with("goal-plan-by", &[n, ("by", by.into())])
            }
        };
        Goal {
            label,
            target: aim.target,
            day: aim.by.map(|by| by.latest()),
        }
    }
}

/// Along what curves are laid over each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Along {
    /// Days of the calendar.
    #[default]
    Date,
    /// Years since each was opened for signature.
    Years,
}

/// What a curve counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Tally {
    /// Signatures that stand.
    Signatures,
    /// Consents that stand.
    #[default]
    Consents,
    /// Those for whom the treaty is in force.
    Parties,
}

impl Tally {
    /// All, in the order in which they are drawn: the last lies on top.
    pub const ALL: [Tally; 3] = [Tally::Signatures, Tally::Consents, Tally::Parties];

    /// The count.
    pub fn of(self, counts: &Counts) -> u32 {
        match self {
            Tally::Signatures => counts.signatures,
            Tally::Consents => counts.consents,
            Tally::Parties => counts.parties,
        }
    }

    /// Its name in classes, in `data-count` and in the keys of words.
    pub fn name(self) -> &'static str {
        match self {
            Tally::Signatures => "signatures",
            Tally::Consents => "consents",
            Tally::Parties => "parties",
        }
    }

    /// `stroke-dasharray` with a blank before; empty for a solid line.
    pub(crate) fn dash(self) -> &'static str {
        match self {
            Tally::Signatures => " stroke-dasharray=\"2 2.5\"",
            Tally::Consents => " stroke-dasharray=\"7 3\"",
            Tally::Parties => "",
        }
    }
}

/// One of several curves.
#[derive(Debug, Clone, Copy)]
pub struct CurveSeries<'a> {
    /// The treaty.
    pub treaty: &'a TreatyId,
    /// Its short name, the label of its line.
    pub short: &'a str,
    /// Its curve.
    pub curve: &'a CurveView,
    /// When it was opened for signature: year nought of [`Along::Years`]. Without, its first act.
    pub opened: Option<Date>,
}

/// The counts at the end of a day.
pub(crate) fn on_day(points: &[CurvePoint], day: Date) -> Counts {
    let upto = points.partition_point(|point| point.on <= day);
    points[..upto]
        .last()
        .map_or_else(Counts::default, |point| point.counts)
}

/// The steps of a series by date, in pixels; none where it has no act up to the last day.
pub(crate) fn steps_of(
    series: &CurveSeries<'_>,
    frame: &CurveFrame<'_>,
    days: &crate::scale::Days,
    counts: &crate::scale::Counts,
) -> Option<line::Line> {
    let first = series
        .curve
        .points
        .first()
        .filter(|first| first.on <= frame.to)?;
    let before = on_day(&series.curve.points, days.from());
    let left = (days.at(days.from()), counts.at(frame.tally.of(&before)));
    // A treaty that began later begins where it began.
    let began = first.on <= days.from();
    let within = days.within(&series.curve.points, frame.to);
    let steps =
        within.map(|point| (days.at(point.on), counts.at(frame.tally.of(&point.counts))));
    Some(line::Line::new(
        began.then_some(left).into_iter().chain(steps),
        days.at(frame.to),
    ))
}
