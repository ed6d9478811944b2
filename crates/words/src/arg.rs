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
pub const FORMS: [&str; 13] = [
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
    "",
];

/// The values of a text, each in all its forms.
pub(crate) fn values<'v>(words: &Words, args: &'v [(&str, Arg<'_>)]) -> FluentArgs<'v> {
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        value.set(words, name, &mut values);
    }
    values
}

impl Arg<'_> {
    fn set<'v>(&'v self, words: &Words, name: &'v str, values: &mut FluentArgs<'v>) {
        let mut form = |suffix: &str, text: String| {
            debug_assert!(FORMS.contains(&suffix), "{suffix}");
            values.set(format!("{name}{suffix}"), text);
        };
        match self {
            Arg::Text(text) => values.set(name, text.as_ref()),
            Arg::Number(n) => values.set(name, *n),
            Arg::Count(n) => {
                let nth = words.ordinal(*n, Gender::Masculine);
                form("-words", words.count_word(*n));
                form("-start", words.capital(&words.in_words(*n)));
                form("-nth-start", words.capital(&nth));
                form("-nth", nth);
                values.set(name, number(*n));
            }
            Arg::Date(date) => {
                let on = words.on(*date);
                form("", words.partial_date(*date));
                form("-start", words.capital(&on));
                form("-on", on);
            }
            Arg::Period(from, to) => {
                let period = words.period(*from, *to);
                form("-start", words.capital(&period));
                form("", period);
            }
            Arg::States(states) => {
                for case in Case::ALL {
                    form(case.suffix(), words.states(states, case));
                }
                let subject = words.states(states, Case::Subject);
                form("-start", words.capital(&subject));
                values.set(format!("{name}-n"), number(states.len()));
            }
            Arg::Clause(text) => {
                form("-start", words.capital(text));
                form("", text.clone());
            }
            Arg::Noun(key) => {
                for suffix in FORMS {
                    if let Some(text) = words.find(&format!("{key}{suffix}")) {
                        form(suffix, text.into_owned());
                    }
                }
            }
        }
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
