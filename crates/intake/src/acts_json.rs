//! Acts as JSON: an array of `{"act": {…}, "source": {…}}`, one a line.

use crate::acts::{ActRow, ActsFile, Sourced};
use crate::bytes;
use crate::error::{Position, ReadError, RowError, What};

/// Reads acts from JSON.
///
/// # Errors
///
/// [`ReadError`] for a file that is no JSON array. Elements that are no acts are in
/// [`ActsFile::errors`], each with the line it begins on.
pub fn read_acts_json(name: &str, bytes: &[u8]) -> Result<ActsFile, ReadError> {
    let text = bytes::decode(name, bytes)?.text;
    let mut file = ActsFile {
        file: name.to_owned(),
        ..ActsFile::default()
    };
    let (mut line, mut seen) = (1, 0);
    for element in elements(name, &text)? {
        line += text[seen..element.start]
            .bytes()
            .filter(|b| *b == b'\n')
            .count();
        seen = element.start;
        let number = u64::try_from(line).unwrap_or(u64::MAX);
        match serde_json::from_str::<Sourced>(&text[element.clone()]) {
            Ok(sourced) => file.rows.push(ActRow {
                line: number,
                sourced,
            }),
            Err(error) => file.errors.push(RowError {
                file: name.to_owned(),
                line: number,
                column: String::new(),
                value: text[element].chars().take(80).collect(),
                why: error.to_string(),
            }),
        }
    }
    Ok(file)
}

/// Writes acts as [`read_acts_json`] reads them.
pub fn write_acts_json(acts: &[Sourced]) -> Vec<u8> {
    let lines: Vec<String> = acts
        .iter()
        .map(|act| serde_json::to_string(act).expect("acts can always be written"))
        .collect();
    if lines.is_empty() {
        return b"[]\n".to_vec();
    }
    format!("[\n{}\n]\n", lines.join(",\n")).into_bytes()
}

/// The places of the elements of the array that a text is.
pub(crate) fn elements(
    file: &str,
    text: &str,
) -> Result<Vec<std::ops::Range<usize>>, ReadError> {
    let fail = |what: What, at: usize| ReadError::at(file, what, Position::of(text, at));
    let open = text.len() - text.trim_start().len();
    if !text[open..].starts_with('[') {
        let what = "acts as JSON are an array".to_owned();
        let value = text[open..].chars().take(40).collect();
        return Err(fail(What::Malformed { what, value }, open));
    }
    let (mut elements, mut start, mut depth) = (Vec::new(), open + 1, 0_u32);
    let (mut quoted, mut escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate().skip(open + 1) {
        if quoted {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => quoted = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            b']' if depth == 0 => {
                push(&mut elements, text, start..at);
                return match text[at + 1..].trim() {
                    "" => Ok(elements),
                    rest => {
                        let value = rest.chars().take(40).collect();
                        let what = "something follows the array".to_owned();
                        Err(fail(What::Malformed { what, value }, at + 1))
                    }
                };
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                push(&mut elements, text, start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    Err(fail(
        What::Truncated("the array is not closed".to_owned()),
        text.len(),
    ))
}

/// Keeps an element's place without the blanks around it; an empty array has none.
fn push(elements: &mut Vec<std::ops::Range<usize>>, text: &str, at: std::ops::Range<usize>) {
    let element = &text[at.clone()];
    let before = element.len() - element.trim_start().len();
    let trimmed = element.trim().len();
    if trimmed > 0 {
        elements.push(at.start + before..at.start + before + trimmed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACT: &str = r#"{"act":{"treaty":"x1","by":"XAA","kind":"signature","on":"2030-05-01"},"source":{"title":"a"}}"#;

    #[test]
    fn each_element_is_read_on_its_own_with_its_line() {
        let text = format!("[\n{ACT},\n{{\"act\": 1}},\n\n{ACT}\n]\n");
        let file = read_acts_json("acts.json", text.as_bytes()).unwrap();
        assert_eq!(
            file.rows.iter().map(|row| row.line).collect::<Vec<_>>(),
            [2, 5]
        );
        assert_eq!(
            file.errors
                .iter()
                .map(|error| error.line)
                .collect::<Vec<_>>(),
            [3]
        );
    }

    #[test]
    fn a_file_that_is_no_array_is_refused() {
        let why = |text: &str| {
            read_acts_json("f", text.as_bytes())
                .unwrap_err()
                .to_string()
        };
        assert!(why("{}").contains("are an array"));
        assert!(why(&format!("[{ACT}")).contains("cut off"));
        assert!(why("[] x").contains("follows the array"));
        assert!(read_acts_json("f", b"[]").unwrap().rows.is_empty());
    }

    #[test]
    fn an_unknown_field_is_not_passed_over() {
        let text = format!("[{}]", ACT.replace("\"by\"", "\"colour\":\"red\",\"by\""));
        let file = read_acts_json("f", text.as_bytes()).unwrap();
        assert!(
            file.errors[0].why.contains("unknown field `colour`"),
            "{:?}",
            file.errors
        );
    }
}
