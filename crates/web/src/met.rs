//! Meetings as people call them, and days that follow each other as one writes them.

use treaty::PartialDate;
use words::Arg;
use world::view::{Distance, Margin, MeetingView};

use crate::frame::Frame;
use crate::part::Name;
use crate::said::MeetingKind;

/// Kinds that are counted: `Eleventh Meeting of States Parties`.
const COUNTED: [&str; 5] = [
    "artxiv",
    "conferenceofparties",
    "friendsministerial",
    "msp",
    "revcon",
];

/// A number beyond this is a year or something else, not a place in a series.
const LAST_COUNTED: i64 = 60;

impl Frame {
    /// A meeting's name: `Eleventh Meeting of States Parties`, `Workshop Manila-2025`.
    pub(crate) fn meeting_name<'n>(
        &'n self,
        kind: &'n str,
        number: &Option<String>,
    ) -> MeetingKind<'n> {
        let called = self.meeting_kind(kind);
        let Some(number) = number.as_deref() else {
            return called;
        };
        let named = match called {
            MeetingKind::Known(called) => called,
            MeetingKind::Other(Name { text, .. }) => text.to_owned(),
        };
        let counted = COUNTED.contains(&kind.to_ascii_lowercase().as_str());
        let name = counted
            .then(|| self.counted(&named, number))
            .flatten()
            .unwrap_or_else(|| format!("{named} {number}"));
        MeetingKind::Known(name)
    }

    /// `11` as `Eleventh …`, `2-part1` as `Second …, part 1`.
    fn counted(&self, called: &str, number: &str) -> Option<String> {
        let (number, part) = match number.split_once("-part") {
            Some((number, part)) => (number, Some(part)),
            None => (number, None),
        };
        let n: i64 = number.parse().ok()?;
        if !(1..=LAST_COUNTED).contains(&n) {
            return None;
        }
        let name = self.with(
            "meeting-nth",
            &[("n", Arg::Number(n)), ("kind", called.into())],
        );
        Some(match part {
            Some(part) => self.with(
                "meeting-part",
                &[("name", name.into()), ("part", part.into())],
            ),
            None => name,
        })
    }

    /// The name without markup, for titles and options.
    pub(crate) fn meeting_title(&self, meeting: &MeetingView) -> String {
        let name = self.meeting_name(&meeting.kind, &meeting.number);
        name.plain().to_owned()
    }

    /// A date as far as it is known, without markup.
    pub(crate) fn date_text(&self, date: &PartialDate) -> String {
        self.w.partial_date(*date)
    }

    /// A day, or the days from the first to the last: `11–14 September 2023`.
    pub(crate) fn days_from(&self, start: &PartialDate, end: &Option<PartialDate>) -> String {
        let first = self.w.partial_date(*start);
        match end.filter(|end| end != start) {
            Some(end) => between(&first, &self.w.partial_date(end)),
            None => first,
        }
    }

    /// How far ahead of its deadline a duty was fulfilled, or after it.
    pub(crate) fn margin(&self, margin: &Margin) -> String {
        let Margin { least, most } = margin;
        if least == most {
            return match least.days {
                0 => self.t("margin-on-the-day").into_owned(),
                1.. => self.with("margin-ahead", &[("length", self.length(least).into())]),
                _ => self.with("margin-after", &[("length", self.length(least).into())]),
            };
        }
        let ends = |near: &Distance, far: &Distance| {
            [
                ("least", self.length(near).into()),
                ("most", self.length(far).into()),
            ]
        };
        match (least.days, most.days) {
            (1.., _) => self.with("margin-ahead-between", &ends(least, most)),
            (_, ..=-1) => self.with("margin-after-between", &ends(most, least)),
            _ => self.t("margin-around").into_owned(),
        }
    }

    /// Years and months; days where there is less than a year.
    fn length(&self, distance: &Distance) -> String {
        let part = |key, n: u32| (n > 0).then(|| self.tn(key, n));
        let parts = match distance.years {
            0 => [
                part("length-n-months", distance.months),
                part("length-n-days", distance.rest),
            ],
            years => [
                part("length-n-years", years),
                part("length-n-months", distance.months),
            ],
        };
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        self.w.joined(&parts)
    }
}

/// Two days with what they share said once.
fn between(first: &str, last: &str) -> String {
    let (a, b): (Vec<_>, Vec<_>) = (first.split(' ').collect(), last.split(' ').collect());
    let shared = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let left = a.get(..a.len() - shared).unwrap_or_default();
    match left {
        [] => last.to_owned(),
        // Single words stand close: `11–14 September`, else `30 August – 2 September`.
        [day] if b.len() - shared == 1 => format!("{day}–{last}"),
        _ => format!("{} – {last}", left.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_days_share_is_said_once() {
        for (first, last, said) in [
            (
                "11 September 2023",
                "14 September 2023",
                "11–14 September 2023",
            ),
            (
                "30 August 2022",
                "2 September 2022",
                "30 August – 2 September 2022",
            ),
            (
                "29 December 2024",
                "3 January 2025",
                "29 December 2024 – 3 January 2025",
            ),
            ("June 2011", "June 2011", "June 2011"),
            ("October 1999", "8 October 1999", "8 October 1999"),
            ("2001", "3 May 2002", "2001 – 3 May 2002"),
        ] {
            assert_eq!(between(first, last), said);
        }
    }
}
