//! UNODA's treaties database: the answer of its (undocumented) query interface, and its HTML page.
//!
//! It lists acts, not rows, with the depositary where there are several, and calls acceptance and
//! approval ratification. What it calls withdrawal may be a denunciation or a ratification taken
//! back; only the record or a person can tell.

use jiff::civil::Date;
use ledger::body::Counted;
use serde_json::Value;

use crate::bytes;
use crate::error::{Position, ReadError, What};
use crate::markup::{one_line, paragraphs, unmark};

/// What the database says of a treaty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnodaPage {
    /// The file, as the caller named it.
    pub file: String,
    /// Its short name there, such as `ctbt`.
    pub short_name: Option<String>,
    /// Its title.
    pub title: String,
    /// The day of adoption.
    pub adopted: Option<Date>,
    /// Where it was adopted.
    pub adopted_at: Option<String>,
    /// The day of its entry into force.
    pub in_force: Option<Date>,
    /// Its depositaries.
    pub depositaries: Vec<String>,
    /// The counts it prints.
    pub printed: Vec<(Counted, u32)>,
    /// The acts.
    pub acts: Vec<UnodaAct>,
    /// Kept for a person: place, value, why.
    pub odd: Vec<(String, String, String)>,
}

/// One act of the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnodaAct {
    /// The three-letter code it gives, where it gives one.
    pub code: Option<String>,
    /// The names it gives, best first.
    pub names: Vec<String>,
    /// What was done.
    pub step: UnodaStep,
    /// When.
    pub on: Date,
    /// With whom, where the treaty has several depositaries.
    pub depositary: Option<String>,
    /// The note to it.
    pub note: Option<String>,
    /// Where it stands.
    pub place: String,
    /// Objections to it.
    pub objections: Vec<UnodaObjection>,
}

/// The types of act the database knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnodaStep {
    /// `SIG`, there called `Signatory`.
    Signature,
    /// `RAT`: ratification, acceptance or approval.
    Ratification,
    /// `ACC`.
    Accession,
    /// `SUC`.
    Succession,
    /// `WTW`: a denunciation, or a ratification taken back.
    Withdrawal,
}

/// An objection to an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnodaObjection {
    /// The code of the objecting State.
    pub code: Option<String>,
    /// Its names, best first.
    pub names: Vec<String>,
    /// When.
    pub on: Date,
    /// The text.
    pub text: Option<String>,
}

/// Reads an answer or a page of the database, whichever it is.
///
/// # Errors
///
/// [`ReadError`] for what is neither: a cut answer, an answer that reports an error, a page without
/// a table of participants, an unknown heading.
pub fn read_unoda(name: &str, bytes: &[u8]) -> Result<UnodaPage, ReadError> {
    let text = bytes::decode(name, bytes)?.text;
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    if begins.starts_with(['{', '[']) {
        return answer(name, begins);
    }
    if begins.starts_with('<') {
        return crate::unoda_html::read(name, begins);
    }
    let what = "this is neither JSON nor HTML".to_owned();
    let value = begins.chars().take(40).collect();
    Err(ReadError::new(name, What::Malformed { what, value }))
}

fn answer(file: &str, text: &str) -> Result<UnodaPage, ReadError> {
    let answer: Value = serde_json::from_str(text).map_err(|error| {
        let what = if error.is_eof() {
            What::Truncated(error.to_string())
        } else {
            let value = text
                .lines()
                .nth(error.line().saturating_sub(1))
                .unwrap_or_default();
            let value = value.chars().take(80).collect();
            What::Malformed {
                what: format!("this is not JSON ({error})"),
                value,
            }
        };
        ReadError::at(
            file,
            what,
            Position {
                line: error.line(),
                column: error.column(),
            },
        )
    })?;
    let Some(treaty) = treaty_in(&answer) else {
        let value = answer
            .pointer("/errors/0/message")
            .and_then(Value::as_str)
            .unwrap_or("no `actions_` anywhere")
            .to_owned();
        let what = "the answer holds no treaty".to_owned();
        return Err(ReadError::new(file, What::Malformed { what, value }));
    };
    let day_of = |key: &str| {
        treaty
            .get(key)
            .and_then(Value::as_str)
            .and_then(|text| day(text).ok())
    };
    let depositaries: Vec<String> = treaty
        .get("depositaries_")
        .and_then(Value::as_array)
        .map(|all| all.iter().filter_map(depositary_name).collect())
        .unwrap_or_default();
    let mut page = UnodaPage {
        file: file.to_owned(),
        short_name: text_of(treaty, "short_name"),
        title: text_of(treaty, "full_name")
            .or(text_of(treaty, "name"))
            .unwrap_or_default(),
        adopted: day_of("adopted_date"),
        adopted_at: text_of(treaty, "adopted_location"),
        in_force: day_of("entry_into_force_date"),
        depositaries,
        ..UnodaPage::default()
    };
    for (key, what) in [
        ("count_sig_states", Counted::Signatures),
        ("count_states_parties", Counted::Consents),
    ] {
        let count = treaty.get(key).and_then(count);
        page.printed.extend(count.map(|count| (what, count)));
    }
    let actions = treaty
        .get("actions_")
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    for (at, action) in actions.iter().enumerate() {
        let place = match text_of(action, "id") {
            Some(id) => format!("action {id}"),
            None => format!("action number {}", at + 1),
        };
        match read_action(action, &page, &place) {
            Ok((act, odd)) => {
                page.acts.push(act);
                page.odd.extend(odd);
            }
            Err(why) => page.odd.push((place, shown(action), why)),
        }
    }
    Ok(page)
}

type Odd = (String, String, String);

fn read_action(
    action: &Value,
    page: &UnodaPage,
    place: &str,
) -> Result<(UnodaAct, Vec<Odd>), String> {
    let state = action.get("state").unwrap_or(&Value::Null);
    let (code, names) = participant(state);
    let kind = text_of(action, "type")
        .or(text_of(action, "action_type_"))
        .unwrap_or_default();
    let step = step(&kind).ok_or_else(|| format!("the type of act `{kind}` is not known"))?;
    let on = day(&text_of(action, "date").unwrap_or_default())?;
    let named = action.get("depositary").and_then(depositary_name);
    let depositary = named
        .filter(|_| page.depositaries.len() > 1)
        .map(|name| capital(&name));
    let mut odd = Vec::new();
    let mut objections = Vec::new();
    let all = action.get("objections_").and_then(Value::as_array);
    for objection in all.map_or(&[][..], Vec::as_slice) {
        let (code, names) = participant(objection.get("state").unwrap_or(&Value::Null));
        match day(&text_of(objection, "date").unwrap_or_default()) {
            Ok(on) => {
                let text = text_of(objection, "note").map(|text| plain(&text));
                objections.push(UnodaObjection {
                    code,
                    names,
                    on,
                    text,
                });
            }
            Err(why) => odd.push((format!("{place}, objection"), shown(objection), why)),
        }
    }
    let note = text_of(action, "note")
        .map(|note| plain(&note))
        .filter(|note| !note.is_empty());
    let place = place.to_owned();
    Ok((
        UnodaAct {
            code,
            names,
            step,
            on,
            depositary,
            note,
            place,
            objections,
        },
        odd,
    ))
}

/// The first object that has actions, at any depth: the way to it has changed before.
fn treaty_in(value: &Value) -> Option<&Value> {
    let mut ahead = vec![value];
    while let Some(value) = ahead.pop() {
        match value {
            Value::Object(object) if object.contains_key("actions_") => return Some(value),
            Value::Object(object) => ahead.extend(object.values().rev()),
            Value::Array(items) => ahead.extend(items.iter().rev()),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    None
}

/// The code and the names of a state. The code may be missing, or `XX` for none.
fn participant(state: &Value) -> (Option<String>, Vec<String>) {
    let country = state.get("country_").unwrap_or(&Value::Null);
    let name = country.get("country_country_name").unwrap_or(&Value::Null);
    let code =
        text_of(name, "countryname_country_code_3").filter(|code| !code.starts_with("XX"));
    let names = [
        text_of(name, "countryname_official_short_name"),
        text_of(country, "country_persistent_name"),
        text_of(state, "name"),
        text_of(name, "countryname_official_long_name"),
    ];
    (
        code,
        names
            .into_iter()
            .flatten()
            .map(|name| one_line(&name))
            .collect(),
    )
}

pub(crate) fn step(word: &str) -> Option<UnodaStep> {
    match word.to_uppercase().as_str() {
        "SIG" | "SIGNATORY" | "SIGNATURE" => Some(UnodaStep::Signature),
        "RAT" | "RATIFICATION" => Some(UnodaStep::Ratification),
        "ACC" | "ACCESSION" => Some(UnodaStep::Accession),
        "SUC" | "SUCCESSION" => Some(UnodaStep::Succession),
        "WTW" | "WITHDRAWAL" => Some(UnodaStep::Withdrawal),
        _ => None,
    }
}

/// The day of `2023-11-03 00:00:00`. A time of day other than midnight means that the day was
/// moved between time zones, and which day it was is no longer certain.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    let text = text.trim();
    let (date, time) = text.split_once(['T', ' ']).unwrap_or((text, ""));
    let time = time.trim_end_matches('Z').trim_end_matches("+00:00");
    if !time.bytes().all(|b| matches!(b, b'0' | b':' | b'.')) {
        return Err(format!(
            "`{text}` has a time of day: which day it was is not certain"
        ));
    }
    match date
        .parse::<treaty::PartialDate>()
        .map(treaty::PartialDate::day)
    {
        Ok(Some(day)) => Ok(day),
        Ok(None) | Err(_) => Err(format!("`{text}` is not a date")),
    }
}

/// The capital by which a depositary Government is known.
pub(crate) fn capital(name: &str) -> String {
    let lower = name.to_lowercase();
    let is = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if is(&["united kingdom", "london"]) || lower == "uk" {
        "London".to_owned()
    } else if is(&["russia", "soviet", "moscow"]) {
        "Moscow".to_owned()
    } else if is(&["united states", "washington"]) || lower == "usa" || lower == "us" {
        "Washington".to_owned()
    } else {
        name.to_owned()
    }
}

fn depositary_name(value: &Value) -> Option<String> {
    text_of(value, "name").or(text_of(value, "short_name"))
}

fn text_of(value: &Value, key: &str) -> Option<String> {
    let text = match value.get(key)? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    Some(text).filter(|text| !text.trim().is_empty())
}

fn count(value: &Value) -> Option<u32> {
    match value {
        Value::Number(number) => u32::try_from(number.as_u64()?).ok(),
        Value::String(text) => text.trim().parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn plain(text: &str) -> String {
    paragraphs(&unmark(text).text)
}

fn shown(value: &Value) -> String {
    value.to_string().chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_is_a_day_and_never_moved() {
        assert_eq!(day("2023-11-03 00:00:00"), Ok(date(2023, 11, 3)));
        assert_eq!(day("2023-11-03T00:00:00.000Z"), Ok(date(2023, 11, 3)));
        assert_eq!(day("2023-11-03"), Ok(date(2023, 11, 3)));
        assert!(
            day("2023-11-02T23:00:00Z")
                .unwrap_err()
                .contains("not certain")
        );
        assert!(
            day("2023-02-31 00:00:00")
                .unwrap_err()
                .contains("not a date")
        );
        assert!(day("").is_err());
    }

    #[test]
    fn answers_that_are_none_are_refused() {
        let why = |text: &str| read_unoda("a.json", text.as_bytes()).unwrap_err();
        assert!(matches!(why("{\"data\": {").what, What::Truncated(_)));
        assert!(
            why("{\"errors\": [{\"message\": \"too many requests\"}]}")
                .to_string()
                .contains("too many requests")
        );
        assert!(matches!(
            why("{\"data\": nothing}").what,
            What::Malformed { .. }
        ));
        assert!(matches!(
            why("Unexpected response").what,
            What::Malformed { .. }
        ));
    }
}
