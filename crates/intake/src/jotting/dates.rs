//! Dates as people write them in a line: `12 Mar 2023`, `12-14 mars 2023`, `d'ici mai`, `today`.

use jiff::ToSpan;
use jiff::civil::Date;
use treaty::PartialDate;

use super::text::Word;
use crate::date_words;

/// A date, as far as a text says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// A day, month or year.
    On(PartialDate),
    /// Several days or months.
    Over(PartialDate, PartialDate),
    /// A day of a month, or a month, without its year.
    NoYear { day: Option<i8>, month: i8 },
    /// Two ways to read it.
    Either(Date, Date),
    /// The year has two digits only.
    ShortYear(Date),
    /// No day of the calendar: `last week`.
    Vague,
    /// A day no calendar has.
    NoSuchDay,
}

/// The date that begins at a word, and how many words it has.
pub(super) fn date_at(words: &[Word<'_>], at: usize, today: Date) -> Option<(usize, When)> {
    let rest = &words[at..];
    let told = [numeric, spelled, range, month_first, vague];
    let mut found: Vec<_> = told.iter().filter_map(|read| read(rest)).collect();
    found.extend(near(rest, today));
    let before = at.checked_sub(1).map_or("", |at| words[at].folded.as_str());
    if let Some(year) = rest.first().and_then(year)
        && [
            "in", "en", "during", "courant", "by", "before", "ici", "avant", "fin",
        ]
        .contains(&before)
    {
        found.push((1, When::On(PartialDate::Year(year))));
    }
    let (length, when) = found.into_iter().max_by_key(|(length, _)| *length)?;
    // `may`, `mars`, `sept` are other words too: a month alone is one after a word that leads to it.
    let alone = matches!(when, When::NoYear { day: None, .. });
    (!alone || LEADS_TO_A_MONTH.contains(&before)).then_some((length, when))
}

/// The words after which a month stands without day and year.
const LEADS_TO_A_MONTH: [&str; 26] = [
    "in", "by", "before", "until", "till", "of", "since", "from", "after", "early", "late",
    "mid", "end", "next", "last", "en", "ici", "avant", "apres", "de", "depuis", "fin", "mi",
    "debut", "during", "courant",
];

/// `today`, `hier`.
fn near(words: &[Word<'_>], today: Date) -> Option<(usize, When)> {
    let days: [(&[&str], i64); 13] = [
        (&["today"], 0),
        (&["this", "morning"], 0),
        (&["this", "afternoon"], 0),
        (&["aujourd", "hui"], 0),
        (&["ce", "matin"], 0),
        (&["cet", "apres", "midi"], 0),
        (&["yesterday"], -1),
        (&["the", "day", "before", "yesterday"], -2),
        (&["day", "before", "yesterday"], -2),
        (&["hier"], -1),
        (&["avant", "hier"], -2),
        (&["tomorrow"], 1),
        (&["demain"], 1),
    ];
    let (phrase, days) = days.iter().find(|(phrase, _)| begins(words, phrase))?;
    let day = today.checked_add((*days).days()).ok()?;
    Some((phrase.len(), When::On(day.into())))
}

fn begins(words: &[Word<'_>], phrase: &[&str]) -> bool {
    words.len() >= phrase.len()
        && words
            .iter()
            .zip(phrase)
            .enumerate()
            .all(|(at, (word, of))| word.folded == *of && (at == 0 || word.joined))
}

/// `last week`, `lundi`, `next month`: a person says which day.
fn vague(words: &[Word<'_>]) -> Option<(usize, When)> {
    const DAYS: [&str; 14] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ];
    const SPANS: [&str; 10] = [
        "week", "month", "year", "spring", "summer", "autumn", "winter", "weekend", "quarter",
        "fall",
    ];
    const FRENCH: [&str; 5] = ["semaine", "mois", "annee", "an", "trimestre"];
    let word = |at: usize| words.get(at).map_or("", |word| word.folded.as_str());
    let joined = words.get(1).is_some_and(|word| word.joined);
    let turned = ["last", "next", "this", "past"].contains(&word(0)) && joined;
    if turned && (SPANS.contains(&word(1)) || DAYS.contains(&word(1))) {
        return Some((2, When::Vague));
    }
    let after = [
        "dernier",
        "derniere",
        "passe",
        "passee",
        "prochain",
        "prochaine",
    ];
    if (FRENCH.contains(&word(0)) || DAYS.contains(&word(0)))
        && joined
        && after.contains(&word(1))
    {
        return Some((2, When::Vague));
    }
    if ["cette", "ce"].contains(&word(0)) && joined && ["semaine", "mois"].contains(&word(1)) {
        return Some((2, When::Vague));
    }
    for phrase in [
        &["recently"][..],
        &["recemment"],
        &["the", "other", "day"],
        &["l", "autre", "jour"],
    ] {
        if begins(words, phrase) {
            return Some((phrase.len(), When::Vague));
        }
    }
    DAYS.contains(&word(0)).then_some((1, When::Vague))
}

fn number(word: &Word<'_>, width: usize) -> Option<i16> {
    let fits = (1..=width).contains(&word.text.len())
        && word.text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| word.text.parse().ok()).flatten()
}

fn year(word: &Word<'_>) -> Option<i16> {
    number(word, 4).filter(|year| word.text.len() == 4 && (1900..=2199).contains(year))
}

/// The day of a month: `12`, `1er`, `2nd`, `12th`.
fn day(word: &Word<'_>) -> Option<i8> {
    let text = word.folded.as_str();
    let bare = ["er", "st", "nd", "rd", "th", "e"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text);
    let fits = (1..=2).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
    let day = fits.then(|| bare.parse::<i8>().ok()).flatten()?;
    (1..=31).contains(&day).then_some(day)
}

fn month(word: &Word<'_>) -> Option<i8> {
    date_words::month(word.text).or_else(|| date_words::month(&word.folded))
}

/// Whether only blanks stand between a word and the one before; a comma where `comma`.
fn close(word: &Word<'_>, comma: bool) -> bool {
    word.ends == super::text::Ends::Nothing || (comma && word.ends == super::text::Ends::Piece)
}

/// `12 March 2023`, `1er mars 2023`, `12th of March 2023`, `March 2023`, `12 March`, `March 12, 2023` apart.
fn spelled(words: &[Word<'_>]) -> Option<(usize, When)> {
    let Some(on) = words.first().and_then(day) else {
        return month_year(words);
    };
    let mut at = 1;
    if words
        .get(at)
        .is_some_and(|word| ["of", "de"].contains(&word.folded.as_str()))
    {
        at += 1;
    }
    let named = words
        .get(at)
        .filter(|word| close(word, false))
        .and_then(month)?;
    at += 1;
    let (length, year) = year_after(words, at);
    let when = match year {
        Some(Year::Whole(year)) => exact(year, named, on),
        Some(Year::Short(year)) => match Date::new(year, named, on) {
            Ok(date) => When::ShortYear(date),
            Err(_) => When::NoSuchDay,
        },
        None => without_year(Some(on), named),
    };
    Some((at + length, when))
}

/// `March 2023`; a bare month is a date only where a word before says so, which the caller looks at.
fn month_year(words: &[Word<'_>]) -> Option<(usize, When)> {
    let first = words.first()?;
    let named = month(first)?;
    if let (_, Some(Year::Whole(year))) = year_after(words, 1) {
        return Some((2, When::On(PartialDate::Month(year, named))));
    }
    // `sep`, `mar` or `may` alone are other words too, unless written as a name of a month is.
    Some((
        1,
        When::NoYear {
            day: None,
            month: named,
        },
    ))
}

enum Year {
    Whole(i16),
    Short(i16),
}

/// The year after a month, and how many words it takes.
fn year_after(words: &[Word<'_>], at: usize) -> (usize, Option<Year>) {
    let Some(word) = words.get(at).filter(|word| close(word, false)) else {
        return (0, None);
    };
    if let Some(year) = year(word) {
        return (1, Some(Year::Whole(year)));
    }
    let short = number(word, 2).filter(|_| word.text.len() == 2);
    // `12 March 14 h` is no year.
    let clock = words.get(at + 1).is_some_and(|next| {
        next.ends == super::text::Ends::Nothing
            && ["h", "hours", "heures", "am", "pm"].contains(&next.folded.as_str())
    });
    match short.filter(|_| !clock) {
        Some(short) => (1, Some(Year::Short(2000 + short))),
        None => (0, None),
    }
}

/// `March 12, 2023`.
fn month_first(words: &[Word<'_>]) -> Option<(usize, When)> {
    let named = words.first().and_then(month)?;
    let on = words
        .get(1)
        .filter(|word| close(word, false))
        .and_then(day)?;
    match words.get(2).filter(|word| close(word, true)).and_then(year) {
        Some(year) => Some((3, exact(year, named, on))),
        None => Some((2, without_year(Some(on), named))),
    }
}

fn exact(year: i16, month: i8, day: i8) -> When {
    Date::new(year, month, day).map_or(When::NoSuchDay, |date| When::On(date.into()))
}

fn without_year(day: Option<i8>, month: i8) -> When {
    // In a leap year every day there ever is.
    match Date::new(2024, month, day.unwrap_or(1)) {
        Ok(_) => When::NoYear { day, month },
        Err(_) => When::NoSuchDay,
    }
}

/// `12-14 March 2023`, `12 to 14 March 2023`, `du 12 au 14 mars 2023`, `28 Feb - 2 Mar 2023`, `March-April 2023`.
fn range(words: &[Word<'_>]) -> Option<(usize, When)> {
    let lead = usize::from(words.first().is_some_and(|word| {
        ["from", "du", "between", "entre"].contains(&word.folded.as_str())
    }));
    let first = words.get(lead)?;
    let (from_day, from_month, mut at) = match day(first) {
        Some(from) => {
            let named = words
                .get(lead + 1)
                .filter(|word| close(word, false))
                .and_then(month);
            (Some(from), named, lead + 1 + usize::from(named.is_some()))
        }
        None => (None, Some(month(first)?), lead + 1),
    };
    let links = ["to", "au", "and", "et", "until", "till", "jusqu"];
    if words
        .get(at)
        .is_some_and(|word| links.contains(&word.folded.as_str()))
    {
        at += 1;
    } else if !words.get(at).is_some_and(dashed) {
        return None;
    }
    let second = words.get(at)?;
    let (to_day, named) = match (from_day, day(second)) {
        (Some(_), Some(to)) => (Some(to), words.get(at + 1).and_then(month)?),
        (None, None) => (None, month(second)?),
        (Some(_), None) | (None, Some(_)) => return None,
    };
    at += 1 + usize::from(to_day.is_some());
    let year = words
        .get(at)
        .filter(|word| close(word, false))
        .and_then(year)?;
    let of = |month: i8, day: Option<i8>| match day {
        Some(day) => Date::new(year, month, day).ok().map(PartialDate::Day),
        None => Some(PartialDate::Month(year, month)),
    };
    let when = match (of(from_month.unwrap_or(named), from_day), of(named, to_day)) {
        (Some(from), Some(to)) if from.earliest() < to.earliest() => When::Over(from, to),
        (_, _) => When::NoSuchDay,
    };
    Some((at + 1, when))
}

/// Whether a hyphen or dash stands before a word; a spaced dash ends a sentence elsewhere, not in a range.
fn dashed(word: &Word<'_>) -> bool {
    word.after_dash
}

/// `2023-03-12`, `2023-03`, `12/03/2023`, `12.3.2023`.
fn numeric(words: &[Word<'_>]) -> Option<(usize, When)> {
    let first = words.first()?;
    let sign = |at: usize| words.get(at).and_then(|word| word.sign);
    if let Some(year) = year(first) {
        let month = words
            .get(1)
            .filter(|_| sign(1) == Some('-'))
            .filter(|word| word.text.len() == 2);
        let month = i8::try_from(number(month?, 2)?).ok()?;
        // `12T10` where a time of day follows.
        let on = words
            .get(2)
            .filter(|_| sign(2) == Some('-'))
            .and_then(|word| {
                let day = word.text.split('T').next().filter(|day| day.len() == 2);
                day.filter(|day| day.bytes().all(|byte| byte.is_ascii_digit()))?
                    .parse::<i16>()
                    .ok()
            });
        return match on {
            Some(on) => Some((3, exact(year, month, i8::try_from(on).ok()?))),
            None => match Date::new(year, month, 1) {
                Ok(_) => Some((2, When::On(PartialDate::Month(year, month)))),
                Err(_) => Some((2, When::NoSuchDay)),
            },
        };
    }
    let one = i8::try_from(number(first, 2)?).ok()?;
    let between = sign(1).filter(|sign| matches!(sign, '/' | '.' | '-'))?;
    let two = i8::try_from(number(words.get(1)?, 2)?).ok()?;
    let year = words
        .get(2)
        .filter(|_| sign(2) == Some(between))
        .and_then(year)?;
    let days = [
        Date::new(year, two, one).ok(),
        Date::new(year, one, two).ok(),
    ];
    let when = match days {
        [Some(one), Some(two)] if one != two => When::Either(one, two),
        [Some(day), _] | [None, Some(day)] => When::On(day.into()),
        [None, None] => When::NoSuchDay,
    };
    Some((3, when))
}

/// The day or month of a date without year that comes next after `base`; `None` where `base` lies in it.
pub(super) fn next_after(day: Option<i8>, month: i8, base: PartialDate) -> Option<PartialDate> {
    turned(day, month, base.latest().year())
        .into_iter()
        .find_map(|one| {
            let ahead = one.earliest() > base.latest();
            let amid = one.latest() >= base.earliest() && !ahead;
            (ahead || amid).then_some((!amid).then_some(one))
        })?
}

/// The ones that lie before and after `base`, as what may be meant.
pub(super) fn around(day: Option<i8>, month: i8, base: Date) -> Vec<PartialDate> {
    let all = turned(day, month, base.year());
    let before = all.iter().rev().find(|one| one.earliest() <= base);
    let after = all.iter().find(|one| one.earliest() > base);
    before.into_iter().chain(after).copied().collect()
}

/// It in the years about one.
fn turned(day: Option<i8>, month: i8, year: i16) -> Vec<PartialDate> {
    let of = |year: i16| match day {
        Some(day) => Date::new(year, month, day).ok().map(PartialDate::Day),
        None => (1000..=9999)
            .contains(&year)
            .then_some(PartialDate::Month(year, month)),
    };
    (year.saturating_sub(1)..=year.saturating_add(4))
        .filter_map(of)
        .collect()
}
