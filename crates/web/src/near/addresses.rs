//! The addresses that were perhaps meant, out of the table of all.

use axum::http::Uri;
use world::view::ReportKind;

use super::nearest;
use crate::api::table::addresses;
use crate::api::{Address, Takes, params};
use crate::ask::Form;

/// The address of the site that is nearest to the one asked: one of its words is another, a slip of
/// the pen away.
pub(crate) fn meant(asked: &Uri) -> Vec<(String, String)> {
    let (path, form) = Form::cut(asked.path());
    let read = addresses().filter_map(|address| {
        let (away, right) = compared(address, path)?;
        (away > 0).then_some((address, away, right))
    });
    // Where any name can stand, one that was meant for a word can too: words first.
    let nearest = read.min_by(|a, b| {
        let order = |one: &(&'static Address, usize, String)| (one.0.in_path().count(), one.1);
        order(a).cmp(&order(b)).then_with(|| a.2.cmp(&b.2))
    });
    let found = nearest.map(|(address, _, right)| {
        let form = if address.forms.contains(&form) {
            form
        } else {
            Form::Html
        };
        named(&right, form, asked)
    });
    found.into_iter().collect()
}

/// The forms in which the address asked is to be had.
pub(crate) fn in_its_forms(asked: &Uri) -> Vec<(String, String)> {
    let (path, _) = Form::cut(asked.path());
    let all = addresses()
        .filter(|address| compared(address, path).is_some_and(|(away, _)| away == 0));
    // A word stands before a name: `/states/ITA/calendar` is no State under a treaty.
    let stands = all.min_by_key(|address| address.in_path().count());
    let forms = stands.into_iter().flat_map(|address| address.forms);
    forms.map(|form| named(path, *form, asked)).collect()
}

fn named(path: &str, form: Form, asked: &Uri) -> (String, String) {
    let mut found = match (form, path) {
        (Form::Html, _) => path.to_owned(),
        (_, "/") => format!("/index.{}", form.word()),
        (_, _) => format!("{path}.{}", form.word()),
    };
    let name = found.clone();
    if let Some(query) = asked.query() {
        found = format!("{found}?{query}");
    }
    (found, name)
}

/// How far a path is from an address of the table, and the path put right; `None` if it is far.
fn compared(address: &Address, path: &str) -> Option<(usize, String)> {
    let wanted: Vec<_> = address.path.split('/').collect();
    // A slash too many at the end is the smallest slip there is.
    let bare = path.strip_suffix('/').filter(|bare| !bare.is_empty());
    let given: Vec<_> = bare.unwrap_or(path).split('/').collect();
    if wanted.len() != given.len() {
        return None;
    }
    let mut away = usize::from(bare.is_some());
    let mut right = Vec::with_capacity(given.len());
    for (wanted, given) in wanted.iter().zip(&given) {
        let (letters, word) = match words(wanted) {
            Some(words) => nearest(given, &words)?,
            None => (0, *given),
        };
        away += letters;
        right.push(word.to_owned());
    }
    Some((away, right.join("/")))
}

/// The words that can stand in a place of an address; `None` where any can.
fn words(place: &'static str) -> Option<Vec<&'static str>> {
    let Some(name) = place
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    else {
        return Some(vec![place]);
    };
    let param = params::IN_PATHS.iter().find(|param| param.name == name)?;
    match param.takes {
        Takes::Word(words) => Some(words.to_vec()),
        Takes::Report => Some(ReportKind::ALL.map(ReportKind::word).to_vec()),
        Takes::Day
        | Takes::Date
        | Takes::Moment
        | Takes::Lang
        | Takes::Treaty
        | Takes::Treaties
        | Takes::State
        | Takes::States
        | Takes::Number(..)
        | Takes::Item
        | Takes::Table
        | Takes::Text
        | Takes::Suppositions => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(asked: &str) -> Option<String> {
        let found = meant(&asked.parse().unwrap());
        found.into_iter().next().map(|(address, _)| address)
    }

    #[test]
    fn a_slip_of_the_pen_in_an_address_is_put_right() {
        for (asked, right) in [
            ("/treatys", "/treaties"),
            ("/treaty/ccm", "/treaties/ccm"),
            ("/state/ITA/timelin.svg", "/states/ITA/timeline.svg"),
            ("/Matrix.csv?on=2020-01-01", "/matrix.csv?on=2020-01-01"),
            ("/matrx.ics", "/matrix"),
            (
                "/treaties/ccm/counts/consent",
                "/treaties/ccm/counts/consents",
            ),
            ("/treaties/ccm/maps", "/treaties/ccm/map"),
            ("/treaties/", "/treaties"),
        ] {
            assert_eq!(first(asked).as_deref(), Some(right), "{asked}");
        }
        for asked in ["/", "/wp-login.php", "/treaties/ctpt", "/a/b/c/d/e"] {
            assert_eq!(first(asked), None, "{asked}");
        }
    }

    #[test]
    fn what_is_not_to_be_had_in_one_form_is_told_in_those_it_has() {
        let found = in_its_forms(&"/states/ITA/calendar.png?lang=fr".parse().unwrap());
        let found: Vec<_> = found.iter().map(|(address, _)| address.as_str()).collect();
        let forms = ["", ".json", ".csv", ".ics"];
        let expected = forms.map(|form| format!("/states/ITA/calendar{form}?lang=fr"));
        assert_eq!(found, expected);
    }
}
