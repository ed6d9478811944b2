//! A log as JSON: an array of `{"approach": {…}, "audience": …, "source": {…}}`, one a line.

use super::{LogAsked, LogFile, LogHeld, LogRow, Logged};
use crate::acts_json::elements;
use crate::bytes;
use crate::error::ReadError;

/// Reads a log as [`write_log_json`] writes it. Elements that are none, or that name what is not known, are in
/// [`LogFile::held`].
///
/// # Errors
///
/// [`ReadError`] for a file that is no JSON array.
pub fn read_log_json(
    name: &str,
    bytes: &[u8],
    asked: &LogAsked<'_>,
) -> Result<LogFile, ReadError> {
    let text = bytes::decode(name, bytes)?.text;
    let mut file = LogFile {
        file: name.to_owned(),
        ..LogFile::default()
    };
    let (mut line, mut seen) = (1, 0);
    for element in elements(name, &text)? {
        let more = text[seen..element.start]
            .bytes()
            .filter(|byte| *byte == b'\n');
        line += u64::try_from(more.count()).unwrap_or(0);
        seen = element.start;
        match serde_json::from_str::<Logged>(&text[element.clone()]) {
            Ok(logged) => match unknown(&logged, asked) {
                None => file.rows.push(LogRow { line, logged }),
                Some((column, value, why)) => file.held.push(LogHeld {
                    line,
                    column: column.to_owned(),
                    value,
                    why: why.to_owned(),
                    audience: logged.audience,
                }),
            },
            Err(error) => file.held.push(LogHeld {
                line,
                column: String::new(),
                value: text[element].chars().take(80).collect(),
                why: error.to_string(),
                audience: None,
            }),
        }
    }
    Ok(file)
}

/// What an approach names that is not on record.
fn unknown(
    logged: &Logged,
    asked: &LogAsked<'_>,
) -> Option<(&'static str, String, &'static str)> {
    let one = &logged.approach;
    let treaty = one
        .treaties
        .iter()
        .find(|id| asked.names.treaty(id.as_str()).as_ref() != Some(id));
    if let Some(treaty) = treaty {
        return Some((
            "treaties",
            treaty.to_string(),
            "no treaty of that name is on record",
        ));
    }
    for (column, sides) in [("by", &one.by), ("to", &one.to)] {
        let ids = sides.iter().filter_map(|side| side.participant);
        for id in ids {
            if asked.names.participant(id.as_str()) != Some(id) {
                return Some((
                    column,
                    id.to_string(),
                    "no participant of that name is on record",
                ));
            }
        }
        if sides.is_empty() {
            return Some((column, String::new(), "this field cannot be empty"));
        }
    }
    None
}

/// Writes a log as [`read_log_json`] reads it back unchanged.
pub fn write_log_json(entries: &[Logged]) -> Vec<u8> {
    let lines: Vec<String> = entries
        .iter()
        .map(|one| serde_json::to_string(one).expect("approaches can always be written"))
        .collect();
    if lines.is_empty() {
        return b"[]\n".to_vec();
    }
    format!("[\n{}\n]\n", lines.join(",\n")).into_bytes()
}
