//! Terms of days, months and years, counted on the civil calendar.

use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a term in months or years ends when the month of arrival has no such day.
///
/// Every rule in months or years declares it; a treaty file without it does not load.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShortMonth {
    /// The last day of the shorter month: 31 August plus six months is 28 February.
    LastDay,
    /// The first day of the following month: 31 August plus six months is 1 March.
    NextMonth,
}

/// A length of time as a treaty states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Term {
    /// Nothing: on the day itself (BWC XIV(4), NPT IX(4)).
    SameDay,
    /// So many days, the first day not counted (ATT 22, TPNW 15, CTBT XIV).
    Days(u32),
    /// So many months (CCW 5; withdrawals under CCM 20).
    Months {
        /// How many.
        n: u32,
        /// Where it ends when the month of arrival is too short.
        short_month: ShortMonth,
    },
    /// So many years (CCM 3 and 4).
    Years {
        /// How many.
        n: u32,
        /// Where a term begun on 29 February ends.
        short_month: ShortMonth,
    },
    /// The first day of the n-th month after the month of the day (CCM 17, APMBC 17).
    FirstDayOfMonth(u32),
}

/// A term that would end past the calendar's year 9999.
#[derive(Debug, thiserror::Error)]
#[error("a term begun on {from} runs past the end of the calendar")]
pub struct OffCalendar {
    /// The day it began on.
    pub from: Date,
    #[source]
    source: jiff::Error,
}

impl Term {
    /// The day on which a term that began on `from` has run.
    ///
    /// Counts civil days: no time of day, no time zone. `from` is day 0, as depositaries
    /// count. Where the month of arrival has no such day, the rule's own [`ShortMonth`]
    /// decides; nothing is clamped in silence.
    ///
    /// # Errors
    ///
    /// [`OffCalendar`] past the year 9999.
    ///
    /// # Source
    ///
    /// Each variant of [`Term`] names an article that counts this way.
    ///
    /// # Examples
    ///
    /// ```
    /// # use treaty::Term; use jiff::civil::date;
    /// // The fiftieth instrument of the ATT was deposited on 25 September 2014.
    /// assert_eq!(Term::Days(90).end(date(2014, 9, 25))?, date(2014, 12, 24));
    /// // Italy's instrument under the CCM, on 21 September 2011.
    /// assert_eq!(Term::FirstDayOfMonth(6).end(date(2011, 9, 21))?, date(2012, 3, 1));
    /// # Ok::<(), treaty::term::OffCalendar>(())
    /// ```
    pub fn end(self, from: Date) -> Result<Date, OffCalendar> {
        // `Span` refuses lengths longer than the calendar; they end off it all the same.
        let end = match self {
            Term::SameDay => Ok(from),
            Term::Days(n) => Span::new()
                .try_days(n)
                .and_then(|span| from.checked_add(span)),
            Term::Months { n, short_month } => Span::new()
                .try_months(n)
                .and_then(|span| from.checked_add(span))
                .and_then(|day| settle(from, day, short_month)),
            Term::Years { n, short_month } => Span::new()
                .try_years(n)
                .and_then(|span| from.checked_add(span))
                .and_then(|day| settle(from, day, short_month)),
            Term::FirstDayOfMonth(n) => Span::new()
                .try_months(n)
                .and_then(|span| from.first_of_month().checked_add(span)),
        };
        end.map_err(|source| OffCalendar { from, source })
    }
}

/// jiff ends a term in the last day of a shorter month; `NextMonth` moves on by one.
fn settle(from: Date, day: Date, short_month: ShortMonth) -> Result<Date, jiff::Error> {
    match short_month {
        ShortMonth::NextMonth if day.day() < from.day() => day.tomorrow(),
        ShortMonth::NextMonth | ShortMonth::LastDay => Ok(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn months(n: u32, short_month: ShortMonth) -> Term {
        Term::Months { n, short_month }
    }

    fn years(n: u32, short_month: ShortMonth) -> Term {
        Term::Years { n, short_month }
    }

    /// What the depositaries announced; the numbers of their notifications are not known here,
    /// the dates are those of `facts/treaties.csv` and `facts/rules.md`.
    #[test]
    fn terms_end_when_the_depositary_said_they_did() {
        #[track_caller]
        fn check(treaty: &str, term: Term, from: Date, announced: Date) {
            assert_eq!(term.end(from).unwrap(), announced, "{treaty}");
        }
        check(
            "CWC",
            Term::Days(180),
            date(1996, 10, 31),
            date(1997, 4, 29),
        );
        check(
            "APMBC",
            Term::FirstDayOfMonth(6),
            date(1998, 9, 16),
            date(1999, 3, 1),
        );
        check(
            "CCM",
            Term::FirstDayOfMonth(6),
            date(2010, 2, 16),
            date(2010, 8, 1),
        );
        check("ATT", Term::Days(90), date(2014, 9, 25), date(2014, 12, 24));
        check(
            "TPNW",
            Term::Days(90),
            date(2020, 10, 24),
            date(2021, 1, 22),
        );
        check(
            "CCW P.IV",
            months(6, ShortMonth::LastDay),
            date(1998, 1, 30),
            date(1998, 7, 30),
        );
    }

    #[test]
    fn a_short_month_ends_a_term_as_the_rule_declares() {
        #[track_caller]
        fn check(
            term: fn(u32, ShortMonth) -> Term,
            n: u32,
            from: Date,
            last: Date,
            next: Date,
        ) {
            assert_eq!(term(n, ShortMonth::LastDay).end(from).unwrap(), last);
            assert_eq!(term(n, ShortMonth::NextMonth).end(from).unwrap(), next);
        }
        check(
            months,
            6,
            date(2010, 8, 31),
            date(2011, 2, 28),
            date(2011, 3, 1),
        );
        check(
            months,
            6,
            date(2011, 8, 31),
            date(2012, 2, 29),
            date(2012, 3, 1),
        );
        check(
            months,
            6,
            date(2011, 8, 30),
            date(2012, 2, 29),
            date(2012, 3, 1),
        );
        check(
            months,
            1,
            date(2024, 3, 31),
            date(2024, 4, 30),
            date(2024, 5, 1),
        );
        check(
            years,
            1,
            date(2012, 2, 29),
            date(2013, 2, 28),
            date(2013, 3, 1),
        );
        // Where the day exists the declaration changes nothing.
        check(
            months,
            6,
            date(2011, 8, 29),
            date(2012, 2, 29),
            date(2012, 2, 29),
        );
        check(
            years,
            4,
            date(2012, 2, 29),
            date(2016, 2, 29),
            date(2016, 2, 29),
        );
    }

    #[test]
    fn the_first_day_of_a_month_asks_only_for_the_month() {
        for day in [date(2018, 3, 1), date(2018, 3, 15), date(2018, 3, 31)] {
            assert_eq!(Term::FirstDayOfMonth(6).end(day).unwrap(), date(2018, 9, 1));
        }
        assert_eq!(
            Term::FirstDayOfMonth(6).end(date(2011, 9, 21)).unwrap(),
            date(2012, 3, 1)
        );
    }

    #[test]
    fn a_term_past_the_calendar_is_an_error_and_no_panic() {
        let last = date(9999, 12, 31);
        for term in [
            Term::Days(1),
            Term::Days(u32::MAX),
            months(1, ShortMonth::NextMonth),
            months(u32::MAX, ShortMonth::LastDay),
            years(u32::MAX, ShortMonth::LastDay),
            Term::FirstDayOfMonth(1),
            Term::FirstDayOfMonth(u32::MAX),
        ] {
            assert!(term.end(last).is_err(), "{term:?}");
        }
        assert_eq!(Term::SameDay.end(last).unwrap(), last);
    }
}
