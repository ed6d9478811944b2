//! What was perhaps meant: the nearest word, day or address.

mod addresses;

use axum::http::Uri;
use jiff::civil::Date;
use world::view::ReportKind;

pub(crate) use self::addresses::{in_its_forms, meant};
use crate::ask::{decode, encode};
use crate::asked::{FIRST_DAY, LAST_DAY};

/// How many letters may differ.
const FAR: usize = 3;

/// The nearest of a few words, if one is near.
pub(crate) fn word<'w>(given: &str, words: &[&'w str]) -> Option<&'w str> {
    nearest(&given.to_lowercase(), words).map(|(_, word)| word)
}

/// The nearest of a few words, and how many letters differ.
fn nearest<'w>(given: &str, words: &[&'w str]) -> Option<(usize, &'w str)> {
    let away = words.iter().map(|word| (distance(given, word), *word));
    let (away, word) = away.min()?;
    // Of a short word nothing is left if every letter may differ.
    (away <= FAR && away * 2 <= word.len()).then_some((away, word))
}

/// The day that was meant by something with a year, a month and a day in it: written in another
/// way, or past the end of its month or of the calendar here.
pub(crate) fn day(given: &str) -> Option<Date> {
    let numbers: Vec<&str> = given
        .get(..given.len().min(40))?
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .collect();
    let (year, month, day) = match *numbers.as_slice() {
        [whole] if whole.len() == 8 => (&whole[..4], &whole[4..6], &whole[6..]),
        [year, month, day, ..] if year.len() == 4 => (year, month, day),
        // Day first, as most of the world writes; month first where there is no such month.
        [day, month, year, ..] if year.len() == 4 && number(month)? <= 12 => (year, month, day),
        [month, day, year, ..] if year.len() == 4 => (year, month, day),
        [year, month] if year.len() == 4 => (year, month, "1"),
        [year] if year.len() == 4 => (year, "1", "1"),
        _ => return None,
    };
    let month = number(month)?.clamp(1, 12);
    let first = Date::new(
        i16::try_from(number(year)?).ok()?,
        i8::try_from(month).ok()?,
        1,
    )
    .ok()?;
    let day = number(day)?.clamp(1, u32::try_from(first.days_in_month()).ok()?);
    let day = first.with().day(i8::try_from(day).ok()?).build().ok()?;
    Some(day.clamp(FIRST_DAY, LAST_DAY))
}

fn number(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

/// The address with a parameter of another name.
pub(crate) fn with_name(asked: &Uri, given: &str, right: &str) -> Vec<(String, String)> {
    let address = changed(asked, |name, value| {
        let name = if name == given { right } else { name };
        (name.to_owned(), value.to_owned())
    });
    vec![(address, right.to_owned())]
}

/// The reports of the kind that was perhaps meant; of each, where no word is near.
pub(crate) fn report(given: &str) -> Vec<(String, String)> {
    let kinds = ReportKind::ALL.map(ReportKind::word);
    let meant = word(given, &kinds);
    let kinds = kinds
        .into_iter()
        .filter(|kind| meant.is_none_or(|meant| meant == *kind));
    kinds
        .map(|kind| (format!("/reports/{kind}"), kind.to_owned()))
        .collect()
}

/// The address with another value of a parameter.
pub(crate) fn with_value(asked: &Uri, parameter: &str, right: &str) -> Vec<(String, String)> {
    let address = changed(asked, |name, value| {
        let value = if name == parameter { right } else { value };
        (name.to_owned(), value.to_owned())
    });
    vec![(address, right.to_owned())]
}

fn changed(asked: &Uri, change: impl Fn(&str, &str) -> (String, String)) -> String {
    let pairs = asked.query().unwrap_or_default().split('&');
    let pairs = pairs.filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let (name, value) = change(&decode(name)?, &decode(value)?);
        Some(format!("{}={}", encode(&name), encode(&value)))
    });
    let pairs: Vec<_> = pairs.collect();
    format!("{}?{}", asked.path(), pairs.join("&"))
}

/// How many letters must be put in, left out or exchanged (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().take(40).enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let exchanged = corner + usize::from(letter != *other);
            corner = row[j + 1];
            row[j + 1] = exchanged.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_slip_of_the_pen_is_near_and_another_word_is_not() {
        assert_eq!(word("om", &["on", "known", "lang"]), Some("on"));
        assert_eq!(
            word("Contracing", &["party", "contracting"]),
            Some("contracting")
        );
        assert_eq!(word("zzz", &["on", "known", "lang"]), None);
        assert_eq!(word(&"o".repeat(5_000), &["on"]), None);
    }

    #[test]
    fn days_written_otherwise_are_understood() {
        for (given, meant) in [
            ("2023-02-31", date(2023, 2, 28)),
            ("2023-2-1", date(2023, 2, 1)),
            ("24/10/2020", date(2020, 10, 24)),
            ("10/24/2020", date(2020, 10, 24)),
            ("20201024", date(2020, 10, 24)),
            ("2020", date(2020, 1, 1)),
            ("1066-10-14", FIRST_DAY),
            ("9999-01-01", LAST_DAY),
        ] {
            assert_eq!(day(given), Some(meant), "{given}");
        }
        for given in ["today", "", "1-2-3", "99999999999-1-1", "é"] {
            assert_eq!(day(given), None, "{given}");
        }
    }

    #[test]
    fn the_address_that_was_meant_keeps_the_rest() {
        let asked: Uri = "/matrix.json?om=2020-01-01&group=EU".parse().unwrap();
        let near = with_name(&asked, "om", "on");
        assert_eq!(near[0].0, "/matrix.json?on=2020-01-01&group=EU");
    }
}
