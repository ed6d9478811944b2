//! Days of which only the month or the year may be known.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A civil day, or a month or year in which an unknown day lies.
///
/// Nobody invents a 1 January: what a source gives as "2015" stays a year.
/// Written as in ISO 8601: `2015-03-01`, `2015-03` or `2015`. Years 1000 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "examples" = ["2011-09-21", "2015-03", "2015"]))]
pub enum PartialDate {
    /// The day is known.
    Day(Date),
    /// The month is known: year, month (1 to 12).
    Month(i16, i8),
    /// The year is known.
    Year(i16),
}

/// What was given is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a date: write a day as 2011-09-21, a month as 2011-09 or a year as 2011, of the calendar"
)]
pub struct BadDate(String);

impl PartialDate {
    /// The first day it can mean.
    pub fn earliest(self) -> Date {
        match self {
            PartialDate::Day(day) => day,
            PartialDate::Month(year, month) => Date::constant(year, month, 1),
            PartialDate::Year(year) => Date::constant(year, 1, 1),
        }
    }

    /// The last day it can mean. From the end of that day on, the act has certainly
    /// happened; that is when it counts.
    pub fn latest(self) -> Date {
        match self {
            PartialDate::Day(day) => day,
            PartialDate::Month(..) => self.earliest().last_of_month(),
            PartialDate::Year(year) => Date::constant(year, 12, 31),
        }
    }

    /// The day, where it is known.
    pub fn day(self) -> Option<Date> {
        match self {
            PartialDate::Day(day) => Some(day),
            PartialDate::Month(..) | PartialDate::Year(_) => None,
        }
    }

    /// Whether the day is known.
    pub fn is_exact(self) -> bool {
        self.day().is_some()
    }
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> Self {
        PartialDate::Day(day)
    }
}

/// By the last day each can mean, then the first: the order in which acts count.
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.latest(), self.earliest()).cmp(&(other.latest(), other.earliest()))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for PartialDate {
    type Err = BadDate;

    fn from_str(s: &str) -> Result<Self, BadDate> {
        let bad = || BadDate(s.to_owned());
        let digits = |part: &str, width: usize| {
            let fits = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
            if fits { part.parse::<i16>().ok() } else { None }
        };
        let mut parts = s.split('-');
        let year = parts
            .next()
            .and_then(|part| digits(part, 4))
            .filter(|year| (1000..=9999).contains(year))
            .ok_or_else(bad)?;
        let Some(month) = parts.next() else {
            return Ok(PartialDate::Year(year));
        };
        let month = digits(month, 2)
            .and_then(|m| i8::try_from(m).ok())
            .ok_or_else(bad)?;
        let Some(day) = parts.next() else {
            let first = Date::new(year, month, 1).ok().ok_or_else(bad)?;
            return Ok(PartialDate::Month(first.year(), first.month()));
        };
        let day = digits(day, 2)
            .and_then(|d| i8::try_from(d).ok())
            .ok_or_else(bad)?;
        match (Date::new(year, month, day), parts.next()) {
            (Ok(day), None) => Ok(PartialDate::Day(day)),
            (Ok(_) | Err(_), _) => Err(bad()),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Day(day) => write!(f, "{day}"),
            PartialDate::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PartialDate::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = BadDate;

    fn try_from(s: String) -> Result<Self, BadDate> {
        s.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_written_is_read_back_the_same() {
        for text in ["2011-09-21", "2011-09", "2011", "2000-02-29"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_date_that_is_not_of_the_calendar_is_refused() {
        for text in [
            "2023-02-31",
            "2023-02-29",
            "2023-13",
            "2023-00-01",
            "23-01-01",
            "",
            "2023-1-1",
            "2023-01-01-01",
            "2023-01-01T00:00",
            "０２０１",
            "+023",
            "0000",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_month_spans_its_days() {
        let month: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(
            (month.earliest(), month.latest()),
            (date(2024, 2, 1), date(2024, 2, 29))
        );
        assert_eq!(month.day(), None);
    }
}
