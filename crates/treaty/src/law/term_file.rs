//! The values of a treaty file that are not plain strings and numbers: terms, days, moments.

use std::fmt;

use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Value;

use crate::clause::{Moment, Who};
use crate::{ParticipantId, ShortMonth, Term};

/// A term as written: `"same-day"`, `{ days = 90 }`, `{ months = 6, short-month = "last-day" }`,
/// `{ years = 8, short-month = "last-day" }` or `{ first-day-of-month = 6 }`.
#[derive(Debug, Clone, Copy)]
pub(super) struct TermFile(pub(super) Term);

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct TermTable {
    days: Option<i64>,
    months: Option<i64>,
    years: Option<i64>,
    first_day_of_month: Option<i64>,
    short_month: Option<ShortMonth>,
}

impl TermTable {
    fn term(self) -> Result<Term, String> {
        let rounded = |unit: &str| {
            self.short_month.ok_or_else(|| {
                format!(
                    "a term in {unit} must say where it ends in a month that is too short: \
                     add short-month = \"last-day\" or \"next-month\""
                )
            })
        };
        let term = match (self.days, self.months, self.years, self.first_day_of_month) {
            (Some(n), None, None, None) => Term::Days(length(n, 36_525)?),
            (None, Some(n), None, None) => Term::Months {
                n: length(n, 1_200)?,
                short_month: rounded("months")?,
            },
            (None, None, Some(n), None) => Term::Years {
                n: length(n, 100)?,
                short_month: rounded("years")?,
            },
            (None, None, None, Some(n)) => Term::FirstDayOfMonth(length(n, 1_200)?),
            (_, _, _, _) => {
                return Err("a term is exactly one of days, months, years and \
                            first-day-of-month"
                    .to_owned());
            }
        };
        if self.short_month.is_some()
            && matches!(term, Term::Days(_) | Term::FirstDayOfMonth(_))
        {
            return Err("short-month belongs to terms in months or years only".to_owned());
        }
        Ok(term)
    }
}

/// A length from 1 to a hundred years: a longer one is a slip of the pen.
fn length(n: i64, hundred_years: u32) -> Result<u32, String> {
    match u32::try_from(n) {
        Ok(0) => Err("a term of 0 is written \"same-day\"".to_owned()),
        Ok(n) if n <= hundred_years => Ok(n),
        Ok(_) | Err(_) => Err(format!(
            "{n} is no length of a term: from 1 to a hundred years"
        )),
    }
}

impl<'de> Deserialize<'de> for TermFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AsWritten;

        impl<'de> Visitor<'de> for AsWritten {
            type Value = TermFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a term: \"same-day\", or a table such as { days = 90 }")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<TermFile, E> {
                match word {
                    "same-day" => Ok(TermFile(Term::SameDay)),
                    other => Err(E::custom(format!(
                        "`{other}` is no term: write \"same-day\", or a table such as {{ days = 90 }}"
                    ))),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<TermFile, A::Error> {
                let table = TermTable::deserialize(MapAccessDeserializer::new(map))?;
                table.term().map(TermFile).map_err(Error::custom)
            }
        }

        deserializer.deserialize_any(AsWritten)
    }
}

/// A day as written: `2010-08-01`, with or without quotation marks.
#[derive(Debug, Clone, Copy)]
pub(super) struct DayFile(pub(super) Date);

/// The day in a value, or what is wrong with it.
fn day_in(value: &Value) -> Result<Date, String> {
    let text = match value {
        Value::Datetime(when) => when.to_string(),
        Value::String(text) => text.clone(),
        Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Array(_)
        | Value::Table(_) => return Err("a day is written as 2010-08-01".to_owned()),
    };
    match text.parse::<crate::PartialDate>() {
        Ok(crate::PartialDate::Day(day)) => Ok(day),
        Ok(crate::PartialDate::Month(..) | crate::PartialDate::Year(_)) | Err(_) => Err(
            format!("`{text}` is not a day of the calendar: a day is written as 2010-08-01"),
        ),
    }
}

impl<'de> Deserialize<'de> for DayFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        day_in(&Value::deserialize(deserializer)?)
            .map(DayFile)
            .map_err(Error::custom)
    }
}

/// A moment as written: `"opening"`, `"entry-into-force"` or a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct MomentFile(pub(super) Moment);

impl<'de> Deserialize<'de> for MomentFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let moment = match value.as_str() {
            Some("opening") => Moment::Opening,
            Some("entry-into-force") => Moment::EntryIntoForce,
            Some(_) | None => Moment::On(day_in(&value).map_err(|what| {
                D::Error::custom(format!("{what}, or \"opening\", or \"entry-into-force\""))
            })?),
        };
        Ok(MomentFile(moment))
    }
}

/// To whom an act is open, as written: `"all"`, `"signatories"`, `"non-signatories"` or a list.
#[derive(Debug, Clone)]
pub(super) struct WhoFile(pub(super) Who);

impl<'de> Deserialize<'de> for WhoFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let wrong = || {
            D::Error::custom(
                "an act is open to \"all\", \"signatories\", \"non-signatories\", or a list of \
                 participant codes such as [\"KAZ\", \"KGZ\"]",
            )
        };
        let who = match &value {
            Value::String(word) => match word.as_str() {
                "all" => Who::All,
                "signatories" => Who::Signatories,
                "non-signatories" => Who::NonSignatories,
                _ => return Err(wrong()),
            },
            Value::Array(codes) if !codes.is_empty() => {
                let named = codes.iter().map(|code| {
                    let code = code.as_str().ok_or_else(wrong)?;
                    code.parse::<ParticipantId>().map_err(D::Error::custom)
                });
                Who::Named(named.collect::<Result<_, _>>()?)
            }
            Value::Array(_)
            | Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Datetime(_)
            | Value::Table(_) => return Err(wrong()),
        };
        Ok(WhoFile(who))
    }
}
