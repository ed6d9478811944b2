//! A row of one of Accede's own CSV tables: its fields by the names of their columns, and the columns
//! that every such table has at its end: source, place in the ledger, doubt.

use std::collections::BTreeMap;

use csv::StringRecord;
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::EntryRef;
use treaty::{Confidence, PartialDate, ParticipantId, Source};

use crate::acts::Doubt;
use crate::bytes;
use crate::error::{Position, ReadError, RowError, What};

/// Finds the participant of a name.
pub(crate) type Names<'n> = dyn Fn(&str) -> Option<ParticipantId> + 'n;

/// The columns at the end of every table, in the order they are written.
pub(crate) const AT_THE_END: [&str; 11] = [
    "source_title",
    "source_url",
    "retrieved",
    "as_at",
    "sha256",
    "place",
    "confidence",
    "entry",
    "recorded",
    "doubt",
    "counts",
];

/// The text of a table, without the mark of its byte order.
pub(crate) fn text(name: &str, bytes: &[u8]) -> Result<String, ReadError> {
    let text = bytes::decode(name, bytes)?.text;
    let text = text.trim_start_matches('\u{feff}');
    if text.bytes().filter(|b| *b == b'"').count() % 2 == 1 {
        let at = text.rfind('"').unwrap_or(0);
        let what = What::Truncated("a quoted field is not closed".to_owned());
        return Err(ReadError::at(name, what, Position::of(text, at)));
    }
    Ok(text.to_owned())
}

pub(crate) fn unreadable(file: &str, error: &csv::Error) -> ReadError {
    let line = error.position().map_or(1, csv::Position::line);
    let what = What::Malformed {
        what: "this is not CSV".to_owned(),
        value: error.to_string(),
    };
    let at = Position {
        line: usize::try_from(line).unwrap_or(usize::MAX),
        column: 1,
    };
    ReadError::at(file, what, at)
}

/// Where each column stands, of those that a kind of table has.
pub(crate) fn columns_of(
    file: &str,
    headers: &StringRecord,
    allowed: &[&'static str],
    required: &[&'static str],
) -> Result<BTreeMap<&'static str, usize>, ReadError> {
    let first = Position { line: 1, column: 1 };
    let mut columns = BTreeMap::new();
    for (at, header) in headers.iter().enumerate() {
        let header = header.trim().to_lowercase();
        let refuse = |why: String| {
            let what = What::UnknownHeading {
                heading: header.clone(),
                why,
            };
            ReadError::at(file, what, first)
        };
        let Some(column) = allowed.iter().find(|column| **column == header) else {
            return Err(refuse(format!("the columns are {}", allowed.join(", "))));
        };
        if columns.insert(*column, at).is_some() {
            return Err(refuse("it stands there twice".to_owned()));
        }
    }
    let missing: Vec<&str> = required
        .iter()
        .copied()
        .filter(|column| !columns.contains_key(column))
        .collect();
    if missing.is_empty() {
        return Ok(columns);
    }
    let what = What::Malformed {
        what: "columns are missing".to_owned(),
        value: missing.join(", "),
    };
    Err(ReadError::at(file, what, first))
}

/// A row.
pub(crate) struct Row<'r> {
    pub(crate) file: &'r str,
    pub(crate) line: u64,
    pub(crate) columns: &'r BTreeMap<&'static str, usize>,
    pub(crate) record: &'r StringRecord,
}

/// What the columns at the end say.
pub(crate) struct Ending {
    pub(crate) source: Source,
    pub(crate) entry: Option<EntryRef>,
    pub(crate) recorded: Option<Timestamp>,
    pub(crate) doubt: Option<Doubt>,
}

impl Row<'_> {
    /// Refuses a row with more fields than there are columns.
    pub(crate) fn fits(&self) -> Result<(), RowError> {
        if self.record.len() <= self.columns.len() {
            return Ok(());
        }
        let extra = self.record.iter().skip(self.columns.len());
        let extra = extra.collect::<Vec<_>>().join(",");
        let why = format!("more fields than the {} columns", self.columns.len());
        Err(self.error("", &extra, &why))
    }

    /// The field as written; `None` if it is empty or its column is not there.
    pub(crate) fn exact(&self, column: &str) -> Option<String> {
        self.field(column).map(str::to_owned)
    }

    pub(crate) fn field(&self, column: &str) -> Option<&str> {
        let at = self.columns.get(column)?;
        self.record.get(*at).filter(|field| !field.is_empty())
    }

    /// The field without the blanks around it.
    pub(crate) fn word(&self, column: &str) -> Option<&str> {
        self.field(column)
            .map(str::trim)
            .filter(|field| !field.is_empty())
    }

    pub(crate) fn parsed<T>(&self, column: &str) -> Result<Option<T>, RowError>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
    {
        self.word(column)
            .map(|field| {
                field
                    .parse()
                    .map_err(|error: T::Err| self.error(column, field, &error.to_string()))
            })
            .transpose()
    }

    pub(crate) fn day(&self, column: &str) -> Result<Option<Date>, RowError> {
        let date: Option<PartialDate> = self.parsed(column)?;
        date.map(|date| {
            date.day().ok_or_else(|| {
                self.error(
                    column,
                    &date.to_string(),
                    "a day is needed here, as 2011-09-21",
                )
            })
        })
        .transpose()
    }

    /// What the columns at the end say.
    pub(crate) fn ending(&self) -> Result<Ending, RowError> {
        Ok(Ending {
            source: self.source()?,
            entry: self.parsed("entry")?,
            recorded: self.parsed("recorded")?,
            doubt: self.doubt()?,
        })
    }

    /// Why the row is in doubt, and whether it counts all the same: it does if `counts` is empty.
    fn doubt(&self) -> Result<Option<Doubt>, RowError> {
        let counts = match self.field("counts").map(str::trim) {
            None | Some("" | "true") => true,
            Some("false") => false,
            Some(other) => return Err(self.error("counts", other, "write true or false")),
        };
        match self.exact("doubt") {
            Some(why) => Ok(Some(Doubt { why, counts })),
            None if counts => Ok(None),
            None => Err(self.error("doubt", "", "what does not count needs a reason here")),
        }
    }

    fn source(&self) -> Result<Source, RowError> {
        let confidence = match self.field("confidence").map(str::trim) {
            None | Some("") => None,
            Some("low") => Some(Confidence::Low),
            Some("medium") => Some(Confidence::Medium),
            Some("high") => Some(Confidence::High),
            Some(other) => {
                return Err(self.error("confidence", other, "write low, medium or high"));
            }
        };
        Ok(Source {
            title: self.exact("source_title").unwrap_or_default(),
            url: self.exact("source_url"),
            retrieved: self.day("retrieved")?,
            as_at: self.day("as_at")?,
            sha256: self.exact("sha256"),
            place: self.exact("place"),
            confidence,
        })
    }

    pub(crate) fn missing(&self, column: &str) -> RowError {
        self.error(column, "", "this field cannot be empty")
    }

    pub(crate) fn error(&self, column: &str, value: &str, why: &str) -> RowError {
        RowError {
            file: self.file.to_owned(),
            line: self.line,
            column: column.to_owned(),
            value: value.to_owned(),
            why: why.to_owned(),
        }
    }
}

/// The fields of the columns at the end, as [`Row::ending`] reads them.
pub(crate) fn ending(
    source: &Source,
    entry: Option<EntryRef>,
    recorded: Option<Timestamp>,
    doubt: Option<&Doubt>,
) -> [String; AT_THE_END.len()] {
    fn said<T: ToString>(value: Option<T>) -> String {
        value.map(|value| value.to_string()).unwrap_or_default()
    }
    [
        source.title.clone(),
        said(source.url.as_ref()),
        said(source.retrieved),
        said(source.as_at),
        said(source.sha256.as_ref()),
        said(source.place.as_ref()),
        said(source.confidence.map(confidence)),
        said(entry),
        said(recorded),
        said(doubt.map(|doubt| &doubt.why)),
        said(doubt.map(|doubt| doubt.counts)),
    ]
}

pub(crate) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}
