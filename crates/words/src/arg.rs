//! Values that go into a text, and the forms in which a pattern may ask for them.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};
use treaty::{PartialDate, ParticipantId};

use crate::names::Case;
use crate::{Gender, Words};

/// A value that goes into a text. Some come in several forms, which a pattern asks for by what it
/// puts behind the name; the README has them all.
#[derive(Debug, Clone)]
pub enum Arg<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(i64),
    /// A number that may also be said in words, or be a place in a series.
    Count(u64),
    /// A day, a month or a year, with what goes before it.
    Date(PartialDate),
    /// From when to when.
    Period(PartialDate, PartialDate),
    /// States by code and name, in the order in which they are to stand, in every case.
    States(Vec<(ParticipantId, &'a str)>),
    /// A part of a sentence, which may begin one too.
    Clause(String),
    /// A noun of which the catalogue has the forms: that under the key, and those under the key with a form
    /// behind it.
    Noun(&'static str),
}

/// What a pattern may put behind the name of a value, the longest first.
pub const FORMS: [&str; 12] = [
    "-nth-start",
    "-start",
    "-words",
    "-list",
    "-with",
    "-nth",
    "-of",
    "-to",
    "-in",
    "-by",
    "-on",
    "-n",
];

/// The values of a text, each as it is and in the forms that are `asked` for by their whole name.
pub(crate) fn values<'v>(
    words: &Words,
    asked: &[&str],
    args: &'v [(&str, Arg<'_>)],
) -> FluentArgs<'v> {
    let mut values = FluentArgs::with_capacity(args.len() + asked.len());
    for (name, value) in args {
        values.set(*name, value.plain(words));
        for form in asked {
            let suffix = form.strip_prefix(name);
            if let Some(value) = suffix.and_then(|suffix| value.form(words, suffix)) {
                values.set((*form).to_owned(), value);
            }
        }
    }
    values
}

impl Arg<'_> {
    /// The value itself.
    fn plain(&self, words: &Words) -> FluentValue<'_> {
        match self {
            Arg::Text(text) => text.as_ref().into(),
            Arg::Number(n) => (*n).into(),
            Arg::Count(n) => number(*n),
            Arg::Date(date) => words.partial_date(*date).into(),
            Arg::Period(from, to) => words.period(*from, *to).into(),
            Arg::States(states) => words.states(states, Case::Subject).into(),
            Arg::Clause(text) => text.as_str().into(),
            Arg::Noun(key) => words
                .find(key)
                .map_or(FluentValue::None, |text| text.into_owned().into()),
        }
    }

    /// The value in a form, if it has that one.
    fn form(&self, words: &Words, suffix: &str) -> Option<FluentValue<'static>> {
        let text = match (self, suffix) {
            (Arg::Count(n), "-words") => words.count_word(*n),
            (Arg::Count(n), "-start") => words.capital(&words.in_words(*n)),
            (Arg::Count(n), "-nth") => words.ordinal(*n, Gender::Masculine),
            (Arg::Count(n), "-nth-start") => {
                words.capital(&words.ordinal(*n, Gender::Masculine))
            }
            (Arg::Date(date), "-on") => words.on(*date),
            (Arg::Date(date), "-start") => words.capital(&words.on(*date)),
            (Arg::Period(from, to), "-start") => words.capital(&words.period(*from, *to)),
            (Arg::States(states), "-n") => return Some(number(words.number_of(states))),
            (Arg::States(states), "-start") => {
                words.capital(&words.states(states, Case::Subject))
            }
            (Arg::States(states), suffix) => {
                let case = Case::ALL.into_iter().find(|case| case.suffix() == suffix)?;
                words.states(states, case)
            }
            (Arg::Clause(text), "-start") => words.capital(text),
            (Arg::Noun(key), suffix) => words.find(&format!("{key}{suffix}"))?.into_owned(),
            (
                Arg::Text(_)
                | Arg::Number(_)
                | Arg::Count(_)
                | Arg::Date(_)
                | Arg::Period(..)
                | Arg::Clause(_),
                _,
            ) => return None,
        };
        Some(text.into())
    }
}

fn number(n: impl TryInto<i64>) -> FluentValue<'static> {
    FluentValue::from(n.try_into().unwrap_or(i64::MAX))
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Arg::Text(text)
    }
}

impl From<u32> for Arg<'_> {
    fn from(n: u32) -> Self {
        Arg::Number(i64::from(n))
    }
}

impl From<i64> for Arg<'_> {
    fn from(n: i64) -> Self {
        Arg::Number(n)
    }
}

impl From<usize> for Arg<'_> {
    fn from(n: usize) -> Self {
        Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
