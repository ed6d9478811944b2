//! Tables of status: what `export status` writes, as CSV or JSON, read back.
//!
//! A table says where everybody stood on a day, and in `acts` on which acts that rests. A table
//! without that column (made elsewhere, or by hand) is read by its days; then what it leaves open
//! stays open.

use std::collections::BTreeMap;

use csv::StringRecord;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::IgnoredAny;
use treaty::{Kind, PartialDate, ParticipantId, TreatyId};

use crate::bytes;
use crate::error::{Position, ReadError, RowError};

/// The columns that are read. Those that say the same in other words are passed over.
pub const COLUMNS: [&str; 16] = [
    "treaty",
    "on",
    "known",
    "iso3",
    "name",
    "standing",
    "provisional",
    "signed",
    "consented",
    "consent_act",
    "done_by",
    "in_force",
    "left",
    "uncertain",
    "entries",
    "acts",
];

/// Those without which there is no status.
const REQUIRED: [&str; 4] = ["treaty", "on", "iso3", "standing"];

/// Where a participant stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Consent stands, the treaty is in force for it.
    Party,
    /// Consent stands.
    Contracting,
    /// Signature stands.
    Signatory,
    /// It left.
    Withdrawn,
    /// None of these.
    None,
}

/// An act that a row names.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StatusAct {
    /// The act.
    pub act: Kind,
    /// Its day.
    pub date: PartialDate,
    /// The day of effect that its source prints.
    #[serde(default)]
    pub effect: Option<Date>,
    /// The predecessor that did it.
    #[serde(default)]
    pub done_by: Option<ParticipantId>,
}

/// Where one participant stood under one treaty on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusRow {
    /// The line it stands on, from 1; in JSON the line on which its treaty begins.
    pub line: u64,
    /// The treaty.
    pub treaty: TreatyId,
    /// The day.
    pub on: Date,
    /// Who.
    pub by: ParticipantId,
    /// Where it stood.
    pub standing: Standing,
    /// Whether it applied the treaty provisionally.
    pub provisional: bool,
    /// When it signed.
    pub signed: Option<PartialDate>,
    /// When it consented.
    pub consented: Option<PartialDate>,
    /// In which form.
    pub consent_act: Option<Kind>,
    /// The predecessor that acted.
    pub done_by: Option<ParticipantId>,
    /// When it left.
    pub left: Option<Date>,
    /// Whether something about it was in doubt.
    pub uncertain: bool,
    /// The acts it rests on; `None` where the table does not name them.
    pub acts: Option<Vec<StatusAct>>,
    /// Whether it says of which moment of a record it is: an export does.
    pub exported: bool,
}

/// A table of status.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatusFile {
    /// The file, as the caller named it.
    pub file: String,
    /// Its rows.
    pub rows: Vec<StatusRow>,
    /// Rows that cannot be read. While there is one, nothing of the file is recorded.
    pub errors: Vec<RowError>,
}

/// Whether a file of acts is a table of status instead: by its heading, or its first element.
pub fn is_status(name: &str, bytes: &[u8]) -> bool {
    let Ok(text) = bytes::decode(name, bytes) else {
        return false;
    };
    let text = text.text.trim_start_matches('\u{feff}').trim_start();
    match text.as_bytes().first() {
        Some(b'{') => is_status_object(text),
        Some(b'[') => crate::acts_json::elements(name, text)
            .ok()
            .and_then(|elements| elements.into_iter().next())
            .is_some_and(|first| is_status_object(&text[first])),
        _ => text.lines().next().is_some_and(|heading| {
            let mut columns = heading.split(',').map(|one| one.trim().trim_matches('"'));
            columns.any(|column| column.eq_ignore_ascii_case("standing"))
        }),
    }
}

fn is_status_object(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Probe {
        participants: Option<IgnoredAny>,
    }
    serde_json::from_str::<Probe>(text).is_ok_and(|probe| probe.participants.is_some())
}

/// Reads a table of status from CSV.
///
/// # Errors
///
/// [`ReadError`] for a file that is no such table. Single rows that are wrong are in
/// [`StatusFile::errors`].
pub fn read_status_csv(name: &str, bytes: &[u8]) -> Result<StatusFile, ReadError> {
    let text = bytes::decode(name, bytes)?.text;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let unreadable = |error: &csv::Error| crate::row::unreadable(name, error);
    let heading = reader.headers().map_err(|error| unreadable(&error))?;
    let columns = crate::row::columns_of(name, heading, &COLUMNS, &REQUIRED)?;
    let mut file = StatusFile {
        file: name.to_owned(),
        ..StatusFile::default()
    };
    for record in reader.into_records() {
        let record = record.map_err(|error| unreadable(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = Cells {
            file: name,
            line,
            columns: &columns,
            record: &record,
        };
        match row.read() {
            Ok(row) => file.rows.push(row),
            Err(error) => file.errors.push(error),
        }
    }
    Ok(file)
}

/// The cells of a row, by the names of their columns.
struct Cells<'r> {
    file: &'r str,
    line: u64,
    columns: &'r BTreeMap<&'static str, usize>,
    record: &'r StringRecord,
}

impl Cells<'_> {
    fn read(&self) -> Result<StatusRow, RowError> {
        Ok(StatusRow {
            line: self.line,
            treaty: self.needed("treaty")?,
            on: self.needed("on")?,
            by: self.needed("iso3")?,
            standing: self.standing()?,
            provisional: self.yes("provisional")?,
            signed: self.parsed("signed")?,
            consented: self.parsed("consented")?,
            consent_act: self.parsed("consent_act")?,
            done_by: self.parsed("done_by")?,
            left: self.parsed("left")?,
            uncertain: self.yes("uncertain")?,
            acts: self.acts()?,
            exported: self.field("known").is_some(),
        })
    }

    fn field(&self, column: &str) -> Option<&str> {
        let at = self.columns.get(column)?;
        let field = self.record.get(*at).map(str::trim);
        field.filter(|field| !field.is_empty())
    }

    fn parsed<T>(&self, column: &str) -> Result<Option<T>, RowError>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
    {
        let parse = |field: &str| {
            let failed = |error: T::Err| self.error(column, field, &error.to_string());
            field.parse().map_err(failed)
        };
        self.field(column).map(parse).transpose()
    }

    fn needed<T>(&self, column: &str) -> Result<T, RowError>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
    {
        self.parsed(column)?
            .ok_or_else(|| self.error(column, "", "this field cannot be empty"))
    }

    fn yes(&self, column: &str) -> Result<bool, RowError> {
        match self.field(column) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(other) => Err(self.error(column, other, "write true or false")),
        }
    }

    fn standing(&self) -> Result<Standing, RowError> {
        match self.field("standing").unwrap_or_default() {
            "party" => Ok(Standing::Party),
            "contracting" => Ok(Standing::Contracting),
            "signatory" => Ok(Standing::Signatory),
            "withdrawn" => Ok(Standing::Withdrawn),
            "none" => Ok(Standing::None),
            other => Err(self.error(
                "standing",
                other,
                "write party, contracting, signatory, withdrawn or none",
            )),
        }
    }

    /// The acts: `signature 2008-12-03; ratification 2011-09-21`, each with `effect DAY` or
    /// `by CODE` after it where that is known.
    fn acts(&self) -> Result<Option<Vec<StatusAct>>, RowError> {
        if !self.columns.contains_key("acts") {
            return Ok(None);
        }
        let Some(field) = self.field("acts") else {
            return Ok(Some(Vec::new()));
        };
        let acts = field
            .split(';')
            .map(|one| act_of(one).map_err(|why| self.error("acts", one.trim(), &why)));
        acts.collect::<Result<_, _>>().map(Some)
    }

    fn error(&self, column: &str, value: &str, why: &str) -> RowError {
        RowError {
            file: self.file.to_owned(),
            line: self.line,
            column: column.to_owned(),
            value: value.to_owned(),
            why: why.to_owned(),
        }
    }
}

/// Reads `withdrawal_notified 2024-09-06 effect 2025-03-06`.
fn act_of(text: &str) -> Result<StatusAct, String> {
    const FORM: &str = "acts are written `signature 2008-12-03; ratification 2011-09-21`";
    let mut words = text.split_whitespace();
    let (Some(act), Some(date)) = (words.next(), words.next()) else {
        return Err(FORM.to_owned());
    };
    let mut one = StatusAct {
        act: act.parse().map_err(said)?,
        date: date.parse().map_err(said)?,
        effect: None,
        done_by: None,
    };
    while let Some(word) = words.next() {
        match (word, words.next()) {
            ("effect", Some(day)) => one.effect = Some(day.parse().map_err(said)?),
            ("by", Some(code)) => one.done_by = Some(code.parse().map_err(said)?),
            _ => return Err(FORM.to_owned()),
        }
    }
    Ok(one)
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// Reads a status, or an array of them, from JSON. Fields that are not needed are passed over.
///
/// # Errors
///
/// [`ReadError`] for a file that is no JSON. What is no status is in [`StatusFile::errors`], with
/// its line.
pub fn read_status_json(name: &str, bytes: &[u8]) -> Result<StatusFile, ReadError> {
    let text = bytes::decode(name, bytes)?.text;
    let open = text.len() - text.trim_start().len();
    let elements = if text[open..].starts_with('[') {
        crate::acts_json::elements(name, &text)?
    } else {
        std::iter::once(open..text.trim_end().len()).collect()
    };
    let mut file = StatusFile {
        file: name.to_owned(),
        ..StatusFile::default()
    };
    for element in elements {
        let line = Position::of(&text, element.start).line;
        match serde_json::from_str::<Document>(&text[element]) {
            Ok(document) => file.rows.extend(document.rows(as_u64(line))),
            Err(error) => file.errors.push(RowError {
                file: name.to_owned(),
                line: as_u64(line + error.line().saturating_sub(1)),
                column: String::new(),
                value: "status".to_owned(),
                why: error.to_string(),
            }),
        }
    }
    Ok(file)
}

fn as_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// A status as `accede status --json` gives it.
#[derive(Deserialize)]
struct Document {
    treaty: TreatyId,
    on: Date,
    known: Option<IgnoredAny>,
    participants: Vec<One>,
}

/// A participant in it.
#[derive(Deserialize)]
struct One {
    iso3: ParticipantId,
    standing: Standing,
    #[serde(default)]
    provisional: bool,
    signed: Option<PartialDate>,
    consented: Option<PartialDate>,
    consent_act: Option<Kind>,
    done_by: Option<ParticipantId>,
    left: Option<Date>,
    #[serde(default)]
    uncertain: bool,
    acts: Option<Vec<StatusAct>>,
}

impl Document {
    fn rows(self, line: u64) -> impl Iterator<Item = StatusRow> {
        let (treaty, on, exported) = (self.treaty, self.on, self.known.is_some());
        self.participants.into_iter().map(move |one| StatusRow {
            line,
            treaty: treaty.clone(),
            on,
            by: one.iso3,
            standing: one.standing,
            provisional: one.provisional,
            signed: one.signed,
            consented: one.consented,
            consent_act: one.consent_act,
            done_by: one.done_by,
            left: one.left,
            uncertain: one.uncertain,
            acts: one.acts,
            exported,
        })
    }
}
