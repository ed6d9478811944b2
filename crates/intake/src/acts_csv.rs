//! Accede's own CSV of acts: what `export acts` writes, `import acts` reads back unchanged.
//!
//! RFC 4180, UTF-8, a byte order mark accepted. Columns are found by their names, in any order.
//! An empty field is an absent one.

use std::collections::BTreeMap;

use csv::StringRecord;
use jiff::civil::Date;
use treaty::{Act, Kind, Note, PartialDate, ParticipantId, TreatyId};

use crate::acts::{ActRow, ActsFile, Sourced};
use crate::error::{ReadError, RowError};
use crate::row::{self, Ending, Names, Row, columns_of, unreadable};

/// The columns, in the order they are written.
pub const COLUMNS: [&str; 22] = [
    "treaty",
    "iso3",
    "name",
    "act",
    "date",
    "depositary",
    "effect",
    "done_by",
    "towards",
    "note",
    "text",
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

/// Those without which there is no act. `iso3` may be absent where `name` is there.
const REQUIRED: [&str; 3] = ["treaty", "act", "date"];

/// Reads an acts file. `names` finds the participant of a name, for rows without `iso3`.
///
/// # Errors
///
/// [`ReadError`] for a file that is no such table: wrong encoding, an unknown or missing column, a
/// quote that is not closed. Single rows that are wrong are in [`ActsFile::errors`].
pub fn read_acts_csv(
    name: &str,
    bytes: &[u8],
    names: &dyn Fn(&str) -> Option<ParticipantId>,
) -> Result<ActsFile, ReadError> {
    let text = row::text(name, bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let columns = columns(
        name,
        reader.headers().map_err(|error| unreadable(name, &error))?,
    )?;
    let mut file = ActsFile {
        file: name.to_owned(),
        ..ActsFile::default()
    };
    for record in reader.into_records() {
        let record = record.map_err(|error| unreadable(name, &error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = Row {
            file: name,
            line,
            columns: &columns,
            record: &record,
        };
        match row.act(names) {
            Ok(sourced) => file.rows.push(ActRow { line, sourced }),
            Err(error) => file.errors.push(error),
        }
    }
    Ok(file)
}

fn columns(
    file: &str,
    headers: &StringRecord,
) -> Result<BTreeMap<&'static str, usize>, ReadError> {
    let named = headers
        .iter()
        .any(|header| header.trim().eq_ignore_ascii_case("name"));
    let required = REQUIRED.into_iter().chain((!named).then_some("iso3"));
    columns_of(file, headers, &COLUMNS, &required.collect::<Vec<_>>())
}

impl Row<'_> {
    fn act(&self, names: &Names<'_>) -> Result<Sourced, RowError> {
        self.fits()?;
        let treaty: TreatyId = self
            .parsed("treaty")?
            .ok_or_else(|| self.missing("treaty"))?;
        let by = self.participant(names)?;
        let kind: Kind = self.parsed("act")?.ok_or_else(|| self.missing("act"))?;
        let on: PartialDate = self.parsed("date")?.ok_or_else(|| self.missing("date"))?;
        let act = Act {
            treaty,
            by,
            kind,
            on,
            done_by: self.parsed("done_by")?,
            depositary: self.exact("depositary"),
            effect: self.day("effect")?,
            notes: self.notes()?,
            text: self.exact("text"),
            towards: self.parsed("towards")?,
        };
        let Ending {
            source,
            entry,
            recorded,
            doubt,
        } = self.ending()?;
        Ok(Sourced {
            act,
            source,
            entry,
            recorded,
            doubt,
        })
    }

    fn participant(&self, names: &Names<'_>) -> Result<ParticipantId, RowError> {
        let code: Option<ParticipantId> = self.parsed("iso3")?;
        let name = self.word("name");
        let named = name.and_then(names);
        match (code, name, named) {
            (Some(code), Some(name), Some(named)) if code != named => {
                let why = format!("`iso3` is {code}, but this is the name of {named}");
                Err(self.error("name", name, &why))
            }
            (Some(code), _, _) => Ok(code),
            (None, Some(_), Some(named)) => Ok(named),
            (None, Some(name), None) => {
                Err(self.error("name", name, "no participant of that name is on record"))
            }
            (None, None, _) => Err(self.missing("iso3")),
        }
    }

    /// The notes: one as plain text, or several as JSON `[{"id": "12", "text": "…"}]`.
    fn notes(&self) -> Result<Vec<Note>, RowError> {
        let Some(field) = self.field("note") else {
            return Ok(Vec::new());
        };
        if !field.starts_with('[') {
            return Ok(vec![Note {
                id: String::new(),
                text: field.to_owned(),
            }]);
        }
        serde_json::from_str(field).map_err(|error| {
            let why = format!(
                "notes as JSON are written [{{\"id\": \"1\", \"text\": \"…\"}}]: {error}"
            );
            self.error("note", field, &why)
        })
    }
}

/// Writes acts as [`read_acts_csv`] reads them. `name` is for people; the code is what counts.
pub fn write_acts_csv(acts: &[Sourced], name: &dyn Fn(ParticipantId) -> String) -> Vec<u8> {
    const IN_MEMORY: &str = "writing into memory cannot fail";
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(COLUMNS).expect(IN_MEMORY);
    for Sourced {
        act,
        source,
        entry,
        recorded,
        doubt,
    } in acts
    {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let day = |value: Option<Date>| value.map(|day| day.to_string()).unwrap_or_default();
        let fields = [
            act.treaty.to_string(),
            act.by.to_string(),
            name(act.by),
            act.kind.to_string(),
            act.on.to_string(),
            text(&act.depositary),
            day(act.effect),
            act.done_by.map(|id| id.to_string()).unwrap_or_default(),
            act.towards.map(|id| id.to_string()).unwrap_or_default(),
            notes(&act.notes),
            text(&act.text),
        ];
        let ending = row::ending(source, *entry, *recorded, doubt.as_ref());
        let fields = fields.iter().chain(&ending);
        writer.write_record(fields).expect(IN_MEMORY);
    }
    writer.into_inner().expect(IN_MEMORY)
}

fn notes(notes: &[Note]) -> String {
    match notes {
        [] => String::new(),
        [Note { id, text }] if id.is_empty() && !text.is_empty() && !text.starts_with('[') => {
            text.clone()
        }
        notes => serde_json::to_string(notes).expect("text can always be written"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nobody(_: &str) -> Option<ParticipantId> {
        None
    }

    fn read(text: &str) -> ActsFile {
        read_acts_csv("acts.csv", text.as_bytes(), &nobody).unwrap()
    }

    #[track_caller]
    fn refused(row: &str, message: &str) {
        let file = read(&format!(
            "treaty,iso3,act,date,effect,confidence,note\n{row}\n"
        ));
        let messages: Vec<_> = file.errors.iter().map(ToString::to_string).collect();
        assert_eq!(messages, [message]);
        assert!(file.rows.is_empty());
    }

    #[test]
    fn columns_are_found_by_name_whatever_their_order() {
        let file = read("\u{feff}date,act,treaty,iso3\r\n2030-05,signature,xtreaty,XAA\r\n");
        let act = &file.rows[0].sourced.act;
        assert_eq!(
            (act.by.as_str(), act.kind, act.on.to_string().as_str()),
            ("XAA", Kind::Signature, "2030-05")
        );
    }

    #[test]
    fn a_wrong_row_is_said_with_file_line_column_and_value() {
        refused(
            "xtreaty,XAA,signature,2030-02-31,,,",
            "acts.csv: line 2, column `date`: `2030-02-31` is not a date: write a day as 2011-09-21, a month as 2011-09 or a year as 2011, of the calendar: `2030-02-31`",
        );
        refused(
            "xtreaty,Xa,signature,2030,,,",
            "acts.csv: line 2, column `iso3`: `Xa` is not a participant code: use three capital letters, as in `ITA`: `Xa`",
        );
        refused(
            "xtreaty,XAA,signature,2030,2031,,",
            "acts.csv: line 2, column `effect`: a day is needed here, as 2011-09-21: `2031`",
        );
        refused(
            "xtreaty,XAA,signature,2030,,certain,",
            "acts.csv: line 2, column `confidence`: write low, medium or high: `certain`",
        );
        refused(
            "xtreaty,,signature,2030,,,",
            "acts.csv: line 2, column `iso3`: this field cannot be empty: ``",
        );
        refused(
            "xtreaty,XAA,signature,2030,,,,more",
            "acts.csv: line 2, column ``: more fields than the 7 columns: `more`",
        );
        let file =
            read("treaty,iso3,act,date\nx1,XAA,endorsement,2030\nx1,XBB,signature,2031\n");
        assert_eq!(
            (
                file.errors[0].line,
                file.errors[0].column.as_str(),
                file.rows[0].line
            ),
            (2, "act", 3)
        );
    }

    #[test]
    fn a_file_that_is_no_such_table_is_refused_whole() {
        let why = |text: &str| {
            read_acts_csv("acts.csv", text.as_bytes(), &nobody)
                .unwrap_err()
                .to_string()
        };
        assert!(
            why("treaty,iso3,act,date,colour\n").contains("unknown column heading `colour`")
        );
        assert!(why("treaty,iso3\n").contains("columns are missing: `act, date`"));
        assert!(why("treaty,treaty,iso3,act,date\n").contains("twice"));
        assert!(
            why("treaty,iso3,act,date,text\nx1,XAA,declaration,2030,\"cut")
                .contains("not closed")
        );
    }

    #[test]
    fn a_name_stands_for_a_code_and_may_not_contradict_it() {
        let names = |name: &str| (name == "Xanadu").then(|| "XAA".parse().unwrap());
        let read = |row: &str| {
            let text = format!("treaty,iso3,name,act,date\n{row}\n");
            read_acts_csv("acts.csv", text.as_bytes(), &names).unwrap()
        };
        assert_eq!(
            read("x1,,Xanadu,signature,2030").rows[0]
                .sourced
                .act
                .by
                .as_str(),
            "XAA"
        );
        assert_eq!(read("x1,XAA,anything,signature,2030").rows.len(), 1);
        assert!(
            read("x1,XBB,Xanadu,signature,2030").errors[0]
                .why
                .contains("name of XAA")
        );
        assert!(
            read("x1,,Xanada,signature,2030").errors[0]
                .why
                .contains("no participant of that name")
        );
    }
}
