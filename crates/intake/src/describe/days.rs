//! Days as documents print them, in six languages: `25 - 27 November 2020`, `du 2 au 4 septembre 2019`,
//! `25 de noviembre de 2020`, `25 ноября 2020 года`, `25 تشرين الثاني/نوفمبر 2020`, `2020年11月25日`.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use treaty::PartialDate;

use super::lexicon::Lexicon;
use crate::jotting::{Ends, Word};

/// A day or days of which a text says the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) words: Range<usize>,
    pub(super) first: PartialDate,
    pub(super) last: Option<PartialDate>,
    /// The other way to read it, where day and month may be either way round.
    pub(super) other: Option<Date>,
}

impl Days {
    /// The day, or the month or year that the days lie in.
    pub(super) fn within(&self) -> PartialDate {
        let (from, to) = (
            self.first.earliest(),
            self.last.unwrap_or(self.first).latest(),
        );
        if from == to {
            PartialDate::Day(from)
        } else if from.first_of_month() == to.first_of_month() {
            PartialDate::Month(from.year(), from.month())
        } else {
            PartialDate::Year(to.year())
        }
    }

    /// Whether a day lies in them.
    pub(super) fn hold(&self, day: PartialDate) -> bool {
        self.first.earliest() <= day.earliest()
            && day.latest() <= self.last.unwrap_or(self.first).latest()
    }
}

static MONTHS: LazyLock<Lexicon<i8>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "january;jan;janvier;janv;enero;ene;января;январь;يناير;كانون الثاني",
            1,
        ),
        (
            "february;feb;février;févr;febrero;февраля;февраль;فبراير;شباط",
            2,
        ),
        ("march;mar;mars;marzo;марта;март;مارس;آذار", 3),
        (
            "april;apr;avril;avr;abril;abr;апреля;апрель;أبريل;إبريل;نيسان",
            4,
        ),
        ("may;mai;mayo;мая;май;مايو;أيار", 5),
        ("june;jun;juin;junio;июня;июнь;يونيو;حزيران", 6),
        ("july;jul;juillet;juil;julio;июля;июль;يوليو;تموز", 7),
        ("august;aug;août;agosto;ago;августа;август;أغسطس;آب", 8),
        (
            "september;sept;sep;septembre;septiembre;setiembre;сентября;сентябрь;سبتمبر;أيلول",
            9,
        ),
        (
            "october;oct;octobre;octubre;октября;октябрь;أكتوبر;تشرين الأول",
            10,
        ),
        (
            "november;nov;novembre;noviembre;ноября;ноябрь;نوفمبر;تشرين الثاني",
            11,
        ),
        (
            "december;dec;décembre;déc;diciembre;dic;декабря;декабрь;ديسمبر;كانون الأول",
            12,
        ),
    ])
});

/// Every day or row of days that is told with its year, in order.
pub(super) fn all(words: &[Word<'_>]) -> Vec<Days> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match starting(words, at) {
            Some(days) => {
                at = days.words.end;
                found.push(days);
            }
            None => at += 1,
        }
    }
    found
}

/// The days that begin at a word.
pub(super) fn starting(words: &[Word<'_>], at: usize) -> Option<Days> {
    let first = words.get(at)?;
    if number(first).is_none() && day(first).is_none() && MONTHS.at(words, at).is_none() {
        return None;
    }
    [chinese, numeric, day_first, month_first]
        .into_iter()
        .filter_map(|read| read(words, at))
        .max_by_key(|days| days.words.end)
}

/// A day of a month within days whose year is known: `4 September` of a meeting.
pub(super) fn without_year(
    words: &[Word<'_>],
    at: usize,
    within: &Days,
) -> Option<(usize, PartialDate)> {
    let day = day(words.get(at)?)?;
    let month = MONTHS.at(words, at + 1)?;
    let year = within.first.earliest().year();
    let on = Date::new(year, month.means, day).ok()?;
    within.hold(on.into()).then_some((month.to, on.into()))
}

/// A number in digits of Europe or of Arabic.
fn number(word: &Word<'_>) -> Option<i16> {
    let digit = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        '\u{660}'..='\u{669}' => Some(u32::from(c) - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(u32::from(c) - 0x6f0),
        _ => None,
    };
    if word.text.chars().count() > 4 {
        return None;
    }
    word.text.chars().try_fold(0_i16, |sum, c| {
        let digit = i16::try_from(digit(c)?).ok()?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

fn day(word: &Word<'_>) -> Option<i8> {
    let bare = ["er", "st", "nd", "rd", "th", "o", "°"]
        .iter()
        .find_map(|end| word.folded.strip_suffix(end));
    let day = match bare {
        Some(bare) => bare.parse().ok(),
        None => number(word).and_then(|day| i8::try_from(day).ok()),
    };
    day.filter(|day| (1..=31).contains(day))
}

fn year(word: &Word<'_>) -> Option<i16> {
    number(word).filter(|year| (1900..=2199).contains(year))
}

fn is(words: &[Word<'_>], at: usize, any: &[&str]) -> bool {
    words
        .get(at)
        .is_some_and(|word| any.contains(&word.folded.as_str()))
}

fn skip(words: &[Word<'_>], at: usize, any: &[&str]) -> usize {
    at + usize::from(is(words, at, any))
}

/// A month, and the same month by its other name: `تشرين الثاني/نوفمبر`.
fn month(words: &[Word<'_>], at: usize) -> Option<(usize, i8)> {
    let at = skip(words, at, &["of", "de"]);
    let month = MONTHS.at(words, at)?;
    let again = MONTHS
        .at(words, month.to)
        .filter(|again| again.means == month.means);
    Some((again.map_or(month.to, |again| again.to), month.means))
}

/// The year after a month.
fn year_after(words: &[Word<'_>], at: usize) -> Option<(usize, i16)> {
    let at = skip(words, at, &["de", "del", "of"]);
    let year = words.get(at).and_then(year)?;
    Some((at + 1, year))
}

/// Whether a row of days runs on over a word: a dash before it, or a word that says so; where it goes on.
fn runs_on(words: &[Word<'_>], at: usize) -> Option<usize> {
    let word = words.get(at)?;
    if word.after_dash {
        return Some(at);
    }
    let links = [
        "to", "and", "au", "et", "al", "a", "y", "по", "и", "إلى", "الى", "و",
    ];
    links.contains(&word.folded.as_str()).then_some(at + 1)
}

fn told(words: Range<usize>, from: Option<Date>, to: Option<Date>) -> Option<Days> {
    let (from, to) = (from?, to?);
    (from <= to).then_some(Days {
        words,
        first: from.into(),
        last: (from < to).then_some(to.into()),
        other: None,
    })
}

/// `25 November 2020`, `25 - 27 November 2020`, `30 August – 2 September 2022`.
fn day_first(words: &[Word<'_>], at: usize) -> Option<Days> {
    let from = day(words.get(at)?)?;
    let own = month(words, at + 1);
    let next = own.map_or(at + 1, |(next, _)| next);
    let single = own.and_then(|(next, month)| {
        let (end, year) = year_after(words, next)?;
        told(
            at..end,
            Date::new(year, month, from).ok(),
            Date::new(year, month, from).ok(),
        )
    });
    let row = runs_on(words, next).and_then(|second| {
        let to = day(words.get(second)?)?;
        let (next, month) = month(words, second + 1)?;
        let (end, year) = year_after(words, next)?;
        let first = Date::new(year, own.map_or(month, |(_, own)| own), from).ok();
        told(at..end, first, Date::new(year, month, to).ok())
    });
    row.or(single)
}

/// `November 25, 2020`, `November 25-27, 2020`, `November 2020`.
fn month_first(words: &[Word<'_>], at: usize) -> Option<Days> {
    let (next, month) = month(words, at)?;
    // `31 February 2020` is no February 2020.
    let numbered = at
        .checked_sub(1)
        .is_some_and(|before| day(&words[before]).is_some() && words[at].ends == Ends::Nothing);
    if let Some((end, year)) = year_after(words, next).filter(|_| !numbered) {
        let first = PartialDate::Month(year, month);
        return Date::new(year, month, 1).is_ok().then_some(Days {
            words: at..end,
            first,
            last: None,
            other: None,
        });
    }
    let from = day(words.get(next)?)?;
    let second = runs_on(words, next + 1);
    let to = second.and_then(|second| Some((second + 1, day(words.get(second)?)?)));
    let (end, to) = to.unwrap_or((next + 1, from));
    let year = words.get(end).and_then(year)?;
    told(
        at..end + 1,
        Date::new(year, month, from).ok(),
        Date::new(year, month, to).ok(),
    )
}

/// `2020-11-25`, `25/11/2020`, `25.11.2020`.
fn numeric(words: &[Word<'_>], at: usize) -> Option<Days> {
    let signed = |at: usize| words.get(at).and_then(|word| word.sign);
    let two = |at: usize| i8::try_from(number(words.get(at)?)?).ok();
    let sign = signed(at + 1).filter(|sign| matches!(sign, '-' | '/' | '.'))?;
    if signed(at + 2) != Some(sign) {
        return None;
    }
    if let Some(year) = words.get(at).and_then(year) {
        let on = Date::new(year, two(at + 1)?, two(at + 2)?).ok();
        return told(at..at + 3, on, on);
    }
    let year = words.get(at + 2).and_then(year)?;
    let (one, two) = (two(at)?, two(at + 1)?);
    let (first, second) = (
        Date::new(year, two, one).ok(),
        Date::new(year, one, two).ok(),
    );
    let mut days = told(at..at + 3, first.or(second), first.or(second))?;
    // A point stands between day and month, never between month and day.
    days.other =
        second.filter(|second| first.is_some_and(|first| first != *second) && sign != '.');
    Some(days)
}

/// `2020年11月25日至27日`.
fn chinese(words: &[Word<'_>], at: usize) -> Option<Days> {
    let count = |at: usize, sign: &str| {
        let number = words.get(at).and_then(number);
        number.filter(|_| is(words, at + 1, &[sign]))
    };
    let year = count(at, "年").filter(|year| (1900..=2199).contains(year))?;
    let month = i8::try_from(count(at + 2, "月")?).ok()?;
    let Some(from) = count(at + 4, "日") else {
        Date::new(year, month, 1).ok()?;
        return Some(Days {
            words: at..at + 4,
            first: PartialDate::Month(year, month),
            last: None,
            other: None,
        });
    };
    let date = |month: i8, day: i16| Date::new(year, month, i8::try_from(day).ok()?).ok();
    let first = date(month, from);
    let next = at + 6;
    let second = if is(words, next, &["至", "到"]) {
        next + 1
    } else if words.get(next).is_some_and(|word| word.after_dash) {
        next
    } else {
        return told(at..next, first, first);
    };
    if let Some(to) = count(second, "日") {
        return told(at..second + 2, first, date(month, to));
    }
    let other = count(second, "月").and_then(|month| i8::try_from(month).ok());
    match other.and_then(|other| date(other, count(second + 2, "日")?)) {
        Some(to) => told(at..second + 4, first, Some(to)),
        None => told(at..next, first, first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jotting::words;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let words = words(text);
        let told = |days: Days| {
            let last = days.last.map(|last| format!("..{last}"));
            let other = days.other.map(|other| format!("|{other}"));
            format!(
                "{}{}{}",
                days.first,
                last.unwrap_or_default(),
                other.unwrap_or_default()
            )
        };
        let found: Vec<String> = all(&words).into_iter().map(told).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn days_are_read_in_six_languages() {
        check("25 - 27 November 2020", &["2020-11-25..2020-11-27"]);
        check(
            "(Geneva, 30 August – 2 September 2022)",
            &["2022-08-30..2022-09-02"],
        );
        check(
            "the 2nd of September 2014, September 3, 2014",
            &["2014-09-02", "2014-09-03"],
        );
        check("September 11-14, 2023", &["2023-09-11..2023-09-14"]);
        check(
            "Genève, du 2 au 4 septembre 2019",
            &["2019-09-02..2019-09-04"],
        );
        check("le 1er mars 2012", &["2012-03-01"]);
        check("25 de noviembre de 2020", &["2020-11-25"]);
        check(
            "del 25 al 27 de noviembre de 2020",
            &["2020-11-25..2020-11-27"],
        );
        check("25 ноября 2020 года", &["2020-11-25"]);
        check("с 25 по 27 ноября 2020 года", &["2020-11-25..2020-11-27"]);
        check("25 تشرين الثاني/نوفمبر 2020", &["2020-11-25"]);
        check("٢٥ نوفمبر ٢٠٢٠", &["2020-11-25"]);
        check("2020年11月25日至27日", &["2020-11-25..2020-11-27"]);
        check("2023年9月11日，日内瓦", &["2023-09-11"]);
        check("2023-09-11 and 25.11.2020", &["2023-09-11", "2020-11-25"]);
        check("03/04/2020", &["2020-04-03|2020-03-04"]);
        check("November 2020", &["2020-11"]);
        for none in [
            "",
            "31 February 2020",
            "may 5",
            "2020",
            "A/C.1/57/L.4",
            "99999999999",
            "25 November",
        ] {
            check(none, &[]);
        }
    }
}
