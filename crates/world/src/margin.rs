//! How far from its day a duty was done. Of a date of which only the month or year is known, both
//! ends are reckoned: nobody invents a day.

use jiff::Unit;
use jiff::civil::Date;
use treaty::PartialDate;

use crate::view::{Distance, Margin};

/// The margin between the day a duty was due and the date it was done.
pub(crate) fn between(done: PartialDate, due: Date) -> Margin {
    Margin {
        least: distance(done.latest(), due),
        most: distance(done.earliest(), due),
    }
}

fn distance(done: Date, due: Date) -> Distance {
    let (first, last) = (done.min(due), done.max(due));
    let span = first
        .until((Unit::Year, last))
        .expect("two days of the calendar are a span apart");
    let days = first
        .until((Unit::Day, last))
        .expect("two days of the calendar are a span apart")
        .get_days();
    Distance {
        days: if done <= due { days } else { -days },
        years: span.get_years().unsigned_abs().into(),
        months: span.get_months().unsigned_abs(),
        rest: span.get_days().unsigned_abs(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_year_alone_leaves_a_year_open() {
        let margin = between(PartialDate::Year(2015), date(2020, 3, 1));
        let told = |d: Distance| (d.days, d.years, d.months, d.rest);
        assert_eq!(told(margin.least), (1522, 4, 2, 1));
        assert_eq!(told(margin.most), (1886, 5, 2, 0));
    }

    #[test]
    fn after_the_day_is_negative() {
        let margin = between(PartialDate::Day(date(2021, 5, 31)), date(2021, 4, 30));
        assert_eq!(margin.least, margin.most);
        assert_eq!((margin.least.days, margin.least.months), (-31, 1));
        let margin = between(PartialDate::Day(date(2021, 4, 30)), date(2021, 4, 30));
        assert_eq!(margin.least.days, 0);
    }
}
