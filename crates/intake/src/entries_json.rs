//! Entries as JSON: an array of `{"body": {"statement": {…}}, "source": {…}}`, one a line.

use crate::acts_json::elements;
use crate::bytes;
use crate::entries::{EntriesFile, EntryKind, EntryRow, SourcedEntry};
use crate::error::{ReadError, RowError};

/// Reads entries of one kind from JSON.
///
/// # Errors
///
/// [`ReadError`] for a file that is no JSON array. Elements that are no such entries are in
/// [`EntriesFile::errors`], each with the line it begins on.
pub fn read_entries_json(
    name: &str,
    bytes: &[u8],
    kind: EntryKind,
) -> Result<EntriesFile, ReadError> {
    let text = bytes::decode(name, bytes)?.text;
    let mut file = EntriesFile::new(name, kind);
    let (mut line, mut seen) = (1, 0);
    for element in elements(name, &text)? {
        line += text[seen..element.start]
            .bytes()
            .filter(|b| *b == b'\n')
            .count();
        seen = element.start;
        let number = u64::try_from(line).unwrap_or(u64::MAX);
        match read(kind, &text[element.clone()]) {
            Ok(sourced) => file.rows.push(EntryRow {
                line: number,
                sourced,
            }),
            Err((column, value, why)) => file.errors.push(RowError {
                file: name.to_owned(),
                line: number,
                column: column.to_owned(),
                value: value.unwrap_or_else(|| text[element].chars().take(80).collect()),
                why,
            }),
        }
    }
    Ok(file)
}

/// An element; else the column, the value where it is not the element, and what is wrong.
fn read(
    kind: EntryKind,
    element: &str,
) -> Result<SourcedEntry, (&'static str, Option<String>, String)> {
    let mut sourced: SourcedEntry =
        serde_json::from_str(element).map_err(|error| ("", None, error.to_string()))?;
    let Some(cells) = kind.cells(&sourced.body) else {
        let why = format!("this file is of {}, and this is none of them", kind.noun());
        return Err(("", None, why));
    };
    // By way of its cells, so that a blank is an absent field here too.
    sourced.body = kind
        .body(&cells)
        .map_err(|wrong| (wrong.column, Some(wrong.value), wrong.why))?;
    Ok(sourced)
}

/// Writes entries as [`read_entries_json`] reads them.
pub fn write_entries_json(entries: &[SourcedEntry]) -> Vec<u8> {
    let lines: Vec<String> = entries
        .iter()
        .map(|one| serde_json::to_string(one).expect("entries can always be written"))
        .collect();
    if lines.is_empty() {
        return b"[]\n".to_vec();
    }
    format!("[\n{}\n]\n", lines.join(",\n")).into_bytes()
}
