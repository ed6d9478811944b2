//! The judged questions, and the texts of others that they are asked of, as items of the library.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use library::{Item, Meeting, Paragraph};
use serde::Deserialize;

/// Speeches of earlier years are left out; `judged/README.md` says why.
const SINCE: i16 = 1990;

/// A question.
#[derive(Debug, Clone, Deserialize)]
pub struct Query {
    /// What it is called in `grades.csv`.
    pub id: String,
    /// What kind of question it is: `misspelt`.
    pub kind: String,
    /// What is typed.
    pub text: String,
    /// What the asker wants, in a sentence.
    pub intent: String,
    /// Whether nothing may be chosen by it.
    pub held_out: bool,
}

/// Grades by text, from 0 to 3. What is not there was not looked at.
pub type Grades = BTreeMap<String, u8>;

#[derive(Deserialize)]
struct Queries {
    query: Vec<Query>,
}

/// The questions with the grades of each, as they stand beside this file.
///
/// # Errors
///
/// What does not read, and where.
pub fn questions() -> Result<Vec<(Query, Grades)>, String> {
    let queries: Queries = toml::from_str(include_str!("../judged/queries.toml"))
        .map_err(|cause| format!("judged/queries.toml: {cause}"))?;
    let mut grades: BTreeMap<&str, Grades> = BTreeMap::new();
    for (at, line) in include_str!("../judged/grades.csv")
        .lines()
        .enumerate()
        .skip(1)
    {
        let place = format!("judged/grades.csv, line {}: `{line}`", at + 1);
        let [query, text, grade] = line.split(',').collect::<Vec<_>>()[..] else {
            return Err(place);
        };
        let grade: u8 = grade.parse().map_err(|cause| format!("{place}: {cause}"))?;
        grades
            .entry(query)
            .or_default()
            .insert(text.to_owned(), grade);
    }
    let mut questions = Vec::new();
    for query in queries.query {
        let own = grades
            .remove(query.id.as_str())
            .filter(|own| own.values().any(|grade| *grade > 0))
            .ok_or_else(|| format!("judged/grades.csv: nothing answers `{}`", query.id))?;
        questions.push((query, own));
    }
    match grades.keys().next() {
        Some(unasked) => Err(format!("judged/grades.csv: nobody asks `{unasked}`")),
        None => Ok(questions),
    }
}

/// The folder of data that is not part of the project.
///
/// # Errors
///
/// That `ACCEDE_SHARED` is not set.
pub fn shared() -> Result<PathBuf, String> {
    std::env::var_os("ACCEDE_SHARED")
        .map(PathBuf::from)
        .ok_or_else(|| {
            "the texts are not part of the project: set ACCEDE_SHARED to the folder that has \
             data/statements and data/corpus"
                .to_owned()
        })
}

/// The texts, in the order of their keys.
///
/// # Errors
///
/// What could not be read.
pub fn texts(shared: &Path) -> Result<Vec<Item>, String> {
    let names = Names::read()?;
    let mut items = statements(&shared.join("data/statements"), &names)?;
    items.extend(speeches(
        &shared.join("data/corpus/ungdc_1946-2024.jsonl.zst"),
        &names,
    )?);
    items.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(items)
}

/// The names that participants have, by code: the first is the English one.
struct Names(BTreeMap<String, Vec<String>>);

#[derive(Deserialize)]
struct Participant {
    code: String,
    name_en: String,
    name_fr: String,
    name_es: String,
    name_ar: String,
    name_zh: String,
    name_ru: String,
}

#[derive(Deserialize)]
struct Named {
    name: String,
    code: String,
}

impl Names {
    /// Those of `facts/`.
    fn read() -> Result<Names, String> {
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in table::<Participant>("participants.csv")? {
            let all = [
                row.name_en,
                row.name_fr,
                row.name_es,
                row.name_ar,
                row.name_zh,
                row.name_ru,
            ];
            names
                .entry(row.code)
                .or_default()
                .extend(all.into_iter().filter(|name| !name.is_empty()));
        }
        for row in table::<Named>("names.csv")? {
            names.entry(row.code).or_default().push(row.name);
        }
        Ok(Names(names))
    }

    /// All names of a code; the code itself where there are none.
    fn of(&self, code: &str) -> Vec<String> {
        self.0
            .get(code)
            .cloned()
            .unwrap_or_else(|| vec![code.to_owned()])
    }
}

fn table<T: for<'de> Deserialize<'de>>(name: &str) -> Result<Vec<T>, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../facts")
        .join(name);
    let failed = |cause: csv::Error| format!("{}: {cause}", path.display());
    let mut rows = Vec::new();
    for row in csv::Reader::from_path(&path).map_err(failed)?.deserialize() {
        rows.push(row.map_err(failed)?);
    }
    Ok(rows)
}

/// What stands above a statement; there is more, which is not searched.
#[derive(Deserialize)]
struct Above {
    state: String,
    speaker: Option<String>,
    post: Option<String>,
    meeting: String,
    date: String,
}

fn statements(folder: &Path, names: &Names) -> Result<Vec<Item>, String> {
    let failed =
        |path: &Path, cause: &dyn std::fmt::Display| format!("{}: {cause}", path.display());
    let mut items = Vec::new();
    for entry in fs::read_dir(folder).map_err(|cause| failed(folder, &cause))? {
        let path = entry.map_err(|cause| failed(folder, &cause))?.path();
        let Some(key) = path
            .file_name()
            .and_then(|name| name.to_str()?.strip_suffix(".txt"))
        else {
            continue;
        };
        let read = fs::read_to_string(&path).map_err(|cause| failed(&path, &cause))?;
        let mut parts = read.splitn(3, "---\n");
        let (Some(_), Some(above), Some(text)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(failed(&path, &"nothing stands between two lines `---`"));
        };
        let fields: Vec<_> = above
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| format!("{name:?}: {value}"))
            .collect();
        let above: Above = serde_json::from_str(&format!("{{{}}}", fields.join(",")))
            .map_err(|cause| failed(&path, &cause))?;
        items.push(item(key, above, text, names));
    }
    Ok(items)
}

/// A speech of the corpus.
#[derive(Deserialize)]
struct Speech {
    id: String,
    iso3: String,
    session: u16,
    year: i16,
    speaker: Option<String>,
    post: Option<String>,
    text: String,
}

fn speeches(packed: &Path, names: &Names) -> Result<Vec<Item>, String> {
    let failed = |cause: &dyn std::fmt::Display| format!("{}: {cause}", packed.display());
    if !packed.exists() {
        return Err(failed(&"is not there"));
    }
    let mut unpacking = Command::new("zstd")
        .arg("-dcq")
        .arg(packed)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|cause| failed(&format!("needs the program zstd: {cause}")))?;
    let unpacked = unpacking
        .stdout
        .take()
        .ok_or_else(|| failed(&"was not unpacked"))?;
    let mut items = Vec::new();
    for line in BufReader::new(unpacked).lines() {
        let line = line.map_err(|cause| failed(&cause))?;
        let speech: Speech = serde_json::from_str(&line).map_err(|cause| failed(&cause))?;
        if speech.year < SINCE {
            continue;
        }
        let above = Above {
            state: speech.iso3,
            speaker: speech.speaker,
            post: speech.post,
            meeting: format!(
                "United Nations General Assembly, session {}, General Debate",
                speech.session
            ),
            date: speech.year.to_string(),
        };
        items.push(item(&speech.id, above, &speech.text, names));
    }
    let ended = unpacking.wait().map_err(|cause| failed(&cause))?;
    if ended.success() {
        Ok(items)
    } else {
        Err(failed(&ended))
    }
}

fn item(key: &str, above: Above, text: &str, names: &Names) -> Item {
    let all = names.of(&above.state);
    let (states, groups) = if above.state == "EU" {
        (Vec::new(), vec![above.state])
    } else {
        (vec![above.state], Vec::new())
    };
    Item {
        key: key.to_owned(),
        title: format!("{}: {}", all[0], above.meeting),
        kind: Some("statement".to_owned()),
        language: Some("en".to_owned()),
        // Of a meeting of several days the first.
        date: above
            .date
            .split('/')
            .next()
            .and_then(|first| first.parse().ok()),
        meeting: Some(Meeting {
            slug: Some(above.meeting.to_lowercase().replace([' ', ','], "-")),
            title: above.meeting,
        }),
        states,
        groups,
        speaker: above.speaker,
        post: above.post,
        names: all,
        text: paragraphs(text),
        ..Item::default()
    }
}

/// Lines that were broken where a page was full are put together again: a line that ends no sentence goes on.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        match found.last_mut().filter(|_| goes_on) {
            Some(last) => {
                if !last.ends_with('-') {
                    last.push(' ');
                }
                last.push_str(line);
            }
            None => found.push(line.to_owned()),
        }
        goes_on = !line.ends_with(['.', '!', '?', ':', ';', '”', '"', '’', ')']);
    }
    found
        .into_iter()
        .enumerate()
        .map(|(at, text)| Paragraph::new(format!("p{}", at + 1), text))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_an_answer_and_a_third_is_held_out() {
        let questions = questions().unwrap();
        let held = questions.iter().filter(|(query, _)| query.held_out).count();
        assert!(questions.len() >= 70, "{}", questions.len());
        assert!(3 * held >= questions.len(), "{held} of {}", questions.len());
        for (query, grades) in &questions {
            assert!(grades.values().all(|grade| *grade <= 3), "{}", query.id);
            assert!(!query.intent.is_empty(), "{}", query.id);
        }
    }

    #[test]
    fn lines_broken_by_a_page_are_one_paragraph() {
        let texts: Vec<_> =
            paragraphs("We ban anti-\npersonnel mines, all\nof them.\nWe thank you.\n")
                .into_iter()
                .map(|paragraph| paragraph.text)
                .collect();
        assert_eq!(
            texts,
            ["We ban anti-personnel mines, all of them.", "We thank you."]
        );
    }
}
