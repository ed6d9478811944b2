//! Reading a table of facts, with errors that name file, line, column and value.

use std::fmt::Display;
use std::str::FromStr;

use jiff::civil::Date;
use treaty::{Confidence, PartialDate};

use crate::files::File;

/// A shipped file that does not say what it must.
///
/// A release cannot have one: the tests read every row. It is an error and not a panic so that a
/// reviewer who changed a row is told where.
#[derive(Debug, thiserror::Error)]
pub enum FactsError {
    /// The first line is not the one the table must have.
    #[error("{file}: the columns are `{found}`, not `{expected}`")]
    Columns {
        /// The file.
        file: &'static str,
        /// The columns it must have.
        expected: String,
        /// The columns it has.
        found: String,
    },
    /// Not CSV, or a line with too many or too few fields.
    #[error("{file} cannot be read as CSV")]
    Unreadable {
        /// The file.
        file: &'static str,
        /// What the reader says, with the line.
        source: csv::Error,
    },
    /// A value that cannot stand in its column.
    #[error("{file}, line {line}, column `{column}`: `{value}`: {why}")]
    Value {
        /// The file.
        file: &'static str,
        /// The line in it, from 1.
        line: u64,
        /// The column.
        column: &'static str,
        /// What stands there.
        value: String,
        /// What is wrong with it.
        why: String,
    },
    /// A file of the demonstration that is not one.
    #[error("{file} cannot be read")]
    Demo {
        /// The file.
        file: &'static str,
        /// What is wrong with it.
        source: Box<toml::de::Error>,
    },
    /// A record of the demonstration that cites a source its file does not name.
    #[error(
        "{file}: the record `{record}` cites `{source_name}`, which the file does not name"
    )]
    DemoSource {
        /// The file.
        file: &'static str,
        /// The record.
        record: String,
        /// What it cites.
        source_name: String,
    },
    /// A treaty file whose name is no treaty id.
    #[error("{file}: {why}")]
    TreatyFile {
        /// The file.
        file: String,
        /// What is wrong with it.
        why: String,
    },
}

/// One line of a table.
#[derive(Debug)]
pub(crate) struct Row {
    file: &'static str,
    line: u64,
    columns: &'static [&'static str],
    fields: csv::StringRecord,
}

/// Every line of `file`, which must have exactly `columns`.
pub(crate) fn rows(
    file: File,
    columns: &'static [&'static str],
) -> Result<Vec<Row>, FactsError> {
    let unreadable = |source| FactsError::Unreadable {
        file: file.path,
        source,
    };
    let mut reader = csv::Reader::from_reader(file.text.as_bytes());
    let found = reader.headers().map_err(unreadable)?;
    if found.iter().ne(columns.iter().copied()) {
        return Err(FactsError::Columns {
            file: file.path,
            expected: columns.join(","),
            found: found.iter().collect::<Vec<_>>().join(","),
        });
    }
    let row = |fields: Result<csv::StringRecord, csv::Error>| {
        let fields = fields.map_err(unreadable)?;
        let line = fields.position().map_or(0, csv::Position::line);
        Ok(Row {
            file: file.path,
            line,
            columns,
            fields,
        })
    };
    reader.records().map(row).collect()
}

impl Row {
    /// What stands in `column`; empty where nothing does.
    pub(crate) fn get(&self, column: &'static str) -> &str {
        let at = self.columns.iter().position(|name| *name == column);
        let at = at.expect("rows() was given the column it is asked for");
        self.fields
            .get(at)
            .expect("the reader refuses lines of another length")
    }

    /// What stands in `column`, where something does.
    pub(crate) fn optional(&self, column: &'static str) -> Option<String> {
        Some(self.get(column))
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    }

    /// What stands in `column`, where the table has it and something does.
    pub(crate) fn where_there(&self, column: &'static str) -> Option<String> {
        let there = self.columns.contains(&column);
        there.then(|| self.optional(column)).flatten()
    }

    /// What stands in `column`, where something must.
    pub(crate) fn required(&self, column: &'static str) -> Result<&str, FactsError> {
        let text = self.get(column);
        if text.is_empty() {
            Err(self.wrong(column, "must not be empty"))
        } else {
            Ok(text)
        }
    }

    /// The value of `column`.
    pub(crate) fn parse<T: FromStr<Err: Display>>(
        &self,
        column: &'static str,
    ) -> Result<T, FactsError> {
        self.required(column)?
            .parse()
            .map_err(|why| self.wrong(column, why))
    }

    /// The value of `column`, where there is one.
    pub(crate) fn parse_optional<T: FromStr<Err: Display>>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>, FactsError> {
        if self.get(column).is_empty() {
            Ok(None)
        } else {
            self.parse(column).map(Some)
        }
    }

    /// The values of `column`, separated by blanks.
    pub(crate) fn parse_list<T: FromStr<Err: Display>>(
        &self,
        column: &'static str,
    ) -> Result<Vec<T>, FactsError> {
        let value = |word: &str| word.parse().map_err(|why| self.wrong(column, why));
        self.get(column).split_whitespace().map(value).collect()
    }

    /// The day in `column`, where there is one; a month or a year alone will not do.
    pub(crate) fn day(&self, column: &'static str) -> Result<Option<Date>, FactsError> {
        match self.parse_optional::<PartialDate>(column)? {
            None => Ok(None),
            Some(PartialDate::Day(day)) => Ok(Some(day)),
            Some(PartialDate::Month(..) | PartialDate::Year(_)) => {
                Err(self.wrong(column, "a whole day is needed here"))
            }
        }
    }

    /// The value of `column`, one of a few words.
    pub(crate) fn word<T: Copy>(
        &self,
        column: &'static str,
        words: &[(&str, T)],
    ) -> Result<T, FactsError> {
        let text = self.required(column)?;
        let known = words
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, value)| *value);
        known.ok_or_else(|| {
            let words: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.wrong(column, format!("must be one of {}", words.join(", ")))
        })
    }

    /// How far the row's source carries.
    pub(crate) fn confidence(&self) -> Result<Confidence, FactsError> {
        self.word(
            "confidence",
            &[
                ("low", Confidence::Low),
                ("medium", Confidence::Medium),
                ("high", Confidence::High),
            ],
        )
    }

    /// Where the row stands: `facts/acts.csv, line 12`.
    pub(crate) fn place(&self) -> String {
        format!("{}, line {}", self.file, self.line)
    }

    /// The error that what stands in `column` is wrong.
    pub(crate) fn wrong(&self, column: &'static str, why: impl Display) -> FactsError {
        FactsError::Value {
            file: self.file,
            line: self.line,
            column,
            value: self.get(column).to_owned(),
            why: why.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[&str] = &["name", "on"];

    fn read(text: &'static str) -> Result<Vec<Row>, FactsError> {
        rows(
            File {
                path: "facts/test.csv",
                text,
            },
            COLUMNS,
        )
    }

    #[test]
    fn a_wrong_value_is_told_with_file_line_column_and_value() {
        let rows = read("name,on\nXAA,2020-01-01\nXBB,2023-02-31\n").unwrap();
        let wrong = rows[1].day("on").unwrap_err().to_string();
        assert!(
            wrong.starts_with("facts/test.csv, line 3, column `on`: `2023-02-31`: "),
            "{wrong}"
        );
        assert_eq!(
            rows[0].day("on").unwrap(),
            Some(jiff::civil::date(2020, 1, 1))
        );
    }

    #[test]
    fn a_month_is_no_day() {
        let rows = read("name,on\nXAA,2020-01\n").unwrap();
        assert!(rows[0].day("on").is_err());
        assert!(rows[0].parse::<PartialDate>("on").is_ok());
    }

    #[test]
    fn an_empty_value_is_refused_where_one_must_stand() {
        let rows = read("name,on\n,\n").unwrap();
        assert!(rows[0].required("name").is_err());
        assert_eq!(rows[0].day("on").unwrap(), None);
    }

    #[test]
    fn other_columns_or_a_short_line_are_refused() {
        assert!(matches!(
            read("name,day\n"),
            Err(FactsError::Columns { .. })
        ));
        assert!(matches!(
            read("name,on\nXAA\n"),
            Err(FactsError::Unreadable { .. })
        ));
    }
}
