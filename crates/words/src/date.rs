//! Long dates. The form is taken from the catalogue once; pages hold hundreds of dates.

use jiff::civil::Date;

use crate::catalogue::Catalogue;
use fluent_bundle::FluentArgs;

/// How a language writes dates: its months, and the forms with marks where the parts go.
pub(crate) struct DateForm {
    months: Vec<String>,
    day: String,
    first: String,
    month: String,
}

/// The parts of a form, as marks that no text contains.
const DAY: &str = "\u{1}";
const MONTH: &str = "\u{2}";
const YEAR: &str = "\u{3}";

const MONTH_KEYS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

impl DateForm {
    pub(crate) fn read(catalogue: &Catalogue) -> DateForm {
        let form = |key: &str| {
            let mut args = FluentArgs::new();
            args.set("day", DAY);
            args.set("month", MONTH);
            args.set("year", YEAR);
            catalogue.say(key, Some(&args)).map_or_else(
                || format!("{DAY} {MONTH} {YEAR}"),
                std::borrow::Cow::into_owned,
            )
        };
        let month = |key: &&str| {
            catalogue
                .say(key, None)
                .map_or_else(|| (*key).to_owned(), Into::into)
        };
        DateForm {
            months: MONTH_KEYS.iter().map(month).collect(),
            day: form("date-day"),
            first: form("date-first"),
            month: form("date-month"),
        }
    }

    pub(crate) fn day(&self, day: Date) -> String {
        let form = if day.day() == 1 {
            &self.first
        } else {
            &self.day
        };
        fill(form, day.day(), self.name(day.month()), day.year())
    }

    pub(crate) fn month(&self, year: i16, month: i8) -> String {
        fill(&self.month, 0, self.name(month), year)
    }

    fn name(&self, month: i8) -> &str {
        usize::try_from(month - 1)
            .ok()
            .and_then(|at| self.months.get(at))
            .map_or("?", String::as_str)
    }
}

fn fill(form: &str, day: i8, month: &str, year: i16) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(form.len() + month.len() + 8);
    for c in form.chars() {
        let written = match c {
            '\u{1}' => write!(out, "{day}"),
            '\u{2}' => write!(out, "{month}"),
            '\u{3}' => write!(out, "{year}"),
            other => write!(out, "{other}"),
        };
        written.expect("writing to a string does not fail");
    }
    out
}
