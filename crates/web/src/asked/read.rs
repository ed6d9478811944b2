//! Days, moments and languages, as readers and their browsers give them.

use axum::http::{HeaderMap, Uri, header};
use jiff::Timestamp;
use jiff::civil::Date;
use treaty::Lang;
use words::Words;

use super::{FIRST_DAY, LAST_DAY};
use crate::ask::Params;
use crate::problem::{Expected, Problem};

/// The moment of knowledge asked for: a moment, or a day, which means its end (UTC).
pub(crate) fn known(params: &Params) -> Result<Option<Timestamp>, Problem> {
    let Some(given) = params.one("known")? else {
        return Ok(None);
    };
    let bad = || Problem::bad("known", given, Expected::Moment);
    if let Ok(day) = given.parse::<Date>()
        && given.len() == 10
    {
        day_in_range(day).ok_or_else(bad)?;
        return format!("{day}T23:59:59.999999999Z")
            .parse()
            .map(Some)
            .ok()
            .ok_or_else(bad);
    }
    // A plus sign in a query means a blank.
    let moment: Timestamp = given.replace(' ', "+").parse().ok().ok_or_else(bad)?;
    Ok(Some(moment))
}

/// The language of a request, for pages that must not fail: given, else preferred, else English.
pub(crate) fn language(uri: &Uri, headers: &HeaderMap) -> Lang {
    let given = Params::read(uri)
        .ok()
        .and_then(|params| params.one("lang").ok()?.map(str::to_owned));
    given
        .and_then(|given| given.parse().ok())
        .unwrap_or_else(|| preferred(headers))
}

/// The first language the reader's browser names that has a catalogue (RFC 9110, 12.5.4).
pub(super) fn preferred(headers: &HeaderMap) -> Lang {
    let accepted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    let mut named: Vec<(u16, Lang)> = accepted
        .unwrap_or_default()
        .split(',')
        .take(20)
        .filter_map(|range| {
            let mut parts = range.split(';');
            let lang = parts.next()?.trim().split('-').next()?.to_ascii_lowercase();
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=").map(thousandths));
            Some((weight.unwrap_or(1000), lang.parse().ok()?))
        })
        .filter(|(weight, lang)| *weight > 0 && Words::written().contains(lang))
        .collect();
    named.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    named.first().map_or(Lang::En, |(_, lang)| *lang)
}

/// A weight `0.8` as 800; anything else as 0.
fn thousandths(weight: &str) -> u16 {
    let (whole, part) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let part = format!("{part:0<3}");
    match (
        whole,
        part.get(..3).and_then(|part| part.parse::<u16>().ok()),
    ) {
        ("1", Some(_)) => 1000,
        ("0", Some(part)) => part,
        (_, _) => 0,
    }
}

/// A day of a parameter.
pub(super) fn day(name: &'static str, given: &str) -> Result<Date, Problem> {
    let bad = || Problem::bad(name, given, Expected::Day);
    let fits = given.len() == 10 && given.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let day = if fits {
        given.parse::<Date>().ok()
    } else {
        None
    };
    day.and_then(day_in_range).ok_or_else(bad)
}

fn day_in_range(day: Date) -> Option<Date> {
    (FIRST_DAY..=LAST_DAY).contains(&day).then_some(day)
}

/// What a reader typed, cut to what fits a page and without what no page can hold.
pub(crate) fn short(given: &str) -> String {
    let shown = |c: char| {
        if c.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    given.chars().take(80).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefers(value: &str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, value.parse().unwrap());
        preferred(&headers)
    }

    #[test]
    fn the_browser_chooses_among_the_languages_that_are_written() {
        assert_eq!(prefers("fr-CH, fr;q=0.9, en;q=0.8"), Lang::Fr);
        assert_eq!(prefers("ru, fr;q=0.5, en;q=0.4"), Lang::Fr);
        assert_eq!(prefers("en;q=0.3, fr;q=0.30"), Lang::En);
        assert_eq!(prefers("fr;q=0"), Lang::En);
        assert_eq!(prefers(";;;q=,,,*"), Lang::En);
    }

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for given in [
            "2023-02-31",
            "2023-2-1",
            "today",
            "10/24/2020",
            "1066-10-14",
            "9999-01-01",
        ] {
            assert!(day("on", given).is_err(), "{given}");
        }
        assert!(day("on", "2024-02-29").is_ok());
    }
}
