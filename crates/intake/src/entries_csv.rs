//! Accede's own CSV of entries: what `export plans`, `export statements` and so on write, `import` reads
//! back unchanged.
//!
//! RFC 4180, UTF-8, a byte order mark accepted. Columns are found by their names, in any order.
//! An empty field is an absent one.

use std::collections::BTreeMap;

use csv::StringRecord;
use treaty::ParticipantId;

use crate::entries::{EntriesFile, EntryKind, EntryRow, SourcedEntry, Unplaced};
use crate::entries_field::{Cells, Holds, parts};
use crate::error::{ReadError, RowError};
use crate::row::{self, AT_THE_END, Ending, Names, Row, columns_of, unreadable};

/// The column that helps people, and may stand for `iso3`.
const NAME: &str = "name";

/// The columns of a kind of entry, in the order they are written.
pub fn columns(kind: EntryKind) -> Vec<&'static str> {
    let mut columns = Vec::new();
    for field in kind.fields() {
        columns.push(field.column);
        if field.column == "iso3" {
            columns.push(NAME);
        }
    }
    columns.extend(AT_THE_END);
    columns
}

/// Reads an entries file. `names` finds the participant of a name, for rows without codes.
///
/// # Errors
///
/// [`ReadError`] for a file that is no such table: wrong encoding, an unknown or missing column, a
/// quote that is not closed. Single rows that are wrong are in [`EntriesFile::errors`], those whose
/// names are nobody's in [`EntriesFile::unplaced`].
pub fn read_entries_csv(
    name: &str,
    bytes: &[u8],
    kind: EntryKind,
    names: &dyn Fn(&str) -> Option<ParticipantId>,
) -> Result<EntriesFile, ReadError> {
    let text = row::text(name, bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|error| unreadable(name, &error))?;
    let places = places(name, headers, kind)?;
    let mut file = EntriesFile::new(name, kind);
    for record in reader.into_records() {
        let record = record.map_err(|error| unreadable(name, &error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = Row {
            file: name,
            line,
            columns: &places,
            record: &record,
        };
        match row.entry(kind, names) {
            Ok(sourced) => file.rows.push(EntryRow { line, sourced }),
            Err(Failed::Wrong(error)) => file.errors.push(error),
            Err(Failed::Nobody(unplaced)) => file.unplaced.push(unplaced),
        }
    }
    Ok(file)
}

/// Where each column stands. `iso3` may be absent where `name` is there.
fn places(
    file: &str,
    headers: &StringRecord,
    kind: EntryKind,
) -> Result<BTreeMap<&'static str, usize>, ReadError> {
    let named = headers
        .iter()
        .any(|header| header.trim().eq_ignore_ascii_case(NAME));
    let required: Vec<_> = kind
        .required()
        .filter(|column| !(named && *column == "iso3"))
        .collect();
    columns_of(file, headers, &columns(kind), &required)
}

/// Why a row gave no entry.
enum Failed {
    Wrong(RowError),
    Nobody(Unplaced),
}

impl From<RowError> for Failed {
    fn from(error: RowError) -> Failed {
        Failed::Wrong(error)
    }
}

impl Row<'_> {
    fn entry(&self, kind: EntryKind, names: &Names<'_>) -> Result<SourcedEntry, Failed> {
        self.fits()?;
        let mut cells = Cells::new();
        for field in kind.fields() {
            let cell = match field.holds {
                Holds::Text => self.exact(field.column),
                Holds::Participant if field.column == "iso3" => self.who(names)?,
                Holds::Participant => self.one(field.column, names)?,
                Holds::Participants => self.several(field.column, names)?,
                Holds::Treaty
                | Holds::Date
                | Holds::Day
                | Holds::Number
                | Holds::Year
                | Holds::Treaties
                | Holds::Themes
                | Holds::Kind
                | Holds::Distribution
                | Holds::Word(_) => self.word(field.column).map(str::to_owned),
            };
            cells.extend(cell.map(|cell| (field.column, cell)));
        }
        let body = kind
            .body(&cells)
            .map_err(|wrong| self.error(wrong.column, &wrong.value, &wrong.why))?;
        let Ending {
            source,
            entry,
            recorded,
            doubt,
        } = self.ending()?;
        Ok(SourcedEntry {
            body,
            source,
            entry,
            recorded,
            doubt,
        })
    }

    /// The code of `iso3`, or of whom `name` names.
    fn who(&self, names: &Names<'_>) -> Result<Option<String>, Failed> {
        let Some(name) = self.word(NAME) else {
            return self.one("iso3", names);
        };
        let named = names(name);
        let Some(code) = self.one("iso3", names)? else {
            return self.known(NAME, name, named).map(Some);
        };
        match named.filter(|named| named.as_str() != code) {
            None => Ok(Some(code)),
            Some(named) => {
                let why = format!("`iso3` is {code}, but this is the name of {named}");
                Err(self.error(NAME, name, &why).into())
            }
        }
    }

    /// The code in a column that has one, or of whom it names.
    fn one(&self, column: &str, names: &Names<'_>) -> Result<Option<String>, Failed> {
        self.word(column)
            .map(|text| self.code(column, text, names))
            .transpose()
    }

    fn several(&self, column: &str, names: &Names<'_>) -> Result<Option<String>, Failed> {
        let Some(field) = self.word(column) else {
            return Ok(None);
        };
        let codes: Vec<_> = parts(field)
            .map(|part| self.code(column, part, names))
            .collect::<Result<_, _>>()?;
        Ok((!codes.is_empty()).then(|| codes.join("; ")))
    }

    /// What is a code stands as it is; else it is a name, exactly.
    fn code(&self, column: &str, text: &str, names: &Names<'_>) -> Result<String, Failed> {
        match text.parse::<ParticipantId>() {
            Ok(code) => Ok(code.to_string()),
            Err(_) => self.known(column, text, names(text)),
        }
    }

    fn known(
        &self,
        column: &str,
        text: &str,
        named: Option<ParticipantId>,
    ) -> Result<String, Failed> {
        named.map(|code| code.to_string()).ok_or_else(|| {
            Failed::Nobody(Unplaced {
                line: self.line,
                column: column.to_owned(),
                value: text.to_owned(),
                treaty: self.word("treaty").and_then(|treaty| treaty.parse().ok()),
            })
        })
    }
}

/// Writes entries of one kind as [`read_entries_csv`] reads them; those of others are left out.
/// `name` is for people; the code is what counts.
pub fn write_entries_csv(
    kind: EntryKind,
    entries: &[SourcedEntry],
    name: &dyn Fn(ParticipantId) -> String,
) -> Vec<u8> {
    const IN_MEMORY: &str = "writing into memory cannot fail";
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(columns(kind)).expect(IN_MEMORY);
    for one in entries {
        let Some(cells) = kind.cells(&one.body) else {
            continue;
        };
        let cell = |column| cells.get(column).cloned().unwrap_or_default();
        let mut fields = Vec::new();
        for field in kind.fields() {
            fields.push(cell(field.column));
            if field.column == "iso3" {
                let code = cell("iso3").parse::<ParticipantId>();
                fields.push(code.map_or_else(|_nobody| String::new(), name));
            }
        }
        let doubt = one.doubt.as_ref();
        fields.extend(row::ending(&one.source, one.entry, one.recorded, doubt));
        writer.write_record(&fields).expect(IN_MEMORY);
    }
    writer.into_inner().expect(IN_MEMORY)
}
