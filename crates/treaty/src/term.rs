//! Terms of days, months and years, counted on the civil calendar.

use jiff::ToSpan;
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
        let end = match self {
            Term::SameDay => Ok(from),
            Term::Days(n) => from.checked_add(i64::from(n).days()),
            Term::Months { n, short_month } => from
                .checked_add(i64::from(n).months())
                .and_then(|day| settle(from, day, short_month)),
            Term::Years { n, short_month } => from
                .checked_add(i64::from(n).years())
                .and_then(|day| settle(from, day, short_month)),
            Term::FirstDayOfMonth(n) => from.first_of_month().checked_add(i64::from(n).months()),
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
