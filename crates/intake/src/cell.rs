//! A cell of dates: `22 Apr⇥ 2016 a`, `[ 9 Jan 2012 a]`, empty.

use jiff::civil::Date;
use treaty::PartialDate;

use crate::date_words::month;
use crate::markup::one_line;

/// One date in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellDate {
    /// The day.
    pub on: PartialDate,
    /// The suffix after it, as printed.
    pub suffix: Option<String>,
    /// Whether it stands in square brackets: the participant has left.
    pub bracketed: bool,
}

/// Reads the dates of a cell, its note marks already taken out. A blank cell has none.
///
/// # Errors
///
/// A sentence on what is wrong: a day no calendar has, an unknown month, an open bracket, anything
/// that is not a date.
pub fn dates(cell: &str) -> Result<Vec<CellDate>, String> {
    let text = one_line(cell);
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (date, after) = one_date(rest)?;
        found.push(date);
        rest = after.trim_start();
    }
    Ok(found)
}

fn one_date(text: &str) -> Result<(CellDate, &str), String> {
    let (inner, bracketed) = match text.strip_prefix('[') {
        Some(inner) => (inner.trim_start(), true),
        None => (text, false),
    };
    let (on, after) = day_month_year(inner)?;
    let after = after.trim_start();
    let letters = after.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (suffix, after) = after.split_at(letters);
    let after = after.trim_start();
    let after = match (bracketed, after.strip_prefix(']')) {
        (true, Some(after)) => after,
        (true, None) => return Err("the square bracket is not closed".to_owned()),
        (false, Some(_)) => {
            return Err("a square bracket closes that was not opened".to_owned());
        }
        (false, None) => after,
    };
    let suffix = (!suffix.is_empty()).then(|| suffix.to_owned());
    Ok((
        CellDate {
            on,
            suffix,
            bracketed,
        },
        after,
    ))
}

/// `3 Dec 2008`, or `Dec 2008` where the day is not printed.
fn day_month_year(text: &str) -> Result<(PartialDate, &str), String> {
    let not_a_date = || "this is not a date such as `3 Dec 2008`".to_owned();
    let (day, rest) = number(text, 2);
    let rest = rest.trim_start();
    let letters: usize = rest
        .chars()
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum();
    let (word, rest) = rest.split_at(letters);
    if word.is_empty() {
        return Err(not_a_date());
    }
    let month = month(word).ok_or_else(|| format!("`{word}` is no month"))?;
    let rest = rest.strip_prefix('.').unwrap_or(rest).trim_start();
    let (year, rest) = number(rest, 4);
    let year = year
        .filter(|year| (1000..=9999).contains(year))
        .ok_or_else(not_a_date)?;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(not_a_date());
    }
    let Some(day) = day else {
        return Ok((PartialDate::Month(year, month), rest));
    };
    let on = i8::try_from(day)
        .ok()
        .and_then(|day| Date::new(year, month, day).ok())
        .ok_or_else(|| format!("no calendar has the {day} {word} {year}"))?;
    Ok((PartialDate::Day(on), rest))
}

/// The number of at most `width` digits a text begins with, and what follows it.
fn number(text: &str, width: usize) -> (Option<i16>, &str) {
    let digits = text
        .bytes()
        .take(width)
        .take_while(u8::is_ascii_digit)
        .count();
    let (number, rest) = text.split_at(digits);
    (number.parse().ok(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[track_caller]
    fn check(cell: &str, on: Date, suffix: Option<&str>, bracketed: bool) {
        let expected = CellDate {
            on: on.into(),
            suffix: suffix.map(str::to_owned),
            bracketed,
        };
        assert_eq!(dates(cell), Ok(vec![expected]), "{cell}");
    }

    #[test]
    fn the_forms_that_occur_are_read() {
        check("22 Apr\t 2016 ", date(2016, 4, 22), None, false);
        check(" \u{a0}3 Dec\t 2008 ", date(2008, 12, 3), None, false);
        check("[20 Jan\t 2021 A]", date(2021, 1, 20), Some("A"), true);
        check("[ 9 Jan\t 2012 a]", date(2012, 1, 9), Some("a"), true);
        check("[26 Feb 1999 ]", date(1999, 2, 26), None, true);
        check("24 Sept 1996", date(1996, 9, 24), None, false);
        check("24 Sept. 1996 AA", date(1996, 9, 24), Some("AA"), false);
        check("30 May 2008", date(2008, 5, 30), None, false);
        check("3 déc. 2008", date(2008, 12, 3), None, false);
    }

    #[test]
    fn a_blank_cell_has_no_date() {
        for cell in ["", " ", "\u{a0}", "\t\n"] {
            assert_eq!(dates(cell), Ok(vec![]));
        }
    }

    #[test]
    fn two_dates_in_a_cell_are_two() {
        let found = dates("[ 3 Sep 2016 A] 20 Jan 2021 A").unwrap();
        assert_eq!(
            found.iter().map(|date| date.bracketed).collect::<Vec<_>>(),
            [true, false]
        );
    }

    #[test]
    fn a_month_without_its_day_stays_a_month() {
        assert_eq!(
            dates("Dec 2008").unwrap()[0].on,
            PartialDate::Month(2008, 12)
        );
    }

    #[test]
    fn what_is_no_date_is_refused_in_words() {
        let why = |cell| dates(cell).unwrap_err();
        assert_eq!(why("31 Feb 2020"), "no calendar has the 31 Feb 2020");
        assert_eq!(
            why("31 February 2020 a"),
            "no calendar has the 31 February 2020"
        );
        assert_eq!(why("3 Dez 2008"), "`Dez` is no month");
        assert_eq!(why("[3 Dec 2008"), "the square bracket is not closed");
        assert_eq!(
            why("3 Dec 2008]"),
            "a square bracket closes that was not opened"
        );
        assert_eq!(
            why("3 Dec 20081"),
            "this is not a date such as `3 Dec 2008`"
        );
        assert_eq!(why("03/12/2008"), "this is not a date such as `3 Dec 2008`");
        assert_eq!(why("x"), "`x` is no month");
    }
}
