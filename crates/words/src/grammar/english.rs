//! English: the article of a name, numbers in words.

use crate::names::{Case, Row};

const ARTICLE: &str = "the ";

/// The name as it stands in a list.
pub(crate) fn listed(row: &Row) -> &str {
    match row.en_list.as_str() {
        "" => bare(&row.en),
        list => list,
    }
}

/// A running name without its article.
pub(crate) fn bare(running: &str) -> &str {
    running.strip_prefix(ARTICLE).unwrap_or(running)
}

/// What goes before names in a case. Said once, before the first of several.
pub(crate) fn before(case: Case) -> &'static str {
    match case {
        Case::List | Case::Subject => "",
        Case::Of => "of ",
        Case::To => "to ",
        Case::In => "in ",
        Case::By => "by ",
        Case::With => "with ",
    }
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// A number up to 999 in words.
pub(crate) fn cardinal(n: u64) -> String {
    match (n / 100, n % 100) {
        (0, n) => under_a_hundred(n),
        (hundreds, 0) => format!("{} hundred", under_a_hundred(hundreds)),
        (hundreds, rest) => format!(
            "{} hundred and {}",
            under_a_hundred(hundreds),
            under_a_hundred(rest)
        ),
    }
}

fn under_a_hundred(n: u64) -> String {
    let word = |all: &[&'static str], n: u64| {
        let at = usize::try_from(n).expect("less than a hundred");
        all.get(at).copied().unwrap_or_default()
    };
    match (n / 10, n % 10) {
        (0 | 1, _) => word(&ONES, n).to_owned(),
        (tens, 0) => word(&TENS, tens).to_owned(),
        (tens, ones) => format!("{}-{}", word(&TENS, tens), word(&ONES, ones)),
    }
}

/// A place in a series up to 999 in words.
pub(crate) fn ordinal(n: u64) -> String {
    let cardinal = cardinal(n);
    let last = cardinal.rfind(['-', ' ']).map_or(0, |at| at + 1);
    let (before, last) = cardinal.split_at(last);
    let last = match last {
        "one" => "first".to_owned(),
        "two" => "second".to_owned(),
        "three" => "third".to_owned(),
        "five" => "fifth".to_owned(),
        "eight" => "eighth".to_owned(),
        "nine" => "ninth".to_owned(),
        "twelve" => "twelfth".to_owned(),
        other => match other.strip_suffix('y') {
            Some(tens) => format!("{tens}ieth"),
            None => format!("{other}th"),
        },
    };
    format!("{before}{last}")
}

/// What follows the figures of a place in a series.
pub(crate) fn ordinal_end(n: u64) -> &'static str {
    match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}
