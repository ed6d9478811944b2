//! Dates as words: `3 Dec 2008`, `27 June 2025`, `3 déc. 2008`, in cells and inside sentences.

use std::ops::Range;

use jiff::civil::Date;

/// The month a word names in English or French, short or in full: 1 to 12.
pub(crate) fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let number = match word.as_str() {
        "jan" | "january" | "janv" | "janvier" => 1,
        "feb" | "february" | "févr" | "fév" | "fevr" | "février" => 2,
        "mar" | "march" | "mars" => 3,
        "apr" | "april" | "avr" | "avril" => 4,
        "may" | "mai" => 5,
        "jun" | "june" | "juin" => 6,
        "jul" | "july" | "juil" | "juillet" => 7,
        "aug" | "august" | "août" | "aout" => 8,
        "sep" | "sept" | "september" | "septembre" => 9,
        "oct" | "october" | "octobre" => 10,
        "nov" | "november" | "novembre" => 11,
        "dec" | "december" | "déc" | "décembre" => 12,
        _ => return None,
    };
    Some(number)
}

/// A date in a sentence: where it stands, and which day it is; `None` for a day that no
/// calendar has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateInText {
    pub(crate) at: Range<usize>,
    pub(crate) day: Option<Date>,
}

/// Every `day month year` in a text, in order.
pub(crate) fn dates_in(text: &str) -> Vec<DateInText> {
    let words = words(text);
    let mut found = Vec::new();
    let mut next = 0;
    while next + 2 < words.len() {
        let [day, month_word, year] = [&words[next], &words[next + 1], &words[next + 2]];
        match (day_number(day.1), month(month_word.1), year_number(year.1)) {
            (Some(day_number), Some(month), Some((year_number, length))) => {
                let at = day.0..year.0 + length;
                found.push(DateInText {
                    at,
                    day: Date::new(year_number, month, day_number).ok(),
                });
                next += 3;
            }
            (_, _, _) => next += 1,
        }
    }
    found
}

/// The first date of a text that begins with one.
pub(crate) fn leading_date(text: &str) -> Option<Date> {
    let skipped = text.len() - text.trim_start().len();
    dates_in(text)
        .into_iter()
        .next()
        .filter(|date| date.at.start == skipped)?
        .day
}

fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            if let Some(start) = start.take() {
                words.push((start, &text[start..at]));
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(start) = start {
        words.push((start, &text[start..]));
    }
    words
}

fn day_number(word: &str) -> Option<i8> {
    let word = word.trim_start_matches(['(', '[', '“', '"']);
    let word = word.strip_suffix("er").unwrap_or(word);
    let fits = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    if fits { word.parse().ok() } else { None }
}

/// The year, and the length of its digits; what follows them (a comma, a bracket) is not part of it.
fn year_number(word: &str) -> Option<(i16, usize)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 4 {
        word[..4].parse().ok().map(|year| (year, 4))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_found_in_sentences() {
        let text =
            "On 27 June 2025, … took effect for Estonia on 27 December 2025 in accordance";
        let days: Vec<_> = dates_in(text)
            .into_iter()
            .map(|found| found.day.unwrap())
            .collect();
        assert_eq!(days, [date(2025, 6, 27), date(2025, 12, 27)]);
    }

    #[test]
    fn a_day_that_no_calendar_has_is_found_but_is_no_day() {
        let found = dates_in("on 31 February 2020.");
        assert_eq!((found.len(), found[0].day), (1, None));
    }

    #[test]
    fn only_a_text_that_begins_with_a_date_has_a_leading_date() {
        assert_eq!(
            leading_date(" 1 August 2010, in accordance"),
            Some(date(2010, 8, 1))
        );
        assert_eq!(leading_date("see 1 August 2010"), None);
        assert_eq!(leading_date("(1 August 2010)"), Some(date(2010, 8, 1)));
    }
}
