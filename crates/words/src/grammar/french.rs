//! French: articles and prepositions before the name of a State, numbers in words.

use super::Gender;
use crate::names::{Case, Row};

/// The article of a name in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Article {
    La,
    Le,
    Les,
    /// `l’`, of either gender.
    Elided,
    None,
}

const ARTICLES: [(&str, Article); 4] = [
    ("la ", Article::La),
    ("le ", Article::Le),
    ("les ", Article::Les),
    ("l’", Article::Elided),
];

/// The name as it stands in a list.
pub(crate) fn listed(row: &Row) -> &str {
    match row.fr_list.as_str() {
        "" => bare(&row.fr),
        list => list,
    }
}

/// A running name without its article.
pub(crate) fn bare(running: &str) -> &str {
    parted(running).1
}

/// Whether a verb beside the name stands in the plural.
pub(crate) fn is_plural(row: &Row) -> bool {
    parted(&row.fr).0 == Article::Les
}

fn parted(running: &str) -> (Article, &str) {
    let found = ARTICLES
        .iter()
        .find_map(|(text, article)| Some((*article, running.strip_prefix(text)?)));
    found.unwrap_or((Article::None, running))
}

/// What is said once before several names: *à*, *de* and *en* are said before each of them, others
/// are not (Clés de la rédaction, « Prépositions : répétition des prépositions »).
pub(crate) fn before(case: Case) -> Option<&'static str> {
    match case {
        Case::List | Case::Subject => Some(""),
        Case::By => Some("par "),
        Case::With => Some("avec "),
        Case::Of | Case::To | Case::In => None,
    }
}

/// A name with a preposition of its own before it: *de la Gambie*, *du Népal*, *aux Tonga*.
pub(crate) fn with_preposition(row: &Row, case: Case) -> String {
    let (article, bare) = parted(&row.fr);
    match case {
        Case::Of => match row.fr_of.as_str() {
            "" => of(article, bare),
            given => led_by(given, bare),
        },
        Case::To => to(article, bare),
        Case::In => match row.fr_in.as_str() {
            "" => within(article, bare),
            given => led_by(given, bare),
        },
        Case::List => listed(row).to_owned(),
        Case::Subject | Case::By | Case::With => row.fr.clone(),
    }
}

/// The same for a name nobody knows the article of.
pub(crate) fn with_preposition_alone(name: &str, case: Case) -> String {
    match case {
        Case::Of => of(Article::None, name),
        Case::To | Case::In => to(Article::None, name),
        Case::List | Case::Subject | Case::By | Case::With => name.to_owned(),
    }
}

fn led_by(given: &str, bare: &str) -> String {
    match given.ends_with('’') {
        true => format!("{given}{bare}"),
        false => format!("{given} {bare}"),
    }
}

/// A name with an article keeps it after *de*, as the United Nations write: « les représentants de
/// l’Égypte et d’Israël ».
fn of(article: Article, bare: &str) -> String {
    match article {
        Article::La => format!("de la {bare}"),
        Article::Le => format!("du {bare}"),
        Article::Les => format!("des {bare}"),
        Article::Elided => format!("de l’{bare}"),
        Article::None if begins_with_a_vowel(bare) => format!("d’{bare}"),
        Article::None => format!("de {bare}"),
    }
}

fn to(article: Article, bare: &str) -> String {
    match article {
        Article::La => format!("à la {bare}"),
        Article::Le => format!("au {bare}"),
        Article::Les => format!("aux {bare}"),
        Article::Elided => format!("à l’{bare}"),
        Article::None => format!("à {bare}"),
    }
}

/// Where: *en* before the feminine and before a vowel, *au* and *aux* before the others, *à* where
/// there is no article (OQLF, « Les prépositions devant un nom de pays »). What differs has its
/// word in the table.
fn within(article: Article, bare: &str) -> String {
    match article {
        Article::La | Article::Elided => format!("en {bare}"),
        Article::Le => format!("au {bare}"),
        Article::Les => format!("aux {bare}"),
        Article::None => format!("à {bare}"),
    }
}

/// Whether *de* and *le* are elided before it. An h is taken for aspirated: where it is not, the
/// table says so.
pub(crate) fn begins_with_a_vowel(text: &str) -> bool {
    crate::order::folded(text).starts_with(['a', 'e', 'i', 'o', 'u'])
}

const ONES: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "onze", "douze", "treize", "quatorze", "quinze", "seize",
];

const TENS: [&str; 7] = [
    "",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
];

/// A number up to 999 in words, in the masculine.
pub(crate) fn cardinal(n: u64) -> String {
    match (n / 100, n % 100) {
        (0, n) => under_a_hundred(n),
        (1, 0) => "cent".to_owned(),
        (1, rest) => format!("cent {}", under_a_hundred(rest)),
        (hundreds, 0) => format!("{} cents", under_a_hundred(hundreds)),
        (hundreds, rest) => {
            format!(
                "{} cent {}",
                under_a_hundred(hundreds),
                under_a_hundred(rest)
            )
        }
    }
}

fn under_a_hundred(n: u64) -> String {
    let word = |all: &[&'static str], n: u64| {
        let at = usize::try_from(n).expect("less than a hundred");
        all.get(at).copied().unwrap_or_default()
    };
    match n {
        0..=16 => word(&ONES, n).to_owned(),
        17..=19 => format!("dix-{}", word(&ONES, n - 10)),
        71 => "soixante et onze".to_owned(),
        72..=79 => format!("soixante-{}", under_a_hundred(n - 60)),
        70 => "soixante-dix".to_owned(),
        80 => "quatre-vingts".to_owned(),
        81.. => format!("quatre-vingt-{}", under_a_hundred(n - 80)),
        _ => {
            let tens = word(&TENS, n / 10);
            match n % 10 {
                0 => tens.to_owned(),
                1 => format!("{tens} et un"),
                ones => format!("{tens}-{}", word(&ONES, ones)),
            }
        }
    }
}

/// A place in a series up to 999 in words.
pub(crate) fn ordinal(n: u64, gender: Gender) -> String {
    match (n, gender) {
        (1, Gender::Masculine) => return "premier".to_owned(),
        (1, Gender::Feminine) => return "première".to_owned(),
        _ => {}
    }
    let cardinal = cardinal(n);
    let stem = match cardinal.strip_suffix("vingts") {
        Some(before) => format!("{before}vingt"),
        None => match cardinal.strip_suffix("cents") {
            Some(before) => format!("{before}cent"),
            None => match cardinal.strip_suffix("neuf") {
                Some(before) => format!("{before}neuv"),
                None if cardinal.ends_with("cinq") => format!("{cardinal}u"),
                None => cardinal.strip_suffix('e').unwrap_or(&cardinal).to_owned(),
            },
        },
    };
    format!("{stem}ième")
}

/// What follows the figures of a place in a series.
pub(crate) fn ordinal_end(n: u64, gender: Gender) -> &'static str {
    match (n, gender) {
        (1, Gender::Masculine) => "er",
        (1, Gender::Feminine) => "re",
        _ => "e",
    }
}
