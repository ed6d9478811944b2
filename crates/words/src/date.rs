//! Long dates. The form is taken from the catalogue once; pages hold hundreds of dates.

use jiff::civil::Date;

use crate::catalogue::Catalogue;
use fluent_bundle::FluentArgs;

/// How a language writes dates: its months, and the forms with marks where the parts go.
pub(crate) struct DateForm {
    months: Vec<String>,
    day: Vec<Piece>,
    first: Vec<Piece>,
    month: Vec<Piece>,
}

/// A part of a form.
enum Piece {
    Day,
    Month,
    Year,
    Text(String),
}

/// Where the parts of a form go, as marks that no text contains.
const DAY: &str = "\u{1}";
const MONTH: &str = "\u{2}";
const YEAR: &str = "\u{3}";
const MARKS: [char; 3] = ['\u{1}', '\u{2}', '\u{3}'];

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
            let form = catalogue.say(key, Some(&args));
            pieces(&form.unwrap_or_else(|| format!("{DAY} {MONTH} {YEAR}").into()))
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

/// A form with its marks, taken apart.
fn pieces(form: &str) -> Vec<Piece> {
    let pieces = form.split_inclusive(MARKS);
    pieces
        .flat_map(|piece| {
            let text = piece.trim_end_matches(MARKS);
            let mark = match &piece[text.len()..] {
                DAY => Some(Piece::Day),
                MONTH => Some(Piece::Month),
                YEAR => Some(Piece::Year),
                _ => None,
            };
            let text = (!text.is_empty()).then(|| Piece::Text(text.to_owned()));
            text.into_iter().chain(mark)
        })
        .collect()
}

fn fill(form: &[Piece], day: i8, month: &str, year: i16) -> String {
    let mut out = String::with_capacity(32);
    for piece in form {
        match piece {
            Piece::Day => number(&mut out, day.into()),
            Piece::Month => out.push_str(month),
            Piece::Year => number(&mut out, year),
            Piece::Text(text) => out.push_str(text),
        }
    }
    out
}

/// Writes a day or a year, quicker than the formatting machinery does: pages hold hundreds.
fn number(out: &mut String, n: i16) {
    if !(0..=9999).contains(&n) {
        out.push_str(&n.to_string());
        return;
    }
    for place in [1000, 100, 10, 1] {
        if n >= place || place == 1 {
            let digit = u8::try_from(n / place % 10).expect("one digit");
            out.push(char::from(b'0' + digit));
        }
    }
}
